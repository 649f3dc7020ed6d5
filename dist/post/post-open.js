export const id = "post-open";
export const ids = ["post-open"];
export const modules = {

/***/ 3606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hl: () => (/* binding */ parseKeyValues),
/* harmony export */   Wo: () => (/* binding */ NO_NAME),
/* harmony export */   Yu: () => (/* binding */ isWrapped)
/* harmony export */ });
/* harmony import */ var _model_values_variable_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(129);
/* harmony import */ var _model_values_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9392);


const BLOCK_FORM = 'A value of several lines is written as KEY<<END, the lines, and END on a line of its own.';
/** `openssl base64` and `base64` break their lines at 64 and 76 characters, PEM at 64. */
const WRAPPED_LENGTH = 60;
/**
 * Reads `KEY=VALUE` lines: the first `=` splits, a line that begins with `#` is a comment, and a value of several lines
 * is written as `KEY<<END`, the lines, `END`. A value is kept as it stands, with its spaces and quotes. Of a line that
 * may be the rest of a secret nothing is said but where it is.
 */
function parseKeyValues(text) {
    if (/^\s*[{[]/.test(text)) {
        return { problem: 'is written as JSON', fix: 'Write KEY=VALUE on each line, for example GREETING=Hello.' };
    }
    const values = Object.create(null);
    const entries = [];
    const lines = text.split(/\r\n?|\n/);
    for (let at = 0; at < lines.length; at++) {
        const line = (lines[at] ?? '').trimStart();
        if (line.trim() === '' || line.startsWith('#'))
            continue;
        const entry = readEntry(lines, at, entries.at(-1));
        if ('problem' in entry)
            return entry;
        if (entry.key in values) {
            return { problem: `names ${entry.key} twice (line ${at + 1})`, fix: 'Keep one of the two lines.' };
        }
        values[entry.key] = entry.value;
        entries.push(entry);
        at = entry.end;
    }
    return { value: { ...values }, warnings: warningsOf(entries) };
}
function readEntry(lines, at, before) {
    const split = splitLine((lines[at] ?? '').trimStart());
    const fault = faultOf(split, at, before !== undefined);
    if (fault)
        return fault;
    if (split.isBlock)
        return readBlock(split, lines, at);
    if (/^=*\s*$/.test(split.rest) && before?.end === at - 1 && !before.isBlock && isWrapped(lines[at - 1] ?? '')) {
        const fix = `${BLOCK_FORM} If the line is a variable of its own without a value, write it so too.`;
        return { problem: `has a line that looks like the rest of the value above it (line ${at + 1})`, fix };
    }
    return { ...split, value: split.rest, end: at };
}
/** The first `=` or `<<` splits; without either, all of the line is the key. */
function splitLine(line) {
    const [equals, block] = [line.indexOf('='), line.indexOf('<<')];
    const isBlock = block >= 0 && (equals < 0 || block < equals);
    const at = isBlock ? block : equals;
    if (at < 0)
        return { key: line, rest: '', isBlock, isSpaced: false, isSplit: false };
    const rest = line.slice(at + (isBlock ? 2 : 1));
    const isSpaced = !isBlock && /\s/.test(line.charAt(at - 1)) && /^\s/.test(rest);
    return { key: line.slice(0, at).trimEnd(), rest, isBlock, isSpaced, isSplit: true };
}
function faultOf({ key, isSplit }, at, hasEntry) {
    const place = `(line ${at + 1})`;
    const also = hasEntry ? ` ${BLOCK_FORM}` : '';
    if (/^[A-Za-z_]\w*:(\s|$)/.test(key)) {
        return { problem: `has a line with ":" in place of "=" ${place}`, fix: `Write KEY=VALUE on each line.${also}` };
    }
    if (!isSplit)
        return { problem: `has a line without "=" ${place}`, fix: `Write KEY=VALUE on each line.${also}` };
    if (/^["']/.test(key)) {
        return { problem: `has quotes before a key ${place}`, fix: `Write KEY=VALUE without quotes around it.${also}` };
    }
    if ((0,_model_values_variable_name_js__WEBPACK_IMPORTED_MODULE_0__/* .isVariableName */ .K)(key))
        return undefined;
    return { problem: `${NO_NAME.problem} ${place}`, fix: `${NO_NAME.fix}${also}` };
}
/** What is said of a key that is none. */
const NO_NAME = {
    problem: 'has a key that cannot be a variable\u2019s name',
    fix: 'Use letters, digits and "_" in a key, and do not begin with a digit.'
};
/** Whether a line may be the first of a secret that has several. */
function isWrapped(line) {
    const text = line.trim();
    return text.length >= WRAPPED_LENGTH && !/\s/.test(text);
}
function readBlock(split, lines, at) {
    const { key, rest } = split;
    const delimiter = rest.trim();
    let end = at + 1;
    while (end < lines.length && lines[end]?.trim() !== delimiter)
        end++;
    if (delimiter === '' || end === lines.length) {
        return {
            problem: `has a block for ${key} that does not end (line ${at + 1})`,
            fix: `Write ${key}<<END, the lines, and END on a line of its own.`
        };
    }
    return { ...split, value: lines.slice(at + 1, end).join('\n'), end };
}
/** What is kept as it stands, and was perhaps not meant so. */
function warningsOf(entries) {
    const spaced = entries.filter(({ isSpaced }) => isSpaced);
    const quoted = entries.filter(({ isBlock, value }) => !isBlock && isQuoted(value));
    return [
        ...(spaced.length > 0 ? [`keeps the space after "=" as part of ${valuesOf(spaced)}: write KEY=VALUE.`] : []),
        ...(quoted.length > 0 ? [`keeps the quotes as part of ${valuesOf(quoted)}: write KEY=VALUE without them.`] : [])
    ];
}
function isQuoted(value) {
    return /^(?:".*"|'.*')$/.test(value.trim());
}
function valuesOf(entries) {
    return `the value${entries.length > 1 ? 's' : ''} of ${(0,_model_values_words_js__WEBPACK_IMPORTED_MODULE_1__/* .enumerate */ .HL)(entries.map(({ key }) => key))}`;
}


/***/ }),

/***/ 1326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ pauseAfter),
/* harmony export */   n: () => (/* binding */ Backoff)
/* harmony export */ });
/** The pause after so many tries, from 1, in milliseconds: it doubles each time, up to the longest. */
function pauseAfter({ first, most }, tries) {
    return Math.min(first * 2 ** (tries - 1), most);
}
/** Pauses one after the other. */
class Backoff {
    #range;
    #tries = 0;
    constructor(range) {
        this.#range = range;
    }
    /** How long to wait now, in milliseconds. */
    next() {
        this.#tries++;
        return pauseAfter(this.#range, this.#tries);
    }
    /** The next pause is the first one again. */
    reset() {
        this.#tries = 0;
    }
}


/***/ }),

/***/ 2011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ Problem),
/* harmony export */   C9: () => (/* binding */ Stopped),
/* harmony export */   Dh: () => (/* binding */ ExpectedError),
/* harmony export */   Wk: () => (/* binding */ PlatformError),
/* harmony export */   Xs: () => (/* binding */ isBearable),
/* harmony export */   c8: () => (/* binding */ SourceError),
/* harmony export */   d8: () => (/* binding */ why),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   es: () => (/* binding */ rootCause),
/* harmony export */   ht: () => (/* binding */ UnsupportedServerError),
/* harmony export */   lR: () => (/* binding */ AuthError),
/* harmony export */   sH: () => (/* binding */ DeployError),
/* harmony export */   sb: () => (/* binding */ clause),
/* harmony export */   zg: () => (/* binding */ StepError)
/* harmony export */ });
/* harmony import */ var _values_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9392);

/** A failure that we expected and can explain. Any other error is a bug in the action. */
class ExpectedError extends Error {
    /** Goes to the output `reason_code`. */
    reason;
    /** What the reader can do about it, as imperative sentences. */
    hint;
    /** What is wrong in a few words, where that says more than the reason: goes on after the app's name and a colon. */
    headline;
    constructor(reason, message, options = {}) {
        super(message, options);
        this.name = new.target.name;
        this.reason = reason;
        this.hint = options.hint;
        this.headline = options.headline;
    }
}
/** One thing that is wrong with what the user gave. Its text names an input: who reads it alone must know where to look. */
class Problem {
    inputs;
    message;
    fix;
    inFiles;
    /** Private, so that no other object is taken for a Problem. */
    #text;
    constructor({ inputs, message, fix, inFiles = false }) {
        const text = `${message} ${fix}`;
        const isNamed = inputs.some((name) => text.includes(`\`${name}\``) || text.includes(`\`${name}: `));
        this.inputs = inputs;
        this.message = isNamed ? message : `${(0,_values_words_js__WEBPACK_IMPORTED_MODULE_0__/* .enumerate */ .HL)(inputs.map((name) => `\`${name}\``))}: ${message}`;
        this.fix = fix;
        this.inFiles = inFiles;
        this.#text = `${this.message} ${fix}`.trimEnd();
    }
    /** What is wrong and what to write instead, in one line. */
    get text() {
        return this.#text;
    }
}
/** All that is wrong with the inputs, reported at once. Nothing has been sent. */
class InputError extends ExpectedError {
    problems;
    constructor(problems) {
        const reason = problems.every((problem) => problem.inFiles) ? 'source_error' : 'bad_input';
        super(reason, problems.map(({ text }) => text).join('\n'));
        this.problems = problems;
    }
}
/** The files on disk cannot be packed. */
class SourceError extends ExpectedError {
    constructor(message, options = {}) {
        super('source_error', message, options);
    }
}
/** The credentials were refused, or the token endpoint gave none. */
class AuthError extends ExpectedError {
    constructor(message, options = {}) {
        super('auth_failed', message, options);
    }
}
/** The server lacks a method, a field or reflection that the plan needs. */
class UnsupportedServerError extends ExpectedError {
    constructor(message, options = {}) {
        super('unsupported_server', message, options);
    }
}
/** The platform answered a call with an error, or did not answer. */
class PlatformError extends ExpectedError {
    /** The gRPC status name, for example `UNAVAILABLE`. */
    code;
    /** True where the call may have taken effect although no answer came (docs/runner.md, Calls that break). */
    ambiguous;
    /** True where a message came that could not be read: sent again, it is the same message. */
    isUnreadable;
    /** What the platform said, without our sentence around it, which may hold the names of anything. */
    words;
    constructor(code, message, options) {
        super(options.reason, message, options);
        this.code = code;
        this.ambiguous = options.ambiguous;
        this.isUnreadable = options.isUnreadable ?? false;
        this.words = options.words ?? message;
    }
}
/** A phase ended badly for a reason that is the deployment's own, not one call's. */
class DeployError extends ExpectedError {
    /** The last lines of the phase's remote log, harmless already: shown where the eye falls first. */
    excerpt;
    /** What to write into the workflow, line by line. */
    snippet;
    speaker;
    constructor(reason, message, options = {}) {
        super(reason, message, options);
        this.excerpt = options.excerpt ?? [];
        this.snippet = options.snippet ?? [];
        this.speaker = options.speaker ?? 'platform';
    }
}
/** The run was told to stop: by a signal, or by `timeout-minutes`. */
class Stopped extends ExpectedError {
    constructor(reason, message, options = {}) {
        super(reason, message, options);
    }
}
/** A named part of the deployment failed; the cause says how. */
class StepError extends Error {
    step;
    constructor(step, cause) {
        super(`${step} failed`, { cause });
        this.name = 'StepError';
        this.step = step;
    }
}
/** Whether the run may go on without what failed: not after its stop, nor after a bug of ours. */
function isBearable(error) {
    return error instanceof ExpectedError && !(error instanceof Stopped);
}
/** What an error says, whatever it was that was thrown. */
function why(error) {
    return error instanceof Error ? error.message : String(error);
}
/** What an error says, to stand in a sentence of ours: without its full stop. */
function clause(error) {
    return why(error).replace(/\.$/, '');
}
/** The failure itself, without the step that it ended. */
function rootCause(error) {
    if (error instanceof SuppressedError)
        return rootCause(error.suppressed);
    return error instanceof StepError ? error.cause : error;
}


/***/ }),

/***/ 40:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ parseEndpoint),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   YJ: () => (/* binding */ shortEndpoint),
/* harmony export */   q_: () => (/* binding */ defaultTokenUrl),
/* harmony export */   qf: () => (/* binding */ parseTokenUrl)
/* harmony export */ });
const KNOWN = {
    staging: {
        authority: 'rpc.dev.dodil.io:443',
        tokenUrl: 'https://id.dev.dodil.io/realms/dodil/protocol/openid-connect/token'
    },
    production: {
        authority: 'rpc.dodil.io:443',
        tokenUrl: 'https://id.dodil.io/realms/dodil/protocol/openid-connect/token'
    }
};
/** The HTTP API of each, as its pages write it: a URL. */
const HTTP_HOSTS = { 'api.dev.dodil.io': 'staging', 'api.dodil.io': 'production' };
const FORMS = 'Write `staging`, `production`, `host:port` or `https://host:port`.';
/**
 * Reads `api-endpoint`. `host:port` without a scheme is TLS, except on loopback, where it is plaintext: so the address
 * that the emulator prints works as it is.
 */
function parseEndpoint(text) {
    const written = text.trim();
    const known = Object.hasOwn(KNOWN, written) ? KNOWN[written] : undefined;
    if (known)
        return { authority: known.authority, secure: true, loopback: false, name: `${known.authority} (${written})` };
    const address = parseAddress(written);
    if ('problem' in address)
        return address;
    const { scheme, hostname, port } = address;
    const meant = scheme === undefined ? undefined : HTTP_HOSTS[hostname];
    if (meant !== undefined) {
        return {
            problem: `${hostname} is the host of the HTTP API.`,
            fix: `Write \`${meant}\`, which is gRPC\u2019s \`${KNOWN[meant]?.authority}\`.`
        };
    }
    const loopback = isLoopback(hostname);
    if (scheme === 'http' && !loopback) {
        return {
            problem: 'Plaintext is refused: the token would be readable on the way.',
            fix: 'Write `https://host:port`.'
        };
    }
    const authority = `${hostname}:${port}`;
    return { authority, secure: scheme === 'https' || (scheme === undefined && !loopback), loopback, name: authority };
}
/** The platform's name for an endpoint, or where it is; what cannot be read, as it was written. */
function shortEndpoint(text) {
    const endpoint = Object.hasOwn(KNOWN, text) ? undefined : parseEndpoint(text);
    return endpoint && 'authority' in endpoint ? endpoint.authority : text;
}
/** The token endpoint that belongs to a known platform; any other needs `auth-url`. */
function defaultTokenUrl(endpoint) {
    return Object.values(KNOWN).find((known) => known.authority === endpoint.authority)?.tokenUrl;
}
/** Reads `auth-url`: the token endpoint's whole URL, https, or http on loopback. */
function parseTokenUrl(text) {
    const fix = 'Write the whole URL, such as `https://id.example.com/realms/dodil/protocol/openid-connect/token`.';
    if (!URL.canParse(text.trim()))
        return { problem: 'This is not a URL.', fix };
    const url = new URL(text.trim());
    if (url.username !== '' || url.password !== '')
        return { problem: 'A URL with a user or password is refused.', fix };
    if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)))
        return url.href;
    return { problem: 'Only https is accepted, or http on loopback: the secret is sent there.', fix };
}
function parseAddress(written) {
    const parts = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^\s\\/?#]+)(.*)$/is.exec(written);
    const scheme = parts?.[1]?.toLowerCase();
    const authority = parts?.[2] ?? '';
    const rest = parts?.[3] ?? '';
    if (/^(unix|unix-abstract|xds|dns|ipv4|ipv6|vsock):(?!\d+$)/i.test(written))
        return unreadable('a gRPC name scheme');
    if (scheme !== undefined && scheme !== 'http' && scheme !== 'https')
        return unreadable('another scheme');
    if (authority.includes('@'))
        return unreadable('a user name');
    if (rest !== '' && rest !== '/')
        return unreadable('a path');
    const port = /:(\d+)$/.exec(authority)?.[1];
    if (port === undefined && scheme === undefined)
        return { problem: 'The address has no port.', fix: FORMS };
    const form = `${scheme ?? 'https'}://${authority}`;
    if (authority === '' || authority.includes('%') || !URL.canParse(form))
        return { problem: 'This is no address.', fix: FORMS };
    const number = Number(port ?? (scheme === 'http' ? 80 : 443));
    if (number < 1 || number > 65_535)
        return { problem: 'A port is a number from 1 to 65535.', fix: FORMS };
    return { scheme, hostname: new URL(form).hostname, port: number };
}
function unreadable(what) {
    return { problem: `An address with ${what} is refused.`, fix: FORMS };
}
/** `hostname` as URL gives it: IPv4 in four decimal parts, IPv6 short and in brackets. */
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}


/***/ }),

/***/ 9543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ isRecord)
/* harmony export */ });
/** Neither null, nor a list, nor bytes. */
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}


/***/ }),

/***/ 5434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DQ: () => (/* binding */ readPullRequest),
/* harmony export */   WM: () => (/* binding */ isCommit),
/* harmony export */   pG: () => (/* binding */ readBranch)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9543);

/** Reads what GitHub tells of a pull request of `repository`; undefined where it is none. */
function readPullRequest(json, repository) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u)(json) || !isNumber(json['number']))
        return undefined;
    const { number, head, state } = json;
    const { sha, repo, ref } = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u)(head) ? head : {};
    return {
        number,
        head: readBranch(repo, ref),
        headSha: typeof sha === 'string' && isCommit(sha) ? sha : undefined,
        // `fork: true` says nothing by itself: in a repository that is a fork, its own branches have it too.
        isFork: repo !== undefined && !((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u)(repo) && repo['full_name'] === repository),
        isClosed: state === 'closed',
        isMerged: json['merged'] === true
    };
}
/** What GitHub tells of a branch. */
function readBranch(repository, name) {
    const full = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u)(repository) ? repository['full_name'] : undefined;
    return {
        repository: typeof full === 'string' ? full : undefined,
        name: typeof name === 'string' ? name : undefined
    };
}
function isNumber(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}
/** Anything else could be taken for an option of a program. */
function isCommit(text) {
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}


/***/ }),

/***/ 129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ isVariableName)
/* harmony export */ });
/** Whether a variable can have that name. One that it cannot have may be a part of a secret that was cut in two. */
function isVariableName(name) {
    return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
}


/***/ }),

/***/ 9392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ size),
/* harmony export */   HL: () => (/* binding */ enumerate),
/* harmony export */   IK: () => (/* binding */ withShortDigests),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   h5: () => (/* binding */ shownTime),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* unused harmony exports inTime, grouped, firstOf */
/** `43 ms`, `2.4 s`, `12 s`, `3 min 5 s`. */
function duration(ms) {
    if (ms < 999.5)
        return `${Math.max(0, Math.round(ms))} ms`;
    if (ms < 9_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** ` (2.4 s)`; empty below a second, which tells nobody anything. */
function inTime(ms) {
    return ms < 999.5 ? '' : ` (${duration(ms)})`;
}
/** `2026-11-21T10:00:00Z`, of milliseconds since the epoch. A number that is no time of this calendar is shown as it is. */
function shownTime(ms) {
    const time = new Date(ms);
    return Number.isNaN(time.getTime()) ? String(ms) : time.toISOString().replace('.000Z', 'Z');
}
/** A text with each digest in it cut to 12 digits, which tell it from any other. */
function withShortDigests(text) {
    return text.replace(/\b([0-9a-f]{12})[0-9a-f]{20,116}\b/g, '$1');
}
/** `312 B`, `14.2 kB`, `3.1 MB`, `2.1 GB`; a kB is 1,000 bytes. What would be rounded to 1000.0 is one of the next unit. */
function size(bytes) {
    if (bytes < 1000)
        return `${bytes} B`;
    if (bytes < 999_950)
        return `${(bytes / 1000).toFixed(1)} kB`;
    if (bytes < 999_950_000)
        return `${(bytes / 1_000_000).toFixed(1)} MB`;
    return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}
/** `1,234`. What knows the numbers of all languages takes longer to load than a file takes to pack. */
function grouped(n) {
    return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}
/** `1 file`, `1,234 files`. */
function count(n, noun) {
    return `${grouped(n)} ${noun}${n === 1 ? '' : 's'}`;
}
/** `a`, `a and b`, `a, b and c`. */
function enumerate(words) {
    return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
/** `a, b`; of more words than are shown, the first: `a, b and 4 more`. */
function firstOf(words, shown) {
    const first = words.slice(0, shown).join(', ');
    return words.length > shown ? `${first} and ${words.length - shown} more` : first;
}


/***/ }),

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


/***/ }),

/***/ 5176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  postOpen: () => (/* binding */ postOpen)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
;// CONCATENATED MODULE: ./build/log/heartbeat.js
/** Longer silence is told (in milliseconds). */
const SILENCE_MS = 15_000;
const realTimers = {
    // What measures performance is a dozen modules.
    now: () => process.uptime() * 1000,
    after: (ms, run) => setTimeout(run, ms).unref()
};
/** Tells, every 15 s of silence, for how long the work has been going on. Ends when it is disposed of. */
class Heartbeat {
    #timers;
    #tell;
    #started;
    #lastSign;
    #timer;
    constructor(timers, tell) {
        this.#timers = timers;
        this.#tell = tell;
        this.#started = timers.now();
        this.#lastSign = this.#started;
        this.#timer = this.#wait();
    }
    /** Something was shown. A timer that is set anew by each line of a flood would cost more than this. */
    sign() {
        this.#lastSign = this.#timers.now();
    }
    [Symbol.dispose]() {
        this.#timer[Symbol.dispose]();
    }
    #wait() {
        const left = this.#lastSign + SILENCE_MS - this.#timers.now();
        return this.#timers.after(Math.max(0, left), () => this.#look());
    }
    #look() {
        const now = this.#timers.now();
        if (now - this.#lastSign >= SILENCE_MS) {
            this.#lastSign = now;
            this.#tell(now - this.#started);
        }
        this.#timer = this.#wait();
    }
}

// EXTERNAL MODULE: ./build/model/values/words.js
var words = __webpack_require__(9392);
;// CONCATENATED MODULE: ./build/log/remote-text.js
/** Stands before each line of a remote log: nothing that follows it can be a `::` command, whatever .NET trims. */
const GUTTER = '| ';
/** In UTF-16 units. The runner has no limit, but it matches and masks each line as one string. */
const MAX_LINE = 4000;
const COLOURS_OFF = '\u001b[0m';
// The patterns are composed from ECMA-48's parts: escape sequences are introduced by ESC and a character, or by one C1
// control that means the same. None takes a line feed, so that a block of lines is cleaned as its lines would be.
const ESC = '\\u001b';
const CSI_REST = '[0-?]*[ -/]*[@-~]?';
const STRING_REST = `[^\\u0000-\\u0008\\u000a-\\u001f\\u007f-\\u009f]*(?:\\u0007|${ESC}\\\\|\\u009c)`;
const AFTER_ESC = `(?:\\[${CSI_REST}|[P\\]X^_]${STRING_REST}|[ -/]*[0-~]?)`;
const C1_SEQUENCE = `\\u009b${CSI_REST}|[\\u0090\\u0098\\u009d-\\u009f]${STRING_REST}`;
/** A colour or style: numbers of up to three digits, none of them 8, which conceals. */
const COLOUR_AFTER_ESC = '\\[(?:(?!0*8[;m])[0-9]{0,3};){0,15}(?!0*8m)[0-9]{0,3}m';
// Each begins with a plain class or character: what is run over all of a log must not look ahead at every place.
const LINE_CONTROLS = '\\u0000-\\u0008\\u000e-\\u001a\\u001c-\\u001f\\u007f-\\u0084\\u0086-\\u009f';
const BLOCK_CONTROLS = '\\u0000-\\u0008\\u000b-\\u001a\\u001c-\\u001f\\u007f-\\u009f';
const CONTROLS = new RegExp(`${ESC}${AFTER_ESC}|${C1_SEQUENCE}|[${LINE_CONTROLS}]`, 'g');
const NO_COLOUR = `${ESC}(?!${COLOUR_AFTER_ESC})${AFTER_ESC}`;
const CONTROLS_BUT_COLOURS = new RegExp(`${NO_COLOUR}|${C1_SEQUENCE}|[${BLOCK_CONTROLS}]`, 'g');
const COLOURS = new RegExp(`${ESC}${COLOUR_AFTER_ESC}`, 'g');
const COLOURED_LINE = new RegExp(`(${ESC}[^\\n]*)\\n`, 'g');
const LINE_BREAKS = /[\n\v\f\r\u0085\u2028\u2029]+/g;
const BIDI = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';
const BIDI_CONTROL = new RegExp(`[${BIDI}]`, 'g');
const NEEDS_STRIPPING = new RegExp(`[${BLOCK_CONTROLS}${ESC}\\u2028\\u2029${BIDI}]`);
// In text of characters up to U+00FF, V8 skips 16 at a time that are not in a class of up to 16, of which it compares the
// lower seven bits: two such searches, and three for one character, take a sixth of the time that the whole class takes.
const WIDE = /[\u0100-\uffff]/;
const NARROW_CLASSES = [
    '\\u0000-\\u0008\\u000b-\\u000f\\u0080-\\u0088\\u008b-\\u008f',
    '\\u0010-\\u001f\\u0090-\\u009f'
].map((each) => new RegExp(`[${each}]`));
const OTHER_NARROW = ['\u007f', '\u0089', '\u008a'];
/** Everything Unicode wants rendered as nothing, but the variation selectors that emoji are written with. */
const INVISIBLE = /(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu;
// The runner searches `##[` by .NET's `IndexOf(string)`, which asks the culture: it may see nothing in characters that
// have no weight of their own, and so find a command that is not there byte for byte.
const WEIGHTLESS = '\\p{Default_Ignorable_Code_Point}\\p{Cf}\\p{M}';
const GAP = `[${WEIGHTLESS}]*`;
const COMMAND_IN_BLOCK = new RegExp(`#${GAP}#(?=${GAP}\\[)`, 'gu');
/** The same, or a piece of it at an edge, which our own words or the next value could complete. */
const COMMAND_IN_VALUE = new RegExp(`#${GAP}#(?=${GAP}(?:\\[|$))|^${GAP}#(?=${GAP}\\[)`, 'gu');
/** The one character that .NET trims and `\s` does not know, U+0085, is gone before this is asked. */
const STARTS_COMMAND = new RegExp(`^[\\s${WEIGHTLESS}]*:${GAP}:`, 'u');
/**
 * One remote value as a single line without colours, to be put into a sentence of ours: a name, a version, a path, the
 * details of a gRPC status. At most 4,000 characters. Only a line that starts with other words is safe with it; for a
 * line of its own, see {@link ownLine}.
 */
function cleanLine(text) {
    const line = NEEDS_NO_CLEANING.test(text) ? text : cleaned(text);
    return line.length > MAX_LINE ? capped(line) : line;
}
/** Printable ASCII without `#`: no control character, nothing invisible, and no `##[`. */
const NEEDS_NO_CLEANING = /^[ -"$-~]*$/;
function cleaned(text) {
    return text
        .toWellFormed()
        .replace(CONTROLS, '')
        .replace(/\r?\n$/, '')
        .replace(LINE_BREAKS, ' \u23ce ')
        .replaceAll('\t', ' ')
        .replace(INVISIBLE, codePointShown)
        .replace(COMMAND_IN_VALUE, '$&\\');
}
/** Text as one line of the job log that the runner takes for no command, wherever the text comes from. */
function ownLine(text) {
    const line = cleanLine(text);
    return STARTS_COMMAND.test(line) ? GUTTER + line : line;
}
/**
 * Whole lines of a remote log, each ended by a line feed, as lines that hold no command (docs/runner.md, Commands) once
 * each has its gutter. Colours stay. Secrets are taken out by `redact` once escapes are gone, which may hide them, and
 * before a cut can halve them; it must leave line feeds alone.
 */
function cleanLines(block, redact) {
    const redacted = redact(needsStripping(block) ? strip(block) : block);
    // Broken after stripping, which may have joined the halves of a `##[`. Most blocks hold no `#` at all.
    const broken = redacted.includes('#') ? redacted.replace(COMMAND_IN_BLOCK, '$&\\') : redacted;
    const cut = capLines(broken);
    return cut.includes('\u001b') ? cut.replace(COLOURED_LINE, `$1${COLOURS_OFF}\n`) : cut;
}
/** Whether this is one line with its gutter, or else one that is as harmless: then it need not be cleaned again. */
function isCleaned(line) {
    return line.startsWith(GUTTER) && !/[\r\n]/.test(line) && line.search(COMMAND_IN_BLOCK) === -1;
}
function needsStripping(block) {
    if (WIDE.test(block))
        return NEEDS_STRIPPING.test(block);
    return NARROW_CLASSES.some((each) => each.test(block)) || OTHER_NARROW.some((each) => block.includes(each));
}
function strip(block) {
    return block
        .replace(CONTROLS_BUT_COLOURS, '')
        .replace(/[\u2028\u2029]/g, ' ')
        .replace(BIDI_CONTROL, codePointShown);
}
/** Cleaned text without the colours that {@link cleanLines} leaves. */
function withoutColours(text) {
    return text.includes('\u001b') ? text.replace(COLOURS, '') : text;
}
function capLines(block) {
    if (block.length <= MAX_LINE)
        return block;
    let done = '';
    let copied = 0;
    let start = 0;
    while (block.length - start > MAX_LINE) {
        // All lines up to the last line feed that is near enough are short.
        const near = block.lastIndexOf('\n', start + MAX_LINE);
        if (near >= start) {
            start = near + 1;
            continue;
        }
        const end = block.indexOf('\n', start);
        if (end === -1)
            break;
        done += block.slice(copied, start) + capped(block.slice(start, end));
        copied = end;
        start = end + 1;
    }
    return done + block.slice(copied);
}
function capped(line) {
    const end = endOfCut(line, MAX_LINE);
    return `${line.slice(0, end)}\u2026 (${line.length - end} more)`;
}
/** The place nearest before `limit` where no surrogate pair and no colour sequence is cut in two. */
function endOfCut(line, limit) {
    const colour = line.lastIndexOf('\u001b', limit - 1);
    if (colour !== -1 && line.indexOf('m', colour) >= limit)
        return colour;
    const isHighSurrogate = (line.charCodeAt(limit - 1) & 0xfc00) === 0xd800;
    return isHighSurrogate ? limit - 1 : limit;
}
function codePointShown(character) {
    const hex = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    return `<U+${hex}>`;
}
/** A cleaned line as it was before the gutter was put before it. */
function remote_text_withoutGutter(line) {
    return line.startsWith(GUTTER) ? line.slice(GUTTER.length) : line;
}

;// CONCATENATED MODULE: ./build/log/gutters.js

const LINE_FEEDS = /\n/g;
/** No UTF-16 unit takes more in UTF-8. */
const MAX_BYTES = 3;
/** Puts the gutters before cleaned lines, so that none of them is a command, and makes bytes of them. */
class Gutters {
    /** For one block after the other: new memory for each costs more than to clean it. */
    #memory = Buffer.alloc(0);
    /** Takes whole lines. The bytes are good until the next call. */
    before(lines) {
        // V8 has a quick way for a pattern of one character, which `replaceAll` does not take.
        const text = lines.replace(LINE_FEEDS, `\n${GUTTER}`);
        const most = GUTTER.length + text.length * MAX_BYTES;
        if (this.#memory.length < most)
            this.#memory = Buffer.allocUnsafe(most);
        const start = this.#memory.write(GUTTER);
        // What ends the text is the gutter of a line that is still to come.
        const end = start + this.#memory.write(text, start) - GUTTER.length;
        return { bytes: this.#memory.subarray(0, end), lineCount: (text.length - lines.length) / GUTTER.length };
    }
}

;// CONCATENATED MODULE: ./build/log/whole-lines.js
const LINE_FEED = 0x0a;
/** Where the last whole line ends that fits in so many bytes. */
function endWithin(lines, room) {
    if (lines.length <= room)
        return lines.length;
    return room <= 0 ? 0 : lines.lastIndexOf(LINE_FEED, room - 1) + 1;
}
/** How many lines end in these bytes. */
function lineCount(lines) {
    let count = 0;
    // A call of `indexOf` a line costs more than this.
    for (let at = 0; at < lines.length; at++)
        if (lines[at] === LINE_FEED)
            count++;
    return count;
}

;// CONCATENATED MODULE: ./build/log/last-lines.js

/** A ring of bytes: the last whole lines of all that came, in at most so many bytes. */
class LastLines {
    capacity;
    #ring = Buffer.alloc(1);
    #taken = 0;
    constructor(capacity) {
        this.capacity = capacity;
    }
    take(lines) {
        const ring = this.#ringFor(this.#taken + lines.length);
        const kept = lines.subarray(Math.max(0, lines.length - ring.length));
        this.#taken += lines.length;
        const start = (this.#taken - kept.length) % ring.length;
        const copied = kept.copy(ring, start);
        kept.copy(ring, 0, copied);
    }
    /** Most logs are short: the ring grows with what came until it is full for the first time. */
    #ringFor(bytes) {
        // One byte more than is given back tells whether the first line is whole.
        const most = this.capacity + 1;
        if (bytes < this.#ring.length || this.#ring.length === most)
            return this.#ring;
        const ring = Buffer.allocUnsafe(Math.min(most, 2 * bytes));
        this.#ring.copy(ring);
        this.#ring = ring;
        return ring;
    }
    lines() {
        const ring = this.#ring;
        if (this.#taken < ring.length)
            return ring.subarray(0, this.#taken);
        const oldest = this.#taken % ring.length;
        const all = Buffer.concat([ring.subarray(oldest), ring.subarray(0, oldest)]);
        return all.subarray(all.indexOf(LINE_FEED) + 1);
    }
}

;// CONCATENATED MODULE: ./build/log/line-stream.js
/** In UTF-16 units. What is held of a line that does not end is never longer. */
const MAX_PENDING = 64 * 1024;
/**
 * A line that is too long is cut at a space where its last part has one, else after another sign that no token holds, as
 * in JSON without spaces: half a token could not be redacted.
 */
const CUT_WINDOW = 4 * 1024;
const LAST_OUTSIDE_TOKENS = /[^\w.~+/=%-][\w.~+/=%-]*$/;
const LINE_END = /[\r\n]/g;
/** Stands at the start of each further part of a line that was too long. */
const CONTINUED = '\u2026 ';
/** So many lines of a progress bar are shown as they are; then each that has four times as many before it as the last. */
const FIRST_RETURNS = 3;
const RARER = 4;
/**
 * Bytes of UTF-8 in any chunks to whole lines, ended where the runner's reader ends them: at LF, CRLF and a lone CR. What
 * a lone CR ends would be written over on a terminal, as progress bars are: of a long run of such lines a few are kept, and
 * always what comes last. The lines do not depend on where the chunks are cut.
 */
class LineStream {
    #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    #pending = '';
    #heldReturn = false;
    /** How many lines in succession were ended by a lone CR. */
    #returns = 0;
    /** How many there are when the next one after the first few is shown. */
    #nextShown = RARER;
    /** The lines that this chunk completes, each ended by LF. Empty when there are none. */
    feed(chunk) {
        const text = this.#normalise(this.#decoder.decode(chunk, { stream: true }));
        if (this.#pending.length + text.length <= MAX_PENDING && !/[\r\n]/.test(text)) {
            this.#pending += text;
            return '';
        }
        return this.#take(this.#pending + text);
    }
    /** What is left when the bytes end, as whole lines. The stream can be fed anew afterwards. */
    flush() {
        const rest = this.#pending + this.#normalise(this.#decoder.decode());
        const complete = this.#heldReturn || (rest !== '' && !/[\r\n]$/.test(rest)) ? `${rest}\n` : rest;
        this.#heldReturn = false;
        return this.#take(complete);
    }
    /** Makes every CRLF an LF. A CR at the end is held back: an LF may follow in the next chunk. */
    #normalise(decoded) {
        if (decoded === '')
            return '';
        const text = this.#heldReturn ? `\r${decoded}` : decoded;
        this.#heldReturn = text.endsWith('\r');
        const settled = this.#heldReturn ? text.slice(0, -1) : text;
        return settled.includes('\r') ? settled.replaceAll('\r\n', '\n') : settled;
    }
    #take(text) {
        const folded = text.length > MAX_PENDING ? foldLongLines(text) : text;
        const end = lastEnd(folded);
        this.#pending = folded.slice(end);
        return this.#withoutOverwritten(folded.slice(0, end));
    }
    #withoutOverwritten(lines) {
        if (!lines.includes('\r')) {
            if (lines !== '')
                this.#returns = 0;
            return lines;
        }
        return lines.replace(/([^\r\n]*)([\r\n])/g, (line, words, end) => {
            if (end === '\n') {
                this.#returns = 0;
                return line;
            }
            return this.#isShown() ? `${words}\n` : '';
        });
    }
    #isShown() {
        this.#returns++;
        if (this.#returns === 1)
            this.#nextShown = RARER;
        if (this.#returns < this.#nextShown)
            return this.#returns <= FIRST_RETURNS;
        this.#nextShown *= RARER;
        return true;
    }
}
function foldLongLines(text) {
    let folded = '';
    let copied = 0;
    let start = 0;
    while (text.length - start > MAX_PENDING) {
        // All lines up to the last end that is near enough are short.
        const near = lastEnd(text.slice(start, start + MAX_PENDING + 1));
        if (near > 0) {
            start += near;
            continue;
        }
        const end = endOfLine(text, start);
        folded += text.slice(copied, start) + foldLine(text.slice(start, end));
        copied = end;
        start = end + 1;
    }
    return folded + text.slice(copied);
}
function foldLine(line) {
    let folded = '';
    let start = 0;
    let room = MAX_PENDING;
    while (line.length - start > room) {
        const cut = cutBefore(line, start + room);
        folded += `${line.slice(start, cut)}\n${CONTINUED}`;
        start = cut;
        room = MAX_PENDING - CONTINUED.length;
    }
    return folded + line.slice(start);
}
/** Where the last line ends that does; 0 where none does. */
function lastEnd(text) {
    // A search from behind for what is not there takes ten times as long as one from before.
    const lastReturn = text.includes('\r') ? text.lastIndexOf('\r') : -1;
    return Math.max(text.lastIndexOf('\n'), lastReturn) + 1;
}
function endOfLine(text, start) {
    LINE_END.lastIndex = start;
    return LINE_END.exec(text)?.index ?? text.length;
}
function cutBefore(text, limit) {
    const start = limit - CUT_WINDOW;
    const window = text.slice(start, limit);
    const space = window.lastIndexOf(' ');
    const last = space === -1 ? window.search(LAST_OUTSIDE_TOKENS) : space;
    const cut = last === -1 ? limit : start + last + 1;
    const isHighSurrogate = (text.charCodeAt(cut - 1) & 0xfc00) === 0xd800;
    return isHighSurrogate ? cut - 1 : cut;
}

;// CONCATENATED MODULE: ./build/log/log-window.js


/** People open the job log in a browser; the runner keeps, masks and uploads each line of it. */
const SHOWN = { first: 9_000_000, last: 1_000_000 };
/**
 * The part of one remote log that the job log shows: what comes first at once, what comes last when it ends. It holds
 * no more than the last part, however much comes.
 */
class LogWindow {
    #room;
    #last;
    #heldLines = 0;
    #heldBytes = 0;
    constructor({ first, last }) {
        this.#room = first;
        this.#last = new LastLines(last);
    }
    /** Whether lines that came are neither shown nor held. */
    get isLosing() {
        return this.#heldBytes > this.#last.capacity;
    }
    /** Those of these whole lines, so many, that are shown now. The others are held until the end, or until more come. */
    take(lines, count) {
        const end = endWithin(lines, this.#room);
        // What comes after a held line is held too.
        this.#room = end < lines.length ? 0 : this.#room - end;
        const shown = lines.subarray(0, end);
        if (end < lines.length)
            this.#hold(lines.subarray(end), count - lineCount(shown));
        return shown;
    }
    /**
     * What is shown at the end, and what is missing before it. A log that broke off has several ends: each shows half of
     * what the one before did, so that even then the whole stays bounded.
     */
    end() {
        const last = this.#last.lines();
        const leftOut = { lines: this.#heldLines - lineCount(last), bytes: this.#heldBytes - last.length };
        if (this.#heldBytes > 0)
            this.#last = new LastLines(Math.floor(this.#last.capacity / 2));
        this.#heldLines = 0;
        this.#heldBytes = 0;
        return { leftOut: leftOut.bytes > 0 ? leftOut : undefined, last };
    }
    #hold(lines, count) {
        this.#heldLines += count;
        this.#heldBytes += lines.length;
        this.#last.take(lines);
    }
}

;// CONCATENATED MODULE: ./build/log/step-lines.js

/** As many lines as stand in the open where a step fails. */
const MOST_OPEN = 40;
/**
 * What a step prints, until it is known where it belongs: in a group where the step goes well, in the open where it fails,
 * since nobody unfolds a group to look for a cause. So a few lines are held. More of them fold at once, and are shown as
 * they come.
 */
class StepLines {
    #outlet;
    #held = [];
    #lines = 0;
    #state = 'held';
    constructor(outlet) {
        this.#outlet = outlet;
    }
    /** Whether a part of it stands in a group. */
    get isFolded() {
        return this.#state === 'folded';
    }
    /** Whether nothing of it is shown yet. */
    get isHeld() {
        return this.#state === 'held';
    }
    /** Takes whole lines. */
    write(text) {
        if (this.#state !== 'folded')
            this.#lines += lineCount(typeof text === 'string' ? Buffer.from(text) : text);
        if (this.#state !== 'folded' && this.#lines > MOST_OPEN)
            this.#fold();
        if (this.#state !== 'held')
            return this.#outlet.write(text);
        this.#held.push(text);
        return true;
    }
    /** Shows what is held, and what comes, in the open: the step takes long, and somebody may be waiting. */
    release() {
        if (this.#state !== 'held')
            return;
        this.#state = 'open';
        this.#flush();
    }
    /** Shows what is still held. */
    end(isFailed) {
        if (this.#state !== 'held' || this.#held.length === 0)
            return;
        if (isFailed)
            this.release();
        else
            this.#fold();
    }
    #fold() {
        this.#state = 'folded';
        this.#outlet.fold();
        this.#flush();
    }
    #flush() {
        for (const text of this.#held)
            this.#outlet.write(text);
        this.#held = [];
    }
}

;// CONCATENATED MODULE: ./build/log/remote-log.js







/**
 * In bytes, or UTF-16 units of text. Messages of one turn are gathered up to here and written at once. A larger one is
 * taken in pieces, and the sink is waited for between them.
 */
const MAX_BLOCK = 64 * 1024;
const TAIL_LINES = MOST_OPEN;
/** A line is cut at so many UTF-16 units, of which none takes more than three bytes, and a little is said of the rest. */
const TAIL_BYTES = TAIL_LINES * (3 * MAX_LINE + 100);
/**
 * The way of a remote log to the job log: lines only, none of them a command, none with a known secret. Text of others
 * may be written to the sink between two writes, as it never ends in the middle of a line. Of a long log the middle is
 * left out, and a line of ours says so.
 */
class RemoteLog {
    #sink;
    #redact;
    #keeper;
    #reader;
    #shown;
    #window;
    #stream = new LineStream();
    #gathered = '';
    #gutters = new Gutters();
    #tail = new LastLines(TAIL_BYTES);
    #turn;
    #room = Promise.resolve();
    #lines = 0;
    #bytes = 0;
    #isLosing = false;
    #isCut = false;
    constructor({ sink, redact, keeper, reader, shown = SHOWN }) {
        this.#reader = reader;
        this.#sink = sink;
        this.#redact = redact;
        this.#keeper = keeper;
        this.#shown = shown;
        this.#window = new LogWindow(shown);
    }
    /** Bytes received. */
    get bytes() {
        return this.#bytes;
    }
    /** Lines that came of it, shown or left out. */
    get lines() {
        return this.#lines;
    }
    /** Whether a part of it was left out of what is shown. */
    get isCut() {
        return this.#isCut;
    }
    /** The last 40 lines as the job log has them, so they are as harmless anywhere else. */
    tail() {
        const text = this.#tail.lines().toString();
        return text === '' ? [] : text.slice(0, -1).split('\n').slice(-TAIL_LINES);
    }
    /** Takes any piece of the log. Resolves when the sink accepts more. */
    write(chunk) {
        this.#bytes += chunk.length;
        return chunk.length <= MAX_BLOCK ? this.#gather(this.#stream.feed(chunk)) : this.#writePieces(chunk);
    }
    /** Writes what is left, also of an unfinished line. Another stream of the same log may be written afterwards. */
    end() {
        this.#gathered += this.#stream.flush();
        this.#writeGathered();
        const { leftOut, last } = this.#window.end();
        if (leftOut) {
            this.#isCut = true;
            this.#say(`Left out here: ${(0,words/* count */.U9)(leftOut.lines, 'line')}, ${(0,words/* size */.Ej)(leftOut.bytes)}. ${this.#keeper?.where ?? ''}`);
        }
        this.#send(last);
        this.#isLosing = false;
        return this.#room;
    }
    async #writePieces(chunk) {
        for (let start = 0; start < chunk.length; start += MAX_BLOCK) {
            await this.#gather(this.#stream.feed(chunk.subarray(start, start + MAX_BLOCK)));
        }
    }
    #gather(lines) {
        if (this.#gathered.length + lines.length > MAX_BLOCK)
            this.#writeGathered();
        this.#gathered += lines;
        if (this.#gathered.length >= MAX_BLOCK)
            this.#writeGathered();
        else if (lines !== '')
            this.#turn ??= setImmediate(() => this.#writeGathered());
        return this.#room;
    }
    #writeGathered() {
        clearImmediate(this.#turn);
        this.#turn = undefined;
        if (this.#gathered === '')
            return;
        const cleaned = cleanLines(this.#gathered, this.#redact);
        this.#gathered = '';
        this.#reader?.(cleaned);
        const { bytes, lineCount } = this.#gutters.before(cleaned);
        this.#lines += lineCount;
        this.#tail.take(bytes);
        this.#keeper?.write(bytes);
        // What is sent may be held until the sink has room.
        this.#send(Buffer.from(this.#window.take(bytes, lineCount)));
        if (this.#window.isLosing && !this.#isLosing)
            this.#sayLosing();
    }
    #sayLosing() {
        this.#isLosing = true;
        const { first, last } = this.#shown;
        const where = this.#keeper?.where ?? '';
        this.#say(`The log is longer than ${(0,words/* size */.Ej)(first + last)}: from here on, only its end will be shown. ${where}`);
    }
    #say(text) {
        this.#send(Buffer.from(`${ownLine(this.#redact(text)).trimEnd()}\n`));
    }
    #send(lines) {
        if (lines.length === 0 || this.#sink.write(lines))
            return;
        this.#room = new Promise((resolve) => {
            this.#sink.once('drain', resolve);
        });
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./build/log/whole-log.js





/** In bytes. The disk of a runner is shared with the rest of the job. */
const MOST_BYTES = 100_000_000;
/**
 * The whole remote log of a run in one file, made with its first text. What is written must be clean already.
 *
 * Each block is written at once and synchronously: that took a quarter of the time of a stream with back-pressure (35 ms
 * against 145 ms for 100 MB on 2 cores, and under 1 ms for all but one block of 8,000). Nothing waits in memory, the
 * file is complete whenever the process ends, and a full disk is seen where it can be said.
 */
class WholeLog {
    #keeping;
    #most;
    #cutLine;
    #file;
    #path;
    #bytes = 0;
    #state = 'whole';
    constructor(keeping) {
        this.#keeping = keeping;
        this.#most = keeping.most ?? MOST_BYTES;
        this.#cutLine = Buffer.from(`The log is longer than ${(0,words/* size */.Ej)(this.#most)}: its rest is not kept.\n`);
    }
    /** Undefined until there is a file. */
    get path() {
        return this.#path;
    }
    /** A sentence that says where the whole log is; empty where it is nowhere. */
    get where() {
        if (this.#path === undefined)
            return '';
        if (this.#state === 'whole')
            return `The whole log is in ${this.#path}.`;
        return this.#state === 'cut'
            ? `Its first ${(0,words/* size */.Ej)(this.#most)} are in ${this.#path}.`
            : `Its first part is in ${this.#path}.`;
    }
    /** The place for one stream, whose first text stands under the title. */
    section(title) {
        return new Section(this, title);
    }
    write(lines) {
        if (this.#state !== 'whole')
            return;
        try {
            this.#file ??= this.#make();
            const end = endWithin(lines, this.#most - this.#cutLine.length - this.#bytes);
            writeAll(this.#file, lines.subarray(0, end));
            this.#bytes += end;
            if (end === lines.length)
                return;
            this.#state = 'cut';
            writeAll(this.#file, this.#cutLine);
            this.#close();
        }
        catch (error) {
            this.#breakOff(error);
        }
    }
    #make() {
        const file = external_node_path_.join((0,external_node_fs_.mkdtempSync)(external_node_path_.join(this.#keeping.temp, 'ignite-log-')), 'platform.log');
        const opened = (0,external_node_fs_.openSync)(file, 'wx', 0o600);
        this.#path = file;
        this.#keeping.onMade(file);
        return opened;
    }
    #breakOff(error) {
        this.#state = 'broken';
        try {
            this.#close();
        }
        catch {
            // The first trouble is the one to tell.
        }
        const reason = Error.isError(error) ? error.message : String(error);
        const what = this.#path === undefined ? 'The whole log is not kept' : `The whole log in ${this.#path} ends early`;
        this.#keeping.onTrouble(`${what}: ${reason}`);
    }
    #close() {
        const file = this.#file;
        this.#file = undefined;
        if (file !== undefined)
            (0,external_node_fs_.closeSync)(file);
    }
}
/** One stream of the whole log, introduced by a line of ours. */
class Section {
    #whole;
    #title;
    #begun = false;
    constructor(whole, title) {
        this.#whole = whole;
        this.#title = title;
    }
    get where() {
        return this.#whole.where;
    }
    write(lines) {
        if (!this.#begun)
            this.#whole.write(Buffer.from(`${ownLine(`== ${this.#title} ==`)}\n`));
        this.#begun = true;
        this.#whole.write(lines);
    }
    /** A line of ours amid the remote text, such as one on a gap. Kept only where there is such text. */
    note(line) {
        if (this.#begun)
            this.#whole.write(Buffer.from(`${line}\n`));
    }
}
function writeAll(file, bytes) {
    // A disk that is nearly full takes a part, and refuses the next write.
    for (let written = 0; written < bytes.length;)
        written += (0,external_node_fs_.writeSync)(file, bytes, written);
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/command.js
var command = __webpack_require__(9635);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/file-command.js
var file_command = __webpack_require__(2902);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/utils.js
var utils = __webpack_require__(4679);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/summary.js
var summary = __webpack_require__(1170);
;// CONCATENATED MODULE: ./build/action/toolkit.js
/**
 * The parts of @actions/core that a run speaks to the runner by. The package's one entry also brings its OIDC client, and
 * with that 1 MB of HTTP that a run would load and never use (docs/decisions/0003-plain-bundle.md). So they are taken by
 * their paths, here alone.
 */





function setSecret(secret) {
    (0,command/* issue */.s)('add-mask', secret);
}
function startGroup(title) {
    (0,command/* issue */.s)('group', title);
}
function endGroup() {
    (0,command/* issue */.s)('endgroup');
}
function debug(text) {
    (0,command/* issue */.s)('debug', text);
}
function printAnnotation(level, text, place = {}) {
    (0,command/* issueCommand */.L)(level, (0,utils/* toCommandProperties */.k)(place), text);
}
/** A runner without files for that reads them from the log, where they begin a line. */
function setOutput(name, value) {
    if (process.env['GITHUB_OUTPUT'])
        issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    else {
        process.stdout.write(EOL);
        issueCommand('set-output', { name }, value);
    }
}
function toolkit_saveState(name, value) {
    if (process.env['GITHUB_STATE'])
        issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    else
        issueCommand('save-state', { name }, value);
}

;// CONCATENATED MODULE: ./build/action/log.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});








/**
 * The job log. Every text is redacted and made harmless here, our own sentences too: they carry names and answers that
 * came from elsewhere.
 */
class RunnerLog {
    /** Notices and warnings so far, for the summary. */
    remarks = [];
    #redactor;
    #timers;
    #reader;
    #whole;
    #remotes = [];
    #title;
    /** What the step that is under way prints. */
    #lines;
    /** Whether the last step that failed has its lines in a group. */
    #isFailureFolded = false;
    #heartbeat;
    /** Where the remote text of this group is kept. */
    #section;
    constructor(redactor, { temp, onKept = () => undefined, onRemoteLines, timers = realTimers } = {}) {
        this.#redactor = redactor;
        this.#reader = onRemoteLines;
        this.#timers = timers;
        this.#whole =
            temp === undefined ? undefined : new WholeLog({ temp, onMade: onKept, onTrouble: (text) => this.warning(text) });
    }
    /** Where the whole remote log is kept. Undefined until there is remote text. */
    get keptAt() {
        return this.#whole?.path;
    }
    /** Whether the job log shows less of a remote log than that. */
    get isCut() {
        return this.#remotes.some((remote) => remote.isCut);
    }
    /**
     * GitHub shows a group collapsed, also while it grows, and groups do not nest. A heartbeat opens none, so it is seen
     * where nothing else has come yet. In an open group it stays inside: to close the group for each would tear the output
     * of one step in pieces, and who waits for that output has unfolded it.
     */
    async group(title, work) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const lines = new StepLines({
                write: (text) => process.stdout.write(text),
                fold: () => startGroup(this.clean(title))
            });
            const heartbeat = __addDisposableResource(env_1, new Heartbeat(this.#timers, (ms) => {
                lines.release();
                process.stdout.write(`${ownLine(`\u2026 ${this.clean(title)}: ${(0,words/* duration */.p0)(ms)}`)}\n`);
            }), false);
            this.#heartbeat = heartbeat;
            this.#title = title;
            this.#lines = lines;
            let isFailed = true;
            try {
                const result = await work();
                isFailed = false;
                return result;
            }
            finally {
                this.#endGroup(lines, isFailed);
            }
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            __disposeResources(env_1);
        }
    }
    info(text) {
        const line = ownLine(this.clean(text));
        this.#section?.note(line);
        this.#print(line);
    }
    /** Last lines of a failed step, where they are folded away: as they were shown, not cleaned a second time. */
    again(lines) {
        if (!this.#isFailureFolded)
            return;
        for (const line of lines) {
            if (isCleaned(line))
                this.#print(this.#redactor.redact(line));
            else
                this.info(line);
        }
    }
    /** @param remark What the summary says in its place. */
    notice(text, remark = text) {
        this.#heartbeat?.sign();
        this.#remark('notice', remark);
        printAnnotation('notice', this.clean(text));
    }
    /** The one notice that says how a run ended well. The summary begins with it, so it is none of the remarks. */
    outcome({ title, text }) {
        printAnnotation('notice', this.clean(text), { title });
    }
    warning(text) {
        this.#heartbeat?.sign();
        printAnnotation('warning', this.#remark('warning', text));
    }
    /** Text that is not ours goes through the writer for remote text, and stands where our own lines of the step do. */
    remote() {
        this.#section = this.#whole?.section(this.clean(this.#title ?? 'Platform'));
        const sink = {
            write: (text) => this.#write(text),
            // A pipe that broke has room for all that nobody reads.
            once: (event, listener) => void (0,external_node_events_.once)(process.stdout, event).then(listener, listener)
        };
        const redact = (text) => this.#redactor.redact(text);
        const remote = new RemoteLog({ sink, redact, keeper: this.#section, reader: this.#reader });
        this.#remotes.push(remote);
        return remote;
    }
    debug(text) {
        for (const line of text.split('\n'))
            debug(this.clean(line));
    }
    /** Pins a diagnostic to a line of the repository. */
    pin({ level, title, message, file, line, column }) {
        const place = {
            file: this.clean(file),
            ...(line !== undefined && { startLine: line }),
            ...(column !== undefined && { startColumn: column })
        };
        printAnnotation(level, this.clean(message), { title: this.clean(title), ...place });
    }
    error(title, lines) {
        printAnnotation('error', lines.map((line) => this.clean(line)).join('\n'), { title: this.clean(title) });
    }
    /** One harmless line without secrets, for places other than the log. */
    clean(text) {
        // Once before a cut could halve a secret, and once more when the escapes that may hide one are gone.
        return this.#redactor.redact(cleanLine(this.#redactor.redact(text)));
    }
    /** The same of a text of many lines, which stays one. */
    cleanText(text) {
        const redact = (each) => this.#redactor.redact(each);
        return withoutColours(cleanLines(`${text}\n`, redact).slice(0, -1));
    }
    #endGroup(lines, isFailed) {
        this.#title = undefined;
        this.#lines = undefined;
        this.#section = undefined;
        this.#heartbeat = undefined;
        lines.end(isFailed);
        if (lines.isFolded)
            endGroup();
        if (isFailed)
            this.#isFailureFolded = lines.isFolded;
    }
    #print(line) {
        this.#write(`${line}\n`);
    }
    #write(text) {
        const room = this.#lines ? this.#lines.write(text) : process.stdout.write(text);
        // What is held is no sign of life yet.
        if (!this.#lines?.isHeld)
            this.#heartbeat?.sign();
        return room;
    }
    #remark(kind, text) {
        const line = this.clean(text);
        this.remarks.push({ kind, text: line });
        return line;
    }
}

;// CONCATENATED MODULE: ./build/inputs/read-network.js
/**
 * The lower case counts first, as for everybody. `http_proxy` is for plaintext, which goes to loopback alone, and
 * loopback is reached directly.
 */
function readProxies(inputs) {
    const found = ['https_proxy', 'HTTPS_PROXY'].flatMap((name) => {
        const value = inputs.variable(name);
        return value === undefined ? [] : [{ name, value }];
    });
    return { proxy: found[0], noProxy: inputs.variable('no_proxy') ?? inputs.variable('NO_PROXY') ?? '' };
}
/** The password in the URL of a proxy, as it stands there and decoded; it may not be in any log. */
function proxyPasswords(inputs) {
    const { proxy } = readProxies(inputs);
    const written = /^(?:[a-z][a-z0-9+.-]*:\/\/)?[^/@:]*:(.+)@/i.exec(proxy?.value ?? '')?.[1];
    if (!proxy || written === undefined)
        return [];
    return [...new Set([written, decoded(written)])].map((password) => [proxy.name, password]);
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
/** What is dangerous in the environment, in sentences. */
function networkWarnings(inputs) {
    return inputs.variable('NODE_TLS_REJECT_UNAUTHORIZED') === '0' ? [UNCHECKED] : [];
}
const UNCHECKED = (/* unused pure expression or super */ null && ('`NODE_TLS_REJECT_UNAUTHORIZED` is 0, which tells Node programs not to check certificates. This action checks them all the same. ' +
    'Remove the variable; an authority of your own is named in `NODE_EXTRA_CA_CERTS`.'));

;// CONCATENATED MODULE: ./build/inputs/credentials.js

/** The environment variables that a service account is read from: the samples\u2019 names, and the documentation\u2019s. */
const ACCOUNT_VARIABLES = [
    { id: 'DODIL_SA_ID', secret: 'DODIL_SA_SECRET' },
    { id: 'DODIL_SERVICE_ACCOUNT_ID', secret: 'DODIL_SERVICE_ACCOUNT_SECRET' }
];
/** All credentials of the run: none may be in what is packed. */
function credentialsOf(inputs) {
    const token = inputs.text('github-token');
    return [...givenCredentials(inputs).map(([, secret]) => secret), ...(token ? [token] : [])];
}
/** Each with the name of its input or variable. */
function givenCredentials(inputs) {
    const given = [
        ['token', inputs.text('token')],
        ['service-account-secret', inputs.text('service-account-secret')],
        ['registry-password', inputs.text('registry-password')],
        ['DODIL_TOKEN', inputs.variable('DODIL_TOKEN')],
        ...ACCOUNT_VARIABLES.map(({ secret }) => [secret, inputs.variable(secret)]),
        ...proxyPasswords(inputs)
    ];
    return given.flatMap(([name, secret]) => (secret ? [[name, withoutScheme(secret)]] : []));
}
/** The word that stands before a token in a header is no secret, and hides none. */
function withoutScheme(token) {
    return token.replace(/^bearer[\s:]+(?=\S)/i, '');
}

;// CONCATENATED MODULE: ./build/action/mask.js


/** A shorter text would hide digits and words all over the log, and make the runner drop job outputs. */
const SHORTEST = 4;
/** The same for a value inside a secret that is JSON (docs/runner.md, Masks). */
const SHORTEST_LEAF = 6;
/** What stands under such a name in a credential is printed by other tools, and no secret. */
const PUBLIC_NAME = /(id|mail|project|ur[il]|type|domain)$/i;
/**
 * Hides a credential in the job log, and in whatever else we write. False where it is too short to be hidden. The runner
 * hides each line of a secret by itself: a `{` on a line of its own would hide every `{`, so short lines are left out.
 */
function mask(secret, redactor) {
    const values = valuesOf(secret);
    for (const value of values)
        redactor.add(value);
    const lines = values.flatMap((value) => value.split(/[\r\n]+/)).map((line) => line.trim());
    const hidden = new Set(lines.filter((line) => line.length >= SHORTEST));
    for (const line of hidden)
        setSecret(line);
    return hidden.size > 0;
}
/** JSON of several lines is hidden by its values alone: its lines are words of every other JSON. */
function valuesOf(secret) {
    const leaves = leavesOf(secret);
    return leaves.length > 0 && /[\r\n]/.test(secret) ? leaves : [secret, ...leaves];
}
/** The strings in a JSON object that may be secret. */
function leavesOf(secret) {
    if (!secret.trimStart().startsWith('{'))
        return [];
    try {
        return secretsIn(JSON.parse(secret));
    }
    catch {
        return [];
    }
}
function secretsIn(value) {
    if (typeof value === 'string')
        return value.length >= SHORTEST_LEAF ? [value] : [];
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.entries(value).flatMap(([name, member]) => (PUBLIC_NAME.test(name) ? [] : secretsIn(member)));
}
/** Hides every credential that was given, before anything else is read or written. Gives those that are too short. */
function maskCredentials(inputs, redactor) {
    // The runner hides the job's token itself; the summary is ours.
    redactor.add(inputs.text('github-token') ?? '');
    return givenCredentials(inputs).flatMap(([name, secret]) => (mask(secret, redactor) ? [] : [name]));
}

// EXTERNAL MODULE: ./build/model/values/endpoint.js
var values_endpoint = __webpack_require__(40);
;// CONCATENATED MODULE: ./build/action/markdown.js

/** A text from elsewhere as inert code in a summary: no markup, no mention, no link comes of it. */
function markdown_code(text) {
    return `<code>${escapeHtml(text)}</code>`;
}
/** A text of several lines in a block of its own, inert. */
function markdown_block(text) {
    return `<pre><code>${escapeHtml(text)}</code></pre>`;
}
/** A text of several lines that GitHub colours. Its fence is longer than any in the text, so nothing in it ends it. */
function markdown_fenced(language, text) {
    const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${text}\n${fence}`;
}
/** Cells are Markdown. */
function markdown_table(head, rows) {
    const lines = [head, head.map(() => '---'), ...rows];
    return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
/** Our own words, which may carry a name from elsewhere, as running text. What stands between backticks is code. */
function markdown_prose(text) {
    return text
        .split(/`([^`\n]+)`/)
        .map((piece, at) => (at % 2 === 0 ? withoutReferences(escapeHtml(piece)) : markdown_code(piece)))
        .join('');
}
/** The same as a paragraph of its own, which wraps: no line of it, rule or list comes of how it begins. */
function markdown_paragraph(text) {
    return markdown_prose(text.trim()).replace(/^[-+=]/, (sign) => `&#${sign.codePointAt(0)};`);
}
/** Markdown that no line ends in, however narrow its place is. */
function markdown_unbroken(markdown) {
    return markdown.replaceAll(' ', '&nbsp;');
}
/** A part that is unfolded by who wants it. The body is Markdown. */
function markdown_details(title, body) {
    return `<details><summary>${markdown_prose(title)}</summary>\n\n${body}\n\n</details>`;
}
/**
 * A link where the URL is https, or http on this machine; otherwise the URL as text. `shown` is Markdown, and left out the
 * URL.
 */
function markdown_markdownLink(url, shown) {
    const parsed = URL.parse(url);
    const safe = parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && (0,values_endpoint/* isLoopback */.U9)(parsed.hostname));
    if (safe)
        return `<a href="${escapeHtml(parsed.href)}">${shown ?? escapeHtml(url)}</a>`;
    return shown ?? markdown_code(url);
}
/**
 * What has no width keeps `@` and `#` from what follows, since entities do not (docs/runner.md, Markdown). An image's digest
 * stays as it is, to be copied.
 */
function withoutReferences(html) {
    return html.replace(/(?<!\w)&#64;|&#64;(?!sha256:)|&#35;(?=\d)|\bgh(?=-\d)/gi, '$&&#8203;');
}
/** HTML's own signs, those that Markdown would read inside a line or a table, and what it would make a link of. */
function escapeHtml(text) {
    return text.replace(/[&<>"'|`*_~@#[\]\\$\r\n]|:(?=\/\/)|(?<=\bwww)\./gi, (sign) => `&#${sign.codePointAt(0)};`);
}

;// CONCATENATED MODULE: ./build/action/summary/commit-links.js

const SHOWN_DIGITS = 7;
/** The commit by its first digits, as a link; empty where it is not known. */
function commit_links_commitLink({ repositoryUrl, commit }) {
    if (repositoryUrl === undefined || commit === undefined)
        return '';
    return markdown_markdownLink(`${repositoryUrl}/commit/${commit}`, markdown_code(commit.slice(0, SHOWN_DIGITS)));
}
/** A file of the repository at the commit; undefined where that is not known. */
function fileUrl({ repositoryUrl, commit }, file, line) {
    if (repositoryUrl === undefined || commit === undefined)
        return undefined;
    const place = file.split('/').map(encodeURIComponent).join('/');
    return `${repositoryUrl}/blob/${commit}/${place}${line === undefined ? '' : `#L${line}`}`;
}

;// CONCATENATED MODULE: ./build/action/news/post-news.js


const SIGNS = {
    live: '\u2705',
    'not-published': '\ud83d\udeab',
    'rolled-back': '\u21a9\ufe0f',
    replaced: '\u26a0\ufe0f',
    unknown: '\u274c'
};
/** What became of the run, for GitHub. */
function postNews({ app, aftermath: { line, end, url }, job, run }) {
    const sign = SIGNS[end];
    const { runUrl, tag } = run;
    return {
        state: stateOf(end, job),
        description: line,
        url: end === 'live' ? url : undefined,
        ...(end === 'rolled-back' && { isBack: true }),
        part: {
            title: markdown_prose(`${sign} ${app}: ${TITLES[end]}`),
            cells: {
                App: markdown_prose(app),
                Result: markdown_prose(`${sign} ${TITLES[end]}`),
                Commit: [commit_links_commitLink(run), tag === undefined ? '' : markdown_code(tag)].filter((each) => each !== '').join(' ')
            },
            body: [markdown_paragraph(line), runUrl === undefined ? '' : markdown_markdownLink(runUrl, 'The log of the run')]
                .filter((each) => each !== '')
                .join('\n\n'),
            isOpen: end !== 'live'
        }
    };
}
const TITLES = {
    live: 'the run ended early, its version is live',
    'not-published': 'the run ended early, nothing was published',
    'rolled-back': 'rolled back',
    replaced: 'another run\u2019s version is live',
    unknown: 'what the run left open was not settled'
};
function stateOf(end, job) {
    switch (end) {
        case 'live':
            return 'success';
        case 'rolled-back':
            return 'failure';
        case 'replaced':
            return 'inactive';
        case 'not-published':
            return job === 'cancelled' ? 'inactive' : 'error';
        case 'unknown':
            return 'error';
    }
}

// EXTERNAL MODULE: ./build/model/errors.js
var errors = __webpack_require__(2011);
;// CONCATENATED MODULE: ./build/action/failure.js

const REPORT = 'https://github.com/dodil/ignite-deploy/issues';
/** Tells the user's mistakes and the platform's answers from our own bugs. */
function explain(error, advise) {
    const cause = (0,errors/* rootCause */.es)(error);
    const stack = stackOf(error);
    if (cause instanceof errors/* InputError */.dz)
        return explainInputs(cause, stack);
    const title = error instanceof errors/* StepError */.zg ? `${error.step} failed` : 'The deployment failed';
    if (cause instanceof errors/* ExpectedError */.Dh)
        return { title, stack, ...explainExpected(cause, advise) };
    const plain = { reason: 'internal_error', known: undefined, excerpt: [], snippet: [], stack };
    const trouble = diskTrouble(cause);
    if (trouble)
        return { ...plain, title, ...trouble };
    return {
        ...plain,
        title: `${title}: a bug in the action`,
        lines: [cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)],
        hint: `Please report it at ${REPORT}, with the log of this step (run again with debug logging on for details).`,
        headline: undefined
    };
}
function explainExpected(cause, advise) {
    const { excerpt, snippet } = cause instanceof errors/* DeployError */.sH ? cause : { excerpt: [], snippet: [] };
    const known = knownBy(cause, excerpt, advise);
    return {
        reason: cause.reason,
        lines: [cause.message],
        hint: known?.advice ?? cause.hint,
        known,
        headline: known?.headline ?? cause.headline,
        excerpt,
        snippet
    };
}
/** A chain of causes that is longer has a circle in it. */
const MOST_CAUSES = 10;
function stackOf(error) {
    const stacks = [];
    for (let each = error; each instanceof Error && stacks.length < MOST_CAUSES; each = each.cause) {
        stacks.push(each.stack ?? each.message);
    }
    return stacks.length > 0 ? stacks.join('\nCaused by: ') : undefined;
}
/** What the runner's disk did not take, which is no bug of ours. */
function diskTrouble(error) {
    if (!(error instanceof Error) || !('code' in error))
        return undefined;
    switch (error.code) {
        case 'ENOSPC':
        case 'EDQUOT':
            return {
                lines: [`The runner\u2019s disk is full: ${error.message}.`],
                hint: 'Free space on it, and run the job again.',
                headline: 'the runner\u2019s disk is full'
            };
        case 'EACCES':
        case 'EPERM':
        case 'EROFS':
            return {
                lines: [`The runner\u2019s disk cannot be written: ${error.message}.`],
                hint: 'Let the user of this step write there, and run the job again; in a container job, set `options: --user root` under `container:`.',
                headline: 'the runner\u2019s disk cannot be written'
            };
        default:
            return undefined;
    }
}
/** What is known of such words helps more than what the call or the phase says, which comes last. */
function knownBy(error, excerpt, advise) {
    const { reason, message } = error;
    // Who could not be reached, or did not know us, says nothing of the app.
    const isAnswer = error instanceof errors/* PlatformError */.Wk && reason !== 'platform_unavailable' && reason !== 'auth_failed';
    if (!isAnswer && !PLATFORM_REASONS.includes(reason))
        return undefined;
    const speaker = error instanceof errors/* DeployError */.sH ? error.speaker : 'platform';
    const words = error instanceof errors/* PlatformError */.Wk ? error.words : message;
    return advise([words, ...excerpt].join('\n'), speaker);
}
/** Phases that end with words of the platform or of the app. */
const PLATFORM_REASONS = [
    'compile_failed',
    'build_failed',
    'test_failed',
    'publish_failed',
    'verify_failed',
    'permission_denied'
];
function explainInputs(error, stack) {
    const one = error.problems.length === 1;
    const headline = `${one ? 'an input is' : `${error.problems.length} inputs are`} wrong, nothing was sent`;
    return {
        reason: error.reason,
        title: headline.replace(/^a/, 'A'),
        lines: error.problems.map(({ text }, at) => `${one ? '' : `${at + 1}. `}${text}`),
        hint: undefined,
        known: undefined,
        headline,
        excerpt: [],
        snippet: [],
        stack
    };
}
/** That nothing was published is told beside it then, with what stays live. */
function failure_besideWhatStays(failure) {
    const hint = failure.hint?.replace(/^Nothing was published\.\s*/, '');
    return { ...failure, hint: hint || undefined };
}
/** The lines of an annotation: a short hint goes on with what is wrong. */
function annotationLines({ lines, hint }) {
    if (hint === undefined)
        return lines;
    const [only, ...others] = lines;
    return others.length === 0 && !hint.includes('\n')
        ? [`${sentence(only ?? '')} ${hint}`]
        : [...lines, ...hint.split('\n')];
}
/** The platform's words often end without a full stop. */
function sentence(line) {
    return /[.:!?]$/.test(line) ? line : `${line}.`;
}

;// CONCATENATED MODULE: ./build/action/summary/comparison-part.js




/** Nobody reads more rows. */
const MOST_ROWS = 100;
/** Of all differences of texts together: the rest of the summary must have room. */
const MOST_DIFF_BYTES = (/* unused pure expression or super */ null && (200 * 1024));
/**
 * What differs from the version that was active, with the differences of short texts; folded away after a deployment.
 * The texts are redacted and clean already.
 */
function comparison_part_comparisonPart(comparison, isPlan) {
    const { changes, same } = comparison;
    const rest = same === 0 ? '' : `${count(same, 'file')} ${same === 1 ? 'is' : 'are'} the same.`;
    const parts = [changes.length > 0 ? changeTable(changes) : '', prose(rest), ...diffs(changes)];
    const body = parts.filter((part) => part !== '').join('\n\n');
    if (body === '')
        return '';
    return isPlan ? body : details(comparison_part_comparisonTitle(comparison), body);
}
/** What differs, in a line. */
function comparison_part_comparisonTitle(comparison) {
    const { version, line } = comparison;
    if (version === 0)
        return `The first version: ${line}`;
    switch (isChanged(comparison)) {
        case true:
            return `Compared with version ${version}: ${line}`;
        case false:
            return `Compared with version ${version}: nothing differs`;
        default:
            return `Compared with version ${version}, as far as it can be: nothing differs`;
    }
}
function changeTable(changes) {
    const rows = changes.slice(0, MOST_ROWS).map((change) => [KINDS[change.kind], what(change), prose(change.detail)]);
    const more = changes.length > MOST_ROWS ? [`${count(changes.length - MOST_ROWS, 'more change')} not shown.`] : [];
    return [table(['Change', 'What', 'From, to'], rows), ...more].join('\n\n');
}
const KINDS = {
    added: 'added',
    changed: 'changed',
    removed: 'removed',
    unknown: 'not compared'
};
function what({ part, name }) {
    switch (part) {
        case 'file':
            return code(name);
        case 'setting':
        case 'code':
            return prose(name);
        default:
            return `${part} ${code(name)}`;
    }
}
/** As many as fit, each whole. */
function diffs(changes) {
    const texts = changes.flatMap(({ name, texts }) => (texts ? [{ name, texts }] : []));
    const shown = [];
    let room = MOST_DIFF_BYTES;
    for (const each of texts) {
        const diff = shownDiff(each);
        room -= Buffer.byteLength(diff);
        if (room < 0)
            break;
        shown.push(diff);
    }
    const left = texts.length - shown.length;
    return left === 0 ? shown : [...shown, `The differences of ${count(left, 'more file')} are not shown.`];
}
function shownDiff({ name, texts: { before, after } }) {
    const diff = unifiedDiff(before, after);
    return diff === '' ? `${code(name)} differs in signs that are not shown.` : `${code(name)}\n\n${fenced('diff', diff)}`;
}

;// CONCATENATED MODULE: ./build/action/words/outcome-notice.js


/** Why a run without credentials is green and has deployed nothing. */
const SKIPPED = {
    fork: 'Not deployed: this pull request comes from a fork, and GitHub gives such a run no secrets, so there are no ' +
        'credentials. To deploy it, merge it, or push its branch to this repository.',
    dependabot: 'Not deployed: this pull request is Dependabot\u2019s, and GitHub gives such a run none of the Actions secrets, so there ' +
        'are no credentials. To deploy it, store them as Dependabot secrets too, or merge it.'
};
/** A line that can be sent to somebody, where nobody has to open the log. Undefined where there is nothing to say. */
function outcomeNotice({ app, outcome, facts, comparison, ms }) {
    const { publishedVersion, activeVersion, publicUrls = [], changed, answer = 'not called' } = facts;
    const url = mainUrl(publicUrls);
    const at = url ? ` at ${url}` : '';
    const live = outcome_notice_liveNow(facts, 'is');
    const proof = `(${answer}, ${duration(ms)})`;
    switch (`${outcome.status}, ${outcome.reason}`) {
        case 'published, ok':
        case 'published, recovered':
            return { title: 'Deployed', text: `${app}: version ${publishedVersion} is live${at} ${proof}` };
        case 'rolled_back, rolled_back':
            return { title: 'Rolled back', text: `${app}: version ${activeVersion} is live again${at} ${proof}` };
        case 'unchanged, unchanged':
            // Where there was nothing to delete, the step has said so.
            if (typeof activeVersion !== 'number')
                return undefined;
            return { title: 'Unchanged', text: `${app}: nothing to publish, version ${activeVersion} stays live${at}` };
        case 'drafted, ok':
            return { title: 'Draft saved', text: `${app}: ${shownDraft(facts)} is saved, ${live} (${duration(ms)})` };
        case 'removed, ok':
            return { title: 'Deleted', text: `${app} is deleted with all its versions (${duration(ms)})` };
        case 'unchanged, ok':
            return { title: 'Status', text: `${app}: ${live}${at}` };
        case 'planned, planned':
            return { title: 'Dry run', text: `${app}: ${outcome_notice_wouldChange(changed, comparison)}` };
        default:
            return undefined;
    }
}
/** By what a later run is told to publish it. */
function shownDraft({ codeHash, imageRef }) {
    const name = withShortDigests(codeHash || imageRef || '');
    return name === '' ? 'the draft' : `the draft ${name}`;
}
/** Which version that is, as far as it was read. */
function outcome_notice_liveNow({ activeVersion }, verb) {
    return typeof activeVersion === 'number' ? `version ${activeVersion} ${verb} live` : 'no version is live';
}
/** What came of a dry run. */
function outcome_notice_wouldChange(changed, comparison) {
    const { version = 0, line = '' } = comparison ?? {};
    switch (changed) {
        case true:
            return version === 0 ? `a deploy would publish the first version: ${line}` : `a deploy would change ${line}`;
        case false:
            return 'a deploy would change nothing';
        default:
            return 'whether a deploy would change anything is not known';
    }
}

;// CONCATENATED MODULE: ./build/action/summary/headline.js





/** What is wrong, in a few words. A run that does not fail needs none. */
const FAILED = {
    source_error: 'its source cannot be deployed',
    auth_failed: 'the credentials are refused',
    permission_denied: 'the credentials lack a right',
    app_missing: 'there is no such app',
    draft_conflict: 'another run deploys the same app',
    compile_failed: 'the code does not compile',
    build_failed: 'the image cannot be built',
    test_failed: 'the draft does not pass its test',
    publish_failed: 'the platform did not publish it',
    publish_unknown: 'it is not known whether it was published',
    verify_failed: 'the new version does not come up',
    settings_failed: 'its settings were not applied',
    rollback_refused: 'it was not rolled back',
    cancelled: 'the run was stopped',
    timed_out: 'the run took too long',
    platform_unavailable: 'the platform does not answer',
    unsupported_server: 'the platform lacks what this run needs'
};
/** What stands below the headline: all that somebody wants to know who has ten seconds. */
function headline_belowHeadline(head) {
    const { failure, facts, mode } = head;
    const stays = failure === undefined || saysNothingSent(failure) ? '' : `**${paragraph(whatIsLive(facts, mode))}**`;
    return [stays, keyFacts(head)];
}
/** In one line, inert. */
function headline_headline(head) {
    const { sign, words } = resultOf(head);
    const isPlan = head.failure === undefined && head.outcome.status === 'planned';
    return prose(`${sign} ${head.app}${isPlan ? ', ' : ': '}${words}`);
}
/** How it ended, in a few words. */
function resultOf({ outcome, facts, failure, comparison, mode }) {
    const { publishedVersion, activeVersion } = facts;
    if (failure)
        return { sign: '\u274c', words: whatFailed(failure) };
    switch (outcome.status) {
        case 'published':
            return outcome.reason === 'superseded'
                ? {
                    sign: '\u26a0\ufe0f',
                    words: `version ${activeVersion}, by another run, is live instead of version ${publishedVersion}`
                }
                : { sign: '\u2705', words: `version ${publishedVersion} is live` };
        case 'drafted':
            return { sign: '\ud83d\udcdd', words: 'a draft is saved, nothing is published' };
        case 'rolled_back':
            return { sign: '\u21a9\ufe0f', words: `rolled back, version ${activeVersion} is live` };
        case 'removed':
            return { sign: '\ud83d\uddd1\ufe0f', words: 'deleted' };
        case 'planned':
            return { sign: '\ud83d\udd0d', words: `dry run: ${wouldChange(facts.changed, comparison)}` };
        case 'unchanged':
            if (mode === 'delete')
                return { sign: '\ud83d\uddd1\ufe0f', words: 'does not exist, nothing is deleted' };
            return outcome.reason === 'unchanged'
                ? { sign: '\u2705', words: `unchanged, ${liveNow(facts, 'stays')}` }
                : { sign: '\u2139\ufe0f', words: liveNow(facts, 'is') };
        default:
            return { sign: '\u23ed\ufe0f', words: 'not deployed' };
    }
}
function whatFailed({ headline, reason, title }) {
    return headline ?? FAILED[reason] ?? withSmallStart(title);
}
/** Then nothing can have been changed. */
function saysNothingSent(failure) {
    return whatFailed(failure).endsWith('nothing was sent');
}
function withSmallStart(title) {
    return title.slice(0, 1).toLowerCase() + title.slice(1);
}
/** After this step: what a later one, or post, makes of it is told by that one. */
function whatIsLive(facts, mode) {
    if (mode === 'rollback' || mode === 'delete')
        return whatTheCallLeft(facts);
    const { publishedVersion, previousVersion, activeVersion, changed } = facts;
    if (publishedVersion !== undefined) {
        const now = typeof activeVersion === 'number' ? `version ${activeVersion} is` : 'it is not known which version is';
        return `Version ${publishedVersion} was published; ${now} live after this step`;
    }
    if (activeVersion === 'unknown')
        return 'It is not known whether a version was published';
    const isThere = typeof previousVersion === 'number';
    const stays = isThere ? `version ${previousVersion} stays live` : 'nothing that is live was changed';
    if (changed === false)
        return `Nothing was published; ${stays}`;
    const settings = changed === true ? 'settings of the app were changed' : 'whether settings were changed is not known';
    return `Nothing was published; ${isThere ? `${stays}, ` : ''}${settings}`;
}
/** Of the one call that a rollback or a deletion is. */
function whatTheCallLeft({ activeVersion, changed }) {
    switch (activeVersion) {
        case undefined:
            return changed === false ? 'Nothing was changed' : 'It is not known what was changed';
        case 'unknown':
            return 'It is not known which version is live';
        case 'none':
            return 'No version is live';
        default:
            return changed === false
                ? `Nothing was changed; version ${activeVersion} stays live`
                : `Version ${activeVersion} is live after this step`;
    }
}
function keyFacts({ facts, failure, outcome, tests, endpoint, commit, tag, ms }) {
    const { publicUrls, publishedVersion, previousVersion, answer = 'not called' } = facts;
    const url = failure === undefined && publicUrls ? mainUrl(publicUrls) : undefined;
    const isSwitched = publishedVersion !== undefined || outcome.status === 'rolled_back';
    const before = typeof previousVersion === 'number' ? `before: version ${previousVersion}` : 'the first version';
    const known = [
        url === undefined ? '' : markdownLink(url),
        failure === undefined && isSwitched ? prose(answer) : '',
        failure === undefined && isSwitched ? before : '',
        commitPart(commit),
        tag === undefined ? '' : `tag ${code(tag)}`,
        failure === undefined ? testsPart(tests) : '',
        unbroken(duration(ms)),
        endpoint === undefined ? '' : prose(`at ${endpoint}`)
    ];
    return known.filter((part) => part !== '').join(' \u00b7 ');
}
function commitPart(commit) {
    const link = commitLink(commit);
    return link === '' ? '' : `commit ${link}`;
}
/** Empty where there were none. */
function testsPart(tests) {
    const result = testResult(tests);
    if (tests.length < 2)
        return result === '' ? '' : `the test ${result}`;
    return result.replace(/(\d+) (passed|failed)$/, '$1 tests $2');
}
/** `passed`, `failed`, `3 passed`, `1 of 3 failed`; empty where there were none. */
function testResult(tests) {
    const failed = tests.filter(({ passed }) => !passed).length;
    const words = failed === 0 ? 'passed' : 'failed';
    if (tests.length < 2)
        return tests.length === 0 ? '' : words;
    return `${failed === 0 ? '' : `${failed} of `}${tests.length} ${words}`;
}

;// CONCATENATED MODULE: ./build/action/summary/timeline-chart.js

/** In milliseconds. The axis of a shorter run has fractions of seconds. */
const SHORT_RUN = 10_000;
/** On a telephone the labels of more would lie over each other. */
const MOST_TICKS = 4;
const TICKS = [
    ...[10, 20, 50, 100, 200, 500, 1000, 2000, 5000],
    ...[10, 15, 30, 60, 120, 300, 600, 900, 1800].map((seconds) => seconds * 1000)
];
/**
 * The steps, of which there is one at least, as one picture on a time axis, as GitHub draws it. Its texts are words of
 * ours, and of each only what has no meaning to Mermaid; the fence is one that no remote text is asked for.
 */
function timeline_chart_timelineChart(steps) {
    const begin = Math.min(...steps.map(({ startedMs }) => startedMs));
    const end = Math.max(...steps.map(({ startedMs, ms }) => startedMs + ms));
    const axis = end - begin < SHORT_RUN ? '%S.%L' : '%M:%S';
    const tick = `${tickOf(end - begin)}millisecond`;
    const head = ['gantt', '  dateFormat x', `  axisFormat ${axis}`, `  tickInterval ${tick}`, '  todayMarker off'];
    return ['~~~mermaid', ...head, ...steps.map((step) => `  ${task(step, begin)}`), '~~~'].join('\n');
}
/** The least of these that makes few enough ticks, in milliseconds. */
function tickOf(ms) {
    const least = ms / MOST_TICKS;
    return TICKS.find((tick) => tick >= least) ?? Math.ceil(least / 3_600_000) * 3_600_000;
}
function task({ name, ms, startedMs, failed }, begin) {
    const from = Math.round(startedMs - begin);
    const to = Math.max(from + 1, Math.round(startedMs - begin + ms));
    return `${plain(name)} ${duration(ms)} :${failed ? 'crit, ' : ''}${from}, ${to}`;
}
function plain(name) {
    return name.replace(/[^A-Za-z0-9 ]/g, ' ');
}

;// CONCATENATED MODULE: ./build/action/summary/summary.js









/** The runner drops a summary over 1 MiB whole. */
const summary_MOST_BYTES = (/* unused pure expression or super */ null && (900 * 1024));
/** Of one app's part of a comment, which may hold several. */
const MOST_COMMENT_BYTES = (/* unused pure expression or super */ null && (20 * 1024));
const MOST_COMMENT_DIAGNOSTICS = 10;
/** Of a log's last lines in it: signs that Markdown would read take six bytes and more each. */
const MOST_EXCERPT_BYTES = (/* unused pure expression or super */ null && (200 * 1024));
/** What somebody reads who did not start the run: how it ended first, then the cause and the cure, the rest folded away. */
function renderSummary(story) {
    const { failure, comparison, outcome } = story;
    return fitted([
        `### ${headline(story)}`,
        ...firstScreen(story),
        remarkList(story),
        failedTests(story),
        failure ? excerptPart(failure) : '',
        comparison ? comparisonPart(comparison, outcome.status === 'planned') : '',
        stepsPart(story)
    ], summary_MOST_BYTES);
}
/** What the comment on a pull request shows, too: the least of the whole that tells what happened and what helps. */
function renderComment(story, last) {
    const first = firstScreen({ ...story, diagnostics: firstLines(story.diagnostics) });
    return fitted([...first, failedTests(story), changesPart(story), last], MOST_COMMENT_BYTES).trimEnd();
}
/** A plan is what was asked for; of a deployment a line will do. */
function changesPart({ comparison, outcome }) {
    if (!comparison)
        return '';
    const whole = outcome.status === 'planned' ? comparisonPart(comparison, true) : '';
    return whole !== '' && Buffer.byteLength(whole) <= MOST_COMMENT_BYTES / 2
        ? whole
        : paragraph(comparisonTitle(comparison));
}
/** Of a list. */
function firstLines(list) {
    const lines = list.split('\n');
    const rest = lines.length - MOST_COMMENT_DIAGNOSTICS;
    return rest <= 0
        ? list
        : [...lines.slice(0, MOST_COMMENT_DIAGNOSTICS), `- and ${rest} more in the summary`].join('\n');
}
function firstScreen(story) {
    const { failure, diagnostics, leftOut, facts } = story;
    return [
        ...belowHeadline(story),
        diagnostics,
        failure ? causeAndCure(facts.publishedVersion === undefined ? besideWhatStays(failure) : failure) : '',
        leftOut === '' ? '' : paragraph(leftOut)
    ];
}
function failedTests({ tests }) {
    return tests.some(({ passed }) => !passed) ? testTable(tests) : '';
}
/** The parts that fit, each whole, so that no markup is left open. */
function fitted(parts, mostBytes) {
    let text = '';
    let isWhole = true;
    for (const part of parts.filter((each) => each !== '')) {
        const longer = text === '' ? part : `${text}\n\n${part}`;
        if (Buffer.byteLength(longer) <= mostBytes)
            text = longer;
        else
            isWhole = false;
    }
    return isWhole ? `${text}\n` : `${text}\n\nThe rest is too long for this place; it is in the job log.\n`;
}
/** A summary that cannot be written is no reason to fail a deployment. */
async function writeSummary(text, warn) {
    try {
        await summary/* summary */.z.addRaw(text).write({ overwrite: true });
    }
    catch (error) {
        warn(`The job summary was not written: ${(0,errors/* why */.d8)(error)}`);
    }
}
function causeAndCure({ lines, hint = '', snippet }) {
    const paragraphs = [...lines, ...hint.split('\n')].filter((line) => line.trim() !== '').map(paragraph);
    return [...paragraphs, ...(snippet.length > 0 ? [block(snippet.join('\n'))] : [])].join('\n\n');
}
/** As many of the last lines as fit. */
function excerptPart({ excerpt, lines }) {
    let room = MOST_EXCERPT_BYTES;
    const from = excerpt.findLastIndex((line) => {
        room -= Buffer.byteLength(block(line));
        return room < 0;
    });
    const kept = excerpt.slice(from + 1);
    const [only = '', ...others] = kept.map(withoutGutter);
    if (others.length === 0) {
        const isTold = only === '' || lines.some((line) => line.includes(only));
        return isTold ? '' : details('The last line of its log', block(only));
    }
    return details(`The last ${count(kept.length, 'line')} of its log`, block([only, ...others].join('\n')));
}
function remarkList({ remarks }) {
    return remarks.map(({ kind, text }) => `- ${kind === 'warning' ? '\u26a0\ufe0f ' : ''}${prose(text)}`).join('\n');
}
function testTable(tests) {
    return table(['Test', 'Result', 'Time'], tests.map(({ name, passed, line, ms }) => [
        code(name),
        `${passed ? '\u2705' : '\u274c'}&nbsp;${prose(line)}`,
        unbroken(duration(ms))
    ]));
}
function stepsPart({ steps, tests, facts, outcome }) {
    const isGood = tests.length > 0 && tests.every(({ passed }) => passed);
    const parts = [
        steps.length > 0 ? timelineChart(steps) : '',
        steps.length > 0 ? stepTable(steps) : '',
        isGood ? testTable(tests) : '',
        identityList(facts, outcome)
    ];
    return details('Steps and digests', parts.filter((part) => part !== '').join('\n\n'));
}
function stepTable(steps) {
    return table(['Step', 'Result', 'Time'], steps.map(({ name, line, ms, failed }) => [
        name,
        failed ? unbroken('\u274c failed') : prose(line),
        unbroken(duration(ms))
    ]));
}
/** What tells this deployment from any other, whole. */
function identityList(facts, { status, reason }) {
    const { appId, codeHash, sourceDigest, imageRef, deployId, buildId, activeVersion } = facts;
    const known = [
        ['App', appId],
        ['Active after this step', typeof activeVersion === 'number' ? `version ${activeVersion}` : undefined],
        ['Package, sha256', sourceDigest],
        ['Code hash of the platform', codeHash],
        ['Image', imageRef],
        ['Compile', deployId],
        ['Build', buildId],
        ['Outcome', `${status}, ${reason}`]
    ];
    return known.flatMap(([name, value]) => (value ? [`- ${name}: ${code(value)}`] : [])).join('\n');
}

;// CONCATENATED MODULE: ./build/action/post-report.js



/** Who reads of a rollback asks first what made it due. */
const WHY = {
    failure: 'The job failed after the version was published: the red line of the step that failed says why.',
    cancelled: 'The job was cancelled after the version was published.'
};
/** Says in the log and in the summary what post did. */
async function tellAftermath(log, { line, end }, job) {
    const why = end === 'not-published' ? undefined : job && WHY[job];
    log.warning(line);
    if (why !== undefined)
        log.info(why);
    await tell(log, why === undefined ? [line] : [line, why]);
}
/** What post could not do. Red only where a rollback was asked for and could not be made. */
async function tellTrouble(log, error, advise) {
    const failure = explain(error, advise);
    const isRed = failure.reason === 'rollback_refused';
    const lines = annotationLines(failure);
    if (isRed) {
        log.error('The rollback failed', lines);
        process.exitCode = 1;
    }
    else {
        log.warning(`What the deployment left open was not settled: ${lines.join(' ')}`);
    }
    if (failure.stack)
        log.debug(failure.stack);
    const stays = failure.hint === undefined ? [] : [failure.hint];
    const told = isRed
        ? ['\u274c The rollback failed', ...stays, ...failure.lines]
        : ['Not settled', ...failure.lines, ...stays];
    await tell(log, told);
}
const INPUT_OF = { failure: 'rollback-on-failure', cancelled: 'rollback-on-cancel' };
const LATER = {
    failure: 'A later step of the job failed, and its own red line says why.',
    cancelled: 'The job was cancelled after this step.'
};
/** After a job that did not end well, and for which no rollback was asked: what stays, and what would have gone back. */
async function tellStaying(log, live, job) {
    if (!live || (job !== 'failure' && job !== 'cancelled'))
        return;
    const input = INPUT_OF[job];
    const { app, publishedVersion, previousVersion } = live;
    const stays = `Version ${publishedVersion} of ${app.organization}/${app.name} stays live.`;
    const back = previousVersion === 0
        ? 'It is the first one, so there is none to go back to.'
        : `${LATER[job]} With \`${input}: true\`, version ${previousVersion} would be made active again.`;
    log.notice(`${stays} ${back}`);
    await writeSummary(`### ${markdown_prose(log.clean(stays))}\n\n${markdown_paragraph(back)}\n`, (text) => log.warning(text));
}
/** Begins with what is live now, where that is known. */
async function tell(log, [first = '', ...others]) {
    const head = log.clean(first);
    const remarks = log.remarks.filter(({ text }) => text !== head).map(({ text }) => `- ${markdown_prose(text)}\n`);
    const paragraphs = others.map((line) => `${markdown_paragraph(log.clean(line))}\n\n`);
    const text = `### ${markdown_prose(head)}\n\n${paragraphs.join('')}${remarks.join('')}`;
    await writeSummary(text, (trouble) => log.warning(trouble));
}

// EXTERNAL MODULE: ./build/model/values/json.js
var json = __webpack_require__(9543);
// EXTERNAL MODULE: ./build/model/values/pull-request.js
var pull_request = __webpack_require__(5434);
;// CONCATENATED MODULE: ./build/action/event-facts.js



/** Nothing where there is no event, or none that can be read. */
function readEventFacts(env) {
    const event = readEvent(env['GITHUB_EVENT_PATH']);
    const { workflow_run: run } = event;
    const pullRequest = (0,pull_request/* readPullRequest */.DQ)(event['pull_request'], env['GITHUB_REPOSITORY'] ?? '');
    return {
        pullRequest,
        pullRequestNumber: pullRequest?.number ?? numberIn(event) ?? queued(env['GITHUB_REF']),
        builtCommit: builtIn(event),
        builtBranch: (0,json/* isRecord */.u)(run) ? (0,pull_request/* readBranch */.pG)(run['head_repository'], run['head_branch']) : undefined
    };
}
function readEvent(file) {
    if (!file)
        return {};
    try {
        const event = JSON.parse((0,external_node_fs_.readFileSync)(file, 'utf8'));
        return (0,json/* isRecord */.u)(event) ? event : {};
    }
    catch {
        return {};
    }
}
/** Of a comment on a pull request, and of another workflow's run that has a single one; a fork's run names none. */
function numberIn({ issue, workflow_run: run }) {
    if ((0,json/* isRecord */.u)(issue) && (0,json/* isRecord */.u)(issue['pull_request']))
        return asNumber(issue['number']);
    const [only, ...others] = (0,json/* isRecord */.u)(run) && Array.isArray(run['pull_requests']) ? run['pull_requests'] : [];
    return others.length === 0 && (0,json/* isRecord */.u)(only) ? asNumber(only['number']) : undefined;
}
function builtIn({ workflow_run: run }) {
    const sha = (0,json/* isRecord */.u)(run) ? run['head_sha'] : undefined;
    return typeof sha === 'string' && (0,pull_request/* isCommit */.WM)(sha) ? sha : undefined;
}
function asNumber(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}
/** A merge queue's branch is named for its pull request. */
function queued(ref) {
    const number = /^refs\/heads\/gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]+$/.exec(ref ?? '')?.[1];
    return number === undefined ? undefined : Number(number);
}

;// CONCATENATED MODULE: ./build/action/run-facts.js

function readRunFacts(env, workingDirectory) {
    const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt } = env;
    const event = readEventFacts(env);
    const { pullRequest } = event;
    const run = `${repository ?? ''}/${id ?? ''}/${attempt ?? ''}`;
    const repositoryUrl = repository ? `${env['GITHUB_SERVER_URL'] || 'https://github.com'}/${repository}` : undefined;
    return {
        run,
        step: `${run}/${env['GITHUB_JOB'] ?? ''}/${env['GITHUB_ACTION'] ?? ''}`,
        runTag: `run-${id || 'local'}-${attempt || '1'}`,
        workspace: env['GITHUB_WORKSPACE'] || workingDirectory,
        temp: env['RUNNER_TEMP'] || undefined,
        repository: repository || undefined,
        repositoryUrl,
        runUrl: repositoryUrl && id ? `${repositoryUrl}/actions/runs/${id}/attempts/${attempt || '1'}` : undefined,
        apiUrl: env['GITHUB_API_URL'] || 'https://api.github.com',
        commit: (isForBase(env) ? undefined : pullRequest?.headSha) ?? (env['GITHUB_SHA'] || undefined),
        tag: env['GITHUB_REF_TYPE'] === 'tag' ? env['GITHUB_REF_NAME'] || undefined : undefined,
        ...event,
        secretless: secretlessBy(env, pullRequest),
        isDependabots: isDependabots(env)
    };
}
function isForBase(env) {
    return env['GITHUB_EVENT_NAME'] === 'pull_request_target';
}
/** Of a fork these run without secrets, as GitHub's pages say of each. */
const SECRETLESS_EVENTS = [
    'pull_request',
    'pull_request_review',
    'pull_request_review_comment'
];
function isDependabots(env) {
    return env['GITHUB_ACTOR'] === 'dependabot[bot]';
}
/** `pull_request_target` and pushes run with the repository's secrets. */
function secretlessBy(env, pullRequest) {
    if (!SECRETLESS_EVENTS.includes(env['GITHUB_EVENT_NAME']))
        return undefined;
    if (isDependabots(env))
        return 'dependabot';
    return pullRequest?.isFork ? 'fork' : undefined;
}

;// CONCATENATED MODULE: ./build/action/state.js


/** The one key under which main leaves what post must know. */
const STATE_KEY = 'ignite_deploy';
/** Writes state the moment something exists that post may have to settle: each write is one append to a file. */
class RunnerLedger {
    #run;
    #open;
    #live;
    #isLiveKept = false;
    #github;
    constructor(run) {
        this.#run = run;
    }
    get open() {
        return this.#open;
    }
    write(open) {
        this.#open = open;
        this.#live = liveIn(open);
        this.#save();
    }
    close() {
        this.#open = undefined;
        this.#save();
    }
    /** To be called when the run ends well: post tells what it made live, should the job fail. */
    keepLive() {
        if (this.#open !== undefined || !this.#live)
            return;
        this.#isLiveKept = true;
        this.#save();
    }
    /** What is begun on GitHub, and to be ended there. */
    keepGitHub(github) {
        this.#github = github;
        this.#save();
    }
    #save() {
        const closed = this.#open === undefined && this.#github?.isTold !== false;
        const open = this.#open && withoutSecrets(this.#open);
        const live = this.#isLiveKept ? this.#live : undefined;
        save({ run: this.#run, closed, open, live, github: this.#github });
    }
}
/** Undefined where nothing is published, as far as main knew. */
function liveIn(open) {
    if (open.phase !== 'published')
        return undefined;
    const { app, publishedVersion, previousVersion, url } = open;
    return { app, publishedVersion, previousVersion, url };
}
function save(state) {
    saveState(STATE_KEY, JSON.stringify(state));
}
/** The environment's values may be secret, and the file is there to be read by every later step. */
function withoutSecrets(open) {
    if (open.phase === 'building')
        return open;
    const { envValues: _, ...rest } = open;
    return rest;
}
/**
 * What main left open. Undefined where the state is closed; a sentence where it is not ours to act on: a state from
 * another run, or one that a log may have forged.
 */
function readOpenRun(text, run) {
    const state = parse(text);
    if (!(0,json/* isRecord */.u)(state) || typeof state['run'] !== 'string')
        return 'The saved state is unreadable.';
    if (state['run'] !== run)
        return 'The saved state belongs to another run.';
    if (state['closed'] === true || (state['open'] === undefined && isOpenOnGitHub(state['github'])))
        return undefined;
    return isOpenRun(state['open']) ? state['open'] : 'The saved state is not in the form that main writes.';
}
/** What main made live and post has nothing to do for; undefined where there is none, or it is another run's. */
function readLive(text, run) {
    const state = parse(text);
    if (!(0,json/* isRecord */.u)(state) || state['run'] !== run || !(0,json/* isRecord */.u)(state['live']))
        return undefined;
    const { live } = state;
    const isLive = isApp(live['app']) && isVersion(live['publishedVersion']) && isVersion(live['previousVersion']);
    return isLive && isOptional(live['url'], isText) ? live : undefined;
}
/** What main began on GitHub; undefined where there is nothing, or it is another run's. */
function readOpenOnGitHub(text, run) {
    const state = parse(text);
    return (0,json/* isRecord */.u)(state) && state['run'] === run && isOpenOnGitHub(state['github']) ? state['github'] : undefined;
}
function isOpenOnGitHub(value) {
    if (!(0,json/* isRecord */.u)(value) || typeof value['isTold'] !== 'boolean')
        return false;
    return (isOptional(value['url'], isText) &&
        isOptional(value['deployment'], isVersion) &&
        isOptional(value['former'], isVersion));
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function isOpenRun(value) {
    if (!(0,json/* isRecord */.u)(value) || !isApp(value['app']) || !isVersion(value['previousVersion']))
        return false;
    if (!isOptional(value['settingsBefore'], json/* isRecord */.u) ||
        !isOptional(value['settingsAfter'], json/* isRecord */.u) ||
        !isOptional(value['envChanged'], isNames))
        return false;
    if (!isOptional(value['payloadChecksum'], isText) || !isOptional(value['url'], isText))
        return false;
    if (value['phase'] === 'building')
        return isText(value['buildId']);
    if (value['phase'] === 'changed')
        return true;
    if (!isOptional(value['builds'], (builds) => builds === true))
        return false;
    if (!isVersion(value['highestVersion']) || !isFingerprint(value['fingerprint']))
        return false;
    if (!isOptional(value['isGoingBack'], (goes) => goes === true))
        return false;
    return value['phase'] === 'publishing' || (value['phase'] === 'published' && isVersion(value['publishedVersion']));
}
function isOptional(value, is) {
    return value === undefined || is(value);
}
function isApp(value) {
    return (0,json/* isRecord */.u)(value) && isText(value['organization']) && isText(value['name']);
}
function isText(value) {
    return typeof value === 'string';
}
function isVersion(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
function isNames(value) {
    return Array.isArray(value) && value.every(isText);
}
function isFingerprint(value) {
    if (!(0,json/* isRecord */.u)(value))
        return false;
    const texts = ['codeHash', 'imageRef', 'codeKind'].every((name) => isText(value[name]));
    return texts && typeof value['createdAtMs'] === 'number';
}

;// CONCATENATED MODULE: ./build/action/stop.js


const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK'];
/** A runner sends the same signals for both. */
const CANCELLED = 'GitHub stopped this step: the run was cancelled, or the `timeout-minutes` of the step or job ended.';
const LOOK = 'GitHub\u2019s own line at the end of this step says which. Run the job again, after a timeout with a larger `timeout-minutes`.';
/** Something that is no error was thrown where nobody awaits it. */
class UnheldError extends Error {
    constructor(thrown) {
        super(`thrown and not awaited: ${(0,errors/* why */.d8)(thrown)}`);
        this.name = 'UnheldError';
    }
}
/**
 * Turns the runner's signals into one AbortSignal. The listeners stay for the whole run: a second signal must not kill
 * the process before it has said what happened (docs/runner.md, Signals). A log that nobody reads any more is a runner
 * that is gone: nothing more is deployed for it, and what is still written is lost without an error.
 */
function stopSwitch() {
    const controller = new AbortController();
    let timer;
    const cancel = () => controller.abort(new errors/* Stopped */.C9('cancelled', CANCELLED, { hint: LOOK }));
    const lose = () => controller.abort(new errors/* Stopped */.C9('cancelled', 'The runner does not read the log any more.'));
    for (const signal of SIGNALS)
        process.on(signal, cancel);
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', lose);
    return {
        signal: controller.signal,
        fail: (error) => controller.abort(error instanceof Error ? error : new UnheldError(error)),
        limit(ms, { what, hint }) {
            const message = `${what} took longer than ${(0,words/* duration */.p0)(ms)}.`;
            timer = setTimeout(() => controller.abort(new errors/* Stopped */.C9('timed_out', message, { hint })), ms);
            timer.unref();
        },
        [Symbol.dispose]() {
            clearTimeout(timer);
            for (const signal of SIGNALS)
                process.off(signal, cancel);
            for (const stream of [process.stdout, process.stderr])
                stream.off('error', lose);
        }
    };
}

;// CONCATENATED MODULE: ./build/github/budget.js
/** Time that several pieces of work share; what runs at the same time is counted once. */
class Budget {
    #clock;
    #leftMs;
    #running = 0;
    #since = 0;
    constructor(clock, ms) {
        this.#clock = clock;
        this.#leftMs = ms;
    }
    get leftMs() {
        return Math.max(0, this.#leftMs - this.#runningMs());
    }
    /** Does the work with a signal that ends it when nothing is left, and counts its time. */
    async spend(work) {
        if (this.#running === 0)
            this.#since = this.#clock.now();
        this.#running += 1;
        try {
            return await work(AbortSignal.timeout(Math.ceil(this.leftMs)));
        }
        finally {
            if (this.#running === 1)
                this.#leftMs -= this.#runningMs();
            this.#running -= 1;
        }
    }
    #runningMs() {
        return this.#running === 0 ? 0 : this.#clock.now() - this.#since;
    }
}

;// CONCATENATED MODULE: ./build/hidden-variables.js
/**
 * What `@actions/github` reads of the environment while it is loaded, for things that nobody here uses: it fails where the
 * event is no JSON or a proxy is of another kind than it knows, and prints where the event's file is missing.
 */
const READ_AT_LOAD = ['GITHUB_EVENT_PATH', 'https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];
/** Takes these variables out of the environment, and puts them back when it is disposed of. */
function hideFromLoading() {
    const kept = READ_AT_LOAD.flatMap((name) => {
        const value = process.env[name];
        return value === undefined ? [] : [[name, value]];
    });
    for (const [name] of kept)
        delete process.env[name];
    return { [Symbol.dispose]: () => void Object.assign(process.env, Object.fromEntries(kept)) };
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/run-clock.js

/** Time as a run measures it. Node's `performance` would load a dozen modules for it. */
const RUN_TIME = { now: () => process.uptime() * 1000 };
/** A clock whose waits end when the run is told to stop. */
function clockUntil(stop) {
    return {
        ...RUN_TIME,
        sleep: (ms, wake) => {
            const signal = wake ? AbortSignal.any([stop, wake]) : stop;
            return (0,promises_.setTimeout)(ms, undefined, { signal }).catch(() => stop.throwIfAborted());
        }
    };
}

;// CONCATENATED MODULE: ./build/version.js
/** The action's own version, for the user agent. A test compares it with package.json. */
const VERSION = '1.0.0';

;// CONCATENATED MODULE: ./build/decorate.js
var decorate_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var decorate_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});






/** What all that a run says to GitHub may take together, so that it never dominates the run. */
const DECORATION_MS = 20_000;
function decorationBudget() {
    return new Budget(RUN_TIME, DECORATION_MS);
}
/** Loads what speaks to GitHub: a run that tells nothing there loads nothing of it. */
async function openTelling(options) {
    const { request, inputs, facts, log, open, ledger, report, budget, stop } = options;
    const Decorations = await loadDecorations();
    const cancelled = cancelledBy(stop);
    const decorations = new Decorations({
        ...request,
        exchange: await exchangeBy(inputs),
        clock: clockUntil(cancelled),
        budget,
        log,
        version: VERSION,
        stamp: facts.step,
        open,
        keep: (now) => ledger?.keepGitHub(now),
        report: (ids) => report?.(ids),
        stop: cancelled
    });
    return { begin: () => decorations.begin(), end: (news) => decorations.end(news) };
}
async function loadDecorations() {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const _hidden = decorate_addDisposableResource(env_1, hideFromLoading(), false);
        const { Decorations } = await Promise.all(/* import() */[__webpack_require__.e("decorations-pull-requests-packages"), __webpack_require__.e("decorations")]).then(__webpack_require__.bind(__webpack_require__, 930));
        return Decorations;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        decorate_disposeResources(env_1);
    }
}
/** Reads a pull request from GitHub. Throws where that cannot be done. */
async function readPullRequest(number, { access, inputs, budget, stop }) {
    const askPullRequest = await loadAskPullRequest();
    const exchange = await exchangeBy(inputs);
    return await askPullRequest({ access, exchange, clock: clockUntil(stop), budget, stop, version: VERSION }, number);
}
async function loadAskPullRequest() {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const _hidden = decorate_addDisposableResource(env_2, hideFromLoading(), false);
        const { askPullRequest } = await Promise.all(/* import() */[__webpack_require__.e("decorations-pull-requests-packages"), __webpack_require__.e("pull-requests")]).then(__webpack_require__.bind(__webpack_require__, 9554));
        return askPullRequest;
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        decorate_disposeResources(env_2);
    }
}
async function exchangeBy(inputs) {
    const { explainedExchange } = await __webpack_require__.e(/* import() */ "explained-exchange").then(__webpack_require__.bind(__webpack_require__, 9691));
    return explainedExchange(readProxies(inputs), 'GITHUB_API_URL');
}
/** A run that took too long may still tell it; one that is cancelled has seconds to live, and post tells. */
function cancelledBy(stop) {
    const cancelled = new AbortController();
    const look = () => {
        const { reason } = stop;
        if (reason instanceof errors/* Stopped */.C9 && reason.reason === 'cancelled')
            cancelled.abort(reason);
    };
    if (stop.aborted)
        look();
    stop.addEventListener('abort', look, { once: true });
    return cancelled.signal;
}

;// CONCATENATED MODULE: ./build/model/platform-state.js
/** Whether it has succeeded, failed or been cancelled, as far as its status says. */
function isFinished({ status }) {
    return /SUCCE|FAIL|ERROR|CANCEL/.test(status);
}
function highest(versions) {
    return Math.max(0, ...versions.map((version) => version.number));
}
/** Whether it is the code that a user names: by its hash, or an image by its reference. */
function isNamed({ codeHash, imageRef }, name) {
    return name === codeHash || name === imageRef;
}
/** A platform that gives no hash cannot contradict. */
function contradicts(version, draft) {
    return version.codeHash !== '' && draft.codeHash !== '' && version.codeHash !== draft.codeHash;
}

;// CONCATENATED MODULE: ./build/model/ports/run.js
/** `acme/greeter`. */
function run_appId({ organization, name }) {
    return `${organization}/${name}`;
}

// EXTERNAL MODULE: ./build/model/backoff.js
var model_backoff = __webpack_require__(1326);
;// CONCATENATED MODULE: ./build/deploy/poll.js

/** Looks until there is something to see, or the time is over: then undefined. Throws what looking throws. */
async function poll(look, { clock, pauses, ms }) {
    const deadline = clock.now() + ms;
    const backoff = new model_backoff/* Backoff */.n(pauses);
    for (;;) {
        const seen = await look();
        if (seen !== undefined)
            return seen;
        const left = deadline - clock.now();
        if (left <= 0)
            return undefined;
        await clock.sleep(Math.min(backoff.next(), left));
    }
}

;// CONCATENATED MODULE: ./build/deploy/deed.js


/** How long the effect of a call is looked for whose answer says that it was taken, or was lost. */
const LOOK_MS = 60_000;
/** The same where the platform answered that it failed: what it did before that shows soon. */
const AFTER_A_FAILURE_MS = 3_000;
/** A call whose answer was lost may take effect late: it is sent again only when it was looked for for all its time. */
const MOST_SENT = 2;
const PAUSES = { first: 250, most: 5_000 };
/**
 * Does the deed and looks. It is sent again only where an answer was lost. A run that is told to stop when the call was
 * sent leaves it unseen; the stop's reason is the error then.
 */
async function perform(deed, clock, lookMs = LOOK_MS) {
    let isLostOnce = false;
    let last;
    for (let sent = 1;; sent++) {
        const look = new Look(deed);
        const error = await failureOf(deed.send(last));
        if (error instanceof errors/* Stopped */.C9)
            return { kind: 'unseen', error, state: undefined };
        const wasLost = error !== undefined && isLost(error);
        const end = await look.until(clock, { ms: error === undefined || wasLost ? lookMs : lookAfter(error), wasLost });
        if (end)
            return end;
        isLostOnce ||= wasLost;
        last = look.last ?? last;
        const isNo = error !== undefined && !isLostOnce && !(mayHaveActed(error) && look.trouble);
        if (isNo)
            return { kind: 'refused', error, state: look.last };
        if (!wasLost || sent === MOST_SENT || look.isCutShort) {
            return { kind: 'unseen', error: error ?? look.trouble, state: look.last };
        }
    }
}
/** How long to look for what a call did that was answered with this error, in milliseconds: 0 is one look. */
function lookAfter(error) {
    return mayHaveActed(error) ? AFTER_A_FAILURE_MS : 0;
}
/** Codes that a server also answers when it failed after it had done what was asked. */
const AFTER_THE_EFFECT = ['UNKNOWN', 'INTERNAL', 'RESOURCE_EXHAUSTED', 'ABORTED', 'DATA_LOSS'];
function mayHaveActed(error) {
    return error instanceof errors/* PlatformError */.Wk && AFTER_THE_EFFECT.includes(error.code);
}
/** What was read last, and why nothing was. */
class Look {
    last;
    trouble;
    #deed;
    constructor(deed) {
        this.#deed = deed;
    }
    get isCutShort() {
        return this.trouble !== undefined && endsLook(this.trouble);
    }
    /**
     * Undefined where the time is over, the run was told to stop, or no look can tell anything. A call whose answer was
     * lost may still come over what another hand did meanwhile, so that is no end before its time.
     */
    async until(clock, { ms, wasLost }) {
        let otherwise;
        const take = async () => {
            const end = await this.#take();
            otherwise = end?.kind === 'otherwise' ? end : undefined;
            return wasLost && otherwise ? undefined : end;
        };
        try {
            return (await poll(take, { clock, pauses: PAUSES, ms })) ?? otherwise;
        }
        catch (error) {
            if (!(error instanceof errors/* ExpectedError */.Dh && endsLook(error)))
                throw error;
            this.trouble = error;
            return undefined;
        }
    }
    async #take() {
        try {
            const state = await this.#deed.look();
            this.last = state;
            const seen = this.#deed.seen(state);
            return seen && { kind: seen === 'done' ? 'seen' : 'otherwise', state };
        }
        catch (error) {
            if (!(error instanceof errors/* ExpectedError */.Dh) || endsLook(error))
                throw error;
            this.trouble = error;
            return undefined;
        }
    }
}
/** No waiting makes an answer readable. */
function endsLook(error) {
    return error instanceof errors/* Stopped */.C9 || (error instanceof errors/* PlatformError */.Wk && error.isUnreadable);
}
/** True where the call may have taken effect although no answer came. */
function isLost(error) {
    return error instanceof errors/* PlatformError */.Wk && error.ambiguous;
}
/** What a call failed with; undefined where it succeeded. A bug of ours is thrown. */
async function failureOf(work) {
    try {
        await work;
        return undefined;
    }
    catch (error) {
        if (error instanceof errors/* ExpectedError */.Dh)
            return error;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/deploy/draft/draft.js


/** What tells this draft from any other. The hash is the server's and may be empty. */
function fingerprint({ codeHash, imageRef, codeKind, createdAtMs }) {
    return { codeHash, imageRef, codeKind, createdAtMs };
}
function sameFingerprint(a, b) {
    return (a.codeHash === b.codeHash &&
        a.imageRef === b.imageRef &&
        a.codeKind === b.codeKind &&
        a.createdAtMs === b.createdAtMs);
}
/** `9f1c2a7e, saved at 2026-11-21T10:00:00Z`. */
function draft_shownDraft({ codeHash, imageRef, createdAtMs }) {
    const what = (0,words/* withShortDigests */.IK)(codeHash || imageRef) || 'without a hash';
    return createdAtMs > 0 ? `${what}, saved at ${(0,words/* shownTime */.h5)(createdAtMs)}` : what;
}
/** Throws when the slot holds another draft than the one this run saved and tested. */
function checkUnchanged(app, saved, now) {
    if (!now || !sameFingerprint(saved, fingerprint(now)))
        throw conflict(app, saved, now);
}
/** The slot holds another draft than the one this run saved. */
function conflict(app, saved, now) {
    const other = now ? `another draft (${draft_shownDraft(fingerprint(now))})` : 'no draft';
    return new DeployError('draft_conflict', `The app now holds ${other}; this run saved ${draft_shownDraft(saved)}. Not published.`, {
        hint: `Another run deploys the same app. ${draft_WAIT_FOR_EACH_OTHER}`,
        snippet: draft_concurrency(app)
    });
}
/** An app has one draft slot, and the platform has no lock on it. */
const draft_WAIT_FOR_EACH_OTHER = 'Let the runs of one app wait for each other: add `concurrency:` to the workflow.';
/** The lines to add. The organization is left out: a group is of one repository, and its name is to be read at a glance. */
function draft_concurrency({ name }) {
    return ['concurrency:', `  group: deploy-${name}`, '  cancel-in-progress: false'];
}

;// CONCATENATED MODULE: ./build/deploy/publish/find-version.js




/** Between two looks at the versions. */
const find_version_PAUSES = { first: 1_000, most: 8_000 };
/** Reads the versions until the run's own is among them, or the time is over. Throws the stop's reason. */
async function findPublished(open, { platform, clock, ms }) {
    let last = { kind: 'none' };
    const look = async () => {
        last = lookAt(open, await readable(platform.readVersions(open.app)));
        return last.kind === 'own' ? last : undefined;
    };
    return (await poll(look, { clock, pauses: find_version_PAUSES, ms })) ?? last;
}
function lookAt(open, versions) {
    if (versions instanceof errors/* ExpectedError */.Dh)
        return { kind: 'unreadable', error: versions };
    const own = ownVersion(open, versions);
    if (own !== undefined)
        return { kind: 'own', published: publishedRun(open, own, versions) };
    const version = added(open, versions)[0];
    return version ? { kind: 'foreign', version } : { kind: 'none' };
}
/** The version that was found; undefined where there is none. Throws `publish_unknown` where that cannot be known. */
function ownIn(look, open) {
    switch (look.kind) {
        case 'own':
            return look.published;
        case 'none':
            return undefined;
        case 'foreign':
            throw onlyForeign(open, look.version);
        case 'unreadable':
            throw unreadable(open, look.error);
    }
}
/** The version among the new ones that holds our draft. */
function ownVersion(open, versions) {
    const own = added(open, versions).filter((version) => !contradicts(version, open.fingerprint));
    return own.length > 0 ? Math.min(...own.map((version) => version.number)) : undefined;
}
function added({ highestVersion }, versions) {
    return versions.filter((version) => version.number > highestVersion);
}
/**
 * A rollback undoes this run and nothing else, so it goes back to what was active right before: what another run
 * published since the versions were read, else what was active then.
 */
function publishedRun(open, own, versions) {
    const made = versions.find((version) => version.number === own);
    const before = added(open, versions).filter((version) => version.number !== own && isBefore(version, own, made));
    const last = before.toSorted((a, b) => a.createdAtMs - b.createdAtMs || a.number - b.number).at(-1);
    return {
        ...open,
        phase: 'published',
        publishedVersion: own,
        previousVersion: last?.number ?? open.previousVersion
    };
}
/** By the platform's own times, where it gives them: a number may be taken before its version is made. */
function isBefore(other, own, made) {
    if (made && made.createdAtMs > 0 && other.createdAtMs > 0)
        return other.createdAtMs < made.createdAtMs;
    return other.number < own;
}
/** What the platform, or the token endpoint, said instead. Throws the stop's reason. */
async function readable(reading) {
    try {
        return await reading;
    }
    catch (error) {
        if ((0,errors/* isBearable */.Xs)(error))
            return error;
        throw error;
    }
}
/** The versions cannot be read. */
function unreadable(open, error, what) {
    return unknown(open, `the versions cannot be read: ${(0,errors/* clause */.sb)(error)}`, what);
}
/** It may be live. `why` goes on after what happened. */
function unknown({ app, highestVersion }, why, what) {
    const happened = what ?? `The answer to publishing ${app.name} was lost`;
    return new errors/* DeployError */.sH('publish_unknown', `${happened}, and ${why}.`, {
        hint: `Look at the app\u2019s versions before you deploy again: version ${highestVersion + 1} would be this run\u2019s.`
    });
}
function onlyForeign(open, other) {
    return new errors/* DeployError */.sH('publish_unknown', `It is not known whether the draft was published: version ${other.number}, which appeared since, holds other code ` +
        `(${other.codeHash}) than this run\u2019s draft (${draft_shownDraft(open.fingerprint)}).`, {
        hint: `Another run published meanwhile. Look at the app\u2019s versions to see which code is active. ${draft_WAIT_FOR_EACH_OTHER}`,
        snippet: draft_concurrency(open.app)
    });
}

;// CONCATENATED MODULE: ./build/model/settings.js
/**
 * The one table of settings: our name of a setting \u2192 the input that sets it, which is also its label, the platform's
 * field, with the messages on the way to it, and what kind of value it is. A new setting is a row here.
 */
const settings_SETTINGS = {
    env: { input: 'env', field: 'env', kind: 'map' },
    description: { input: 'description', field: 'description', kind: 'text' },
    tier: { input: 'tier', field: 'resource_tier', kind: 'word', words: ['small', 'medium', 'large', 'xlarge'] },
    memory: { input: 'memory', field: 'limits.memory_mb', kind: 'megabytes' },
    cpu: { input: 'cpu', field: 'limits.cpu_millicores', kind: 'millicores' },
    timeoutSeconds: { input: 'timeout-seconds', field: 'limits.timeout_secs', kind: 'seconds' },
    reserved: { input: 'reserved', field: 'scaling.reserved_capacity', kind: 'count' },
    maxReplicas: { input: 'max-replicas', field: 'scaling.max_replicas', kind: 'count' },
    maxConcurrency: { input: 'max-concurrency', field: 'max_concurrency', kind: 'count' },
    storageMode: {
        input: 'storage-mode',
        field: 'storage_mode',
        kind: 'word',
        words: ['persistent', 'ephemeral', 'ttl']
    },
    ttl: { input: 'ttl', field: 'ttl_secs', kind: 'seconds' },
    mcpEnabled: { input: 'mcp-enabled', field: 'mcp_enabled', kind: 'flag' },
    autoMode: {
        input: 'auto-mode',
        field: 'scaling.auto_mode',
        kind: 'word',
        words: ['disabled', 'enabled', 'tier-only', 'scale-only']
    },
    allowUnauthenticated: { input: 'allow-unauthenticated', field: 'allow_unauthenticated', kind: 'flag' },
    healthPath: { input: 'health-path', field: 'health_path', kind: 'path' },
    ports: { input: 'ports', field: 'ports', kind: 'ports' },
    inputSchema: { input: 'input-schema', field: 'input_schema', kind: 'json' },
    outputSchema: { input: 'output-schema', field: 'output_schema', kind: 'json' }
};
/**
 * Numbers of which 0 says: as the platform has it, which a platform may then show as the number that it takes. Of `reserved`
 * 0 is a number like any other: it ends what is billed.
 */
const LEFT_BY_ZERO = new Set([
    'memory',
    'cpu',
    'timeoutSeconds',
    'maxReplicas',
    'maxConcurrency',
    'ttl'
]);
const settings_SETTING_NAMES = Object.keys(settings_SETTINGS);
function settings_namesIn(change) {
    return settings_SETTING_NAMES.filter((name) => change[name] !== undefined);
}
/** Only these of the settings. */
function settings_pick(settings, names) {
    return Object.fromEntries(names.flatMap((name) => (settings[name] === undefined ? [] : [[name, settings[name]]])));
}

// EXTERNAL MODULE: ./build/model/values/variable-name.js
var variable_name = __webpack_require__(129);
;// CONCATENATED MODULE: ./build/deploy/settings/compare-settings.js




/** What the settings will be: the ones that were read, with what the user asked for laid over them. */
function desired(read, change, strategy) {
    const { env, description, ...rest } = change;
    return {
        ...read,
        ...rest,
        // Who made the app is no part of what the user says of it.
        description: description === undefined ? read.description : withMark(description, makerIn(read.description)),
        env: env === undefined || strategy === 'overwrite' ? (env ?? read.env) : { ...read.env, ...env }
    };
}
/** The part of `wanted` that differs from what the platform has. */
function difference(read, wanted) {
    const changed = SETTING_NAMES.filter((name) => !compare_settings_isSame(name, read[name], wanted[name]));
    return Object.fromEntries(changed.map((name) => [name, wanted[name]]));
}
/** What is to be changed so that the settings, as they were read, are what the plan says. */
function changeFor(read, { settings, envUpdateStrategy }) {
    return difference(read, desired(read, settings, envUpdateStrategy));
}
/** Only the environment names that the app does not have yet: a draft may need them before it is published. */
function withAddedEnv(read, wanted) {
    const added = Object.entries(wanted.env ?? {}).filter(([name]) => !Object.hasOwn(read.env ?? {}, name));
    return { ...read, env: { ...read.env, ...Object.fromEntries(added) } };
}
/** Names whose value was added, changed or removed. */
function compare_settings_changedEnv(before = {}, after = {}) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].filter((name) => !compare_settings_isSameText(before[name], after[name])).sort();
}
/** Whether the platform means the same by both: it trims texts, drops a slash at the end, and lists ports in any order. */
function compare_settings_isSame(name, a, b) {
    if (a === undefined || b === undefined)
        return a === b;
    switch (settings_SETTINGS[name].kind) {
        case 'map':
            return compare_settings_changedEnv(a, b).length === 0;
        case 'ports':
            return sorted(a) === sorted(b);
        case 'path':
            return plainPath(a) === plainPath(b);
        case 'json':
            return plainJson(a) === plainJson(b);
        default:
            return compare_settings_isSameText(a, b);
    }
}
function compare_settings_isSameText(a, b) {
    return typeof a === 'string' && typeof b === 'string' ? a.trim() === b.trim() : a === b;
}
function sorted(ports) {
    return [...new Set(ports)].sort((a, b) => a - b).join();
}
function plainPath(path) {
    return `/${path.trim().replace(/^\/+|\/+$/g, '')}`;
}
/** The same JSON is the same text, whatever its white space. */
function plainJson(text) {
    try {
        return JSON.stringify(JSON.parse(text));
    }
    catch {
        return text.trim();
    }
}
/** `env (API_KEY, MODE), tier and ports`: names only. */
function compare_settings_named(change, read) {
    const { env, ...others } = change;
    return namedAll(env === undefined ? undefined : compare_settings_changedEnv(read.env, env), namesIn(others));
}
/** The same of variables and of other settings, each by its name. */
function namedAll(env, others) {
    return (0,words/* enumerate */.HL)([...(env === undefined ? [] : [compare_settings_namedEnv(env)]), ...others.map((name) => settings_SETTINGS[name].input)]);
}
function compare_settings_namedEnv(names) {
    return `env (${names.filter(variable_name/* isVariableName */.K).join(', ')})`;
}
/** `tier and ports`. */
function compare_settings_labels(names) {
    return namedAll(undefined, names);
}
/** A value in a sentence. Not for the environment, whose values may be secret. */
function compare_settings_shownValue(value) {
    return String(value === undefined || value === '' ? 'not set' : value);
}

;// CONCATENATED MODULE: ./build/deploy/settings/read-back.js






/** A platform that merges never shows that a variable is gone, nor another that a number is left to it. */
const UNSHOWN_LOOK_MS = 5_000;
/** How long a change is looked for, in milliseconds. */
function lookMs(asked) {
    const mayStayUnshown = settings_namesIn(asked.change).every((name) => name === 'env' || isLeft(asked, name)) &&
        ownEnv(asked).every((name) => !Object.hasOwn(asked.wanted.env ?? {}, name));
    return mayStayUnshown ? UNSHOWN_LOOK_MS : LOOK_MS;
}
/** What the settings that are read now say of a change. Numbers that look as before may be the platform's own later. */
function progressOf(asked, got) {
    const isUnmoved = namesIn(asked.change).every((name) => isLeft(asked, name) && isSame(name, asked.before[name], got[name]));
    if (isShown(asked, got))
        return isUnmoved ? undefined : 'done';
    return SETTING_NAMES.every((name) => isSame(name, asked.before[name], got[name])) ? undefined : 'otherwise';
}
/** Whether all that was asked for is there. What else is there, by whatever hand, is no part of it. */
function isShown(asked, got) {
    return missing(asked, got).length === 0;
}
/** Whether something else changed too, which another run may have done. */
function hasOthers(asked, got) {
    const own = ownEnv(asked);
    const env = changedEnv(asked.before.env, got.env).filter((name) => !own.includes(name));
    return env.length > 0 || others(asked, got).length > 0;
}
/** What was asked for and is not there. A setting that the platform does not show cannot be looked at. */
function missing(asked, got) {
    return namesIn(asked.change).filter((name) => {
        if (got[name] === undefined || isLeft(asked, name))
            return false;
        return name === 'env' ? wrongEnv(asked, got).length > 0 : !isSame(name, asked.wanted[name], got[name]);
    });
}
/** Whether a number is to be as the platform has it, whatever that is. */
function isLeft({ wanted }, name) {
    return LEFT_BY_ZERO.has(name) && wanted[name] === 0;
}
/** The numbers that were left to the platform, where it shows what it takes for them. */
function takenByPlatform(asked, got) {
    return pick(got, namesIn(asked.change).filter((name) => isLeft(asked, name) && got[name] !== 0));
}
/** Says which numbers those are. One that is as before may also be one of which the 0 was not taken. */
function tellTaken({ tools }, asked, got) {
    for (const name of namesIn(takenByPlatform(asked, got))) {
        const isAsBefore = isSame(name, asked.before[name], got[name]);
        const how = isAsBefore ? ', as before: its own number, or it does not take 0' : ' now';
        tools.log.info(`${SETTINGS[name].input} is left to the platform, which shows ${got[name]}${how}.`);
    }
}
function wrongEnv(asked, got) {
    return ownEnv(asked).filter((name) => !isSameText(asked.wanted.env?.[name], got.env?.[name]));
}
function ownEnv({ before, wanted }) {
    return compare_settings_changedEnv(before.env, wanted.env);
}
/** Settings that this run did not ask for, and that are others now. */
function others({ before, change }, got) {
    return SETTING_NAMES.filter((name) => name !== 'env' && !Object.hasOwn(change, name) && !isSame(name, before[name], got[name]));
}
/** Says what else changed, and what cannot be looked at. True where all could be. */
function tellOthers({ tools }, asked, got) {
    const changed = others(asked, got);
    if (changed.length > 0) {
        tools.log.warning(`Other settings changed at the same time, which this run did not ask for: ${labels(changed)}. Another run, or the platform, changed them.`);
    }
    const unread = namesIn(asked.change).filter((name) => got[name] === undefined);
    if (unread.length > 0)
        tools.log.info(`The platform took ${labels(unread)} and does not show it: it is not read back.`);
    return unread.length === 0;
}
/** The platform took a change and reports something else. Values are never part of the text. */
function deviation({ app }, asked, got) {
    const wrong = missing(asked, got).map((name) => described(name, asked, got));
    const message = isKept(asked, got)
        ? `The platform kept what the update left out: ${wrong.join('; ')}.`
        : `After the update the platform reports other settings: ${wrong.join('; ')}.`;
    if (hasOthers(asked, got)) {
        return new DeployError('settings_failed', message, {
            hint: `Nothing was published. Other settings changed too: another run may have changed them at the same time. ${WAIT_FOR_EACH_OTHER}`,
            snippet: concurrency(app)
        });
    }
    return new DeployError('settings_failed', message, {
        hint: isKept(asked, got)
            ? 'Nothing was published. This platform removes no variables: remove them by hand, or keep them with `env-update-strategy: merge`.'
            : 'Nothing was published. Look at the app\u2019s settings, and report this if they are not what the workflow says.'
    });
}
/** Whether all that is wrong is that variables are there which should be gone. */
function isKept(asked, got) {
    const isEnvAlone = missing(asked, got).every((name) => name === 'env');
    return isEnvAlone && wrongEnv(asked, got).every((name) => !Object.hasOwn(asked.wanted.env ?? {}, name));
}
function described(name, asked, got) {
    if (name === 'env')
        return namedEnv(wrongEnv(asked, got));
    const { input, kind } = SETTINGS[name];
    if (kind === 'json' || kind === 'text')
        return `${input} is another`;
    return `${input} is ${shownValue(got[name])}, expected ${shownValue(asked.wanted[name])}`;
}
/** No answer came, and what is read does not tell. */
function mayHaveChanged({ app }, { change, before }, error) {
    const why = error ? clause(error) : 'the platform took the change and does not show it';
    return new DeployError('settings_failed', `It is not known whether the settings of ${appId(app)} were changed (${named(change, before)}): ${why}.`, { hint: 'Nothing was published. Run the job again; look at the app\u2019s settings if this repeats.', cause: error });
}

;// CONCATENATED MODULE: ./build/deploy/settings/change-record.js


/** The record of what a run changed, with one change more. The first value that was found is the one to go back to. */
function withChange(known, { before, wanted, change }) {
    const names = namesIn(change).filter((name) => name !== 'env');
    const env = change.env === undefined ? [] : changedEnv(before.env, change.env);
    const seen = known.envChanged ?? [];
    const fresh = env.filter((name) => !seen.includes(name));
    return {
        settingsBefore: { ...pick(before, names), ...known.settingsBefore },
        settingsAfter: { ...known.settingsAfter, ...pick(wanted, names) },
        envChanged: [...seen, ...fresh],
        envValues: {
            before: { ...known.envValues?.before, ...only(before.env, fresh) },
            after: { ...without(known.envValues?.after, env), ...only(wanted.env, env) }
        }
    };
}
/** The record with what the platform made of a change by itself: what the run changed is told by that later. */
function withTaken(known, taken) {
    return { ...known, settingsAfter: { ...known.settingsAfter, ...taken } };
}
/** These variables of an environment. */
function only(env = {}, names) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => names.includes(name)));
}
/** All variables of an environment but these. */
function without(env = {}, names) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name)));
}

;// CONCATENATED MODULE: ./build/deploy/settings/way-back.js



function wayBack(changed, now) {
    const { settingsBefore = {}, settingsAfter = {}, envChanged = [], envValues } = changed;
    const before = settingsBefore;
    const after = settingsAfter;
    const names = Map.groupBy(settings_namesIn(before), (name) => handOf((value) => compare_settings_isSame(name, now[name], value), before[name], after[name]));
    const variables = Map.groupBy(envValues ? envChanged : [], (name) => handOf((value) => compare_settings_isSameText(now.env?.[name], value), envValues?.before[name], envValues?.after[name]));
    const words = (hand) => namedAll(variables.get(hand), names.get(hand) ?? []);
    const ours = { env: variables.get('ours') ?? [], names: names.get('ours') ?? [] };
    const { env } = ours;
    const change = {
        ...settings_pick(before, ours.names),
        ...(env.length > 0 && { env: { ...without(now.env, env), ...only(envValues?.before, env) } })
    };
    const removesOnly = ours.names.length === 0 && env.every((name) => !Object.hasOwn(envValues?.before ?? {}, name));
    return { due: words('ours'), ours, removesOnly, foreign: words('foreign'), change };
}
/** What was due and is not any more, in words. */
function doneBetween(first, now) {
    const env = first.ours.env.filter((name) => !now.ours.env.includes(name));
    const names = first.ours.names.filter((name) => !now.ours.names.includes(name));
    return namedAll(env.length > 0 ? env : undefined, names);
}
function handOf(isNow, before, after) {
    if (isNow(before))
        return 'before';
    return isNow(after) ? 'ours' : 'foreign';
}

;// CONCATENATED MODULE: ./build/deploy/settings/put-back.js







/**
 * Puts back what a run changed, only where it still is what the run made of it: anything else is another hand\u2019s. Says
 * what it did. Values of the environment are known to main alone, so post lists the names. Throws the stop's reason.
 */
async function putBack(tools, changed) {
    const { envChanged = [], envValues, settingsBefore = {} } = changed;
    if (envChanged.length > 0 && envValues === undefined) {
        tools.log.warning(`This run changed variables whose values are not kept for this step, look at them: ${(0,words/* enumerate */.HL)(envChanged)}.`);
    }
    const env = envValues && envChanged.length > 0 ? envChanged : undefined;
    const names = namedAll(env, settings_namesIn(settingsBefore));
    if (names === '')
        return 'all';
    try {
        const read = await tools.platform.readApp(changed.app);
        return read === undefined ? 'all' : await restore(tools, changed, read);
    }
    catch (error) {
        if (!(0,errors/* isBearable */.Xs)(error))
            throw error;
        tools.log.warning(`It is not known whether the settings that this run changed are back (${names}): ${error.message}`);
        return 'not';
    }
}
async function restore(tools, changed, read) {
    const { settings: before } = read;
    const way = wayBack(changed, before);
    const { due, foreign, change } = way;
    if (foreign !== '')
        tools.log.notice(`Changed by another hand since, and left so: ${foreign}.`);
    if (due === '')
        return 'all';
    const deed = {
        send: (last = read) => tools.platform.updateSettings(changed.app, wayBack(changed, last.settings).change, last),
        // Undefined where the app is gone.
        look: () => tools.platform.readApp(changed.app),
        seen: (now) => put_back_progressOf(way, leftOf(changed, now))
    };
    const end = await perform(deed, tools.clock, lookMs({ before, wanted: { ...before, ...change }, change }));
    return told(tools.log, way, { end, left: leftOf(changed, end.state) });
}
/** Where the other things are back, the call has done what it does, and variables that are still there stay. */
function put_back_progressOf(way, left) {
    if (left === undefined || left.due === '')
        return 'done';
    return left.removesOnly && !way.removesOnly ? 'otherwise' : undefined;
}
/** Undefined where the app is gone, or was not read. */
function leftOf(changed, now) {
    return now && wayBack(changed, now.settings);
}
function told(log, way, { end, left }) {
    const due = left?.due || way.due;
    switch (end.kind) {
        case 'seen':
            tellBack(log, way.due);
            return 'all';
        case 'otherwise':
            tellBack(log, left ? doneBetween(way, left) : way.due);
            tellKept(log, due);
            return 'but-variables';
        case 'refused':
            log.warning(`The settings that this run changed were not put back (${due}): ${end.error.message}`);
            return 'not';
        case 'unseen':
            if (end.error) {
                log.warning(`It is not known whether the settings that this run changed were put back (${due}): ${end.error.message}`);
            }
            else
                tellKept(log, due);
            return 'not';
    }
}
function tellBack(log, names) {
    log.notice(`The settings that this run changed were put back: ${names}.`);
}
function tellKept(log, names) {
    log.warning(`The platform took the call, and did not take back what this run changed: ${names}.`);
}

;// CONCATENATED MODULE: ./build/deploy/switch/make-active.js

/** The target is named by its number, so that the call may be sent again as long as nobody else has published. */
function makeActive({ platform, clock }, { app, from, to }) {
    const deed = {
        send: () => platform.rollback(app, to),
        look: () => activeVersion({ platform }, app),
        seen: (active) => {
            if (active === to)
                return 'done';
            return active === from ? undefined : 'otherwise';
        }
    };
    return perform(deed, clock);
}
/** 0 is none. */
async function activeVersion({ platform }, app) {
    return (await platform.readApp(app))?.activeVersion ?? 0;
}

;// CONCATENATED MODULE: ./build/model/values/checksum.js
/** FNV-1a, 32 bits as 8 hex digits: tells a few things apart, and gives nothing of them away. */
function checksum(bytes) {
    let value = 0x811c9dc5;
    for (const byte of bytes)
        value = Math.imul(value ^ byte, 0x01000193);
    return (value >>> 0).toString(16).padStart(8, '0');
}

;// CONCATENATED MODULE: ./build/deploy/draft/json-subset.js
/**
 * Compares an output with a subset of it: an object may have more names than expected, a list has the same length, all
 * else is equal. Gives every difference, at most 20.
 */
function differences(expected, got, path = '$') {
    return compare(expected, got, path).slice(0, 20);
}
function compare(expected, got, path) {
    if (isList(expected)) {
        if (!isList(got))
            return [{ path, expected: shownJson(expected), got: shownJson(got) }];
        if (got.length !== expected.length) {
            return [{ path, expected: `${expected.length} items`, got: `${got.length} items` }];
        }
        return expected.flatMap((each, index) => compare(each, got[index], `${path}[${index}]`));
    }
    if (isObject(expected)) {
        if (!isObject(got))
            return [{ path, expected: shownJson(expected), got: shownJson(got) }];
        return Object.entries(expected).flatMap(([name, each]) => compare(each, Object.hasOwn(got, name) ? got[name] : undefined, `${path}${step(name)}`));
    }
    return expected === got ? [] : [{ path, expected: shownJson(expected), got: shownJson(got) }];
}
function isList(value) {
    return Array.isArray(value);
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function step(name) {
    return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
function shownJson(value) {
    if (value === undefined)
        return 'nothing';
    const text = JSON.stringify(value);
    return text.length > 200 ? `${text.slice(0, 200)}\u2026` : text;
}

;// CONCATENATED MODULE: ./build/deploy/draft/traceback.js
const TRACEBACK = 'Traceback (most recent call last):';
const FRAME = /^ {2}File "([^"\n]{1,1000})", line (\d{1,7})/;
/** Of Python itself, of packages, and of what is no file. */
const FOREIGN = /^<|[\\/](?:site-packages|dist-packages)[\\/]|[\\/]lib[\\/]python\d/;
/** What the platform calls; the runtime wants a file of this name at the root of the code. */
const ENTRY = /^(.*[\\/])?handler\.py$/;
/** The frames, from the outermost to the one that raised. */
function framesOf(lines) {
    const written = lines.flatMap((text, at) => {
        const [, file, line = ''] = FRAME.exec(text) ?? [];
        return file === undefined ? [] : [{ at, name: baseName(file), line, file }];
    });
    const root = rootOf(written);
    return written.map(({ file, ...frame }) => ({ ...frame, isOwn: !FOREIGN.test(file) && isBelow(file, root) }));
}
/** Where the code lies, as the traceback tells; undefined where the handler is not in it. */
function rootOf(frames) {
    const roots = frames.flatMap(({ file }) => (FOREIGN.test(file) ? [] : rootOfEntry(file)));
    // The platform may have a handler.py of its own, which calls the user's; and the user another one, further down.
    const last = roots.at(-1);
    return roots.filter((root) => last?.startsWith(root)).toSorted((a, b) => a.length - b.length)[0];
}
function rootOfEntry(file) {
    const entry = ENTRY.exec(file);
    return entry ? [entry[1] ?? ''] : [];
}
function isBelow(file, root) {
    if (root === undefined)
        return true;
    return root === '' ? !/^(?:[\\/]|[A-Za-z]:)/.test(file) : file.startsWith(root);
}
function baseName(file) {
    return file.split(/[\\/]/).at(-1) ?? '';
}

;// CONCATENATED MODULE: ./build/deploy/draft/reported-failure.js


/**
 * Reads a failure from the output or the error of an execution: `{error, type, traceback}` as JSON, of which Go, Rust and
 * Deno give `error` alone, or a bare traceback. Undefined where the text is neither: an output, or words of the platform.
 */
function reportedFailure(text) {
    const report = parsed(text);
    if (report !== undefined)
        return fromReport(report);
    const cause = exceptionIn(text);
    return cause === undefined ? undefined : { cause: cause + placeIn(text), log: text };
}
function fromReport({ error, type, traceback = '' }) {
    const cause = [type, error].filter((part) => part !== undefined && part !== '').join(': ');
    const log = traceback.trimEnd();
    if (log === '')
        return { cause: withLastWords(cause), log: cause };
    // An exception of several lines ends the traceback too.
    return { cause: firstLine(cause) + placeIn(log), log: log.endsWith(error.trimEnd()) ? log : `${log}\n${cause}` };
}
function parsed(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    if (!(0,json/* isRecord */.u)(value))
        return undefined;
    const { error, type, traceback, ...others } = value;
    const isReport = typeof error === 'string' && isTextOrNothing(type) && isTextOrNothing(traceback);
    // Without a traceback it may as well be what an app answers with.
    const isAlone = Object.keys(others).length === 0 || (type !== undefined && traceback !== undefined);
    return isReport && (error !== '' || type) && isAlone ? value : undefined;
}
function isTextOrNothing(value) {
    return value === undefined || typeof value === 'string';
}
/** What a container says as it ends comes last, below that it has ended. */
const HAS_ENDED = /^CrashLoopBackOff\b/;
function withLastWords(cause) {
    const first = firstLine(cause);
    const last = cause.trim().split('\n').at(-1)?.trim() ?? '';
    return HAS_ENDED.test(first) && last !== first ? `${first}: ${last}` : first;
}
function firstLine(text) {
    return text.split('\n', 1)[0]?.trim() ?? '';
}
/** The line that names the exception: the first after the frames of the last traceback. */
function exceptionIn(text) {
    const start = text.lastIndexOf(TRACEBACK);
    const lines = start === -1 ? [] : text.slice(start).split('\n').slice(1);
    return lines.find((line) => /^\S/.test(line))?.trim();
}
/** `, handler.py:7`: the last frame of the user's own. Empty where there is none. */
function placeIn(traceback) {
    const own = framesOf(traceback.split('\n')).findLast(({ isOwn }) => isOwn);
    return own === undefined ? '' : `, ${own.name}:${own.line}`;
}

;// CONCATENATED MODULE: ./build/deploy/draft/execution.js




const execution_PAUSES = { first: 100, most: 2_000 };
/** Longer outputs are cut in the log. */
const MOST_SHOWN = 4_000;
/** Waits until an execution has ended, and says what came of it: by its status alone where nothing is expected of its output. */
async function execution_resultOf(id, expected, waiting) {
    const execution = await untilEnded(id, waiting);
    return execution ? resultFrom(execution, expected) : overdue(waiting.timeoutMs, id);
}
/** Undefined when the time for a test is over first. */
function untilEnded(id, { platform, clock, timeoutMs }) {
    const look = async () => {
        const execution = await platform.readExecution(id);
        return isRunning(execution) ? undefined : execution;
    };
    return poll(look, { clock, pauses: execution_PAUSES, ms: timeoutMs });
}
/** A word that we do not know is taken for an end: then the output and the error are there to be looked at. */
function isRunning({ status, error }) {
    return error === '' && (status === '' || /PENDING|QUEUED|RUNNING|PROGRESS|START|UNSPECIFIED/.test(status));
}
function resultFrom(execution, expected) {
    const output = decodedText(execution.output);
    if (execution.error !== '' || /FAIL|ERROR|TIMEOUT|CANCEL|ABORT/.test(execution.status)) {
        return failureFrom(execution, output);
    }
    const details = outputLines(output);
    if (expected === undefined)
        return { passed: true, line: 'completed', details };
    const parsed = parsedJson(output);
    if (parsed === undefined) {
        return {
            passed: false,
            line: 'the output is not JSON',
            details,
            cause: 'The output is not JSON',
            cure: 'Let the app answer with JSON: what a test expects is compared with that.'
        };
    }
    const wrong = differences(expected, parsed.value).map(({ path, expected: wanted, got }) => `${path}: expected ${wanted}, got ${got}`);
    return wrong.length === 0
        ? { passed: true, line: 'completed, as expected', details }
        : {
            passed: false,
            line: 'the output differs from what is expected',
            details: [...wrong, ...details],
            cause: wrong[0] ?? '',
            isUnexpected: true
        };
}
/** A program's own report of its failure stands in the error or in the output, and says more than the status. */
function failureFrom({ status, error }, output) {
    const line = status.toLowerCase() || 'failed';
    const reported = reportedFailure(error) ?? reportedFailure(output);
    if (reported === undefined) {
        const said = error.trim().split('\n').at(-1)?.trim() ?? '';
        return {
            passed: false,
            line,
            details: outputLines(output),
            trace: error,
            cause: said || `The test ended as ${line}`
        };
    }
    const { cause, log } = reported;
    return { passed: false, line, details: [], trace: log, cause };
}
function outputLines(output) {
    return output === '' ? [] : [`output: ${cut(output)}`];
}
function overdue(timeoutMs, id) {
    const line = `did not end within ${(0,words/* duration */.p0)(timeoutMs)}`;
    return {
        passed: false,
        line,
        details: [`execution ${id} may still be running`],
        cause: `The test ${line}`,
        cure: 'Let the app answer sooner, or set a larger `test-timeout-seconds`.'
    };
}
function decodedText(bytes) {
    return new TextDecoder().decode(bytes);
}
function parsedJson(output) {
    try {
        return { value: JSON.parse(output) };
    }
    catch {
        return undefined;
    }
}
function cut(output) {
    const line = output.trimEnd();
    return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)}\u2026 (${(0,words/* count */.U9)(line.length, 'character')})` : line;
}

;// CONCATENATED MODULE: ./build/deploy/publish/test-again.js




/** Post has few minutes for all that it does. */
const LONGEST_TEST_MS = 60_000;
/** The rollback is made by now: whatever comes of its test is told, and is no reason to fail. */
async function testAgain(tools, run) {
    const { app, previousVersion, payloadChecksum } = run;
    if (payloadChecksum === undefined)
        return;
    const { log, clock, platform, tests } = tools;
    const known = await tests().catch(() => undefined);
    const first = known?.cases[0];
    if (!known || !first || checksum(first.payload) !== payloadChecksum) {
        log.warning(`Version ${previousVersion} is not tested: the payload of the run cannot be read any more, or has changed.`);
        return;
    }
    const active = `Version ${previousVersion} of ${run_appId(app)} is active again`;
    try {
        const id = await platform.testVersion(app, previousVersion, first.payload);
        if (id === undefined)
            return;
        const timeoutMs = Math.min(known.timeoutMs, LONGEST_TEST_MS);
        // What is expected is said of the new version, so the old one has only to end well.
        const { passed, line, cause = line } = await execution_resultOf(id, undefined, { platform, clock, timeoutMs });
        if (passed)
            log.notice(`Tested version ${previousVersion} with ${first.name}: ${line}.`);
        else
            log.warning(`${active}, but its test with ${first.name} failed: ${cause}.`);
    }
    catch (error) {
        log.warning(`${active}, but its test with ${first.name} could not be made: ${(0,errors/* why */.d8)(error)}`);
    }
}

;// CONCATENATED MODULE: ./build/deploy/publish/rollback.js





/** A rollback that the platform refused. */
class RollbackRefused extends errors/* DeployError */.sH {
    /** The version that was read to be active after that. */
    active;
    constructor(message, { active, ...options }) {
        super('rollback_refused', message, options);
        this.active = active;
    }
}
/**
 * Makes the version active again that was active right before this run's, only while the active one is still the run's
 * own. Throws a DeployError `rollback_refused` where it could not be made.
 */
async function rollBack(tools, published) {
    const { app, previousVersion, publishedVersion, url } = published;
    if (previousVersion === 0) {
        const line = `Version ${publishedVersion} of ${run_appId(app)} stays live: it is the first, so there is none to roll back to.`;
        return { line, isUndone: false, end: 'live', url };
    }
    const active = await activeVersion(tools, app).catch((error) => {
        throw notRolledBack(error, published);
    });
    if (active === previousVersion) {
        const isUndone = await undoSettings(tools, published);
        const line = `Version ${previousVersion} is active already, not version ${publishedVersion}: nothing to roll back.`;
        return { line, isUndone, end: 'rolled-back' };
    }
    if (active !== publishedVersion)
        return leftAlone(active, published);
    return await rollback_told(tools, published, await makeActive(tools, { app, from: publishedVersion, to: previousVersion }));
}
async function rollback_told(tools, published, end) {
    const { app, previousVersion, publishedVersion } = published;
    switch (end.kind) {
        case 'seen': {
            const isUndone = await undoSettings(tools, published);
            await tidy(tools, () => testAgain(tools, published));
            const line = `Rolled back: version ${previousVersion} of ${run_appId(app)} is active again, instead of version ${publishedVersion}.`;
            return { line, isUndone, end: 'rolled-back' };
        }
        case 'otherwise':
            return leftAlone(end.state, published);
        case 'refused':
            throw notRolledBack(end.error, published, end.state);
        case 'unseen':
            throw maybeRolledBack(published, end);
    }
}
/**
 * The version is active by now: what is done beside that, and its end, is no part of the rollback. Undefined where it
 * failed.
 */
async function tidy({ log }, work) {
    try {
        return await work();
    }
    catch (error) {
        log.warning(`The rollback is made; what follows it did not come to its end: ${(0,errors/* why */.d8)(error)}`);
        return undefined;
    }
}
/** Whether the settings that the run changed are all as they were before it. */
async function undoSettings(tools, published) {
    return (await tidy(tools, () => putBack(tools, published))) === 'all';
}
function leftAlone(active, { previousVersion, publishedVersion }) {
    const line = active === 0
        ? `The app has no active version any more: no rollback to version ${previousVersion}.`
        : `Version ${active}, which another run made active, is left alone: no rollback of version ${publishedVersion} to version ${previousVersion}.`;
    return { line, isUndone: false, end: 'replaced' };
}
const BY_HAND = 'Look at the app\u2019s versions, and roll back by hand with `dodil ignite version rollback`.';
/** What the reader must know where a rollback that was asked for was not made. `active` is what was read after it. */
function notRolledBack(error, run, active) {
    const { app, previousVersion } = run;
    const isGone = error instanceof errors/* PlatformError */.Wk && (error.code === 'NOT_FOUND' || error.code === 'FAILED_PRECONDITION');
    const next = isGone ? `If version ${previousVersion} is gone, run the job of its commit again.` : BY_HAND;
    const said = (0,errors/* clause */.sb)(error);
    const words = error instanceof errors/* ExpectedError */.Dh ? said : `a bug in the action (${said})`;
    return new RollbackRefused(`Version ${previousVersion} of ${run_appId(app)} was not made active again: ${words}.`, {
        cause: error,
        hint: `${stays(run, active)} ${next}`,
        active
    });
}
function stays({ publishedVersion }, active) {
    return active === undefined
        ? `Version ${publishedVersion} was the active one when this run published it.`
        : `Version ${active} stays active.`;
}
function maybeRolledBack(run, { error, state }) {
    const { app, previousVersion } = run;
    const said = error ? (0,errors/* clause */.sb)(error) : 'the platform took the call and does not show it';
    const now = state === undefined ? 'Which version is active could not be read.' : `Version ${state} was active at the last look.`;
    return new errors/* DeployError */.sH('rollback_refused', `It is not known whether version ${previousVersion} of ${run_appId(app)} is active again: ${said}.`, {
        cause: error,
        hint: `${now} ${BY_HAND}`
    });
}

;// CONCATENATED MODULE: ./build/deploy/after-job.js









/** How long post looks for a version that is built when it is published: it has four minutes for all that it does. */
const BUILD_SETTLE_MS = 150_000;
/** Whether post has anything to ask of the platform. A published version of a job that went well needs nothing. */
function isSettled({ open, job, policy }) {
    return open.phase === 'published' && !isDue(open, job, policy);
}
/** What kept post from coming as far as a rollback, told as the end of that rollback. */
function refusedRollback(error, ended) {
    if (error instanceof errors/* DeployError */.sH && error.reason === 'rollback_refused')
        return error;
    const due = dueForRollback(ended);
    return due && notRolledBack(error, due);
}
/** The version that was asked to be rolled back, and has one to go back to, as far as main left it known. */
function dueForRollback({ open, job, policy }) {
    return open.phase === 'published' && open.previousVersion > 0 && isDue(open, job, policy) ? open : undefined;
}
/** What main had begun is ended, however the job ends. */
function isDue({ isGoingBack }, job, policy) {
    return isGoingBack === true || isRollbackAsked(job, policy);
}
function isRollbackAsked(job, { onFailure, onCancel }) {
    return (job === 'failure' && onFailure) || (job === 'cancelled' && onCancel);
}
/**
 * Settles what main left open, and rolls back where that was asked for and is safe. Says in a sentence what came of it.
 */
async function afterJob(context) {
    const { open, job, policy } = context;
    if (open.phase === 'building')
        return { line: await cancelOpenBuild(context, open), end: 'not-published' };
    const published = await settled(context, open);
    if (!published) {
        await putBack(context, open);
        return { line: await nothingPublished(context, open), end: 'not-published' };
    }
    if (isDue(published, job, policy))
        return await rollBack(context, published);
    const line = `Version ${published.publishedVersion} of ${run_appId(open.app)} was published before the run ended.`;
    return { line, end: 'live', url: published.url };
}
async function nothingPublished({ platform }, open) {
    const active = await activeVersion({ platform }, open.app).then((version) => activeWords(version, open), () => 'which version is active could not be read');
    if (open.phase !== 'publishing' || !open.builds)
        return `Nothing was published: ${active}.`;
    return (`No version was published within ${(0,words/* duration */.p0)(BUILD_SETTLE_MS)} after the run: ${active}. The platform may still be ` +
        `building: look at the versions of ${run_appId(open.app)} before you deploy again, version ${open.highestVersion + 1} would be this run\u2019s.`);
}
function activeWords(active, { previousVersion }) {
    if (active === 0)
        return 'the app has no active version';
    return active === previousVersion ? `version ${active} stays active` : `version ${active} is active, by another run`;
}
/** Nobody will deploy what it makes. */
async function cancelOpenBuild({ platform, clock }, { buildId }) {
    const deed = {
        send: () => platform.cancelBuild(buildId),
        look: () => platform.readBuild(buildId),
        seen: (build) => (isFinished(build) ? 'done' : undefined)
    };
    const end = await perform(deed, clock);
    const words = `The run ended while the image was being built: the build ${buildId}`;
    switch (end.kind) {
        case 'seen':
        case 'otherwise':
            return `${words} is ${end.state.status.toLowerCase()}. Nothing was published.`;
        case 'refused':
            return `${words} goes on, because it could not be cancelled (${end.error.message}). Nothing was published.`;
        case 'unseen': {
            const why = end.error?.message ?? `it is ${end.state?.status.toLowerCase() ?? 'unreadable'} still`;
            return `${words} was asked to end, and whether it did is not known (${why}). Nothing was published.`;
        }
    }
}
/** The open run as it is known now: a publish whose answer main did not live to see is looked for among the versions. */
async function settled({ platform, clock, log }, open) {
    if (open.phase !== 'publishing')
        return open.phase === 'published' ? open : undefined;
    log.info('The run ended while it was publishing: reading the versions.');
    const ms = open.builds ? BUILD_SETTLE_MS : LOOK_MS;
    return ownIn(await findPublished(open, { platform, clock, ms }), open);
}

;// CONCATENATED MODULE: ./build/inputs/parse/parse-values.js
/** Any text, as YAML's forms are meant to give it. */
function parseOneLine(text) {
    if (/[\r\n]/.test(text))
        return { problem: 'has several lines', fix: 'Write one line.' };
    if (!/^(?:".*"|'.*')$/.test(text))
        return { value: text };
    return { problem: 'stands in quotes, which belong to the value', fix: 'Write it without them.' };
}
/** The YAML 1.2 core booleans, as the toolkit reads them. */
function parseBoolean(text) {
    if (/^(true|True|TRUE)$/.test(text))
        return { value: true };
    if (/^(false|False|FALSE)$/.test(text))
        return { value: false };
    return { problem: 'is not a boolean', fix: 'Write true or false.' };
}
/** A whole number in decimal digits, within the limits. */
function parseInteger(text, limits) {
    const value = Number(text);
    if (/^[0-9]{1,15}$/.test(text) && value >= limits.min && value <= limits.max)
        return { value };
    return {
        problem: 'is not a number that can be used here',
        fix: `Write a whole number from ${limits.min} to ${limits.max}, in digits.`
    };
}
function parse_values_parseChoice(text, choices) {
    const value = choices.find((choice) => choice === text);
    return value === undefined
        ? { problem: 'is not one of the values that can be used here', fix: `Write one of: ${choices.join(', ')}.` }
        : { value };
}
/** One item a line; blank lines and `#` comments are left out, and an item that is named twice counts once. */
function parseList(text) {
    const items = text.split(/\r\n?|\n/).map((line) => line.trim());
    return [...new Set(items.filter((item) => item !== '' && !item.startsWith('#')))];
}
/** The number of a version, which the platform counts from 1. */
function parseVersion(text) {
    if (text === 'previous')
        return { value: text };
    const parsed = parseInteger(text, { min: 1, max: 4_294_967_295 });
    if ('value' in parsed)
        return parsed;
    return { problem: 'is not the number of a version', fix: 'Write a number, for example 7, or previous.' };
}
/** A hash of the platform's, or the reference of an image: what form they have is not known. */
function parseCodeHash(text) {
    if (/^\S+$/.test(text))
        return { value: text };
    return {
        problem: 'has white space in it',
        fix: 'Write the output `code_hash` of the run that saved or published the code.'
    };
}
function parsePorts(text) {
    const items = parseList(text);
    const joined = items.findIndex((item) => /^\d+(?:\s*,\s*\d+)+$/.test(item));
    if (joined >= 0) {
        const fix = 'Write one port from 1 to 65535 a line, in a block (|).';
        return { problem: `has several ports in one line (item ${joined + 1})`, fix };
    }
    const ports = items.map((item) => parseInteger(item, { min: 1, max: 65_535 }));
    if (ports.length === 0)
        return { problem: 'names no port', fix: 'Write one port from 1 to 65535 a line, or leave it out.' };
    const wrong = ports.findIndex((port) => !('value' in port));
    if (wrong >= 0)
        return { problem: `has an item that is no port (item ${wrong + 1})`, fix: 'Write one port from 1 to 65535 a line.' };
    return { value: ports.flatMap((port) => ('value' in port ? [port.value] : [])) };
}
const NAME = /^[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?$/;
/** An app's name alone. */
function parseName(text) {
    if (NAME.test(text))
        return { value: text };
    return {
        problem: 'is not the name of an app',
        fix: 'A name has a-z, 0-9, ".", "-" and "_", begins and ends with a letter or digit, and has at most 63 characters.'
    };
}
/** `org:name` or `name`. */
function parse_values_parseApp(text) {
    const names = parse_values_namesIn(text);
    const [first = '', second] = names ?? [];
    if (names) {
        return {
            value: second === undefined ? { organization: undefined, name: first } : { organization: first, name: second }
        };
    }
    const meant = text.toLowerCase().replace('/', ':');
    const fix = parse_values_namesIn(meant)
        ? `Write \`app: ${meant}\`.`
        : 'Write name or organization:name; each may have a-z, 0-9, ".", "-" and "_", begins and ends with a letter or ' +
            'digit, and has at most 63 characters.';
    return { problem: 'is not the name of an app', fix };
}
function parse_values_namesIn(text) {
    const names = text.split(':');
    return names.length <= 2 && names.every((name) => NAME.test(name)) ? names : undefined;
}
function parseHealthPath(text) {
    if (/^\/[\x21-\x7e]*$/.test(text))
        return { value: text };
    return { problem: 'is not a path', fix: 'Write a path that begins with "/", without spaces, for example /healthz.' };
}

;// CONCATENATED MODULE: ./build/model/values/host-label.js
/** What DNS takes between two dots. */
const LONGEST_LABEL = 63;
/** The first part of an app's public host: `greeter-acme`. */
function hostLabel({ organization, name }) {
    return `${name}-${organization}`;
}

;// CONCATENATED MODULE: ./build/inputs/github/read-preview.js


const DEFAULT_NAME = '{app}-pr-{number}';
/** The facts, with the pull request that `pr-number` names. What the event says of another one is not about it. */
function withPullRequest(inputs, facts) {
    const number = inputs.read('pr-number', parsePullRequest);
    if (number === undefined || number === facts.pullRequestNumber)
        return facts;
    return { ...facts, pullRequestNumber: number, pullRequest: undefined };
}
/** The same, once GitHub has told of the pull request: a preview is of its commit, or of the one that another run built. */
function withPreviewCommit(inputs, facts, pullRequest) {
    const { builtBranch: built } = facts;
    // The number may come from whoever made the pull request, and would let it replace the preview of another one.
    if (built && facts.pullRequestNumber !== undefined) {
        if (!pullRequest) {
            const words = '`pr-number` may name another pull request than the one that was built, and GitHub did not tell.';
            inputs.reject(['pr-number'], words, 'Give the job `pull-requests: read`; the log says what GitHub answered.');
        }
        else if (!read_preview_isSame(built, pullRequest.head)) {
            const words = `\`pr-number\` names a pull request of another branch than the one that this run\u2019s workflow was started by.`;
            inputs.reject(['pr-number'], words, 'Write the number of the pull request that was built.');
        }
    }
    return { ...facts, pullRequest, commit: facts.builtCommit ?? pullRequest?.headSha ?? facts.commit };
}
/** Of a repository that was deleted, GitHub does not say which one it was. */
function read_preview_isSame(a, b) {
    return a.repository !== undefined && a.repository === b.repository && a.name === b.name;
}
/** Undefined where something is wrong; the reader then holds it. */
function readPreview(inputs, facts, app) {
    const { pullRequestNumber: number, repository } = facts;
    const template = inputs.read('preview-name', parseTemplate, inputs.text('preview-name') ?? DEFAULT_NAME);
    if (number === undefined) {
        inputs.rejectLacking(['pr-number'], '`mode: preview` is for a pull request, and the event of this run names none.', 'Run the workflow on `pull_request`, or write the number in `pr-number`.');
    }
    if (repository === undefined) {
        const fix = 'Without it, a preview could not be told from any other app.';
        inputs.rejectLacking(['mode'], '`mode: preview` needs to know the repository (GITHUB_REPOSITORY).', fix);
    }
    if (template === undefined || number === undefined || repository === undefined || !app)
        return undefined;
    const name = previewName(template, app.name, number);
    checkName(inputs, { ...app, name });
    return { target: { ...app, name }, madeBy: `${repository}#${number}` };
}
function isPreview(inputs) {
    return inputs.text('mode') === 'preview';
}
/** What the preview is called; undefined where that cannot be told. */
function previewNameIn(inputs, { pullRequestNumber: number }) {
    const app = inputs.text('app');
    if (app === undefined || number === undefined)
        return undefined;
    return previewName(inputs.text('preview-name') ?? DEFAULT_NAME, nameIn(app), number);
}
/** How people are told of the run's app where there is no plan: as the plan would be; undefined where none is named. */
function shownAppIn(inputs, facts) {
    const app = inputs.text('app');
    if (app === undefined)
        return undefined;
    const organization = app.slice(0, -nameIn(app).length).replace(':', '/');
    const name = isPreview(inputs) ? previewNameIn(inputs, facts) : undefined;
    return `${organization}${name ?? nameIn(app)}`;
}
/** Without the organization. */
function nameIn(app) {
    return app.slice(app.indexOf(':') + 1);
}
function previewName(template, app, number) {
    return template.replaceAll('{app}', app).replaceAll('{number}', String(number));
}
/** Which organization an app is of is not always known yet. */
function checkName(inputs, { organization, name }) {
    const parsed = parseName(name);
    if ('problem' in parsed) {
        inputs.reject(['preview-name'], `The preview would be called ${name}, which ${parsed.problem}.`, parsed.fix);
    }
    else if (organization !== undefined)
        checkLength(inputs, { organization, name });
}
function checkLength(inputs, app) {
    const label = hostLabel(app);
    if (label.length <= LONGEST_LABEL)
        return;
    inputs.reject(['preview-name'], `The preview\u2019s host would be ${label}, which has ${label.length} characters; DNS takes ${LONGEST_LABEL}.`, 'Write a shorter name, for example pr-{number}-x.');
}
function parsePullRequest(text) {
    const parsed = parseInteger(text, { min: 1, max: 2_147_483_647 });
    return 'value' in parsed
        ? parsed
        : { problem: 'is not the number of a pull request', fix: 'Write its number alone, for example 12.' };
}
function parseTemplate(text) {
    if (!text.includes('{number}')) {
        const fix = 'Write {number} where the number of the pull request goes: each must have an app of its own.';
        return { problem: 'does not hold {number}', fix };
    }
    const other = /\{(?!app\}|number\})[^}]*\}?/.exec(text);
    return other ? { problem: 'holds braces around another word', fix: 'Use {app} and {number}.' } : { value: text };
}

;// CONCATENATED MODULE: ./build/inputs/github/read-github.js



/** The longest name of an environment that GitHub takes. */
const LONGEST_ENVIRONMENT = 255;
/** Undefined where nothing is to be told, or nothing can be. What is wrong with the inputs is in the reader. */
function readGitHub(inputs, facts) {
    const comment = readComment(inputs, facts);
    const deployment = readDeployment(inputs, facts);
    if (!comment && !deployment)
        return undefined;
    const access = readGitHubAccess(inputs, facts);
    if (typeof access !== 'string')
        return { plan: { comment, deployment, isForks: facts.secretless === 'fork' }, access };
    // A deploy needs nothing of GitHub.
    inputs.warn(`Nothing is told on GitHub: ${access}.`);
    return undefined;
}
function readComment(inputs, facts) {
    const wanted = inputs.read('comment', parseComment) ?? 'auto';
    const key = inputs.line('comment-key');
    const app = inputs.text('app');
    const isOfPreview = isPreview(inputs);
    if (wanted === false || (wanted === 'auto' && !isOfPreview)) {
        inputs.rejectUseless(isOfPreview ? ['comment-key'] : ['comment-key', 'pr-number'], `\`comment: ${wanted}\``);
        return undefined;
    }
    if (app === undefined || (isOfPreview && facts.pullRequestNumber === undefined))
        return undefined;
    // It may be somebody else's.
    if (inputs.problems.some((problem) => problem.inputs.includes('pr-number')))
        return undefined;
    return {
        key: key ?? app,
        part: `${app}@${endpointOf(inputs)}`,
        pullRequest: facts.pullRequestNumber,
        commit: facts.commit
    };
}
function readDeployment(inputs, facts) {
    const given = inputs.read('github-environment', parseEnvironment);
    const app = inputs.text('app');
    if (!inputs.boolean('github-deployment')) {
        inputs.rejectUseless(['github-environment'], '`github-deployment: false`');
        return undefined;
    }
    // Whether its value is well written is asked where the plan is read.
    const isDryRun = inputs.text('dry-run')?.toLowerCase() === 'true';
    if (app === undefined || isDryRun)
        return undefined;
    if (facts.commit === undefined) {
        inputs.warn('No deployment is made on GitHub: the runner does not say of which commit (GITHUB_SHA).');
        return undefined;
    }
    const preview = isPreview(inputs) ? previewNameIn(inputs, facts) : undefined;
    // One for all pull requests: an environment of each would stay behind, since a job may not remove one.
    const environment = given ?? (preview === undefined ? endpointOf(inputs) : `preview/${nameIn(app)}`);
    const checkRunId = inputs.text('check-run-id');
    return {
        ref: facts.commit,
        environment,
        task: `deploy:${preview ?? app}`,
        isTransient: preview !== undefined,
        isProduction: environment === 'production',
        checkRunId,
        logUrl: jobUrl(facts, checkRunId)
    };
}
/** The job's page, where the runner says which it is; else the run's. */
function jobUrl({ runUrl, repositoryUrl }, checkRunId) {
    if (runUrl === undefined)
        return repositoryUrl ?? '';
    return checkRunId === undefined ? runUrl : runUrl.replace(/\/attempts\/\d+$/, `/job/${checkRunId}`);
}
/** Whether it is well written is asked where it is read. */
function endpointOf(inputs) {
    return (0,values_endpoint/* shortEndpoint */.YJ)(inputs.text('api-endpoint') ?? 'staging');
}
/** How GitHub is asked, or why it cannot be, as a clause. */
function readGitHubAccess(inputs, facts) {
    const { repository, apiUrl } = facts;
    const token = inputs.text('github-token');
    if (token === undefined)
        return '`github-token` is empty';
    if (repository === undefined)
        return 'the runner does not name the repository (GITHUB_REPOSITORY)';
    const url = URL.parse(apiUrl);
    const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && (0,values_endpoint/* isLoopback */.U9)(url.hostname));
    if (!isSafe)
        return 'the address of its API (GITHUB_API_URL) is not https, and the token would be readable on the way';
    return { apiUrl, token, repository };
}
function parseComment(text) {
    if (text === 'auto')
        return { value: text };
    const parsed = parseBoolean(text);
    return 'value' in parsed ? parsed : { problem: 'is none of auto, true and false', fix: 'Write one of them.' };
}
function parseEnvironment(text) {
    const line = parseOneLine(text);
    if (!('value' in line) || text.length <= LONGEST_ENVIRONMENT)
        return line;
    return {
        problem: `has more than ${LONGEST_ENVIRONMENT} characters`,
        fix: 'Write a shorter name, for example production.'
    };
}

;// CONCATENATED MODULE: ./build/inputs/input-names.js

/** Where, and as whom. */
const ACCESS_INPUTS = [
    'token',
    'service-account-id',
    'service-account-secret',
    'api-endpoint',
    'auth-url',
    'descriptors'
];
/** The inputs that action.yml declares. A test compares the two. */
const input_names_INPUTS = [
    'app',
    'mode',
    'create-app',
    'confirm',
    'working-directory',
    ...ACCESS_INPUTS,
    'code',
    'runtime',
    'rust-target',
    'toolchain',
    'dependencies',
    'input-schema',
    'output-schema',
    'dockerfile-path',
    'build-args',
    'builder',
    'platform',
    'no-cache',
    'image-tags',
    'git-url',
    'git-ref',
    'git-sub-path',
    'git-secret-ref',
    'image-ref',
    'registry-secret-ref',
    'registry-server',
    'registry-username',
    'registry-password',
    'env',
    'env-file',
    'env-update-strategy',
    'description',
    'tier',
    'memory',
    'cpu',
    'timeout-seconds',
    'reserved',
    'max-replicas',
    'max-concurrency',
    'storage-mode',
    'ttl',
    'mcp-enabled',
    'auto-mode',
    'allow-unauthenticated',
    'health-path',
    'ports',
    'config-file',
    'test-payload',
    'test-payload-file',
    'test-expect',
    'test-timeout-seconds',
    'expected-code-hash',
    'version',
    'dry-run',
    'skip-if-unchanged',
    'verify-url',
    'verify-timeout-seconds',
    'rollback-on-failure',
    'rollback-on-cancel',
    'timeout-minutes',
    'github-token',
    'comment',
    'comment-key',
    'pr-number',
    'preview-name',
    'github-deployment',
    'github-environment',
    'job-status',
    'check-run-id'
];
/** What an app is set to, which a config file may hold, too. */
const SETTING_INPUTS = [
    ...settings_SETTING_NAMES.map((name) => settings_SETTINGS[name].input),
    'env-file',
    'env-update-strategy'
];
/** What action.yml fills in where the user says nothing: it is not known then that they did. */
const input_names_DEFAULTS = {
    mode: 'deploy',
    'create-app': 'true',
    'working-directory': '.',
    'api-endpoint': 'staging',
    descriptors: 'reflection',
    'test-timeout-seconds': '60',
    'dry-run': 'false',
    'skip-if-unchanged': 'false',
    'verify-url': 'auto',
    'verify-timeout-seconds': '300',
    'rollback-on-failure': 'false',
    'rollback-on-cancel': 'false',
    'timeout-minutes': '30',
    comment: 'auto',
    'github-deployment': 'false'
};
/** Inputs that take several lines: lists, keys with values, JSON. */
const MANY_LINES = [
    'dependencies',
    'input-schema',
    'output-schema',
    'build-args',
    'image-tags',
    'env',
    'description',
    'ports',
    'test-payload',
    'test-payload-file',
    'test-expect'
];
/** Inputs that hold no secret, also where they are filled by mistake: a message repeats what is wrong with them. */
const input_names_SHOWN = [
    'app',
    'mode',
    'create-app',
    'confirm',
    'working-directory',
    'code',
    'runtime',
    'rust-target',
    'toolchain',
    'dockerfile-path',
    'builder',
    'platform',
    'no-cache',
    'image-tags',
    'git-ref',
    'git-sub-path',
    'image-ref',
    'registry-server',
    'env-update-strategy',
    'tier',
    'memory',
    'cpu',
    'timeout-seconds',
    'reserved',
    'max-replicas',
    'max-concurrency',
    'storage-mode',
    'ttl',
    'mcp-enabled',
    'auto-mode',
    'allow-unauthenticated',
    'health-path',
    'ports',
    'test-timeout-seconds',
    'expected-code-hash',
    'version',
    'dry-run',
    'skip-if-unchanged',
    'verify-timeout-seconds',
    'rollback-on-failure',
    'rollback-on-cancel',
    'timeout-minutes',
    'comment',
    'comment-key',
    'pr-number',
    'preview-name',
    'github-deployment',
    'github-environment',
    'job-status',
    'check-run-id'
];

;// CONCATENATED MODULE: ./build/model/values/near-name.js
/** The one of the names that is nearest, where it is near: a letter in three may be another, or as many as are told. */
function near_name_nearest(name, names, most = Math.max(1, Math.floor(name.length / 3))) {
    const ranked = names.map((each) => ({ each, far: distance(name, each) })).sort((a, b) => a.far - b.far);
    const best = ranked[0];
    return best && best.far <= most ? best.each : undefined;
}
/** How many letters must be put in, taken out, changed, or swapped with their neighbour. */
function distance(a, b) {
    let before = [];
    let row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 0; i < a.length; i++) {
        const next = [i + 1];
        for (let j = 0; j < b.length; j++) {
            const isSwapped = i > 0 && a[i] === b[j - 1] && a[i - 1] === b[j];
            const swapped = isSwapped ? (before[j - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY;
            const changed = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
            next.push(Math.min(changed, swapped, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
        }
        before = row;
        row = next;
    }
    return row[b.length] ?? 0;
}

;// CONCATENATED MODULE: ./build/inputs/meant-name.js


/** What other actions call what an input of ours is for. */
const BROUGHT = {
    dockerfile: 'dockerfile-path',
    image: 'image-ref',
    path: 'code',
    source: 'code',
    dir: 'code',
    directory: 'code',
    context: 'code',
    environment: 'env',
    'env-vars': 'env',
    env_vars: 'env',
    secrets: 'env',
    org: 'app',
    service: 'app',
    timeout: 'timeout-minutes',
    'env-vars-file': 'env-file',
    env_vars_file: 'env-file',
    manifest: 'config-file',
    concurrency: 'max-concurrency',
    'max-instances': 'max-replicas',
    'min-instances': 'reserved',
    'min-replicas': 'reserved',
    payload: 'test-payload',
    'dodil-token': 'token',
    dodil_token: 'token',
    'dodil-sa-id': 'service-account-id',
    dodil_sa_id: 'service-account-id',
    'dodil-sa-secret': 'service-account-secret',
    dodil_sa_secret: 'service-account-secret'
};
/** Where more than another name is to be written. */
const WRITTEN = {
    org: 'Write it in `app`, as `app: ORGANIZATION:NAME`.',
    secrets: 'Write each on a line of `env`, as KEY=VALUE with the secret for its value.',
    timeout: 'Write `timeout-minutes`, how long the run may take, or `timeout-seconds`, how long a call of the app may.'
};
/** Undefined where the name is like none of ours. */
function meantBy(name) {
    const brought = Object.hasOwn(BROUGHT, name) ? BROUGHT[name] : undefined;
    if (brought)
        return { input: brought, fix: WRITTEN[name] ?? `Write \`${brought}\` in place of it.` };
    const near = near_name_nearest(name, [...input_names_INPUTS, ...Object.keys(BROUGHT)]);
    const input = input_names_INPUTS.find((each) => each === near) ?? BROUGHT[near ?? ''];
    return input && asked(input);
}
/** The one of these inputs that somebody meant; undefined where the name is like none of them. */
function meantAmong(inputs, name) {
    const input = nearest(name, inputs);
    return input === undefined ? undefined : asked(input);
}
function asked(input) {
    return { input, fix: `Did you mean \`${input}\`?` };
}

;// CONCATENATED MODULE: ./build/inputs/input-reader.js





const PREFIX = 'INPUT_';
/** Of a value that a message repeats. */
const input_reader_MOST_SHOWN = 60;
/** Reads inputs by name and gathers all that is wrong with them, so that one report names everything. */
class InputReader {
    problems = [];
    /** What may be of use to who reads the log of a run that goes on. */
    notes = [];
    #env;
    #given;
    #warn;
    #file = new Map();
    /** Those of the problems that a run without secrets may have, though nothing is wrong in it. */
    #ofLack = new Set();
    /** Inputs that were given by another name: that they are not given is told by that. */
    #meant = new Set();
    /** @param warn Told what is taken, and was perhaps not meant so. */
    constructor(env, warn = () => undefined) {
        this.#env = env;
        this.#given = givenIn(env);
        this.#warn = warn;
    }
    /** From now on, what is not given is looked for among these. */
    consult(file) {
        this.#file = file;
    }
    /** What is wrong with what is given: neither that something is not, nor what is wrong with files. */
    get wrongValues() {
        return this.problems.filter((problem) => !this.#ofLack.has(problem));
    }
    /**
     * The input as it stands, else as the file gives it, or undefined where it is absent or empty: the runner does not
     * tell the two apart.
     */
    raw(name) {
        return this.#inFile(name)?.text || this.#env[variableOf(name)] || undefined;
    }
    /** Without the white space around it. */
    text(name) {
        return this.raw(name)?.trim() || undefined;
    }
    /** An environment variable outside the inputs, for credentials. */
    variable(name) {
        return this.#env[name]?.trim() || undefined;
    }
    /** The parsed value, or undefined where the input is absent or wrong; what is wrong is kept for the report. */
    read(name, parse, text = this.text(name)) {
        return text === undefined ? undefined : this.#taken(name, text, faultOfLines(name, text) ?? parse(text));
    }
    /** The same of an input that names a file. */
    async readFile(name, parse) {
        const text = this.text(name);
        return text === undefined ? undefined : this.#taken(name, text, faultOfLines(name, text) ?? (await parse(text)));
    }
    #taken(name, text, parsed) {
        const place = this.#inFile(name)?.place;
        const shown = `${shownInput(name, text)}${place === undefined ? '' : ` (${place})`}`;
        if ('value' in parsed) {
            for (const warning of parsed.warnings ?? [])
                this.warn(`${shown} ${warning}`);
            return parsed.value;
        }
        const problem = new errors/* Problem */.AF({ inputs: [name], message: `${shown} ${parsed.problem}.`, fix: parsed.fix });
        if (parsed.isOfFile)
            this.rejectFiles([problem]);
        else
            this.problems.push(problem);
        return undefined;
    }
    /** Any text of one line. */
    line(name) {
        return this.read(name, parseOneLine);
    }
    boolean(name) {
        return this.read(name, parseBoolean);
    }
    warn(text) {
        this.#warn(text);
    }
    reject(inputs, message, fix) {
        this.problems.push(new errors/* Problem */.AF({ inputs, message, fix }));
    }
    /** Something is not given that must be: an input that is filled from a secret or a variable is not there in every run. */
    rejectLacking(inputs, message, fix) {
        this.#lack(new errors/* Problem */.AF({ inputs, message, fix }));
    }
    /** What is wrong with files, which steps before may have to make, and may need secrets for. */
    rejectFiles(problems) {
        for (const problem of problems)
            this.#lack(problem);
    }
    /** A misspelt input would be ignored by the runner, with a warning that nobody reads. */
    rejectUnknown(known = input_names_INPUTS, find = meantBy) {
        for (const { name, variable } of this.#given) {
            if (known.includes(name))
                continue;
            const origin = `It is under \`with:\`, or an \`env:\` sets \`${variable}\`.`;
            const meant = find(name);
            if (meant) {
                this.reject([name], `\`${name}\` is not an input of this action.`, `${meant.fix} ${origin}`);
                this.#meant.add(meant.input);
            }
            else
                this.warn(`\`${name}\` is not an input of this action, and is ignored. ${origin}`);
        }
    }
    /** The names among these that have a value. */
    given(names) {
        const given = this.#given.map(({ name }) => name);
        return names.filter((name) => given.includes(name));
    }
    /** Whether the input was given by a name that is none. */
    isMeant(name) {
        return this.#meant.has(name);
    }
    /** Reports inputs of which one makes the others meaningless. */
    rejectTogether(names, fix) {
        const [first, second, ...others] = this.given(names);
        if (first === undefined || second === undefined)
            return false;
        const given = [first, second, ...others];
        this.reject(given, `${(0,words/* enumerate */.HL)(given.map((name) => `\`${name}\``))} are set together.`, fix);
        return true;
    }
    /** Reports inputs that another one makes meaningless. */
    rejectUseless(names, beside) {
        const [first, ...others] = this.given(names);
        if (first === undefined)
            return;
        const list = (0,words/* enumerate */.HL)([first, ...others].map((name) => `\`${name}\``));
        const [verb, fix] = others.length === 0 ? ['means', 'Remove it.'] : ['mean', 'Remove them.'];
        this.reject([first, ...others], `${list} ${verb} nothing with ${beside}.`, fix);
    }
    /** An input that is given wins. */
    #inFile(name) {
        return this.#env[variableOf(name)]?.trim() ? undefined : this.#file.get(name);
    }
    #lack(problem) {
        if (problem.inputs.some((name) => this.#meant.has(name)))
            return;
        this.problems.push(problem);
        this.#ofLack.add(problem);
    }
}
function givenIn(env) {
    return Object.entries(env)
        .filter(([variable, value]) => variable.startsWith(PREFIX) && (value ?? '').trim() !== '')
        .map(([variable]) => ({ name: variable.slice(PREFIX.length).toLowerCase(), variable }));
}
/** Most inputs are one line. */
function faultOfLines(name, text) {
    if (MANY_LINES.includes(name))
        return undefined;
    const line = parseOneLine(text);
    return 'problem' in line ? line : undefined;
}
function variableOf(name) {
    return `${PREFIX}${name.toUpperCase()}`;
}
/** With its value, where that is short, plain and no secret. */
function shownInput(name, text) {
    const isPlain = text.length <= input_reader_MOST_SHOWN && /^[\x20-\x7e]+$/.test(text) && !/`|::|##\[/.test(text);
    return isPlain && input_names_SHOWN.includes(name) ? `\`${name}: ${text}\`` : `\`${name}\``;
}

;// CONCATENATED MODULE: ./build/inputs/read-access.js



/** Where and as whom to connect. Undefined where something is wrong; the reader then holds all of it. */
function readAccess(inputs, facts, resolvePath) {
    const endpoint = inputs.read('api-endpoint', read_access_parsed(values_endpoint/* parseEndpoint */.Bk), inputs.text('api-endpoint') ?? 'staging');
    const credentials = endpoint && readCredentials(inputs, facts, endpoint);
    const descriptors = endpoint && readDescriptors(inputs, endpoint, resolvePath);
    if (!endpoint || !credentials || !descriptors)
        return undefined;
    return { endpoint, credentials, descriptors, proxies: readProxies(inputs) };
}
function readCredentials(inputs, facts, endpoint) {
    const pair = ['service-account-id', 'service-account-secret'];
    if (inputs.given(['token']).length > 0 && inputs.given(pair).length > 0) {
        inputs.reject(['token', ...pair], '`token` and a service account are set together.', 'Keep one of the two.');
        return undefined;
    }
    const token = inputs.text('token');
    if (token)
        return readToken(inputs, token, { name: 'token', origin: '`token`' });
    const id = inputs.line('service-account-id');
    const secret = inputs.text('service-account-secret');
    if (id === undefined && inputs.given(['service-account-id']).length > 0)
        return undefined;
    if (id || secret)
        return readServiceAccount(inputs, endpoint, { id, secret, ...facts });
    const inherited = inputs.variable('DODIL_TOKEN');
    if (inherited)
        return readToken(inputs, inherited, { name: 'DODIL_TOKEN', origin: 'the variable `DODIL_TOKEN`' });
    const accounts = ACCOUNT_VARIABLES.map((names) => ({
        id: inputs.variable(names.id),
        secret: inputs.variable(names.secret)
    }));
    const account = accounts.find(({ id, secret }) => id && secret) ?? accounts.find(({ id, secret }) => id || secret);
    return readServiceAccount(inputs, endpoint, { id: account?.id, secret: account?.secret, ...facts });
}
/** @param given The input or variable, and how texts speak of it. */
function readToken(inputs, token, { name, origin }) {
    const alone = withoutScheme(token);
    if (alone === token)
        return { kind: 'token', token, origin };
    inputs.reject([name], `The value of ${origin} begins with the word \`Bearer\`, which is no part of a token.`, 'Leave the word out, and the blank after it: the action writes it itself.');
    return undefined;
}
const FOR_DEPENDABOT = 'Dependabot started this run, and GitHub gives it Dependabot\u2019s secrets alone: store them there too, under Settings, ' +
    'Secrets and variables, Dependabot.';
function readServiceAccount(inputs, endpoint, { id, secret, isDependabots }) {
    if (!id && !secret) {
        inputs.rejectLacking(['token', 'service-account-id', 'service-account-secret'], 'No credentials are given.', 'Set `service-account-id` and `service-account-secret` (or `token`) from the repository\u2019s secrets, and see that ' +
            `the secrets exist where this workflow runs.${isDependabots ? ` ${FOR_DEPENDABOT}` : ''}`);
        return undefined;
    }
    if (!id || !secret) {
        const [missing, present] = id
            ? ['service-account-secret', 'service-account-id']
            : ['service-account-id', 'service-account-secret'];
        inputs.rejectLacking([missing], `\`${missing}\` is missing, \`${present}\` is set.`, `Set both from the repository\u2019s secrets.${isDependabots ? ` ${FOR_DEPENDABOT}` : ''}`);
        return undefined;
    }
    const tokenUrl = readTokenUrl(inputs, endpoint);
    return tokenUrl === undefined ? undefined : { kind: 'service-account', id, secret, tokenUrl };
}
function readTokenUrl(inputs, endpoint) {
    if (inputs.text('auth-url') !== undefined)
        return inputs.read('auth-url', read_access_parsed(values_endpoint/* parseTokenUrl */.qf));
    const known = (0,values_endpoint/* defaultTokenUrl */.q_)(endpoint);
    if (known === undefined) {
        inputs.reject(['auth-url'], `\`auth-url\` is missing: the token endpoint that belongs to ${endpoint.name} is not known.`, 'Set it to the token endpoint\u2019s whole URL, or use `token`; or correct `api-endpoint`.');
    }
    return known;
}
function readDescriptors(inputs, endpoint, resolvePath) {
    const choice = inputs.line('descriptors') ?? 'reflection';
    if (choice === 'reflection')
        return { kind: 'reflection' };
    if (choice !== 'bundled')
        return { kind: 'file', path: resolvePath(choice) };
    if (endpoint.loopback)
        return { kind: 'bundled' };
    inputs.reject(['descriptors'], '`descriptors: bundled` works with an endpoint on this machine only: part of its field numbers are placeholders.', 'Use `descriptors: reflection`, or name a descriptor set that the platform gave you.');
    return undefined;
}
/** The deploy room says why an address is refused in a sentence of its own. */
function read_access_parsed(parse) {
    return (text) => {
        const value = parse(text);
        return isRefusal(value)
            ? { problem: `cannot be used. ${value.problem.replace(/\.$/, '')}`, fix: value.fix }
            : { value };
    };
}
function isRefusal(value) {
    return typeof value === 'object' && 'problem' in value;
}

;// CONCATENATED MODULE: ./build/model/plan.js
/** The runtimes that the platform compiles or packs by itself. */
const RUNTIMES = ['python', 'rust', 'go', 'deno'];
const RUST_TARGETS = ['native', 'wasm'];
/** Which way an image is built: the draft's own build, or the build service with its own options. */
const BUILDERS = ['auto', 'draft', 'buildpacks', 'build-service'];
/** Whether post may have to return to the version before. Not where nothing is published. */
function mayRollBack(policy) {
    return policy !== undefined && (policy.onFailure || policy.onCancel);
}
/** `auto` is the draft's own build, unless something is asked for that only the build service can do. */
function wantsBuildService({ builder, platform, noCache, imageTags }) {
    return (builder === 'build-service' || (builder === 'auto' && (platform !== undefined || noCache || imageTags.length > 0)));
}

;// CONCATENATED MODULE: ./build/inputs/read-job-status.js

const STATUSES = ['success', 'failure', 'cancelled'];
/**
 * How the job stands now: the runner evaluates `job-status` again for post. Undefined where it does not say, with a warning
 * where a rollback hangs on it.
 */
function readJobStatus(inputs, policy) {
    const text = inputs.text('job-status');
    const status = STATUSES.find((each) => each === text);
    if (status === undefined && mayRollBack(policy)) {
        const says = text === undefined ? 'is empty' : 'is none of success, failure and cancelled';
        inputs.warn(`\`job-status\` ${says}, so it is not known how the job ended, and nothing is rolled back. Leave \`job-status\` out ` +
            'of `with:`; a runner that does not fill it in by itself cannot roll back.');
    }
    return status;
}

;// CONCATENATED MODULE: ./build/inputs/mode-inputs.js


/** The inputs that say where, as whom and for how long, and those that the runner fills in. */
const ALWAYS = [
    'app',
    'mode',
    'working-directory',
    ...ACCESS_INPUTS,
    'timeout-minutes',
    'github-token',
    'job-status',
    'check-run-id'
];
/** What goes into a draft, and makes the app that it is of. */
const SAVING = [
    'create-app',
    'code',
    'runtime',
    'rust-target',
    'toolchain',
    'dependencies',
    'dockerfile-path',
    'build-args',
    'builder',
    'platform',
    'no-cache',
    'image-tags',
    'git-url',
    'git-ref',
    'git-sub-path',
    'git-secret-ref',
    'image-ref',
    'registry-secret-ref',
    'registry-server',
    'registry-username',
    'registry-password'
];
const SETTING = [...SETTING_INPUTS, 'config-file'];
const TEST = ['test-payload', 'test-payload-file', 'test-expect', 'test-timeout-seconds'];
const VERIFY = ['verify-url', 'verify-timeout-seconds'];
const ROLLBACK = ['rollback-on-failure', 'rollback-on-cancel'];
const COMPARING = ['dry-run', 'skip-if-unchanged'];
const COMMENT = ['comment', 'comment-key', 'pr-number'];
const DEPLOYMENT = ['github-deployment', 'github-environment'];
/** The inputs that mean something in each mode. A rollback is of a commit that nobody knows: GitHub is told of no deployment. */
const MODE_INPUTS = {
    deploy: [...ALWAYS, ...SAVING, ...SETTING, ...TEST, ...COMPARING, ...VERIFY, ...ROLLBACK, ...COMMENT, ...DEPLOYMENT],
    preview: [
        ...[...ALWAYS, ...SAVING, ...SETTING, ...TEST, ...VERIFY, ...ROLLBACK, ...COMMENT, ...DEPLOYMENT],
        ...['skip-if-unchanged', 'preview-name']
    ],
    draft: [...ALWAYS, ...SAVING, ...SETTING, ...TEST, ...COMMENT],
    publish: [
        ...[...ALWAYS, 'expected-code-hash', ...SETTING, ...TEST, ...VERIFY, ...ROLLBACK],
        ...[...COMMENT, ...DEPLOYMENT]
    ],
    rollback: [...ALWAYS, 'version', 'expected-code-hash', ...TEST, ...VERIFY, ...COMMENT],
    delete: [...ALWAYS, 'confirm', ...COMMENT],
    status: ALWAYS
};
/** Undefined where there is no such mode. Inputs that mean nothing in it are reported. */
function mode_inputs_readMode(inputs) {
    const mode = inputs.read('mode', (text) => parseChoice(text, MODES), inputs.text('mode') ?? 'deploy');
    if (mode === undefined)
        return undefined;
    const foreign = INPUTS.filter((name) => !MODE_INPUTS[mode].includes(name) && inputs.text(name) !== DEFAULTS[name]);
    const isDry = foreign.includes('dry-run') && inputs.given(['dry-run']).length > 0;
    inputs.rejectUseless(foreign.filter((name) => name !== 'dry-run'), `\`mode: ${mode}\``);
    // Removed without a thought, it would do what was only to be looked at.
    if (isDry)
        inputs.reject(['dry-run'], '`dry-run` works with `mode: deploy` only.', `Without it, \`mode: ${mode}\` is done.`);
    return mode;
}
const MODES = Object.keys(MODE_INPUTS);

;// CONCATENATED MODULE: ./build/inputs/parse/json-text.js
/** JSON, or where it is wrong: line and column, never the text, which may hold secrets. */
function parseJson(text) {
    const body = text.startsWith('\ufeff') ? text.slice(1) : text;
    try {
        return { value: JSON.parse(body) };
    }
    catch {
        const at = firstFault(body);
        const before = body.slice(0, at).split('\n');
        return {
            problem: `is not JSON (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`,
            fix: 'Write valid JSON; in YAML, a block (|) keeps quotes as they are.'
        };
    }
}
/** UTF-8 text. Files of other encodings are named as such, since they look right in an editor. */
function decodeText(bytes) {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    try {
        if (!utf16)
            return { value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
    }
    catch {
        // Said below.
    }
    return { problem: `is not UTF-8${utf16 ? ' but UTF-16' : ''}`, fix: 'Save the file as UTF-8.' };
}
/** JSON's own grammar as one pattern a token; the first place where none fits, or where the text ends too early. */
const TOKEN = /(?:[{}[\]:,]|"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\d.\w])|(?:true|false|null)\b)/y;
/**
 * Node's message names a place only for some faults, and shows the text around it. So the place is found by ourselves:
 * the longest beginning that some ending would complete.
 */
function firstFault(text) {
    TOKEN.lastIndex = 0;
    const grammar = new Grammar();
    for (;;) {
        const start = skipSpace(text, TOKEN.lastIndex);
        TOKEN.lastIndex = start;
        const token = TOKEN.exec(text)?.[0];
        if (token === undefined || !grammar.takes(token))
            return start;
    }
}
function skipSpace(text, from) {
    let at = from;
    while (at < text.length && ' \t\r\n'.includes(text.charAt(at)))
        at++;
    return at;
}
/** Tells whether the next token may stand where it stands. */
class Grammar {
    #open = [];
    #place = 'value';
    takes(token) {
        const inside = this.#open.at(-1);
        if (token === '}' || token === ']')
            return this.#closes(token === '}' ? '{' : '[');
        if (token === ',')
            return this.#goes('after', inside === '{' ? 'key' : 'value', inside !== undefined);
        if (token === ':')
            return this.#goes('colon', 'value');
        if (this.#place === 'key' || this.#place === 'key or end')
            return this.#goes(this.#place, 'colon', token.startsWith('"'));
        if (this.#place !== 'value' && this.#place !== 'value or end')
            return false;
        if (token === '{' || token === '[')
            this.#open.push(token);
        this.#place = token === '{' ? 'key or end' : token === '[' ? 'value or end' : 'after';
        return true;
    }
    #goes(from, to, allowed = true) {
        if (this.#place !== from || !allowed)
            return false;
        this.#place = to;
        return true;
    }
    #closes(opened) {
        const mayEnd = this.#place === 'after' || this.#place === (opened === '{' ? 'key or end' : 'value or end');
        if (!mayEnd || this.#open.at(-1) !== opened)
            return false;
        this.#open.pop();
        this.#place = 'after';
        return true;
    }
}

// EXTERNAL MODULE: ./build/inputs/parse/key-values.js
var key_values = __webpack_require__(3606);
;// CONCATENATED MODULE: ./build/inputs/settings/yaml-forms.js


/** The value as the input would have it. */
function inputOf(input, entry, form) {
    const { text = form === 'lines' ? linesOf(entry) : form === 'json' ? jsonOf(entry) : undefined } = entry;
    if (text !== undefined)
        return { input, text };
    if (entry.json === null)
        return undefined;
    return { problem: `is ${entry.items ? 'a list' : 'a mapping'}`, fix: FIXES[form] };
}
const FIXES = {
    text: 'Write one value.',
    lines: 'Write one value, or a list of values.',
    json: 'Write a mapping, or the path of a file.'
};
function linesOf({ items }) {
    const texts = items?.flatMap(({ text }) => text ?? []);
    return texts && texts.length === items?.length ? texts.join('\n') : undefined;
}
function jsonOf({ fields, json }) {
    return fields && JSON.stringify(json);
}
/** `NAME: value`, each a line. A value is as it is written; `{}` removes all, as the input does. */
function variablesIn({ fields, json }) {
    if (json === null)
        return undefined;
    if (!fields)
        return { problem: 'is no mapping', fix: 'Write `NAME: value` for each variable.' };
    for (const { key, line, text } of fields) {
        if (!(0,variable_name/* isVariableName */.K)(key)) {
            return { problem: `${key_values/* NO_NAME */.Wo.problem} (line ${line})`, fix: key_values/* NO_NAME */.Wo.fix };
        }
        if (text === undefined) {
            return { problem: `has no value for ${key} (line ${line})`, fix: "Write a text; '' is an empty one." };
        }
    }
    return { env: Object.fromEntries(fields.map(({ key, text }) => [key, text ?? ''])) };
}
/** A list of variables' names. */
function listedNames({ items, json }) {
    if (json === null)
        return undefined;
    const names = items?.flatMap(({ text = '' }) => ((0,variable_name/* isVariableName */.K)(text) ? [text] : []));
    if (names && names.length === items?.length)
        return { listed: [...new Set(names)] };
    const wrong = items?.find(({ text = '' }) => !(0,variable_name/* isVariableName */.K)(text));
    return wrong
        ? { problem: `has an item that cannot be a variable\u2019s name (line ${wrong.line})`, fix: key_values/* NO_NAME */.Wo.fix }
        : {
            problem: 'is no list',
            fix: 'A manifest lists the names of variables alone: set their values in `env` or `env-file`.'
        };
}

;// CONCATENATED MODULE: ./build/inputs/settings/config-keys.js





const CREDENTIALS = ['token', 'service-account-secret', 'registry-password', 'github-token'];
/** A key of a config file of our own form, which is an input's name. */
function readConfigKey(entry) {
    const input = SETTING_INPUTS.find((name) => name === entry.key);
    if (input === 'env')
        return variablesIn(entry);
    return input ? inputOf(input, entry, formOf(input)) : refusedKey(entry.key);
}
function formOf(input) {
    const name = settings_SETTING_NAMES.find((each) => settings_SETTINGS[each].input === input);
    const kind = name && settings_SETTINGS[name].kind;
    return kind === 'ports' ? 'lines' : kind === 'json' ? 'json' : 'text';
}
function refusedKey(key) {
    if (CREDENTIALS.includes(key)) {
        const fix = 'Remove it, set the input from a secret, and renew the credential: git keeps what was committed.';
        return { problem: 'is a credential, which no file of a repository may hold', fix };
    }
    if (config_keys_isNamed(key, input_names_INPUTS)) {
        return { problem: 'is no setting of the app', fix: 'Write it in the workflow, beside `config-file`.' };
    }
    const near = near_name_nearest(key, SETTING_INPUTS);
    const fix = near ? `Did you mean \`${near}\`?` : `Write one of: ${(0,words/* enumerate */.HL)(SETTING_INPUTS)}.`;
    return { problem: 'is no setting of an app', fix };
}
/** Whether it is a setting that only our own form has. */
function isConfigKey(key) {
    return config_keys_isNamed(key, SETTING_INPUTS);
}
function config_keys_isNamed(key, names) {
    return names.includes(key);
}

;// CONCATENATED MODULE: ./build/inputs/settings/manifest.js




/** The platform's own manifest, which lies beside the code. */
const MANIFEST = 'info.yaml';
/** Read by nobody but people: one code base becomes several apps. */
const documentation = () => undefined;
const KEYS = new Map([
    ['name', documentation],
    ['description', (entry) => inputOf('description', entry, 'text')],
    ['runtime', (entry) => inputOf('runtime', entry, 'text')],
    ['mcp_enabled', (entry) => inputOf('mcp-enabled', entry, 'text')],
    ['input', (entry) => inputOf('input-schema', entry, 'json')],
    ['output', (entry) => inputOf('output-schema', entry, 'json')],
    ['env', listedNames],
    // Running it may write what is real, so it is only run where `test-payload-file` asks for it.
    ['test_input', documentation]
]);
/** The key by which a file is known for a manifest; undefined where it may as well be of our own form. */
function manifestKey(entries) {
    return entries.find(({ key, items }) => (key === 'env' ? items !== undefined : KEYS.has(key) && !isConfigKey(key)))
        ?.key;
}
/** A key of a manifest, which is known by another. */
function readManifestKey(entry, knownBy) {
    const read = KEYS.get(entry.key);
    if (read)
        return read(entry);
    if (isConfigKey(entry.key)) {
        const problem = `is no key of the platform\u2019s manifest, and by its \`${knownBy}\` the file is one`;
        return { problem, fix: 'Set it in the workflow, as an input of the action.' };
    }
    const near = near_name_nearest(entry.key, [...KEYS.keys()]);
    const fix = near ? `Did you mean \`${near}\`?` : `Write one of: ${(0,words/* enumerate */.HL)([...KEYS.keys()])}.`;
    return { problem: 'is no key of the platform\u2019s manifest', fix };
}
/** The sample payload of a manifest, as JSON. */
async function parseTestInput(text) {
    const { parseYamlMapping } = await Promise.all(/* import() */[__webpack_require__.e("yaml-text-packages"), __webpack_require__.e("yaml-text")]).then(__webpack_require__.bind(__webpack_require__, 1681));
    const parsed = parseYamlMapping(text);
    if (!('value' in parsed))
        return parsed;
    const entry = parsed.value.find(({ key }) => key === 'test_input');
    return entry
        ? { value: JSON.stringify(entry.json) }
        : { problem: 'has no `test_input`', fix: 'Write one, or name another file.' };
}

;// CONCATENATED MODULE: ./build/inputs/whole-file.js



/** Undefined where the file cannot be read. */
function readWhole(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file);
    }
    catch {
        return undefined;
    }
}
/** What the parser makes of a text file; what is wrong with it is told of the input that names it. */
async function parseNamed({ name, base, fix }, parse) {
    const file = external_node_path_.resolve(base, name);
    const bytes = readWhole(file);
    const decoded = bytes ? decodeText(bytes) : { problem: `cannot be read (${file})`, fix };
    const parsed = 'value' in decoded ? await parse(decoded.value) : decoded;
    return 'value' in parsed
        ? parsed
        : { ...parsed, isOfFile: true, problem: `names \`${name}\`, which ${parsed.problem}` };
}

;// CONCATENATED MODULE: ./build/inputs/read-tests.js








/** An hour: longer than any execution of the platform. */
const TIMEOUT_SECONDS = { min: 1, max: 3600 };
const DEFAULT_SECONDS = 60;
/** The platform takes requests of 4 MiB; some of it is not payload. */
const read_tests_MOST_BYTES = 4 * 1024 * 1024 - 64 * 1024;
const EXPECT_SUFFIX = '.expect.json';
/** The tests of the draft. What is wrong with them is kept by the reader; a payload is never repeated. */
async function readTests(inputs, base) {
    const expected = inputs.read('test-expect', (text) => parseJson(text), inputs.raw('test-expect'));
    const seconds = inputs.read('test-timeout-seconds', (text) => parseInteger(text, TIMEOUT_SECONDS));
    const cases = [...inlineCase(inputs, expected), ...(await fileCases(inputs, { base, expected }))];
    if (cases.length === 0 &&
        expected !== undefined &&
        inputs.given(['test-payload', 'test-payload-file']).length === 0) {
        inputs.rejectLacking(['test-payload', 'test-expect'], '`test-expect` is set without a payload.', 'Set `test-payload` or `test-payload-file`.');
    }
    return { cases, timeoutMs: (seconds ?? DEFAULT_SECONDS) * 1000 };
}
/** The tests once more, after the job. Undefined where they cannot be read any more. */
async function readTestsAgain(env, base) {
    const inputs = new InputReader(env);
    const tests = await readTests(inputs, base);
    return inputs.problems.length === 0 ? tests : undefined;
}
/** An inline payload must be JSON, and is sent as it was written, but for a byte order mark. */
function inlineCase(inputs, expected) {
    const text = inputs.raw('test-payload');
    if (text === undefined || inputs.read('test-payload', parseJson, text) === undefined)
        return [];
    const payload = new TextEncoder().encode(text.replace(/^\ufeff/, ''));
    return [{ name: 'test-payload', payload, expected, expectedIn: 'test-expect' }];
}
async function fileCases(inputs, around) {
    const patterns = parseList(inputs.raw('test-payload-file') ?? '');
    const files = patterns.flatMap((pattern) => {
        const found = matching(pattern, around.base);
        if (found.length === 0) {
            reject(inputs, `No file matches \`${pattern}\` in \`test-payload-file\` (looked in ${around.base}).`);
        }
        return found;
    });
    const cases = await Array.fromAsync(new Set(files), (file) => fileCase(inputs, file, around));
    return cases.flatMap((each) => each ?? []);
}
/** A path as it is, or the files that a glob names, in order; a file with what is expected is no payload. */
function matching(pattern, base) {
    const exact = external_node_path_.resolve(base, pattern);
    const found = isFile(exact) ? [exact] : (0,external_node_fs_.globSync)(pattern, { cwd: base }).map((file) => external_node_path_.resolve(base, file));
    return found.filter((file) => isFile(file) && !file.endsWith(EXPECT_SUFFIX)).sort();
}
function isFile(file) {
    return (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
async function fileCase(inputs, file, { base, expected }) {
    const name = external_node_path_.relative(base, file);
    const payload = readWhole(file);
    if (!payload) {
        reject(inputs, `\`${name}\` cannot be read.`);
        return undefined;
    }
    if (payload.length > read_tests_MOST_BYTES) {
        reject(inputs, `\`${name}\` has ${payload.length} bytes; a payload may have ${read_tests_MOST_BYTES}.`);
        return undefined;
    }
    const bytes = await payloadIn(inputs, { name, file }, payload);
    const ownFile = expectationOf(file);
    const own = siblingExpectation(inputs, ownFile, base);
    const shown = external_node_path_.relative(base, ownFile);
    const origin = own === undefined ? { expectedIn: 'test-expect', ownExpectation: shown } : { expectedIn: shown };
    return bytes && { name, payload: bytes, expected: own ?? expected, ...origin };
}
/** A manifest stands for its sample payload. */
async function payloadIn(inputs, { name, file }, bytes) {
    if (external_node_path_.basename(file) !== MANIFEST)
        return file.endsWith('.json') ? jsonBytes(inputs, name, bytes) : bytes;
    const text = decodeText(bytes);
    const sample = 'value' in text ? await parseTestInput(text.value) : text;
    if ('value' in sample)
        return new TextEncoder().encode(sample.value);
    reject(inputs, `\`${name}\` ${sample.problem}.`, sample.fix);
    return undefined;
}
function inText(bytes, parse) {
    const decoded = decodeText(bytes);
    return 'value' in decoded ? parse(decoded.value) : decoded;
}
/** A byte order mark is no JSON, and left out; all else is sent as it is. */
function jsonBytes(inputs, name, bytes) {
    const parsed = inText(bytes, parseJson);
    if ('value' in parsed)
        return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
    reject(inputs, `\`${name}\` ${parsed.problem}.`, parsed.fix);
    return undefined;
}
/** `tests/b.expect.json` of `tests/b.json`. */
function expectationOf(file) {
    return `${file.slice(0, file.length - external_node_path_.extname(file).length)}${EXPECT_SUFFIX}`;
}
function siblingExpectation(inputs, sibling, base) {
    if (!isFile(sibling))
        return undefined;
    const parsed = inText(readWhole(sibling) ?? new Uint8Array(), parseJson);
    if ('value' in parsed)
        return parsed.value;
    reject(inputs, `\`${external_node_path_.relative(base, sibling)}\` ${parsed.problem}.`, parsed.fix);
    return undefined;
}
const FILES = 'Give paths or globs of files, from `working-directory`, one a line.';
function reject(inputs, message, fix = FILES) {
    inputs.rejectFiles([new errors/* Problem */.AF({ inputs: ['test-payload-file'], message, fix })]);
}

;// CONCATENATED MODULE: ./build/inputs/read-verification.js


/** An hour: longer than anybody waits for an app to start. */
const read_verification_TIMEOUT_SECONDS = { min: 1, max: 3600 };
const read_verification_DEFAULT_SECONDS = 300;
/** How the version that becomes active is verified. */
function readVerification(inputs) {
    const target = inputs.read('verify-url', parseTarget) ?? { kind: 'auto' };
    const seconds = inputs.read('verify-timeout-seconds', (text) => parseInteger(text, read_verification_TIMEOUT_SECONDS));
    return { target, timeoutMs: (seconds ?? read_verification_DEFAULT_SECONDS) * 1000 };
}
const FORMS = 'Write auto, off, a path that begins with \u201c/\u201d, or a URL such as https://shop.example.com/health.';
/** `auto`, `off`, a path, or a URL. A URL may hold a secret, so no message repeats it. */
function parseTarget(text) {
    if (text === 'auto' || text === 'off')
        return { value: { kind: text } };
    if (text.startsWith('/') && !text.startsWith('//')) {
        const path = parseHealthPath(text);
        return 'value' in path ? { value: { kind: 'path', path: path.value } } : path;
    }
    const url = /^https?:\/\//i.test(text) ? URL.parse(text) : null;
    if (!url)
        return { problem: 'is neither a word that can be used here, nor a path, nor a URL', fix: FORMS };
    if (url.username !== '' || url.password !== '') {
        return {
            problem: 'is a URL with a user or a password',
            fix: 'Write it without them: the app is asked as everybody asks it.'
        };
    }
    if (url.protocol === 'http:' && !(0,values_endpoint/* isLoopback */.U9)(url.hostname)) {
        return { problem: 'is a URL in plaintext', fix: 'Write `https://`; plaintext works with this machine only.' };
    }
    return { value: { kind: 'url', url: url.href } };
}

;// CONCATENATED MODULE: ./build/inputs/settings/config-file.js



const FIX = 'Write the path of a YAML file, from `working-directory`.';
/** Reads the file that `config-file` names, and lets the reader look into it for what is not given. */
async function readConfigFile(inputs, base) {
    const entries = await inputs.readFile('config-file', async (name) => {
        const { parseYamlMapping } = await Promise.all(/* import() */[__webpack_require__.e("yaml-text-packages"), __webpack_require__.e("yaml-text")]).then(__webpack_require__.bind(__webpack_require__, 1681));
        return await parseNamed({ name, base, fix: FIX }, parseYamlMapping);
    });
    const file = inputs.text('config-file');
    if (file === undefined)
        return { env: undefined, listed: undefined };
    // What cannot be read may set variables, so that nobody is told that there are none.
    if (entries === undefined)
        return { env: {}, listed: undefined };
    const knownBy = manifestKey(entries);
    const found = new Map();
    const contents = entries.flatMap((entry) => {
        const content = knownBy === undefined ? readConfigKey(entry) : readManifestKey(entry, knownBy);
        const place = `${file}, line ${entry.line}`;
        if (content && 'problem' in content) {
            inputs.reject(['config-file'], `${shownKey(entry)} (${place}) ${content.problem}.`, content.fix);
        }
        if (content && 'input' in content)
            found.set(content.input, { text: content.text, place });
        return content ?? [];
    });
    inputs.consult(found);
    const [env] = contents.flatMap((content) => ('env' in content ? [content.env] : []));
    const [names] = contents.flatMap((content) => ('listed' in content ? [content.listed] : []));
    return { env, listed: names && { names, file } };
}
/** What is no name may be anything. */
function shownKey({ key }) {
    return /^[\w.-]{1,40}$/.test(key) ? `\`${key}\`` : 'A key';
}

;// CONCATENATED MODULE: ./build/inputs/parse/parse-amounts.js
/** What a uint32 holds; the platform's own limits are its to say. */
const MOST = 4_294_967_295;
const MEGABYTES = {
    of: ' of megabytes',
    least: 16,
    larger: { name: 'GB', size: 1024 },
    suffixes: { m: 1, mb: 1, mi: 1, mib: 1, g: 1024, gb: 1024, gi: 1024, gib: 1024 }
};
const MILLICORES = {
    of: ' of thousandths of a CPU',
    least: 10,
    larger: { name: 'CPU', size: 1000 },
    suffixes: { m: 1, '': 1000 }
};
const SECONDS = {
    of: ' of seconds',
    least: 0,
    larger: { name: 'min', size: 60 },
    suffixes: { s: 1, m: 60, min: 60, h: 3600, d: 86_400 }
};
const THINGS = { of: '', least: 0, larger: { name: '', size: 1 }, suffixes: {} };
const parseMegabytes = (text) => parseAmount(text, MEGABYTES);
const parseMillicores = (text) => parseAmount(text, MILLICORES);
const parseSeconds = (text) => parseAmount(text, SECONDS);
const parseCount = (text) => parseAmount(text, THINGS);
/** Digits alone, as the platform counts; 0 is: as the platform has it. Of another unit it is said how to write it. */
function parseAmount(text, unit) {
    if (!/^[0-9]{1,15}$/.test(text))
        return otherUnit(text, unit);
    const value = Number(text);
    if (value > MOST)
        return { problem: 'is more than the platform can be told', fix: `Write ${MOST} at most.` };
    if (value === 0 || value >= unit.least)
        return { value };
    const { name, size } = unit.larger;
    return {
        problem: `is a number${unit.of}, and no app runs with so few`,
        fix: `Write ${value * size} for ${value} ${name}, or 0 to leave it to the platform.`
    };
}
function otherUnit(text, { of, suffixes }) {
    const [, number = '', suffix = ''] = /^([0-9]{1,9}(?:\.[0-9]{1,9})?)\s*([a-z]*)$/i.exec(text) ?? [];
    const amount = Math.round(Number(number) * (suffixes[suffix.toLowerCase()] ?? 0));
    const isKnown = amount > 0 && amount <= MOST;
    return {
        problem: `is not a whole number${of}`,
        fix: isKnown ? `Write ${amount}.` : 'Write it in digits; 0 leaves it to the platform.'
    };
}

;// CONCATENATED MODULE: ./build/inputs/settings/read-env.js



const FILE_FIX = 'Write the path of a dotenv file, from `working-directory`.';
/** The variables of all sources, laid over each other, and what becomes of those that none names. */
async function readEnv(inputs, { base, configured }) {
    const strategy = inputs.read('env-update-strategy', (text) => parse_values_parseChoice(text, ['merge', 'overwrite']));
    const clears = inputs.text('env') === '{}';
    const given = clears ? undefined : inputs.read('env', key_values/* parseKeyValues */.Hl, inputs.raw('env'));
    const ofFile = await inputs.readFile('env-file', async (name) => {
        const { parseEnvFile } = await __webpack_require__.e(/* import() */ "env-file").then(__webpack_require__.bind(__webpack_require__, 2570));
        return await parseNamed({ name, base, fix: FILE_FIX }, parseEnvFile);
    });
    const isSilent = inputs.text('env') === undefined && inputs.text('env-file') === undefined && configured === undefined;
    if (strategy === 'overwrite' && isSilent) {
        const fix = 'Set `env` or `env-file`, or remove it; `env: {}` removes all variables.';
        inputs.rejectLacking(['env', 'env-update-strategy'], '`env-update-strategy: overwrite` means nothing without `env`.', fix);
    }
    if (clears)
        rejectFileBeside(inputs);
    if (clears)
        return { env: {}, envUpdateStrategy: 'overwrite' };
    // What is written into the workflow wins over what is written into a file.
    const isFileGiven = inputs.given(['env-file']).length > 0;
    const layers = isFileGiven ? [configured, ofFile, given] : [ofFile, configured, given];
    const env = layers.some((layer) => layer !== undefined) ? laid(layers) : undefined;
    // `env: {}` in the config file removes all, unless something else sets some.
    const isCleared = configured !== undefined && env !== undefined && Object.keys(env).length === 0;
    return { env, envUpdateStrategy: isCleared ? 'overwrite' : (strategy ?? 'merge') };
}
function laid(layers) {
    return Object.fromEntries(layers.flatMap((layer = {}) => Object.entries(layer)));
}
/** `env: {}` wins over what the config file sets, and contradicts what the workflow sets beside it. */
function rejectFileBeside(inputs) {
    if (inputs.given(['env-file']).length === 0)
        return;
    inputs.reject(['env', 'env-file'], '`env: {}` removes all variables, and `env-file` sets some.', 'Remove `env`; with `env-update-strategy: overwrite`, the variables of the file are all that is left.');
}

;// CONCATENATED MODULE: ./build/inputs/settings/read-settings.js




const PARSERS = {
    text: (text) => ({ value: text }),
    megabytes: parseMegabytes,
    millicores: parseMillicores,
    seconds: parseSeconds,
    count: parseCount,
    flag: parseBoolean,
    path: parseHealthPath,
    ports: parsePorts
};
/** The settings that are named, and what is to be known of variables. */
async function readSettings(inputs, base, config) {
    const { env, envUpdateStrategy } = await readEnv(inputs, { base, configured: config.env });
    const given = settings_SETTING_NAMES.map((name) => [name, name === 'env' ? env : readSetting(inputs, name)]);
    const settings = Object.fromEntries(given.filter(([, value]) => value !== undefined));
    return { settings, envUpdateStrategy, listed: config.listed };
}
function readSetting(inputs, name) {
    const row = settings_SETTINGS[name];
    if (row.kind === 'json' || row.kind === 'map')
        return undefined;
    const parse = row.kind === 'word' ? (text) => parse_values_parseChoice(text, row.words) : PARSERS[row.kind];
    return inputs.read(row.input, parse);
}

;// CONCATENATED MODULE: ./build/inputs/source/read-description.js




/** The schemas, inline or from a file, and what the code depends on. */
async function readDescription(inputs, base) {
    return {
        inputSchema: await inputs.readFile('input-schema', (text) => parseSchema(text, base)),
        outputSchema: await inputs.readFile('output-schema', (text) => parseSchema(text, base)),
        dependencies: parseList(inputs.raw('dependencies') ?? '')
    };
}
const read_description_FIX = 'Write a JSON object, or the path of a file that holds one.';
/** A text that begins with `{` is the schema itself; any other is the path of a file that holds it, as JSON or YAML. */
async function parseSchema(text, base) {
    if (text.startsWith('{'))
        return schemaOf(text);
    return await parseNamed({ name: text, base, fix: read_description_FIX }, /\.ya?ml$/i.test(text) ? schemaInYaml : schemaOf);
}
async function schemaInYaml(text) {
    const { parseYaml } = await Promise.all(/* import() */[__webpack_require__.e("yaml-text-packages"), __webpack_require__.e("yaml-text")]).then(__webpack_require__.bind(__webpack_require__, 1681));
    const parsed = parseYaml(text);
    return 'value' in parsed ? schemaOf(JSON.stringify(parsed.value)) : parsed;
}
function schemaOf(text) {
    const parsed = parseJson(text);
    if (!('value' in parsed))
        return parsed;
    return (0,json/* isRecord */.u)(parsed.value)
        ? { value: text.replace(/^\ufeff/, '') }
        : { problem: 'holds no object', fix: 'Write a JSON Schema, for example {"type":"object"}.' };
}

;// CONCATENATED MODULE: ./build/inputs/parse/parse-source.js

/** A path inside the build context, relative and without a way out. */
function parseContextPath(text) {
    const parts = text.split('/');
    const isInside = !text.startsWith('/') && !text.includes('\\') && !parts.includes('..') && !/\p{Cc}/u.test(text);
    const value = parts.filter((part) => part !== '' && part !== '.').join('/');
    if (isInside && value !== '')
        return { value };
    return { problem: 'is not a path inside the code', fix: 'Write a relative path with "/", without "..".' };
}
/** `linux/amd64`, as the build service takes it. */
function parsePlatform(text) {
    if (/^[a-z0-9]+\/[a-z0-9]+(\/[a-z0-9]+)?$/.test(text))
        return { value: text };
    return { problem: 'is not a platform', fix: 'Write os/architecture, for example linux/amd64.' };
}
function parseImageTags(text) {
    const tags = parseList(text);
    const wrong = tags.findIndex((tag) => !/^\w[\w.-]{0,127}$/.test(tag));
    if (wrong < 0)
        return { value: tags };
    const fix = 'Write one tag a line: letters, digits, "_", "." and "-", at most 128, without the image\u2019s name.';
    return { problem: `has an item that is no tag (item ${wrong + 1})`, fix };
}
/** The names of stored secrets. */
function parseSecretName(text) {
    if (/^[A-Za-z0-9_-]{1,64}$/.test(text))
        return { value: text };
    return {
        problem: 'is not the name of a stored secret',
        fix: 'Write the secret\u2019s name, not its value: 1 to 64 letters, digits, "-" and "_".'
    };
}
/** A version; YAML makes of `1.70` the number 1.7. */
function parseToolchain(text) {
    if (!/^\d+\.\d$/.test(text))
        return { value: text };
    const warning = `may have lost a zero: without quotes, YAML reads ${text}0 as the number ${text}. Write the version in quotes.`;
    return { value: text, warnings: [warning] };
}
/** A branch, a tag or a commit, as git allows names; the first two also as GitHub writes them in `github.ref`. */
function parseGitRef(text) {
    const isName = !/[\s~^:?*[\\\p{Cc}]|\.\.|@\{|\/\/|\.lock(\/|$)|^[-/.]|[/.]$/u.test(text) && text.length <= 255;
    return isName
        ? { value: text.replace(/^refs\/(?:heads|tags)\//, '') }
        : { problem: 'is not a git reference', fix: 'Write a branch, a tag or a commit.' };
}
/** A repository that the platform can clone. Credentials do not belong in a URL: it is shown and stored. */
function parseGitUrl(text) {
    const fix = 'Write https://host/owner/repository.git; for a private repository name a stored secret in `git-secret-ref`.';
    if (/^git@[\w.-]+:[\w./~-]+$/.test(text))
        return { value: text };
    const url = URL.parse(text);
    if (!url || !['https:', 'http:', 'ssh:'].includes(url.protocol) || url.hostname === '') {
        return { problem: 'is not the URL of a repository', fix };
    }
    if (url.password !== '' || (url.username !== '' && url.protocol !== 'ssh:'))
        return { problem: 'holds credentials', fix };
    return { value: text };
}

;// CONCATENATED MODULE: ./build/inputs/source/read-build.js




/** Inputs that mean something only where an image is built. */
const BUILD_INPUTS = ['dockerfile-path', 'build-args', 'builder', 'platform', 'no-cache', 'image-tags'];
/** Those that only the build service can do; it always needs a Dockerfile. */
const SERVICE_INPUTS = ['platform', 'no-cache', 'image-tags'];
/** How the image is built. Undefined where something is wrong; the reader then holds what is. */
function readImageBuild(inputs) {
    const before = inputs.problems.length;
    const builder = inputs.read('builder', (text) => parse_values_parseChoice(text, BUILDERS)) ?? 'auto';
    const dockerfilePath = inputs.read('dockerfile-path', parseContextPath);
    const buildArgs = inputs.read('build-args', key_values/* parseKeyValues */.Hl, inputs.raw('build-args')) ?? {};
    const platform = inputs.read('platform', parsePlatform);
    const noCache = inputs.boolean('no-cache') ?? false;
    const imageTags = inputs.read('image-tags', parseImageTags) ?? [];
    rejectContradictions(inputs, { builder, dockerfilePath, noCache });
    return inputs.problems.length > before
        ? undefined
        : { builder, dockerfilePath, buildArgs, platform, noCache, imageTags };
}
/** The inputs that ask for the build service by themselves. */
function serviceInputs(inputs, noCache) {
    return inputs.given(SERVICE_INPUTS).filter((name) => name !== 'no-cache' || noCache);
}
function rejectContradictions(inputs, { builder, dockerfilePath, noCache }) {
    if (builder === 'buildpacks' && dockerfilePath !== undefined) {
        const fix = 'Remove `dockerfile-path` for buildpacks, or set `builder: draft` for the Dockerfile.';
        inputs.reject(['builder', 'dockerfile-path'], '`builder: buildpacks` and `dockerfile-path` contradict each other.', fix);
    }
    const wanted = serviceInputs(inputs, noCache);
    const isService = builder === 'build-service' || (builder === 'auto' && wanted.length > 0);
    if (isService && dockerfilePath === undefined) {
        const names = builder === 'build-service' ? ['builder'] : wanted;
        inputs.rejectLacking(['dockerfile-path', ...names], 'The build service builds from a Dockerfile only.', 'Set `dockerfile-path`.');
    }
    if (wanted.length > 0 && (builder === 'draft' || builder === 'buildpacks')) {
        const list = wanted.map((name) => `\`${name}\``).join(', ');
        inputs.reject(['builder', ...wanted], `${list} can be done by the build service only.`, 'Set `builder: build-service`, or remove them.');
    }
}

;// CONCATENATED MODULE: ./build/inputs/parse/repository-url.js
/** Whether two URLs name one repository, whatever they are spelled like and whichever way they lead. */
function isSameRepository(a, b) {
    const [one, other] = [placeOf(a), placeOf(b)];
    if (!one || !other || one.host !== other.host || one.path !== other.path)
        return false;
    return one.port === other.port || one.port === undefined || other.port === undefined;
}
function placeOf(text) {
    const [, scpHost, scpPath] = /^[^@/]+@([^:/]+):(.*)$/.exec(text) ?? [];
    const url = URL.parse(scpHost === undefined ? text : `ssh://${scpHost}/${scpPath}`);
    if (!url)
        return undefined;
    const isSsh = url.protocol === 'ssh:';
    const host = url.hostname.toLowerCase().replace(/^www\./, '');
    const path = url.pathname
        .toLowerCase()
        .split('/')
        .filter((part) => part !== '')
        .join('/');
    return {
        // GitHub's other door for networks that close port 22.
        host: isSsh && host === 'ssh.github.com' ? 'github.com' : host,
        port: isSsh ? undefined : url.port,
        path: path.replace(/\.git$/, '')
    };
}

;// CONCATENATED MODULE: ./build/inputs/source/read-git.js





/** Inputs that mean something only with `git-url`. */
const GIT_INPUTS = ['git-ref', 'git-sub-path', 'git-secret-ref'];
function readGitSource(inputs, facts) {
    const url = inputs.read('git-url', parseGitUrl);
    const given = inputs.read('git-ref', parseGitRef);
    const subPath = inputs.read('git-sub-path', parseContextPath);
    const secretRef = inputs.read('git-secret-ref', parseSecretName);
    const build = readImageBuild(inputs);
    if (build && secretRef !== undefined && wantsBuildService(build))
        rejectGitSecret(inputs, build);
    if (!url || !build)
        return undefined;
    const reference = given ?? (isOwnRepository(url, facts) ? facts.commit : undefined);
    return { kind: 'git', url, reference, subPath, secretRef, build };
}
/** Whether a clone has the files that `actions/checkout` puts into the workspace. */
function isCheckedOut({ url, reference }, facts) {
    return reference !== undefined && reference === facts.commit && isOwnRepository(url, facts);
}
/** The build service has no field for the secret, so the repository would be cloned without it. */
function rejectGitSecret(inputs, { builder, noCache }) {
    const isNamed = builder === 'build-service';
    const cause = isNamed ? ['builder'] : serviceInputs(inputs, noCache);
    const names = isNamed ? '`builder: build-service`' : (0,words/* enumerate */.HL)(cause.map((name) => `\`${name}\``));
    inputs.reject(['git-secret-ref', ...cause], `\`git-secret-ref\` has no effect with ${names}: the build service uses the organization\u2019s saved build secret.`, `Save the credentials with \`dodil ignite build secrets set\` and remove \`git-secret-ref\`, or ${isNamed ? 'set `builder: draft`' : `remove ${names}`}.`);
}
/** The workflow's own repository is deployed at the commit that the workflow runs for. */
function isOwnRepository(url, { repositoryUrl }) {
    return repositoryUrl !== undefined && isSameRepository(url, repositoryUrl);
}

;// CONCATENATED MODULE: ./build/model/values/image-reference.js
const PART = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const DOMAIN_PART = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const DOMAIN = `(?:${DOMAIN_PART}(?:\\.${DOMAIN_PART})*|\\[[0-9a-fA-F:]+\\])(?::[0-9]+)?`;
const REFERENCE = new RegExp(`^(?:(${DOMAIN})/)?(${PART}(?:/${PART})*)(?::(\\w[\\w.-]{0,127}))?(?:@([A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?$`);
/** The longest name that a registry takes. */
const LONGEST_NAME = 255;
/** How many hex digits a digest has, as the distribution project checks them after the grammar: one cut short is none. */
const DIGEST_DIGITS = { sha256: 64, sha384: 96, sha512: 128 };
/** Undefined where the text is no image reference. */
function parseImageReference(text) {
    const [, first, rest = '', tag, digest] = REFERENCE.exec(text) ?? [];
    if (digest !== undefined && !isWhole(digest))
        return undefined;
    if (rest === '' || text.length > LONGEST_NAME + 256)
        return undefined;
    const isHost = first !== undefined && (/[.:]/.test(first) || first === 'localhost');
    const path = first === undefined || isHost ? rest : `${first}/${rest}`;
    if (path !== path.toLowerCase() || path.length > LONGEST_NAME)
        return undefined;
    return { host: isHost ? first : undefined, path, tag, digest };
}
function isWhole(digest) {
    const [algorithm = '', hex = ''] = digest.split(':');
    const digits = DIGEST_DIGITS[algorithm];
    return digits === undefined || (hex.length === digits && hex === hex.toLowerCase());
}
/** Whether the reference may mean another image tomorrow: every version that was published with it would change. */
function isMoving({ digest }) {
    return digest === undefined;
}
/** What the credentials of an app's registry are stored as. The names of secrets have no dots. */
function registrySecretName(app) {
    return `${app.replaceAll('.', '-')}-registry`;
}

;// CONCATENATED MODULE: ./build/inputs/source/read-image.js



const read_image_CREDENTIALS = ['registry-server', 'registry-username', 'registry-password'];
/** Inputs that mean something only with `image-ref`. */
const IMAGE_INPUTS = ['registry-secret-ref', ...read_image_CREDENTIALS];
function readImageSource(inputs) {
    const before = inputs.problems.length;
    const reference = inputs.read('image-ref', parseReference);
    const registry = readRegistry(inputs, reference === undefined ? undefined : hostOf(reference));
    return reference === undefined || inputs.problems.length > before ? undefined : { kind: 'image', reference, registry };
}
function parseReference(text) {
    if (parseImageReference(text))
        return { value: text };
    return {
        problem: 'is not an image reference',
        fix: 'Write [registry/]name[:tag] or, better, [registry/]name@sha256:\u2026, in lower case.'
    };
}
/** @param host Of the image's registry. */
function readRegistry(inputs, host) {
    const secret = inputs.read('registry-secret-ref', parseSecretName);
    const given = inputs.given(read_image_CREDENTIALS);
    if (secret !== undefined && given.length > 0) {
        inputs.rejectTogether(['registry-secret-ref', ...given], 'Keep one of the two: the stored secret, or the credentials.');
        return undefined;
    }
    if (secret !== undefined)
        return { kind: 'stored', secret };
    if (given.length === 0)
        return undefined;
    const missing = read_image_CREDENTIALS.filter((name) => !given.includes(name));
    for (const name of missing)
        inputs.rejectLacking([name], `\`${name}\` is missing.`, 'Set all of `registry-server`, `registry-username` and `registry-password`.');
    const password = inputs.raw('registry-password')?.trim() ?? '';
    if (isJobToken(password, inputs)) {
        inputs.reject(['registry-password'], '`registry-password` is the job\u2019s own token, which dies with the job; the platform pulls the image again at every cold start.', 'Use a token that lives on, for example a personal access token with read:packages.');
    }
    rejectLongName(inputs);
    const [server = '', username = ''] = [inputs.line('registry-server'), inputs.line('registry-username')];
    if (server !== '' && host !== undefined)
        rejectOtherHost(inputs, server, host);
    return { kind: 'credentials', server, username, password };
}
/** What docker's tools call the registry of an image without a host. */
const DOCKER_HUB = ['docker.io', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com', 'hub.docker.com'];
function hostOf(reference) {
    return parseImageReference(reference)?.host?.toLowerCase() ?? 'docker.io';
}
/** Credentials are used for the host that they are stored for: another one would be asked without any. */
function rejectOtherHost(inputs, server, host) {
    const written = server.toLowerCase().replace(/^https?:\/\//, '');
    const [named = ''] = written.split('/');
    const plain = (name) => (DOCKER_HUB.includes(name) ? 'docker.io' : name.replace(/:443$/, ''));
    if (plain(named) === plain(host))
        return;
    inputs.reject(['registry-server', 'image-ref'], `\`registry-server\` is not the registry of \`image-ref\`, which is \`${host}\`.`, `Write \`registry-server: ${host}\`, or name an image of the other registry.`);
}
/** A secret's name is as long as an app's may be, and ours is longer than the app's. */
function rejectLongName(inputs) {
    const app = parse_values_parseApp(inputs.text('app') ?? '');
    if (!('value' in app) || 'value' in parseSecretName(registrySecretName(app.value.name)))
        return;
    inputs.reject(['app', ...read_image_CREDENTIALS], 'The name in `app` is too long for its registry\u2019s credentials to be stored: with `-registry` it has more than 64 characters.', 'Store them with `dodil ignite secret create NAME --type registry`, and name that secret in `registry-secret-ref`.');
}
/** GitHub's installation tokens begin so. */
function isJobToken(password, inputs) {
    return password.startsWith('ghs_') || (password !== '' && password === inputs.text('github-token'));
}

;// CONCATENATED MODULE: ./build/inputs/source/read-source.js









/** What the word means to whoever brings it along. */
const NODE = {
    problem: 'is not one of the runtimes: Node apps run in an image',
    fix: 'Remove it, and set `dockerfile-path: Dockerfile`, or `builder: buildpacks` where there is no Dockerfile.'
};
function parseRuntime(text) {
    if (/^node/i.test(text))
        return NODE;
    const parsed = parse_values_parseChoice(text, RUNTIMES);
    return 'value' in parsed ? parsed : { ...parsed, fix: `${parsed.fix} ${ANOTHER_LANGUAGE}` };
}
const ANOTHER_LANGUAGE = 'Another language runs in an image: leave `runtime` out, and set `dockerfile-path: Dockerfile`.';
const COMPILE_INPUTS = ['runtime', 'rust-target', 'toolchain'];
/** The one source of the app. Undefined where it is wrong; the reader then holds what is. */
async function readSource(reading) {
    const { inputs } = reading;
    const sources = ['code', 'git-url', 'image-ref'];
    if (inputs.rejectTogether(sources, 'Keep one of them: an app has one source.'))
        return undefined;
    const [kind] = inputs.given(sources);
    switch (kind) {
        case 'code':
            inputs.rejectUseless([...GIT_INPUTS, ...IMAGE_INPUTS], '`code`');
            return await readCode(reading);
        case 'git-url':
            inputs.rejectUseless([...COMPILE_INPUTS, ...IMAGE_INPUTS], '`git-url`');
            return readGitSource(inputs, reading.facts);
        case 'image-ref':
            inputs.rejectUseless([...COMPILE_INPUTS, ...BUILD_INPUTS, ...GIT_INPUTS], '`image-ref`, which is built already');
            return readImageSource(inputs);
        default:
            inputs.rejectLacking(sources, 'No source is given.', 'Set `code` to the directory that holds the app, for example code: . (or `git-url`, or `image-ref`).');
            return undefined;
    }
}
/** Code is compiled, or, where a builder or a Dockerfile is named, the context of an image. */
async function readCode(reading) {
    const { inputs, base } = reading;
    const shownPath = inputs.line('code');
    if (shownPath === undefined || inputs.isMeant('dockerfile-path'))
        return undefined;
    const code = { path: external_node_path_.resolve(base, shownPath), shownPath };
    const builder = inputs.text('builder') ?? 'auto';
    if (inputs.text('dockerfile-path') === undefined && builder === 'auto')
        return await readCompiled(reading, code);
    inputs.rejectUseless(COMPILE_INPUTS, 'an image, which brings its own');
    const build = readImageBuild(inputs);
    if (!build)
        return undefined;
    const found = await reading.inspect.context({ ...code, dockerfilePath: build.dockerfilePath }).catch(problemInFiles);
    if ('problems' in found) {
        inputs.rejectFiles(found.problems);
        return undefined;
    }
    return {
        kind: 'context',
        ...code,
        build,
        hasUnusedDockerfile: found.hasDockerfile && build.dockerfilePath === undefined,
        found: found.found
    };
}
async function readCompiled({ inputs, inspect }, code) {
    inputs.rejectUseless(BUILD_INPUTS, 'code that is compiled: set `dockerfile-path`, or `builder: buildpacks`, for an image');
    const runtime = inputs.read('runtime', parseRuntime);
    const found = await inspect.code({ ...code, runtime }).catch(problemInFiles);
    if ('problems' in found) {
        inputs.rejectFiles(found.problems);
        return undefined;
    }
    return {
        kind: 'code',
        ...code,
        runtime: found.runtime,
        runtimeFrom: found.runtimeFrom,
        ...readRust(inputs, found.runtime),
        found: found.found
    };
}
/** What cannot be packed is reported together with what else is wrong. */
function problemInFiles(error) {
    if (!(error instanceof errors/* SourceError */.c8))
        throw error;
    return { problems: [new errors/* Problem */.AF({ inputs: ['code'], message: error.message, fix: error.hint ?? '', inFiles: true })] };
}
function readRust(inputs, runtime) {
    const rustTarget = inputs.read('rust-target', (text) => parse_values_parseChoice(text, RUST_TARGETS));
    const toolchain = inputs.read('toolchain', parseToolchain);
    const given = inputs.given(['rust-target', 'toolchain']);
    const [first, ...others] = given;
    if (runtime !== 'rust' && first !== undefined) {
        const names = (0,words/* enumerate */.HL)(given.map((name) => `\`${name}\``));
        inputs.reject([first, ...others], `${names} ${others.length > 0 ? 'are' : 'is'} for Rust, and this app is ${runtime}.`, 'Remove it.');
    }
    return { rustTarget, toolchain };
}

;// CONCATENATED MODULE: ./build/inputs/read-plan.js












/** The inputs as a plan. Undefined where something is wrong; the reader then holds all of it. */
async function readPlan(inputs, facts, inspect) {
    inputs.rejectUnknown();
    inputs.line('working-directory');
    const target = inputs.read('app', parseApp);
    if (inputs.given(['app']).length === 0) {
        inputs.rejectLacking(['app'], '`app` is missing.', 'Write the app\u2019s name, for example app: greeter.');
    }
    // Of a mode that does not exist, what else is wrong is told all the same.
    const mode = readMode(inputs) ?? 'deploy';
    const plan = await READERS[mode]({ inputs, facts, inspect, target });
    return inputs.problems.length > 0 ? undefined : plan;
}
/** Each reads the inputs of its mode alone, and all of them. */
const READERS = {
    deploy: readDeployPlan,
    preview: readPreviewPlan,
    draft: readDraftPlan,
    publish: readPublishPlan,
    rollback: readRollbackPlan,
    delete: readDeletePlan,
    status: readStatusPlan
};
async function readDeployPlan(reading) {
    const saving = await readSavingPlan(reading);
    const verify = readVerification(reading.inputs);
    const rollback = readRollback(reading.inputs);
    const isDryRun = reading.inputs.boolean('dry-run') ?? false;
    const skipIfUnchanged = reading.inputs.boolean('skip-if-unchanged') ?? false;
    return saving && { mode: 'deploy', ...saving, verify, rollback, isDryRun, skipIfUnchanged };
}
/** On close nothing is deployed any more, and what would be need not be there. */
async function readPreviewPlan(reading) {
    const app = readPreview(reading.inputs, reading.facts, reading.target);
    if (reading.facts.pullRequest?.isClosed)
        return app && { mode: 'delete', ...app };
    const plan = await readDeployPlan(reading);
    return plan && app && { ...plan, mode: 'preview', ...app };
}
async function readDraftPlan(reading) {
    const saving = await readSavingPlan(reading);
    return saving && { mode: 'draft', ...saving };
}
async function readPublishPlan({ inputs, facts, target }) {
    const base = baseOf(inputs, facts.workspace);
    const expectedCode = inputs.read('expected-code-hash', parseCodeHash);
    if (inputs.given(['expected-code-hash']).length === 0) {
        inputs.rejectLacking(['expected-code-hash'], '`expected-code-hash` is missing: it says which draft is to be published.', 'Set it to the output `code_hash` of the run with `mode: draft`, or, of an image without a hash, to its `image_ref`.');
    }
    const config = await readConfigFile(inputs, base);
    const description = await readDescription(inputs, base);
    const settings = await readSettings(inputs, base, config);
    const tests = await readTests(inputs, base);
    const verify = readVerification(inputs);
    const rollback = readRollback(inputs);
    if (!target || expectedCode === undefined)
        return undefined;
    return { mode: 'publish', target, expectedCode, description, ...settings, tests, verify, rollback };
}
async function readRollbackPlan({ inputs, facts, target }) {
    const version = inputs.read('version', parseVersion);
    if (inputs.given(['version']).length === 0) {
        inputs.rejectLacking(['version'], '`version` is missing: with `mode: rollback` it says which version is to be active again.', 'Set it to a number, or to previous, which is the highest below the active one.');
    }
    const expectedCode = inputs.read('expected-code-hash', parseCodeHash);
    const tests = await readTests(inputs, baseOf(inputs, facts.workspace));
    const verify = readVerification(inputs);
    if (!target || version === undefined)
        return undefined;
    return { mode: 'rollback', target, version, expectedCode, tests, verify };
}
async function readDeletePlan({ inputs, facts, target }) {
    const app = inputs.text('app');
    const confirm = inputs.text('confirm');
    const fix = `Write \`confirm: ${target ? app : 'NAME'}\`, to say that this app is to be deleted with all its versions.`;
    if (confirm === undefined)
        inputs.rejectLacking(['confirm'], '`confirm` is missing.', fix);
    else if (confirm !== app)
        inputs.reject(['confirm', 'app'], '`confirm` is not what `app` is.', fix);
    return target && { mode: 'delete', target, madeBy: facts.repository };
}
async function readStatusPlan({ target }) {
    return target && { mode: 'status', target };
}
async function readSavingPlan({ inputs, facts, inspect, target }) {
    const base = baseOf(inputs, facts.workspace);
    const config = await readConfigFile(inputs, base);
    const source = await readSource({ inputs, facts, base, inspect });
    const description = await readDescription(inputs, base);
    const settings = await readSettings(inputs, base, config);
    const createApp = inputs.boolean('create-app') ?? true;
    const tests = await readTests(inputs, base);
    if (!target || !source)
        return undefined;
    if (inputs.problems.length === 0)
        tellManifest(inputs, source);
    return { target, createApp, madeBy: facts.repository, source, description, ...settings, tests };
}
/** A manifest is only read where it is named, so that what lies in a repository changes no app by itself. */
function tellManifest(inputs, source) {
    if (inputs.given(['config-file']).length > 0 || (source.kind !== 'code' && source.kind !== 'context'))
        return;
    if (!(0,external_node_fs_.existsSync)(external_node_path_.join(source.path, MANIFEST)))
        return;
    const shown = external_node_path_.join(source.shownPath, MANIFEST);
    inputs.notes.push(`${shown} is not read: name it in \`config-file\` to take the app\u2019s description and schemas from it.`);
}
/** Relative paths start here. */
function baseOf(inputs, workspace) {
    return external_node_path_.resolve(workspace, inputs.text('working-directory') ?? '.');
}
function readRollback(inputs) {
    return {
        onFailure: inputs.boolean('rollback-on-failure') ?? false,
        onCancel: inputs.boolean('rollback-on-cancel') ?? false
    };
}

;// CONCATENATED MODULE: ./build/model/values/secret-forms.js
/**
 * Every text that a secret may stand as: itself, and what base64 (at any offset), URLs, forms and JSON make of it. Where
 * one of these spellings holds the secret, it holds one of these texts. White space around the secret is no part of it.
 */
function secretForms(secret) {
    const value = secret.toWellFormed().trim();
    const escaped = NEVER_ESCAPED.test(value) ? [] : [...urlForms(value), ...jsonForms(value)];
    return [...new Set([value, ...base64Forms(value), ...escaped])];
}
/** URLs, forms and JSON have these characters as they are. Most tokens are made of them, and are long. */
const NEVER_ESCAPED = /^[\w.-]*$/;
/**
 * The part of a secret's base64 that does not depend on what stands before and after it: one for each of the three
 * places in a group of three bytes where it can begin, in both alphabets.
 */
function base64Forms(secret) {
    return [0, 1, 2].flatMap((shift) => {
        const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(secret)]);
        const firstOwn = Math.ceil((shift * 8) / 6);
        const endOfOwn = Math.floor((bytes.length * 8) / 6);
        return [bytes.toString('base64'), bytes.toString('base64url')].map((text) => text.slice(firstOwn, endOfOwn));
    });
}
/**
 * Languages do not agree on what a URL must escape, and in which case: JavaScript leaves `!'()*`, Python's `quote` leaves
 * `/` and escapes those, others follow RFC 3986 strictly. In a form a space is `+`.
 */
function urlForms(secret) {
    const ours = encodeURIComponent(secret);
    const strict = ours.replace(/[!'()*]/g, percentEscape);
    const inUrls = [ours, strict, strict.replaceAll('%2F', '/'), encodeURI(secret)];
    const inForms = [ours, strict, new URLSearchParams([['', secret]]).toString().slice(1)];
    const forms = [...inUrls, ...inForms.map((form) => form.replaceAll('%20', '+'))];
    return [...forms, ...forms.map((form) => form.replace(/%../g, (escaped) => escaped.toLowerCase()))];
}
function percentEscape(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
/** What encoders write as `\uXXXX` that JSON allows as it is: nothing, then what Go, Gson and .NET have for it. */
const NUMBERED_IN_JSON = ['', '<>&\u2028\u2029', "<>&'=\u2028\u2029", '<>&\'"+`\u007f'];
/** Some write all that is not ASCII by its number, in either case of hex; PHP's also escapes a slash. */
function jsonForms(secret) {
    const cases = [false, true];
    return NUMBERED_IN_JSON.flatMap((numbered) => cases.flatMap((isAscii) => cases.flatMap((isUpper) => {
        const isNumbered = (each) => numbered.includes(each) || (isAscii && each > '\u007f');
        const form = [...secret].map((each) => jsonForm(each, isNumbered(each), isUpper)).join('');
        return [form, form.replaceAll('/', '\\/')];
    })));
}
function jsonForm(character, isNumbered, isUpper) {
    const plain = JSON.stringify(character).slice(1, -1);
    return isNumbered || plain.startsWith('\\u') ? jsonNumber(character, isUpper) : plain;
}
function jsonNumber(character, isUpper) {
    const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at).toString(16));
    return units.map((hex) => `\\u${(isUpper ? hex.toUpperCase() : hex).padStart(4, '0')}`).join('');
}

;// CONCATENATED MODULE: ./build/log/redact.js


/** A shorter secret is left alone: masking it would tear ordinary words apart. */
const MIN_SECRET = 4;
/** One line of a secret of several lines; `{` or `end` in a pretty-printed key is no secret. */
const MIN_SECRET_LINE = 6;
/** The pattern finds this much of a form; the rest is compared. A pattern of whole keys would be huge. */
const redact_PREFIX = 12;
/**
 * Replaces known secrets by `***`: as they are, and in every other form (model/secret-forms.ts). It is for text
 * whose only escapes are colours, and a colour inside a secret does not hide it. A secret that the log breaks over two
 * lines is not found, except for those of its own lines that have 6 characters or more.
 */
class Redactor {
    #secrets = new Set();
    /** Longest first. */
    #forms = [];
    #pattern;
    constructor(secrets = []) {
        for (const secret of secrets)
            this.add(secret);
    }
    /** To be called with each minted token before its first use. */
    add(secret) {
        const value = secret.toWellFormed().trim();
        if (this.#secrets.has(value))
            return;
        this.#secrets.add(value);
        const forms = new Set([...this.#forms, ...formsInLog(value)]);
        this.#forms = [...forms].sort((a, b) => b.length - a.length);
        const prefixes = new Set(this.#forms.map((form) => escapeForPattern(form.slice(0, redact_PREFIX))));
        this.#pattern = prefixes.size === 0 ? undefined : new RegExp([...prefixes].join('|'), 'g');
    }
    /** Takes one line or many; line feeds stay. A coloured line that holds a secret loses its colours. */
    redact(text) {
        if (!text.includes('\u001b'))
            return this.#mask(text);
        const plain = withoutColours(text);
        if (this.#mask(plain) === plain)
            return text;
        return text
            .split('\n')
            .map((line) => this.#maskColoured(line))
            .join('\n');
    }
    #maskColoured(line) {
        const plain = withoutColours(line);
        const masked = this.#mask(plain);
        return masked === plain ? line : masked;
    }
    #mask(text) {
        const pattern = this.#pattern;
        if (pattern === undefined)
            return text;
        let masked = '';
        let end = 0;
        pattern.lastIndex = 0;
        for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
            const { index } = match;
            const form = this.#forms.find((each) => text.startsWith(each, index));
            if (form !== undefined) {
                // One that begins inside another only makes the hole longer.
                if (index >= end)
                    masked += `${text.slice(end, index)}***`;
                end = Math.max(end, index + form.length);
            }
            pattern.lastIndex = index + 1;
        }
        return end === 0 ? text : masked + text.slice(end);
    }
}
/** Line feeds stay, so a secret of several lines is found line by line; in a sentence of ours it is one line. */
function formsInLog(secret) {
    if (secret.length < MIN_SECRET)
        return [];
    const lines = secret.split(/\r\n|\r|\n/).map((line) => line.trim());
    const parts = lines.length === 1 ? [] : lines.filter((line) => line.length >= MIN_SECRET_LINE);
    const ofOneLine = secretForms(secret).filter((form) => !/[\r\n]/.test(form));
    return [...parts, ...ofOneLine, cleanLine(secret)].filter((form) => form.length >= MIN_SECRET);
}
function escapeForPattern(text) {
    return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

;// CONCATENATED MODULE: ./build/platform/advice/advice-row.js
/** A name that is near a well-known one cannot be told from one\u2019s own. */
const MISSPELT = 'If the name is misspelt, correct it in the code.';
/** What belongs to the same path, host, image or app name as the words before it, or after it. */
const NAME_BEFORE = String.raw `(?<![\w/@-]|\w[.:])`;
const NAME_AFTER = String.raw `(?![\w/@-]|[.:]\w)`;
/** A chapter whose patterns match whole words of a sentence only. */
function chapter(title, rows, { isOfPlatform }) {
    const guarded = rows.map((row) => ({ ...row, pattern: outsideOfNames(row.pattern) }));
    return { title, rows: guarded, isOfPlatform };
}
function outsideOfNames({ source, flags }) {
    return new RegExp(`${NAME_BEFORE}(?:${source})${NAME_AFTER}`, flags);
}

;// CONCATENATED MODULE: ./build/platform/advice/containers.js

const LISTEN = 'listen on `$PORT`';
const SERVE = 'Serve `POST /` on `$PORT`, or name the ports that it serves in `ports`.';
/** What is said of a container that does not start, or does not answer. */
const CONTAINERS = chapter('Containers', [
    {
        id: 'user-without-number',
        headline: 'the container does not start',
        pattern: /cannot verify user is non-root|non-numeric user/i,
        symptom: '`image has non-numeric user (app), cannot verify user is non-root`',
        cause: 'The image names its user, and the platform must see that it is not root.',
        cure: 'Write the number in the Dockerfile, for example `USER 65534`.'
    },
    {
        id: 'root-user',
        headline: 'the container does not start',
        pattern: /runAsNonRoot|image will run as root|CreateContainerConfigError/,
        symptom: '`container has runAsNonRoot and image will run as root`, `CreateContainerConfigError`',
        cause: 'The platform runs no container as root.',
        cure: 'End the Dockerfile with a numeric user, for example `USER 65534`.'
    },
    {
        id: 'other-processor',
        headline: 'the container does not start',
        pattern: /exec format error/i,
        symptom: '`exec format error`',
        cause: 'The image was built for another processor.',
        cure: 'Build it for linux/amd64: with `docker build --platform linux/amd64`, or here with `platform: linux/amd64`.'
    },
    {
        id: 'memory',
        headline: 'the app runs out of memory',
        pattern: /OOMKilled|JavaScript heap out of memory/,
        symptom: '`OOMKilled`',
        cause: 'The app needed more memory than its tier has.',
        cure: 'Set a larger `tier` (small, medium, large or xlarge), or let the app hold less at once.'
    },
    {
        id: 'listen',
        headline: 'the container does not start',
        pattern: /EADDRINUSE|address already in use|(?:listen|bind)(?: |: )[^\n]{0,200}(?:EACCES|permission denied)/i,
        symptom: '`listen EADDRINUSE: address already in use`, `listen tcp :80: bind: permission denied`',
        cause: 'The port is fixed in the code, and it is taken or is not for this user.',
        cure: 'Listen on `$PORT`, and end the Dockerfile with `USER 65534`.'
    },
    {
        id: 'own-error',
        headline: 'the container does not start',
        pattern: /(?:Traceback \(most recent call last\)|panic: |Uncaught )[\s\S]{0,4000}CrashLoopBackOff|CrashLoopBackOff[\s\S]{0,4000}(?:Traceback \(most recent call last\)|panic: |Uncaught )/,
        symptom: '`CrashLoopBackOff`, and an exception in the app\u2019s log',
        cause: 'The app ended with an error of its own as it started.',
        cure: 'Mend that error: the last lines of its log name it and the place in the code.'
    },
    {
        id: 'command-missing',
        headline: 'the container does not start',
        pattern: /CrashLoopBackOff[\s\S]{0,4000}exit code:? 127|exec: "?\S{1,200}"?: (?:executable file )?not found|exec \S{1,200}: no such file or directory/i,
        symptom: '`CrashLoopBackOff \u2026 exit code 127`, `exec: "gunicorn": executable file not found in $PATH`',
        cause: 'The command that starts the container is not in the image.',
        cure: 'Check the first word after CMD or ENTRYPOINT, and that the Dockerfile installs that program.'
    },
    {
        id: 'command-done',
        headline: 'the container does not start',
        pattern: /CrashLoopBackOff[\s\S]{0,4000}exit code:? 0(?!\d)|reason:? "?Completed/i,
        symptom: '`CrashLoopBackOff \u2026 exit code 0`, `Reason: Completed`',
        cause: 'The command of the container came to its end without an error, and a container ends with its command.',
        cure: 'Let CMD start a server that stays in the foreground and listens on `$PORT`; a job that ends is not what an app of Ignite is.'
    },
    {
        id: 'crash-loop',
        headline: 'the container does not start',
        pattern: /CrashLoopBackOff/,
        symptom: '`CrashLoopBackOff`, and no word of why',
        cause: 'The container ends as it starts.',
        cure: `Where its own last words do not say why, start it as the platform does: \`docker run --rm --user 65534 --env PORT=8080 IMAGE\`. Most often the port is fixed in the code (${LISTEN}), or it writes where only root may (end the Dockerfile with \`USER 65534\`, and write below \`$HOME\`).`
    },
    {
        id: 'probe-refused',
        headline: 'the app does not answer its health check',
        pattern: /(?:readiness|liveness|startup) probe failed[^\n]{0,300}(?:connection refused|nothing listens)/i,
        symptom: '`Readiness probe failed: \u2026 connection refused`',
        cause: 'Nothing listens on the port that the platform asks. A line of the app\u2019s log such as \u201clistening on 3000\u201d means that the port is fixed in the code.',
        cure: 'Listen on `$PORT` and on 0.0.0.0, not on localhost; or name the port in `ports`.'
    },
    {
        id: 'health-path',
        headline: 'the app does not answer its health check',
        pattern: /(?:readiness|liveness|startup) probe failed|(?:\S{0,100}\d)?\/healthz[\s"':](?!answers with 40[13])[^\n]{0,200}(?:40\d|50\d|failed|timed? ?out|refused)|(?:failed|timed? ?out|refused)[^\n]{0,200}[\s"']\/healthz|health ?checks? failed|failed health ?checks?/i,
        symptom: '`Readiness probe failed: HTTP probe failed with statuscode: 404`',
        cause: 'The app must answer its health path with 2xx, also while it is busy, and the platform asks `/healthz` unless told otherwise.',
        cure: 'Answer it there. An app that serves `/health` fails: set `health-path: /health`.'
    },
    {
        id: 'no-post',
        headline: 'the app does not answer `POST /`',
        pattern: /Cannot POST \/(?=\s|$)|POST \/[\s"]{1,3}[^\n]{0,100}40[45]|40[45][^\n]{0,100}POST \/(?=\s|$)|upstream connect error|dial tcp \S{1,200}:(?!443:)\d{1,5}: (?:connect: connection refused|i\/o timeout)/m,
        symptom: '`Cannot POST /`, `"POST / HTTP/1.1" 405`, `dial tcp 10.1.2.3:80: connect: connection refused`',
        cause: 'The container does not answer `POST /` on the port that the platform asks.',
        cure: SERVE
    },
    {
        id: 'name-of-app',
        pattern: /(?:ENOTFOUND|EAI_AGAIN) \S{1,300}\.ignite\.\S{1,200}|(?:no such host|could not resolve host)[^\n]{0,300}\.ignite\.\S{1,200}|lookup \S{1,300}\.ignite\.\S{1,200}/i,
        symptom: '`getaddrinfo ENOTFOUND hello-acme.ignite.dodil.cloud`',
        cause: 'The name of a new app can take a couple of minutes to resolve.',
        cure: 'Run the job again a few minutes later.'
    }
], { isOfPlatform: true });

;// CONCATENATED MODULE: ./build/platform/advice/image-builders.js

/** What builds images: Kaniko, BuildKit, buildpacks, and what the platform says of a build before it begins. */
const IMAGE_BUILDERS = chapter('Builders of images', [
    {
        id: 'copy-source',
        pattern: /failed to get fileinfo for \S{1,400}: lstat (?:\/kaniko\/buildcontext|\/workspace)?\/?([^\s:]{1,400})|copy failed: no source files specified|failed to (?:calculate checksum of ref|compute cache key)[^\n]{0,400}: "\/?([^"\n]{1,400})": not found|COPY failed: (?:file not found in build context[^\n]{0,100}?: stat|stat) (?:\/var\/lib\/docker\/tmp\/[^/\s]{1,80})?\/?([^\s:]{1,400}): (?:file does not exist|no such file)|COPY failed: (?:file not found in build context|no source files were specified)/,
        misses: 'file',
        symptom: '`failed to get fileinfo for \u2026: lstat \u2026: no such file or directory`, `failed to calculate checksum of ref \u2026: not found`',
        cause: 'The Dockerfile copies a file that the build context does not hold.',
        cure: 'Paths after COPY begin at `code` (with `git-url`, at `git-sub-path`): check the path, and that `.dockerignore` does not leave the file out.'
    },
    {
        id: 'dockerfile-context',
        pattern: /(?:--)?dockerfile[-_]path requires a context/i,
        symptom: '`--dockerfile-path requires a context`',
        cause: '`dockerfile-path` needs a directory or an archive in `code`, which holds the Dockerfile.',
        cure: 'Name a directory in `code`; a single file is none.'
    },
    {
        id: 'build-of-image',
        pattern: /(?:--)?(?:build[-_]args?|dockerfile[-_]path)(?: |:)[^\n]{0,200}(?:rejected|not supported|not allowed|prebuilt)/i,
        given: ['image-ref'],
        symptom: '`build_args: not allowed for a prebuilt image`',
        cause: 'A finished image is not built.',
        cure: 'Leave out `build-args` and `dockerfile-path` beside `image-ref`, or build from `code`.'
    },
    {
        id: 'build-args',
        headline: 'the platform takes no build arguments',
        pattern: /(?:--)?build[-_]args?(?: |:)[^\n]{0,200}(?:rejected|not supported|not allowed)/i,
        symptom: '`build_args are not allowed`, of a build',
        cause: 'The platform takes no arguments for this build.',
        cure: 'Remove `build-args`, and write the values into the Dockerfile, as `ARG NAME=value`. What may not stand there belongs in the input `env`, which the app reads as it runs; or build the image in a step of the workflow, and deploy it with `image-ref`.'
    },
    {
        id: 'buildpacks-detect',
        pattern: /No buildpack groups passed detection|no buildpacks participating/,
        symptom: '`No buildpack groups passed detection.`',
        cause: 'Buildpacks were used and did not know the code.',
        cure: 'Build with a Dockerfile: set `dockerfile-path: Dockerfile`, and leave `builder: buildpacks` out.'
    },
    {
        id: 'dockerfile-missing',
        pattern: /please provide a valid path to a Dockerfile|failed to read dockerfile|(?:\S{0,200}\/)?Dockerfile: no such file or directory/i,
        symptom: '`please provide a valid path to a Dockerfile`, `failed to read dockerfile`',
        cause: 'There is no Dockerfile where the build looks for it.',
        cure: '`dockerfile-path` is relative to `code`; check also that no ignore file leaves it out.'
    },
    {
        id: 'git-secret',
        headline: 'the repository cannot be read',
        pattern: /git secret ['"`]?[\w.-]{1,100}['"`]? (?:was |is )?(?:not found|does not exist|missing)/i,
        symptom: '`git secret "pat" not found`',
        cause: 'Nothing is stored under the name in `git-secret-ref`.',
        cure: 'Store a token that may read the repository with `dodil ignite secret create NAME --type git`, and write that name.'
    },
    {
        id: 'git-repository',
        headline: 'the repository cannot be read',
        pattern: /repository (?:['"`]?https?:\S{1,400} )?not found|could not read Username for|Authentication failed for ['"`]?https?:\S{1,400}|authentication required/i,
        given: ['git-url'],
        symptom: '`repository not found`, `could not read Username for \u2026`, `Authentication failed for \u2026`',
        cause: 'The platform cannot read the repository: there is none of this name, or it is private.',
        cure: 'Check `git-url`. For a private one, store a token that may read it with `dodil ignite secret create NAME --type git`, and write its name in `git-secret-ref`.'
    },
    {
        id: 'git-host',
        headline: 'the repository cannot be read',
        pattern: /(?:clone|fetch|unable to access|resolving source context|ls-remote)[^\n]{0,300}(?:could not resolve host|no such host|connection refused|i\/o timeout|timed out|no route to host|failed to connect)/i,
        given: ['git-url'],
        symptom: '`unable to access \u2026: Could not resolve host`, `dial tcp 10.0.0.5:443: i/o timeout`, of a clone',
        cause: 'The platform does not reach the host in `git-url`: its name is wrong, or it lies in a network of your own.',
        cure: 'Check `git-url`. What the internet does not reach is deployed from a checkout: run actions/checkout, and set `code` in place of `git-url`.'
    },
    {
        id: 'base-image',
        pattern: /(?:error building image:|failed to solve:|failed to resolve source metadata for)[^\n]{0,400}(?:UNAUTHORIZED|unauthorized|DENIED|denied|authorization failed|MANIFEST_UNKNOWN|manifest unknown|insufficient_scope)/,
        symptom: '`error building image: \u2026 UNAUTHORIZED`, `failed to resolve source metadata for \u2026: pull access denied`',
        cause: 'An image after FROM cannot be pulled: it does not exist, or it is private, and a build has no credentials for it.',
        cure: 'Check its name. For a private one, build the image in a step of the workflow, and deploy it with `image-ref`.'
    },
    {
        id: 'run-failed',
        pattern: /failed to execute command: waiting for process to exit|process "[^\n]{1,400}" did not complete successfully/,
        symptom: '`failed to execute command: waiting for process to exit: exit status 1`',
        cause: 'A command after RUN failed.',
        cure: '`docker build .` in `code` shows the same on your machine. Where it does not: the build has no credentials of yours, reaches the internet alone, and has only the files that were sent.'
    },
    {
        id: 'buildpacks',
        pattern: /===> DETECTING/,
        symptom: '`===> DETECTING`, and a failure after it',
        cause: 'The image was built by buildpacks.',
        cure: 'Where there is a Dockerfile, name it: `dockerfile-path: Dockerfile`.'
    }
], { isOfPlatform: true });

;// CONCATENATED MODULE: ./build/platform/advice/statuses.js
/** `<service-account-id>` is the value of the input of that name, which may be a secret. */
const GRANT = '`dodil auth service-account grant-role <service-account-id> ignite-authorization-service ignite.app-developer`, and run the job again 5 minutes later: so long the platform goes by the roles from before.';
/** Of what nothing in a workflow mends. */
const statuses_REPORT = 'if it stays so, report it to Dodil\u2019s support, with the time of this run.';
/** gRPC status \u2192 what the reader of the log can do, where nothing nearer is known. Exhaustive on purpose. */
const STATUS_ADVICE = {
    OK: undefined,
    CANCELLED: 'The platform ended the call. Run the job again.',
    UNKNOWN: `The platform failed without saying why. Run the job again; ${statuses_REPORT}`,
    INVALID_ARGUMENT: 'The platform refuses a value. Change the input that its words speak of.',
    DEADLINE_EXCEEDED: 'The platform did not answer in time. Run the job again; a larger `timeout-minutes` helps where it is only slow.',
    NOT_FOUND: 'Check the organization and the name in `app`, and that the credentials belong to that organization.',
    ALREADY_EXISTS: 'Another run may have made it at the same time. Run the job again.',
    PERMISSION_DENIED: `The platform does not let the account do this. Where its words give no other reason, grant the role for deploying with ${GRANT} Where it has that role, check that \`app\` names the account\u2019s own organization.`,
    RESOURCE_EXHAUSTED: 'A quota of the organization is used up. Ask Dodil to raise it, or delete what counts towards it and is not needed.',
    FAILED_PRECONDITION: 'The platform refuses this as things stand, and its words say why. Run the job again once that is no longer so.',
    ABORTED: 'Another change came in between. Run the job again; a `concurrency:` group in the workflow keeps runs apart.',
    OUT_OF_RANGE: 'The request is over a limit of the platform. A smaller package helps where it is the size.',
    UNIMPLEMENTED: 'This platform does not offer the call. Check `api-endpoint`.',
    INTERNAL: `The platform failed inside. Run the job again; ${statuses_REPORT}`,
    UNAVAILABLE: `The platform is restarting, or has trouble of its own, and nothing in the workflow mends that. Run the job again in some minutes; ${statuses_REPORT}`,
    DATA_LOSS: 'The platform reports lost data. Report it to Dodil\u2019s support, with the time of this run.',
    UNAUTHENTICATED: 'Give other credentials, of the platform that `api-endpoint` names.'
};
/** Where the words of RESOURCE_EXHAUSTED speak of how often something is asked, and of no quota or size. */
const TOO_MANY = /too many (?:requests|calls)|\brate[ -]?limit|\brate (?:(?:is |was )?(?:exceeded|too high)|of requests)|throttl|requests per|slow down/i;
const TOO_MANY_ADVICE = 'The platform takes fewer requests at a time. Run the job again later, and let the jobs that deploy wait for each other.';

;// CONCATENATED MODULE: ./build/platform/advice/image-pulls.js


const image_pulls_CREDENTIALS = '`registry-secret-ref`, or `registry-server`, `registry-username` and `registry-password`';
const REFUSED = /pull access denied|no basic auth credentials|unauthorized: authentication required|requested access to the resource is denied|(?:pulling|pull|pulled)[\s"][^\n]{0,400}(?:\b40[13]\b|unauthorized|authentication)/i;
/** What registries say, and the platform of an image that it cannot get from one. */
const IMAGE_PULLS = chapter('Pulls of images', [
    {
        id: 'credentials-refused',
        headline: 'the image cannot be pulled',
        pattern: REFUSED,
        given: ['registry-secret-ref', 'registry-server'],
        symptom: '`pull access denied`, `401 Unauthorized`, with credentials set',
        cause: 'The registry refuses the image to the credentials that are set.',
        cure: 'Check that they are for the registry in `image-ref`, that the token has not expired, and that it may read this package (for ghcr.io, a token with `read:packages`); a name that does not exist gives the same error, so check `image-ref` too.'
    },
    {
        id: 'credentials-missing',
        headline: 'the image cannot be pulled',
        pattern: REFUSED,
        given: ['image-ref'],
        symptom: '`pull access denied`, `401 Unauthorized`, without credentials',
        cause: 'The image cannot be pulled without credentials.',
        cure: `Set ${image_pulls_CREDENTIALS}; a name that does not exist gives the same error, so check \`image-ref\` too.`
    },
    {
        id: 'no-such-image',
        headline: 'the image is not there',
        pattern: /manifest[_ ]unknown|name[_ ]unknown|manifest for \S{1,400} not found|repository does not exist|failed to resolve reference "[^"\n]{1,400}": [^\n]{1,400}: not found/i,
        given: ['image-ref'],
        symptom: '`manifest unknown`, `MANIFEST_UNKNOWN`',
        cause: 'The registry has no such image.',
        cure: 'Check the name and the tag or digest in `image-ref`, and that the image was pushed before this step.'
    },
    {
        id: 'registry-host',
        headline: 'the image cannot be pulled',
        pattern: /(?:pull|pulling|resolve reference|registry|manifests?)[\s"][^\n]{0,400}(?:no such host|connection refused|i\/o timeout|no route to host|context deadline exceeded)/i,
        given: ['image-ref'],
        symptom: '`failed to pull image \u2026: dial tcp 10.0.0.5:443: i/o timeout`',
        cause: 'The platform does not reach the registry in `image-ref`: its name is wrong, or it lies in a network of your own.',
        cure: 'Check the host in `image-ref`. Push the image to a registry that the internet reaches, such as ghcr.io, and name it there.'
    },
    {
        id: 'pull-failed',
        headline: 'the image cannot be pulled',
        pattern: /ErrImagePull|ImagePullBackOff|failed to pull (?:and unpack )?image/i,
        given: ['image-ref'],
        symptom: '`ImagePullBackOff`, of an image that you name',
        cause: 'The image cannot be pulled.',
        cure: `Check \`image-ref\`; for a private registry, set ${image_pulls_CREDENTIALS}.`
    },
    {
        id: 'own-pull-failed',
        headline: 'the image cannot be pulled',
        pattern: /ErrImagePull|ImagePullBackOff|failed to pull (?:and unpack )?image/i,
        symptom: '`ImagePullBackOff`, of an image that the platform built',
        cause: 'The platform cannot pull an image from its own registry.',
        cure: `Run the job again; ${statuses_REPORT}`
    },
    {
        id: 'moving-tag',
        pattern: /moving tag|mutable tag|tag \S{1,200} (?:has moved|was moved|points to another|resolves to another)/i,
        given: ['image-ref'],
        symptom: '`image-ref uses a moving tag`',
        cause: 'A tag can come to mean another image.',
        cure: 'Pin the digest in `image-ref`: `registry/name@sha256:\u2026`.'
    }
], { isOfPlatform: true });

;// CONCATENATED MODULE: ./build/platform/advice/platform-words.js


/** What the platform says of rights, secrets and drafts. */
const PLATFORM_WORDS = chapter('The platform', [
    {
        id: 'other-organization',
        headline: 'the credentials are of another organization',
        pattern: /The credentials belong to the organization ([\w.-]{1,63}), the app to \S{1,63}/,
        symptom: '`The credentials belong to the organization acme, the app to globex`',
        cause: 'An account deploys to its own organization alone, whatever its roles.',
        cure: 'Write `app` with that organization (`app: NAME:\u2026`) or without any, or give the credentials of an account of the other one.'
    },
    {
        id: 'no-role',
        pattern: /UMA authorization rejected/i,
        symptom: '`403 UMA authorization rejected`',
        cause: 'No Ignite role of the account allows this; roles of other services do not count.',
        cure: `Grant one that does, with ${GRANT}`
    },
    {
        id: 'stale-role',
        pattern: /(?:([a-z][\w-]{0,50}\.[a-z][\w-]{0,50}) )?role not found/i,
        symptom: '`batch assignment failed: \u2026 role not found`',
        cause: 'The service account holds a role that the platform no longer has.',
        cure: `Take it away with \`dodil auth service-account revoke-role <service-account-id> ignite-authorization-service NAME\`. Then grant the one for deploying, with ${GRANT}`
    },
    {
        id: 'secret-kind',
        pattern: /(?:git|registry)[ -](?:secret|slot|credentials?) [^\n]{0,200}(?:rejected|mismatch)|registry_secret_ref: [^\n]{0,200}git secret|git_secret_ref: [^\n]{0,200}registry secret|(?:of|has) type:? ['"`]?(?:git|registry)['"`]?,[^\n]{0,80}(?:expected|must be|needs)/i,
        symptom: '`secret gh is of type git, expected registry`',
        cause: 'The secret is of the other kind: `registry-secret-ref` takes one of type registry, `git-secret-ref` one of type git.',
        cure: '`dodil ignite secret list` shows the types.'
    },
    {
        id: 'no-draft',
        pattern: /"status": ?"no draft"|no draft/i,
        symptom: '`{"status":"no draft"}`',
        cause: 'The app has no draft: another run, or somebody, published or discarded it.',
        cure: 'Run the job again; it saves the draft anew.'
    },
    {
        id: 'no-compilation',
        pattern: /no active compilation/i,
        symptom: '`no active compilation for \u2026`',
        cause: 'The platform compiles nothing for this app now.',
        cure: 'Run the job again; it saves the draft anew.'
    }
], { isOfPlatform: true });

;// CONCATENATED MODULE: ./build/platform/advice/program.js

/** What only its own network reaches. */
const OWN_HOST = String.raw `localhost|127\.0\.0\.1|10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}`;
/** Of databases and queues; of no app. */
const PORTS = '5432|3306|6379|27017|5672|9092|9200|1433|1521';
const AWAY = 'connection refused|timed? ?out|no route to host|ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|connecting to';
const MODULE_NOT_FOUND = /ModuleNotFoundError: No module named ['"]?([\w.]{1,200})/;
/** What the user's own program says as it ends. */
const PROGRAM = chapter('The app\u2019s own program', [
    {
        id: 'handler-arguments',
        pattern: /handler\(\) takes \d{1,3} positional arguments? but 2 were given|handler\(\) missing \d{1,3} required positional arguments?/,
        symptom: '`handler() takes 1 positional argument but 2 were given`',
        cause: 'The platform calls the handler with two arguments.',
        cure: 'Write it as `def handler(payload, ctx):`.'
    },
    {
        id: 'lfs-pointer',
        pattern: /version https:\/\/git-lfs\.github\.com\/spec\/v1/,
        symptom: '`SyntaxError`, at a line `version https://git-lfs.github.com/spec/v1`',
        cause: 'A file of the code is a pointer of Git LFS, not the file itself.',
        cure: 'Let actions/checkout fetch the files: write lfs: true under its `with:`.'
    },
    {
        id: 'handler-function',
        pattern: /cannot import name ['"]handler['"] from ['"]handler['"]|module ['"]handler['"] has no attribute ['"]handler['"]/,
        symptom: "`cannot import name 'handler' from 'handler'`",
        cause: 'handler.py has no function of the name handler.',
        cure: 'Define `def handler(payload, ctx):` at its top level.'
    },
    {
        id: 'handler-file',
        pattern: /No module named ['"]?handler['"]?|(?:\S{0,200}\/)?handler\.py['"`]?:? (?:\[Errno 2\] )?(?:is |was |does )?(?:not found|missing|no such file or directory|not exist)|(?:not found|missing|has no|no such file or directory|(?:can't|cannot|could not) find):? (?:the )?(?:file )?['"`]?(?:\S{0,200}\/)?handler\.py/i,
        symptom: "`No module named 'handler'`, `handler.py not found`",
        cause: 'Python apps begin with `handler.py` at the root of `code`, with `handler(payload, ctx)` in it.',
        cure: 'Check that `code` names the directory that holds it; a file of another name must be renamed.'
    },
    {
        id: 'variable-missing',
        pattern: /os\.environ\[[\s\S]{0,4000}KeyError: ['"](\w{1,200})['"]/,
        symptom: "`KeyError: 'DATABASE_URL'`, of `os.environ`",
        cause: 'The code reads an environment variable that the app does not have.',
        cure: 'Write it on a line of this action\u2019s input `env`, as NAME=VALUE; the value of a secret comes from the repository\u2019s secrets there.'
    },
    {
        id: 'process-killed',
        pattern: /the (?:Python|Go|Rust|Deno) process ended: SIG[A-Z]{1,10}/,
        symptom: '`the Python process ended: SIGKILL`',
        cause: 'The process in which the platform calls the handler was killed.',
        cure: 'SIGKILL is most often a lack of memory: set a larger `tier` (small, medium, large or xlarge).'
    },
    processEnded('python', /the Python process ended: exit (?:code|status)|SystemExit(?:: \d|, \S)/, {
        symptom: '`the Python process ended: exit code 3`, `SystemExit: 1`',
        ways: '`sys.exit()`, `exit()` and `os._exit()`'
    }),
    processEnded('go', /the Go process ended: exit (?:code|status)/, {
        symptom: '`the Go process ended: exit code 3`',
        ways: '`os.Exit()`, `log.Fatal()` and a panic in a goroutine'
    }),
    processEnded('rust', /the Rust process ended: exit (?:code|status)/, {
        symptom: '`the Rust process ended: exit code 3`',
        ways: '`std::process::exit()`'
    }),
    processEnded('deno', /the Deno process ended: exit (?:code|status)/, {
        symptom: '`the Deno process ended: exit code 3`',
        ways: '`Deno.exit()`'
    }),
    {
        id: 'own-network',
        pattern: new RegExp(`(?:${OWN_HOST})[^\\n]{0,40}?\\b(?:${PORTS})\\b[^\\n]{0,80}(?:${AWAY})|(?:${AWAY})[^\\n]{0,60}?\\b(?:${OWN_HOST})[^\\n]{0,40}?\\b(?:${PORTS})\\b`, 'i'),
        symptom: '`connect ECONNREFUSED 127.0.0.1:5432`, `dial tcp 10.0.0.5:5432: i/o timeout`, of a database',
        cause: 'The app looks for a database, or the like, on its own machine or in a network of yours, and it runs in the platform\u2019s network.',
        cure: 'Give it an address that the internet reaches, on a line of the input `env`.'
    },
    {
        id: 'result-not-json',
        pattern: /Object of type \S{1,200} is not JSON serializable/,
        symptom: '`Object of type datetime is not JSON serializable`',
        cause: 'The handler returned a value that JSON has no form for.',
        cure: 'Return text, bytes, or dicts and lists of text, numbers and booleans; write a date as text, with `str()` or `.isoformat()`.'
    },
    {
        id: 'python-module-in-image',
        headline: 'a module is missing',
        pattern: MODULE_NOT_FOUND,
        given: ['dockerfile-path', 'image-ref'],
        misses: 'python',
        symptom: "`ModuleNotFoundError: No module named 'flask'`, of an image",
        cause: 'The code imports a module that is not in the image.',
        cure: 'Add the package of `NAME` to requirements.txt, and install it in the Dockerfile with `RUN pip install -r requirements.txt`; a module of your own must be copied into the image.',
        misspelt: MISSPELT
    },
    {
        id: 'python-module',
        headline: 'a module is missing',
        pattern: MODULE_NOT_FOUND,
        misses: 'python',
        symptom: "`ModuleNotFoundError: No module named 'numpy'`",
        cause: 'The code imports a module that is not there.',
        cure: 'Add the package of `NAME` to requirements.txt at the root of `code`; a module of your own must lie in `code`.',
        misspelt: MISSPELT
    },
    {
        id: 'node-file',
        headline: 'a file of the code is missing',
        pattern: /Cannot find module ['"]((?:\/|\.{1,2}\/)[^'"\n]{0,300})['"](?! or its corresponding)/,
        misses: 'node',
        symptom: "`Cannot find module '/app/server.js'`",
        cause: 'Node was told to load a file that is not in the image.',
        cure: 'Check the path after CMD or in the import, and that the Dockerfile copies the file to where it is looked for; what is built must be built in the Dockerfile, for example with `RUN npm run build`.'
    },
    {
        id: 'node-package',
        headline: 'a package is missing',
        pattern: /Cannot find (?:module|package) ['"]([^'"\n]{1,200})['"](?! or its corresponding)/,
        misses: 'node',
        symptom: "`Cannot find module 'express'`",
        cause: 'The image lacks a package that the code needs: node_modules of the checkout is not sent.',
        cure: 'Name `NAME` under dependencies (not devDependencies) in package.json, and install in the Dockerfile: `COPY package*.json ./`, then `RUN npm ci --omit=dev`.',
        misspelt: MISSPELT
    }
], { isOfPlatform: false });
/** What ends a process differs from language to language; that it must not does not. */
function processEnded(language, pattern, { symptom, ways }) {
    return {
        id: `process-ended-${language}`,
        pattern,
        symptom,
        cause: 'The code ends its own process, in which the platform calls the handler, before there is a result.',
        cure: `Look in it, and in what it calls, for ${ways}: return a result, or an error, in its place.`
    };
}

;// CONCATENATED MODULE: ./build/platform/advice/toolchains.js

const NO_STANDARD_LIBRARY = /(?:can't find crate for `(?:core|std)`[\s\S]{0,400}?)?the `([\w.-]{1,100})` target may not be installed|can't find crate for `(?:core|std)`/;
/** What compilers and package managers say of the code. */
const TOOLCHAINS = chapter('Compilers and package managers', [
    {
        id: 'pip-version',
        pattern: /Could not find a version that satisfies|No matching distribution found|Requires-Python/,
        symptom: '`Could not find a version that satisfies the requirement \u2026`',
        cause: 'pip found no such version for this Python: the platform has 3.12, an image its own.',
        cure: 'Check the line in requirements.txt, or the RUN of the Dockerfile.'
    },
    {
        id: 'pip-requirements',
        pattern: /Invalid requirement: |conflicting dependencies|ResolutionImpossible/,
        symptom: '`Invalid requirement: \u2026`, `conflicting dependencies`',
        cause: 'pip cannot satisfy requirements.txt.',
        cure: 'Try it with `pip install --dry-run -r requirements.txt` under Python 3.12.'
    },
    {
        id: 'pip-wheel',
        pattern: /metadata-generation-failed|Failed building wheel|subprocess-exited-with-error/,
        symptom: '`metadata-generation-failed`, `Failed building wheel for \u2026`',
        cause: 'A package of requirements.txt has no wheel for the platform and could not be built there.',
        cure: 'Choose a version with wheels for Linux and Python 3.12.'
    },
    {
        id: 'npm-no-package',
        pattern: /npm (?:error|ERR!) 404[^\n]{0,20} GET (?:\S{0,300}\/)?([\w.%@-]{1,100}) - Not found/,
        symptom: '`npm error 404 Not Found - GET https://registry.npmjs.org/expres - Not found`',
        cause: 'npm finds no package of this name.',
        cure: 'Mend `NAME` in package.json or in the Dockerfile. For a private package the build has no credentials: build the image in a step of the workflow, and deploy it with `image-ref`.'
    },
    {
        id: 'cargo-manifest',
        pattern: /could not find `?Cargo\.toml`? in|(?:\S{0,200}\/)?Cargo\.toml['"`]?:? (?:is |was |does )?(?:not found|missing|no such file or directory|not exist)/i,
        symptom: '``could not find `Cargo.toml` in \u2026``',
        cause: 'Rust apps need Cargo.toml at the root of `code`.',
        cure: 'Check that `code` names the directory that holds it.'
    },
    {
        id: 'cargo-crate',
        pattern: /use of (?:unresolved module or unlinked crate|undeclared crate or module) `([^`\n]{1,100})`|(?:maybe a missing|you might be missing) crate `([^`\n]{1,100})`|can't find crate for `(?!(?:core|std)`)([^`\n]{1,100})`/,
        misses: 'rust',
        symptom: '``use of unresolved module or unlinked crate `rand` ``',
        cause: 'The code uses a crate that Cargo.toml does not name, or a module that is not declared.',
        cure: 'Add the crate with `cargo add NAME`, and commit Cargo.toml and Cargo.lock.',
        misspelt: MISSPELT
    },
    {
        id: 'cargo-no-crate',
        pattern: /no matching package named `([^`\n]{1,100})` found/,
        symptom: '``no matching package named `serd` found``',
        cause: 'Cargo.toml names a crate that crates.io does not have.',
        cure: 'Correct the spelling of `NAME` under `[dependencies]` in Cargo.toml; a crate of your own is named by its path there, and must lie in `code`.'
    },
    {
        id: 'cargo-version',
        pattern: /failed to select a version for (?:the requirement )?`([^`\n]{1,100})`/,
        symptom: '``failed to select a version for the requirement `serde = "^9"` ``',
        cause: 'No version of this crate meets what Cargo.toml and the other crates ask for.',
        cure: 'Correct the version in Cargo.toml (`cargo search` shows the newest), run `cargo update` in `code`, and commit Cargo.toml and Cargo.lock.'
    },
    {
        id: 'rust-version',
        pattern: /(?:requires rustc \d[\w.]{0,20}|is not supported by the following packages?|rustc \d[\w.]{0,20} is not supported)/,
        symptom: '``package `x` cannot be built because it requires rustc 1.88 or newer``',
        cause: 'A crate wants a newer compiler than the platform used.',
        cure: 'Write that version in `toolchain`, in quotes, or an older version of the crate in Cargo.toml.'
    },
    {
        id: 'cargo-lock',
        pattern: /lock file \S{1,400} needs to be updated but --(?:locked|frozen) was passed/,
        symptom: '`the lock file \u2026 needs to be updated but --locked was passed`',
        cause: 'Cargo.lock does not fit Cargo.toml.',
        cure: 'Run `cargo check` in `code`, and commit Cargo.lock.'
    },
    {
        id: 'rust-target-of-toolchain',
        pattern: NO_STANDARD_LIBRARY,
        given: ['toolchain'],
        symptom: '``the `wasm32-wasip2` target may not be installed``, with `toolchain` set',
        cause: 'The compiler that `toolchain` names has no standard library for the target that it builds for.',
        cure: 'Leave `toolchain` out, or name a version in it for which the platform has that target.'
    },
    {
        id: 'rust-target-set',
        pattern: NO_STANDARD_LIBRARY,
        given: ['rust-target'],
        symptom: '``the `wasm32-wasip2` target may not be installed``, with `rust-target` set',
        cause: 'The compiler has no standard library for the target that it builds for.',
        cure: 'Leave `rust-target` out, or set `rust-target: native`.'
    },
    {
        id: 'rust-target',
        pattern: NO_STANDARD_LIBRARY,
        symptom: '``the `wasm32-wasip2` target may not be installed``',
        cause: 'The compiler has no standard library for the target that it builds for.',
        cure: 'Remove the target from `.cargo/config.toml`; where none is named there, set `rust-target: native`.'
    },
    {
        id: 'cargo-no-target',
        pattern: /no bin target|a bin target must be available|no targets specified in the manifest/,
        symptom: '`no bin target named \u2026`, `no targets specified in the manifest`',
        cause: 'cargo finds nothing to build.',
        cure: 'Check that src/main.rs or src/lib.rs lies beside Cargo.toml in `code`, and what Cargo.toml says under `[[bin]]` and `[lib]`.'
    },
    {
        id: 'go-sum',
        pattern: /missing go\.sum entry/,
        symptom: '`missing go.sum entry for module providing package \u2026`',
        cause: 'go.sum does not hold the checksums of all modules.',
        cure: 'Run `go mod tidy` in `code`, and commit go.mod and go.sum.'
    },
    {
        id: 'go-module',
        pattern: /(?:no required module provides|cannot find module providing) package ([^\s;:]{1,300})/,
        misses: 'go',
        symptom: '`no required module provides package \u2026`, `cannot find module providing package \u2026`',
        cause: 'go.mod does not name a module that the code imports.',
        cure: 'Run `go get NAME` in `code`, and commit go.mod and go.sum; a package of your own must lie in `code`.',
        misspelt: MISSPELT
    },
    {
        id: 'go-no-mod',
        pattern: /go\.mod file not found in current directory or any parent directory|cannot find main module/,
        symptom: '`go.mod file not found in current directory or any parent directory`, `cannot find main module`',
        cause: 'There is no go.mod at the root of `code`.',
        cure: 'Run `go mod init app` and `go mod tidy` there, and commit go.mod and go.sum; where go.mod lies in another directory, point `code` at that.'
    },
    {
        id: 'go-no-files',
        pattern: /no Go files in \S{1,400}/,
        symptom: '`no Go files in \u2026`',
        cause: 'There is no Go file at the root of `code`.',
        cure: 'Point `code` at the directory that holds `package main`; where the app is of another language, remove `runtime: go`.'
    },
    {
        id: 'go-main',
        pattern: /(?:runtime\.main_main\u00b7f: )?function main is undeclared in the main package|is not a main package/,
        symptom: '`function main is undeclared in the main package`',
        cause: 'Go apps are started by `func main()` in `package main`, at the root of `code`.',
        cure: 'Write `func main() { ignite.Start(handler) }` there, and check that `code` names that directory.'
    }
], { isOfPlatform: false });

;// CONCATENATED MODULE: ./build/platform/advice/advice.js






/**
 * The nearest evidence first: a container that crashes because its program raised is mended in the program. The first row
 * that is found is the advice. What none of them knows is left to the call that failed, and last to its status.
 */
const ADVICE = [
    PROGRAM,
    TOOLCHAINS,
    IMAGE_BUILDERS,
    IMAGE_PULLS,
    CONTAINERS,
    PLATFORM_WORDS
];
/** In UTF-16 units: the end of a text, where the failure stands. */
const MOST_READ = 64 * 1024;
/** What mends the failure that a text tells of; undefined where it is none that is known. */
function adviceFor(evidence) {
    const found = findRow(evidence);
    if (found === undefined)
        return undefined;
    const { row, match } = found;
    // npm writes the slash of a scope as its URL has it.
    const name = match
        .slice(1)
        .find((group) => group !== undefined)
        ?.replace(/%2f/i, '/');
    return {
        advice: advice_named(row, name, sightingOf(row, name, evidence)),
        line: lineAt(match.input, match.index),
        headline: row.headline
    };
}
/** Of what a program or its compiler says, only what is wrong with the code is recognised. */
function adviceRow(evidence) {
    return findRow(evidence)?.row;
}
function findRow({ text, speaker, isGiven }) {
    const end = text.slice(-MOST_READ);
    for (const { rows, isOfPlatform } of ADVICE) {
        if (isOfPlatform && speaker !== 'platform')
            continue;
        for (const row of rows) {
            const match = (row.given?.some(isGiven) ?? true) ? row.pattern.exec(end) : null;
            if (match)
                return { row, match };
        }
    }
    return undefined;
}
function sightingOf({ misses }, name, { lookUp }) {
    return misses === undefined || name === undefined ? undefined : lookUp?.(misses, name);
}
/** What was seen in the code comes before what helps most, and where it is sure in its place. */
function advice_named(row, name, seen) {
    const words = [row.cause, ...cures(row, seen)].join(' ');
    return name !== undefined && PLAIN_NAME.test(name) ? words.replaceAll('NAME', () => name) : words;
}
function cures({ cure, misspelt }, seen) {
    if (seen === undefined)
        return misspelt === undefined ? [cure] : [cure, misspelt];
    return seen.isSure ? [seen.says] : [seen.says, `Otherwise, ${cure.slice(0, 1).toLowerCase()}${cure.slice(1)}`];
}
/** Any other may be words of somebody else's, and is named in the line above. */
const PLAIN_NAME = /^@?\w[\w.+/-]{0,99}$/;
function lineAt(text, index) {
    const begin = text.lastIndexOf('\n', index) + 1;
    const end = text.indexOf('\n', index);
    return text.slice(begin, end === -1 ? undefined : end);
}

;// CONCATENATED MODULE: ./build/preview-facts.js




/**
 * The facts with the pull request that `pr-number` names. A preview is of its own commit, and of none that is closed: what
 * the event does not say of that is asked.
 */
async function withPullRequestOf(read, asking) {
    const facts = withPullRequest(asking.inputs, read);
    if (!isPreview(asking.inputs))
        return facts;
    const pullRequest = facts.pullRequest ?? (await pullRequestNow(facts, asking));
    if (!pullRequest)
        asking.stop.throwIfAborted();
    return withPreviewCommit(asking.inputs, facts, pullRequest);
}
/** Whether the pull request is closed by now; where GitHub does not tell, it is taken to be open. */
async function isClosedNow(facts, asking) {
    return (await pullRequestNow(facts, asking))?.isClosed ?? false;
}
/** Undefined where there is none, and where GitHub does not tell. */
async function pullRequestNow(facts, { inputs, log, budget, stop }) {
    const { pullRequestNumber: number } = facts;
    if (number === undefined)
        return undefined;
    try {
        const access = readGitHubAccess(inputs, facts);
        if (typeof access === 'string')
            throw new Error(access);
        return await readPullRequest(number, { access, inputs, budget, stop });
    }
    catch (error) {
        if (stop.aborted)
            return undefined;
        log.info(`Whether the pull request ${number} is open could not be read: ${(0,errors/* clause */.sb)(error)}.`);
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/platform/advice/connections.js
var connections = __webpack_require__(2678);
// EXTERNAL MODULE: ./node_modules/@grpc/grpc-js/build/src/channel.js
var channel = __webpack_require__(6918);
// EXTERNAL MODULE: ./node_modules/@grpc/grpc-js/build/src/load-balancer-pick-first.js
var load_balancer_pick_first = __webpack_require__(8639);
// EXTERNAL MODULE: ./node_modules/@grpc/grpc-js/build/src/resolver-dns.js
var resolver_dns = __webpack_require__(1149);
// EXTERNAL MODULE: ./node_modules/@grpc/grpc-js/build/src/channel-credentials.js
var channel_credentials = __webpack_require__(2257);
// EXTERNAL MODULE: ./node_modules/@grpc/grpc-js/build/src/client.js
var client = __webpack_require__(4210);
// EXTERNAL MODULE: ./node_modules/@grpc/grpc-js/build/src/constants.js
var constants = __webpack_require__(8288);
// EXTERNAL MODULE: ./node_modules/@grpc/grpc-js/build/src/logging.js
var logging = __webpack_require__(8536);
// EXTERNAL MODULE: ./node_modules/@grpc/grpc-js/build/src/metadata.js
var src_metadata = __webpack_require__(6100);
;// CONCATENATED MODULE: ./build/platform/network/grpc.js
/**
 * The client's half of grpc-js, which is all that a run needs. The package's one entry also brings the server's half and
 * ways to spread load, a third of its code, which a run would load and never use
 * (docs/decisions/0003-plain-bundle.md). So its parts are taken by their paths, here alone.
 */
// Its modules import each other in circles, which close where the entry begins.








// As the entry does: without them no target is resolved, and no address connected to.
(0,resolver_dns.setup)();
(0,load_balancer_pick_first/* setup */.mj)();

;// CONCATENATED MODULE: ./build/platform/network/transport.js
/** An error that grpc-js made of a call's status. */
function isServiceError(error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'number' && 'details' in error;
}
/** Cancels the call when the signal fires, until it is disposed of. */
function transport_cancelledBy(signal, call) {
    const cancel = () => call.cancel();
    if (signal.aborted)
        cancel();
    signal.addEventListener('abort', cancel, { once: true });
    return { [Symbol.dispose]: () => signal.removeEventListener('abort', cancel) };
}

;// CONCATENATED MODULE: ./build/platform/token/jwt.js

/** Reads the claims of a JWT; of any other token nothing is known. */
function readClaims(token) {
    const payload = parsePayload(token);
    const expires = payload['exp'];
    return {
        organizations: organizationsIn(payload),
        expiresAt: typeof expires === 'number' ? expires * 1000 : undefined
    };
}
/** The claim is an object keyed by name, of which the first counts; some fall back to a flat `org_name`. */
function organizationsIn(payload) {
    const claim = payload['organization'];
    const names = (0,json/* isRecord */.u)(claim) ? Object.keys(claim) : Array.isArray(claim) ? claim : [claim];
    return [...names, payload['org_name']].filter((name) => typeof name === 'string' && name !== '');
}
/** True for a JWT of which a part was lost on its way, which its beginning tells. */
function isTornJwt(token) {
    return token.startsWith('eyJ') && (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token) || parsePayload(token) === NOTHING);
}
const NOTHING = {};
function parsePayload(token) {
    try {
        const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
        return (0,json/* isRecord */.u)(payload) ? payload : NOTHING;
    }
    catch {
        return NOTHING;
    }
}

;// CONCATENATED MODULE: ./build/platform/calls/clock-skew.js

/** A token's times are read with this much tolerance nearly everywhere. */
const TOLERATED_MS = 60_000;
/**
 * Why a token may be refused that is good: the runner's clock is not the server's. `date` is the server's, as an HTTP
 * header has it. Undefined where the clocks agree, or nothing is known.
 */
function clockSkew(date) {
    const ms = Date.now() - Date.parse(date ?? '');
    if (!(Math.abs(ms) > TOLERATED_MS))
        return undefined;
    return `The clock of the runner is ${(0,words/* duration */.p0)(Math.abs(ms))} ${ms > 0 ? 'ahead of' : 'behind'} the server\u2019s: set one of them right.`;
}

// EXTERNAL MODULE: ./build/platform/calls/connection-trouble.js
var connection_trouble = __webpack_require__(3012);
;// CONCATENATED MODULE: ./build/platform/calls/call-failure.js









const MAX_DETAILS = 2_000;
/** What has nothing to do with what was called for. */
const HEADLINES = {
    ABORTED: 'another change came in between',
    INTERNAL: 'the platform failed inside',
    UNKNOWN: 'the platform failed inside',
    DATA_LOSS: 'the platform failed inside',
    RESOURCE_EXHAUSTED: 'a limit of the platform is reached'
};
/**
 * A failed call in the reader's words: ours for what happened on the way, the platform's own for the rest. What libraries
 * say of it stays in the cause, for the debug log.
 */
function explained(error, purpose, { token, tried } = {}) {
    const code = statusName(error.code);
    const trouble = (0,connection_trouble/* connectionTrouble */.M)(error);
    const said = trouble?.says ?? (bounded(ownWords(error.details)) || 'the platform gave no reason');
    const own = trouble === undefined || trouble === connections/* TOO_LARGE */.PH ? purpose.hints?.[code] : undefined;
    const isTooMany = code === 'RESOURCE_EXHAUSTED' && TOO_MANY.test(error.details);
    const hint = isTooMany ? TOO_MANY_ADVICE : (own ?? trouble?.hint ?? STATUS_ADVICE[code]);
    const doing = NAMED.includes(code) ? call_failure_named(purpose) : purpose.doing;
    const whose = MATTERS_WHOSE.includes(code) ? foreign(purpose, token?.held()) : '';
    return new errors/* PlatformError */.Wk(code, `${doing}: ${code}: ${said}${whose}${often(tried)}`, {
        cause: error,
        words: said + whose,
        ambiguous: isAmbiguous(error),
        isUnreadable: trouble === connections/* TOO_LARGE */.PH,
        reason: reasonOf(code, purpose),
        headline: headlineOf(code, { isTooMany, isTooLarge: trouble === connections/* TOO_LARGE */.PH }),
        hint: code === 'UNAUTHENTICATED' ? refusedToken(error, token) : hint
    });
}
/** Whose cause lies with one method: a right that is lacking, a handler that hangs. */
const NAMED = ['PERMISSION_DENIED', 'DEADLINE_EXCEEDED', 'CANCELLED'];
/** Which an account gets for what is not its own. */
const MATTERS_WHOSE = ['PERMISSION_DENIED', 'NOT_FOUND'];
/** Whose the account is, where the app is another organization's. */
function foreign({ doing }, token) {
    const [own, ...others] = token === undefined ? [] : readClaims(token).organizations;
    const [, asked] = / ([\w.-]+)\/[\w.-]+$/.exec(doing) ?? [];
    if (own === undefined || asked === undefined || [own, ...others].includes(asked))
        return '';
    return `. The credentials belong to the organization ${own}, the app to ${asked}`;
}
/** What was tried in vain for a while is not mended by trying at once. */
function often(tried) {
    return tried === undefined || tried.times < 2 ? '' : ` (tried ${tried.times} times in ${(0,words/* duration */.p0)(tried.ms)})`;
}
function refusedToken(error, token) {
    const cure = token?.cure ?? STATUS_ADVICE.UNAUTHENTICATED;
    return token?.refusal() ?? [skewIn(error), cure].filter((part) => part !== undefined).join(' ');
}
/** `Saving the draft of acme/greeter (SaveDraft)`. */
function call_failure_named({ doing, rpc }) {
    return rpc === undefined ? doing : `${doing} (${rpc})`;
}
/** By the server's clock, where something on the way says what time it is. */
function skewIn({ metadata }) {
    return clockSkew(metadata?.get('date')[0]?.toString());
}
/**
 * True where the call may have taken effect. INTERNAL and UNKNOWN count where the transport made them, or where nothing was
 * said: a server that answers in words has ended its handler.
 */
function isAmbiguous(error) {
    const trouble = (0,connection_trouble/* connectionTrouble */.M)(error);
    if (trouble !== undefined)
        return trouble.mayHaveArrived;
    switch (error.code) {
        case constants.Status.UNAVAILABLE:
            return !error.details.startsWith('No connection established');
        case constants.Status.DEADLINE_EXCEEDED:
        case constants.Status.CANCELLED:
            return true;
        case constants.Status.RESOURCE_EXHAUSTED:
            return error.details.startsWith('Bandwidth exhausted');
        case constants.Status.INTERNAL:
        case constants.Status.UNKNOWN:
            return error.details === '' || isBrokenStream(error);
        default:
            return false;
    }
}
/** True where the platform itself answered with one of the codes, not something on the way to it. */
function isAnsweredWith(error, ...codes) {
    if (!(error instanceof errors/* PlatformError */.Wk) || !codes.some((code) => code === error.code))
        return false;
    return !isServiceError(error.cause) || (0,connection_trouble/* connectionTrouble */.M)(error.cause) === undefined;
}
/** The stream was reset or ended without a status. */
function isBrokenStream(error) {
    return /^Received RST_STREAM|Call ended without gRPC status|^Response message parsing error|^Write error: /.test(error.details);
}
/** The name of a status code; a code that gRPC does not define reads as UNKNOWN, as the protocol says. */
function statusName(code) {
    const name = constants.Status[code];
    return name ?? 'UNKNOWN';
}
function headlineOf(code, words) {
    if (words.isTooLarge)
        return 'the package is too large';
    return words.isTooMany ? 'the platform takes fewer requests at a time' : HEADLINES[code];
}
function reasonOf(code, purpose) {
    switch (code) {
        case 'UNAUTHENTICATED':
            return 'auth_failed';
        case 'PERMISSION_DENIED':
            return 'permission_denied';
        case 'UNAVAILABLE':
        case 'DEADLINE_EXCEEDED':
            return 'platform_unavailable';
        default:
            return purpose.reason;
    }
}
/** What grpc-js says of a call that broke, said plainly. The platform's own words stay as they are. */
function ownWords(details) {
    return connections/* WORDS_OF_GRPC */.Zj.find(({ pattern }) => pattern.test(details))?.says ?? details;
}
function bounded(text) {
    return text.length > MAX_DETAILS ? `${text.slice(0, MAX_DETAILS)} \u2026 (${text.length} characters)` : text;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/platform/calls/link.js





/** The run's own end is to come first: it says better what happened. */
const AFTER_THE_END_MS = 1_000;
/** Every call has one: gRPC's own default is to wait for ever. */
function deadline({ clock, endsAt }, { capMs, graceMs = 0 }) {
    return { deadline: Date.now() + Math.max(1, Math.min(capMs, endsAt - clock.now() + graceMs + AFTER_THE_END_MS)) };
}
/** The stop's reason in the words of what it ended: at the time limit the reader wants to know what took so long. */
function stopReason({ stop }, purpose) {
    const { reason } = stop;
    if (!(reason instanceof errors/* Stopped */.C9) || reason.reason !== 'timed_out')
        return reason;
    return new errors/* Stopped */.C9('timed_out', `${reason.message} It was waiting for the platform: ${call_failure_named(purpose)}.`, {
        hint: reason.hint
    });
}
/** A call that was not answered in time may have gone into a dead connection; the next one takes another. */
function leaveSilence({ channel }, error) {
    if (isServiceError(error) && error.code === constants.Status.DEADLINE_EXCEEDED)
        channel.reconnect();
}
function bearer(token) {
    const metadata = new src_metadata.Metadata();
    metadata.set('authorization', `Bearer ${token}`);
    return metadata;
}
/**
 * What goes with a call. A platform that does not know idempotency keys ignores the key; for one that does, and for who
 * reads its log, it says which run a call belongs to.
 */
function metadataFor({ step }, { once }, token) {
    const metadata = bearer(token);
    if (once !== undefined) {
        metadata.set('idempotency-key', (0,external_node_crypto_.createHash)('sha256').update(`${step}\n${once}`).digest('hex'));
    }
    return metadata;
}

// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/wire/binary-encoding.js
var binary_encoding = __webpack_require__(3322);
;// CONCATENATED MODULE: ./build/platform/calls/retry-info.js

/**
 * Field numbers of google.rpc.Status, google.protobuf.Any, google.rpc.RetryInfo and google.protobuf.Duration. The library
 * has types for two of them, which every start would build.
 */
const STATUS_DETAILS = 3;
const ANY = { typeUrl: 1, value: 2 };
const RETRY_DELAY = 1;
const DURATION = { seconds: 1, nanos: 2 };
/** The `retry_delay` of the google.rpc.RetryInfo in a google.rpc.Status, in milliseconds. Undefined where there is none. */
function retryDelayMs(status) {
    try {
        const info = bytesAt(status, STATUS_DETAILS).find(isRetryInfo);
        const value = info && bytesAt(info, ANY.value).at(-1);
        const [delay] = value ? bytesAt(value, RETRY_DELAY) : [];
        return delay && Math.max(0, durationMs(delay));
    }
    catch {
        // Bytes that are no such message tell nothing.
        return undefined;
    }
}
function isRetryInfo(any) {
    const typeUrl = new TextDecoder().decode(bytesAt(any, ANY.typeUrl).at(-1));
    return typeUrl.endsWith('/google.rpc.RetryInfo');
}
function durationMs(duration) {
    const reader = new binary_encoding/* BinaryReader */.V5(duration);
    let [seconds, nanos] = [0, 0];
    while (reader.pos < reader.len) {
        const [number, wireType] = reader.tag();
        if (number === DURATION.seconds && wireType === binary_encoding/* WireType */.O0.Varint)
            seconds = Number(reader.int64());
        else if (number === DURATION.nanos && wireType === binary_encoding/* WireType */.O0.Varint)
            nanos = reader.int32();
        else
            reader.skip(wireType, number);
    }
    return seconds * 1000 + nanos / 1_000_000;
}
/** What is in one field of a message: messages, strings or bytes. */
function bytesAt(bytes, field) {
    const reader = new binary_encoding/* BinaryReader */.V5(bytes);
    const found = [];
    while (reader.pos < reader.len) {
        const [number, wireType] = reader.tag();
        if (number === field && wireType === binary_encoding/* WireType */.O0.LengthDelimited)
            found.push(reader.bytes());
        else
            reader.skip(wireType, number);
    }
    return found;
}

;// CONCATENATED MODULE: ./build/platform/calls/retry.js






const TRIES = { read: 5, replace: 2, write: 1, publish: 1 };
const retry_PAUSES = { first: 500, most: 8_000 };
const LONGEST_PUSHBACK_MS = 30_000;
/** Milliseconds to wait before the next try; undefined where there is to be none. `attempt` counts from 1. */
function pauseBefore(error, effect, attempt) {
    if (attempt >= TRIES[effect] || !isPassing(error, effect))
        return undefined;
    const asked = askedPauseMs(error);
    if (asked === undefined)
        return pauseMs(attempt);
    return asked < 0 ? undefined : Math.min(asked, LONGEST_PUSHBACK_MS);
}
/** What the server asks for, negative where it wants no other try. */
function askedPauseMs({ metadata }) {
    const pushback = Number(metadata?.get('grpc-retry-pushback-ms')[0] ?? Number.NaN);
    if (!Number.isNaN(pushback))
        return pushback;
    const details = metadata?.get('grpc-status-details-bin')[0];
    return Buffer.isBuffer(details) ? retryDelayMs(details) : undefined;
}
/** Doubles from 0.5 s to 8 s, less up to a quarter by chance, so that many runs do not come back at once. */
function pauseMs(attempt) {
    return (0,model_backoff/* pauseAfter */.l)(retry_PAUSES, attempt) * (1 - Math.random() / 4);
}
function isPassing(error, effect) {
    if ((0,connection_trouble/* connectionTrouble */.M)(error)?.final)
        return false;
    if (effect === 'replace')
        return isAmbiguous(error) || isPassingRefusal(error);
    switch (error.code) {
        case constants.Status.UNAVAILABLE:
        case constants.Status.DEADLINE_EXCEEDED:
        case constants.Status.RESOURCE_EXHAUSTED:
        case constants.Status.ABORTED:
            return true;
        case constants.Status.INTERNAL:
            return isBrokenStream(error);
        default:
            return false;
    }
}
/** The platform asks for a later try in so many words; for a quota that is used up there is none. */
function isPassingRefusal({ code, details }) {
    if (code === constants.Status.RESOURCE_EXHAUSTED)
        return TOO_MANY.test(details);
    return code === constants.Status.UNAVAILABLE || code === constants.Status.ABORTED;
}
/** Does the work until it succeeds, or `pause` says that there is nothing more to try. */
async function persist(work, clock, pause) {
    for (let attempt = 1;; attempt++) {
        try {
            return await work();
        }
        catch (error) {
            const ms = pause(error, attempt);
            if (ms === undefined)
                throw error;
            await clock.sleep(ms);
        }
    }
}

;// CONCATENATED MODULE: ./build/platform/calls/persist-explained.js




/**
 * Tries what has that purpose until it succeeds, or `pause` says that there is nothing more to try. What gRPC fails with is
 * told in the reader's words, with how often it was tried; the link's stop in those of what it ended.
 */
async function persistExplained(link, purpose, { work, pause }) {
    // A call that ends before its run does not sleep on.
    const clock = { sleep: (ms) => link.clock.sleep(ms, link.stop) };
    const began = link.clock.now();
    let times = 0;
    const counting = (error, attempt) => {
        times = attempt;
        return pause(error, attempt);
    };
    try {
        return await persist(work, clock, counting);
    }
    catch (error) {
        if (error === link.stop.reason)
            throw stopReason(link, purpose);
        if (!isServiceError(error))
            throw error;
        throw explained(error, purpose, { token: link.token, tried: { times, ms: link.clock.now() - began } });
    }
}

// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/from-binary.js
var from_binary = __webpack_require__(9859);
// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/wkt/google/protobuf/descriptor_pb.js + 2 modules
var descriptor_pb = __webpack_require__(9263);
;// CONCATENATED MODULE: ./build/platform/descriptors/bundled.js



/** Our reconstruction of the schema. Part of its numbers are placeholders (proto/README.md): for loopback only. */
function bundledFiles() {
    // This form of expression is what the bundler sees and copies the file for.
    const bytes = (0,external_node_fs_.readFileSync)(__webpack_require__.ab + "dodil-ignite-v1.binpb");
    return (0,from_binary/* fromBinary */.Er)(descriptor_pb/* FileDescriptorSetSchema */.Zw, bytes).file;
}

;// CONCATENATED MODULE: ./build/platform/descriptors/file.js




/** How a descriptor set is made from the platform's proto files, in two tools' words. */
const MAKE_A_SET = '`buf build --as-file-descriptor-set -o ignite.binpb`, or `protoc --include_imports --descriptor_set_out=ignite.binpb FILES.proto`';
/** Reads the descriptor set that the input `descriptors` names. Throws InputError. */
async function filesFrom(path) {
    const files = file_parse(read(path));
    if (files === undefined)
        throw bad(`The file that \`descriptors\` names is no descriptor set.`);
    const names = new Set(files.map((file) => file.name));
    const missing = new Set(files.flatMap((file) => file.dependency).filter((name) => !names.has(name)));
    if (missing.size === 0)
        return files;
    const { wellKnownFile } = await __webpack_require__.e(/* import() */ "well-known").then(__webpack_require__.bind(__webpack_require__, 1404));
    return [...files, ...[...missing].map(wellKnownFile).filter((file) => file !== undefined)];
}
function read(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path);
    }
    catch (error) {
        const { code } = error;
        throw bad(`The file that \`descriptors\` names cannot be read (${code}).`);
    }
}
/** Other bytes sometimes decode by chance; their file names are then empty or no text. */
function file_parse(bytes) {
    try {
        const { file } = (0,from_binary/* fromBinary */.Er)(descriptor_pb/* FileDescriptorSetSchema */.Zw, bytes);
        return file.length > 0 && file.every(({ name }) => name !== '' && !name.includes('\ufffd')) ? file : undefined;
    }
    catch {
        return undefined;
    }
}
function bad(message) {
    return new errors/* InputError */.dz([new errors/* Problem */.AF({ inputs: ['descriptors'], message, fix: `Make one with ${MAKE_A_SET}.` })]);
}

;// CONCATENATED MODULE: ./build/platform/descriptors/reflection-messages.js

const FILE_BY_FILENAME = 3;
const FILE_CONTAINING_SYMBOL = 4;
const FILE_DESCRIPTOR_RESPONSE = 4;
function encodeQuestion(question) {
    const writer = new binary_encoding/* BinaryWriter */.fI();
    if ('symbol' in question)
        writer.tag(FILE_CONTAINING_SYMBOL, binary_encoding/* WireType */.O0.LengthDelimited).string(question.symbol);
    else
        writer.tag(FILE_BY_FILENAME, binary_encoding/* WireType */.O0.LengthDelimited).string(question.file);
    return Buffer.from(writer.finish());
}
/** Serialized FileDescriptorProtos; none where the server refuses, since it does not have the name. */
function decodeReply(bytes) {
    const replies = lengthDelimited(bytes).filter(([number]) => number === FILE_DESCRIPTOR_RESPONSE);
    return replies.flatMap(([, reply]) => lengthDelimited(reply).map(([, file]) => file));
}
/** The length-delimited fields of a message, by number; all others are skipped. */
function lengthDelimited(bytes) {
    const fields = [];
    const reader = new binary_encoding/* BinaryReader */.V5(bytes);
    while (reader.pos < reader.len) {
        const [number, type] = reader.tag();
        if (type === binary_encoding/* WireType */.O0.LengthDelimited)
            fields.push([number, reader.bytes()]);
        else
            reader.skip(type, number);
    }
    return fields;
}

;// CONCATENATED MODULE: ./build/platform/descriptors/reflection.js
var reflection_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var reflection_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});







const VERSIONS = ['grpc.reflection.v1', 'grpc.reflection.v1alpha'];
/**
 * Asks the server for the files that define the services, with all that they import. Undefined where it has no
 * reflection in either version. Throws a ServiceError, or the signal's reason.
 */
async function reflect(asking) {
    for (const version of VERSIONS) {
        try {
            return { version, files: await askVersion(version, asking) };
        }
        catch (error) {
            if (!isAbsent(error))
                throw error;
        }
    }
    return undefined;
}
/** A load balancer's HTTP 404 becomes UNIMPLEMENTED too (docs/runner.md, Calls that break): no word on reflection. */
function isAbsent(error) {
    return (isServiceError(error) && error.code === constants.Status.UNIMPLEMENTED && !error.details.startsWith('Received HTTP status'));
}
async function askVersion(version, asking) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const bytes = (buffer) => buffer;
        const { metadata, deadline, signal } = asking;
        signal.throwIfAborted();
        const path = `/${version}.ServerReflection/ServerReflectionInfo`;
        const stream = asking.client.makeBidiStreamRequest(path, bytes, bytes, metadata, { deadline });
        // Cancelling emits an error. Whether the loop that has ended still hears it is Node's affair; unheard, it ends us.
        stream.on('error', () => undefined);
        const _ = reflection_addDisposableResource(env_1, transport_cancelledBy(signal, stream), false);
        try {
            return await converse(stream, asking.services);
        }
        catch (error) {
            signal.throwIfAborted();
            throw error;
        }
        finally {
            stream.cancel();
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        reflection_disposeResources(env_1);
    }
}
/**
 * What is imported and did not come along is asked for when nothing is outstanding: an answer each time. Google's own files
 * are the same everywhere, so that no server is waited for to send one.
 */
async function converse(stream, services) {
    const files = new Map();
    const asked = new Set();
    let pending = 0;
    const ask = (question) => {
        pending += 1;
        stream.write(encodeQuestion(question));
    };
    for (const symbol of services)
        ask({ symbol });
    for await (const bytes of stream) {
        pending -= 1;
        for (const file of filesIn(bytes))
            files.set(file.name, file);
        if (pending > 0)
            continue;
        for (const name of missingImports(files, asked)) {
            const known = await googlesFile(name);
            if (known !== undefined)
                files.set(name, known);
            else
                ask({ file: name });
        }
        if (pending === 0)
            return [...files.values()];
    }
    throw unusable('closed the stream before it had answered');
}
function filesIn(reply) {
    try {
        return decodeReply(reply).map((file) => (0,from_binary/* fromBinary */.Er)(descriptor_pb/* FileDescriptorProtoSchema */.tr, file));
    }
    catch (cause) {
        throw unusable('answered what cannot be read', cause);
    }
}
function unusable(what, cause) {
    const hint = `Run the job again; if it stays so, set \`descriptors\` to a descriptor set, made with ${MAKE_A_SET}.`;
    return new errors/* UnsupportedServerError */.ht(`The server's reflection service ${what}.`, { cause, hint });
}
async function googlesFile(name) {
    if (!name.startsWith('google/protobuf/'))
        return undefined;
    const { wellKnownFile } = await __webpack_require__.e(/* import() */ "well-known").then(__webpack_require__.bind(__webpack_require__, 1404));
    return wellKnownFile(name);
}
/** Each name is given once: a server that does not have it is not asked again. */
function missingImports(files, asked) {
    const imports = new Set([...files.values()].flatMap((file) => file.dependency));
    const missing = [...imports].filter((name) => !files.has(name) && !asked.has(name));
    for (const name of missing)
        asked.add(name);
    return missing;
}

// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/registry.js + 2 modules
var esm_registry = __webpack_require__(370);
// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/create.js
var create = __webpack_require__(6149);
// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/clone.js
var clone = __webpack_require__(7208);
;// CONCATENATED MODULE: ./build/platform/descriptors/registry.js


const PACKAGE = 'dodil.ignite.v1';
/**
 * Builds the types from files in any order. What only custom options need may be missing (a server need not serve the
 * files of its annotations): imports, fields and methods that cannot be resolved are dropped, and are then missing by
 * name where something asks for them. Throws where the files contradict themselves.
 */
function buildSchema(files, origin) {
    const known = new Set();
    const usable = [];
    for (const file of registry_sorted(new Map([...files].map((each) => [each.name, each])))) {
        declare(file, known);
        usable.push(resolvable(file, { types: known, files: new Set(usable.map((each) => each.name)) }));
    }
    const registry = (0,esm_registry/* createFileRegistry */.uO)((0,create/* create */.v)(descriptor_pb/* FileDescriptorSetSchema */.Zw, { file: usable }));
    const service = (name) => registry.getService(`${PACKAGE}.${name}`);
    return {
        origin,
        service,
        method: (owner, name) => service(owner)?.methods.find((method) => method.name === name)
    };
}
/** The full name by which the server knows one of Ignite's services. */
function fullServiceName(service) {
    return `${PACKAGE}.${service}`;
}
/** Dependencies before their users. */
function registry_sorted(files) {
    const placed = new Set();
    const order = [];
    const place = (file) => {
        if (placed.has(file.name))
            return;
        placed.add(file.name);
        for (const name of file.dependency) {
            const dependency = files.get(name);
            if (dependency !== undefined)
                place(dependency);
        }
        order.push(file);
    };
    for (const file of files.values())
        place(file);
    return order;
}
function declare(file, types) {
    const prefix = file.package === '' ? '' : `.${file.package}`;
    for (const type of file.enumType)
        types.add(`${prefix}.${type.name}`);
    for (const type of file.messageType)
        declareMessage(type, prefix, types);
}
function declareMessage(message, prefix, types) {
    const name = `${prefix}.${message.name}`;
    types.add(name);
    for (const type of message.enumType)
        types.add(`${name}.${type.name}`);
    for (const type of message.nestedType)
        declareMessage(type, name, types);
}
/**
 * The file without what refers to the unknown, and without extensions: none of our messages uses one. Where it has
 * neither, it is not copied, which would take as long as to build its types.
 */
function resolvable(file, known) {
    if (registry_isWhole(file, known))
        return file;
    const copy = (0,clone/* clone */.o)(descriptor_pb/* FileDescriptorProtoSchema */.tr, file);
    copy.dependency = copy.dependency.filter((name) => known.files.has(name));
    copy.publicDependency = [];
    copy.weakDependency = [];
    copy.extension = [];
    for (const message of copy.messageType)
        prune(message, known);
    for (const service of copy.service) {
        service.method = service.method.filter((each) => isKnown(each.inputType, known) && isKnown(each.outputType, known));
    }
    return copy;
}
function registry_isWhole(file, known) {
    const methods = file.service.flatMap(({ method }) => method);
    return (file.dependency.every((name) => known.files.has(name)) &&
        [...file.publicDependency, ...file.weakDependency, ...file.extension].length === 0 &&
        file.messageType.every((message) => isWholeMessage(message, known)) &&
        methods.every(({ inputType, outputType }) => isKnown(inputType, known) && isKnown(outputType, known)));
}
function isWholeMessage({ extension, field, nestedType }, known) {
    return (extension.length === 0 &&
        field.every((each) => hasKnownType(each, known)) &&
        nestedType.every((nested) => isWholeMessage(nested, known)));
}
function prune(message, known) {
    const entries = message.nestedType.filter((nested) => nested.options?.mapEntry === true);
    const broken = entries.filter((entry) => !entry.field.every((field) => hasKnownType(field, known)));
    message.extension = [];
    message.nestedType = message.nestedType.filter((nested) => !broken.includes(nested));
    message.field = message.field.filter((field) => hasKnownType(field, known) && !broken.some((entry) => field.typeName.endsWith(`.${message.name}.${entry.name}`)));
    for (const nested of message.nestedType)
        prune(nested, known);
}
function hasKnownType(field, known) {
    return field.typeName === '' || isKnown(field.typeName, known);
}
function isKnown(type, known) {
    return known.types.has(type.startsWith('.') ? type : `.${type}`);
}

// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/reflect/reflect.js + 1 modules
var reflect_reflect = __webpack_require__(6192);
// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/wire/text-encoding.js
var text_encoding = __webpack_require__(1600);
// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/wkt/wrappers.js
var wrappers = __webpack_require__(5898);
;// CONCATENATED MODULE: ./build/platform/codec/enums.js
const UNKNOWN = /^UNKNOWN_(-?\d+)$/;
/** The value's name without the prefix that all values share; `UNKNOWN_<n>` for a number that has none. */
function enumName(type, number) {
    const name = type.value[number]?.name;
    return name === undefined ? `UNKNOWN_${number}` : name.slice(sharedPrefix(type).length);
}
/** The number of a value, by its whole name or by the name without the shared prefix, in either letter case. */
function enumNumber(type, name) {
    const wanted = name.toUpperCase();
    const short = sharedPrefix(type).toUpperCase() + wanted;
    const value = type.values.find((each) => [wanted, short].includes(each.name.toUpperCase()));
    if (value !== undefined)
        return value.number;
    const unknown = UNKNOWN.exec(wanted)?.[1];
    return unknown !== undefined && type.open ? Number(unknown) : undefined;
}
/**
 * Found from the values, not from the type's name: the values' spelling is documented, the type's name is not.
 */
function sharedPrefix(type) {
    const names = type.values.map((value) => value.name);
    const [first = ''] = names;
    let length = first.lastIndexOf('_') + 1;
    while (length > 0 && !names.every((name) => name.startsWith(first.slice(0, length)) && name.length > length)) {
        length = first.lastIndexOf('_', length - 2) + 1;
    }
    return first.slice(0, length);
}

;// CONCATENATED MODULE: ./build/platform/codec/read.js



const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
// A log line or an error text of the platform may hold any byte; the library would refuse the whole message.
(0,text_encoding/* configureTextEncoding */.ho)({ ...(0,text_encoding/* getTextEncoding */.dM)(), decodeUtf8: (bytes) => lenient.decode(bytes) });
/**
 * A message as plain data, by the proto's own names. Bytes stay bytes; enum values are names without their prefix, or
 * `UNKNOWN_<n>`; 64-bit integers are numbers where they are exact, else strings; maps are records; what has presence
 * and is not set is left out. Never throws.
 */
function read_plain(message) {
    const entries = message.fields.map((field) => [field.name, plainField(message, field)]);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
/** One field's value as plain data; undefined where it has presence and is not set. */
function plainField(message, field) {
    if (field.presence !== descriptor_pb/* FeatureSet_FieldPresence */.Z_.IMPLICIT && !message.isSet(field))
        return undefined;
    switch (field.fieldKind) {
        case 'list':
            return [...message.get(field)].map((item) => single(field, item));
        case 'map':
            return Object.fromEntries([...message.get(field)].map(([key, item]) => [String(key), single(field, item)]));
        default:
            return single(field, message.get(field));
    }
}
function single(field, value) {
    if (field.enum !== undefined)
        return enumName(field.enum, Number(value));
    if (typeof value === 'bigint')
        return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    if (field.message === undefined)
        return value;
    const message = value;
    return (0,wrappers/* isWrapperDesc */.lU)(field.message) ? read_plain(message)['value'] : read_plain(message);
}

;// CONCATENATED MODULE: ./build/platform/codec/answer.js



/** The field of that name as the proto spells it. */
function fieldOf(type, name) {
    return type.fields.find((field) => field.name === name);
}
/** Whether the type has the field at the end of the path, with messages on the way to it. */
function hasField(type, [first, ...rest]) {
    const field = type && first !== undefined ? fieldOf(type, first) : undefined;
    return field !== undefined && (rest.length === 0 || hasField(field.message, rest));
}
/**
 * The message that holds the field at the end of the path: an empty one where a message on the way is not set, and
 * undefined where the type has no such field.
 */
function holderOf(answer, [first = '', ...rest]) {
    const field = fieldOf(answer.desc, first);
    if (field === undefined || rest.length === 0)
        return field && answer;
    if (field.fieldKind !== 'message')
        return undefined;
    return holderOf(message(answer, first) ?? (0,reflect_reflect/* reflect */.E4)(field.message), rest);
}
/** The field's value as plain data (see read.ts), undefined where it is absent. */
function valueAt(answer, name) {
    const field = fieldOf(answer.desc, name);
    return field === undefined ? undefined : plainField(answer, field);
}
/** Strings as they are, enum values without prefix, numbers and bytes as text; `''` where absent. */
function answer_text(answer, name) {
    return asText(valueAt(answer, name));
}
/** Bytes as they are, a string in UTF-8; none where absent. */
function bytes(answer, name) {
    const value = valueAt(answer, name);
    return value instanceof Uint8Array ? value : new TextEncoder().encode(typeof value === 'string' ? value : '');
}
/** 0 where absent or no number. */
function number(answer, name) {
    const value = Number(valueAt(answer, name) ?? 0);
    return Number.isFinite(value) ? value : 0;
}
function flag(answer, name) {
    return valueAt(answer, name) === true;
}
function numbers(answer, name) {
    const value = valueAt(answer, name);
    return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : [];
}
/** The strings of a repeated field. */
function texts(answer, name) {
    const value = valueAt(answer, name);
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
/** A map's entries as texts. */
function textMap(answer, name) {
    const value = valueAt(answer, name);
    if (!(0,json/* isRecord */.u)(value))
        return {};
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asText(item)]));
}
/** The message in a singular field; undefined where it is not set. */
function message(answer, name) {
    const field = fieldOf(answer.desc, name);
    if (field?.fieldKind !== 'message' || !answer.isSet(field))
        return undefined;
    return answer.get(field);
}
/** The messages of a repeated field. */
function messages(answer, name) {
    const field = fieldOf(answer.desc, name);
    if (field?.fieldKind !== 'list' || field.listKind !== 'message')
        return [];
    return [...answer.get(field)];
}
/** True where no field is set, which is how "there is none" may be answered. */
function isBlank(answer) {
    return !answer.fields.some((field) => answer.isSet(field));
}
function asText(value) {
    if (value instanceof Uint8Array)
        return new TextDecoder().decode(value);
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/descriptors.js
var descriptors = __webpack_require__(2567);
// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/reflect/error.js
var reflect_error = __webpack_require__(477);
;// CONCATENATED MODULE: ./build/platform/codec/write.js






/** A value that the server's message type cannot hold. Names the field, never the value: it may be secret. */
class FieldError extends Error {
    /** `code.compile.source_code`, `env[NAME]`, `ports[2]`. */
    path;
    constructor(path, problem) {
        super(`\`${path}\` ${problem}`);
        this.name = 'FieldError';
        this.path = path;
    }
}
/**
 * Plain data as a message of the server's type, by the proto's own names. Strict where protobuf libraries are lax: an
 * unknown name, a second member of a oneof, or a value of another type is a FieldError. Keys that are undefined are
 * skipped; bytes and strings are taken for each other, as long as the bytes are UTF-8.
 */
function write(type, value) {
    return fill((0,reflect_reflect/* reflect */.E4)(type), value, '');
}
/** Only what the type has a field for: what the user did not ask for is left out where the server does not know it. */
function offered(type, value) {
    const fields = Object.entries(value).map(([name, item]) => {
        const field = fieldOf(type, name);
        const inner = field?.fieldKind === 'message' && !(0,wrappers/* isWrapperDesc */.lU)(field.message) && (0,json/* isRecord */.u)(item);
        return [name, inner ? someOf(offered(field.message, item)) : field && item];
    });
    return Object.fromEntries(fields.filter(([, item]) => item !== undefined));
}
function someOf(value) {
    return Object.keys(value).length > 0 ? value : undefined;
}
function fill(message, value, at) {
    for (const [key, item] of Object.entries(value)) {
        if (item === undefined)
            continue;
        const path = at === '' ? key : `${at}.${key}`;
        const field = message.fields.find((each) => each.name === key);
        if (field === undefined)
            throw new FieldError(path, 'is no field of the message');
        const other = field.oneof && message.oneofCase(field.oneof);
        if (other !== undefined)
            throw new FieldError(path, `cannot be set together with \`${other.name}\``);
        write_assign(message, field, { value: item, path });
    }
    return message;
}
function write_assign(message, field, { value, path }) {
    switch (field.fieldKind) {
        case 'list':
            if (!Array.isArray(value))
                throw new FieldError(path, `takes a list, not ${kindOf(value)}`);
            for (const [index, item] of value.entries()) {
                const given = { value: item, path: `${path}[${index}]` };
                checked(given.path, () => message.get(field).add(write_single(field, given)));
            }
            break;
        case 'map':
            if (!(0,json/* isRecord */.u)(value))
                throw new FieldError(path, `takes a map, not ${kindOf(value)}`);
            for (const [key, item] of Object.entries(value)) {
                const given = { value: item, path: `${path}[${key}]` };
                checked(given.path, () => message.get(field).set(mapKey(field.mapKey, key), write_single(field, given)));
            }
            break;
        default:
            checked(path, () => message.set(field, write_single(field, { value, path })));
    }
}
function write_single(field, { value, path }) {
    if (field.enum !== undefined) {
        const number = typeof value === 'string' ? enumNumber(field.enum, value) : undefined;
        if (number === undefined)
            throw new FieldError(path, `takes one of ${field.enum.values.map((each) => each.name).join(', ')}`);
        return number;
    }
    if (field.message === undefined)
        return scalar(field.scalar, { value, path });
    const inner = (0,wrappers/* isWrapperDesc */.lU)(field.message) && !(0,json/* isRecord */.u)(value) ? { value } : value;
    if (!(0,json/* isRecord */.u)(inner))
        throw new FieldError(path, `takes a message, not ${kindOf(value)}`);
    return fill((0,reflect_reflect/* reflect */.E4)(field.message), inner, path);
}
function scalar(type, { value, path }) {
    if (type === descriptors/* ScalarType */.L.BYTES && typeof value === 'string')
        return new TextEncoder().encode(value);
    if (type === descriptors/* ScalarType */.L.STRING && value instanceof Uint8Array)
        return utf8(value, path);
    if (typeof value === 'number' && !Number.isSafeInteger(value) && isLong(type))
        throw new FieldError(path, NOT_EXACT);
    return value;
}
const NOT_EXACT = 'takes a whole number that is exact; write it as a string';
function isLong(type) {
    return [descriptors/* ScalarType */.L.INT64, descriptors/* ScalarType */.L.UINT64, descriptors/* ScalarType */.L.SINT64, descriptors/* ScalarType */.L.FIXED64, descriptors/* ScalarType */.L.SFIXED64].some((each) => each === type);
}
function utf8(bytes, path) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        throw new FieldError(path, 'is text on this server, and the bytes are not UTF-8');
    }
}
function mapKey(type, key) {
    if (type === descriptors/* ScalarType */.L.STRING || isLong(type))
        return key;
    if (type === descriptors/* ScalarType */.L.BOOL)
        return key === 'true' ? true : key === 'false' ? false : key;
    return Number(key);
}
/** The library's own message quotes short values, so it is replaced. */
function checked(path, set) {
    try {
        set();
    }
    catch (error) {
        if (!(0,reflect_error/* isFieldError */.p)(error))
            throw error;
        throw new FieldError(path, 'cannot hold the value: the type or the range differs');
    }
}
function kindOf(value) {
    if (value === null)
        return 'null';
    if (value instanceof Uint8Array)
        return 'bytes';
    return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

;// CONCATENATED MODULE: ./build/platform/advice/calls.js



/** The whole service may be missing; most of what it does can be had without it. */
const NO_BUILD_SERVICE = 'The build service is switched off on this platform. The draft builds without it, repositories and contexts under 4 MB: set `builder: draft`, and leave out `platform`, `no-cache` and `image-tags`.';
/** The service is off where its infrastructure did not start. */
const BUILD_ADVICE = {
    UNIMPLEMENTED: NO_BUILD_SERVICE,
    UNAVAILABLE: `The platform may be restarting: run the job again in some minutes. If it stays so: ${NO_BUILD_SERVICE}`
};
/** Of a call about an app that this run has read or made before. */
const GONE = {
    NOT_FOUND: 'The app, or its draft, was there when this run began: somebody has deleted it meanwhile. If that was not meant to be, run the job again, which makes both anew.'
};
/** The platform names its own fields, and only some inputs can be behind them. */
function settingsAdvice(change) {
    const inputs = settings_namesIn(change).map((name) => `\`${settings_SETTINGS[name].input}\``);
    if (inputs.length === 0)
        return {};
    const which = inputs.length === 1 ? 'the value of' : 'one of the values of';
    return {
        INVALID_ARGUMENT: `The platform refuses ${which} ${(0,words/* enumerate */.HL)(inputs)}, and its words say why. Write one that it takes there, or leave the input out.`
    };
}
/** What makes each kind of request smaller. */
const SMALLER = {
    source: 'Leave out what the app does not need with an `.igniteignore` file. An image can be built from more: write a Dockerfile, and set `dockerfile-path` and `builder: build-service`.',
    draftContext: 'Set `builder: build-service`, which uploads the context in pieces, or leave files out with `.dockerignore`.',
    buildContext: 'With `builder: build-service` a larger context is uploaded first. Leave files out with `.dockerignore`.'
};
/** In bytes. A smaller archive was not refused for its size. */
const NEAR_THE_LIMIT = 3_000_000;
/** The platform's own limit is not public: 4 MB is assumed. Nothing is known of an archive that is far from it. */
function sizeAdvice(archive, request) {
    if (archive.length < NEAR_THE_LIMIT)
        return {};
    const sizes = `The request holds an archive of ${(0,words/* size */.Ej)(archive.length)}, and 4 MB is assumed to be the most. ${SMALLER[request]}`;
    return {
        RESOURCE_EXHAUSTED: `${sizes} If it is not the size, a quota of the organization is used up.`,
        OUT_OF_RANGE: sizes
    };
}
/** Secrets of the other type are rejected; with which status is not public. */
function secretAdvice(input) {
    const [wanted, other] = input === 'git-secret-ref' ? ['git', 'registry'] : ['registry', 'git'];
    const check = `\`${input}\` must name a ${wanted} secret that exists, made with \`dodil ignite secret create NAME --type ${wanted}\`: a ${other} secret is refused.`;
    return {
        INVALID_ARGUMENT: `${STATUS_ADVICE.INVALID_ARGUMENT} ${check}`,
        FAILED_PRECONDITION: `${STATUS_ADVICE.FAILED_PRECONDITION} ${check}`,
        NOT_FOUND: `Either the secret or the app is not there (any more). ${check}`
    };
}

// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/to-binary.js
var to_binary = __webpack_require__(5224);
;// CONCATENATED MODULE: ./build/platform/calls/wire.js






/** The path by which HTTP/2 knows the method. */
function path(method) {
    return `/${method.parent.typeName}/${method.name}`;
}
/** Messages are encoded by us, so grpc-js is to leave them as they are. */
function same(bytes) {
    return bytes;
}
/** The request's bytes. Throws UnsupportedServerError where the server's type cannot hold it. */
function encode(method, request) {
    try {
        const { buffer, byteOffset, byteLength } = (0,to_binary/* toBinary */.R)(method.input, write(method.input, request).message);
        return Buffer.from(buffer, byteOffset, byteLength);
    }
    catch (error) {
        if (!(error instanceof FieldError))
            throw error;
        throw new errors/* UnsupportedServerError */.ht(`The server's ${method.name} does not take what is to be sent: ${error.message}.`, {
            cause: error,
            hint: 'Nothing was sent. Leave out the input that this belongs to, or check `api-endpoint` and `descriptors`.'
        });
    }
}
/** An answer that cannot be read came all the same: what was asked for may have been done. */
function decode(method, bytes, { doing, reason }) {
    try {
        return (0,reflect_reflect/* reflect */.E4)(method.output, (0,from_binary/* fromBinary */.Er)(method.output, bytes));
    }
    catch (cause) {
        const code = statusName(constants.Status.INTERNAL);
        const hint = 'Check that `descriptors` is for this platform.';
        const options = { cause, ambiguous: true, isUnreadable: true, reason, hint };
        throw new errors/* PlatformError */.Wk(code, `${doing}: the answer cannot be read`, options);
    }
}

;// CONCATENATED MODULE: ./build/platform/calls/call.js
var call_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var call_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});






/**
 * One request, one answer. Throws PlatformError, UnsupportedServerError where the server's type lacks a field, and the
 * stop's reason. A call with `graceMs` that is then cut off is an ambiguous PlatformError instead.
 */
async function call(link, method, request, manner) {
    const bytes = encode(method, request);
    const work = () => authorized(link, manner, (metadata) => unary(link, { method, bytes, metadata, manner }));
    const pause = (error, attempt) => {
        const ms = isServiceError(error) ? pauseBefore(error, manner.effect, attempt) : undefined;
        if (ms !== undefined)
            link.debug(`${manner.doing}: trying again: ${error.details}`);
        return ms;
    };
    return decode(method, await persistExplained(link, manner, { work, pause }), manner);
}
/**
 * UNAUTHENTICATED is tried once more with a new token. A publish only gets the token: whether the first one was seen
 * must be read from the versions first (docs/runner.md, Which calls are sent again).
 */
async function authorized(link, manner, send) {
    const token = await link.token.bearer();
    try {
        return await send(metadataFor(link, manner, token));
    }
    catch (error) {
        if (!isServiceError(error) || error.code !== constants.Status.UNAUTHENTICATED)
            throw error;
        const renewal = link.token.renew(token);
        const fresh = manner.effect === 'publish' ? await renewal.then(nothing, nothing) : await renewal;
        if (fresh === undefined)
            throw error;
        return await send(metadataFor(link, manner, fresh));
    }
}
function nothing() { }
async function unary(link, { method, bytes, metadata, manner }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        link.stop.throwIfAborted();
        const grace = call_addDisposableResource(env_1, delayed(link.stop, manner.graceMs ?? 0), false);
        const { promise, resolve, reject } = Promise.withResolvers();
        const options = deadline(link, manner);
        const sent = link.channel.client.makeUnaryRequest(path(method), same, same, bytes, metadata, options, (error, value) => {
            if (value !== undefined)
                resolve(value);
            else
                reject(error ?? new Error(`${manner.doing}: no answer and no error`));
        });
        const _ = call_addDisposableResource(env_1, transport_cancelledBy(grace.signal, sent), false);
        try {
            return await promise;
        }
        catch (error) {
            if (manner.graceMs === undefined)
                link.stop.throwIfAborted();
            const failure = grace.signal.aborted ? unanswered(error) : error;
            leaveSilence(link, failure);
            throw failure;
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        call_disposeResources(env_1);
    }
}
/** The grace was the call's deadline, whatever ended the run: that it was cut off by us tells the reader nothing. */
function unanswered(error) {
    if (!isServiceError(error) || error.code !== constants.Status.CANCELLED)
        return error;
    return Object.assign(error, { code: constants.Status.DEADLINE_EXCEEDED, details: 'Deadline exceeded' });
}
/** A signal that follows another one after a while. */
function delayed(signal, ms) {
    if (ms === 0)
        return { signal, [Symbol.dispose]: () => undefined };
    const later = new AbortController();
    let timer;
    const start = () => {
        timer = setTimeout(() => later.abort(signal.reason), ms);
    };
    signal.addEventListener('abort', start, { once: true });
    return {
        signal: later.signal,
        [Symbol.dispose]: () => {
            signal.removeEventListener('abort', start);
            clearTimeout(timer);
        }
    };
}

;// CONCATENATED MODULE: ./build/platform/calls/log-chunk.js


/**
 * A piece of a log. The message's shape is not public (docs/platform.md, Logs): bytes as they were written, or whole
 * lines, each a text or a message that holds one.
 */
function logBytes(chunk) {
    const data = bytes(chunk, 'data');
    if (data.length > 0)
        return data;
    const lines = valueAt(chunk, 'lines');
    const texts = Array.isArray(lines)
        ? lines.map(lineText)
        : [lineText(valueAt(chunk, 'line') ?? valueAt(chunk, 'message'))];
    return new TextEncoder().encode(texts
        .filter((line) => line !== undefined)
        .map((line) => `${line}\n`)
        .join(''));
}
/** The text of a line, which may be a message that holds it. */
function lineText(line) {
    if (typeof line === 'string')
        return line;
    if (line instanceof Uint8Array)
        return new TextDecoder().decode(line);
    return (0,json/* isRecord */.u)(line) ? lineText(line['message'] ?? line['line'] ?? line['text']) : undefined;
}

;// CONCATENATED MODULE: ./build/platform/calls/streams.js
var streams_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var streams_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});






/** A server stream as an async iterable. Leaving the loop early cancels the call. Nothing is retried. */
async function* receive(link, method, request, manner) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const bytes = encode(method, request);
        const metadata = bearer(await link.token.bearer());
        link.stop.throwIfAborted();
        const options = deadline(link, manner);
        const incoming = link.channel.client.makeServerStreamRequest(path(method), same, same, bytes, metadata, options);
        // Cancelling emits an error. Whether the loop that has ended still hears it is Node's affair; unheard, it ends us.
        incoming.on('error', () => undefined);
        const _ = streams_addDisposableResource(env_1, transport_cancelledBy(link.stop, incoming), false);
        try {
            for await (const each of incoming)
                yield decode(method, each, manner);
        }
        catch (error) {
            throw reasonFor(error, link, manner);
        }
        finally {
            incoming.cancel();
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        streams_disposeResources(env_1);
    }
}
/**
 * A client stream: many requests, one answer. The next request is asked for only when the server has taken those
 * before it, and they are left closed however the call ends. Sent once. Throws PlatformError, what the requests throw,
 * and the stop's reason.
 */
async function sendAll(link, method, requests, manner) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const token = await link.token.bearer();
        link.stop.throwIfAborted();
        const { promise, resolve, reject } = Promise.withResolvers();
        const ended = new AbortController();
        const options = deadline(link, manner);
        const outgoing = link.channel.client.makeClientStreamRequest(path(method), same, same, bearer(token), options, (error, value) => {
            if (value !== undefined)
                resolve(value);
            else
                reject(error ?? new Error(`${manner.doing}: no answer and no error`));
            ended.abort();
        });
        // Both are heard of below, or not at all where the requests themselves fail; unheard, they end us.
        outgoing.on('error', () => undefined);
        promise.catch(() => undefined);
        const _ = streams_addDisposableResource(env_2, transport_cancelledBy(link.stop, outgoing), false);
        try {
            const isWhole = await pour(outgoing, encoded(method, requests), ended.signal);
            const answer = decode(method, await promise, manner);
            if (!isWhole)
                throw answeredEarly(manner);
            return answer;
        }
        catch (error) {
            if (!link.stop.aborted && streams_isRefusal(error))
                throw await refused(error, link, { manner, token });
            throw reasonFor(error, link, manner);
        }
        finally {
            outgoing.cancel();
        }
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        streams_disposeResources(env_2);
    }
}
function streams_isRefusal(error) {
    return isServiceError(error) && error.code === constants.Status.UNAUTHENTICATED;
}
/** Where there is another token the requests are worth being sent again, which only their sender can do. */
async function refused(error, link, { manner, token }) {
    const { code, message, reason, hint } = explained(error, manner, { token: link.token });
    const isRenewed = (await link.token.renew(token)) !== undefined;
    return new errors/* PlatformError */.Wk(code, message, { cause: error, ambiguous: isRenewed, reason, hint });
}
async function* encoded(method, requests) {
    for await (const request of requests)
        yield encode(method, request);
}
/**
 * False where the call ended before all was written. A message is made while the one before it is on its way, and no
 * more than that: the stream would take 16 before it asks for a pause. Not every call that ends calls back its writes.
 */
async function pour(outgoing, messages, ended) {
    let wake = () => { };
    ended.addEventListener('abort', () => wake(), { once: true });
    let taken = Promise.resolve();
    for await (const message of messages) {
        await taken;
        if (ended.aborted)
            return false;
        taken = new Promise((resolve) => {
            wake = resolve;
            outgoing.write(message, () => resolve());
        });
    }
    outgoing.end();
    return true;
}
/** The server cannot know that what came was all. */
function answeredEarly({ doing, reason }) {
    const hint = 'Run the job again.';
    const message = `${doing}: the platform answered before it had everything`;
    return new errors/* PlatformError */.Wk('ABORTED', message, { ambiguous: true, reason, hint });
}
function reasonFor(error, { stop, token }, manner) {
    if (stop.aborted)
        return stopReason({ stop }, manner);
    return isServiceError(error) ? explained(error, manner, { token }) : error;
}

;// CONCATENATED MODULE: ./build/platform/calls/service.js







const READ_MS = 30_000;
const WRITE_MS = 60_000;
/** A package travels with the call. */
const SAVE_MS = 5 * 60_000;
/** One of Ignite's services as the server has it. */
class Service {
    #link;
    #schema;
    #name;
    constructor(link, schema, name) {
        this.#link = link;
        this.#schema = schema;
        this.#name = name;
    }
    /** Throws UnsupportedServerError. */
    method(name) {
        if (this.#schema.service(this.#name) === undefined)
            throw noService(this.#name);
        const method = this.find(name);
        if (method !== undefined)
            return method;
        throw new errors/* UnsupportedServerError */.ht(`The platform lacks the method ${this.#name}.${name}.`, {
            hint: 'Check that `api-endpoint` and `descriptors` are those of the platform.'
        });
    }
    /** Undefined where the server has no such method. */
    find(name) {
        return this.#schema.method(this.#name, name);
    }
    call(method, request, manner, link = this.#link) {
        return call(link, this.method(method), request, { ...manner, rpc: method });
    }
    /** A read whose object may not exist. One with a signal of its own ends with it as well. */
    async look(method, request, doing, stop) {
        try {
            return await this.call(method, request, reading(doing), stop && this.#linkUntil(stop));
        }
        catch (error) {
            if (isAnsweredWith(error, 'NOT_FOUND'))
                return undefined;
            throw error;
        }
    }
    /**
     * What nobody asks for by name, so a server that does not offer it is no reason to fail: undefined there. `ask` is given
     * the method, and may find that it lacks what it has to take.
     */
    async ifOffered(name, ask) {
        const method = this.find(name);
        if (method === undefined)
            return undefined;
        try {
            return await ask(method);
        }
        catch (error) {
            if (isAnsweredWith(error, 'UNIMPLEMENTED'))
                return undefined;
            throw error;
        }
    }
    /** Many requests, one answer; takes as long as the run has left. */
    send(method, requests, manner) {
        return sendAll(this.#link, this.method(method), requests, {
            ...manner,
            rpc: method,
            capMs: Number.POSITIVE_INFINITY
        });
    }
    /** The bytes of a log. What is logged goes on without it, so a server without the method has a broken log. */
    async *log(method, request, purpose) {
        const { doing, reason } = purpose;
        if (method === undefined) {
            const message = `${doing}: the platform has no method for it`;
            throw new errors/* PlatformError */.Wk('UNIMPLEMENTED', message, { ambiguous: false, reason });
        }
        for await (const chunk of this.follow(method, request, purpose))
            yield logBytes(chunk);
    }
    /** The messages of a log, until the server or the purpose's `stop` ends it. */
    follow(method, request, { stop, ...purpose }) {
        const manner = { ...purpose, rpc: method.name, effect: 'read', capMs: Number.POSITIVE_INFINITY };
        return receive(this.#linkUntil(stop), method, request, manner);
    }
    #linkUntil(stop) {
        return { ...this.#link, stop: AbortSignal.any([this.#link.stop, stop]) };
    }
}
function noService(name) {
    return new errors/* UnsupportedServerError */.ht(`The server does not have the service ${fullServiceName(name)}.`, {
        hint: name === 'BuildService'
            ? NO_BUILD_SERVICE
            : 'Check `api-endpoint`: the gRPC endpoint of Ignite is meant. With `descriptors`, check that the set holds that service.'
    });
}
function reading(doing, reason = 'platform_unavailable') {
    return { doing, reason, effect: 'read', capMs: READ_MS };
}
/** Once, within a minute, unless the details say otherwise. */
function writing(doing, reason, details = {}) {
    return { doing, reason, effect: 'write', capMs: WRITE_MS, ...details };
}

;// CONCATENATED MODULE: ./build/platform/areas/public-urls.js

/**
 * The URLs in whatever shape the server gives them: a list, a map from port to URL, or messages with `url` and `port`.
 * Only the field's name is documented (docs/platform.md, What is not known).
 */
function publicUrls(value, port) {
    if (typeof value === 'string')
        return value === '' ? [] : [{ url: value, port }];
    if (Array.isArray(value))
        return value.flatMap((item) => publicUrls(item, port));
    if (!(0,json/* isRecord */.u)(value))
        return [];
    const { url, port: own } = value;
    if (typeof url === 'string')
        return publicUrls(url, typeof own === 'number' && own > 0 ? own : port);
    return Object.entries(value).flatMap(([key, item]) => publicUrls(item, /^\d+$/.test(key) ? Number(key) : port));
}

;// CONCATENATED MODULE: ./build/platform/areas/setting-fields.js





const IDENTITY = ['organization_name', 'app_name'];
const MASK_TYPE = 'google.protobuf.FieldMask';
const setting_fields_READERS = {
    map: textMap,
    text: answer_text,
    megabytes: number,
    millicores: number,
    seconds: number,
    count: number,
    flag: flag,
    path: answer_text,
    ports: numbers,
    json: answer_text
};
function settingsOf(app) {
    const read = settings_SETTING_NAMES.map((name) => [name, settingIn(app, settings_SETTINGS[name])]);
    return Object.fromEntries(read);
}
function settingIn(app, row) {
    const path = row.field.split('.');
    const field = path.at(-1) ?? '';
    const holder = holderOf(app, path);
    if (holder === undefined)
        return undefined;
    return row.kind === 'word' ? ourWord(answer_text(holder, field), row.words) : setting_fields_READERS[row.kind](holder, field);
}
function ourWord(name, words) {
    return words.find((word) => theirWord(word) === name) ?? name;
}
/** As enum values are spelled: `tier-only` is `TIER_ONLY`. */
function theirWord(word) {
    return word.toUpperCase().replaceAll('-', '_');
}
/** The change by the proto's names, in the messages that hold the fields. */
function byField(change) {
    const fields = {};
    return settings_namesIn(change).reduce((held, name) => {
        const { field, kind } = settings_SETTINGS[name];
        const value = change[name];
        return setting_fields_laid(held, field.split('.'), kind === 'word' ? theirWord(String(value)) : value);
    }, fields);
}
function setting_fields_laid(held, [first = '', ...rest], value) {
    const inner = held[first];
    return { ...held, [first]: rest.length === 0 ? value : setting_fields_laid((0,json/* isRecord */.u)(inner) ? inner : {}, rest, value) };
}
/** The change with what stands beside it in the same messages, which a server may replace as a whole. */
function completed(type, held, change) {
    const fields = Object.entries(change).map(([name, value]) => {
        const inner = fieldOf(type, name);
        if (inner?.fieldKind !== 'message' || !(0,json/* isRecord */.u)(value))
            return [name, value];
        const beside = held[name];
        const kept = (0,json/* isRecord */.u)(beside) ? beside : {};
        return [name, { ...offered(inner.message, kept), ...completed(inner.message, kept, value) }];
    });
    return Object.fromEntries(fields);
}
/** The update mask's field, where the request type has one. */
function maskField(type) {
    return type.fields.find((field) => field.fieldKind === 'message' && field.message.typeName === MASK_TYPE);
}
/**
 * What must be sent although it does not change, lest a server that replaces loses it. Lists and maps have no
 * presence; and where any scalar has none, an absent message may be read as "none" as well, so all is sent.
 */
function carried(type, shown) {
    const fields = type.fields.filter((field) => !IDENTITY.includes(field.name));
    const replacesAll = fields.some((field) => isScalar(field) && hasNoPresence(field));
    const kept = fields.filter((field) => replacesAll || hasNoPresence(field)).map((field) => field.name);
    return offered(type, Object.fromEntries(Object.entries(shown).filter(([name]) => kept.includes(name))));
}
function isScalar(field) {
    return field.fieldKind === 'scalar' || field.fieldKind === 'enum';
}
function hasNoPresence(field) {
    return field.presence === descriptor_pb/* FeatureSet_FieldPresence */.Z_.IMPLICIT;
}

;// CONCATENATED MODULE: ./build/platform/areas/answers.js






function appFrom(app) {
    return {
        id: answer_text(app, 'id'),
        activeVersion: number(app, 'active_version'),
        publicUrls: publicUrls(valueAt(app, 'public_urls')),
        settings: settingsOf(app),
        shown: read_plain(app),
        isImage: isImageIn(app)
    };
}
/** The mode says it where the server has one; only the name of its value for images is printed. */
function isImageIn(app) {
    const mode = answer_text(app, 'deployment_mode').toUpperCase();
    if (mode !== '' && mode !== 'UNSPECIFIED')
        return mode === 'IMAGE';
    return message(app, 'runtime') === undefined ? undefined : false;
}
/** "No draft" is answered by an absent draft, or by one that holds nothing (docs/platform.md, Drafts). */
function draftIn(answer) {
    const draft = message(answer, 'draft');
    if (draft === undefined || isBlank(draft))
        return undefined;
    return {
        status: answer_text(draft, 'status').toUpperCase(),
        codeHash: answer_text(draft, 'code_hash'),
        imageRef: answer_text(draft, 'image_ref'),
        codeKind: answer_text(draft, 'code_kind'),
        createdAtMs: number(draft, 'created_at_ms'),
        deployId: answer_text(draft, 'deploy_id'),
        error: answer_text(draft, 'error')
    };
}
function versionFrom(version) {
    return {
        number: number(version, 'version'),
        codeHash: answer_text(version, 'code_hash'),
        createdAtMs: number(version, 'created_at_ms'),
        status: answer_text(version, 'status').toUpperCase(),
        ...imageIn(version),
        ...runtimeIn(version)
    };
}
/** Of an image the code's address is its reference, by our reading of the name. */
function imageIn(version) {
    const imageRef = answer_text(version, 'image_ref') || answer_text(version, 'code_uri');
    return parseImageReference(imageRef) ? { imageRef } : {};
}
/** Only RustRuntime has fields with known names. */
function runtimeIn(version) {
    const runtime = message(version, 'runtime');
    const [name, options] = Object.entries(runtime ? read_plain(runtime) : {})[0] ?? [];
    if (name === undefined || !(0,json/* isRecord */.u)(options))
        return {};
    const { target = '', toolchain_version: toolchain = '' } = options;
    return { runtime: { name, target: String(target).toUpperCase(), toolchain: String(toolchain) } };
}
function executionIn(answer, id) {
    const execution = message(answer, 'execution') ?? answer;
    return {
        id,
        status: answer_text(execution, 'status').toUpperCase(),
        output: bytes(execution, 'output'),
        error: answer_text(execution, 'error')
    };
}
function buildFrom(build) {
    const metrics = message(build, 'metrics');
    return {
        id: answer_text(build, 'id'),
        name: answer_text(build, 'name'),
        status: answer_text(build, 'status').toUpperCase(),
        imageRefs: texts(build, 'image_refs'),
        createdAtMs: number(build, 'created_at_ms'),
        error: answer_text(build, 'error'),
        metrics: metrics && !isBlank(metrics) ? metricsFrom(metrics) : undefined
    };
}
function metricsFrom(metrics) {
    return {
        durationMs: number(metrics, 'duration_ms'),
        contextBytes: number(metrics, 'context_size_bytes'),
        imageBytes: number(metrics, 'image_size_bytes'),
        layers: number(metrics, 'layer_count'),
        cacheUsed: flag(metrics, 'cache_used')
    };
}

;// CONCATENATED MODULE: ./build/platform/areas/apps.js







/** An image may be built inside (docs/platform.md, Publishing). */
const PUBLISH_MS = 10 * 60_000;
/** A publish in flight when the run is told to stop is given this long (docs/runner.md, Signals). */
const PUBLISH_GRACE_MS = 5_000;
function appKey(app) {
    return { organization_name: app.organization, app_name: app.name };
}
async function readApp(compute, app) {
    const answer = await compute.look('GetApp', appKey(app), `Reading the app ${run_appId(app)}`);
    const found = answer && message(answer, 'app');
    return found && appFrom(found);
}
/** So many at a time, as the platform's lists take it. */
const PAGE = 100;
/** All of the organization, page by page. A list that goes round in a circle ends. */
async function listApps(compute, organization) {
    const { input } = compute.method('ListApps');
    const manner = reading(`Listing the apps of ${organization}`);
    const listed = [];
    const seen = new Set();
    for (let cursor = ''; !seen.has(cursor);) {
        seen.add(cursor);
        const paging = offered(input, { limit: PAGE, ...(cursor !== '' && { cursor }) });
        const answer = await compute.call('ListApps', { organization_name: organization, ...paging }, manner);
        listed.push(...messages(answer, 'apps').map(listedFrom));
        cursor = answer_text(answer, 'next_cursor');
    }
    return listed;
}
function listedFrom(answer) {
    const description = hasField(answer.desc, ['description']) ? answer_text(answer, 'description') : undefined;
    return { name: answer_text(answer, 'name'), description };
}
async function createApp(compute, app, settings) {
    const has = offered(compute.method('CreateApp').input, byField(settings));
    const request = { organization_name: app.organization, name: app.name, ...has };
    const hints = settingsAdvice(settings);
    await compute.call('CreateApp', request, writing(`Creating the app ${run_appId(app)}`, 'app_missing', { hints }));
}
/**
 * Changes these settings and no others, whether the server merges or replaces (docs/platform.md, Settings). What goes
 * along is of the same read as the change: of two reads, the first would win over what changed between them.
 */
async function updateSettings(compute, app, { change, read }) {
    const { input } = compute.method('UpdateAppConfig');
    const changed = completed(input, read.shown, byField(change));
    const mask = maskField(input);
    const rest = mask ? { [mask.name]: { paths: Object.keys(changed) } } : carried(input, read.shown);
    const hints = { ...GONE, ...settingsAdvice(change) };
    const manner = writing(`Changing the settings of ${run_appId(app)}`, 'settings_failed', { hints });
    await compute.call('UpdateAppConfig', { ...rest, ...changed, ...appKey(app) }, manner);
}
async function readVersions(compute, app) {
    const answer = await compute.look('ListAppVersions', appKey(app), `Reading the versions of ${run_appId(app)}`);
    return answer ? messages(answer, 'versions').map(versionFrom) : [];
}
/** The description goes where the server's type has a field for it. */
async function publishDraft(compute, app, { draft, description }) {
    const details = { effect: 'publish', capMs: PUBLISH_MS, hints: GONE };
    const manner = {
        ...writing(`Publishing ${run_appId(app)}`, 'publish_failed', details),
        graceMs: PUBLISH_GRACE_MS,
        once: ['PublishDraft', run_appId(app), draft.codeHash, draft.imageRef, draft.createdAtMs].join('\n')
    };
    const described = description === undefined ? {} : offered(compute.method('PublishDraft').input, { description });
    const request = { ...appKey(app), ...described };
    const version = number(await compute.call('PublishDraft', request, manner), 'published_version');
    return version > 0 ? version : undefined;
}
async function rollback(compute, app, version) {
    const manner = writing(`Rolling ${run_appId(app)} back to version ${version}`, 'rollback_refused');
    await compute.call('RollbackApp', { ...appKey(app), version }, manner);
}
async function deleteApp(compute, app) {
    await compute.call('DeleteApp', appKey(app), writing(`Deleting ${run_appId(app)}`, 'platform_unavailable'));
}
async function testVersion(compute, app, request) {
    return await compute.ifOffered('TestAppVersion', async ({ name, input }) => {
        if (!Object.keys(request).every((field) => hasField(input, [field])))
            return undefined;
        const manner = writing(`Testing version ${request.version} of ${run_appId(app)}`, 'test_failed');
        const answer = await compute.call(name, { ...appKey(app), ...request }, manner);
        return answer_text(message(answer, 'execution') ?? answer, 'execution_id');
    });
}

;// CONCATENATED MODULE: ./build/platform/areas/app-code.js





/** With all its tries: it is a look beside the deployment, which must not wait for it. */
const app_code_READ_MS = 20_000;
async function app_code_readCode(compute, app, { version, stop }) {
    return await compute.ifOffered('GetAppCode', async ({ name, input }) => {
        // Without a version, the active one is meant.
        const request = { ...appKey(app), ...offered(input, { version }) };
        const doing = `Reading the code of version ${version} of ${run_appId(app)}`;
        const late = AbortSignal.timeout(app_code_READ_MS);
        try {
            const answer = await compute.look(name, request, doing, AbortSignal.any([stop, late]));
            return answer ? messages(answer, 'files').map(codeFile) : [];
        }
        catch (error) {
            throw error === late.reason ? tooLate(doing) : error;
        }
    });
}
/** The content of a binary file is left out; whether it is bytes or text is not public. */
function codeFile(file) {
    const content = bytes(file, 'content');
    const stated = number(file, 'size_bytes');
    const isGiven = !flag(file, 'is_binary') && (content.length > 0 || stated === 0);
    const path = answer_text(file, 'path').replace(/^(\.?\/)+/, '');
    return { path, bytes: stated || content.length, content: isGiven ? content : undefined };
}
function tooLate(doing) {
    return new errors/* PlatformError */.Wk('DEADLINE_EXCEEDED', `${doing}: no answer came within ${app_code_READ_MS / 1000} seconds`, {
        ambiguous: false,
        reason: 'platform_unavailable'
    });
}

;// CONCATENATED MODULE: ./build/platform/areas/report-lines.js


// What the platform tells of a running app has shapes that no page prints: read is what has a name that says what it is.
const TIMES = ['timestamp_ms', 'last_seen_ms', 'last_timestamp_ms', 'occurred_at_ms', 'created_at_ms', 'first_seen_ms'];
const LEVELS = ['type', 'level', 'severity'];
const REASONS = ['reason', 'kind', 'event'];
const MESSAGES = ['message', 'text', 'note', 'detail', 'description'];
const COUNTS = ['count', 'occurrences'];
const REPLICAS = ['replica_id', 'pod_name', 'pod', 'name', 'id'];
const STATES = ['status', 'state', 'phase'];
const RESTARTS = ['restart_count', 'restarts'];
/** The first text among the fields by these names, also in messages inside; empty where there is none. */
function textIn(fields, names) {
    const own = names.map((name) => fields[name]).find((value) => typeof value === 'string' && value !== '');
    if (typeof own === 'string')
        return own;
    const inner = Object.values(fields).filter(json/* isRecord */.u);
    return inner.map((each) => textIn(each, names)).find((found) => found !== '') ?? '';
}
function report_lines_numberIn(fields, names) {
    const found = names.map((name) => Number(fields[name] ?? 0)).find((value) => value > 0);
    return found ?? 0;
}
/** Milliseconds since the epoch; 0 where there is no time. */
function timeIn(fields) {
    return report_lines_numberIn(fields, TIMES);
}
/** The items of the one list in an answer, oldest first where they have times; without a list, the answer itself. */
function itemsIn(answer) {
    const list = Object.values(answer).find((value) => Array.isArray(value));
    if (list === undefined)
        return Object.keys(answer).length === 0 ? [] : [answer];
    const timeOf = (item) => ((0,json/* isRecord */.u)(item) ? timeIn(item) : 0);
    return list.toSorted((a, b) => timeOf(a) - timeOf(b));
}
/** `10:00:05 Warning BackOff: the container ended (3 times)`. */
function eventLine(item) {
    if (!(0,json/* isRecord */.u)(item))
        return typeof item === 'string' ? item : report_lines_shownJson(item);
    const [reason, message] = [textIn(item, REASONS), textIn(item, MESSAGES)];
    if (reason === '' && message === '')
        return report_lines_shownJson(item);
    const times = report_lines_numberIn(item, COUNTS);
    const what = [reason, message].filter((part) => part !== '').join(': ');
    return [clockTime(timeIn(item)), textIn(item, LEVELS), what, times > 1 ? `(${times} times)` : '']
        .filter((part) => part !== '')
        .join(' ');
}
/** `greeter-7c9d8-abc: CRASH_LOOP_BACK_OFF, 3 restarts: the container ended`. */
function replicaLine(item) {
    if (!(0,json/* isRecord */.u)(item))
        return typeof item === 'string' ? item : report_lines_shownJson(item);
    const state = textIn(item, STATES);
    if (state === '')
        return report_lines_shownJson(item);
    const [id, message, restarts] = [textIn(item, REPLICAS), textIn(item, MESSAGES), report_lines_numberIn(item, RESTARTS)];
    const often = restarts > 0 ? `, ${(0,words/* count */.U9)(restarts, 'restart')}` : '';
    return `${id === '' ? '' : `${id}: `}${state}${often}${message === '' ? '' : `: ${message}`}`;
}
/** Of the day: what is shown is of these minutes. */
function clockTime(ms) {
    const time = new Date(ms);
    return ms > 0 && !Number.isNaN(time.getTime()) ? time.toISOString().slice(11, 19) : '';
}
/** Bytes as the text that they are. */
function report_lines_shownJson(value) {
    return JSON.stringify(value, (_, each) => (each instanceof Uint8Array ? new TextDecoder().decode(each) : each)) ?? '';
}

;// CONCATENATED MODULE: ./build/platform/areas/app-reports.js








/** As many lines as the platform gives at once, of which only the newest are of use. */
const LOG_LINES = 1000;
/** A log that can only be followed is told from its beginning at once, if at all. */
const FIRST_LINE_MS = 3_000;
const NEXT_LINE_MS = 1_000;
/** An app that prints all the time is listened to no longer. */
const LONGEST_MS = 10_000;
async function readAppLog(compute, app, executionId) {
    const narrowed = { limit: LOG_LINES, execution_id: executionId };
    const answer = await report(compute, app, { method: 'GetAppLogs', doing: 'Reading the log', narrowed });
    const lines = answer && (valueAt(answer, 'lines') ?? Object.values(read_plain(answer)).find(Array.isArray));
    if (Array.isArray(lines))
        return lines.map(logLine);
    const follow = (method) => followedLines(compute, method, { ...appKey(app), execution_id: executionId });
    return await compute.ifOffered('StreamAppLogs', follow);
}
async function followedLines(compute, method, asked) {
    const leaving = new AbortController();
    const end = setTimeout(() => leaving.abort(), LONGEST_MS);
    let timer = setTimeout(() => leaving.abort(), FIRST_LINE_MS);
    const lines = [];
    try {
        const purpose = { doing: 'Following the log of the app', reason: 'platform_unavailable' };
        const request = offered(method.input, { ...asked, from_start: true });
        for await (const chunk of compute.follow(method, request, { ...purpose, stop: leaving.signal })) {
            const told = valueAt(chunk, 'lines');
            lines.push(...(Array.isArray(told) ? told : [read_plain(chunk)]).map(logLine));
            clearTimeout(timer);
            if (lines.length > LOG_LINES)
                break;
            timer = setTimeout(() => leaving.abort(), NEXT_LINE_MS);
        }
    }
    catch (error) {
        if (!leaving.signal.aborted)
            throw error;
    }
    finally {
        clearTimeout(timer);
        clearTimeout(end);
    }
    return lines;
}
/** Text alone, or a message of a shape that is not public. */
function logLine(line) {
    const fields = (0,json/* isRecord */.u)(line) ? line : {};
    return {
        timestampMs: timeIn(fields),
        executionId: String(fields['execution_id'] ?? ''),
        text: lineText(line) ?? lineText(fields['data']) ?? report_lines_shownJson(line)
    };
}
async function readCondition(compute, app) {
    const answer = await report(compute, app, { method: 'GetAppState', doing: 'Reading the state' });
    if (answer === undefined)
        return undefined;
    const fields = read_plain(answer);
    const word = textIn(fields, ['deployment_state', 'state', 'status', 'phase']).toUpperCase();
    // A text need not be an enum's value, and is written like one all the same.
    const state = word.replace(/^DEPLOYMENT_STATE_/, '');
    return { state: state === 'UNSPECIFIED' ? '' : state, shown: report_lines_shownJson(fields) };
}
async function readEvents(compute, app) {
    const narrowed = { limit: LOG_LINES };
    const answer = await report(compute, app, { method: 'GetAppEvents', doing: 'Reading the events', narrowed });
    return answer && itemsIn(read_plain(answer)).map(eventLine);
}
async function readReplicas(compute, app) {
    const answer = await report(compute, app, { method: 'ListAppReplicas', doing: 'Reading the replicas' });
    return answer && itemsIn(read_plain(answer)).map(replicaLine);
}
function report(compute, app, { method, doing, narrowed = {} }) {
    return compute.ifOffered(method, ({ input }) => {
        return compute.look(method, { ...appKey(app), ...offered(input, narrowed) }, `${doing} of ${run_appId(app)}`);
    });
}

;// CONCATENATED MODULE: ./build/platform/areas/blocks.js
/** The same bytes in blocks of that size, of which only the last may be shorter. Holds one block at a time. */
async function* recut(chunks, size) {
    let block = new Uint8Array(size);
    let filled = 0;
    for await (const chunk of chunks) {
        for (let at = 0; at < chunk.length;) {
            const piece = chunk.subarray(at, at + size - filled);
            block.set(piece, filled);
            filled += piece.length;
            at += piece.length;
            if (filled < size)
                continue;
            yield block;
            block = new Uint8Array(size);
            filled = 0;
        }
    }
    if (filled > 0)
        yield block.subarray(0, filled);
}

;// CONCATENATED MODULE: ./build/platform/areas/code-source.js

/** The message CodeSource (docs/platform.md, Drafts). `described` goes into the source that is compiled. */
function codeSource(code, described) {
    switch (code.kind) {
        case 'compile': {
            const runtime = { [code.runtime]: runtimeOptions(code) };
            return { compile: { runtime, source_code: code.archive, ...described } };
        }
        case 'context':
            return { image: { from_code: { archive: code.archive, ...imageBuild(code) } } };
        case 'git': {
            const { url, reference, subPath, secretRef } = code;
            return { image: { from_git: { url, reference, sub_path: subPath, secret_ref: secretRef, ...imageBuild(code) } } };
        }
        case 'prebuilt':
            return { image: { prebuilt: { image_ref: code.imageRef, registry_secret_ref: code.registrySecretRef } } };
    }
}
/** Without a Dockerfile's path the platform builds with buildpacks. */
function imageBuild({ dockerfilePath, buildArgs }) {
    return { dockerfile_path: dockerfilePath, build_args: filled(buildArgs) };
}
/** A map that holds nothing is not asked of a server that may not know the field. */
function filled(map) {
    return Object.keys(map).length > 0 ? map : undefined;
}
/** The fields of RustRuntime are documented; that the others call it `version` is inferred. */
function runtimeOptions({ runtime, rustTarget, toolchain }) {
    return runtime === 'rust' ? { target: rustTarget, toolchain_version: toolchain } : { version: toolchain };
}
/** What the reader can do where the platform refuses the code. */
function codeAdvice(code) {
    switch (code.kind) {
        case 'compile':
            return sizeAdvice(code.archive, 'source');
        case 'context':
            return sizeAdvice(code.archive, 'draftContext');
        case 'git':
            return code.secretRef === undefined ? {} : secretAdvice('git-secret-ref');
        case 'prebuilt':
            return code.registrySecretRef === undefined ? {} : secretAdvice('registry-secret-ref');
    }
}

;// CONCATENATED MODULE: ./build/platform/areas/builds.js









/** The documented size of a chunk (docs/platform.md, Builds). */
const CHUNK_BYTES = 512 * 1024;
/** As many as the platform lists. */
const LISTED = 100;
/** A build that is being started when the run is told to stop is waited for so long: only a known one can be cancelled. */
const START_GRACE_MS = 5_000;
/** Only gzip is documented as a content type. */
const CONTENT_TYPES = {
    'tar.gz': 'application/gzip',
    zip: 'application/zip'
};
async function uploadContext(builds, upload, chunks) {
    const manner = building(`Uploading the build context ${upload.name}`);
    const answer = await builds.send('UploadBuildContext', contextMessages(upload, chunks), manner);
    return answer_text(answer, 'context_id') || nameless(manner, 'context');
}
/** How much will come is not known before it is packed, so `expected_size_bytes` is left out. */
async function* contextMessages({ name, format }, chunks) {
    yield { metadata: { name, content_type: CONTENT_TYPES[format] } };
    for await (const chunk of recut(chunks, CHUNK_BYTES))
        yield { chunk };
}
async function createBuild(builds, request) {
    const { name, dockerfile, tags, buildArgs, noCache, platform, timeoutSeconds, source } = request;
    const manner = building(`Starting the build of ${name}`, source.kind === 'inline' ? source.archive : undefined);
    const { input } = builds.method('CreateBuild');
    const message = {
        name,
        dockerfile,
        tags,
        build_args: filled(buildArgs),
        no_cache: noCache || undefined,
        platform,
        ...sourceFields(source),
        ...offered(input, { timeout_secs: wholeSeconds(timeoutSeconds) })
    };
    const answer = await builds.call('CreateBuild', message, { ...manner, graceMs: START_GRACE_MS });
    return answer_text(answer, 'build_id') || nameless(manner, 'build');
}
function sourceFields(source) {
    switch (source.kind) {
        case 'inline':
            return { zipped_code: source.archive };
        case 'uploaded':
            return { context_id: source.contextId };
        case 'git':
            return { git_source: { url: source.url, reference: source.reference, context_dir: source.subPath } };
    }
}
/** 0 would be the server's own default. */
function wholeSeconds(seconds) {
    return Number.isFinite(seconds) ? Math.max(1, Math.floor(seconds)) : undefined;
}
async function readBuild(builds, id) {
    const answer = await builds.call('GetBuild', { build_id: id }, reading(`Reading the build ${id}`, 'build_failed'));
    return { ...buildFrom(message(answer, 'build') ?? answer), id };
}
async function readBuilds(builds) {
    const request = offered(builds.method('ListBuilds').input, { limit: LISTED });
    const answer = await builds.call('ListBuilds', request, reading('Reading the builds', 'build_failed'));
    return messages(answer, 'builds').map(buildFrom);
}
function buildLog(builds, id, stop) {
    const method = builds.find('StreamBuildLogs');
    const replayed = method && offered(method.input, { from_start: true });
    return builds.log(method, { build_id: id, ...replayed }, { doing: 'Reading the build log', reason: 'build_failed', stop });
}
async function cancelBuild(builds, id) {
    try {
        await builds.call('CancelBuild', { build_id: id }, { ...building(`Cancelling the build ${id}`), effect: 'replace' });
    }
    catch (error) {
        if (!isAnsweredWith(error, 'FAILED_PRECONDITION'))
            throw error;
    }
}
function building(doing, archive) {
    if (archive === undefined)
        return writing(doing, 'build_failed', { hints: BUILD_ADVICE });
    return writing(doing, 'build_failed', {
        capMs: SAVE_MS,
        hints: { ...BUILD_ADVICE, ...sizeAdvice(archive, 'buildContext') }
    });
}
/** What was made has an id that we do not know. */
function nameless({ doing, reason }, what) {
    const hint = 'Check that `descriptors` is for this platform.';
    throw new errors/* PlatformError */.Wk('INTERNAL', `${doing}: the answer names no ${what}`, { ambiguous: true, reason, hint });
}

;// CONCATENATED MODULE: ./build/platform/areas/description.js


/** Throws UnsupportedServerError. */
function takersOf(compute) {
    return { save: compute.method('SaveDraft'), update: compute.find('UpdateAppConfig') };
}
/** The first request type that has the field; undefined where none has it. */
function description_placeOf(field, { save, update }, isCompiled) {
    if (hasField(save?.input, [field]))
        return 'draft';
    if (isCompiled && hasField(save?.input, ['code', 'compile', field]))
        return 'source';
    return hasField(update?.input, [field]) ? 'setting' : undefined;
}
/** The schemas that are settings on this server: they are live as soon as they are sent. */
function settingsIn(description, takers, isCompiled) {
    const { inputSchema, outputSchema } = description;
    const schemas = { ...(inputSchema && { inputSchema }), ...(outputSchema && { outputSchema }) };
    const names = settings_namesIn(schemas).filter((name) => description_placeOf(settings_SETTINGS[name].field, takers, isCompiled) === 'setting');
    return Object.fromEntries(names.map((name) => [name, schemas[name]]));
}
/** The rest of the description by the proto's names. What has no place goes with the draft, to be refused by name. */
function placed(description, takers, isCompiled) {
    const given = Object.entries(description_byField(description)).filter(([, value]) => value !== undefined);
    const places = Map.groupBy(given, ([field]) => description_placeOf(field, takers, isCompiled) ?? 'draft');
    return {
        draft: Object.fromEntries(places.get('draft') ?? []),
        source: Object.fromEntries(places.get('source') ?? [])
    };
}
/** `dependencies` is documented nowhere but as a flag. */
function description_byField({ inputSchema, outputSchema, dependencies }) {
    return {
        [settings_SETTINGS.inputSchema.field]: inputSchema,
        [settings_SETTINGS.outputSchema.field]: outputSchema,
        dependencies: dependencies.length > 0 ? dependencies : undefined
    };
}

;// CONCATENATED MODULE: ./build/platform/areas/drafts.js










/** Saves the code, with the description where SaveDraft takes it. */
async function saveDraft(compute, app, { code, description }) {
    const { draft: beside, source } = placed(description, takersOf(compute), code.kind === 'compile');
    const details = { effect: 'replace', capMs: SAVE_MS, hints: { ...GONE, ...codeAdvice(code) } };
    const manner = writing(`Saving the draft of ${run_appId(app)}`, 'source_error', details);
    const answer = await compute.call('SaveDraft', { ...appKey(app), code: codeSource(code, source), ...beside }, manner);
    const draft = draftIn(answer) ?? (await readDraft(compute, app));
    if (draft === undefined)
        throw noDraft(manner.doing);
    return draft;
}
async function readDraft(compute, app) {
    const answer = await compute.look('GetDraftInfo', appKey(app), `Reading the draft of ${run_appId(app)}`);
    return answer && draftIn(answer);
}
async function compileDraft(compute, app) {
    if (compute.find('CompileDraft') === undefined)
        return undefined;
    try {
        const manner = writing(`Compiling the draft of ${run_appId(app)}`, 'compile_failed', { hints: GONE });
        const answer = await compute.call('CompileDraft', appKey(app), manner);
        return answer_text(answer, 'deploy_id') || draftIn(answer)?.deployId || '';
    }
    catch (error) {
        if (isAnsweredWith(error, 'UNIMPLEMENTED', 'FAILED_PRECONDITION'))
            return undefined;
        throw error;
    }
}
function compileLog(compute, deployId, stop) {
    const following = { doing: 'Reading the compile log', reason: 'platform_unavailable', stop };
    return compute.log(compute.find('StreamCompileLogs'), { deploy_id: deployId }, following);
}
async function testDraft(compute, app, payload) {
    const manner = writing(`Testing the draft of ${run_appId(app)}`, 'test_failed', { hints: GONE });
    const answer = await compute.call('TestDraft', { ...appKey(app), payload }, manner);
    return answer_text(message(answer, 'execution') ?? answer, 'execution_id');
}
async function readExecution(compute, id) {
    const manner = reading(`Reading the execution ${id}`, 'test_failed');
    return executionIn(await compute.call('GetExecution', { execution_id: id }, manner), id);
}
function noDraft(doing) {
    return new errors/* PlatformError */.Wk('NOT_FOUND', `${doing}: the platform took it and shows no draft`, {
        ambiguous: false,
        reason: 'draft_conflict',
        hint: 'Another run may have discarded it. Run the job again.'
    });
}

;// CONCATENATED MODULE: ./build/platform/areas/secrets.js


/** The type as the list has it: GetSecret would answer with the secret's value (docs/platform.md, Secrets). */
async function readSecretKind(secrets, name) {
    const answer = await secrets.call('ListSecrets', {}, reading(`Reading the type of the secret ${name}`, 'source_error'));
    // The name of the list's field is inferred, and missing it would read as "no such secret".
    const all = answer.fields.flatMap((field) => messages(answer, field.name));
    const found = all.find((secret) => answer_text(secret, 'name') === name);
    return found && secrets_kindOf(answer_text(found, 'type'));
}
/** `git_secret` and `registry_secret` are documented. */
function secrets_kindOf(type) {
    const short = type.toLowerCase().replace(/_secret$/, '');
    return short === 'git' || short === 'registry' ? short : type;
}
/** CreateSecret creates or overwrites, so it may be sent again. */
async function storeRegistrySecret(secrets, name, access) {
    const { server, username, password } = access;
    const value = { registry_secret: { username, password, server_address: server } };
    const manner = writing(`Storing the secret ${name}`, 'source_error', { effect: 'replace' });
    await secrets.call('CreateSecret', { name, value }, manner);
}

;// CONCATENATED MODULE: ./build/platform/requirements.js

const APP = ['organization_name', 'app_name'];
/** Every deployment reads these. */
const READS = compute(row('GetApp', APP, 'app'), row('GetDraftInfo', APP, 'app'), row('ListAppVersions', APP, 'app'));
/** Every build is made, watched, found again and cancelled. Its log may be missing. */
const BUILD = builds(row('CreateBuild', ['name', 'tags'], 'builder', 'image-tags'), row('CreateBuild', ['dockerfile'], 'dockerfile-path'), row('CreateBuild', ['build_args'], 'build-args'), row('GetBuild', ['build_id'], 'builder'), row('ListBuilds', [], 'builder'), row('CancelBuild', ['build_id'], 'builder'));
/**
 * Documented fields alone: those that are inferred, such as an image's `build_args`, are refused by name when they are
 * sent, lest a server is refused for a field that is not used.
 */
const TABLE = {
    'create-app': compute(row('CreateApp', ['organization_name', 'name'], 'create-app')),
    'save-code': saving(row('compile', ['source_code', 'runtime'], 'code')),
    'rust-target': saving(row('compile.runtime.rust', ['target'], 'rust-target')),
    toolchain: saving(row('compile.runtime.rust', ['toolchain_version'], 'toolchain')),
    compile: compute(row('CompileDraft', APP, 'runtime')),
    'save-context': saving(row('image.from_code', ['archive'], 'code'), row('image.from_code', ['dockerfile_path'], 'dockerfile-path')),
    'save-git': saving(row('image.from_git', ['url'], 'git-url'), row('image.from_git', ['reference'], 'git-ref'), row('image.from_git', ['sub_path'], 'git-sub-path'), row('image.from_git', ['secret_ref'], 'git-secret-ref'), row('image.from_git', ['dockerfile_path'], 'dockerfile-path')),
    'save-image': saving(row('image.prebuilt', ['image_ref'], 'image-ref', 'builder')),
    'registry-secret': [
        ...saving(row('image.prebuilt', ['registry_secret_ref'], 'registry-secret-ref', 'registry-server')),
        ...secrets(row('ListSecrets', [], 'registry-secret-ref'))
    ],
    'store-secret': secrets(row('CreateSecret', ['name', ...under('value.registry_secret', ['username', 'password', 'server_address'])], 'registry-server')),
    'build-upload': [
        ...BUILD,
        ...builds(row('UploadBuildContext', ['metadata.name', 'metadata.content_type', 'chunk'], 'builder', 'code'), row('CreateBuild', ['context_id'], 'builder', 'code'))
    ],
    'build-inline': [...BUILD, ...builds(row('CreateBuild', ['zipped_code'], 'builder', 'code'))],
    'build-git': [
        ...BUILD,
        ...builds(row('CreateBuild', ['git_source.url'], 'builder', 'git-url'), row('CreateBuild', ['git_source.reference'], 'git-ref'), row('CreateBuild', ['git_source.context_dir'], 'git-sub-path'))
    ],
    'build-platform': builds(row('CreateBuild', ['platform'], 'platform')),
    'build-no-cache': builds(row('CreateBuild', ['no_cache'], 'no-cache')),
    // One of several types has the field (see description.ts).
    'input-schema': [],
    'output-schema': [],
    dependencies: [],
    'test-draft': compute(row('TestDraft', [...APP, 'payload'], 'test-payload', 'test-payload-file'), row('GetExecution', ['execution_id'], 'test-payload', 'test-payload-file')),
    'test-version': compute(row('TestAppVersion', [...APP, 'version', 'payload'], 'test-payload', 'test-payload-file'), row('GetExecution', ['execution_id'], 'test-payload', 'test-payload-file')),
    publish: compute(row('PublishDraft', APP, 'mode')),
    rollback: compute(row('RollbackApp', [...APP, 'version'], 'mode', 'rollback-on-failure', 'rollback-on-cancel')),
    'delete-app': compute(row('DeleteApp', APP, 'mode')),
    'list-apps': compute(row('ListApps', ['organization_name'], 'organization'))
};
function requirementsOf(need) {
    if (typeof need === 'string')
        return TABLE[need];
    return compute(row('UpdateAppConfig', APP, settings_SETTINGS[need.setting].input));
}
/**
 * The services that a plan with these needs may call. A context that turns out to be large is built by the build
 * service although the plan does not need it; asking reflection for a service that is missing costs nothing.
 */
function servicesFor(needs) {
    const needed = needs.flatMap(requirementsOf).map(({ service }) => service);
    const perhaps = needs.includes('save-context') ? ['BuildService'] : [];
    return [...new Set(['ComputeService', ...needed, ...perhaps])];
}
function row(method, fields, ...inputs) {
    return { method, fields, inputs };
}
function compute(...rows) {
    return rows.map((each) => ({ service: 'ComputeService', ...each }));
}
function builds(...rows) {
    return rows.map((each) => ({ service: 'BuildService', ...each }));
}
function secrets(...rows) {
    return rows.map((each) => ({ service: 'SecretService', ...each }));
}
/** SaveDraft, with rows that name a part of its code in the method's place. */
function saving(...rows) {
    return compute(...rows.map(({ method: part, fields, inputs }) => row('SaveDraft', [...APP, ...under(`code.${part}`, fields)], ...inputs)));
}
function under(parent, fields) {
    return fields.map((field) => `${parent}.${field}`);
}

;// CONCATENATED MODULE: ./build/platform/require-all.js







const CHECK = 'Leave out the inputs named, or check that `api-endpoint` and `descriptors` are those of the platform.';
/** Throws UnsupportedServerError that names all that is missing at once, with the inputs that need it. */
function requireAll(schema, needs) {
    if (schema.service('ComputeService') === undefined)
        throw noService('ComputeService');
    const required = [...READS, ...needs.flatMap(requirementsOf)];
    const services = [...Map.groupBy(required, ({ service }) => service)];
    const missing = [
        ...services.flatMap(([name, all]) => missingFrom(schema, name, all)),
        ...undescribed(schema, needs),
        ...unsettable(schema, needs)
    ];
    if (missing.length === 0)
        return;
    const list = [...new Set(missing)].join('; ');
    const lacksBuilds = services.some(([name]) => name === 'BuildService' && schema.service(name) === undefined);
    throw new errors/* UnsupportedServerError */.ht(`The platform lacks what this deployment needs: ${list}.`, {
        hint: lacksBuilds ? `${NO_BUILD_SERVICE} ${CHECK}` : CHECK
    });
}
/** A service that is missing as a whole is named once. */
function missingFrom(schema, service, required) {
    if (schema.service(service) !== undefined)
        return required.flatMap((each) => missingOf(schema, each));
    const inputs = new Set(required.flatMap((each) => each.inputs));
    return [`the service ${service}${neededBy([...inputs])}`];
}
function missingOf(schema, { service, method, fields, inputs }) {
    const found = schema.method(service, method);
    if (found === undefined)
        return [`the method ${service}.${method}${neededBy(inputs)}`];
    return fields
        .filter((field) => !hasField(found.input, field.split('.')))
        .map((field) => `the field \`${field}\` of ${method}${neededBy(inputs)}`);
}
/** Such a need is spelled like its input, and its field like that too. */
function undescribed(schema, needs) {
    const method = (name) => schema.method('ComputeService', name);
    const takers = { save: method('SaveDraft'), update: method('UpdateAppConfig') };
    const isCompiled = needs.includes('save-code');
    return needs
        .filter((need) => need === 'input-schema' || need === 'output-schema' || need === 'dependencies')
        .map((input) => ({ input, field: input.replace('-', '_') }))
        .filter(({ field }) => description_placeOf(field, takers, isCompiled) === undefined)
        .map(({ input, field }) => `the field \`${field}\` of SaveDraft or UpdateAppConfig${neededBy([input])}`);
}
/** A setting is changed with UpdateAppConfig; what only CreateApp has is as it was given to the app when it was made. */
function unsettable(schema, needs) {
    const has = (name, field) => hasField(schema.method('ComputeService', name)?.input, field.split('.'));
    return needs.flatMap((need) => {
        if (typeof need === 'string')
            return [];
        const { field, input } = settings_SETTINGS[need.setting];
        const isGiven = has('CreateApp', field);
        if (has('UpdateAppConfig', field) || (isGiven && !need.isThere))
            return [];
        const lacks = `the field \`${field}\` of UpdateAppConfig${neededBy([input])}`;
        return [isGiven ? `${lacks}, which an app can be given only when it is made` : lacks];
    });
}
function neededBy(inputs) {
    return ` (input ${inputs.map((input) => `\`${input}\``).join(', ')})`;
}

// EXTERNAL MODULE: ./build/platform/network/tunnel.js
var network_tunnel = __webpack_require__(7573);
// EXTERNAL MODULE: ./build/platform/network/http-exchange.js
var http_exchange = __webpack_require__(5857);
;// CONCATENATED MODULE: ./build/platform/token/form-post.js

/**
 * Posts a form, directly or through a proxy; follows no redirect. Throws ProxyError, what the connection failed with, or
 * the signal's reason.
 */
async function postForm({ form, ...where }) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = form.toString();
    const { code, text, headers: given } = await (0,http_exchange/* exchangeHttp */.A)({ ...where, method: 'POST', headers, body });
    return { code, text, retryAfter: given['retry-after'], date: given.date };
}

;// CONCATENATED MODULE: ./build/platform/token/token-endpoint.js







const token_endpoint_TRIES = 4;
const LONGEST_RETRY_AFTER_MS = 30_000;
const MAX_ANSWER_BYTES = 64 * 1024;
/** What first-party code assumes where the answer does not say (docs/platform.md, Tokens). */
const DEFAULT_LIFE_SECONDS = 300;
/** RFC 6749 section 5.2. Any other word in an answer may be an echo of what we sent. */
const OAUTH_ERRORS = ['invalid_request', 'invalid_client', 'invalid_grant', 'unauthorized_client', 'invalid_scope'];
const CHECK_ACCOUNT = 'Check `service-account-id` and `service-account-secret`, and that the account belongs to the platform that `api-endpoint` names.';
const WHOLE_URL = 'the token endpoint\u2019s whole URL is meant, such as `https://id.dev.dodil.io/realms/dodil/protocol/openid-connect/token`.';
const CHECK_URL = `Check \`auth-url\`: ${WHOLE_URL}`;
const LET_THROUGH = 'a proxy or the sign-in page of a network answers in its place: let the runner reach that host.';
const TRY_LATER = 'Run the job again; if it never worked, check `auth-url`.';
/** Nobody refused the credentials. */
const SILENT = 'the token endpoint does not answer';
const NO_TOKEN = 'the token endpoint gives no token';
const ENDPOINT = 'The token endpoint (input `auth-url`)';
/** A failure that may pass. */
class PassingTrouble extends errors/* AuthError */.lR {
    retryAfterMs;
    constructor(message, options = {}) {
        super(message, { cause: options.cause, hint: options.hint ?? TRY_LATER, headline: SILENT });
        this.retryAfterMs = options.retryAfterMs;
    }
}
/**
 * Exchanges the service account for a token (docs/platform.md, Tokens). Tries again where the endpoint is away,
 * never where it refuses. Throws AuthError, which holds nothing of the answer, ProxyError, or the stop's reason.
 */
function mint(minting) {
    return persist(() => request(minting), minting.clock, (error, attempt) => {
        if (attempt >= token_endpoint_TRIES)
            return undefined;
        if (error instanceof PassingTrouble)
            return error.retryAfterMs ?? pauseMs(attempt);
        return error instanceof network_tunnel/* ProxyError */.T && !error.final ? pauseMs(attempt) : undefined;
    });
}
async function request({ account, stop, timeoutMs, proxy }) {
    stop.throwIfAborted();
    const { id: client_id, secret: client_secret } = account;
    const form = new URLSearchParams({ client_id, client_secret, grant_type: 'client_credentials' });
    const url = new URL(account.url);
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = AbortSignal.any([stop, timeout]);
    try {
        return token_endpoint_read(await postForm({ url, form, proxy, signal, maxBytes: MAX_ANSWER_BYTES }), url);
    }
    catch (error) {
        stop.throwIfAborted();
        if (error instanceof errors/* AuthError */.lR || error instanceof network_tunnel/* ProxyError */.T)
            throw error;
        throw timeout.aborted
            ? new PassingTrouble(`${ENDPOINT} did not answer: no answer in time.`, { cause: error })
            : away(error);
    }
}
/** What keeps the connection from being made will do so again only where it is a matter of certificates. */
function away(error) {
    const trouble = (0,connection_trouble/* socketTrouble */.b)(error, 'auth-url');
    const says = `${ENDPOINT} did not answer: ${trouble.says}.`;
    const options = { cause: error, hint: trouble.hint, headline: SILENT };
    return trouble.final ? new errors/* AuthError */.lR(says, options) : new PassingTrouble(says, options);
}
function token_endpoint_read(answer, { host }) {
    const { code, text } = answer;
    if (code === 429 || code >= 500) {
        throw new PassingTrouble(`${ENDPOINT} answered HTTP ${code}.`, { retryAfterMs: retryAfterMs(answer) });
    }
    if (code >= 300 && code < 400) {
        throw new errors/* AuthError */.lR(`${ENDPOINT} answered with a redirect, which is not followed.`, {
            hint: CHECK_URL,
            headline: NO_TOKEN
        });
    }
    const fields = token_endpoint_parse(text);
    if (code === 400 || code === 401 || code === 403)
        throw token_endpoint_refused(code, fields);
    if (code !== 200 || fields === undefined)
        throw noTokenEndpoint(answer, host);
    return { ...minted(fields), skew: clockSkew(answer.date) };
}
function minted(answer) {
    const token = answer['access_token'];
    if (typeof token !== 'string' || !isSendable(token)) {
        throw new errors/* AuthError */.lR(`${ENDPOINT} gave an answer without a usable token.`, { hint: CHECK_URL, headline: NO_TOKEN });
    }
    const seconds = Number(answer['expires_in'] ?? DEFAULT_LIFE_SECONDS);
    return { token, expiresInMs: (seconds > 0 ? seconds : DEFAULT_LIFE_SECONDS) * 1000 };
}
/** True for what can go into a header: visible ASCII (RFC 6750 section 2.1 allows less). */
function isSendable(token) {
    return /^[!-~]+$/.test(token);
}
function token_endpoint_refused(code, answer) {
    const word = OAUTH_ERRORS.find((each) => each === answer?.['error']);
    const why = word === undefined ? `HTTP ${code}` : `HTTP ${code}, ${word}`;
    return new errors/* AuthError */.lR(`The token endpoint refused the service account (${why}).`, { hint: CHECK_ACCOUNT });
}
function noTokenEndpoint({ code, text }, host) {
    const isPage = /^\s*</.test(text);
    const what = isPage ? 'a web page' : 'something that is no token';
    const hint = isPage ? notThatPage(code) : CHECK_URL;
    return new errors/* AuthError */.lR(`The host in \`auth-url\`, ${host}, answered HTTP ${code} with ${what}.`, {
        hint,
        headline: NO_TOKEN
    });
}
/** Who has no such path says so; a page that is served for any path is somebody else's. */
function notThatPage(code) {
    return code === 200
        ? `Most likely ${LET_THROUGH} Where \`auth-url\` is set, check it: ${WHOLE_URL}`
        : `${CHECK_URL} Where it is right, or not set, ${LET_THROUGH}`;
}
function token_endpoint_parse(text) {
    try {
        const value = JSON.parse(text);
        return (0,json/* isRecord */.u)(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** Seconds or a date (RFC 9110 section 10.2.3), as milliseconds from now. */
function retryAfterMs({ retryAfter }) {
    if (retryAfter === undefined)
        return undefined;
    const ms = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now();
    return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), LONGEST_RETRY_AFTER_MS);
}

;// CONCATENATED MODULE: ./build/platform/token/token.js




/** The token that the user gave. Throws AuthError where it cannot be sent. */
function staticToken(given, origin = '`token`') {
    const token = given.trim();
    if (!isSendable(token)) {
        const hint = 'Give the token alone, in one line, without quotes or blanks.';
        throw new errors/* AuthError */.lR(`${token_sentence(origin)} holds characters that no token has.`, {
            hint,
            headline: 'the token cannot be sent'
        });
    }
    const { expiresAt } = readClaims(token);
    return {
        expiresAt,
        held: () => token,
        bearer: async () => token,
        renew: async () => undefined,
        cure: `Give a new token in ${origin}, of the platform that \`api-endpoint\` names; or, since tokens end soon, ` +
            '`service-account-id` and `service-account-secret` in its place.',
        refusal: () => {
            if (isTornJwt(token))
                return `The token in ${origin} is no whole token: copy it again, from its first sign to its last.`;
            return expiresAt !== undefined && expiresAt <= Date.now()
                ? `The token in ${origin} expired at ${new Date(expiresAt).toISOString()}: give a new one, or a service account.`
                : undefined;
        }
    };
}
/** At the beginning of one. */
function token_sentence(words) {
    return words.startsWith('`') ? `The input ${words}` : words.replace(/^t/, 'T');
}
/** The token endpoint knew the account. */
const OTHER_PLATFORM = 'The token endpoint gave the token, and the platform does not know it: check that `auth-url` and `api-endpoint` are of one platform.';
const REQUEST_TIMEOUT_MS = 15_000;
const LONGEST_MARGIN_MS = 60_000;
/**
 * Tokens of a service account, minted when first asked for and again before they expire; calls at the same time share
 * one request. Throws AuthError where `auth-url` is not fit for a secret; see TokenSource for the rest.
 */
function accountToken({ account, clock, stop, onMint, proxy, timeoutMs = REQUEST_TIMEOUT_MS }) {
    const url = usableUrl(account.url);
    let current;
    let flight;
    let skewed;
    const held = () => (current !== undefined && clock.now() < current.staleAt ? current.token : undefined);
    const take = (asked, { token, expiresInMs, skew }) => {
        onMint(token);
        skewed = skew;
        current = { token, staleAt: asked + expiresInMs - Math.min(LONGEST_MARGIN_MS, expiresInMs / 2) };
        return token;
    };
    const bearer = async () => {
        const token = held();
        if (token !== undefined)
            return token;
        // The life of a token counts from before the request, by a monotonic clock: the runner's may be wrong.
        flight ??= mint({ account: { ...account, url }, clock, stop, timeoutMs, proxy })
            .then(take.bind(undefined, clock.now()))
            .finally(() => {
            flight = undefined;
        });
        return await flight;
    };
    const renew = (refused) => {
        if (current?.token === refused)
            current = undefined;
        return bearer();
    };
    return { expiresAt: undefined, held, bearer, renew, refusal: () => skewed, cure: OTHER_PLATFORM };
}
function usableUrl(text) {
    const url = (0,values_endpoint/* parseTokenUrl */.qf)(text);
    if (typeof url === 'string')
        return url;
    throw new errors/* AuthError */.lR(`The input \`auth-url\` cannot be used. ${url.problem}`, {
        hint: url.fix,
        headline: '`auth-url` cannot be used'
    });
}
/** The organization that the token is for, where it says so. */
function organizationOf(token) {
    return readClaims(token).organizations[0];
}

;// CONCATENATED MODULE: ./build/platform/ignite.js











/** Ignite behind the deploy room's port: says which service each call belongs to, and nothing else. */
class Ignite {
    described;
    #link;
    #schema;
    #compute;
    #builds;
    #secrets;
    constructor(link, schema) {
        this.described = schema.origin;
        this.#link = link;
        this.#schema = schema;
        this.#compute = new Service(link, schema, 'ComputeService');
        this.#builds = new Service(link, schema, 'BuildService');
        this.#secrets = new Service(link, schema, 'SecretService');
    }
    async organization(asked) {
        const name = asked ?? organizationOf(await this.#link.token.bearer());
        if (name !== undefined)
            return name;
        const hint = 'Write `app` as `organization:name`.';
        throw new errors/* AuthError */.lR('The token does not say which organization it is for.', { hint });
    }
    accessLeftMs() {
        const { expiresAt } = this.#link.token;
        return expiresAt && Math.max(0, expiresAt - Date.now());
    }
    require(needs) {
        requireAll(this.#schema, needs);
    }
    settingsIn(description, isCompiled) {
        return settingsIn(description, takersOf(this.#compute), isCompiled);
    }
    readApp = (app) => readApp(this.#compute, app);
    listApps = (organization) => listApps(this.#compute, organization);
    createApp = (app, settings) => createApp(this.#compute, app, settings);
    updateSettings = (app, change, read) => updateSettings(this.#compute, app, { change, read });
    readVersions = (app) => readVersions(this.#compute, app);
    readCode = (app, version, stop) => app_code_readCode(this.#compute, app, { version, stop });
    publishDraft = (app, draft, description) => publishDraft(this.#compute, app, { draft, description });
    rollback = (app, version) => rollback(this.#compute, app, version);
    deleteApp = (app) => deleteApp(this.#compute, app);
    saveDraft = (app, code, description) => saveDraft(this.#compute, app, { code, description });
    readDraft = (app) => readDraft(this.#compute, app);
    compileDraft = (app) => compileDraft(this.#compute, app);
    compileLog = (deployId, stop) => compileLog(this.#compute, deployId, stop);
    testDraft = (app, payload) => testDraft(this.#compute, app, payload);
    testVersion = (app, version, payload) => testVersion(this.#compute, app, { version, payload });
    readAppLog = (app, executionId) => readAppLog(this.#compute, app, executionId);
    readCondition = (app) => readCondition(this.#compute, app);
    readEvents = (app) => readEvents(this.#compute, app);
    readReplicas = (app) => readReplicas(this.#compute, app);
    readExecution = (id) => readExecution(this.#compute, id);
    uploadContext = (name, format, chunks) => uploadContext(this.#builds, { name, format }, chunks);
    createBuild = (request) => createBuild(this.#builds, request);
    readBuild = (id) => readBuild(this.#builds, id);
    readBuilds = () => readBuilds(this.#builds);
    buildLog = (id, stop) => buildLog(this.#builds, id, stop);
    cancelBuild = (id) => cancelBuild(this.#builds, id);
    readSecretKind = (name) => readSecretKind(this.#secrets, name);
    storeRegistrySecret = (name, access) => storeRegistrySecret(this.#secrets, name, access);
    close() {
        this.#link.channel.close();
    }
    [Symbol.dispose]() {
        this.close();
    }
}

// EXTERNAL MODULE: external "node:http2"
var external_node_http2_ = __webpack_require__(2467);
;// CONCATENATED MODULE: ./build/platform/network/connector.js
/** The same connector, but for how it connects. */
function connectingBy(connect, inner) {
    return {
        connect,
        waitForReady: () => inner.waitForReady(),
        getCallCredentials: () => inner.getCallCredentials(),
        destroy: () => inner.destroy()
    };
}

;// CONCATENATED MODULE: ./build/platform/network/early-credentials.js



/**
 * The same connections, and the first of them takes calls at once: grpc-js waits for the server's settings, a round trip
 * that HTTP/2 does not ask for (docs/runner.md, The channel). On the others a call that finds no connection was not sent.
 */
class EarlyCredentials extends channel_credentials.ChannelCredentials {
    #inner;
    #isFirst = true;
    constructor(inner) {
        super();
        this.#inner = inner;
    }
    _isSecure() {
        return this.#inner._isSecure();
    }
    _equals(other) {
        return this === other;
    }
    _createSecureConnector(...asked) {
        const inner = this.#inner._createSecureConnector(...asked);
        const connect = async (peer) => {
            const connected = await inner.connect(peer);
            if (this.#isFirst)
                hastenNextSession();
            this.#isFirst = false;
            return connected;
        };
        return connectingBy(connect, inner);
    }
}
/**
 * grpc-js opens its session by `http2.connect` in the turn in which it is given the socket, and takes calls at the first
 * `remoteSettings`, whose value it does not read. Node itself heeds the real settings when they come.
 */
function hastenNextSession() {
    const { connect } = external_node_http2_;
    const hastened = (...given) => {
        restore();
        const session = connect(...given);
        return session.once('connect', () => session.emit('remoteSettings', session.remoteSettings));
    };
    const restore = () => {
        if (external_node_http2_.connect === hastened)
            Object.assign(external_node_http2_, { connect });
    };
    Object.assign(external_node_http2_, { connect: hastened });
    setImmediate(restore);
}

;// CONCATENATED MODULE: ./build/platform/network/tunnel-credentials.js



/**
 * TLS to the endpoint, inside a tunnel that is asked for on each connection to the proxy. Of itself grpc-js takes 200 alone for a tunnel,
 * and waits for the answer without end.
 */
class TunnelCredentials extends channel_credentials.ChannelCredentials {
    #way;
    #tls = channel_credentials.ChannelCredentials.createSsl();
    constructor(way) {
        super();
        this.#way = way;
    }
    _isSecure() {
        return true;
    }
    _equals(other) {
        return this === other;
    }
    _createSecureConnector(_, options, call) {
        const { proxy, authority, left } = this.#way;
        const tls = this.#tls._createSecureConnector({ scheme: 'dns', path: authority }, options, call);
        return connectingBy(async (toProxy) => await tls.connect(await (0,network_tunnel/* openTunnel */.X)(proxy, authority, left, toProxy)), tls);
    }
}

;// CONCATENATED MODULE: ./build/platform/network/channel.js



const MIB = 1024 * 1024;
/** The one channel of a run. Close it, or the process does not end. */
class Channel {
    #open;
    #leaving = new AbortController();
    #client;
    constructor(open) {
        this.#open = open;
        this.#client = open(this.#leaving.signal, true);
    }
    get client() {
        return this.#client;
    }
    /**
     * Leaves the connection for a new one: a connection that died without a word looks alive for as long as nobody is
     * told. Calls that are under way stay where they are.
     */
    reconnect() {
        this.close();
        this.#leaving = new AbortController();
        this.#client = this.#open(this.#leaving.signal, false);
    }
    close() {
        this.#client.close();
        this.#leaving.abort();
    }
}
/** Nothing is sent yet. */
function openChannel(options) {
    const { endpoint, debug } = options;
    if (!endpoint.secure && !endpoint.loopback)
        throw new Error('A bearer token is never sent over plaintext.');
    const log = (...parts) => debug(`grpc: ${parts.join(' ')}`);
    (0,logging.setLogger)({ debug: log, info: log, error: log });
    return new Channel((left, isFirst) => {
        const trust = trusting(options, left);
        return openClient(options, isFirst && options.early ? new EarlyCredentials(trust) : trust);
    });
}
function trusting({ endpoint, proxy }, left) {
    if (proxy)
        return new TunnelCredentials({ proxy, authority: endpoint.authority, left });
    return endpoint.secure ? channel_credentials.ChannelCredentials.createSsl() : channel_credentials.ChannelCredentials.createInsecure();
}
function openClient({ endpoint, proxy, version }, trust) {
    const { authority } = endpoint;
    return new client.Client(`dns:${proxy ? authorityOf(proxy) : authority}`, trust, {
        // DNS could otherwise impose a retry policy on PublishDraft.
        'grpc.service_config_disable_resolution': 1,
        // Servers allow one ping in five minutes; more ends every stream with too_many_pings (docs/runner.md, The channel).
        'grpc.keepalive_time_ms': 300_000,
        'grpc.keepalive_timeout_ms': 20_000,
        'grpc.initial_reconnect_backoff_ms': 250,
        'grpc.max_reconnect_backoff_ms': 4_000,
        'grpc.max_receive_message_length': 32 * MIB,
        // It is renewed by halves: of a log, half of it comes in a round trip (docs/runner.md, The channel).
        'grpc-node.flow_control_window': 8 * MIB,
        'grpc.primary_user_agent': `ignite-deploy/${version}`,
        // Otherwise the next client would be given the connection that is to be left.
        'grpc.use_local_subchannel_pool': 1,
        // What grpc-js makes of the environment is not what everybody else does (docs/runner.md, The channel).
        'grpc.enable_http_proxy': 0,
        // The proxy is what grpc-js connects to; the platform is what it speaks to.
        ...(proxy && { 'grpc.default_authority': authority })
    });
}
function authorityOf({ host, port }) {
    return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

;// CONCATENATED MODULE: ./build/platform/connect.js















const REFLECTION_MS = 30_000;
const PROXY_TRIES = 4;
/**
 * Opens the channel, fetches the message types and the first token, all at once. Nothing on the platform changes.
 * Throws PlatformError (ProxyError among them), AuthError, UnsupportedServerError, InputError, or the stop's reason.
 */
async function connect(options) {
    const channel = openChannel({ ...options, early: options.descriptors.kind === 'reflection' });
    // Closing a channel does not end its calls, so what failed beside a call ends it.
    const failed = new AbortController();
    const { token, clock, endsAt, debug, step } = options;
    const link = { channel, token, clock, stop: options.stop, endsAt, debug, step };
    try {
        const connecting = { ...link, stop: AbortSignal.any([options.stop, failed.signal]) };
        const [schema] = await Promise.all([schemaFrom(options, connecting), token.bearer()]);
        return new Ignite(link, schema);
    }
    catch (error) {
        failed.abort(error);
        channel.close();
        throw error;
    }
}
async function schemaFrom(options, link) {
    const { endpoint, descriptors } = options;
    switch (descriptors.kind) {
        case 'bundled':
            if (!endpoint.loopback)
                throw bundledIsForLoopback();
            return built(bundledFiles(), 'the bundled descriptors');
        case 'file':
            return built(await filesFrom(descriptors.path), 'the descriptor set in `descriptors`');
        case 'reflection': {
            const reflected = await persistReflecting(link, options);
            if (reflected === undefined)
                throw noReflection(endpoint);
            return built(reflected.files, `reflection (${reflected.version}, ${reflected.files.length} files)`);
        }
    }
}
function built(files, origin) {
    try {
        return buildSchema(files, origin);
    }
    catch (cause) {
        const reason = (0,errors/* why */.d8)(cause);
        const hint = `Set \`descriptors\` to a descriptor set, made with ${MAKE_A_SET}.`;
        throw new errors/* UnsupportedServerError */.ht(`The message types from ${origin} cannot be used: ${reason}`, { cause, hint });
    }
}
/** Also what survives a blip at the start: grpc-js tries to connect again meanwhile. */
function persistReflecting(link, options) {
    const purpose = { doing: `Connecting to ${options.endpoint.name}`, reason: 'platform_unavailable' };
    let isFirst = true;
    const work = async () => {
        if (!isFirst)
            await askProxy(link, options);
        isFirst = false;
        return await askAuthorized(link, options.services).catch((error) => throwExplained(unheard(error), link, options));
    };
    const pause = (error, attempt) => {
        const ms = isServiceError(error) || error instanceof network_tunnel/* ProxyError */.T ? pauseToConnect(error, attempt) : undefined;
        if (ms !== undefined)
            link.debug(`${purpose.doing}: trying again`);
        return ms;
    };
    return persistExplained(link, purpose, { work, pause });
}
function pauseToConnect(error, attempt) {
    if (!(error instanceof network_tunnel/* ProxyError */.T))
        return pauseBefore(error, 'read', attempt);
    return error.final || attempt >= PROXY_TRIES ? undefined : pauseMs(attempt);
}
/** The first call is sent before the server has said anything: one that speaks something else breaks the call, not connecting. */
function unheard(error) {
    const isOther = isServiceError(error) && isBrokenStream(error) && (0,connection_trouble/* connectionTrouble */.M)(error) !== undefined;
    return isOther ? Object.assign(error, { code: constants.Status.UNAVAILABLE }) : error;
}
/** grpc-js does not tell why a proxy gave no connection, so the proxy is asked once more. */
async function throwExplained(error, link, options) {
    leaveSilence(link, error);
    if (isServiceError(error) && UNCONNECTED.includes(error.code))
        await askProxy(link, options);
    throw error;
}
const UNCONNECTED = [constants.Status.UNAVAILABLE, constants.Status.DEADLINE_EXCEEDED];
/** Throws ProxyError where the proxy gives no tunnel: a call would wait for one until its own deadline. */
async function askProxy(link, { proxy, endpoint }) {
    if (proxy === undefined)
        return;
    const tunnel = await (0,network_tunnel/* openTunnel */.X)(proxy, endpoint.authority, link.stop);
    tunnel.destroy();
}
/** Without a token at hand it is asked for without one, so that minting and reflection do not wait for each other. */
async function askAuthorized({ channel, token, stop, clock, endsAt }, services) {
    const ask = (metadata) => {
        const deadline = Date.now() + Math.max(1, Math.min(REFLECTION_MS, endsAt - clock.now()));
        return reflect({
            client: channel.client,
            metadata,
            deadline,
            signal: stop,
            services: services.map(fullServiceName)
        });
    };
    const held = token.held();
    try {
        return await ask(held === undefined ? new src_metadata.Metadata() : bearer(held));
    }
    catch (error) {
        if (!isServiceError(error) || !WANTS_A_TOKEN.includes(error.code))
            throw error;
        const other = held === undefined ? await token.bearer() : await token.renew(held);
        if (other === undefined)
            throw error;
        return await ask(bearer(other));
    }
}
const WANTS_A_TOKEN = [constants.Status.UNAUTHENTICATED, constants.Status.PERMISSION_DENIED];
function bundledIsForLoopback() {
    const message = '`descriptors: bundled` works on loopback only: part of its field numbers are placeholders.';
    return new errors/* InputError */.dz([
        new errors/* Problem */.AF({ inputs: ['descriptors', 'api-endpoint'], message, fix: 'Leave `descriptors` out.' })
    ]);
}
function noReflection(endpoint) {
    const own = endpoint.loopback ? ' On loopback, `descriptors: bundled` works too.' : '';
    return new errors/* UnsupportedServerError */.ht(`${endpoint.name} has no reflection service, so its message types are unknown.`, {
        hint: `Set \`descriptors\` to a descriptor set of the platform's proto files, made with ${MAKE_A_SET}.${own}`
    });
}

// EXTERNAL MODULE: ./build/platform/network/proxy.js
var network_proxy = __webpack_require__(7735);
;// CONCATENATED MODULE: ./build/session.js






/**
 * Connects as main and post both do: every token is masked before its first use. Throws what `connect` throws, and
 * InputError where the environment names a proxy that cannot be used.
 */
async function openSession(session) {
    const { access, timeoutMs, services, step, clock, stop, log } = session;
    const proxy = (0,network_proxy/* proxyFor */.i)(new URL(`https://${access.endpoint.authority}`), access.proxies);
    if (proxy)
        log.info(`The platform is reached through the proxy ${proxy.host}:${proxy.port} (${proxy.variable}).`);
    // A token that is still asked for when the connection has failed would keep the process alive.
    const failed = new AbortController();
    const token = tokenSource(session, AbortSignal.any([stop, failed.signal]));
    const endsAt = clock.now() + timeoutMs;
    const debug = (text) => log.debug(text);
    try {
        return await connect({ ...access, proxy, token, version: VERSION, services, step, endsAt, debug, clock, stop });
    }
    catch (error) {
        failed.abort();
        throw error;
    }
}
function tokenSource({ access: { credentials, proxies }, redactor }, stop) {
    if (credentials.kind === 'token')
        return staticToken(credentials.token, credentials.origin);
    const { id, secret, tokenUrl } = credentials;
    const onMint = (minted) => void mask(minted, redactor);
    const proxy = (0,network_proxy/* proxyFor */.i)(new URL(tokenUrl), proxies);
    return accountToken({ account: { id, secret, url: tokenUrl }, proxy, clock: clockUntil(stop), stop, onMint });
}

;// CONCATENATED MODULE: ./build/post-open.js
var post_open_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var post_open_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});























/** The runner ends what runs after a cancelled job about five minutes later (docs/runner.md, Signals). */
const POST_MS = 4 * 60_000;
const redactor = new Redactor();
const log = new RunnerLog(redactor);
/** Settles what main left open. Inputs are evaluated again for post, so no secret had to be kept. */
async function postOpen(state) {
    const inputs = new InputReader(process.env, (text) => log.warning(text));
    const facts = readRunFacts(process.env, process.cwd());
    maskCredentials(inputs, redactor);
    const policy = readRollback(inputs);
    const job = readJobStatus(inputs, policy);
    const open = readOpenRun(state, facts.run);
    if (typeof open === 'string')
        return log.warning(`${open} Nothing is settled or rolled back.`);
    const ended = open && { open, job, policy };
    if (ended && !isSettled(ended))
        return await tellGitHub(state, { inputs, facts, job }, await settle(ended, inputs, facts));
    const live = open ? liveIn(open) : readLive(state, facts.run);
    await tellStaying(log, live, job);
    await tellGitHub(state, { inputs, facts, job }, unsettled(live, job));
}
/** What may have become of a run since main told its end. */
const SINCE_TOLD = ['rolled-back', 'replaced', 'unknown'];
/** What main began on GitHub is ended there, and what a rollback made of it is told. */
async function tellGitHub(state, { inputs, facts: read, job }, aftermath) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const open = readOpenOnGitHub(state, read.run);
        if (!open || (open.isTold && !SINCE_TOLD.includes(aftermath.end)))
            return;
        const stop = post_open_addDisposableResource(env_1, stopSwitch(), false);
        const told = { inputs, log, budget: decorationBudget(), stop: stop.signal };
        // It throws where this process is told to stop, and nothing is told then.
        const facts = await withPullRequestOf(read, told).catch(() => read);
        const request = readGitHub(inputs, facts);
        if (!request)
            return;
        const { end } = await openTelling({ ...told, request, facts, open });
        const app = log.clean(shownAppIn(inputs, facts) ?? '');
        const line = log.clean(aftermath.line);
        const url = aftermath.url && log.clean(aftermath.url);
        await end(postNews({ app, aftermath: { ...aftermath, line, url }, job, run: facts }));
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        post_open_disposeResources(env_1);
    }
}
/** Of a run that left nothing to settle. */
function unsettled(live, job) {
    if (live)
        return { line: `Version ${live.publishedVersion} is live.`, end: 'live', url: live.url };
    const how = job === 'cancelled' ? 'was cancelled' : 'ended before its time';
    return { line: `The run ${how}: nothing was published.`, end: 'not-published' };
}
async function settle(ended, inputs, facts) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const stop = post_open_addDisposableResource(env_2, stopSwitch(), false);
        stop.limit(POST_MS, { what: 'What is done after the job', hint: 'Look at the app\u2019s versions.' });
        const clock = clockUntil(stop.signal);
        const base = baseOf(inputs, facts.workspace);
        try {
            const env_3 = { stack: [], error: void 0, hasError: false };
            try {
                const access = readAccess(inputs, facts, (file) => external_node_path_.resolve(base, file));
                if (!access)
                    throw new errors/* InputError */.dz(inputs.problems);
                const platform = post_open_addDisposableResource(env_3, await openSession({
                    access,
                    timeoutMs: POST_MS,
                    services: ['ComputeService', 'BuildService'],
                    step: facts.step,
                    clock,
                    log,
                    redactor,
                    stop: stop.signal
                }), false);
                const tests = () => readTestsAgain(process.env, base);
                const aftermath = await afterJob({ ...ended, platform, log, clock, tests });
                await tellAftermath(log, aftermath, ended.job);
                return aftermath;
            }
            catch (e_2) {
                env_3.error = e_2;
                env_3.hasError = true;
            }
            finally {
                post_open_disposeResources(env_3);
            }
        }
        catch (error) {
            const isGiven = (name) => inputs.given([name]).length > 0;
            const advise = (text, speaker) => adviceFor({ text, speaker, isGiven });
            const trouble = refusedRollback(error, ended) ?? error;
            await tellTrouble(log, trouble, advise);
            return { line: (0,errors/* why */.d8)(trouble), end: 'unknown' };
        }
    }
    catch (e_3) {
        env_2.error = e_3;
        env_2.hasError = true;
    }
    finally {
        post_open_disposeResources(env_2);
    }
}


/***/ })

};
