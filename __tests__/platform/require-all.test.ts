import { clone } from '@bufbuild/protobuf'
import { FieldDescriptorProtoSchema } from '@bufbuild/protobuf/wkt'
import { describe, expect, test } from '@jest/globals'
import { UnsupportedServerError } from '../../src/model/errors.ts'
import type { Need } from '../../src/model/ports/platform-port.ts'
import { SETTING_NAMES } from '../../src/model/settings.ts'
import { bundledFiles } from '../../src/platform/descriptors/bundled.ts'
import { buildSchema } from '../../src/platform/descriptors/registry.ts'
import { requireAll } from '../../src/platform/require-all.ts'
import { servicesFor } from '../../src/platform/requirements.ts'
import { messageType, renumbered, without, withoutMethods } from './support/descriptor-edits.ts'
import { descriptorSet } from './support/fake-server.ts'

const EVERY: readonly Need[] = [
  'create-app',
  'save-code',
  'rust-target',
  'toolchain',
  'compile',
  'save-context',
  'save-git',
  'save-image',
  'registry-secret',
  'store-secret',
  'build-upload',
  'build-inline',
  'build-git',
  'build-platform',
  'build-no-cache',
  'input-schema',
  'output-schema',
  'test-draft',
  'publish',
  'rollback',
  ...SETTING_NAMES.map((setting) => ({ setting }))
]

test('a server as it is documented has all that a plan can need', () => {
  for (const set of [descriptorSet(), renumbered()])
    expect(() => requireAll(buildSchema(set.file, ''), EVERY)).not.toThrow()
})

type Missing = readonly [type: string, field: string] | readonly [method: string]

test.each<[Need, Missing, string]>([
  [
    'save-context',
    ['ImageFromCode', 'archive'],
    'the field `code.image.from_code.archive` of SaveDraft (input `code`)'
  ],
  [
    'save-context',
    ['ImageFromCode', 'dockerfile_path'],
    'the field `code.image.from_code.dockerfile_path` of SaveDraft (input `dockerfile-path`)'
  ],
  ['save-git', ['ImageFromGit', 'url'], 'the field `code.image.from_git.url` of SaveDraft (input `git-url`)'],
  [
    'save-git',
    ['ImageFromGit', 'reference'],
    'the field `code.image.from_git.reference` of SaveDraft (input `git-ref`)'
  ],
  [
    'save-git',
    ['ImageFromGit', 'sub_path'],
    'the field `code.image.from_git.sub_path` of SaveDraft (input `git-sub-path`)'
  ],
  [
    'save-git',
    ['ImageFromGit', 'secret_ref'],
    'the field `code.image.from_git.secret_ref` of SaveDraft (input `git-secret-ref`)'
  ],
  [
    'save-git',
    ['ImageFromGit', 'dockerfile_path'],
    'the field `code.image.from_git.dockerfile_path` of SaveDraft (input `dockerfile-path`)'
  ],
  [
    'save-image',
    ['PrebuiltImage', 'image_ref'],
    'the field `code.image.prebuilt.image_ref` of SaveDraft (input `image-ref`, `builder`)'
  ],
  [
    'registry-secret',
    ['PrebuiltImage', 'registry_secret_ref'],
    'the field `code.image.prebuilt.registry_secret_ref` of SaveDraft (input `registry-secret-ref`, `registry-server`)'
  ],
  ['registry-secret', ['ListSecrets'], 'the method SecretService.ListSecrets (input `registry-secret-ref`)'],
  ['store-secret', ['CreateSecret'], 'the method SecretService.CreateSecret (input `registry-server`)'],
  [
    'store-secret',
    ['RegistrySecret', 'server_address'],
    'the field `value.registry_secret.server_address` of CreateSecret (input `registry-server`)'
  ],
  ['build-upload', ['UploadBuildContext'], 'the method BuildService.UploadBuildContext (input `builder`, `code`)'],
  [
    'build-upload',
    ['UploadBuildContextMetadata', 'name'],
    'the field `metadata.name` of UploadBuildContext (input `builder`, `code`)'
  ],
  [
    'build-upload',
    ['CreateBuildRequest', 'context_id'],
    'the field `context_id` of CreateBuild (input `builder`, `code`)'
  ],
  [
    'build-inline',
    ['CreateBuildRequest', 'zipped_code'],
    'the field `zipped_code` of CreateBuild (input `builder`, `code`)'
  ],
  ['build-inline', ['CreateBuildRequest', 'tags'], 'the field `tags` of CreateBuild (input `builder`, `image-tags`)'],
  ['build-inline', ['CreateBuildRequest', 'build_args'], 'the field `build_args` of CreateBuild (input `build-args`)'],
  ['build-inline', ['CancelBuild'], 'the method BuildService.CancelBuild (input `builder`)'],
  ['build-git', ['CancelBuild'], 'the method BuildService.CancelBuild (input `builder`)'],
  ['build-git', ['GitSource', 'reference'], 'the field `git_source.reference` of CreateBuild (input `git-ref`)'],
  [
    'build-git',
    ['GitSource', 'context_dir'],
    'the field `git_source.context_dir` of CreateBuild (input `git-sub-path`)'
  ],
  ['build-platform', ['CreateBuildRequest', 'platform'], 'the field `platform` of CreateBuild (input `platform`)'],
  ['build-no-cache', ['CreateBuildRequest', 'no_cache'], 'the field `no_cache` of CreateBuild (input `no-cache`)']
])('%j on a server without %j is refused by that name', (need, [name, field], expected) => {
  const set = descriptorSet()
  if (field === undefined) withoutMethods(set, name)
  else without(set, name, field)
  const require = () => requireAll(buildSchema(set.file, ''), [need])
  expect(require).toThrow(UnsupportedServerError)
  expect(require).toThrow(`The platform lacks what this deployment needs: ${expected}.`)
})

test('a build log, or a time limit, that is missing is no reason to stop', () => {
  const set = descriptorSet()
  withoutMethods(set, 'StreamBuildLogs')
  without(set, 'CreateBuildRequest', 'timeout_secs')
  without(set, 'ListBuildsRequest', 'limit')
  expect(() => requireAll(buildSchema(set.file, ''), ['build-inline', 'build-upload', 'build-git'])).not.toThrow()
})

test('a service that is missing is named once, and the build service is explained', () => {
  const [compute, common] = ['ignite_compute.proto', 'ignite_common.proto'].map(
    (name) => bundledFiles().find((file) => file.name === name)!
  )
  const bare = buildSchema([compute!, common!], '')
  const error = thrownBy(() => requireAll(bare, ['save-image', 'registry-secret', 'build-git', 'build-no-cache']))
  expect(error).toMatchObject({
    message:
      'The platform lacks what this deployment needs: the service SecretService (input `registry-secret-ref`); ' +
      'the service BuildService (input `builder`, `image-tags`, `dockerfile-path`, `build-args`, `git-url`, `git-ref`, `git-sub-path`, `no-cache`).',
    hint: expect.stringMatching(/build service is switched off.*`builder: draft`.*Leave out the inputs named/)
  })
  expect(thrownBy(() => requireAll(bare, ['store-secret']))).toMatchObject({
    hint: expect.not.stringContaining('build service')
  })
  expect(() => requireAll(bare, ['save-context', 'save-git', 'save-image'])).not.toThrow()
})

function thrownBy(work: () => void): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

test.each<[Need, readonly Need[], readonly string[]]>([
  ['dependencies', ['save-code'], []],
  ['input-schema', ['save-code'], ['UpdateAppConfigRequest']],
  ['output-schema', ['save-image'], ['UpdateAppConfigRequest']]
])('%s is refused by name where no request type has a field for it', (need, others, types) => {
  const set = descriptorSet()
  const field = need.toString().replace('-', '_')
  for (const type of types) without(set, type, field)
  expect(() => requireAll(buildSchema(set.file, ''), [need, ...others])).toThrow(
    `the field \`${field}\` of SaveDraft or UpdateAppConfig (input \`${need}\`).`
  )
})

describe('a setting', () => {
  const LIMIT = 'the field `limits.memory_mb` of UpdateAppConfig (input `memory`)'
  const STORAGE = 'the field `storage_mode` of UpdateAppConfig (input `storage-mode`)'
  const schemaWithout = (...fields: readonly (readonly [type: string, field: string])[]) => {
    const set = descriptorSet()
    for (const [type, field] of fields) without(set, type, field)
    return buildSchema(set.file, '')
  }

  test.each([
    [{ setting: 'memory' }, ['ResourceLimits', 'memory_mb'], LIMIT],
    [{ setting: 'memory', isThere: true }, ['ResourceLimits', 'memory_mb'], LIMIT],
    [
      { setting: 'storageMode', isThere: true },
      ['UpdateAppConfigRequest', 'storage_mode'],
      `${STORAGE}, which an app can be given only when it is made`
    ]
  ] as const)('%j is refused by the field that it needs, where %j is missing', (need, missing, says) => {
    expect(() => requireAll(schemaWithout(missing), [need])).toThrow(
      `The platform lacks what this deployment needs: ${says}.`
    )
  })

  test('that only a new app can be given is no trouble before it is known whether the app is there', () => {
    const update = ['UpdateAppConfigRequest', 'storage_mode'] as const
    const need = { setting: 'storageMode' } as const
    expect(() => requireAll(schemaWithout(update), [need])).not.toThrow()
    const nowhere = schemaWithout(update, ['CreateAppRequest', 'storage_mode'])
    expect(() => requireAll(nowhere, [need])).toThrow(`${STORAGE}.`)
  })
})

test.each(['SaveDraftRequest', 'CompileSource', 'UpdateAppConfigRequest'])(
  'dependencies are no trouble where %s has them',
  (type) => {
    const set = descriptorSet()
    const [pattern] = messageType(set, 'AppMeta').field.filter((field) => field.name === 'ports')
    const named = { name: 'dependencies', jsonName: 'dependencies', number: 5000 }
    messageType(set, type).field.push(Object.assign(clone(FieldDescriptorProtoSchema, pattern!), named))
    const schema = buildSchema(set.file, '')
    expect(() => requireAll(schema, ['save-code', 'dependencies'])).not.toThrow()
    const require = () => requireAll(schema, ['save-image', 'dependencies'])
    if (type === 'CompileSource') expect(require).toThrow('`dependencies`')
    else expect(require).not.toThrow()
  }
)

test.each<[readonly Need[], readonly string[]]>([
  [[], ['ComputeService']],
  [['create-app', 'save-code', 'publish', 'dependencies', { setting: 'env' }], ['ComputeService']],
  [['save-git'], ['ComputeService']],
  [['save-context'], ['ComputeService', 'BuildService']],
  [
    ['save-image', 'build-git'],
    ['ComputeService', 'BuildService']
  ],
  [
    ['save-image', 'registry-secret', 'store-secret'],
    ['ComputeService', 'SecretService']
  ]
])('a plan that needs %j calls %j', (needs, services) => {
  expect(servicesFor(needs)).toEqual(services)
})
