import { DeployError, PlatformError } from '../../model/errors.ts'
import type { TestCase } from '../../model/plan.ts'
import type { TestRecord } from '../../model/ports.ts'
import type { Run } from '../../model/run.ts'
import { count, duration } from '../../model/words.ts'
import type { SettingsUpdate } from '../settings/change-settings.ts'
import { resultOf } from './execution.ts'

/** Runs every test case on the draft, where there is one. Throws when one fails; the others have run by then. */
export async function testDraft(run: Run, settings: SettingsUpdate): Promise<void> {
  if (run.plan.tests.cases.length === 0) return
  const test = async (): Promise<readonly TestRecord[]> => {
    await settings.addEnvironment()
    return await runCases(run)
  }
  await run.step('Test draft', test, (records) => `${count(records.length, 'test')} passed`)
}

async function runCases(run: Run): Promise<readonly TestRecord[]> {
  const { tools, plan } = run
  const ids: string[] = []
  const records: TestRecord[] = []
  let excerpt: readonly string[] = []
  for (const each of plan.tests.cases) {
    const { record, tail } = await testCase(run, each, ids)
    records.push(record)
    if (tail.length > 0) excerpt = tail
  }
  const failed = records.filter(({ passed }) => !passed)
  tools.report({ testStatus: failed.length === 0 ? 'passed' : 'failed' })
  if (failed.length === 0) return records
  throw new DeployError(
    'test_failed',
    `${count(failed.length, 'test')} of ${records.length} failed: ${failed.map(({ name, line }) => `${name} (${line})`).join('; ')}.`,
    {
      hint: 'Nothing was published. The outputs are in the log above.',
      excerpt,
      // An image may not even start, which the platform tells in its own words.
      speaker: plan.source.kind === 'code' ? 'program' : 'platform'
    }
  )
}

type TestedCase = { readonly record: TestRecord; readonly tail: readonly string[] }

async function testCase(run: Run, each: TestCase, ids: string[]): Promise<TestedCase> {
  const { app, platform, tools, plan } = run
  const started = tools.clock.now()
  const id = await platform.testDraft(app, each.payload).catch(explainUnbuilt)
  ids.push(id)
  tools.report({ testExecutionIds: [...ids] })
  const { timeoutMs } = plan.tests
  const result = await resultOf(id, each.expected, { platform, clock: tools.clock, timeoutMs })
  const ms = tools.clock.now() - started
  const record = { name: each.name, passed: result.passed, line: result.line, ms }
  tools.log.info(`${result.passed ? '✓' : '✗'} ${each.name}: ${result.line} (${duration(ms)})`)
  for (const line of result.details) tools.log.info(`    ${line}`)
  const tail = result.error ? await showError(tools, result.error) : []
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
