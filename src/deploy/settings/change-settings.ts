import { DeployError, Stopped, why } from '../../model/errors.ts'
import type { ChangedRun, ChangedSettings } from '../../model/open-run.ts'
import { mayRollBack, type TestingPlan } from '../../model/plan.ts'
import type { AppState } from '../../model/platform-state.ts'
import { appId, type Run } from '../../model/ports/run.ts'
import { namesIn, type Settings } from '../../model/settings.ts'
import { checksum } from '../../model/values/checksum.ts'
import { perform } from '../deed.ts'
import { type AskedChange, withChange, withTaken } from './change-record.ts'
import { changeFor, desired, difference, named, withAddedEnv } from './compare-settings.ts'
import { tellEmptied } from './emptied.ts'
import { tellExposure } from './exposure.ts'
import { putBack } from './put-back.ts'
import {
  deviation,
  hasOthers,
  isShown,
  lookMs,
  mayHaveChanged,
  progressOf,
  takenByPlatform,
  tellOthers,
  tellTaken
} from './read-back.ts'

/** How often a change is made that another run’s change of the same app undid. */
const MOST_TRIES = 3

/** What the settings are to be, of what they are. */
type WantedOf = (now: Settings) => Settings
/** What a change is made from. */
type Origin = { readonly read: AppState; readonly wantedOf: WantedOf }

function askedOf({ settings: before }: AppState, wantedOf: WantedOf): AskedChange {
  const wanted = wantedOf(before)
  return { before, wanted, change: difference(before, wanted) }
}

/** The settings of one run. What it changed is put back where the run ends with nothing published. */
export class SettingsUpdate implements AsyncDisposable {
  readonly #run: Run<TestingPlan>
  readonly #isLive: boolean
  readonly #previousVersion: number
  #changed: ChangedSettings = {}
  #isReadBack = true

  /** @param isLive False for an app that this run has just made: there is nothing to go back to. */
  constructor(run: Run<TestingPlan>, { activeVersion }: AppState, isLive = true) {
    this.#isLive = isLive
    this.#run = run
    this.#previousVersion = activeVersion
  }

  /** What post needs to undo it. */
  get changed(): ChangedRun {
    const { app } = this.#run
    return { phase: 'changed', app, previousVersion: this.#previousVersion, ...this.#changed, ...this.#payload }
  }

  get #payload(): Pick<ChangedRun, 'payloadChecksum'> {
    const { rollback, tests } = this.#run.plan
    const [first] = tests.cases
    return first && mayRollBack(rollback) ? { payloadChecksum: checksum(first.payload) } : {}
  }

  /** Adds the environment names that the app does not have yet: the draft may need them in its tests. */
  async addEnvironment(): Promise<void> {
    if (this.#run.plan.settings.env === undefined) return
    await this.#change(await this.#read(), (now) => withAddedEnv(now, this.#wanted(now)))
  }

  /** Makes the settings what the plan says, in a step of its own. None is shown where they are so already. */
  async apply(): Promise<void> {
    if (namesIn(this.#run.plan.settings).length === 0) return
    const read = await this.#read()
    if (namesIn(changeFor(read.settings, this.#run.plan)).length === 0) return
    await this.#run.step(
      'Apply settings',
      () => this.make(read),
      () => (this.#isReadBack ? 'Settings applied and read back' : 'Settings applied')
    )
  }

  /** Makes the settings what the plan says of an app that was read right before. */
  async make(read: AppState): Promise<void> {
    await this.#change(read, (now) => this.#wanted(now))
  }

  #wanted(read: Settings): Settings {
    const { settings, envUpdateStrategy } = this.#run.plan
    return desired(read, settings, envUpdateStrategy)
  }

  /** Right before a change: what another run has made of them meanwhile is not this run’s to undo. */
  async #read(): Promise<AppState> {
    const { platform, app } = this.#run
    const state = await platform.readApp(app)
    if (state) return state
    throw new DeployError('settings_failed', `The app ${appId(app)} is gone, and its settings with it.`)
  }

  async #change(read: AppState, wantedOf: WantedOf): Promise<void> {
    for (let tries = 1, now = read; ; tries++) {
      const asked = askedOf(now, wantedOf)
      if (namesIn(asked.change).length === 0) return
      const seen = await this.#perform(asked, { read: now, wantedOf })
      const got = seen.settings
      if (isShown(asked, got)) return this.#tell(asked, got)
      if (tries === MOST_TRIES || !hasOthers(asked, got)) throw deviation(this.#run, asked, got)
      this.#run.tools.log.info('The settings were changed by another hand at the same time: changing them again.')
      now = seen
    }
  }

  /** Makes a change, and gives the app as it is read afterwards. */
  async #perform(asked: AskedChange, { read, wantedOf }: Origin): Promise<AppState> {
    const { platform, app, tools } = this.#run
    this.#remember(asked)
    const deed = {
      // A second time it is made of what was read since: another hand may have changed some of it.
      send: async (last?: AppState) => {
        const made = last ? askedOf(last, wantedOf) : asked
        if (last) this.#remember(made)
        await platform.updateSettings(app, made.change, last ?? read)
      },
      look: () => this.#read(),
      seen: ({ settings }: AppState) => progressOf(asked, settings)
    }
    const end = await perform(deed, tools.clock, Math.min(lookMs(asked), tools.msLeft()))
    if (end.kind === 'refused' || (end.kind === 'unseen' && end.error instanceof Stopped)) throw end.error
    if (end.state === undefined || (end.kind === 'unseen' && end.error))
      throw mayHaveChanged(this.#run, asked, end.kind === 'unseen' ? end.error : undefined)
    return end.state
  }

  /** Before the call: what is not in the ledger cannot be put back. */
  #remember(asked: AskedChange): void {
    this.#write(withChange(this.#changed, asked))
    if (this.#isLive) this.#run.tools.report({ changed: 'unknown' })
  }

  #write(changed: ChangedSettings): void {
    this.#changed = changed
    if (this.#isLive) this.#run.tools.ledger.write(this.changed)
  }

  #tell(asked: AskedChange, got: Settings): void {
    const { tools } = this.#run
    const taken = takenByPlatform(asked, got)
    if (namesIn(taken).length > 0) this.#write(withTaken(this.#changed, taken))
    if (this.#isLive) tools.report({ changed: true })
    // What a new app is made with is told by that step.
    tools.log[this.#isLive ? 'info' : 'debug'](`Changed ${named(asked.change, asked.before)}.`)
    tellTaken(this.#run, asked, got)
    tellEmptied(this.#run, { before: asked.before, now: got })
    this.#isReadBack = tellOthers(this.#run, asked, got) && this.#isReadBack
    tellExposure(this.#run, { before: asked.before, now: got })
  }

  /** A run that was told to stop leaves it to post, and so does one whose publish may have taken effect. */
  async [Symbol.asyncDispose](): Promise<void> {
    const { tools, platform } = this.#run
    const { open } = tools.ledger
    if (open?.phase !== 'changed' || tools.stop.aborted) return
    try {
      const end = await putBack({ ...tools, platform }, open)
      // Of variables post knows the names alone, and those have just been told.
      if (end !== 'not' || namesIn(open.settingsBefore ?? {}).length === 0) tools.ledger.close()
      if (end === 'all') tools.report({ changed: false })
    } catch (error) {
      // What the run failed with is what there is to tell; post finds the ledger open.
      tools.log.debug(`The settings were not put back: ${why(error)}`)
    }
  }
}
