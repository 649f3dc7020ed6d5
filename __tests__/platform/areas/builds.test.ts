import type { JsonObject, JsonValue } from '@bufbuild/protobuf'
import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import type { BuildRequest } from '../../../src/model/requests.ts'
import type { ServiceName } from '../../../src/platform/calls/service.ts'
import { platformOf, refuses } from '../support/connecting.ts'
import { renumbered, without, withoutMethods } from '../support/descriptor-edits.ts'
import { descriptorSet, type FakeOptions, type Handler } from '../support/fake-server.ts'

const services: readonly ServiceName[] = ['ComputeService', 'BuildService']
const BUILD: BuildRequest = {
  name: 'greeter',
  dockerfile: 'Dockerfile',
  tags: ['run-1-1-aaaaaaaa'],
  buildArgs: {},
  noCache: false,
  platform: undefined,
  timeoutSeconds: 90,
  source: { kind: 'uploaded', contextId: 'ctx-1' }
}
const MINIMAL = { name: 'greeter', dockerfile: 'Dockerfile', tags: ['run-1-1-aaaaaaaa'], timeout_secs: '90' }

function building(fake: FakeOptions) {
  return platformOf(fake, { services })
}

/** Collects what an upload brings. */
function uploads() {
  const messages: JsonObject[] = []
  const handler: Handler = async ({ requests }) => {
    for await (const request of requests!) messages.push(request as JsonObject)
    return { context_id: 'ctx-1', size_bytes: '3' }
  }
  return { messages, handler }
}

async function* pieces(...sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (const [index, length] of sizes.entries()) yield new Uint8Array(length).fill(index + 1)
}

test.each([
  ['the documented numbers', descriptorSet()],
  ['other numbers', renumbered()]
])('a context goes as its metadata, then in chunks of 512 KiB (%s)', async (_, set) => {
  const { messages, handler } = uploads()
  await using fake = await building({ set, handlers: { UploadBuildContext: handler } })
  expect(await fake.platform.uploadContext('greeter', 'tar.gz', pieces(300_000, 300_000, 0, 1))).toBe('ctx-1')
  const [metadata, ...chunks] = messages
  expect(metadata).toEqual({ metadata: { name: 'greeter', content_type: 'application/gzip' } })
  const blocks = chunks.map((each) => Buffer.from(each['chunk'] as string, 'base64'))
  expect(blocks.map((block) => block.length)).toEqual([524_288, 75_713])
  const whole = Buffer.concat([Buffer.alloc(300_000, 1), Buffer.alloc(300_000, 2), Buffer.of(4)])
  expect(Buffer.concat(blocks).equals(whole)).toBe(true)
})

test('a .zip says that it is one', async () => {
  const { messages, handler } = uploads()
  await using fake = await building({ handlers: { UploadBuildContext: handler } })
  await fake.platform.uploadContext('greeter', 'zip', pieces(3))
  expect(messages[0]).toEqual({ metadata: { name: 'greeter', content_type: 'application/zip' } })
})

test('an empty context is its metadata alone', async () => {
  const { messages, handler } = uploads()
  await using fake = await building({ handlers: { UploadBuildContext: handler } })
  await fake.platform.uploadContext('greeter', 'tar.gz', pieces())
  expect(messages).toHaveLength(1)
})

test('an upload is sent once, and a lost one may be there', async () => {
  await using fake = await building({
    handlers: { UploadBuildContext: refuses(status.UNAVAILABLE, 'Connection dropped') }
  })
  const uploading = fake.platform.uploadContext('greeter', 'tar.gz', pieces(5))
  await expect(uploading).rejects.toMatchObject({ ambiguous: true, code: 'UNAVAILABLE' })
  expect(fake.server.calls).toHaveLength(1)
})

test.each<[string, Partial<BuildRequest>, JsonObject]>([
  ['only what is needed', {}, { ...MINIMAL, context_id: 'ctx-1' }],
  [
    'everything',
    {
      dockerfile: 'docker/app.Dockerfile',
      tags: ['a', 'b'],
      buildArgs: { A: '1', EMPTY: '' },
      noCache: true,
      platform: 'linux/arm64',
      timeoutSeconds: 1799.9
    },
    {
      name: 'greeter',
      dockerfile: 'docker/app.Dockerfile',
      tags: ['a', 'b'],
      build_args: { A: '1', EMPTY: '' },
      no_cache: true,
      platform: 'linux/arm64',
      timeout_secs: '1799',
      context_id: 'ctx-1'
    }
  ],
  [
    'an inline archive',
    { source: { kind: 'inline', archive: new Uint8Array([1, 2]) } },
    { ...MINIMAL, zipped_code: 'AQI=' }
  ],
  [
    'a repository',
    { source: { kind: 'git', url: 'https://git.test/a', reference: undefined, subPath: undefined } },
    { ...MINIMAL, git_source: { url: 'https://git.test/a' } }
  ],
  [
    'a directory of a commit',
    { source: { kind: 'git', url: 'https://git.test/a', reference: 'c0ffee', subPath: 'svc' } },
    { ...MINIMAL, git_source: { url: 'https://git.test/a', reference: 'c0ffee', context_dir: 'svc' } }
  ],
  ['no time left', { timeoutSeconds: 0.2 }, { ...MINIMAL, timeout_secs: '1', context_id: 'ctx-1' }]
])('a build with %s is started with that', async (_, given, expected) => {
  for (const set of [descriptorSet(), renumbered()]) {
    await using fake = await building({ set, handlers: { CreateBuild: () => ({ build_id: 'bld-1' }) } })
    expect(await fake.platform.createBuild({ ...BUILD, ...given })).toBe('bld-1')
    expect(fake.server.calls.map((each) => each.request)).toEqual([expected])
  }
})

test('what nobody asked for is left out where the server does not know it, a platform that it does not know is refused', async () => {
  const set = descriptorSet()
  for (const field of ['timeout_secs', 'no_cache', 'build_args', 'platform']) without(set, 'CreateBuildRequest', field)
  await using fake = await building({ set, handlers: { CreateBuild: () => ({ build_id: 'bld-1' }) } })
  await fake.platform.createBuild(BUILD)
  await expect(fake.platform.createBuild({ ...BUILD, platform: 'linux/arm64' })).rejects.toThrow(
    /CreateBuild.*`platform`/
  )
  expect(fake.server.calls).toHaveLength(1)
})

test.each<[string, Handler]>([
  ['is lost', refuses(status.UNAVAILABLE, 'Connection dropped')],
  ['names no build', () => ({})]
])('a start whose answer %s may have made a build, and is sent once', async (_, CreateBuild) => {
  await using fake = await building({ handlers: { CreateBuild } })
  await expect(fake.platform.createBuild(BUILD)).rejects.toMatchObject({ name: 'PlatformError', ambiguous: true })
  expect(fake.server.calls).toHaveLength(1)
})

const RECORD = {
  id: 'bld-1',
  name: 'greeter',
  status: 'BUILD_STATUS_SUCCEEDED',
  image_refs: ['r/acme/greeter:v1', 'r/acme/greeter@sha256:00'],
  created_at_ms: '1748390400000',
  metrics: {
    duration_ms: '59000',
    context_size_bytes: '2480000',
    image_size_bytes: '184320000',
    layer_count: 11,
    cache_used: true
  }
}
const READ = {
  id: 'bld-1',
  name: 'greeter',
  status: 'SUCCEEDED',
  imageRefs: ['r/acme/greeter:v1', 'r/acme/greeter@sha256:00'],
  createdAtMs: 1748390400000,
  error: '',
  metrics: { durationMs: 59_000, contextBytes: 2_480_000, imageBytes: 184_320_000, layers: 11, cacheUsed: true }
}

test('a build is read by names, also with other numbers', async () => {
  await using fake = await building({ set: renumbered(), handlers: { GetBuild: () => ({ build: RECORD }) } })
  expect(await fake.platform.readBuild('bld-1')).toEqual(READ)
  expect(fake.server.calls[0]!.request).toEqual({ build_id: 'bld-1' })
})

test.each<[JsonValue, Partial<typeof READ> & { metrics?: undefined }]>([
  [{ status: 'BUILD_STATUS_PENDING' }, { status: 'PENDING' }],
  [{ status: 99, metrics: {} }, { status: 'UNKNOWN_99' }],
  [
    { status: 'BUILD_STATUS_FAILED', error: 'no space' },
    { status: 'FAILED', error: 'no space' }
  ]
])('a build that is not ready is %j', async (record, expected) => {
  await using fake = await building({ handlers: { GetBuild: () => ({ build: record }) } })
  const blank = { id: 'bld-1', name: '', imageRefs: [], createdAtMs: 0, error: '', metrics: undefined }
  expect(await fake.platform.readBuild('bld-1')).toEqual({ ...blank, ...expected })
})

test('a build that cannot be read is an error of the build, after some tries', async () => {
  await using fake = await building({ handlers: { GetBuild: refuses(status.ABORTED) } })
  await expect(fake.platform.readBuild('bld-1')).rejects.toMatchObject({ reason: 'build_failed' })
  expect(fake.server.calls).toHaveLength(5)
})

test('as many builds are listed as the platform gives, in its order', async () => {
  const builds = [{ id: 'b' }, RECORD, { id: 'a' }]
  await using fake = await building({ handlers: { ListBuilds: () => ({ builds }) } })
  expect((await fake.platform.readBuilds()).map((build) => build.id)).toEqual(['b', 'bld-1', 'a'])
  expect(fake.server.calls[0]!.request).toEqual({ limit: 100 })

  const set = descriptorSet()
  without(set, 'ListBuildsRequest', 'limit')
  await using other = await building({ set, handlers: { ListBuilds: () => ({ builds: [RECORD] }) } })
  expect(await other.platform.readBuilds()).toEqual([READ])
})

async function logOf(fake: FakeOptions): Promise<{ text: string; requests: JsonValue[] }> {
  await using open = await building(fake)
  const chunks: Uint8Array[] = []
  for await (const chunk of open.platform.buildLog('bld-1', new AbortController().signal)) chunks.push(chunk)
  return { text: Buffer.concat(chunks).toString(), requests: open.server.calls.map((each) => each.request) }
}

const StreamBuildLogs: Handler = async function* () {
  for (const data of ['one\ntw', 'o\n']) yield { data: Buffer.from(data).toString('base64') }
}

test('a build log comes from its first byte', async () => {
  expect(await logOf({ handlers: { StreamBuildLogs } })).toEqual({
    text: 'one\ntwo\n',
    requests: [{ build_id: 'bld-1', from_start: true }]
  })
  const set = descriptorSet()
  without(set, 'StreamBuildLogsRequest', 'from_start')
  expect((await logOf({ set, handlers: { StreamBuildLogs } })).requests).toEqual([{ build_id: 'bld-1' }])
})

test('a server without build logs has a broken log, which is no reason to stop', async () => {
  const set = descriptorSet()
  withoutMethods(set, 'StreamBuildLogs')
  await expect(logOf({ set })).rejects.toMatchObject({ name: 'PlatformError', code: 'UNIMPLEMENTED' })
})

test('the stop of a build log ends it with its own reason', async () => {
  const endless: Handler = async function* (_, signal) {
    for (; !signal.aborted; await new Promise((resolve) => setImmediate(resolve))) yield { data: 'AAAA' }
  }
  await using fake = await building({ handlers: { StreamBuildLogs: endless } })
  const stop = new AbortController()
  const follow = async () => {
    for await (const _ of fake.platform.buildLog('bld-1', stop.signal)) stop.abort(new Error('enough'))
  }
  await expect(follow()).rejects.toThrow('enough')
})

test('a build is cancelled by its id, again where the answer is lost, and one that has ended is left alone', async () => {
  let lost = true
  const CancelBuild: Handler = () => {
    if (!lost) return { status: 'BUILD_STATUS_CANCELLED' }
    lost = false
    throw { code: status.UNAVAILABLE, details: 'Connection dropped' }
  }
  await using fake = await building({ handlers: { CancelBuild } })
  await fake.platform.cancelBuild('bld-1')
  expect(fake.server.calls.map((each) => each.request)).toEqual([{ build_id: 'bld-1' }, { build_id: 'bld-1' }])

  await using ended = await building({ handlers: { CancelBuild: refuses(status.FAILED_PRECONDITION) } })
  await expect(ended.platform.cancelBuild('bld-1')).resolves.toBeUndefined()
  await using refused = await building({ handlers: { CancelBuild: refuses(status.PERMISSION_DENIED) } })
  await expect(refused.platform.cancelBuild('bld-1')).rejects.toMatchObject({ reason: 'permission_denied' })
})

const SWITCHED_OFF = /build service is switched off.*`builder: draft`/

test.each(['UNIMPLEMENTED', 'UNAVAILABLE'] as const)('a build service that answers %s is explained', async (code) => {
  const handlers = { CreateBuild: refuses(status[code], 'no'), UploadBuildContext: refuses(status[code], 'no') }
  await using fake = await building({ handlers })
  const hint = expect.stringMatching(SWITCHED_OFF)
  await expect(fake.platform.createBuild(BUILD)).rejects.toMatchObject({ code, hint })
  await expect(fake.platform.uploadContext('greeter', 'tar.gz', pieces(1))).rejects.toMatchObject({ code, hint })
})

test('a proxy in front of the build service is not taken for its absence', async () => {
  const CreateBuild = refuses(status.UNIMPLEMENTED, 'Received HTTP status code 404')
  await using fake = await building({ handlers: { CreateBuild } })
  const hint = expect.stringContaining('A web server, a proxy or a load balancer answers there')
  await expect(fake.platform.createBuild(BUILD)).rejects.toMatchObject({ hint })
})

test('a build service that reflection does not have is explained', async () => {
  const set = descriptorSet()
  set.file = set.file.filter((file) => file.name !== 'ignite_build.proto')
  await using fake = await building({ set })
  await expect(fake.platform.createBuild(BUILD)).rejects.toMatchObject({
    name: 'UnsupportedServerError',
    message: 'The server does not have the service dodil.ignite.v1.BuildService.',
    hint: expect.stringMatching(SWITCHED_OFF)
  })
})

test('an inline archive that is too large is explained with its size', async () => {
  const archive = new Uint8Array(3_900_000)
  await using fake = await building({ handlers: { CreateBuild: refuses(status.RESOURCE_EXHAUSTED, 'too much') } })
  const inline = fake.platform.createBuild({ ...BUILD, source: { kind: 'inline', archive } })
  await expect(inline).rejects.toMatchObject({
    reason: 'build_failed',
    message: 'Starting the build of greeter: RESOURCE_EXHAUSTED: too much',
    hint: expect.stringMatching(/3\.9 MB.*4 MB.*`builder: build-service`.*quota/)
  })
  await expect(fake.platform.createBuild(BUILD)).rejects.toMatchObject({
    hint: expect.not.stringContaining('archive')
  })
})
