import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import { type Driver, driveDraft, pythonCode } from '../support/driver.ts'
import { tarball } from '../support/tarball.ts'

const answering = (number: number) => `def handler(payload, ctx): return ${number}`

async function driveTwoVersions(): Promise<Driver> {
  const driver = await driveDraft(answering(1), { resource_tier: 'RESOURCE_TIER_MEDIUM' })
  await driver.greeter('PublishDraft')
  await driver.greeter('SaveDraft', { code: pythonCode(answering(2)) })
  await driver.greeter('UpdateAppConfig', { resource_tier: 'RESOURCE_TIER_LARGE', env: { A: '1' } })
  await driver.greeter('PublishDraft')
  return driver
}

test('a rollback repoints the app and rewrites nothing; the next publish takes the next free number', async () => {
  await using ignite = await driveTwoVersions()
  expect(await ignite.greeter('RollbackApp', { version: 1 })).toMatchObject({ app: { active_version: 1 } })
  expect(await ignite.greeter('ListAppVersions')).toMatchObject({
    versions: [
      { version: 2, status: 'VERSION_STATUS_SUPERSEDED' },
      { version: 1, status: 'VERSION_STATUS_ACTIVE' }
    ]
  })
  expect(await ignite.greeter('PublishDraft')).toMatchObject({ published_version: 3 })
})

test('a version keeps its tier, but not its environment', async () => {
  await using ignite = await driveTwoVersions()
  expect(await ignite.greeter('GetAppVersion', { version: 1 })).toMatchObject({
    app: { version: 1, active_version: 2, resource_tier: 'RESOURCE_TIER_MEDIUM', env: { A: '1' } }
  })
})

test.each(['GetAppVersion', 'RollbackApp', 'TestAppVersion', 'GetAppCode'])(
  '%s of an unknown version is NOT_FOUND',
  async (method) => {
    await using ignite = await driveTwoVersions()
    await expect(ignite.greeter(method, { version: 3 })).rejects.toMatchObject({ code: status.NOT_FOUND })
  }
)

test('an old version can be tested beside the active one', async () => {
  await using ignite = await driveTwoVersions()
  const [old, live] = await Promise.all([
    ignite.execution('TestAppVersion', { version: 1 }),
    ignite.execution('TestAppVersion', { version: 2 })
  ])
  expect([old.output.toString(), live.output.toString()]).toEqual(['1', '2'])
})

test('the code of a version is given file by file, 0 being the active one', async () => {
  const code = tarball({ 'handler.py': answering(3), 'logo.bin': 'a\0b' })
  await using ignite = await driveTwoVersions()
  await ignite.greeter('SaveDraft', { code: pythonCode(code) })
  await ignite.greeter('PublishDraft')
  expect(await ignite.greeter('GetAppCode', { version: 0 })).toEqual({
    files: [
      { path: 'handler.py', size_bytes: answering(3).length, is_binary: false, content: Buffer.from(answering(3)) },
      { path: 'logo.bin', size_bytes: 3, is_binary: true }
    ]
  })
  expect(await ignite.greeter('GetAppCode', { version: 1 })).toMatchObject({ files: [{ path: 'handler.py' }] })
})
