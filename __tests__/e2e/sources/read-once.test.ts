import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { startEmulator } from '../../../emulator/start.ts'
import { type Inputs, inputsFor, run } from '../../support/deploying.ts'
import { ImageWorkspace } from '../support/gated-build.ts'

/** Loaded before main: counts how often each file and directory of the checkout is opened, and may change one then. */
const COUNTING = `
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
const { openSync, readdirSync, writeSync, closeSync, writeFileSync } = fs
const opened = {}
const grow = (place) => {
  const file = openSync(place, 'a')
  writeSync(file, '# more\\n')
  closeSync(file)
}
const at = (place) => {
  const [, name] = /\\/ignite-e2e-[^/]+\\/(.+)$/.exec(String(place)) ?? []
  if (name === undefined) return
  opened[name] = (opened[name] ?? 0) + 1
  if (name === process.env.CHANGES && process.env.AT.split(',').includes(String(opened[name]))) grow(place)
}
fs.openSync = (place, ...rest) => (at(place), openSync(place, ...rest))
fs.readdirSync = (place, ...rest) => (at(place), readdirSync(place, ...rest))
syncBuiltinESMExports()
process.on('exit', () => writeFileSync(process.env.OPENED_IN, JSON.stringify(opened)))`

type Counted = { readonly exitCode: number | undefined; readonly log: string; readonly opened: Opened }
type Opened = Readonly<Record<string, number>>

/** `changesAt`: at which of its openings a file grows before it is read. */
async function counted(inputs: Inputs, file: string, changesAt: readonly number[]): Promise<Counted> {
  await using emulator = await startEmulator()
  using workspace = new ImageWorkspace()
  const directory = mkdtempSync(path.join(tmpdir(), 'opened-'))
  const env = {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(COUNTING)}`,
    OPENED_IN: path.join(directory, 'opened.json'),
    CHANGES: file,
    AT: changesAt.join()
  }
  let opened: Opened = {}
  const look = () => {
    opened = JSON.parse(readFileSync(env.OPENED_IN, 'utf8'))
  }
  const { main } = await run(workspace, { inputs: inputsFor(emulator, inputs), env }, look)
  rmSync(directory, { recursive: true })
  return { exitCode: main.exitCode, log: main.log, opened }
}

const CODE: Inputs = { code: 'greeter' }
const DRAFT: Inputs = { app: 'web', code: 'web', 'dockerfile-path': 'Dockerfile' }
const SERVICE: Inputs = { ...DRAFT, builder: 'build-service' }

/** The inspection tries whether a file can be opened. Code is looked into while it is packed, a context before. */
test.each([
  { kind: 'code', inputs: CODE, file: 'greeter/handler.py', opens: 2 },
  { kind: 'a context', inputs: DRAFT, file: 'web/server.py', opens: 3 },
  { kind: 'a context for the build service', inputs: SERVICE, file: 'web/server.py', opens: 3 }
])('The tree of $kind is listed once, and what the inspection found is packed', async ({ inputs, file, opens }) => {
  const { exitCode, log, opened } = await counted(inputs, file, [])
  expect({ exitCode, log }).toEqual({ exitCode: 0, log })
  expect(opened).toMatchObject({ [path.dirname(file)]: 1, [file]: opens })
})

test.each([
  { kind: 'code', inputs: CODE, file: 'greeter/handler.py', changesAt: [2], lists: 2, opens: 4, ends: 0 },
  { kind: 'code', inputs: CODE, file: 'greeter/handler.py', changesAt: [2, 4], lists: 2, opens: 4, ends: 1 },
  { kind: 'a context', inputs: DRAFT, file: 'web/server.py', changesAt: [2], lists: 2, opens: 5, ends: 0 },
  { kind: 'a context', inputs: DRAFT, file: 'web/server.py', changesAt: [3], lists: 2, opens: 6, ends: 0 },
  { kind: 'a context', inputs: DRAFT, file: 'web/server.py', changesAt: [3, 5], lists: 2, opens: 5, ends: 1 },
  { kind: 'a context', inputs: DRAFT, file: 'web/server.py', changesAt: [3, 6], lists: 2, opens: 6, ends: 1 },
  { kind: 'a context', inputs: SERVICE, file: 'web/server.py', changesAt: [3, 6], lists: 2, opens: 6, ends: 1 }
])(
  'A file of $kind that changes at its openings $changesAt is opened $opens times, and the tree listed once more',
  async ({ inputs, file, changesAt, lists, opens, ends }) => {
    const { exitCode, log, opened } = await counted(inputs, file, changesAt)
    expect({ exitCode, log }).toEqual({ exitCode: ends, log })
    expect(opened).toMatchObject({ [path.dirname(file)]: lists, [file]: opens })
    if (ends === 1) expect(log).toContain(`##[error]\`${file}\` changed while it was being packed.`)
  }
)
