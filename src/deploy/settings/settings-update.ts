import { checksum } from '../../model/checksum.ts'
import { DeployError, ExpectedError, rootCause, why } from '../../model/errors.ts'
import type { ChangedRun } from '../../model/open-run.ts'
import { mayRollBack, type SettingsChange } from '../../model/plan.ts'
import type { AppState, Settings } from '../../model/platform-state.ts'
import { appId, type Run } from '../../model/run.ts'
import { addedEnv, changedEnv, checkReadBack, desired, difference, named } from './settings.ts'

/** The settings of one run: what they were, what they are, and the way back. */
export class SettingsUpdate {
  readonly #run: Run
  readonly #before: AppState
  readonly #wanted: Settings
  readonly #isLive: boolean
  #now: AppState

  /** @param isLive False for an app that this run has just made: there is nothing to go back to. */
  constructor(run: Run, before: AppState, isLive = true) {
    this.#isLive = isLive
    this.#run = run
    this.#before = before
    this.#now = before
    this.#wanted = desired(before.settings, run.plan.settings, run.plan.envUpdateStrategy)
  }

  /** Whether anything is left to change. */
  get isDue(): boolean {
    return Object.keys(difference(this.#now.settings, this.#wanted)).length > 0
  }

  /** What post needs to undo it. The environment's values may be secret, so only its names are kept. */
  get changed(): ChangedRun {
    const { app } = this.#run
    const before = this.#before.settings
    const { env: _, ...settingsBefore }: SettingsChange = difference(this.#now.settings, before)
    const envChanged = changedEnv(before.env, this.#now.settings.env)
    const previousVersion = this.#before.activeVersion
    return { phase: 'changed', app, previousVersion, settingsBefore, envChanged, ...this.#payload }
  }

  get #payload(): Pick<ChangedRun, 'payloadChecksum'> {
    const { rollback, tests } = this.#run.plan
    const [first] = tests.cases
    return first && mayRollBack(rollback) ? { payloadChecksum: checksum(first.payload) } : {}
  }

  /** Adds the environment names that the app does not have yet: the draft may need them in its tests. */
  async addEnvironment(): Promise<void> {
    await this.#change(addedEnv(this.#now.settings, this.#wanted))
  }

  async apply(): Promise<AppState> {
    await this.#change(this.#wanted)
    return this.#now
  }

  /** Runs what comes before the app is published; puts the settings back when that fails, unless it may have been. */
  async orPutBack<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      const { tools } = this.#run
      if (!tools.stop.aborted && !isUnknown(error)) {
        await this.#putBack()
        tools.ledger.close()
      }
      throw error
    }
  }

  async #change(wanted: Settings): Promise<void> {
    const { app, platform, tools } = this.#run
    const read = this.#now.settings
    const change = difference(read, wanted)
    if (Object.keys(change).length === 0) return
    this.#now = { ...this.#now, settings: wanted }
    if (this.#isLive) {
      tools.ledger.write(this.changed)
      tools.report({ changed: 'unknown' })
    }
    await platform.updateSettings(app, change)
    const got = await platform.readApp(app)
    if (!got) throw new DeployError('settings_failed', `The app ${appId(app)} is gone after its settings were changed.`)
    checkReadBack(wanted, got.settings)
    this.#now = got
    if (this.#isLive) tools.report({ changed: true })
    tools.log.info(`Changed ${named(change, read)}.`)
    if (got.settings.allowUnauthenticated && !read.allowUnauthenticated) {
      tools.log.notice(`${appId(app)} can now be called by anyone, without a token.`)
    }
  }

  /** Says so where it cannot: the failure that led here is the one to report. */
  async #putBack(): Promise<void> {
    const { app, platform, tools } = this.#run
    const now = this.#now.settings
    const change = difference(now, this.#before.settings)
    if (Object.keys(change).length === 0) return tools.report({ changed: false })
    try {
      await platform.updateSettings(app, change)
      const got = await platform.readApp(app)
      const stayed = got ? difference(got.settings, this.#before.settings) : change
      if (Object.keys(stayed).length === 0) {
        tools.report({ changed: false })
        tools.log.notice(`The settings that this run changed were put back: ${named(change, now)}.`)
      } else {
        const names = got ? named(stayed, got.settings) : named(change, now)
        tools.log.warning(`The platform did not take back all that this run changed: ${names}.`)
      }
    } catch (error) {
      const reason = why(error)
      tools.log.warning(`The settings that this run changed were not put back (${named(change, now)}): ${reason}`)
    }
  }
}

/** The version may be live: its settings stay with it. */
function isUnknown(error: unknown): boolean {
  const cause = rootCause(error)
  return cause instanceof ExpectedError && cause.reason === 'publish_unknown'
}
