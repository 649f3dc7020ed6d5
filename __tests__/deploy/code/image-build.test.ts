import { beforeEach, describe, expect, test } from '@jest/globals'
import { ownTag } from '../../../src/deploy/code/image-build.ts'
import { deploy } from '../../../src/deploy/deploy.ts'
import { FileChanged } from '../../../src/model/changed-file.ts'
import { type DeployError, PlatformError } from '../../../src/model/errors.ts'
import type { ImageBuild, Source } from '../../../src/model/plan.ts'
import { isMoving, parseImageReference } from '../../../src/model/values/image-reference.ts'
import { draft, MemoryPlatform, NOWHERE, PLAN, RecordingTools } from '../../support/fakes.ts'

let platform: MemoryPlatform
let tools: RecordingTools

beforeEach(() => {
  platform = new MemoryPlatform()
  tools = new RecordingTools(platform)
})

const BUILD: ImageBuild = {
  builder: 'auto',
  dockerfilePath: 'Dockerfile',
  buildArgs: {},
  platform: undefined,
  noCache: false,
  imageTags: []
}

const context = (build: Partial<ImageBuild> = {}): Source => ({
  kind: 'context',
  path: '/app',
  shownPath: 'app',
  build: { ...BUILD, ...build },
  hasUnusedDockerfile: false,
  found: NOWHERE
})

const run = (source: Source) => deploy({ ...PLAN, source }, tools)

async function failure(source: Source): Promise<DeployError> {
  return await run(source).then(
    () => {
      throw new Error('it succeeded')
    },
    (error: { cause: DeployError }) => error.cause
  )
}

const lost = () => new PlatformError('UNAVAILABLE', 'Connection dropped', { ambiguous: true, reason: 'build_failed' })

/** More than a request may hold. */
async function* large() {
  for (let i = 0; i < 5; i++) yield new Uint8Array(1_000_000)
}

const OWN_TAG = /^run-1-1-[0-9a-f]{16}$/

describe('the tag of a build', () => {
  const sent = { source: { kind: 'uploaded', contextId: 'c' }, digest: 'd1' } as const
  const tagOf = (change: Partial<typeof BUILD>, digest = 'd1', runStep = 'step-1') =>
    ownTag(
      { app: { organization: 'acme', name: 'web' }, tools: { runTag: 'run-1-1', runStep } },
      { build: { ...BUILD, ...change } },
      { ...sent, digest }
    )
  test('is the same for the same request of the same step, and no other', () => {
    const tags = [
      tagOf({}),
      tagOf({ buildArgs: { A: '1' } }),
      tagOf({ dockerfilePath: 'other.Dockerfile' }),
      tagOf({ platform: 'linux/arm64' }),
      tagOf({ noCache: true }),
      tagOf({}, 'd2'),
      tagOf({}, 'd1', 'step-2')
    ]
    expect(new Set(tags).size).toBe(tags.length)
    expect(tagOf({})).toBe(tags[0])
    for (const tag of tags) expect(tag).toMatch(OWN_TAG)
  })
})

describe('a context', () => {
  test('that is small goes into the draft', async () => {
    await run(context())
    expect(platform.codes).toEqual([
      { kind: 'context', archive: new Uint8Array([1]), dockerfilePath: 'Dockerfile', buildArgs: {} }
    ])
    expect(platform.calls).not.toContain('createBuild')
  })

  test('that is large is uploaded and built by the build service, under a tag of this run', async () => {
    tools.context = large
    await run(context({ buildArgs: { A: '1' } }))
    expect(platform.requests).toEqual([
      expect.objectContaining({
        name: 'greeter',
        dockerfile: 'Dockerfile',
        tags: [expect.stringMatching(OWN_TAG)],
        buildArgs: { A: '1' },
        timeoutSeconds: 600,
        source: { kind: 'uploaded', contextId: 'context-1' }
      })
    ])
    expect(platform.codes).toEqual([
      {
        kind: 'prebuilt',
        imageRef: `registry.example/acme/greeter:${platform.requests[0]!.tags[0]}`,
        registrySecretRef: undefined
      }
    ])
    expect(tools.facts).toMatchObject({ buildId: 'build-1' })
  })

  test.each([
    { platform: 'linux/arm64' },
    { noCache: true },
    { imageTags: ['v1'] },
    { builder: 'build-service' as const }
  ])('%j is built by the build service', async (build) => {
    await run(context(build))
    expect(platform.requests).toHaveLength(1)
    expect(platform.requests[0]!.source).toMatchObject({ kind: 'inline' })
    expect(platform.requests[0]!.tags[0]).toMatch(OWN_TAG)
  })

  test.each([
    [200_000_000, false],
    [200_000_001, true]
  ])('of %d bytes is told before it is sent: %p', async (bytes, isTold) => {
    tools.contextBytes = bytes
    await run(context())
    const told = tools.log.lines.filter((line) => line.includes('The context has 200.0 MB. Leave out what'))
    expect(told).toHaveLength(isTold ? 1 : 0)
  })

  test('that is too large for buildpacks is an error before anything is saved', async () => {
    tools.context = large
    expect(await failure(context({ dockerfilePath: undefined, builder: 'buildpacks' }))).toMatchObject({
      reason: 'source_error'
    })
    expect(platform.calls).not.toContain('saveDraft')
  })

  const changed = () => new FileChanged('`a`')

  test.each([
    ['for the draft', context(), () => platform.codes],
    [
      'for the build service',
      context({ builder: 'build-service' }),
      () => platform.requests.map(({ source }) => source)
    ]
  ])('%s that changes while it is packed is opened and packed once more', async (_, source, sent) => {
    let opened = 0
    tools.context = async function* () {
      yield new Uint8Array([7])
      if (++opened === 1) throw changed()
    }
    await run(source)
    expect(opened).toBe(2)
    expect(sent()).toEqual([expect.objectContaining({ archive: new Uint8Array([7]) })])
    expect(tools.log.lines).toContain('`a` changed while it was being packed. The context is packed once more.')
  })

  test('that changes every time ends the run, after one more try', async () => {
    let opened = 0
    // biome-ignore lint/correctness/useYield: it fails before
    tools.context = async function* () {
      opened++
      throw changed()
    }
    expect(await failure(context())).toMatchObject({ reason: 'source_error' })
    expect(opened).toBe(2)
    expect(platform.calls).not.toContain('saveDraft')
  })

  test('whose upload breaks is sent again, whole', async () => {
    tools.context = large
    let uploads = 0
    platform.uploadContext = async (_name, _format, chunks) => {
      let bytes = 0
      for await (const chunk of chunks) {
        bytes += chunk.length
        if (++uploads === 2) throw lost()
      }
      return `context of ${bytes}`
    }
    await run(context())
    expect(platform.requests.map((request) => request.source)).toEqual([
      { kind: 'uploaded', contextId: 'context of 5000000' }
    ])
  })
})

describe('a build', () => {
  const service = context({ builder: 'build-service' })

  test('that fails ends the run with its words and the last lines of its log', async () => {
    platform.onBuild = async (build) => {
      platform.builds = [{ ...build, status: 'FAILED', error: 'RUN exited with 1' }]
    }
    platform.logs = [
      async function* () {
        yield new TextEncoder().encode('npm ERR\n')
      }
    ]
    const error = await failure(service)
    expect(error).toMatchObject({ reason: 'build_failed', message: expect.stringContaining('RUN exited with 1') })
    expect(error.excerpt).toEqual(['| npm ERR'])
    expect(platform.calls).not.toContain('saveDraft')
  })

  test('in a state that nobody has heard of goes on with its log, and is deployed by the image that it pushed', async () => {
    platform.onBuild = async (build) => {
      platform.builds = [{ ...build, status: 'PUSHING', imageRefs: [] }]
      platform.logs = [
        async function* () {
          // The state is read while the log goes on.
          while (platform.calls.filter((call) => call === 'readBuild').length < 3) await Promise.resolve()
          platform.builds = [{ ...build, status: 'STORED' }]
        }
      ]
    }
    await run(service)
    expect(platform.codes[0]).toMatchObject({ imageRef: expect.stringMatching(/:run-1-1-[0-9a-f]{16}$/) })
  })

  test.each([
    ['UNKNOWN_9', 'its status is UNKNOWN_9'],
    ['TIMEOUT', 'its status is TIMEOUT']
  ])('that ends as %s without an image has failed', async (status, words) => {
    platform.onBuild = async (build) => {
      platform.builds = [{ ...build, status, imageRefs: [] }]
    }
    expect(await failure(service)).toMatchObject({ message: expect.stringContaining(words) })
  })

  test('is left to post by name while it runs, and closed after it', async () => {
    await run(service)
    expect(tools.ledgerEntries[0]).toMatchObject({ phase: 'building', buildId: 'build-1' })
    expect(tools.ledgerEntries[1]).toBe('closed')
  })

  test('whose answer is lost is adopted where it alone is new', async () => {
    platform.builds = [
      { id: 'old', name: 'greeter', status: 'SUCCEEDED', imageRefs: [], createdAtMs: 1, error: '', metrics: undefined }
    ]
    platform.onBuild = async () => {
      throw lost()
    }
    await run(service)
    expect(platform.calls.filter((call) => call === 'createBuild')).toHaveLength(1)
    expect(tools.facts).toMatchObject({ buildId: 'build-2' })
  })

  test('that was adopted and carries another run’s tag is not deployed, whatever digest it has', async () => {
    platform.onBuild = async (build) => {
      const theirs = ['r/x:run-2-1-c0ffee00', `r/x@sha256:${'a'.repeat(64)}`]
      platform.builds = [{ ...build, id: 'theirs', imageRefs: theirs }]
      throw lost()
    }
    const error = await failure(service)
    expect(error).toMatchObject({ reason: 'build_failed', hint: expect.stringContaining('Another run builds') })
    expect(error.message).toContain('the build theirs, which began after our call, is not this run’s')
    expect(platform.calls).not.toContain('saveDraft')
  })

  test('whose answer is lost is not guessed where two are new', async () => {
    platform.onBuild = async (build) => {
      platform.builds.unshift({ ...build, id: 'theirs' })
      throw lost()
    }
    const error = await failure(service)
    expect(error).toMatchObject({ reason: 'build_failed', message: expect.stringContaining('theirs') })
  })

  test('whose answer is lost and that never began is an error', async () => {
    platform.onBuild = async () => {
      platform.builds = []
      throw lost()
    }
    expect(await failure(service)).toMatchObject({ message: expect.stringContaining('no build of that name appeared') })
  })

  test('is deployed by its digest where the server gives one', async () => {
    platform.onBuild = async (build) => {
      platform.builds = [{ ...build, imageRefs: ['r/x:latest', ...build.imageRefs, `r/x@sha256:${'a'.repeat(64)}`] }]
    }
    await run(service)
    expect(platform.codes[0]).toMatchObject({ imageRef: `r/x@sha256:${'a'.repeat(64)}` })
  })

  test('is never deployed by a reference that another build may share', async () => {
    platform.onBuild = async (build) => {
      platform.builds = [{ ...build, imageRefs: ['r/x:latest'] }]
    }
    expect(await failure(service)).toMatchObject({
      reason: 'build_failed',
      message: expect.stringContaining('r/x:latest')
    })
  })
})

describe('a repository', () => {
  const git: Source = { kind: 'git', url: 'https://x/y', reference: 'main', subPath: 'a', secretRef: 's', build: BUILD }

  test('goes into the draft', async () => {
    await run(git)
    expect(platform.codes[0]).toMatchObject({ kind: 'git', url: 'https://x/y', reference: 'main', secretRef: 's' })
  })

  test('is built by the build service under a tag of this run', async () => {
    const commit = '0123456789abcdef0123456789abcdef01234567'
    await run({ ...git, reference: commit, secretRef: undefined, build: { ...BUILD, builder: 'build-service' } })
    expect(platform.requests[0]).toMatchObject({
      tags: [expect.stringMatching(OWN_TAG)],
      source: { kind: 'git', reference: commit }
    })
  })

  test('that publishing builds shows its log by the draft’s deploy id', async () => {
    const shown = Promise.withResolvers<void>()
    platform.logs = [
      async function* () {
        yield new TextEncoder().encode('INFO[0001] Taking snapshot\n')
        shown.resolve()
      }
    ]
    platform.onPublish = async () => {
      platform.draft = draft({ ...platform.draft, deployId: 'build-in-publish' })
      await shown.promise
      return platform.publishNow()
    }
    await run(git)
    expect(tools.log.lines).toContain('| INFO[0001] Taking snapshot')
  })

  test('whose draft cannot be tested before it is built says what to do instead', async () => {
    platform.testDraft = async () => {
      throw new PlatformError('FAILED_PRECONDITION', 'Testing: FAILED_PRECONDITION: image is not built', {
        ambiguous: false,
        reason: 'test_failed'
      })
    }
    const cases = [{ name: 'x', payload: new Uint8Array(), expected: undefined }]
    const error = await deploy({ ...PLAN, source: git, tests: { cases, timeoutMs: 1 } }, tools).catch(
      (e: { cause: DeployError }) => e.cause
    )
    expect(error).toMatchObject({ reason: 'test_failed', hint: expect.stringContaining('published version') })
  })
})

describe('an image', () => {
  const image = (registry?: Extract<Source, { kind: 'image' }>['registry']): Source => ({
    kind: 'image',
    reference: 'ghcr.io/acme/app:1',
    registry
  })

  test('by a tag is deployed with a warning that says how to pin it', async () => {
    await run(image())
    expect(platform.codes[0]).toEqual({
      kind: 'prebuilt',
      imageRef: 'ghcr.io/acme/app:1',
      registrySecretRef: undefined
    })
    expect(tools.log.lines.join('\n')).toContain('@sha256:')
  })

  test('without a tag is said to mean latest', async () => {
    await run({ kind: 'image', reference: 'ghcr.io/acme/app', registry: undefined })
    expect(tools.log.lines.join('\n')).toContain('ghcr.io/acme/app is named without a tag, which means latest and may')
  })

  test('with a stored secret of the other kind is refused before anything is saved', async () => {
    platform.secrets.set('creds', 'git')
    expect(await failure(image({ kind: 'stored', secret: 'creds' }))).toMatchObject({
      message: expect.stringContaining('it is a git secret')
    })
    expect(await failure(image({ kind: 'stored', secret: 'none' }))).toMatchObject({
      message: expect.stringContaining('no secret of that name')
    })
    expect(platform.calls).toEqual([])
  })

  test('with a stored secret is deployed by an account that may not list secrets', async () => {
    platform.readSecretKind = async () => {
      throw new PlatformError('PERMISSION_DENIED', 'no', { ambiguous: false, reason: 'permission_denied' })
    }
    await run(image({ kind: 'stored', secret: 'creds' }))
    expect(platform.codes[0]).toMatchObject({ registrySecretRef: 'creds' })
    expect(tools.log.lines).toContain('The secret creds is used as it is')
  })

  test('with credentials stores them under the app’s own name first', async () => {
    await run(image({ kind: 'credentials', server: 'ghcr.io', username: 'u', password: 'p' }))
    expect(platform.codes[0]).toMatchObject({ registrySecretRef: 'greeter-registry' })
    expect(platform.calls.indexOf('storeRegistrySecret greeter-registry')).toBeLessThan(
      platform.calls.indexOf('saveDraft')
    )
    expect(tools.log.lines.join('\n')).not.toContain('"p"')
  })
})

describe('image references', () => {
  test.each([
    ['alpine', undefined, 'alpine', undefined],
    ['alpine:3', undefined, 'alpine', '3'],
    ['acme/app', undefined, 'acme/app', undefined],
    ['ghcr.io/acme/app:v1.2', 'ghcr.io', 'acme/app', 'v1.2'],
    ['localhost:5000/app', 'localhost:5000', 'app', undefined],
    ['localhost/app', 'localhost', 'app', undefined],
    ['[::1]:5000/a/b', '[::1]:5000', 'a/b', undefined],
    [`r.io/a__b-c.d@sha256:${'0'.repeat(64)}`, 'r.io', 'a__b-c.d', undefined]
  ])('%s', (text, host, path, tag) => {
    expect(parseImageReference(text)).toMatchObject({ host, path, tag })
  })
  test.each([
    `a@sha256:${'0'.repeat(63)}`,
    `a@sha256:${'0'.repeat(65)}`,
    `a:1@sha256:${'A'.repeat(64)}`,
    `a@sha512:${'0'.repeat(64)}`
  ])('%s has no whole digest', (text) => {
    expect(parseImageReference(text)).toBeUndefined()
  })
  test.each(['', 'UPPER/app', 'a//b', 'a:b:c', 'a@sha256:xyz', '-a', 'a/', 'http://x/y', 'a b', 'a:'])(
    '%j is none',
    (text) => {
      expect(parseImageReference(text)).toBeUndefined()
    }
  )
  test('only a digest stands still', () => {
    expect(isMoving(parseImageReference('a:1')!)).toBe(true)
    expect(isMoving(parseImageReference(`a:1@sha256:${'0'.repeat(64)}`)!)).toBe(false)
  })
})
