import type { Call, Evidence } from './evidence.ts'
import { activeBefore, activeIn, type History, replay } from './history.ts'
import { isUnsettled, twinsOf } from './publish-promises.ts'

/** Promise 4: only when asked, only from the version of this run, only to the one that was active right before it. */
export function rollbackIsSafe(evidence: Evidence): readonly string[] {
  const history = replay(evidence.calls)
  const own = history.versions.filter(({ by }) => by !== 'other').map(({ number }) => number)
  const adopted = Number(evidence.main.outputs['published_version'] ?? 0)
  return history.moments
    .filter(({ call }) => call.method === 'RollbackApp' && call.by !== 'other')
    .flatMap(({ call, activeBefore: undone }) => {
      const problems: string[] = []
      if (!isRollbackAsked(evidence)) problems.push('RollbackApp was called, and no rollback was asked for.')
      if (call.by === 'main') problems.push('Main called RollbackApp.')
      const target = Number(call.request['version'])
      const previous = targets(own, history)
      if (!previous.includes(target)) {
        problems.push(`Rolled back to version ${target}, but ${previous.join(' or ')} was active right before.`)
      }
      const isSeen = own.includes(lastToldActive(evidence.calls, call))
      if (call.answer && !isSeen && ![...own, adopted, target].includes(undone)) {
        problems.push(`Rolled back while version ${undone} was active, which is not this run’s.`)
      }
      return problems
    })
}

/** The active version as the stage read it last: another run may still publish within the round trip that is left. */
function lastToldActive(calls: readonly Call[], rollback: Call): number {
  const before = calls.slice(0, calls.indexOf(rollback))
  return activeIn(
    before.findLast(({ method, by, outcome }) => method === 'GetApp' && by === rollback.by && outcome === 'OK')
  )
}

/** What was active right before each version that the run made. */
function targets(own: readonly number[], history: History): readonly number[] {
  return own.map((version) => activeBefore(version, history))
}

/** A rollback that was asked for and is safe is made, or the job is red, or post says why not. */
export function askedRollbackIsMade(evidence: Evidence): readonly string[] {
  const { after, calls, main, post } = evidence
  // What turned out to be another run's code is left to that run, and main has said so.
  if (main.outputs['reason_code'] === 'draft_conflict') return []
  const history = replay(calls)
  const active = history.versions.find(({ number }) => number === after.activeVersion)
  const isOurs = active && active.by !== 'other' && twinsOf(active, evidence).every(({ by }) => by !== 'other')
  if (!isRollbackAsked(evidence) || !isOurs || post.exitCode !== 0 || isUnsettled(post)) return []
  if (activeBefore(active.number, history) === 0) return []
  return [`A rollback was asked for, version ${after.activeVersion} is active, and post is green.`]
}

/** What post says it did is what happened. */
export function saidRollbackHappened({ calls, post }: Evidence): readonly string[] {
  const [, said] = /Rolled back: version (\d+)/.exec(post.log) ?? []
  if (said === undefined) return []
  const rolled = calls.some(({ method, by, answer, request }) => {
    return method === 'RollbackApp' && by === 'post' && answer && Number(request['version']) === Number(said)
  })
  return rolled ? [] : [`Post says that version ${said} was made active again, and it was not.`]
}

export function isRollbackAsked({ jobStatus, plan }: Evidence): boolean {
  const { inputs } = plan
  if (jobStatus === 'failure') return inputs['rollback-on-failure'] === 'true'
  return jobStatus === 'cancelled' && inputs['rollback-on-cancel'] === 'true'
}
