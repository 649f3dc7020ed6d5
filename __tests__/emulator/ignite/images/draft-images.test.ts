import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { status } from '@grpc/grpc-js'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { compile, type DraftInfo, invoke, logOf } from '../support/compiling.ts'
import { type Driver, drive, type Fields, GREETER } from '../support/driver.ts'
import { tarball } from '../support/tarball.ts'
import { until } from '../support/until.ts'
import { DOCKERFILE, server, webFiles } from './support/building.ts'

let scratch: string

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'draft-images-test-'))
})
afterEach(() => rmSync(scratch, { recursive: true }))

function fromCode(files: Readonly<Record<string, string>>, options: Fields = {}): Fields {
  return { image: { from_code: { archive: tarball(files), dockerfile_path: 'Dockerfile', ...options } } }
}

async function draftOf(ignite: Driver): Promise<DraftInfo & { image_ref: string }> {
  const { draft } = (await ignite.greeter('GetDraftInfo')) as { draft: DraftInfo & { image_ref: string } }
  return draft
}

function gated(): string {
  return DOCKERFILE.replace(
    'USER',
    `RUN echo begun; while [ ! -e ${join(scratch, 'gate')} ]; do sleep 0.02; done\nUSER`
  )
}

test('CompileDraft builds the image, which is tested, published and invoked', async () => {
  await using ignite = await drive()
  const dockerfile = DOCKERFILE.replace('USER', 'ARG WORD\nENV WORD=$WORD\nUSER')
  const files = webFiles({ word: '[os.environ["WORD"], os.environ["OWN"]]' }, dockerfile)
  const code = fromCode(files, { build_args: { WORD: 'built' } })
  await ignite.call('CreateApp', { ...GREETER, env: { OWN: 'set' }, code })
  const draft = await compile(ignite)
  expect(draft).toMatchObject({
    status: 'VERSION_STATUS_COMPILED',
    image_ref: expect.stringMatching(/^registry\.emulator\/acme\/greeter:draft-[0-9a-z]{26}$/)
  })
  expect(await logOf(ignite, draft.deploy_id)).toContain('Unpacking rootfs as cmd COPY . . requires it.')
  const tested = await ignite.execution('TestDraft', { payload: Buffer.from('{"n":1}') })
  expect(JSON.parse(tested.output.toString())).toMatchObject({
    word: ['built', 'set'],
    method: 'POST',
    path: '/',
    body: '{"n":1}',
    headers: { 'x-ignite-function-id': 'acme/greeter', 'content-type': 'application/json' }
  })
  await ignite.greeter('PublishDraft')
  expect(JSON.parse(await invoke(ignite, '2'))).toMatchObject({ body: '2' })
  expect(await ignite.greeter('ListAppVersions')).toMatchObject({
    versions: [{ code_uri: (await draftOf(ignite)).image_ref }]
  })
  const failed = await ignite.execution('TestDraft', { payload: Buffer.from('fail') })
  expect(failed).toMatchObject({
    status: 'EXECUTION_STATUS_FAILED',
    error: expect.stringMatching(/^HTTP 500 from POST \//)
  })
})

test('TestDraft builds an image that is not built, once, and the execution waits for it', async () => {
  await using ignite = await drive()
  await ignite.call('CreateApp', { ...GREETER, code: fromCode(webFiles({}, gated())) })
  const first = ignite.execution('TestDraft', { payload: Buffer.from('1') })
  const { deploy_id } = await until(async () => {
    const draft = await draftOf(ignite)
    return draft.deploy_id !== '' && draft
  })
  const second = ignite.execution('TestDraft', { payload: Buffer.from('2') })
  const log = logOf(ignite, deploy_id)
  writeFileSync(join(scratch, 'gate'), '')
  expect((await Promise.all([first, second])).map(({ output }) => JSON.parse(output.toString()).body)).toEqual([
    '1',
    '2'
  ])
  expect((await log).match(/begun\n/g)).toHaveLength(1)
  expect(await draftOf(ignite)).toMatchObject({ status: 'VERSION_STATUS_COMPILED', deploy_id })
})

test('an image that cannot be built fails the execution of its test', async () => {
  await using ignite = await drive()
  await ignite.call('CreateApp', { ...GREETER, code: fromCode({ Dockerfile: 'FROM scratch\nRUN exit 3' }) })
  expect(await ignite.execution('TestDraft')).toMatchObject({
    status: 'EXECUTION_STATUS_FAILED',
    error: expect.stringMatching(/^the image was not built: .*exit status 3$/)
  })
})

test('under save-builds saving starts the build, whose log is there at once', async () => {
  await using ignite = await drive({ variants: ['save-builds'] })
  await ignite.call('CreateApp', GREETER)
  const saved = await ignite.greeter('SaveDraft', { code: fromCode(webFiles({}, gated())) })
  const { draft } = saved as { draft: { deploy_id: string } }
  expect(draft).toMatchObject({ status: 'VERSION_STATUS_COMPILING', deploy_id: expect.stringMatching(/^\w{26}$/) })
  const log = logOf(ignite, draft.deploy_id)
  expect(await ignite.greeter('CompileDraft')).toMatchObject({ deploy_id: draft.deploy_id })
  const publishing = ignite.greeter('PublishDraft')
  writeFileSync(join(scratch, 'gate'), '')
  expect(await log).toContain('begun')
  expect(await publishing).toMatchObject({ published_version: 1 })
})

test('where CompileDraft refuses images, publishing builds them, with the log in view', async () => {
  await using ignite = await drive({ variants: ['compile-image-refused'] })
  await ignite.call('CreateApp', { ...GREETER, code: fromCode(webFiles({}, gated())) })
  await expect(ignite.greeter('CompileDraft')).rejects.toMatchObject({ code: status.FAILED_PRECONDITION })
  expect(await draftOf(ignite)).toMatchObject({ status: 'VERSION_STATUS_DRAFT', deploy_id: '' })
  const publishing = ignite.greeter('PublishDraft')
  const { deploy_id } = await until(async () => {
    const draft = await draftOf(ignite)
    return draft.deploy_id !== '' && draft
  })
  const log = logOf(ignite, deploy_id)
  await expect(ignite.greeter('TestDraft')).rejects.toMatchObject({
    code: status.FAILED_PRECONDITION,
    message: 'image is not built'
  })
  writeFileSync(join(scratch, 'gate'), '')
  expect(await publishing).toMatchObject({ published_version: 1 })
  expect(await log).toContain('begun')
  expect(JSON.parse(await invoke(ignite, ''))).toMatchObject({ word: 'one' })
})

test.each([[[]], [['compile-image-refused']]] as const)(
  'a build that fails in publishing publishes nothing (%j)',
  async (variants) => {
    await using ignite = await drive({ variants })
    await ignite.call('CreateApp', { ...GREETER, code: fromCode({ Dockerfile: 'FROM scratch\nRUN exit 3' }) })
    const error =
      'error building image: error building stage: failed to execute command: waiting for process to exit: exit status 3'
    await expect(ignite.greeter('PublishDraft')).rejects.toMatchObject({
      code: status.FAILED_PRECONDITION,
      message: `the image was not built: ${error}`
    })
    expect(await draftOf(ignite)).toMatchObject({ status: 'VERSION_STATUS_FAILED', error, image_ref: '' })
    expect(await ignite.greeter('ListAppVersions')).toEqual({ versions: [] })
  }
)

test('publishing waits for the build that runs, and does not build again what is built', async () => {
  await using ignite = await drive()
  await ignite.call('CreateApp', { ...GREETER, code: fromCode(webFiles({}, gated())) })
  const { deploy_id } = (await ignite.greeter('CompileDraft')) as { deploy_id: string }
  const publishing = ignite.greeter('PublishDraft')
  writeFileSync(join(scratch, 'gate'), '')
  expect(await publishing).toMatchObject({ published_version: 1 })
  expect(await ignite.greeter('PublishDraft')).toMatchObject({ published_version: 2 })
  expect(await draftOf(ignite)).toMatchObject({ deploy_id })
})

test('stopping the emulator ends a build, which a restart calls interrupted', async () => {
  const data = join(scratch, 'data')
  const first = await drive({ data })
  const dockerfile = gated().replace('echo begun', `: > ${join(scratch, 'begun')}`)
  await first.call('CreateApp', { ...GREETER, code: fromCode(webFiles({}, dockerfile)) })
  await first.greeter('CompileDraft')
  await until(() => existsSync(join(scratch, 'begun')))
  await first[Symbol.asyncDispose]()
  await using second = await drive({ data })
  expect(await draftOf(second)).toMatchObject({
    status: 'VERSION_STATUS_FAILED',
    error: 'interrupted: the emulator was stopped'
  })
})

test('versions built from code roll back to the image they were', async () => {
  const data = join(scratch, 'data')
  const first = await drive({ data })
  await first.call('CreateApp', GREETER)
  for (const word of ['"one"', '"two"']) {
    await first.greeter('SaveDraft', { code: fromCode({ Dockerfile: DOCKERFILE, 'server.py': server({ word }) }) })
    await first.greeter('PublishDraft')
  }
  expect(JSON.parse(await invoke(first, ''))).toMatchObject({ word: 'two' })
  await first.greeter('RollbackApp', { version: 1 })
  expect(JSON.parse(await invoke(first, ''))).toMatchObject({ word: 'one' })
  await first[Symbol.asyncDispose]()
  await using second = await drive({ data })
  expect(JSON.parse(await invoke(second, ''))).toMatchObject({ word: 'one' })
})
