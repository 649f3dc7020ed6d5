export const id = "deployment-sweep-previews";
export const ids = ["deployment-sweep-previews"];
export const modules = {

/***/ 7161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ all)
/* harmony export */ });
/**
 * Waits for all of them, and throws what the first one failed with: what is still under way when the run tells its end
 * would go on after it.
 */
async function all(works) {
    const ends = await Promise.allSettled(works);
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed)
        throw failed.reason;
    return ends.map((end) => end.value);
}


/***/ }),

/***/ 9930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JD: () => (/* binding */ isLost),
/* harmony export */   bK: () => (/* binding */ LOOK_MS),
/* harmony export */   sR: () => (/* binding */ lookAfter),
/* harmony export */   y9: () => (/* binding */ perform)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2011);
/* harmony import */ var _poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8045);


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
        if (error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Stopped */ .C9)
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
    return error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PlatformError */ .Wk && AFTER_THE_EFFECT.includes(error.code);
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
            return (await (0,_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .poll */ .w)(take, { clock, pauses: PAUSES, ms })) ?? otherwise;
        }
        catch (error) {
            if (!(error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExpectedError */ .Dh && endsLook(error)))
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
            if (!(error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExpectedError */ .Dh) || endsLook(error))
                throw error;
            this.trouble = error;
            return undefined;
        }
    }
}
/** No waiting makes an answer readable. */
function endsLook(error) {
    return error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Stopped */ .C9 || (error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PlatformError */ .Wk && error.isUnreadable);
}
/** True where the call may have taken effect although no answer came. */
function isLost(error) {
    return error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PlatformError */ .Wk && error.ambiguous;
}
/** What a call failed with; undefined where it succeeded. A bug of ours is thrown. */
async function failureOf(work) {
    try {
        await work;
        return undefined;
    }
    catch (error) {
        if (error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExpectedError */ .Dh)
            return error;
        throw error;
    }
}


/***/ }),

/***/ 8045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ poll)
/* harmony export */ });
/* harmony import */ var _model_backoff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1326);

/** Looks until there is something to see, or the time is over: then undefined. Throws what looking throws. */
async function poll(look, { clock, pauses, ms }) {
    const deadline = clock.now() + ms;
    const backoff = new _model_backoff_js__WEBPACK_IMPORTED_MODULE_0__/* .Backoff */ .n(pauses);
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


/***/ }),

/***/ 4062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G_: () => (/* binding */ makerIn),
/* harmony export */   P5: () => (/* binding */ isMadeBy),
/* harmony export */   Ud: () => (/* binding */ pullRequestIn),
/* harmony export */   kN: () => (/* binding */ withMark),
/* harmony export */   r0: () => (/* binding */ isPullRequest)
/* harmony export */ });
/** The last line of an app's description, by which it tells whose runs made it (docs/decisions/0008). */
const MARK = /(?:^|\n)[ \t]*Deployed by (\S+) \(dodil\/ignite-deploy\)\s*$/;
/** Who made the app, as its description says; undefined where it says nothing of it. */
function makerIn(description) {
    return MARK.exec(description ?? '')?.[1];
}
/** A description with the mark at its end; undefined where there is neither. */
function withMark(description, madeBy) {
    if (madeBy === undefined)
        return description;
    const text = description?.replace(MARK, '').trimEnd() ?? '';
    return `${text}${text === '' ? '' : '\n\n'}Deployed by ${madeBy} (dodil/ignite-deploy)`;
}
/** Whether the maker is this repository or a pull request of it, or this pull request. GitHub's names have no case. */
function isMadeBy(description, madeBy) {
    const [maker, wanted] = [makerIn(description)?.toLowerCase(), madeBy.toLowerCase()];
    return maker === wanted || (maker?.startsWith(`${wanted}#`) ?? false);
}
/** Whether it is a pull request, and not a repository as a whole. */
function isPullRequest(madeBy) {
    return madeBy?.includes('#') ?? false;
}
/** The number of the repository's pull request that made the app; undefined where it is none's. */
function pullRequestIn(description, repository) {
    const [maker, number = ''] = makerIn(description)?.split('#') ?? [];
    const isOurs = maker?.toLowerCase() === repository.toLowerCase() && /^[1-9]\d{0,9}$/.test(number);
    return isOurs ? Number(number) : undefined;
}


/***/ }),

/***/ 3128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D_: () => (/* binding */ findChecked),
/* harmony export */   J0: () => (/* binding */ findApp),
/* harmony export */   J3: () => (/* binding */ existingApp)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2011);
/* harmony import */ var _model_platform_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4799);
/* harmony import */ var _model_ports_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(832);
/* harmony import */ var _all_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7161);




/** Reads the app in a step of its own. Undefined where there is none. */
function findApp(run) {
    return findChecked(run, (found) => found);
}
/** The same. Throws `app_missing` where there is none. */
function existingApp(run) {
    return findChecked(run, (found) => found ?? missing(run));
}
/** The same. `check` gives what was found, or refuses it: then the step fails. */
function findChecked(run, check) {
    return run.step('Read app', async () => check(await readApp(run)), (found) => foundLine(run, found));
}
function missing({ app }) {
    throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DeployError */ .sH('app_missing', `The app ${(0,_model_ports_run_js__WEBPACK_IMPORTED_MODULE_1__/* .appId */ .R)(app)} does not exist.`, {
        hint: 'Check `app`, and the organization in it: without one, the token\u2019s own is used.'
    });
}
async function readApp({ app, platform, tools }) {
    const [state, draft, versions] = await (0,_all_js__WEBPACK_IMPORTED_MODULE_2__/* .all */ .Q)([
        platform.readApp(app),
        platform.readDraft(app),
        platform.readVersions(app)
    ]);
    if (!state)
        return undefined;
    tools.report({ appId: state.id, publicUrls: state.publicUrls, ...previous(state.activeVersion) });
    const active = versions.find(({ number }) => number === state.activeVersion);
    return { state, draft, versions, highestVersion: (0,_model_platform_state_js__WEBPACK_IMPORTED_MODULE_3__/* .highest */ .BR)(versions), active };
}
function previous(activeVersion) {
    return activeVersion > 0 ? { previousVersion: activeVersion, activeVersion } : {};
}
function foundLine({ app }, found) {
    if (!found)
        return `${(0,_model_ports_run_js__WEBPACK_IMPORTED_MODULE_1__/* .appId */ .R)(app)} does not exist yet`;
    const { activeVersion } = found.state;
    return activeVersion > 0
        ? `Version ${activeVersion} of ${(0,_model_ports_run_js__WEBPACK_IMPORTED_MODULE_1__/* .appId */ .R)(app)} is active`
        : `${(0,_model_ports_run_js__WEBPACK_IMPORTED_MODULE_1__/* .appId */ .R)(app)} has no published version yet`;
}


/***/ }),

/***/ 1087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ removeOwn)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2011);
/* harmony import */ var _model_ports_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(832);
/* harmony import */ var _deed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9930);
/* harmony import */ var _settings_maker_mark_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4062);




/** Removes an app that this repository's runs made. One that is not there is no failure: a job may run again. */
async function removeOwn(run, found) {
    if (found) {
        const made = async () => checkMaker(run, found);
        await run.step('Check maker', made, () => `${(0,_settings_maker_mark_js__WEBPACK_IMPORTED_MODULE_2__/* .makerIn */ .G_)(found.state.settings.description)} made ${found.state.id}`);
        await remove(run, found);
        return { status: 'removed', reason: 'ok' };
    }
    run.tools.log.notice(`${(0,_model_ports_run_js__WEBPACK_IMPORTED_MODULE_3__/* .appId */ .R)(run.app)} does not exist: nothing is deleted.`);
    return { status: 'unchanged', reason: 'unchanged' };
}
/** Removes the app, only as it was found: one that was made or published anew meanwhile is not the one that was meant. */
function remove(run, { state }) {
    const { app, platform, tools } = run;
    const send = async () => {
        tools.stop.throwIfAborted();
        tools.report({ changed: 'unknown', activeVersion: 'unknown' });
        const deed = {
            send: () => platform.deleteApp(app),
            look: () => platform.readApp(app),
            seen: (now) => {
                if (!now)
                    return 'done';
                return isSameApp(now, state) ? undefined : 'otherwise';
            }
        };
        conclude(run, await (0,_deed_js__WEBPACK_IMPORTED_MODULE_1__/* .perform */ .y9)(deed, tools.clock));
    };
    return run.step('Delete app', send, () => `Deleted ${(0,_model_ports_run_js__WEBPACK_IMPORTED_MODULE_3__/* .appId */ .R)(app)}`);
}
/** Throws where the app's description does not say that runs of this repository made it. */
function checkMaker({ app, plan }, { state }) {
    const { description } = state.settings;
    if (plan.madeBy !== undefined && (0,_settings_maker_mark_js__WEBPACK_IMPORTED_MODULE_2__/* .isMadeBy */ .P5)(description, plan.madeBy))
        return;
    const maker = (0,_settings_maker_mark_js__WEBPACK_IMPORTED_MODULE_2__/* .makerIn */ .G_)(description);
    const made = maker === undefined ? 'its description does not say which repository made it' : `${maker} made it`;
    throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DeployError */ .sH('bad_input', `${(0,_model_ports_run_js__WEBPACK_IMPORTED_MODULE_3__/* .appId */ .R)(app)} is not deleted: ${made}, and this run is ${ofRun(plan)}.`, {
        hint: 'Only an app that this repository\u2019s runs made is deleted. Delete another one by hand, with `dodil ignite app delete`.'
    });
}
function ofRun({ madeBy }) {
    return madeBy === undefined ? 'of no repository that the runner names' : `of ${madeBy}`;
}
function isSameApp(now, before) {
    return now.activeVersion === before.activeVersion && now.settings.description === before.settings.description;
}
function conclude({ app, tools }, end) {
    if (end.state)
        tools.report({ activeVersion: end.state.activeVersion || 'none' });
    switch (end.kind) {
        case 'seen':
            tools.report({ changed: true, activeVersion: 'none', publicUrls: [] });
            return;
        case 'otherwise':
            throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DeployError */ .sH('draft_conflict', `Another run has deployed ${(0,_model_ports_run_js__WEBPACK_IMPORTED_MODULE_3__/* .appId */ .R)(app)} while it was being deleted.`, {
                hint: 'It is left alone now. Run the job again to delete it.'
            });
        case 'refused':
            if (end.state)
                tools.report({ changed: false });
            throw end.error;
        case 'unseen':
            throw end.error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Stopped */ .C9 ? unanswered(end.error, app) : unseen(app, end);
    }
}
function unseen(app, { error, state }) {
    const said = error ? (0,_model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .clause */ .sb)(error) : 'the platform took the call';
    const last = state ? ', and the app was there at the last look' : '';
    return new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DeployError */ .sH(error?.reason ?? 'platform_unavailable', `It is not known whether ${(0,_model_ports_run_js__WEBPACK_IMPORTED_MODULE_3__/* .appId */ .R)(app)} was deleted: ${said}${last}.`, { cause: error, hint: AGAIN });
}
const AGAIN = 'Run the job again: an app that is gone is no failure.';
/** The run was told to stop while the call was on its way. */
function unanswered(stopped, app) {
    const words = `${stopped.message} The call that deletes ${(0,_model_ports_run_js__WEBPACK_IMPORTED_MODULE_3__/* .appId */ .R)(app)} was sent and not answered: it may be gone.`;
    return new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Stopped */ .C9(stopped.reason, words, { hint: AGAIN });
}


/***/ }),

/***/ 8074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ stepper)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2011);
/* harmony import */ var _model_values_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9392);


function stepper({ log, clock, stop, timeline }) {
    return async (name, work, done) => {
        const started = clock.now();
        try {
            stop.throwIfAborted();
            const result = await log.group(name, work);
            const ms = clock.now() - started;
            const line = (0,_model_values_words_js__WEBPACK_IMPORTED_MODULE_1__/* .withShortDigests */ .IK)(done(result));
            log.info(line + (0,_model_values_words_js__WEBPACK_IMPORTED_MODULE_1__/* .inTime */ .RN)(ms));
            timeline({ name, line, ms, failed: false });
            return result;
        }
        catch (cause) {
            const ms = clock.now() - started;
            log.info(`${name} ${stop.aborted ? 'stopped' : 'failed'}${(0,_model_values_words_js__WEBPACK_IMPORTED_MODULE_1__/* .inTime */ .RN)(ms)}`);
            timeline({ name, line: 'failed', ms, failed: true });
            throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepError */ .zg(name, stop.aborted && !(cause instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExpectedError */ .Dh) ? stop.reason : cause);
        }
    };
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

/***/ 4799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $g: () => (/* binding */ isFinished),
/* harmony export */   BR: () => (/* binding */ highest),
/* harmony export */   V4: () => (/* binding */ contradicts),
/* harmony export */   ev: () => (/* binding */ isNamed)
/* harmony export */ });
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


/***/ }),

/***/ 832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ appId)
/* harmony export */ });
/** `acme/greeter`. */
function appId({ organization, name }) {
    return `${organization}/${name}`;
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

/***/ 833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LJ: () => (/* binding */ TOO_MANY),
/* harmony export */   QZ: () => (/* binding */ STATUS_ADVICE),
/* harmony export */   WH: () => (/* binding */ TOO_MANY_ADVICE),
/* harmony export */   dM: () => (/* binding */ GRANT),
/* harmony export */   ri: () => (/* binding */ REPORT)
/* harmony export */ });
/** `<service-account-id>` is the value of the input of that name, which may be a secret. */
const GRANT = '`dodil auth service-account grant-role <service-account-id> ignite-authorization-service ignite.app-developer`, and run the job again 5 minutes later: so long the platform goes by the roles from before.';
/** Of what nothing in a workflow mends. */
const REPORT = 'if it stays so, report it to Dodil\u2019s support, with the time of this run.';
/** gRPC status \u2192 what the reader of the log can do, where nothing nearer is known. Exhaustive on purpose. */
const STATUS_ADVICE = {
    OK: undefined,
    CANCELLED: 'The platform ended the call. Run the job again.',
    UNKNOWN: `The platform failed without saying why. Run the job again; ${REPORT}`,
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
    INTERNAL: `The platform failed inside. Run the job again; ${REPORT}`,
    UNAVAILABLE: `The platform is restarting, or has trouble of its own, and nothing in the workflow mends that. Run the job again in some minutes; ${REPORT}`,
    DATA_LOSS: 'The platform reports lost data. Report it to Dodil\u2019s support, with the time of this run.',
    UNAUTHENTICATED: 'Give other credentials, of the platform that `api-endpoint` names.'
};
/** Where the words of RESOURCE_EXHAUSTED speak of how often something is asked, and of no quota or size. */
const TOO_MANY = /too many (?:requests|calls)|\brate[ -]?limit|\brate (?:(?:is |was )?(?:exceeded|too high)|of requests)|throttl|requests per|slow down/i;
const TOO_MANY_ADVICE = 'The platform takes fewer requests at a time. Run the job again later, and let the jobs that deploy wait for each other.';


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

/***/ 2504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CG: () => (/* binding */ requirementsOf),
/* harmony export */   kP: () => (/* binding */ servicesFor),
/* harmony export */   yT: () => (/* binding */ READS)
/* harmony export */ });
/* harmony import */ var _model_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4317);

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
    return compute(row('UpdateAppConfig', APP, _model_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .SETTINGS */ .yy[need.setting].input));
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


/***/ }),

/***/ 4154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ openSession)
});

// EXTERNAL MODULE: ./build/action/mask.js
var mask = __webpack_require__(8839);
// EXTERNAL MODULE: ./build/model/errors.js
var errors = __webpack_require__(2011);
// EXTERNAL MODULE: ./build/model/values/words.js
var words = __webpack_require__(9392);
// EXTERNAL MODULE: ./build/platform/advice/connections.js
var connections = __webpack_require__(2678);
// EXTERNAL MODULE: ./build/platform/advice/statuses.js
var statuses = __webpack_require__(833);
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
function cancelledBy(signal, call) {
    const cancel = () => call.cancel();
    if (signal.aborted)
        cancel();
    signal.addEventListener('abort', cancel, { once: true });
    return { [Symbol.dispose]: () => signal.removeEventListener('abort', cancel) };
}

// EXTERNAL MODULE: ./build/model/values/json.js
var json = __webpack_require__(9543);
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
    const isTooMany = code === 'RESOURCE_EXHAUSTED' && statuses/* TOO_MANY */.LJ.test(error.details);
    const hint = isTooMany ? statuses/* TOO_MANY_ADVICE */.WH : (own ?? trouble?.hint ?? statuses/* STATUS_ADVICE */.QZ[code]);
    const doing = NAMED.includes(code) ? named(purpose) : purpose.doing;
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
    const cure = token?.cure ?? statuses/* STATUS_ADVICE */.QZ.UNAUTHENTICATED;
    return token?.refusal() ?? [skewIn(error), cure].filter((part) => part !== undefined).join(' ');
}
/** `Saving the draft of acme/greeter (SaveDraft)`. */
function named({ doing, rpc }) {
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
    return new errors/* Stopped */.C9('timed_out', `${reason.message} It was waiting for the platform: ${named(purpose)}.`, {
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

// EXTERNAL MODULE: ./build/model/backoff.js
var backoff = __webpack_require__(1326);
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
const PAUSES = { first: 500, most: 8_000 };
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
    return (0,backoff/* pauseAfter */.l)(PAUSES, attempt) * (1 - Math.random() / 4);
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
        return statuses/* TOO_MANY */.LJ.test(details);
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
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
    const files = parse(read(path));
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
function parse(bytes) {
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
        const _ = __addDisposableResource(env_1, cancelledBy(signal, stream), false);
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
        __disposeResources(env_1);
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
    for (const file of sorted(new Map([...files].map((each) => [each.name, each])))) {
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
function sorted(files) {
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
    if (isWhole(file, known))
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
function isWhole(file, known) {
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

// EXTERNAL MODULE: ./build/model/ports/run.js
var run = __webpack_require__(832);
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
function plain(message) {
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
    return (0,wrappers/* isWrapperDesc */.lU)(field.message) ? plain(message)['value'] : plain(message);
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

// EXTERNAL MODULE: ./build/model/settings.js
var settings = __webpack_require__(4317);
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
    const inputs = (0,settings/* namesIn */.wX)(change).map((name) => `\`${settings/* SETTINGS */.yy[name].input}\``);
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
        INVALID_ARGUMENT: `${statuses/* STATUS_ADVICE */.QZ.INVALID_ARGUMENT} ${check}`,
        FAILED_PRECONDITION: `${statuses/* STATUS_ADVICE */.QZ.FAILED_PRECONDITION} ${check}`,
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
        const _ = call_addDisposableResource(env_1, cancelledBy(grace.signal, sent), false);
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
        const _ = streams_addDisposableResource(env_1, cancelledBy(link.stop, incoming), false);
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
        const _ = streams_addDisposableResource(env_2, cancelledBy(link.stop, outgoing), false);
        try {
            const isWhole = await pour(outgoing, encoded(method, requests), ended.signal);
            const answer = decode(method, await promise, manner);
            if (!isWhole)
                throw answeredEarly(manner);
            return answer;
        }
        catch (error) {
            if (!link.stop.aborted && isRefusal(error))
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
function isRefusal(error) {
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

// EXTERNAL MODULE: ./build/model/values/image-reference.js
var image_reference = __webpack_require__(1796);
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
const READERS = {
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
    const read = settings/* SETTING_NAMES */.OI.map((name) => [name, settingIn(app, settings/* SETTINGS */.yy[name])]);
    return Object.fromEntries(read);
}
function settingIn(app, row) {
    const path = row.field.split('.');
    const field = path.at(-1) ?? '';
    const holder = holderOf(app, path);
    if (holder === undefined)
        return undefined;
    return row.kind === 'word' ? ourWord(answer_text(holder, field), row.words) : READERS[row.kind](holder, field);
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
    return (0,settings/* namesIn */.wX)(change).reduce((held, name) => {
        const { field, kind } = settings/* SETTINGS */.yy[name];
        const value = change[name];
        return laid(held, field.split('.'), kind === 'word' ? theirWord(String(value)) : value);
    }, fields);
}
function laid(held, [first = '', ...rest], value) {
    const inner = held[first];
    return { ...held, [first]: rest.length === 0 ? value : laid((0,json/* isRecord */.u)(inner) ? inner : {}, rest, value) };
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
        shown: plain(app),
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
    return (0,image_reference/* parseImageReference */.o_)(imageRef) ? { imageRef } : {};
}
/** Only RustRuntime has fields with known names. */
function runtimeIn(version) {
    const runtime = message(version, 'runtime');
    const [name, options] = Object.entries(runtime ? plain(runtime) : {})[0] ?? [];
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
    const answer = await compute.look('GetApp', appKey(app), `Reading the app ${(0,run/* appId */.R)(app)}`);
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
    await compute.call('CreateApp', request, writing(`Creating the app ${(0,run/* appId */.R)(app)}`, 'app_missing', { hints }));
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
    const manner = writing(`Changing the settings of ${(0,run/* appId */.R)(app)}`, 'settings_failed', { hints });
    await compute.call('UpdateAppConfig', { ...rest, ...changed, ...appKey(app) }, manner);
}
async function readVersions(compute, app) {
    const answer = await compute.look('ListAppVersions', appKey(app), `Reading the versions of ${(0,run/* appId */.R)(app)}`);
    return answer ? messages(answer, 'versions').map(versionFrom) : [];
}
/** The description goes where the server's type has a field for it. */
async function publishDraft(compute, app, { draft, description }) {
    const details = { effect: 'publish', capMs: PUBLISH_MS, hints: GONE };
    const manner = {
        ...writing(`Publishing ${(0,run/* appId */.R)(app)}`, 'publish_failed', details),
        graceMs: PUBLISH_GRACE_MS,
        once: ['PublishDraft', (0,run/* appId */.R)(app), draft.codeHash, draft.imageRef, draft.createdAtMs].join('\n')
    };
    const described = description === undefined ? {} : offered(compute.method('PublishDraft').input, { description });
    const request = { ...appKey(app), ...described };
    const version = number(await compute.call('PublishDraft', request, manner), 'published_version');
    return version > 0 ? version : undefined;
}
async function rollback(compute, app, version) {
    const manner = writing(`Rolling ${(0,run/* appId */.R)(app)} back to version ${version}`, 'rollback_refused');
    await compute.call('RollbackApp', { ...appKey(app), version }, manner);
}
async function deleteApp(compute, app) {
    await compute.call('DeleteApp', appKey(app), writing(`Deleting ${(0,run/* appId */.R)(app)}`, 'platform_unavailable'));
}
async function testVersion(compute, app, request) {
    return await compute.ifOffered('TestAppVersion', async ({ name, input }) => {
        if (!Object.keys(request).every((field) => hasField(input, [field])))
            return undefined;
        const manner = writing(`Testing version ${request.version} of ${(0,run/* appId */.R)(app)}`, 'test_failed');
        const answer = await compute.call(name, { ...appKey(app), ...request }, manner);
        return answer_text(message(answer, 'execution') ?? answer, 'execution_id');
    });
}

;// CONCATENATED MODULE: ./build/platform/areas/app-code.js





/** With all its tries: it is a look beside the deployment, which must not wait for it. */
const app_code_READ_MS = 20_000;
async function readCode(compute, app, { version, stop }) {
    return await compute.ifOffered('GetAppCode', async ({ name, input }) => {
        // Without a version, the active one is meant.
        const request = { ...appKey(app), ...offered(input, { version }) };
        const doing = `Reading the code of version ${version} of ${(0,run/* appId */.R)(app)}`;
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
function numberIn(fields, names) {
    const found = names.map((name) => Number(fields[name] ?? 0)).find((value) => value > 0);
    return found ?? 0;
}
/** Milliseconds since the epoch; 0 where there is no time. */
function timeIn(fields) {
    return numberIn(fields, TIMES);
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
        return typeof item === 'string' ? item : shownJson(item);
    const [reason, message] = [textIn(item, REASONS), textIn(item, MESSAGES)];
    if (reason === '' && message === '')
        return shownJson(item);
    const times = numberIn(item, COUNTS);
    const what = [reason, message].filter((part) => part !== '').join(': ');
    return [clockTime(timeIn(item)), textIn(item, LEVELS), what, times > 1 ? `(${times} times)` : '']
        .filter((part) => part !== '')
        .join(' ');
}
/** `greeter-7c9d8-abc: CRASH_LOOP_BACK_OFF, 3 restarts: the container ended`. */
function replicaLine(item) {
    if (!(0,json/* isRecord */.u)(item))
        return typeof item === 'string' ? item : shownJson(item);
    const state = textIn(item, STATES);
    if (state === '')
        return shownJson(item);
    const [id, message, restarts] = [textIn(item, REPLICAS), textIn(item, MESSAGES), numberIn(item, RESTARTS)];
    const often = restarts > 0 ? `, ${(0,words/* count */.U9)(restarts, 'restart')}` : '';
    return `${id === '' ? '' : `${id}: `}${state}${often}${message === '' ? '' : `: ${message}`}`;
}
/** Of the day: what is shown is of these minutes. */
function clockTime(ms) {
    const time = new Date(ms);
    return ms > 0 && !Number.isNaN(time.getTime()) ? time.toISOString().slice(11, 19) : '';
}
/** Bytes as the text that they are. */
function shownJson(value) {
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
    const lines = answer && (valueAt(answer, 'lines') ?? Object.values(plain(answer)).find(Array.isArray));
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
            lines.push(...(Array.isArray(told) ? told : [plain(chunk)]).map(logLine));
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
        text: lineText(line) ?? lineText(fields['data']) ?? shownJson(line)
    };
}
async function readCondition(compute, app) {
    const answer = await report(compute, app, { method: 'GetAppState', doing: 'Reading the state' });
    if (answer === undefined)
        return undefined;
    const fields = plain(answer);
    const word = textIn(fields, ['deployment_state', 'state', 'status', 'phase']).toUpperCase();
    // A text need not be an enum's value, and is written like one all the same.
    const state = word.replace(/^DEPLOYMENT_STATE_/, '');
    return { state: state === 'UNSPECIFIED' ? '' : state, shown: shownJson(fields) };
}
async function readEvents(compute, app) {
    const narrowed = { limit: LOG_LINES };
    const answer = await report(compute, app, { method: 'GetAppEvents', doing: 'Reading the events', narrowed });
    return answer && itemsIn(plain(answer)).map(eventLine);
}
async function readReplicas(compute, app) {
    const answer = await report(compute, app, { method: 'ListAppReplicas', doing: 'Reading the replicas' });
    return answer && itemsIn(plain(answer)).map(replicaLine);
}
function report(compute, app, { method, doing, narrowed = {} }) {
    return compute.ifOffered(method, ({ input }) => {
        return compute.look(method, { ...appKey(app), ...offered(input, narrowed) }, `${doing} of ${(0,run/* appId */.R)(app)}`);
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
function placeOf(field, { save, update }, isCompiled) {
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
    const names = (0,settings/* namesIn */.wX)(schemas).filter((name) => placeOf(settings/* SETTINGS */.yy[name].field, takers, isCompiled) === 'setting');
    return Object.fromEntries(names.map((name) => [name, schemas[name]]));
}
/** The rest of the description by the proto's names. What has no place goes with the draft, to be refused by name. */
function placed(description, takers, isCompiled) {
    const given = Object.entries(description_byField(description)).filter(([, value]) => value !== undefined);
    const places = Map.groupBy(given, ([field]) => placeOf(field, takers, isCompiled) ?? 'draft');
    return {
        draft: Object.fromEntries(places.get('draft') ?? []),
        source: Object.fromEntries(places.get('source') ?? [])
    };
}
/** `dependencies` is documented nowhere but as a flag. */
function description_byField({ inputSchema, outputSchema, dependencies }) {
    return {
        [settings/* SETTINGS */.yy.inputSchema.field]: inputSchema,
        [settings/* SETTINGS */.yy.outputSchema.field]: outputSchema,
        dependencies: dependencies.length > 0 ? dependencies : undefined
    };
}

;// CONCATENATED MODULE: ./build/platform/areas/drafts.js










/** Saves the code, with the description where SaveDraft takes it. */
async function saveDraft(compute, app, { code, description }) {
    const { draft: beside, source } = placed(description, takersOf(compute), code.kind === 'compile');
    const details = { effect: 'replace', capMs: SAVE_MS, hints: { ...GONE, ...codeAdvice(code) } };
    const manner = writing(`Saving the draft of ${(0,run/* appId */.R)(app)}`, 'source_error', details);
    const answer = await compute.call('SaveDraft', { ...appKey(app), code: codeSource(code, source), ...beside }, manner);
    const draft = draftIn(answer) ?? (await readDraft(compute, app));
    if (draft === undefined)
        throw noDraft(manner.doing);
    return draft;
}
async function readDraft(compute, app) {
    const answer = await compute.look('GetDraftInfo', appKey(app), `Reading the draft of ${(0,run/* appId */.R)(app)}`);
    return answer && draftIn(answer);
}
async function compileDraft(compute, app) {
    if (compute.find('CompileDraft') === undefined)
        return undefined;
    try {
        const manner = writing(`Compiling the draft of ${(0,run/* appId */.R)(app)}`, 'compile_failed', { hints: GONE });
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
    const manner = writing(`Testing the draft of ${(0,run/* appId */.R)(app)}`, 'test_failed', { hints: GONE });
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

// EXTERNAL MODULE: ./build/platform/requirements.js
var requirements = __webpack_require__(2504);
;// CONCATENATED MODULE: ./build/platform/require-all.js







const CHECK = 'Leave out the inputs named, or check that `api-endpoint` and `descriptors` are those of the platform.';
/** Throws UnsupportedServerError that names all that is missing at once, with the inputs that need it. */
function requireAll(schema, needs) {
    if (schema.service('ComputeService') === undefined)
        throw noService('ComputeService');
    const required = [...requirements/* READS */.yT, ...needs.flatMap(requirements/* requirementsOf */.CG)];
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
        .filter(({ field }) => placeOf(field, takers, isCompiled) === undefined)
        .map(({ input, field }) => `the field \`${field}\` of SaveDraft or UpdateAppConfig${neededBy([input])}`);
}
/** A setting is changed with UpdateAppConfig; what only CreateApp has is as it was given to the app when it was made. */
function unsettable(schema, needs) {
    const has = (name, field) => hasField(schema.method('ComputeService', name)?.input, field.split('.'));
    return needs.flatMap((need) => {
        if (typeof need === 'string')
            return [];
        const { field, input } = settings/* SETTINGS */.yy[need.setting];
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

// EXTERNAL MODULE: ./build/model/values/endpoint.js
var endpoint = __webpack_require__(40);
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
        throw new errors/* AuthError */.lR(`${sentence(origin)} holds characters that no token has.`, {
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
function sentence(words) {
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
    const url = (0,endpoint/* parseTokenUrl */.qf)(text);
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
    readCode = (app, version, stop) => readCode(this.#compute, app, { version, stop });
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
// EXTERNAL MODULE: ./build/run-clock.js + 1 modules
var run_clock = __webpack_require__(8783);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(8508);
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
        return await connect({ ...access, proxy, token, version: version/* VERSION */.x, services, step, endsAt, debug, clock, stop });
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
    const onMint = (minted) => void (0,mask/* mask */.d)(minted, redactor);
    const proxy = (0,network_proxy/* proxyFor */.i)(new URL(tokenUrl), proxies);
    return accountToken({ account: { id, secret, url: tokenUrl }, proxy, clock: (0,run_clock/* clockUntil */.V)(stop), stop, onMint });
}


/***/ })

};
