import type { Call, RunEvidence } from './evidence-of-run.ts'
import { allSaid, labelOf, saidKept, saidPutBack } from './sentences.ts'
import {
  activeOf,
  changedKeys,
  factsAt,
  isOverwrittenInTheMoment,
  isOwn,
  isTimely,
  lastLook,
  left,
  leftSettings,
  liveAt,
  MOMENT_MS,
  otherDeeds,
  ownPublishes,
  presentValues
} from './truth.ts'

export function changedIsTrue(run: RunEvidence): readonly string[] {
  const { changed } = factsAt(run)
  if (run.main.how === 'killed' || run.main.how === 'hung' || changed === 'unknown') return []
  const untilPost = run.deeds.filter(({ by }) => by !== 'post')
  const keys = [...left({ ...run, deeds: untilPost }).keys()].filter((key) => !isOverwrittenInTheMoment(run, key))
  if (changed === false) return keys.length > 0 ? [`changed is false, and this run changed ${keys.join(', ')}.`] : []
  const isAdopted = factsAt(run).publishedVersion !== undefined
  return keys.length > 0 || isAdopted || untilPost.some((deed) => isOwn(deed) && changedKeys(deed).length > 0)
    ? []
    : ['changed is true, and this run changed nothing.']
}

export function putBackIsTrue(run: RunEvidence): readonly string[] {
  if (isTooLate(run)) return []
  return run.claims.flatMap((claim) => {
    const now = leftSettings(run, claim.seq)
    const seen = leftSettings(run, lastLook(run, claim, 'readApp') ?? claim.seq)
    return saidPutBack(claim.text).flatMap((key) => {
      if (now.includes(key) && seen.includes(key) && !isOverwrittenInTheMoment(run, key))
        return [`${key} still has this run’s value: ${claim.text}`]
      const wasChanged = run.deeds.some((deed) => deed.by === 'main' && changedKeys(deed).includes(key))
      return wasChanged ? [] : [`This run never changed ${key}: ${claim.text}`]
    })
  })
}

export function keptIsTrue(run: RunEvidence): readonly string[] {
  if (isTooLate(run)) return []
  return run.claims.flatMap((claim) => {
    if (liveAt(run, claim.seq) === undefined) return []
    const since = lastLook(run, claim, 'readApp') ?? claim.seq
    const honest = new Set([...leftSettings(run, claim.seq), ...leftSettings(run, since)])
    return saidKept(claim.text)
      .filter((key) => !honest.has(key))
      .map((key) => `${key} has not this run’s value: ${claim.text}`)
  })
}

/** A change of settings that shows when nobody looks any more: what is said meanwhile cannot know of it. */
function isTooLate(run: RunEvidence): boolean {
  return run.deeds.some((deed) => deed.what === 'updateSettings' && isOwn(deed) && !isTimely(run, deed))
}

/** An update that sends an old value where the plan wants another. */
function backKeys({ argument }: Call, { start, wanted }: RunEvidence): readonly string[] {
  const sent = flat(argument as Readonly<Record<string, unknown>>)
  return Object.keys(sent).filter((key) => key in wanted && sent[key] === start?.[key] && sent[key] !== wanted[key])
}

function flat({ env = {}, ...rest }: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const variables = Object.entries(env as Readonly<Record<string, string>>).map(([name, value]) => [
    `env.${name}`,
    value
  ])
  return Object.fromEntries([
    ...variables,
    ...Object.entries(rest).map(([name, value]) => [name, JSON.stringify(value)])
  ])
}

/** Put back is only what this run changed, and only while it still has this run’s value. */
export function putBackIsSafe(run: RunEvidence): readonly string[] {
  if (isTooLate(run) || otherDeeds(run, 'delete').length > 0) return []
  return settingsUpdates(run).flatMap((call) => {
    const since = lastLook(run, call, 'readApp') ?? call.seq
    const ours = new Set([...leftSettings(run, call.seq), ...leftSettings(run, since)])
    return backKeys(call, run)
      .filter((key) => !ours.has(key) && !isAlreadyThere(run, call, key))
      .map((key) => `${call.stage} sent back ${key}, which had not this run’s value.`)
  })
}

function settingsUpdates({ calls }: RunEvidence): readonly Call[] {
  return calls.filter(({ method }) => method === 'updateSettings')
}

/** An environment is sent whole: what does not change by it is not put back. */
function isAlreadyThere(run: RunEvidence, call: Call, key: string): boolean {
  const values = presentValues(run, call, (live) => live?.[key])
  return key.startsWith('env.') && values.some((value) => value === run.start?.[key])
}

/** What another set, and the plan does not name, is left alone; what came in the moment of the call cannot be. */
export function othersSettingsAreKept(run: RunEvidence): readonly string[] {
  return settingsUpdates(run).flatMap((call) => {
    const deed = run.deeds.find((each) => each.call === call.seq && !each.isDouble)
    const ours = leftSettings(run, (deed?.seq ?? 0) - 1)
    const sudden = run.deeds
      .filter(({ by, atMs }) => by === 'other' && atMs > call.atMs - MOMENT_MS)
      .flatMap(changedKeys)
    return changedKeys(deed ?? NOTHING)
      .filter((key) => !isAsked(run, key) && !ours.includes(key) && !sudden.includes(key))
      .map(
        (key) => `${call.stage} changed ${key} from ${deed?.before?.[key]} to ${deed?.after?.[key]}: it is not its own.`
      )
  })
}

const NOTHING = { before: undefined, after: undefined }

/** `overwrite` names the whole environment. */
function isAsked({ schedule: { plan }, wanted }: RunEvidence, key: string): boolean {
  const isWhole = plan.strategy === 'overwrite' && Object.keys(wanted).some((name) => name.startsWith('env.'))
  return key in wanted || (isWhole && key.startsWith('env.'))
}

/** What a version was published with stays with it while it is live. */
export function settingsStayWithVersion(run: RunEvidence): readonly string[] {
  if (isTooLate(run)) return []
  const own = ownPublishes(run)
  return run.deeds
    .filter((deed) => isOwn(deed) && deed.what === 'updateSettings')
    .filter(({ before, seq }) => own.some((made) => made.seq < seq && String(made.version) === activeOf(before)))
    .flatMap((deed) => {
      const keys = changedKeys(deed).filter((key) => key in run.wanted && deed.after?.[key] === run.start?.[key])
      return keys.map((key) => `${deed.by} took ${key} back while version ${activeOf(deed.before)} is live.`)
    })
}

/** Promise: nothing live changes before the tests have passed but added names of the environment. */
export function nothingLiveBeforeTests(run: RunEvidence): readonly string[] {
  const { schedule, testsPassedSeq = Number.POSITIVE_INFINITY, start } = run
  if (schedule.plan.tests === 'none' || !start) return []
  return run.deeds
    .filter(({ by, seq, before, after }) => by === 'main' && seq < testsPassedSeq && before && after)
    .flatMap((deed) => {
      const keys = changedKeys(deed).filter(
        (key) => deed.after?.[key] !== start[key] && !(key.startsWith('env.') && deed.before?.[key] === undefined)
      )
      return keys.map((key) => `${deed.what} changed ${key} before the tests had passed.`)
    })
}

/** Only what this run set and reads back otherwise is an error of the settings. */
export function settingsFailedIsTrue(run: RunEvidence): readonly string[] {
  const { failure, seq } = run.main
  if (failure?.reason !== 'settings_failed' || failure.call !== undefined) return []
  // Who overwrites asks for the names of others to be gone.
  if (run.schedule.plan.strategy === 'overwrite' && otherDeeds(run, 'env-added').length > 0) return []
  const update = run.calls.findLast(({ method, stage, end, argument }) => {
    const sent = flat((argument ?? {}) as Readonly<Record<string, unknown>>)
    const isWanted = Object.keys(sent).some((key) => key in run.wanted && sent[key] === run.wanted[key])
    return method === 'updateSettings' && stage === 'main' && end === 'ok' && isWanted
  })
  const look = run.calls.findLast(
    (call) => call.method === 'readApp' && call.end === 'ok' && call.seq > (update?.seq ?? seq)
  )
  if (!update || !look) return []
  const sent = flat(update.argument as Readonly<Record<string, unknown>>)
  const asked = Object.keys(run.wanted).filter((key) => key in sent || run.wanted[key] === undefined)
  const isWrong = asked.some((key) => {
    const values = presentValues(run, { seq, stage: 'main' }, (live) => live?.[key])
    return values.some((value) => value !== run.wanted[key])
  })
  return isWrong ? [] : ['settings_failed, and all that this run asked for is as it was asked.']
}

/** What was on its way when the run was stopped, and came after post had looked, is known to nobody. */
function lastChance(run: RunEvidence): number | undefined {
  return run.stopped && run.post && lastLook(run, { seq: run.post.seq, stage: 'post' }, 'readApp')
}

/** Where nothing of this run is live at the end, its settings are old, or it is said that they are not. */
export function settingsAreOldOrSaid(run: RunEvidence): readonly string[] {
  const { main, post } = run
  if (main.how === 'returned' && run.schedule.later === 'success') return []
  if (post?.how === 'failed' || main.failure?.isFullDisk || run.ledger.length === 0) return []
  if (otherDeeds(run, 'env-added').length > 0) return []
  const endSeq = post?.seq ?? main.seq
  const active = activeOf(run.deeds.findLast(({ seq }) => seq <= endSeq)?.after)
  if (ownPublishes(run).some(({ version }) => String(version) === active)) return []
  if (ownPublishes(run).length > 0 && !run.deeds.some(({ what, by }) => what === 'rollback' && by === 'post')) return []
  const said = allSaid(run)
  const known = leftSettings(run, lastChance(run))
  return leftSettings(run)
    .filter((key) => known.includes(key))
    .filter((key) => !said.includes(labelOf(key)))
    .map((key) => `${key} stayed changed, and nothing says so.`)
}
