import { promisify } from 'node:util'
import { SourceError } from '../model/errors.ts'
import type { Context, ContextPath, OpenContext } from '../model/packing-port.ts'
import { checkArchive } from './archive/read-archive.ts'
import { contentsOf } from './files/contents.ts'
import type { Entry, ListedFile } from './files/entry.ts'
import { CONTEXT_LIMITS } from './files/limits.ts'
import { OpenFile } from './files/open-file.ts'
import { againIfChanged, type PackOptions } from './pack.ts'
import { releasing, releasingDeadBuffers } from './packing/dead-buffers.ts'
import { streamPackage } from './packing/stream-package.ts'
import { Findings } from './secrets/findings.ts'
import { type ContextPlace, contextFault, contextTree, locateContext } from './tree/context-tree.ts'

const PIECE_BYTES = 1 << 20
const BYTES_BETWEEN_BREATHS = 8 << 20

const breathe = promisify(setImmediate)

/**
 * Opens a context of any size: all of it is looked at before the first byte is sent, and packed while it is sent. Nothing
 * is written to disk, and only a few MiB are in memory at a time.
 */
export function openContext(options: PackOptions): OpenContext {
  return (source) => againIfChanged(() => opened(source, options))
}

async function opened(source: ContextPath, options: PackOptions): Promise<Context> {
  const place = locateContext(source, options)
  if ('problem' in place) throw new SourceError(place.problem.message, { hint: place.problem.fix })
  const findings = new Findings(options.credentials)
  return place.kind === 'directory' ? ofDirectory(place, options, findings) : ofArchive(place, findings)
}

async function ofDirectory(place: ContextPlace, options: PackOptions, findings: Findings): Promise<Context> {
  const { entries, skipped, withheld } = await contextTree(place, options)
  const contents = contentsOf(entries)
  refuseFault(place, contents.paths)
  findings.lookAtNames(contents.paths)
  await lookInto(entries, findings, options.stop)
  const { suspicious } = findings
  const found = { ...contents, root: place.file, skipped, withheld, exposed: [], suspicious }
  return { format: 'tar.gz', ...found, open: () => released(streamPackage(entries)) }
}

/** The archive goes as it is. */
async function ofArchive(place: ContextPlace, findings: Findings): Promise<Context> {
  const { digest, contents } = await checkArchive(place, { limits: CONTEXT_LIMITS, findings })
  refuseFault(place, contents.paths)
  const format = place.kind === 'zip' ? 'zip' : 'tar.gz'
  const open = () => released({ chunks: streamed(place), digest: () => digest })
  const found = { ...contents, root: undefined, skipped: [], withheld: [], suspicious: findings.suspicious }
  return { format, ...found, open }
}

function released({ chunks, digest }: ReturnType<Context['open']>): ReturnType<Context['open']> {
  return { chunks: releasing(chunks), digest }
}

function refuseFault(place: ContextPlace, paths: readonly string[]): void {
  const fault = contextFault(place, paths)
  if (fault) throw new SourceError(fault.message, { hint: fault.fix })
}

/** Reads every file once, in one buffer. */
async function lookInto(entries: readonly Entry[], findings: Findings, stop: AbortSignal): Promise<void> {
  using _ = releasingDeadBuffers()
  const buffer = Buffer.allocUnsafeSlow(PIECE_BYTES)
  let unheard = 0
  for (const entry of entries) {
    using file = new OpenFile(entry)
    for (let done = 0; done < entry.bytes; ) {
      const piece = buffer.subarray(0, Math.min(PIECE_BYTES, entry.bytes - done))
      file.fill(piece, done)
      done += piece.length
      findings.look(entry.shownPath, piece, done === entry.bytes)
      unheard += piece.length
      if (unheard >= BYTES_BETWEEN_BREATHS) {
        unheard = 0
        await breathe()
        stop.throwIfAborted()
      }
    }
    file.confirm()
  }
}

async function* streamed(place: ListedFile): AsyncGenerator<Buffer> {
  using archive = new OpenFile(place)
  for (const piece of archive.pieces()) {
    yield piece
    // Memory that is free again is taken back between turns of the event loop only.
    await breathe()
  }
  archive.confirm()
}
