export const id = "read-archive";
export const ids = ["read-archive"];
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


/***/ })

};
