import type { JsonValue } from '@bufbuild/protobuf'
import { status } from '@grpc/grpc-js'
import { type FakeServer, fakeServer, type Handler } from '../platform/support/fake-server.ts'

/** How the compile of one app goes. */
export type Compile = {
  /** What an attachment to its log is told; they are counted from 1. It may throw `{ code, details }`. */
  readonly log: (attachment: number, signal: AbortSignal) => AsyncIterable<Uint8Array>
  /** Whether the compile is over, as its state says it. */
  readonly isOver: () => boolean
  /** Of a compile that failed. */
  readonly error?: string
}

type State = { readonly compile: Compile; saved: boolean; created: boolean; attachments: number; versions: number }

/** A platform with a scripted compile for each app, by its name. Other handlers replace or add to its own. */
export function scriptedPlatform(
  compileOf: (app: string) => Compile,
  handlers: Readonly<Record<string, Handler>> = {}
): Promise<FakeServer> {
  const states = new Map<string, State>()
  const stateOf = ({ request }: { readonly request: JsonValue }): State => {
    const fields = request as Readonly<Record<string, string>>
    const name = fields['app_name'] ?? fields['deploy_id'] ?? fields['name'] ?? ''
    const fresh = { saved: false, created: false, attachments: 0, versions: 0 }
    const state = states.get(name) ?? { compile: compileOf(name), ...fresh }
    states.set(name, state)
    return state
  }
  return fakeServer({ handlers: { ...handlersOf(stateOf), ...handlers } })
}

/** What a log breaks with. */
export function broken(): never {
  throw { code: status.UNAVAILABLE, details: 'the connection broke' }
}

function handlersOf(stateOf: (call: { readonly request: JsonValue }) => State): Readonly<Record<string, Handler>> {
  const versions = (state: State) => (state.versions > 0 ? [{ version: 1, code_hash: 'cafe0001' }] : [])
  return {
    CreateApp: (call) => {
      stateOf(call).created = true
      return {}
    },
    GetApp: (call) => {
      const state = stateOf(call)
      if (!state.created) throw { code: status.NOT_FOUND, details: 'no app' }
      return { app: { id: 'acme/app', active_version: state.versions } }
    },
    GetDraftInfo: (call) => (stateOf(call).saved ? { draft: draftOf(stateOf(call)) } : {}),
    ListAppVersions: (call) => ({ versions: versions(stateOf(call)) }),
    SaveDraft: (call) => {
      stateOf(call).saved = true
      return { draft: draftOf(stateOf(call)) }
    },
    CompileDraft: (call) => ({ deploy_id: (call.request as { app_name: string }).app_name }),
    StreamCompileLogs: (call, signal) => told(stateOf(call), signal),
    PublishDraft: (call) => {
      stateOf(call).versions = 1
      return { published_version: 1 }
    }
  }
}

function draftOf({ compile: { isOver, error = '' }, attachments }: State): JsonValue {
  const ended = error === '' ? 'COMPILED' : 'FAILED'
  const phase = isOver() ? ended : attachments > 0 ? 'COMPILING' : 'DRAFT'
  return {
    status: `VERSION_STATUS_${phase}`,
    code_hash: 'cafe0001',
    created_at_ms: '1000',
    error: isOver() ? error : ''
  }
}

async function* told(state: State, signal: AbortSignal): AsyncGenerator<JsonValue> {
  for await (const chunk of state.compile.log(++state.attachments, signal)) {
    yield { data: Buffer.from(chunk).toString('base64') }
  }
}
