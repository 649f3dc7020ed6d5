import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Variant } from '../../emulator/contract/variants.ts'
import { type Emulator, startEmulator } from '../../emulator/start.ts'
import { loadSet } from '../../emulator/wire/descriptors/descriptors.ts'
import { compute } from '../emulator/ignite/support/client.ts'
import {
  type Inputs,
  inputsFor,
  messagesOf,
  run,
  runMain,
  theFailure,
  Workspace,
  writesTo
} from '../support/deploying.ts'
import { leaks } from './support/leaks.ts'
import { failingAt, refusal } from './support/live-app.ts'
import { Observer } from './support/observing.ts'

type Fields = Readonly<Record<string, unknown>>

/** What somebody set by hand: all that the platform keeps, far from its defaults. */
const BY_HAND = {
  env: { KEPT: 'marker-kept', CHANGED: 'marker-old', EMPTY: '' },
  resource_tier: 'RESOURCE_TIER_LARGE',
  description: 'Made by hand.',
  ports: [80, 9090],
  health_path: '/live',
  allow_unauthenticated: true,
  input_schema: '{"type": "object"}',
  output_schema: '{"type": "string"}',
  mcp_enabled: true,
  limits: { memory_mb: 777, cpu_millicores: 333, timeout_secs: 9 },
  scaling: { max_replicas: 4, reserved_capacity: 2, auto_mode: 'AUTO_MODE_TIER_ONLY' },
  max_concurrency: 11,
  storage_mode: 'STORAGE_MODE_TTL',
  ttl_secs: 3600
} as const satisfies Fields

type Platform = { readonly name: string; readonly variants: readonly Variant[]; readonly permuteSeed?: number }

const platforms: readonly Platform[] = [
  { name: 'that merges', variants: [] },
  { name: 'that replaces lists and maps', variants: ['settings-replace'] },
  { name: 'that replaces everything', variants: ['settings-no-presence'] },
  { name: 'with an update mask', variants: ['settings-mask'] },
  { name: 'that replaces everything, with other numbers', variants: ['settings-no-presence'], permuteSeed: 31 },
  { name: 'with an update mask, with other numbers', variants: ['settings-mask'], permuteSeed: 32 }
]

/** A client that shares no code with the action. */
function byHand(emulator: Emulator, { variants, permuteSeed }: Platform) {
  const set = loadSet({ variants: new Set(variants), permuteSeed })
  const token = emulator.mint({ org: 'acme', ttlSeconds: 600 })
  const client = compute(emulator, { token, set })
  return {
    make: async (name: string, settings: Fields = BY_HAND) => {
      await client.call('CreateApp', { organization_name: 'acme', name, ...settings })
      const update_mask = { paths: Object.keys(settings) }
      await client.call('UpdateAppConfig', { organization_name: 'acme', app_name: name, ...settings, update_mask })
      expect(await read(name)).toEqual(settings)
    },
    read,
    [Symbol.dispose]: () => client[Symbol.dispose]()
  }

  async function read(name: string): Promise<Fields> {
    const { app } = (await client.call('GetApp', { organization_name: 'acme', app_name: name })) as { app: Fields }
    return Object.fromEntries(Object.keys(BY_HAND).map((key) => [key, app[key]]))
  }
}

describe.each(platforms)('On a platform $name, an app that was made by hand', (platform) => {
  const isMerging = platform.variants.length === 0
  const workspace = new Workspace()
  let emulator: Emulator
  let client: ReturnType<typeof byHand>

  beforeAll(async () => {
    emulator = await startEmulator(platform)
    client = byHand(emulator, platform)
  })

  afterAll(async () => {
    workspace[Symbol.dispose]()
    client[Symbol.dispose]()
    await emulator.close()
  })

  async function changesOf(inputs: Inputs) {
    const before = emulator.journal.length
    const main = await runMain(workspace, { inputs: inputsFor(emulator, inputs) })
    const writes = writesTo({ journal: emulator.journal.slice(before) })
    return { main, updates: writes.filter((method) => method === 'ComputeService/UpdateAppConfig').length }
  }

  const named: readonly { readonly inputs: Inputs; readonly becomes: Fields }[] = [
    { inputs: {}, becomes: {} },
    { inputs: { env: 'ADDED=marker-new' }, becomes: { env: { ...BY_HAND.env, ADDED: 'marker-new' } } },
    { inputs: { env: 'CHANGED=a=b\nEMPTY=full' }, becomes: { env: { ...BY_HAND.env, CHANGED: 'a=b', EMPTY: 'full' } } },
    { inputs: { description: ' Says "hello".\nTo all.\n' }, becomes: { description: 'Says "hello".\nTo all.' } },
    { inputs: { tier: 'small' }, becomes: { resource_tier: 'RESOURCE_TIER_SMALL' } },
    { inputs: { memory: '1024' }, becomes: { limits: { ...BY_HAND.limits, memory_mb: 1024 } } },
    {
      inputs: { cpu: '0', 'timeout-seconds': '60' },
      becomes: { limits: { ...BY_HAND.limits, cpu_millicores: 0, timeout_secs: 60 } }
    },
    {
      inputs: { reserved: '3', 'auto-mode': 'scale-only' },
      becomes: { scaling: { ...BY_HAND.scaling, reserved_capacity: 3, auto_mode: 'AUTO_MODE_SCALE_ONLY' } }
    },
    {
      inputs: {
        'max-replicas': '9',
        'max-concurrency': '0',
        'storage-mode': 'ephemeral',
        ttl: '60',
        'mcp-enabled': 'false'
      },
      becomes: {
        scaling: { ...BY_HAND.scaling, max_replicas: 9 },
        max_concurrency: 0,
        storage_mode: 'STORAGE_MODE_EPHEMERAL',
        ttl_secs: 60,
        mcp_enabled: false
      }
    },
    { inputs: { ports: '8080' }, becomes: { ports: [8080] } },
    { inputs: { 'health-path': '/ready' }, becomes: { health_path: '/ready' } },
    { inputs: { 'allow-unauthenticated': 'false' }, becomes: { allow_unauthenticated: false } },
    {
      inputs: { tier: 'xlarge', ports: '80\n81', 'health-path': '/healthz', env: 'KEPT=1' },
      becomes: {
        resource_tier: 'RESOURCE_TIER_XLARGE',
        ports: [80, 81],
        health_path: '/healthz',
        env: { ...BY_HAND.env, KEPT: '1' }
      }
    }
  ]

  test.each(named)('keeps all that the run does not name: $inputs', async ({ inputs, becomes }) => {
    const app = `named-${named.findIndex((each) => each.inputs === inputs)}`
    await client.make(app)
    const { main, updates } = await changesOf({ app, ...inputs })
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    expect(await client.read(app)).toEqual({ ...BY_HAND, ...becomes })
    expect(updates).toBe(Object.keys(inputs).length === 0 ? 0 : 1)
    expect(messagesOf(main, 'notice').join()).not.toContain('called by anyone')
  })

  const removing: readonly { readonly inputs: Inputs; readonly left: Fields; readonly gone: string }[] = [
    { inputs: { env: '{}' }, left: {}, gone: 'CHANGED, EMPTY, KEPT' },
    { inputs: { env: ' {} \n' }, left: {}, gone: 'CHANGED, EMPTY, KEPT' },
    { inputs: { env: 'KEPT=2', 'env-update-strategy': 'overwrite' }, left: { KEPT: '2' }, gone: 'CHANGED, EMPTY' }
  ]

  test.each(removing)('loses variables where the run says so, or the run says why not: $inputs', async (row) => {
    const { inputs, left, gone } = row
    const app = `removing-${removing.indexOf(row)}`
    await client.make(app)
    const { main } = await changesOf({ app, ...inputs })
    if (!isMerging) {
      expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
      expect(await client.read(app)).toEqual({ ...BY_HAND, env: left })
      return
    }
    const failure = theFailure(main)
    expect(failure).toMatchObject({ reason: 'settings_failed', title: 'Apply settings failed' })
    expect(failure.message).toContain(`The platform kept what the update left out: env (${gone}).`)
    expect(messagesOf(main, 'notice')).toContain('No version is live yet; the draft slot holds this run’s code.')
    expect(main.outputs['published_version']).toBe('')
    expect(emulator.journal.filter(isPublishOf(app))).toEqual([])
    expect(await client.read(app)).toEqual(BY_HAND)
  })

  test('has its settings back when the publish is refused', async () => {
    const failing = { ...platform, ...failingAt('PublishDraft', [1], refusal()) }
    await using refusing = await startEmulator(failing)
    using hand = byHand(refusing, platform)
    await hand.make('refused')
    // A name that is added stays on a platform that merges (see draft-test.test.ts), so it is not added there.
    const env = `CHANGED=marker-new${isMerging ? '' : '\nADDED=marker-new'}`
    const changes = {
      env,
      description: 'New.',
      tier: 'small',
      memory: '64',
      'max-replicas': '1',
      ttl: '0',
      'mcp-enabled': 'false',
      'auto-mode': 'enabled',
      ports: '1',
      'health-path': '/x',
      'allow-unauthenticated': 'false'
    }
    const { main, post } = await run(workspace, { inputs: inputsFor(refusing, { app: 'refused', ...changes }) })
    expect(theFailure(main).reason).toBe('publish_failed')
    expect(await hand.read('refused')).toEqual(BY_HAND)
    const names = isMerging ? 'CHANGED' : 'ADDED, CHANGED'
    expect(messagesOf(main, 'notice')).toEqual([
      `The settings that this run changed were put back: env (${names}), description, tier, memory, max-replicas, ttl, mcp-enabled, auto-mode, allow-unauthenticated, health-path and ports.`,
      'No version is live yet; the draft slot holds this run’s code.'
    ])
    expect(post).toMatchObject({ exitCode: 0, raw: '' })
  })

  test('is called out when it can be called by anyone from now on', async () => {
    await client.make('opened', { ...BY_HAND, allow_unauthenticated: false })
    const { main } = await changesOf({ app: 'opened', 'allow-unauthenticated': 'true' })
    const says = 'acme/opened can now be called by anyone, without a token.'
    expect(messagesOf(main, 'notice').filter((text) => text.includes('without a token'))).toEqual([says])
    expect(main.summary).toContain(`- ${says}`)
    expect(await client.read('opened')).toEqual(BY_HAND)
  })

  test('has none of its values printed, also with step debugging', async () => {
    await client.make('silent')
    using observer = new Observer()
    const inputs = inputsFor(emulator, {
      app: 'silent',
      env: 'CHANGED=marker-new\nADDED<<END\nmarker-first\nmarker-second\nEND',
      tier: 'small'
    })
    const { main, post } = await run(workspace, { inputs, env: observer.env, debug: true })
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    expect(main.log).toContain('Changed env (ADDED, CHANGED) and tier.')
    const [seenMain, seenPost] = observer.stages
    expect(leaks(main, seenMain!, ['marker-'])).toEqual([])
    expect(leaks(post, seenPost!, ['marker-'])).toEqual([])
  })
})

function isPublishOf(name: string): (entry: Emulator['journal'][number]) => boolean {
  return ({ method, request }) =>
    method === 'ComputeService/PublishDraft' && (request as { app_name: string }).app_name === name
}
