export const id = 59;
export const ids = [59];
export const modules = {

/***/ 2059:
/***/ ((module) => {

module.exports = eval("require")("../../../../fly/src/app-names.js");


/***/ })

};
