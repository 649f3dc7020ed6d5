import { setTimeout as sleep } from 'node:timers/promises'
import type { JsonValue } from '@bufbuild/protobuf'
import { status } from '@grpc/grpc-js'
import { type FakeServer, fakeServer, type Handler } from '../../platform/support/fake-server.ts'

/** What makes the log that never ends. */
export type Talker = 'draft' | 'build service' | 'publish'

/** What becomes of the work while its log goes on. `nothing`: it goes on too. */
export type Turn = 'fails' | 'is unreadable' | 'is replaced' | 'nothing'

/** So long that a process which waits for the end of its log is told from one that leaves it. */
const HELD_MS = 45_000

/** A platform that says one line of a log and holds it open. The work takes its turn when the line has been said. */
export function endlessLogs(talker: Talker, turn: Turn): Promise<FakeServer> {
  let isSaved = false
  let hasTurned = false
  async function* log(signal: AbortSignal): AsyncGenerator<JsonValue> {
    yield { data: Buffer.from('working\n').toString('base64') }
    hasTurned = true
    await sleep(HELD_MS, undefined, { signal }).catch(() => undefined)
  }
  const turned = (): Turn => (hasTurned ? turn : 'nothing')
  const draft = (): JsonValue => ({ draft: draftAfter(turned(), talker) })
  return fakeServer({
    handlers: {
      GetApp: () => ({ app: { id: 'acme/app', active_version: 0 } }),
      ListAppVersions: () => ({ versions: [] }),
      SaveDraft: () => {
        isSaved = true
        return draft()
      },
      GetDraftInfo: () => readable(turned(), isSaved ? draft() : {}),
      CompileDraft: () => compiles(talker),
      StreamCompileLogs: (_, signal) => log(signal),
      PublishDraft: (_, signal) => publishes(turned, signal),
      ListBuilds: () => ({ builds: [] }),
      CreateBuild: () => ({ build_id: 'bld_1' }),
      GetBuild: () => readable(turned(), { build: buildAfter(turned()) }),
      CancelBuild: () => ({}),
      StreamBuildLogs: (_, signal) => log(signal)
    } satisfies Readonly<Record<string, Handler>>
  })
}

function readable(turn: Turn, answer: JsonValue): JsonValue {
  if (turn === 'is unreadable') throw { code: status.UNAVAILABLE, details: 'the shelf is away' }
  return answer
}

function compiles(talker: Talker): JsonValue {
  if (talker === 'publish') throw { code: status.FAILED_PRECONDITION, details: 'publishing builds it' }
  return { deploy_id: 'dep_1' }
}

function draftAfter(turn: Turn, talker: Talker): JsonValue {
  const working = talker === 'publish' ? 'DRAFT' : 'COMPILING'
  const isReplaced = turn === 'is replaced'
  return {
    status: `VERSION_STATUS_${turn === 'fails' ? 'FAILED' : working}`,
    error: turn === 'fails' ? 'exit status 101' : '',
    code_hash: isReplaced ? 'cafe0002' : 'cafe0001',
    created_at_ms: isReplaced ? '2000' : '1000',
    deploy_id: isReplaced ? 'dep_2' : 'dep_1'
  }
}

function buildAfter(turn: Turn): JsonValue {
  return turn === 'fails'
    ? { id: 'bld_1', status: 'BUILD_STATUS_FAILED', error: 'exit status 101' }
    : { id: 'bld_1', status: 'BUILD_STATUS_RUNNING' }
}

/** A publish that builds: it ends with its build, and not before. */
async function publishes(turned: () => Turn, signal: AbortSignal): Promise<JsonValue> {
  while (turned() === 'nothing' && !signal.aborted) await sleep(100)
  throw { code: status.FAILED_PRECONDITION, details: 'the build failed' }
}
