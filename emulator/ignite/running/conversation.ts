import type { HttpRequest } from '../serving/http-call.ts'
import { type Exception, type Job, type Outcome, overdue } from './worker.ts'

/** Jobs that are sent to a process as lines of JSON, and the outcomes that are waited for. */
type Conversation = {
  run(job: Job): Promise<Outcome>
  load(timeoutMs: number): Promise<Outcome>
  /** The process has answered. */
  settle(answer: Answer): void
  /** The process has ended. */
  settleAll(outcome: Outcome): void
}

/** A line of the process: the id is the execution's, or LOAD. An output is in base64. */
export type Answer = { readonly id: string } & (
  | { readonly output: string; readonly form: keyof typeof CONTENT_TYPES }
  | ({ readonly error: string; readonly output?: never } & Partial<Exception>)
)

/** The platform's pages name the second one alone. */
const CONTENT_TYPES = {
  json: 'application/json',
  bytes: 'application/octet-stream',
  text: 'text/plain; charset=utf-8'
}

/** The question whether the code can be loaded, in place of an execution's id. */
const LOAD = 'load'

/** `send` takes a line with its end; `giveUp` ends a process that does not answer in time. */
export function createConversation(send: (line: string) => void, giveUp: () => void): Conversation {
  const pending = new Map<string, (outcome: Outcome) => void>()
  const ask = async (question: Question, timeoutMs: number): Promise<Outcome> => {
    const { promise, resolve } = Promise.withResolvers<Outcome>()
    pending.set(question.id, resolve)
    const timer = setTimeout(() => {
      resolve(overdue(timeoutMs))
      giveUp()
    }, timeoutMs)
    send(`${JSON.stringify(question)}\n`)
    const outcome = await promise
    clearTimeout(timer)
    pending.delete(question.id)
    return outcome
  }
  return {
    run: ({ ctx, request, timeoutMs }) => ask({ id: ctx.execution_id, ctx, ...questionOf(request) }, timeoutMs),
    load: (timeoutMs) => ask({ id: LOAD }, timeoutMs),
    settle: (answer) => pending.get(answer.id)?.(outcomeOf(answer)),
    settleAll: (outcome) => {
      for (const settle of pending.values()) settle(outcome)
    }
  }
}

type Question = { readonly id: string; readonly ctx?: Job['ctx']; readonly request?: object; readonly payload?: string }

function questionOf({ method, path, headers, body }: HttpRequest): Pick<Question, 'request' | 'payload'> {
  const [own = '', query = ''] = path.split(/\?(.*)/s)
  const values = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value ?? []].flat().map(String)])
  return {
    request: { method, path: own, query, headers: Object.fromEntries(values) },
    payload: Buffer.from(body).toString('base64')
  }
}

function outcomeOf(answer: Answer): Outcome {
  if (answer.output !== undefined) {
    const output = Buffer.from(answer.output, 'base64')
    return { kind: 'completed', output, contentType: CONTENT_TYPES[answer.form] }
  }
  const { error, type, traceback } = answer
  const exception = type === undefined || traceback === undefined ? undefined : { type, traceback }
  return { kind: 'failed', error, ...(exception && { exception }) }
}
