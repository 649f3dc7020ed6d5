/** Packs a tree as code is packed, in memory. Usage: pack DIRECTORY */
import { inspect } from '../../src/source/inspect.ts'
import { CREDENTIALS } from './credentials.ts'

const [root = ''] = process.argv.slice(2)
const options = { workspace: root, exclude: [], credentials: CREDENTIALS, stop: new AbortController().signal }
const inspected = await inspect({ path: root, shownPath: '.', runtime: 'go' }, options)
if (!('found' in inspected)) throw new Error(JSON.stringify(inspected))
await inspected.found.pack()
