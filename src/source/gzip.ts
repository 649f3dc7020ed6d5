import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'

/** How many slabs are deflated at once: libuv's pool has four threads. */
const JOBS = 4
const LEVEL = 6
const WINDOW_BYTES = 32_768
const OUTPUT_CHUNK_BYTES = 1 << 18

/** No name, no time, no flags, and "unknown" as the system, so that nothing of this machine is in it. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])

const deflate = promisify(deflateRaw) as (slab: Uint8Array, options: object) => Promise<Buffer>

/**
 * Compresses slabs into one gzip member, deflating several at once (docs/performance.md 5). One member, because some
 * readers stop after the first. The bytes depend on the slabs and on zlib alone, not on `jobs`.
 */
export async function* gzip(
  slabs: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  jobs: number = JOBS
): AsyncGenerator<Buffer> {
  const running: Promise<Buffer>[] = []
  const trailer = { crc: 0, bytes: 0 }
  let before: Uint8Array | undefined
  let waiting: Uint8Array | undefined
  try {
    yield HEADER
    for await (const slab of slabs) {
      // A slab is deflated when the next one is there, since only the last one ends the stream.
      if (waiting) running.push(deflated(waiting, before, false))
      before = waiting
      waiting = slab
      trailer.crc = crc32(slab, trailer.crc)
      trailer.bytes += slab.length
      if (running.length >= jobs) yield (await running.shift()) as Buffer
    }
    running.push(deflated(waiting ?? new Uint8Array(0), before, true))
    for (let next = running.shift(); next; next = running.shift()) yield await next
    yield trailerBytes(trailer)
  } finally {
    await Promise.allSettled(running)
  }
}

function deflated(slab: Uint8Array, before: Uint8Array | undefined, last: boolean): Promise<Buffer> {
  const finishFlush = last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH
  const options = { level: LEVEL, finishFlush, chunkSize: OUTPUT_CHUNK_BYTES }
  return deflate(slab, before ? { ...options, dictionary: before.subarray(-WINDOW_BYTES) } : options)
}

/** The length is modulo 2^32 (RFC 1952). */
function trailerBytes({ crc, bytes }: { crc: number; bytes: number }): Buffer {
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(crc, 0)
  trailer.writeUInt32LE(bytes % 2 ** 32, 4)
  return trailer
}
