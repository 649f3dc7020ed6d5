import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'

/** How many slabs are deflated at once: libuv's pool has four threads. */
const JOBS = 4
const LEVEL = 6
/** The most there is: a wider hash table takes some 128 KiB more a job, and 3 percent less time. */
const MEMORY_LEVEL = 9
const WINDOW_BYTES = 32_768
/** What most slabs deflate to fits in, so that a job is one task of the pool and its output one piece. */
const OUTPUT_CHUNK_BYTES = 1 << 19

/** No name, no time, no flags, and "unknown" as the system, so that nothing of this machine is in it. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])

const deflate = promisify(deflateRaw) as (slab: Buffer, options: object) => Promise<Buffer>

type GzipOptions = {
  readonly jobs?: number
  /** Told of each slab that will not be read any more. */
  readonly done?: (slab: Buffer) => void
}

/**
 * Compresses slabs into one gzip member, deflating several at once (docs/runner.md, Packing). One member, because some
 * readers stop after the first. The bytes depend on the slabs and on zlib alone, not on `jobs`.
 */
export async function* gzip(
  slabs: Iterable<Buffer> | AsyncIterable<Buffer>,
  { jobs = JOBS, done = () => {} }: GzipOptions = {}
): AsyncGenerator<Buffer> {
  const running: Promise<Buffer>[] = []
  const trailer = { crc: 0, bytes: 0 }
  let dictionary: Buffer | undefined
  let waiting: Buffer | undefined
  const start = (slab: Buffer, last: boolean) => {
    running.push(deflated(slab, dictionary, last).finally(() => done(slab)))
    dictionary = Buffer.from(slab.subarray(-WINDOW_BYTES))
  }
  try {
    yield HEADER
    for await (const slab of slabs) {
      // A slab is deflated when the next one is there, since only the last one ends the stream.
      if (waiting) start(waiting, false)
      waiting = slab
      trailer.crc = crc32(slab, trailer.crc)
      trailer.bytes += slab.length
      if (running.length >= jobs) yield (await running.shift()) as Buffer
    }
    start(waiting ?? Buffer.alloc(0), true)
    for (let next = running.shift(); next; next = running.shift()) yield await next
    yield trailerBytes(trailer)
  } finally {
    await Promise.allSettled(running)
  }
}

function deflated(slab: Buffer, dictionary: Buffer | undefined, last: boolean): Promise<Buffer> {
  const finishFlush = last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH
  const options = { level: LEVEL, memLevel: MEMORY_LEVEL, finishFlush, chunkSize: OUTPUT_CHUNK_BYTES }
  return deflate(slab, dictionary ? { ...options, dictionary } : options)
}

/** The length is modulo 2^32 (RFC 1952). */
function trailerBytes({ crc, bytes }: { crc: number; bytes: number }): Buffer {
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(crc, 0)
  trailer.writeUInt32LE(bytes % 2 ** 32, 4)
  return trailer
}
