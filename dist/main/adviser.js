export const id = "adviser";
export const ids = ["adviser"];
export const modules = {

/***/ 433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  adviser: () => (/* binding */ adviser)
});

// EXTERNAL MODULE: ./build/platform/advice/advice.js + 7 modules
var advice = __webpack_require__(1280);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/model/values/near-name.js
var near_name = __webpack_require__(4059);
// EXTERNAL MODULE: ./build/source/files/containment.js
var containment = __webpack_require__(8532);
// EXTERNAL MODULE: ./build/source/files/names.js
var files_names = __webpack_require__(6127);
// EXTERNAL MODULE: ./build/source/rules/exclusions.js
var exclusions = __webpack_require__(6367);
;// CONCATENATED MODULE: ./build/source/why-left-out.js





const IGNORE_FILES = ['.dockerignore', '.igniteignore'];
const DEEPEST = 64;
/** Of a name so many letters: one of them may differ. A shorter one is as likely another's. */
const LETTERS_OF_NEAR = 8;
/**
 * Why a file or directory that a build looks for was not sent, and what to do, as sentences. Where the build keeps the context is not
 * known, so an absolute path is tried from its longest end. Undefined where it was sent.
 */
function whyLeftOut(wanted, { root, paths }) {
    const ends = endsOf(wanted);
    if (ends.some((end) => paths.some((path) => path === end || path.startsWith(`${end}/`))))
        return undefined;
    const found = ends.find((end) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, end)));
    return found === undefined ? notThere(ends[0] ?? wanted, paths) : byWhichRule(found, root);
}
/** `a/b.txt`, `b.txt` of `/a/b.txt`. */
function endsOf(wanted) {
    const parts = external_node_path_.posix
        .normalize(wanted)
        .split('/')
        .filter((part) => part !== '' && part !== '.' && part !== '..');
    return parts.slice(-DEEPEST).map((_, at, last) => last.slice(at).join('/'));
}
function notThere(name, paths) {
    const names = paths.map((path) => external_node_path_.posix.basename(path));
    const base = external_node_path_.posix.basename(name);
    const meant = (0,near_name/* nearest */.p)(base, names, Math.floor(base.length / LETTERS_OF_NEAR));
    const other = meant === undefined ? undefined : paths[names.indexOf(meant)];
    const lacks = `\`code\` has no \`${(0,files_names/* printable */.g$)(name)}\``;
    return other === undefined
        ? `${lacks}. Paths in a Dockerfile begin at \`code\`: correct the path, or make the file in a step before this one.`
        : `${lacks}, but \`${(0,files_names/* printable */.g$)(other)}\`. Paths in a Dockerfile begin at \`code\`: write \`${(0,files_names/* printable */.g$)(other)}\` there.`;
}
function byWhichRule(path, root) {
    const shown = `\`${(0,files_names/* printable */.g$)(path)}\` lies in \`code\` and was left out`;
    const isFile = (0,external_node_fs_.statSync)((0,external_node_path_.join)(root, path), { throwIfNoEntry: false })?.isFile() ?? true;
    switch ((0,exclusions/* exclusionOfWhole */.bz)(path, isFile)) {
        case 'keep':
            return `${shown} by ${ignoreFilesIn(root)}: remove the line there, or add \`!${(0,files_names/* printable */.g$)(path)}\` below it.`;
        case 'never':
            return `${shown}: it may never be packed. Let the build do without it.`;
        case 'withhold': {
            const part = (0,files_names/* printable */.g$)(partLeftOut(path, isFile));
            return `${shown} by default, because \`${part}\` is likely to hold secrets. What the app reads as it runs belongs in the input \`env\`; \`!${part}\` in an ignore file takes it back.`;
        }
        case 'skip': {
            const part = (0,files_names/* printable */.g$)(partLeftOut(path, isFile));
            return `${shown} by default, with \`${part}\`. Make it in the Dockerfile, with the command that installs or builds it; \`!${part}\` in an ignore file takes it back.`;
        }
    }
}
/** The name that the default rules know, of the file or of a directory above it. */
function partLeftOut(path, isFile) {
    const parts = path.split('/');
    const at = parts.findIndex((_, end) => (0,exclusions/* exclusionOf */.ah)(parts.slice(0, end + 1).join('/'), isFile && end === parts.length - 1) !== 'keep');
    return parts[at] ?? path;
}
function ignoreFilesIn(root) {
    const present = IGNORE_FILES.filter((name) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, name))).map((name) => `\`${name}\``);
    return present.join(' or ') || 'an ignore file';
}

;// CONCATENATED MODULE: ./build/source/missing-module.js






/** In letters that differ, of a long name: what is further off was not meant. */
const MOST_DIFFERING = 2;
const NODE_FILE = /\.(?:[cm]?[jt]sx?|json)$/;
/**
 * What the code tells of a module that a program misses, with what to do: a name that is nearly right, a file
 * that was left out or lies elsewhere, a package that is named and not installed. Undefined where it tells nothing.
 */
function whereModule(language, wanted, place) {
    switch (language) {
        case 'python':
            return ofPython(wanted.split('.')[0] ?? wanted, place);
        case 'node':
            return wanted.startsWith('.') || wanted.startsWith('/') ? ofNodeFile(wanted, place) : ofNodePackage(wanted, place);
        case 'rust':
            return ofRust(wanted, place);
        case 'go':
            return near(wanted, namesIn('go.mod', /^\s*(?:require\s+)?([\w.~-]+(?:\/[\w.~-]+)+) v\d/gm, place), 'go.mod');
    }
}
function ofPython(name, place) {
    const { root, paths } = place;
    const files = [`${name}.py`, name];
    const own = files.find((file) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, file)));
    if (own !== undefined)
        return sure(whyLeftOut(own, place));
    const deeper = paths.find((path) => path.endsWith(`/${name}.py`) || path.endsWith(`/${name}/__init__.py`));
    if (deeper !== undefined)
        return sure(elsewhere(deeper.replace(/\/__init__\.py$/, ''), 'Python'));
    const outside = outsideOf(place, files);
    if (outside !== undefined)
        return sure(notSent(outside));
    const required = namesIn('requirements.txt', /^([A-Za-z0-9][\w.-]*)/gm, place);
    const isSame = (each) => each.toLowerCase().replace(/[-.]/g, '_') === name.toLowerCase();
    if (required.some(isSame))
        return sure(notInstalled(name, 'requirements.txt', 'pip install -r requirements.txt'));
    const modules = paths.flatMap((path) => /^([^/]+)(?:\.py$|\/.*\.py$)/.exec(path)?.[1] ?? []);
    return near(name, modules, 'code') ?? near(name, required, 'requirements.txt');
}
function ofNodeFile(wanted, { paths }) {
    const stem = (path) => external_node_path_.posix.basename(path).replace(NODE_FILE, '');
    const files = paths.filter((path) => NODE_FILE.test(path));
    const meant = nearNames(stem(wanted), files.map(stem));
    const file = meant === undefined ? undefined : files.find((path) => stem(path) === meant);
    if (file === undefined)
        return undefined;
    return sure(`\`code\` holds \`${(0,files_names/* printable */.g$)(file)}\`: if that is meant, correct the path, and copy the file in the Dockerfile to where it is looked for.`);
}
function ofNodePackage(wanted, place) {
    const name = wanted.startsWith('@') ? wanted.split('/').slice(0, 2).join('/') : (wanted.split('/')[0] ?? wanted);
    const { dependencies, devDependencies } = packageJson(place);
    if (devDependencies.includes(name)) {
        return sure(`package.json names \`${(0,files_names/* printable */.g$)(name)}\` under devDependencies, which \`npm ci --omit=dev\` leaves out: move it to dependencies.`);
    }
    if (dependencies.includes(name))
        return sure(notInstalled(name, 'package.json', 'npm ci --omit=dev'));
    return near(name, dependencies, 'package.json');
}
function ofRust(name, place) {
    const plain = name.replaceAll('-', '_');
    const file = place.paths.find((path) => path === `src/${plain}.rs` || path === `src/${plain}/mod.rs`);
    if (file !== undefined) {
        return sure(`\`code\` holds \`${file}\`: declare it with \`mod ${plain};\`, and use it as \`crate::${plain}\`.`);
    }
    const modules = place.paths.flatMap((path) => /^src\/(\w+)(?:\.rs|\/mod\.rs)$/.exec(path)?.[1] ?? []);
    const crates = cratesIn(place).map((each) => each.replaceAll('-', '_'));
    return near(plain, crates, 'Cargo.toml') ?? near(plain, modules, 'code');
}
/** The keys under `[dependencies]`, and the names of `[dependencies.name]`. */
function cratesIn(place) {
    const sections = textOf('Cargo.toml', place).split(/^\[/m);
    return sections.flatMap((section) => {
        const [head = ''] = section.split('\n', 1);
        const [, table] = /dependencies\.([\w-]+)\]/.exec(head) ?? [];
        if (table !== undefined)
            return [table];
        return /dependencies\]/.test(head) ? Array.from(section.matchAll(/^([\w-]+)\s*=/gm), ([, key = '']) => key) : [];
    });
}
function packageJson(place) {
    try {
        const { dependencies = {}, devDependencies = {} } = JSON.parse(textOf('package.json', place));
        return { dependencies: Object.keys(dependencies), devDependencies: Object.keys(devDependencies) };
    }
    catch {
        return { dependencies: [], devDependencies: [] };
    }
}
function sure(says) {
    return says === undefined ? undefined : { says, isSure: true };
}
function near(name, names, where) {
    const meant = nearNames(name, names.filter((each) => each !== name));
    if (meant === undefined)
        return undefined;
    const says = `\`${where}\` has \`${(0,files_names/* printable */.g$)(meant)}\`: if that is meant, correct \`${(0,files_names/* printable */.g$)(name)}\` in the code.`;
    return { says, isSure: false };
}
function nearNames(name, names) {
    return (0,near_name/* nearest */.p)(name, names, Math.min(MOST_DIFFERING, Math.floor(name.length / 4)));
}
function elsewhere(path, who) {
    return `\`code\` holds \`${(0,files_names/* printable */.g$)(path)}\`, and ${who} looks at its root: move it there, or import it from where it lies.`;
}
function notSent(path) {
    return `The repository has \`${(0,files_names/* printable */.g$)(path)}\` outside of \`code\`, and only \`code\` is sent: move it into \`code\`, or copy it there in a step before this one.`;
}
function notInstalled(name, file, command) {
    return `${file} names \`${(0,files_names/* printable */.g$)(name)}\`, so it was not installed: let the Dockerfile copy ${file}, and then \`RUN ${command}\`.`;
}
/** Beside the code, or beside a directory above it; from the workspace. */
function outsideOf({ root, workspace }, files) {
    const top = (0,containment/* realOrSame */.eF)(workspace);
    for (let directory = root; directory !== top && (0,containment/* contains */.gR)(top, directory);) {
        directory = (0,external_node_path_.dirname)(directory);
        const found = files.find((file) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(directory, file)));
        if (found !== undefined)
            return (0,containment/* posixPath */.HQ)(top, (0,external_node_path_.join)(directory, found));
    }
    return undefined;
}
function namesIn(file, pattern, place) {
    return Array.from(textOf(file, place).matchAll(pattern), ([, name = '']) => name);
}
/** Of a file that was packed; empty where it cannot be had. */
function textOf(file, { root, paths }) {
    if (!paths.includes(file))
        return '';
    try {
        return (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(root, file), 'utf8');
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./build/adviser.js



/** Knows failures by their words, and by what was packed. */
function adviser({ inputs, pinned, workspace }) {
    const isGiven = (name) => inputs.given([name]).length > 0;
    return (text, speaker) => (0,advice/* adviceFor */.cp)({
        text,
        speaker,
        isGiven,
        lookUp: (misses, name) => {
            // What the platform clones by itself is not what was packed.
            const packed = isGiven('code') ? pinned.packed : undefined;
            if (packed === undefined)
                return undefined;
            const place = { ...packed, workspace };
            if (misses !== 'file')
                return whereModule(misses, name, place);
            const says = whyLeftOut(name, place);
            return says === undefined ? undefined : { says, isSure: true };
        }
    });
}


/***/ })

};
