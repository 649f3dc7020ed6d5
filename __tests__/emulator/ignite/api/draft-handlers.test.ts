import { createHash } from 'node:crypto'
import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import { drive, driveDraft, type Fields, GREETER, pythonCode } from '../support/driver.ts'
import { tarball } from '../support/tarball.ts'

const SOURCE = 'def handler(payload, ctx): return 1'
const IMAGE = { image: { prebuilt: { image_ref: 'ghcr.io/acme/app:1', registry_secret_ref: '' } } }

async function driveEmpty(...variants: NonNullable<NonNullable<Parameters<typeof drive>[0]>['variants']>) {
  const driver = await drive({ variants })
  await driver.call('CreateApp', GREETER)
  return driver
}

test('a saved draft shows the first 8 hex characters of the sha256 of its bytes', async () => {
  await using ignite = await driveEmpty()
  const saved = await ignite.greeter('SaveDraft', { code: pythonCode(SOURCE) })
  expect(saved).toEqual({
    draft: {
      status: 'VERSION_STATUS_DRAFT',
      code_hash: createHash('sha256').update(SOURCE).digest('hex').slice(0, 8),
      deploy_id: '',
      error: '',
      image_ref: '',
      created_at_ms: expect.any(Number),
      code_kind: 'CODE_KIND_SDK'
    }
  })
  expect(await ignite.greeter('GetDraftInfo')).toEqual(saved)
})

test.each<[string, Fields, object]>([
  ['a prebuilt image', IMAGE, { code_kind: 'CODE_KIND_PREBUILT', image_ref: 'ghcr.io/acme/app:1', deploy_id: '' }],
  [
    'an image from code',
    { image: { from_code: { archive: tarball({ Dockerfile: 'FROM scratch' }), dockerfile_path: 'Dockerfile' } } },
    { code_kind: 'CODE_KIND_UPLOAD_IMAGE', deploy_id: '', image_ref: '' }
  ],
  [
    'an image from git',
    { image: { from_git: { url: 'https://example.com/app.git', reference: 'main' } } },
    { code_kind: 'CODE_KIND_GIT_IMAGE', code_hash: '', deploy_id: '', image_ref: '' }
  ]
])('%s is saved as it is, and nothing is built', async (_what, code, draft) => {
  await using ignite = await driveEmpty()
  expect(await ignite.greeter('SaveDraft', { code })).toMatchObject({ draft })
})

test.each<[string, Fields | null, RegExp]>([
  ['no code', null, /code is required/],
  ['an empty source', pythonCode(''), /source_code is empty/],
  ['no runtime', { compile: { runtime: {}, source_code: Buffer.from('x') } }, /runtime is required/],
  ['an archive without handler.py', pythonCode(tarball({ 'src/handler.py': SOURCE })), /no handler.py at its root/],
  ['a broken archive', pythonCode(Buffer.from([0x1f, 0x8b, 1, 2, 3])), /cannot be read/],
  ['an archive that leaves its root', pythonCode(tarball({ 'handler.py': SOURCE, '../x': '' })), /leaves the archive/],
  ['an image without a reference', { image: { prebuilt: { image_ref: '' } } }, /image_ref is required/],
  ['an empty image archive', { image: { from_code: { archive: Buffer.alloc(0) } } }, /archive is empty/],
  ['a git image without a URL', { image: { from_git: { url: '' } } }, /url is required/],
  ['an image of no kind', { image: {} }, /image is empty/]
])('%s is refused and leaves the draft as it was', async (_what, code, message) => {
  await using ignite = await driveEmpty()
  await ignite.greeter('SaveDraft', { code: pythonCode(SOURCE) })
  const before = await ignite.greeter('GetDraftInfo')
  const saving = ignite.greeter('SaveDraft', { code })
  await expect(saving).rejects.toMatchObject({ code: status.INVALID_ARGUMENT, message: expect.stringMatching(message) })
  expect(await ignite.greeter('GetDraftInfo')).toEqual(before)
})

test('an app without a draft answers as the variant says', async () => {
  await using empty = await driveEmpty()
  expect(await empty.greeter('GetDraftInfo')).toEqual({})
  await using notFound = await driveEmpty('draft-not-found')
  await expect(notFound.greeter('GetDraftInfo')).rejects.toMatchObject({ code: status.NOT_FOUND })
})

test.each(['CompileDraft', 'TestDraft', 'PublishDraft'])('%s without a draft is refused', async (method) => {
  await using ignite = await driveEmpty()
  await expect(ignite.greeter(method)).rejects.toMatchObject({
    code: status.FAILED_PRECONDITION,
    message: 'app acme/greeter has no draft'
  })
})

test.each<[string, Fields, RegExp]>([
  ['python', pythonCode(SOURCE), /nothing to compile/],
  ['a prebuilt image', IMAGE, /nothing to compile/]
])('compiling %s is refused', async (_what, code, message) => {
  await using ignite = await driveEmpty()
  await ignite.greeter('SaveDraft', { code })
  await expect(ignite.greeter('CompileDraft')).rejects.toMatchObject({
    code: status.FAILED_PRECONDITION,
    message: expect.stringMatching(message)
  })
})

test('each publish makes the next number active and supersedes the former', async () => {
  await using ignite = await driveDraft(SOURCE)
  expect(await ignite.greeter('PublishDraft')).toMatchObject({ published_version: 1, app: { active_version: 1 } })
  await ignite.greeter('SaveDraft', { code: pythonCode(`${SOURCE} + 1`) })
  expect(await ignite.greeter('PublishDraft')).toMatchObject({ published_version: 2, app: { active_version: 2 } })
  expect(await ignite.greeter('ListAppVersions')).toMatchObject({
    versions: [
      { version: 2, status: 'VERSION_STATUS_ACTIVE', runtime: { python: {} } },
      { version: 1, status: 'VERSION_STATUS_SUPERSEDED' }
    ]
  })
})

test('publishing keeps the draft, or clears it', async () => {
  await using keeping = await driveDraft(SOURCE)
  await keeping.greeter('PublishDraft')
  expect(await keeping.greeter('GetDraftInfo')).toMatchObject({ draft: { status: 'VERSION_STATUS_DRAFT' } })
  await using clearing = await driveEmpty('draft-cleared')
  await clearing.greeter('SaveDraft', { code: pythonCode(SOURCE) })
  await clearing.greeter('PublishDraft')
  expect(await clearing.greeter('GetDraftInfo')).toEqual({})
})
