import type { Call, Evidence, Settings } from './evidence.ts'
import { replay } from './history.ts'
import { isGreen, isUnsettled } from './publish-promises.ts'
import {
  askedSettings,
  changedNames,
  lastChange,
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
export function leftChanged(evidence: Evidence, moments: readonly SettingsMoment[]): readonly string[] {
  const { before } = evidence
  const now = moments.at(-1)?.after
  if (!before.settings || !now) return []
  return changedNames(before.settings, now).filter((name) => {
    const last = lastChange(name, moments)
    return last !== undefined && last.call.by !== 'other' && !isCarried(name, last, evidence)
  })
}

/**
 * Whether a call only carried along what the run had read right before, and another run had changed it in between: there
 * is no lock, and neither can know. What the run asks for is its own.
 */
function isCarried(name: string, { call, after }: SettingsMoment, { plan, calls }: Evidence): boolean {
  const previous = ownCallsBefore(calls, call).findLast((each) => !isRefused(each, call))
  const read = previous?.method === 'GetApp' && previous.outcome === 'OK' ? settingsIn(previous) : undefined
  const value = namedSettings(after).get(name)
  return read !== undefined && namedSettings(read).get(name) === value && askedSettings(plan).get(name) !== value
}

/** The same call, which was sent again at once with another token. */
function isRefused({ method, outcome, answer }: Call, update: Call): boolean {
  return method === update.method && outcome === 'UNAUTHENTICATED' && answer === undefined
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
  const told = ownCallsBefore(calls, update).findLast(({ method, outcome }) => method === 'GetApp' && outcome === 'OK')
  return told && settingsIn(told)
}

/** What the run had sent, and had done, when it sent a call; in the order in which it sent them. */
function ownCallsBefore(calls: readonly Call[], call: Call): readonly Call[] {
  return calls
    .slice(0, calls.indexOf(call))
    .filter(({ by, arrivedAtMs }) => by !== 'other' && arrivedAtMs <= call.arrivedAtMs)
    .toSorted((one, other) => one.arrivedAtMs - other.arrivedAtMs)
}
