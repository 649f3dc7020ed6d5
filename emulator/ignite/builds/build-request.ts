import { status } from '@grpc/grpc-js'
import { StatusError } from '../../contract/contract.ts'
import { REGISTRY } from '../images/image-registry.ts'
import type { Source } from '../images/images.ts'
import { checkAppName } from '../model/app-name.ts'
import type { Build, BuildSecrets } from '../model/image-model.ts'
import type { Env } from '../model/model.ts'
import { bytes, type Fields, invalid, message, number, text, textMap } from '../model/request-fields.ts'
import type { Store } from '../model/store.ts'
import type { Contexts } from './contexts.ts'

/** The documented bound. */
const INLINE_LIMIT = 4_000_000
const DEFAULT_TIMEOUT_SECONDS = 900
const TAG = /^\w[\w.-]{0,127}$/

/** What a CreateBuild asks for. */
export type BuildWish = Pick<Build, 'name' | 'dockerfile'> & {
  readonly references: readonly string[]
  /** With the saved build secrets, which the record must not show. */
  readonly args: Env
  readonly shownArgs: Env
  readonly timeoutMs: number
  readonly source: Source
}

type Around = { readonly organization: string; readonly store: Store; readonly contexts: Contexts }

/** Reads a CreateBuildRequest. Throws INVALID_ARGUMENT, or NOT_FOUND for a context that was never uploaded. */
export function readBuildRequest(request: Fields, around: Around): BuildWish {
  const { organization, store } = around
  const name = text(request, 'name')
  checkAppName(name)
  const tags = (request['tags'] as readonly string[] | undefined) ?? []
  const badTag = tags.find((tag) => !TAG.test(tag))
  if (badTag !== undefined) throw invalid(`${JSON.stringify(badTag)} is not a tag`)
  const platform = text(request, 'platform')
  if (platform && !/^[a-z]+\/[a-z0-9]+(?:\/[a-z0-9]+)?$/.test(platform)) {
    throw invalid(`platform ${JSON.stringify(platform)} is not like linux/amd64`)
  }
  const secrets = store.buildSecrets(organization)
  const given = textMap(request, 'build_args')
  const repository = `${REGISTRY}/${organization}/${name}`
  return {
    name,
    dockerfile: text(request, 'dockerfile') || 'Dockerfile',
    references: (tags.length > 0 ? tags : ['latest']).map((tag) => `${repository}:${tag}`),
    args: { ...secrets?.args, ...given },
    shownArgs: redacted(given, secrets),
    timeoutMs: (number(request, 'timeout_secs') || DEFAULT_TIMEOUT_SECONDS) * 1000,
    source: sourceOf(request, secrets, around)
  }
}

/** Values that came from the saved secrets are shown as the platform shows them. */
function redacted(given: Env, secrets: BuildSecrets | undefined): Env {
  const hidden = Object.keys(secrets?.args ?? {}).map((name) => [name, '***'])
  const values = new Set(Object.values(secrets?.args ?? {}))
  const shown = Object.entries(given).map(([name, value]) => [name, values.has(value) ? '***' : value])
  return { ...Object.fromEntries(hidden), ...Object.fromEntries(shown) }
}

function sourceOf(request: Fields, secrets: BuildSecrets | undefined, around: Around): Source {
  switch (request['source']) {
    case 'context_id':
      return uploaded(text(request, 'context_id'), around)
    case 'zipped_code':
      return inline(bytes(request, 'zipped_code'))
    case 'git_source':
      return git(message(request, 'git_source') ?? {}, secrets)
    default:
      throw invalid('exactly one source is required: context_id, zipped_code or git_source')
  }
}

function uploaded(id: string, { organization, store, contexts }: Around): Source {
  const context = store.buildContext(id)
  if (context?.organization !== organization) {
    throw new StatusError(status.NOT_FOUND, `build context ${id} not found`)
  }
  return { kind: 'file', file: contexts.fileOf(context) }
}

function inline(archive: Buffer): Source {
  if (archive.length === 0) throw invalid('zipped_code is empty')
  if (archive.length < INLINE_LIMIT) return { kind: 'bytes', bytes: archive }
  throw invalid(`zipped_code has ${archive.length} bytes and must be under 4 MB: upload a build context`)
}

function git(source: Fields, secrets: BuildSecrets | undefined): Source {
  const url = text(source, 'url')
  if (!url) throw invalid('git_source.url is required')
  const directory = text(source, 'context_dir')
  return {
    kind: 'git',
    url,
    reference: text(source, 'reference') || 'main',
    directory,
    credentials: secrets?.git ?? undefined
  }
}
