import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { status } from '@grpc/grpc-js'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { alive } from '../../support/spawning.ts'
import { drive, type Fields } from '../support/driver.ts'
import { tarball } from '../support/tarball.ts'
import { until } from '../support/until.ts'
import { zipfile } from '../support/zipfile.ts'
import { build, builtLog, createBuild, ended, getBuild, inlineBuild } from './support/building.ts'

let scratch: string

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'builds-test-'))
})
afterEach(() => rmSync(scratch, { recursive: true }))

/** A Dockerfile whose build says `begun` and waits for the file `gate`, with the file `reached` to tell that it waits. */
function waiting(): string {
  const [reached, gate] = [join(scratch, 'reached'), join(scratch, 'gate')]
  return `FROM scratch\nRUN echo begun; echo $$ > ${reached}; while [ ! -e ${gate} ]; do sleep 0.02; done; echo over\n`
}

/** Gives the pid of the command that waits. */
const reached = () =>
  until(() => existsSync(join(scratch, 'reached')) && Number(readFileSync(join(scratch, 'reached'), 'utf8')))
const openGate = () => writeFileSync(join(scratch, 'gate'), '')

async function* uploadMessages(...messages: Fields[]): AsyncGenerator<Fields> {
  yield* messages
}

const CONTEXT = tarball({ Dockerfile: 'FROM scratch\nCOPY . .\nRUN cat a.txt', 'a.txt': 'uploaded' })
const METADATA = {
  payload: 'metadata',
  metadata: { name: 'web', content_type: 'application/gzip', expected_size_bytes: 0 }
}
const chunk = (bytes: Buffer): Fields => ({ payload: 'chunk', chunk: bytes })

test('a build shows what it was asked for, what it made, and how long that took', async () => {
  await using ignite = await drive()
  const files = { Dockerfile: 'FROM scratch\nCOPY . .', 'a.txt': 'x'.repeat(1000) }
  const request = inlineBuild(files, { tags: ['v1', 'latest'], build_args: { MODE: 'x' }, platform: 'linux/amd64' })
  const id = await createBuild(ignite, request)
  expect(id).toMatch(/^bld_[0-9A-HJKMNP-TV-Z]{26}$/)
  const record = await ended(ignite, id)
  expect(record).toEqual({
    id,
    name: 'web',
    organization_id: 'acme',
    status: 'BUILD_STATUS_SUCCEEDED',
    dockerfile: 'Dockerfile',
    image_refs: ['registry.emulator/acme/web:v1', 'registry.emulator/acme/web:latest'],
    build_args: { MODE: 'x' },
    created_at_ms: expect.any(Number),
    started_at_ms: expect.any(Number),
    completed_at_ms: expect.any(Number),
    error: '',
    metrics: {
      duration_ms: expect.any(Number),
      context_size_bytes: (request['zipped_code'] as Buffer).length,
      image_size_bytes: 1000 + files.Dockerfile.length,
      layer_count: 1,
      cache_used: false
    }
  })
})

test('a build is pending, then running, then over; its log ends with it', async () => {
  await using ignite = await drive()
  const answer = await ignite.call('BuildService/CreateBuild', inlineBuild({ Dockerfile: waiting() }))
  expect(answer).toMatchObject({ status: 'BUILD_STATUS_PENDING' })
  const id = (answer as { build_id: string }).build_id
  await reached()
  expect(await getBuild(ignite, id)).toMatchObject({ status: 'BUILD_STATUS_RUNNING', image_refs: [], metrics: null })
  const [whole, tail] = [builtLog(ignite, id), builtLog(ignite, id, false)]
  openGate()
  expect(await whole).toMatch(/\nbegun\nover\n/)
  expect(await tail).toMatch(/(^|\n)over\n/)
  expect((await whole).endsWith(await tail)).toBe(true)
  expect(await getBuild(ignite, id)).toMatchObject({ status: 'BUILD_STATUS_SUCCEEDED' })
  expect(await builtLog(ignite, id)).toBe(await whole)
  expect(await builtLog(ignite, id, false)).toBe('')
})

test('a build that is cancelled ends its command, and one that is over is not affected', async () => {
  await using ignite = await drive()
  const id = await createBuild(ignite, inlineBuild({ Dockerfile: waiting() }))
  const pid = await reached()
  const log = builtLog(ignite, id)
  const cancel = { build_id: id }
  expect(await ignite.call('BuildService/CancelBuild', cancel)).toEqual({ status: 'BUILD_STATUS_CANCELLED' })
  expect(await log).not.toMatch(/^over$/m)
  await until(() => !alive(pid))
  const { build: other } = await build(ignite, { Dockerfile: 'FROM scratch' })
  expect(other.status).toBe('BUILD_STATUS_SUCCEEDED')
  expect(await ignite.call('BuildService/CancelBuild', { build_id: other.id })).toEqual({ status: other.status })
  expect(await getBuild(ignite, id)).toMatchObject({ status: 'BUILD_STATUS_CANCELLED', image_refs: [] })
})

test('no more than two builds run at once, and one that waits can be cancelled', async () => {
  await using ignite = await drive()
  const ids = [0, 1, 2].map(() => createBuild(ignite, inlineBuild({ Dockerfile: waiting() })))
  const [first = '', second = '', third = ''] = await Promise.all(ids)
  await reached()
  expect(await getBuild(ignite, third)).toMatchObject({ status: 'BUILD_STATUS_PENDING' })
  await ignite.call('BuildService/CancelBuild', { build_id: third })
  openGate()
  expect(await ended(ignite, first)).toMatchObject({ error: '' })
  expect(await ended(ignite, second)).toMatchObject({ error: '' })
  expect(await builtLog(ignite, third)).toBe('')
  expect(await getBuild(ignite, third)).toMatchObject({ status: 'BUILD_STATUS_CANCELLED' })
})

test('a build that takes too long fails', async () => {
  await using ignite = await drive()
  const { build: record } = await build(ignite, { Dockerfile: waiting() }, { timeout_secs: 1 })
  expect(record).toMatchObject({ status: 'BUILD_STATUS_FAILED', error: 'the build did not end within 1 s' })
})

test('builds are listed newest first, by status, and only those of the organization', async () => {
  await using ignite = await drive()
  const made = []
  for (const dockerfile of ['FROM scratch', 'NOPE', 'FROM scratch']) {
    made.push((await build(ignite, { Dockerfile: dockerfile })).build.id)
  }
  const ids = async (request: Fields) => {
    const { builds } = (await ignite.call('BuildService/ListBuilds', request)) as { builds: { id: string }[] }
    return builds.map(({ id }) => id)
  }
  const all = made.toReversed()
  expect(await ids({ limit: 0, status_filter: 'BUILD_STATUS_UNSPECIFIED' })).toEqual(all)
  expect(await ids({ limit: 2 })).toEqual(all.slice(0, 2))
  expect(await ids({ status_filter: 'BUILD_STATUS_FAILED' })).toEqual([made[1]])
  await expect(ids({ limit: 101 })).rejects.toMatchObject({ code: status.INVALID_ARGUMENT })
})

test.each<[string, Fields, RegExp]>([
  ['no name', { name: '' }, /name must be/],
  ['no source', { source: undefined }, /exactly one source/],
  ['an empty archive', { zipped_code: Buffer.alloc(0) }, /zipped_code is empty/],
  ['an archive of 4 MB', { zipped_code: Buffer.alloc(4_000_000) }, /must be under 4 MB/],
  ['a bad tag', { tags: ['v1', 'a b'] }, /"a b" is not a tag/],
  ['a bad platform', { platform: 'amd64' }, /platform "amd64"/],
  ['no repository', { source: 'git_source', git_source: { url: '' } }, /git_source.url/]
])('%s is refused', async (_what, wrong, message) => {
  await using ignite = await drive()
  const creating = createBuild(ignite, { ...inlineBuild({ Dockerfile: 'FROM scratch' }), ...wrong })
  await expect(creating).rejects.toMatchObject({
    code: status.INVALID_ARGUMENT,
    message: expect.stringMatching(message)
  })
})

test.each<[string, Buffer, RegExp]>([
  ['no archive', Buffer.from('hello'), /neither a \.tar\.gz nor a \.zip/],
  ['a broken archive', CONTEXT.subarray(0, 60), /cannot be read/],
  ['a link', tarball({ Dockerfile: 'FROM x', out: { type: 'SymbolicLink' } }), /out is a SymbolicLink/],
  ['a path that leaves', tarball({ Dockerfile: 'FROM x', '../out': '' }), /\.\.\/out leaves the archive/]
])('%s as the context fails the build', async (_what, archive, error) => {
  await using ignite = await drive()
  const id = await createBuild(ignite, { ...inlineBuild({}), zipped_code: archive })
  expect(await ended(ignite, id)).toMatchObject({
    status: 'BUILD_STATUS_FAILED',
    error: expect.stringMatching(error)
  })
})

test('a zip is a context as well', async () => {
  await using ignite = await drive()
  const archive = zipfile([
    'archive.writestr("Dockerfile", "FROM scratch\\nCOPY . .\\nRUN cat a/b.txt")',
    'archive.writestr("a/b.txt", "zipped")'
  ])
  const id = await createBuild(ignite, { ...inlineBuild({}), zipped_code: archive })
  expect(await builtLog(ignite, id)).toContain('zipped')
})

test('a context is uploaded in pieces and built, more than once', async () => {
  await using ignite = await drive()
  const pieces = [CONTEXT.subarray(0, 50), CONTEXT.subarray(50)].map(chunk)
  const uploaded = await ignite.upload('BuildService/UploadBuildContext', uploadMessages(METADATA, ...pieces))
  expect(uploaded).toEqual({ context_id: expect.stringMatching(/^ctx_/), size_bytes: CONTEXT.length })
  const { context_id } = uploaded as { context_id: string }
  for (const name of ['one', 'two']) {
    const id = await createBuild(ignite, { name, source: 'context_id', context_id })
    expect(await builtLog(ignite, id)).toContain('uploaded')
    expect(await ended(ignite, id)).toMatchObject({ metrics: { context_size_bytes: CONTEXT.length } })
  }
})

test('a context that does not exist is not found', async () => {
  await using ignite = await drive()
  const creating = createBuild(ignite, { name: 'web', source: 'context_id', context_id: 'ctx_1' })
  await expect(creating).rejects.toMatchObject({ code: status.NOT_FOUND })
})

test.each<[string, Fields[], RegExp]>([
  ['nothing', [], /first message must be metadata/],
  ['a chunk first', [chunk(CONTEXT)], /first message must be metadata/],
  ['no name', [{ payload: 'metadata', metadata: { name: '' } }], /metadata.name is required/],
  ['metadata twice', [METADATA, METADATA, chunk(CONTEXT)], /metadata must be the first/],
  ['no bytes', [METADATA], /the context is empty/],
  [
    'another size than was promised',
    [{ payload: 'metadata', metadata: { name: 'web', expected_size_bytes: 7 } }, chunk(CONTEXT)],
    /expected_size_bytes is 7, but \d+ bytes were received/
  ]
])('an upload of %s is refused and leaves nothing', async (_what, messages, message) => {
  await using ignite = await drive({ data: scratch })
  const uploading = ignite.upload('BuildService/UploadBuildContext', uploadMessages(...messages))
  await expect(uploading).rejects.toMatchObject({
    code: status.INVALID_ARGUMENT,
    message: expect.stringMatching(message)
  })
  expect([readdirSync(join(scratch, 'uploads')), readdirSync(join(scratch, 'contexts'))]).toEqual([[], []])
})

test('saved build secrets are arguments of every build, and the record does not show them', async () => {
  await using ignite = await drive()
  await ignite.call('BuildService/SaveBuildSecrets', { build_secrets: { NPM_TOKEN: 'hidden', OTHER: 'x' } })
  const dockerfile =
    'FROM scratch\nARG NPM_TOKEN\nARG MODE\nARG OTHER\nRUN echo "<$NPM_TOKEN $MODE $OTHER>" | tr a-z A-Z'
  const { build: record, log } = await build(
    ignite,
    { Dockerfile: dockerfile },
    { build_args: { MODE: 'm', COPIED: 'hidden', OTHER: 'own' } }
  )
  expect(log).toContain('<HIDDEN M OWN>')
  expect(record.build_args).toEqual({ NPM_TOKEN: '***', MODE: 'm', COPIED: '***', OTHER: 'own' })
  await ignite.call('BuildService/SaveBuildSecrets', { build_secrets: {} })
  expect((await build(ignite, { Dockerfile: dockerfile })).log).toContain('<  >')
})

test('builds outlive a restart; one that ran was interrupted', async () => {
  const data = join(scratch, 'data')
  const first = await drive({ data })
  const { build: done, log } = await build(first, { Dockerfile: 'FROM scratch\nRUN echo kept' })
  const id = await createBuild(first, inlineBuild({ Dockerfile: waiting() }))
  await reached()
  await first[Symbol.asyncDispose]()
  await using second = await drive({ data })
  expect(await getBuild(second, done.id)).toEqual(done)
  expect(await builtLog(second, done.id)).toBe(log)
  expect(await getBuild(second, id)).toMatchObject({
    status: 'BUILD_STATUS_FAILED',
    error: 'interrupted: the emulator was stopped'
  })
  expect(await builtLog(second, id)).toContain('begun')
  expect(existsSync(join(data, 'building'))).toBe(false)
})
