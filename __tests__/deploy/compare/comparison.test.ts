import { beforeEach, describe, expect, test } from '@jest/globals'
import { deploy } from '../../../src/deploy/deploy.ts'
import { dryRun } from '../../../src/deploy/dry-run.ts'
import type { Change } from '../../../src/model/comparison.ts'
import { PlatformError } from '../../../src/model/errors.ts'
import type { DeployPlan, Source } from '../../../src/model/plan.ts'
import type { CodeFile, Version } from '../../../src/model/platform-state.ts'
import type { Settings } from '../../../src/model/settings.ts'
import { MemoryPlatform, PLAN, RecordingTools, SETTINGS } from '../../support/fakes.ts'

const TAGGED = 'ghcr.io/acme/web:1'
const PINNED = `ghcr.io/acme/web@sha256:${'0123456789abcdef'.repeat(4)}`
const IMAGE: Source = { kind: 'image', reference: PINNED, registry: undefined }

let platform: MemoryPlatform
let tools: RecordingTools

beforeEach(() => {
  platform = new MemoryPlatform()
  tools = new RecordingTools(platform)
})

function live(version: Partial<Version> = {}, settings: Partial<Settings> = {}): void {
  platform.state = {
    id: 'acme/greeter',
    activeVersion: 3,
    publicUrls: [],
    settings: { ...SETTINGS, ...settings },
    shown: {}
  }
  platform.versions = [{ number: 3, codeHash: 'cafe0003', createdAtMs: 3, status: 'ACTIVE', ...version }]
}

/** What a dry run says of a plan: each difference with its kind, and the output `changed`. */
async function planned(plan: Partial<DeployPlan>) {
  expect(await dryRun({ ...PLAN, isDryRun: true, ...plan }, tools)).toEqual({ status: 'planned', reason: 'planned' })
  expect(platform.calls.filter((call) => !call.startsWith('read'))).toEqual([])
  const [{ changes, line } = { changes: [], line: '' }] = tools.comparisons
  return { changes: changes.map(shown), line, changed: tools.facts.changed }
}

function shown({ kind, part, name, detail }: Change): string {
  return [kind, part, name, detail].join(' | ')
}

describe('A dry run', () => {
  test('of settings names what differs, and no value of the environment', async () => {
    live({}, { env: { KEPT: 'same-value', GONE: 'gone-value', OTHER: 'old-value' } })
    platform.code = [{ path: 'handler.py', bytes: 1, content: new Uint8Array([1]) }]
    const settings = {
      env: { KEPT: 'same-value', OTHER: 'new-value', FRESH: 'fresh-value' },
      tier: 'large',
      allowUnauthenticated: true,
      healthPath: '/healthz/',
      ports: [8080],
      inputSchema: '{"a":1}',
      description: 'Greets whoever asks.'
    }
    expect(await planned({ settings, envUpdateStrategy: 'overwrite' })).toEqual({
      changes: [
        'added | env | FRESH | ',
        'removed | env | GONE | ',
        'changed | env | OTHER | another value',
        'changed | setting | description | another text',
        'changed | setting | tier | small → large',
        'changed | setting | allow-unauthenticated | false → true: anyone may call the app, without a token',
        'changed | setting | ports | 80 → 8080',
        'changed | setting | input-schema | another schema'
      ],
      line: 'env (FRESH, GONE, OTHER), description, tier, allow-unauthenticated, ports and input-schema',
      changed: true
    })
    expect(JSON.stringify([tools.comparisons, tools.log.lines])).not.toMatch(/-value/)
  })

  test('of a first deploy names the app and all that it brings', async () => {
    expect(await planned({ settings: { env: { A: '1' }, tier: 'small' } })).toEqual({
      changes: ['added | app | acme/greeter | ', 'added | env | A | ', 'added | setting | tier | small'],
      line: 'a new app, env (A) and tier',
      changed: true
    })
    expect(tools.steps.at(-1)?.line).toBe('Would publish the first version: a new app, env (A) and tier')
  })

  test('of what is live already says that nothing differs', async () => {
    live()
    platform.code = [{ path: 'handler.py', bytes: 1, content: new Uint8Array([1]) }]
    expect(await planned({})).toEqual({ changes: [], line: '', changed: false })
  })

  test.each<[string, () => Promise<readonly CodeFile[] | undefined>, string]>([
    [
      'denied',
      () =>
        Promise.reject(
          new PlatformError('PERMISSION_DENIED', 'Reading: no.', { ambiguous: false, reason: 'permission_denied' })
        ),
      'Reading: no'
    ],
    ['not offered', async () => undefined, 'the platform has no method that gives the code of a version'],
    ['empty', async () => [], 'the platform gives no files of version 3']
  ])('to which the code is %s warns, and does not know whether anything differs', async (_, readCode, why) => {
    live()
    platform.readCode = readCode
    expect(await planned({})).toEqual({
      changes: [`unknown | code | files | not compared: ${why}`],
      line: '',
      changed: 'unknown'
    })
    expect(tools.log.lines).toContain(`warning: The files are not compared: ${why}.`)
  })

  test.each<[string, Source, Partial<Version>, string | undefined, boolean | 'unknown']>([
    ['the same digest', IMAGE, { imageRef: PINNED }, undefined, false],
    ['another image', IMAGE, { imageRef: TAGGED }, `changed | image | ${PINNED} | instead of ${TAGGED}`, true],
    [
      'the same tag',
      { ...IMAGE, reference: TAGGED },
      { imageRef: TAGGED },
      `unknown | image | ${TAGGED} | the same name, which may mean another image by now`,
      'unknown'
    ],
    [
      'an image that is not shown',
      IMAGE,
      {},
      `unknown | image | ${PINNED} | the platform does not show the image of version 3`,
      'unknown'
    ],
    [
      'an image instead of code',
      IMAGE,
      { runtime: { name: 'python', target: '', toolchain: '' } },
      `changed | image | ${PINNED} | instead of code that is run by python`,
      true
    ]
  ])('of %s', async (_, source, version, change, changed) => {
    live(version)
    const said = await planned({ source })
    expect(said).toMatchObject({ changes: change === undefined ? [] : [change], changed })
  })

  test('of credentials says as which secret they would be stored', async () => {
    live({ imageRef: PINNED })
    const registry = { kind: 'credentials', server: 'ghcr.io', username: 'octocat', password: 'pass' } as const
    await planned({ source: { ...IMAGE, registry } })
    expect(tools.log.lines).toContain('The credentials of ghcr.io would be stored as the secret greeter-registry.')
  })

  test('does not make an app that may not be made', async () => {
    await expect(dryRun({ ...PLAN, isDryRun: true, createApp: false }, tools)).rejects.toThrow('Read app failed')
    expect(platform.calls).not.toContain('createApp')
  })

  test('does not say that a draft is replaced', async () => {
    live()
    platform.draft = {
      status: 'DRAFT',
      codeHash: 'f00d',
      imageRef: '',
      codeKind: 'SDK',
      createdAtMs: 9,
      deployId: '',
      error: ''
    }
    await planned({})
    expect(tools.log.lines.join('\n')).toContain(
      'was never published (f00d, saved at 1970-01-01T00:00:00.009Z). A deploy replaces it.'
    )
  })
})

describe('Beside a deploy', () => {
  test('the comparison is told', async () => {
    live({}, { tier: 'large' })
    platform.code = []
    expect(await deploy({ ...PLAN, settings: { tier: 'small' } }, tools)).toMatchObject({ status: 'published' })
    expect(tools.comparisons).toMatchObject([{ version: 3, line: 'tier' }])
    expect(tools.log.lines.filter((line) => line.startsWith('warning'))).toEqual([])
  })

  test('code that never comes is not waited for, and its call is ended', async () => {
    live()
    let signal: AbortSignal | undefined
    platform.readCode = (...[, , stop]: readonly unknown[]) => {
      signal = stop as AbortSignal
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal?.reason)))
    }
    expect(await deploy(PLAN, tools)).toMatchObject({ status: 'published' })
    expect(signal?.aborted).toBe(true)
    expect(tools.comparisons).toEqual([])
  })

  test('code is asked for only where a version is active', async () => {
    let asked = 0
    platform.readCode = async () => {
      asked++
      return []
    }
    await deploy(PLAN, tools)
    expect(asked).toBe(0)
    expect(tools.comparisons).toMatchObject([{ version: 0 }])
  })

  test('a bug of the comparison does not fail the deploy', async () => {
    live()
    platform.readCode = async () => {
      throw new TypeError('a bug')
    }
    expect(await deploy(PLAN, tools)).toMatchObject({ status: 'published' })
  })
})
