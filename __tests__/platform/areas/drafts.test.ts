import { create, type JsonObject } from '@bufbuild/protobuf'
import {
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  FieldDescriptorProtoSchema,
  type FileDescriptorSet
} from '@bufbuild/protobuf/wkt'
import { expect, test } from '@jest/globals'
import type { Description } from '../../../src/model/plan.ts'
import type { CompileCode, ContextCode, DraftCode, GitCode, PrebuiltCode } from '../../../src/model/requests.ts'
import { platformOf } from '../support/connecting.ts'
import { messageType, renumbered, without } from '../support/descriptor-edits.ts'
import { descriptorSet } from '../support/fake-server.ts'

const APP = { organization: 'acme', name: 'greeter' }
const IDENTITY = { organization_name: 'acme', app_name: 'greeter' }
const NONE: Description = { inputSchema: undefined, outputSchema: undefined, dependencies: [] }
const ALL: Description = { inputSchema: '{"in":1}', outputSchema: '{"out":1}', dependencies: ['a==1', 'b'] }

const archive = new Uint8Array([1, 2])
const PYTHON: CompileCode = { kind: 'compile', runtime: 'python', rustTarget: undefined, toolchain: undefined, archive }
const CONTEXT: ContextCode = { kind: 'context', archive, dockerfilePath: undefined, buildArgs: {} }
const GIT: GitCode = {
  kind: 'git',
  url: 'https://git.test/acme/greeter',
  reference: undefined,
  subPath: undefined,
  secretRef: undefined,
  dockerfilePath: undefined,
  buildArgs: {}
}
const IMAGE: PrebuiltCode = {
  kind: 'prebuilt',
  imageRef: 'ghcr.io/acme/greeter@sha256:00',
  registrySecretRef: undefined
}

const SaveDraft = () => ({ draft: { code_hash: 'c0ffee' } })

test.each<[string, DraftCode, JsonObject]>([
  ['a context for buildpacks', CONTEXT, { from_code: { archive: 'AQI=' } }],
  [
    'a context with a Dockerfile',
    { ...CONTEXT, dockerfilePath: 'docker/Dockerfile', buildArgs: { A: '1', B: '' } },
    { from_code: { archive: 'AQI=', dockerfile_path: 'docker/Dockerfile', build_args: { A: '1', B: '' } } }
  ],
  ['a repository', GIT, { from_git: { url: GIT.url } }],
  [
    'a directory of a private repository',
    {
      ...GIT,
      reference: 'c0ffee',
      subPath: 'services/greeter',
      secretRef: 'pat',
      dockerfilePath: 'Dockerfile',
      buildArgs: { A: '1' }
    },
    {
      from_git: {
        url: GIT.url,
        reference: 'c0ffee',
        sub_path: 'services/greeter',
        secret_ref: 'pat',
        dockerfile_path: 'Dockerfile',
        build_args: { A: '1' }
      }
    }
  ],
  ['an image', IMAGE, { prebuilt: { image_ref: IMAGE.imageRef } }],
  [
    'an image of a private registry',
    { ...IMAGE, registrySecretRef: 'ghcr' },
    { prebuilt: { image_ref: IMAGE.imageRef, registry_secret_ref: 'ghcr' } }
  ]
])('a draft of %s is saved as that, and absent parts are left out', async (_, code, image) => {
  for (const set of [descriptorSet(), renumbered()]) {
    await using fake = await platformOf({ set, handlers: { SaveDraft } })
    await fake.platform.saveDraft(APP, code, NONE)
    expect(fake.server.calls.map((each) => each.request)).toEqual([{ ...IDENTITY, code: { image } }])
  }
})

test('build arguments that nobody gave do not need a field', async () => {
  const set = descriptorSet()
  without(set, 'ImageFromCode', 'build_args')
  await using fake = await platformOf({ set, handlers: { SaveDraft } })
  await fake.platform.saveDraft(APP, CONTEXT, NONE)
  const refused = fake.platform.saveDraft(APP, { ...CONTEXT, buildArgs: { A: '1' } }, NONE)
  await expect(refused).rejects.toThrow(/`code.image.from_code.build_args`/)
  expect(fake.server.calls).toHaveLength(1)
})

/** Adds text fields, or a list of texts for the dependencies. */
function withFields(set: FileDescriptorSet, type: string, ...names: readonly string[]): FileDescriptorSet {
  const { OPTIONAL, REPEATED } = FieldDescriptorProto_Label
  const added = names.map((name, index) =>
    create(FieldDescriptorProtoSchema, {
      name,
      jsonName: name,
      number: 5000 + index,
      label: name === 'dependencies' ? REPEATED : OPTIONAL,
      type: FieldDescriptorProto_Type.STRING
    })
  )
  messageType(set, type).field.push(...added)
  return set
}

const FIELDS = ['input_schema', 'output_schema', 'dependencies'] as const
const DESCRIBED = { input_schema: '{"in":1}', output_schema: '{"out":1}', dependencies: ['a==1', 'b'] }

test('a description goes with SaveDraft itself where that has the fields, else with the source that is compiled', async () => {
  const both = withFields(withFields(descriptorSet(), 'SaveDraftRequest', ...FIELDS), 'CompileSource', ...FIELDS)
  await using fake = await platformOf({ set: both, handlers: { SaveDraft } })
  await fake.platform.saveDraft(APP, PYTHON, ALL)
  const compile = { runtime: { python: {} }, source_code: 'AQI=' }
  expect(fake.server.calls.map((each) => each.request)).toEqual([{ ...IDENTITY, code: { compile }, ...DESCRIBED }])

  const source = withFields(descriptorSet(), 'CompileSource', ...FIELDS)
  await using other = await platformOf({ set: source, handlers: { SaveDraft } })
  await other.platform.saveDraft(APP, PYTHON, ALL)
  expect(other.server.calls.map((each) => each.request)).toEqual([
    { ...IDENTITY, code: { compile: { ...compile, ...DESCRIBED } } }
  ])
})

const described = { ...ALL, dependencies: [] }

test('schemas that only UpdateAppConfig takes are settings, and SaveDraft has none of them', async () => {
  await using fake = await platformOf({ set: renumbered(), handlers: { SaveDraft } })
  expect(fake.platform.settingsIn(described, true)).toEqual({ inputSchema: '{"in":1}', outputSchema: '{"out":1}' })
  expect(await fake.platform.saveDraft(APP, PYTHON, described)).toMatchObject({ codeHash: 'c0ffee' })
  expect(JSON.stringify(fake.server.calls.map((each) => each.request))).not.toContain('schema')
})

test('what the source of a compile takes is a setting where an image has no such source', async () => {
  const set = withFields(descriptorSet(), 'CompileSource', 'input_schema')
  await using fake = await platformOf({ set, handlers: { SaveDraft } })
  const description = { ...NONE, inputSchema: '{}' }
  expect(fake.platform.settingsIn(description, true)).toEqual({})
  expect(fake.platform.settingsIn(description, false)).toEqual({ inputSchema: '{}' })
  await fake.platform.saveDraft(APP, IMAGE, description)
  expect(JSON.stringify(fake.server.calls.at(-1)!.request)).not.toContain('input_schema')
})
