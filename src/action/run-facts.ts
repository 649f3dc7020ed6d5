import { readFileSync } from 'node:fs'
import type { RunFacts, SecretlessCause } from '../inputs/facts.ts'
import type { Environment } from '../inputs/input-reader.ts'

export function readRunFacts(env: Environment, workingDirectory: string): RunFacts {
  const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt } = env
  const head = pullRequestHead(env['GITHUB_EVENT_PATH'])
  const run = `${repository ?? ''}/${id ?? ''}/${attempt ?? ''}`
  return {
    run,
    step: `${run}/${env['GITHUB_JOB'] ?? ''}/${env['GITHUB_ACTION'] ?? ''}`,
    runTag: `run-${id || 'local'}-${attempt || '1'}`,
    workspace: env['GITHUB_WORKSPACE'] || workingDirectory,
    temp: env['RUNNER_TEMP'] || undefined,
    repository: repository || undefined,
    repositoryUrl: repository ? `${env['GITHUB_SERVER_URL'] || 'https://github.com'}/${repository}` : undefined,
    commit: (isForBase(env) ? undefined : commitOf(head)) ?? (env['GITHUB_SHA'] || undefined),
    secretless: secretlessBy(env, head),
    isDependabots: isDependabots(env)
  }
}

function isForBase(env: Environment): boolean {
  return env['GITHUB_EVENT_NAME'] === 'pull_request_target'
}

/** As much as is read of `pull_request.head`; nothing is known of its members' types. */
type Head = { readonly sha?: unknown; readonly repo?: unknown }

/** Undefined where there is no event, or none that is about a pull request. */
function pullRequestHead(eventPath: string | undefined): Head | undefined {
  if (!eventPath) return undefined
  try {
    return JSON.parse(readFileSync(eventPath, 'utf8'))?.pull_request?.head ?? undefined
  } catch {
    return undefined
  }
}

function commitOf(head: Head | undefined): string | undefined {
  const sha = head?.sha
  return typeof sha === 'string' && /^[0-9a-f]{40,64}$/.test(sha) ? sha : undefined
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

/**
 * `pull_request_target` and pushes run with the repository's secrets. `fork: true` says nothing by itself: in a
 * repository that is a fork, its own branches have it too. A fork that was deleted is null.
 */
function secretlessBy(env: Environment, head: Head | undefined): SecretlessCause | undefined {
  if (!SECRETLESS_EVENTS.includes(env['GITHUB_EVENT_NAME'])) return undefined
  if (isDependabots(env)) return 'dependabot'
  const repo = head?.repo
  if (repo === undefined) return undefined
  const name = (repo as { full_name?: unknown } | null)?.full_name
  return name === env['GITHUB_REPOSITORY'] ? undefined : 'fork'
}
