import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Variant } from '../../../emulator/contract/variants.ts'
import { type Emulator, startEmulator } from '../../../emulator/start.ts'
import { TALKATIVE_CRATE, WARNINGS } from '../../emulator/ignite/support/talkative-crate.ts'
import { testWith } from '../../emulator/ignite/support/test-with.ts'
import type { FakeServer } from '../../platform/support/fake-server.ts'
import { inputsFor, inputsWithToken, runMain, startAction, Workspace } from '../../support/deploying.ts'
import { arrived, failingAt } from '../support/live-app.ts'
import { appNamed, MISSED, type Telling, talkingPlatform } from '../support/talking-platform.ts'

const LINES = 60
const CHUNK_BYTES = 150
const GAP = 'The log was interrupted here: lines may be missing, or shown twice.'

const TEXT = Buffer.from(
  Array.from({ length: LINES }, (_, at) => `line ${at + 1} of sixty – ünïcödé 🚀 ${'.'.repeat(at % 7)}\n`).join('')
)
/** Cut anywhere, in letters too. */
const CHUNKS = Array.from({ length: Math.ceil(TEXT.length / CHUNK_BYTES) }, (_, at) =>
  TEXT.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES)
)
/** Over gRPC alone, __tests__/platform/followed-log.test.ts cuts after each chunk. */
const CUTS = Array.from({ length: CHUNKS.length + 1 }, (_, cut) => cut).filter(
  (cut) => cut % 5 === 0 || cut >= CHUNKS.length - 1
)

const workspace = new Workspace()
let platform: FakeServer

beforeAll(async () => {
  platform = await talkingPlatform(CHUNKS)
  mkdirSync(path.join(workspace.path, 'rust'))
  workspace.write('rust/Cargo.toml', '[package]\nname = "rust"\n')
})

afterAll(async () => {
  workspace[Symbol.dispose]()
  await platform[Symbol.asyncDispose]()
})

/** What the log of such a run shows of the compiler, and the gap where there is one. */
async function shown(telling: Telling): Promise<readonly string[]> {
  const endpoints = { grpc: platform.endpoint.authority, tokenUrl: '' }
  const name = appNamed(telling)
  const inputs = inputsWithToken(endpoints, 'static-token', { app: `acme:${name}`, code: 'rust', 'auth-url': '' })
  const main = await runMain(workspace, { inputs })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  return main.log.split('\n').filter((line) => line.includes('of sixty') || line === GAP)
}

const WHOLE = TEXT.toString().trimEnd().split('\n')

/** Who was told nothing before the break cannot know what was said until then. */
function whole(cut: number): readonly string[] {
  return cut === 0 ? [GAP, ...WHOLE] : WHOLE
}

function withoutGutter(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.replace(/^\| /, ''))
}

/** As many at once as the machine bears: most of the time of such a run is waiting. */
async function forEachCut(check: (cut: number) => Promise<void>, cuts = CUTS): Promise<void> {
  for (let at = 0; at < cuts.length; at += 6) await Promise.all(cuts.slice(at, at + 6).map(check))
}

function gapsIn(lines: readonly string[]): number {
  return lines.filter((line) => line === GAP).length
}

describe(`The log of a compile, of ${LINES} lines in ${CHUNKS.length} chunks, that breaks`, () => {
  test('has no line missing and none twice where the platform tells it again', async () => {
    await forEachCut(async (cut) => {
      const lines = await shown({ log: 'replay', compile: 'running', cut })
      expect({ cut, lines: withoutGutter(lines) }).toEqual({ cut, lines: whole(cut) })
    })
  })

  // src/deploy/log/follow.ts: a log that broke is left where it broke, without a word, when the compile is over by then.
  test('has no line missing and none twice, also where the compile is over when it breaks', async () => {
    await forEachCut(async (cut) => {
      const lines = await shown({ log: 'replay', compile: 'over', cut })
      expect({ cut, lines: withoutGutter(lines) }).toEqual({ cut, lines: whole(cut) })
    })
  })

  test('says that lines may be missing where the platform tells only what comes from then on', async () => {
    await forEachCut(
      async (cut) => {
        const lines = await shown({ log: 'live', compile: 'running', cut })
        const told = Buffer.concat([...CHUNKS.slice(0, cut), ...CHUNKS.slice(cut + MISSED)]).toString()
        const ofPlatform = withoutGutter(lines).filter((line) => line !== GAP)
        for (const line of ofPlatform.filter((each) => WHOLE.includes(each))) expect(told).toContain(line)
        expect(new Set(ofPlatform).size).toBe(ofPlatform.length)
        expect({ cut, gaps: gapsIn(lines) }).toEqual({ cut, gaps: 1 })
      },
      CUTS.filter((cut) => cut < CHUNKS.length - MISSED)
    )
  })

  // src/deploy/log/replayed-log.ts, close: an attachment that tells nothing at all is taken for a whole repetition.
  test('says that lines may be missing where nothing comes from then on', async () => {
    expect(gapsIn(await shown({ log: 'live', compile: 'running', cut: CHUNKS.length - MISSED }))).toBe(1)
  })

  // src/deploy/log/follow.ts, as above: nothing says that the rest was not seen.
  test('says that lines may be missing where the compile is over when it breaks', async () => {
    expect(gapsIn(await shown({ log: 'live', compile: 'over', cut: 5 }))).toBe(1)
  })
})

describe('The log of a real compile', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'compile-log-'))
  const gate = path.join(scratch, 'gate')

  beforeAll(() => {
    process.env['TALKATIVE_GATE'] = gate
    for (const [file, content] of Object.entries(TALKATIVE_CRATE)) {
      mkdirSync(path.dirname(path.join(workspace.path, 'talkative', file)), { recursive: true })
      workspace.write(path.join('talkative', file), content)
    }
  })

  afterAll(() => {
    delete process.env['TALKATIVE_GATE']
    rmSync(scratch, { recursive: true })
  })

  /** The first attachment is told `Compiling …`, and the connection is cut; the compile waits for the second. */
  async function interrupted(emulator: Emulator): Promise<string> {
    rmSync(gate, { force: true })
    await using step = startAction(workspace, { inputs: inputsFor(emulator, { app: 'talkative', code: 'talkative' }) })
    await arrived(emulator, 'StreamCompileLogs', 2)
    writeFileSync(gate, '')
    const main = await step.main
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    return main.log
  }

  const warnings = Array.from({ length: WARNINGS }, (_, at) => `line ${at + 1} – ünïcödé`)
  const replaying: readonly (readonly Variant[])[] = [[], ['compile-logs-lines']]

  testWith('cargo').each(replaying.map((variants) => ({ variants })))(
    'that is cut and told again is whole, with %j',
    async ({ variants }) => {
      await using emulator = await startEmulator({ variants, ...cutAfterOne() })
      const log = await interrupted(emulator)
      expect(log.match(/line \d+ – ünïcödé/g)).toEqual(warnings)
      expect(log.match(/Compiling/g)).toHaveLength(1)
      expect(log).not.toContain(GAP)
    }
  )

  testWith('cargo')('that is cut and not told again says so, in its place', async () => {
    await using emulator = await startEmulator({ variants: ['compile-logs-live'], ...cutAfterOne() })
    const log = await interrupted(emulator)
    expect(log.match(/line \d+ – ünïcödé/g)).toEqual(warnings)
    expect(log.match(/Compiling/g)).toHaveLength(1)
    expect(log.indexOf(GAP)).toBeGreaterThan(log.indexOf('Compiling'))
    expect(log.indexOf(GAP)).toBeLessThan(log.indexOf('line 1 '))
  })
})

function cutAfterOne() {
  return failingAt('StreamCompileLogs', [1], { action: 'cut-stream', messages: 1 })
}
