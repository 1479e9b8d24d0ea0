export const id = 430;
export const ids = [430];
export const modules = {

/***/ 1430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parsePrometheusConfig: () => (/* reexport safe */ _config_parse_config_js__WEBPACK_IMPORTED_MODULE_0__.W)
/* harmony export */ });
/* harmony import */ var _config_parse_config_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1202);














//# sourceMappingURL=index.js.map

/***/ })

};
