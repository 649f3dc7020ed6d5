import type { ReasonCode } from '../../../src/model/outcome.ts'
import type { Evidence, Stage } from './evidence.ts'
import { isRollbackAsked } from './rollback-promises.ts'

const GOOD_REASONS: readonly string[] = ['ok', 'recovered', 'superseded'] satisfies ReasonCode[]
/** All that a failed deploy may end with; a bug of ours is none of them. */
const BAD_REASONS: readonly string[] = [
  'app_missing',
  'auth_failed',
  'build_failed',
  'cancelled',
  'compile_failed',
  'draft_conflict',
  'permission_denied',
  'platform_unavailable',
  'publish_failed',
  'publish_unknown',
  'settings_failed',
  'source_error',
  'test_failed',
  'timed_out',
  'unsupported_server',
  'verify_failed'
] satisfies ReasonCode[]

/** The runner's own word on a step that it stopped. */
const OF_THE_RUNNER = 'The operation was canceled.'

const DEATHS: Readonly<Record<number, string>> = { 130: 'SIGINT', 137: 'SIGKILL', 143: 'SIGTERM' }

/** How long past its limit a run may take on a machine that is shared. */
const LATENESS_MS = 30_000
const POST_LIMIT_MS = 4 * 60_000
/** A second for the process, and four for a machine that is shared: a log that holds it does so for much longer. */
const LINGER_MS = 5_000

/** Exit code, status, reason and red lines say the same. */
export function endIsWellSaid(evidence: Evidence): readonly string[] {
  const { main } = evidence
  const { status, reason_code: reason = '' } = main.outputs
  const errors = errorsOf(main)
  if (DEATHS[main.exitCode ?? 0]) return killedOnlyBySignal(evidence)
  if (main.exitCode === 0) {
    const isGood = status === 'published' && GOOD_REASONS.includes(reason) && errors.length === 0
    return isGood ? [] : [`Exit 0 with status ${status}, reason ${reason} and ${errors.length} errors.`]
  }
  const isBad = main.exitCode === 1 && status === 'failed' && BAD_REASONS.includes(reason) && errors.length === 1
  return isBad
    ? []
    : [`Exit ${main.exitCode} with status ${status}, reason ${reason} and the errors ${JSON.stringify(errors)}.`]
}

/**
 * Before it listens to signals main is as mortal as any process; it has done nothing then. In its last moments, when Node no
 * longer listens for it, it is again; it has said everything then.
 */
function killedOnlyBySignal({ main, plan, signalledAtMs, calls }: Evidence): readonly string[] {
  const how = plan.interruption?.how
  if (signalledAtMs === undefined || how === undefined) return [`Exit ${main.exitCode}, and nobody sent a signal.`]
  // Where the runner had to, promise 3 is broken.
  if (main.exitCode === 137) return []
  const done = calls.filter(({ by }) => by === 'main')
  if (main.outputs['result']) return []
  return done.length === 0 ? [] : [`${how} killed main after ${done.length} calls.`]
}

/** Post is red only where a rollback was asked for; one red line says why. */
export function postIsRarelyRed(evidence: Evidence): readonly string[] {
  const { post } = evidence
  const errors = errorsOf(post)
  if (post.exitCode === 0) return errors.length === 0 ? [] : [`Post is green and shows ${JSON.stringify(errors)}.`]
  if (!isRollbackAsked(evidence)) return [`Post ended with ${post.exitCode}, and no rollback was asked for.`]
  return errors.length === 1 ? [] : [`Post ended with ${post.exitCode} and ${errors.length} errors.`]
}

/** Neither stage outlives what it was given. */
export function endsInTime({ main, post, plan }: Evidence): readonly string[] {
  const limits = [
    { name: 'Main', stage: main, limitMs: Number(plan.inputs['timeout-minutes']) * 60_000 },
    { name: 'Post', stage: post, limitMs: POST_LIMIT_MS }
  ]
  return limits
    .map(({ name, stage, limitMs }) => ({ name, ms: stage.endedAtMs - stage.startedAtMs, limitMs }))
    .filter(({ ms, limitMs }) => ms > limitMs + LATENESS_MS)
    .map(({ name, ms }) => `${name} took ${Math.round(ms / 1000)} s.`)
}

/** What is attached to the platform ends with the run: a log that is never closed does not keep the process. */
export function nothingOutlivesTheEnd({ main, post }: Evidence): readonly string[] {
  return Object.entries({ main, post }).flatMap(([name, { exitCode, lastLineAtMs, endedAtMs }]) => {
    // A killed process has no say in what its last line is.
    if (lastLineAtMs === undefined || DEATHS[exitCode ?? 0]) return []
    const ms = endedAtMs - lastLineAtMs
    return ms > LINGER_MS ? [`The process of ${name} ended ${ms} ms after its last line.`] : []
  })
}

/** Nothing runs on for a run that is over, unless post says that it could not be stopped. */
export function noBuildRunsOn({ after, main, post }: Evidence): readonly string[] {
  // A build that began in the moment of a SIGKILL is known to nobody.
  const isUnknown = main.exitCode === 137 && !main.state['ignite_deploy']
  const isSaid = post.annotations.some(({ message }) => message.includes('was not settled'))
  if (isUnknown || isSaid || main.log.includes('may still be running')) return []
  return after.runningBuilds.map((id) => `The build ${id} still runs.`)
}

/** The red lines that say how the run ended: diagnostics are pinned to files beside them. */
function errorsOf({ annotations }: Pick<Stage, 'annotations'>): readonly string[] {
  const errors = annotations.filter(
    ({ level, message, properties }) => level === 'error' && message !== OF_THE_RUNNER && !properties['file']
  )
  return errors.map(({ message }) => message)
}
