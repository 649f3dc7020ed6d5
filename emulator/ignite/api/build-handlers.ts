import { status } from '@grpc/grpc-js'
import { type Call, type ClientStream, type ServerStream, StatusError, type Unary } from '../../contract/contract.ts'
import { readBuildRequest } from '../builds/build-request.ts'
import type { Build, BuildStatus } from '../model/image-model.ts'
import { invalid, message, number, text, textMap } from '../model/request-fields.ts'
import { callerOf } from './access.ts'
import type { Ignite } from './handler-tools.ts'

const LISTED = 20
const MOST_LISTED = 100
const PREFIX = 'BUILD_STATUS_'

/** The unary methods of BuildService, each about the caller's own organization. */
export function buildHandlers(ignite: Ignite): Readonly<Record<string, Unary>> {
  const { store, builds, contexts } = ignite
  return {
    'BuildService/CreateBuild': async (call) => {
      const organization = organizationOf(ignite, call)
      const build = builds.start(organization, readBuildRequest(call.request, { organization, store, contexts }))
      return { build_id: build.id, status: PREFIX + build.status }
    },
    'BuildService/GetBuild': async (call) => ({ build: buildMessage(knownBuild(ignite, call)) }),
    'BuildService/ListBuilds': async (call) => ({ builds: listed(ignite, call).map(buildMessage) }),
    'BuildService/CancelBuild': async (call) => ({ status: PREFIX + builds.cancel(knownBuild(ignite, call)).status }),
    'BuildService/SaveBuildSecrets': async (call) => {
      const git = message(call.request, 'git_credentials')
      store.putBuildSecrets(organizationOf(ignite, call), {
        git: git ? { username: text(git, 'username'), token: text(git, 'password') } : null,
        args: textMap(call.request, 'build_secrets')
      })
      return {}
    }
  }
}

export function buildStreams(ignite: Ignite): Readonly<Record<string, ServerStream>> {
  return { 'BuildService/StreamBuildLogs': (call) => buildLog(ignite, call) }
}

export function buildUploads(ignite: Ignite): Readonly<Record<string, ClientStream>> {
  return {
    'BuildService/UploadBuildContext': async (call, messages) => {
      const { id, bytes } = await ignite.contexts.receive(organizationOf(ignite, call), messages)
      return { context_id: id, size_bytes: bytes }
    }
  }
}

async function* buildLog(ignite: Ignite, call: Call): AsyncGenerator<object> {
  const live = call.request['from_start'] !== true
  const pieces = ignite.builds.log(knownBuild(ignite, call), { live, signal: call.signal })
  for await (const { data, timestampMs } of pieces) yield { data, timestamp_ms: timestampMs }
}

function organizationOf({ tokens }: Ignite, { metadata }: Call): string {
  return callerOf(tokens, metadata).organization
}

/** Builds of others are not found. */
function knownBuild(ignite: Ignite, call: Call): Build {
  const id = text(call.request, 'build_id')
  const build = ignite.store.build(id)
  if (build?.organization === organizationOf(ignite, call)) return build
  throw new StatusError(status.NOT_FOUND, `build ${id} not found`)
}

function listed(ignite: Ignite, call: Call): readonly Build[] {
  const limit = number(call.request, 'limit') || LISTED
  if (limit < 0 || limit > MOST_LISTED) throw invalid(`limit must be at most ${MOST_LISTED}`)
  const filter = text(call.request, 'status_filter').replace(PREFIX, '')
  const wanted = filter === '' || filter === 'UNSPECIFIED' ? {} : { status: filter as BuildStatus }
  return ignite.store.builds(organizationOf(ignite, call), { ...wanted, limit })
}

/** The message Build. */
function buildMessage(build: Build): object {
  return {
    id: build.id,
    name: build.name,
    organization_id: build.organization,
    status: PREFIX + build.status,
    dockerfile: build.dockerfile,
    image_refs: build.imageRefs,
    build_args: build.buildArgs,
    created_at_ms: build.createdAtMs,
    started_at_ms: build.startedAtMs,
    completed_at_ms: build.completedAtMs,
    error: build.error,
    metrics: build.metrics
  }
}
