import { DeployError, isBearable } from '../../model/errors.ts'
import type { AppCondition } from '../../model/platform-state.ts'
import { appId } from '../../model/ports/run.ts'
import { duration } from '../../model/values/words.ts'
import { poll } from '../poll.ts'
import { type ActiveVersion, speakerOf, type VerifyingRun } from './active-version.ts'
import { showCause } from './show-cause.ts'

const PAUSES = { first: 500, most: 5_000 }

/** On the way to being deployed, or from there. Of a word that nobody knows nothing is made. */
const UNDER_WAY = /PENDING|QUEUED|STARTING|DEPLOYING|PROVISION|PROGRESS|ROLLING|UPDATING|NOT_READY/
const FAILED = /FAIL|ERROR|CRASH|UNHEALTHY/

/**
 * Asks the platform for the app's state until it is deployed: nothing calls the app, and a notice says so. Says in a
 * sentence what was seen; throws `verify_failed` where the platform says that the app is not well.
 */
export async function whenDeployed(run: VerifyingRun, active: ActiveVersion): Promise<string> {
  const { tools, plan } = run
  let last: AppCondition | undefined
  let { early } = active
  const look = async () => {
    last = await condition(run, early)
    early = undefined
    return last && isOpen(last) ? undefined : true
  }
  const isSettled = await poll(look, { clock: tools.clock, pauses: PAUSES, ms: plan.verify.timeoutMs })
  if (!isSettled && last) throw await notDeployed(run, active, last)
  tellUncalled(run, active, last)
  return last?.state ? `The platform says that the app is ${last.state}` : 'Nothing was called'
}

function isOpen({ state }: AppCondition): boolean {
  return UNDER_WAY.test(state) || FAILED.test(state)
}

/** Undefined where it is not told. */
async function condition(
  { app, platform, tools }: VerifyingRun,
  early: ActiveVersion['early']
): Promise<AppCondition | undefined> {
  try {
    return (await early) ?? (await platform.readCondition(app))
  } catch (error) {
    if (!isBearable(error)) throw error
    tools.log.info(`The app’s state could not be read: ${error.message}`)
    return undefined
  }
}

/** What has to be there for somebody to call the app; where that is there, it has been told why nobody did. */
function tellUncalled({ app, tools }: VerifyingRun, active: ActiveVersion, last: AppCondition | undefined): void {
  const { version, state, test } = active
  if (test) return
  const isOpen = state.settings.allowUnauthenticated
  const why = isOpen ? 'the platform gives it no public URL' : 'it is private'
  const said = last?.state ? ` The platform says that it is ${last.state}.` : ''
  tools.log.notice(
    `Nothing called version ${version} of ${appId(app)}: ${why}, and there is no payload to test it with.${said} ` +
      'Set `test-payload` to have it called before and after it is published.'
  )
}

async function notDeployed(run: VerifyingRun, active: ActiveVersion, last: AppCondition): Promise<DeployError> {
  const { app, plan } = run
  const { version } = active
  run.tools.log.info(`The platform says of the app: ${last.shown}`)
  const excerpt = await showCause(run, active, '')
  return new DeployError(
    'verify_failed',
    `Version ${version} of ${appId(app)} was published, and the platform says after ${duration(plan.verify.timeoutMs)} that it is ${last.state}.`,
    {
      hint: 'Look at what the app printed. Where it only takes longer, raise `verify-timeout-seconds`.',
      excerpt,
      speaker: speakerOf(active)
    }
  )
}
