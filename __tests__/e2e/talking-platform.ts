import { setTimeout as sleep } from 'node:timers/promises'
import type { JsonValue } from '@bufbuild/protobuf'
import { status } from '@grpc/grpc-js'
import { type FakeServer, fakeServer, type Handler } from '../platform/fake-server.ts'

/** How the compile of an app and its log go; the app's name says it, so that many apps share one server. */
export type Telling = {
  /** `replay`: each attachment is told all from the start; `live`: what comes from then on, two chunks after the cut. */
  readonly log: 'replay' | 'live'
  /** Whether the compile is over when the log breaks, or goes on until all of it has been told. */
  readonly compile: 'over' | 'running'
  /** Chunks that the first attachment is told before it breaks. */
  readonly cut: number
}

export function appNamed({ log, compile, cut }: Telling): string {
  return `${log}-${compile}-${cut}`
}

/** Chunks that nobody is told where the log is live. */
export const MISSED = 2

type State = Telling & { saved: boolean; created: boolean; attachments: number; over: boolean; versions: number }

/** A platform whose compile says these chunks. */
export function talkingPlatform(chunks: readonly Buffer[]): Promise<FakeServer> {
  const states = new Map<string, State>()
  const stateOf = ({ request }: { request: JsonValue }): State => {
    const fields = request as Readonly<Record<string, string>>
    const name = fields['app_name'] ?? fields['deploy_id'] ?? fields['name'] ?? ''
    const [log, compile, cut] = name.split('-')
    const fresh = { saved: false, created: false, attachments: 0, over: false, versions: 0 }
    const state = states.get(name) ?? ({ log, compile, cut: Number(cut), ...fresh } as State)
    states.set(name, state)
    return state
  }
  return fakeServer({ handlers: handlersOf(stateOf, chunks) })
}

function handlersOf(
  stateOf: (call: { request: JsonValue }) => State,
  chunks: readonly Buffer[]
): Readonly<Record<string, Handler>> {
  const draft = (state: State) => {
    const phase = state.over ? 'COMPILED' : state.attachments > 0 ? 'COMPILING' : 'DRAFT'
    return { status: `VERSION_STATUS_${phase}`, code_hash: 'cafe0001', created_at_ms: '1000' }
  }
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
    GetDraftInfo: (call) => (stateOf(call).saved ? { draft: draft(stateOf(call)) } : {}),
    ListAppVersions: (call) => ({ versions: versions(stateOf(call)) }),
    SaveDraft: (call) => {
      stateOf(call).saved = true
      return { draft: draft(stateOf(call)) }
    },
    CompileDraft: (call) => ({ deploy_id: (call.request as { app_name: string }).app_name }),
    StreamCompileLogs: (call) => tell(stateOf(call), chunks),
    PublishDraft: (call) => {
      stateOf(call).versions = 1
      return { published_version: 1 }
    }
  }
}

async function* tell(state: State, chunks: readonly Buffer[]): AsyncGenerator<JsonValue> {
  const isFirst = state.attachments++ === 0
  const from = isFirst || state.log === 'replay' ? 0 : state.cut + MISSED
  for (const chunk of chunks.slice(from, isFirst ? state.cut : chunks.length)) {
    yield { data: chunk.toString('base64') }
    // So that the chunks arrive one by one, as those of a compiler do.
    await sleep(1)
  }
  if (!isFirst || state.compile === 'over') state.over = true
  if (isFirst) throw { code: status.UNAVAILABLE, details: 'the connection broke' }
}
