export const id = "explained-exchange";
export const ids = ["explained-exchange"];
export const modules = {

/***/ 9691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   explainedExchange: () => (/* binding */ explainedExchange)
/* harmony export */ });
/* harmony import */ var _calls_connection_trouble_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3012);
/* harmony import */ var _http_exchange_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5857);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7735);
/* harmony import */ var _tunnel_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7573);




/** HTTP by the environment's proxies. What a connection fails with is told in our words; `input` holds its address. */
function explainedExchange(proxies, input) {
    return async (request) => {
        const proxy = (0,_proxy_js__WEBPACK_IMPORTED_MODULE_2__/* .proxyFor */ .i)(request.url, proxies);
        try {
            const reply = await (0,_http_exchange_js__WEBPACK_IMPORTED_MODULE_1__/* .exchangeHttp */ .A)({ ...request, proxy });
            return { ...reply, headers: joined(reply.headers) };
        }
        catch (cause) {
            if (request.signal.aborted || cause instanceof _tunnel_js__WEBPACK_IMPORTED_MODULE_3__/* .ProxyError */ .T)
                throw cause;
            const { says, hint } = (0,_calls_connection_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .socketTrouble */ .b)(cause, input);
            throw new Error(`${says}. ${hint}`, { cause });
        }
    };
}
function joined(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]));
}


/***/ })

};
