export const id = "sweep-previews";
export const ids = ["sweep-previews"];
export const modules = {

/***/ 931:
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

/***/ 3124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ui: () => (/* binding */ deniedCall),
  rW: () => (/* binding */ lackIn),
  Zs: () => (/* binding */ lackOf)
});

// EXTERNAL MODULE: ./build/model/values/words.js
var values_words = __webpack_require__(9392);
// EXTERNAL MODULE: ./build/github/github-error.js
var github_error = __webpack_require__(931);
;// CONCATENATED MODULE: ./build/github/permissions.js
/**
 * What to write under `permissions:` by GitHub's header `x-accepted-github-permissions`, in which semicolons part the sets of
 * which one will do. `wanted` where it is one of them, since a call that reads asks for less than the next one, which writes,
 * and where the server has no such header.
 */
function neededPermissions(accepted, wanted) {
    const sets = (accepted ?? '').split(';').map(readSet);
    const isWanted = sets.some(([only, ...others]) => only?.name === wanted.name && others.length === 0);
    return isWanted ? [wanted] : (sets.find((set) => set.length > 0) ?? [wanted]);
}
function readSet(text) {
    return [...text.matchAll(/([a-z_]+)=(read|write|admin)/g)].map(([, name = '', level = '']) => ({
        name: name.replaceAll('_', '-'),
        level
    }));
}
/** The lines to write: what the job has by now is not there any more once `permissions:` is written. */
function permissionLines(needed) {
    const all = new Map([['contents', 'read'], ...needed.map(({ name, level }) => [name, level])]);
    return ['permissions:', ...[...all].map(([name, level]) => `  ${name}: ${level}`)];
}

;// CONCATENATED MODULE: ./build/github/lack.js



/** Undefined where the call failed for another reason. */
function lackOf(error, wanted) {
    const call = deniedCall(error, wanted);
    return call && lackIn([call]);
}
/** Undefined where the call failed for another reason than that the token may not. */
function deniedCall(error, wanted) {
    const isDenied = error instanceof github_error/* GitHubError */.y_ && error.trouble === 'not-permitted';
    if (!isDenied)
        return undefined;
    return { wanted, accepted: error.accepted, isPersonal: /\bpersonal access token\b/i.test(error.message) };
}
function lackIn(denied) {
    const needed = denied.flatMap(({ accepted, wanted }) => neededPermissions(accepted, wanted));
    const accepted = denied.flatMap((each) => each.accepted ?? []);
    const quoted = accepted.length === 0 ? '' : ` (x-accepted-github-permissions: ${accepted.join(' and ')})`;
    const names = (0,values_words/* enumerate */.HL)([...new Set(needed.map(({ name, level }) => `\`${name}: ${level}\``))]);
    const may = `the GitHub token may not${quoted}`;
    if (denied.some(({ isPersonal }) => isPersonal)) {
        return { words: `${may}. Give the personal access token in \`github-token\` ${names}`, lines: [] };
    }
    const words = `${may}. Add ${names} to the job\u2019s \`permissions:\``;
    return { words, lines: ['What to add to the workflow:', ...permissionLines(needed)] };
}


/***/ }),

/***/ 8712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sweepPreviews: () => (/* binding */ sweepPreviews)
});

// EXTERNAL MODULE: ./build/action/mask.js
var mask = __webpack_require__(8839);
// EXTERNAL MODULE: ./build/model/values/words.js
var words = __webpack_require__(9392);
// EXTERNAL MODULE: ./build/action/failure.js
var action_failure = __webpack_require__(5541);
// EXTERNAL MODULE: ./build/action/markdown.js
var markdown = __webpack_require__(2714);
// EXTERNAL MODULE: ./build/action/summary/summary.js + 3 modules
var summary = __webpack_require__(1554);
// EXTERNAL MODULE: ./build/action/toolkit.js + 5 modules
var toolkit = __webpack_require__(6683);
;// CONCATENATED MODULE: ./build/action/news/sweep-report.js





/** The outputs that sweep/action.yml declares: names of apps, as JSON. */
const SWEEP_OUTPUTS = ['orphans', 'removed'];
/** Tells what was found and removed. Red where something that is to be removed is there still. */
async function tellSweep(log, swept) {
    const orphans = swept.filter(({ fate }) => fate !== 'open' && fate !== 'unknown');
    setOutputs({ orphans, removed: swept.filter(({ fate }) => fate === 'removed') });
    for (const each of swept)
        tellOne(log, each);
    warnOfUnknown(log, swept);
    const failed = swept.filter(({ fate }) => fate === 'failed').length;
    if (failed > 0)
        process.exitCode = 1;
    const head = failed > 0 ? `\u274c ${(0,words/* count */.U9)(failed, 'preview')} could not be removed` : `\ud83e\uddf9 ${summedUp(swept)}`;
    const rows = swept.map((each) => [
        (0,markdown/* code */.aY)(log.clean(idOf(each))),
        `#${each.pullRequest}`,
        (0,markdown/* prose */.CS)(log.clean(fateOf(each)))
    ]);
    const list = rows.length === 0 ? '' : `${(0,markdown/* table */.tp)(['App', 'Pull request', ''], rows)}\n`;
    await (0,summary/* writeSummary */.Sy)(`### ${(0,markdown/* prose */.CS)(head)}\n\n${list}`, (text) => log.warning(text));
}
function summedUp(swept) {
    const removed = swept.filter(({ fate }) => fate === 'removed').length;
    const orphans = swept.filter(({ fate }) => fate === 'orphan').length;
    if (orphans > 0)
        return `${(0,words/* count */.U9)(orphans, 'preview')} would be removed`;
    return removed === 0 ? 'no preview of a closed pull request' : `${(0,words/* count */.U9)(removed, 'preview')} removed`;
}
function tellOne(log, swept) {
    const line = `${idOf(swept)}, of pull request ${swept.pullRequest}: ${fateOf(swept)}`;
    if (swept.fate === 'failed')
        log.error('A preview was not removed', [line]);
    else
        log.info(line);
}
/** Once for each cause: what keeps one from being read keeps most of them. */
function warnOfUnknown(log, swept) {
    const unknown = swept.filter(({ fate }) => fate === 'unknown');
    for (const why of new Set(unknown.map((each) => each.why))) {
        const apps = unknown.filter((each) => each.why === why).map(idOf);
        const stay = apps.length === 1 ? 'it stays' : 'they stay';
        log.warning(`Whether the pull request of ${(0,words/* enumerate */.HL)(apps)} is closed could not be read, so ${stay}: ${why}.`);
    }
}
function fateOf({ fate, why }) {
    switch (fate) {
        case 'open':
            return 'open, it stays';
        case 'orphan':
            return 'closed, it would be removed';
        case 'removed':
            return 'closed, it is removed';
        case 'unknown':
            return `whether it is closed could not be read (${why}), so it stays`;
        case 'failed':
            return `closed, and it could not be removed: ${why}`;
    }
}
function idOf({ app }) {
    return `${app.organization}/${app.name}`;
}
/** One red line, and the exit code. */
async function tellSweepFailure(log, error, advise) {
    const failure = (0,action_failure/* explain */.WE)(error, advise);
    setOutputs({ orphans: [], removed: [] });
    log.error(failure.title, (0,action_failure/* annotationLines */.bK)(failure));
    if (failure.stack)
        log.debug(failure.stack);
    process.exitCode = 1;
    const lines = (0,action_failure/* annotationLines */.bK)(failure).map((line) => (0,markdown/* paragraph */.FY)(log.clean(line)));
    await (0,summary/* writeSummary */.Sy)([`### \u274c ${(0,markdown/* prose */.CS)(log.clean(failure.title))}`, ...lines].join('\n\n'), (text) => log.warning(text));
}
function setOutputs(values) {
    for (const name of SWEEP_OUTPUTS)
        (0,toolkit/* setOutput */.uH)(name, JSON.stringify(values[name].map(idOf)));
}

// EXTERNAL MODULE: ./build/action/run-facts.js + 1 modules
var run_facts = __webpack_require__(6689);
// EXTERNAL MODULE: ./build/decorate.js + 2 modules
var decorate = __webpack_require__(780);
// EXTERNAL MODULE: ./build/model/errors.js
var errors = __webpack_require__(2011);
// EXTERNAL MODULE: ./build/deploy/settings/maker-mark.js
var maker_mark = __webpack_require__(4062);
// EXTERNAL MODULE: ./build/deploy/start/find-app.js
var find_app = __webpack_require__(3128);
// EXTERNAL MODULE: ./build/deploy/start/remove-app.js
var remove_app = __webpack_require__(1087);
// EXTERNAL MODULE: ./build/deploy/step.js
var deploy_step = __webpack_require__(8074);
;// CONCATENATED MODULE: ./build/deploy/sweep.js






/** Finds previews whose pull request is closed, and removes them. What cannot be known is left as it is. */
async function sweep(plan, tools) {
    const step = (0,deploy_step/* stepper */.I)(tools);
    const platform = await step('Connect', () => connected(tools), ({ described }) => `Connected, by ${described}`);
    const run = { plan, tools, platform, step };
    const found = await step('Find previews', () => findPreviews(run), (previews) => `Found ${(0,words/* count */.U9)(previews.length, 'preview')}`);
    const asked = await step('Ask GitHub', () => askAll(run, found), askedLine);
    const swept = [];
    for (const preview of asked)
        swept.push(await removeOrphan(run, preview));
    return swept;
}
async function connected({ connect }) {
    const platform = await connect();
    platform.require(['list-apps', 'delete-app', { setting: 'description' }]);
    return platform;
}
/** By their description alone; where lists show none, it is read of each app. */
async function findPreviews({ plan, platform }) {
    const organization = await platform.organization(plan.organization);
    const previews = [];
    for (const listed of await platform.listApps(organization)) {
        const app = { organization, name: listed.name };
        const pullRequest = (0,maker_mark/* pullRequestIn */.Ud)(await descriptionOf(platform, app, listed), plan.repository);
        if (pullRequest !== undefined)
            previews.push({ app, pullRequest, madeBy: `${plan.repository}#${pullRequest}` });
    }
    return previews;
}
async function descriptionOf(platform, app, listed) {
    return listed.description ?? (await platform.readApp(app))?.settings.description;
}
/** One after the other, as GitHub asks, and once for each pull request. */
async function askAll({ tools }, previews) {
    const answers = new Map();
    const asked = [];
    for (const preview of previews) {
        const answer = answers.get(preview.pullRequest) ?? (await ask(tools, preview.pullRequest));
        answers.set(preview.pullRequest, answer);
        asked.push({ ...preview, ...answer });
    }
    return asked;
}
async function ask({ isClosed, stop }, number) {
    try {
        return { fate: (await isClosed(number)) ? 'orphan' : 'open', why: '' };
    }
    catch (error) {
        stop.throwIfAborted();
        return { fate: 'unknown', why: (0,errors/* clause */.sb)(error) };
    }
}
function askedLine(asked) {
    const orphans = asked.filter(({ fate }) => fate === 'orphan').length;
    return `${(0,words/* count */.U9)(orphans, 'preview')} of a pull request that is closed`;
}
/** One that cannot be removed does not keep the others. */
async function removeOrphan(run, preview) {
    const { app, pullRequest, madeBy, fate, why } = preview;
    const { plan, tools, platform, step } = run;
    if (fate !== 'orphan' || plan.isDryRun)
        return { app, pullRequest, fate, why };
    try {
        const removal = { app, plan: { mode: 'delete', target: app, madeBy }, platform, tools, step };
        await (0,remove_app/* removeOwn */.L)(removal, await (0,find_app/* findApp */.J0)(removal));
        return { app, pullRequest, fate: 'removed', why };
    }
    catch (error) {
        if ((0,errors/* rootCause */.es)(error) instanceof errors/* Stopped */.C9)
            throw error;
        return { app, pullRequest, fate: 'failed', why: (0,errors/* clause */.sb)((0,errors/* rootCause */.es)(error)) };
    }
}

// EXTERNAL MODULE: ./build/github/lack.js + 1 modules
var github_lack = __webpack_require__(3124);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/inputs/input-names.js
var input_names = __webpack_require__(1457);
// EXTERNAL MODULE: ./build/inputs/meant-name.js
var meant_name = __webpack_require__(2563);
// EXTERNAL MODULE: ./build/inputs/parse/parse-values.js
var parse_values = __webpack_require__(9046);
// EXTERNAL MODULE: ./build/inputs/read-access.js
var read_access = __webpack_require__(4845);
// EXTERNAL MODULE: ./build/inputs/read-timeout.js
var read_timeout = __webpack_require__(3824);
// EXTERNAL MODULE: ./build/inputs/github/read-github.js
var read_github = __webpack_require__(4554);
;// CONCATENATED MODULE: ./build/inputs/github/read-sweep.js







/** The inputs that sweep/action.yml declares. A test compares the two. */
const SWEEP_INPUTS = [
    'organization',
    ...input_names/* ACCESS_INPUTS */.Hp,
    'dry-run',
    'timeout-minutes',
    'github-token',
    'sweep'
];
/** Undefined where something is wrong; the reader then holds all of it. */
function readSweep(inputs, facts) {
    // What is to be listed only would be removed.
    inputs.rejectUnknown(SWEEP_INPUTS, (name) => (0,meant_name/* meantAmong */.K)(SWEEP_INPUTS, name));
    const organization = readOrganization(inputs);
    const isDryRun = inputs.boolean('dry-run') ?? false;
    const timeoutMs = (0,read_timeout/* readTimeoutMs */.g)(inputs);
    const access = (0,read_access/* readAccess */.z)(inputs, facts, (file) => external_node_path_.resolve(facts.workspace, file));
    const github = (0,read_github/* readGitHubAccess */.w)(inputs, facts);
    if (typeof github === 'string') {
        inputs.reject(['github-token'], `Which pull requests are closed cannot be asked: ${github}.`, 'Leave `github-token` out.');
        return undefined;
    }
    if (!access || inputs.problems.length > 0)
        return undefined;
    return { organization, isDryRun, access, github, timeoutMs };
}
/** It is no input of the other action. */
function readOrganization(inputs) {
    const text = inputs.variable('INPUT_ORGANIZATION');
    const parsed = text === undefined ? undefined : (0,parse_values/* parseName */.$q)(text);
    if (parsed === undefined || 'value' in parsed)
        return parsed?.value;
    inputs.reject(['organization'], '`organization` is not the name of an organization.', parsed.fix);
    return undefined;
}

// EXTERNAL MODULE: ./build/platform/advice/advice.js + 7 modules
var advice = __webpack_require__(1280);
// EXTERNAL MODULE: ./build/run-clock.js + 1 modules
var run_clock = __webpack_require__(8783);
// EXTERNAL MODULE: ./build/session.js + 47 modules
var build_session = __webpack_require__(4154);
;// CONCATENATED MODULE: ./build/sweep-previews.js
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











/** With which pull requests are read. */
const WANTED = { name: 'pull-requests', level: 'read' };
/** The action in the folder sweep/: previews whose pull request is closed are removed. */
async function sweepPreviews(tools) {
    const { inputs, log, redactor } = tools;
    try {
        (0,mask/* maskCredentials */.B)(inputs, redactor);
        const facts = (0,run_facts/* readRunFacts */.F)(tools.env, process.cwd());
        const request = readSweep(inputs, facts);
        if (!request)
            throw new errors/* InputError */.dz(inputs.problems);
        await tellSweep(log, await swept(request, facts, tools));
    }
    catch (error) {
        const isGiven = (name) => inputs.given([name]).length > 0;
        const advise = (text, speaker) => (0,advice/* adviceFor */.cp)({ text, speaker, isGiven, lookUp: () => undefined });
        await tellSweepFailure(log, error, advise);
    }
}
async function swept(request, facts, tools) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { organization, isDryRun, access, github, timeoutMs } = request;
        const { inputs, log, redactor, stop } = tools;
        stop.limit(timeoutMs, { what: 'The sweep', hint: 'Raise `timeout-minutes`, or run it again for the rest.' });
        const connections = __addDisposableResource(env_1, new DisposableStack(), false);
        const clock = (0,run_clock/* clockUntil */.V)(stop.signal);
        const session = { access, timeoutMs, step: facts.step, clock, log, redactor, stop: stop.signal };
        const plan = { organization, repository: github.repository, isDryRun };
        let lack;
        const swept = await sweep(plan, {
            connect: async () => connections.use(await (0,build_session/* openSession */.f)({ ...session, services: ['ComputeService'] })),
            isClosed: async (number) => {
                const asking = { access: github, inputs, budget: (0,decorate/* decorationBudget */.mv)(), stop: stop.signal };
                try {
                    return (await (0,decorate/* readPullRequest */.DQ)(number, asking)).isClosed;
                }
                catch (error) {
                    const lacking = (0,github_lack/* lackOf */.Zs)(error, WANTED);
                    lack ??= lacking;
                    throw lacking ? new Error(lacking.words, { cause: error }) : error;
                }
            },
            log,
            clock,
            stop: stop.signal,
            timeline: () => undefined,
            report: () => undefined
        });
        for (const line of lack?.lines ?? [])
            log.info(line);
        return swept;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}


/***/ })

};
