import type { RunFacts, SecretlessCause } from '../inputs/facts.ts'
import type { Environment } from '../inputs/input-reader.ts'
import type { PullRequest } from '../model/values/pull-request.ts'
import { readEventFacts } from './event-facts.ts'

export function readRunFacts(env: Environment, workingDirectory: string): RunFacts {
  const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt } = env
  const event = readEventFacts(env)
  const { pullRequest } = event
  const run = `${repository ?? ''}/${id ?? ''}/${attempt ?? ''}`
  const repositoryUrl = repository ? `${env['GITHUB_SERVER_URL'] || 'https://github.com'}/${repository}` : undefined
  return {
    run,
    step: `${run}/${env['GITHUB_JOB'] ?? ''}/${env['GITHUB_ACTION'] ?? ''}`,
    runTag: `run-${id || 'local'}-${attempt || '1'}`,
    workspace: env['GITHUB_WORKSPACE'] || workingDirectory,
    temp: env['RUNNER_TEMP'] || undefined,
    repository: repository || undefined,
    repositoryUrl,
    runUrl: repositoryUrl && id ? `${repositoryUrl}/actions/runs/${id}/attempts/${attempt || '1'}` : undefined,
    apiUrl: env['GITHUB_API_URL'] || 'https://api.github.com',
    commit: (isForBase(env) ? undefined : pullRequest?.headSha) ?? (env['GITHUB_SHA'] || undefined),
    tag: env['GITHUB_REF_TYPE'] === 'tag' ? env['GITHUB_REF_NAME'] || undefined : undefined,
    ...event,
    secretless: secretlessBy(env, pullRequest),
    isDependabots: isDependabots(env)
  }
}

function isForBase(env: Environment): boolean {
  return env['GITHUB_EVENT_NAME'] === 'pull_request_target'
}

/** Of a fork these run without secrets, as GitHub's pages say of each. */
const SECRETLESS_EVENTS: readonly (string | undefined)[] = [
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment'
]

function isDependabots(env: Environment): boolean {
  return env['GITHUB_ACTOR'] === 'dependabot[bot]'
}

/** `pull_request_target` and pushes run with the repository's secrets. */
function secretlessBy(env: Environment, pullRequest: PullRequest | undefined): SecretlessCause | undefined {
  if (!SECRETLESS_EVENTS.includes(env['GITHUB_EVENT_NAME'])) return undefined
  if (isDependabots(env)) return 'dependabot'
  return pullRequest?.isFork ? 'fork' : undefined
}
