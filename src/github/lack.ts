import { enumerate } from '../model/values/words.ts'
import { GitHubError } from './github-error.ts'
import { neededPermissions, type Permission, permissionLines } from './permissions.ts'

/** A call that the token may not make: what we know it to need, and GitHub's header where it has one. */
export type DeniedCall = {
  readonly wanted: Permission
  readonly accepted: string | undefined
  /** The token is somebody's own: what a job may is nothing to it. */
  readonly isPersonal: boolean
}

/** What the token lacks, as a clause, and the lines for the log that mend it. */
export type Lack = { readonly words: string; readonly lines: readonly string[] }

/** Undefined where the call failed for another reason. */
export function lackOf(error: unknown, wanted: Permission): Lack | undefined {
  const call = deniedCall(error, wanted)
  return call && lackIn([call])
}

/** Undefined where the call failed for another reason than that the token may not. */
export function deniedCall(error: unknown, wanted: Permission): DeniedCall | undefined {
  const isDenied = error instanceof GitHubError && error.trouble === 'not-permitted'
  if (!isDenied) return undefined
  return { wanted, accepted: error.accepted, isPersonal: /\bpersonal access token\b/i.test(error.message) }
}

export function lackIn(denied: readonly DeniedCall[]): Lack {
  const needed = denied.flatMap(({ accepted, wanted }) => neededPermissions(accepted, wanted))
  const accepted = denied.flatMap((each) => each.accepted ?? [])
  const quoted = accepted.length === 0 ? '' : ` (x-accepted-github-permissions: ${accepted.join(' and ')})`
  const names = enumerate([...new Set(needed.map(({ name, level }) => `\`${name}: ${level}\``))])
  const may = `the GitHub token may not${quoted}`
  if (denied.some(({ isPersonal }) => isPersonal)) {
    return { words: `${may}. Give the personal access token in \`github-token\` ${names}`, lines: [] }
  }
  const words = `${may}. Add ${names} to the job’s \`permissions:\``
  return { words, lines: ['What to add to the workflow:', ...permissionLines(needed)] }
}
