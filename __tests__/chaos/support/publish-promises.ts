import type { Call, Evidence } from './evidence.ts'
import { activeIn, type History, isOurCode, type Made, replay } from './history.ts'

/** Each gives what breaks the promise, as sentences with the evidence in them. */
export type Promised = (evidence: Evidence) => readonly string[]

/**
 * How long after the signal a publish may still arrive: it may have been sent before, and both processes share the
 * machine with others.
 */
const SIGNAL_MARGIN_MS = 1_500

/** What the runner gives a process between SIGINT and SIGKILL. */
const RUNNER_PATIENCE_MS = 10_000

/** Promise 1: one version at the most is made, and a second publish is sent only after looking. */
export function publishedOnce({ calls }: Evidence): readonly string[] {
  const made = replay(calls).versions.filter(({ by }) => by !== 'other')
  const sent = calls.filter(({ method, by }) => method === 'PublishDraft' && by !== 'other')
  const problems =
    made.length > 1 ? [`The run made the versions ${made.map(({ number }) => number).join(' and ')}.`] : []
  if (sent.length > 2) problems.push(`PublishDraft was sent ${sent.length} times.`)
  const [first, second] = sent
  if (first && second && !hasLooked(calls, first, second)) {
    problems.push(
      `PublishDraft was sent again after ${first.outcome}, without a read of the versions and of the draft.`
    )
  }
  return problems
}

/**
 * The platform's order of ends and the times of arrival together: a read that came after the first publish and ended before
 * the second.
 */
function hasLooked(calls: readonly Call[], first: Call, second: Call): boolean {
  const between = calls
    .slice(0, calls.indexOf(second))
    .filter(({ arrivedAtMs, outcome }) => arrivedAtMs >= first.arrivedAtMs && outcome === 'OK')
  return ['ListAppVersions', 'GetDraftInfo'].every((read) =>
    between.some(({ method, by }) => method === read && by !== 'other')
  )
}

/** Promise 2: what is called published holds what this run saved, and anything else is said. */
export function publishedWhatWasSaved(evidence: Evidence): readonly string[] {
  const { after, main, plan } = evidence
  if (!isGreen(main)) return []
  const number = Number(main.outputs['published_version'])
  const version = after.versions.find((each) => each.number === number)
  if (!version) return [`The run is green with version ${main.outputs['published_version']}, which does not exist.`]
  if (isOurCode(version, evidence)) return []
  // Nothing that such a platform shows tells drafts apart once one is published and the slot is empty, or holds a third.
  const { variants } = plan.platform
  const isHidden = variants.includes('draft-cleared') || plan.rival?.does === 'publish-between'
  if (variants.includes('no-code-hash') && isHidden) return []
  return [
    `The run is green with version ${number}, which holds other code than it saved: ${JSON.stringify(version.code)}.`
  ]
}

/** Promise 3: no publish is sent after the signal, and main ends before the runner would kill it. */
export function nothingAfterTheSignal({ calls, main, plan, signalledAtMs }: Evidence): readonly string[] {
  if (signalledAtMs === undefined || plan.interruption?.how === 'SIGKILL') return []
  const limit = signalledAtMs + SIGNAL_MARGIN_MS + 2 * plan.network.delayMs
  const late = calls.filter(
    ({ method, by, arrivedAtMs }) => method === 'PublishDraft' && by === 'main' && arrivedAtMs > limit
  )
  const problems = late.map(
    ({ arrivedAtMs }) => `PublishDraft arrived ${arrivedAtMs - signalledAtMs} ms after the signal.`
  )
  const tookMs = main.endedAtMs - signalledAtMs
  if (main.exitCode === 137) problems.push('The runner had to kill main.')
  else if (tookMs > RUNNER_PATIENCE_MS) problems.push(`Main ended ${tookMs} ms after the signal.`)
  return problems
}

/** Promise 5: green means that the version is active, or that a newer one is and a warning says so. */
export function greenIsActive(evidence: Evidence): readonly string[] {
  const { calls, main } = evidence
  if (!isGreen(main)) return []
  const { published_version: published, active_version: active, reason_code: reason } = main.outputs
  const problems: string[] = []
  const told = calls.findLast(({ method, by, answer }) => method === 'GetApp' && by === 'main' && answer)
  if (activeIn(told) !== Number(active)) {
    problems.push(`The output active_version is ${active}, but the platform said ${activeIn(told)}.`)
  }
  if (Number(active) < Number(published)) problems.push(`Green with ${published}, while ${active} was active.`)
  const isSuperseded = Number(active) > Number(published)
  if (isSuperseded !== (reason === 'superseded')) {
    problems.push(`Version ${active} is active instead of ${published}, and the reason is ${reason}.`)
  }
  if (isSuperseded && !main.annotations.some(({ level }) => level === 'warning')) {
    problems.push('A newer version is active, and no warning says so.')
  }
  return problems
}

/** A version that the run made is named by it, by main or by post; or one of a rival that holds the same. */
export function madeVersionsAreNamed(evidence: Evidence): readonly string[] {
  const { calls, main, post } = evidence
  const said = `${main.log}\n${post.log}`
  return ours(replay(calls))
    .filter(
      (made) => !twinsOf(made, evidence).some(({ number }) => said.includes(`ersion ${number}`)) && !isUnsettled(post)
    )
    .map(({ number }) => `Version ${number} was made by the run, and neither main nor post names it.`)
}

/** The version itself, and new ones that look the same: nothing that the platform shows tells them apart. */
export function twinsOf(made: Made, { calls, before, after, plan }: Evidence): readonly Made[] {
  const codeOf = (of: Made) => after.versions.find(({ number }) => number === of.number)?.code
  const allLookTheSame = plan.platform.variants.includes('no-code-hash')
  return replay(calls).versions.filter((version) => {
    const isNew = before.versions.every(({ number }) => number < version.number)
    return isNew && (allLookTheSame || codeOf(version) === codeOf(made))
  })
}

function ours({ versions }: History): History['versions'] {
  return versions.filter(({ by }) => by !== 'other')
}

/** Post says that it could not find out. */
export function isUnsettled({ annotations }: Pick<Evidence['post'], 'annotations'>): boolean {
  return annotations.some(({ message }) => message.includes('was not settled'))
}

export function isGreen({ exitCode, outputs }: Evidence['main']): boolean {
  return exitCode === 0 && outputs['status'] === 'published'
}
