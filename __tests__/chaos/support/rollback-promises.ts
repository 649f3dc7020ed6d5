import type { Evidence, Settings } from './evidence.ts'
import { previousOf, replay } from './history.ts'
import { isGreen, isUnsettled, twinsOf } from './publish-promises.ts'

/** Promise 4: only when asked, only to the version before, only from the version of this run. */
export function rollbackIsSafe(evidence: Evidence): readonly string[] {
  const { calls } = evidence
  const previous = previousOf(calls)
  const history = replay(calls)
  const own = history.versions.filter(({ by }) => by !== 'other').map(({ number }) => number)
  const adopted = Number(evidence.main.outputs['published_version'] ?? 0)
  return history.moments
    .filter(({ call }) => call.method === 'RollbackApp' && call.by !== 'other')
    .flatMap(({ call, activeBefore }) => {
      const problems: string[] = []
      if (!isRollbackAsked(evidence)) problems.push('RollbackApp was called, and no rollback was asked for.')
      if (call.by === 'main') problems.push('Main called RollbackApp.')
      const target = Number(call.request['version'])
      if (target !== previous) problems.push(`Rolled back to version ${target}, but ${previous} was active before.`)
      if (call.answer && ![...own, adopted, previous].includes(activeBefore)) {
        problems.push(`Rolled back while version ${activeBefore} was active, which is not this run’s.`)
      }
      return problems
    })
}

/** A rollback that was asked for and is safe is made, or the job is red, or post says why not. */
export function askedRollbackIsMade(evidence: Evidence): readonly string[] {
  const { after, calls, main, post } = evidence
  // What turned out to be another run's code is left to that run, and main has said so.
  if (main.outputs['reason_code'] === 'draft_conflict') return []
  const previous = previousOf(calls)
  const active = replay(calls).versions.find(({ number }) => number === after.activeVersion)
  const isOurs = active && active.by !== 'other' && twinsOf(active, evidence).every(({ by }) => by !== 'other')
  if (!isRollbackAsked(evidence) || previous === 0 || !isOurs || post.exitCode !== 0 || isUnsettled(post)) return []
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

const LABELS: Readonly<Record<string, string>> = {
  resource_tier: 'tier',
  health_path: 'health-path',
  ports: 'ports',
  allow_unauthenticated: 'allow-unauthenticated'
}

/** Green has the settings that were asked for; where nothing stays published, what stayed changed is said. */
export function settingsAreOldOrSaid(evidence: Evidence): readonly string[] {
  const { before, after, main, post, calls } = evidence
  if (!before.settings || !after.settings) return []
  const changed = changedNames(before.settings, after.settings)
  const isRolledBack = calls.some(({ method, by, answer }) => method === 'RollbackApp' && by === 'post' && answer)
  if (isGreen(main) && !isRolledBack) {
    return missingNames(evidence, changed).map((name) => `Green, but ${name} was asked for and did not change.`)
  }
  const isPublished = replay(calls).versions.some(({ by }) => by !== 'other')
  if (isUnsettled(post) || (isPublished && !isRolledBack)) return []
  const said = [...main.annotations, ...post.annotations].map(({ message }) => message).join('\n')
  return changed.filter((name) => !said.includes(name)).map((name) => `${name} stayed changed, and nothing says so.`)
}

/** As the action names them: inputs, and variables of the environment. */
function changedNames(before: Settings, after: Settings): readonly string[] {
  const names = new Set([...Object.keys(before.env), ...Object.keys(after.env)])
  const variables = [...names].filter((name) => before.env[name] !== after.env[name])
  const others = Object.keys(LABELS).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  return [...variables, ...others.map((key) => LABELS[key] ?? key)]
}

/** Every setting that a plan asks for differs from what the app was prepared with. */
function missingNames({ plan }: Evidence, changed: readonly string[]): readonly string[] {
  const labels = Object.values(LABELS).filter((label) => label in plan.inputs)
  const variables = (plan.inputs['env'] ?? '').split('\n').flatMap((line) => line.split('=')[0] || [])
  return [...labels, ...variables].filter((name) => !changed.includes(name))
}
