import { readFileSync } from 'node:fs'
import type { Environment } from './input-reader.ts'

/** What the runner says about this run, where it says it. */
export type RunFacts = {
  /** Tells one run and attempt from any other, so that foreign state is not acted on. */
  readonly run: string
  /** The same in a form that an image tag may have. */
  readonly runTag: string
  readonly workspace: string
  /** Where temporary files go; never packed. */
  readonly temp: string | undefined
  /** The workflow's own repository, as a URL. */
  readonly repositoryUrl: string | undefined
  /** The commit that the workflow runs for: on a pull request its head, not the merge that GitHub makes for the run. */
  readonly commit: string | undefined
}

export function readRunFacts(env: Environment, workingDirectory: string): RunFacts {
  const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt } = env
  return {
    run: `${repository ?? ''}/${id ?? ''}/${attempt ?? ''}`,
    runTag: `run-${id || 'local'}-${attempt || '1'}`,
    workspace: env['GITHUB_WORKSPACE'] || workingDirectory,
    temp: env['RUNNER_TEMP'] || undefined,
    repositoryUrl: repository ? `${env['GITHUB_SERVER_URL'] || 'https://github.com'}/${repository}` : undefined,
    commit: pullRequestHead(env['GITHUB_EVENT_PATH']) ?? (env['GITHUB_SHA'] || undefined)
  }
}

/** Undefined where there is no event, or none that is about a pull request. */
function pullRequestHead(eventPath: string | undefined): string | undefined {
  if (!eventPath) return undefined
  try {
    const sha: unknown = JSON.parse(readFileSync(eventPath, 'utf8'))?.pull_request?.head?.sha
    return typeof sha === 'string' && /^[0-9a-f]{40,64}$/.test(sha) ? sha : undefined
  } catch {
    return undefined
  }
}
