export const id = 554;
export const ids = [554];
export const modules = {

/***/ 8125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ Budget)
/* harmony export */ });
/** Time that several pieces of work share. */
class Budget {
    #clock;
    #leftMs;
    constructor(clock, ms) {
        this.#clock = clock;
        this.#leftMs = ms;
    }
    get leftMs() {
        return Math.max(0, this.#leftMs);
    }
    /** Does the work with a signal that ends it when nothing is left, and counts its time. */
    async spend(work) {
        const began = this.#clock.now();
        try {
            return await work(AbortSignal.timeout(Math.ceil(this.leftMs)));
        }
        finally {
            this.#leftMs -= this.#clock.now() - began;
        }
    }
}


/***/ }),

/***/ 1088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ GitHubApi),
  O: () => (/* binding */ unreadable)
});

// EXTERNAL MODULE: ./build/model/backoff.js
var backoff = __webpack_require__(1326);
// EXTERNAL MODULE: ./build/model/errors.js
var errors = __webpack_require__(2011);
// EXTERNAL MODULE: ./build/model/values/json.js
var values_json = __webpack_require__(9543);
// EXTERNAL MODULE: ./build/github/github-error.js
var github_error = __webpack_require__(3312);
;// CONCATENATED MODULE: ./build/github/refusal.js


/** What GitHub asks for where it says that too much was asked, and not for how long. */
const LIMIT_PAUSE_MS = 60_000;
/** Of a token that may not. A pull request that is locked is answered with 403 as well. */
const NOT_PERMITTED = /\bnot accessible by\b/i;
/** An answer that is no success, as an error. `mayChange` is true of a request that changes something. */
function refusal(answer, json, mayChange) {
    const { code, headers } = answer;
    const words = wordsIn(json);
    const message = `GitHub answered HTTP ${code}${words === '' ? '' : `: ${words}`}`;
    if (isRateLimit(answer, words))
        return new github_error/* GitHubError */.y(message, { trouble: 'rate-limit', code, waitMs: waitMs(answer) });
    if (NOT_PERMITTED.test(words)) {
        return new github_error/* GitHubError */.y(message, {
            trouble: 'not-permitted',
            code,
            accepted: headers['x-accepted-github-permissions']
        });
    }
    if (code >= 500)
        return new github_error/* GitHubError */.y(message, { trouble: 'no-answer', code, mayHaveHappened: mayChange });
    return new github_error/* GitHubError */.y(message, { trouble: 'refused', code });
}
/** `message`, and what it says of single fields. */
function wordsIn(json) {
    if (!(0,values_json/* isRecord */.u)(json))
        return '';
    const { message, errors } = json;
    const details = Array.isArray(errors) ? errors.map(detailIn).filter((detail) => detail !== '') : [];
    return [typeof message === 'string' ? message : '', ...details].filter((part) => part !== '').join(': ');
}
function detailIn(error) {
    if (typeof error === 'string')
        return error;
    if (!(0,values_json/* isRecord */.u)(error))
        return '';
    const { message, field, code } = error;
    if (typeof message === 'string')
        return message;
    return typeof field === 'string' && typeof code === 'string' ? `${field} ${code}` : '';
}
/** A limit is told as 403 as well as 429; what is not permitted is 403 too. */
function isRateLimit({ code, headers }, words) {
    if (code === 429)
        return true;
    if (code !== 403)
        return false;
    return headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(words);
}
/** By GitHub's own clock, since the runner's may be wrong. */
function waitMs({ headers }) {
    const seconds = Number(headers['retry-after'] ?? Number.NaN);
    if (seconds >= 0)
        return seconds * 1000;
    const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN) * 1000;
    const now = Date.parse(headers['date'] ?? '') || Date.now();
    return headers['x-ratelimit-remaining'] === '0' && reset > 0 ? Math.max(0, reset - now) : LIMIT_PAUSE_MS;
}

;// CONCATENATED MODULE: ./build/github/github-api.js





const TRIES = 3;
const PAUSES = { first: 500, most: 4_000 };
/** A page of a hundred comments may be as long as this. */
const MAX_BYTES = 32 * 1024 * 1024;
/**
 * GitHub's REST API for one repository. Calls are made one after the other, as GitHub asks. What may be sent again is, while
 * there is time; every failure is a GitHubError, or the stop's reason.
 */
class GitHubApi {
    #options;
    constructor(options) {
        this.#options = options;
    }
    /** Paths begin below the repository's. */
    async get(path, query = {}) {
        return (await this.#persist({ method: 'GET', url: this.#url(path, query) }, true)).json;
    }
    /** All items of a list, page by page. */
    async list(path, query = {}) {
        const items = [];
        for (let page = 1;; page++) {
            const url = this.#url(path, { ...query, per_page: '100', page: String(page) });
            const { json, headers } = await this.#persist({ method: 'GET', url }, true);
            if (!Array.isArray(json))
                throw unreadable();
            items.push(...json);
            if (!/;\s*rel="next"/.test(headers['link'] ?? ''))
                return items;
        }
    }
    /** Makes something new: sent once, for a second time might make a second. */
    async create(path, body) {
        return await this.#persist({ method: 'POST', url: this.#url(path), body }, false);
    }
    /** Changes what is the same when it is changed twice. */
    async change(path, body) {
        await this.#persist({ method: 'PATCH', url: this.#url(path), body }, true);
    }
    async remove(path) {
        await this.#persist({ method: 'DELETE', url: this.#url(path) }, true);
    }
    /** The login of whom the token is for, as REST names the authors of comments; undefined where GitHub does not say. */
    async login() {
        const url = new URL(this.#options.access.graphqlUrl);
        const { json } = await this.#persist({ method: 'POST', url, body: { query: 'query { viewer { login } }' } }, true);
        const data = (0,values_json/* isRecord */.u)(json) ? json['data'] : undefined;
        const viewer = (0,values_json/* isRecord */.u)(data) ? data['viewer'] : undefined;
        return (0,values_json/* isRecord */.u)(viewer) && typeof viewer['login'] === 'string' ? viewer['login'] : undefined;
    }
    #url(path, query = {}) {
        const { apiUrl, repository } = this.#options.access;
        const url = new URL(`${apiUrl.replace(/\/+$/, '')}/repos/${repository}${path}`);
        url.search = new URLSearchParams(query).toString();
        return url;
    }
    async #persist(call, isRepeatable) {
        const { budget } = this.#options;
        for (let attempt = 1;; attempt++) {
            try {
                return await this.#send(call);
            }
            catch (error) {
                const ms = pauseBefore(error, attempt, isRepeatable);
                if (ms === undefined || ms >= budget.leftMs)
                    throw error;
                await this.pause(ms);
            }
        }
    }
    /** Part of the time that all calls together may take. */
    async pause(ms) {
        const { budget, clock } = this.#options;
        await budget.spend(() => clock.sleep(ms));
    }
    async #send({ method, url, body }) {
        const { access, budget, exchange, stop, version } = this.#options;
        if (budget.leftMs <= 0)
            throw outOfTime(false);
        const mayChange = method !== 'GET';
        const answer = await budget.spend(async (end) => {
            try {
                return await exchange({
                    method,
                    url,
                    headers: headersFor(access, version),
                    ...(body !== undefined && { body: JSON.stringify(body) }),
                    signal: AbortSignal.any([end, stop]),
                    maxBytes: MAX_BYTES
                });
            }
            catch (cause) {
                stop.throwIfAborted();
                if (end.aborted)
                    throw outOfTime(mayChange);
                const options = { trouble: 'no-answer', cause, mayHaveHappened: mayChange };
                throw new github_error/* GitHubError */.y(`GitHub’s API did not answer: ${(0,errors/* why */.d8)(cause)}`, options);
            }
        });
        const json = parse(answer.text);
        if (answer.code < 200 || answer.code >= 300)
            throw refusal(answer, json, mayChange);
        return { code: answer.code, headers: answer.headers, json };
    }
}
function headersFor({ token }, version) {
    return {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'user-agent': `ignite-deploy/${version}`,
        'x-github-api-version': '2022-11-28'
    };
}
/** Milliseconds; undefined where there is to be no other try. */
function pauseBefore(error, attempt, isRepeatable) {
    if (!(error instanceof github_error/* GitHubError */.y) || attempt >= TRIES)
        return undefined;
    // What is over a limit was not done.
    if (error.trouble === 'rate-limit')
        return error.waitMs;
    return error.trouble === 'no-answer' && isRepeatable ? (0,backoff/* pauseAfter */.l)(PAUSES, attempt) : undefined;
}
function outOfTime(mayHaveHappened) {
    const options = { trouble: 'no-time', mayHaveHappened };
    return new github_error/* GitHubError */.y('GitHub’s API took longer than what is told there may take', options);
}
/** What came is no answer of this API. */
function unreadable() {
    return new github_error/* GitHubError */.y('GitHub’s API gave an answer of another form than is documented', { trouble: 'refused' });
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 3312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isAnsweredWith),
/* harmony export */   y: () => (/* binding */ GitHubError)
/* harmony export */ });
/** A call of GitHub's API failed. */
class GitHubError extends Error {
    trouble;
    code;
    accepted;
    waitMs;
    mayHaveHappened;
    constructor(message, facts) {
        super(message, facts);
        this.name = 'GitHubError';
        this.trouble = facts.trouble;
        this.code = facts.code;
        this.accepted = facts.accepted;
        this.waitMs = facts.waitMs;
        this.mayHaveHappened = facts.mayHaveHappened ?? false;
    }
}
/** Whether GitHub answered with that HTTP status. */
function isAnsweredWith(error, code) {
    return error instanceof GitHubError && error.code === code;
}


/***/ }),

/***/ 9554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   askPullRequest: () => (/* binding */ askPullRequest),
/* harmony export */   l: () => (/* binding */ pullRequestWith)
/* harmony export */ });
/* harmony import */ var _model_values_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9543);
/* harmony import */ var _model_values_pull_request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5434);
/* harmony import */ var _budget_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8125);
/* harmony import */ var _github_api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1088);




/** How long GitHub may take to tell of one. */
const ASKING_MS = 20_000;
/** Reads a pull request by its number. Throws GitHubError. */
async function askPullRequest(options, number) {
    const api = new _github_api_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubApi */ .y({ ...options, budget: new _budget_js__WEBPACK_IMPORTED_MODULE_1__/* .Budget */ ._(options.clock, ASKING_MS) });
    const found = (0,_model_values_pull_request_js__WEBPACK_IMPORTED_MODULE_2__/* .readPullRequest */ .DQ)(await api.get(`/pulls/${number}`), options.access.repository);
    if (!found)
        throw (0,_github_api_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O)();
    return found;
}
/** The number of the pull request that brought a commit, or would: an open one first. Undefined where there is none. */
async function pullRequestWith(api, commit) {
    const listed = await api.list(`/commits/${commit}/pulls`);
    const found = listed.filter(_model_values_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u);
    const chosen = found.find(({ state }) => state === 'open') ?? found[0];
    return typeof chosen?.['number'] === 'number' ? chosen['number'] : undefined;
}


/***/ })

};
