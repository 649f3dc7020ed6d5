export const id = "yaml-text";
export const ids = ["yaml-text"];
export const modules = {

/***/ 1681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseYaml: () => (/* binding */ parseYaml),
/* harmony export */   parseYamlMapping: () => (/* binding */ parseYamlMapping)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

/** YAML 1.2 as JSON, or where it is wrong: line and column, never the text. */
function parseYaml(text) {
    const file = fileOf(text);
    return 'problem' in file ? file : { value: file.json };
}
/** The keys of a YAML mapping. A file of comments alone has none. */
function parseYamlMapping(text) {
    const file = fileOf(text);
    if ('problem' in file)
        return file;
    if (file.json === null)
        return { value: [] };
    const root = resolved(file, file.document.contents);
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(root)) {
        return { problem: 'is YAML, but no mapping', fix: 'Write `name: value` on each line.' };
    }
    const json = file.json;
    return {
        value: pairsOf(file, root).map(({ node, ...pair }) => ({
            ...pair,
            ...partsOf(file, node),
            json: json[pair.key] ?? null
        }))
    };
}
function fileOf(text) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, {
        lineCounter: lines,
        prettyErrors: false,
        stringKeys: true
    });
    const [fault] = [...document.errors, ...document.warnings];
    if (fault)
        return faultOf(fault.code, lines.linePos(fault.pos[0]));
    try {
        return { document, lines, json: document.toJS() };
    }
    catch {
        // What is left are aliases of nothing, and aliases that multiply.
        return { problem: 'has an alias that cannot be resolved', fix: 'Write the value out.' };
    }
}
const FAULTS = {
    DUPLICATE_KEY: 'names a key twice',
    MULTIPLE_DOCS: 'holds more than one document',
    TAB_AS_INDENT: 'is indented with a tab',
    TAG_RESOLVE_FAILED: 'has a tag that YAML does not know'
};
const FIX = 'Write valid YAML; a text with ": " or " #" in it stands in quotes.';
function faultOf(code, { line, col }) {
    return { problem: `${FAULTS[code] ?? 'is not YAML'} (line ${line}, column ${col})`, fix: FIX };
}
function pairsOf(file, { items }) {
    return items.map(({ key, value }) => {
        const node = resolved(file, value);
        return { key: (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? String(key.value) : '', line: lineOf(file, key), text: writtenIn(node), node };
    });
}
function partsOf(file, node) {
    return {
        items: (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)
            ? node.items.map((item) => ({ line: lineOf(file, item), text: writtenIn(resolved(file, item)) }))
            : undefined,
        fields: (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) ? pairsOf(file, node).map(({ node: _, ...field }) => field) : undefined
    };
}
/** What an alias stands for. */
function resolved({ document }, node) {
    return ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node) ? node.resolve(document) : node) ?? undefined;
}
function lineOf({ lines }, node) {
    return lines.linePos(node.range?.[0] ?? 0).line;
}
/** Texts as YAML reads them; numbers and booleans as they stand there. */
function writtenIn(node) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) || node.value === null)
        return undefined;
    return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}


/***/ })

};
