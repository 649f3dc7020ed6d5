import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import type { Variant } from '../../emulator/contract/variants.ts'
import { startEmulator } from '../../emulator/start.ts'
import type { Execution } from '../../src/model/platform-state.ts'
import type { Need } from '../../src/model/ports/platform-port.ts'
import { parseEndpoint } from '../../src/model/values/endpoint.ts'
import type { Connection } from '../../src/platform/connect.ts'
import { staticToken } from '../../src/platform/token/token.ts'
import { connected } from './support/connecting.ts'

const APP = { organization: 'acme', name: 'greeter' }
const DRAFT = { codeHash: 'cafe0001', imageRef: '', codeKind: '', createdAtMs: 1 }
const NEEDS: readonly Need[] = [
  'create-app',
  'save-code',
  'publish',
  { setting: 'env' },
  { setting: 'tier' },
  { setting: 'ports' }
]
const CODE = { kind: 'compile', runtime: 'python', rustTarget: undefined, toolchain: undefined } as const
const NONE = { inputSchema: undefined, outputSchema: undefined, dependencies: [] }
const HANDLER = Buffer.from('import json\ndef handler(payload, ctx):\n    return {"hello": json.loads(payload)}\n')

type Case = { readonly variants: readonly Variant[]; readonly permuteSeed?: number }

const cases: readonly Case[] = [
  ...Array.from({ length: 10 }, (_, seed) => ({ variants: [], permuteSeed: seed + 1 })),
  { variants: ['reflection-v1'] },
  { variants: ['reflection-v1alpha'] },
  { variants: ['reflection-one-file', 'custom-options'], permuteSeed: 11 },
  { variants: ['custom-options'] },
  { variants: ['status-spelling', 'draft-not-found'] },
  { variants: ['draft-cleared', 'no-code-hash'] },
  { variants: ['settings-replace'] },
  { variants: ['settings-no-presence'], permuteSeed: 12 },
  { variants: ['settings-mask'], permuteSeed: 13 },
  { variants: ['public-urls-map'], permuteSeed: 14 },
  { variants: ['payload-string'], permuteSeed: 15 }
]

test.each(cases)('deploys to an Ignite with %j', async ({ variants, permuteSeed }) => {
  await using emulator = await startEmulator({ variants, ...(permuteSeed !== undefined && { permuteSeed }) })
  const endpoint = parseEndpoint(emulator.grpc)
  if ('problem' in endpoint) throw new Error(endpoint.problem)
  const token = staticToken(emulator.mint({ org: 'acme', ttlSeconds: 300 }))
  using platform = await connected({ endpoint }, { token })
  await deploys(platform)
})

async function deploys(platform: Connection): Promise<void> {
  platform.require(NEEDS)
  expect(await platform.organization(undefined)).toBe('acme')
  expect(await platform.readApp(APP)).toBeUndefined()
  await platform.createApp(APP, { tier: 'medium', env: { A: '1', B: '2' }, ports: [80, 8080], healthPath: '/live' })
  const created = await platform.readApp(APP)
  expect(created).toMatchObject({ id: 'acme/greeter', activeVersion: 0 })
  expect(created!.settings).toMatchObject({
    tier: 'medium',
    env: { A: '1', B: '2' },
    ports: [80, 8080],
    healthPath: '/live'
  })

  await platform.updateSettings(APP, { tier: 'large' }, created!)
  expect((await platform.readApp(APP))!.settings).toEqual({ ...created!.settings, tier: 'large' })

  expect(await platform.readDraft(APP)).toBeUndefined()
  const saved = await platform.saveDraft(APP, { ...CODE, archive: HANDLER }, NONE)
  expect(saved.createdAtMs).toBeGreaterThan(1_600_000_000_000)
  expect(await platform.readDraft(APP)).toEqual(saved)

  const execution = await platform.testDraft(APP, Buffer.from('"you"'))
  const ended = await endOf(platform, execution)
  expect(ended).toMatchObject({ id: execution, error: '' })
  expect(JSON.parse(Buffer.from(ended.output).toString())).toEqual({ hello: 'you' })

  expect(await platform.publishDraft(APP, DRAFT)).toBe(1)
  expect(await platform.readVersions(APP)).toEqual([expect.objectContaining({ number: 1, codeHash: saved.codeHash })])
  const live = await platform.readApp(APP)
  expect(live!.activeVersion).toBe(1)
  expect(live!.publicUrls.map((each) => each.url)).toContainEqual(expect.stringMatching(/^http/))

  await platform.saveDraft(APP, { ...CODE, archive: HANDLER }, NONE)
  expect(await platform.publishDraft(APP, DRAFT)).toBe(2)
  await platform.rollback(APP, 1)
  expect((await platform.readApp(APP))!.activeVersion).toBe(1)
  expect(await platform.readVersions({ ...APP, name: 'nobody' })).toEqual([])
}

async function endOf(platform: Connection, id: string): Promise<Execution> {
  for (;;) {
    const execution = await platform.readExecution(id)
    if (execution.output.length > 0 || execution.error !== '') return execution
    await sleep(20)
  }
}
