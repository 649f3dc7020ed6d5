import { type GitSource, type ImageBuild, wantsBuildService } from '../../model/plan.ts'
import { enumerate } from '../../model/values/words.ts'
import type { RunFacts } from '../facts.ts'
import type { InputReader } from '../input-reader.ts'
import { parseContextPath, parseGitRef, parseGitUrl, parseSecretName } from '../parse/parse-source.ts'
import { isSameRepository } from '../parse/repository-url.ts'
import { readImageBuild, serviceInputs } from './read-build.ts'

/** Inputs that mean something only with `git-url`. */
export const GIT_INPUTS = ['git-ref', 'git-sub-path', 'git-secret-ref'] as const

export function readGitSource(inputs: InputReader, facts: RunFacts): GitSource | undefined {
  const url = inputs.read('git-url', parseGitUrl)
  const given = inputs.read('git-ref', parseGitRef)
  const subPath = inputs.read('git-sub-path', parseContextPath)
  const secretRef = inputs.read('git-secret-ref', parseSecretName)
  const build = readImageBuild(inputs)
  if (build && secretRef !== undefined && wantsBuildService(build)) rejectGitSecret(inputs, build)
  if (!url || !build) return undefined
  const reference = given ?? (isOwnRepository(url, facts) ? facts.commit : undefined)
  return { kind: 'git', url, reference, subPath, secretRef, build }
}

/** Whether a clone has the files that `actions/checkout` puts into the workspace. */
export function isCheckedOut({ url, reference }: GitSource, facts: RunFacts): boolean {
  return reference !== undefined && reference === facts.commit && isOwnRepository(url, facts)
}

/** The build service has no field for the secret, so the repository would be cloned without it. */
function rejectGitSecret(inputs: InputReader, { builder, noCache }: ImageBuild): void {
  const isNamed = builder === 'build-service'
  const cause = isNamed ? (['builder'] as const) : serviceInputs(inputs, noCache)
  const names = isNamed ? '`builder: build-service`' : enumerate(cause.map((name) => `\`${name}\``))
  inputs.reject(
    ['git-secret-ref', ...cause],
    `\`git-secret-ref\` has no effect with ${names}: the build service uses the organization’s saved build secret.`,
    `Save the credentials with \`dodil ignite build secrets set\` and remove \`git-secret-ref\`, or ${isNamed ? 'set `builder: draft`' : `remove ${names}`}.`
  )
}

/** The workflow's own repository is deployed at the commit that the workflow runs for. */
function isOwnRepository(url: string, { repositoryUrl }: RunFacts): boolean {
  return repositoryUrl !== undefined && isSameRepository(url, repositoryUrl)
}
