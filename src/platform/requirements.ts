import type { Need } from '../model/ports/platform-port.ts'
import { SETTINGS } from '../model/settings.ts'
import type { ServiceName } from './calls/service.ts'

/** A method with the request fields that are sent, and the inputs that need them. */
export type Requirement = {
  readonly service: ServiceName
  readonly method: string
  readonly fields: readonly string[]
  readonly inputs: readonly string[]
}

type RequirementRow = Omit<Requirement, 'service'>

const APP = ['organization_name', 'app_name']

/** Every deployment reads these. */
export const READS: readonly Requirement[] = compute(
  row('GetApp', APP, 'app'),
  row('GetDraftInfo', APP, 'app'),
  row('ListAppVersions', APP, 'app')
)

/** Every build is made, watched, found again and cancelled. Its log may be missing. */
const BUILD: readonly Requirement[] = builds(
  row('CreateBuild', ['name', 'tags'], 'builder', 'image-tags'),
  row('CreateBuild', ['dockerfile'], 'dockerfile-path'),
  row('CreateBuild', ['build_args'], 'build-args'),
  row('GetBuild', ['build_id'], 'builder'),
  row('ListBuilds', [], 'builder'),
  row('CancelBuild', ['build_id'], 'builder')
)

/**
 * Documented fields alone: those that are inferred, such as an image's `build_args`, are refused by name when they are
 * sent, lest a server is refused for a field that is not used.
 */
const TABLE: Readonly<Record<Extract<Need, string>, readonly Requirement[]>> = {
  'create-app': compute(row('CreateApp', ['organization_name', 'name'], 'create-app')),
  'save-code': saving(row('compile', ['source_code', 'runtime'], 'code')),
  'rust-target': saving(row('compile.runtime.rust', ['target'], 'rust-target')),
  toolchain: saving(row('compile.runtime.rust', ['toolchain_version'], 'toolchain')),
  compile: compute(row('CompileDraft', APP, 'runtime')),
  'save-context': saving(
    row('image.from_code', ['archive'], 'code'),
    row('image.from_code', ['dockerfile_path'], 'dockerfile-path')
  ),
  'save-git': saving(
    row('image.from_git', ['url'], 'git-url'),
    row('image.from_git', ['reference'], 'git-ref'),
    row('image.from_git', ['sub_path'], 'git-sub-path'),
    row('image.from_git', ['secret_ref'], 'git-secret-ref'),
    row('image.from_git', ['dockerfile_path'], 'dockerfile-path')
  ),
  'save-image': saving(row('image.prebuilt', ['image_ref'], 'image-ref', 'builder')),
  'registry-secret': [
    ...saving(row('image.prebuilt', ['registry_secret_ref'], 'registry-secret-ref', 'registry-server')),
    ...secrets(row('ListSecrets', [], 'registry-secret-ref'))
  ],
  'store-secret': secrets(
    row(
      'CreateSecret',
      ['name', ...under('value.registry_secret', ['username', 'password', 'server_address'])],
      'registry-server'
    )
  ),
  'build-upload': [
    ...BUILD,
    ...builds(
      row('UploadBuildContext', ['metadata.name', 'metadata.content_type', 'chunk'], 'builder', 'code'),
      row('CreateBuild', ['context_id'], 'builder', 'code')
    )
  ],
  'build-inline': [...BUILD, ...builds(row('CreateBuild', ['zipped_code'], 'builder', 'code'))],
  'build-git': [
    ...BUILD,
    ...builds(
      row('CreateBuild', ['git_source.url'], 'builder', 'git-url'),
      row('CreateBuild', ['git_source.reference'], 'git-ref'),
      row('CreateBuild', ['git_source.context_dir'], 'git-sub-path')
    )
  ],
  'build-platform': builds(row('CreateBuild', ['platform'], 'platform')),
  'build-no-cache': builds(row('CreateBuild', ['no_cache'], 'no-cache')),
  // One of several types has the field (see description.ts).
  'input-schema': [],
  'output-schema': [],
  dependencies: [],
  'test-draft': compute(
    row('TestDraft', [...APP, 'payload'], 'test-payload', 'test-payload-file'),
    row('GetExecution', ['execution_id'], 'test-payload', 'test-payload-file')
  ),
  'test-version': compute(
    row('TestAppVersion', [...APP, 'version', 'payload'], 'test-payload', 'test-payload-file'),
    row('GetExecution', ['execution_id'], 'test-payload', 'test-payload-file')
  ),
  publish: compute(row('PublishDraft', APP, 'mode')),
  rollback: compute(row('RollbackApp', [...APP, 'version'], 'mode', 'rollback-on-failure', 'rollback-on-cancel')),
  'delete-app': compute(row('DeleteApp', APP, 'mode')),
  'list-apps': compute(row('ListApps', ['organization_name'], 'organization'))
}

export function requirementsOf(need: Need): readonly Requirement[] {
  if (typeof need === 'string') return TABLE[need]
  return compute(row('UpdateAppConfig', APP, SETTINGS[need.setting].input))
}

/**
 * The services that a plan with these needs may call. A context that turns out to be large is built by the build
 * service although the plan does not need it; asking reflection for a service that is missing costs nothing.
 */
export function servicesFor(needs: readonly Need[]): readonly ServiceName[] {
  const needed = needs.flatMap(requirementsOf).map(({ service }) => service)
  const perhaps: readonly ServiceName[] = needs.includes('save-context') ? ['BuildService'] : []
  return [...new Set<ServiceName>(['ComputeService', ...needed, ...perhaps])]
}

function row(method: string, fields: readonly string[], ...inputs: readonly string[]): RequirementRow {
  return { method, fields, inputs }
}

function compute(...rows: readonly RequirementRow[]): readonly Requirement[] {
  return rows.map((each) => ({ service: 'ComputeService', ...each }))
}

function builds(...rows: readonly RequirementRow[]): readonly Requirement[] {
  return rows.map((each) => ({ service: 'BuildService', ...each }))
}

function secrets(...rows: readonly RequirementRow[]): readonly Requirement[] {
  return rows.map((each) => ({ service: 'SecretService', ...each }))
}

/** SaveDraft, with rows that name a part of its code in the method's place. */
function saving(...rows: readonly RequirementRow[]): readonly Requirement[] {
  return compute(
    ...rows.map(({ method: part, fields, inputs }) =>
      row('SaveDraft', [...APP, ...under(`code.${part}`, fields)], ...inputs)
    )
  )
}

function under(parent: string, fields: readonly string[]): readonly string[] {
  return fields.map((field) => `${parent}.${field}`)
}
