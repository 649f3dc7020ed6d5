import { describe, expect, test } from '@jest/globals'
import { type EmulatorOptions, startEmulator } from '../../../../emulator/start.ts'
import { loadSet } from '../../../../emulator/wire/descriptors/descriptors.ts'
import { type Compute, compute } from '../support/client.ts'
import { pythonCode } from '../support/driver.ts'

const APP = { organization_name: 'acme', app_name: 'greeter' }
const GOOD = 'def handler(payload, ctx): print("called"); return 1'
const BAD = 'import nowhere\ndef handler(payload, ctx): return 1'

/** A public app whose versions have these sources, and a client that knows the platform's shapes. */
async function published(sources: readonly string[], options: EmulatorOptions = {}) {
  const emulator = await startEmulator(options)
  const set = loadSet({ variants: new Set(options.variants) })
  const client = compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 60 }), set })
  await client.call('CreateApp', { organization_name: 'acme', name: 'greeter' })
  await client.call('UpdateAppConfig', { ...APP, allow_unauthenticated: true })
  const url = `${emulator.public}/acme/greeter`
  const codes: number[] = []
  for (const source of sources) {
    await client.call('SaveDraft', { ...APP, code: pythonCode(source) })
    await client.call('PublishDraft', APP)
    codes.push((await fetch(url)).status)
  }
  return {
    client,
    url,
    codes,
    [Symbol.asyncDispose]: async () => {
      client[Symbol.dispose]()
      await emulator.close()
    }
  }
}

function reports(client: Compute): Promise<readonly object[]> {
  return Promise.all(['GetAppState', 'GetAppEvents', 'ListAppReplicas'].map((method) => client.call(method, APP)))
}

describe('What the platform tells of an app', () => {
  test('that was never called: nothing runs of it', async () => {
    await using app = await published([])
    expect(await reports(app.client)).toEqual([
      { deployment_state: 'DEPLOYMENT_STATE_CREATED', message: '', ready_replicas: 0 },
      { events: [] },
      { replicas: [] }
    ])
  })

  test('that is up', async () => {
    await using app = await published([GOOD])
    const [state, { events }, { replicas }] = (await reports(app.client)) as [object, { events: [] }, { replicas: [] }]
    expect(state).toEqual({ deployment_state: 'DEPLOYMENT_STATE_ACTIVE', message: '', ready_replicas: 1 })
    expect(events).toEqual([expect.objectContaining({ type: 'Normal', reason: 'Started', message: 'version 1 is up' })])
    expect(replicas).toEqual([{ replica_id: 'greeter-live', status: 'RUNNING', restart_count: 0, message: '' }])
  })

  test('that cannot be loaded, however often it is asked', async () => {
    await using app = await published([GOOD, BAD])
    expect(app.codes).toEqual([200, 503])
    await fetch(app.url)
    const [state, { events }, { replicas }] = (await reports(app.client)) as [
      object,
      { events: object[] },
      { replicas: object[] }
    ]
    const why = "ModuleNotFoundError: No module named 'nowhere'"
    expect(state).toEqual({ deployment_state: 'DEPLOYMENT_STATE_FAILED', message: why, ready_replicas: 0 })
    expect(events.slice(1)).toEqual([
      {
        timestamp_ms: expect.any(Number),
        type: 'Warning',
        reason: 'ModuleNotFoundError',
        message: "No module named 'nowhere'",
        count: 2
      }
    ])
    expect(replicas).toEqual([{ replica_id: 'greeter-live', status: 'FAILED', restart_count: 1, message: why }])
    const { lines } = (await app.client.call('GetAppLogs', APP)) as { lines: { message: string; stream: string }[] }
    expect(lines.at(-1)).toMatchObject({ message: why, stream: 'stderr' })
  })

  test('that went back is of the version that is active', async () => {
    await using app = await published([GOOD, BAD])
    await app.client.call('RollbackApp', { ...APP, version: 1 })
    expect(await app.client.call('GetAppState', APP)).toMatchObject({ deployment_state: 'DEPLOYMENT_STATE_ACTIVE' })
  })
})

test('a log that is followed is told from its first line, and goes on', async () => {
  await using app = await published([GOOD])
  await fetch(app.url, { method: 'POST', body: '{}' })
  const seen: object[] = []
  for await (const line of app.client.messages('StreamAppLogs', APP)) {
    seen.push(line)
    if (seen.length === 2) break
    await fetch(app.url, { method: 'POST', body: '{}' })
  }
  expect(seen).toEqual([
    expect.objectContaining({ message: 'called', replica_id: 'greeter-live' }),
    expect.objectContaining({ message: 'called' })
  ])
})

test('under `reports-otherwise` all has other names and shapes, and the log can only be followed', async () => {
  await using app = await published([BAD], { variants: ['reports-otherwise'] })
  const why = "ModuleNotFoundError: No module named 'nowhere'"
  expect(await reports(app.client)).toEqual([
    { posture: { phase: 'DEPLOYMENT_STATE_FAILED', ready: 0, detail: why } },
    { items: [{ what: why, at: expect.any(Number) }] },
    { pods: [{ pod: 'greeter-live', status: 'FAILED', restarts: 0, message: why }] }
  ])
  for await (const line of app.client.messages('StreamAppLogs', APP)) {
    expect(line).toMatchObject({ line: 'Traceback (most recent call last):' })
    break
  }
  expect(() => app.client.call('GetAppLogs', APP)).toThrow()
})

test('under `slow-routes` the URL of a new app leads nowhere at first', async () => {
  await using app = await published([GOOD], { variants: ['slow-routes'] })
  expect(app.codes).toEqual([404])
  while ((await fetch(app.url)).status === 404);
  expect((await fetch(app.url)).status).toBe(200)
})
