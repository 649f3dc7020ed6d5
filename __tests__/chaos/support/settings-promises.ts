import type { Call, Evidence, Settings } from './evidence.ts'
import { replay } from './history.ts'
import { isGreen, isUnsettled } from './publish-promises.ts'
import {
  askedSettings,
  changedNames,
  lastHand,
  namedSettings,
  type SettingsMoment,
  settingsIn,
  settingsMoments
} from './settings-history.ts'

/**
 * Green has the settings that were asked for, where no other run changed them later; where nothing stays published, what
 * the run left changed is said.
 */
export function settingsAreOldOrSaid(evidence: Evidence): readonly string[] {
  const { before, after, main, post, calls, plan } = evidence
  if (!before.settings || !after.settings) return []
  const moments = settingsMoments(evidence)
  const isRolledBack = calls.some(({ method, by, answer }) => method === 'RollbackApp' && by === 'post' && answer)
  if (isGreen(main) && !isRolledBack) {
    const now = namedSettings(after.settings)
    return [...askedSettings(plan)]
      .filter(([name, value]) => now.get(name) !== value && lastHand(name, moments) !== 'other')
      .map(([name]) => `Green, but ${name} was asked for and is ${now.get(name)}.`)
  }
  const isPublished = replay(calls).versions.some(({ by }) => by !== 'other')
  if (isUnsettled(post) || (isPublished && !isRolledBack)) return []
  const said = [...main.annotations, ...post.annotations].map(({ message }) => message).join('\n')
  return leftChanged(evidence, moments)
    .filter((name) => !said.includes(name))
    .map((name) => `${name} stayed changed, and nothing says so.`)
}

/** What is other than before the run, by a call of the run. */
export function leftChanged({ before }: Evidence, moments: readonly SettingsMoment[]): readonly string[] {
  const now = moments.at(-1)?.after
  if (!before.settings || !now) return []
  return changedNames(before.settings, now).filter((name) => ['main', 'post'].includes(String(lastHand(name, moments))))
}

/**
 * A call of the run changes only what the run asked for, to what it asked for; or back, where it still read its own value.
 * Where the platform replaces what is not sent, anything else is as the run read it last.
 */
export function onlyOwnSettings(evidence: Evidence): readonly string[] {
  const asked = askedSettings(evidence.plan)
  return settingsMoments(evidence)
    .filter(({ call }) => call.by !== 'other')
    .flatMap(({ call, before, after }) => {
      const read = namedSettings(lastRead(evidence.calls, call) ?? before)
      const now = namedSettings(after)
      const isAllowed = (name: string): boolean =>
        now.get(name) === read.get(name) ||
        (asked.has(name) && [now.get(name), read.get(name)].includes(asked.get(name)))
      return changedNames(before, after)
        .filter((name) => !isAllowed(name))
        .map((name) => `${call.by} made ${name} ${now.get(name)}, where it had read ${read.get(name)}.`)
    })
}

/** The settings as the run knew them when it sent a call. */
function lastRead(calls: readonly Call[], update: Call): Settings | undefined {
  const told = calls
    .slice(0, calls.indexOf(update))
    .filter(({ method, by, arrivedAtMs, outcome }) => {
      return method === 'GetApp' && by !== 'other' && arrivedAtMs <= update.arrivedAtMs && outcome === 'OK'
    })
    .at(-1)
  return told && settingsIn(told)
}
