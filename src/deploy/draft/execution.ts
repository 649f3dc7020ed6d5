import type { Json } from '../../model/json.ts'
import type { Platform } from '../../model/platform-port.ts'
import type { Execution } from '../../model/platform-state.ts'
import type { Clock } from '../../model/ports.ts'
import { count, duration } from '../../model/words.ts'
import { poll } from '../poll.ts'
import { differences } from './json-subset.ts'

const PAUSES = { first: 100, most: 2_000 }
/** Longer outputs are cut in the log. */
const MOST_SHOWN = 4_000

/** What came of one run of a draft's or a version's code. */
export type TestResult = {
  readonly passed: boolean
  readonly line: string
  readonly details: readonly string[]
  /** The app's own words, of several lines. */
  readonly error?: string
}

export type ExecutionWait = {
  readonly platform: Pick<Platform, 'readExecution'>
  readonly clock: Clock
  readonly timeoutMs: number
}

/** Waits until an execution has ended, and says what came of it: by its status alone where nothing is expected of its output. */
export async function resultOf(id: string, expected: Json | undefined, waiting: ExecutionWait): Promise<TestResult> {
  const execution = await untilEnded(id, waiting)
  return execution ? resultFrom(execution, expected) : overdue(waiting.timeoutMs, id)
}

/** Undefined when the time for a test is over first. */
function untilEnded(id: string, { platform, clock, timeoutMs }: ExecutionWait): Promise<Execution | undefined> {
  const look = async () => {
    const execution = await platform.readExecution(id)
    return isRunning(execution) ? undefined : execution
  }
  return poll(look, { clock, pauses: PAUSES, ms: timeoutMs })
}

/** A word that we do not know is taken for an end: then the output and the error are there to be looked at. */
function isRunning({ status, error }: Execution): boolean {
  return error === '' && (status === '' || /PENDING|QUEUED|RUNNING|PROGRESS|START|UNSPECIFIED/.test(status))
}

function resultFrom(execution: Execution, expected: Json | undefined): TestResult {
  const output = decodedText(execution.output)
  const shown = output === '' ? [] : [`output: ${cut(output)}`]
  if (execution.error !== '' || /FAIL|ERROR|TIMEOUT|CANCEL|ABORT/.test(execution.status)) {
    return { passed: false, line: execution.status.toLowerCase() || 'failed', details: shown, error: execution.error }
  }
  if (expected === undefined) return { passed: true, line: 'completed', details: shown }
  const parsed = parsedJson(output)
  if (parsed === undefined) {
    return { passed: false, line: 'the output is not JSON', details: shown }
  }
  const wrong = differences(expected, parsed.value)
  const lines = wrong.map(({ path, expected: wanted, got }) => `${path}: expected ${wanted}, got ${got}`)
  return wrong.length === 0
    ? { passed: true, line: 'completed, as expected', details: shown }
    : { passed: false, line: 'the output differs from what is expected', details: [...lines, ...shown] }
}

function overdue(timeoutMs: number, id: string): TestResult {
  const line = `did not end within ${duration(timeoutMs)}`
  return { passed: false, line, details: [`execution ${id} may still be running`] }
}

function decodedText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

function parsedJson(output: string): { readonly value: Json } | undefined {
  try {
    return { value: JSON.parse(output) as Json }
  } catch {
    return undefined
  }
}

function cut(output: string): string {
  const line = output.trimEnd()
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)}… (${count(line.length, 'character')})` : line
}
