/** Packs a tree with the package tar. Usage: node-tar DIRECTORY */
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { create } from 'tar'

const [root = ''] = process.argv.slice(2)
const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
await pipeline(create({ gzip: { level: 6 }, portable: true, cwd: root }, ['.']), nowhere)
