export const id = "deployment";
export const ids = ["deployment"];
export const modules = {

/***/ 61:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deployed: () => (/* binding */ deployed)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/model/plan.js
var model_plan = __webpack_require__(4519);
// EXTERNAL MODULE: ./build/model/settings.js
var model_settings = __webpack_require__(4317);
;// CONCATENATED MODULE: ./build/deploy/start/needs.js


const MARK = { setting: 'description' };
/** All that the plan, and post after it, may ask of the server: found missing before the first write, not in the middle. */
function needs(plan) {
    switch (plan.mode) {
        case 'deploy':
            return [...asked([...savingNeeds(plan), ...publishingNeeds(plan)]), ...settingNeeds(plan)];
        case 'preview':
            // By its description alone it is told from any other app, when it is to be removed.
            return [
                ...asked([...savingNeeds(plan), ...publishingNeeds(plan), [true, 'delete-app']]),
                ...settingNeeds(plan),
                MARK
            ];
        case 'draft':
            return [...asked(savingNeeds(plan)), ...settingNeeds(plan)];
        case 'publish':
            return [...asked([testNeed(plan), ...publishingNeeds(plan)]), ...settingNeeds(plan)];
        case 'rollback':
            return asked([
                [true, 'rollback'],
                [plan.tests.cases.length > 0, 'test-version']
            ]);
        case 'delete':
            return ['delete-app'];
        case 'status':
            return [];
    }
}
function asked(table) {
    return table.flatMap(([isNeeded, need]) => (isNeeded ? [need] : []));
}
function settingNeeds({ settings }) {
    return (0,model_settings/* namesIn */.wX)(settings).map((setting) => ({ setting }));
}
function savingNeeds(plan) {
    return [
        [plan.createApp, 'create-app'],
        ...sourceNeeds(plan.source),
        ...descriptionNeeds(plan.description),
        testNeed(plan)
    ];
}
function testNeed({ tests }) {
    return [tests.cases.length > 0, 'test-draft'];
}
function publishingNeeds({ rollback }) {
    return [
        [true, 'publish'],
        [(0,model_plan/* mayRollBack */.AC)(rollback), 'rollback']
    ];
}
function sourceNeeds(source) {
    switch (source.kind) {
        case 'code':
            return codeNeeds(source);
        case 'image':
            return imageNeeds(source);
        default:
            return buildNeeds(source);
    }
}
function codeNeeds({ rustTarget, toolchain, runtime }) {
    return [
        [true, 'save-code'],
        [rustTarget !== undefined, 'rust-target'],
        [toolchain !== undefined, 'toolchain'],
        [runtime === 'rust', 'compile']
    ];
}
function imageNeeds({ registry }) {
    return [
        [true, 'save-image'],
        [registry !== undefined, 'registry-secret'],
        [registry?.kind === 'credentials', 'store-secret']
    ];
}
/** With `auto`, the size of a context decides only later whether the build service is asked. */
function buildNeeds({ kind, build }) {
    const byService = (0,model_plan/* wantsBuildService */.pX)(build);
    return [
        [byService, 'save-image'],
        [!byService, kind === 'git' ? 'save-git' : 'save-context'],
        [byService && kind === 'context', 'build-upload'],
        [byService && kind === 'context', 'build-inline'],
        [byService && kind === 'git', 'build-git'],
        [build.platform !== undefined, 'build-platform'],
        [build.noCache, 'build-no-cache']
    ];
}
function descriptionNeeds({ inputSchema, outputSchema, dependencies }) {
    return [
        [inputSchema !== undefined, 'input-schema'],
        [outputSchema !== undefined, 'output-schema'],
        [dependencies.length > 0, 'dependencies']
    ];
}

// EXTERNAL MODULE: ./build/inputs/source/read-git.js + 1 modules
var read_git = __webpack_require__(1716);
// EXTERNAL MODULE: ./build/log/remote-text.js
var remote_text = __webpack_require__(415);
;// CONCATENATED MODULE: ./build/log/diagnostics/any-mark.js
/** Finds the lines that hold a mark of any parser. */
class AnyMark {
    #parsers;
    #marks = [];
    #any = /(?!)/g;
    constructor(parsers) {
        this.#parsers = parsers;
    }
    /** Where the first such line begins; beyond the block where there is none. @param from Where a line begins. */
    nextLine(block, from) {
        const any = this.#current();
        any.lastIndex = from;
        const found = any.exec(block);
        return found ? Math.max(from, block.lastIndexOf('\n', found.index) + 1) : Number.POSITIVE_INFINITY;
    }
    #current() {
        if (this.#parsers.some((parser, at) => parser.mark !== this.#marks[at])) {
            this.#marks = this.#parsers.map((parser) => parser.mark);
            this.#any = new RegExp(this.#marks.map((mark) => mark.source).join('|'), 'g');
        }
        return this.#any;
    }
}

;// CONCATENATED MODULE: ./build/log/diagnostics/buildpacks.js
const FAILED = /^ERROR: (No buildpack groups passed detection\.|failed to (?:analyze|detect|restore|build|export)\b(?!: (?:executing lifecycle|failed to solve)).*)$/;
const buildpacks_MARK = /: (?<=ERROR: )/;
/** Cloud Native Buildpacks: `[builder] ERROR: failed to build: exit status 1`. They name no file. */
class BuildpacksParser {
    mark = buildpacks_MARK;
    isAmid = false;
    line(text) {
        const [, message] = (text.startsWith('ERROR: ') && FAILED.exec(text)) || [];
        return message ? { level: 'error', message, tool: 'buildpacks', place: undefined } : undefined;
    }
    end() { }
}

;// CONCATENATED MODULE: ./build/log/diagnostics/diagnostic.js
/** Reads `PATH:LINE:COLUMN` or `PATH:LINE`. Undefined where the text does not end so. */
function readPlace(text) {
    const last = lastNumber(text);
    if (!last)
        return undefined;
    const line = lastNumber(last.before);
    return line ? { path: line.before, line: line.value, column: last.value } : { path: last.before, line: last.value };
}
function lastNumber(text) {
    const colon = text.lastIndexOf(':');
    const digits = text.slice(colon + 1);
    return colon > 0 && /^\d{1,15}$/.test(digits) ? { before: text.slice(0, colon), value: Number(digits) } : undefined;
}

;// CONCATENATED MODULE: ./build/log/diagnostics/deno.js

const TYPE_ERROR = /^(?:error: )?(TS\d{1,6}) \[(ERROR|WARN)\]: (.+)$/;
/** Said before the end, and without a place. */
const SUMMARY = /^(?:Type checking failed|Found \d+ errors)\.$/;
const ERROR = 'error: ';
const deno_MARK = /: (?<=error: )|\[(?:ERROR|WARN)\]: /;
/** Source and hints that may stand between a message and its place. */
const MOST_LINES = 30;
/** deno check, compile and run: a message, some source, then `    at file:///\u2026/main.ts:3:7`. */
class DenoParser {
    mark = deno_MARK;
    #message;
    #lines = 0;
    get isAmid() {
        return this.#message !== undefined;
    }
    line(text) {
        const header = readHeader(text);
        if (header)
            return this.#begin(header);
        if (!this.#message)
            return undefined;
        const frame = readFrame(text);
        if (frame)
            return this.#finish(frame);
        this.#lines++;
        if (text.trim() === '' || this.#lines > MOST_LINES)
            this.#message = undefined;
        return undefined;
    }
    end() {
        this.#message = undefined;
    }
    #begin(header) {
        this.#message = header;
        this.#lines = 0;
        const inline = readInline(header.message);
        return inline && this.#finish(inline.place, inline.message);
    }
    #finish(place, message = this.#message?.message ?? '') {
        const level = this.#message?.level ?? 'error';
        this.#message = undefined;
        return { level, message, tool: 'deno', place };
    }
}
function readHeader(text) {
    const [, code, level, words] = TYPE_ERROR.exec(text) ?? [];
    if (code)
        return { level: level === 'ERROR' ? 'error' : 'warning', message: `${words} [${code}]` };
    if (!text.startsWith(ERROR))
        return undefined;
    const message = text.slice(ERROR.length);
    return SUMMARY.test(message) ? undefined : { level: 'error', message };
}
/** `\u2026 at file:///app/main.ts:1:5` at the end of a message. */
function readInline(text) {
    const at = text.lastIndexOf(' at file:///');
    const place = at === -1 ? undefined : readPlace(text.slice(at + ' at '.length));
    return place && { message: text.slice(0, at), place };
}
/** `    at file:///app/main.ts:3:7`, or `    at f (file:///app/main.ts:3:7)`. */
function readFrame(text) {
    const frame = text.trim();
    if (!frame.startsWith('at '))
        return undefined;
    const url = frame.indexOf('file:///');
    if (url === -1)
        return undefined;
    return readPlace(frame.slice(url, frame.endsWith(')') ? -1 : undefined));
}

;// CONCATENATED MODULE: ./build/log/diagnostics/last-words.js
/** What a tool prints of its end that says nothing of the cause. */
const OF_THE_END = /complete log of this run can be found|^make(?:\[\d+\])?: \*\*\*|^npm (?:ERR!|error)\s*$|^\[notice\]|^ninja: build stopped|returned a non-zero code/i;
/** A line of a cause, whichever tool says it. */
const OF_A_CAUSE = /error|fail|fatal|cannot|can't|could not|couldn't|unable to|not found|no such|denied|invalid|missing|unknown|unresolved|^E: /i;
/** npm begins with the cause, and goes on with how it is used. */
const OF_NPM = /^npm (?:ERR!|error) (?!code|errno|syscall|path|dest|command)/;
/** Of which the cause is one, nearly always. */
const MOST_KEPT = 30;
/** What a command printed last. Its memory is bounded. */
class LastWords {
    #lines = [];
    /** Another command begins. */
    begin() {
        this.#lines = [];
    }
    line(text) {
        const words = text.trim();
        if (words === '' || OF_THE_END.test(words))
            return;
        this.#lines.push(words);
        if (this.#lines.length > MOST_KEPT)
            this.#lines.shift();
    }
    /** The last line that speaks of a failure, else the last one. Empty where nothing was printed. */
    get text() {
        const ofNpm = this.#lines.find((line) => OF_NPM.test(line));
        return ofNpm ?? this.#lines.findLast((line) => OF_A_CAUSE.test(line)) ?? this.#lines.at(-1) ?? '';
    }
}

;// CONCATENATED MODULE: ./build/log/diagnostics/dockerfile.js


const PARSE_ERROR = /dockerfile parse error (?:on )?line (\d{1,9}): (.+)$/i;
const KANIKO_FAILED = /^(?:Error: )?error building image: (.+)$/;
/** Kaniko logs each instruction before it runs it, lines that go on joined into one. */
const KANIKO_INSTRUCTION = /^INFO\[[\w:.+-]{1,40}\] ((?:ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|HEALTHCHECK|LABEL|RUN|SHELL|USER|VOLUME|WORKDIR) .+)$/;
/** Its own lines, between which stands what a command prints. */
const KANIKO_OWN = /^(?:INFO|WARN|DEBU|ERRO)\[/;
const BUILDKIT_FAILED = /^(?:ERROR|error): (?:failed to build: )?(failed to solve: .+)$/;
/** BuildKit repeats what the command that failed has printed, between two short rules. */
const BUILDKIT_REPEATS = /^ > \[[^\]]{1,200}\] (RUN .+):$/;
const SHORT_RULE = '------';
const RULE = '--------------------';
/** What fails, what is run, and what may be a place. */
const dockerfile_MARK = /: (?<=(?:building image|failed to solve|[lL][iI][nN][eE] \d{1,9}): )|\[(?<=(?:INFO|> )\[)|:\d{1,15}(?:\n|$)/;
/** Between BuildKit's place and its message: the source it quotes. */
const MOST_QUOTED = 60;
/** Of an instruction in a message, in UTF-16 units: the cause comes after it. */
const MOST_SHOWN = 120;
/** A build from a Dockerfile, by Kaniko or BuildKit. */
class DockerfileParser {
    mark = dockerfile_MARK;
    #path;
    #instruction;
    #said = new LastWords();
    /** BuildKit is repeating what was said. */
    #isRepeating = false;
    #maybe;
    #place;
    #quoted = 0;
    /** @param path Of the Dockerfile in the code, as Kaniko does not name it. */
    constructor(path) {
        this.#path = path;
    }
    get isAmid() {
        return this.#isRunning || this.#maybe !== undefined || this.#place !== undefined;
    }
    line(text) {
        const failed = this.#parseError(text) ?? this.#kaniko(text) ?? this.#buildkit(text);
        if (failed)
            this.end();
        else
            this.#follow(text);
        return failed;
    }
    end() {
        this.#instruction = undefined;
        this.#said.begin();
        this.#isRepeating = false;
        this.#maybe = undefined;
        this.#place = undefined;
    }
    #follow(text) {
        this.#listen(text);
        // `Dockerfile:12` alone is BuildKit's only where a rule follows.
        if (text === RULE && this.#maybe) {
            this.#place = this.#maybe;
            this.#quoted = 0;
        }
        else if (this.#place && ++this.#quoted > MOST_QUOTED)
            this.#place = undefined;
        this.#maybe = /^\S/.test(text) && !text.includes(': ') ? readPlace(text) : undefined;
    }
    /** To the instruction that is run, and to what its command prints. */
    #listen(text) {
        const [, begun] = KANIKO_INSTRUCTION.exec(text) ?? BUILDKIT_REPEATS.exec(text) ?? [];
        if (begun !== undefined) {
            this.#instruction = begun.trimEnd();
            this.#said.begin();
            this.#isRepeating = !text.startsWith('INFO[');
        }
        else if (this.#isRepeating && text === SHORT_RULE)
            this.#isRepeating = false;
        else if (this.#isRepeating)
            this.#said.line(text.replace(/^\d+\.\d+ /, ''));
        else if (this.#isRunning && !KANIKO_OWN.test(text) && this.#place === undefined && text !== RULE)
            this.#said.line(text);
    }
    get #isRunning() {
        return this.#instruction?.startsWith('RUN ') ?? false;
    }
    #parseError(text) {
        if (!/parse error/i.test(text))
            return undefined;
        const [, line, message] = PARSE_ERROR.exec(text) ?? [];
        return message ? this.#error(message, this.#place ?? { path: this.#path, line: Number(line) }) : undefined;
    }
    #kaniko(text) {
        if (!text.includes('error building image: '))
            return undefined;
        const [, message] = KANIKO_FAILED.exec(text) ?? [];
        if (!message)
            return undefined;
        const statement = this.#instruction;
        const place = { path: this.#path, line: undefined };
        return statement
            ? { ...this.#error(this.#failed(statement, message), place), statement }
            : this.#error(message, place);
    }
    #buildkit(text) {
        if (!text.includes('failed to solve: '))
            return undefined;
        const [, message] = BUILDKIT_FAILED.exec(text) ?? [];
        if (!message)
            return undefined;
        const place = this.#place ?? { path: this.#path, line: undefined };
        const statement = this.#instruction;
        return this.#error(statement ? this.#failed(statement, message) : message, place);
    }
    /** The command's own last words say more than how it ended. */
    #failed(statement, message) {
        const shown = statement.length > MOST_SHOWN ? `${statement.slice(0, MOST_SHOWN)}\u2026` : statement;
        const said = this.#isRunning ? this.#said.text : '';
        return `${shown}: ${said || message}`;
    }
    #error(message, place) {
        return { level: 'error', message, tool: 'docker', place };
    }
}

;// CONCATENATED MODULE: ./build/log/diagnostics/go.js

const VET = 'vet: ';
/** With a column, which a line of Go's own logger lacks. */
const FOUND = /^(\S{1,500}\.go:\d{1,9}:\d{1,9}|(?:\S{1,500}\/)?go\.(?:mod|sum|work):\d{1,9}(?::\d{1,9})?): (.+)$/;
const go_MARK = /:\d(?<=go(?:\.mod|\.sum|\.work)?:\d)/;
/** The compiler indents what belongs to the line before: `have (int)`, `want (string)`. */
const MOST_DETAILS = 4;
/** go build and go vet: `./main.go:12:2: undefined: x`, `go.mod:4: \u2026`. */
class GoParser {
    mark = go_MARK;
    #pending;
    #details = [];
    get isAmid() {
        return this.#pending !== undefined;
    }
    line(text) {
        if (this.#pending && text.startsWith('\t')) {
            if (this.#details.length < MOST_DETAILS)
                this.#details.push(text.trim());
            return undefined;
        }
        const finished = this.end();
        this.#pending = read(text);
        return finished;
    }
    end() {
        const pending = this.#pending;
        const details = this.#details;
        this.#pending = undefined;
        this.#details = [];
        return pending && { ...pending, message: details.reduce(joined, pending.message) };
    }
}
function joined(message, detail) {
    return message + (message.endsWith(':') ? ' ' : '; ') + detail;
}
function read(text) {
    const words = text.startsWith(VET) ? text.slice(VET.length) : text;
    const [, written = '', message] = FOUND.exec(words) ?? [];
    const place = readPlace(written);
    return place && message !== undefined ? { level: 'error', message, tool: 'go', place } : undefined;
}

;// CONCATENATED MODULE: ./build/log/diagnostics/pip.js
/** `Collecting urllib3<3 (from requests==2.31.0->-r requirements.txt (line 2))` */
const COLLECTING = /^Collecting ([^\s(]{1,200}).*-r (\S{1,200}) \(line (\d{1,9})\)\)$/;
const NO_VERSION = /^ERROR: (Could not find a version that satisfies the requirement (.{1,200}?)) \(from ([^)]{1,200})/;
const CONFLICT = /^ERROR: (Cannot install (.+?) because these package versions have conflicting dependencies)/;
const INVALID = /^ERROR: (Invalid requirement: .+)$/;
const FROM_LINE = /\(from line (\d{1,9}) of ([^)]{1,200})\)$/;
const IN_FILE = /-r (\S{1,200}) \(line (\d{1,9})\)/;
/** Of a collected requirement its place, since every package is collected. */
const pip_MARK = /: (?<=ERROR: )|\(line \d/;
/** pip 24 and later quote the requirement between an invalid one and its line. */
const pip_MOST_QUOTED = 4;
const MOST_COLLECTED = 500;
/** pip: requirements that cannot be met, at their line of the requirements file. */
class PipParser {
    mark = pip_MARK;
    #file = 'requirements.txt';
    #collected = new Map();
    #invalid;
    #quoted = 0;
    get isAmid() {
        return this.#invalid !== undefined;
    }
    line(text) {
        const words = text.trimEnd();
        if (this.#invalid !== undefined)
            return this.#invalidAt(this.#invalid, words);
        if (words.startsWith('Collecting '))
            this.#collect(words);
        // Who ran pip may have said so on the same line.
        const at = words.indexOf('ERROR: ');
        if (at === -1)
            return undefined;
        const said = words.slice(at);
        const [, invalid] = INVALID.exec(said) ?? [];
        return invalid === undefined ? this.#unmet(said) : this.#invalidAt(invalid, said);
    }
    end() {
        const message = this.#invalid;
        this.#invalid = undefined;
        return message === undefined ? undefined : this.#error(message, { path: this.#file, line: undefined });
    }
    #collect(words) {
        const [, requirement, path, line] = COLLECTING.exec(words) ?? [];
        if (!requirement || !path)
            return;
        this.#file = path;
        if (this.#collected.size < MOST_COLLECTED)
            this.#collected.set(nameOf(requirement), { path, line: Number(line) });
    }
    #unmet(words) {
        const [, message, requirement = '', parent = ''] = NO_VERSION.exec(words) ?? [];
        const anywhere = { path: this.#file, line: undefined };
        if (message)
            return this.#error(message, this.#collected.get(nameOf(parent)) ?? anywhere, requirement);
        const [, conflict, parties = ''] = CONFLICT.exec(words) ?? [];
        if (!conflict)
            return undefined;
        const [, path, line] = IN_FILE.exec(parties) ?? [];
        if (path)
            return this.#error(conflict, { path, line: Number(line) });
        return this.#error(conflict, anywhere, parties.split(/,? and |, /, 1)[0]);
    }
    #invalidAt(message, words) {
        const [, line, path] = FROM_LINE.exec(words) ?? [];
        if (path) {
            this.#invalid = undefined;
            this.#quoted = 0;
            return this.#error(message.replace(FROM_LINE, '').trimEnd(), { path, line: Number(line) });
        }
        this.#invalid = message;
        if (++this.#quoted <= pip_MOST_QUOTED)
            return undefined;
        this.#quoted = 0;
        return this.end();
    }
    #error(message, place, statement) {
        return { level: 'error', message, tool: 'pip', place, ...(statement ? { statement } : {}) };
    }
}
/** `requests` of `Requests[socks]>=2`. */
function nameOf(requirement) {
    return /^[\w.-]*/.exec(requirement)?.[0].toLowerCase() ?? '';
}

;// CONCATENATED MODULE: ./build/log/diagnostics/python.js

const TRACEBACK = 'Traceback (most recent call last):';
const FRAME = /^File "([^"]{1,500})", line (\d{1,15})(?:, in .+)?$/;
/** `ValueError: no price`, `shop.errors.Missing`. */
const EXCEPTION = /^([A-Za-z_][\w.]{0,200})(?:: (.+))?$/;
const WARNING = /^([A-Za-z]{0,60}Warning): (.+)$/;
/** A frame or a warning: what announces a traceback means nothing without frames. */
const python_MARK = /File "|: (?<=Warning: )/;
/** The innermost ones matter. */
const MOST_FRAMES = 50;
/** Of a quoted line, in UTF-16 units: enough to tell it from another one. */
const python_MOST_QUOTED = 200;
/** Tracebacks and syntax errors: frames, then the exception; warnings on a line of their own. */
class PythonParser {
    mark = python_MARK;
    #frames = [];
    /** Where the exception's line will begin. */
    #indent = 0;
    #isAfterFrame = false;
    get isAmid() {
        return this.#frames.length > 0;
    }
    line(raw) {
        const text = withoutGroupFrame(raw);
        const words = text.trim();
        const indent = text.length - text.trimStart().length;
        const isAfterFrame = this.#isAfterFrame;
        this.#isAfterFrame = false;
        if (words.endsWith(TRACEBACK))
            this.#begin(indent);
        else if (words.startsWith('File "'))
            this.#frame(words, indent);
        else if (this.#frames.length > 0 && words !== '' && indent <= this.#indent)
            return this.#finish(words);
        else if (isAfterFrame && words !== '')
            this.#quote(words);
        else if (words.includes('Warning: '))
            return readWarning(words);
        return undefined;
    }
    end() {
        this.#frames = [];
        this.#isAfterFrame = false;
    }
    #begin(indent) {
        this.#frames = [];
        this.#indent = indent;
    }
    #frame(words, indent) {
        const [, path, line] = FRAME.exec(words) ?? [];
        if (!path)
            return;
        if (this.#frames.length === 0)
            this.#indent = Math.max(0, indent - 2);
        this.#frames.push({ path, line: Number(line) });
        if (this.#frames.length > MOST_FRAMES)
            this.#frames.shift();
        this.#isAfterFrame = true;
    }
    #quote(words) {
        const frame = this.#frames.pop();
        if (frame)
            this.#frames.push({ ...frame, quoted: words.slice(0, python_MOST_QUOTED) });
    }
    #finish(words) {
        const [place, ...callers] = this.#frames.reverse();
        this.#frames = [];
        return EXCEPTION.test(words) ? { level: 'error', message: words, tool: 'python', place, callers } : undefined;
    }
}
/** The frames of exception groups stand behind bars: `  |   File \u2026`, `    | ValueError: \u2026`. */
function withoutGroupFrame(text) {
    const bar = /^ {2,40}[|+] /.exec(text);
    return bar ? text.slice(bar[0].length) : text;
}
function readWarning(words) {
    const at = words.indexOf(': ');
    const message = words.slice(at + 2);
    const place = readPlace(words.slice(0, at));
    return place && WARNING.test(message) ? { level: 'warning', message, tool: 'python', place } : undefined;
}

;// CONCATENATED MODULE: ./build/log/diagnostics/rust.js

const HEADER = /^(error|warning)(\[[\w:]{1,40}\])?: (.+)$/;
const ARROW = '--> ';
const NOTE = '= note: ';
const PANIC = ' panicked at ';
/** cargo tells what it does in a column of its own. */
const CARGO = /^ {2,11}(?:Adding|Blocking|Building|Checking|Compiling|Downloaded|Downloading|Fetching|Locking|Updating) \S/;
const rust_MARK = /: (?<=(?:error|warning): )|\[(?<=(?:error|warning)\[)|:(?=\n|$)(?<=panicked at [^\n]*:)/;
const MARK_OR_CARGO = new RegExp(`${rust_MARK.source}|[ABCDFLU](?<= {2}[ABCDFLU])[a-z]{5,10} \\S`);
/** What cargo says last: that there were errors, which are told above. */
const rust_OF_THE_END = /^(?:could not compile|aborting due to|build failed|\d+ previous errors?)/;
/** Of the causes that cargo lists under an error. */
const CAUSES = 'Caused by:';
/** rustc and cargo: `error[E0425]: \u2026`, then ` --> src/main.rs:3:5`; an error of cargo's alone; a build script that panics. */
class RustParser {
    #pending;
    #isCausedBy = false;
    #isCargo = false;
    #panicked;
    /** That cargo is at work needs to be seen once. */
    get mark() {
        return this.#isCargo ? rust_MARK : MARK_OR_CARGO;
    }
    get isAmid() {
        if (this.#panicked)
            return true;
        // Of a warning only the place can still come: without it, it is not told.
        return this.#pending !== undefined && (this.#pending.isOpen || this.#pending.level === 'error');
    }
    line(text) {
        if (this.#panicked)
            return this.#panic(text);
        const header = HEADER.exec(text);
        if (header)
            return this.#begin(header);
        this.#isCargo ||= CARGO.test(text);
        const pending = this.#pending;
        const words = text.trim();
        if (pending?.isOpen && words.startsWith(ARROW))
            return this.#arrow(pending, words.slice(ARROW.length));
        if (pending)
            this.#more(pending, text, words);
        this.#panicked = panicPlace(text);
        return undefined;
    }
    end() {
        this.#panicked = undefined;
        return this.#finish();
    }
    #begin([, level, code = '', words = '']) {
        const finished = this.#finish();
        this.#pending = {
            level: level === 'error' ? 'error' : 'warning',
            message: words + (code && ` ${code}`),
            isOpen: true,
            isRusts: code !== ''
        };
        return finished;
    }
    #arrow({ level, message }, text) {
        const place = readPlace(text);
        this.#pending = undefined;
        return place && { level, message, tool: 'rustc', place };
    }
    /** What belongs to an error that has no place: rustc's first note, the first of cargo's causes. */
    #more(pending, text, words) {
        if (this.#isCausedBy && words !== '') {
            this.#isCausedBy = false;
            this.#pending = { ...pending, message: `${pending.message}: ${words.replace(/^\d+: /, '')}` };
        }
        else if (pending.message.endsWith(':') && /^ +\S/.test(text)) {
            this.#pending = { ...pending, message: `${pending.message} ${words}` };
        }
        else if (text === CAUSES && !pending.message.includes(': '))
            this.#isCausedBy = true;
        else if (pending.isOpen && pending.isRusts && words.startsWith(NOTE)) {
            this.#pending = { ...pending, message: `${pending.message}: ${words.slice(NOTE.length)}`, isOpen: false };
        }
        // Only the header's own arrow is its place: notes and helps have theirs.
        else if (words === '' || /^(?:note|help)\b/.test(text))
            this.#pending = { ...pending, isOpen: false };
    }
    /** An error without a place is told where nobody but Rust's tools can have said it. */
    #finish() {
        const pending = this.#pending;
        this.#pending = undefined;
        this.#isCausedBy = false;
        if (pending?.level !== 'error' || rust_OF_THE_END.test(pending.message))
            return undefined;
        const { level, message, isRusts } = pending;
        return isRusts || this.#isCargo ? { level, message, tool: 'rustc', place: undefined } : undefined;
    }
    #panic(text) {
        const place = this.#panicked;
        this.#panicked = undefined;
        // That a build script failed says less.
        this.#pending = undefined;
        return { level: 'error', message: `panicked: ${text.trim()}`, tool: 'rustc', place };
    }
}
function panicPlace(text) {
    if (!text.endsWith(':'))
        return undefined;
    const at = text.indexOf(PANIC);
    if (at === -1 || !text.trimStart().startsWith('thread '))
        return undefined;
    return readPlace(text.slice(at + PANIC.length, -1));
}

;// CONCATENATED MODULE: ./build/log/diagnostics/diagnostics.js









/** Of one log. */
const diagnostics_MOST_KEPT = 1000;
/** In UTF-16 units: places stand near the beginning of a line. */
const MAX_LINE = 4096;
const MAX_MESSAGE = 1000;
/** A builder's time, step or phase before the words of the tool that it runs. */
const PREFIX = /^(?:\d{4}-\d\d-\d\dT[\d:.]{8,20}(?:Z|[+-]\d\d:\d\d) )?(?:#\d{1,4} \d{1,6}\.\d{1,4} |\[[a-z-]{1,40}\] )?/;
/** What such a prefix begins with. */
const STARTS_PREFIX = /^[\d#[]/;
/** One of each tool. @param dockerfile Its path in the code. */
function parsersFor(dockerfile = 'Dockerfile') {
    return [
        new RustParser(),
        new GoParser(),
        new DenoParser(),
        new PythonParser(),
        new PipParser(),
        new DockerfileParser(dockerfile),
        new BuildpacksParser()
    ];
}
/**
 * Gathers what compilers and builders say is wrong from the lines of a log. Its memory is bounded. Most lines are of no
 * parser's interest: all of a block is searched once for the marks of all parsers.
 */
class Diagnostics {
    #parsers;
    #marks;
    /** To which the next line matters, whatever it holds. */
    #amid = [];
    #kept = new Map();
    #dropped = 0;
    constructor(parsers = parsersFor()) {
        this.#parsers = parsers;
        this.#marks = new AnyMark(parsers);
    }
    /** How many came after the first 1,000; one that comes again may be counted again. */
    get dropped() {
        return this.#dropped;
    }
    /** Takes whole cleaned lines of the log, without their gutters. */
    read(lines) {
        const plain = (0,remote_text/* withoutColours */.mU)(lines);
        let marked = this.#marks.nextLine(plain, 0);
        let start = this.#amid.length > 0 ? 0 : marked;
        while (start < plain.length) {
            const end = endOfLine(plain, start);
            this.#take(plain.slice(start, end), start === marked);
            if (start === marked)
                marked = this.#marks.nextLine(plain, end + 1);
            start = this.#amid.length > 0 ? end + 1 : marked;
        }
    }
    /** What was found, each once, in the order of the log. Begins anew. */
    take() {
        for (const parser of this.#parsers)
            this.#keep(parser.end());
        this.#amid = [];
        const taken = [...this.#kept.values()];
        this.#kept = new Map();
        return taken;
    }
    #take(line, isMarked) {
        const words = wordsOf(line.slice(0, MAX_LINE));
        const takers = isMarked ? this.#parsers.filter(({ isAmid, mark }) => isAmid || mark.test(line)) : this.#amid;
        for (const parser of takers)
            this.#keep(parser.line(words));
        this.#amid = takers.filter(({ isAmid }) => isAmid);
    }
    #keep(found) {
        if (!found)
            return;
        const { level, message, place } = found;
        const key = [level, place?.path, place?.line, place?.column, message.slice(0, MAX_MESSAGE)].join('\n');
        if (this.#kept.has(key))
            return;
        if (this.#kept.size < diagnostics_MOST_KEPT)
            this.#kept.set(copied(key), clean(found));
        else
            this.#dropped++;
    }
}
function endOfLine(lines, start) {
    const end = lines.indexOf('\n', start);
    return end === -1 ? lines.length : end;
}
function wordsOf(line) {
    return STARTS_PREFIX.test(line) ? line.replace(PREFIX, '') : line;
}
function clean({ message, place, callers, statement, ...rest }) {
    return {
        ...rest,
        message: copied((0,remote_text/* cleanLine */.Ow)(message.slice(0, MAX_MESSAGE))),
        place: place && withOwnPath(place),
        ...(callers ? { callers: callers.map(withOwnPath) } : {}),
        ...(statement === undefined ? {} : { statement: copied(statement) })
    };
}
function withOwnPath({ quoted, ...place }) {
    return { ...place, path: copied(place.path), ...(quoted === undefined ? {} : { quoted: copied(quoted) }) };
}
/** A piece of a string keeps the whole alive in V8, which may be a block of the log. */
function copied(text) {
    return Buffer.from(text).toString();
}

// EXTERNAL MODULE: ./build/model/errors.js
var errors = __webpack_require__(2011);
// EXTERNAL MODULE: ./build/model/values/words.js
var words = __webpack_require__(9392);
// EXTERNAL MODULE: ./build/platform/advice/connections.js
var connections = __webpack_require__(2678);
// EXTERNAL MODULE: ./build/platform/network/http-exchange.js
var http_exchange = __webpack_require__(5857);
// EXTERNAL MODULE: ./build/platform/network/proxy.js
var proxy = __webpack_require__(7735);
// EXTERNAL MODULE: ./build/platform/network/tunnel.js
var tunnel = __webpack_require__(7573);
;// CONCATENATED MODULE: ./build/platform/network/probe.js






/** A connection that nobody takes is told sooner than one whose answer takes its time. */
const CONNECT_MS = 10_000;
const MAX_BYTES = 16 * 1024;
const MOST_REDIRECTS = 5;
/** The header that goes with what an app answered (docs/platform.md, Who answers). */
const FROM_APP = 'x-ignite-execution-id';
/** Asks as everybody asks: without a credential, directly or through the proxies that the environment names. */
function openWeb(options) {
    const { stop } = options;
    return {
        ask: async (url, timeoutMs) => {
            stop.throwIfAborted();
            const over = AbortSignal.timeout(Math.ceil(timeoutMs));
            try {
                return await followed(new URL(url), AbortSignal.any([stop, over]), options);
            }
            catch (error) {
                stop.throwIfAborted();
                return over.aborted ? silence(timeoutMs) : troubleOf(error);
            }
        }
    };
}
/** A redirect is followed to where the same people answer; what else it leads to is theirs to know. */
async function followed(url, signal, { proxies, version }) {
    const headers = { accept: '*/*', 'user-agent': `ignite-deploy/${version}` };
    let at = url;
    for (let redirects = 0;; redirects++) {
        const { code, text, ...answer } = await (0,http_exchange/* exchangeHttp */.A)({
            ...{ url: at, method: 'GET', headers, signal, proxy: (0,proxy/* proxyFor */.i)(at, proxies) },
            ...{ maxBytes: MAX_BYTES, connectMs: CONNECT_MS, wantsBody: (status) => status >= 400 }
        });
        const next = code >= 300 && code < 400 ? URL.parse(answer.headers.location ?? '', at.href) : null;
        if (next !== null && isSameSite(at, next)) {
            if (redirects === MOST_REDIRECTS)
                return { kind: 'circle', says: '', hint: undefined, isFinal: false };
            at = next;
        }
        else {
            const isFromApp = answer.headers[FROM_APP] !== undefined;
            // Without the query, which may hold what is nobody's to read.
            return { kind: 'answered', code, isFromApp, text, leadsTo: next ? `${next.origin}${next.pathname}` : undefined };
        }
    }
}
/** The same host, `www.` aside, and never from TLS to plaintext. */
function isSameSite(from, to) {
    const name = ({ hostname }) => hostname.replace(/^www\./, '');
    if (name(from) !== name(to))
        return false;
    return to.protocol === from.protocol ? to.port === from.port : to.protocol === 'https:';
}
function silence(ms) {
    return { kind: 'silent', says: `within ${(0,words/* duration */.p0)(ms)}`, hint: undefined, isFinal: false };
}
const KINDS = [
    [/^(?:ENOTFOUND|EAI_)/, 'unresolved'],
    [/^(?:ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)/, 'closed'],
    [/^(?:CERT_|ERR_TLS|ERR_SSL|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/, 'tls']
];
function troubleOf(error) {
    if (error instanceof errors/* ExpectedError */.Dh) {
        const isFinal = !(error instanceof tunnel/* ProxyError */.T) || error.final;
        return { kind: 'proxy', says: error.message.replace(/\.$/, ''), hint: error.hint, isFinal };
    }
    const { code = '', message } = error;
    const kind = KINDS.find(([pattern]) => pattern.test(code))?.[1] ?? 'broken';
    if (kind !== 'tls')
        return { kind, says: code, hint: undefined, isFinal: false };
    const row = connections/* CONNECTION_ADVICE */.OF.find(({ pattern }) => pattern.test(`${code}: ${message}`));
    return { kind, says: code, hint: row?.hint('verify-url'), isFinal: false };
}

// EXTERNAL MODULE: ./build/platform/requirements.js
var requirements = __webpack_require__(2504);
// EXTERNAL MODULE: ./build/preview-facts.js
var preview_facts = __webpack_require__(1414);
// EXTERNAL MODULE: ./build/run-clock.js + 1 modules
var run_clock = __webpack_require__(8783);
// EXTERNAL MODULE: ./build/session.js + 47 modules
var build_session = __webpack_require__(4154);
// EXTERNAL MODULE: ./build/source/tree/context-tree.js
var context_tree = __webpack_require__(5131);
;// CONCATENATED MODULE: ./build/source/list-checkout.js


/** Of what is not in the workspace. */
const NO_CHECKOUT = { root: undefined, paths: [] };
/** What a context has that the platform clones by itself. That it cannot be walked here is no failure. */
async function listCheckout(source, around) {
    const place = (0,context_tree/* locateContext */.y$)(source, around);
    if ('problem' in place || place.kind !== 'directory')
        return NO_CHECKOUT;
    try {
        const { entries } = await (0,context_tree/* contextTree */.Mv)(place, around);
        return { root: place.directory, paths: entries.map((entry) => entry.path) };
    }
    catch (error) {
        if (error instanceof errors/* SourceError */.c8)
            return NO_CHECKOUT;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/deploy/step.js
var deploy_step = __webpack_require__(8074);
// EXTERNAL MODULE: ./build/model/values/host-label.js
var host_label = __webpack_require__(9828);
;// CONCATENATED MODULE: ./build/deploy/start/host-name.js


/** Throws where the app of a preview could not be called: its name is made, and longer than the app's own. */
function checkHostName(app) {
    const label = (0,host_label/* hostLabel */.v)(app);
    if (label.length <= host_label/* LONGEST_LABEL */.m)
        return;
    const words = `The preview\u2019s host would be ${label}, which has ${label.length} characters; DNS takes ${host_label/* LONGEST_LABEL */.m}.`;
    throw new errors/* DeployError */.sH('bad_input', words, { hint: 'Write a shorter `preview-name`, for example `pr-{number}-x`.' });
}

;// CONCATENATED MODULE: ./build/deploy/start/connect-run.js





/** Connects, and finds out what the plan needs and the server lacks before anything is written. */
function connect(plan, tools) {
    const step = (0,deploy_step/* stepper */.I)(tools);
    const begin = async () => {
        const platform = await tools.connect();
        tools.log.debug(`The messages of the platform are known by ${platform.described}.`);
        platform.require(needs(plan));
        warnOfExpiry(plan, platform, tools);
        const organization = await platform.organization(plan.target.organization);
        const app = { organization, name: plan.target.name };
        if (plan.mode === 'preview')
            checkHostName(app);
        return { plan: withDescription(plan, platform), tools, step, platform, app };
    };
    return step('Connect', begin, connectedLine);
}
/** What describes the app is a setting like the others where the server has it so. */
function withDescription(plan, platform) {
    if (!('description' in plan))
        return plan;
    // What a saved draft was described with is not told: it is left to the draft where it can be part of that.
    const isCompiled = !('source' in plan) || plan.source.kind === 'code';
    return { ...plan, settings: { ...plan.settings, ...platform.settingsIn(plan.description, isCompiled) } };
}
/** A rollback is made when the job has ended, and needs to be let in then. */
function warnOfExpiry(plan, platform, { log, msLeft }) {
    const accessMs = platform.accessLeftMs();
    if ('isDryRun' in plan && plan.isDryRun)
        return;
    if (!('rollback' in plan) || !(0,model_plan/* mayRollBack */.AC)(plan.rollback) || accessMs === undefined || accessMs >= msLeft())
        return;
    log.warning(`The token expires in ${(0,words/* duration */.p0)(accessMs)}, and this run may take ${(0,words/* duration */.p0)(msLeft())}: after that, nothing can be ` +
        'rolled back. Use a service account, whose tokens are renewed, or a token that lives longer.');
}
function connectedLine({ app }) {
    return `Connected as ${app.organization}`;
}

// EXTERNAL MODULE: ./build/deploy/start/find-app.js
var find_app = __webpack_require__(3128);
// EXTERNAL MODULE: ./build/deploy/start/remove-app.js
var remove_app = __webpack_require__(1087);
;// CONCATENATED MODULE: ./build/deploy/delete-app.js



/** An app that runs of this repository made is removed, with all its versions. */
async function deleteApp(plan, tools) {
    const run = await connect(plan, tools);
    return await (0,remove_app/* removeOwn */.L)(run, await (0,find_app/* findApp */.J0)(run));
}

// EXTERNAL MODULE: ./build/model/ports/run.js
var ports_run = __webpack_require__(832);
// EXTERNAL MODULE: ./build/model/values/image-reference.js
var image_reference = __webpack_require__(1796);
;// CONCATENATED MODULE: ./build/deploy/code/prebuilt-image.js



/** The reference of an image that is ready, once the platform is let into its registry. */
async function imageCode(run, { reference, registry }) {
    const parsed = (0,image_reference/* parseImageReference */.o_)(reference);
    if (parsed && (0,image_reference/* isMoving */.rU)(parsed)) {
        const how = parsed.tag === undefined ? 'without a tag, which means latest and' : 'by a tag, which';
        run.tools.log.warning(`The image ${reference} is named ${how} may mean another image tomorrow, also for versions published ` +
            'today. Name it by its digest: image-ref: NAME@sha256:\u2026 (docker buildx imagetools inspect NAME:TAG shows it).');
    }
    const code = { kind: 'prebuilt', imageRef: reference };
    if (registry === undefined)
        return { ...code, registrySecretRef: undefined };
    if (registry.kind === 'stored')
        return { ...code, registrySecretRef: registry.secret };
    const name = (0,image_reference/* registrySecretName */.jz)(run.app.name);
    await run.step('Store registry secret', () => run.platform.storeRegistrySecret(name, registry).catch((error) => notStored(error, name)), () => `Stored the credentials of ${registry.server} as the secret ${name}`);
    return { ...code, registrySecretRef: name };
}
function notStored(error, name) {
    if (!(error instanceof errors/* PlatformError */.Wk && error.ambiguous))
        throw error;
    throw new errors/* DeployError */.sH(error.reason, `${error.message}. The secret ${name} may have been stored all the same.`, {
        cause: error,
        hint: 'Nothing was published. Run the job again, which stores it anew.'
    });
}
/** Looks at a stored secret before anything is written. */
async function checkRegistrySecret(run) {
    const { source } = run.plan;
    if (source.kind !== 'image' || source.registry?.kind !== 'stored')
        return;
    const { secret } = source.registry;
    await run.step('Check registry secret', () => checkSecret(run, secret), (isKnown) => `The secret ${secret} ${isKnown ? 'is a registry secret' : 'is used as it is'}`);
}
/**
 * A git secret in the place of a registry secret is refused by the platform only when the image is pulled. False where
 * the account may not list secrets: it may be allowed to use this one all the same.
 */
async function checkSecret({ platform, app, tools }, secret) {
    const found = await readSecret({ platform, tools }, secret);
    if (found === undefined)
        return false;
    const { kind } = found;
    if (kind === 'registry')
        return true;
    const why = kind === undefined ? 'there is no secret of that name' : `it is a ${kind} secret`;
    throw new errors/* DeployError */.sH('bad_input', `\`registry-secret-ref: ${secret}\` cannot be used for ${(0,ports_run/* appId */.R)(app)}: ${why}.`, {
        hint: `Make one with \`dodil ignite secret create ${kind === undefined ? secret : 'NAME'} --type registry\`, or give \`registry-server\`, \`registry-username\` and \`registry-password\`.`
    });
}
/** Undefined where secrets may not be listed. */
async function readSecret({ platform, tools }, name) {
    try {
        return { kind: await platform.readSecretKind(name) };
    }
    catch (error) {
        if (!(error instanceof errors/* PlatformError */.Wk && error.code === 'PERMISSION_DENIED'))
            throw error;
        tools.log.debug(`The type of the secret is not checked: ${error.message}`);
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/model/changed-file.js
var changed_file = __webpack_require__(2609);
// EXTERNAL MODULE: ./build/model/platform-state.js
var platform_state = __webpack_require__(4799);
;// CONCATENATED MODULE: ./build/model/requests.js
/** Whether the draft becomes an image, and is built instead of compiled. */
function isImage({ kind }) {
    return kind !== 'compile';
}
/** Whether the draft's own code is compiled, or its image built, by the draft. */
function isMadeByDraft(code) {
    return code.kind === 'compile' ? code.runtime !== 'python' : code.kind !== 'prebuilt';
}
/** The build service takes a context of less than 4 MB with the request itself (docs/platform.md, Builds). */
const INLINE_BYTES = 4_000_000 - 64_000;

;// CONCATENATED MODULE: ./build/model/values/checksum.js
/** FNV-1a, 32 bits as 8 hex digits: tells a few things apart, and gives nothing of them away. */
function checksum(bytes) {
    let value = 0x811c9dc5;
    for (const byte of bytes)
        value = Math.imul(value ^ byte, 0x01000193);
    return (value >>> 0).toString(16).padStart(8, '0');
}

// EXTERNAL MODULE: ./build/model/backoff.js
var backoff = __webpack_require__(1326);
;// CONCATENATED MODULE: ./build/deploy/log/log-attachment.js

/** One stream of a log, shown while it comes. Leaving its scope ends the call, whatever the server does. */
class LogAttachment {
    #leaving = new AbortController();
    #over = new AbortController();
    #done;
    #isWhole = false;
    constructor(open, log, tools) {
        this.#done = this.#read(open, log, tools);
    }
    /** Aborted when the log has ended or broken. */
    get over() {
        return this.#over.signal;
    }
    /** True where it did not come to its own end. */
    get hasBroken() {
        return !this.#isWhole;
    }
    async #read(open, log, { log: say, stop }) {
        const leave = AbortSignal.any([this.#leaving.signal, stop]);
        try {
            log.attach();
            for await (const chunk of open(leave))
                await log.take(chunk);
            log.ended();
            this.#isWhole = true;
        }
        catch (error) {
            if (!leave.aborted)
                tellTrouble(error, log, say);
        }
        finally {
            this.#over.abort();
        }
    }
    async [Symbol.asyncDispose]() {
        this.#leaving.abort();
        await this.#done;
    }
}
/** The log's trouble is no failure, whosever it is: the state decides. */
function tellTrouble(error, log, say) {
    if (error instanceof errors/* ExpectedError */.Dh) {
        say.debug(error.message);
        if (error instanceof errors/* PlatformError */.Wk && error.code === 'NOT_FOUND')
            log.notMade(error.message);
        else
            log.broke(error.message);
    }
    else
        say.warning(`The log is not shown further: ${(0,errors/* why */.d8)(error)}`);
}

;// CONCATENATED MODULE: ./build/deploy/log/replayed-log.js
/** More of a log is not remembered; a replay of it can then not be told from news. */
const MOST_REMEMBERED = 16 * 1024 * 1024;
/**
 * A log that is attached again after it broke: what the server repeats is shown once. Where the server repeats nothing,
 * or something else, lines may be missing, and a line of ours says so.
 */
class ReplayedLog {
    #remote;
    #log;
    #seen = new Uint8Array(64 * 1024);
    #length = 0;
    /** How much of `#seen` this attachment has repeated so far; undefined when it repeats no more. */
    #repeated;
    #attachments = 0;
    #trouble;
    #forgetful = false;
    #isWhole = false;
    /** Whether the stream before this one came to its own end. */
    #wasWhole = false;
    constructor(remote, log) {
        this.#remote = remote;
        this.#log = log;
    }
    /** A stream begins, the first or another one. */
    attach() {
        this.#repeated = this.#attachments++ === 0 ? undefined : 0;
        this.#wasWhole = this.#isWhole;
        this.#trouble = undefined;
        this.#isWhole = false;
    }
    /** The stream came to its own end. */
    ended() {
        this.#isWhole = true;
    }
    /** The stream broke, for that reason. */
    broke(trouble) {
        this.#trouble = trouble;
    }
    /** There is no log yet, for that reason: nothing can have been said before its first byte. */
    notMade(trouble) {
        this.#trouble = trouble;
        this.#attachments--;
    }
    async take(chunk) {
        if (this.#repeated === undefined)
            return await this.#show(chunk);
        const same = this.#sameAs(chunk, this.#repeated);
        this.#repeated += same;
        if (this.#length > 0 && !this.#forgetful && this.#repeated === this.#length) {
            this.#repeated = undefined;
            return await this.#show(chunk.subarray(same));
        }
        if (same < chunk.length)
            await this.#breakOff(this.#repeated, chunk.subarray(same));
    }
    /**
     * Shows what is left. A last attachment that did not repeat all that came before it leaves a gap, unless it told nothing
     * after one that had come to its own end; where nothing ever came of a log that breaks, there is none to have a gap.
     */
    async close() {
        if (this.#length === 0 && this.#trouble !== undefined)
            this.#log.info(`The log is not shown: ${this.#trouble}`);
        else if (this.#repeated !== undefined && !(this.#wasWhole && this.#repeated === 0))
            await this.#gap();
        await this.#remote.end();
    }
    /** What was taken for a repetition is news: shown, with a word on the gap before it. */
    async #breakOff(held, rest) {
        this.#repeated = undefined;
        await this.#gap();
        await this.#show(this.#seen.slice(0, held));
        await this.#show(rest);
    }
    async #gap() {
        await this.#remote.end();
        this.#log.info('The log was interrupted here: lines may be missing, or shown twice.');
    }
    #sameAs(chunk, from) {
        const most = Math.min(chunk.length, this.#length - from);
        let same = 0;
        while (same < most && chunk[same] === this.#seen[from + same])
            same++;
        return same;
    }
    async #show(chunk) {
        this.#remember(chunk);
        if (chunk.length > 0)
            await this.#remote.write(chunk);
    }
    #remember(chunk) {
        if (this.#length + chunk.length > MOST_REMEMBERED) {
            this.#forgetful = true;
            return;
        }
        while (this.#length + chunk.length > this.#seen.length) {
            const larger = new Uint8Array(this.#seen.length * 2);
            larger.set(this.#seen);
            this.#seen = larger;
        }
        this.#seen.set(chunk, this.#length);
        this.#length += chunk.length;
    }
}

;// CONCATENATED MODULE: ./build/deploy/log/follow.js
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



/** How often the state is read while the log streams: it also notices a dead connection. */
const POLL_MS = 15_000;
/** The platform may close the log before it reports the end. */
const AFTER_LOG_MS = [0, 250, 500, 1000, 2000];
/** What the log may still say when the state has already ended. */
const DRAIN_MS = 5_000;
/** Between a log that broke and the next attachment; short again after one that held. */
const PAUSES = { first: 500, most: 10_000 };
const HELD_MS = 30_000;
/** How often a log that breaks is asked for before it counts as one that has ended. */
const MOST_BREAKS = 3;
/** How often the rest of a log is asked for that broke when the work had ended. */
const LAST_TRIES = 3;
/** Shows the log as it is made until the work has ended. A log that breaks is attached again; its trouble is no failure. */
async function follow(work, remote, tools) {
    const log = new ReplayedLog(remote, tools.log);
    const pause = new backoff/* Backoff */.n(PAUSES);
    for (let breaks = 0;;) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const since = tools.clock.now();
            const attached = __addDisposableResource(env_1, new LogAttachment(work.open, log, tools), true);
            if (await endsWhile(attached.over, work, tools)) {
                await drain(attached, tools);
                break;
            }
            if (attached.hasBroken)
                breaks++;
            const end = attached.hasBroken ? await endAfterBreak(work, breaks) : await endAfterLog(work, tools);
            if (end === 'later')
                await readRest(work, log, tools);
            if (end !== 'not yet')
                break;
            if (tools.clock.now() - since >= HELD_MS)
                pause.reset();
            await tools.clock.sleep(pause.next());
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    await log.close();
}
async function endAfterBreak({ ended }, breaks) {
    return (await ended(breaks > MOST_BREAKS)) ? 'later' : 'not yet';
}
async function endAfterLog({ ended }, { clock }) {
    for (const [look, ms] of AFTER_LOG_MS.entries()) {
        await clock.sleep(ms);
        if (await ended(true))
            return look === 0 ? 'with its log' : 'later';
    }
    return 'not yet';
}
/** What a log that is over before its work may have more to say is asked for once the work has ended. */
async function readRest({ open }, log, tools) {
    for (let left = LAST_TRIES; left > 0; left--) {
        const env_2 = { stack: [], error: void 0, hasError: false };
        try {
            const attached = __addDisposableResource(env_2, new LogAttachment(open, log, tools), true);
            await drain(attached, tools);
            if (!attached.hasBroken)
                return;
        }
        catch (e_2) {
            env_2.error = e_2;
            env_2.hasError = true;
        }
        finally {
            const result_2 = __disposeResources(env_2);
            if (result_2)
                await result_2;
        }
    }
}
/** What the log still says is waited for, but not for ever. */
async function drain({ over }, { clock }) {
    await clock.sleep(DRAIN_MS, over);
}
/** True when the state has ended before the log did. */
async function endsWhile(over, { ended, news }, { clock, stop }) {
    while (!over.aborted) {
        await clock.sleep(POLL_MS, news && !news.aborted ? AbortSignal.any([over, news]) : over);
        stop.throwIfAborted();
        if (!over.aborted && (await ended(false)))
            return true;
    }
    stop.throwIfAborted();
    return false;
}

;// CONCATENATED MODULE: ./build/deploy/log/not-made.js

/**
 * What sums up an error of the platform's, for a sentence of ours. One of several lines is a tool's output: it is shown in
 * the log like one, unless the log ended with it, and its last line sums it up.
 */
async function summedUp(error, remote) {
    const lines = error.split(/[\r\n]+/).filter((line) => line.trim() !== '');
    const last = lines.at(-1)?.trim() ?? '';
    if (lines.length > 1 && !remote.tail().some((line) => line.endsWith(last))) {
        await remote.write(new TextEncoder().encode(error));
        await remote.end();
    }
    return last;
}
/** The code did not compile, or the image was not built: with the tool's last words, and those of its log that there are. */
async function notMade({ what, error, otherwise }, remote) {
    const words = (await summedUp(error, remote)) || otherwise;
    const excerpt = remote.tail();
    const isCode = what === 'code';
    return new errors/* DeployError */.sH(isCode ? 'compile_failed' : 'build_failed', `${isCode ? 'The code did not compile' : 'The image was not built'}: ${words}`, { hint: 'Nothing was published.', excerpt, speaker: isCode ? 'program' : 'platform' });
}

// EXTERNAL MODULE: ./build/deploy/deed.js
var deploy_deed = __webpack_require__(9930);
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
function shownDraft({ codeHash, imageRef, createdAtMs }) {
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
    const other = now ? `another draft (${shownDraft(fingerprint(now))})` : 'no draft';
    return new errors/* DeployError */.sH('draft_conflict', `The app now holds ${other}; this run saved ${shownDraft(saved)}. Not published.`, {
        hint: `Another run deploys the same app. ${WAIT_FOR_EACH_OTHER}`,
        snippet: concurrency(app)
    });
}
/** An app has one draft slot, and the platform has no lock on it. */
const WAIT_FOR_EACH_OTHER = 'Let the runs of one app wait for each other: add `concurrency:` to the workflow.';
/** The lines to add. The organization is left out: a group is of one repository, and its name is to be read at a glance. */
function concurrency({ name }) {
    return ['concurrency:', `  group: deploy-${name}`, '  cancel-in-progress: false'];
}

// EXTERNAL MODULE: ./build/deploy/poll.js
var poll = __webpack_require__(8045);
;// CONCATENATED MODULE: ./build/deploy/code/start-build.js




/** How long a build whose id was lost is looked for among the builds. */
const ADOPT_MS = 15_000;
const start_build_PAUSES = { first: 500, most: 4_000 };
/** CreateBuild is sent once. Without an answer that names the build, it is adopted where exactly one of our name is new. */
async function startBuild(run, request) {
    const { platform, tools } = run;
    const before = new Set((await platform.readBuilds()).map((build) => build.id));
    tools.stop.throwIfAborted();
    try {
        return { id: await platform.createBuild(request), isAdopted: false };
    }
    catch (error) {
        if (!(error instanceof errors/* PlatformError */.Wk))
            throw error;
        const id = await begunAnyway(run, request.name, { before, error });
        if (id !== undefined)
            return { id, isAdopted: true };
        throw (0,deploy_deed/* isLost */.JD)(error) ? notAdopted(request.name, []) : error;
    }
}
/** Any status may come after the effect. A refusal stays what it is where one look does not show one build of our name. */
async function begunAnyway(run, name, { before, error }) {
    const ms = (0,deploy_deed/* isLost */.JD)(error) ? ADOPT_MS : (0,deploy_deed/* lookAfter */.sR)(error);
    if (ms > 0)
        run.tools.log.warning(`${(0,errors/* why */.d8)(error)}. It is not known whether the build began: reading the builds.`);
    try {
        return await adopt(run, name, { before, ms });
    }
    catch (trouble) {
        if (ms > 0 || !(trouble instanceof errors/* ExpectedError */.Dh) || trouble instanceof errors/* Stopped */.C9)
            throw trouble;
        return undefined;
    }
}
async function adopt({ platform, tools }, name, { before, ms }) {
    const look = async () => {
        const added = (await platform.readBuilds()).filter((build) => build.name === name && !before.has(build.id));
        return added.length > 0 ? added : undefined;
    };
    const [only, ...others] = (await (0,poll/* poll */.w)(look, { clock: tools.clock, pauses: start_build_PAUSES, ms })) ?? [];
    if (!only)
        return undefined;
    if (others.length > 0)
        throw notAdopted(name, [only, ...others]);
    tools.log.notice(`The build ${only.id} began after our call and is taken for this run\u2019s.`);
    return only.id;
}
function notAdopted(name, candidates) {
    const list = candidates.map(({ id, status }) => `${id} (${status})`).join(', ');
    return new errors/* DeployError */.sH('build_failed', candidates.length === 0
        ? `The answer to starting the build of ${name} was lost, and no build of that name appeared.`
        : `The answer to starting the build of ${name} was lost, and several builds of that name began: ${list}.`, { hint: 'Nothing was published. Run the job again.' });
}
/**
 * To be asked of an adopted build that has succeeded: the one build that was new may be another run's of the same app. A
 * build names its images only when it has succeeded, and a digest alone would not tell whose it is.
 */
function checkOwn({ app }, { id, imageRefs }, tag) {
    if (imageRefs.some((each) => each.endsWith(`:${tag}`)))
        return;
    throw new errors/* DeployError */.sH('build_failed', `The answer to starting the build was lost, and the build ${id}, which began after our call, is not this run\u2019s: ` +
        `it has no image with the tag ${tag}, but ${imageRefs.join(', ') || 'none at all'}.`, {
        hint: `Nothing was published. Another run builds the same app. ${WAIT_FOR_EACH_OTHER}`,
        snippet: concurrency(app)
    });
}

;// CONCATENATED MODULE: ./build/deploy/code/image-build.js








/** How often a context is uploaded before the run gives up; each time it is sent whole. */
const UPLOADS = 3;
/** Sends a context with the request where it is small, and before it where it is not. */
async function sendContext(run, context) {
    const small = await smallArchive(context);
    return small
        ? { source: { kind: 'inline', archive: small.archive }, digest: small.digest }
        : uploadContext(run, context);
}
/** Sends a context before the request, whole again where that breaks. */
async function uploadContext(run, context) {
    for (let attempt = 1;; attempt++) {
        const { chunks, digest } = context.open();
        try {
            const contextId = await run.platform.uploadContext(run.app.name, context.format, chunks);
            return { source: { kind: 'uploaded', contextId }, digest: digest() };
        }
        catch (error) {
            if (!(error instanceof errors/* PlatformError */.Wk && error.ambiguous) || attempt >= mostUploads(error))
                throw error;
            run.tools.log.warning(`${error.message}. The context is sent again from its beginning.`);
        }
    }
}
/** A token that is refused is tried with another one once. */
function mostUploads({ code }) {
    return code === 'UNAUTHENTICATED' ? 2 : UPLOADS;
}
/** The archive where it fits into a request; undefined as soon as it does not. */
async function smallArchive(context) {
    const { chunks, digest } = context.open();
    const parts = [];
    let bytes = 0;
    for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > INLINE_BYTES)
            return undefined;
        parts.push(chunk);
    }
    const archive = new Uint8Array(bytes);
    parts.reduce((at, part) => {
        archive.set(part, at);
        return at + part.length;
    }, 0);
    return { archive, digest: digest() };
}
/**
 * A tag that no other build of this image has, since versions that share one cannot be rolled back: it tells this step of
 * this run and attempt from any other, and this request from any other of the same step.
 */
function ownTag({ app, tools }, { build }, sent) {
    const { dockerfilePath, buildArgs, platform, noCache, imageTags } = build;
    const request = [tools.runStep, app.name, dockerfilePath, buildArgs, platform, noCache, imageTags, sent.digest];
    const text = JSON.stringify(request);
    return `${tools.runTag}-${checksumOf(text)}${checksumOf(`again ${text}`)}`;
}
function checksumOf(text) {
    return checksum(new TextEncoder().encode(text));
}
/** Builds an image by the build service, with its log in view, and gives the reference to deploy. */
async function buildImage(run, source, sent, previousVersion) {
    const { app, platform, tools } = run;
    const tag = ownTag(run, source, sent);
    const { id, isAdopted } = await startBuild(run, requestFor(run, source, sent, tag));
    tools.report({ buildId: id });
    tools.ledger.write({ phase: 'building', app, previousVersion, buildId: id });
    const remote = tools.log.remote();
    let build = await platform.readBuild(id);
    await follow({
        open: (stop) => platform.buildLog(id, stop),
        ended: async (logEnded) => {
            build = await platform.readBuild(id);
            return hasEnded(build, logEnded);
        }
    }, remote, tools);
    tools.ledger.close();
    if (!hasSucceeded(build)) {
        const { error, status } = build;
        throw await notMade({ what: 'image', error, otherwise: `its status is ${status}` }, remote);
    }
    if (isAdopted)
        checkOwn(run, build, tag);
    return { build, reference: referenceOf(build, tag) };
}
/** `in 59 s, 184.3 MB in 11 layers, with cached layers`. */
function described({ metrics }) {
    if (!metrics)
        return '';
    const { durationMs, imageBytes, layers, cacheUsed } = metrics;
    return ` in ${(0,words/* duration */.p0)(durationMs)}, ${(0,words/* size */.Ej)(imageBytes)} in ${(0,words/* count */.U9)(layers, 'layer')}${cacheUsed ? ', with cached layers' : ''}`;
}
function requestFor(run, { build }, sent, tag) {
    return {
        name: run.app.name,
        dockerfile: build.dockerfilePath ?? 'Dockerfile',
        tags: [tag, ...build.imageTags],
        buildArgs: build.buildArgs,
        noCache: build.noCache,
        platform: build.platform,
        timeoutSeconds: run.tools.msLeft() / 1000,
        source: sent.source
    };
}
/** A status of another name breaks no run: the platform ends the log with the build (docs/platform.md, Builds). */
function hasEnded(build, logEnded) {
    const { status } = build;
    if ((0,platform_state/* isFinished */.$g)(build))
        return true;
    return logEnded && status !== '' && !/PENDING|QUEUED|RUNNING|BUILDING|START|UNSPECIFIED/.test(status);
}
function hasSucceeded({ status, error, imageRefs }) {
    if (/SUCCE/.test(status))
        return true;
    return imageRefs.length > 0 && error === '' && !/FAIL|ERROR|CANCEL/.test(status);
}
/** A digest where the server gives one, else the reference with this run's own tag, never just the first. */
function referenceOf({ id, imageRefs }, tag) {
    const reference = imageRefs.find((each) => each.includes('@sha256:')) ?? imageRefs.find((each) => each.endsWith(`:${tag}`));
    if (reference !== undefined)
        return reference;
    throw new errors/* DeployError */.sH('build_failed', `The build ${id} pushed no image with the tag ${tag}: ${imageRefs.join(', ') || 'none'}.`, {
        hint: 'Versions that share a tag cannot be rolled back, so the image is not deployed. Ask the platform\u2019s support.'
    });
}

;// CONCATENATED MODULE: ./build/deploy/code/tell-contents.js


/** A larger context is nearly always a mistake, and takes its time. */
const LARGE_BYTES = 200_000_000;
/** Said before the upload, while it can still be stopped. */
function tellSize({ log }, { contentBytes }) {
    if (contentBytes <= LARGE_BYTES)
        return;
    log.notice(`The context has ${(0,words/* size */.Ej)(contentBytes)}. Leave out what the image does not need with \`.dockerignore\`.`);
}
/** Nobody outside the platform knows its limit, so a source over the assumed one is sent all the same. */
function tellRequest({ log }, { bytes }) {
    if (bytes.length <= INLINE_BYTES)
        return;
    log.warning(`The packed source has ${(0,words/* size */.Ej)(bytes.length)}, and 4 MB is assumed to be the most that the platform takes at once. ` +
        'It is sent all the same; should it be refused, leave files out with `.igniteignore`.');
}
/** What is packed: the largest files for everybody, the whole list under step debug, and what looks like a secret. */
function tellContents({ log }, contents) {
    for (const { path, bytes } of contents.largest)
        log.info(`${(0,words/* size */.Ej)(bytes).padStart(9)}  ${path}`);
    for (const path of contents.paths)
        log.debug(path);
    if (contents.skipped.length > 0) {
        log.info(`Left out by default: ${(0,words/* enumerate */.HL)(contents.skipped)}. \`!NAME\` in an ignore file takes one back.`);
    }
    if (contents.withheld.length > 0) {
        const [first] = contents.withheld;
        log.notice(`Left out, because they are likely to hold secrets: ${(0,words/* enumerate */.HL)(contents.withheld)}. ` +
            `\`!NAME\` in an ignore file, here \`!${first}\`, takes one back.`);
    }
    if (contents.exposed.length > 0) {
        log.warning(`The archive holds files that are likely to hold secrets, and they are sent: ${(0,words/* enumerate */.HL)(contents.exposed)}.`);
    }
    tellSuspicions({ log }, contents.suspicious);
    for (const { level, text } of contents.remarks)
        log[level](text);
}
/** One line for the first of them; all are in the debug log. */
function tellSuspicions({ log }, suspicious) {
    const [first] = suspicious;
    if (!first)
        return;
    for (const { path, line, what } of suspicious)
        log.debug(`${path}:${line}: ${what}`);
    const more = suspicious.length > 1 ? `, and ${(0,words/* count */.U9)(suspicious.length - 1, 'more place')} (shown by step debug)` : '';
    log.warning(`What is sent seems to hold ${first.what}: ${first.path}, line ${first.line}${more}.`);
}

;// CONCATENATED MODULE: ./build/deploy/code/prepare-code.js







/** Begins what needs no answer of the platform at once, so that it runs while the connection is made. */
function startPacking(plan, tools) {
    const { source } = plan;
    switch (source.kind) {
        case 'code': {
            const packing = quietly(tools.pack(source));
            return (run) => packedCode(run, source, packing);
        }
        case 'context': {
            const opening = quietly(tools.openContext(source));
            return (run) => openedContext(run, source, opening);
        }
        case 'git':
            return async (run) => ({
                contents: undefined,
                makeCode: (previousVersion) => gitCode({ run, previousVersion }, source)
            });
        case 'image':
            return async (run) => ({ contents: undefined, makeCode: () => imageCode(run, source) });
    }
}
function quietly(work) {
    work.catch(() => undefined);
    return work;
}
async function packedCode(run, source, packing) {
    const { runtime, rustTarget, toolchain } = source;
    const contents = await run.step('Package source', () => awaitPackage(run, packing), packedLine);
    const code = { kind: 'compile', runtime, rustTarget, toolchain, archive: contents.bytes };
    return { contents, makeCode: async () => code };
}
async function awaitPackage({ tools }, packing) {
    const packed = await packing;
    tellContents(tools, packed);
    tellRequest(tools, packed);
    tools.report({ sourceDigest: packed.digest });
    return packed;
}
async function openedContext(run, source, opening) {
    const context = await run.step('Package source', () => awaitContext(run, opening), contextLine);
    if (source.hasUnusedDockerfile) {
        run.tools.log.notice('Buildpacks build the image: the Dockerfile is not used. Set `dockerfile-path` to use it.');
    }
    return {
        contents: context,
        makeCode: (previousVersion) => contextCode({ run, previousVersion }, source, context)
    };
}
async function awaitContext({ tools }, opening) {
    const context = await opening;
    tellContents(tools, context);
    tellSize(tools, context);
    return context;
}
async function contextCode(building, source, context) {
    const { run } = building;
    const { build } = source;
    const isService = (0,model_plan/* wantsBuildService */.pX)(build);
    if (!isService) {
        const pack = () => sendUnchanged(run, context, (each) => packForDraft(each, build));
        const small = await run.step('Pack context', pack, smallLine);
        if (small)
            run.tools.report({ sourceDigest: small.digest });
        const { dockerfilePath, buildArgs } = build;
        if (small)
            return { kind: 'context', archive: small.archive, dockerfilePath, buildArgs };
        run.platform.require(['save-image', 'build-upload']);
    }
    // That it is too large for a request is known where the draft did not take it.
    const send = isService ? sendContext : uploadContext;
    const upload = () => sendUnchanged(run, context, (each) => send(run, each));
    const sent = await run.step('Upload context', upload, sentLine);
    run.tools.report({ sourceDigest: sent.digest });
    return await builtCode(building, source, sent);
}
/** All of a context could be read when it was opened; what has changed since is read once more, which is said. */
function sendUnchanged({ tools }, context, send) {
    return (0,changed_file/* againIfChanged */.A)(context, send, (changed) => {
        tools.log.info(`${changed.message} The context is packed once more.`);
        return context.again();
    });
}
/** Undefined where the context is too large for the draft's own build and the build service may take it. */
async function packForDraft(context, build) {
    const small = await smallArchive(context);
    if (!small && (build.builder !== 'auto' || build.dockerfilePath === undefined))
        throw tooLargeForDraft(build);
    return small;
}
async function gitCode(building, source) {
    const { run } = building;
    const { build, url, reference, subPath, secretRef } = source;
    if (build.dockerfilePath === undefined)
        run.tools.log.info('No `dockerfile-path` is given: buildpacks build the image.');
    if (!(0,model_plan/* wantsBuildService */.pX)(build)) {
        return {
            kind: 'git',
            url,
            reference,
            subPath,
            secretRef,
            dockerfilePath: build.dockerfilePath,
            buildArgs: build.buildArgs
        };
    }
    const digest = [url, reference, subPath].join('#');
    return await builtCode(building, source, { source: { kind: 'git', url, reference, subPath }, digest });
}
async function builtCode({ run, previousVersion }, source, sent) {
    const { reference } = await run.step('Build image', () => buildImage(run, source, sent, previousVersion), (built) => `Built ${built.reference}${described(built.build)}`);
    return { kind: 'prebuilt', imageRef: reference, registrySecretRef: undefined };
}
function tooLargeForDraft({ builder, dockerfilePath }) {
    const why = builder === 'auto'
        ? 'and without `dockerfile-path` the build service cannot build it'
        : `and \`builder\` is ${builder}`;
    return new errors/* DeployError */.sH('source_error', `The packed context is too large for the draft\u2019s own build, ${why}.`, {
        hint: dockerfilePath
            ? 'Set `builder: build-service`, or leave files out with .dockerignore.'
            : 'Leave files out with .dockerignore, or write a Dockerfile and set `dockerfile-path`.'
    });
}
function packedLine({ files, contentBytes, digest }) {
    return `Packed ${(0,words/* count */.U9)(files, 'file')}, ${(0,words/* size */.Ej)(contentBytes)}, sha256 ${digest}`;
}
function contextLine({ files, contentBytes }) {
    return `Found ${(0,words/* count */.U9)(files, 'file')}, ${(0,words/* size */.Ej)(contentBytes)}`;
}
function smallLine(packed) {
    return packed
        ? `Packed ${(0,words/* size */.Ej)(packed.archive.length)}, sha256 ${packed.digest}`
        : 'The context is over the inline limit';
}
/** A small context is sent with the request for the build, which is not made yet. */
function sentLine({ source, digest }) {
    return source.kind === 'inline'
        ? `Packed ${(0,words/* size */.Ej)(source.archive.length)}, sha256 ${digest}`
        : `Uploaded the context, sha256 ${digest}`;
}

// EXTERNAL MODULE: ./build/model/comparison.js
var model_comparison = __webpack_require__(201);
// EXTERNAL MODULE: ./build/model/values/variable-name.js
var variable_name = __webpack_require__(129);
// EXTERNAL MODULE: ./build/deploy/settings/maker-mark.js
var maker_mark = __webpack_require__(4062);
;// CONCATENATED MODULE: ./build/deploy/settings/compare-settings.js




/** What the settings will be: the ones that were read, with what the user asked for laid over them. */
function desired(read, change, strategy) {
    const { env, description, ...rest } = change;
    return {
        ...read,
        ...rest,
        // Who made the app is no part of what the user says of it.
        description: description === undefined ? read.description : (0,maker_mark/* withMark */.kN)(description, (0,maker_mark/* makerIn */.G_)(read.description)),
        env: env === undefined || strategy === 'overwrite' ? (env ?? read.env) : { ...read.env, ...env }
    };
}
/** The part of `wanted` that differs from what the platform has. */
function difference(read, wanted) {
    const changed = model_settings/* SETTING_NAMES */.OI.filter((name) => !isSame(name, read[name], wanted[name]));
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
function changedEnv(before = {}, after = {}) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].filter((name) => !isSameText(before[name], after[name])).sort();
}
/** Whether the platform means the same by both: it trims texts, drops a slash at the end, and lists ports in any order. */
function isSame(name, a, b) {
    if (a === undefined || b === undefined)
        return a === b;
    switch (model_settings/* SETTINGS */.yy[name].kind) {
        case 'map':
            return changedEnv(a, b).length === 0;
        case 'ports':
            return sorted(a) === sorted(b);
        case 'path':
            return plainPath(a) === plainPath(b);
        case 'json':
            return plainJson(a) === plainJson(b);
        default:
            return isSameText(a, b);
    }
}
function isSameText(a, b) {
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
function named(change, read) {
    const { env, ...others } = change;
    return namedAll(env === undefined ? undefined : changedEnv(read.env, env), (0,model_settings/* namesIn */.wX)(others));
}
/** The same of variables and of other settings, each by its name. */
function namedAll(env, others) {
    return (0,words/* enumerate */.HL)([...(env === undefined ? [] : [namedEnv(env)]), ...others.map((name) => model_settings/* SETTINGS */.yy[name].input)]);
}
function namedEnv(names) {
    return `env (${names.filter(variable_name/* isVariableName */.K).join(', ')})`;
}
/** `tier and ports`. */
function labels(names) {
    return namedAll(undefined, names);
}
/** A value in a sentence. Not for the environment, whose values may be secret. */
function shownValue(value) {
    return String(value === undefined || value === '' ? 'not set' : value);
}

;// CONCATENATED MODULE: ./build/deploy/compare/changes-line.js


/** `2 files, env (MODE) and tier`; empty where nothing is seen to differ. */
function changesLine(changes) {
    const byPart = Map.groupBy(changes.filter(({ kind }) => kind !== 'unknown'), ({ part }) => part);
    const names = (part) => (byPart.get(part) ?? []).map(({ name }) => name);
    const files = names('file').length;
    const env = names('env');
    return (0,words/* enumerate */.HL)([
        ...(byPart.has('app') ? ['a new app'] : []),
        ...(files > 0 ? [(0,words/* count */.U9)(files, 'file')] : []),
        ...(byPart.has('image') ? ['the image'] : []),
        ...names('code'),
        ...(env.length > 0 ? [namedEnv(env)] : []),
        ...names('setting')
    ]);
}

;// CONCATENATED MODULE: ./build/deploy/compare/runtime-changes.js
/** What the run makes different in how its code is made, which neither its files nor their hash tell. */
function runtimeChanges({ source, description }, active) {
    if (source.kind !== 'code' || active === undefined)
        return [];
    const pair = { asked: source, shown: active.runtime };
    if (active.imageRef !== undefined && active.runtime === undefined) {
        return [{ kind: 'changed', part: 'code', name: 'runtime', detail: `${source.runtime} instead of an image` }];
    }
    const isListed = description.dependencies.length > 0;
    return [
        ...runtime_changes_difference('runtime', source.runtime, active.runtime?.name),
        ...targetChange(pair),
        ...(source.toolchain === undefined ? [] : runtime_changes_difference('toolchain', source.toolchain, active.runtime?.toolchain)),
        ...(isListed ? [notShown('dependencies', description.dependencies.join(' '))] : [])
    ];
}
/** A platform that shows no target has made native code, which is its default, or does not tell. */
function targetChange({ asked: { runtime, rustTarget }, shown }) {
    if (runtime !== 'rust')
        return [];
    const target = shown?.target.replace(/^UNSPECIFIED$/, '').toLowerCase();
    if (rustTarget === undefined)
        return target === 'wasm' ? runtime_changes_difference('rust-target', 'native', target) : [];
    return runtime_changes_difference('rust-target', rustTarget, target);
}
/** @param before Undefined or empty where the platform does not show it. */
function runtime_changes_difference(name, wanted, before) {
    if (!before)
        return name === 'runtime' ? [] : [notShown(name, wanted)];
    return before === wanted ? [] : [{ kind: 'changed', part: 'code', name, detail: `${before} \u2192 ${wanted}` }];
}
function notShown(name, wanted) {
    return { kind: 'unknown', part: 'code', name, detail: `${wanted}; the platform does not show what it is` };
}

;// CONCATENATED MODULE: ./build/deploy/compare/code-changes.js



const NO_FILES = { changes: [], same: 0 };
/** What the run makes different in the code, or the image. */
async function codeChanges(run, compared) {
    const { source } = run.plan;
    const active = compared.app?.active;
    if (source.kind === 'image')
        return { ...NO_FILES, changes: imageChanges(source.reference, active) };
    if (source.kind === 'git')
        return { ...NO_FILES, changes: [builtImage(source.url, active)] };
    const { changes, same } = await fileChanges(run, compared);
    const beside = source.kind === 'code' ? runtimeChanges(run.plan, active) : [builtImage(source.shownPath, active)];
    return { changes: [...changes, ...beside], same };
}
async function fileChanges(run, { contents, app, stop, onTrouble }) {
    if (contents === undefined)
        return NO_FILES;
    const version = app?.state.activeVersion ?? 0;
    if (version === 0)
        return await contents.compare([]);
    const compared = await beside(run, contents, { version, stop });
    if (typeof compared !== 'string')
        return compared;
    onTrouble(compared);
    return {
        ...NO_FILES,
        changes: [{ kind: 'unknown', part: 'code', name: 'files', detail: `not compared: ${compared}` }]
    };
}
/** Why the files of the version cannot be compared, where they cannot. */
async function beside({ app, platform }, contents, { version, stop }) {
    try {
        const files = await platform.readCode(app, version, stop);
        if (files === undefined)
            return 'the platform has no method that gives the code of a version';
        return files.length === 0 ? `the platform gives no files of version ${version}` : await contents.compare(files);
    }
    catch (error) {
        if (!(0,errors/* isBearable */.Xs)(error))
            throw error;
        return (0,errors/* clause */.sb)(error);
    }
}
function imageChanges(reference, active) {
    const change = { part: 'image', name: reference };
    if (active === undefined)
        return [{ ...change, kind: 'added', detail: '' }];
    const { imageRef: before, number, runtime } = active;
    if (before === undefined && runtime)
        return [{ ...change, kind: 'changed', detail: insteadOf(runtime) }];
    if (before === undefined) {
        return [{ ...change, kind: 'unknown', detail: `the platform does not show the image of version ${number}` }];
    }
    if (before !== reference)
        return [{ ...change, kind: 'changed', detail: `instead of ${before}` }];
    const parsed = (0,image_reference/* parseImageReference */.o_)(reference);
    return parsed && (0,image_reference/* isMoving */.rU)(parsed)
        ? [{ ...change, kind: 'unknown', detail: 'the same name, which may mean another image by now' }]
        : [];
}
/** The images that a build begins with may be others than the last time. */
function builtImage(name, active) {
    const change = { part: 'image', name: `built from ${name}` };
    if (active === undefined)
        return { ...change, kind: 'added', detail: '' };
    if (active.runtime)
        return { ...change, kind: 'changed', detail: insteadOf(active.runtime) };
    return { ...change, kind: 'unknown', detail: 'built anew, which is not compared' };
}
function insteadOf({ name }) {
    return `instead of code that is run by ${name}`;
}

;// CONCATENATED MODULE: ./build/deploy/compare/setting-changes.js



/** What is too long to be shown, by what it is called. */
const LONG = { json: 'schema', text: 'text' };
/** What the run makes different in the settings. Values of the environment are in none of it, changed or not. */
function settingChanges(plan, before) {
    const wanted = before ? changeFor(before, plan) : plan.settings;
    const changes = (0,model_settings/* namesIn */.wX)(wanted).flatMap((name) => name === 'env' ? envChanges(before?.env, wanted.env) : [settingChange(name, { before, wanted })]);
    return [...changes, ...schemaChanges(plan, before)];
}
function envChanges(before = {}, wanted = {}) {
    return changedEnv(before, wanted).map((name) => {
        const [isOld, isNew] = [Object.hasOwn(before, name), Object.hasOwn(wanted, name)];
        const kind = isOld && isNew ? 'changed' : isNew ? 'added' : 'removed';
        const detail = kind === 'changed' ? 'another value' : '';
        return { kind, part: 'env', name: (0,variable_name/* isVariableName */.K)(name) ? name : 'a name that is not shown', detail };
    });
}
function settingChange(name, { before, wanted }) {
    const { input, kind } = model_settings/* SETTINGS */.yy[name];
    const change = { part: 'setting', name: input };
    const long = LONG[kind];
    const value = long === undefined ? shownValue(wanted[name]) : `a ${long}`;
    const open = name === 'allowUnauthenticated' && wanted[name] ? ': anyone may call the app, without a token' : '';
    if (before === undefined)
        return { ...change, kind: 'added', detail: value + open };
    const was = before[name];
    if (was === undefined)
        return { ...change, kind: 'unknown', detail: `${value}; the platform does not show what it is` };
    const detail = long === undefined ? `${shownValue(was)} \u2192 ${value}${open}` : `another ${long}`;
    return { ...change, kind: 'changed', detail };
}
/** A platform that takes the schemas with the draft may show them with the app, or not at all. */
function schemaChanges({ description, settings }, before) {
    return ['inputSchema', 'outputSchema'].flatMap((name) => {
        const wanted = description[name];
        if (wanted === undefined || settings[name] !== undefined)
            return [];
        const shown = before?.[name] || undefined;
        if (shown !== undefined && isSame(name, shown, wanted))
            return [];
        return [settingChange(name, { before: before && { ...before, [name]: shown }, wanted: { [name]: wanted } })];
    });
}

;// CONCATENATED MODULE: ./build/deploy/compare/compare.js






/** What the run deploys, beside what is live. Throws what reading files that were packed throws. */
async function compare(run, compared) {
    const { app } = compared;
    const isThere = app !== undefined && !app.isNew;
    const code = await codeChanges(run, compared);
    const settings = settingChanges(run.plan, isThere ? app.state.settings : undefined);
    const made = isThere ? [] : [{ kind: 'added', part: 'app', name: (0,ports_run/* appId */.R)(run.app), detail: '' }];
    const changes = [...made, ...code.changes, ...settings];
    return { version: app?.state.activeVersion ?? 0, changes, same: code.same, line: changesLine(changes) };
}
/** In a sentence, for a run that changes nothing. */
function plannedLine(comparison) {
    const { version, same, line } = comparison;
    switch ((0,model_comparison/* isChanged */.H)(comparison)) {
        case true:
            return version === 0 ? `Would publish the first version: ${line}` : `Would change ${line}`;
        case false:
            return `Would change nothing: version ${version} has the same code (${(0,words/* count */.U9)(same, 'file')}) and settings`;
        default:
            return `Nothing is seen to change in version ${version}, and not all could be compared`;
    }
}

;// CONCATENATED MODULE: ./build/deploy/compare/compare-beside.js


/** How long the end of a run waits for what is still being compared, in milliseconds. */
const LAST_WAIT_MS = 2_000;
/** A comparison that is made beside the deployment. It ends, told or not, when it is disposed of. */
class ComparisonBeside {
    #run;
    #left = new AbortController();
    #over = new AbortController();
    constructor(run, app, contents) {
        this.#run = run;
        void this.#compare(app, contents);
    }
    async #compare(app, contents) {
        const { tools } = this.#run;
        const onTrouble = (why) => tools.log.debug(`The files are not compared: ${why}.`);
        try {
            const comparison = await compare(this.#run, { app, contents, stop: this.#left.signal, onTrouble });
            if (!this.#left.signal.aborted)
                tools.compared(comparison);
        }
        catch (error) {
            // It decorates the summary: no failure of it is one of the deployment.
            tools.log.debug(`The deployment is not compared with what is live: ${(0,errors/* why */.d8)(error)}`);
        }
        finally {
            this.#over.abort();
        }
    }
    async [Symbol.asyncDispose]() {
        const { clock, stop } = this.#run.tools;
        try {
            if (!this.#over.signal.aborted && !stop.aborted)
                await clock.sleep(LAST_WAIT_MS, this.#over.signal);
        }
        catch (error) {
            if (!stop.aborted)
                throw error;
        }
        finally {
            this.#left.abort();
        }
    }
}
/**
 * Begins to compare what is deployed with what is live. No step waits for it: the code of the active version is asked
 * for beside the calls that the deployment makes anyway, and only where there is one.
 */
function compareBeside(run, app, contents) {
    return new ComparisonBeside(run, app, contents);
}

// EXTERNAL MODULE: ./build/deploy/all.js
var deploy_all = __webpack_require__(7161);
;// CONCATENATED MODULE: ./build/deploy/compare/unchanged.js










/**
 * How the run ends where `skip-if-unchanged` is set and the draft and the settings are what is live already. Undefined
 * where they are not, and where that cannot be known: then the draft is published.
 */
async function unchanged(run, compared) {
    const { draft, before } = compared;
    if (!run.plan.skipIfUnchanged)
        return undefined;
    if (before && sameFingerprint(fingerprint(before), fingerprint(draft)))
        return undefined;
    const { state, reasons } = await run.step('Compare draft', () => lookAtLive(run, compared), comparedLine);
    if (reasons.length > 0)
        return undefined;
    run.tools.report({ activeVersion: state.activeVersion, publicUrls: state.publicUrls });
    return { status: 'unchanged', reason: 'unchanged' };
}
function comparedLine({ state, reasons }) {
    const { activeVersion } = state;
    if (reasons.length === 0)
        return `Unchanged: version ${activeVersion} has this code and these settings`;
    return activeVersion === 0 ? 'No version is active yet' : `Not as version ${activeVersion}: ${reasons.join('; ')}`;
}
/** Read anew: what was active when the run began may not be by now. */
async function lookAtLive(run, { draft, code }) {
    const { app, platform, plan } = run;
    const [state, versions] = await (0,deploy_all/* all */.Q)([platform.readApp(app), platform.readVersions(app)]);
    if (!state)
        throw new errors/* DeployError */.sH('app_missing', `The app ${(0,ports_run/* appId */.R)(app)} is gone. Nothing was published.`);
    const active = versions.find(({ number }) => number === state.activeVersion);
    if (!active)
        return { state, reasons: ['the platform does not list it'] };
    const other = isImage(code) ? otherImage(draft, code, active) : otherCode(draft, active);
    const changes = [...runtimeChanges(plan, active), ...settingChanges(plan, state.settings)];
    const unknown = changes.filter(({ kind }) => kind === 'unknown').map(({ name }) => name);
    const changed = changesLine(changes);
    return {
        state,
        reasons: [
            ...(other === undefined ? [] : [other]),
            ...(changed === '' ? [] : [`this run changes ${changed}`]),
            ...(unknown.length === 0 ? [] : [`the platform does not show ${(0,words/* enumerate */.HL)(unknown)}`])
        ]
    };
}
const NO_HASH = 'the platform gives no hash of the code, so it may be other code';
function otherCode(draft, active) {
    if (draft.codeHash === '' || active.codeHash === '')
        return NO_HASH;
    return draft.codeHash === active.codeHash ? undefined : 'other code';
}
/** Only a digest means the same image as before: a tag may be moved, and a build begins with images that may be. */
function otherImage(draft, code, active) {
    const reference = code.kind === 'prebuilt' ? code.imageRef : draft.imageRef;
    if ((0,image_reference/* parseImageReference */.o_)(reference)?.digest === undefined)
        return 'an image without a digest may be another one each time';
    if (active.imageRef !== undefined)
        return active.imageRef === reference ? undefined : 'another image';
    return otherCode(draft, active);
}

;// CONCATENATED MODULE: ./build/deploy/draft/compile.js






/** A Rust draft that is still not compiled this long after the last sign of life was never taken up. */
const RUST_IDLE_MS = 30_000;
/** Compiles the draft with its log in view. The state of the draft decides, not the log. Returns the draft as it is then. */
async function compileDraft(run, saved, code) {
    const { tools } = run;
    const deployId = await beginCompile(run, saved, code);
    if (deployId === undefined)
        return nothingToCompile(run, saved, code);
    tools.report({ deployId });
    const remote = tools.log.remote();
    const watch = new DraftWatch(run, { saved, code, deployId });
    await follow({ open: (stop) => watch.log(stop), ended: (logEnded) => watch.ended(logEnded) }, remote, tools);
    const draft = watch.last;
    tools.log.debug(`The draft is ${draft.status} (${watch.deployId}).`);
    if (hasFailed(draft))
        throw await draftNotMade({ draft, isImage: isImage(code) }, remote);
    tools.report({ codeHash: draft.codeHash, imageRef: draft.imageRef, deployId: watch.deployId });
    return { draft, isMade: true, isImage: isImage(code) };
}
/** The id of the compile, empty where it is not known yet; undefined where there is none: some platforms compile as they save. */
async function beginCompile({ app, platform }, saved, code) {
    const deployId = isMadeByDraft(code) ? await platform.compileDraft(app) : undefined;
    return deployId ?? (isCompiling(saved) || hasFailed(saved) ? saved.deployId : undefined);
}
function nothingToCompile({ tools }, saved, code) {
    if (isRust(code)) {
        throw new errors/* DeployError */.sH('compile_failed', 'The platform does not compile this draft, and Rust must be compiled.', {
            hint: 'Check that `runtime` is right and that Cargo.toml lies at the root of `code`.'
        });
    }
    tools.log.info('The platform compiles nothing for this draft: it is built when it is published.');
    return { draft: saved, isMade: false, isImage: isImage(code) };
}
/** Reads the draft and remembers what tells that its compile is over. */
class DraftWatch {
    last;
    #run;
    #saved;
    #code;
    #begun;
    #sawCompiling = false;
    /** The most bytes that one attachment to the log has given. */
    #heard = 0;
    #lastSign;
    constructor(run, { saved, code, deployId }) {
        this.#run = run;
        this.#saved = saved;
        this.#code = code;
        this.#begun = deployId;
        this.last = saved;
        this.#lastSign = run.tools.clock.now();
    }
    /** By which the compile's log is found; empty until the platform names it. */
    get deployId() {
        return this.#begun || this.last.deployId;
    }
    /** What it repeats when it is attached again is no sign of life. */
    async *log(stop) {
        if (this.deployId === '')
            throw noLog();
        let bytes = 0;
        for await (const chunk of this.#run.platform.compileLog(this.deployId, stop)) {
            bytes += chunk.length;
            if (bytes > this.#heard) {
                this.#heard = bytes;
                this.#lastSign = this.#run.tools.clock.now();
            }
            yield chunk;
        }
    }
    async ended(logEnded) {
        const draft = await this.#run.platform.readDraft(this.#run.app);
        if (!draft)
            throw new errors/* DeployError */.sH('draft_conflict', `The draft of ${(0,ports_run/* appId */.R)(this.#run.app)} is gone while it compiles.`);
        checkSameDraft(this.#run, draft, { saved: this.#saved, deployId: this.#begun });
        this.last = draft;
        if (isCompiling(draft)) {
            this.#sawCompiling = true;
            return false;
        }
        if (hasFailed(draft))
            return true;
        if (this.#isUntouchedRust(draft))
            return this.#giveUpOnRust();
        return this.#sawCompiling || logEnded || isOther(draft, this.#saved);
    }
    #isUntouchedRust(draft) {
        return isRust(this.#code) && draft.status === 'DRAFT';
    }
    #giveUpOnRust() {
        if (this.#run.tools.clock.now() - this.#lastSign < RUST_IDLE_MS)
            return false;
        throw new errors/* DeployError */.sH('compile_failed', 'The platform took the draft and did not compile it.', {
            hint: 'Run the job again; if this repeats, ask the platform\u2019s support and name the deploy_id.'
        });
    }
}
function isCompiling({ status }) {
    return /COMPILING|PENDING|QUEUED|BUILDING|RUNNING/.test(status);
}
function hasFailed({ status, error }) {
    return error !== '' || /FAIL|ERROR|CANCEL/.test(status);
}
/** The log may be named later, as one is that is not made yet. */
function noLog() {
    const details = { ambiguous: false, reason: 'platform_unavailable' };
    return new errors/* PlatformError */.Wk('NOT_FOUND', 'The platform names no log of this draft.', details);
}
/**
 * Compiling may give the draft another hash, and images a reference, but it is the same draft: saved at the same time, and
 * compiled under our id. Another one is another run's, and is not ours to test and publish.
 */
function checkSameDraft({ app }, draft, { saved, deployId }) {
    const isSame = draft.createdAtMs === saved.createdAtMs &&
        draft.codeKind === saved.codeKind &&
        (draft.deployId === '' || deployId === '' || draft.deployId === deployId);
    if (!isSame)
        throw conflict(app, fingerprint(saved), draft);
}
function isOther(draft, saved) {
    return draft.status !== saved.status || !sameFingerprint(fingerprint(draft), fingerprint(saved));
}
function isRust(code) {
    return code.kind === 'compile' && code.runtime === 'rust';
}
/** The draft was not compiled, or its image not built. */
function draftNotMade({ draft, isImage }, remote) {
    const { error, status } = draft;
    const what = isImage ? 'image' : 'code';
    return notMade({ what, error, otherwise: `the draft\u2019s status is ${status}` }, remote);
}

;// CONCATENATED MODULE: ./build/deploy/draft/finish-draft.js


/** Compiles the draft's code or builds its image, where the draft does that, or the platform does it by itself. */
async function finishDraft(run, saved, code) {
    const isSettled = !isCompiling(saved) && !hasFailed(saved);
    if (isSettled && !isMadeByDraft(code))
        return { draft: saved, isMade: true, isImage: isImage(code) };
    const name = isImage(code) ? 'Build draft' : 'Compile draft';
    return await run.step(name, () => compileDraft(run, saved, code), finishedLine);
}
function finishedLine({ draft: { imageRef }, isMade, isImage }) {
    if (!isMade)
        return `Nothing to ${isImage ? 'build' : 'compile'} yet`;
    return isImage ? `Built ${imageRef || 'the image'}` : 'Compiled';
}

;// CONCATENATED MODULE: ./build/deploy/draft/save-draft.js



/** Fills the app's one draft slot. */
function saveDraft(run, code) {
    const { app, plan, platform, tools, step } = run;
    const save = async () => {
        const saved = await platform.saveDraft(app, code, plan.description).catch((error) => failed(run, error));
        tools.log.debug(`The draft is ${shownDraft(fingerprint(saved))}.`);
        tools.report({ isDraftSaved: true, codeHash: saved.codeHash, imageRef: saved.imageRef, deployId: saved.deployId });
        return saved;
    };
    return step('Save draft', save, savedLine);
}
function savedLine({ codeHash, imageRef }) {
    return ['Saved draft', codeHash || imageRef].join(' ').trimEnd();
}
/** Only the platform knows the hash of what was sent, so a draft that is found cannot be told for ours. */
async function failed({ app, platform }, error) {
    if (!(error instanceof errors/* ExpectedError */.Dh && ((0,deploy_deed/* isLost */.JD)(error) || (0,deploy_deed/* lookAfter */.sR)(error) > 0)))
        throw error;
    const found = await platform.readDraft(app).then((draft) => (draft ? `holds a draft (${shownDraft(fingerprint(draft))})` : 'is empty'), () => 'cannot be read');
    if (found === 'is empty' && !mayCome(error))
        throw error;
    throw new errors/* DeployError */.sH(error.reason, `${error.message}. It may have been saved all the same: the draft slot ${found}.`, {
        cause: error,
        hint: `Nothing was published. ${error.hint ?? 'Run the job again, which saves the draft anew.'}`
    });
}
/** Whether a draft may show later: not where the platform answered, or did not take what it was sent. */
function mayCome(error) {
    return (0,deploy_deed/* isLost */.JD)(error) && !error.isUnreadable;
}

;// CONCATENATED MODULE: ./build/deploy/draft/json-subset.js
/**
 * Compares an output with a subset of it: an object may have more names than expected, a list has the same length, all
 * else is equal. Gives every difference, at most 20.
 */
function differences(expected, got, path = '$') {
    return json_subset_compare(expected, got, path).slice(0, 20);
}
function json_subset_compare(expected, got, path) {
    if (isList(expected)) {
        if (!isList(got))
            return [{ path, expected: shownJson(expected), got: shownJson(got) }];
        if (got.length !== expected.length) {
            return [{ path, expected: `${expected.length} items`, got: `${got.length} items` }];
        }
        return expected.flatMap((each, index) => json_subset_compare(each, got[index], `${path}[${index}]`));
    }
    if (isObject(expected)) {
        if (!isObject(got))
            return [{ path, expected: shownJson(expected), got: shownJson(got) }];
        return Object.entries(expected).flatMap(([name, each]) => json_subset_compare(each, Object.hasOwn(got, name) ? got[name] : undefined, `${path}${step(name)}`));
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

// EXTERNAL MODULE: ./build/model/values/json.js
var json = __webpack_require__(9543);
;// CONCATENATED MODULE: ./build/deploy/draft/traceback.js
const traceback_TRACEBACK = 'Traceback (most recent call last):';
const traceback_FRAME = /^ {2}File "([^"\n]{1,1000})", line (\d{1,7})/;
/** Of Python itself, of packages, and of what is no file. */
const FOREIGN = /^<|[\\/](?:site-packages|dist-packages)[\\/]|[\\/]lib[\\/]python\d/;
/** What the platform calls; the runtime wants a file of this name at the root of the code. */
const ENTRY = /^(.*[\\/])?handler\.py$/;
/** The frames, from the outermost to the one that raised. */
function framesOf(lines) {
    const written = lines.flatMap((text, at) => {
        const [, file, line = ''] = traceback_FRAME.exec(text) ?? [];
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
    const start = text.lastIndexOf(traceback_TRACEBACK);
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
const execution_MOST_SHOWN = 4_000;
/** Waits until an execution has ended, and says what came of it: by its status alone where nothing is expected of its output. */
async function resultOf(id, expected, waiting) {
    const execution = await untilEnded(id, waiting);
    return execution ? resultFrom(execution, expected) : overdue(waiting.timeoutMs, id);
}
/** Undefined when the time for a test is over first. */
function untilEnded(id, { platform, clock, timeoutMs }) {
    const look = async () => {
        const execution = await platform.readExecution(id);
        return isRunning(execution) ? undefined : execution;
    };
    return (0,poll/* poll */.w)(look, { clock, pauses: execution_PAUSES, ms: timeoutMs });
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
    return line.length > execution_MOST_SHOWN ? `${line.slice(0, execution_MOST_SHOWN)}\u2026 (${(0,words/* count */.U9)(line.length, 'character')})` : line;
}

;// CONCATENATED MODULE: ./build/deploy/draft/printed-log.js

/**
 * What the app prints while its draft is tested. The platform keeps one log for all that an app prints: shown is what is
 * new in it after a test, and of that what belongs to the test, where the server says so.
 */
class PrintedLog {
    #run;
    #known = [];
    #isOffered = true;
    constructor(run) {
        this.#run = run;
    }
    /** Remembers what is there before the first test. */
    async begin() {
        this.#known = (await this.#read('')) ?? [];
    }
    /** Shows what an execution printed, and gives the last lines as they were shown. */
    async show(executionId) {
        const lines = await this.#read(executionId);
        if (!lines)
            return [];
        const own = newLines(this.#known, lines).filter((line) => line.executionId === '' || line.executionId === executionId);
        this.#known = lines;
        if (own.length === 0)
            return [];
        const remote = this.#run.tools.log.remote();
        await remote.write(new TextEncoder().encode(own.map(({ text }) => `${text}\n`).join('')));
        await remote.end();
        return remote.tail();
    }
    /** Undefined where there is none to be had: what came of the test is known without it. */
    async #read(executionId) {
        const { platform, app, tools } = this.#run;
        if (!this.#isOffered)
            return undefined;
        try {
            const lines = await platform.readAppLog(app, executionId);
            this.#isOffered = lines !== undefined;
            return lines;
        }
        catch (error) {
            if (!(0,errors/* isBearable */.Xs)(error))
                throw error;
            tools.log.debug(`What the app prints is not shown: ${error.message}`);
            this.#isOffered = false;
            return undefined;
        }
    }
}
/** The lines that came after those that are known: the log may have lost its oldest meanwhile. */
function newLines(known, lines) {
    const last = known.at(-1);
    if (!last)
        return lines;
    const isSame = (one, other) => one.timestampMs === other.timestampMs && one.text === other.text;
    const sameAsLast = known.filter((line) => isSame(line, last)).length;
    let seen = 0;
    const at = lines.findIndex((line) => isSame(line, last) && ++seen === sameAsLast);
    return at === -1 ? lines.filter((line) => line.timestampMs >= last.timestampMs) : lines.slice(at + 1);
}

;// CONCATENATED MODULE: ./build/deploy/draft/fold-traceback.js


/** Each traceback from the user's first frame on: what the platform did before it called the handler is one line. */
function foldedTraceback(text) {
    const [before = '', ...tracebacks] = text.split(`${traceback_TRACEBACK}\n`);
    return [before, ...tracebacks.map(folded)].join(`${traceback_TRACEBACK}\n`);
}
function folded(traceback) {
    const lines = traceback.split('\n');
    const frames = framesOf(lines);
    const own = frames.find(({ isOwn }) => isOwn);
    const foreign = own === undefined ? 0 : frames.indexOf(own);
    if (own === undefined || foreign === 0)
        return traceback;
    return [`  \u2026 ${(0,words/* count */.U9)(foreign, 'frame')} of the platform`, ...lines.slice(own.at)].join('\n');
}

;// CONCATENATED MODULE: ./build/deploy/draft/show-trace.js

/** Shows what a program printed of its failure, and gives the last lines as they were shown. */
async function showTrace(log, trace) {
    const remote = log.remote();
    await remote.write(new TextEncoder().encode(foldedTraceback(trace)));
    await remote.end();
    return remote.tail();
}

;// CONCATENATED MODULE: ./build/deploy/draft/run-cases.js





/** Runs every test case. Throws when one fails; the others have run by then. */
async function runCases(run, subject) {
    const { tools, plan } = run;
    const printed = new PrintedLog(run);
    await printed.begin();
    const ids = [];
    const tested = [];
    for (const each of plan.tests.cases)
        tested.push(await testCase(run, each, { ids, printed, start: subject.start }));
    const records = tested.map(({ record }) => record);
    const failed = tested.filter(({ record }) => !record.passed);
    tools.report({ testStatus: failed.length === 0 ? 'passed' : 'failed' });
    const [first] = failed;
    if (!first)
        return records;
    throw new errors/* DeployError */.sH('test_failed', failureLine(first, failed, records.length), {
        hint: [subject.stays, first.cure].filter((part) => part !== undefined).join(' '),
        excerpt: failed.findLast(({ tail }) => tail.length > 0)?.tail ?? [],
        speaker: subject.speaker
    });
}
/** Of the tests that failed; the summary has all of them. */
const MOST_NAMED = 3;
/** The cause first: who reads no further knows what to mend. */
function failureLine({ cause }, failed, all) {
    const names = failed.map(({ record }) => record.name);
    const named = names.length > MOST_NAMED ? (0,words/* firstOf */.Ku)(names, MOST_NAMED) : (0,words/* enumerate */.HL)(names);
    const which = all === 1 ? `The test ${names[0]} failed` : `${failed.length} of ${all} tests failed: ${named}`;
    return `${(0,errors/* clause */.sb)(cause)}. ${which}.`;
}
async function testCase(run, each, { ids, printed, start }) {
    const { platform, tools, plan } = run;
    const started = tools.clock.now();
    const id = await start(each.payload);
    ids.push(id);
    tools.report({ testExecutionIds: [...ids] });
    const { timeoutMs } = plan.tests;
    const result = await resultOf(id, each.expected, { platform, clock: tools.clock, timeoutMs });
    const ms = tools.clock.now() - started;
    const record = { name: each.name, passed: result.passed, line: result.line, ms };
    const said = await printed.show(id);
    tools.log.info(`${result.passed ? '\u2713' : '\u2717'} ${each.name}: ${result.line}${(0,words/* inTime */.RN)(ms)}`);
    for (const line of result.details)
        tools.log.info(`    ${line}`);
    const trace = result.trace ? await showTrace(tools.log, result.trace) : [];
    tools.tested(record);
    const cure = result.isUnexpected ? expectationCure(each, plan.tests.cases.length) : result.cure;
    return { record, cause: result.cause ?? '', cure, tail: trace.length > 0 ? trace : said };
}
/** Which of the two is wrong only its author knows. */
function expectationCure({ expectedIn = 'test-expect', ownExpectation }, all) {
    const mend = `Mend the code, or what \`${expectedIn}\` says of its output.`;
    if (ownExpectation === undefined || all === 1)
        return mend;
    return `\`${expectedIn}\` is compared with the output of every payload: where this one has another, write that into \`${ownExpectation}\`. Otherwise, mend the code.`;
}

;// CONCATENATED MODULE: ./build/deploy/draft/test-draft.js



/** Runs every test case on the draft, where there is one. Throws when one fails; the others have run by then. */
async function testDraft(run, ready, settings) {
    if (run.plan.tests.cases.length === 0)
        return;
    const test = async () => {
        await settings.addEnvironment();
        return await runCases(run, {
            start: (payload) => run.platform.testDraft(run.app, payload).catch(explainUnbuilt),
            // An image may not even start, which the platform tells in its own words.
            speaker: ready.isImage ? 'platform' : 'program',
            stays: 'Nothing was published.'
        });
    };
    await run.step('Test draft', test, (records) => `${(0,words/* count */.U9)(records.length, 'test')} passed`);
}
/** An image that is built by publishing cannot be run before. */
function explainUnbuilt(error) {
    const isUnbuilt = error instanceof errors/* PlatformError */.Wk && error.code === 'FAILED_PRECONDITION' && /built|image|compil/i.test(error.message);
    if (!isUnbuilt)
        throw error;
    throw new errors/* DeployError */.sH('test_failed', `${error.message}. The draft cannot be tested, because it is built only when it is published.`, {
        hint: 'Leave the test inputs out and test the published version in a later step, with `rollback-on-failure: true`; or set ' +
            '`builder: build-service`, which builds the image before the test.'
    });
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
    return (await (0,poll/* poll */.w)(look, { clock, pauses: find_version_PAUSES, ms })) ?? last;
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
    const own = added(open, versions).filter((version) => !(0,platform_state/* contradicts */.V4)(version, open.fingerprint));
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
        `(${other.codeHash}) than this run\u2019s draft (${shownDraft(open.fingerprint)}).`, {
        hint: `Another run published meanwhile. Look at the app\u2019s versions to see which code is active. ${WAIT_FOR_EACH_OTHER}`,
        snippet: concurrency(open.app)
    });
}

;// CONCATENATED MODULE: ./build/deploy/publish/read-live.js


/** Tells what is live now, in a step of its own: as it is read, or as `read` finds it. */
function readLive(run, read = () => current(run)) {
    const check = async () => {
        const state = await read();
        const { activeVersion, publicUrls } = state;
        run.tools.report({ activeVersion, publicUrls });
        return state;
    };
    return run.step('Check active version', check, ({ activeVersion }) => `Version ${activeVersion} is active`);
}
async function current({ app, platform }) {
    const state = await platform.readApp(app);
    if (state)
        return state;
    throw new errors/* DeployError */.sH('app_missing', `The app ${(0,ports_run/* appId */.R)(app)} is gone.`);
}

;// CONCATENATED MODULE: ./build/deploy/publish/active.js









/** How long the platform may take to report the published version as active. */
const ACTIVE_MS = 60_000;
const active_PAUSES = { first: 250, most: 5_000 };
/** Green means that the app\u2019s active version was read, and is the published one, or a newer one. */
function checkActive(run, { published, draft }) {
    return readLive(run, async () => {
        const [, state] = await (0,deploy_all/* all */.Q)([checkPublishedCode(run, published, fingerprint(draft)), untilActive(run, published)]);
        return state;
    });
}
async function untilActive({ app, platform, tools }, published) {
    let activeVersion = 0;
    let early = published.early?.state;
    const look = async () => {
        const state = await (early ?? platform.readApp(app));
        early = undefined;
        activeVersion = state?.activeVersion ?? 0;
        return activeVersion >= published.version ? state : undefined;
    };
    const state = await (0,poll/* poll */.w)(look, { clock: tools.clock, pauses: active_PAUSES, ms: ACTIVE_MS });
    if (state)
        return state;
    throw new errors/* DeployError */.sH('verify_failed', `Version ${published.version} of ${(0,ports_run/* appId */.R)(app)} was published, but version ${activeVersion} is active.`, { hint: 'Look at the app\u2019s versions: the platform may have refused to start the new one.' });
}
/**
 * Throws where the published version holds other code than the draft that was tested: its hash says so, or, where there
 * is none, a draft that was saved after ours and not after the version was made. Post then leaves it alone: to roll
 * back would undo what another run has tested, and may already report as its own.
 */
async function checkPublishedCode({ app, platform, tools }, published, draft) {
    const { early } = published;
    const [version, now] = await (0,deploy_all/* all */.Q)([versionOf({ app, platform }, published), early?.draft ?? platform.readDraft(app)]);
    if (!version)
        return;
    const isReplaced = version.codeHash === '' && now !== undefined && isBetween(draft, now, version);
    if (!isReplaced && !(0,platform_state/* contradicts */.V4)(version, draft))
        return;
    tools.ledger.close();
    // Without a hash, only the times speak: a publish that takes long may have begun before the other draft was saved.
    const holds = isReplaced ? `may hold other code (${shownDraft(now)})` : `holds other code (${version.codeHash})`;
    throw new errors/* DeployError */.sH('draft_conflict', `Version ${published.version} of ${(0,ports_run/* appId */.R)(app)} ${holds} than ` +
        `this run\u2019s draft (${shownDraft(draft)}): another run replaced the draft in the moment of publishing.`, { hint: `It is active now, and is left so. Deploy again. ${WAIT_FOR_EACH_OTHER}`, snippet: concurrency(app) });
}
/** The version as it is listed. It may have come late, and a list that could not be read then may be readable now. */
async function versionOf({ app, platform }, { version, early }) {
    const is = (each) => each.number === version;
    const first = early && (await readable(early.versions));
    const found = first instanceof errors/* ExpectedError */.Dh ? undefined : first?.find(is);
    return found ?? (await platform.readVersions(app)).find(is);
}
/** All three times are the platform's own. */
function isBetween(ours, other, version) {
    return other.createdAtMs > ours.createdAtMs && other.createdAtMs <= version.createdAtMs;
}
/** How the run ended. A newer version of another run is no failure, and is said. */
function outcomeOf({ plan, tools }, published, { activeVersion }) {
    if (!(0,model_plan/* mayRollBack */.AC)(plan.rollback))
        tools.ledger.close();
    if (activeVersion > published.version) {
        tools.log.warning(`Version ${activeVersion}, published by another run, is active instead of version ${published.version}.`);
        return { status: 'published', reason: 'superseded' };
    }
    return { status: 'published', reason: published.origin === 'answered' ? 'ok' : 'recovered' };
}

;// CONCATENATED MODULE: ./build/deploy/publish/build-log.js




/** How soon the draft is read again for the id of a build that publishing starts. */
const build_log_PAUSES = { first: 250, most: 2_000 };
/**
 * Shows the log of what publishing builds, while it publishes: it is found by the draft's deploy id. The log's trouble is
 * no failure; the publish decides. Where it fails because the build did, the error is the build's.
 */
async function withBuildLog(run, { isImage }, publishing) {
    const over = new AbortController();
    const showing = showLog(run, over.signal);
    try {
        return await publishing;
    }
    catch (error) {
        over.abort();
        throw await causeOf(error, { run, isImage, remote: await showing });
    }
    finally {
        over.abort();
        await showing;
    }
}
/** What publishing built becomes known after it only, where the draft is still there to tell. */
async function reportBuilt({ app, platform, tools }, saved) {
    const draft = await platform.readDraft(app).catch(() => undefined);
    if (draft?.createdAtMs === saved.createdAtMs)
        tools.report({ imageRef: draft.imageRef, deployId: draft.deployId });
}
async function causeOf(error, { run, isImage, remote }) {
    if (!(error instanceof errors/* PlatformError */.Wk) || error.ambiguous)
        return error;
    const draft = await run.platform.readDraft(run.app).catch(() => undefined);
    return draft && hasFailed(draft) ? await draftNotMade({ draft, isImage }, remote) : error;
}
/** Gives the log, which is empty where none was found. A build that was over before it was found is looked for once more. */
async function showLog({ app, platform, tools }, over) {
    const remote = tools.log.remote();
    try {
        for (const pause = new backoff/* Backoff */.n(build_log_PAUSES);;) {
            const isLast = over.aborted;
            const deployId = (await platform.readDraft(app))?.deployId;
            if (deployId) {
                const open = (stop) => platform.compileLog(deployId, stop);
                await follow({ open, ended: async () => over.aborted, news: over }, remote, tools);
                return remote;
            }
            if (isLast)
                return remote;
            await tools.clock.sleep(pause.next(), over);
        }
    }
    catch (error) {
        tools.log.debug(`The log of the build is not shown: ${(0,errors/* why */.d8)(error)}`);
        return remote;
    }
}

// EXTERNAL MODULE: ./build/model/outcome.js
var outcome = __webpack_require__(8158);
;// CONCATENATED MODULE: ./build/deploy/publish/publish-call.js


/** One call. What is written before it tells post that a version may be live. */
async function sendPublish({ platform, tools }, open) {
    tools.stop.throwIfAborted();
    tools.ledger.write(open);
    tools.report({ changed: 'unknown', activeVersion: 'unknown' });
    try {
        const version = await platform.publishDraft(open.app, open.fingerprint, tools.tag);
        return version === undefined ? { kind: 'taken' } : { kind: 'published', version };
    }
    catch (error) {
        if (!(0,errors/* isBearable */.Xs)(error))
            throw error;
        if (isTokenRefused(error))
            return { kind: 'token-refused', error };
        if (!(0,deploy_deed/* isLost */.JD)(error))
            return { kind: 'refused', error };
        tools.log.warning(`${error.message}. It is not known whether the version was published: reading the versions.`);
        return { kind: 'lost' };
    }
}
function isTokenRefused(error) {
    return error instanceof errors/* AuthError */.lR || (error instanceof errors/* PlatformError */.Wk && error.code === 'UNAUTHENTICATED');
}
/**
 * A server that answers with one of these says that it broke down, not that it refuses: what it had begun may come to its
 * end without it. A quota that is used up and a conflict are refusals, and are told as soon as nothing shows.
 */
const BREAKDOWNS = ['UNKNOWN', 'INTERNAL', 'DATA_LOSS'];
function hasBrokenDown(end) {
    return end.kind === 'refused' && end.error instanceof errors/* PlatformError */.Wk && BREAKDOWNS.includes(end.error.code);
}
/** How long the version of a call that ended so is looked for at first, in milliseconds: 0 is one look. */
function firstLookMs(end, settleMs) {
    if (end.kind === 'token-refused')
        return 0;
    return end.kind === 'refused' ? (0,deploy_deed/* lookAfter */.sR)(end.error) : settleMs;
}

;// CONCATENATED MODULE: ./build/deploy/publish/attempt.js







/**
 * Sends the publish, and reads the versions before it says what came of it. After a lost answer it is sent once more,
 * where the versions show that it never took effect and the draft is unchanged.
 */
async function publishAndSettle(run, open, attempt) {
    const { readEarly, settleMs, earlier } = attempt;
    const { platform, tools } = run;
    const end = await sendPublish(run, open);
    if (end.kind === 'published')
        return await answered(run, open, { version: end.version, readEarly });
    const seen = await lookFor(run, open, { end, settleMs });
    if (seen.kind === 'own') {
        if (end.kind === 'refused')
            tools.log.warning(`${(0,errors/* clause */.sb)(end.error)}. The version was published all the same.`);
        return conclude(run, open, seen.published, end.kind === 'lost' ? 'found' : 'unnamed');
    }
    switch (end.kind) {
        case 'taken':
            ownIn(seen, open);
            throw unknown(open, 'none appeared: it is not known whether one will', 'The platform took the publish and named no version');
        case 'lost':
            ownIn(seen, open);
            if (earlier === 'lost')
                throw unknown(open, 'no version appeared after a second try either');
            await checkDraftStays(run, open);
            return await publishAndSettle(run, open, { ...attempt, earlier: 'lost' });
        default:
            if (earlier === 'lost')
                throw unknown(open, `the second try was refused: ${(0,errors/* clause */.sb)(end.error)}`);
            if (seen.kind === 'unreadable' && end.kind === 'token-refused')
                throw end.error;
            if (seen.kind === 'unreadable')
                throw unreadable(open, seen.error, (0,errors/* clause */.sb)(end.error));
            if (seen.kind === 'foreign' && firstLookMs(end, settleMs) > 0)
                ownIn(seen, open);
            await nothingPublished(run, open);
            if (end.kind === 'refused' || earlier === 'token-refused')
                throw end.error;
            checkUnchanged(open.app, open.fingerprint, await platform.readDraft(open.app));
            return await publishAndSettle(run, open, { ...attempt, earlier: 'token-refused' });
    }
}
/** What the versions show of a call. After a breakdown for a minute, unless the draft says that it could not be made. */
async function lookFor(run, open, { end, settleMs }) {
    const { platform, tools } = run;
    const ms = firstLookMs(end, settleMs);
    const seen = await findPublished(open, { platform, clock: tools.clock, ms });
    const isTold = seen.kind === 'own' || seen.kind === 'unreadable';
    if (isTold || !hasBrokenDown(end) || (await isUnmade(run)))
        return seen;
    tools.log.info('The platform failed inside, and the version may come all the same: reading the versions.');
    return await findPublished(open, { platform, clock: tools.clock, ms: Math.min(settleMs, deploy_deed/* LOOK_MS */.bK) - ms });
}
async function isUnmade({ app, platform }) {
    const draft = await readable(platform.readDraft(app));
    return draft !== undefined && !(draft instanceof errors/* ExpectedError */.Dh) && hasFailed(draft);
}
/** Only where the draft is as it was may the call be sent again. Throws `publish_unknown`. */
async function checkDraftStays({ platform, tools }, open) {
    const draft = await readable(platform.readDraft(open.app));
    if (draft instanceof errors/* ExpectedError */.Dh)
        throw unknown(open, `the draft cannot be read: ${(0,errors/* clause */.sb)(draft)}`);
    if (!draft)
        throw unknown(open, 'the draft slot is empty, as publishing leaves it, while no version appeared');
    const now = fingerprint(draft);
    if (!sameFingerprint(open.fingerprint, now)) {
        throw unknown(open, `no version appeared; the slot holds another draft now (${shownDraft(now)})`);
    }
    tools.log.info('No version was published and the draft is unchanged: publishing again.');
}
/** The versions show that it never took effect: only settings may be changed, and they are in the ledger. */
async function nothingPublished({ platform, tools }, open) {
    tools.ledger.write({ ...open, phase: 'changed' });
    tools.report({ changed: (open.envChanged ?? []).length > 0 || Object.keys(open.settingsBefore ?? {}).length > 0 });
    const state = await readable(platform.readApp(open.app));
    if (state && !(state instanceof errors/* ExpectedError */.Dh))
        tools.report({ activeVersion: state.activeVersion || 'none' });
}
/**
 * A run that is told to stop when it has the answer has published all the same. What was active right before is then left
 * to post, which finds the ledger open.
 */
async function answered(run, open, { version, readEarly }) {
    run.tools.report({ publishedVersion: version, changed: true, previousVersion: 'unknown' });
    const early = readEarly();
    try {
        return { ...conclude(run, open, await namedVersion(run, open, { version, early }), 'answered'), early };
    }
    catch (error) {
        if (error instanceof errors/* Stopped */.C9)
            return { version, origin: 'answered' };
        throw error;
    }
}
/** The version of an answer, as the versions show it: what was active right before is told by them alone. */
async function namedVersion({ platform, tools }, open, { version, early }) {
    let reading = early.versions;
    const look = async () => {
        const versions = await readable(reading ?? platform.readVersions(open.app));
        reading = undefined;
        if (versions instanceof errors/* ExpectedError */.Dh)
            return undefined;
        return versions.some((each) => each.number === version) ? versions : undefined;
    };
    const versions = await (0,poll/* poll */.w)(look, { clock: tools.clock, pauses: find_version_PAUSES, ms: deploy_deed/* LOOK_MS */.bK });
    if (!versions) {
        tools.log.warning(`The platform published version ${version}, and does not list it: its code could not be compared.`);
    }
    return publishedRun(open, version, versions ?? []);
}
function conclude({ tools }, open, published, origin) {
    const { publishedVersion: version, previousVersion } = published;
    tools.ledger.write(published);
    if (previousVersion !== open.previousVersion) {
        tools.log.notice(`Version ${previousVersion}, published by another run meanwhile, was active right before version ${version}.`);
    }
    tools.report({ publishedVersion: version, changed: true, previousVersion: previousVersion || undefined });
    return { version, origin };
}

;// CONCATENATED MODULE: ./build/deploy/verify/active-version.js
/** Whether a runtime of the platform's runs it. What the platform says of it counts, else what the run knows. */
function isManaged({ state, isImage }) {
    return (state.isImage ?? isImage) === false;
}
/** Who tells why it is not well: of an image it may be the platform, in the words of a container. */
function speakerOf(active) {
    return isManaged(active) ? 'program' : 'platform';
}

;// CONCATENATED MODULE: ./build/deploy/verify/way-to-verify.js



/** Where neither the app nor the server says which path tells whether an image is well (docs/platform.md, Containers). */
const HEALTH_PATH = '/healthz';
/** What the plan asks for, as far as this app lets it be asked; `none` where nothing is to be asked. */
function wayToVerify(run, active) {
    const { target } = run.plan.verify;
    const { state } = active;
    switch (target.kind) {
        case 'off':
            return { kind: 'none' };
        case 'url':
            return { kind: 'url', url: target.url };
        case 'path': {
            const url = publicUrl(state, target.path);
            if (url === undefined)
                tellNoUrl(run, state, target.path);
            return url === undefined ? wayWithoutUrl(active) : { kind: 'url', url };
        }
        case 'auto': {
            const url = publicUrl(state, wellPath(active));
            return url === undefined ? wayWithoutUrl(active) : { kind: 'url', url };
        }
    }
}
/** Whether nothing calls the app, as far as that is known before it is published. */
function isToldByState({ tests, verify }, state) {
    const { kind } = verify.target;
    return (kind === 'auto' || kind === 'path') && tests.cases.length === 0 && publicUrl(state, '/') === undefined;
}
function wayWithoutUrl({ test }) {
    return test ? { kind: 'test', test } : { kind: 'state' };
}
/** Who is not let in cannot tell how an app is: our bearer goes to the API alone. */
function publicUrl({ settings, publicUrls }, path) {
    const base = (0,outcome/* mainUrl */.F)(publicUrls);
    if (base === undefined || !settings.allowUnauthenticated)
        return undefined;
    return path === '/' ? base : `${base.replace(/\/$/, '')}${path}`;
}
/** A runtime of the platform's answers every GET with what its own health check finds. */
function wellPath(active) {
    return isManaged(active) ? '/' : active.state.settings.healthPath || HEALTH_PATH;
}
function tellNoUrl({ app, tools }, { settings }, path) {
    const why = settings.allowUnauthenticated ? 'has no public URL' : 'wants a token of everybody who calls it';
    tools.log.warning(`\`verify-url: ${path}\` is not asked, because ${(0,ports_run/* appId */.R)(app)} ${why}: it is verified as with \`verify-url: auto\`.`);
}

;// CONCATENATED MODULE: ./build/deploy/publish/early-reads.js

/** @param before The app right before it was published. */
function readEarly({ app, plan, platform }, before) {
    return {
        versions: unasked(platform.readVersions(app)),
        draft: unasked(platform.readDraft(app)),
        state: unasked(platform.readApp(app)),
        ...(isToldByState(plan, before) && { condition: unasked(platform.readCondition(app)) })
    };
}
/** A run that is told to stop ends before anybody asks for it: that it failed is no bug then. */
function unasked(reading) {
    reading.catch(() => undefined);
    return reading;
}

;// CONCATENATED MODULE: ./build/deploy/publish/publish.js









/** Publishes the draft exactly once, and only the draft that was saved and tested. */
async function publishOnce(run, before, saved) {
    const { app, platform, tools } = run;
    const [versions, draft, state] = await (0,deploy_all/* all */.Q)([
        platform.readVersions(app),
        platform.readDraft(app),
        platform.readApp(app)
    ]);
    const adopted = publishedByAnother(versions, saved);
    if (adopted !== undefined)
        return publish_adopt(run, adopted);
    checkUnchanged(app, saved.fingerprint, draft);
    if (!state)
        throw new errors/* DeployError */.sH('app_missing', `The app ${(0,ports_run/* appId */.R)(app)} is gone. Nothing was published.`);
    const open = {
        ...before,
        phase: 'publishing',
        previousVersion: state.activeVersion,
        highestVersion: (0,platform_state/* highest */.BR)(versions),
        fingerprint: saved.fingerprint,
        url: (0,outcome/* mainUrl */.F)(state.publicUrls),
        ...(saved.builds && { builds: true })
    };
    try {
        return await publishAndSettle(run, open, { readEarly: () => readEarly(run, state), settleMs: saved.settleMs });
    }
    catch (error) {
        throw error instanceof errors/* Stopped */.C9 && tools.ledger.open?.phase === 'publishing' ? unanswered(error, open) : error;
    }
}
/** A version that is newer than the run and holds our draft. Only a hash can tell. */
function publishedByAnother(versions, { fingerprint, highestAtStart }) {
    const hash = fingerprint.codeHash;
    return versions.find((each) => hash !== '' && each.number > highestAtStart && each.codeHash === hash)?.number;
}
/** Only what this run itself published is rolled back. */
function publish_adopt({ plan, tools }, version) {
    const fate = (0,model_plan/* mayRollBack */.AC)(plan.rollback) ? ', and not rolled back if the job fails' : '';
    tools.log.notice(`Another run published this run\u2019s draft as version ${version}: that version is adopted${fate}.`);
    tools.ledger.close();
    tools.report({ publishedVersion: version, changed: true, activeVersion: 'unknown' });
    return { version, origin: 'adopted' };
}
/** The run was told to stop while its publish was on its way. */
function unanswered(stopped, { app, highestVersion }) {
    return new errors/* Stopped */.C9(stopped.reason, `${stopped.message} The publish of ${(0,ports_run/* appId */.R)(app)} was sent and not answered: version ${highestVersion + 1} may be live.`, { hint: ['The post step reads the versions and says what came of it.', stopped.hint].filter(Boolean).join(' ') });
}

;// CONCATENATED MODULE: ./build/deploy/publish/publish-draft.js




/** Makes the draft a version. Where it is built only now, with the log of that in view. */
function publishDraft(run, { app, ready, settings }) {
    const { draft, isMade } = ready;
    const publish = async () => {
        const settleMs = isMade ? deploy_deed/* LOOK_MS */.bK : run.tools.msLeft();
        const publishing = publishOnce(run, settings.changed, {
            fingerprint: fingerprint(draft),
            settleMs,
            builds: !isMade,
            highestAtStart: app.highestVersion
        });
        if (isMade)
            return await publishing;
        const published = await withBuildLog(run, ready, publishing);
        await reportBuilt(run, draft);
        return published;
    };
    return run.step('Publish version', publish, publishedLine);
}
function publishedLine({ version, origin }) {
    if (origin === 'adopted')
        return `Version ${version} holds this draft`;
    const how = { answered: '', found: ', found after its answer was lost', unnamed: ', found among the versions' };
    return `Published version ${version}${how[origin]}`;
}

;// CONCATENATED MODULE: ./build/deploy/settings/read-back.js






/** A platform that merges never shows that a variable is gone, nor another that a number is left to it. */
const UNSHOWN_LOOK_MS = 5_000;
/** How long a change is looked for, in milliseconds. */
function lookMs(asked) {
    const mayStayUnshown = (0,model_settings/* namesIn */.wX)(asked.change).every((name) => name === 'env' || isLeft(asked, name)) &&
        ownEnv(asked).every((name) => !Object.hasOwn(asked.wanted.env ?? {}, name));
    return mayStayUnshown ? UNSHOWN_LOOK_MS : deploy_deed/* LOOK_MS */.bK;
}
/** What the settings that are read now say of a change. Numbers that look as before may be the platform's own later. */
function progressOf(asked, got) {
    const isUnmoved = (0,model_settings/* namesIn */.wX)(asked.change).every((name) => isLeft(asked, name) && isSame(name, asked.before[name], got[name]));
    if (isShown(asked, got))
        return isUnmoved ? undefined : 'done';
    return model_settings/* SETTING_NAMES */.OI.every((name) => isSame(name, asked.before[name], got[name])) ? undefined : 'otherwise';
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
    return (0,model_settings/* namesIn */.wX)(asked.change).filter((name) => {
        if (got[name] === undefined || isLeft(asked, name))
            return false;
        return name === 'env' ? wrongEnv(asked, got).length > 0 : !isSame(name, asked.wanted[name], got[name]);
    });
}
/** Whether a number is to be as the platform has it, whatever that is. */
function isLeft({ wanted }, name) {
    return model_settings/* LEFT_BY_ZERO */.nm.has(name) && wanted[name] === 0;
}
/** The numbers that were left to the platform, where it shows what it takes for them. */
function takenByPlatform(asked, got) {
    return (0,model_settings/* pick */.Up)(got, (0,model_settings/* namesIn */.wX)(asked.change).filter((name) => isLeft(asked, name) && got[name] !== 0));
}
/** Says which numbers those are. One that is as before may also be one of which the 0 was not taken. */
function tellTaken({ tools }, asked, got) {
    for (const name of (0,model_settings/* namesIn */.wX)(takenByPlatform(asked, got))) {
        const isAsBefore = isSame(name, asked.before[name], got[name]);
        const how = isAsBefore ? ', as before: its own number, or it does not take 0' : ' now';
        tools.log.info(`${model_settings/* SETTINGS */.yy[name].input} is left to the platform, which shows ${got[name]}${how}.`);
    }
}
function wrongEnv(asked, got) {
    return ownEnv(asked).filter((name) => !isSameText(asked.wanted.env?.[name], got.env?.[name]));
}
function ownEnv({ before, wanted }) {
    return changedEnv(before.env, wanted.env);
}
/** Settings that this run did not ask for, and that are others now. */
function others({ before, change }, got) {
    return model_settings/* SETTING_NAMES */.OI.filter((name) => name !== 'env' && !Object.hasOwn(change, name) && !isSame(name, before[name], got[name]));
}
/** Says what else changed, and what cannot be looked at. True where all could be. */
function tellOthers({ tools }, asked, got) {
    const changed = others(asked, got);
    if (changed.length > 0) {
        tools.log.warning(`Other settings changed at the same time, which this run did not ask for: ${labels(changed)}. Another run, or the platform, changed them.`);
    }
    const unread = (0,model_settings/* namesIn */.wX)(asked.change).filter((name) => got[name] === undefined);
    if (unread.length > 0)
        tools.log.info(`The platform took ${labels(unread)} and does not show it: it is not read back.`);
    return unread.length === 0;
}
/** The platform took a change and reports something else. Values are never part of the text. */
function deviation({ app }, asked, got) {
    const wrong = missing(asked, got).map((name) => read_back_described(name, asked, got));
    const message = isKept(asked, got)
        ? `The platform kept what the update left out: ${wrong.join('; ')}.`
        : `After the update the platform reports other settings: ${wrong.join('; ')}.`;
    if (hasOthers(asked, got)) {
        return new errors/* DeployError */.sH('settings_failed', message, {
            hint: `Nothing was published. Other settings changed too: another run may have changed them at the same time. ${WAIT_FOR_EACH_OTHER}`,
            snippet: concurrency(app)
        });
    }
    return new errors/* DeployError */.sH('settings_failed', message, {
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
function read_back_described(name, asked, got) {
    if (name === 'env')
        return namedEnv(wrongEnv(asked, got));
    const { input, kind } = model_settings/* SETTINGS */.yy[name];
    if (kind === 'json' || kind === 'text')
        return `${input} is another`;
    return `${input} is ${shownValue(got[name])}, expected ${shownValue(asked.wanted[name])}`;
}
/** No answer came, and what is read does not tell. */
function mayHaveChanged({ app }, { change, before }, error) {
    const why = error ? (0,errors/* clause */.sb)(error) : 'the platform took the change and does not show it';
    return new errors/* DeployError */.sH('settings_failed', `It is not known whether the settings of ${(0,ports_run/* appId */.R)(app)} were changed (${named(change, before)}): ${why}.`, { hint: 'Nothing was published. Run the job again; look at the app\u2019s settings if this repeats.', cause: error });
}

;// CONCATENATED MODULE: ./build/deploy/settings/change-record.js


/** The record of what a run changed, with one change more. The first value that was found is the one to go back to. */
function withChange(known, { before, wanted, change }) {
    const names = (0,model_settings/* namesIn */.wX)(change).filter((name) => name !== 'env');
    const env = change.env === undefined ? [] : changedEnv(before.env, change.env);
    const seen = known.envChanged ?? [];
    const fresh = env.filter((name) => !seen.includes(name));
    return {
        settingsBefore: { ...(0,model_settings/* pick */.Up)(before, names), ...known.settingsBefore },
        settingsAfter: { ...known.settingsAfter, ...(0,model_settings/* pick */.Up)(wanted, names) },
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
    const names = Map.groupBy((0,model_settings/* namesIn */.wX)(before), (name) => handOf((value) => isSame(name, now[name], value), before[name], after[name]));
    const variables = Map.groupBy(envValues ? envChanged : [], (name) => handOf((value) => isSameText(now.env?.[name], value), envValues?.before[name], envValues?.after[name]));
    const words = (hand) => namedAll(variables.get(hand), names.get(hand) ?? []);
    const ours = { env: variables.get('ours') ?? [], names: names.get('ours') ?? [] };
    const { env } = ours;
    const change = {
        ...(0,model_settings/* pick */.Up)(before, ours.names),
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
    const names = namedAll(env, (0,model_settings/* namesIn */.wX)(settingsBefore));
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
    const end = await (0,deploy_deed/* perform */.y9)(deed, tools.clock, lookMs({ before, wanted: { ...before, ...change }, change }));
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
    return (0,deploy_deed/* perform */.y9)(deed, clock);
}
/** 0 is none. */
async function activeVersion({ platform }, app) {
    return (await platform.readApp(app))?.activeVersion ?? 0;
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
    const active = `Version ${previousVersion} of ${(0,ports_run/* appId */.R)(app)} is active again`;
    try {
        const id = await platform.testVersion(app, previousVersion, first.payload);
        if (id === undefined)
            return;
        const timeoutMs = Math.min(known.timeoutMs, LONGEST_TEST_MS);
        // What is expected is said of the new version, so the old one has only to end well.
        const { passed, line, cause = line } = await resultOf(id, undefined, { platform, clock, timeoutMs });
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
        const line = `Version ${publishedVersion} of ${(0,ports_run/* appId */.R)(app)} stays live: it is the first, so there is none to roll back to.`;
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
            const line = `Rolled back: version ${previousVersion} of ${(0,ports_run/* appId */.R)(app)} is active again, instead of version ${publishedVersion}.`;
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
    return new RollbackRefused(`Version ${previousVersion} of ${(0,ports_run/* appId */.R)(app)} was not made active again: ${words}.`, {
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
    return new errors/* DeployError */.sH('rollback_refused', `It is not known whether version ${previousVersion} of ${(0,ports_run/* appId */.R)(app)} is active again: ${said}.`, {
        cause: error,
        hint: `${now} ${BY_HAND}`
    });
}

;// CONCATENATED MODULE: ./build/deploy/verify/go-back.js



/**
 * Makes the version before active again, where this run's own did not answer and `rollback-on-failure` asks for it. Gives
 * what the run fails with, which says what came of it. What could not be ended is left to post, by the ledger.
 */
async function goBack(run, failure) {
    const { tools, plan } = run;
    const cause = (0,errors/* rootCause */.es)(failure);
    const { open } = tools.ledger;
    const isAsked = plan.rollback?.onFailure && open?.phase === 'published';
    if (!isAsked || !(cause instanceof errors/* DeployError */.sH) || cause.reason !== 'verify_failed')
        return failure;
    try {
        const end = await goBackNow(run, { ...open, isGoingBack: true });
        return asFailure(cause, end.line);
    }
    catch (error) {
        const said = (0,errors/* rootCause */.es)(error);
        if (said instanceof RollbackRefused && said.active !== undefined)
            tellStays(run, said.active);
        const what = said instanceof errors/* DeployError */.sH ? '' : `Version ${open.previousVersion} was not made active again: `;
        return asFailure(cause, `${what}${(0,errors/* clause */.sb)(said)}.`);
    }
}
async function goBackNow(run, published) {
    const { tools, platform, plan, step } = run;
    tools.ledger.write(published);
    tools.report({ activeVersion: 'unknown', changed: 'unknown' });
    const post = { platform, log: tools.log, clock: tools.clock, tests: async () => plan.tests };
    const end = await step('Roll back', () => rollBack(post, published), ({ line }) => line);
    tools.ledger.close();
    tools.report({ activeVersion: await activeNow(run), changed: !end.isUndone });
    return end;
}
/** What was read after the refusal. Post may go back yet, as after any run. */
function tellStays({ tools }, active) {
    tools.report({ activeVersion: active || 'none', changed: true });
}
/** What follows a rollback takes its time, in which another run may publish. */
function activeNow({ platform, app }) {
    return activeVersion({ platform }, app).then((active) => active || 'none', () => 'unknown');
}
/** Who reads the red line alone must know what is live now. */
function asFailure(cause, line) {
    const { hint, excerpt, snippet, speaker } = cause;
    const told = new errors/* DeployError */.sH(cause.reason, `${cause.message} ${line}`, {
        cause,
        excerpt,
        snippet,
        speaker,
        ...(hint !== undefined && { hint })
    });
    return new errors/* StepError */.zg('Verify app', told);
}

;// CONCATENATED MODULE: ./build/deploy/verify/finding.js


const LATER = 'Where it only takes longer, raise `verify-timeout-seconds`.';
/** How each trouble is said, and what helps where the connection does not tell. */
const TROUBLES = {
    unresolved: {
        says: 'does not resolve yet',
        hint: `The name of a new app can take a couple of minutes to resolve. ${LATER}`
    },
    closed: { says: 'accepts no connection yet', hint: LATER },
    tls: { says: 'has no certificate that can be trusted yet', hint: LATER },
    broken: { says: 'breaks the connection off', hint: LATER },
    silent: {
        says: 'does not answer',
        hint: `Something takes the connection and says nothing: let the app answer its health path without waiting for anything. ${LATER}`
    },
    circle: { says: 'redirects in a circle', hint: 'Name another path or URL in `verify-url`.' },
    proxy: { says: 'is not reached through the proxy', hint: 'Check the proxy, or set `verify-url: off`.' }
};
const ROUTER_HINT = `The platform knows the version as active, and its router does not lead there. ${LATER}`;
const PROBE_HINT = 'The app must listen on `$PORT`, and answer its health path with 2xx: set `health-path` where that is not `/healthz`.';
const LOAD_HINT = 'The platform loads the code before it answers: mend what keeps it from being loaded.';
const OWN_HINT = 'The app answers with an error of its own: its log, where it is shown, tells why.';
/** What routers say of an address that leads to no app (docs/platform.md, Who answers). */
const NO_ROUTE = /^\s*$|default backend|no (?:such )?(?:app|application|route|host|service|backend)\b|route not found|no route matched|unknown (?:host|domain|app)|\b(?:app|application|function) (?:\S{1,200} )?(?:was |is )?(?:not found|does not exist|unknown)\b/i;
/** What is said where no instance is ready, by the platform or by the router before it. */
const NOT_READY = /^\s*$|probe failed|CrashLoopBackOff|CreateContainer|RunContainerError|ErrImagePull|ImagePullBackOff|no healthy upstream|no (?:available|ready) (?:server|instance|replica|endpoint|pod)|no endpoints|upstream connect error|service (?:temporarily )?unavailable/i;
/** Undocumented by the platform: told by what the answers themselves show. */
function findingIn(answer, asked) {
    if (answer.kind !== 'answered') {
        const { says, hint } = TROUBLES[answer.kind];
        const detail = answer.says === '' ? '' : ` (${answer.says})`;
        return {
            kind: answer.isFinal ? 'hopeless' : 'waiting',
            key: answer.kind,
            says: says + detail,
            text: '',
            hint: answer.hint ?? hint
        };
    }
    return { key: String(answer.code), text: answer.text, hint: LATER, ...finding_answered(answer, asked) };
}
function finding_answered(answer, asked) {
    const { code, leadsTo } = answer;
    if (code >= 500)
        return failing(answer, asked);
    if (code >= 400)
        return refusing(answer, asked);
    if (leadsTo !== undefined) {
        return { kind: 'well', says: `answers with ${code}, which leads to ${leadsTo} and is not followed` };
    }
    return { kind: 'well', says: `answers with ${code}` };
}
/** A route, or the right of everybody to call, may be on its way still. */
function refusing({ code, isFromApp, text }, { isHealthPath }) {
    const says = `answers with ${code}`;
    if (isFromApp || ![401, 403, 404].includes(code))
        return { kind: 'well', says };
    if (code === 404) {
        return NO_ROUTE.test(text)
            ? { kind: 'waiting', key: 'no route', says: 'is not known to the router yet (404)', hint: ROUTER_HINT }
            : { kind: 'unsure', says: `${says}, which may be the router\u2019s` };
    }
    return isHealthPath
        ? { kind: 'waiting', says: `${says}: the platform does not let everybody in yet`, hint: ROUTER_HINT }
        : { kind: 'unsure', says: `${says}, which may be the router\u2019s` };
}
/** Errors of code that was never loaded, so that no handler ran. */
const NOT_LOADED = /^(?:SyntaxError|IndentationError|TabError|ImportError|ModuleNotFoundError)\b/;
function failing(answer, { isImage, isHealthPath }) {
    const { code, isFromApp, text } = answer;
    const ownError = reportedFailure(text)?.cause;
    const words = inSentence(ownError ?? errorIn(text));
    // A handler is called without a payload here, which many take for an error: that it ran is what was to be seen.
    if (!isImage && isHealthPath && code === 500 && ownError !== undefined && !NOT_LOADED.test(ownError)) {
        return { kind: 'well', says: `answers with 500, since it was called without a payload: ${words}` };
    }
    const why = words === '' ? '' : `: ${words}`;
    const says = `answers with ${code}`;
    const unready = isImage ? PROBE_HINT : LOAD_HINT;
    if (isFromApp)
        return { kind: 'waiting', says: `${says}, which is the app\u2019s own${why}`, hint: OWN_HINT };
    if (code === 502 || code === 504) {
        return { kind: 'waiting', says: `${says}: the router gets no answer from the app${why}`, hint: unready };
    }
    if (code === 503 && NOT_READY.test(text)) {
        return { kind: 'waiting', key: 'not ready', says: `${says}: no instance of it is ready${why}`, hint: unready };
    }
    return { kind: 'waiting', says: says + why, hint: code === 503 ? unready : OWN_HINT };
}
/** Of a body, what stands in a sentence. A page is none. */
const MOST_WORDS = 300;
function inSentence(said) {
    const line = said.trim().split('\n', 1)[0]?.trim() ?? '';
    return line.startsWith('<') ? '' : line.slice(0, MOST_WORDS).replace(/[.\s]+$/, '');
}
/** The text of a JSON object that tells of an error, else the text as it is. */
function errorIn(text) {
    try {
        const value = JSON.parse(text);
        const fields = (0,json/* isRecord */.u)(value) ? value : {};
        const said = fields['error'] ?? fields['message'] ?? fields['detail'];
        return typeof said === 'string' ? said : text;
    }
    catch {
        return text;
    }
}

;// CONCATENATED MODULE: ./build/deploy/verify/show-cause.js





// Together, and with the lines above them, they are no more than what stands in the open where a step fails.
const MOST_REPLICAS = 4;
const MOST_EVENTS = 6;
const MOST_LOG_LINES = 20;
/**
 * Shows what the platform tells of an app that is not well, the nearest to the cause last: what runs of it, what happened
 * to it, and what it printed since the version was published. `text` is what it answered last, which is shown where it
 * printed nothing. Gives the last lines as they were shown.
 */
async function showCause(run, active, text) {
    const { app, platform } = run;
    const [replicas = [], events = [], printed] = await (0,deploy_all/* all */.Q)([
        asFarAsTold(run, platform.readReplicas(app)),
        asFarAsTold(run, platform.readEvents(app)),
        linesSince(run, active)
    ]);
    const log = printed ?? [];
    const answer = log.length > 0 ? '' : show_cause_answered(text);
    const shown = [
        await show(run, 'What runs of it, as the platform tells:', replicas.slice(-MOST_REPLICAS)),
        await show(run, 'What happened to it:', events.slice(-MOST_EVENTS)),
        await show(run, 'What it printed last:', log.slice(-MOST_LOG_LINES)),
        await show(run, 'What it answered last:', answer.split('\n').slice(-MOST_LOG_LINES))
    ];
    if (printed?.length === 0)
        run.tools.log.info(`It has printed nothing since version ${active.version} was published.`);
    return shown.flat();
}
/** A program's own report as it would have printed it. */
function show_cause_answered(text) {
    return reportedFailure(text)?.log ?? errorIn(text);
}
/** Of all that the app printed, what cannot be an earlier version's. Undefined where it is not told. */
async function linesSince(run, { version }) {
    const { app, platform } = run;
    const [lines, versions] = await (0,deploy_all/* all */.Q)([
        asFarAsTold(run, platform.readAppLog(app, '')),
        asFarAsTold(run, platform.readVersions(app))
    ]);
    const since = versions?.find(({ number }) => number === version)?.createdAtMs ?? 0;
    return lines
        ?.filter(({ timestampMs }) => timestampMs === 0 || timestampMs >= since)
        .map(({ text }) => text)
        .flatMap((line) => line.split('\n'));
}
/** That it is not told why an app is not well is no failure of its own. */
async function asFarAsTold({ tools }, reading) {
    try {
        return await reading;
    }
    catch (error) {
        if (!(0,errors/* isBearable */.Xs)(error))
            throw error;
        tools.log.debug(`Not shown: ${error.message}`);
        return undefined;
    }
}
/** None of it is ours. */
async function show({ tools }, title, lines) {
    if (lines.every((line) => line.trim() === ''))
        return [];
    tools.log.info(title);
    return await showTrace(tools.log, lines.join('\n').trimEnd());
}

;// CONCATENATED MODULE: ./build/deploy/verify/when-answering.js







const when_answering_PAUSES = { first: 500, most: 5_000 };
/** A router may hold a request back until the first instance has started, which takes 15 s and more. */
const LONGEST_ASK_MS = 60_000;
/** Also for the last look, when the time is over. */
const SHORTEST_ASK_MS = 1_000;
/** A refusal that may be the router's is the app's own when it stays: a route that is new is there by then. */
const SETTLED_MS = 15_000;
/** Asks a URL until the app answers it. Says in a sentence what it answered; throws `verify_failed`. */
async function whenAnswering(run, active, url) {
    const { isWell, finding } = await lastFinding(run, active, url);
    if (!isWell)
        throw await notAnswering(run, active, { url, finding });
    run.tools.report({ answer: finding.says });
    if (finding.kind === 'unsure')
        tellUnsure(run, url, finding);
    return `${shown(url)} ${finding.says}`;
}
/** Nothing printed of the router, no header and no path, tells its refusal from the app's. */
function tellUnsure({ tools }, url, { key }) {
    tools.log.notice(`${shown(url)} has answered with ${key} for ${(0,words/* duration */.p0)(SETTLED_MS)}, and nothing tells whether that is the app or the ` +
        'router before it. Let `verify-url` name a path that the app answers with 2xx.');
}
/** Without the query, which may hold what is nobody's to read. */
function shown(url) {
    return url.replace(/[?#].*$/s, '');
}
/** Looks until the app is well, or the time is over. Each change is told in a line, and first what is waited for. */
async function lastFinding(run, active, url) {
    const { clock, log } = run.tools;
    const { timeoutMs } = run.plan.verify;
    const started = clock.now();
    const endsAt = started + timeoutMs;
    const pauses = new backoff/* Backoff */.n(when_answering_PAUSES);
    for (let last, since = started;;) {
        const finding = await look(run, active, { url, last, leftMs: endsAt - clock.now() });
        const now = clock.now();
        const isNews = finding.key !== last?.key;
        if (isNews)
            since = now;
        const isWell = finding.kind === 'well' || (finding.kind === 'unsure' && now - since >= SETTLED_MS);
        if (isWell || finding.kind === 'hopeless')
            return { isWell, finding };
        if (isNews) {
            const first = `Waiting for ${shown(url)} since version ${active.version} is active, at most ${(0,words/* duration */.p0)(timeoutMs)}`;
            log.info(`${last ? `After ${(0,words/* duration */.p0)(now - started)}` : first}: it ${finding.says}.`);
        }
        if (now >= endsAt)
            return { isWell, finding };
        last = finding;
        await clock.sleep(Math.min(pauses.next(), endsAt - now));
    }
}
/** A look that our own end cuts short says nothing new. */
async function look({ tools, plan }, active, { url, last, leftMs }) {
    const ms = Math.min(LONGEST_ASK_MS, Math.max(SHORTEST_ASK_MS, leftMs));
    const answer = await tools.web.ask(url, ms);
    if (last && answer.kind === 'silent' && ms < LONGEST_ASK_MS)
        return last;
    return findingIn(answer, { isHealthPath: plan.verify.target.kind === 'auto', isImage: !isManaged(active) });
}
async function notAnswering(run, active, { url, finding }) {
    const { app, plan } = run;
    const { version } = active;
    const within = finding.kind === 'hopeless' ? '' : ` within ${(0,words/* duration */.p0)(plan.verify.timeoutMs)}`;
    const excerpt = await showCause(run, active, finding.text);
    return new errors/* DeployError */.sH('verify_failed', `Version ${version} of ${(0,ports_run/* appId */.R)(app)} was published and did not come up${within}: ${shown(url)} ${finding.says}.`, { hint: finding.hint, excerpt, speaker: speakerOf(active) });
}

;// CONCATENATED MODULE: ./build/deploy/verify/when-deployed.js






const when_deployed_PAUSES = { first: 500, most: 5_000 };
/** On the way to being deployed, or from there. Of a word that nobody knows nothing is made. */
const UNDER_WAY = /PENDING|QUEUED|STARTING|DEPLOYING|PROVISION|PROGRESS|ROLLING|UPDATING|NOT_READY/;
const when_deployed_FAILED = /FAIL|ERROR|CRASH|UNHEALTHY/;
/**
 * Asks the platform for the app's state until it is deployed: nothing calls the app, and a notice says so. Says in a
 * sentence what was seen; throws `verify_failed` where the platform says that the app is not well.
 */
async function whenDeployed(run, active) {
    const { tools, plan } = run;
    let last;
    let { early } = active;
    const look = async () => {
        last = await condition(run, early);
        early = undefined;
        return last && isOpen(last) ? undefined : true;
    };
    const isSettled = await (0,poll/* poll */.w)(look, { clock: tools.clock, pauses: when_deployed_PAUSES, ms: plan.verify.timeoutMs });
    if (!isSettled && last)
        throw await notDeployed(run, active, last);
    tellUncalled(run, active, last);
    return last?.state ? `The platform says that the app is ${last.state}` : 'Nothing was called';
}
function isOpen({ state }) {
    return UNDER_WAY.test(state) || when_deployed_FAILED.test(state);
}
/** Undefined where it is not told. */
async function condition({ app, platform, tools }, early) {
    try {
        return (await early) ?? (await platform.readCondition(app));
    }
    catch (error) {
        if (!(0,errors/* isBearable */.Xs)(error))
            throw error;
        tools.log.info(`The app\u2019s state could not be read: ${error.message}`);
        return undefined;
    }
}
/** What has to be there for somebody to call the app; where that is there, it has been told why nobody did. */
function tellUncalled({ app, tools }, active, last) {
    const { version, state, test } = active;
    if (test)
        return;
    const isOpen = state.settings.allowUnauthenticated;
    const why = isOpen ? 'the platform gives it no public URL' : 'it is private';
    const said = last?.state ? ` The platform says that it is ${last.state}.` : '';
    tools.log.notice(`Nothing called version ${version} of ${(0,ports_run/* appId */.R)(app)}: ${why}, and there is no payload to test it with.${said} ` +
        'Set `test-payload` to have it called before and after it is published.');
}
async function notDeployed(run, active, last) {
    const { app, plan } = run;
    const { version } = active;
    run.tools.log.info(`The platform says of the app: ${last.shown}`);
    const excerpt = await showCause(run, active, '');
    return new errors/* DeployError */.sH('verify_failed', `Version ${version} of ${(0,ports_run/* appId */.R)(app)} was published, and the platform says after ${(0,words/* duration */.p0)(plan.verify.timeoutMs)} that it is ${last.state}.`, {
        hint: 'Look at what the app printed. Where it only takes longer, raise `verify-timeout-seconds`.',
        excerpt,
        speaker: speakerOf(active)
    });
}

;// CONCATENATED MODULE: ./build/deploy/verify/when-tested.js







/**
 * Runs the version once with a payload, which may do more than answer: it is not sent again. Says in a sentence what came
 * of it; undefined where the platform did not run it, which a warning says unless no server offers it. Throws
 * `verify_failed`.
 */
async function whenTested(run, active, test) {
    const { tools } = run;
    const started = tools.clock.now();
    const result = await tested(run, active, test).catch((error) => tellUntested(run, active, error));
    if (result === undefined)
        return undefined;
    tools.log.info(`${result.passed ? '\u2713' : '\u2717'} ${test.name}: ${result.line}${(0,words/* inTime */.RN)(tools.clock.now() - started)}`);
    for (const line of result.details)
        tools.log.info(`    ${line}`);
    if (!result.passed)
        throw await when_tested_failed(run, active, { test, result });
    tools.report({ answer: `passed ${test.name}` });
    return `Version ${active.version} passed ${test.name}`;
}
async function tested(run, { version }, test) {
    const { app, platform, tools, plan } = run;
    const id = await platform.testVersion(app, version, test.payload);
    if (id === undefined)
        return undefined;
    const { timeoutMs } = plan.verify;
    return await resultOf(id, test.expected, { platform, clock: tools.clock, timeoutMs });
}
/** Answers by which the platform says that this version, as it is, cannot be run. */
const OF_THE_VERSION = ['NOT_FOUND', 'FAILED_PRECONDITION', 'INVALID_ARGUMENT', 'OUT_OF_RANGE'];
/** What is wrong with the way to the app, or with who asks, says nothing of the app: its state is asked for then. */
function tellUntested({ app, tools }, { version }, error) {
    if (!(0,errors/* isBearable */.Xs)(error))
        throw error;
    const { message, hint } = error;
    if (error instanceof errors/* PlatformError */.Wk && OF_THE_VERSION.includes(error.code)) {
        throw new errors/* DeployError */.sH('verify_failed', `Version ${version} of ${(0,ports_run/* appId */.R)(app)} was published, and cannot be called: ${(0,errors/* clause */.sb)(error)}.`, { cause: error, ...(hint !== undefined && { hint }) });
    }
    tools.log.warning(`It is not known whether version ${version} of ${(0,ports_run/* appId */.R)(app)} answers: ${message}`);
    return undefined;
}
async function when_tested_failed(run, active, { test, result }) {
    const { version } = active;
    const shown = result.trace ? await showTrace(run.tools.log, result.trace) : await showCause(run, active, '');
    return new errors/* DeployError */.sH('verify_failed', `${(0,errors/* clause */.sb)(result.cause ?? result.line)}. Version ${version} of ${(0,ports_run/* appId */.R)(run.app)} was published and does not pass ${test.name}.`, {
        hint: result.cure
            ? 'Let the app answer sooner, or set a larger `verify-timeout-seconds`.'
            : 'Where the draft passed it, the difference lies in what the live app has: its settings, its secrets, its network.',
        excerpt: shown,
        speaker: speakerOf(active)
    });
}

;// CONCATENATED MODULE: ./build/deploy/verify/verify-app.js





/**
 * Green means answering: calls the version that became active, as `plan.verify` says, and reports what it answered. A
 * public app is awaited at its URL, a private one is tested with its payload, and without one the platform is asked for
 * its state. A version that another run has replaced by now is left to that run.
 *
 * Throws `verify_failed` when the app has shown why. Where `rollback-on-failure` asks for it and the ledger has the version
 * as this run's own, the version before is active again by then.
 */
async function verifyApp(run, active) {
    if (active.state.activeVersion !== active.version)
        return;
    const way = wayToVerify(run, active);
    if (way.kind === 'none')
        return;
    try {
        await run.step('Verify app', () => verify(run, active, way), String);
    }
    catch (error) {
        throw await goBack(run, error);
    }
}
/** Says in a sentence what was seen. */
async function verify(run, active, way) {
    switch (way.kind) {
        case 'url':
            return await whenAnswering(run, active, way.url);
        case 'test':
            return (await whenTested(run, active, way.test)) ?? (await whenDeployed(run, active));
        case 'state':
            return await whenDeployed(run, active);
    }
}

;// CONCATENATED MODULE: ./build/deploy/publish/verify-published.js


/** Calls the version that this run published, as `verifyApp` does and throws. */
async function verifyPublished(run, { published, state, isImage }) {
    const test = run.plan.tests.cases[0];
    await verifyApp(run, { version: published.version, state, test, isImage, early: conditionBeside(published) });
}
/** How the platform said that the app is, beside a look that shows this version active: nothing is known from before. */
function conditionBeside({ version, early }) {
    return early && unasked(early.state.then((app) => (app?.activeVersion === version ? early.condition : undefined)));
}

;// CONCATENATED MODULE: ./build/deploy/settings/emptied.js

/** Says which names of the environment lost their value: a secret that is not set reads as an empty one. */
function tellEmptied({ tools }, { before, now }) {
    const emptied = Object.entries(now.env ?? {}).flatMap(([name, value]) => value === '' && (before.env?.[name] ?? '') !== '' ? [name] : []);
    if (emptied.length === 0)
        return;
    tools.log.notice(`An empty value has replaced a live one in ${namedEnv(emptied)}. A secret or variable that is not set reads as empty: check its name.`);
}

;// CONCATENATED MODULE: ./build/deploy/settings/exposure.js

/** Says that anyone may call the app, where it was not so before. */
function tellExposure({ app, tools }, { before, now }) {
    if (!now.allowUnauthenticated || before?.allowUnauthenticated)
        return;
    tools.log.notice(`${(0,ports_run/* appId */.R)(app)} can now be called by anyone, without a token.`);
}

;// CONCATENATED MODULE: ./build/deploy/settings/change-settings.js












/** How often a change is made that another run\u2019s change of the same app undid. */
const MOST_TRIES = 3;
function askedOf({ settings: before }, wantedOf) {
    const wanted = wantedOf(before);
    return { before, wanted, change: difference(before, wanted) };
}
/** The settings of one run. What it changed is put back where the run ends with nothing published. */
class SettingsUpdate {
    #run;
    #isLive;
    #previousVersion;
    #changed = {};
    #isReadBack = true;
    /** @param isLive False for an app that this run has just made: there is nothing to go back to. */
    constructor(run, { activeVersion }, isLive = true) {
        this.#isLive = isLive;
        this.#run = run;
        this.#previousVersion = activeVersion;
    }
    /** What post needs to undo it. */
    get changed() {
        const { app } = this.#run;
        return { phase: 'changed', app, previousVersion: this.#previousVersion, ...this.#changed, ...this.#payload };
    }
    get #payload() {
        const { rollback, tests } = this.#run.plan;
        const [first] = tests.cases;
        return first && (0,model_plan/* mayRollBack */.AC)(rollback) ? { payloadChecksum: checksum(first.payload) } : {};
    }
    /** Adds the environment names that the app does not have yet: the draft may need them in its tests. */
    async addEnvironment() {
        if (this.#run.plan.settings.env === undefined)
            return;
        await this.#change(await this.#read(), (now) => withAddedEnv(now, this.#wanted(now)));
    }
    /** Makes the settings what the plan says, in a step of its own. None is shown where they are so already. */
    async apply() {
        if ((0,model_settings/* namesIn */.wX)(this.#run.plan.settings).length === 0)
            return;
        const read = await this.#read();
        if ((0,model_settings/* namesIn */.wX)(changeFor(read.settings, this.#run.plan)).length === 0)
            return;
        await this.#run.step('Apply settings', () => this.make(read), () => (this.#isReadBack ? 'Settings applied and read back' : 'Settings applied'));
    }
    /** Makes the settings what the plan says of an app that was read right before. */
    async make(read) {
        await this.#change(read, (now) => this.#wanted(now));
    }
    #wanted(read) {
        const { settings, envUpdateStrategy } = this.#run.plan;
        return desired(read, settings, envUpdateStrategy);
    }
    /** Right before a change: what another run has made of them meanwhile is not this run\u2019s to undo. */
    async #read() {
        const { platform, app } = this.#run;
        const state = await platform.readApp(app);
        if (state)
            return state;
        throw new errors/* DeployError */.sH('settings_failed', `The app ${(0,ports_run/* appId */.R)(app)} is gone, and its settings with it.`);
    }
    async #change(read, wantedOf) {
        for (let tries = 1, now = read;; tries++) {
            const asked = askedOf(now, wantedOf);
            if ((0,model_settings/* namesIn */.wX)(asked.change).length === 0)
                return;
            const seen = await this.#perform(asked, { read: now, wantedOf });
            const got = seen.settings;
            if (isShown(asked, got))
                return this.#tell(asked, got);
            if (tries === MOST_TRIES || !hasOthers(asked, got))
                throw deviation(this.#run, asked, got);
            this.#run.tools.log.info('The settings were changed by another hand at the same time: changing them again.');
            now = seen;
        }
    }
    /** Makes a change, and gives the app as it is read afterwards. */
    async #perform(asked, { read, wantedOf }) {
        const { platform, app, tools } = this.#run;
        this.#remember(asked);
        const deed = {
            // A second time it is made of what was read since: another hand may have changed some of it.
            send: async (last) => {
                const made = last ? askedOf(last, wantedOf) : asked;
                if (last)
                    this.#remember(made);
                await platform.updateSettings(app, made.change, last ?? read);
            },
            look: () => this.#read(),
            seen: ({ settings }) => progressOf(asked, settings)
        };
        const end = await (0,deploy_deed/* perform */.y9)(deed, tools.clock, Math.min(lookMs(asked), tools.msLeft()));
        if (end.kind === 'refused' || (end.kind === 'unseen' && end.error instanceof errors/* Stopped */.C9))
            throw end.error;
        if (end.state === undefined || (end.kind === 'unseen' && end.error))
            throw mayHaveChanged(this.#run, asked, end.kind === 'unseen' ? end.error : undefined);
        return end.state;
    }
    /** Before the call: what is not in the ledger cannot be put back. */
    #remember(asked) {
        this.#write(withChange(this.#changed, asked));
        if (this.#isLive)
            this.#run.tools.report({ changed: 'unknown' });
    }
    #write(changed) {
        this.#changed = changed;
        if (this.#isLive)
            this.#run.tools.ledger.write(this.changed);
    }
    #tell(asked, got) {
        const { tools } = this.#run;
        const taken = takenByPlatform(asked, got);
        if ((0,model_settings/* namesIn */.wX)(taken).length > 0)
            this.#write(withTaken(this.#changed, taken));
        if (this.#isLive)
            tools.report({ changed: true });
        // What a new app is made with is told by that step.
        tools.log[this.#isLive ? 'info' : 'debug'](`Changed ${named(asked.change, asked.before)}.`);
        tellTaken(this.#run, asked, got);
        tellEmptied(this.#run, { before: asked.before, now: got });
        this.#isReadBack = tellOthers(this.#run, asked, got) && this.#isReadBack;
        tellExposure(this.#run, { before: asked.before, now: got });
    }
    /** A run that was told to stop leaves it to post, and so does one whose publish may have taken effect. */
    async [Symbol.asyncDispose]() {
        const { tools, platform } = this.#run;
        const { open } = tools.ledger;
        if (open?.phase !== 'changed' || tools.stop.aborted)
            return;
        try {
            const end = await putBack({ ...tools, platform }, open);
            // Of variables post knows the names alone, and those have just been told.
            if (end !== 'not' || (0,model_settings/* namesIn */.wX)(open.settingsBefore ?? {}).length === 0)
                tools.ledger.close();
            if (end === 'all')
                tools.report({ changed: false });
        }
        catch (error) {
            // What the run failed with is what there is to tell; post finds the ledger open.
            tools.log.debug(`The settings were not put back: ${(0,errors/* why */.d8)(error)}`);
        }
    }
}

;// CONCATENATED MODULE: ./build/deploy/start/listed-variables.js


/** Says which variables of the manifest's list nobody sets. The code may do without some, so it is no error. */
function tellUnset({ plan, tools }, read) {
    const { listed, settings, envUpdateStrategy } = plan;
    if (listed === undefined || read.env === undefined)
        return;
    const { env = {} } = desired(read, settings, envUpdateStrategy);
    const unset = listed.names.filter((name) => !Object.hasOwn(env, name));
    if (unset.length === 0)
        return;
    tools.log.notice(`${listed.file} lists what neither the app nor this run sets: ${(0,words/* enumerate */.HL)(unset)}. Set in \`env\` what the code needs.`);
}

;// CONCATENATED MODULE: ./build/deploy/start/require-changes.js


/**
 * Refuses changes that the server can make of a new app alone. That is known only once the app was read: what is as it
 * should be needs no change.
 */
function requireChanges({ plan, platform }, read) {
    platform.require((0,model_settings/* namesIn */.wX)(changeFor(read, plan)).map((setting) => ({ setting, isThere: true })));
}

;// CONCATENATED MODULE: ./build/deploy/start/app.js











/** Reads the app, or makes it with its settings where it is missing: nothing of a new app is live yet. */
async function prepareApp(run) {
    const app = (await findReplaced(run)) ?? (await createApp(run));
    tellUnset(run, app.state.settings);
    return app;
}
/** The app whose draft is to be replaced. Undefined where there is none, and one may be made. */
async function findReplaced(run) {
    const found = await (0,find_app/* findChecked */.D_)(run, (each) => (each ? checkFound(run, each) : checkMayCreate(run)));
    return found && { ...found, isNew: false };
}
function checkMayCreate({ app, plan }) {
    if (plan.createApp)
        return undefined;
    throw new errors/* DeployError */.sH('app_missing', `The app ${(0,ports_run/* appId */.R)(app)} does not exist, and create-app is false.`, {
        hint: 'Check `app`, or set `create-app: true`.'
    });
}
function checkFound(run, found) {
    app_checkOwn(run, found);
    requireChanges(run, found.state.settings);
    tellReplaced(run, found);
    return found;
}
/** What a pull request deploys must be its own, or it would be removed with it. */
function app_checkOwn({ app, plan }, { state }) {
    const { description } = state.settings;
    if (!(0,maker_mark/* isPullRequest */.r0)(plan.madeBy) || (0,maker_mark/* isMadeBy */.P5)(description, plan.madeBy))
        return;
    const maker = (0,maker_mark/* makerIn */.G_)(description) ?? 'nobody that its description names';
    throw new errors/* DeployError */.sH('bad_input', `${(0,ports_run/* appId */.R)(app)} is not the preview of ${plan.madeBy}: it was made by ${maker}.`, {
        hint: 'Write another `preview-name`, or delete that app.'
    });
}
function tellReplaced({ plan, tools }, { draft, versions }) {
    if (!draft || isPublished(draft, versions))
        return;
    const fate = plan.isDryRun ? 'A deploy replaces it.' : 'It is replaced.';
    tools.log.warning(`The app holds a draft that was never published (${shownDraft(fingerprint(draft))}). ${fate}`);
}
function createApp(run) {
    return run.step('Create app', () => create(run), (made) => createdLine(run, made));
}
function createdLine({ app, plan }, { isNew }) {
    if (!isNew)
        return `${(0,ports_run/* appId */.R)(app)} is there`;
    const settings = named(plan.settings, { env: undefined });
    return `Created ${(0,ports_run/* appId */.R)(app)}${settings === '' ? '' : ` with ${settings}`}`;
}
/** An app that another run made at the same time is used like one that was there. */
async function create(run) {
    const { app, plan, platform, tools } = run;
    const description = (0,maker_mark/* withMark */.kN)(plan.settings.description, plan.madeBy);
    const settings = { ...plan.settings, ...(description !== undefined && { description }) };
    let answer = 'made';
    const send = async () => {
        try {
            await platform.createApp(app, settings);
            answer = 'made';
        }
        catch (error) {
            answer = error;
            throw error;
        }
    };
    const seen = (state) => (state ? 'done' : undefined);
    const end = await (0,deploy_deed/* perform */.y9)({ send, look: () => platform.readApp(app), seen }, tools.clock);
    if (end.kind === 'refused' || (end.kind === 'unseen' && end.error instanceof errors/* Stopped */.C9))
        throw end.error;
    if (!end.state)
        throw notFound(run, answer === 'made', end.kind === 'unseen' ? end.error : undefined);
    const { state } = end;
    tools.report({ appId: state.id });
    tellExposure(run, { before: undefined, now: state.settings });
    if (answer !== 'made') {
        tools.log.notice(`${howMade(answer)}: ${(0,ports_run/* appId */.R)(app)} is there now, and is used.`);
        return { state, isNew: false, highestVersion: 0, active: undefined };
    }
    await new SettingsUpdate(run, state, false).make(state);
    return { state, isNew: true, highestVersion: 0, active: undefined };
}
function howMade(answer) {
    if (!(answer instanceof errors/* PlatformError */.Wk) || answer.ambiguous)
        return 'The answer to creating the app was lost';
    const { code } = answer;
    return code === 'ALREADY_EXISTS'
        ? 'Another run made the app at the same time'
        : `Creating the app was answered with ${code}`;
}
/** `cause` is the lost answer to creating it, else what reading it ended with. */
function notFound({ app }, isMade, cause) {
    const said = cause && (0,errors/* clause */.sb)(cause);
    const again = 'Run the job again; if this repeats, ask the platform\u2019s support.';
    if (isMade && cause) {
        return new errors/* DeployError */.sH(cause.reason, `The app ${(0,ports_run/* appId */.R)(app)} was created, and cannot be read: ${said}.`, {
            cause,
            hint: cause.hint ?? again
        });
    }
    const what = cause ? `may have been created (${said})` : 'was created';
    return new errors/* DeployError */.sH('app_missing', `The app ${(0,ports_run/* appId */.R)(app)} ${what}, but the platform does not show it.`, {
        cause,
        hint: again
    });
}
/** A draft that stays in its slot after publishing is nobody\u2019s unfinished work. */
function isPublished(draft, versions) {
    return versions.some((version) => draft.codeHash ? version.codeHash === draft.codeHash : version.createdAtMs >= draft.createdAtMs);
}

;// CONCATENATED MODULE: ./build/deploy/deploy.js
var deploy_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var deploy_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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













/** The deployment, top to bottom. Nothing that is live changes before the tests have passed. */
async function deploy(plan, tools) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const packing = startPacking(plan, tools);
        const run = await connect(plan, tools);
        const { contents, makeCode } = await packing(run);
        await checkRegistrySecret(run);
        const app = await prepareApp(run);
        const _ = deploy_addDisposableResource(env_1, compareBeside(run, app, contents), true);
        const code = await makeCode(app.state.activeVersion);
        const saved = await saveDraft(run, code);
        const savedAsLive = await unchanged(run, { draft: saved, code });
        if (savedAsLive)
            return savedAsLive;
        const ready = await finishDraft(run, saved, code);
        const madeAsLive = await unchanged(run, { draft: ready.draft, code, before: saved });
        if (madeAsLive)
            return madeAsLive;
        const settings = deploy_addDisposableResource(env_1, new SettingsUpdate(run, app.state), true);
        await testDraft(run, ready, settings);
        await settings.apply();
        const published = await publishDraft(run, { app, ready, settings });
        const state = await checkActive(run, { published, draft: ready.draft });
        await verifyPublished(run, { published, state, isImage: ready.isImage });
        return outcomeOf(run, published, state);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = deploy_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

;// CONCATENATED MODULE: ./build/deploy/draft/draft-kept.js

/** Reads the slot once more: what a later run is told to publish must be what lies there. Throws `draft_conflict`. */
function checkKept(run, { draft }) {
    const check = async () => {
        const now = await run.platform.readDraft(run.app);
        checkUnchanged(run.app, fingerprint(draft), now);
        if (draft.codeHash === '' && draft.imageRef === '') {
            run.tools.log.warning('The platform gives this draft no hash, so no later run can be told to publish it: deploy it in one run, without `mode: draft`.');
        }
        return draft;
    };
    return run.step('Check draft', check, keptLine);
}
function keptLine({ codeHash, imageRef }) {
    return `The draft slot holds ${codeHash || imageRef || 'this run\u2019s draft'}`;
}

;// CONCATENATED MODULE: ./build/deploy/draft-only.js
var draft_only_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var draft_only_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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









/** The draft alone, for a later run to publish. What is live stays as it is, settings too. */
async function draftOnly(plan, tools) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const packing = startPacking(plan, tools);
        const run = await connect(plan, tools);
        const { makeCode } = await packing(run);
        await checkRegistrySecret(run);
        const app = await prepareApp(run);
        const code = await makeCode(app.state.activeVersion);
        const saved = await saveDraft(run, code);
        const ready = await finishDraft(run, saved, code);
        const settings = draft_only_addDisposableResource(env_1, new SettingsUpdate(run, app.state), true);
        await testDraft(run, ready, settings);
        await checkKept(run, ready);
        return { status: 'drafted', reason: 'ok' };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = draft_only_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

;// CONCATENATED MODULE: ./build/deploy/compare/tell-comparison.js




/** Nobody reads more of them in a log. The summary has as many. */
const tell_comparison_MOST_LINES = 100;
const SIGNS = { added: '+', changed: '~', removed: '-', unknown: '?' };
/** What the run would change, in a step of its own: in the log, in the summary, and as the output `changed`. */
async function tellComparison(run, app, contents) {
    const { tools } = run;
    const onTrouble = (why) => tools.log.warning(`The files are not compared: ${why}.`);
    const compareAll = async () => {
        const comparison = await compare(run, { app, contents, stop: tools.stop, onTrouble });
        tellChanges(run, comparison.changes);
        tools.compared(comparison);
        tools.report({ changed: (0,model_comparison/* isChanged */.H)(comparison) });
        return comparison;
    };
    await run.step('Compare', compareAll, plannedLine);
}
function tellChanges({ plan: { source }, app, tools: { log } }, changes) {
    for (const change of changes.slice(0, tell_comparison_MOST_LINES))
        log.info(changeLine(change));
    if (changes.length > tell_comparison_MOST_LINES)
        log.info(`\u2026 and ${(0,words/* count */.U9)(changes.length - tell_comparison_MOST_LINES, 'more change')}`);
    if (source.kind === 'image' && source.registry?.kind === 'credentials') {
        const secret = (0,image_reference/* registrySecretName */.jz)(app.name);
        log.info(`The credentials of ${source.registry.server} would be stored as the secret ${secret}.`);
    }
}
/** `~ handler.py  812 B \u2192 934 B`. */
function changeLine({ kind, part, name, detail }) {
    const what = part === 'file' || part === 'setting' || part === 'code' ? name : `${part} ${name}`;
    return [`${SIGNS[kind]} ${what}`, detail].join('  ').trimEnd();
}

;// CONCATENATED MODULE: ./build/deploy/dry-run.js






/** A deployment as far as it changes nothing: what it would change is told. Makes no call that writes. */
async function dryRun(plan, tools) {
    const packing = startPacking(plan, tools);
    const run = await connect(plan, tools);
    const { contents } = await packing(run);
    await checkRegistrySecret(run);
    const app = await findReplaced(run);
    if (app)
        tellUnset(run, app.state.settings);
    await tellComparison(run, app, contents);
    if (app)
        tools.report({ publicUrls: app.state.publicUrls });
    return { status: 'planned', reason: 'planned' };
}

;// CONCATENATED MODULE: ./build/deploy/preview.js



/**
 * The app of a pull request. Who closes it meanwhile finds no app, or half of one: what this run made then is removed by
 * itself. `isClosed` reads whether it is closed by now; it is asked when the deployment has ended, well or not.
 */
async function preview(plan, tools, isClosed) {
    let wasThere = false;
    const report = (facts) => {
        wasThere ||= facts.appId !== undefined;
        tools.report(facts);
    };
    const end = await deploy(plan, { ...tools, report }).then((outcome) => ({ outcome }), (error) => ({ error }));
    const isStopped = 'error' in end && (0,errors/* rootCause */.es)(end.error) instanceof errors/* Stopped */.C9;
    if (!isStopped && (await isClosed())) {
        tools.log.notice('The pull request was closed while this run deployed it: its preview is removed.');
        const { status } = await deleteApp(removalOf(plan), tools);
        // The run that closed it may have been faster. What this one failed with is then that its app went away.
        const isTaken = wasThere && status === 'unchanged';
        if (isTaken)
            tools.report({ activeVersion: 'none', publicUrls: [] });
        if ('outcome' in end || isTaken)
            return { status: 'removed', reason: 'ok' };
    }
    if ('error' in end)
        throw end.error;
    return end.outcome;
}
function removalOf({ target, madeBy }) {
    return { mode: 'delete', target, madeBy };
}

;// CONCATENATED MODULE: ./build/deploy/draft/expected-draft.js






/**
 * The draft that the run is told to publish, as an earlier run left it. Undefined where the slot does not hold it and the
 * active version does: a job that is run again has nothing to publish. Throws a DeployError where it is neither.
 */
function expectedDraft(run, found) {
    const { state, draft } = found;
    const check = async () => {
        if (draft && (0,platform_state/* isNamed */.ev)(draft, run.plan.expectedCode))
            return readyFrom(run, draft);
        checkPublished(run, found);
        return undefined;
    };
    return run.step('Check draft', check, (ready) => ready
        ? `The draft is the expected one (${shownDraft(fingerprint(ready.draft))})`
        : `Version ${state.activeVersion}, which is active, holds the expected code already`);
}
function readyFrom({ tools }, draft) {
    tools.report({ codeHash: draft.codeHash, imageRef: draft.imageRef, deployId: draft.deployId });
    const isImage = draft.codeKind === '' ? draft.imageRef !== '' : draft.codeKind !== 'SDK';
    checkFinished(draft, isImage);
    return { draft, isImage, isMade: isMade(draft, isImage) };
}
/** Python, which is never compiled, cannot be told from what publishing compiles. */
function isMade({ imageRef, status }, isImage) {
    return isImage ? imageRef !== '' : status !== 'DRAFT';
}
function checkFinished(draft, isImage) {
    const { status, error } = draft;
    const reason = isImage ? 'build_failed' : 'compile_failed';
    if (hasFailed(draft)) {
        throw new errors/* DeployError */.sH(reason, `The draft cannot be published: ${error || `its status is ${status}`}.`, {
            hint: 'Run the job with `mode: draft` again, which saves it anew.'
        });
    }
    if (isCompiling(draft)) {
        throw new errors/* DeployError */.sH(reason, `The draft is still being made: its status is ${status}.`, {
            hint: 'Let the job with `mode: draft` end before this one begins: add `needs:` to the workflow.'
        });
    }
}
/** The active version must hold the code then. */
function checkPublished({ app, plan, tools }, { draft, versions, active }) {
    const { expectedCode } = plan;
    if (active && (0,platform_state/* isNamed */.ev)(active, expectedCode)) {
        tools.report((0,outcome/* codeFacts */.B)(active));
        return;
    }
    const holders = versions.filter((version) => (0,platform_state/* isNamed */.ev)(version, expectedCode));
    const holder = holders.toSorted((a, b) => b.number - a.number)[0];
    const slot = draft ? `another draft (${shownDraft(fingerprint(draft))})` : 'no draft';
    const before = holder ? ` Version ${holder.number} holds that code.` : '';
    throw new errors/* DeployError */.sH('draft_conflict', `${(0,ports_run/* appId */.R)(app)} holds ${slot}, not the expected ${expectedCode}. Not published.${before}`, {
        hint: holder
            ? `To make version ${holder.number} active again, use \`mode: rollback\` with \`version: ${holder.number}\`.`
            : 'Run the job with `mode: draft` again, and pass its output `code_hash` on as `expected-code-hash`.'
    });
}

;// CONCATENATED MODULE: ./build/deploy/publish/already-live.js

/** The active version holds the expected code: only settings may be left to change. */
async function alreadyLive(run, settings) {
    const { tools } = run;
    await settings.apply();
    await readLive(run);
    if (tools.ledger.open)
        tools.ledger.close();
    return { status: 'unchanged', reason: 'unchanged' };
}

;// CONCATENATED MODULE: ./build/deploy/publish-saved.js
var publish_saved_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var publish_saved_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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











/** The draft that an earlier run saved, published as `deploy` does it. */
async function publishSaved(plan, tools) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const run = await connect(plan, tools);
        const app = await (0,find_app/* existingApp */.J3)(run);
        requireChanges(run, app.state.settings);
        tellUnset(run, app.state.settings);
        const ready = await expectedDraft(run, app);
        const settings = publish_saved_addDisposableResource(env_1, new SettingsUpdate(run, app.state), true);
        if (!ready)
            return await alreadyLive(run, settings);
        await testDraft(run, ready, settings);
        await settings.apply();
        const published = await publishDraft(run, { app, ready, settings });
        const state = await checkActive(run, { published, draft: ready.draft });
        await verifyPublished(run, { published, state, isImage: ready.isImage });
        return outcomeOf(run, published, state);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = publish_saved_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

;// CONCATENATED MODULE: ./build/deploy/switch/switch-version.js



/** Makes the target active, only while the version that is to be undone still is. Throws where it is not seen to be. */
function switchVersion(run, change) {
    const { from, to } = change;
    const make = async () => {
        const { tools } = run;
        const now = await activeVersion(run, change.app);
        if (now !== from) {
            tools.report({ activeVersion: now || 'none' });
            throw switch_version_leftAlone(change, now);
        }
        tools.stop.throwIfAborted();
        tools.report({ changed: 'unknown', activeVersion: 'unknown' });
        switch_version_conclude(run, change, await makeActive({ ...tools, platform: run.platform }, change));
    };
    return run.step('Roll back', make, () => `Version ${to} is active instead of version ${from}`);
}
function switch_version_conclude({ tools }, change, end) {
    if (end.state !== undefined)
        tools.report({ activeVersion: end.state || 'none' });
    switch (end.kind) {
        case 'seen':
            tools.report({ changed: true });
            return;
        case 'otherwise':
            throw switch_version_leftAlone(change, end.state);
        case 'refused':
            if (end.state === change.from)
                tools.report({ changed: false });
            throw end.error;
        case 'unseen':
            if (end.error instanceof errors/* Stopped */.C9)
                throw switch_version_unanswered(end.error, change);
            throw new errors/* DeployError */.sH('rollback_refused', unseenWords(change, end), { cause: end.error, hint: LOOK });
    }
}
const LOOK = 'Look at the app\u2019s versions, and run the job again.';
function unseenWords({ app, to }, { error, state }) {
    const said = error ? (0,errors/* clause */.sb)(error) : 'the platform took the call and does not show it';
    const last = state === undefined ? '' : ` Version ${state} was active at the last look.`;
    return `It is not known whether version ${to} of ${(0,ports_run/* appId */.R)(app)} is active: ${said}.${last}`;
}
function switch_version_leftAlone({ app, from, to }, now) {
    const other = now === 0 ? 'no version is active' : `version ${now}, which another run made active, is left alone`;
    return new errors/* DeployError */.sH('rollback_refused', `Not rolled back to version ${to} of ${(0,ports_run/* appId */.R)(app)}: ${other}. Version ${from} was active when this run began.`, { hint: 'Look at the app\u2019s versions before you roll back again.' });
}
/** The run was told to stop while the call was on its way. */
function switch_version_unanswered(stopped, { app, to }) {
    const words = `${stopped.message} The rollback of ${(0,ports_run/* appId */.R)(app)} was sent and not answered: version ${to} may be active.`;
    return new errors/* Stopped */.C9(stopped.reason, words, { hint: LOOK });
}

;// CONCATENATED MODULE: ./build/deploy/switch/target-version.js





/** Of the versions that there are, in a sentence. */
const target_version_MOST_SHOWN = 10;
/**
 * From which version to which. Throws a DeployError `rollback_refused` where there is no such version, or where another one
 * is active than the run is to undo.
 */
function chooseTarget(run, found) {
    return run.step('Choose version', async () => target(run, found), chosenLine);
}
function chosenLine({ from, to }) {
    return from === to ? `Version ${to} is active already` : `Version ${to} is to be active instead of version ${from}`;
}
function target(run, { state, versions, active }) {
    const { app, plan, tools } = run;
    const from = state.activeVersion;
    if (from === 0)
        throw refused(`${(0,ports_run/* appId */.R)(app)} has no active version: there is nothing to roll back`, 'Deploy it first.');
    const to = plan.version === 'previous' ? previousOf(run, from, versions) : plan.version;
    const wanted = versions.find(({ number }) => number === to);
    if (!wanted) {
        const numbers = versions.map(({ number }) => number).toSorted((a, b) => b - a);
        const there = (0,words/* firstOf */.Ku)(numbers.map(String), target_version_MOST_SHOWN);
        throw refused(`${(0,ports_run/* appId */.R)(app)} has no version ${to}`, `Write one of its versions into \`version\`: ${there}.`);
    }
    if (to !== from)
        checkActiveCode(run, from, active);
    tools.report((0,outcome/* codeFacts */.B)(wanted));
    return { app, from, to };
}
function previousOf({ app }, from, versions) {
    const lower = versions.map(({ number }) => number).filter((number) => number < from);
    if (lower.length > 0)
        return Math.max(...lower);
    throw refused(`Version ${from} of ${(0,ports_run/* appId */.R)(app)} is the first one: there is none before it`, 'Write the number of another version into `version`, or deploy the code that is to be live.');
}
/** Where the run is to undo one deployment, nothing else may be undone. */
function checkActiveCode({ app, plan }, from, active) {
    const { expectedCode } = plan;
    if (expectedCode === undefined)
        return;
    if (active && (0,platform_state/* isNamed */.ev)(active, expectedCode))
        return;
    const code = active?.codeHash || active?.imageRef;
    const holds = code === undefined ? 'which the platform gives no hash of' : `which holds ${code}`;
    throw refused(`Version ${from} of ${(0,ports_run/* appId */.R)(app)} is active, ${holds}, not the expected ${expectedCode}: it is left alone`, code === undefined
        ? 'Leave `expected-code-hash` out, and write the number of the version into `version`.'
        : 'Another run has published or rolled back since. Look at the app\u2019s versions, and leave `expected-code-hash` out to roll back whatever is active.');
}
function refused(message, hint) {
    return new errors/* DeployError */.sH('rollback_refused', `${message}.`, { hint });
}

;// CONCATENATED MODULE: ./build/deploy/switch/test-target.js



/** Runs every test case on the version that is to be active again, where there is one. Throws when one fails. */
async function testTarget(run, { from, to }) {
    if (run.plan.tests.cases.length === 0)
        return;
    const stays = `Version ${from} stays active.`;
    const start = async (payload) => {
        const id = await run.platform.testVersion(run.app, to, payload);
        if (id !== undefined)
            return id;
        throw new errors/* UnsupportedServerError */.ht('The platform does not run versions that are not active.', {
            hint: `${stays} To roll back without a test, leave the test inputs out.`
        });
    };
    await run.step(`Test version ${to}`, () => runCases(run, { start, speaker: 'program', stays }), (records) => `${(0,words/* count */.U9)(records.length, 'test')} passed`);
}

;// CONCATENATED MODULE: ./build/deploy/roll-back.js







/** An earlier version becomes the active one again. Settings are no part of a version, and stay. */
async function rollBackTo(plan, tools) {
    const run = await connect(plan, tools);
    const target = await chooseTarget(run, await (0,find_app/* existingApp */.J3)(run));
    if (target.from === target.to) {
        await readLive(run);
        return { status: 'unchanged', reason: 'unchanged' };
    }
    await testTarget(run, target);
    await switchVersion(run, target);
    const state = await readLive(run);
    await verifyApp(run, { version: target.to, state, test: plan.tests.cases[0] });
    return { status: 'rolled_back', reason: 'rolled_back' };
}

;// CONCATENATED MODULE: ./build/deploy/start/tell-app.js




/** Of the versions, newest first. */
const MOST_VERSIONS = 10;
/** Says what was read of an app: its versions, its draft, its URLs. */
function tellApp({ app, tools }, { state, draft, versions, active }) {
    const { activeVersion, publicUrls } = state;
    tools.report((0,outcome/* codeFacts */.B)(active));
    const numbers = versions.toSorted((a, b) => b.number - a.number).map((each) => shownVersion(each, activeVersion));
    tools.log.info(`Versions of ${(0,ports_run/* appId */.R)(app)}: ${(0,words/* firstOf */.Ku)(numbers, MOST_VERSIONS) || 'none'}`);
    tools.log.info(`Draft: ${draft ? `${shownDraft(fingerprint(draft))}, ${draft.status}` : 'none'}`);
    tools.log.info(`Public URL: ${publicUrls.map(({ url }) => url).join(', ') || 'none'}`);
}
function shownVersion({ number, codeHash, imageRef = '', createdAtMs }, activeVersion) {
    const code = (0,words/* withShortDigests */.IK)(codeHash || imageRef);
    const known = [code, createdAtMs > 0 ? (0,words/* shownTime */.h5)(createdAtMs) : '', number === activeVersion ? 'active' : ''];
    const more = known.filter((each) => each !== '').join(', ');
    return more === '' ? String(number) : `${number} (${more})`;
}

;// CONCATENATED MODULE: ./build/deploy/show-status.js



/** Reads the app and tells of it. Writes nothing. */
async function showStatus(plan, tools) {
    const run = await connect(plan, tools);
    tellApp(run, await (0,find_app/* existingApp */.J3)(run));
    return { status: 'unchanged', reason: 'ok' };
}

;// CONCATENATED MODULE: ./build/stories.js








/** The story of the mode. `isClosed` says whether the run's pull request is closed by now. */
function tell(plan, tools, isClosed) {
    switch (plan.mode) {
        case 'deploy':
            return plan.isDryRun ? dryRun(plan, tools) : deploy(plan, tools);
        case 'preview':
            return preview(plan, tools, isClosed);
        case 'draft':
            return draftOnly(plan, tools);
        case 'publish':
            return publishSaved(plan, tools);
        case 'rollback':
            return rollBackTo(plan, tools);
        case 'delete':
            return deleteApp(plan, tools);
        case 'status':
            return showStatus(plan, tools);
    }
}

// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(8508);
;// CONCATENATED MODULE: ./build/deployment.js
var deployment_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var deployment_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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












/** Does what is asked for. */
async function deployed(request, deployment) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { facts, surroundings, inputs, ledger, pinned, report, budget, stop, log } = deployment;
        const { plan, timeoutMs } = request;
        pinned.listenWith(new Diagnostics(parsersFor(dockerfileOf(plan))));
        const connections = deployment_addDisposableResource(env_1, new DisposableStack(), false);
        report.adviseBy(async () => {
            const { adviser } = await Promise.all(/* import() */[__webpack_require__.e("adviser-sweep-previews"), __webpack_require__.e("adviser")]).then(__webpack_require__.bind(__webpack_require__, 433));
            return adviser({ inputs, pinned, workspace: surroundings.workspace });
        });
        stop.limit(timeoutMs, {
            what: 'The run',
            hint: 'Raise `timeout-minutes`, or mend the step that took the time: the log has the time of each.'
        });
        if ('source' in plan && plan.source.kind === 'git')
            await pinCheckout(plan.source, deployment);
        const tools = toolsFor(request, deployment, connections);
        const outcome = await tell(plan, tools, () => (0,preview_facts/* isClosedNow */.l)(facts, { inputs, log, budget, stop: stop.signal }));
        if (outcome.reason !== 'superseded')
            ledger.keepLive();
        return outcome;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        deployment_disposeResources(env_1);
    }
}
/** Where an image is built with one that is named. */
function dockerfileOf(plan) {
    return 'source' in plan && 'build' in plan.source ? plan.source.build.dockerfilePath : undefined;
}
/** What the stories work with. Its connections end with `connections`. */
function toolsFor(request, deployment, connections) {
    const { plan, access, timeoutMs } = request;
    const { facts, surroundings, ledger, pinned, report, log, redactor } = deployment;
    const stop = deployment.stop.signal;
    const clock = (0,run_clock/* clockUntil */.V)(stop);
    const endsAt = clock.now() + timeoutMs;
    const services = (0,requirements/* servicesFor */.kP)(needs(plan));
    const session = { access, timeoutMs, services, step: facts.step, clock, log, redactor, stop };
    return {
        connect: async () => connections.use(await (0,build_session/* openSession */.f)(session)),
        web: openWeb({ proxies: access.proxies, version: version/* VERSION */.x, stop }),
        pack: ({ found }) => pinned.packing(found.pack(), surroundings.workspace),
        openContext: ({ found }) => pinned.packing(found.open(), surroundings.workspace),
        runTag: facts.runTag,
        tag: facts.tag,
        runStep: facts.step,
        msLeft: () => endsAt - clock.now(),
        ledger,
        report: report.outputs.report,
        timeline: report.timeline,
        tested: report.tested,
        compared: report.compared,
        stop,
        clock,
        log
    };
}
/** What the build of a repository complains about is pinned where that repository is checked out. */
async function pinCheckout(source, { facts, surroundings, pinned }) {
    const { subPath = '.', build } = source;
    const { dockerfilePath } = build;
    const place = { path: external_node_path_.join(surroundings.workspace, subPath), shownPath: subPath, dockerfilePath };
    const checkout = (0,read_git/* isCheckedOut */.kU)(source, facts) ? listCheckout(place, surroundings) : NO_CHECKOUT;
    await pinned.packing(checkout, surroundings.workspace);
}


/***/ })

};
