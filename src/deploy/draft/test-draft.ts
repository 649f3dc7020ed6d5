import { DeployError, PlatformError } from '../../model/errors.ts'
import type { TestingPlan } from '../../model/plan.ts'
import type { TestRecord } from '../../model/ports/ports.ts'
import type { Run } from '../../model/ports/run.ts'
import { count } from '../../model/values/words.ts'
import type { SettingsUpdate } from '../settings/change-settings.ts'
import type { ReadyDraft } from './finish-draft.ts'
import { runCases } from './run-cases.ts'

/** Runs every test case on the draft, where there is one. Throws when one fails; the others have run by then. */
export async function testDraft(run: Run<TestingPlan>, ready: ReadyDraft, settings: SettingsUpdate): Promise<void> {
  if (run.plan.tests.cases.length === 0) return
  const test = async (): Promise<readonly TestRecord[]> => {
    await settings.addEnvironment()
    return await runCases(run, {
      start: (payload) => run.platform.testDraft(run.app, payload).catch(explainUnbuilt),
      // An image may not even start, which the platform tells in its own words.
      speaker: ready.isImage ? 'platform' : 'program',
      stays: 'Nothing was published.'
    })
  }
  await run.step('Test draft', test, (records) => `${count(records.length, 'test')} passed`)
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
