/** Compresses a tar that is ready, with zlib and nothing else. Usage: zlib-alone FILE */
import { createReadStream } from 'node:fs'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

const [tar = ''] = process.argv.slice(2)
const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
await pipeline(createReadStream(tar, { highWaterMark: 1 << 20 }), createGzip({ level: 6 }), nowhere)
