import {
  checkRunAnswer,
  commentAnswer,
  deploymentAnswer,
  type GitHubPlace,
  pullRequestAnswer,
  statusAnswer
} from './github-answers.ts'
import type { GitHubStore, StoredPullRequest } from './github-store.ts'

/** A request as its route sees it. */
export type ApiRequest = {
  /** Numbers, and other parts, of the path. */
  readonly ids: readonly string[]
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
  /** What came in place of a body in JSON. */
  readonly upload: Upload
}

export type Upload = { readonly contentType: string; readonly bytes: Buffer }

export type ApiReply = {
  readonly code: number
  readonly json?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** What one repository of the fake is made of. */
export type Repository = {
  readonly store: GitHubStore
  readonly place: GitHubPlace
  /** Whom the token is for. */
  readonly login: string
}

export type Route = {
  readonly method: string
  /** Below the repository, as GitHub's description has it. */
  readonly path: string
  /** The permissions that will do, as GitHub's header tells them. */
  readonly accepts: string
  readonly reply: (request: ApiRequest, repository: Repository) => ApiReply
}

const MOST_CHARACTERS = 65_536
const STATES = ['error', 'failure', 'inactive', 'in_progress', 'queued', 'pending', 'success']
const DOCS = 'https://docs.github.com/rest'
export const NOT_FOUND: ApiReply = { code: 404, json: { message: 'Not Found', documentation_url: DOCS, status: '404' } }

/** The calls of the action (docs.github.com/rest), with what each asks of a token. */
export const ACTION_ROUTES: readonly Route[] = [
  route('GET', '/issues/{issue_number}/comments', 'issues=read; pull_requests=read', listComments),
  route('POST', '/issues/{issue_number}/comments', 'issues=write; pull_requests=write', createComment),
  route('GET', '/issues/comments/{comment_id}', 'issues=read; pull_requests=read', getComment),
  route('PATCH', '/issues/comments/{comment_id}', 'issues=write; pull_requests=write', updateComment),
  route('DELETE', '/issues/comments/{comment_id}', 'issues=write; pull_requests=write', deleteComment),
  route('GET', '/deployments', 'deployments=read', listDeployments),
  route('POST', '/deployments', 'deployments=write', createDeployment),
  route('GET', '/deployments/{deployment_id}/statuses', 'deployments=read', listStatuses),
  route('POST', '/deployments/{deployment_id}/statuses', 'deployments=write', createStatus),
  route('GET', '/check-runs/{check_run_id}', 'checks=read', getCheckRun),
  route('GET', '/pulls/{pull_number}', 'pull_requests=read', getPullRequest),
  route('GET', '/commits/{commit_sha}/pulls', 'pull_requests=read; contents=read', listPullRequests)
]

export function route(method: string, path: string, accepts: string, reply: Route['reply']): Route {
  return { method, path, accepts, reply }
}

function listComments({ ids, query }: ApiRequest, { store, place }: Repository): ApiReply {
  const since = Date.parse(query.get('since') ?? '') || 0
  const found = store.commentsOn(numberIn(ids)).filter(({ updatedAt }) => updatedAt.getTime() >= since)
  return { code: 200, json: found.map((comment) => commentAnswer(comment, place)) }
}

function createComment({ ids, body }: ApiRequest, { store, place, login }: Repository): ApiReply {
  const pull = store.pullRequests.get(numberIn(ids))
  if (!pull) return NOT_FOUND
  if (pull.isLocked) return refused(403, 'Unable to create comment because issue is locked.')
  const text = textIn(body)
  if (typeof text !== 'string') return text
  return { code: 201, json: commentAnswer(store.addComment(pull.number, login, text), place) }
}

function getComment({ ids }: ApiRequest, { store, place }: Repository): ApiReply {
  const comment = store.comments.get(numberIn(ids))
  return comment ? { code: 200, json: commentAnswer(comment, place) } : NOT_FOUND
}

function updateComment({ ids, body }: ApiRequest, { store, place }: Repository): ApiReply {
  const comment = store.comments.get(numberIn(ids))
  if (!comment) return NOT_FOUND
  const text = textIn(body)
  if (typeof text !== 'string') return text
  comment.body = text
  comment.updatedAt = new Date()
  return { code: 200, json: commentAnswer(comment, place) }
}

function deleteComment({ ids }: ApiRequest, { store }: Repository): ApiReply {
  return store.comments.delete(numberIn(ids)) ? { code: 204 } : NOT_FOUND
}

function textIn({ body }: ApiRequest['body']): string | ApiReply {
  if (typeof body !== 'string' || body.trim() === '') {
    return invalid({ resource: 'IssueComment', code: 'missing_field', field: 'body' })
  }
  if (body.length <= MOST_CHARACTERS) return body
  const message = `Body is too long (maximum is ${MOST_CHARACTERS} characters)`
  return invalid({ resource: 'IssueComment', code: 'unprocessable', field: 'data', message })
}

function listDeployments({ query }: ApiRequest, { store, place }: Repository): ApiReply {
  const asked = (name: string, value: string) => (query.get(name) ?? value) === value
  const found = [...store.deployments.values()].filter(
    ({ ref, task, environment }) =>
      asked('sha', ref) && asked('ref', ref) && asked('task', task) && asked('environment', environment)
  )
  return { code: 200, json: found.reverse().map((deployment) => deploymentAnswer(deployment, place)) }
}

/** By its defaults GitHub merges, and waits for checks; the job that asks is itself a check that has not ended. */
function createDeployment({ body }: ApiRequest, { store, place }: Repository): ApiReply {
  const { ref, auto_merge: merges = true, required_contexts: contexts, environment = 'production' } = body
  if (typeof ref !== 'string' || !/^[0-9a-f]{40}$/.test(ref)) return refused(422, `No ref found for: ${ref}`)
  if (merges !== false) return { code: 202, json: { message: 'Auto-merged main into topic on deployment.' } }
  if (!Array.isArray(contexts) || contexts.length > 0) {
    return refused(409, `Conflict: Commit status checks failed for ${ref}.`)
  }
  const made = store.addDeployment({
    ref,
    task: String(body['task'] ?? 'deploy'),
    environment: String(environment),
    isTransient: body['transient_environment'] === true,
    isProduction: body['production_environment'] === true,
    description: String(body['description'] ?? ''),
    payload: body['payload'] ?? {}
  })
  return { code: 201, json: deploymentAnswer(made, place) }
}

function listStatuses({ ids }: ApiRequest, { store, place }: Repository): ApiReply {
  const deployment = store.deployments.get(numberIn(ids))
  if (!deployment) return NOT_FOUND
  const newestFirst = deployment.statuses.toReversed()
  return { code: 200, json: newestFirst.map((status) => statusAnswer(status, deployment, place)) }
}

function createStatus({ ids, body }: ApiRequest, { store, place }: Repository): ApiReply {
  const deployment = store.deployments.get(numberIn(ids))
  if (!deployment) return NOT_FOUND
  const { state, description = '', log_url: logUrl = '', environment_url: environmentUrl = '' } = body
  if (!STATES.includes(String(state))) return invalid({ resource: 'DeploymentStatus', code: 'custom', field: 'state' })
  if (String(description).length > 140) {
    const message = 'description is too long (maximum is 140 characters)'
    return invalid({ resource: 'DeploymentStatus', code: 'custom', field: 'description', message })
  }
  const told = { state: String(state), description: String(description), logUrl: String(logUrl) }
  const status = store.addStatus(
    deployment,
    { ...told, environmentUrl: String(environmentUrl) },
    body['auto_inactive'] !== false
  )
  return { code: 201, json: statusAnswer(status, deployment, place) }
}

function getCheckRun({ ids }: ApiRequest, { store, place }: Repository): ApiReply {
  const check = store.checkRuns.get(numberIn(ids))
  if (!check) return NOT_FOUND
  const made = check.deployment === undefined ? undefined : store.deployments.get(check.deployment)
  return { code: 200, json: checkRunAnswer(check, made, place) }
}

function getPullRequest({ ids }: ApiRequest, { store, place }: Repository): ApiReply {
  const pull = store.pullRequests.get(numberIn(ids))
  return pull ? { code: 200, json: pullRequestAnswer(pull, place, 'pull-request') } : NOT_FOUND
}

function listPullRequests({ ids: [sha = ''] }: ApiRequest, { store, place }: Repository): ApiReply {
  const isOf = ({ headSha, commits }: StoredPullRequest) => headSha === sha || commits.includes(sha)
  const found = [...store.pullRequests.values()].filter(isOf)
  return { code: 200, json: found.map((pull) => pullRequestAnswer(pull, place, 'pull-request-simple')) }
}

export function numberIn([id]: readonly string[]): number {
  return Number(id)
}

export function refused(code: number, message: string): ApiReply {
  return { code, json: { message, documentation_url: DOCS, status: String(code) } }
}

export function invalid(error: Readonly<Record<string, string>>): ApiReply {
  return {
    code: 422,
    json: { message: 'Validation Failed', errors: [error], documentation_url: DOCS, status: '422' }
  }
}
