import type { OutgoingHttpHeaders } from 'node:http'
import type { Handling } from '../../handling.ts'
import { type App, isSdk, type Version } from '../../model/model.ts'
import { failureBody, failureLine, type Outcome } from '../../running/worker.ts'
import type { HttpRequest } from '../../serving/http-call.ts'
import { isServingError } from '../../serving/serving.ts'

/** What a live app answers to one HTTP request, whichever way the request came. */
type Answer = {
  readonly code: number
  readonly headers: OutgoingHttpHeaders
  readonly body: Buffer
  /** Empty where nothing ran. */
  readonly executionId: string
  /** Empty unless the handler failed. */
  readonly error: string
  /** The same for whoever watches: with the exception's type. */
  readonly told: string
}

type Live = { readonly app: App; readonly version: Version; readonly request: HttpRequest }

const JSON_TYPE = { 'content-type': 'application/json' }
const HEALTHY = Buffer.from('{"status":"ok"}')

/**
 * An image answers every request. Only POST bodies reach the handler of a managed runtime; everything else is the
 * platform's health check, which asks whether the handler can be loaded.
 */
export async function answerOf(handling: Handling, live: Live): Promise<Answer> {
  const { app, version, request } = live
  if (!isSdk(version.code)) return imageAnswer(handling, live)
  const place = { app, artifact: version, slot: 'live' } as const
  if (request.method !== 'POST') return healthOf(await handling.load(place))
  const { executionId, outcome } = await handling.call({ ...place, request })
  if (outcome.kind !== 'completed') return failure(outcome.kind === 'timeout' ? 504 : 500, outcome, executionId)
  const headers = { 'content-type': outcome.contentType }
  return { code: 200, headers, body: outcome.output, executionId, error: '', told: '' }
}

function healthOf(outcome: Outcome): Answer {
  if (outcome.kind !== 'completed') return failure(503, outcome, '')
  return { code: 200, headers: JSON_TYPE, body: HEALTHY, executionId: '', error: '', told: '' }
}

function failure(code: number, outcome: Exclude<Outcome, { kind: 'completed' }>, executionId: string): Answer {
  const told = failureLine(outcome)
  return { code, headers: JSON_TYPE, body: failureBody(outcome), executionId, error: outcome.error, told }
}

async function imageAnswer(handling: Handling, { app, version, request }: Live): Promise<Answer> {
  try {
    const { executionId, answer } = await handling.forward({ app, artifact: version, slot: 'live' }, request)
    const error = answer.code < 500 ? '' : `the container answered with ${answer.code}`
    return { ...answer, executionId, error, told: error }
  } catch (error) {
    if (isServingError(error)) return refusal(503, error.message)
    const isLate = error instanceof Error && error.name === 'AbortError'
    return refusal(
      isLate ? 504 : 502,
      isLate ? 'the container did not answer in time' : `upstream connect error: ${error}`
    )
  }
}

function refusal(code: number, error: string): Answer {
  return { code, headers: JSON_TYPE, body: Buffer.from(JSON.stringify({ error })), executionId: '', error, told: error }
}
