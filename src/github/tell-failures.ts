import { clause } from '../model/errors.ts'
import type { GitHubPlan } from '../model/github.ts'
import type { Log } from '../model/ports/ports.ts'
import { enumerate } from '../model/values/words.ts'
import { GitHubError, unreadable } from './github-error.ts'
import { type DeniedCall, deniedCall, lackIn } from './lack.ts'

const KINDS = {
  deployment: { what: 'the GitHub deployment', wanted: { name: 'deployments', level: 'write' } },
  comment: { what: 'the pull request comment', wanted: { name: 'pull-requests', level: 'write' } }
} as const

/** What is told on GitHub. */
export type Kind = keyof typeof KINDS

/** What the token may not tell. */
type Denied = DeniedCall & { readonly what: string }

/** Says what is missing on GitHub and why: where the token may not, in one warning, with the lines that mend it. */
export function tellFailures(failures: ReadonlyMap<Kind, unknown>, { isForks }: GitHubPlan, log: Log): void {
  const denied: Denied[] = []
  for (const [kind, error] of failures) {
    const { what, wanted } = KINDS[kind]
    const call = deniedCall(error, wanted)
    if (call) denied.push({ ...call, what })
    else log.warning(`${capital(what)} is missing or out of date: ${wordsOf(error)}.`)
  }
  if (denied.length === 0) return
  if (isForks)
    log.notice(`${subjectOf(denied)}: GitHub gives the run of a fork’s pull request a token that only reads.`)
  else tellPermissions(denied, log)
}

/** What else may fail is what reads an answer. */
function wordsOf(error: unknown): string {
  return error instanceof GitHubError ? clause(error) : `${clause(unreadable())} (${clause(error)})`
}

function tellPermissions(denied: readonly Denied[], log: Log): void {
  const { words, lines } = lackIn(denied)
  log.warning(`${subjectOf(denied)}: ${words}.`)
  for (const line of lines) log.info(line)
}

function subjectOf(denied: readonly Denied[]): string {
  const whats = enumerate(denied.map(({ what }) => what))
  return `${capital(whats)} ${denied.length === 1 ? 'was' : 'were'} not written`
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
