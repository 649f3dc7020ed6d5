import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Variant } from '../../emulator/contract/variants.ts'
import { type Emulator, startEmulator } from '../../emulator/start.ts'
import type { StageResult } from '../../runner/stage.ts'
import {
  callUrl,
  type Inputs,
  inputsFor,
  messagesOf,
  remote,
  run,
  runMain,
  theFailure,
  Workspace,
  writesTo
} from '../support/deploying.ts'

/** Answers with its payload and its environment, or does what the payload asks for. */
const HANDLER = `
import json, os, time
VERSION = "one"

def parsed(payload):
    try:
        return json.loads(payload)
    except ValueError:
        return payload.hex()

def handler(payload, ctx):
    echo = parsed(payload)
    asked = echo if isinstance(echo, dict) else {}
    time.sleep(asked.get("sleep", 0))
    if "fail" in asked:
        raise ValueError(asked["fail"])
    return {"version": VERSION, "echo": echo, "mode": os.environ.get("MODE"), "cities": [{"name": "Paris"}, 2]}
`

const CASES: Readonly<Record<string, string | Uint8Array>> = {
  'tests/b.json': '{"name":  "Bo"}\n',
  'tests/a.json': '{\r\n  "name": "Ada \\ud83d\\ude80 \\u0000"\r\n}\r\n',
  'tests/a.expect.json': '{"echo": {"name": "Ada \\ud83d\\ude80 \\u0000"}}',
  'tests/plain.txt': 'no JSON: {"\r\n',
  'tests/bytes.bin': Uint8Array.from([0xff, 0xfe, 0x00, 0x0d, 0x0a, 0x80, 0xed, 0xa0, 0x80])
}

const workspace = new Workspace()
let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator()
  mkdirSync(path.join(workspace.path, 'tests'))
  workspace.write('greeter/handler.py', HANDLER)
  for (const [file, content] of Object.entries(CASES)) workspace.write(file, content)
})

afterAll(async () => {
  workspace[Symbol.dispose]()
  await emulator.close()
})

type Payload = { readonly bytes: number; readonly sha256: string }

/** The payloads that arrived for an app, in their order. */
function payloadsFor(app: string, { journal } = emulator): readonly Payload[] {
  const tests = journal.filter(({ method }) => method === 'ComputeService/TestDraft')
  const requests = tests.map(({ request }) => request as { app_name: string; payload: Payload })
  return requests.filter(({ app_name }) => app_name === app).map(({ payload }) => payload)
}

function bytesOf(content: string | Uint8Array): Payload {
  return { bytes: Buffer.byteLength(content), sha256: createHash('sha256').update(content).digest('hex') }
}

async function passing(app: string, inputs: Inputs) {
  const { main, post } = await run(workspace, { inputs: inputsFor(emulator, { app, ...inputs }) })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect(post).toMatchObject({ exitCode: 0, raw: '' })
  expect(main.outputs).toMatchObject({ status: 'published', test_status: 'passed' })
  return main
}

describe('A draft that passes its tests is published', () => {
  test('with one payload, which arrives as it was written', async () => {
    const before = writesTo(emulator).length
    const payload = '{"name": "Ada",\n  "emoji": "🚀", "escaped": "\\ud800"}\n\n'
    const main = await passing('inline', { 'test-payload': payload })
    expect(payloadsFor('inline')).toEqual([bytesOf(payload)])
    const writes = writesTo(emulator).slice(before)
    expect(writes.indexOf('ComputeService/TestDraft')).toBeLessThan(writes.indexOf('ComputeService/PublishDraft'))
    expect(main.log).toMatch(
      /##\[group\]Test draft\n✓ test-payload: completed(?: \(.*\))?\n {4}output: \{"version": "one".*\}\n##\[endgroup\]\n1 test passed/
    )
    expect(JSON.parse(main.outputs['test_execution_ids'] ?? '')).toEqual([expect.stringMatching(/^\w+$/)])
    expect(main.summary).toContain('| Test | Result | Time |')
    expect(main.summary).toContain('| <code>test-payload</code> | ✅&nbsp;completed |')
  })

  test('with files: by name, by glob, each once, those that are no JSON byte for byte', async () => {
    const files = '# the tests\ntests/plain.txt\r\ntests/*.json\n\ntests/a.json\ntests/*.bin\n'
    const main = await passing('files', { 'test-payload-file': files, 'test-payload': '{}' })
    const order = ['tests/plain.txt', 'tests/a.json', 'tests/b.json', 'tests/bytes.bin']
    expect(payloadsFor('files')).toEqual([bytesOf('{}'), ...order.map((file) => bytesOf(CASES[file] ?? ''))])
    expect(drafts(main).match(/^✓ \S+:/gm)).toEqual(['✓ test-payload:', ...order.map((file) => `✓ ${file}:`)])
    expect(main.log).toContain('5 tests passed')
    expect(JSON.parse(main.outputs['test_execution_ids'] ?? '')).toHaveLength(5)
    for (const file of order) expect(main.summary).toContain(`| <code>${file.replaceAll('_', '&#95;')}</code> | ✅`)
  })

  test('from `working-directory`, where paths start', async () => {
    const inputs = { 'working-directory': 'tests', code: '../greeter', 'test-payload-file': 'b.json' }
    expect((await passing('elsewhere', inputs)).log).toContain('✓ b.json: completed')
  })

  test('with what is expected; the file beside a payload wins', async () => {
    const main = await passing('expecting', {
      'test-payload-file': 'tests/*.json',
      'test-expect': '{"echo": {"name": "Bo"}, "cities": [{}, 2]}'
    })
    expect(drafts(main).match(/^✓ .*: completed, as expected/gm)).toHaveLength(2)
  })

  test('with zero, however it is written', async () => {
    workspace.write('zero.json', '{"n": -0.0, "list": [-0]}')
    await passing('zero', {
      'test-payload-file': 'zero.json',
      'test-expect': '{"echo": {"n": 0, "list": [0]}}'
    })
    await passing('minus-zero', {
      'test-payload': '{"n": 0}',
      'test-expect': '{"echo": {"n": -0}}'
    })
  })

  test('with the environment that this run adds', async () => {
    const inputs = { env: 'MODE=new', 'test-payload': '{}', 'test-expect': '{"mode": "new"}' }
    await passing('env-new', inputs)
    await passing('env-added', { 'test-payload': '{}', 'test-expect': '{"mode": null}' })
    await passing('env-added', inputs)
  })
})

/** What is told before the version is published, which is called once more. */
function drafts({ log }: StageResult): string {
  return log.slice(0, log.indexOf('Published version'))
}

type Failing = {
  readonly how: string
  readonly inputs: Inputs
  readonly says: string
  readonly shows: readonly string[]
}

const failing: readonly Failing[] = [
  {
    how: 'fails',
    inputs: { 'test-payload': '{"fail": "no such city\\n::error::mine"}' },
    says: 'ValueError: no such city, handler.py:16. The test test-payload failed.',
    shows: ['✗ test-payload: failed', '| ValueError: no such city', '| ::error::mine']
  },
  {
    how: 'takes too long',
    inputs: { 'test-payload': '{"sleep": 4}', 'test-timeout-seconds': '1' },
    says: 'The test did not end within 1.0 s. The test test-payload failed. Let the app answer sooner, or set a larger `test-timeout-seconds`.',
    shows: ['✗ test-payload: did not end within 1.0 s (', 'may still be running']
  },
  {
    how: 'differs',
    inputs: {
      'test-payload': '{"name": "Ada"}',
      'test-expect': '{"echo": {"name": "Bo", "age": 7}, "cities": [{"name": "Rome"}, 2], "version": "two"}'
    },
    says: '$.echo.name: expected "Bo", got "Ada". The test test-payload failed. Mend the code, or what `test-expect` says of its output.',
    shows: [
      '    $.echo.name: expected "Bo", got "Ada"',
      '    $.echo.age: expected 7, got nothing',
      '    $.cities[0].name: expected "Rome", got "Paris"',
      '    output: {"version": "two", "echo": {"name": "Ada"}'
    ]
  }
]

describe('A draft whose test', () => {
  const LIVE = { env: 'MODE=old\nKEPT=1', tier: 'medium', ports: '80\n8080', 'allow-unauthenticated': 'true' }
  const CHANGES = { env: 'MODE=new', tier: 'large', ports: '80', 'allow-unauthenticated': 'false' }

  test.each(failing)(
    '$how is not published, and nothing that is live changes',
    async ({ how, inputs, says, shows }) => {
      const name = `test-${how.replaceAll(' ', '-')}`
      const first = await runMain(workspace, { inputs: inputsFor(emulator, { app: name, ...LIVE }) })
      const app = { organization: 'acme', name }
      const live = await remote(emulator, app)
      workspace.write('greeter/handler.py', HANDLER.replace('"one"', '"two"'))
      const before = emulator.journal.length
      const { main, post } = await run(workspace, { inputs: inputsFor(emulator, { app: name, ...CHANGES, ...inputs }) })
      workspace.write('greeter/handler.py', HANDLER)

      const failure = theFailure(main)
      expect(failure).toMatchObject({ reason: 'test_failed', title: 'Test draft failed' })
      expect(failure.message).toContain(says)
      for (const line of shows) expect(main.log).toContain(line)
      expect(messagesOf(main, 'notice')).toEqual([
        'The live version is unchanged; the draft slot holds this run’s code.'
      ])
      expect(main.outputs).toMatchObject({
        test_status: 'failed',
        test_execution_ids: expect.stringMatching(/^\["\w+"\]$/),
        published_version: '',
        active_version: '1',
        code_hash: expect.stringMatching(/^[0-9a-f]{8}$/)
      })
      expect(main.summary).toMatch(/\| <code>test-payload<\/code> \| ❌&nbsp;.* \| .* \|/)
      expect(post).toMatchObject({ exitCode: 0, raw: '' })
      expect(changesSince(before)).toEqual(['ComputeService/SaveDraft', 'ComputeService/TestDraft'])
      expect(await remote(emulator, app)).toEqual(live)
      expect(await callUrl(first.outputs['url'])).toMatchObject({ version: 'one', mode: 'old' })
    }
  )

  test('is one of several that pass is not published; all of them run', async () => {
    const main = await runMain(workspace, {
      inputs: inputsFor(emulator, { app: 'several', 'test-payload-file': 'tests/*.json', 'test-expect': '{"echo": 1}' })
    })
    expect(theFailure(main).message).toContain(
      '$.echo: expected 1, got {"name":"Bo"}. 1 of 2 tests failed: tests/b.json. `test-expect` is compared with the output of every payload: where this one has another, write that into `tests/b.expect.json`.'
    )
    expect(main.log).toMatch(/✓ tests\/a\.json[\s\S]*✗ tests\/b\.json[\s\S]*\$\.echo: expected 1, got \{"name":"Bo"\}/)
    expect(JSON.parse(main.outputs['test_execution_ids'] ?? '')).toHaveLength(2)
    expect(main.summary).toMatch(/tests\/a\.json<\/code> \| ✅[\s\S]*tests\/b\.json<\/code> \| ❌/)
    expect((await remote(emulator, { organization: 'acme', name: 'several' })).versions).toEqual([])
  })
})

function changesSince(calls: number): readonly string[] {
  return writesTo({ journal: emulator.journal.slice(calls) })
}

describe('Environment names that a failing test needed', () => {
  const variants: readonly (readonly Variant[])[] = [['settings-replace'], ['settings-no-presence'], ['settings-mask']]

  test.each(variants)('are taken away again (%s)', async (variant) => {
    await using platform = await startEmulator({ variants: [variant] })
    const { main } = await failedWithNewName(platform)
    expect(main.log).toContain('##[notice]The settings that this run changed were put back: env (ADDED).')
    expect((await remote(platform)).state?.settings.env).toEqual({ MODE: 'old' })
  })

  test('are said to have stayed on a platform that does not remove them', async () => {
    await using platform = await startEmulator()
    const { main } = await failedWithNewName(platform)
    expect((await remote(platform)).state?.settings.env).toEqual({ MODE: 'old', ADDED: '1' })
    expect(messagesOf(main, 'notice').join()).not.toContain('were put back')
    expect(messagesOf(main, 'warning')).toEqual([
      'The platform took the call, and did not take back what this run changed: env (ADDED).'
    ])
  })
})

async function failedWithNewName(platform: Emulator) {
  await runMain(workspace, { inputs: inputsFor(platform, { env: 'MODE=old' }) })
  const inputs = { env: 'MODE=new\nADDED=1', 'test-payload': '{"fail": "x"}' }
  const deployed = await run(workspace, { inputs: inputsFor(platform, inputs) })
  expect(theFailure(deployed.main).reason).toBe('test_failed')
  expect(deployed.post).toMatchObject({ exitCode: 0, raw: '' })
  return deployed
}
