export const id = 271;
export const ids = [271];
export const modules = {

/***/ 5271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findAppNames: () => (/* reexport safe */ _app_names_js__WEBPACK_IMPORTED_MODULE_0__.DI)
/* harmony export */ });
/* harmony import */ var _app_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6717);






















//# sourceMappingURL=index.js.map

/***/ })

};
