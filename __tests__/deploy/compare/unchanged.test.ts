import { beforeEach, describe, expect, test } from '@jest/globals'
import { deploy } from '../../../src/deploy/deploy.ts'
import type { CodeSource, DeployPlan } from '../../../src/model/plan.ts'
import type { Version } from '../../../src/model/platform-state.ts'
import type { Settings } from '../../../src/model/settings.ts'
import { draft, MemoryPlatform, NOWHERE, PLAN, RecordingTools, SETTINGS } from '../../support/fakes.ts'

/** What the memory's platform gives every draft that is saved. */
const HASH = 'aaaa0001'
const PINNED = `ghcr.io/acme/web@sha256:${'0123456789abcdef'.repeat(4)}`
const OTHER = `ghcr.io/acme/web@sha256:${'fedcba9876543210'.repeat(4)}`

let platform: MemoryPlatform
let tools: RecordingTools

beforeEach(() => {
  platform = new MemoryPlatform()
  tools = new RecordingTools(platform)
})

function live(version: Partial<Version> = {}, settings: Partial<Settings> = {}): void {
  const url = { url: 'https://greeter.test', port: 80 }
  platform.state = {
    id: 'acme/greeter',
    activeVersion: 3,
    publicUrls: [url],
    settings: { ...SETTINGS, ...settings },
    shown: {}
  }
  platform.versions = [3, 2, 1].map((number) => ({
    number,
    codeHash: number === 3 ? HASH : `old${number}`,
    createdAtMs: number,
    status: 'ACTIVE',
    ...(number === 3 && version)
  }))
}

const SKIP: DeployPlan = { ...PLAN, skipIfUnchanged: true }

function imagePlan(reference: string): DeployPlan {
  return { ...SKIP, source: { kind: 'image', reference, registry: undefined } }
}

function rustPlan(code: Partial<CodeSource>): DeployPlan {
  return { ...SKIP, source: { ...(PLAN.source as CodeSource), runtime: 'rust', ...code } }
}

const isPublished = () => platform.calls.includes('publishDraft')
const compared = () => tools.steps.filter(({ name }) => name === 'Compare draft').map(({ line }) => line)

/** The draft is made by a compile that has ended. */
function compiles(made: Parameters<typeof draft>[0]): void {
  platform.deployId = 'compile-1'
  platform.logs = [async function* () {}]
  platform.onSave = () => {
    platform.draft = draft({ codeHash: HASH, createdAtMs: 1000, status: 'COMPILED', deployId: 'compile-1', ...made })
  }
}

describe('Nothing is published', () => {
  test('where draft and settings are what is live, and all that is known is told', async () => {
    live({}, { env: { A: '1', B: '2' }, tier: 'large' })
    const plan: DeployPlan = { ...SKIP, settings: { env: { A: '1' }, tier: 'large' } }
    expect(await deploy(plan, tools)).toEqual({ status: 'unchanged', reason: 'unchanged' })
    expect(isPublished()).toBe(false)
    expect(platform.calls.filter((call) => call.startsWith('updateSettings'))).toEqual([])
    expect(compared()).toEqual(['Unchanged: version 3 has this code and these settings'])
    expect(tools.facts).toMatchObject({
      activeVersion: 3,
      previousVersion: 3,
      appId: 'acme/greeter',
      codeHash: HASH,
      publicUrls: [{ url: 'https://greeter.test' }]
    })
    expect(tools.facts).not.toHaveProperty('publishedVersion')
    expect(tools.ledgerEntries).toEqual([])
  })

  test('where the same image is named by its digest', async () => {
    live({ codeHash: '', imageRef: PINNED })
    expect(await deploy(imagePlan(PINNED), tools)).toMatchObject({ status: 'unchanged' })
    expect(isPublished()).toBe(false)
  })

  test('where the platform shows no image, and gives the same hash for a digest', async () => {
    live()
    expect(await deploy(imagePlan(PINNED), tools)).toMatchObject({ status: 'unchanged' })
  })

  test('where only the compile gives the draft the hash that is live', async () => {
    live({ codeHash: 'made0001' })
    compiles({ codeHash: 'made0001' })
    expect(await deploy(rustPlan({}), tools)).toMatchObject({ status: 'unchanged' })
    expect(compared()).toEqual([
      'Not as version 3: other code',
      'Unchanged: version 3 has this code and these settings'
    ])
  })
})

describe('It is published, and said why', () => {
  test.each<[string, Partial<Version>, Partial<Settings>, DeployPlan, string]>([
    ['other code', { codeHash: 'bbbb0002' }, {}, SKIP, 'other code'],
    [
      'no hash of the version',
      { codeHash: '' },
      {},
      SKIP,
      'the platform gives no hash of the code, so it may be other code'
    ],
    ['a variable', {}, { env: { A: '1' } }, { ...SKIP, settings: { env: { A: '2' } } }, 'this run changes env (A)'],
    [
      'a variable that is removed',
      {},
      { env: { A: '1', B: '2' } },
      { ...SKIP, settings: { env: { A: '1' } }, envUpdateStrategy: 'overwrite' },
      'this run changes env (B)'
    ],
    [
      'several settings',
      {},
      {},
      { ...SKIP, settings: { tier: 'large', allowUnauthenticated: true } },
      'this run changes tier and allow-unauthenticated'
    ],
    [
      'a schema that goes with the draft',
      {},
      { inputSchema: '{"a":1}' },
      { ...SKIP, description: { ...PLAN.description, inputSchema: '{"a":2}' } },
      'this run changes input-schema'
    ],
    [
      'a schema that the platform does not show',
      {},
      {},
      { ...SKIP, description: { ...PLAN.description, inputSchema: '{"a":2}' } },
      'the platform does not show input-schema'
    ],
    [
      'dependencies',
      {},
      {},
      { ...SKIP, description: { ...PLAN.description, dependencies: ['numpy'] } },
      'the platform does not show dependencies'
    ],
    ['another runtime', { runtime: { name: 'go', target: '', toolchain: '' } }, {}, SKIP, 'this run changes runtime'],
    ['code instead of an image', { imageRef: PINNED }, {}, SKIP, 'this run changes runtime'],
    ['another image', { imageRef: OTHER }, {}, imagePlan(PINNED), 'another image'],
    [
      'an image by its tag, though the platform shows the same',
      { imageRef: 'ghcr.io/acme/web:1' },
      {},
      imagePlan('ghcr.io/acme/web:1'),
      'an image without a digest may be another one each time'
    ],
    [
      'an image, where the platform shows neither image nor hash',
      { codeHash: '' },
      {},
      imagePlan(PINNED),
      'the platform gives no hash of the code, so it may be other code'
    ]
  ])('for %s', async (_, version, settings, plan, reason) => {
    live(version, settings)
    platform.mergesEnv = false
    expect(await deploy(plan, tools)).toMatchObject({ status: 'published' })
    expect(isPublished()).toBe(true)
    expect(compared()).toEqual([`Not as version 3: ${reason}`])
  })

  test.each<[string, Partial<CodeSource>, Version['runtime'], string | undefined]>([
    ['a toolchain that is the same', { toolchain: '1.82' }, { name: 'rust', target: '', toolchain: '1.82' }, undefined],
    [
      'another toolchain',
      { toolchain: '1.83' },
      { name: 'rust', target: '', toolchain: '1.82' },
      'this run changes toolchain'
    ],
    ['a toolchain that is not shown', { toolchain: '1.83' }, undefined, 'the platform does not show toolchain'],
    [
      'another target',
      { rustTarget: 'wasm' },
      { name: 'rust', target: 'NATIVE', toolchain: '' },
      'this run changes rust-target'
    ],
    ['the default target', {}, { name: 'rust', target: 'UNSPECIFIED', toolchain: '' }, undefined],
    ['no target any more', {}, { name: 'rust', target: 'WASM', toolchain: '' }, 'this run changes rust-target']
  ])('or not, for %s', async (_, code, runtime, reason) => {
    live(runtime && { runtime })
    compiles({})
    const { status } = await deploy(rustPlan(code), tools)
    expect(status).toBe(reason === undefined ? 'unchanged' : 'published')
    if (reason) expect(compared()).toEqual([`Not as version 3: ${reason}`])
  })

  test('for an image that is built anew, unless it has the digest that is live', async () => {
    const build = {
      builder: 'draft',
      dockerfilePath: 'Dockerfile',
      buildArgs: {},
      platform: undefined,
      noCache: false,
      imageTags: []
    } as const
    const source = {
      kind: 'context',
      path: '/app',
      shownPath: 'app',
      build,
      hasUnusedDockerfile: false,
      found: NOWHERE
    } as const
    live({ imageRef: PINNED })
    compiles({ imageRef: 'registry.test/acme/greeter:run-1' })
    expect(await deploy({ ...SKIP, source }, tools)).toMatchObject({ status: 'published' })
    expect(compared()).toEqual(
      Array(2).fill('Not as version 3: an image without a digest may be another one each time')
    )
    live({ imageRef: PINNED })
    compiles({ imageRef: PINNED })
    expect(await deploy({ ...SKIP, source }, tools)).toMatchObject({ status: 'unchanged' })
  })

  test('where another run has published other code since the run began', async () => {
    live()
    platform.onSave = () => {
      platform.versions = [{ number: 4, codeHash: 'cccc0004', createdAtMs: 4, status: 'ACTIVE' }, ...platform.versions]
      platform.state = { ...platform.state!, activeVersion: 4 }
    }
    expect(await deploy(SKIP, tools)).toMatchObject({ status: 'published' })
    expect(compared()).toEqual(['Not as version 4: other code'])
  })

  test('on the first deploy', async () => {
    expect(await deploy(SKIP, tools)).toMatchObject({ status: 'published' })
    expect(compared()).toEqual(['No version is active yet'])
  })

  test('without a look where the input is not set', async () => {
    live()
    expect(await deploy(PLAN, tools)).toMatchObject({ status: 'published' })
    expect(compared()).toEqual([])
  })
})
