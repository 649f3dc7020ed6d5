import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'

const OUTPUT_CHUNK_BYTES = 1 << 18

/** Raw deflate data on its way out. */
type InflateStream = {
  readonly chunks: AsyncGenerator<Buffer>
  /** How many bytes the data had, to be asked after the last chunk: less than were given where something follows it. */
  readonly packedBytes: () => number
}

/** Unpacks pieces as the chunks are asked for. Reading them throws zlib's error where the data is damaged or cut. */
export function inflate(pieces: Iterable<Buffer>): InflateStream {
  const engine = createInflateRaw({ chunkSize: OUTPUT_CHUNK_BYTES })
  async function* chunks(): AsyncGenerator<Buffer> {
    const input = Readable.from(pieces)
    input.on('error', (error) => engine.destroy(error))
    input.pipe(engine)
    try {
      for await (const chunk of engine) yield chunk as Buffer
    } finally {
      input.destroy()
    }
  }
  return { chunks: chunks(), packedBytes: () => engine.bytesWritten }
}
