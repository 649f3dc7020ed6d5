import type { Call, Deed, RunEvidence } from './evidence-of-run.ts'
import { MAIN_MS, POST_MS } from './limits.ts'
import type { Method } from './schedule.ts'
import { claimsWith, saysUnknown } from './sentences.ts'
import {
  activeOf,
  changedKeys,
  factsAt,
  isTimely,
  knowablePublishes,
  liveAt,
  otherDeeds,
  ownPublishes,
  type Property,
  presentValues,
  publishCalls
} from './truth.ts'

/** How long a stage may go on after it was told to stop. */
const LAST_WORDS_MS = 6_000
const STOPPED: readonly string[] = ['cancelled', 'timed_out']

export function noInternalError({ main, post }: RunEvidence): readonly string[] {
  const failures = [main.failure, post?.failure].filter((failure) => failure !== undefined)
  return failures
    .filter(
      ({ isExpected, isFullDisk, message }) => (!isExpected && !isFullDisk) || message.includes('a bug in the action')
    )
    .map(({ message }) => `A bug in the action: ${message}`)
}

export function nothingAfterTheEnd({ afterEnd, calls }: RunEvidence): readonly string[] {
  const late = calls.filter(({ isAfterEnd }) => isAfterEnd).map(({ stage, method }) => `${stage} calls ${method}`)
  return [...new Set([...afterEnd, ...late])].map((what) => `After its end, ${what}.`)
}

export function endsInTime({ main, post, stopped }: RunEvidence): readonly string[] {
  const problems: string[] = []
  const limitMs = stopped ? stopped.atMs + LAST_WORDS_MS : MAIN_MS + LAST_WORDS_MS
  if (main.how === 'hung' || post?.how === 'hung') problems.push('It never ends.')
  if (main.how !== 'hung' && main.atMs > limitMs) problems.push(`Main ended ${main.atMs - limitMs} ms too late.`)
  if (post && post.atMs > post.startedAtMs + POST_MS + LAST_WORDS_MS) problems.push('Post took too long.')
  return problems
}

export function stopIsTrue({ main, stopped }: RunEvidence): readonly string[] {
  const reason = main.failure?.reason ?? ''
  return STOPPED.includes(reason) && stopped?.reason !== reason ? [`Nobody stopped the run: ${reason}.`] : []
}

export function recoveredIsTrue(run: RunEvidence): readonly string[] {
  const reason = run.main.outcome?.reason
  const last = publishCalls(run).at(-1)
  const isAnswered = last?.end === 'ok' && last.answer !== undefined
  if (reason === 'recovered' && isAnswered) return ['recovered, and the publish was answered with its number.']
  return reason === 'ok' && !isAnswered ? ['ok, and no publish was answered with its number.'] : []
}

export function supersededIsTrue(run: RunEvidence): readonly string[] {
  const { outcome, seq } = run.main
  if (!outcome) return []
  const { publishedVersion = 0 } = factsAt(run)
  const values = presentValues(run, { seq, stage: 'main' }, activeOf)
  const isNewer = (active: string) => Number(active) > publishedVersion
  if (outcome.reason === 'superseded')
    return values.some((each) => isNewer(each ?? '')) ? [] : ['Nothing superseded it.']
  return values.every((each) => isNewer(each ?? '')) ? [`${outcome.reason}, and version ${values} is active.`] : []
}

/** Not known is only what was looked for in vain for the whole time, or could not be read. */
export function publishUnknownIsTrue(run: RunEvidence): readonly string[] {
  const { failure, seq, atMs } = run.main
  if (failure?.reason !== 'publish_unknown' || run.stopped || atMs > MAIN_MS - LAST_WORDS_MS) return []
  const sent = publishCalls(run).findLast(({ end }) => end === 'ambiguous' || end === 'ok')
  const problems: string[] = []
  const lookedMs = atMs - (sent?.endMs ?? 0)
  if (sent && lookedMs < 55_000) problems.push(`It was looked for ${lookedMs} ms only.`)
  const look = run.calls.findLast(
    ({ method, end, stage }) => method === 'readVersions' && end === 'ok' && stage === 'main'
  )
  const seen = ownPublishes(run).filter((made) => made.seq < (look?.doneSeq ?? 0) && made.seq < seq)
  const canTell = run.schedule.world.hasHashes && otherDeeds(run, 'publish-same', 'delete').length === 0
  if (canTell) problems.push(...seen.map(({ version, content }) => `Version ${version} of ${content} was seen.`))
  return content(run) ? problems : []
}

/** A version of ours that holds another's draft is told from nobody's. */
function content(run: RunEvidence): boolean {
  return ownPublishes(run).every((made) => made.content === run.ownContent)
}

export function draftConflictIsTrue(run: RunEvidence): readonly string[] {
  const { failure, seq } = run.main
  if (failure?.reason !== 'draft_conflict') return []
  const saved = run.calls.find(({ method }) => method === 'saveDraft')?.seq ?? seq
  const others = otherDeeds(run, 'save', 'publish', 'publish-same', 'publish-slot', 'delete')
  return others.some((deed) => deed.seq > saved && deed.seq < seq)
    ? []
    : [`Nobody else touched the draft: ${failure.message}`]
}

/** After a publish whose answer was lost, what stops a second one leaves it unknown. */
export function lostPublishEndsUnknown(run: RunEvidence): readonly string[] {
  const { failure } = run.main
  const isLost = publishCalls(run).some(({ end }) => end === 'ambiguous')
  if (!failure || !isLost || ownPublishes(run).length > 0 || failure.isFullDisk) return []
  if (factsAt(run).publishedVersion !== undefined || otherDeeds(run, 'delete').length > 0) return []
  return failure.reason === 'publish_unknown' || STOPPED.includes(failure.reason)
    ? []
    : [`A publish was lost and never found, and the reason is ${failure.reason}.`]
}

/** A publish that was sent and never found is told as such, whatever ended the run. */
export function openPublishIsSaid(run: RunEvidence): readonly string[] {
  const { main } = run
  if (main.how !== 'failed' || main.failure?.isFullDisk || factsAt(run).publishedVersion !== undefined) return []
  const isOpen = publishCalls(run).some(({ end }) => end === 'ambiguous' || end === 'ok')
  const isSaid = claimsWith(run, saysUnknown).some(({ stage }) => stage === 'main')
  return isOpen && !isSaid ? [`A publish was sent and never found, and main does not say so.`] : []
}

export function failureKnowsOfPublish(run: RunEvidence): readonly string[] {
  const { failure, seq } = run.main
  if (!failure || failure.isFullDisk || factsAt(run).publishedVersion !== undefined) return []
  const made = knowablePublishes(run).filter((deed) => deed.seq < seq)
  return made.length === 0 || [...STOPPED, 'publish_unknown'].includes(failure.reason)
    ? []
    : [`The run made version ${made[0]?.version}, and failed with ${failure.reason}: ${failure.message}`]
}

const READERS: Partial<Readonly<Record<Method, Method>>> = {
  createApp: 'readApp',
  updateSettings: 'readApp',
  saveDraft: 'readDraft',
  createBuild: 'readBuilds',
  rollback: 'readApp',
  cancelBuild: 'readBuild'
}

/** An error of a call that changes something is the end only where a look after it did not show the effect, or failed. */
export function effectIsLookedFor(method: Method): Property {
  return (run) =>
    [run.main, run.post].flatMap((stage) => {
      const call = run.calls.find(({ seq }) => seq === stage?.failure?.call)
      if (!stage || call?.method !== method || call.end === 'stopped' || run.stopped) return []
      const deed = run.deeds.find((each) => each.call === call.seq && each.seq < stage.seq && isTimely(run, each))
      return deed && !isExcused(run, call, deed)
        ? [`${method} was done, and is told as: ${stage.failure?.message}`]
        : []
    })
}

/** Whose a draft is cannot be read, so that one has only to be looked at. */
function isExcused(run: RunEvidence, { seq, stage, method }: Call, deed: Deed): boolean {
  const looks = run.calls.filter((each) => each.stage === stage && each.method === READERS[method] && each.seq > seq)
  const seen = looks.findLast(({ end }) => end === 'ok')
  if (!seen || method === 'saveDraft') return looks.length > 0
  const since = run.deeds.filter(({ by, seq: at }) => by === 'other' && at > deed.seq && at < (seen.doneSeq ?? 0))
  const others = since.flatMap(changedKeys)
  return changedKeys(deed).some((key) => others.includes(key))
}

/** An app that somebody made in the meantime is there to be used. */
export function madeAppIsUsed(run: RunEvidence): readonly string[] {
  const { failure, seq } = run.main
  const call = run.calls.find((each) => each.seq === failure?.call)
  const isThere = liveAt(run, seq) !== undefined
  return call?.method === 'createApp' && isThere && failure?.message.includes('ALREADY_EXISTS')
    ? [`The app is there: ${failure.message}`]
    : []
}
