import { Backoff } from '../../model/backoff.ts'
import { DeployError } from '../../model/errors.ts'
import { appId } from '../../model/ports/run.ts'
import { duration } from '../../model/values/words.ts'
import { type ActiveVersion, isManaged, speakerOf, type VerifyingRun } from './active-version.ts'
import { type Finding, findingIn } from './finding.ts'
import { showCause } from './show-cause.ts'

const PAUSES = { first: 500, most: 5_000 }

/** A router may hold a request back until the first instance has started, which takes 15 s and more. */
const LONGEST_ASK_MS = 60_000
/** Also for the last look, when the time is over. */
const SHORTEST_ASK_MS = 1_000

/** A refusal that may be the router's is the app's own when it stays: a route that is new is there by then. */
const SETTLED_MS = 15_000

/** Asks a URL until the app answers it. Says in a sentence what it answered; throws `verify_failed`. */
export async function whenAnswering(run: VerifyingRun, active: ActiveVersion, url: string): Promise<string> {
  const { isWell, finding } = await lastFinding(run, active, url)
  if (!isWell) throw await notAnswering(run, active, { url, finding })
  run.tools.report({ answer: finding.says })
  if (finding.kind === 'unsure') tellUnsure(run, url, finding)
  return `${shown(url)} ${finding.says}`
}

/** Nothing printed of the router, no header and no path, tells its refusal from the app's. */
function tellUnsure({ tools }: VerifyingRun, url: string, { key }: Finding): void {
  tools.log.notice(
    `${shown(url)} has answered with ${key} for ${duration(SETTLED_MS)}, and nothing tells whether that is the app or the ` +
      'router before it. Let `verify-url` name a path that the app answers with 2xx.'
  )
}

/** Without the query, which may hold what is nobody's to read. */
function shown(url: string): string {
  return url.replace(/[?#].*$/s, '')
}

type Ending = { readonly isWell: boolean; readonly finding: Finding }

/** Looks until the app is well, or the time is over. Each change is told in a line, and first what is waited for. */
async function lastFinding(run: VerifyingRun, active: ActiveVersion, url: string): Promise<Ending> {
  const { clock, log } = run.tools
  const { timeoutMs } = run.plan.verify
  const started = clock.now()
  const endsAt = started + timeoutMs
  const pauses = new Backoff(PAUSES)
  for (let last: Finding | undefined, since = started; ; ) {
    const finding = await look(run, active, { url, last, leftMs: endsAt - clock.now() })
    const now = clock.now()
    const isNews = finding.key !== last?.key
    if (isNews) since = now
    const isWell = finding.kind === 'well' || (finding.kind === 'unsure' && now - since >= SETTLED_MS)
    if (isWell || finding.kind === 'hopeless') return { isWell, finding }
    if (isNews) {
      const first = `Waiting for ${shown(url)} since version ${active.version} is active, at most ${duration(timeoutMs)}`
      log.info(`${last ? `After ${duration(now - started)}` : first}: it ${finding.says}.`)
    }
    if (now >= endsAt) return { isWell, finding }
    last = finding
    await clock.sleep(Math.min(pauses.next(), endsAt - now))
  }
}

type Look = { readonly url: string; readonly last: Finding | undefined; readonly leftMs: number }

/** A look that our own end cuts short says nothing new. */
async function look({ tools, plan }: VerifyingRun, active: ActiveVersion, { url, last, leftMs }: Look) {
  const ms = Math.min(LONGEST_ASK_MS, Math.max(SHORTEST_ASK_MS, leftMs))
  const answer = await tools.web.ask(url, ms)
  if (last && answer.kind === 'silent' && ms < LONGEST_ASK_MS) return last
  return findingIn(answer, { isHealthPath: plan.verify.target.kind === 'auto', isImage: !isManaged(active) })
}

type Silence = { readonly url: string; readonly finding: Finding }

async function notAnswering(run: VerifyingRun, active: ActiveVersion, { url, finding }: Silence): Promise<DeployError> {
  const { app, plan } = run
  const { version } = active
  const within = finding.kind === 'hopeless' ? '' : ` within ${duration(plan.verify.timeoutMs)}`
  const excerpt = await showCause(run, active, finding.text)
  return new DeployError(
    'verify_failed',
    `Version ${version} of ${appId(app)} was published and did not come up${within}: ${shown(url)} ${finding.says}.`,
    { hint: finding.hint, excerpt, speaker: speakerOf(active) }
  )
}
