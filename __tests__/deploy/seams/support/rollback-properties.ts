import type { Call, Deed, RunEvidence } from './evidence-of-run.ts'
import { allSaid, saidNotRolledBack, saidOthers, saidRolledBack, saysFirst } from './sentences.ts'
import {
  activeOf,
  factsAt,
  isIndistinct,
  isTimely,
  lastLook,
  liveAt,
  otherDeeds,
  ownPublishes,
  presentValues
} from './truth.ts'

function rollbacks({ calls }: RunEvidence): readonly Call[] {
  return calls.filter(({ method }) => method === 'rollback')
}

/** What was active right before this run's publish took effect. */
export function previousOf(run: RunEvidence): string | undefined {
  const [publish] = ownPublishes(run)
  return publish && activeOf(publish.before)
}

/** In the round trip that is left, a person's rollback is shown by nothing that is read afterwards. */
function isHiddenRollback(run: RunEvidence): boolean {
  const [publish] = ownPublishes(run)
  const look = publish && lastLook(run, { seq: publish.seq, stage: 'main' }, 'readApp')
  return otherDeeds(run, 'rollback').some(({ seq }) => publish && seq > (look ?? 0) && seq < publish.seq)
}

export function previousVersionIsTrue(run: RunEvidence): readonly string[] {
  const previous = previousOf(run)
  const { publishedVersion, previousVersion = 0 } = factsAt(run)
  if (previous === undefined || publishedVersion === undefined || isIndistinct(run) || isHiddenRollback(run)) return []
  if (run.main.how === 'killed' || ownPublishes(run)[0]?.version !== publishedVersion) return []
  if (previousVersion === 'unknown' && run.main.how !== 'returned') return []
  return String(previousVersion) === previous
    ? []
    : [`previous_version is ${previousVersion}, and ${previous} was active right before the publish.`]
}

export function rollbackGoesToPrevious(run: RunEvidence): readonly string[] {
  if (isIndistinct(run) || isHiddenRollback(run)) return []
  const made = run.deeds.filter(({ what, version }) => what === 'publishDraft' && version !== undefined)
  return rollbacks(run).flatMap(({ argument, seq }) => {
    const previous = made.filter((publish) => publish.seq < seq).map(({ before }) => activeOf(before))
    return previous.includes(String(argument))
      ? []
      : [`Rolled back to ${argument}, and ${previous.join(' or ') || 'nothing'} was active before the publish.`]
  })
}

export function rollbackIsOfOurs(run: RunEvidence): readonly string[] {
  if (isIndistinct(run)) return []
  const own = run.deeds.filter(({ what }) => what === 'publishDraft').map(({ version }) => String(version))
  const { onFailure, onCancel } = policyOf(run)
  const unasked = rollbacks(run)
    .filter(({ stage }) => (stage === 'main' ? !onFailure : !(onFailure || onCancel)))
    .map(({ stage }) => `${stage} rolled back, and that was not asked for.`)
  return [
    ...unasked,
    ...rollbacks(run).flatMap(({ seq, stage }) => {
      const values = presentValues(run, { seq, stage }, activeOf)
      return values.some((active) => own.includes(active ?? ''))
        ? []
        : [`Rolled back while version ${values.join(' or ')} was active, which is not this run’s.`]
    })
  ]
}

/** A call that was taken is waited for; one whose answer was lost may be sent again, since it names its target. */
export function rollbackSentAgainOnlyWhenLost(run: RunEvidence): readonly string[] {
  return (['main', 'post'] as const).flatMap((stage) => {
    const sent = rollbacks(run).filter((call) => call.stage === stage)
    return sent.slice(1).flatMap((again, index) => {
      const earlier = sent[index]
      return earlier?.end === 'ambiguous'
        ? []
        : [
            `Rollback ${again.nth} was sent ${again.atMs - (earlier?.endMs ?? 0)} ms after one that ended ${earlier?.end}.`
          ]
    })
  })
}

/** Main goes back by itself only from a version that was seen not to come up. */
export function onlyDeadGoesBack(run: RunEvidence): readonly string[] {
  const byMain = rollbacks(run).filter(({ stage }) => stage === 'main')
  return run.schedule.world.isDead ? [] : byMain.map(() => 'Main rolled back a version that came up.')
}

/** Green is only what came up, unless the platform did not tell, or the version was another run’s. */
export function greenMeansUp(run: RunEvidence): readonly string[] {
  const { main, schedule } = run
  const isGreen = main.outcome?.reason === 'ok' || main.outcome?.reason === 'recovered'
  if (!isGreen || !schedule.world.isDead) return []
  const looks = run.calls.filter(({ stage, method }) => stage === 'main' && LOOKS.includes(method))
  const [publish] = ownPublishes(run)
  const last = looks.at(-1)
  const isReplaced = publish && activeOf(liveAt(run, last?.doneSeq ?? main.seq)) !== String(publish.version)
  if (isReplaced || last?.end !== 'ok' || publish?.content !== run.ownContent) return []
  return ['The version that was published does not come up, and the run is green.']
}

const LOOKS: readonly string[] = ['readCondition', 'readExecution', 'testVersion']

export function rollbackRefusedIsTrue(run: RunEvidence): readonly string[] {
  return run.claims.flatMap((claim) => {
    return saidNotRolledBack(claim.text)
      .filter((target) => {
        return run.deeds.some(
          (deed) =>
            deed.what === 'rollback' &&
            deed.by === claim.stage &&
            activeOf(deed.after) === target &&
            isTimely(run, deed)
        )
      })
      .map((target) => `Version ${target} was made active, and it is said: ${claim.text}`)
  })
}

/** Made, and active for a moment at least: what others do after it is not looked for. */
export function rolledBackIsTrue(run: RunEvidence): readonly string[] {
  return run.claims.flatMap((claim) =>
    saidRolledBack(claim.text)
      .filter((target) => !run.deeds.some((deed) => isRollbackTo(deed, target) && deed.seq < claim.seq))
      .map(() => `Nobody rolled back: ${claim.text}`)
  )
}

/** Post’s own, or a person’s in the same moment: after an answer that was lost, nobody can tell. */
function isRollbackTo({ what, after }: Deed, target: string): boolean {
  return what === 'rollback' && activeOf(after) === target
}

export function othersActiveIsTrue(run: RunEvidence): readonly string[] {
  if (isIndistinct(run)) return []
  return run.claims.flatMap((claim) =>
    saidOthers(claim.text).flatMap((version) => {
      const values = presentValues(run, claim, activeOf)
      const made = run.deeds.findLast(
        ({ seq, before, after }) => seq < claim.seq && activeOf(after) === version && activeOf(before) !== version
      )
      // Of this run's own, one that was given up and came later is told from another's by nobody.
      const isForeign = made && (made.by === 'other' || made.isDouble || !isTimely(run, made))
      return values.includes(version) && isForeign ? [] : [`Not another run’s, or not active: ${claim.text}`]
    })
  )
}

export function firstVersionIsTrue(run: RunEvidence): readonly string[] {
  const previous = previousOf(run)
  if (previous === undefined || previous === '0' || isIndistinct(run)) return []
  return run.claims
    .filter(({ text }) => saysFirst(text))
    .map(({ text }) => `Version ${previous} was active before: ${text}`)
}

/** A rollback that was asked for and is safe is made, or post is red, or says why not. */
export function askedRollbackIsMade(run: RunEvidence): readonly string[] {
  const { main, post } = run
  if (!isAsked(run) || isIndistinct(run) || main.failure?.reason === 'draft_conflict' || main.failure?.isFullDisk)
    return []
  const [publish] = ownPublishes(run)
  const endSeq = post?.seq ?? main.seq
  if (!publish || activeOf(liveAt(run, endSeq)) !== String(publish.version) || previousOf(run) === '0') return []
  if (post?.how === 'failed' || /left alone|not rolled back|none to roll back/.test(allSaid(run))) return []
  return [`A rollback was asked for, version ${publish.version} stays active, and nobody says why.`]
}

function isAsked(run: RunEvidence): boolean {
  const { how } = run.main
  const { later } = run.schedule
  const { onFailure, onCancel } = policyOf(run)
  const isCancelled =
    how === 'returned'
      ? later === 'cancelled'
      : run.stopped?.reason === 'cancelled' || (how === 'killed' && later === 'cancelled')
  const isFailed = how === 'returned' ? later === 'failure' : !isCancelled
  return (isCancelled && onCancel) || (isFailed && onFailure)
}

function policyOf({ schedule: { plan } }: RunEvidence) {
  return { onFailure: plan.rollback === 'on-failure', onCancel: plan.rollback === 'on-cancel' }
}

/** A build whose cancelling was answered is settled, whatever a look after it says. */
export function notSettledIsTrue({ post, calls }: RunEvidence): readonly string[] {
  if (!post?.failure || post.failure.reason === 'rollback_refused') return []
  return calls
    .filter(({ method, stage, end }) => method === 'cancelBuild' && stage === 'post' && end === 'ok')
    .map(({ argument }) => `${argument} was cancelled, and post says that it was not settled.`)
}
