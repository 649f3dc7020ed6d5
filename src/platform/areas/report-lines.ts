import { isRecord } from '../../model/values/json.ts'
import { count } from '../../model/values/words.ts'
import type { Plain } from '../codec/read.ts'

// What the platform tells of a running app has shapes that no page prints: read is what has a name that says what it is.

const TIMES = ['timestamp_ms', 'last_seen_ms', 'last_timestamp_ms', 'occurred_at_ms', 'created_at_ms', 'first_seen_ms']
const LEVELS = ['type', 'level', 'severity']
const REASONS = ['reason', 'kind', 'event']
const MESSAGES = ['message', 'text', 'note', 'detail', 'description']
const COUNTS = ['count', 'occurrences']
const REPLICAS = ['replica_id', 'pod_name', 'pod', 'name', 'id']
const STATES = ['status', 'state', 'phase']
const RESTARTS = ['restart_count', 'restarts']

/** The first text among the fields by these names, also in messages inside; empty where there is none. */
export function textIn(fields: Plain, names: readonly string[]): string {
  const own = names.map((name) => fields[name]).find((value) => typeof value === 'string' && value !== '')
  if (typeof own === 'string') return own
  const inner = Object.values(fields).filter(isRecord)
  return inner.map((each) => textIn(each, names)).find((found) => found !== '') ?? ''
}

function numberIn(fields: Plain, names: readonly string[]): number {
  const found = names.map((name) => Number(fields[name] ?? 0)).find((value) => value > 0)
  return found ?? 0
}

/** Milliseconds since the epoch; 0 where there is no time. */
export function timeIn(fields: Plain): number {
  return numberIn(fields, TIMES)
}

/** The items of the one list in an answer, oldest first where they have times; without a list, the answer itself. */
export function itemsIn(answer: Plain): readonly unknown[] {
  const list = Object.values(answer).find((value) => Array.isArray(value)) as readonly unknown[] | undefined
  if (list === undefined) return Object.keys(answer).length === 0 ? [] : [answer]
  const timeOf = (item: unknown): number => (isRecord(item) ? timeIn(item) : 0)
  return list.toSorted((a, b) => timeOf(a) - timeOf(b))
}

/** `10:00:05 Warning BackOff: the container ended (3 times)`. */
export function eventLine(item: unknown): string {
  if (!isRecord(item)) return typeof item === 'string' ? item : shownJson(item)
  const [reason, message] = [textIn(item, REASONS), textIn(item, MESSAGES)]
  if (reason === '' && message === '') return shownJson(item)
  const times = numberIn(item, COUNTS)
  const what = [reason, message].filter((part) => part !== '').join(': ')
  return [clockTime(timeIn(item)), textIn(item, LEVELS), what, times > 1 ? `(${times} times)` : '']
    .filter((part) => part !== '')
    .join(' ')
}

/** `greeter-7c9d8-abc: CRASH_LOOP_BACK_OFF, 3 restarts: the container ended`. */
export function replicaLine(item: unknown): string {
  if (!isRecord(item)) return typeof item === 'string' ? item : shownJson(item)
  const state = textIn(item, STATES)
  if (state === '') return shownJson(item)
  const [id, message, restarts] = [textIn(item, REPLICAS), textIn(item, MESSAGES), numberIn(item, RESTARTS)]
  const often = restarts > 0 ? `, ${count(restarts, 'restart')}` : ''
  return `${id === '' ? '' : `${id}: `}${state}${often}${message === '' ? '' : `: ${message}`}`
}

/** Of the day: what is shown is of these minutes. */
function clockTime(ms: number): string {
  const time = new Date(ms)
  return ms > 0 && !Number.isNaN(time.getTime()) ? time.toISOString().slice(11, 19) : ''
}

/** Bytes as the text that they are. */
export function shownJson(value: unknown): string {
  return JSON.stringify(value, (_, each) => (each instanceof Uint8Array ? new TextDecoder().decode(each) : each)) ?? ''
}
