import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { status } from '@grpc/grpc-js'
import { afterEach, beforeEach, expect } from '@jest/globals'
import type { Variant } from '../../../../emulator/contract/variants.ts'
import { code, compile, logOf, save } from '../support/compiling.ts'
import { type Driver, drive } from '../support/driver.ts'
import { TALKATIVE_CRATE, WARNINGS } from '../support/talkative-crate.ts'
import { testWith } from '../support/test-with.ts'
import { until } from '../support/until.ts'

const testWithCargo = testWith('cargo')

let scratch: string
let gate: string

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'compile-logs-'))
  gate = join(scratch, 'gate')
  process.env['TALKATIVE_GATE'] = gate
})
afterEach(() => {
  delete process.env['TALKATIVE_GATE']
  rmSync(scratch, { recursive: true })
})

/** Attaches, and collects what comes; `over` resolves when the stream ends. */
function attach(driver: Driver, deployId: string): { said(): string; readonly over: Promise<void> } {
  const chunks: Buffer[] = []
  const read = async () => {
    for await (const message of driver.messages('StreamCompileLogs', { deploy_id: deployId })) {
      chunks.push((message as { data: Buffer }).data)
    }
  }
  return { said: () => Buffer.concat(chunks).toString(), over: read() }
}

async function compiling(...variants: Variant[]) {
  const ignite = await drive({ variants })
  await save(ignite, code('rust', TALKATIVE_CRATE))
  const { deploy_id } = (await ignite.greeter('CompileDraft')) as { deploy_id: string }
  const first = attach(ignite, deploy_id)
  await until(() => first.said().includes('Compiling'))
  const second = attach(ignite, deploy_id)
  return { ignite, deploy_id, first, second, [Symbol.asyncDispose]: ignite[Symbol.asyncDispose] }
}

testWithCargo('the log comes while the compiler runs, and is told from the start whenever it is attached', async () => {
  await using run = await compiling()
  await until(() => run.second.said().includes('Compiling'))
  expect(run.first.said()).not.toContain('line 1 ')
  writeFileSync(gate, '')
  await Promise.all([run.first.over, run.second.over])
  expect(run.first.said().match(/line \d+ – ünïcödé$/gm)).toHaveLength(WARNINGS)
  expect(run.second.said()).toBe(run.first.said())
  expect(await logOf(run.ignite, run.deploy_id)).toBe(run.first.said())
})

testWithCargo('under compile-logs-live it begins where it is attached', async () => {
  await using run = await compiling('compile-logs-live')
  writeFileSync(gate, '')
  await Promise.all([run.first.over, run.second.over])
  expect(run.second.said()).toContain('line 60 ')
  expect(run.second.said()).not.toContain('Compiling')
  expect(run.first.said().endsWith(run.second.said())).toBe(true)
  expect(await logOf(run.ignite, run.deploy_id)).toBe('')
})

testWithCargo('under compile-logs-lines the messages hold whole lines', async () => {
  writeFileSync(gate, '')
  await using bytes = await drive()
  await save(bytes, code('rust', TALKATIVE_CRATE))
  const { deploy_id } = await compile(bytes)
  const expected = (await logOf(bytes, deploy_id)).split('\n').filter((line) => line.includes('line '))

  await using ignite = await drive({ variants: ['compile-logs-lines'] })
  await save(ignite, code('rust', TALKATIVE_CRATE))
  const draft = await compile(ignite)
  const messages = (await ignite.stream('StreamCompileLogs', { deploy_id: draft.deploy_id })) as { lines: string[] }[]
  expect(messages.length).toBeGreaterThan(3)
  expect(messages.flatMap(({ lines }) => lines).filter((line) => line.includes('line '))).toEqual(expected)
})

testWithCargo('messages are short: a long line is cut in its middle', async () => {
  // Of many short lines it is left to the pipe how many come at once.
  const warning = 'fn main() { println!("cargo::warning={}", "long ".repeat(800)); }'
  await using ignite = await drive()
  await save(ignite, code('rust', { ...TALKATIVE_CRATE, 'build.rs': warning }))
  const { deploy_id } = await compile(ignite)
  const messages = (await ignite.stream('StreamCompileLogs', { deploy_id })) as { data: Buffer }[]
  expect(Math.max(...messages.map(({ data }) => data.length))).toBe(256)
  expect(messages.some(({ data }) => data.at(-1) !== 10)).toBe(true)
  expect(messages.length).toBeGreaterThan(10)
})

testWithCargo('the log of an unknown compile is NOT_FOUND', async () => {
  await using ignite = await drive()
  const asked = ignite.stream('StreamCompileLogs', { deploy_id: 'nope' })
  await expect(asked).rejects.toMatchObject({ code: status.NOT_FOUND })
})

testWithCargo('when the emulator ends, so does the compiler', async () => {
  await using run = await compiling()
  await run.ignite[Symbol.asyncDispose]()
  await run.first.over
  expect(run.first.said()).not.toContain('line 1 ')
})
