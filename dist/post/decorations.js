export const id = "decorations";
export const ids = ["decorations", "pull-requests"];
export const modules = {

/***/ 930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Decorations: () => (/* binding */ Decorations)
});

// EXTERNAL MODULE: ./build/model/values/json.js
var json = __webpack_require__(9543);
;// CONCATENATED MODULE: ./build/github/comment-body.js

/** GitHub takes 65,536 characters. */
const MOST_BYTES = 60_000;
const LEFT_OUT = 'What there was to say is too long for this comment; it is in the summary of the run.';
/** What a comment of this key begins with. */
function markerOf(key) {
    return `<!-- ignite-deploy ${comment_body_hidden(key)} -->`;
}
/** The comment that holds these parts: with several, a table of them, and each folded below it. */
function renderBody(key, parts) {
    const fitting = fitted(key, parts);
    const rest = parts.length - fitting.length;
    return `${written(key, fitting)}${rest > 0 ? `\n\nand ${rest} more` : ''}\n`;
}
/** The parts that a comment holds; none where it is not in the form that we write. */
function partsIn(body) {
    const text = body.replaceAll('\r\n', '\n');
    return [...text.matchAll(/<!-- part (\S+) -->\n\n([\s\S]*?)\n\n<!-- \/part -->/g)].flatMap(([, head = '', part = '']) => {
        const known = readHead(head);
        return known ? [{ ...known, body: part }] : [];
    });
}
/** The newest of each app, in an order that does not depend on who wrote last. */
function united(parts) {
    const newest = new Map(parts.map((part) => [part.id, part]));
    return [...newest.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
/** The parts of the comment as they fit: first the longest lose their words, then the last are left out. */
function fitted(key, parts) {
    const isFitting = (some) => Buffer.byteLength(written(key, some)) <= MOST_BYTES;
    let some = parts;
    for (const { id } of [...parts].sort((a, b) => b.body.length - a.body.length)) {
        if (isFitting(some))
            return some;
        some = some.map((part) => (part.id === id ? { ...part, body: LEFT_OUT } : part));
    }
    while (some.length > 1 && !isFitting(some))
        some = some.slice(0, -1);
    return some;
}
function written(key, parts) {
    const [only, ...others] = parts;
    if (only && others.length === 0)
        return [markerOf(key), `### ${only.title}`, framed(only)].join('\n\n');
    return [markerOf(key), table(parts), ...parts.map(folded)].join('\n\n');
}
function framed({ body, ...head }) {
    return `<!-- part ${comment_body_hidden(JSON.stringify(head))} -->\n\n${body}\n\n<!-- /part -->`;
}
function folded(part) {
    return `<details${part.isOpen ? ' open' : ''}><summary>${part.title}</summary>\n\n${framed(part)}\n\n</details>`;
}
function table(parts) {
    const columns = [...new Set(parts.flatMap(({ cells }) => Object.keys(cells)))];
    const rows = parts.map(({ cells }) => columns.map((column) => cells[column] ?? ''));
    return [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
/** In a comment of HTML, where neither a space nor a hyphen may end it. */
function comment_body_hidden(text) {
    return encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');
}
function readHead(head) {
    const known = parse(head);
    if (!(0,json/* isRecord */.u)(known))
        return undefined;
    const { id, stamp, title, cells, isOpen } = known;
    const isText = typeof id === 'string' && typeof stamp === 'string' && typeof title === 'string';
    if (!isText || !isCells(cells) || typeof isOpen !== 'boolean')
        return undefined;
    return { id, stamp, title, cells, isOpen };
}
function isCells(value) {
    return (0,json/* isRecord */.u)(value) && Object.values(value).every((cell) => typeof cell === 'string');
}
function parse(head) {
    try {
        return JSON.parse(decodeURIComponent(head));
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/github/github-error.js
var github_error = __webpack_require__(3312);
// EXTERNAL MODULE: ./build/model/backoff.js
var backoff = __webpack_require__(1326);
;// CONCATENATED MODULE: ./build/github/make-once.js


const TRIES = 3;
const PAUSES = { first: 500, most: 2_000 };
/**
 * Makes something that must not be made twice: where the answer leaves open whether it was made, it is looked for first.
 * Throws GitHubError.
 */
async function makeOnce({ pause }, make, find) {
    for (let attempt = 1;; attempt++) {
        try {
            return await make();
        }
        catch (error) {
            if (!(error instanceof github_error/* GitHubError */.y_) || error.trouble !== 'no-answer' || attempt >= TRIES)
                throw error;
            await pause((0,backoff/* pauseAfter */.l)(PAUSES, attempt));
            const found = await find();
            if (found !== undefined)
                return found;
        }
    }
}

;// CONCATENATED MODULE: ./build/github/comments.js



/** Whom the job's own token is for. */
const JOBS_BOT = 'github-actions[bot]';
/** How much older than ours a comment may be that another job made at the same time. */
const RACE_MS = 60_000;
/** The comments of pull requests that this action writes: one of each key, found by its marker and its author. */
class Comments {
    #github;
    #login;
    /** Those that were deleted since they were found: GitHub may list them for a while. */
    #gone = new Set();
    constructor(github) {
        this.#github = github;
    }
    /**
     * Writes the part into the one comment of the key, beside those of other apps, and looks once whether it stands there: of
     * two jobs that write at the same time, one overwrites the other. Gives the comment's id. Throws GitHubError.
     */
    async put(place, part) {
        const own = { ...part, id: place.id, stamp: crypto.randomUUID() };
        const found = await this.#find(place);
        return found.length > 0 ? await this.#update(place, found, own) : await this.#make(place, own);
    }
    async #make(place, own) {
        const body = renderBody(place.key, [own]);
        const made = await makeOnce(this.#github, async () => await this.#create(place, body), async () => (await this.#find(place)).find((comment) => holds(comment, own)));
        this.#login ??= made.user?.login;
        const since = new Date(Date.parse(made.created_at) - RACE_MS);
        const all = await this.#find(place, since);
        // Another job may have taken it into its own by now.
        return all.every(({ id }) => id === made.id) ? made.id : await this.#update(place, all, own);
    }
    /** The oldest of them takes in what the younger hold. */
    async #update(place, found, own) {
        const [oldest, ...younger] = found;
        const id = oldest?.id ?? 0;
        const before = found.flatMap(partsOf);
        try {
            await this.#write(place, id, [...before, own]);
        }
        catch (error) {
            if (!(0,github_error/* isAnsweredWith */.UG)(error, 404))
                throw error;
            this.#gone.add(id);
            return younger.length > 0 ? await this.#update(place, younger, own) : await this.#make(place, own);
        }
        for (const comment of younger)
            await this.#remove(comment);
        const now = partsOf(await this.#read(id));
        if (isLost(own, now, before))
            await this.#write(place, id, [...now, own]);
        return id;
    }
    async #create({ pullRequest }, body) {
        const { rest, repository } = this.#github;
        return (await rest.issues.createComment({ ...repository, issue_number: pullRequest, body })).data;
    }
    async #read(id) {
        const { rest, repository } = this.#github;
        return (await rest.issues.getComment({ ...repository, comment_id: id })).data;
    }
    async #write({ key }, id, parts) {
        const { rest, repository } = this.#github;
        await rest.issues.updateComment({ ...repository, comment_id: id, body: renderBody(key, united(parts)) });
    }
    async #remove({ id }) {
        const { rest, repository } = this.#github;
        try {
            await rest.issues.deleteComment({ ...repository, comment_id: id });
        }
        catch (error) {
            // The other job did the same.
            if (!(0,github_error/* isAnsweredWith */.UG)(error, 404))
                throw error;
        }
    }
    /** Ours of that key, oldest first. Anybody can write a comment that begins with the marker. */
    async #find({ pullRequest, key }, since) {
        const { rest, paginate, repository } = this.#github;
        const listed = await paginate(rest.issues.listComments, {
            ...repository,
            issue_number: pullRequest,
            per_page: 100,
            ...(since && { since: since.toISOString() })
        });
        const marked = listed.filter(({ id, body }) => body?.startsWith(markerOf(key)) && !this.#gone.has(id));
        if (marked.length === 0)
            return [];
        const login = await this.#ownLogin();
        return marked.filter(({ user }) => user?.login === login).sort((a, b) => a.id - b.id);
    }
    /** Whom the token is for, as REST names the authors of comments. */
    async #ownLogin() {
        const asked = async () => (await this.#github.graphql('query { viewer { login } }')).viewer.login;
        // Some tokens may not ask. Where no time is left for more, the next call says so.
        this.#login ??= await asked().catch(() => JOBS_BOT);
        return this.#login;
    }
}
function partsOf({ body = '' }) {
    return partsIn(body);
}
function holds(comment, own) {
    return partsOf(comment).some(({ id, stamp }) => id === own.id && stamp === own.stamp);
}
/** Another run of the same app that wrote since then is not undone: what it tells is newer. */
function isLost(own, now, before) {
    const there = now.find(({ id }) => id === own.id);
    return there?.stamp !== own.stamp && (!there || before.some(({ stamp }) => stamp === there.stamp));
}

;// CONCATENATED MODULE: ./build/github/deployments.js



/** What GitHub takes of a description. */
const MOST_CHARACTERS = 140;
/** So many deployments beside ours are looked at for the one that it takes the place of: others may have failed. */
const LOOKED_AT = 29;
/** GitHub's record of deployments. Every method throws GitHubError. */
class Deployments {
    #github;
    constructor(github) {
        this.#github = github;
    }
    /**
     * Makes one and gives its id. Without the first two options GitHub would merge the default branch into the ref, or wait
     * for the very job that deploys.
     */
    async create(plan, stamp, description) {
        const { rest, repository } = this.#github;
        const { ref, environment, task, isTransient, isProduction } = plan;
        const request = {
            ...repository,
            ref,
            auto_merge: false,
            required_contexts: [],
            task,
            environment,
            transient_environment: isTransient,
            production_environment: isProduction,
            description: shortened(description),
            payload: { run: stamp }
        };
        return await makeOnce(this.#github, async () => {
            const { status, data } = await rest.repos.createDeployment(request);
            if (status === 202)
                throw merged();
            if (typeof data.id !== 'number')
                throw (0,github_error/* unreadable */.O$)();
            return data.id;
        }, () => this.find(plan, stamp));
    }
    /** The one that was made with that stamp; undefined where there is none. */
    async find({ environment, task }, stamp) {
        const { rest, repository } = this.#github;
        const { data } = await rest.repos.listDeployments({ ...repository, environment, task });
        return data.find(({ payload }) => (0,json/* isRecord */.u)(payload) && payload['run'] === stamp)?.id;
    }
    /** Others in the same environment are left as they are: they may be other apps'. */
    async tell(id, { state, description, logUrl, url }) {
        const { rest, repository } = this.#github;
        const told = shortened(description);
        const status = {
            ...repository,
            deployment_id: id,
            state,
            description: told,
            log_url: logUrl,
            auto_inactive: false,
            ...(url !== undefined && { environment_url: url })
        };
        await makeOnce(this.#github, async () => void (await rest.repos.createDeploymentStatus(status)), async () => {
            const [newest] = await this.#statuses(id);
            return newest?.state === state && newest.description === told ? true : undefined;
        });
    }
    /**
     * The app's deployments that are shown as active beside ours, of which the end was just told and which is live, are so no
     * more: of two runs at once, the one that was made first may end last. Gives the newest; undefined where there is none.
     */
    async retireFormer(plan, id) {
        const [ours] = await this.#statuses(id);
        // Another run has taken its place by now.
        if (ours?.state === 'inactive')
            return undefined;
        let former;
        for (const other of await this.#idsBeside(plan, id)) {
            const [newest, ...others] = await this.#statuses(other);
            // What took its place has ended those before it. One that was cancelled has taken no place.
            if (newest?.state === 'inactive' && others.some(({ state }) => state === 'success'))
                break;
            if (newest?.state !== 'success' || !isEarlier([other, newest], [id, ours]))
                continue;
            await this.tell(other, { state: 'inactive', description: 'Another version took its place', logUrl: plan.logUrl });
            former ??= other;
        }
        return former;
    }
    /** After a rollback: what it told when it was active is told again. */
    async revive(id, description, logUrl) {
        const good = (await this.#statuses(id)).find(({ state }) => state === 'success');
        await this.tell(id, { state: 'success', description, logUrl, url: good?.environment_url || undefined });
    }
    /** All of the plan's app in its environment, as when a preview is removed. */
    async retireAll(plan, description) {
        const { rest, paginate, repository } = this.#github;
        const { environment, task, logUrl } = plan;
        for (const { id } of await paginate(rest.repos.listDeployments, {
            ...repository,
            environment,
            task,
            per_page: 100
        })) {
            const [newest] = await this.#statuses(id);
            if (newest?.state !== 'inactive')
                await this.tell(id, { state: 'inactive', description, logUrl });
        }
    }
    /** Whether the job's own `environment:` has made one; undefined where that cannot be seen. */
    async hasOfJob(checkRunId) {
        const { rest, repository } = this.#github;
        try {
            const { data } = await rest.checks.get({ ...repository, check_run_id: Number(checkRunId) });
            return (0,json/* isRecord */.u)(data.deployment);
        }
        catch (error) {
            if (error instanceof github_error/* GitHubError */.y_)
                return undefined;
            throw error;
        }
    }
    /** Newest first. */
    async #idsBeside({ environment, task }, id) {
        const { rest, repository } = this.#github;
        const { data } = await rest.repos.listDeployments({ ...repository, environment, task, per_page: LOOKED_AT + 1 });
        return data.map((each) => each.id).filter((each) => each !== id);
    }
    /** Newest first. */
    async #statuses(id) {
        const { rest, repository } = this.#github;
        return (await rest.repos.listDeploymentStatuses({ ...repository, deployment_id: id })).data;
    }
}
/** By when it was told, and within a second by which was made first. */
function isEarlier([id, status], [ourId, ourStatus]) {
    const before = Date.parse(status?.created_at ?? '') - Date.parse(ourStatus?.created_at ?? '');
    return id < ourId ? !(before > 0) : before < 0;
}
function merged() {
    const message = 'GitHub merged the default branch into the ref instead of making a deployment';
    return new github_error/* GitHubError */.y_(message, { trouble: 'refused', code: 202 });
}
/** By code points: half of a pair would be refused. */
function shortened(text) {
    const points = [...text];
    return points.length <= MOST_CHARACTERS ? text : `${points.slice(0, MOST_CHARACTERS - 1).join('')}\u2026`;
}

// EXTERNAL MODULE: ./build/github/github-client.js + 2 modules
var github_client = __webpack_require__(7644);
// EXTERNAL MODULE: ./build/github/pull-requests.js
var pull_requests = __webpack_require__(9554);
// EXTERNAL MODULE: ./build/model/errors.js
var errors = __webpack_require__(2011);
// EXTERNAL MODULE: ./build/model/values/words.js
var values_words = __webpack_require__(9392);
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

;// CONCATENATED MODULE: ./build/github/tell-failures.js




const KINDS = {
    deployment: { what: 'the GitHub deployment', wanted: { name: 'deployments', level: 'write' } },
    comment: { what: 'the pull request comment', wanted: { name: 'pull-requests', level: 'write' } }
};
/** Says what is missing on GitHub and why: where the token may not, in one warning, with the lines that mend it. */
function tellFailures(failures, { isForks }, log) {
    const denied = [];
    for (const [kind, error] of failures) {
        const { what, wanted } = KINDS[kind];
        const call = deniedCall(error, wanted);
        if (call)
            denied.push({ ...call, what });
        else
            log.warning(`${capital(what)} is missing or out of date: ${wordsOf(error)}.`);
    }
    if (denied.length === 0)
        return;
    if (isForks)
        log.notice(`${subjectOf(denied)}: GitHub gives the run of a fork\u2019s pull request a token that only reads.`);
    else
        tellPermissions(denied, log);
}
/** What else may fail is what reads an answer. */
function wordsOf(error) {
    return error instanceof github_error/* GitHubError */.y_ ? (0,errors/* clause */.sb)(error) : `${(0,errors/* clause */.sb)((0,github_error/* unreadable */.O$)())} (${(0,errors/* clause */.sb)(error)})`;
}
function tellPermissions(denied, log) {
    const { words, lines } = lackIn(denied);
    log.warning(`${subjectOf(denied)}: ${words}.`);
    for (const line of lines)
        log.info(line);
}
function subjectOf(denied) {
    const whats = (0,values_words/* enumerate */.HL)(denied.map(({ what }) => what));
    return `${capital(whats)} ${denied.length === 1 ? 'was' : 'were'} not written`;
}
function capital(text) {
    return text.slice(0, 1).toUpperCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./build/github/decorations.js





/**
 * What a run tells on GitHub beside its job: a deployment with its states, and its part of a comment. Nothing of it fails
 * the run; what does not work is one warning.
 */
class Decorations {
    #options;
    #github;
    #deployments;
    #failures = new Map();
    #open;
    #beginning;
    #isOfJob = false;
    constructor(options) {
        this.#options = options;
        this.#open = options.open ?? { isTold: false };
        this.#github = (0,github_client/* openGitHub */.o)(options);
        this.#deployments = new Deployments(this.#github);
    }
    /** Makes the deployment while the run goes on. */
    begin() {
        const { deployment } = this.#options.plan;
        this.#keep({});
        if (deployment)
            this.#beginning = this.#try('deployment', () => this.#makeDeployment(deployment));
    }
    /** Tells how the run ended. */
    async end(news) {
        const { plan, stop, log } = this.#options;
        const { deployment, comment } = plan;
        await this.#beginning;
        const tells = [
            async () => deployment && (await this.#try('deployment', () => this.#endDeployment(deployment, news))),
            async () => comment && (await this.#try('comment', () => this.#comment(comment, news)))
        ];
        // A preview may have so many deployments to end that no time is left for anything else.
        for (const tell of news.isRemoved ? tells.toReversed() : tells)
            await tell();
        if (stop.aborted)
            return;
        this.#keep({ isTold: true });
        if (this.#isOfJob)
            log.notice(OF_JOB);
        tellFailures(this.#failures, plan, log);
    }
    async #makeDeployment(plan) {
        const { stamp, report } = this.#options;
        const { checkRunId, logUrl } = plan;
        this.#isOfJob = checkRunId !== undefined && (await this.#deployments.hasOfJob(checkRunId)) === true;
        if (this.#isOfJob)
            return;
        const description = 'Deploying';
        const deployment = await this.#deployments.create(plan, stamp, description);
        this.#keep({ deployment });
        report({ deploymentId: deployment });
        await this.#deployments.tell(deployment, { state: 'in_progress', description, logUrl });
    }
    /** A run that was killed while it made one did not come to know its id. */
    async #endDeployment(plan, news) {
        const { open, stamp } = this.#options;
        const { state, description, isLive, isBack, isRemoved } = news;
        if (isRemoved)
            return await this.#deployments.retireAll(plan, description);
        const id = this.#open.deployment ?? (open && (await this.#deployments.find(plan, stamp)));
        if (id === undefined)
            return;
        // A run may be killed while it tells, and post knows no address.
        if (news.url !== undefined)
            this.#keep({ url: news.url });
        const url = state === 'success' ? this.#open.url : undefined;
        await this.#deployments.tell(id, { state, description, logUrl: plan.logUrl, url });
        // What its beginning lacked is made good.
        this.#failures.delete('deployment');
        const { former } = this.#open;
        if (isBack && former !== undefined)
            await this.#deployments.revive(former, description, plan.logUrl);
        if (state === 'success' || isLive)
            this.#keep({ former: await this.#deployments.retireFormer(plan, id) });
    }
    async #comment({ key, part, pullRequest, commit }, news) {
        const { log, report } = this.#options;
        const number = pullRequest ?? (commit === undefined ? undefined : await (0,pull_requests/* pullRequestWith */.l)(this.#github, commit));
        if (number === undefined)
            return log.info('No comment: no pull request belongs to this run.');
        report({ commentId: await new Comments(this.#github).put({ pullRequest: number, key, id: part }, news.part) });
    }
    #keep(change) {
        this.#open = { ...this.#open, ...change };
        this.#options.keep(this.#open);
    }
    async #try(kind, work) {
        try {
            this.#options.stop.throwIfAborted();
            await work();
        }
        catch (error) {
            if (!this.#options.stop.aborted)
                this.#failures.set(kind, error);
        }
    }
}
const OF_JOB = 'The job\u2019s own `environment:` has made a deployment on GitHub, so `github-deployment` makes no second one. To show the ' +
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is GitHub\u2019s
    'app\u2019s address there, write `url: ${{ steps.deploy.outputs.url }}` under `environment:`, with the id of this step.';


/***/ }),

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
