export const id = 377;
export const ids = [377];
export const modules = {

/***/ 3377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   postOpen: () => (/* binding */ postOpen)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6421);

/** Main ended in the middle of publishing: says what is not known. */
async function postOpen(_state) {
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('The deployment ended while it was publishing. Look at the app’s versions to see which one is active.');
}


/***/ })

};
