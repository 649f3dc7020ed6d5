import { clause } from '../model/errors.ts'
import type { GitHubPlan } from '../model/github.ts'
import type { Log } from '../model/ports/ports.ts'
import { enumerate } from '../model/values/words.ts'
import { GitHubError } from './github-error.ts'
import { neededPermissions, type Permission, permissionLines } from './permissions.ts'

const KINDS = {
  deployment: { what: 'the GitHub deployment', wanted: { name: 'deployments', level: 'write' } },
  comment: { what: 'the pull request comment', wanted: { name: 'pull-requests', level: 'write' } }
} as const

/** What is told on GitHub. */
export type Kind = keyof typeof KINDS

/** What the token may not tell. */
type Denied = { readonly what: string; readonly wanted: Permission; readonly accepted: string | undefined }

/** Says what is missing on GitHub and why: where the token may not, in one warning, with the lines that mend it. */
export function tellFailures(failures: ReadonlyMap<Kind, unknown>, { isForks }: GitHubPlan, log: Log): void {
  const denied: Denied[] = []
  for (const [kind, error] of failures) {
    if (error instanceof GitHubError && error.trouble === 'not-permitted') {
      denied.push({ ...KINDS[kind], accepted: error.accepted })
    } else log.warning(`${capital(KINDS[kind].what)} is missing or out of date: ${clause(error)}.`)
  }
  if (denied.length === 0) return
  if (isForks)
    log.notice(`${subjectOf(denied)}: GitHub gives the run of a fork’s pull request a token that only reads.`)
  else tellPermissions(denied, log)
}

function tellPermissions(denied: readonly Denied[], log: Log): void {
  const needed = denied.flatMap(({ accepted, wanted }) => neededPermissions(accepted, wanted))
  const accepted = denied.flatMap((each) => each.accepted ?? [])
  const quoted = accepted.length === 0 ? '' : ` (x-accepted-github-permissions: ${accepted.join(' and ')})`
  const names = enumerate([...new Set(needed.map(({ name, level }) => `\`${name}: ${level}\``))])
  log.warning(`${subjectOf(denied)}: the GitHub token may not${quoted}. Add ${names} to the job’s \`permissions:\`.`)
  log.info('What to add to the workflow:')
  for (const line of permissionLines(needed)) log.info(line)
}

function subjectOf(denied: readonly Denied[]): string {
  const whats = enumerate(denied.map(({ what }) => what))
  return `${capital(whats)} ${denied.length === 1 ? 'was' : 'were'} not written`
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
