export const id = "open-context-pack";
export const ids = ["open-context-pack"];
export const modules = {

/***/ 7371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ ofArchive),
  O: () => (/* binding */ ofTree)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./build/model/values/words.js
var words = __webpack_require__(9392);
// EXTERNAL MODULE: ./build/model/errors.js
var errors = __webpack_require__(2011);
// EXTERNAL MODULE: ./build/source/rules/exclusions.js
var exclusions = __webpack_require__(6367);
// EXTERNAL MODULE: ./build/source/secrets/findings.js + 3 modules
var secrets_findings = __webpack_require__(9911);
;// CONCATENATED MODULE: ./build/source/comparing/showable-texts.js




/** Whoever wants to read more looks at the commit. */
const FEWER_LINES = 200;
/**
 * A file's two contents as texts, which a summary may show to everybody who may read the repository. Nothing where one
 * is binary or long; `secret` where the name, or either content, is likely to hold one.
 */
function showableTexts(path, { before, after }, credentials) {
    const contents = [before, after].map((content) => Buffer.from(content));
    const isSensitive = !['keep', 'skip'].includes((0,exclusions/* exclusionOfWhole */.bz)(path, true));
    if (isSensitive || contents.some((content) => mayHoldSecret(path, content, credentials)))
        return 'secret';
    if (!contents.every(isShortText))
        return {};
    const [old = '', fresh = ''] = contents.map(String);
    return { texts: { before: old, after: fresh } };
}
function mayHoldSecret(path, content, credentials) {
    const findings = new secrets_findings/* Findings */.F(credentials);
    try {
        findings.look(path, content, true);
    }
    catch (error) {
        if (error instanceof errors/* SourceError */.c8)
            return true;
        throw error;
    }
    return findings.suspicious.length > 0;
}
function isShortText(content) {
    return !content.includes(0) && (0,external_node_buffer_.isUtf8)(content) && String(content).split('\n').length <= FEWER_LINES;
}

;// CONCATENATED MODULE: ./build/source/comparing/compare-files.js



/** A larger file is no text that somebody reads. */
const TEXT_BYTES = 64_000;
/** Files that are deployed beside those of a version. Throws what reading them throws. */
async function compareFiles(held, version, credentials) {
    const given = new Map(version.map((file) => [file.path, file]));
    const pairs = held.files.flatMap((file) => {
        const other = given.get(file.path);
        given.delete(file.path);
        return other ? [{ held: file, given: other }] : [];
    });
    const inBoth = new Set(pairs.map((pair) => pair.held.path));
    const added = held.files.filter(({ path }) => !inBoth.has(path)).map((file) => change('added', file));
    const removed = [...given.values()].map((file) => change('removed', file));
    const contents = await held.read(new Set(pairs.filter(isToRead).map((pair) => pair.held.path)));
    const changed = pairs.flatMap((pair) => difference(pair, contents.get(pair.held.path), credentials) ?? []);
    const changes = [...added, ...removed, ...changed].sort((a, b) => (a.name < b.name ? -1 : 1));
    return { changes, same: pairs.length - changed.length };
}
function change(kind, { path, bytes }) {
    return { kind, part: 'file', name: path, detail: (0,words/* size */.Ej)(bytes) };
}
/** Of files with other sizes only what may be shown. */
function isToRead(pair) {
    const { held, given } = pair;
    return given.content !== undefined && (held.bytes === given.bytes || isShort(pair));
}
function isShort({ held, given }) {
    return held.bytes <= TEXT_BYTES && given.bytes <= TEXT_BYTES;
}
/** Undefined where both are the same. */
function difference(pair, content, credentials) {
    const { held, given } = pair;
    const isSameSize = held.bytes === given.bytes;
    const sizes = isSameSize ? `${(0,words/* size */.Ej)(held.bytes)}, the same size` : `${(0,words/* size */.Ej)(given.bytes)} \u2192 ${(0,words/* size */.Ej)(held.bytes)}`;
    const changed = { kind: 'changed', part: 'file', name: held.path, detail: sizes };
    const uncompared = isSameSize ? { ...changed, kind: 'unknown', detail: `${sizes}, not compared` } : changed;
    if (given.content === undefined || content === undefined)
        return uncompared;
    if (content.equals(given.content))
        return undefined;
    // What is no text may have been given as one, with other signs in the place of its bytes.
    if (!(0,external_node_buffer_.isUtf8)(content))
        return uncompared;
    if (!isShort(pair))
        return changed;
    const shown = showableTexts(held.path, { before: given.content, after: content }, credentials);
    return shown === 'secret'
        ? { ...changed, detail: `${sizes}, not shown: it may hold secrets` }
        : { ...changed, ...shown };
}

// EXTERNAL MODULE: ./build/source/files/contents.js
var contents = __webpack_require__(7416);
// EXTERNAL MODULE: ./build/source/files/open-file.js
var open_file = __webpack_require__(4333);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/source/files/names.js
var names = __webpack_require__(6127);
;// CONCATENATED MODULE: ./build/source/tree/git-ignored.js




/** In milliseconds. It is asked for one line of the log. */
const LONGEST_GIT = 10_000;
const MOST_OUTPUT = 64 * 1024 * 1024;
const SHOWN = 5;
const IGNORE_FILES = ['.igniteignore', '.dockerignore'];
/**
 * What git ignores and is packed all the same, as one remark: asked where a whole repository is packed and nobody has
 * written down what to leave out. Without git, or where git does not answer, nothing is said.
 */
async function gitIgnored({ kind, directory }, entries) {
    if (kind !== 'directory' || !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(directory, '.git')))
        return [];
    if (IGNORE_FILES.some((name) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(directory, name))))
        return [];
    const names = await ignoredBy(directory, entries);
    return names.size === 0 ? [] : [remark(gathered(entries, names))];
}
async function ignoredBy(directory, entries) {
    // It takes a tenth of the start of Node, and most packages are asked nothing of.
    const { execFile } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1421, 19));
    const { promise, resolve } = Promise.withResolvers();
    // A watcher that the repository configures would be a program of its own.
    const asked = ['-c', 'core.fsmonitor=false', '-C', directory, 'check-ignore', '-z', '--stdin'];
    const options = { timeout: LONGEST_GIT, maxBuffer: MOST_OUTPUT, windowsHide: true };
    // It ends with 1 where it ignores nothing.
    const git = execFile('git', asked, options, (error, stdout) => resolve(new Set(error ? [] : stdout.split('\0').filter((name) => name !== ''))));
    git.stdin?.on('error', () => undefined);
    git.stdin?.end(entries.map(({ path }) => path).join('\0'));
    return await promise;
}
/** Paths and their bytes: of a directory all of whose files are ignored, the directory. Largest first. */
function gathered(entries, names) {
    const kept = new Set(entries.flatMap(({ path }) => (names.has(path) ? [] : directoriesOf(path))));
    const bytesOf = new Map();
    for (const { path, bytes } of entries) {
        if (!names.has(path))
            continue;
        const name = directoriesOf(path).find((directory) => !kept.has(directory)) ?? path;
        bytesOf.set(name, (bytesOf.get(name) ?? 0) + bytes);
    }
    return [...bytesOf].sort(([, one], [, other]) => other - one);
}
/** `a/`, `a/b/` of `a/b/c`. */
function directoriesOf(path) {
    return Array.from(path.matchAll(/\//g), ({ index }) => path.slice(0, index + 1));
}
function remark(found) {
    const shown = found.slice(0, SHOWN);
    const more = found.length > shown.length ? [`${(0,words/* grouped */.zD)(found.length - shown.length)} more`] : [];
    const things = shown.map(([name, bytes]) => `\`${(0,names/* printable */.g$)(name)}\` (${(0,words/* size */.Ej)(bytes)})`);
    const lines = shown.map(([name]) => `\`/${(0,names/* printable */.g$)(name)}\``);
    return {
        level: 'notice',
        text: `Git ignores ${(0,words/* enumerate */.HL)([...things, ...more])}, and ${found.length === 1 ? 'it is' : 'they are'} packed all the same: ` +
            `\`.gitignore\` is not read. To leave ${found.length === 1 ? 'it' : 'them'} out, write ${(0,words/* enumerate */.HL)(lines)} into an ` +
            `\`.igniteignore\`${shown.length > 1 ? ', one a line' : ''}.`
    };
}

;// CONCATENATED MODULE: ./build/source/packed-contents.js




/** To be asked once the files were looked into. */
async function ofTree({ place, tree }, findings, { credentials }) {
    const { entries, skipped, withheld } = tree;
    const { suspicious } = findings;
    const remarks = [...tree.remarks, ...findings.remarks(), ...(await gitIgnored(place, entries))];
    const read = async (paths) => new Map(entries.filter(({ path }) => paths.has(path)).map((entry) => [entry.path, (0,open_file/* wholeContent */.bJ)(entry)]));
    const compare = (files) => compareFiles({ files: entries, read }, files, credentials);
    return { ...(0,contents/* contentsOf */.KD)(entries), root: place.directory, skipped, withheld, exposed: [], suspicious, remarks, compare };
}
function ofArchive({ place, archive, purpose }, { credentials }) {
    const { contents, suspicious, remarks } = archive;
    const { held, ...told } = contents;
    const read = async (paths) => {
        const { filesOfArchive } = await Promise.all(/* import() */[__webpack_require__.e("read-archive-packages"), __webpack_require__.e("read-archive")]).then(__webpack_require__.bind(__webpack_require__, 6181));
        return await filesOfArchive(place, { purpose, paths });
    };
    const compare = (files) => compareFiles({ files: held, read }, files, credentials);
    return { ...told, root: undefined, skipped: [], withheld: [], suspicious, remarks, compare };
}


/***/ }),

/***/ 8638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ gzip)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8522);


/** How many slabs are deflated at once: libuv's pool has four threads. */
const JOBS = 4;
const LEVEL = 6;
/** The most there is: a wider hash table takes some 128 KiB more a job, and 3 percent less time. */
const MEMORY_LEVEL = 9;
const WINDOW_BYTES = 32_768;
/** What most slabs deflate to fits in, so that a job is one task of the pool and its output one piece. */
const OUTPUT_CHUNK_BYTES = 1 << 19;
/** No name, no time, no flags, and "unknown" as the system, so that nothing of this machine is in it. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const deflate = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.promisify)(node_zlib__WEBPACK_IMPORTED_MODULE_1__.deflateRaw);
/**
 * Compresses slabs into one gzip member, deflating several at once (docs/runner.md, Packing). One member, because some
 * readers stop after the first. The bytes depend on the slabs and on zlib alone, not on `jobs`.
 */
async function* gzip(slabs, { jobs = JOBS, done = () => { } } = {}) {
    const running = [];
    const trailer = { crc: 0, bytes: 0 };
    let dictionary;
    let waiting;
    const start = (slab, last) => {
        running.push(deflated(slab, dictionary, last).finally(() => done(slab)));
        dictionary = Buffer.from(slab.subarray(-WINDOW_BYTES));
    };
    try {
        yield HEADER;
        for await (const slab of slabs) {
            // A slab is deflated when the next one is there, since only the last one ends the stream.
            if (waiting)
                start(waiting, false);
            waiting = slab;
            trailer.crc = (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.crc32)(slab, trailer.crc);
            trailer.bytes += slab.length;
            if (running.length >= jobs)
                yield (await running.shift());
        }
        start(waiting ?? Buffer.alloc(0), true);
        for (let next = running.shift(); next; next = running.shift())
            yield await next;
        yield trailerBytes(trailer);
    }
    finally {
        await Promise.allSettled(running);
    }
}
function deflated(slab, dictionary, last) {
    const finishFlush = last ? node_zlib__WEBPACK_IMPORTED_MODULE_1__.constants.Z_FINISH : node_zlib__WEBPACK_IMPORTED_MODULE_1__.constants.Z_SYNC_FLUSH;
    const options = { level: LEVEL, memLevel: MEMORY_LEVEL, finishFlush, chunkSize: OUTPUT_CHUNK_BYTES };
    return deflate(slab, dictionary ? { ...options, dictionary } : options);
}
/** The length is modulo 2^32 (RFC 1952). */
function trailerBytes({ crc, bytes }) {
    const trailer = Buffer.alloc(8);
    trailer.writeUInt32LE(crc, 0);
    trailer.writeUInt32LE(bytes % 2 ** 32, 4);
    return trailer;
}


/***/ }),

/***/ 625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ streamPackage)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/source/packing/gzip.js
var gzip = __webpack_require__(8638);
// EXTERNAL MODULE: ./build/source/files/open-file.js
var open_file = __webpack_require__(4333);
// EXTERNAL MODULE: ./build/source/packing/tar-header.js
var tar_header = __webpack_require__(2490);
;// CONCATENATED MODULE: ./build/source/packing/tar-slabs.js
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
 * The bytes of a tar archive in slabs of 1 MiB, the first ones and the last shorter. Files are read straight into the slab,
 * which is three times faster than promises (docs/runner.md, Packing), and only as slabs are asked for, so that a tree of
 * any size needs the memory of a few slabs. Throws SourceError naming the file.
 */
function* tarSlabs(tree, { look, pool = new SlabPool() } = {}) {
    const slabs = new SlabWriter(pool);
    const append = (header) => slabs.append(header.length, (into, from) => header.copy(into, 0, from));
    for (const path of tree.emptyDirectories)
        yield* append((0,tar_header/* directoryHeader */.NG)(path));
    for (const entry of tree.entries) {
        const header = (0,tar_header/* tarHeader */.pI)(entry);
        const padding = (0,tar_header/* paddingAfter */.OQ)(entry.bytes);
        const member = slabs.reserve(header.length + entry.bytes + padding);
        if (member)
            writeMember(member, header, entry, look);
        else {
            yield* append(header);
            yield* fileBytes(slabs, entry, look);
            yield* slabs.append(padding, (into) => into.fill(0));
        }
    }
    yield* slabs.append(2 * tar_header/* BLOCK_BYTES */.Yo, (into) => into.fill(0));
    yield* slabs.rest();
}
/** Most files fit into what is left of a slab, and take no generator then. */
function writeMember(into, header, entry, look) {
    const end = header.length + entry.bytes;
    header.copy(into);
    const content = (0,open_file/* readWhole */.oD)(entry, into.subarray(header.length, end));
    if (content.length > 0)
        look?.(entry.shownPath, content, true);
    into.fill(0, end);
}
function* fileBytes(slabs, entry, look) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const file = __addDisposableResource(env_1, new open_file/* OpenFile */.TG(entry), false);
        yield* slabs.append(entry.bytes, (into, from) => {
            file.fill(into, from);
            look?.(entry.shownPath, into, from + into.length === entry.bytes);
        });
        file.confirm();
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
class SlabWriter {
    #pool;
    #slab;
    #used = 0;
    #given = 0;
    constructor(pool) {
        this.#pool = pool;
        this.#slab = pool.take(slabBytes(0));
    }
    #next() {
        const full = this.#slab;
        this.#given += 1;
        this.#slab = this.#pool.take(slabBytes(this.#given));
        this.#used = 0;
        return full;
    }
    /** So much of the slab, to be written at once; undefined where that would not leave a rest of it. */
    reserve(bytes) {
        const end = this.#used + bytes;
        if (end >= this.#slab.length)
            return undefined;
        const reserved = this.#slab.subarray(this.#used, end);
        this.#used = end;
        return reserved;
    }
    /** Lets `write` fill `bytes` bytes, in as many pieces as slabs are touched, and gives the slabs that became full. */
    *append(bytes, write) {
        for (let done = 0; done < bytes;) {
            const piece = Math.min(bytes - done, this.#slab.length - this.#used);
            write(this.#slab.subarray(this.#used, this.#used + piece), done);
            done += piece;
            this.#used += piece;
            if (this.#used === this.#slab.length)
                yield this.#next();
        }
    }
    *rest() {
        if (this.#used > 0)
            yield this.#slab.subarray(0, this.#used);
    }
}
const SLAB_BYTES = 1 << 20;
/** Small, so that compressing begins at once, and the two cores of a runner share a package of a few files. */
const FIRST_BYTES = [1 << 17, 1 << 17, 1 << 18, 1 << 19];
/** How large a slab is, by its number from 0. The bytes of a package depend on it. */
function slabBytes(number) {
    return FIRST_BYTES[number] ?? SLAB_BYTES;
}
/** Slabs that are used again and again: fresh ones would heap up as garbage faster than it is collected. */
class SlabPool {
    #free = [];
    /** A slab of at most 1 MiB, with whatever was in it before. */
    take(bytes) {
        return (this.#free.pop() ?? Buffer.allocUnsafeSlow(SLAB_BYTES)).subarray(0, bytes);
    }
    /** Gives back a slab, or the part of one that was used, that nobody will read any more. */
    give(used) {
        this.#free.push(Buffer.from(used.buffer));
    }
}

;// CONCATENATED MODULE: ./build/source/packing/stream-package.js



/**
 * Packs a tree in the order given. Only a few slabs are in memory at a time, whatever the tree. Reading the chunks
 * throws SourceError naming the file, where one changed or cannot be read, and whatever `look` throws.
 */
function streamPackage(tree, look) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const pool = new SlabPool();
    function* hashed() {
        for (const slab of tarSlabs(tree, { look, pool })) {
            hash.update(slab);
            yield slab;
        }
    }
    return { chunks: (0,gzip/* gzip */.Z)(hashed(), { done: (slab) => pool.give(slab) }), digest: () => hash.digest('hex') };
}


/***/ }),

/***/ 2490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dv: () => (/* binding */ fileHeaderLike),
/* harmony export */   NG: () => (/* binding */ directoryHeader),
/* harmony export */   OQ: () => (/* binding */ paddingAfter),
/* harmony export */   Yo: () => (/* binding */ BLOCK_BYTES),
/* harmony export */   pI: () => (/* binding */ tarHeader)
/* harmony export */ });
const BLOCK_BYTES = 512;
const NAME_BYTES = 100;
/** Eleven octal digits: 8 GiB less one byte. */
const LARGEST_OCTAL_SIZE = 0o77777777777;
/**
 * The header of a file in a ustar archive, preceded by a PAX header where the path is long or not ASCII, or the file is
 * over 8 GiB. Time and owner are zero and the mode is 0644 or 0755, so that the bytes depend on the file alone.
 */
function tarHeader({ path, bytes, executable }) {
    return headerOf({ path, type: '0', mode: executable ? 0o755 : 0o644, bytes });
}
/** The same of a directory. */
function directoryHeader(path) {
    return headerOf({ path: `${path}/`, type: '5', mode: 0o755, bytes: 0 });
}
function headerOf({ path, type, mode, bytes }) {
    const name = Buffer.from(path);
    const isAscii = name.length === path.length;
    const records = [
        ...(isAscii && name.length <= NAME_BYTES ? [] : [paxRecord('path', path)]),
        ...(bytes <= LARGEST_OCTAL_SIZE ? [] : [paxRecord('size', String(bytes))])
    ];
    const header = block({ name, type, mode, size: Math.min(bytes, LARGEST_OCTAL_SIZE) });
    if (records.length === 0)
        return header;
    const body = Buffer.concat(records);
    const pax = block({ name: Buffer.from('PaxHeader'), type: 'x', mode: 0o644, size: body.length });
    return Buffer.concat([pax, body, Buffer.alloc(paddingAfter(body.length)), header]);
}
/** The header of a file of another size, which takes all else from a header that is there. */
function fileHeaderLike(other, bytes) {
    const header = Buffer.from(other);
    header.write('0', 156, 'latin1');
    header.fill(0, 157, 257);
    writeOctal(header, bytes, SIZE);
    return withChecksum(header);
}
/** How many zero bytes fill the last block of a file with so many bytes. */
function paddingAfter(bytes) {
    return (BLOCK_BYTES - (bytes % BLOCK_BYTES)) % BLOCK_BYTES;
}
const SPACE = 0x20;
const DIGIT_ZERO = 0x30;
const MODE = { at: 100, digits: 7 };
const SIZE = { at: 124, digits: 11 };
const CHECKSUM = { at: 148, digits: 6 };
/** What is the same in every header. */
const TEMPLATE = Buffer.alloc(BLOCK_BYTES);
TEMPLATE.write('0000000', 108);
TEMPLATE.write('0000000', 116);
TEMPLATE.write('00000000000', 136);
TEMPLATE.write('ustar\x0000', 257);
TEMPLATE.write('0000000', 329);
TEMPLATE.write('0000000', 337);
function block(fields) {
    const header = Buffer.from(TEMPLATE);
    fields.name.copy(header, 0, 0, NAME_BYTES);
    writeOctal(header, fields.mode, MODE);
    writeOctal(header, fields.size, SIZE);
    header[156] = fields.type.charCodeAt(0);
    return withChecksum(header);
}
/** The checksum is that of a header with spaces in its place. */
function withChecksum(header) {
    for (let at = CHECKSUM.at; at < CHECKSUM.at + 8; at++)
        header[at] = SPACE;
    let checksum = 0;
    // An iterator takes three times as long, and there is a header for each file.
    for (let at = 0; at < BLOCK_BYTES; at++)
        checksum += header[at];
    writeOctal(header, checksum, CHECKSUM);
    return header;
}
/** Ends it with a zero byte. To make a text of the number first takes twice as long. */
function writeOctal(header, value, { at, digits }) {
    let rest = value;
    for (let place = at + digits - 1; place >= at; place--) {
        header[place] = DIGIT_ZERO + (rest % 8);
        rest = Math.floor(rest / 8);
    }
    header[at + digits] = 0;
}
/** `LENGTH KEY=VALUE\n`, where LENGTH counts its own digits too. */
function paxRecord(key, value) {
    const rest = ` ${key}=${value}\n`;
    const bytes = Buffer.byteLength(rest);
    let length = bytes + String(bytes).length;
    // The sum can have a digit more than the part it was counted from.
    length = bytes + String(length).length;
    return Buffer.from(`${length}${rest}`);
}


/***/ }),

/***/ 8530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ wholePackage)
/* harmony export */ });
/* harmony import */ var _stream_package_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(625);

/**
 * Packs a tree in memory. Every file is read once: it is looked into, hashed and compressed from the same bytes. Throws the
 * reason of `stop`, and what `streamPackage` and the findings throw.
 */
async function wholePackage(tree, findings, stop) {
    const { chunks, digest } = (0,_stream_package_js__WEBPACK_IMPORTED_MODULE_0__/* .streamPackage */ .B)(tree, (...piece) => {
        stop.throwIfAborted();
        findings.look(...piece);
    });
    return { chunks: await Array.fromAsync(chunks), digest: digest() };
}


/***/ }),

/***/ 9911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ Findings)
});

// EXTERNAL MODULE: ./build/model/errors.js
var errors = __webpack_require__(2011);
// EXTERNAL MODULE: ./build/model/values/secret-forms.js
var secret_forms = __webpack_require__(9695);
// EXTERNAL MODULE: ./build/source/files/names.js
var names = __webpack_require__(6127);
;// CONCATENATED MODULE: ./build/source/files/lfs-pointers.js

const HEAD = Buffer.from('version https://git-lfs.github.com/spec/v1\n');
/** Sees the content of files, one after the other in pieces, and knows what Git LFS left in the place of large ones. */
class LfsPointers {
    /** How many bytes of the head the file has begun with; all of them where it is known whether it is a pointer. */
    #matched = 0;
    #first;
    #count = 0;
    look(shownPath, piece, isLast) {
        const bytes = Math.min(piece.length, HEAD.length - this.#matched);
        if (bytes > 0) {
            const end = this.#matched + bytes;
            const isHead = piece.compare(HEAD, this.#matched, end, 0, bytes) === 0;
            if (isHead && end === HEAD.length)
                this.#add(shownPath);
            this.#matched = isHead ? end : HEAD.length;
        }
        if (isLast)
            this.#matched = 0;
    }
    remarks() {
        if (this.#first === undefined)
            return [];
        const name = `\`${(0,names/* printable */.g$)(this.#first)}\``;
        const what = this.#count === 1
            ? `${name} is a pointer of Git LFS, not the file itself`
            : `${name} and ${this.#count - 1} more are pointers of Git LFS, not the files themselves`;
        return [{ level: 'warning', text: `${what}. Set \`lfs: true\` of actions/checkout.` }];
    }
    #add(shownPath) {
        this.#first ??= shownPath;
        this.#count += 1;
    }
}

;// CONCATENATED MODULE: ./build/source/secrets/byte-search.js
/**
 * Searches for many byte strings at once. Only each last pair of bytes of a window as long as the shortest needle is looked
 * at, and nearly always the window can go on by almost its length (Wu and Manber, 1994), so that the time does not grow with the
 * number of needles.
 */
class Needles {
    #window;
    #shifts;
    #byLastPair = new Map();
    constructor(needles) {
        this.#window = Math.min(256, ...needles.map((needle) => needle.bytes.length));
        this.#shifts = new Uint8Array(1 << 16).fill(this.#window - 1);
        for (const needle of needles)
            this.#add(needle);
    }
    /** The first match that starts at `from` or after it, and before `until`. */
    next(bytes, from, until) {
        const ahead = this.#window - 1;
        const end = Math.min(bytes.length, until + ahead);
        for (let last = from + ahead; last < end;) {
            const pair = (bytes[last - 1] << 8) | bytes[last];
            const shift = this.#shifts[pair];
            if (shift === 0) {
                const at = last - ahead;
                const needle = this.#byLastPair.get(pair)?.find((each) => startsWith(bytes, at, each.bytes));
                if (needle)
                    return { at, needle };
            }
            last += shift || 1;
        }
        return undefined;
    }
    #add(needle) {
        for (let at = 1; at < this.#window; at++) {
            const pair = needle.bytes.readUInt16BE(at - 1);
            this.#shifts[pair] = Math.min(this.#shifts[pair], this.#window - 1 - at);
        }
        const last = needle.bytes.readUInt16BE(this.#window - 2);
        this.#byLastPair.set(last, [...(this.#byLastPair.get(last) ?? []), needle]);
    }
}
function startsWith(bytes, at, needle) {
    const end = at + needle.length;
    return end <= bytes.length && bytes.compare(needle, 0, needle.length, at, end) === 0;
}

;// CONCATENATED MODULE: ./build/source/secrets/content-scan.js

const CONTEXT_BYTES = 64;
const NEWLINE = 10;
const NOTHING = Buffer.alloc(0);
/** The ends of the first line of a private key. The shortest sign of all says how far the search may leap. */
const KEY_LINE_ENDS = [' PRIVATE KEY-----', ' PRIVATE KEY BLOCK-----'];
/** Credentials of others: what carries one is told, and not refused (docs/runner.md, Packing). */
const FOREIGN = [
    ...KEY_LINE_ENDS.map((end) => ({
        what: 'a private key',
        bytes: Buffer.from(end),
        before: /-----BEGIN( [A-Z0-9]+){0,3}$/
    })),
    { what: 'a service account key', bytes: Buffer.from('"service_account"'), before: /"type"\s*:\s*$/ },
    { what: 'the token of a checkout', bytes: Buffer.from('AUTHORIZATION: basic'), after: /^\s+[A-Za-z0-9+/]{8}/ }
];
/** Searches the content of files, one after the other, each given in pieces. */
class ContentScan {
    #needles;
    #ahead;
    #held = NOTHING;
    #from = 0;
    #linesBefore = 0;
    #seen = new Set();
    /** `credentials` are the run's own, in every form. */
    constructor(credentials) {
        const own = credentials.map((bytes) => ({ what: 'own', bytes }));
        const signs = [...own, ...FOREIGN];
        this.#needles = new Needles(signs);
        this.#ahead = Math.max(...signs.map((sign) => sign.bytes.length)) + CONTEXT_BYTES;
    }
    /** What is new in this piece: of each kind, the first in its file. The last piece of a file ends it. */
    look(piece, isLast) {
        const lead = CONTEXT_BYTES + this.#ahead;
        const isLarge = this.#held.length > 0 && piece.length > lead;
        const atSeam = isLarge ? this.#acrossSeam(piece.subarray(0, lead)) : [];
        const window = this.#held.length === 0 ? piece : Buffer.concat([this.#held, piece]);
        const until = isLast ? window.length : Math.max(this.#from, window.length - this.#ahead);
        const hits = [...atSeam, ...this.#hits(window, until)];
        if (isLast)
            this.#begin();
        else
            this.#hold(window, until);
        return hits;
    }
    /** Searches where two pieces meet, so that the whole of a large one need not be copied. */
    #acrossSeam(lead) {
        const held = this.#held;
        const hits = this.#hits(Buffer.concat([held, lead]), held.length + CONTEXT_BYTES);
        this.#linesBefore += newlinesIn(held, held.length);
        this.#held = NOTHING;
        this.#from = CONTEXT_BYTES;
        return hits;
    }
    #hits(window, until) {
        const hits = [];
        for (let from = this.#from;;) {
            const match = this.#needles.next(window, from, until);
            if (!match)
                return hits;
            const { at, needle } = match;
            from = at + 1;
            if (this.#seen.has(needle.what) || !isConfirmed(window, at, needle))
                continue;
            this.#seen.add(needle.what);
            hits.push({ line: this.#linesBefore + newlinesIn(window, at) + 1, what: needle.what });
        }
    }
    #begin() {
        this.#held = NOTHING;
        this.#from = 0;
        this.#linesBefore = 0;
        this.#seen.clear();
    }
    /** Keeps what a match that is not whole yet may need. */
    #hold(window, until) {
        const cut = Math.max(0, until - CONTEXT_BYTES);
        this.#linesBefore += newlinesIn(window, cut);
        this.#held = Buffer.from(window.subarray(cut));
        this.#from = until - cut;
    }
}
function isConfirmed(window, at, { bytes, before, after }) {
    const end = at + bytes.length;
    const isAfter = (pattern) => pattern.test(window.toString('latin1', end, end + CONTEXT_BYTES));
    const isBefore = (pattern) => pattern.test(window.toString('latin1', Math.max(0, at - CONTEXT_BYTES), at));
    return (!before || isBefore(before)) && (!after || isAfter(after));
}
function newlinesIn(bytes, end) {
    let count = 0;
    for (let at = 0; at < end; at++)
        if (bytes[at] === NEWLINE)
            count += 1;
    return count;
}

;// CONCATENATED MODULE: ./build/source/secrets/findings.js





/** Enough to see what is wrong with a tree. */
const MOST = 50;
/** A shorter value is found by chance in any larger tree, and is no real credential. */
const SHORTEST_CREDENTIAL = 12;
const HINT = 'Remove it, and renew it where the file is committed: git keeps it. The app gets secrets of its own by the input `env`.';
/** What the content of a package gives away, or lacks. The run's own credentials end the packing at once. */
class Findings {
    suspicious = [];
    #scan;
    #pointers = new LfsPointers();
    #credentials;
    constructor(credentials) {
        const real = credentials.filter((credential) => credential.trim().length >= SHORTEST_CREDENTIAL);
        this.#credentials = real.flatMap(secret_forms/* secretForms */.e).map((form) => Buffer.from(form));
        this.#scan = new ContentScan(this.#credentials);
    }
    /** Looks at the next piece of a file. Throws SourceError naming the place, never what stands there. */
    look(shownPath, piece, isLast) {
        this.#pointers.look(shownPath, piece, isLast);
        for (const { line, what } of this.#scan.look(piece, isLast)) {
            if (what === 'own') {
                const place = `\`${(0,names/* printable */.g$)(shownPath)}:${line}\``;
                throw new errors/* SourceError */.c8(`${place} holds a credential of this deployment.`, { hint: HINT });
            }
            if (this.suspicious.length < MOST)
                this.suspicious.push({ path: shownPath, line, what });
        }
    }
    /** To be asked after the last file. */
    remarks() {
        return this.#pointers.remarks();
    }
    /** Names are part of a package as well. Throws SourceError without the name. */
    lookAtNames(paths) {
        const names = Buffer.from(paths.join('\n'));
        if (!this.#credentials.some((credential) => names.includes(credential)))
            return;
        throw new errors/* SourceError */.c8('The name of a file holds a credential of this deployment.', { hint: HINT });
    }
}


/***/ })

};
