import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import type { Contexts } from './inputs.ts'

/**
 * The `github` context of a job: what a test does not say is a push to main of octo-org/octo-app. Nothing answers where its
 * API is said to be: a test that wants one starts it (runner/github).
 */
export type GitHubContext = Readonly<Record<string, string>>

/** The directories of one job, below a root that is removed with it. */
type JobPlaces = {
  readonly home: string
  readonly temp: string
  readonly toolCache: string
  readonly workspace: string
}

export function makePlaces(root: string, given: Partial<Pick<JobPlaces, 'temp' | 'workspace'>>): JobPlaces {
  const places = {
    home: join(root, 'home'),
    temp: given.temp ?? join(root, '_temp'),
    toolCache: join(root, '_tool'),
    workspace: given.workspace ?? join(root, 'workspace')
  }
  for (const directory of Object.values(places)) mkdirSync(directory, { recursive: true })
  return places
}

export function makeGitHubContext(places: JobPlaces, given: GitHubContext, event: unknown): GitHubContext {
  const repository = given['repository'] ?? 'octo-org/octo-app'
  const ref = given['ref'] ?? 'refs/heads/main'
  const sha = given['sha'] ?? '8f3c1d0a5b7e49260c4d8a1f6e2b93d57a0c4e18'
  const workflow = `${repository}/.github/workflows/deploy.yml@${ref}`
  return {
    action: '__self',
    action_ref: '',
    action_repository: '',
    actor: 'octocat',
    actor_id: '583231',
    api_url: 'https://api.github.example',
    base_ref: '',
    event_name: 'push',
    graphql_url: 'https://api.github.example/graphql',
    head_ref: '',
    job: 'deploy',
    ref,
    ref_name: ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
    ref_protected: 'false',
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    repository,
    repository_id: '1296269',
    repository_owner: repository.split('/')[0] ?? '',
    repository_owner_id: '9919',
    retention_days: '90',
    run_attempt: '1',
    run_id: '4294967297',
    run_number: '7',
    server_url: 'https://github.com',
    sha,
    token: `ghs_${randomBytes(18).toString('hex')}`,
    triggering_actor: given['actor'] ?? 'octocat',
    workflow: 'Deploy',
    workflow_ref: workflow,
    workflow_sha: sha,
    ...given,
    workspace: places.workspace,
    event_path: writeEvent(places, event)
  }
}

function writeEvent(places: JobPlaces, event: unknown): string {
  const file = join(places.temp, '_github_workflow', 'event.json')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(event, undefined, 2))
  return file
}

export function makeRunnerContext(places: JobPlaces, debugging: boolean): Readonly<Record<string, string>> {
  return {
    arch: process.arch === 'arm64' ? 'ARM64' : 'X64',
    environment: 'github-hosted',
    name: 'conformance runner',
    os: { darwin: 'macOS', win32: 'Windows' }[process.platform as string] ?? 'Linux',
    temp: places.temp,
    tool_cache: places.toolCache,
    workspace: dirname(places.workspace),
    ...(debugging ? { debug: '1' } : {})
  }
}

/** What the process of every step of the job has, whatever the workflow says. Nothing of our own environment. */
export function makeHostEnvironment(places: JobPlaces): Readonly<Record<string, string>> {
  const systemPath = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin']
  return {
    PATH: [dirname(process.execPath), ...systemPath].join(delimiter),
    HOME: places.home,
    LANG: 'C.UTF-8',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    RUNNER_TRACKING_ID: `github_${randomUUID()}`
  }
}

/** The service addresses that a JavaScript action gets; nothing listens there. */
export function makeServiceEnvironment(): Readonly<Record<string, string>> {
  return {
    ACTIONS_RUNTIME_URL: 'https://pipelines.actions.example/',
    ACTIONS_RUNTIME_TOKEN: randomBytes(24).toString('hex'),
    ACTIONS_CACHE_URL: 'https://cache.actions.example/',
    ACTIONS_RESULTS_URL: 'https://results.actions.example/'
  }
}

/** GITHUB_* and RUNNER_* from the contexts. The token and the event are no variables. */
export function contextEnvironment(contexts: Contexts): Record<string, string> {
  const github = contexts.github as GitHubContext
  const runner = contexts.runner as Readonly<Record<string, string>>
  return Object.fromEntries([
    ...Object.entries(github)
      .filter(([name]) => name !== 'token')
      .map(([name, value]) => [`GITHUB_${name.toUpperCase()}`, value]),
    ...Object.entries(runner).map(([name, value]) => [`RUNNER_${name.toUpperCase()}`, value])
  ])
}
