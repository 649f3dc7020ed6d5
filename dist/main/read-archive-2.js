export const id = "read-archive-2";
export const ids = ["read-archive-2", "read-archive"];
export const modules = {

/***/ 6181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  archiveBytes: () => (/* binding */ archiveBytes),
  checkArchive: () => (/* binding */ checkArchive),
  filesOfArchive: () => (/* binding */ filesOfArchive)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/model/errors.js
var errors = __webpack_require__(2011);
// EXTERNAL MODULE: ./build/model/values/words.js
var words = __webpack_require__(9392);
// EXTERNAL MODULE: ./build/source/files/contents.js
var contents = __webpack_require__(7416);
// EXTERNAL MODULE: ./build/source/files/limits.js
var files_limits = __webpack_require__(5534);
// EXTERNAL MODULE: ./build/source/files/names.js
var names = __webpack_require__(6127);
// EXTERNAL MODULE: ./build/source/files/open-file.js
var open_file = __webpack_require__(4333);
// EXTERNAL MODULE: ./build/source/packing/gzip.js
var gzip = __webpack_require__(8638);
// EXTERNAL MODULE: ./build/source/secrets/findings.js + 3 modules
var secrets_findings = __webpack_require__(9911);
// EXTERNAL MODULE: ./build/source/files/twins.js
var twins = __webpack_require__(5839);
// EXTERNAL MODULE: ./build/source/rules/exclusions.js
var exclusions = __webpack_require__(6367);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/source/packing/tar-header.js
var tar_header = __webpack_require__(2490);
;// CONCATENATED MODULE: ./build/source/archive/hard-links.js



/** Of one chain; Linux follows as many symlinks. */
const MOST_LINKS = 40;
/** Headers that only describe the entry after them, or all of them. */
const DESCRIBING = new Set(['x', 'X', 'g', 'L', 'K', 'N']);
/** The file that a hard link stands for: it may lead to another one, and its target counts from the root of the archive. */
function fileBehind(link, byPath) {
    let found = link;
    for (let links = 0; found?.kind === 'hardlink' && links < MOST_LINKS; links++) {
        found = byPath.get(external_node_path_.posix.normalize(found.target ?? ''));
    }
    return found?.kind === 'file' ? found : undefined;
}
/**
 * The same archive with a file in the place of each hard link, which not every program unpacks. `entries` are those of the tar,
 * in its order.
 */
function withoutHardLinks(tar, entries) {
    const places = placesIn(tar, entries.length);
    const byPath = new Map(entries.map((entry) => [external_node_path_.posix.normalize(entry.path), entry]));
    const placeOf = new Map(entries.map((entry, index) => [entry, places[index]]));
    const slabs = entries.flatMap((entry) => {
        const place = placeOf.get(entry);
        const file = entry.kind === 'hardlink' ? fileBehind(entry, byPath) : undefined;
        if (!file)
            return [tar.subarray(place.from, place.end)];
        const { content } = placeOf.get(file);
        const header = (0,tar_header/* fileHeaderLike */.Dv)(tar.subarray(place.header, place.header + tar_header/* BLOCK_BYTES */.Yo), file.bytes);
        const padding = Buffer.alloc((0,tar_header/* paddingAfter */.OQ)(file.bytes));
        return [tar.subarray(place.from, place.header), header, tar.subarray(content, content + file.bytes), padding];
    });
    const whole = [...slabs, Buffer.alloc(2 * tar_header/* BLOCK_BYTES */.Yo)];
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const slab of whole)
        hash.update(slab);
    return { slabs: whole, digest: hash.digest('hex') };
}
function placesIn(tar, count) {
    const places = [];
    for (let from = 0, at = 0; places.length < count;) {
        const bytes = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8) || 0;
        const content = at + tar_header/* BLOCK_BYTES */.Yo;
        const end = content + bytes + (0,tar_header/* paddingAfter */.OQ)(bytes);
        if (!DESCRIBING.has(tar.toString('latin1', at + 156, at + 157))) {
            places.push({ from, header: at, content, end });
            from = end;
        }
        at = end;
    }
    return places;
}

;// CONCATENATED MODULE: ./build/source/archive/archive-links.js


function byPath(entries) {
    const found = new Map(entries.map((entry) => [entry.path, entry]));
    for (const { path } of entries) {
        for (const parent of parentsOf(path)) {
            if (!found.has(parent))
                found.set(parent, { path: parent, kind: 'directory', bytes: 0 });
        }
    }
    return found;
}
/**
 * What is wrong with where an entry lies or leads, as the end of a sentence. No entry may lie below a link, so the
 * parents of every path are directories, and the checked target of a link is the place that it really leads to.
 */
function placeFault(entry, entries) {
    if (parentsOf(entry.path).some((parent) => entries.get(parent)?.kind !== 'directory')) {
        return 'lies below something that is no directory';
    }
    if (entry.kind === 'hardlink')
        return fileBehind(entry, entries) ? undefined : 'is a hard link to no file of the archive';
    return entry.kind === 'symlink' ? symlinkFault(entry, entries) : undefined;
}
function symlinkFault(link, entries) {
    const target = link.target ?? '';
    // After a name, `..` could lead on from another link's target instead of from where it stands.
    const down = target.replace(/^(\.\.?(\/|$))*/, '');
    if (external_node_path_.posix.isAbsolute(target) || down.split('/').includes('..'))
        return 'is a symlink out of the archive';
    const place = external_node_path_.posix.join(external_node_path_.posix.dirname(link.path), target).replace(/\/$/, '');
    if (place === '..' || place.startsWith('../'))
        return 'is a symlink out of the archive';
    if (place === '.' || link.path.startsWith(`${place}/`))
        return 'is a symlink to a directory above it';
    const found = entries.get(place);
    if (!found)
        return 'is a symlink to nothing in the archive';
    // A link to a link could be one of a loop; a tree that was packed by `tar -h` has none.
    return found.kind === 'symlink' ? 'is a symlink to another symlink' : undefined;
}
function parentsOf(path) {
    const parts = path.split('/');
    return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('/'));
}

;// CONCATENATED MODULE: ./build/source/archive/archive-entries.js








/** Holds an archive to the rules of a tree (docs/runner.md, Packing). Throws SourceError naming archive and entry. */
function checkEntries(stated, shownPath, purpose) {
    const limits = files_limits/* LIMITS */.b[purpose];
    const isRoot = (entry) => entry.kind === 'directory' && entry.path === '';
    const entries = stated.map((entry) => ({ ...entry, path: plainPath(entry) })).filter((entry) => !isRoot(entry));
    const stored = entries.filter((entry) => entry.kind !== 'directory');
    (0,contents/* checkCount */.wE)(stored.length, shownPath, limits);
    (0,contents/* checkDirectories */.si)(entries.length - stored.length, shownPath, limits);
    for (const entry of entries)
        refuse(entry, ownFault(entry), shownPath);
    const repeated = firstRepeated(entries);
    if (repeated)
        refuse(repeated, 'is there twice', shownPath);
    const known = byPath(entries);
    for (const entry of entries)
        refuse(entry, placeFault(entry, known), shownPath);
    const remarks = (0,twins/* checkTwins */.Y)([...known.keys()], shownPath, purpose);
    const files = purpose === 'code' ? stored.map((file) => asSent(file, known)) : stored;
    (0,contents/* checkSizes */.rU)(files, shownPath, limits);
    const exposed = files.map((file) => file.path).filter((path) => (0,exclusions/* exclusionOfWhole */.bz)(path, true) === 'withhold');
    const held = files.filter(({ kind }) => kind !== 'symlink');
    return { ...(0,contents/* contentsOf */.KD)(files), held, exposed, remarks };
}
/** Of code, a hard link is sent as the file that it stands for. */
function asSent(file, known) {
    return file.kind === 'hardlink' ? { ...file, bytes: fileBehind(file, known)?.bytes ?? 0 } : file;
}
/** As a tree would name it: `tar -C dir .` writes `./` before every path, and directories end with `/`. */
function plainPath(entry) {
    const path = entry.path.replace(/^(\.\/)+/, '');
    if (entry.kind !== 'directory')
        return path;
    return path === '.' ? '' : path.replace(/\/$/, '');
}
function refuse(entry, fault, shownPath) {
    if (fault === undefined)
        return;
    throw new errors/* SourceError */.c8(`The entry \`${(0,names/* printable */.g$)(entry.path)}\` of \`${(0,names/* printable */.g$)(shownPath)}\` ${fault}.`, {
        hint: entry.kind === 'hardlink'
            ? 'Make the archive again with `tar --hard-dereference`, or point `code` at the directory.'
            : 'Make the archive again without it, or point `code` at the directory.'
    });
}
function ownFault(entry) {
    if (entry.kind === 'special')
        return 'is no file, directory or link';
    const fault = (0,names/* pathFault */.a9)(entry.path);
    if (fault)
        return fault;
    return (0,exclusions/* exclusionOfWhole */.bz)(entry.path, entry.kind === 'file') === 'never' ? 'may never be packed' : undefined;
}
/** A directory may be named twice; which of two files a reader keeps, nobody knows. */
function firstRepeated(entries) {
    const kinds = new Map();
    return entries.find(({ path, kind }) => {
        const before = kinds.get(path);
        kinds.set(path, kind);
        return before !== undefined && !(before === 'directory' && kind === 'directory');
    });
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./build/source/files/file-faults.js
var file_faults = __webpack_require__(3604);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./build/source/archive/inflate.js


const OUTPUT_CHUNK_BYTES = 1 << 18;
/** Unpacks pieces as the chunks are asked for. Reading them throws zlib's error where the data is damaged or cut. */
function inflate(pieces) {
    const engine = (0,external_node_zlib_.createInflateRaw)({ chunkSize: OUTPUT_CHUNK_BYTES });
    async function* chunks() {
        const input = external_node_stream_.Readable.from(pieces);
        input.on('error', (error) => engine.destroy(error));
        input.pipe(engine);
        try {
            for await (const chunk of engine)
                yield chunk;
        }
        finally {
            input.destroy();
        }
    }
    return { chunks: chunks(), packedBytes: () => engine.bytesWritten };
}

;// CONCATENATED MODULE: ./build/source/archive/gunzip.js






const HEADER_BYTES = 1 << 16;
const TRAILER_BYTES = 8;
const FLAG = { headerChecksum: 2, extra: 4, name: 8, comment: 16, reserved: 0xe0 };
/**
 * The content of a gzip file that holds exactly one member: some readers stop after the first, and would deploy half of
 * what was tested here. Throws SourceError where it is damaged or unpacks to more than `largest` bytes.
 */
async function* gunzip(archive, largest) {
    const start = headerLength(archive);
    const { chunks, packedBytes } = inflate(archive.pieces(start));
    const content = { crc: 0, bytes: 0 };
    try {
        for await (const chunk of chunks) {
            content.crc = (0,external_node_zlib_.crc32)(chunk, content.crc);
            content.bytes += chunk.length;
            if (content.bytes > largest) {
                throw new errors/* SourceError */.c8(`\`${(0,names/* printable */.g$)(archive.shownPath)}\` unpacks to more than ${(0,words/* size */.Ej)(largest)}.`);
            }
            yield chunk;
        }
    }
    catch (error) {
        if (!(0,file_faults/* codeOf */.$N)(error)?.startsWith('Z_'))
            throw error;
        throw damaged(archive, 'its compressed data cannot be read', error);
    }
    checkTrailer(archive, start + packedBytes(), content);
}
function checkTrailer(archive, at, content) {
    if (archive.bytes < at + TRAILER_BYTES)
        throw damaged(archive, 'it is cut short');
    const trailer = archive.slice(at, at + TRAILER_BYTES);
    const isSound = trailer.readUInt32LE(0) === content.crc && trailer.readUInt32LE(4) === content.bytes % 2 ** 32;
    if (!isSound)
        throw damaged(archive, 'its checksum is wrong');
    if (archive.bytes > at + TRAILER_BYTES) {
        throw new errors/* SourceError */.c8(`\`${(0,names/* printable */.g$)(archive.shownPath)}\` goes on after its first gzip member.`, {
            hint: 'Make it again with `tar -czf`; joined gzip files are read in part only by some programs.'
        });
    }
}
/** RFC 1952, section 2.3. */
function headerLength(archive) {
    const bytes = archive.slice(0, Math.min(archive.bytes, HEADER_BYTES));
    const flags = bytes[3] ?? FLAG.reserved;
    if (bytes.length < 10 || bytes[2] !== 8 || flags & FLAG.reserved)
        throw damaged(archive, 'its header is not known');
    let at = 10;
    if (flags & FLAG.extra)
        at += 2 + (bytes.length >= at + 2 ? bytes.readUInt16LE(at) : 0);
    for (const text of [FLAG.name, FLAG.comment]) {
        if (!(flags & text))
            continue;
        const end = bytes.indexOf(0, at);
        if (end < 0)
            throw damaged(archive, 'its header is cut short');
        at = end + 1;
    }
    return flags & FLAG.headerChecksum ? at + 2 : at;
}
function damaged(archive, fault, cause) {
    return new errors/* SourceError */.c8(`\`${(0,names/* printable */.g$)(archive.shownPath)}\` is no sound gzip file: ${fault}.`, {
        hint: 'Make it again with `tar -czf`, and check that the step before this one finished it.',
        cause
    });
}

// EXTERNAL MODULE: ./node_modules/tar/dist/esm/parse.js + 10 modules
var parse = __webpack_require__(3979);
;// CONCATENATED MODULE: ./build/source/archive/tar-archive.js



const KINDS = {
    File: 'file',
    OldFile: 'file',
    ContiguousFile: 'file',
    Directory: 'directory',
    SymbolicLink: 'symlink',
    Link: 'hardlink'
};
/** Where GNU tar lays a sparse file for readers that do not know its records. */
const SPARSE_DIRECTORY = /(^|\/)GNUSparseFile\.\d+\//;
/** The entries of a tar archive that is not compressed. Throws SourceError where the archive is not sound. */
async function tarEntries(tar, reading) {
    const entries = new TarEntries(reading);
    for await (const chunk of tar)
        entries.write(chunk);
    return entries.end();
}
class TarEntries {
    #parser = new parse/* Parser */.i({ strict: true, zstd: false });
    #entries = [];
    #reading;
    #isFirst = true;
    #isOver = false;
    #isNextSparse = false;
    #failure;
    constructor(reading) {
        this.#reading = reading;
        this.#parser.on('entry', (entry) => this.#take(entry));
        this.#parser.on('ignoredEntry', (entry) => {
            if (entry.type === 'SparseFile')
                this.#sparse(entry);
            else
                this.#unsound(`\`${(0,names/* printable */.g$)(entry.path)}\` is of a kind that is not known`);
        });
        this.#parser.on('meta', (records) => {
            this.#isNextSparse = records.includes(' GNU.sparse.');
        });
        this.#parser.on('eof', () => {
            this.#isOver = true;
        });
        this.#parser.on('error', (error) => this.#unsound((0,names/* printable */.g$)(error.message)));
    }
    write(chunk) {
        // The parser would unpack a second time what is compressed twice.
        if (this.#isFirst && chunk[0] === 0x1f && chunk[1] === 0x8b)
            this.#unsound('it is compressed twice');
        this.#isFirst = false;
        // What follows the end the parser would only heap up.
        if (this.#failure === undefined && !this.#isOver)
            this.#parser.write(chunk);
        if (this.#failure !== undefined)
            throw this.#failure;
    }
    end() {
        this.#parser.end();
        if (this.#failure !== undefined)
            throw this.#failure;
        return this.#entries;
    }
    #take(entry) {
        if (this.#isNextSparse || isNamedSparse(entry))
            this.#sparse(entry);
        this.#isNextSparse = false;
        const found = stated(entry);
        this.#entries.push(found);
        this.#attempt(() => this.#reading.count(this.#entries.length));
        entry.on('data', (content) => this.#attempt(() => this.#reading.look(found, content, false)));
        entry.on('end', () => this.#attempt(() => this.#reading.look(found, Buffer.alloc(0), true)));
    }
    /** The parser calls back in the middle of its work, where nothing may be thrown. */
    #attempt(work) {
        if (this.#failure !== undefined)
            return;
        try {
            work();
        }
        catch (error) {
            this.#failure = error;
        }
    }
    /** Sound, but a reader that knows its records sees another name and other contents than one that does not. */
    #sparse({ path }) {
        const entry = `The entry \`${(0,names/* printable */.g$)(path.replace(SPARSE_DIRECTORY, '$1'))}\``;
        this.#failure ??= new errors/* SourceError */.c8(`${entry} of \`${(0,names/* printable */.g$)(this.#reading.shownPath)}\` is a sparse file, which not every program unpacks.`, { hint: 'Make the archive again without `--sparse` (`-S`), or point `code` at the directory.' });
    }
    #unsound(fault) {
        this.#failure ??= new errors/* SourceError */.c8(`\`${(0,names/* printable */.g$)(this.#reading.shownPath)}\` is no sound tar archive: ${fault}.`);
    }
}
/** A damaged letter would hide which name the platform will read, so it makes the name one that is refused. */
function stated(entry) {
    const path = entry.path.replaceAll('\uFFFD', '\0');
    return { path, kind: KINDS[entry.type] ?? 'special', bytes: entry.size, target: entry.linkpath };
}
function isNamedSparse({ path }) {
    return SPARSE_DIRECTORY.test(path);
}

;// CONCATENATED MODULE: ./build/source/archive/zip-directory.js


const END = { signature: 0x06054b50, bytes: 22, commentBytes: 0xffff };
const CENTRAL = { signature: 0x02014b50, bytes: 46 };
const LOCAL = { signature: 0x04034b50, bytes: 30 };
const zip_directory_FLAG = { encrypted: 1 | 64 | 8_192, utf8: 2_048 };
const UNICODE_PATH = 0x7075;
const UNIX = 3;
const FILE_KIND = { mask: 0o170000, directory: 0o040000, file: 0o100000, symlink: 0o120000 };
/** More than a hundred thousand entries with long names have. */
const LARGEST_DIRECTORY_BYTES = 1 << 26;
/**
 * Reads the central directory of a zip file (APPNOTE 4.3.12) and holds each local header to it, because programs differ
 * in which of the two they believe. Contents are not unpacked. Throws SourceError naming the archive and the entry.
 */
function zipEntries(archive) {
    const directory = endRecord(archive);
    if (directory.end - directory.start > LARGEST_DIRECTORY_BYTES)
        throw unsound(archive, 'its directory is too large');
    const central = { bytes: archive.slice(directory.start, directory.end), directory };
    const entries = [];
    let at = 0;
    while (entries.length < directory.entries) {
        const { entry, next } = centralEntry(archive, central, at);
        entries.push(entry);
        at = next;
    }
    if (at !== central.bytes.length)
        throw unsound(archive, 'its directory is longer than its entries');
    refuseOverlaps(archive, entries, directory);
    return entries;
}
function endRecord(archive) {
    const from = Math.max(0, archive.bytes - END.bytes - END.commentBytes);
    const bytes = archive.slice(from, archive.bytes);
    for (let at = bytes.length - END.bytes; at >= 0; at--) {
        if (bytes.readUInt32LE(at) !== END.signature)
            continue;
        if (at + END.bytes + bytes.readUInt16LE(at + 20) !== bytes.length)
            continue;
        const entries = bytes.readUInt16LE(at + 10);
        const length = bytes.readUInt32LE(at + 12);
        const start = bytes.readUInt32LE(at + 16);
        if (entries === 0xffff || start === 0xffffffff || length === 0xffffffff)
            throw unsound(archive, 'it is a zip64 file');
        if (bytes.readUInt16LE(at + 4) !== 0 || bytes.readUInt16LE(at + 8) !== entries)
            throw unsound(archive, 'it is split');
        if (start + length !== from + at)
            throw unsound(archive, 'its directory is not where it says');
        return { start, end: from + at, entries };
    }
    throw unsound(archive, 'it has no directory at its end');
}
function centralEntry(archive, central, at) {
    const { bytes, directory } = central;
    const isThere = at + CENTRAL.bytes <= bytes.length && bytes.readUInt32LE(at) === CENTRAL.signature;
    if (!isThere)
        throw unsound(archive, 'its directory is cut short');
    const nameEnd = at + CENTRAL.bytes + bytes.readUInt16LE(at + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    const next = extraEnd + bytes.readUInt16LE(at + 32);
    if (next > bytes.length)
        throw unsound(archive, 'its directory is cut short');
    const name = bytes.subarray(at + CENTRAL.bytes, nameEnd);
    const flags = bytes.readUInt16LE(at + 8);
    const path = entryPath(archive, { name, extra: bytes.subarray(nameEnd, extraEnd), isUtf8: (flags & zip_directory_FLAG.utf8) !== 0 });
    if (flags & zip_directory_FLAG.encrypted)
        throw unsound(archive, `\`${(0,names/* printable */.g$)(path)}\` is encrypted`);
    const sizes = { packed: bytes.readUInt32LE(at + 20), content: bytes.readUInt32LE(at + 24) };
    const start = bytes.readUInt32LE(at + 42);
    if ([sizes.packed, sizes.content, start].includes(0xffffffff))
        throw unsound(archive, `\`${(0,names/* printable */.g$)(path)}\` is zip64`);
    const method = bytes.readUInt16LE(at + 10);
    const from = localContent(archive, { start, name, method, path });
    const content = { start: from, end: from + sizes.packed };
    if (content.end > directory.start)
        throw unsound(archive, `\`${(0,names/* printable */.g$)(path)}\` is cut short`);
    const madeBy = bytes[at + 5];
    const kind = kindOf(path, madeBy === UNIX ? bytes.readUInt16LE(at + 40) : 0);
    const crc = bytes.readUInt32LE(at + 16);
    const span = { start, end: content.end };
    return { entry: { path, kind, bytes: sizes.content, method, crc, content, span }, next };
}
/** Where the content starts, after a local header that says the same as the directory. */
function localContent(archive, stated) {
    const { start, name } = stated;
    const nameEnd = start + LOCAL.bytes + name.length;
    const header = nameEnd <= archive.bytes ? archive.slice(start, nameEnd) : Buffer.alloc(LOCAL.bytes);
    const isSame = header.readUInt32LE(0) === LOCAL.signature &&
        header.readUInt16LE(8) === stated.method &&
        header.readUInt16LE(26) === name.length &&
        header.subarray(LOCAL.bytes).equals(name);
    if (!isSame)
        throw unsound(archive, `\`${(0,names/* printable */.g$)(stated.path)}\` is another entry than its directory says`);
    return nameEnd + header.readUInt16LE(28);
}
function entryPath(archive, entry) {
    const path = (0,names/* decodeName */.e4)(entry.name);
    if (path === undefined)
        throw unsound(archive, `\`${(0,names/* printableBytes */.z8)(entry.name)}\` is not UTF-8`);
    const isAscii = path.length === entry.name.length;
    if (!isAscii && !entry.isUtf8)
        throw unsound(archive, `\`${(0,names/* printable */.g$)(path)}\` is not marked as UTF-8`);
    if (otherName(entry.extra, entry.name))
        throw unsound(archive, `\`${(0,names/* printable */.g$)(path)}\` has a second name`);
    return path;
}
/** True where the extra field holds a Unicode path (APPNOTE 4.6.9) that is not the entry's name. */
function otherName(extra, name) {
    for (let at = 0; at + 4 <= extra.length;) {
        const end = at + 4 + extra.readUInt16LE(at + 2);
        if (extra.readUInt16LE(at) === UNICODE_PATH && !extra.subarray(at + 9, end).equals(name))
            return true;
        at = end;
    }
    return false;
}
function kindOf(path, mode) {
    if (path.endsWith('/'))
        return 'directory';
    const kind = mode & FILE_KIND.mask;
    if (kind === FILE_KIND.symlink)
        return 'symlink';
    return kind === 0 || kind === FILE_KIND.file ? 'file' : 'special';
}
/** Entries that share their bytes are how a small file unpacks to an endless one. */
function refuseOverlaps(archive, entries, directory) {
    const inOrder = entries.toSorted((a, b) => a.span.start - b.span.start);
    for (const [index, entry] of inOrder.entries()) {
        const limit = inOrder[index + 1]?.span.start ?? directory.start;
        if (entry.span.end > limit)
            throw unsound(archive, `\`${(0,names/* printable */.g$)(entry.path)}\` overlaps another entry`);
    }
}
/** Says what keeps a zip file from being sent. */
function unsound(archive, fault) {
    return new errors/* SourceError */.c8(`\`${(0,names/* printable */.g$)(archive.shownPath)}\` is no zip file that can be sent: ${fault}.`, {
        hint: 'Make it again with a plain `zip -r`, or point `code` at the directory.'
    });
}

;// CONCATENATED MODULE: ./build/source/archive/zip-contents.js






const STORED = 0;
const DEFLATED = 8;
/** A stream costs more than the work on a small entry. */
const AT_ONCE_BYTES = 1 << 20;
const LONGEST_TARGET_BYTES = 4_096;
const inflateAtOnce = (0,external_node_util_.promisify)(external_node_zlib_.inflateRaw);
/**
 * Unpacks each entry in pieces and holds it to the size and checksum of the directory; `look` sees each content. Gives the
 * entries with the targets of symlinks, which a zip file keeps as their content.
 */
async function checkZipContents(archive, entries, look) {
    const checked = [];
    for (const entry of entries) {
        const { path, kind, bytes } = entry;
        if (kind === 'symlink' && bytes > LONGEST_TARGET_BYTES) {
            throw unsound(archive, `\`${(0,names/* printable */.g$)(path)}\` is a symlink with too long a target`);
        }
        const target = await checkContent(archive, entry, look);
        checked.push(kind === 'symlink' ? { path, kind, bytes, target } : { path, kind, bytes });
    }
    return checked;
}
/** Gives the content where it is a symlink's. */
async function checkContent(archive, entry, look) {
    const damage = unsound(archive, `\`${(0,names/* printable */.g$)(entry.path)}\` is damaged or is not as large as it says`);
    let bytes = 0;
    let crc = 0;
    let target = '';
    try {
        for await (const piece of contentOf(archive, entry)) {
            bytes += piece.length;
            if (bytes > entry.bytes)
                throw damage;
            crc = (0,external_node_zlib_.crc32)(piece, crc);
            if (entry.kind === 'symlink')
                target += piece.toString();
            look(entry, piece, false);
        }
    }
    catch (error) {
        const code = (0,file_faults/* codeOf */.$N)(error);
        throw code?.startsWith('Z_') || code === 'ERR_BUFFER_TOO_LARGE' ? damage : error;
    }
    look(entry, Buffer.alloc(0), true);
    if (bytes !== entry.bytes || crc !== entry.crc)
        throw damage;
    return target;
}
async function* contentOf(archive, entry) {
    const { start, end } = entry.content;
    if (entry.method === STORED) {
        yield* archive.pieces(start, end);
    }
    else if (entry.method !== DEFLATED) {
        throw unsound(archive, `\`${(0,names/* printable */.g$)(entry.path)}\` is compressed by method ${entry.method}`);
    }
    else if (entry.bytes <= AT_ONCE_BYTES && end - start <= AT_ONCE_BYTES) {
        yield inflateAtOnce(archive.slice(start, end), { maxOutputLength: Math.max(1, entry.bytes) });
    }
    else {
        yield* inflate(archive.pieces(start, end)).chunks;
    }
}

;// CONCATENATED MODULE: ./build/source/archive/read-archive.js
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
















const breathe = (0,external_node_util_.promisify)(setImmediate);
/** Room for the headers and padding of a file in a tar archive. */
const TAR_FILE_BYTES = 2_048;
/** Reads and checks an archive that the user made, in pieces. Throws SourceError naming the archive and the entry. */
async function checkArchive(place, { purpose, credentials }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { bytes, shownPath } = place;
        const { totalBytes } = files_limits/* LIMITS */.b[purpose];
        if (bytes > totalBytes) {
            throw new errors/* SourceError */.c8(`\`${(0,names/* printable */.g$)(shownPath)}\` has ${(0,words/* size */.Ej)(bytes)}; a package may hold ${(0,words/* size */.Ej)(totalBytes)}.`);
        }
        const findings = new secrets_findings/* Findings */.F(credentials);
        const archive = __addDisposableResource(env_1, new open_file/* OpenFile */.TG(place), false);
        const { entries, ...read } = await readerOf(place)(archive, { purpose, look: lookInto(archive, findings) });
        const digest = await read.digest();
        archive.confirm();
        const contents = checkEntries(entries, shownPath, purpose);
        findings.lookAtNames(contents.paths);
        const remarks = [...contents.remarks, ...findings.remarks()];
        return { digest, contents, entries, suspicious: findings.suspicious, remarks };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** The archive as it is sent: as it is, but for hard links in code, which become files. */
async function archiveBytes(place, { digest, entries }) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        if (!entries.some(({ kind }) => kind === 'hardlink'))
            return { bytes: (0,open_file/* wholeContent */.bJ)(place), digest };
        const archive = __addDisposableResource(env_2, new open_file/* OpenFile */.TG(place), false);
        const tar = Buffer.concat(await Array.fromAsync(gunzip(archive, unpackedBytes('code'))));
        archive.confirm();
        const { slabs, digest: digestAsSent } = withoutHardLinks(tar, entries);
        return { bytes: Buffer.concat(await Array.fromAsync((0,gzip/* gzip */.Z)(slabs))), digest: digestAsSent };
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        __disposeResources(env_2);
    }
}
/** Some of the files of an archive that was checked, by their paths. Throws SourceError where it is another by now. */
async function filesOfArchive(place, { purpose, paths }) {
    const pieces = new Map();
    const look = (entry, piece) => {
        const path = plainPath(entry);
        if (entry.kind === 'file' && paths.has(path))
            pieces.set(path, [...(pieces.get(path) ?? []), piece]);
    };
    if (paths.size > 0) {
        const env_3 = { stack: [], error: void 0, hasError: false };
        try {
            const archive = __addDisposableResource(env_3, new open_file/* OpenFile */.TG(place), false);
            await readerOf(place)(archive, { purpose, look });
            archive.confirm();
        }
        catch (e_3) {
            env_3.error = e_3;
            env_3.hasError = true;
        }
        finally {
            __disposeResources(env_3);
        }
    }
    return new Map([...pieces].map(([path, parts]) => [path, Buffer.concat(parts)]));
}
function readerOf({ kind }) {
    return kind === 'zip' ? readZip : readTarGz;
}
async function readTarGz(archive, { purpose, look }) {
    const { shownPath } = archive;
    const limits = files_limits/* LIMITS */.b[purpose];
    const hash = (0,external_node_crypto_.createHash)('sha256');
    async function* hashed() {
        for await (const chunk of gunzip(archive, unpackedBytes(purpose))) {
            hash.update(chunk);
            yield chunk;
        }
    }
    const count = (entries) => (0,contents/* checkCount */.wE)(entries, shownPath, { files: limits.files + limits.directories });
    const entries = await tarEntries(hashed(), { shownPath, look, count });
    return { entries, digest: () => hash.digest('hex') };
}
async function readZip(archive, { purpose, look }) {
    const listed = zipEntries(archive);
    (0,contents/* checkSizes */.rU)(listed, archive.shownPath, files_limits/* LIMITS */.b[purpose]);
    const entries = await checkZipContents(archive, listed, look);
    return { entries, digest: () => sha256(archive) };
}
/** How large the tar of an archive may be. */
function unpackedBytes(purpose) {
    const { totalBytes, files } = files_limits/* LIMITS */.b[purpose];
    return totalBytes + files * TAR_FILE_BYTES;
}
async function sha256(archive) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const piece of archive.pieces()) {
        hash.update(piece);
        await breathe();
    }
    return hash.digest('hex');
}
function lookInto(archive, findings) {
    return (entry, piece, isLast) => findings.look(`${archive.shownPath}/${plainPath(entry)}`, piece, isLast);
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
