import type { DescMethod } from '@bufbuild/protobuf'
import type { App } from '../../model/plan.ts'
import type { AppCondition, AppLogLine } from '../../model/platform-state.ts'
import { appId } from '../../model/ports/run.ts'
import { isRecord } from '../../model/values/json.ts'
import { lineText } from '../calls/log-chunk.ts'
import type { Service } from '../calls/service.ts'
import { type Answer, valueAt } from '../codec/answer.ts'
import { type Plain, plain } from '../codec/read.ts'
import { offered } from '../codec/write.ts'
import { appKey } from './apps.ts'
import { eventLine, itemsIn, replicaLine, shownJson, textIn, timeIn } from './report-lines.ts'

/** As many lines as the platform gives at once, of which only the newest are of use. */
const LOG_LINES = 1000
/** A log that can only be followed is told from its beginning at once, if at all. */
const FIRST_LINE_MS = 3_000
const NEXT_LINE_MS = 1_000
/** An app that prints all the time is listened to no longer. */
const LONGEST_MS = 10_000

export async function readAppLog(
  compute: Service,
  app: App,
  executionId: string
): Promise<readonly AppLogLine[] | undefined> {
  const narrowed = { limit: LOG_LINES, execution_id: executionId }
  const answer = await report(compute, app, { method: 'GetAppLogs', doing: 'Reading the log', narrowed })
  const lines = answer && (valueAt(answer, 'lines') ?? Object.values(plain(answer)).find(Array.isArray))
  if (Array.isArray(lines)) return lines.map(logLine)
  const follow = (method: DescMethod) => followedLines(compute, method, { ...appKey(app), execution_id: executionId })
  return await compute.ifOffered('StreamAppLogs', follow)
}

async function followedLines(compute: Service, method: DescMethod, asked: Plain): Promise<readonly AppLogLine[]> {
  const leaving = new AbortController()
  const end = setTimeout(() => leaving.abort(), LONGEST_MS)
  let timer = setTimeout(() => leaving.abort(), FIRST_LINE_MS)
  const lines: AppLogLine[] = []
  try {
    const purpose = { doing: 'Following the log of the app', reason: 'platform_unavailable' } as const
    const request = offered(method.input, { ...asked, from_start: true })
    for await (const chunk of compute.follow(method, request, { ...purpose, stop: leaving.signal })) {
      const told = valueAt(chunk, 'lines')
      lines.push(...(Array.isArray(told) ? told : [plain(chunk)]).map(logLine))
      clearTimeout(timer)
      if (lines.length > LOG_LINES) break
      timer = setTimeout(() => leaving.abort(), NEXT_LINE_MS)
    }
  } catch (error) {
    if (!leaving.signal.aborted) throw error
  } finally {
    clearTimeout(timer)
    clearTimeout(end)
  }
  return lines
}

/** Text alone, or a message of a shape that is not public. */
function logLine(line: unknown): AppLogLine {
  const fields = isRecord(line) ? line : {}
  return {
    timestampMs: timeIn(fields),
    executionId: String(fields['execution_id'] ?? ''),
    text: lineText(line) ?? lineText(fields['data']) ?? shownJson(line)
  }
}

export async function readCondition(compute: Service, app: App): Promise<AppCondition | undefined> {
  const answer = await report(compute, app, { method: 'GetAppState', doing: 'Reading the state' })
  if (answer === undefined) return undefined
  const fields = plain(answer)
  const word = textIn(fields, ['deployment_state', 'state', 'status', 'phase']).toUpperCase()
  // A text need not be an enum's value, and is written like one all the same.
  const state = word.replace(/^DEPLOYMENT_STATE_/, '')
  return { state: state === 'UNSPECIFIED' ? '' : state, shown: shownJson(fields) }
}

export async function readEvents(compute: Service, app: App): Promise<readonly string[] | undefined> {
  const narrowed = { limit: LOG_LINES }
  const answer = await report(compute, app, { method: 'GetAppEvents', doing: 'Reading the events', narrowed })
  return answer && itemsIn(plain(answer)).map(eventLine)
}

export async function readReplicas(compute: Service, app: App): Promise<readonly string[] | undefined> {
  const answer = await report(compute, app, { method: 'ListAppReplicas', doing: 'Reading the replicas' })
  return answer && itemsIn(plain(answer)).map(replicaLine)
}

type ReportQuestion = { readonly method: string; readonly doing: string; readonly narrowed?: Plain }

function report(
  compute: Service,
  app: App,
  { method, doing, narrowed = {} }: ReportQuestion
): Promise<Answer | undefined> {
  return compute.ifOffered(method, ({ input }) => {
    return compute.look(method, { ...appKey(app), ...offered(input, narrowed) }, `${doing} of ${appId(app)}`)
  })
}
