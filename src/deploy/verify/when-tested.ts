import { clause, DeployError, isBearable, PlatformError } from '../../model/errors.ts'
import type { TestCase } from '../../model/plan.ts'
import { appId } from '../../model/ports/run.ts'
import { inTime } from '../../model/values/words.ts'
import { resultOf, type TestResult } from '../draft/execution.ts'
import { showTrace } from '../draft/show-trace.ts'
import { type ActiveVersion, speakerOf, type VerifyingRun } from './active-version.ts'
import { showCause } from './show-cause.ts'

/**
 * Runs the version once with a payload, which may do more than answer: it is not sent again. Says in a sentence what came
 * of it; undefined where the platform did not run it, which a warning says unless no server offers it. Throws
 * `verify_failed`.
 */
export async function whenTested(
  run: VerifyingRun,
  active: ActiveVersion,
  test: TestCase
): Promise<string | undefined> {
  const { tools } = run
  const started = tools.clock.now()
  const result = await tested(run, active, test).catch((error: unknown) => tellUntested(run, active, error))
  if (result === undefined) return undefined
  tools.log.info(`${result.passed ? '✓' : '✗'} ${test.name}: ${result.line}${inTime(tools.clock.now() - started)}`)
  for (const line of result.details) tools.log.info(`    ${line}`)
  if (!result.passed) throw await failed(run, active, { test, result })
  tools.report({ answer: `passed ${test.name}` })
  return `Version ${active.version} passed ${test.name}`
}

async function tested(run: VerifyingRun, { version }: ActiveVersion, test: TestCase): Promise<TestResult | undefined> {
  const { app, platform, tools, plan } = run
  const id = await platform.testVersion(app, version, test.payload)
  if (id === undefined) return undefined
  const { timeoutMs } = plan.verify
  return await resultOf(id, test.expected, { platform, clock: tools.clock, timeoutMs })
}

/** Answers by which the platform says that this version, as it is, cannot be run. */
const OF_THE_VERSION: readonly string[] = ['NOT_FOUND', 'FAILED_PRECONDITION', 'INVALID_ARGUMENT', 'OUT_OF_RANGE']

/** What is wrong with the way to the app, or with who asks, says nothing of the app: its state is asked for then. */
function tellUntested({ app, tools }: VerifyingRun, { version }: ActiveVersion, error: unknown): undefined {
  if (!isBearable(error)) throw error
  const { message, hint } = error
  if (error instanceof PlatformError && OF_THE_VERSION.includes(error.code)) {
    throw new DeployError(
      'verify_failed',
      `Version ${version} of ${appId(app)} was published, and cannot be called: ${clause(error)}.`,
      { cause: error, ...(hint !== undefined && { hint }) }
    )
  }
  tools.log.warning(`It is not known whether version ${version} of ${appId(app)} answers: ${message}`)
  return undefined
}

type FailedTest = { readonly test: TestCase; readonly result: TestResult }

async function failed(run: VerifyingRun, active: ActiveVersion, { test, result }: FailedTest): Promise<DeployError> {
  const { version } = active
  const shown = result.trace ? await showTrace(run.tools.log, result.trace) : await showCause(run, active, '')
  return new DeployError(
    'verify_failed',
    `${clause(result.cause ?? result.line)}. Version ${version} of ${appId(run.app)} was published and does not pass ${test.name}.`,
    {
      hint: result.cure
        ? 'Let the app answer sooner, or set a larger `verify-timeout-seconds`.'
        : 'Where the draft passed it, the difference lies in what the live app has: its settings, its secrets, its network.',
      excerpt: shown,
      speaker: speakerOf(active)
    }
  )
}
