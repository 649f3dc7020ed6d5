import { clause, DeployError, type ExpectedError } from '../../model/errors.ts'
import { appId, type Run } from '../../model/ports/run.ts'
import {
  LEFT_BY_ZERO,
  namesIn,
  pick,
  SETTING_NAMES,
  SETTINGS,
  type SettingName,
  type Settings,
  type SettingsChange
} from '../../model/settings.ts'
import { LOOK_MS } from '../deed.ts'
import { concurrency, WAIT_FOR_EACH_OTHER } from '../draft/draft.ts'
import type { AskedChange } from './change-record.ts'
import { changedEnv, isSame, isSameText, labels, named, namedEnv, shownValue } from './compare-settings.ts'

/** A platform that merges never shows that a variable is gone, nor another that a number is left to it. */
const UNSHOWN_LOOK_MS = 5_000

/** How long a change is looked for, in milliseconds. */
export function lookMs(asked: AskedChange): number {
  const mayStayUnshown =
    namesIn(asked.change).every((name) => name === 'env' || isLeft(asked, name)) &&
    ownEnv(asked).every((name) => !Object.hasOwn(asked.wanted.env ?? {}, name))
  return mayStayUnshown ? UNSHOWN_LOOK_MS : LOOK_MS
}

/** What the settings that are read now say of a change. Numbers that look as before may be the platform's own later. */
export function progressOf(asked: AskedChange, got: Settings): 'done' | 'otherwise' | undefined {
  const isUnmoved = namesIn(asked.change).every(
    (name) => isLeft(asked, name) && isSame(name, asked.before[name], got[name])
  )
  if (isShown(asked, got)) return isUnmoved ? undefined : 'done'
  return SETTING_NAMES.every((name) => isSame(name, asked.before[name], got[name])) ? undefined : 'otherwise'
}

/** Whether all that was asked for is there. What else is there, by whatever hand, is no part of it. */
export function isShown(asked: AskedChange, got: Settings): boolean {
  return missing(asked, got).length === 0
}

/** Whether something else changed too, which another run may have done. */
export function hasOthers(asked: AskedChange, got: Settings): boolean {
  const own = ownEnv(asked)
  const env = changedEnv(asked.before.env, got.env).filter((name) => !own.includes(name))
  return env.length > 0 || others(asked, got).length > 0
}

/** What was asked for and is not there. A setting that the platform does not show cannot be looked at. */
function missing(asked: AskedChange, got: Settings): readonly SettingName[] {
  return namesIn(asked.change).filter((name) => {
    if (got[name] === undefined || isLeft(asked, name)) return false
    return name === 'env' ? wrongEnv(asked, got).length > 0 : !isSame(name, asked.wanted[name], got[name])
  })
}

/** Whether a number is to be as the platform has it, whatever that is. */
function isLeft({ wanted }: AskedChange, name: SettingName): boolean {
  return LEFT_BY_ZERO.has(name) && wanted[name] === 0
}

/** The numbers that were left to the platform, where it shows what it takes for them. */
export function takenByPlatform(asked: AskedChange, got: Settings): SettingsChange {
  return pick(
    got,
    namesIn(asked.change).filter((name) => isLeft(asked, name) && got[name] !== 0)
  )
}

/** Says which numbers those are. One that is as before may also be one of which the 0 was not taken. */
export function tellTaken({ tools }: Pick<Run, 'tools'>, asked: AskedChange, got: Settings): void {
  for (const name of namesIn(takenByPlatform(asked, got))) {
    const isAsBefore = isSame(name, asked.before[name], got[name])
    const how = isAsBefore ? ', as before: its own number, or it does not take 0' : ' now'
    tools.log.info(`${SETTINGS[name].input} is left to the platform, which shows ${got[name]}${how}.`)
  }
}

function wrongEnv(asked: AskedChange, got: Settings): readonly string[] {
  return ownEnv(asked).filter((name) => !isSameText(asked.wanted.env?.[name], got.env?.[name]))
}

function ownEnv({ before, wanted }: AskedChange): readonly string[] {
  return changedEnv(before.env, wanted.env)
}

/** Settings that this run did not ask for, and that are others now. */
function others({ before, change }: AskedChange, got: Settings): readonly SettingName[] {
  return SETTING_NAMES.filter(
    (name) => name !== 'env' && !Object.hasOwn(change, name) && !isSame(name, before[name], got[name])
  )
}

/** Says what else changed, and what cannot be looked at. True where all could be. */
export function tellOthers({ tools }: Run, asked: AskedChange, got: Settings): boolean {
  const changed = others(asked, got)
  if (changed.length > 0) {
    tools.log.warning(
      `Other settings changed at the same time, which this run did not ask for: ${labels(changed)}. Another run, or the platform, changed them.`
    )
  }
  const unread = namesIn(asked.change).filter((name) => got[name] === undefined)
  if (unread.length > 0)
    tools.log.info(`The platform took ${labels(unread)} and does not show it: it is not read back.`)
  return unread.length === 0
}

/** The platform took a change and reports something else. Values are never part of the text. */
export function deviation({ app }: Run, asked: AskedChange, got: Settings): DeployError {
  const wrong = missing(asked, got).map((name) => described(name, asked, got))
  const message = isKept(asked, got)
    ? `The platform kept what the update left out: ${wrong.join('; ')}.`
    : `After the update the platform reports other settings: ${wrong.join('; ')}.`
  if (hasOthers(asked, got)) {
    return new DeployError('settings_failed', message, {
      hint: `Nothing was published. Other settings changed too: another run may have changed them at the same time. ${WAIT_FOR_EACH_OTHER}`,
      snippet: concurrency(app)
    })
  }
  return new DeployError('settings_failed', message, {
    hint: isKept(asked, got)
      ? 'Nothing was published. This platform removes no variables: remove them by hand, or keep them with `env-update-strategy: merge`.'
      : 'Nothing was published. Look at the app’s settings, and report this if they are not what the workflow says.'
  })
}

/** Whether all that is wrong is that variables are there which should be gone. */
function isKept(asked: AskedChange, got: Settings): boolean {
  const isEnvAlone = missing(asked, got).every((name) => name === 'env')
  return isEnvAlone && wrongEnv(asked, got).every((name) => !Object.hasOwn(asked.wanted.env ?? {}, name))
}

function described(name: SettingName, asked: AskedChange, got: Settings): string {
  if (name === 'env') return namedEnv(wrongEnv(asked, got))
  const { input, kind } = SETTINGS[name]
  if (kind === 'json' || kind === 'text') return `${input} is another`
  return `${input} is ${shownValue(got[name])}, expected ${shownValue(asked.wanted[name])}`
}

/** No answer came, and what is read does not tell. */
export function mayHaveChanged(
  { app }: Run,
  { change, before }: AskedChange,
  error: ExpectedError | undefined
): DeployError {
  const why = error ? clause(error) : 'the platform took the change and does not show it'
  return new DeployError(
    'settings_failed',
    `It is not known whether the settings of ${appId(app)} were changed (${named(change, before)}): ${why}.`,
    { hint: 'Nothing was published. Run the job again; look at the app’s settings if this repeats.', cause: error }
  )
}
