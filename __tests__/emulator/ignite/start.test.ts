import { createHash } from 'node:crypto'
import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import { DEFAULT_ACCOUNT, type Emulator, startEmulator } from '../../../emulator/start.ts'
import { loadSet } from '../../../emulator/wire/descriptors/descriptors.ts'
import { type Compute, compute } from './support/client.ts'
import { pythonCode } from './support/driver.ts'
import { until } from './support/until.ts'

const APP = { organization_name: 'acme', app_name: 'greeter' }
const SOURCE = [
  'import json',
  'def handler(payload, ctx):',
  '    payload = json.loads(payload)',
  '    if payload.get("fail"): raise ValueError("asked to")',
  '    return {"got": payload}'
].join('\n')

async function publishGreeter(client: Compute, settings: object = {}): Promise<void> {
  await client.call('CreateApp', { organization_name: 'acme', name: 'greeter', code: pythonCode(SOURCE), ...settings })
  await client.call('PublishDraft', APP)
}

async function login(emulator: Emulator): Promise<string> {
  const { id, secret } = DEFAULT_ACCOUNT
  const body = new URLSearchParams({ client_id: id, client_secret: secret, grant_type: 'client_credentials' })
  const answer = (await (await fetch(emulator.tokenUrl, { method: 'POST', body })).json()) as { access_token: string }
  return answer.access_token
}

function ended(client: Compute, started: object): Promise<object> {
  return until(async () => {
    const { execution } = (await client.call('GetExecution', started)) as { execution: { status: string } }
    return !/PENDING|RUNNING|IN_PROGRESS/.test(execution.status) && execution
  })
}

test.each([
  [[], undefined],
  [['payload-string', 'public-urls-map', 'no-code-hash', 'status-spelling', 'custom-options'], 7]
] as const)('an app is made, tested, published and called over gRPC (%j, seed %j)', async (variants, permuteSeed) => {
  const seed = permuteSeed === undefined ? {} : { permuteSeed }
  await using emulator = await startEmulator({ variants, ...seed })
  const set = loadSet({ variants: new Set(variants), ...seed })
  using client = compute(emulator, { token: await login(emulator), set })

  await client.call('CreateApp', { organization_name: 'acme', name: 'greeter', env: { A: '1' } })
  await client.call('SaveDraft', { ...APP, code: pythonCode(SOURCE) })
  const payload = variants.length > 0 ? '{"n":1}' : Buffer.from('{"n":1}')
  const execution = await ended(client, await client.call('TestDraft', { ...APP, payload }))
  expect(JSON.parse(JSON.stringify(execution))).toMatchObject({ status: 'EXECUTION_STATUS_COMPLETED' })
  const url = `${emulator.public}/acme/greeter`
  expect(await client.call('PublishDraft', APP)).toMatchObject({
    published_version: 1,
    app: {
      env: { A: '1' },
      deployment_state: variants.length > 0 ? 'DEPLOYMENT_STATE_SERVING' : 'DEPLOYMENT_STATE_ACTIVE',
      public_urls: variants.length > 0 ? { 80: url } : [url],
      runtime: { python: {} }
    }
  })
  const frames = await client.stream('Invoke', { ...APP, body: Buffer.from('{"n":2}') })
  expect(frames).toMatchObject([
    { head: { status: 200, execution_id: expect.stringMatching(/^01/) } },
    { chunk: Buffer.from('{"got": {"n": 2}}') },
    { trailer: { error: '' } }
  ])
})

test('the journal has every call with its request, its number and how it ended', async () => {
  const faults = JSON.stringify({
    faults: [{ method: 'ComputeService/GetApp', call: 2, action: 'status', code: 'UNAVAILABLE', details: 'away' }]
  })
  await using emulator = await startEmulator({ faults })
  using client = compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 60 }) })
  const code = pythonCode(SOURCE)
  await client.call('CreateApp', { organization_name: 'acme', name: 'greeter' })
  await client.call('SaveDraft', { ...APP, code })
  await client.call('GetApp', APP)
  await expect(client.call('GetApp', APP)).rejects.toMatchObject({ code: status.UNAVAILABLE })
  const sha256 = createHash('sha256').update(SOURCE).digest('hex')
  expect(emulator.journal).toMatchObject([
    { method: 'ComputeService/CreateApp', call: 1, outcome: 'OK' },
    {
      method: 'ComputeService/SaveDraft',
      request: { ...APP, code: { compile: { source_code: { bytes: SOURCE.length, sha256 } } } }
    },
    { method: 'ComputeService/GetApp', call: 1, request: APP, outcome: 'OK' },
    { method: 'ComputeService/GetApp', call: 2, outcome: 'UNAVAILABLE', details: 'away' }
  ])
})

test('a bearer that is missing, expired or of another organization is refused; a health check needs none', async () => {
  await using emulator = await startEmulator({ tokens: [{ token: 'opaque', organization: 'acme' }] })
  const attempt = async (token: string | undefined) => {
    using client = compute(emulator, token === undefined ? {} : { token })
    return await client.call('GetApp', APP).catch((error) => error.code)
  }
  expect(await attempt(undefined)).toBe(status.UNAUTHENTICATED)
  expect(await attempt('garbled')).toBe(status.UNAUTHENTICATED)
  expect(await attempt(emulator.mint({ org: 'acme', ttlSeconds: -1 }))).toBe(status.UNAUTHENTICATED)
  expect(await attempt(emulator.mint({ org: 'other', ttlSeconds: 60 }))).toBe(status.PERMISSION_DENIED)
  expect(await attempt('opaque')).toBe(status.NOT_FOUND)
  using nobody = compute(emulator, {})
  expect(await nobody.call('HealthCheck', {})).toEqual({})
})

test('an execution is shown to its own organization only', async () => {
  await using emulator = await startEmulator()
  using client = compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 60 }) })
  using other = compute(emulator, { token: emulator.mint({ org: 'other', ttlSeconds: 60 }) })
  await publishGreeter(client)
  const started = await client.call('InvokeAsync', { ...APP, body: Buffer.from('{"fail":true}') })
  await expect(other.call('GetExecution', started)).rejects.toMatchObject({ code: status.PERMISSION_DENIED })
  expect(await ended(client, started)).toMatchObject({ error: expect.stringContaining('ValueError: asked to') })
})

test('a failed invocation is a 500 in the head and an error in the trailer', async () => {
  await using emulator = await startEmulator()
  using client = compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 60 }) })
  await publishGreeter(client)
  const frames = await client.stream('Invoke', { ...APP, body: Buffer.from('{"fail":true}') })
  expect(frames).toMatchObject([{ head: { status: 500 } }, {}, { trailer: { error: 'asked to' } }])
  const health = await client.stream('Invoke', { ...APP, http: { verb: 'GET' } })
  expect(health).toMatchObject([{ head: { status: 200 } }, { chunk: Buffer.from('{"status":"ok"}') }, {}])
})

test('invoking what was never published is refused', async () => {
  await using emulator = await startEmulator()
  using client = compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 60 }) })
  await client.call('CreateApp', { organization_name: 'acme', name: 'greeter' })
  await expect(client.stream('Invoke', APP)).rejects.toMatchObject({ code: status.FAILED_PRECONDITION })
})
