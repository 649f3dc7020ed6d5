import { isRecord } from '../../model/values/json.ts'
import { framesOf, TRACEBACK } from './traceback.ts'

/** What a handler failed with, as an execution's output or error tells it. */
type ReportedFailure = {
  /** One line: `KeyError: 'titel'`. */
  readonly cause: string
  /** What the program itself would have printed, to be shown and read like a log. */
  readonly log: string
}

/**
 * Reads a failure from the output or the error of an execution: `{error, type, traceback}` as JSON, of which Go, Rust and
 * Deno give `error` alone, or a bare traceback. Undefined where the text is neither: an output, or words of the platform.
 */
export function reportedFailure(text: string): ReportedFailure | undefined {
  const report = parsed(text)
  if (report !== undefined) return fromReport(report)
  const cause = exceptionIn(text)
  return cause === undefined ? undefined : { cause: cause + placeIn(text), log: text }
}

type Report = { readonly error: string; readonly type?: string; readonly traceback?: string }

function fromReport({ error, type, traceback = '' }: Report): ReportedFailure {
  const cause = [type, error].filter((part) => part !== undefined && part !== '').join(': ')
  const log = traceback.trimEnd()
  if (log === '') return { cause: withLastWords(cause), log: cause }
  // An exception of several lines ends the traceback too.
  return { cause: firstLine(cause) + placeIn(log), log: log.endsWith(error.trimEnd()) ? log : `${log}\n${cause}` }
}

function parsed(text: string): Report | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isRecord(value)) return undefined
  const { error, type, traceback, ...others } = value
  const isReport = typeof error === 'string' && isTextOrNothing(type) && isTextOrNothing(traceback)
  // Without a traceback it may as well be what an app answers with.
  const isAlone = Object.keys(others).length === 0 || (type !== undefined && traceback !== undefined)
  return isReport && (error !== '' || type) && isAlone ? (value as Report) : undefined
}

function isTextOrNothing(value: unknown): boolean {
  return value === undefined || typeof value === 'string'
}

/** What a container says as it ends comes last, below that it has ended. */
const HAS_ENDED = /^CrashLoopBackOff\b/

function withLastWords(cause: string): string {
  const first = firstLine(cause)
  const last = cause.trim().split('\n').at(-1)?.trim() ?? ''
  return HAS_ENDED.test(first) && last !== first ? `${first}: ${last}` : first
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.trim() ?? ''
}

/** The line that names the exception: the first after the frames of the last traceback. */
function exceptionIn(text: string): string | undefined {
  const start = text.lastIndexOf(TRACEBACK)
  const lines = start === -1 ? [] : text.slice(start).split('\n').slice(1)
  return lines.find((line) => /^\S/.test(line))?.trim()
}

/** `, handler.py:7`: the last frame of the user's own. Empty where there is none. */
function placeIn(traceback: string): string {
  const own = framesOf(traceback.split('\n')).findLast(({ isOwn }) => isOwn)
  return own === undefined ? '' : `, ${own.name}:${own.line}`
}
