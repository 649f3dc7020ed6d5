/** The inputs that are read together, under a heading of the README. */
export type InputGroup = {
  readonly title: string
  /** Holds for all of them, and stands above their table. */
  readonly introduction?: string
  readonly inputs: readonly string[]
}

/** What nearly every workflow sets. */
export const FIRST_INPUTS: readonly string[] = [
  'app',
  'code',
  'service-account-id',
  'service-account-secret',
  'api-endpoint',
  'allow-unauthenticated'
]

/** All others. */
export const INPUT_GROUPS: readonly InputGroup[] = [
  {
    title: 'Tests, and whether it answers',
    introduction: 'More: [Does it answer?](docs/runs.md#does-it-answer)',
    inputs: [
      'test-payload',
      'test-payload-file',
      'test-expect',
      'test-timeout-seconds',
      'verify-url',
      'verify-timeout-seconds',
      'rollback-on-failure',
      'rollback-on-cancel'
    ]
  },
  {
    title: 'What a run does',
    introduction: 'More: [modes](docs/modes.md), and [what a deploy changes](docs/runs.md#what-changes)',
    inputs: [
      'mode',
      'create-app',
      'dry-run',
      'skip-if-unchanged',
      'expected-code-hash',
      'version',
      'confirm',
      'timeout-minutes',
      'working-directory'
    ]
  },
  {
    title: 'Code',
    introduction: 'More: [sources](docs/sources.md)',
    inputs: ['runtime', 'rust-target', 'toolchain', 'dependencies', 'input-schema', 'output-schema']
  },
  {
    title: 'Images and repositories',
    introduction: 'More: [sources](docs/sources.md)',
    inputs: [
      'dockerfile-path',
      'build-args',
      'builder',
      'platform',
      'no-cache',
      'image-tags',
      'image-ref',
      'registry-secret-ref',
      'registry-server',
      'registry-username',
      'registry-password',
      'git-url',
      'git-ref',
      'git-sub-path',
      'git-secret-ref'
    ]
  },
  {
    title: 'Settings of the app',
    introduction: 'A setting that is left out stays as it is. More: [settings](docs/settings.md)',
    inputs: [
      'env',
      'env-file',
      'env-update-strategy',
      'config-file',
      'description',
      'tier',
      'memory',
      'cpu',
      'timeout-seconds',
      'reserved',
      'max-replicas',
      'max-concurrency',
      'storage-mode',
      'ttl',
      'mcp-enabled',
      'auto-mode',
      'health-path',
      'ports'
    ]
  },
  {
    title: 'Pull requests and deployments on GitHub',
    introduction: 'More: [at home on GitHub](docs/github.md)',
    inputs: [
      'comment',
      'comment-key',
      'pr-number',
      'preview-name',
      'github-deployment',
      'github-environment',
      'github-token'
    ]
  },
  {
    title: 'Access, otherwise than by a service account of staging or production',
    inputs: ['token', 'auth-url', 'descriptors']
  },
  {
    title: 'Not to be set',
    introduction: 'The runner fills them in.',
    inputs: ['job-status', 'check-run-id']
  }
]
