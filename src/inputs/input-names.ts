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
  'description',
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

/** What action.yml fills in where the user says nothing: it is not known then that they did. */
export const DEFAULTS: Readonly<Partial<Record<InputName, string>>> = {
  mode: 'deploy',
  'create-app': 'true',
  'working-directory': '.',
  'api-endpoint': 'staging',
  descriptors: 'reflection',
  'env-update-strategy': 'merge',
  'test-timeout-seconds': '60',
  'rollback-on-failure': 'false',
  'rollback-on-cancel': 'false',
  'timeout-minutes': '30'
}

/** Inputs that take several lines: lists, keys with values, JSON. */
export const MANY_LINES: readonly InputName[] = [
  'dependencies',
  'input-schema',
  'output-schema',
  'build-args',
  'image-tags',
  'env',
  'description',
  'ports',
  'test-payload',
  'test-payload-file',
  'test-expect'
]

/** Inputs that hold no secret, also where they are filled by mistake: a message repeats what is wrong with them. */
export const SHOWN: readonly InputName[] = [
  'app',
  'mode',
  'create-app',
  'working-directory',
  'code',
  'runtime',
  'rust-target',
  'toolchain',
  'dockerfile-path',
  'builder',
  'platform',
  'no-cache',
  'image-tags',
  'git-ref',
  'git-sub-path',
  'image-ref',
  'registry-server',
  'env-update-strategy',
  'tier',
  'allow-unauthenticated',
  'health-path',
  'ports',
  'test-timeout-seconds',
  'rollback-on-failure',
  'rollback-on-cancel',
  'timeout-minutes',
  'job-status'
]
