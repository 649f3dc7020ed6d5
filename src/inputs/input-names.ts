/** The inputs that action.yml declares. A test compares the two. */
export const INPUTS = [
  'app',
  'mode',
  'create-app',
  'working-directory',
  'token',
  'service-account-id',
  'service-account-secret',
  'api-endpoint',
  'auth-url',
  'descriptors',
  'code',
  'runtime',
  'rust-target',
  'toolchain',
  'dependencies',
  'input-schema',
  'output-schema',
  'dockerfile-path',
  'build-args',
  'builder',
  'platform',
  'no-cache',
  'image-tags',
  'git-url',
  'git-ref',
  'git-sub-path',
  'git-secret-ref',
  'image-ref',
  'registry-secret-ref',
  'registry-server',
  'registry-username',
  'registry-password',
  'env',
  'env-update-strategy',
  'tier',
  'allow-unauthenticated',
  'health-path',
  'ports',
  'test-payload',
  'test-payload-file',
  'test-expect',
  'test-timeout-seconds',
  'rollback-on-failure',
  'rollback-on-cancel',
  'timeout-minutes',
  'github-token',
  'job-status'
] as const

export type InputName = (typeof INPUTS)[number]

/** Inputs of the design that are not built yet: refused by name, never ignored. */
export const NOT_BUILT = [
  'config-file',
  'skip-if-unchanged',
  'dry-run',
  'expected-code-hash',
  'verify-url',
  'verify-timeout-seconds',
  'version',
  'comment',
  'comment-key',
  'pr-number',
  'github-deployment',
  'github-environment',
  'preview-name',
  'check-run-id'
] as const

/** The input that was probably meant: the nearest name, where it is near. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const ranked = names.map((each) => ({ each, far: distance(name, each) })).sort((a, b) => a.far - b.far)
  const best = ranked[0]
  return best && best.far <= Math.max(2, Math.floor(name.length / 3)) ? best.each : undefined
}

/** Levenshtein's: how many letters must be put in, taken out or changed. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) {
      const changed = (row[j] ?? 0) + (letter === b[j] ? 0 : 1)
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
