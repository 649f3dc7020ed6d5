import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/start.ts'
import { type Compute, compute } from './ignite/support/client.ts'
import { code } from './ignite/support/compiling.ts'
import { TALKATIVE_CRATE } from './ignite/support/talkative-crate.ts'
import { testWith } from './ignite/support/test-with.ts'
import { until } from './ignite/support/until.ts'
import { alive, killed, type Started, spawnEmulator } from './support/spawning.ts'

const testWithCargo = testWith('cargo')

let scratch: string
let data: string

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'emulator-restart-'))
  data = join(scratch, 'data')
})
afterEach(() => rmSync(scratch, { recursive: true }))

const GREETER = { organization_name: 'acme', app_name: 'greeter' }
const SOURCE = 'import json, os\ndef handler(payload, ctx): return [os.environ.get("WORD"), json.loads(payload or "0")]'

const HANDLER = '#[ignite::main]\nfn handler() -> ignite::Result<Vec<i32>> { Ok(vec![1]) }'

function client(emulator: Emulator): Compute {
  return compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 600 }) })
}

async function create(to: Compute, name: string, source: object): Promise<void> {
  await to.call('CreateApp', {
    organization_name: 'acme',
    name,
    code: source,
    env: { WORD: 'kept' },
    ports: [80, 8080]
  })
}

async function post(emulator: Emulator, app: string, body: string): Promise<unknown> {
  const bearer = emulator.mint({ org: 'acme', ttlSeconds: 60 })
  const headers = { authorization: `Bearer ${bearer}` }
  return (await fetch(`${emulator.public}/acme/${app}`, { method: 'POST', body, headers })).json()
}

/** All that the API shows of the app. */
async function shown(from: Compute, app = GREETER): Promise<object> {
  const { app: meta } = (await from.call('GetApp', app)) as { app: { public_urls: string[] } }
  const { public_urls, ...rest } = meta
  const draft = await from.call('GetDraftInfo', app)
  return {
    meta: rest,
    draft,
    versions: await from.call('ListAppVersions', app),
    code: await from.call('GetAppCode', app)
  }
}

test('after a restart everything is as it was, but for the ports, and the handlers run again', async () => {
  const first = await startEmulator({ data })
  using before = client(first)
  await create(before, 'greeter', code('python', SOURCE))
  await before.call('PublishDraft', GREETER)
  await before.call('SaveDraft', { ...GREETER, code: code('python', `${SOURCE} + [2]`) })
  await before.call('PublishDraft', GREETER)
  await before.call('RollbackApp', { ...GREETER, version: 1 })
  const { execution_id } = (await before.call('TestDraft', GREETER)) as { execution_id: string }
  const execution = await until(async () => {
    const answer = (await before.call('GetExecution', { execution_id })) as { execution: { status: string } }
    return answer.execution.status === 'EXECUTION_STATUS_COMPLETED' && answer
  })
  const state = await shown(before)
  await first.close()

  await using second = await startEmulator({ data })
  using after = client(second)
  expect(await shown(after)).toEqual(state)
  expect(await after.call('GetExecution', { execution_id })).toEqual(execution)
  const { app } = (await after.call('GetApp', GREETER)) as { app: { public_urls: string[] } }
  expect(app.public_urls).toEqual([`${second.public}/acme/greeter`, `${second.public}/acme/greeter-8080`])
  expect(await post(second, 'greeter', '1')).toEqual(['kept', 1])
  expect(await after.call('PublishDraft', GREETER)).toMatchObject({ published_version: 3 })
})

testWithCargo('a compiled program and its log outlive a restart', async () => {
  const app = { organization_name: 'acme', app_name: 'program' }
  const first = await startEmulator({ data })
  using before = client(first)
  await create(before, 'program', code('rust', HANDLER))
  const { deploy_id } = (await before.call('CompileDraft', app)) as { deploy_id: string }
  const log = await before.stream('StreamCompileLogs', { deploy_id })
  await before.call('PublishDraft', app)
  await first.close()

  await using second = await startEmulator({ data })
  using after = client(second)
  expect(await after.stream('StreamCompileLogs', { deploy_id })).toEqual(log)
  expect(await after.call('GetDraftInfo', app)).toMatchObject({ draft: { status: 'VERSION_STATUS_COMPILED' } })
  expect(await post(second, 'program', '')).toEqual([1])
})

testWithCargo(
  'killed in the middle of a compile and of a run, it keeps what was done and says what was interrupted',
  async () => {
    await using first: Started = await spawnEmulator(['--token', 'opaque:acme', '--data', data], {
      TALKATIVE_GATE: join(scratch, 'gate')
    })
    const pidFile = join(scratch, 'gate.pid')
    using before = compute(first, { token: 'opaque' })
    const talkative = { organization_name: 'acme', app_name: 'talkative' }
    await create(before, 'greeter', code('python', SOURCE))
    await before.call('PublishDraft', GREETER)
    await before.call('SaveDraft', {
      ...GREETER,
      code: code('python', 'import time\ndef handler(p, c): time.sleep(600)')
    })
    await create(before, 'talkative', code('rust', TALKATIVE_CRATE))
    const { deploy_id } = (await before.call('CompileDraft', talkative)) as { deploy_id: string }
    const { execution_id } = (await before.call('TestDraft', GREETER)) as { execution_id: string }
    await until(async () => {
      const { execution } = (await before.call('GetExecution', { execution_id })) as { execution: { status: string } }
      return execution.status === 'EXECUTION_STATUS_RUNNING'
    })
    const compiler = await until(() => existsSync(pidFile) && Number(readFileSync(pidFile, 'utf8')))
    expect(alive(compiler)).toBe(true)
    await killed(first)
    await until(() => !alive(compiler))

    await using second = await startEmulator({ data })
    using after = client(second)
    const error = 'interrupted: the emulator was stopped'
    expect(await after.call('GetDraftInfo', talkative)).toMatchObject({
      draft: { status: 'VERSION_STATUS_FAILED', error, deploy_id }
    })
    await after.stream('StreamCompileLogs', { deploy_id })
    expect(await after.call('GetExecution', { execution_id })).toMatchObject({
      execution: { status: 'EXECUTION_STATUS_FAILED', error }
    })
    expect(await post(second, 'greeter', '"still here"')).toEqual(['kept', 'still here'])
  }
)

test('a second emulator on the same directory is refused', async () => {
  await using first: Started = await spawnEmulator(['--data', data])
  expect(first.grpc).toMatch(/^127/)
  await expect(startEmulator({ data })).rejects.toThrow(/emulator\.sqlite cannot be used.*another emulator/)
})

test('a directory that cannot be made is said in one line', async () => {
  writeFileSync(data, 'a file')
  await expect(startEmulator({ data })).rejects.toThrow(/data/)
})
