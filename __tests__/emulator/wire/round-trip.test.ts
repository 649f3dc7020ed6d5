import { expect, test } from '@jest/globals'
import type { Call } from '../../../emulator/contract/contract.ts'
import type { Variant } from '../../../emulator/contract/variants.ts'
import { startPair } from './support/client.ts'

const SEEDS = [undefined, 0, 1, 2, 3, 4, 5, 6, 7, 8, 987654321]

test.each(SEEDS)('maps, oneofs, bytes and nested messages arrive as sent (seed %s)', async (seed) => {
  const { heard, handle } = listener({ draft: { code_hash: 'deadbeef', status: 'VERSION_STATUS_DRAFT' } })
  await using pair = await pairWith('ComputeService/SaveDraft', handle, { seed })
  const archive = Buffer.from([0, 1, 254, 255])
  const answer = await pair.call('ComputeService/SaveDraft', {
    app_name: 'org:app',
    code: {
      image: {
        from_code: {
          archive: archive.toString('base64'),
          dockerfile_path: 'Dockerfile',
          build_args: { A: '1', 'B.c': 'ü', __proto__x: '' }
        }
      }
    }
  })
  expect(heard[0]).toEqual({
    organization_name: '',
    app_name: 'org:app',
    code: {
      source: 'image',
      image: {
        source: 'from_code',
        from_code: { archive, dockerfile_path: 'Dockerfile', build_args: { A: '1', 'B.c': 'ü', __proto__x: '' } }
      }
    }
  })
  expect(answer).toMatchObject({ draft: { code_hash: 'deadbeef', status: 'VERSION_STATUS_DRAFT', error: '' } })
})

test.each(SEEDS)('an unset optional field is absent, a zero is there (seed %s)', async (seed) => {
  const { heard, handle } = listener({})
  await using pair = await pairWith('ComputeService/UpdateAppConfig', handle, { seed })
  await pair.call('ComputeService/UpdateAppConfig', {})
  await pair.call('ComputeService/UpdateAppConfig', {
    health_path: '',
    allow_unauthenticated: false,
    max_concurrency: 0,
    resource_tier: 'RESOURCE_TIER_UNSPECIFIED',
    ports: [8080, 9090]
  })
  const unset = { organization_name: '', app_name: '', env: {}, limits: null, scaling: null }
  expect(heard[0]).toEqual({ ...unset, ports: [] })
  expect(heard[1]).toEqual({
    ...unset,
    ports: [8080, 9090],
    health_path: '',
    _health_path: 'health_path',
    allow_unauthenticated: false,
    _allow_unauthenticated: 'allow_unauthenticated',
    max_concurrency: 0,
    _max_concurrency: 'max_concurrency',
    resource_tier: 'RESOURCE_TIER_UNSPECIFIED',
    _resource_tier: 'resource_tier'
  })
})

test.each(SEEDS)('answers keep maps, lists, enums, bytes and 64-bit numbers (seed %s)', async (seed) => {
  const build = {
    id: 'b1',
    status: 'BUILD_STATUS_SUCCEEDED',
    image_refs: ['a@sha256:1', 'b'],
    build_args: { A: 'x' },
    created_at_ms: 1_799_999_999_999,
    metrics: { duration_ms: Number.MAX_SAFE_INTEGER, layer_count: 4_294_967_295, cache_used: true }
  }
  const { handle } = listener({ build })
  await using pair = await pairWith('BuildService/GetBuild', handle, { seed })
  const answer = await pair.call('BuildService/GetBuild', { build_id: 'b1' })
  expect(answer).toMatchObject({
    build: {
      ...build,
      created_at_ms: '1799999999999',
      metrics: { duration_ms: '9007199254740991', layer_count: 4_294_967_295, cache_used: true }
    }
  })
})

test.each(SEEDS)('a 64-bit number in a request is a number (seed %s)', async (seed) => {
  const { heard, handle } = listener({})
  await using pair = await pairWith('BuildService/CreateBuild', handle, { seed })
  await pair.call('BuildService/CreateBuild', { timeout_secs: '9007199254740991', context_id: 'c' })
  expect(heard[0]).toMatchObject({ timeout_secs: Number.MAX_SAFE_INTEGER, source: 'context_id', context_id: 'c' })
  expect(heard[0]).not.toHaveProperty('zipped_code')
})

test.each(SEEDS)('a field mask arrives as paths (seed %s)', async (seed) => {
  const { heard, handle } = listener({})
  await using pair = await pairWith('ComputeService/UpdateAppConfig', handle, { seed, variants: ['settings-mask'] })
  await pair.call('ComputeService/UpdateAppConfig', { update_mask: 'env,healthPath' })
  await pair.call('ComputeService/UpdateAppConfig', {})
  expect(heard[0]).toMatchObject({ update_mask: { paths: ['env', 'health_path'] } })
  expect(heard[1]).toMatchObject({ update_mask: null })
})

test.each(SEEDS)('without presence an unset setting arrives as zero (seed %s)', async (seed) => {
  const { heard, handle } = listener({})
  const variants = ['settings-no-presence'] as const
  await using pair = await pairWith('ComputeService/UpdateAppConfig', handle, { seed, variants })
  await pair.call('ComputeService/UpdateAppConfig', {})
  expect(heard[0]).toMatchObject({ health_path: '', allow_unauthenticated: false, max_concurrency: 0 })
  expect(heard[0]).not.toHaveProperty('_health_path')
})

test.each(SEEDS)('public_urls can be a map and payloads strings (seed %s)', async (seed) => {
  const variants = ['public-urls-map', 'payload-string'] as const
  const { handle } = listener({ app: { public_urls: { '80': 'https://a', '8080': 'https://b' } } })
  await using pair = await pairWith('ComputeService/GetApp', handle, { seed, variants })
  const answer = await pair.call('ComputeService/GetApp', {})
  expect(answer).toMatchObject({ app: { public_urls: { '80': 'https://a', '8080': 'https://b' } } })

  const tested = listener({ execution_id: 'e' })
  await using other = await pairWith('ComputeService/TestDraft', tested.handle, { seed, variants })
  await other.call('ComputeService/TestDraft', { payload: '{"a":"ü"}' })
  expect(tested.heard[0]).toMatchObject({ payload: '{"a":"ü"}' })
})

type Choice = { readonly seed: number | undefined; readonly variants?: readonly Variant[] }

function pairWith(method: string, handle: (call: Call) => Promise<object>, { seed, variants = [] }: Choice) {
  const setup = { variants, handlers: { unary: { [method]: handle } } }
  return startPair(seed === undefined ? setup : { ...setup, seed })
}

function listener(answer: object) {
  const heard: Record<string, unknown>[] = []
  const handle = async (call: Call) => {
    heard.push(call.request)
    return answer
  }
  return { heard, handle }
}
