import { clause, DeployError, PlatformError } from '../../model/errors.ts'
import type { TestCase, TestingPlan } from '../../model/plan.ts'
import type { TestRecord } from '../../model/ports/ports.ts'
import type { Run } from '../../model/ports/run.ts'
import { count, enumerate, inTime } from '../../model/values/words.ts'
import type { SettingsUpdate } from '../settings/change-settings.ts'
import { resultOf, type TestResult } from './execution.ts'
import type { ReadyDraft } from './finish-draft.ts'
import { foldedTraceback } from './fold-traceback.ts'
import { PrintedLog } from './printed-log.ts'

/** Runs every test case on the draft, where there is one. Throws when one fails; the others have run by then. */
export async function testDraft(run: Run<TestingPlan>, ready: ReadyDraft, settings: SettingsUpdate): Promise<void> {
  if (run.plan.tests.cases.length === 0) return
  const test = async (): Promise<readonly TestRecord[]> => {
    await settings.addEnvironment()
    return await runCases(run, ready)
  }
  await run.step('Test draft', test, (records) => `${count(records.length, 'test')} passed`)
}

async function runCases(run: Run<TestingPlan>, { isImage }: ReadyDraft): Promise<readonly TestRecord[]> {
  const { tools, plan } = run
  const printed = new PrintedLog(run)
  await printed.begin()
  const ids: string[] = []
  const tested: TestedCase[] = []
  for (const each of plan.tests.cases) tested.push(await testCase(run, each, { ids, printed }))
  const records = tested.map(({ record }) => record)
  const failed = tested.filter(({ record }) => !record.passed)
  tools.report({ testStatus: failed.length === 0 ? 'passed' : 'failed' })
  const [first] = failed
  if (!first) return records
  throw new DeployError('test_failed', failureLine(first, failed, records.length), {
    hint: ['Nothing was published.', first.cure].filter((part) => part !== undefined).join(' '),
    excerpt: failed.findLast(({ tail }) => tail.length > 0)?.tail ?? [],
    // An image may not even start, which the platform tells in its own words.
    speaker: isImage ? 'platform' : 'program'
  })
}

/** The cause first: who reads no further knows what to mend. */
function failureLine({ cause }: TestedCase, failed: readonly TestedCase[], all: number): string {
  const names = failed.map(({ record }) => record.name)
  const which =
    all === 1 ? `The test ${names[0]} failed` : `${failed.length} of ${all} tests failed: ${enumerate(names)}`
  return `${clause(cause)}. ${which}.`
}

type TestedCase = Pick<TestResult, 'cure'> & {
  readonly record: TestRecord
  readonly cause: string
  readonly tail: readonly string[]
}
type TestLogs = { readonly ids: string[]; readonly printed: PrintedLog }

async function testCase(run: Run<TestingPlan>, each: TestCase, { ids, printed }: TestLogs): Promise<TestedCase> {
  const { app, platform, tools, plan } = run
  const started = tools.clock.now()
  const id = await platform.testDraft(app, each.payload).catch(explainUnbuilt)
  ids.push(id)
  tools.report({ testExecutionIds: [...ids] })
  const { timeoutMs } = plan.tests
  const result = await resultOf(id, each.expected, { platform, clock: tools.clock, timeoutMs })
  const ms = tools.clock.now() - started
  const record = { name: each.name, passed: result.passed, line: result.line, ms }
  const said = await printed.show(id)
  tools.log.info(`${result.passed ? '✓' : '✗'} ${each.name}: ${result.line}${inTime(ms)}`)
  for (const line of result.details) tools.log.info(`    ${line}`)
  const trace = result.trace ? await showTrace(tools, result.trace) : []
  tools.tested(record)
  return { record, cause: result.cause ?? '', cure: result.cure, tail: trace.length > 0 ? trace : said }
}

async function showTrace({ log }: Run['tools'], trace: string): Promise<readonly string[]> {
  const remote = log.remote()
  await remote.write(new TextEncoder().encode(foldedTraceback(trace)))
  await remote.end()
  return remote.tail()
}

/** An image that is built by publishing cannot be run before. */
function explainUnbuilt(error: unknown): never {
  const isUnbuilt =
    error instanceof PlatformError && error.code === 'FAILED_PRECONDITION' && /built|image|compil/i.test(error.message)
  if (!isUnbuilt) throw error
  throw new DeployError(
    'test_failed',
    `${error.message}. The draft cannot be tested, because it is built only when it is published.`,
    {
      hint:
        'Leave the test inputs out and test the published version in a later step, with `rollback-on-failure: true`; or set ' +
        '`builder: build-service`, which builds the image before the test.'
    }
  )
}
