import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import { drive, driveDraft, GREETER, pythonCode } from '../support/driver.ts'

test('a new app has the documented defaults and is not live', async () => {
  await using ignite = await drive()
  const created = await ignite.call('CreateApp', { ...GREETER, resource_tier: 'RESOURCE_TIER_MEDIUM' })
  expect(created).toEqual({
    app_id: 'acme/greeter',
    deployment_state: 'DEPLOYMENT_STATE_CREATED',
    applied_tier: 'RESOURCE_TIER_MEDIUM',
    applied_limits: { memory_mb: 512, cpu_millicores: 500, timeout_secs: 0 }
  })
  expect(await ignite.greeter('GetApp')).toMatchObject({
    app: {
      id: 'acme/greeter',
      active_version: 0,
      ports: [80],
      health_path: '/healthz',
      allow_unauthenticated: false,
      env: {},
      public_urls: []
    }
  })
})

test('an app is made once', async () => {
  await using ignite = await drive()
  await ignite.call('CreateApp', GREETER)
  await expect(ignite.call('CreateApp', GREETER)).rejects.toMatchObject({ code: status.ALREADY_EXISTS })
})

test('creating with code saves the draft as well', async () => {
  await using ignite = await driveDraft('def handler(payload, ctx): return 1')
  expect(await ignite.greeter('GetDraftInfo')).toMatchObject({ draft: { status: 'VERSION_STATUS_DRAFT' } })
})

test('creating with bad code makes no app', async () => {
  await using ignite = await drive()
  const code = pythonCode('')
  await expect(ignite.call('CreateApp', { ...GREETER, code })).rejects.toMatchObject({ code: status.INVALID_ARGUMENT })
  await expect(ignite.greeter('GetApp')).rejects.toMatchObject({ code: status.NOT_FOUND })
})

test.each([
  ['', false],
  ['a', true],
  ['a-b.c_1', true],
  ['-a', false],
  ['a-', false],
  ['Greeter', false],
  ['a b', false],
  ['../x', false],
  ['x'.repeat(63), true],
  ['x'.repeat(64), false]
])('the name %j is accepted: %j', async (name, accepted) => {
  await using ignite = await drive()
  const created = ignite.call('CreateApp', { ...GREETER, name })
  if (accepted) expect(await created).toMatchObject({ app_id: `acme/${name}` })
  else await expect(created).rejects.toMatchObject({ code: status.INVALID_ARGUMENT })
})

test.each([
  ['GetApp'],
  ['UpdateAppConfig'],
  ['DeleteApp'],
  ['GetAppState'],
  ['GetDraftInfo'],
  ['CompileDraft'],
  ['TestDraft'],
  ['PublishDraft'],
  ['ListAppVersions'],
  ['RollbackApp'],
  ['GetAppCode'],
  ['InvokeAsync'],
  ['GetAppLogs']
])('%s of an unknown app is NOT_FOUND', async (method) => {
  await using ignite = await drive()
  await expect(ignite.greeter(method)).rejects.toMatchObject({ code: status.NOT_FOUND })
})

test('apps are listed by name, page by page, without those of others', async () => {
  await using ignite = await drive()
  for (const name of ['c', 'a', 'b']) await ignite.call('CreateApp', { ...GREETER, name })
  const first = await ignite.call('ListApps', { organization_name: 'acme', limit: 2 })
  expect(first).toMatchObject({ apps: [{ name: 'a' }, { name: 'b' }], next_cursor: 'b' })
  const second = await ignite.call('ListApps', { organization_name: 'acme', limit: 2, cursor: 'b' })
  expect(second).toMatchObject({ apps: [{ name: 'c' }], next_cursor: '' })
})

test('a deleted app is gone with its draft and its versions', async () => {
  await using ignite = await driveDraft('def handler(payload, ctx): return 1')
  await ignite.greeter('PublishDraft')
  await ignite.greeter('DeleteApp')
  await expect(ignite.greeter('GetApp')).rejects.toMatchObject({ code: status.NOT_FOUND })
  await ignite.call('CreateApp', GREETER)
  expect(await ignite.greeter('GetDraftInfo')).toEqual({})
  expect(await ignite.greeter('ListAppVersions')).toEqual({ versions: [] })
})

test('another organization is refused whatever the method', async () => {
  await using ignite = await drive({ org: 'evil' })
  const refusal = { code: status.PERMISSION_DENIED, message: 'UMA authorization rejected' }
  await expect(ignite.greeter('GetApp')).rejects.toMatchObject(refusal)
  await expect(ignite.call('CreateApp', GREETER)).rejects.toMatchObject(refusal)
  await expect(ignite.call('ListApps', { organization_name: '' })).rejects.toMatchObject(refusal)
})

test.each([
  ['a draft', [], 'DEPLOYMENT_STATE_CREATED', 0],
  ['a version', [], 'DEPLOYMENT_STATE_ACTIVE', 1],
  ['a version', ['status-spelling'], 'DEPLOYMENT_STATE_SERVING', 1]
] as const)('an app with %s under %j is %s', async (_what, variants, state, versions) => {
  await using ignite = await drive({ variants })
  await ignite.call('CreateApp', { ...GREETER, code: pythonCode('def handler(payload, ctx): return 1') })
  if (versions > 0) await ignite.greeter('PublishDraft')
  expect(await ignite.greeter('GetAppState')).toMatchObject({ deployment_state: state, ready_replicas: 0 })
})

test.each([
  [[], ['http://127.0.0.1:1/acme/greeter', 'http://127.0.0.1:1/acme/greeter-9090']],
  [['public-urls-map'], { 80: 'http://127.0.0.1:1/acme/greeter', 9090: 'http://127.0.0.1:1/acme/greeter-9090' }]
] as const)('after the first publish each port has a URL (%j)', async (variants, urls) => {
  await using ignite = await drive({ variants })
  const code = pythonCode('def handler(payload, ctx): return 1')
  await ignite.call('CreateApp', { ...GREETER, code, ports: [80, 9090] })
  expect(await ignite.greeter('PublishDraft')).toMatchObject({ app: { public_urls: urls } })
})
