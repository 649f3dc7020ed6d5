import { createHash } from 'node:crypto'
import { type GitHubPlace, repositoryUrl, seconds, user } from './github-answers.ts'
import type { StoredAsset, StoredJob, StoredRelease, StoredRun } from './github-store.ts'
import { type Sample, sampleOf } from './sample.ts'

/** A draft has no address that names its tag. */
export function releaseAnswer(release: StoredRelease, place: GitHubPlace): Sample {
  const { id, tag, title, body, isDraft, createdAt, assets } = release
  const url = `${repositoryUrl(place)}/releases/${id}`
  return {
    ...sampleOf('release'),
    id,
    url,
    assets_url: `${url}/assets`,
    upload_url: `${place.uploadUrl}/repos/${place.repository}/releases/${id}/assets{?name,label}`,
    html_url: `${place.serverUrl}/${place.repository}/releases/tag/${isDraft ? `untagged-${id}` : tag}`,
    tag_name: tag,
    target_commitish: 'main',
    name: title,
    body,
    draft: isDraft,
    author: user('github-actions[bot]'),
    assets: assets.map((asset) => assetAnswer(asset, release, place)),
    created_at: seconds(createdAt),
    published_at: isDraft ? null : seconds(createdAt)
  }
}

export function assetAnswer(
  { id, name, contentType, bytes }: StoredAsset,
  { tag }: StoredRelease,
  place: GitHubPlace
): Sample {
  return {
    ...sampleOf('release-asset'),
    id,
    url: `${repositoryUrl(place)}/releases/assets/${id}`,
    browser_download_url: `${place.serverUrl}/${place.repository}/releases/download/${tag}/${name}`,
    name,
    content_type: contentType,
    size: bytes.length,
    digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    state: 'uploaded'
  }
}

export function refAnswer(ref: string, sha: string, place: GitHubPlace): Sample {
  const url = `${repositoryUrl(place)}/git`
  return {
    ...sampleOf('git-ref'),
    ref,
    url: `${url}/${ref}`,
    object: { type: 'commit', sha, url: `${url}/commits/${sha}` }
  }
}

export function workflowAnswer(file: string, id: number, place: GitHubPlace): Sample {
  const url = `${repositoryUrl(place)}/actions/workflows/${id}`
  return { ...sampleOf('workflow'), id, name: file, path: `.github/workflows/${file}`, url }
}

export function runAnswer(
  { id, workflow, sha, branch, event, conclusion }: StoredRun,
  number: number,
  place: GitHubPlace
): Sample {
  return {
    ...sampleOf('workflow-run'),
    id,
    name: workflow,
    path: `.github/workflows/${workflow}`,
    workflow_id: number,
    head_sha: sha,
    head_branch: branch,
    event,
    status: conclusion === null ? 'in_progress' : 'completed',
    conclusion,
    url: `${repositoryUrl(place)}/actions/runs/${id}`
  }
}

export function jobAnswer({ id, run, name, conclusion }: StoredJob, place: GitHubPlace): Sample {
  const url = `${repositoryUrl(place)}/actions/jobs/${id}`
  return { ...sampleOf('job'), id, run_id: run, name, url, status: 'completed', conclusion }
}
