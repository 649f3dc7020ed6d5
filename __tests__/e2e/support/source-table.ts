import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../../emulator/start.ts'
import { loadSet } from '../../../emulator/wire/descriptors/descriptors.ts'
import type { GitHubContext } from '../../../runner/environment.ts'
import { compute } from '../../emulator/ignite/support/client.ts'
import { callUrl, type Inputs, inputsFor, messagesOf, remote, run } from '../../support/deploying.ts'
import { GIT_OWNER, REGISTRY_OWNER, SourceTrees } from './source-trees.ts'

type Platform = Pick<EmulatorOptions, 'variants' | 'permuteSeed'>

/** One way to name a source, and what must come of it. */
export type SourceRow = {
  readonly what: string
  readonly platforms: readonly Platform[]
  readonly inputs: Inputs | ((trees: SourceTrees) => Inputs)
  readonly github?: (trees: SourceTrees) => GitHubContext
  /** What arrives, besides what every deployment sends: method and whole request; of SaveDraft, the code. */
  readonly arrives: (place: Arriving) => readonly Arrived[]
  /** What the app answers at its public URL; left out, the app is private and has none. */
  readonly answers?: object
  readonly warns?: readonly string[]
  readonly says?: readonly string[]
}

export type Arrived = readonly [method: string, request: object]

export type Arriving = {
  readonly app: string
  readonly trees: SourceTrees
  /** Whether a build's image is named by its digest, too. */
  readonly namesDigest: boolean
}

/** Bytes as the journal keeps them. */
export const ARCHIVE = { bytes: expect.any(Number), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }

/** What is left of the default 30 minutes when a build begins. */
export const TIME_LEFT = expect.closeTo(1799, -2)

/** The tag of a build of the runner's run, by the 8 digits that follow it. */
export const OWN_TAG = /run-4294967297-1-[0-9a-f]{16}/

export function builtImage({ app, namesDigest }: Arriving): object {
  const place = `registry\\.emulator/acme/${app}`
  const reference = namesDigest ? `${place}@sha256:[0-9a-f]{64}` : `${place}:${OWN_TAG.source}`
  return prebuilt(expect.stringMatching(new RegExp(`^${reference}$`)))
}

export function prebuilt(image_ref: unknown, registry_secret_ref = ''): object {
  return { source: 'image', image: { source: 'prebuilt', prebuilt: { image_ref, registry_secret_ref } } }
}

/** Deploys every row on every platform that concerns it, with a test for each. */
export function deployEach(rows: readonly SourceRow[]): void {
  let trees: SourceTrees
  const emulators = new Map<string, Promise<Emulator>>()
  const emulatorOf = (platform: Platform): Promise<Emulator> => {
    const key = JSON.stringify(platform)
    const known = emulators.get(key) ?? startWithSecrets(platform, trees)
    emulators.set(key, known)
    return known
  }
  beforeAll(() => {
    trees = new SourceTrees()
  })
  afterAll(async () => {
    for (const emulator of emulators.values()) await (await emulator).close()
    trees[Symbol.dispose]()
  })
  const cases = rows.flatMap((row, index) =>
    row.platforms.map((platform) => ({
      row,
      what: row.what,
      platform,
      on: JSON.stringify(platform),
      app: `app-${index}`
    }))
  )
  test.each(cases)('$what, on a platform with $on', async ({ row, platform, app }) => {
    await expectDeployed(row, { emulator: await emulatorOf(platform), trees, app, platform })
  })
}

type Stage = {
  readonly emulator: Emulator
  readonly trees: SourceTrees
  readonly app: string
  readonly platform: Platform
}

async function expectDeployed(row: SourceRow, { emulator, trees, app, platform }: Stage): Promise<void> {
  const { inputs, github, answers, warns = [], says = [] } = row
  const open = answers === undefined ? {} : { 'allow-unauthenticated': 'true' }
  const given = typeof inputs === 'function' ? inputs(trees) : inputs
  const { main, post } = await run(trees.workspace, {
    inputs: inputsFor(emulator, { app, code: '', ...open, ...given }),
    ...(github ? { github: github(trees) } : {})
  })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect(post).toMatchObject({ exitCode: 0, raw: '' })
  expect(main.outputs).toMatchObject({ status: 'published', published_version: '1', active_version: '1' })
  const namesDigest = platform.variants?.includes('build-digest') ?? false
  expect(arrivedFor(emulator, app)).toEqual(row.arrives({ app, trees, namesDigest }))
  expect(messagesOf(main, 'warning')).toEqual(warns.map((text) => expect.stringContaining(text)))
  for (const text of says) expect(main.log).toContain(text)
  if (answers) expect(await callUrl(main.outputs['url'])).toMatchObject(answers)
  else expect((await remote(emulator, { organization: 'acme', name: app })).state?.activeVersion).toBe(1)
}

const TOLD = ['SaveDraft', 'CreateBuild', 'UploadBuildContext', 'CreateSecret']

function arrivedFor({ journal }: Emulator, app: string): readonly Arrived[] {
  return journal.flatMap(({ method, request }): Arrived[] => {
    const name = method.slice(method.indexOf('/') + 1)
    const told = request as { app_name?: string; name?: string; metadata?: { name: string }; code?: object }
    const owner = told.app_name ?? told.metadata?.name ?? told.name?.replace(/-registry$/, '')
    if (!TOLD.includes(name) || owner !== app) return []
    return [[name, name === 'SaveDraft' ? told.code! : told]]
  })
}

/** The emulator with the trees' images and repositories, and the secrets that open them. */
async function startWithSecrets(platform: Platform, trees: SourceTrees): Promise<Emulator> {
  const emulator = await startEmulator({ ...platform, images: trees.images, repositories: trees.repositories })
  const { permuteSeed, variants = [] } = platform
  const set = loadSet({ variants: new Set(variants), permuteSeed })
  const token = emulator.mint({ org: 'acme', ttlSeconds: 60 })
  using secrets = compute(emulator, { token, set, service: 'SecretService' })
  await secrets.call('CreateSecret', { name: 'git-pat', value: { git_secret: GIT_OWNER } })
  await secrets.call('CreateSecret', {
    name: 'ghcr',
    value: { registry_secret: { ...REGISTRY_OWNER, server_address: 'ghcr.io' } }
  })
  return emulator
}
