export const id = "pack";
export const ids = ["pack"];
export const modules = {

/***/ 8647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   packFound: () => (/* binding */ packFound)
/* harmony export */ });
/* harmony import */ var _model_changed_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2609);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2011);
/* harmony import */ var _listing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5100);
/* harmony import */ var _packed_contents_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7371);
/* harmony import */ var _packing_whole_package_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8530);
/* harmony import */ var _secrets_findings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9911);
/* harmony import */ var _tree_find_source_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2176);







/**
 * Code that was looked at. A directory, or a single file, is packed into a .tar.gz that depends on paths, modes and contents
 * alone; an archive that the user made is taken as it is, but for hard links. A single file goes the same way as a
 * directory, under its own name, so that there is one form to test and a digest that means the same everywhere. Nothing is
 * written to disk.
 */
async function packFound(code, listing, options) {
    const pack = (listed) => (listed.kind === 'tree' ? packTree(listed, options) : packArchive(listed, options));
    return await (0,_model_changed_file_js__WEBPACK_IMPORTED_MODULE_0__/* .againIfChanged */ .A)(listing, pack, () => (0,_listing_js__WEBPACK_IMPORTED_MODULE_2__/* .listCodeAgain */ .iU)(code, options));
}
async function packTree(listing, options) {
    const { credentials, stop } = options;
    const { entries, withheld } = listing.tree;
    if (entries.length === 0)
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SourceError */ .c8((0,_tree_find_source_js__WEBPACK_IMPORTED_MODULE_6__/* .nothingIn */ .n)(listing.place, withheld).message);
    const findings = new _secrets_findings_js__WEBPACK_IMPORTED_MODULE_5__/* .Findings */ .F(credentials);
    findings.lookAtNames((0,_listing_js__WEBPACK_IMPORTED_MODULE_2__/* .pathsIn */ .Mr)(listing));
    const { chunks, digest } = await (0,_packing_whole_package_js__WEBPACK_IMPORTED_MODULE_4__/* .wholePackage */ .o)(listing.tree, findings, stop);
    return { ...(await (0,_packed_contents_js__WEBPACK_IMPORTED_MODULE_3__/* .ofTree */ .O)(listing, findings, options)), bytes: Buffer.concat(chunks), digest };
}
async function packArchive(listing, options) {
    const { archiveBytes } = await Promise.all(/* import() */[__webpack_require__.e("read-archive-packages"), __webpack_require__.e("read-archive")]).then(__webpack_require__.bind(__webpack_require__, 6181));
    return { ...(0,_packed_contents_js__WEBPACK_IMPORTED_MODULE_3__/* .ofArchive */ .S)(listing, options), ...(await archiveBytes(listing.place, listing.archive)) };
}


/***/ })

};
