import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { status } from '@grpc/grpc-js'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { invoke } from '../support/compiling.ts'
import { type Driver, drive, type Fields, GREETER } from '../support/driver.ts'
import { build, webFiles } from './support/building.ts'

let directory: string

function writeImage(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text)
}

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'prebuilt-test-'))
  writeImage(webFiles())
})
afterEach(() => rmSync(directory, { recursive: true }))

function prebuilt(image_ref: string, registry_secret_ref = ''): Fields {
  return { image: { prebuilt: { image_ref, registry_secret_ref } } }
}

async function publish(ignite: Driver, image_ref: string, registry_secret_ref = ''): Promise<object> {
  await ignite.greeter('SaveDraft', { code: prebuilt(image_ref, registry_secret_ref) })
  return ignite.greeter('PublishDraft')
}

async function wordOf(ignite: Driver): Promise<unknown> {
  const answer = await invoke(ignite, '')
  return JSON.parse(answer).word
}

async function driveImages(): Promise<Driver> {
  const owner = { username: 'u', password: 'p' }
  const ignite = await drive({
    images: [
      { ref: 'ghcr.io/acme/web:1', directory },
      { ref: 'greeter', directory },
      { ref: 'ghcr.io/acme/private:1', directory, private: owner },
      { ref: 'acme/hub:1', directory, private: owner }
    ]
  })
  await ignite.call('CreateApp', GREETER)
  const secret = (name: string, value: Fields) => ignite.call('SecretService/CreateSecret', { name, value })
  await secret('ghcr', { registry_secret: { ...owner, server_address: 'ghcr.io' } })
  await secret('hub', { registry_secret: owner })
  await secret('wrong', { registry_secret: { username: 'u', password: 'x', server_address: 'ghcr.io' } })
  await secret('pat', { git_secret: { username: 'u', token: 'p' } })
  return ignite
}

test.each([
  ['ghcr.io/acme/web:1', ''],
  ['greeter', ''],
  ['greeter:latest', ''],
  ['ghcr.io/acme/private:1', 'ghcr'],
  ['acme/hub:1', 'hub']
])('%s is published with the secret %j and runs', async (reference, secret) => {
  await using ignite = await driveImages()
  await ignite.greeter('SaveDraft', { code: prebuilt(reference, secret) })
  const tested = await ignite.execution('TestDraft', { payload: Buffer.from('{}') })
  expect(tested).toMatchObject({ status: 'EXECUTION_STATUS_COMPLETED' })
  expect(await ignite.greeter('PublishDraft')).toMatchObject({
    published_version: 1,
    app: { deployment_mode: 'DEPLOYMENT_MODE_IMAGE' }
  })
  expect(await wordOf(ignite)).toBe('one')
})

test.each([
  ['ghcr.io/acme/nope:1', '', 'image ghcr.io/acme/nope:1 not found: manifest unknown'],
  ['ghcr.io/acme/web:2', '', 'image ghcr.io/acme/web:2 not found: manifest unknown'],
  ['registry.emulator/acme/web:1', '', 'image registry.emulator/acme/web:1 not found: manifest unknown'],
  ['registry.emulator/other/web:1', '', 'pull access denied for registry.emulator/other/web:1: 403 forbidden'],
  ['ghcr.io/acme/private:1', '', 'pull access denied for ghcr.io/acme/private:1: 401 unauthorized'],
  ['ghcr.io/acme/private:1', 'wrong', 'pull access denied for ghcr.io/acme/private:1: 401 unauthorized'],
  ['ghcr.io/acme/private:1', 'hub', 'pull access denied for ghcr.io/acme/private:1: 401 unauthorized'],
  ['acme/hub:1', 'ghcr', 'pull access denied for acme/hub:1: 401 unauthorized'],
  ['ghcr.io/acme/web:1', 'nope', 'registry secret "nope" not found']
])('%s with the secret %j cannot be published', async (reference, secret, message) => {
  await using ignite = await driveImages()
  await expect(publish(ignite, reference, secret)).rejects.toMatchObject({ code: status.FAILED_PRECONDITION, message })
  const tested = await ignite.execution('TestDraft')
  expect(tested).toMatchObject({ status: 'EXECUTION_STATUS_FAILED', error: message })
})

test('a git secret in the place of a registry secret is an invalid argument', async () => {
  await using ignite = await driveImages()
  await expect(publish(ignite, 'ghcr.io/acme/private:1', 'pat')).rejects.toMatchObject({
    code: status.INVALID_ARGUMENT,
    message: 'registry_secret_ref "pat" is a git_secret: expected type registry'
  })
})

test('there is nothing to compile', async () => {
  await using ignite = await driveImages()
  await ignite.greeter('SaveDraft', { code: prebuilt('greeter') })
  await expect(ignite.greeter('CompileDraft')).rejects.toMatchObject({ code: status.FAILED_PRECONDITION })
})

test('an image whose directory changes is another one at the next run', async () => {
  await using ignite = await driveImages()
  await publish(ignite, 'ghcr.io/acme/web:1')
  expect(await wordOf(ignite)).toBe('one')
  writeImage(webFiles({ word: '"another"' }))
  expect(await wordOf(ignite)).toBe('another')
})

test('a secret that is changed counts at the next run', async () => {
  await using ignite = await driveImages()
  await publish(ignite, 'ghcr.io/acme/private:1', 'ghcr')
  await ignite.call('SecretService/DeleteSecret', { name: 'ghcr' })
  expect(await invoke(ignite, '')).toContain('registry secret \\"ghcr\\" not found')
})

async function publishBuilds(ignite: Driver, refs: (tag: string, digest: string) => string): Promise<void> {
  await ignite.call('CreateApp', GREETER)
  for (const [tag, word] of [
    ['a', '"one"'],
    ['b', '"two"']
  ] as const) {
    const { build: record } = await build(ignite, webFiles({ word }), { tags: [tag, 'latest'] })
    const [byTag = '', , byDigest = ''] = record.image_refs
    await publish(ignite, refs(byTag, byDigest))
  }
  expect(await wordOf(ignite)).toBe('two')
  await ignite.greeter('RollbackApp', { version: 1 })
}

test.each<[string, (tag: string, digest: string) => string]>([
  ['a tag of its own', (tag) => tag],
  ['its digest', (_tag, digest) => digest]
])('the first of two builds runs again after a rollback, when each is deployed by %s', async (_what, refs) => {
  await using ignite = await drive({ variants: ['build-digest'] })
  await publishBuilds(ignite, refs)
  expect(await wordOf(ignite)).toBe('one')
})

test('versions that share a tag both run the newest image: a rollback changes nothing', async () => {
  await using ignite = await drive({ variants: ['build-digest'] })
  await publishBuilds(ignite, () => 'registry.emulator/acme/web:latest')
  expect(await wordOf(ignite)).toBe('two')
})
