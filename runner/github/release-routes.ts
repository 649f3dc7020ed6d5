import {
  type ApiReply,
  type ApiRequest,
  invalid,
  NOT_FOUND,
  numberIn,
  type Repository,
  type Route,
  refused,
  route
} from './github-routes.ts'
import type { GitHubStore, StoredRelease } from './github-store.ts'
import { assetAnswer, refAnswer, releaseAnswer } from './release-answers.ts'

/** Releases that are immutable once they are published, their assets, and tags. */
export const RELEASE_ROUTES: readonly Route[] = [
  route('GET', '/releases', 'contents=read', listReleases),
  route('POST', '/releases', 'contents=write', createRelease),
  route('GET', '/releases/tags/{tag}', 'contents=read', getPublished),
  route('GET', '/releases/{release_id}', 'contents=read', getRelease),
  route('PATCH', '/releases/{release_id}', 'contents=write', updateRelease),
  route('DELETE', '/releases/{release_id}', 'contents=write', deleteRelease),
  route('POST', '/releases/{release_id}/assets', 'contents=write', uploadAsset),
  route('POST', '/git/refs', 'contents=write', createRef),
  route('PATCH', '/git/refs/{ref}', 'contents=write', updateRef)
]

function listReleases(_: ApiRequest, { store, place }: Repository): ApiReply {
  const newestFirst = [...store.releases.values()].reverse()
  return { code: 200, json: newestFirst.map((release) => releaseAnswer(release, place)) }
}

/** A tag may have many drafts. */
function createRelease({ body }: ApiRequest, { store, place }: Repository): ApiReply {
  const { tag_name: tag, name = '', body: text = '', draft = false } = body
  if (draft !== true && published(store, String(tag))) return alreadyExists('tag_name')
  const told = { tag: String(tag), title: String(name), body: String(text), isDraft: draft === true }
  return { code: 201, json: releaseAnswer(store.addRelease(told), place) }
}

function getPublished({ ids: [tag = ''] }: ApiRequest, { store, place }: Repository): ApiReply {
  const release = published(store, tag)
  return release ? { code: 200, json: releaseAnswer(release, place) } : NOT_FOUND
}

function getRelease({ ids }: ApiRequest, { store, place }: Repository): ApiReply {
  const release = store.releases.get(numberIn(ids))
  return release ? { code: 200, json: releaseAnswer(release, place) } : NOT_FOUND
}

function updateRelease({ ids, body }: ApiRequest, { store, place }: Repository): ApiReply {
  const release = store.releases.get(numberIn(ids))
  if (!release) return NOT_FOUND
  if (body['draft'] === false) release.isDraft = false
  return { code: 200, json: releaseAnswer(release, place) }
}

function deleteRelease({ ids }: ApiRequest, { store }: Repository): ApiReply {
  return store.releases.delete(numberIn(ids)) ? { code: 204 } : NOT_FOUND
}

function uploadAsset({ ids, query, upload }: ApiRequest, { store, place }: Repository): ApiReply {
  const release = store.releases.get(numberIn(ids))
  if (!release) return NOT_FOUND
  if (!release.isDraft) return refused(422, 'Cannot upload assets to an immutable release.')
  const name = query.get('name') ?? ''
  if (release.assets.some((asset) => asset.name === name)) return alreadyExists('name')
  const asset = { id: store.nextId(), name, ...upload }
  release.assets.push(asset)
  return { code: 201, json: assetAnswer(asset, release, place) }
}

function createRef({ body }: ApiRequest, { store, place }: Repository): ApiReply {
  const [ref, sha] = [String(body['ref']), String(body['sha'])]
  if (store.refs.has(ref)) return refused(422, 'Reference already exists')
  store.refs.set(ref, sha)
  return { code: 201, json: refAnswer(ref, sha, place) }
}

/** No history is known here, so no move is a fast-forward. */
function updateRef({ ids: [name], body }: ApiRequest, { store, place }: Repository): ApiReply {
  const [ref, sha] = [`refs/${name}`, String(body['sha'])]
  if (!store.refs.has(ref)) return refused(422, 'Reference does not exist')
  if (body['force'] !== true) return refused(422, 'Update is not a fast forward')
  store.refs.set(ref, sha)
  return { code: 200, json: refAnswer(ref, sha, place) }
}

function published(store: GitHubStore, tag: string): StoredRelease | undefined {
  return [...store.releases.values()].find((release) => release.tag === tag && !release.isDraft)
}

function alreadyExists(field: string): ApiReply {
  return invalid({ resource: 'Release', code: 'already_exists', field })
}
