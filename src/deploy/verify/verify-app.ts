import type { ActiveVersion, VerifyingRun } from './active-version.ts'
import { goBack } from './go-back.ts'
import { type VerifyWay, wayToVerify } from './way-to-verify.ts'
import { whenAnswering } from './when-answering.ts'
import { whenDeployed } from './when-deployed.ts'
import { whenTested } from './when-tested.ts'

/**
 * Green means answering: calls the version that became active, as `plan.verify` says, and reports what it answered. A
 * public app is awaited at its URL, a private one is tested with its payload, and without one the platform is asked for
 * its state. A version that another run has replaced by now is left to that run.
 *
 * Throws `verify_failed` when the app has shown why. Where `rollback-on-failure` asks for it and the ledger has the version
 * as this run's own, the version before is active again by then.
 */
export async function verifyApp(run: VerifyingRun, active: ActiveVersion): Promise<void> {
  if (active.state.activeVersion !== active.version) return
  const way = wayToVerify(run, active)
  if (way.kind === 'none') return
  try {
    await run.step('Verify app', () => verify(run, active, way), String)
  } catch (error) {
    throw await goBack(run, error)
  }
}

/** Says in a sentence what was seen. */
async function verify(run: VerifyingRun, active: ActiveVersion, way: VerifyWay): Promise<string> {
  switch (way.kind) {
    case 'url':
      return await whenAnswering(run, active, way.url)
    case 'test':
      return (await whenTested(run, active, way.test)) ?? (await whenDeployed(run, active))
    case 'state':
      return await whenDeployed(run, active)
  }
}
