export const id = "explained-exchange";
export const ids = ["explained-exchange"];
export const modules = {

/***/ 2678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LW: () => (/* binding */ NO_CONNECTION),
/* harmony export */   Me: () => (/* binding */ HTTP_ADVICE),
/* harmony export */   OF: () => (/* binding */ CONNECTION_ADVICE),
/* harmony export */   PH: () => (/* binding */ TOO_LARGE),
/* harmony export */   Yz: () => (/* binding */ TLS_TOO_WEAK),
/* harmony export */   Zj: () => (/* binding */ WORDS_OF_GRPC),
/* harmony export */   tn: () => (/* binding */ NO_GRPC)
/* harmony export */ });
const HOPELESS = { mayHaveArrived: false, final: true };
const PASSING = { mayHaveArrived: false, final: false };
/** The HTTP API has a host of its own. */
const GRPC_ADDRESS = 'The address of gRPC is meant: set `api-endpoint: production` for `rpc.dodil.io:443`, or `api-endpoint: staging` for `rpc.dev.dodil.io:443`; the HTTP API has another, `https://api.dodil.io`.';
const NO_GRPC = {
    pattern: /no application protocol|Protocol error/,
    says: 'the endpoint does not speak gRPC',
    hint: () => GRPC_ADDRESS,
    ...HOPELESS
};
/** Where no row is found. */
const NO_CONNECTION = {
    pattern: /^/,
    says: 'no connection to the endpoint comes about',
    hint: (input) => `Check \`${input}\`; a run with debug logging on shows what the connection ended with.`,
    ...PASSING
};
/** The first that is found is the cause. */
const CONNECTION_ADVICE = [
    {
        pattern: /Name resolution failed|ENOTFOUND|EAI_AGAIN/,
        says: 'the name of the endpoint cannot be resolved',
        hint: (input) => `Check the spelling of \`${input}\`, and that the runner can resolve it.`,
        ...PASSING
    },
    {
        pattern: /ECONNREFUSED/,
        says: 'nothing listens at the endpoint',
        hint: (input) => `Check the host and port in \`${input}\`.`,
        ...PASSING
    },
    {
        pattern: /does not match certificate|ERR_TLS_CERT_ALTNAME_INVALID/,
        says: 'the certificate of the endpoint is for another name',
        detail: /is not (?:in the cert's altnames|cert's CN): ([^\n]{1,300}?)(?:\. Resolution note|\.?$)/,
        hint: (input) => `Write the name that the certificate has in \`${input}\`.`,
        ...HOPELESS
    },
    {
        pattern: /certificate has expired|CERT_HAS_EXPIRED|certificate is not yet valid|CERT_NOT_YET_VALID/,
        says: 'the certificate of the endpoint is out of date',
        hint: () => 'Have the certificate renewed, or check the clock of the runner.',
        ...HOPELESS
    },
    {
        pattern: /self[- ]signed certificate|unable to (?:verify the first certificate|get (?:local )?issuer)|SELF_SIGNED|UNABLE_TO_/,
        says: 'the certificate of the endpoint is signed by an authority that the runner does not know',
        hint: () => 'Set the environment variable NODE_EXTRA_CA_CERTS of the step to a file with that authority in PEM form.',
        ...HOPELESS
    },
    NO_GRPC,
    {
        pattern: /wrong version number|WRONG_VERSION_NUMBER|packet length too long|record layer failure/,
        says: 'the endpoint does not speak TLS',
        hint: (input) => `Check the port in \`${input}\`. Plaintext is \`http://host:port\`, on loopback only.`,
        ...HOPELESS
    },
    {
        pattern: /ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/,
        says: 'the endpoint cannot be reached from the runner',
        hint: (input) => `Check the host in \`${input}\`, and whether a firewall or a proxy stands between.`,
        ...PASSING
    },
    {
        pattern: /Failed to connect|before secure TLS connection|ECONNRESET|EPIPE|socket hang up/,
        says: 'the endpoint closes the connection at once',
        hint: (input) => `Check the port in \`${input}\`, and whether it wants \`https://\` or, on loopback, \`http://\`.`,
        ...PASSING
    }
];
/** What grpc-js writes of a call that was made and broke. What it was, the debug log tells. */
const WORDS_OF_GRPC = [
    { pattern: /^Deadline exceeded(?: after \d|$)/, says: 'no answer came in time' },
    { pattern: /^Cancelled on client$/, says: 'the run was told to stop before an answer came' },
    { pattern: /^(?:Call cancelled$|Received RST_STREAM with code 8\b)/, says: 'the call was cancelled' },
    { pattern: /^Bandwidth exhausted or memory limit exceeded$/, says: 'there was too much traffic' },
    {
        pattern: /^(?:Received RST_STREAM|Write error: |Write failed with error |No status information received$)/,
        says: 'the connection broke'
    },
    { pattern: /^Response message parsing error/, says: 'the answer could not be read' }
];
const TLS_TOO_WEAK = {
    says: 'the endpoint finds the encryption of the connection too weak',
    hint: 'Check the proxies and load balancers on the way: one of them ends TLS with an old version of it.',
    mayHaveArrived: true,
    final: true
};
/** What was sent is more than the server takes, in the words of grpc-js, Go or tonic. */
const TOO_LARGE = {
    says: 'a message was larger than the receiver takes',
    hint: 'Make the package smaller: leave out what the app does not need with an `.igniteignore` file.',
    mayHaveArrived: true,
    final: true
};
/** What an HTTP status means that something before the platform answered with. */
const HTTP_ADVICE = {
    passing: 'Something before the platform is overloaded or restarting. Run the job again.',
    final: `A web server, a proxy or a load balancer answers there. ${GRPC_ADDRESS}`
};


/***/ }),

/***/ 3012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ connectionTrouble),
/* harmony export */   b: () => (/* binding */ socketTrouble)
/* harmony export */ });
/* harmony import */ var _advice_connections_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2678);

const MESSAGE_SIZE = /^(?:grpc: r|R)eceived message larger than max \((\d+) vs|message length too large/;
/** No message is: the bytes are those of a web page, read as a length. */
const ABSURD_BYTES = 1024 ** 3;
/** Finds the reason in the details; undefined where the words are the platform's own. */
function connectionTrouble({ details }) {
    const http = /^Received HTTP status code (\d+)/.exec(details)?.[1];
    if (http !== undefined)
        return answeredHttp(Number(http));
    // grpc-js makes PERMISSION_DENIED of a stream that was reset so, which may also happen late.
    if (details === 'Protocol not secure enough')
        return _advice_connections_js__WEBPACK_IMPORTED_MODULE_0__/* .TLS_TOO_WEAK */ .Yz;
    const size = MESSAGE_SIZE.exec(details);
    if (size !== null)
        return Number(size[1] ?? 0) > ABSURD_BYTES ? ofApi(_advice_connections_js__WEBPACK_IMPORTED_MODULE_0__/* .NO_GRPC */ .tn, details) : _advice_connections_js__WEBPACK_IMPORTED_MODULE_0__/* .TOO_LARGE */ .PH;
    const row = rowFor(details);
    return row && ofApi(row, details);
}
/** The same of what Node gives a connection up with that is not gRPC's; `input` holds its address. */
function socketTrouble(error, input) {
    const { code, message } = error;
    const reason = `${code}: ${message}`;
    const row = rowOf(reason);
    const says = row.says + detailOf(row, reason) + (code === undefined ? '' : ` (${code})`);
    return { says, hint: row.hint(input), final: row.final };
}
/**
 * Only what grpc-js wrote is explained: an app's own log may hold the same words. Of a connection that was made and broke,
 * nothing but the wrong protocol is known: the call may have arrived.
 */
function rowFor(details) {
    if (/^(?:No connection established|Name resolution failed)/.test(details))
        return rowOf(details);
    const isOther = /^(?:Connection dropped|Received RST_STREAM)/.test(details) && _advice_connections_js__WEBPACK_IMPORTED_MODULE_0__/* .NO_GRPC */ .tn.pattern.test(details);
    return isOther ? { ..._advice_connections_js__WEBPACK_IMPORTED_MODULE_0__/* .NO_GRPC */ .tn, mayHaveArrived: true } : undefined;
}
function rowOf(reason) {
    return _advice_connections_js__WEBPACK_IMPORTED_MODULE_0__/* .CONNECTION_ADVICE */ .OF.find(({ pattern }) => pattern.test(reason)) ?? _advice_connections_js__WEBPACK_IMPORTED_MODULE_0__/* .NO_CONNECTION */ .LW;
}
function ofApi({ hint, says, ...row }, details) {
    return { ...row, says: says + detailOf(row, details), hint: hint('api-endpoint') };
}
function detailOf({ detail }, details) {
    const found = detail?.exec(details)?.[1];
    return found === undefined ? '' : `, ${found}`;
}
function answeredHttp(code) {
    const isPassing = code >= 500 || code === 429;
    return {
        says: `the endpoint answered HTTP ${code}, not gRPC`,
        hint: isPassing ? _advice_connections_js__WEBPACK_IMPORTED_MODULE_0__/* .HTTP_ADVICE */ .Me.passing : _advice_connections_js__WEBPACK_IMPORTED_MODULE_0__/* .HTTP_ADVICE */ .Me.final,
        mayHaveArrived: code >= 500,
        final: !isPassing
    };
}


/***/ }),

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


/***/ }),

/***/ 5857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ exchangeHttp)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7030);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1692);
/* harmony import */ var _tunnel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7573);





/**
 * Asks by HTTP, directly or through a proxy; follows no redirect. Not by `fetch`, which knows no proxy. Throws ProxyError,
 * what the connection failed with, or the signal's reason.
 */
async function exchangeHttp(question) {
    const { url, proxy, signal } = question;
    if (isBelowLocalhost(url))
        return await exchange(question, { agent: false, lookup: thisMachine });
    if (proxy === undefined)
        return await exchange(question, { agent: false });
    const tunnel = await (0,_tunnel_js__WEBPACK_IMPORTED_MODULE_4__/* .openTunnel */ .X)(proxy, `${url.hostname}:${url.port || 443}`, signal);
    try {
        return await exchange(question, { createConnection: () => secured(tunnel, url) });
    }
    finally {
        tunnel.destroy();
    }
}
/** Browsers and curl know these names for this machine by themselves; Node asks the machine, and many do not know them. */
function isBelowLocalhost({ hostname }) {
    return hostname.endsWith('.localhost');
}
const thisMachine = (_name, { all }, found) => {
    if (all)
        found(null, [{ address: '127.0.0.1', family: 4 }]);
    else
        found(null, '127.0.0.1', 4);
};
/** Certificates are checked whatever NODE_TLS_REJECT_UNAUTHORIZED says: a secret is sent, or an answer believed. */
const CHECKED = { rejectUnauthorized: true };
function secured(socket, { hostname }) {
    const host = hostname.replace(/^\[|\]$/g, '');
    const servername = (0,node_net__WEBPACK_IMPORTED_MODULE_2__.isIP)(host) === 0 ? host : '';
    return (0,node_tls__WEBPACK_IMPORTED_MODULE_3__.connect)({ socket, host, servername, ...CHECKED });
}
async function exchange(question, way) {
    const { url, method, headers, body, signal, maxBytes, wantsBody = () => true, connectMs } = question;
    const { promise, resolve, reject } = Promise.withResolvers();
    const request = url.protocol === 'https:' ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request;
    const sized = body === undefined ? headers : { ...headers, 'content-length': Buffer.byteLength(body) };
    const asking = request(url, { method, headers: sized, signal, ...CHECKED, ...way }, resolve);
    asking.on('error', reject);
    if (connectMs !== undefined)
        asking.on('socket', (socket) => limitConnecting(socket, connectMs));
    asking.end(body);
    const response = await promise;
    const { statusCode: code = 0 } = response;
    const text = wantsBody(code) ? await limited(response, maxBytes) : '';
    response.destroy();
    return { code, headers: response.headers, text };
}
function limitConnecting(socket, ms) {
    if (!socket.connecting)
        return;
    const late = Object.assign(new Error('no connection in time'), { code: 'ETIMEDOUT' });
    const timer = setTimeout(() => socket.destroy(late), ms);
    for (const event of ['connect', 'close'])
        socket.once(event, () => clearTimeout(timer));
}
/** The text, cut off at the limit. */
async function limited(response, maxBytes) {
    const chunks = [];
    let length = 0;
    for await (const chunk of response) {
        chunks.push(chunk);
        length += chunk.length;
        if (length > maxBytes)
            break;
    }
    return Buffer.concat(chunks).toString('utf8', 0, maxBytes);
}


/***/ }),

/***/ 7735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ proxyFor)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2011);
/* harmony import */ var _model_values_endpoint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40);



/**
 * The proxy on the way to an https URL; undefined is: directly. Loopback never goes through one, and `no_proxy` has the rules
 * of @actions/http-client, and addresses and their ranges besides. Throws InputError where the proxy cannot be used.
 */
function proxyFor(target, { proxy, noProxy }) {
    if (proxy === undefined || (0,_model_values_endpoint_js__WEBPACK_IMPORTED_MODULE_2__/* .isLoopback */ .U9)(target.hostname) || isDirect(target, noProxy))
        return undefined;
    return parseProxy(proxy);
}
function isDirect(target, noProxy) {
    const host = hostOf(target);
    const names = [host, target.hostname, `${target.hostname}:${target.port || 443}`];
    const entries = noProxy
        .toLowerCase()
        .split(/[\s,]+/)
        .map(plainEntry)
        .filter((entry) => entry !== '');
    const isNamed = (entry) => (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) === 0 ? names.some((name) => ends(name, entry)) : names.includes(entry) || isInRange(host, entry);
    return entries.some((entry) => entry === '*' || isNamed(entry));
}
/** People write `https://example.com/` and `*.example.com`, too. */
function plainEntry(entry) {
    const host = /^[a-z][a-z0-9+.-]*:\/\/([^/]*)/.exec(entry)?.[1] ?? entry;
    return host.startsWith('*.') ? host.slice(1) : host;
}
/** `example.com` and `.example.com` both stand for what lies below; only the first for the name itself. */
function ends(name, entry) {
    return name === entry || name.endsWith(entry.startsWith('.') ? entry : `.${entry}`);
}
function isInRange(host, entry) {
    const [, network = '', bits] = /^([^/]+)\/(\d+)$/.exec(entry) ?? [];
    const family = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(network);
    if (family === 0 || family !== (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) || Number(bits) > (family === 4 ? 32 : 128))
        return false;
    const range = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    const kind = family === 4 ? 'ipv4' : 'ipv6';
    range.addSubnet(network, Number(bits), kind);
    return range.check(host, kind);
}
function parseProxy({ name, value }) {
    const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`);
    const credentials = url ? credentialsIn(url) : undefined;
    if (!url || credentials === undefined)
        throw unusable(name, 'does not hold the URL of a proxy');
    if (url.protocol !== 'http:') {
        throw unusable(name, `names a proxy by \`${url.protocol}//\`, and only \`http://\` is supported`);
    }
    return {
        host: hostOf(url),
        port: Number(url.port || 80),
        credentials: credentials === '' ? undefined : credentials,
        variable: name
    };
}
/** Undefined where the escapes are broken. */
function credentialsIn({ username, password }) {
    try {
        return username === '' && password === '' ? '' : decodeURIComponent(`${username}:${password}`);
    }
    catch {
        return undefined;
    }
}
/** Without the value: it may hold a password. */
function unusable(name, problem) {
    return new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz([
        new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Problem */ .AF({
            inputs: [name],
            message: `The variable \`${name}\` ${problem}.`,
            fix: 'Write `http://host:port` or `http://user:password@host:port`; what goes through it is encrypted all the same.'
        })
    ]);
}
/** Without the brackets of an IPv6 address. */
function hostOf({ hostname }) {
    return hostname.replace(/^\[|\]$/g, '');
}


/***/ }),

/***/ 7573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ ProxyError),
/* harmony export */   X: () => (/* binding */ openTunnel)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2011);


/** A proxy that gives no tunnel. Nothing has reached the platform. */
class ProxyError extends _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PlatformError */ .Wk {
    /** True where trying again cannot help. */
    final;
    constructor(message, options) {
        const { final, ...rest } = options;
        super('UNAVAILABLE', message, { ...rest, ambiguous: false, reason: 'platform_unavailable' });
        this.final = final;
    }
}
/** A proxy that takes the connection and says nothing would be waited for until the end of the run. */
const TUNNEL_MS = 15_000;
/**
 * A connection through the proxy to `authority` (`host:port`), on one to the proxy where there is one already. Throws
 * ProxyError, or the signal's reason.
 */
async function openTunnel(proxy, authority, signal, toProxy) {
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers();
    const silence = AbortSignal.timeout(TUNNEL_MS);
    const asking = (0,node_http__WEBPACK_IMPORTED_MODULE_0__.request)({
        method: 'CONNECT',
        host: proxy.host,
        port: proxy.port,
        path: authority,
        headers: { host: authority, ...authorization(proxy) },
        ...(toProxy ? { createConnection: () => toProxy } : { agent: false }),
        signal: AbortSignal.any([signal, silence])
    });
    asking.once('connect', ({ statusCode = 0 }, socket, head) => {
        if (statusCode >= 200 && statusCode < 300) {
            if (head.length > 0)
                socket.unshift(head);
            resolve(socket);
        }
        else {
            socket.destroy();
            reject(refused(proxy, authority, statusCode));
        }
    });
    asking.on('error', (cause) => {
        if (signal.aborted)
            reject(signal.reason);
        else
            reject(silence.aborted ? silent(proxy) : unreachable(proxy, cause));
    });
    asking.end();
    return await promise;
}
function authorization({ credentials }) {
    return credentials === undefined
        ? {}
        : { 'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}` };
}
function refused(proxy, authority, code) {
    const { variable } = proxy;
    if (code === 407) {
        const had = proxy.credentials !== undefined;
        const hint = had
            ? `Check the user and the password in \`${variable}\`; special characters are written as in a URL, such as %40 for @.`
            : `Write them in \`${variable}\`, as \`http://user:password@host:port\`.`;
        const message = had ? 'refused the user and the password (HTTP 407)' : 'wants a user and a password (HTTP 407)';
        return new ProxyError(`${nameOf(proxy)} ${message}.`, { hint, final: true });
    }
    return new ProxyError(`${nameOf(proxy)} does not connect to ${authority} (HTTP ${code}).`, {
        hint: `Have the proxy allow that host, or name the host in \`NO_PROXY\` where it can be reached directly.`,
        final: code < 500
    });
}
function unreachable(proxy, cause) {
    return new ProxyError(`${nameOf(proxy)} cannot be reached${cause.code === undefined ? '' : ` (${cause.code})`}.`, {
        cause,
        hint: `Check \`${proxy.variable}\`, or name the host in \`NO_PROXY\` where it can be reached directly.`,
        final: false
    });
}
function silent(proxy) {
    return new ProxyError(`${nameOf(proxy)} did not answer within ${TUNNEL_MS / 1000} s.`, {
        hint: `Check \`${proxy.variable}\`, or name the host in \`NO_PROXY\` where it can be reached directly.`,
        final: false
    });
}
/** Without its password. */
function nameOf({ host, port, variable }) {
    return `The proxy ${host}:${port} (variable \`${variable}\`)`;
}


/***/ })

};
