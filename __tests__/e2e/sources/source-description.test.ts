import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type EmulatorOptions, startEmulator } from '../../../emulator/start.ts'
import {
  callUrl,
  type Inputs,
  inputsFor,
  messagesOf,
  remote,
  run,
  runMain,
  theFailure,
  Workspace,
  writesTo
} from '../../support/deploying.ts'
import { ImageWorkspace } from '../support/gated-build.ts'
import { failingAt, refusal } from '../support/live-app.ts'

const INPUT = '{"type": "object", "required": ["name"]}'
const OUTPUT = '{"type": "object", "title": "output"}'

describe('Schemas go with the first request that has a field for them', () => {
  const platforms: readonly EmulatorOptions[] = [
    {},
    { permuteSeed: 81 },
    { variants: ['settings-mask'] },
    { variants: ['settings-no-presence'] },
    { variants: ['settings-replace', 'custom-options'] }
  ]

  test.each(platforms)('on a platform with %j, and change no setting', async (platform) => {
    await using emulator = await startEmulator(platform)
    using workspace = new Workspace()
    workspace.write('schema.json', `\ufeff${OUTPUT}`)
    const inputs = {
      'input-schema': INPUT,
      'output-schema': 'schema.json',
      'allow-unauthenticated': 'true',
      env: 'A=1'
    }
    const main = await runMain(workspace, { inputs: inputsFor(emulator, inputs) })
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    const sent = emulator.journal.flatMap(({ method, request }) => {
      const { input_schema, output_schema } = request as { input_schema?: string; output_schema?: string }
      return input_schema ? [{ method, input_schema, output_schema }] : []
    })
    expect(sent[0]).toEqual({
      method: 'ComputeService/CreateApp',
      input_schema: INPUT,
      output_schema: OUTPUT
    })
    expect((await remote(emulator)).state?.settings).toMatchObject({ env: { A: '1' }, allowUnauthenticated: true })
    expect(await callUrl(main.outputs['url'])).toMatchObject({ version: 'one' })
  })
})

describe('Schemas and dependencies go with the draft where it has fields for them', () => {
  const described = { input_schema: INPUT, output_schema: OUTPUT, dependencies: ['requests', 'numpy==2'] }
  const platforms: readonly (EmulatorOptions & { readonly has: string; readonly place: object })[] = [
    {
      has: 'fields of SaveDraft',
      variants: ['schemas-in-draft'],
      place: { ...described, code: { source: 'compile' } }
    },
    {
      has: 'fields with other numbers',
      variants: ['schemas-in-draft'],
      permuteSeed: 82,
      place: { ...described, code: { source: 'compile' } }
    },
    { has: 'fields of the source', variants: ['schemas-in-source'], place: { code: { compile: described } } },
    {
      has: 'fields of both',
      variants: ['schemas-in-source', 'schemas-in-draft'],
      place: { ...described, code: { source: 'compile' } }
    }
  ]

  test.each(platforms)('on a platform that has $has', async ({ has: _, place, ...platform }) => {
    await using emulator = await startEmulator(platform)
    using workspace = new Workspace()
    const inputs = {
      'input-schema': INPUT,
      'output-schema': OUTPUT,
      dependencies: 'requests\n# a comment\nnumpy==2\nrequests',
      'allow-unauthenticated': 'true'
    }
    const main = await runMain(workspace, { inputs: inputsFor(emulator, inputs) })
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    const requests = emulator.journal.filter(({ request }) => JSON.stringify(request).includes('numpy==2'))
    expect(requests).toEqual([expect.objectContaining({ method: 'ComputeService/SaveDraft' })])
    expect(requests[0]!.request).toMatchObject(place)
    expect(JSON.stringify(requests[0]!.request).split('numpy==2')).toHaveLength(2)
    expect(await callUrl(main.outputs['url'])).toMatchObject({ version: 'one' })
  })
})

describe('Schemas of an app that is live', () => {
  const LIVE = { 'input-schema': '{"title": "old"}', 'allow-unauthenticated': 'true' }
  const CHANGED = { 'input-schema': INPUT, 'output-schema': OUTPUT }

  async function deployedAgain(inputs: Inputs, options: EmulatorOptions = {}) {
    await using emulator = await startEmulator(options)
    using workspace = new Workspace()
    const first = await run(workspace, { inputs: inputsFor(emulator, LIVE) })
    expect({ exitCode: first.main.exitCode, log: first.main.log }).toEqual({ exitCode: 0, log: first.main.log })
    const before = emulator.journal.length
    const main = await runMain(workspace, { inputs: inputsFor(emulator, { ...CHANGED, ...inputs }) })
    const writes = writesTo({ journal: emulator.journal.slice(before) }).map((method) => method.split('/')[1])
    return { main, writes, settings: (await remote(emulator)).state?.settings }
  }

  test('change after the draft was tested, right before it is published', async () => {
    const { main, writes, settings } = await deployedAgain({ 'test-payload': '{}' })
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    expect(writes).toEqual(['SaveDraft', 'TestDraft', 'UpdateAppConfig', 'PublishDraft'])
    expect(settings).toMatchObject({ inputSchema: INPUT, outputSchema: OUTPUT })
    expect(main.log).toContain('Changed input-schema and output-schema.')
  })

  test('stay where the test of the draft fails', async () => {
    const { main, writes, settings } = await deployedAgain({ 'test-payload': '{}', 'test-expect': '{"no": 1}' })
    expect(theFailure(main).reason).toBe('test_failed')
    expect(main.outputs['changed']).toBe('false')
    expect(writes).toEqual(['SaveDraft', 'TestDraft'])
    expect(settings).toMatchObject({ inputSchema: LIVE['input-schema'], outputSchema: '' })
  })

  test('go back where the publish is refused', async () => {
    const { main, settings } = await deployedAgain({}, failingAt('PublishDraft', [2], refusal()))
    expect(theFailure(main).reason).toBe('publish_failed')
    expect(main.outputs['changed']).toBe('false')
    expect(messagesOf(main, 'notice')).toContain(
      'The settings that this run changed were put back: input-schema and output-schema.'
    )
    expect(settings).toMatchObject({ inputSchema: LIVE['input-schema'], outputSchema: '' })
  })
})

const WEB = { code: 'web', builder: 'draft', 'dockerfile-path': 'Dockerfile' }

test.each([
  ['no type has a field', {}, {}],
  ['the source has a field, of an image', { variants: ['schemas-in-source'] }, WEB]
] as const)('Dependencies where %s are refused by name before anything is written', async (_, platform, source) => {
  await using emulator = await startEmulator(platform)
  using workspace = new ImageWorkspace()
  const inputs = inputsFor(emulator, { ...source, dependencies: 'requests\nnumpy' })
  const main = await runMain(workspace, { inputs })
  const failure = theFailure(main)
  expect(failure.reason).toBe('unsupported_server')
  expect(failure.message).toContain('the field `dependencies` of SaveDraft or UpdateAppConfig (input `dependencies`)')
  expect(emulator.journal).toEqual([])
})

describe('A source that is compiled', () => {
  const OVER = /^The packed source has 4\.\d MB, and 4 MB is assumed to be the most .* It is sent all the same/

  async function deployed(bytes: number) {
    await using emulator = await startEmulator()
    using workspace = new Workspace()
    workspace.write('greeter/model.bin', randomBytes(bytes))
    const main = await runMain(workspace, { inputs: inputsFor(emulator) })
    return main
  }

  test.each([
    [3_800_000, []],
    [4_100_000, [expect.stringMatching(OVER)]]
  ])('of %d bytes is sent, where need be with a warning', async (bytes, warnings) => {
    const main = await deployed(bytes)
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    expect(messagesOf(main, 'warning')).toEqual(warnings)
  })

  test('and that the platform finds too large is refused with both sizes and what to leave out', async () => {
    const main = await deployed(4_300_000)
    expect(messagesOf(main, 'warning')).toEqual([expect.stringMatching(OVER)])
    const failure = theFailure(main)
    expect(failure).toMatchObject({ title: 'Save draft failed' })
    expect(failure.message).toMatch(/RESOURCE_EXHAUSTED.* archive of 4\.3 MB, and 4 MB is assumed .*`\.igniteignore`/)
  })
})

describe('What is packed is told', () => {
  test.each([
    { kind: 'code', inputs: {}, says: [/^Packed 2 files, [\d.]+ k?B, sha256 [0-9a-f]{12}(?: \(|$)/m] },
    {
      kind: 'a context for the draft',
      inputs: { 'dockerfile-path': 'Dockerfile' },
      says: [/^Found 3 files, [\d.]+ k?B(?: \(|$)/m, /^Packed [\d.]+ k?B, sha256 [0-9a-f]{12}(?: \(|$)/m]
    },
    {
      kind: 'a context for the build service',
      inputs: { 'dockerfile-path': 'Dockerfile', builder: 'build-service' },
      says: [/^Found 3 files, [\d.]+ k?B(?: \(|$)/m, /^Packed [\d.]+ k?B, sha256 [0-9a-f]{12}(?: \(|$)/m]
    }
  ])('of $kind: count, size, digest, the largest, what was left out, and under step debug all', async (row) => {
    await using emulator = await startEmulator()
    using workspace = new Workspace()
    for (const directory of ['node_modules', 'lib/__pycache__']) {
      mkdirSync(path.join(workspace.path, 'greeter', directory))
      workspace.write(path.join('greeter', directory, 'x'), '')
    }
    workspace.write('greeter/.env', 'A=1')
    if ('dockerfile-path' in row.inputs) workspace.write('greeter/Dockerfile', 'FROM scratch\nUSER 1\nCMD ["true"]\n')
    const main = await runMain(workspace, { inputs: inputsFor(emulator, row.inputs), debug: true })
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    for (const line of row.says) expect(main.log).toMatch(line)
    expect(main.log).toMatch(/^ +[\d.]+ k?B {2}handler\.py$/m)
    expect(main.log).toMatch(/debug.*lib\/greeting\.py$/m)
    expect(main.log).toContain(
      'Left out by default: __pycache__ and node_modules. `!NAME` in an ignore file takes one back.'
    )
    expect(main.log).toContain('Left out, because they are likely to hold secrets: .env.')
  })
})
