import type {
  StoredCheckRun,
  StoredComment,
  StoredDeployment,
  StoredPullRequest,
  StoredStatus
} from './github-store.ts'
import { type Sample, sampleOf } from './sample.ts'

/** Where the fake is, for the URLs in its answers. */
export type GitHubPlace = {
  /** The API's, below which the repositories are. */
  readonly apiUrl: string
  readonly serverUrl: string
  /** As the API's, for what is uploaded. */
  readonly uploadUrl: string
  /** `owner/name`. */
  readonly repository: string
}

export function commentAnswer(comment: StoredComment, place: GitHubPlace): Sample {
  const { id, issue, login, body, createdAt, updatedAt } = comment
  return {
    ...sampleOf('issue-comment'),
    id,
    node_id: nodeId('IC', id),
    url: `${repositoryUrl(place)}/issues/comments/${id}`,
    html_url: `${place.serverUrl}/${place.repository}/pull/${issue}#issuecomment-${id}`,
    issue_url: `${repositoryUrl(place)}/issues/${issue}`,
    user: user(login),
    body,
    created_at: seconds(createdAt),
    updated_at: seconds(updatedAt),
    author_association: 'NONE'
  }
}

export function deploymentAnswer(deployment: StoredDeployment, place: GitHubPlace): Sample {
  const { id, ref, task, environment, isTransient, isProduction, description, payload, createdAt } = deployment
  return {
    ...sampleOf('deployment'),
    id,
    node_id: nodeId('DE', id),
    url: deploymentUrl(id, place),
    statuses_url: `${deploymentUrl(id, place)}/statuses`,
    repository_url: repositoryUrl(place),
    sha: ref,
    ref,
    task,
    environment,
    original_environment: environment,
    transient_environment: isTransient,
    production_environment: isProduction,
    description,
    payload,
    creator: user('github-actions[bot]'),
    created_at: seconds(createdAt),
    updated_at: seconds(deployment.statuses.at(-1)?.createdAt ?? createdAt)
  }
}

export function statusAnswer(status: StoredStatus, deployment: StoredDeployment, place: GitHubPlace): Sample {
  const { id, state, description, logUrl, environmentUrl, createdAt } = status
  return {
    ...sampleOf('deployment-status'),
    id,
    node_id: nodeId('DES', id),
    url: `${deploymentUrl(deployment.id, place)}/statuses/${id}`,
    deployment_url: deploymentUrl(deployment.id, place),
    repository_url: repositoryUrl(place),
    state,
    description,
    environment: deployment.environment,
    log_url: logUrl,
    target_url: logUrl,
    ...(environmentUrl !== '' && { environment_url: environmentUrl }),
    creator: user('github-actions[bot]'),
    created_at: seconds(createdAt),
    updated_at: seconds(createdAt)
  }
}

export function checkRunAnswer(check: StoredCheckRun, made: StoredDeployment | undefined, place: GitHubPlace): Sample {
  const { environment = '', task = '' } = made ?? {}
  const deployment = made && {
    ...sampleOf('deployment-simple'),
    id: made.id,
    environment,
    task,
    url: deploymentUrl(made.id, place),
    statuses_url: `${deploymentUrl(made.id, place)}/statuses`,
    repository_url: repositoryUrl(place)
  }
  const url = `${repositoryUrl(place)}/check-runs/${check.id}`
  return { ...sampleOf('check-run'), id: check.id, url, status: 'in_progress', ...(deployment && { deployment }) }
}

/** As a list has it, or whole. */
export function pullRequestAnswer(
  pull: StoredPullRequest,
  place: GitHubPlace,
  kind: 'pull-request' | 'pull-request-simple'
): Sample {
  const { number, title, state, isMerged, isLocked, headRef, headSha, headRepository } = pull
  const sample = sampleOf(kind)
  const { head, base } = sample as { readonly head: Sample; readonly base: Sample }
  const repo = headRepository === undefined ? null : { ...(head['repo'] as Sample), full_name: headRepository }
  return {
    ...sample,
    number,
    title,
    state,
    locked: isLocked,
    url: `${repositoryUrl(place)}/pulls/${number}`,
    html_url: `${place.serverUrl}/${place.repository}/pull/${number}`,
    head: { ...head, ref: headRef, sha: headSha, repo },
    base: { ...base, ref: 'main', repo: { ...(base['repo'] as Sample), full_name: place.repository } },
    ...(kind === 'pull-request' && { merged: isMerged })
  }
}

export function repositoryUrl({ apiUrl, repository }: GitHubPlace): string {
  return `${apiUrl}/repos/${repository}`
}

function deploymentUrl(id: number, place: GitHubPlace): string {
  return `${repositoryUrl(place)}/deployments/${id}`
}

export function user(login: string): Sample {
  return { ...sampleOf('simple-user'), login, type: login.endsWith('[bot]') ? 'Bot' : 'User' }
}

function nodeId(kind: string, id: number): string {
  return `${kind}_${Buffer.from(String(id)).toString('base64url')}`
}

/** GitHub's times have no fractions. */
export function seconds(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z')
}
