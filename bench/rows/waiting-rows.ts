import { readFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { draft, MemoryPlatform, PLAN, RecordingTools } from '../../__tests__/support/fakes.ts'
import type { JournalEntry } from '../../emulator/ignite/journal.ts'
import { deploy } from '../../src/deploy/deploy.ts'
import { type Child, run } from '../measuring/process.ts'
import { checkout, inputsFor, main } from '../scene/action.ts'
import { farEmulator } from '../scene/emulator.ts'
import type { Scene } from '../scene/scene.ts'
import type { Row } from './row.ts'

const RTT_MS = 40
const COMPILE_MS = 600_000

/** What main says when it knows that the compile has ended. */
const KNOWN = /^Compiled/m

/** Round trips from the end of the compile's log, on the platform, until main says that it knows. */
async function noticed(scene: Scene): Promise<() => Promise<readonly number[]>> {
  const platform = await farEmulator(scene, { rttMs: RTT_MS, tls: false })
  const workspace = await checkout(scene, 'deno-hello')
  const program = main(workspace, inputsFor(platform, { app: 'deno-hello', code: 'deno-hello' }))
  return async () => {
    let knownAt = 0
    const note = ({ stdout }: Child) =>
      void stdout.on('data', (text: Buffer) => {
        if (knownAt === 0 && KNOWN.test(text.toString())) knownAt = Date.now()
      })
    await run(program, note)
    return [(knownAt - endOfCompile(platform.journal)) / RTT_MS]
  }
}

function endOfCompile(journal: string): number {
  const lines = readFileSync(journal, 'utf8').trimEnd().split('\n')
  const calls = lines.map((line) => JSON.parse(line) as JournalEntry)
  return calls.findLast(({ method }) => method.endsWith('/StreamCompileLogs'))?.doneAtMs ?? Number.NaN
}

/** The calls of a compile that takes ten minutes of a clock that is moved by those who wait. */
async function callsOfCompile(): Promise<number> {
  const platform = new MemoryPlatform()
  const tools = new RecordingTools(platform)
  const isOver = () => tools.clock.now() >= COMPILE_MS
  const saved = { codeHash: 'aaaa0001', createdAtMs: 1000 }
  platform.deployId = 'deploy-1'
  platform.readDraft = async () => {
    platform.calls.push('readDraft')
    return draft({ ...saved, status: isOver() ? 'COMPILED' : 'COMPILING' })
  }
  platform.logs = [
    async function* () {
      for (; !isOver(); await setImmediate()) yield Buffer.from('Compiling\n')
    }
  ]
  const plan = { ...PLAN, source: { ...PLAN.source, runtime: 'rust' as const } }
  await deploy(plan, tools)
  return platform.calls.indexOf('publishDraft') - platform.calls.indexOf('compileDraft')
}

export const WAITING_ROWS: readonly Row[] = [
  {
    id: 'W1',
    what: 'from the end of a compile on the platform to main’s knowing it, at 40 ms',
    figures: [{ of: '', unit: 'RTT', goal: 2.5, isAbsolute: true }],
    prepare: async (scene) => ({ a: await noticed(scene) })
  },
  {
    id: 'W1',
    what: 'calls while a compile takes ten minutes, by a clock that waits for nobody',
    figures: [{ of: '', unit: 'calls', goal: 45, isAbsolute: true }],
    pairs: 1,
    prepare: async () => ({ a: async () => [await callsOfCompile()] })
  }
]
