import type { CommentPlan, DeploymentPlan, GitHubAccess, GitHubPlan } from '../../model/github.ts'
import { isLoopback, shortEndpoint } from '../../model/values/endpoint.ts'
import type { RunFacts } from '../facts.ts'
import type { InputReader } from '../input-reader.ts'
import { type ParsedValue, parseBoolean, parseOneLine } from '../parse/parse-values.ts'
import { isPreview, nameIn, previewNameIn } from './read-preview.ts'

/** What is to be told on GitHub, and how it is asked. */
export type GitHubRequest = { readonly plan: GitHubPlan; readonly access: GitHubAccess }

/** The longest name of an environment that GitHub takes. */
const LONGEST_ENVIRONMENT = 255

/** Undefined where nothing is to be told, or nothing can be. What is wrong with the inputs is in the reader. */
export function readGitHub(inputs: InputReader, facts: RunFacts): GitHubRequest | undefined {
  const comment = readComment(inputs, facts)
  const deployment = readDeployment(inputs, facts)
  if (!comment && !deployment) return undefined
  const access = readGitHubAccess(inputs, facts)
  if (typeof access !== 'string') return { plan: { comment, deployment, isForks: facts.secretless === 'fork' }, access }
  // A deploy needs nothing of GitHub.
  inputs.warn(`Nothing is told on GitHub: ${access}.`)
  return undefined
}

function readComment(inputs: InputReader, facts: RunFacts): CommentPlan | undefined {
  const wanted = inputs.read('comment', parseComment) ?? 'auto'
  const key = inputs.line('comment-key')
  const app = inputs.text('app')
  const isOfPreview = isPreview(inputs)
  if (wanted === false || (wanted === 'auto' && !isOfPreview)) {
    inputs.rejectUseless(isOfPreview ? ['comment-key'] : ['comment-key', 'pr-number'], `\`comment: ${wanted}\``)
    return undefined
  }
  if (app === undefined || (isOfPreview && facts.pullRequestNumber === undefined)) return undefined
  // It may be somebody else's.
  if (inputs.problems.some((problem) => problem.inputs.includes('pr-number'))) return undefined
  return {
    key: key ?? app,
    part: `${app}@${endpointOf(inputs)}`,
    pullRequest: facts.pullRequestNumber,
    commit: facts.commit
  }
}

function readDeployment(inputs: InputReader, facts: RunFacts): DeploymentPlan | undefined {
  const given = inputs.read('github-environment', parseEnvironment)
  const app = inputs.text('app')
  if (!inputs.boolean('github-deployment')) {
    inputs.rejectUseless(['github-environment'], '`github-deployment: false`')
    return undefined
  }
  // Whether its value is well written is asked where the plan is read.
  const isDryRun = inputs.text('dry-run')?.toLowerCase() === 'true'
  if (app === undefined || isDryRun) return undefined
  if (facts.commit === undefined) {
    inputs.warn('No deployment is made on GitHub: the runner does not say of which commit (GITHUB_SHA).')
    return undefined
  }
  const preview = isPreview(inputs) ? previewNameIn(inputs, facts) : undefined
  // One for all pull requests: an environment of each would stay behind, since a job may not remove one.
  const environment = given ?? (preview === undefined ? endpointOf(inputs) : `preview/${nameIn(app)}`)
  const checkRunId = inputs.text('check-run-id')
  return {
    ref: facts.commit,
    environment,
    task: `deploy:${preview ?? app}`,
    isTransient: preview !== undefined,
    isProduction: environment === 'production',
    checkRunId,
    logUrl: jobUrl(facts, checkRunId)
  }
}

/** The job's page, where the runner says which it is; else the run's. */
function jobUrl({ runUrl, repositoryUrl }: RunFacts, checkRunId: string | undefined): string {
  if (runUrl === undefined) return repositoryUrl ?? ''
  return checkRunId === undefined ? runUrl : runUrl.replace(/\/attempts\/\d+$/, `/job/${checkRunId}`)
}

/** Whether it is well written is asked where it is read. */
function endpointOf(inputs: InputReader): string {
  return shortEndpoint(inputs.text('api-endpoint') ?? 'staging')
}

/** How GitHub is asked, or why it cannot be, as a clause. */
export function readGitHubAccess(
  inputs: InputReader,
  facts: Pick<RunFacts, 'repository' | 'apiUrl'>
): GitHubAccess | string {
  const { repository, apiUrl } = facts
  const token = inputs.text('github-token')
  if (token === undefined) return '`github-token` is empty'
  if (repository === undefined) return 'the runner does not name the repository (GITHUB_REPOSITORY)'
  const url = URL.parse(apiUrl)
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
  if (!isSafe) return 'the address of its API (GITHUB_API_URL) is not https, and the token would be readable on the way'
  return { apiUrl, token, repository }
}

function parseComment(text: string): ParsedValue<boolean | 'auto'> {
  if (text === 'auto') return { value: text }
  const parsed = parseBoolean(text)
  return 'value' in parsed ? parsed : { problem: 'is none of auto, true and false', fix: 'Write one of them.' }
}

function parseEnvironment(text: string): ParsedValue<string> {
  const line = parseOneLine(text)
  if (!('value' in line) || text.length <= LONGEST_ENVIRONMENT) return line
  return {
    problem: `has more than ${LONGEST_ENVIRONMENT} characters`,
    fix: 'Write a shorter name, for example production.'
  }
}
