import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { startEmulator } from '../../../emulator/start.ts'
import { type Inputs, inputsFor, runMain } from '../../support/deploying.ts'
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

type Deploying = {
  readonly inputs: Inputs
  readonly file: string
  /** At which of its openings the file grows before it is read. */
  readonly changesAt: readonly number[]
  readonly beside?: Readonly<Record<string, Buffer>>
}

async function counted({ inputs, file, changesAt, beside = {} }: Deploying): Promise<Counted> {
  await using emulator = await startEmulator()
  using workspace = new ImageWorkspace()
  for (const [name, content] of Object.entries(beside)) workspace.write(name, content)
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
  const main = await runMain(workspace, { inputs: inputsFor(emulator, inputs), env }, look)
  rmSync(directory, { recursive: true })
  return { exitCode: main.exitCode, log: main.log, opened }
}

const CODE: Inputs = { code: 'greeter' }
const DRAFT: Inputs = { app: 'web', code: 'web', 'dockerfile-path': 'Dockerfile' }
const SERVICE: Inputs = { ...DRAFT, builder: 'build-service' }

/** A context with this is packed while it is sent. */
const LARGE = { 'web/model.bin': Buffer.alloc(16_000_000) }

/** What all may read is not opened before it is read. A large context is looked into, and then packed. */
test.each([
  { kind: 'code', inputs: CODE, file: 'greeter/handler.py', opens: 1 },
  { kind: 'a context', inputs: DRAFT, file: 'web/server.py', opens: 1 },
  { kind: 'a context for the build service', inputs: SERVICE, file: 'web/server.py', opens: 1 },
  { kind: 'a large context', inputs: DRAFT, file: 'web/server.py', beside: LARGE, opens: 2 },
  { kind: 'a large context for the build service', inputs: SERVICE, file: 'web/server.py', beside: LARGE, opens: 2 }
])('The tree of $kind is listed once, and a file of it opened $opens times', async (row) => {
  const { file, opens } = row
  const { exitCode, log, opened } = await counted({ ...row, changesAt: [] })
  expect({ exitCode, log }).toEqual({ exitCode: 0, log })
  expect(opened).toMatchObject({ [path.dirname(file)]: 1, [file]: opens })
})

const CODE_FILE = { kind: 'code', inputs: CODE, file: 'greeter/handler.py' }
const SMALL_FILE = { kind: 'a context', inputs: DRAFT, file: 'web/server.py' }
const LARGE_FILE = { kind: 'a large context', inputs: DRAFT, file: 'web/server.py', beside: LARGE }

test.each([
  { ...CODE_FILE, changesAt: [1], opens: 2, ends: 0 },
  { ...CODE_FILE, changesAt: [1, 2], opens: 2, ends: 1 },
  { ...SMALL_FILE, changesAt: [1], opens: 2, ends: 0 },
  { ...SMALL_FILE, changesAt: [1, 2], opens: 2, ends: 1 },
  { ...LARGE_FILE, changesAt: [1], opens: 3, ends: 0 },
  { ...LARGE_FILE, changesAt: [2], opens: 4, ends: 0 },
  { ...LARGE_FILE, changesAt: [2, 3], opens: 3, ends: 1 },
  { ...LARGE_FILE, changesAt: [2, 4], opens: 4, ends: 1 },
  { ...LARGE_FILE, inputs: SERVICE, changesAt: [2, 4], opens: 4, ends: 1 }
])(
  'A file of $kind that changes at its openings $changesAt is opened $opens times, and the tree listed once more',
  async (row) => {
    const { file, opens, ends } = row
    const { exitCode, log, opened } = await counted(row)
    expect({ exitCode, log }).toEqual({ exitCode: ends, log })
    expect(opened).toMatchObject({ [path.dirname(file)]: 2, [file]: opens })
    if (ends === 1) expect(log).toContain(`##[error]\`${file}\` changed while it was being packed.`)
  }
)
