import { promisify } from 'node:util'
import { againIfChanged } from '../model/changed-file.ts'
import type { ContextPath } from '../model/ports/inspection-port.ts'
import type { Context } from '../model/ports/packing-port.ts'
import type { Entry, ListedFile } from './files/entry.ts'
import { OpenFile } from './files/open-file.ts'
import {
  type ArchiveListing,
  filesIn,
  type Listing,
  listContextAgain,
  type SourceOptions,
  type TreeListing
} from './listing.ts'
import { ofArchive, ofTree } from './packed-contents.ts'
import { releasing, releasingDeadBuffers } from './packing/dead-buffers.ts'
import { streamPackage } from './packing/stream-package.ts'
import { Findings } from './secrets/findings.ts'

const PIECE_BYTES = 1 << 20
const BYTES_BETWEEN_BREATHS = 8 << 20

const breathe = promisify(setImmediate)

type ContextStream = Omit<Context, 'again'>

/**
 * A context of any size that was looked at: all of it is read before the first byte is sent, and packed while it is sent.
 * Nothing is written to disk, and only a few MiB are in memory at a time.
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
  const findings = new Findings(options.credentials)
  findings.lookAtNames(filesIn(listing).paths)
  await lookInto(listing.tree.entries, findings, options.stop)
  const open = () => released(streamPackage(listing.tree))
  return { ...(await ofTree(listing, findings, options)), format: 'tar.gz', open }
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
    using file = new OpenFile(entry)
    for (let done = 0; done < entry.bytes; ) {
      const piece = file.fill(buffer.subarray(0, Math.min(PIECE_BYTES, entry.bytes - done)), done)
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
