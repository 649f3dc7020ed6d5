import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { VARIANTS, type Variant } from '../../emulator/contract/variants.ts'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../emulator/start.ts'
import { callUrl, inputsFor, ROOT, run, runMain, theFailure, Workspace, writesTo } from '../support/deploying.ts'
import { changeMirror, mirrored, writeMirror } from './support/mirror.ts'

type Platform = Pick<EmulatorOptions, 'variants' | 'permuteSeed'>

const APP = { organization_name: 'acme', app_name: 'mirror' }

/** As a server reads the fields that were not sent. */
const UNDESCRIBED = { dependencies: [], input_schema: '', output_schema: '' }

const ALONE = (Object.keys(VARIANTS) as Variant[]).filter((name) => name !== 'reflection-none')
const TOGETHER: readonly (readonly Variant[])[] = [
  ['draft-cleared', 'no-code-hash'],
  ['draft-not-found', 'status-spelling'],
  ['reflection-v1alpha', 'reflection-one-file'],
  ['settings-mask', 'public-urls-map']
]

const platforms: readonly Platform[] = [
  {},
  ...Array.from({ length: 10 }, (_, index) => ({ permuteSeed: index + 1 })),
  ...[...ALONE.map((name) => [name]), ...TOGETHER].map((variants) => ({ variants })),
  { permuteSeed: 11, variants: ['custom-options', 'reflection-one-file'] },
  { permuteSeed: 12, variants: ['settings-no-presence', 'payload-string', 'no-code-hash'] },
  { permuteSeed: 13, variants: ['settings-replace', 'public-urls-map', 'draft-cleared'] }
]

describe('Whatever the platform is like, an app becomes version 1, changes, and becomes version 2', () => {
  test.each(platforms)('on a platform with %j', async (platform) => {
    await using emulator = await startEmulator(platform)
    using workspace = new Workspace()
    writeMirror(workspace)
    const settings = { 'allow-unauthenticated': 'true', env: 'FIRST=1\nSECOND=a=b', tier: 'medium' }
    const first = await deploy(emulator, workspace, settings)
    expect(first).toMatchObject({ published_version: '1', previous_version: '', active_version: '1' })
    await expectRequests(emulator, platform)
    expect(await shownAt(first)).toEqual({ ...mirrored('one'), env: { FIRST: '1', SECOND: 'a=b' } })

    changeMirror(workspace)
    const second = await deploy(emulator, workspace, { env: 'FIRST=2' })
    expect(second).toMatchObject({ published_version: '2', previous_version: '1', active_version: '2' })
    expect(second['code_hash'] === '').toBe(platform.variants?.includes('no-code-hash') ?? false)
    expect(await shownAt(second)).toEqual({ ...mirrored('two'), env: { FIRST: '2', SECOND: 'a=b' } })
  })
})

async function deploy(emulator: Emulator, workspace: Workspace, inputs: Readonly<Record<string, string>>) {
  const { main, post } = await run(workspace, {
    inputs: inputsFor(emulator, { app: 'mirror', code: 'mirror', ...inputs })
  })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect(post).toMatchObject({ exitCode: 0, raw: '' })
  expect(main.outputs).toMatchObject({ status: 'published', reason_code: 'ok', changed: 'true', app_id: 'acme/mirror' })
  expect(main.outputs['url']).toBe(main.outputs['public_url'])
  expect(JSON.parse(main.outputs['public_urls'] ?? '')).toEqual([main.outputs['url']])
  expect(main.outputs['url']).toBe(`${emulator.public}/acme/mirror`)
  return main.outputs
}

function shownAt(outputs: Readonly<Record<string, string>>): Promise<unknown> {
  return callUrl(outputs['public_url'], { env: ['FIRST', 'SECOND'] })
}

/** What arrived, as a codec that is not ours read it. */
async function expectRequests(emulator: Emulator, { variants = [] }: Platform): Promise<void> {
  const undescribedBy = (variant: Variant) => (variants.includes(variant) ? UNDESCRIBED : {})
  const requestOf = (method: string) =>
    emulator.journal.find((entry) => entry.method === `ComputeService/${method}`)?.request
  expect(requestOf('CreateApp')).toMatchObject({
    organization_name: 'acme',
    name: 'mirror',
    resource_tier: 'RESOURCE_TIER_MEDIUM',
    env: { FIRST: '1', SECOND: 'a=b' },
    ports: []
  })
  expect(requestOf('SaveDraft')).toEqual({
    ...APP,
    ...undescribedBy('schemas-in-draft'),
    code: {
      source: 'compile',
      compile: {
        ...undescribedBy('schemas-in-source'),
        runtime: { runtime: 'python', python: expect.anything() },
        source_code: { bytes: expect.any(Number), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }
      }
    }
  })
  // Not said; this codec fills in what a field is without it.
  const description = variants.includes('version-description') ? { description: '' } : {}
  expect(requestOf('PublishDraft')).toEqual({ ...APP, ...description })
}

describe('Without reflection', () => {
  let emulator: Emulator
  let workspace: Workspace

  beforeAll(async () => {
    emulator = await startEmulator({ variants: ['reflection-none'] })
    workspace = new Workspace()
  })

  afterAll(async () => {
    workspace[Symbol.dispose]()
    await emulator.close()
  })

  test('a run says so, names `descriptors`, and writes nothing', async () => {
    const { main, post } = await run(workspace, { inputs: inputsFor(emulator) })
    const failure = theFailure(main)
    expect(failure.reason).toBe('unsupported_server')
    expect(failure.message).toContain(`${emulator.grpc} has no reflection service`)
    expect(failure.message).toContain('Set `descriptors` to')
    expect(emulator.journal).toEqual([])
    expect(post).toMatchObject({ exitCode: 0, raw: '' })
  })

  test.each([
    { descriptors: 'bundled', app: 'bundled', by: 'the bundled descriptors' },
    { descriptors: path.join(ROOT, 'proto/dodil-ignite-v1.binpb'), app: 'file', by: 'the descriptor set' },
    { descriptors: 'own.binpb', app: 'relative', by: 'the descriptor set' }
  ])('a run with other descriptors ($app) deploys', async ({ descriptors, app, by }) => {
    workspace.copy('proto/dodil-ignite-v1.binpb', 'own.binpb')
    const inputs = inputsFor(emulator, { app, descriptors, 'allow-unauthenticated': 'true' })
    const main = await runMain(workspace, { inputs, debug: true })
    expect(main).toMatchObject({ exitCode: 0, outputs: { published_version: '1' } })
    expect(main.log).toContain(`The messages of the platform are known by ${by}`)
    expect(await callUrl(main.outputs['url'])).toMatchObject({ greeting: 'Hello, Ada!', version: 'one' })
    expect(writesTo(emulator)).not.toEqual([])
  })

  test('descriptors of another service are an error before the first write', async () => {
    await using ignite = await startEmulator()
    // A set of one empty file, named abcd.
    workspace.write('other.binpb', Buffer.from('0a060a0461626364', 'hex'))
    const main = await runMain(workspace, { inputs: inputsFor(ignite, { descriptors: 'other.binpb' }) })
    expect(theFailure(main)).toMatchObject({
      reason: 'unsupported_server',
      message: expect.stringContaining('`descriptors`')
    })
    expect(ignite.journal).toEqual([])
  })

  test.each([
    { file: 'missing.binpb', content: undefined, says: 'cannot be read (ENOENT)' },
    { file: 'broken.binpb', content: 'not a descriptor set', says: 'is no descriptor set' }
  ])('a file that is no descriptor set ($file) is a bad input', async ({ file, content, says }) => {
    const before = emulator.journal.length
    if (content !== undefined) workspace.write(file, content)
    const main = await runMain(workspace, { inputs: inputsFor(emulator, { descriptors: file }) })
    const failure = theFailure(main)
    expect(failure.reason).toBe('bad_input')
    expect(failure.message).toContain(`\`descriptors\` names ${says}`)
    expect(emulator.journal.length).toBe(before)
  })
})
