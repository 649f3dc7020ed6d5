export const id = "pull-requests";
export const ids = ["pull-requests"];
export const modules = {

/***/ 7644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ openGitHub)
});

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/utils.js + 20 modules
var utils = __webpack_require__(5250);
// EXTERNAL MODULE: ./node_modules/@octokit/request-error/dist-src/index.js
var dist_src = __webpack_require__(1015);
// EXTERNAL MODULE: ./build/model/backoff.js
var backoff = __webpack_require__(1326);
// EXTERNAL MODULE: ./build/model/errors.js
var errors = __webpack_require__(2011);
// EXTERNAL MODULE: ./build/github/github-error.js
var github_error = __webpack_require__(3312);
;// CONCATENATED MODULE: ./build/github/exchange-fetch.js


/** The version of the API that the calls are written for. */
const API_VERSION = { 'x-github-api-version': '2022-11-28' };
/** A page of a hundred comments may be as long as this. */
const MAX_BYTES = 32 * 1024 * 1024;
/** A `fetch` for the client, by the exchange and in the time of the budget. Throws GitHubError, or the stop's reason. */
function exchangeFetch({ access, exchange, budget, stop }) {
    const { origin } = new URL(access.apiUrl);
    return async (address, { method, headers, body }) => {
        const url = new URL(address);
        if (url.origin !== origin)
            throw elsewhere(url);
        if (budget.leftMs <= 0)
            throw outOfTime();
        return await budget.spend(async (end) => {
            const signal = AbortSignal.any([end, stop]);
            const request = { method, url, headers: { ...headers, ...API_VERSION }, signal, maxBytes: MAX_BYTES };
            try {
                return responseOf(await exchange(body === undefined ? request : { ...request, body }));
            }
            catch (cause) {
                stop.throwIfAborted();
                if (end.aborted)
                    throw outOfTime();
                throw new github_error/* GitHubError */.y_(`GitHub\u2019s API did not answer: ${(0,errors/* why */.d8)(cause)}`, { trouble: 'no-answer', cause });
            }
        });
    };
}
/** What is no JSON stays a text to the client, whatever its type claims. */
function responseOf({ code, headers, text }) {
    const response = new Response(text || null, { status: code });
    for (const [name, value] of Object.entries(headers))
        if (value !== undefined)
            response.headers.set(name, value);
    response.headers.set('content-type', 'application/json');
    return response;
}
/** An answer names the address of the next page, and the token is for its own server alone. */
function elsewhere({ host }) {
    return new github_error/* GitHubError */.y_(`GitHub\u2019s API has its next page on another server, ${host}`, { trouble: 'refused' });
}
function outOfTime() {
    return new github_error/* GitHubError */.y_('GitHub\u2019s API took longer than what is told there may take', { trouble: 'no-time' });
}

// EXTERNAL MODULE: ./build/model/values/json.js
var values_json = __webpack_require__(9543);
;// CONCATENATED MODULE: ./build/github/refusal.js


/** What GitHub asks for where it says that too much was asked, and not for how long. */
const LIMIT_PAUSE_MS = 60_000;
/** Of a token that may not. A pull request that is locked is answered with 403 as well. */
const NOT_PERMITTED = /\bnot accessible by\b/i;
/** An answer that is no success, as an error. */
function refusal(answer) {
    const { status: code, headers, data } = answer;
    const words = wordsIn(data);
    const message = `GitHub answered HTTP ${code}${words === '' ? '' : `: ${words}`}`;
    if (isRateLimit(answer, words))
        return new github_error/* GitHubError */.y_(message, { trouble: 'rate-limit', code, waitMs: waitMs(answer) });
    if (NOT_PERMITTED.test(words)) {
        return new github_error/* GitHubError */.y_(message, {
            trouble: 'not-permitted',
            code,
            accepted: headers['x-accepted-github-permissions']
        });
    }
    return new github_error/* GitHubError */.y_(message, { trouble: code >= 500 ? 'no-answer' : 'refused', code });
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
function isRateLimit({ status: code, headers }, words) {
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

;// CONCATENATED MODULE: ./build/github/github-client.js






const TRIES = 3;
const PAUSES = { first: 500, most: 4_000 };
/** The client of `@actions/github`, made to share a time, to try again, and to send by the exchange. */
function openGitHub(options) {
    const { access, budget, clock, version } = options;
    const { rest, paginate, graphql, hook } = new utils/* GitHub */.gq((0,utils/* getOctokitOptions */.EG)(access.token, {
        baseUrl: access.apiUrl.replace(/\/+$/, ''),
        userAgent: `ignite-deploy/${version}`,
        // By itself it warns on stderr, in words of the server.
        request: { fetch: exchangeFetch(options), log: { warn: () => undefined } }
    }));
    const pause = (ms) => budget.spend(() => clock.sleep(ms));
    hook.wrap('request', async (send, call) => {
        const isRepeatable = call.method !== 'POST' || call.url.endsWith('/graphql');
        for (let attempt = 1;; attempt++) {
            try {
                return await explained(async () => await send(call));
            }
            catch (error) {
                const ms = pauseBefore(error, attempt, isRepeatable);
                if (ms === undefined || ms >= budget.leftMs)
                    throw error;
                await pause(ms);
            }
        }
    });
    const [owner = '', repo = ''] = access.repository.split('/');
    return { rest, paginate, graphql, repository: { owner, repo }, pause };
}
/** The answer, or why there is none in our words. */
async function explained(send) {
    try {
        const answer = await send();
        // The client takes a redirect that nobody followed for a success.
        if (answer.status >= 300)
            throw refusal(answer);
        if (answer.status !== 204 && !(typeof answer.data === 'object' && answer.data))
            throw (0,github_error/* unreadable */.O$)();
        return answer;
    }
    catch (error) {
        if (!(error instanceof dist_src/* RequestError */.G))
            throw error;
        throw error.response ? refusal(error.response) : error.cause;
    }
}
/** Milliseconds; undefined where there is to be no other try. */
function pauseBefore(error, attempt, isRepeatable) {
    if (!(error instanceof github_error/* GitHubError */.y_) || attempt >= TRIES)
        return undefined;
    // What is over a limit was not done.
    if (error.trouble === 'rate-limit')
        return error.waitMs;
    return error.trouble === 'no-answer' && isRepeatable ? (0,backoff/* pauseAfter */.l)(PAUSES, attempt) : undefined;
}


/***/ }),

/***/ 3312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O$: () => (/* binding */ unreadable),
/* harmony export */   UG: () => (/* binding */ isAnsweredWith),
/* harmony export */   y_: () => (/* binding */ GitHubError)
/* harmony export */ });
/** A call of GitHub's API failed. */
class GitHubError extends Error {
    trouble;
    code;
    accepted;
    waitMs;
    constructor(message, facts) {
        super(message, facts);
        this.name = 'GitHubError';
        this.trouble = facts.trouble;
        this.code = facts.code;
        this.accepted = facts.accepted;
        this.waitMs = facts.waitMs;
    }
}
/** Whether GitHub answered with that HTTP status. */
function isAnsweredWith(error, code) {
    return error instanceof GitHubError && error.code === code;
}
/** What came is no answer of this API. */
function unreadable() {
    return new GitHubError('GitHub\u2019s API gave an answer of another form than is documented', { trouble: 'refused' });
}


/***/ }),

/***/ 9554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   askPullRequest: () => (/* binding */ askPullRequest),
/* harmony export */   l: () => (/* binding */ pullRequestWith)
/* harmony export */ });
/* harmony import */ var _model_values_pull_request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5434);
/* harmony import */ var _github_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7644);
/* harmony import */ var _github_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3312);



/** Reads a pull request by its number. Throws GitHubError. */
async function askPullRequest(options, number) {
    const { rest, repository } = (0,_github_client_js__WEBPACK_IMPORTED_MODULE_0__/* .openGitHub */ .o)(options);
    const { data } = await rest.pulls.get({ ...repository, pull_number: number });
    const found = (0,_model_values_pull_request_js__WEBPACK_IMPORTED_MODULE_2__/* .readPullRequest */ .DQ)(data, options.access.repository);
    // By what it tells, a preview is removed.
    if (found?.number !== number)
        throw (0,_github_error_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O$)();
    return found;
}
/** The number of the pull request that brought a commit, or would: an open one first. Undefined where there is none. */
async function pullRequestWith({ rest, paginate, repository }, commit) {
    const parameters = { ...repository, commit_sha: commit, per_page: 100 };
    const found = await paginate(rest.repos.listPullRequestsAssociatedWithCommit, parameters);
    return (found.find(({ state }) => state === 'open') ?? found[0])?.number;
}


/***/ })

};
