import type { Call, Claim, Deed, Live, RunEvidence } from './evidence-of-run.ts'
import type { Method } from './schedule.ts'

/** Gives what breaks the property, as sentences with the evidence in them. */
export type Property = (run: RunEvidence) => readonly string[]

/** How long a deed is looked for whose answer was lost; what shows later nobody could know. */
const SETTLE_MS = 59_000

export function isOwn({ by }: Deed): boolean {
  return by !== 'other'
}

/** Whether the effect of a call of this run came while it had to be looked for. */
export function isTimely({ calls }: RunEvidence, deed: Deed): boolean {
  const call = calls.find(({ seq }) => seq === deed.call)
  return call === undefined || deed.atMs <= (call.endMs ?? call.atMs) + SETTLE_MS
}

/** Whether the effect was there when the call was answered: who goes on after it has to reckon with it. */
function isPrompt({ calls }: RunEvidence, deed: Deed): boolean {
  const call = calls.find(({ seq }) => seq === deed.call)
  return call?.endSeq === undefined || deed.seq < call.endSeq
}

/** What this run's publishes made. */
export function ownPublishes(run: RunEvidence): readonly Deed[] {
  return run.deeds.filter(
    (deed) => deed.what === 'publishDraft' && deed.version !== undefined && !deed.isDouble && isTimely(run, deed)
  )
}

/** Those that anybody can still find: an app that another has deleted shows none. */
export function knowablePublishes(run: RunEvidence): readonly Deed[] {
  return otherDeeds(run, 'delete').length > 0 ? [] : ownPublishes(run)
}

export function publishCalls({ calls }: RunEvidence): readonly Call[] {
  return calls.filter(({ method }) => method === 'publishDraft')
}

export function otherDeeds({ deeds }: RunEvidence, ...what: readonly string[]): readonly Deed[] {
  return deeds.filter((deed) => deed.by === 'other' && what.includes(deed.what))
}

export function liveAt({ start, deeds }: RunEvidence, seq: number): Live {
  const last = deeds.findLast((deed) => deed.seq <= seq)
  return last ? last.after : start
}

type Change = Pick<Deed, 'before' | 'after'>

/** Each property asks again what a deed has changed. */
const known = new WeakMap<Change, readonly string[]>()

export function changedKeys(change: Change): readonly string[] {
  const { before, after } = change
  const keys = known.get(change) ?? Object.keys({ ...before, ...after }).filter((key) => before?.[key] !== after?.[key])
  known.set(change, keys)
  return keys
}

/** What a setting was before, really and as far as the run had seen. */
type OwnChange = { readonly was: readonly (string | undefined)[] }

/**
 * What of the live app this run has changed and left so: what another has changed since is the other's. An app that the run
 * has made is not live before it has a version.
 */
export function left(run: RunEvidence, upToSeq = Number.POSITIVE_INFINITY): ReadonlyMap<string, OwnChange> {
  const changes = new Map<string, OwnChange>()
  let isOwnApp = false
  for (const deed of run.deeds) {
    if (deed.seq > upToSeq) break
    if (!deed.before || !deed.after) {
      changes.clear()
      isOwnApp = deed.after !== undefined && isOwn(deed)
      continue
    }
    if (isOwn(deed) && !isTimely(run, deed)) continue
    const isNew = isOwnApp && deed.before['active'] === '0'
    if (deed.what === 'rollback' && isOwn(deed)) {
      // Where it goes to is looked at by itself.
      changes.delete('active')
      continue
    }
    for (const key of changedKeys(deed)) {
      const was = changes.get(key)?.was ?? [deed.before[key], liveAt(run, lookBefore(run, deed))?.[key]]
      if (!isOwn(deed) || was.includes(deed.after[key])) changes.delete(key)
      else if (!isNew || key === 'active') changes.set(key, { was })
    }
  }
  return changes
}

function lookBefore(run: RunEvidence, { seq, by }: Deed): number {
  return (by === 'other' ? undefined : lastLook(run, { seq, stage: by }, 'readApp')) ?? seq - 1
}

/** What comes between a look and the call right after it cannot be seen. */
export const MOMENT_MS = 100

/** Whether this run wrote over what another had set in the very moment, or while its call was on its way. */
export function isOverwrittenInTheMoment(run: RunEvidence, key: string): boolean {
  return run.deeds.some(
    (deed) =>
      isOwn(deed) &&
      changedKeys(deed).includes(key) &&
      run.deeds.some(
        (other) =>
          !isOwn(other) &&
          other.seq < deed.seq &&
          (other.atMs > deed.atMs - MOMENT_MS || other.seq > sentAt(run, deed)) &&
          changedKeys(other).includes(key)
      )
  )
}

/** When the call was sent that a deed is of. */
function sentAt({ calls }: RunEvidence, { call, what, seq }: Deed): number {
  return call ?? calls.findLast((each) => each.method === what && each.seq < seq)?.seq ?? seq
}

/** The same without the version: the settings, the environment, the schemas. */
export function leftSettings(run: RunEvidence, upToSeq?: number): readonly string[] {
  return [...left(run, upToSeq).keys()].filter((key) => key !== 'active')
}

type Speaker = Pick<Claim, 'seq' | 'stage'>

/** When the speaker last looked; undefined where it never did. */
export function lastLook({ calls }: RunEvidence, { seq, stage }: Speaker, reader: Method): number | undefined {
  const looks = calls.filter(
    (call) => call.stage === stage && call.method === reader && call.end === 'ok' && (call.endSeq ?? seq) < seq
  )
  return looks.length === 0 ? undefined : Math.max(...looks.map(({ doneSeq = 0 }) => doneSeq))
}

/**
 * What may honestly be called the present value: all that it was since the speaker last looked, or since this run itself
 * changed it; where it never looked, what it is.
 */
export function presentValues(run: RunEvidence, speaker: Speaker, valueIn: (live: Live) => string | undefined) {
  const look = lastLook(run, speaker, 'readApp') ?? speaker.seq
  const since = run.deeds.filter(({ seq }) => look < seq && seq < speaker.seq)
  const own = since.findLast(
    (deed) => isOwn(deed) && isPrompt(run, deed) && valueIn(deed.before) !== valueIn(deed.after)
  )
  const from = own?.seq ?? look
  return [
    valueIn(liveAt(run, from)),
    ...since.filter(({ seq }) => seq > from).map(({ after }) => valueIn(after))
  ] as const
}

export function activeOf(live: Live): string {
  return live?.['active'] ?? '0'
}

/** The last of each fact that was reported up to then. */
export function factsAt({ facts }: RunEvidence, seq = Number.POSITIVE_INFINITY) {
  return Object.assign({ changed: false }, ...facts.filter((each) => each.seq <= seq).map((each) => each.facts)) as {
    readonly changed: boolean | 'unknown'
    readonly publishedVersion?: number
    readonly activeVersion?: number
    readonly previousVersion?: number | 'unknown'
  }
}

/** Nothing that the platform shows tells this run’s version from another’s. */
export function isIndistinct(run: RunEvidence): boolean {
  const same = run.schedule.world.hasHashes ? [] : ['publish', 'save']
  return otherDeeds(run, 'publish-same', 'publish-slot', ...same).length > 0
}
