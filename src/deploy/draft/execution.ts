import type { Execution } from '../../model/platform-state.ts'
import type { Platform } from '../../model/ports/platform-port.ts'
import type { Clock } from '../../model/ports/ports.ts'
import type { Json } from '../../model/values/json.ts'
import { count, duration } from '../../model/values/words.ts'
import { poll } from '../poll.ts'
import { differences } from './json-subset.ts'
import { reportedFailure } from './reported-failure.ts'

const PAUSES = { first: 100, most: 2_000 }
/** Longer outputs are cut in the log. */
const MOST_SHOWN = 4_000

/** What came of one run of a draft's or a version's code. */
export type TestResult = {
  readonly passed: boolean
  /** In a few words: `completed`, `the output differs from what is expected`. */
  readonly line: string
  /** Lines of ours and of the output. */
  readonly details: readonly string[]
  /** Of a failure, in a sentence: the program's exception and where it was raised, or the first difference. */
  readonly cause?: string
  /** What to do about it, where that is known of the test and not of the program. */
  readonly cure?: string | undefined
  /** The code ran to its end, and another output was expected. */
  readonly isUnexpected?: boolean
  /** What the program itself printed of its failure, of several lines. */
  readonly trace?: string
}

type ExecutionWait = {
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
  if (execution.error !== '' || /FAIL|ERROR|TIMEOUT|CANCEL|ABORT/.test(execution.status)) {
    return failureFrom(execution, output)
  }
  const details = outputLines(output)
  if (expected === undefined) return { passed: true, line: 'completed', details }
  const parsed = parsedJson(output)
  if (parsed === undefined) {
    return {
      passed: false,
      line: 'the output is not JSON',
      details,
      cause: 'The output is not JSON',
      cure: 'Let the app answer with JSON: what a test expects is compared with that.'
    }
  }
  const wrong = differences(expected, parsed.value).map(
    ({ path, expected: wanted, got }) => `${path}: expected ${wanted}, got ${got}`
  )
  return wrong.length === 0
    ? { passed: true, line: 'completed, as expected', details }
    : {
        passed: false,
        line: 'the output differs from what is expected',
        details: [...wrong, ...details],
        cause: wrong[0] ?? '',
        isUnexpected: true
      }
}

/** A program's own report of its failure stands in the error or in the output, and says more than the status. */
function failureFrom({ status, error }: Execution, output: string): TestResult {
  const line = status.toLowerCase() || 'failed'
  const reported = reportedFailure(error) ?? reportedFailure(output)
  if (reported === undefined) {
    const said = error.trim().split('\n').at(-1)?.trim() ?? ''
    return {
      passed: false,
      line,
      details: outputLines(output),
      trace: error,
      cause: said || `The test ended as ${line}`
    }
  }
  const { cause, log } = reported
  return { passed: false, line, details: [], trace: log, cause }
}

function outputLines(output: string): readonly string[] {
  return output === '' ? [] : [`output: ${cut(output)}`]
}

function overdue(timeoutMs: number, id: string): TestResult {
  const line = `did not end within ${duration(timeoutMs)}`
  return {
    passed: false,
    line,
    details: [`execution ${id} may still be running`],
    cause: `The test ${line}`,
    cure: 'Let the app answer sooner, or set a larger `test-timeout-seconds`.'
  }
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
