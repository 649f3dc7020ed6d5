import { clause, DeployError, type Speaker } from '../../model/errors.ts'
import type { TestCase, TestingPlan } from '../../model/plan.ts'
import type { TestRecord } from '../../model/ports/ports.ts'
import type { Run } from '../../model/ports/run.ts'
import { enumerate, firstOf, inTime } from '../../model/values/words.ts'
import { resultOf, type TestResult } from './execution.ts'
import { PrintedLog } from './printed-log.ts'
import { showTrace } from './show-trace.ts'

/** What is tested, and what a failure leaves. */
type Subject = {
  /** Runs it with a payload, and gives the execution's id. */
  readonly start: (payload: Uint8Array) => Promise<string>
  /** Whose words a failure ends with. */
  readonly speaker: Speaker
  /** What is live after a failure, in a sentence. */
  readonly stays: string
}

type Tested = Pick<TestingPlan, 'tests'>

/** Runs every test case. Throws when one fails; the others have run by then. */
export async function runCases(run: Run<Tested>, subject: Subject): Promise<readonly TestRecord[]> {
  const { tools, plan } = run
  const printed = new PrintedLog(run)
  await printed.begin()
  const ids: string[] = []
  const tested: TestedCase[] = []
  for (const each of plan.tests.cases) tested.push(await testCase(run, each, { ids, printed, start: subject.start }))
  const records = tested.map(({ record }) => record)
  const failed = tested.filter(({ record }) => !record.passed)
  tools.report({ testStatus: failed.length === 0 ? 'passed' : 'failed' })
  const [first] = failed
  if (!first) return records
  throw new DeployError('test_failed', failureLine(first, failed, records.length), {
    hint: [subject.stays, first.cure].filter((part) => part !== undefined).join(' '),
    excerpt: failed.findLast(({ tail }) => tail.length > 0)?.tail ?? [],
    speaker: subject.speaker
  })
}

/** Of the tests that failed; the summary has all of them. */
const MOST_NAMED = 3

/** The cause first: who reads no further knows what to mend. */
function failureLine({ cause }: TestedCase, failed: readonly TestedCase[], all: number): string {
  const names = failed.map(({ record }) => record.name)
  const named = names.length > MOST_NAMED ? firstOf(names, MOST_NAMED) : enumerate(names)
  const which = all === 1 ? `The test ${names[0]} failed` : `${failed.length} of ${all} tests failed: ${named}`
  return `${clause(cause)}. ${which}.`
}

type TestedCase = Pick<TestResult, 'cure'> & {
  readonly record: TestRecord
  readonly cause: string
  readonly tail: readonly string[]
}
type CaseTools = Pick<Subject, 'start'> & { readonly ids: string[]; readonly printed: PrintedLog }

async function testCase(run: Run<Tested>, each: TestCase, { ids, printed, start }: CaseTools): Promise<TestedCase> {
  const { platform, tools, plan } = run
  const started = tools.clock.now()
  const id = await start(each.payload)
  ids.push(id)
  tools.report({ testExecutionIds: [...ids] })
  const { timeoutMs } = plan.tests
  const result = await resultOf(id, each.expected, { platform, clock: tools.clock, timeoutMs })
  const ms = tools.clock.now() - started
  const record = { name: each.name, passed: result.passed, line: result.line, ms }
  const said = await printed.show(id)
  tools.log.info(`${result.passed ? '✓' : '✗'} ${each.name}: ${result.line}${inTime(ms)}`)
  for (const line of result.details) tools.log.info(`    ${line}`)
  const trace = result.trace ? await showTrace(tools.log, result.trace) : []
  tools.tested(record)
  const cure = result.isUnexpected ? expectationCure(each, plan.tests.cases.length) : result.cure
  return { record, cause: result.cause ?? '', cure, tail: trace.length > 0 ? trace : said }
}

/** Which of the two is wrong only its author knows. */
function expectationCure({ expectedIn = 'test-expect', ownExpectation }: TestCase, all: number): string {
  const mend = `Mend the code, or what \`${expectedIn}\` says of its output.`
  if (ownExpectation === undefined || all === 1) return mend
  return `\`${expectedIn}\` is compared with the output of every payload: where this one has another, write that into \`${ownExpectation}\`. Otherwise, mend the code.`
}
