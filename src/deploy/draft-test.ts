import { PhaseError, PlatformError } from './errors.ts'
import { differences } from './json-subset.ts'
import type { Json, TestCase } from './plan.ts'
import type { Execution } from './platform-types.ts'
import type { TestRecord } from './ports.ts'
import type { Run } from './run.ts'
import type { SettingsUpdate } from './settings-update.ts'
import { count, duration } from './words.ts'

/** Longer outputs are cut in the log. */
const MOST_SHOWN = 4_000

type Verdict = {
  readonly passed: boolean
  readonly line: string
  readonly details: readonly string[]
  /** The app's own words, of several lines. */
  readonly error?: string
}

/** Runs every test case on the draft. Throws when one fails; the others have run by then. */
export async function testDraft(run: Run, settings: SettingsUpdate): Promise<readonly TestRecord[]> {
  const { tools, plan } = run
  await settings.addEnvironment()
  const ids: string[] = []
  const records: TestRecord[] = []
  let excerpt: readonly string[] = []
  for (const each of plan.tests.cases) {
    const { record, tail } = await testCase(run, each, ids)
    records.push(record)
    if (tail.length > 0) excerpt = tail
    tools.report({ testExecutionIds: [...ids] })
  }
  const failed = records.filter(({ passed }) => !passed)
  tools.report({ testStatus: failed.length === 0 ? 'passed' : 'failed' })
  if (failed.length === 0) return records
  throw new PhaseError(
    'test_failed',
    `${count(failed.length, 'test')} of ${records.length} failed: ${failed.map(({ name, line }) => `${name} (${line})`).join('; ')}.`,
    { hint: 'Nothing was published. The outputs are in the log above.', excerpt }
  )
}

type Tested = { readonly record: TestRecord; readonly tail: readonly string[] }

async function testCase(run: Run, each: TestCase, ids: string[]): Promise<Tested> {
  const { app, platform, tools, plan } = run
  const started = tools.clock.now()
  const id = await platform.testDraft(app, each.payload).catch(explainUnbuilt)
  ids.push(id)
  const execution = await untilEnded(run, id)
  const verdict = execution ? judge(execution, each.expected) : overdue(plan.tests.timeoutMs, id)
  const ms = tools.clock.now() - started
  const record = { name: each.name, passed: verdict.passed, line: verdict.line, ms }
  tools.log.info(`${verdict.passed ? '✓' : '✗'} ${each.name}: ${verdict.line} (${duration(ms)})`)
  for (const line of verdict.details) tools.log.info(`    ${line}`)
  const tail = verdict.error ? await showError(tools, verdict.error) : []
  tools.tested(record)
  return { record, tail }
}

async function showError({ log }: Run['tools'], error: string): Promise<readonly string[]> {
  const remote = log.remote()
  await remote.write(new TextEncoder().encode(error))
  await remote.end()
  return remote.tail()
}

/** An image that is built by publishing cannot be run before. */
function explainUnbuilt(error: unknown): never {
  const isUnbuilt =
    error instanceof PlatformError && error.code === 'FAILED_PRECONDITION' && /built|image|compil/i.test(error.message)
  if (!isUnbuilt) throw error
  throw new PhaseError(
    'test_failed',
    `${error.message}. The draft cannot be tested, because it is built only when it is published.`,
    {
      hint:
        'Leave the test inputs out and test the published version in a later step, with `rollback-on-failure: true`; or set ' +
        '`builder: build-service`, which builds the image before the test.'
    }
  )
}

/** Undefined when the time for a test is over first. */
async function untilEnded({ platform, tools, plan }: Run, id: string): Promise<Execution | undefined> {
  const deadline = tools.clock.now() + plan.tests.timeoutMs
  for (let wait = 100; ; wait = Math.min(wait * 2, 2000)) {
    const execution = await platform.readExecution(id)
    if (!isRunning(execution)) return execution
    const left = deadline - tools.clock.now()
    if (left <= 0) return undefined
    await tools.clock.sleep(Math.min(wait, left))
  }
}

/** A word that we do not know is taken for an end: then the output and the error are there to be judged. */
function isRunning({ status, error }: Execution): boolean {
  return error === '' && (status === '' || /PENDING|QUEUED|RUNNING|PROGRESS|START|UNSPECIFIED/.test(status))
}

function judge(execution: Execution, expected: Json | undefined): Verdict {
  const output = text(execution.output)
  const shown = output === '' ? [] : [`output: ${cut(output)}`]
  if (execution.error !== '' || /FAIL|ERROR|TIMEOUT|CANCEL|ABORT/.test(execution.status)) {
    return { passed: false, line: execution.status.toLowerCase() || 'failed', details: shown, error: execution.error }
  }
  if (expected === undefined) return { passed: true, line: 'completed', details: shown }
  const parsed = parse(output)
  if (parsed === undefined) {
    return { passed: false, line: 'the output is not JSON', details: shown }
  }
  const wrong = differences(expected, parsed.value)
  const lines = wrong.map(({ path, expected: wanted, got }) => `${path}: expected ${wanted}, got ${got}`)
  return wrong.length === 0
    ? { passed: true, line: 'completed, as expected', details: shown }
    : { passed: false, line: 'the output differs from what is expected', details: [...lines, ...shown] }
}

function overdue(timeoutMs: number, id: string): Verdict {
  const line = `did not end within ${duration(timeoutMs)}`
  return { passed: false, line, details: [`execution ${id} may still be running`] }
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

function parse(output: string): { readonly value: Json } | undefined {
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
