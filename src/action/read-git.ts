import type { GitSource } from '../deploy/plan.ts'
import type { InputReader } from './input-reader.ts'
import { parseContextPath, parseGitRef, parseGitUrl, parseSecretName } from './parse-source.ts'
import { readImageBuild } from './read-build.ts'
import type { RunFacts } from './run-facts.ts'

/** Inputs that mean something only with `git-url`. */
export const GIT_INPUTS = ['git-ref', 'git-sub-path', 'git-secret-ref'] as const

export function readGitSource(inputs: InputReader, facts: RunFacts): GitSource | undefined {
  const url = inputs.read('git-url', parseGitUrl)
  const given = inputs.read('git-ref', parseGitRef)
  const subPath = inputs.read('git-sub-path', parseContextPath)
  const secretRef = inputs.read('git-secret-ref', parseSecretName)
  const build = readImageBuild(inputs)
  if (build?.builder === 'build-service' && secretRef !== undefined) {
    inputs.reject(
      ['git-secret-ref', 'builder'],
      '`git-secret-ref` has no effect with `builder: build-service`, which uses the organization’s saved build secret.',
      'Save the credentials with `dodil ignite build secrets set` and remove `git-secret-ref`, or set `builder: draft`.'
    )
  }
  if (!url || !build) return undefined
  const reference = given ?? (isOwnRepository(url, facts) ? facts.commit : undefined)
  return { kind: 'git', url, reference, subPath, secretRef, build }
}

/** Whether a clone has the files that `actions/checkout` puts into the workspace. */
export function isCheckedOut({ url, reference }: GitSource, facts: RunFacts): boolean {
  return reference !== undefined && reference === facts.commit && isOwnRepository(url, facts)
}

/** The workflow's own repository is deployed at the commit that the workflow runs for. */
function isOwnRepository(url: string, { repositoryUrl }: RunFacts): boolean {
  return repositoryUrl !== undefined && plain(url) === plain(repositoryUrl)
}

function plain(url: string): string {
  return url
    .toLowerCase()
    .replace(/^(?:ssh:\/\/)?git@([^:/]+)[:/]/, 'https://$1/')
    .replace(/\/$/, '')
    .replace(/\.git$/, '')
}
