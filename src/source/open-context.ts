import { promisify } from 'node:util'
import { againIfChanged } from '../model/changed-file.ts'
import type { ContextPath } from '../model/ports/inspection-port.ts'
import type { Context } from '../model/ports/packing-port.ts'
import type { Entry, ListedFile } from './files/entry.ts'
import { OpenFile, readWhole } from './files/open-file.ts'
import {
  type ArchiveListing,
  type Listing,
  listContextAgain,
  pathsIn,
  type SourceOptions,
  type TreeListing
} from './listing.ts'
import { ofArchive, ofTree } from './packed-contents.ts'
import { releasing, releasingDeadBuffers } from './packing/dead-buffers.ts'
import { streamPackage } from './packing/stream-package.ts'
import { BLOCK_BYTES } from './packing/tar-header.ts'
import { wholePackage } from './packing/whole-package.ts'
import { Findings } from './secrets/findings.ts'
import type { ListedTree } from './tree/listed-tree.ts'

/** Larger contexts are packed while they are sent. */
const MOST_KEPT_BYTES = 16_000_000
const PIECE_BYTES = 1 << 20
const BYTES_BETWEEN_BREATHS = 8 << 20

const breathe = promisify(setImmediate)

type ContextStream = Omit<Context, 'again'>

/**
 * A context of any size that was looked at: all of it is read before the first byte is sent (docs/decisions/0012). A small
 * one is packed on that occasion, and kept; a large one is read once more, and packed while it is sent. Nothing is written to
 * disk, and only a few MiB are in memory at a time.
 */
export async function openFound(source: ContextPath, listing: Listing, options: SourceOptions): Promise<Context> {
  const listAnew = () => listContextAgain(source, options)
  const opened = (listed: Listing) =>
    listed.kind === 'tree' ? openTree(listed, options) : openArchive(listed, options)
  const withAgain = (stream: ContextStream): Context => ({
    ...stream,
    again: async () => withAgain(await opened(await listAnew()))
  })
  return withAgain(await againIfChanged(listing, opened, listAnew))
}

async function openTree(listing: TreeListing, options: SourceOptions): Promise<ContextStream> {
  const { tree } = listing
  const findings = new Findings(options.credentials)
  findings.lookAtNames(pathsIn(listing))
  const bytes = tree.entries.reduce((sum, entry) => sum + BLOCK_BYTES + entry.bytes, 0)
  const opened = bytes <= MOST_KEPT_BYTES ? openedOnce : openedTwice
  const open = await opened(tree, findings, options.stop)
  return { ...(await ofTree(listing, findings, options)), format: 'tar.gz', open }
}

async function openedOnce(tree: ListedTree, findings: Findings, stop: AbortSignal): Promise<Context['open']> {
  const { chunks, digest } = await wholePackage(tree, findings, stop)
  return () => ({ chunks: inTurn(chunks), digest: () => digest })
}

async function openedTwice(tree: ListedTree, findings: Findings, stop: AbortSignal): Promise<Context['open']> {
  await lookInto(tree.entries, findings, stop)
  return () => released(streamPackage(tree))
}

async function* inTurn<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

/** The archive goes as it is. */
async function openArchive(listing: ArchiveListing, options: SourceOptions): Promise<ContextStream> {
  const { place, archive } = listing
  const open = () => released({ chunks: streamed(place), digest: () => archive.digest })
  return { ...ofArchive(listing, options), format: place.kind === 'zip' ? 'zip' : 'tar.gz', open }
}

function released({ chunks, digest }: ReturnType<Context['open']>): ReturnType<Context['open']> {
  return { chunks: releasing(chunks), digest }
}

/** Reads every file once, in one buffer. */
async function lookInto(entries: readonly Entry[], findings: Findings, stop: AbortSignal): Promise<void> {
  using _ = releasingDeadBuffers()
  const buffer = Buffer.allocUnsafeSlow(PIECE_BYTES)
  let unheard = 0
  for (const entry of entries) {
    for (const { piece, isLast } of piecesOf(entry, buffer)) {
      findings.look(entry.shownPath, piece, isLast)
      unheard += piece.length
      if (unheard < BYTES_BETWEEN_BREATHS) continue
      unheard = 0
      await breathe()
      stop.throwIfAborted()
    }
  }
}

type Piece = { readonly piece: Buffer; readonly isLast: boolean }

function piecesOf(entry: Entry, buffer: Buffer): Iterable<Piece> {
  if (entry.bytes > buffer.length) return piecesOfLarge(entry, buffer)
  return [{ piece: readWhole(entry, buffer.subarray(0, entry.bytes)), isLast: true }]
}

function* piecesOfLarge(entry: Entry, buffer: Buffer): Generator<Piece> {
  using file = new OpenFile(entry)
  for (let done = 0; done < entry.bytes; ) {
    const piece = file.fill(buffer.subarray(0, Math.min(buffer.length, entry.bytes - done)), done)
    done += piece.length
    yield { piece, isLast: done === entry.bytes }
  }
  file.confirm()
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
