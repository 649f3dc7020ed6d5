import { checksum } from '../../model/checksum.ts'
import { DeployError, ExpectedError, PlatformError, why } from '../../model/errors.ts'
import type { PublishedRun } from '../../model/open-run.ts'
import type { App, Tests } from '../../model/plan.ts'
import type { Platform } from '../../model/platform-port.ts'
import type { Clock, Log } from '../../model/ports.ts'
import { appId } from '../../model/run.ts'
import { resultOf } from '../draft/execution.ts'
import { putSettingsBack } from '../settings/settings-back.ts'

/** What post works with. */
export type PostTools = {
  readonly platform: Platform
  readonly log: Log
  readonly clock: Clock
  /** The tests as the inputs name them now; undefined where they cannot be read any more. */
  readonly tests: () => Tests | undefined
}

/** Post has few minutes for all that it does. */
const LONGEST_TEST_MS = 60_000
const TRIES = 3

/**
 * Makes the version active again that was active before the run, only while the active one is still the run's own. Says
 * in a sentence what came of it; throws a DeployError `rollback_refused` where it could not be made.
 */
export async function rollBack(tools: PostTools, published: PublishedRun): Promise<string> {
  const { app, previousVersion, publishedVersion } = published
  if (previousVersion === 0) {
    return `Version ${publishedVersion} was the first of ${appId(app)}: there is none to roll back to.`
  }
  const giveUp = (error: unknown): never => {
    throw notRolledBack(error, published)
  }
  const before = await activeVersion(tools, app).catch(giveUp)
  if (before === previousVersion) {
    await putSettingsBack(tools, published)
    return `Version ${previousVersion} is active already: nothing to roll back.`
  }
  if (before !== publishedVersion) return leftAlone(before, previousVersion)
  const after = await makeActive(tools, published).catch(giveUp)
  if (after !== previousVersion) return leftAlone(after, previousVersion)
  await putSettingsBack(tools, published)
  await testAgain(tools, published)
  return `Rolled back: version ${previousVersion} of ${appId(app)} is active again, instead of version ${publishedVersion}.`
}

/** What the reader must know where a rollback that was asked for was not made. */
export function notRolledBack(error: unknown, { app, previousVersion, publishedVersion }: PublishedRun): DeployError {
  const isGone = error instanceof PlatformError && (error.code === 'NOT_FOUND' || error.code === 'FAILED_PRECONDITION')
  const isKnown = !(error instanceof PlatformError && error.ambiguous)
  const stays = `Version ${publishedVersion} ${isKnown ? 'stays' : 'may still be'} active.`
  const hint = isGone
    ? `${stays} If version ${previousVersion} is gone, run the job of its commit again.`
    : `${stays} Look at the app’s versions, and roll back by hand with \`dodil ignite version rollback\`.`
  const said = why(error)
  const words = (error instanceof ExpectedError ? said : `a bug in the action (${said})`).replace(/\.$/, '')
  return new DeployError(
    'rollback_refused',
    `Version ${previousVersion} of ${appId(app)} was not made active again: ${words}.`,
    {
      cause: error,
      hint
    }
  )
}

function leftAlone(active: number, previousVersion: number): string {
  return active === 0
    ? `The app has no active version any more: no rollback to version ${previousVersion}.`
    : `Version ${active}, which another run made active, is left alone: no rollback to version ${previousVersion}.`
}

async function activeVersion({ platform }: PostTools, app: App): Promise<number> {
  return (await platform.readApp(app))?.activeVersion ?? 0
}

/**
 * Gives the version that is active afterwards. The target is named by its number, so the call can be sent again when its
 * answer was lost, as long as nobody else has published meanwhile.
 */
async function makeActive(tools: PostTools, { app, previousVersion, publishedVersion }: PublishedRun): Promise<number> {
  let lost: PlatformError | undefined
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    try {
      await tools.platform.rollback(app, previousVersion)
    } catch (error) {
      if (!(error instanceof PlatformError && error.ambiguous)) throw error
      lost = error
    }
    for (const wait of [0, 500, 1000, 2000]) {
      await tools.clock.sleep(wait)
      const active = await activeVersion(tools, app)
      if (active !== publishedVersion) return active
    }
  }
  throw lost ?? new DeployError('rollback_refused', `The platform took the call ${TRIES} times, and nothing changed`)
}

/** The rollback is made by now: whatever comes of its test is told, and is no reason to fail. */
async function testAgain(tools: PostTools, { app, previousVersion, payloadChecksum }: PublishedRun): Promise<void> {
  if (payloadChecksum === undefined) return
  const { log, clock, platform, tests } = tools
  const known = tests()
  const first = known?.cases[0]
  if (!known || !first || checksum(first.payload) !== payloadChecksum) {
    log.warning(
      `Version ${previousVersion} is not tested: the payload of the run cannot be read any more, or has changed.`
    )
    return
  }
  const active = `Version ${previousVersion} of ${appId(app)} is active again`
  try {
    const id = await platform.testVersion(app, previousVersion, first.payload)
    if (id === undefined) return
    const timeoutMs = Math.min(known.timeoutMs, LONGEST_TEST_MS)
    // What is expected is said of the new version, so the old one has only to end well.
    const { passed, line, error = '' } = await resultOf(id, undefined, { platform, clock, timeoutMs })
    if (passed) log.notice(`Tested version ${previousVersion} with ${first.name}: ${line}.`)
    else log.warning(`${active}, but its test with ${first.name} failed: ${line}${error && `: ${error.trim()}`}.`)
  } catch (error) {
    const reason = why(error)
    log.warning(`${active}, but its test with ${first.name} could not be made: ${reason}`)
  }
}
