/**
 * A process that makes a clone of a tree, as its own umask and order would have it, packs it, and says what came out. Usage: a
 * JSON CloneOrder on stdin.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { anyRuntime } from './any-runtime.ts'

export type CloneOrder = {
  /** Where to make the clone; it is packed as it lies there when no files are given. */
  readonly root: string
  /** Contents in base64. */
  readonly files: readonly { readonly path: string; readonly content: string; readonly executable: boolean }[]
  readonly reversed: boolean
  readonly time: number
}

export type Cloned = { readonly digest: string; readonly bytes: string; readonly words: string }

const { root, files, reversed, time } = JSON.parse(await text(process.stdin)) as CloneOrder

for (const { path, content, executable } of reversed ? files.toReversed() : files) {
  const place = join(root, path)
  fs.mkdirSync(dirname(place), { recursive: true })
  fs.writeFileSync(place, Buffer.from(content, 'base64'), { mode: executable ? 0o777 : 0o666 })
  fs.utimesSync(place, time, time)
}

if (reversed) {
  const list = fs.readdirSync
  // What a file system may do: give the names in another order.
  fs.readdirSync = ((...of: Parameters<typeof list>) => list(...of).toReversed()) as unknown as typeof list
  syncBuiltinESMExports()
}

const { inspect } = await import('../../../src/source/inspect.ts')
const options = { workspace: root, exclude: [], credentials: [], stop: new AbortController().signal }
const inspected = await inspect({ path: root, shownPath: '.', runtime: anyRuntime(root) }, options)
if ('problems' in inspected) throw new Error(JSON.stringify(inspected.problems))
const { digest, bytes } = await inspected.found.pack()
const words = `${new Date(0).toString()} ${(1.5).toLocaleString()}`
const cloned: Cloned = { digest, bytes: Buffer.from(bytes).toString('base64'), words }
process.stdout.write(JSON.stringify(cloned))
