import { create, createFileRegistry } from '@bufbuild/protobuf'
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt'
import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import type { Variant } from '../../../emulator/contract/variants.ts'
import { loadSet } from '../../../emulator/wire/descriptors/descriptors.ts'
import { sorted, startPair } from './support/client.ts'

const VERSIONS = ['v1', 'v1alpha'] as const
const COMPUTE = 'dodil.ignite.v1.ComputeService'

test.each<readonly [readonly Variant[], readonly string[]]>([
  [[], ['v1', 'v1alpha']],
  [['reflection-v1'], ['v1']],
  [['reflection-v1alpha'], ['v1alpha']],
  [['reflection-none'], []]
])('with %j exactly the versions %j answer', async (variants, served) => {
  await using pair = await startPair({ variants })
  for (const version of VERSIONS) {
    const answer = pair.reflect(version, { list: '' })
    if (served.includes(version)) expect((await answer).services).toContain(COMPUTE)
    else await expect(answer).rejects.toMatchObject({ code: status.UNIMPLEMENTED })
  }
})

test('reflection asks for no token', async () => {
  const authenticate = () => {
    throw new Error('refused')
  }
  await using pair = await startPair({ authenticate })
  expect((await pair.reflect('v1', { list: '' })).services).toHaveLength(3)
})

test.each(VERSIONS)('%s answers with a file and all it imports, the file first', async (version) => {
  await using pair = await startPair({ variants: ['custom-options', 'settings-mask'] })
  const { files } = await pair.reflect(version, { symbol: COMPUTE })
  expect(files.map(({ name }) => name)).toEqual([
    'ignite_compute.proto',
    ...[
      'ignite_common.proto',
      'google/protobuf/field_mask.proto',
      'google/api/annotations.proto',
      'proto-core/common.proto',
      'proto-core/annotations.proto',
      'google/api/http.proto',
      'google/protobuf/descriptor.proto'
    ]
  ])
  const registry = createFileRegistry(create(FileDescriptorSetSchema, { file: sorted(files) }))
  expect(registry.getService(COMPUTE)?.methods).toHaveLength(25)
})

test.each(VERSIONS)('%s answers with one file where that is chosen, the imports by name', async (version) => {
  await using pair = await startPair({ variants: ['reflection-one-file', 'custom-options', 'settings-mask'] })
  const files = new Map([await pair.reflect(version, { symbol: COMPUTE })].map(onlyFile))
  for (const file of files.values()) {
    for (const name of file.dependency) {
      const [found, imported] = onlyFile(await pair.reflect(version, { file: name }))
      files.set(found, imported)
    }
  }
  const all = [...files.values()]
  expect(all.map(({ name }) => name)).toContain('google/protobuf/descriptor.proto')
  const registry = createFileRegistry(create(FileDescriptorSetSchema, { file: sorted(all) }))
  expect(registry.getService(COMPUTE)?.methods).toHaveLength(25)
})

test.each([
  [COMPUTE, 'ignite_compute.proto'],
  [`${COMPUTE}.PublishDraft`, 'ignite_compute.proto'],
  ['dodil.ignite.v1.AppMeta', 'ignite_compute.proto'],
  ['dodil.ignite.v1.AppMeta.EnvEntry', 'ignite_compute.proto'],
  ['dodil.ignite.v1.VersionStatus', 'ignite_common.proto'],
  ['dodil.ignite.v1.BuildService', 'ignite_build.proto']
])('the symbol %s is found in %s', async (symbol, name) => {
  await using pair = await startPair({ variants: ['reflection-one-file'] })
  const { files } = await pair.reflect('v1', { symbol })
  expect(files.map((file) => file.name)).toEqual([name])
})

test.each([
  [{ symbol: 'dodil.ignite.v1.Nope' }, status.NOT_FOUND],
  [{ file: 'nope.proto' }, status.NOT_FOUND],
  [{ extension: 'google.protobuf.MethodOptions' }, status.NOT_FOUND],
  [{}, status.INVALID_ARGUMENT]
])('%j is answered with an error, and the stream goes on', async (question, code) => {
  await using pair = await startPair()
  expect(await pair.reflect('v1', question)).toMatchObject({ files: [], error: { code } })
})

test('numbers of extensions are an empty list, as with tonic', async () => {
  await using pair = await startPair({ variants: ['custom-options'] })
  const answer = await pair.reflect('v1', { extensionNumbers: 'google.protobuf.MethodOptions' })
  expect(answer).toEqual({ files: [], services: [] })
})

test('what is served is the set that messages are encoded with', async () => {
  const variants = ['custom-options', 'public-urls-map'] as const
  await using pair = await startPair({ variants, seed: 7 })
  const { files } = await pair.reflect('v1', { symbol: COMPUTE })
  const set = loadSet({ variants: new Set(variants), permuteSeed: 7 })
  for (const file of files) expect(file).toEqual(set.files.find(({ name }) => name === file.name))
})

function onlyFile({ files }: Awaited<ReturnType<Awaited<ReturnType<typeof startPair>>['reflect']>>) {
  expect(files).toHaveLength(1)
  return [files[0]!.name, files[0]!] as const
}
