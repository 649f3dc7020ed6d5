import { expect, test } from '@jest/globals'
import type { Variant } from '../../../../emulator/contract/variants.ts'
import { newSettings, updatedSettings } from '../../../../emulator/ignite/api/messages/settings-message.ts'

/** What @grpc/proto-loader decodes where nothing was sent, for fields that have no presence. */
const EMPTY = { env: {}, ports: [], limits: null, scaling: null }

const CURRENT = newSettings({
  env: { KEEP: '1', CHANGE: 'old' },
  ports: [8080],
  description: 'before',
  resource_tier: 'RESOURCE_TIER_LARGE',
  allow_unauthenticated: true
})

type Row = [name: string, variants: Variant[], request: object, expected: object]

const ROWS: Row[] = [
  ['nothing sent changes nothing', [], EMPTY, CURRENT],
  [
    'env merges, ports replace, present fields replace',
    [],
    { ...EMPTY, env: { CHANGE: 'new' }, ports: [9090], description: 'after', _description: 'description' },
    { ...CURRENT, env: { KEEP: '1', CHANGE: 'new' }, ports: [9090], description: 'after' }
  ],
  [
    'a present field can be cleared',
    [],
    { ...EMPTY, allow_unauthenticated: false, _allow_unauthenticated: 'allow_unauthenticated' },
    { ...CURRENT, allow_unauthenticated: false }
  ],
  [
    'a cleared health path is the default',
    [],
    { ...EMPTY, health_path: '', _health_path: 'health_path' },
    { ...CURRENT, health_path: '/healthz' }
  ],
  [
    'env and ports are what is sent',
    ['settings-replace'],
    { ...EMPTY, env: { CHANGE: 'new' } },
    { ...CURRENT, env: { CHANGE: 'new' }, ports: [80] }
  ],
  [
    'without presence everything is what is sent',
    ['settings-no-presence'],
    {
      ...EMPTY,
      resource_tier: 'RESOURCE_TIER_UNSPECIFIED',
      description: '',
      allow_unauthenticated: false,
      ports: [81]
    },
    newSettings({ ports: [81] })
  ],
  [
    'only what the mask names is changed, and all of it',
    ['settings-mask'],
    { ...EMPTY, env: { CHANGE: 'new' }, ports: [9090], update_mask: { paths: ['env', 'description'] } },
    { ...CURRENT, env: { CHANGE: 'new' }, description: '' }
  ],
  [
    'storage is what is sent',
    [],
    { ...EMPTY, storage_mode: 'STORAGE_MODE_TTL', _storage_mode: 'storage_mode', ttl_secs: 60, _ttl_secs: 'ttl_secs' },
    { ...CURRENT, storage_mode: 'STORAGE_MODE_TTL', ttl_secs: 60 }
  ],
  [
    'storage stays where it is fixed, also where all else is replaced',
    ['storage-fixed', 'settings-no-presence'],
    { ...EMPTY, storage_mode: 'STORAGE_MODE_EPHEMERAL', ports: [81] },
    newSettings({ ports: [81] })
  ],
  ['an empty mask changes nothing', ['settings-mask'], { ...EMPTY, ports: [1], update_mask: null }, CURRENT]
]

test.each(ROWS)('%s (%j)', (_name, variants, request, expected) => {
  expect(updatedSettings(CURRENT, { ...request }, new Set(variants))).toEqual(expected)
})

test.each([
  [{ resource_tier: 'RESOURCE_TIER_HUGE' }, /resource_tier/],
  [{ ports: [80, 70_000] }, /port 70000/],
  [{ health_path: 'healthz' }, /health_path/],
  [{ env: { 'A=B': '1' } }, /A=B/]
])('%j is refused', (request, message) => {
  expect(() => newSettings({ ...request })).toThrow(message)
})

test('a mask with an unknown path is refused', () => {
  const request = { ...EMPTY, update_mask: { paths: ['env', 'nope'] } }
  expect(() => updatedSettings(CURRENT, request, new Set(['settings-mask']))).toThrow(/nope/)
})
