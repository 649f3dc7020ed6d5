export const id = "open-context";
export const ids = ["open-context"];
export const modules = {

/***/ 634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openFound: () => (/* binding */ openFound)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/model/changed-file.js
var changed_file = __webpack_require__(2609);
// EXTERNAL MODULE: ./build/source/files/open-file.js
var open_file = __webpack_require__(4333);
// EXTERNAL MODULE: ./build/source/listing.js
var source_listing = __webpack_require__(5100);
// EXTERNAL MODULE: ./build/source/packed-contents.js + 3 modules
var packed_contents = __webpack_require__(7371);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
;// CONCATENATED MODULE: ./build/source/packing/dead-buffers.js
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

const EVERY_MS = 50;
/**
 * Keeps the memory low while hundreds of megabytes are read and sent. V8 lets the buffers of what was deflated and sent heap
 * up; being asked for its statistics makes it catch up with them. The peak of a run with 500 MB falls from 225 to 180 MB
 * (`npm run bench -- P7`).
 */
function releasingDeadBuffers() {
    const timer = setInterval(external_node_v8_.getHeapStatistics, EVERY_MS).unref();
    return { [Symbol.dispose]: () => clearInterval(timer) };
}
/** The same chunks; dead buffers are released for as long as they are read. */
async function* releasing(chunks) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const _ = __addDisposableResource(env_1, releasingDeadBuffers(), false);
        yield* chunks;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}

// EXTERNAL MODULE: ./build/source/packing/stream-package.js + 1 modules
var stream_package = __webpack_require__(625);
// EXTERNAL MODULE: ./build/source/packing/tar-header.js
var tar_header = __webpack_require__(2490);
// EXTERNAL MODULE: ./build/source/packing/whole-package.js
var whole_package = __webpack_require__(8530);
// EXTERNAL MODULE: ./build/source/secrets/findings.js + 3 modules
var secrets_findings = __webpack_require__(9911);
;// CONCATENATED MODULE: ./build/source/open-context.js
var open_context_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var open_context_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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










/** Larger contexts are packed while they are sent. */
const MOST_KEPT_BYTES = 16_000_000;
const PIECE_BYTES = 1 << 20;
const BYTES_BETWEEN_BREATHS = 8 << 20;
const breathe = (0,external_node_util_.promisify)(setImmediate);
/**
 * A context of any size that was looked at: all of it is read before the first byte is sent (docs/decisions/0012). A small
 * one is packed on that occasion, and kept; a large one is read once more, and packed while it is sent. Nothing is written to
 * disk, and only a few MiB are in memory at a time.
 */
async function openFound(source, listing, options) {
    const listAnew = () => (0,source_listing/* listContextAgain */.Uf)(source, options);
    const opened = (listed) => listed.kind === 'tree' ? openTree(listed, options) : openArchive(listed, options);
    const withAgain = (stream) => ({
        ...stream,
        again: async () => withAgain(await opened(await listAnew()))
    });
    return withAgain(await (0,changed_file/* againIfChanged */.A)(listing, opened, listAnew));
}
async function openTree(listing, options) {
    const { tree } = listing;
    const findings = new secrets_findings/* Findings */.F(options.credentials);
    findings.lookAtNames((0,source_listing/* pathsIn */.Mr)(listing));
    const bytes = tree.entries.reduce((sum, entry) => sum + tar_header/* BLOCK_BYTES */.Yo + entry.bytes, 0);
    const opened = bytes <= MOST_KEPT_BYTES ? openedOnce : openedTwice;
    const open = await opened(tree, findings, options.stop);
    return { ...(await (0,packed_contents/* ofTree */.O)(listing, findings, options)), format: 'tar.gz', open };
}
async function openedOnce(tree, findings, stop) {
    const { chunks, digest } = await (0,whole_package/* wholePackage */.o)(tree, findings, stop);
    return () => ({ chunks: inTurn(chunks), digest: () => digest });
}
async function openedTwice(tree, findings, stop) {
    await lookInto(tree.entries, findings, stop);
    return () => released((0,stream_package/* streamPackage */.B)(tree));
}
async function* inTurn(items) {
    yield* items;
}
/** The archive goes as it is. */
async function openArchive(listing, options) {
    const { place, archive } = listing;
    const open = () => released({ chunks: streamed(place), digest: () => archive.digest });
    return { ...(0,packed_contents/* ofArchive */.S)(listing, options), format: place.kind === 'zip' ? 'zip' : 'tar.gz', open };
}
function released({ chunks, digest }) {
    return { chunks: releasing(chunks), digest };
}
/** Reads every file once, in one buffer. */
async function lookInto(entries, findings, stop) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const _ = open_context_addDisposableResource(env_1, releasingDeadBuffers(), false);
        const buffer = Buffer.allocUnsafeSlow(PIECE_BYTES);
        let unheard = 0;
        for (const entry of entries) {
            for (const { piece, isLast } of piecesOf(entry, buffer)) {
                findings.look(entry.shownPath, piece, isLast);
                unheard += piece.length;
                if (unheard < BYTES_BETWEEN_BREATHS)
                    continue;
                unheard = 0;
                await breathe();
                stop.throwIfAborted();
            }
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        open_context_disposeResources(env_1);
    }
}
function piecesOf(entry, buffer) {
    if (entry.bytes > buffer.length)
        return piecesOfLarge(entry, buffer);
    return [{ piece: (0,open_file/* readWhole */.oD)(entry, buffer.subarray(0, entry.bytes)), isLast: true }];
}
function* piecesOfLarge(entry, buffer) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const file = open_context_addDisposableResource(env_2, new open_file/* OpenFile */.TG(entry), false);
        for (let done = 0; done < entry.bytes;) {
            const piece = file.fill(buffer.subarray(0, Math.min(buffer.length, entry.bytes - done)), done);
            done += piece.length;
            yield { piece, isLast: done === entry.bytes };
        }
        file.confirm();
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        open_context_disposeResources(env_2);
    }
}
async function* streamed(place) {
    const env_3 = { stack: [], error: void 0, hasError: false };
    try {
        const archive = open_context_addDisposableResource(env_3, new open_file/* OpenFile */.TG(place), false);
        for (const piece of archive.pieces()) {
            yield piece;
            // Memory that is free again is taken back between turns of the event loop only.
            await breathe();
        }
        archive.confirm();
    }
    catch (e_3) {
        env_3.error = e_3;
        env_3.hasError = true;
    }
    finally {
        open_context_disposeResources(env_3);
    }
}


/***/ })

};
