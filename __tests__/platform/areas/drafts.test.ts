import { create, type JsonObject } from '@bufbuild/protobuf'
import {
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  FieldDescriptorProtoSchema,
  type FileDescriptorSet
} from '@bufbuild/protobuf/wkt'
import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import type { Description } from '../../../src/model/plan.ts'
import type { CompileCode, ContextCode, DraftCode, GitCode, PrebuiltCode } from '../../../src/model/requests.ts'
import { platformOf, refuses } from '../support/connecting.ts'
import { messageType, renumbered, without, withoutMethods } from '../support/descriptor-edits.ts'
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

const STORED = { env: { A: '1' }, ports: [80], description: 'kept', input_schema: 'old' }
const described = { ...ALL, dependencies: [] }

test('schemas that SaveDraft does not take follow as settings, and nothing else changes', async () => {
  const handlers = { SaveDraft, GetApp: () => ({ app: STORED }), UpdateAppConfig: () => ({}) }
  await using fake = await platformOf({ set: renumbered(), handlers })
  expect(await fake.platform.saveDraft(APP, PYTHON, described)).toMatchObject({ codeHash: 'c0ffee' })
  expect(fake.server.calls.map((each) => each.method)).toEqual(['SaveDraft', 'GetApp', 'UpdateAppConfig'])
  expect(fake.server.calls.at(-1)!.request).toEqual({
    ...IDENTITY,
    env: { A: '1' },
    ports: [80],
    input_schema: '{"in":1}',
    output_schema: '{"out":1}'
  })
})

test('an image’s schemas do not go into a source that it does not have', async () => {
  const set = withFields(descriptorSet(), 'CompileSource', 'input_schema')
  const handlers = { SaveDraft, GetApp: () => ({ app: {} }), UpdateAppConfig: () => ({}) }
  await using fake = await platformOf({ set, handlers })
  await fake.platform.saveDraft(APP, IMAGE, { ...NONE, inputSchema: '{}' })
  expect(fake.server.calls.at(-1)!.request).toEqual({ ...IDENTITY, input_schema: '{}' })
})

test('a description that the platform refuses ends the run after the draft is saved', async () => {
  const handlers = {
    SaveDraft,
    GetApp: () => ({ app: {} }),
    UpdateAppConfig: refuses(status.INVALID_ARGUMENT, 'no schema')
  }
  await using fake = await platformOf({ handlers })
  await expect(fake.platform.saveDraft(APP, PYTHON, described)).rejects.toMatchObject({
    reason: 'settings_failed',
    message: 'Setting the description of acme/greeter: INVALID_ARGUMENT: no schema'
  })
})

test('dependencies that no type has a field for are refused by name, and nothing is sent', async () => {
  await using fake = await platformOf({ handlers: { SaveDraft } })
  await expect(fake.platform.saveDraft(APP, PYTHON, ALL)).rejects.toThrow(/SaveDraft.*`dependencies`/)
  expect(fake.server.calls).toEqual([])
})

const LARGE = new Uint8Array(3_900_000)

test.each<[DraftCode, string, RegExp]>([
  [{ ...CONTEXT, archive: LARGE }, 'quota', /3\.9 MB.*4 MB.*`builder: build-service`.*quota/],
  [{ ...PYTHON, archive: LARGE }, 'quota', /3\.9 MB.*4 MB.*`\.igniteignore`.*`builder: build-service`.*quota/],
  [
    { ...CONTEXT, archive: LARGE },
    'grpc: received message larger than max (5200045 vs. 4194304)',
    /3\.9 MB.*`builder: build-service`/
  ],
  [
    { ...CONTEXT, archive: LARGE },
    'Received message larger than max (5200045 vs 4194304)',
    /3\.9 MB.*`builder: build-service`/
  ],
  [GIT, 'quota', /^A quota of the organization is used up/]
])('a draft that is too large is explained with its size, and not sent again', async (code, details, hint) => {
  await using fake = await platformOf({ handlers: { SaveDraft: refuses(status.RESOURCE_EXHAUSTED, details) } })
  await expect(fake.platform.saveDraft(APP, code, NONE)).rejects.toMatchObject({
    reason: 'source_error',
    hint: expect.stringMatching(hint)
  })
  expect(fake.server.calls).toHaveLength(1)
})

test('a server that says OUT_OF_RANGE for its limit is understood as well', async () => {
  const details = 'Error, decoded message length too large: found 5200045 bytes, the limit is: 4194304 bytes'
  await using fake = await platformOf({ handlers: { SaveDraft: refuses(status.OUT_OF_RANGE, details) } })
  await expect(fake.platform.saveDraft(APP, { ...CONTEXT, archive: LARGE }, NONE)).rejects.toMatchObject({
    hint: expect.stringMatching(/3\.9 MB.*`builder: build-service`/)
  })
})

test.each(['INVALID_ARGUMENT', 'FAILED_PRECONDITION', 'NOT_FOUND'] as const)(
  'a secret of the wrong type that is refused with %s is explained',
  async (code) => {
    await using fake = await platformOf({ handlers: { SaveDraft: refuses(status[code]) } })
    const hintOf = async (draft: DraftCode) => {
      const error = await fake.platform.saveDraft(APP, draft, NONE).catch((reason: unknown) => reason)
      return (error as { hint: string }).hint
    }
    expect(await hintOf({ ...IMAGE, registrySecretRef: 'pat' })).toMatch(
      /`registry-secret-ref` must name a registry secret.*--type registry.*a git secret is refused/
    )
    expect(await hintOf({ ...GIT, secretRef: 'ghcr' })).toMatch(/`git-secret-ref` must name a git secret/)
    expect(await hintOf(IMAGE)).not.toContain('secret')
    expect(await hintOf(GIT)).not.toContain('secret')
  }
)

test('a server that cannot compile at all has nothing to compile', async () => {
  const set = descriptorSet()
  withoutMethods(set, 'CompileDraft')
  await using fake = await platformOf({ set })
  expect(await fake.platform.compileDraft(APP)).toBeUndefined()
})

test('the limit that gRPC servers have by default is met and explained', async () => {
  await using fake = await platformOf({ handlers: { SaveDraft } })
  const saving = fake.platform.saveDraft(APP, { ...CONTEXT, archive: new Uint8Array(5_200_000) }, NONE)
  await expect(saving).rejects.toMatchObject({
    code: 'RESOURCE_EXHAUSTED',
    hint: expect.stringMatching(/5\.2 MB.*`builder: build-service`/)
  })
})
