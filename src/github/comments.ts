import type { CommentPart } from '../model/github.ts'
import { isRecord } from '../model/values/json.ts'
import { markerOf, partsIn, renderBody, united, type WrittenPart } from './comment-body.ts'
import { type GitHubApi, unreadable } from './github-api.ts'
import { GitHubError, isAnsweredWith } from './github-error.ts'
import { makeOnce } from './make-once.ts'

/** Where a part is to stand. */
type CommentPlace = {
  readonly pullRequest: number
  readonly key: string
  /** Tells the app from the others of the comment. */
  readonly id: string
}

type Comment = {
  readonly id: number
  readonly body: string
  readonly login: string
  readonly createdAt: string
}

/** Whom the job's own token is for. */
const JOBS_BOT = 'github-actions[bot]'

/** How much older than ours a comment may be that another job made at the same time. */
const RACE_MS = 60_000

/** The comments of pull requests that this action writes: one of each key, found by its marker and its author. */
export class Comments {
  readonly #api: GitHubApi
  #login: string | undefined

  constructor(api: GitHubApi) {
    this.#api = api
  }

  /**
   * Writes the part into the one comment of the key, beside those of other apps, and looks once whether it stands there: of
   * two jobs that write at the same time, one overwrites the other. Gives the comment's id. Throws GitHubError.
   */
  async put(place: CommentPlace, part: CommentPart): Promise<number> {
    const own = { ...part, id: place.id, stamp: crypto.randomUUID() }
    const found = await this.#find(place)
    return found.length > 0 ? await this.#update(place, found, own) : await this.#make(place, own)
  }

  async #make(place: CommentPlace, own: WrittenPart): Promise<number> {
    const path = pathOf(place)
    const body = renderBody(place.key, [own])
    const made = await makeOnce(
      this.#api,
      async () => readComment((await this.#api.create(path, { body })).json),
      async () => (await this.#find(place)).find((comment) => holds(comment, own))
    )
    this.#login ??= made.login
    const since = new Date(Date.parse(made.createdAt) - RACE_MS)
    const all = await this.#find(place, since)
    const [oldest] = all
    return oldest && all.length > 1 ? await this.#update(place, all, own) : made.id
  }

  /** The oldest of them takes in what the younger hold. */
  async #update(place: CommentPlace, found: readonly Comment[], own: WrittenPart): Promise<number> {
    const [oldest, ...younger] = found
    const id = oldest?.id ?? 0
    const path = `/issues/comments/${id}`
    try {
      await this.#write(place, path, [...found.flatMap(({ body }) => partsIn(body)), own])
    } catch (error) {
      // Somebody deleted it since it was found.
      if (!isAnsweredWith(error, 404)) throw error
      return await this.#make(place, own)
    }
    for (const comment of younger) await this.#remove(comment)
    const now = readComment(await this.#api.get(path))
    if (!holds(now, own)) await this.#write(place, path, [...partsIn(now.body), own])
    return id
  }

  async #write({ key }: CommentPlace, path: string, parts: readonly WrittenPart[]): Promise<void> {
    await this.#api.change(path, { body: renderBody(key, united(parts)) })
  }

  async #remove({ id }: Comment): Promise<void> {
    try {
      await this.#api.remove(`/issues/comments/${id}`)
    } catch (error) {
      // The other job did the same.
      if (!isAnsweredWith(error, 404)) throw error
    }
  }

  /** Ours of that key, oldest first. Anybody can write a comment that begins with the marker. */
  async #find(place: CommentPlace, since?: Date): Promise<readonly Comment[]> {
    const listed = await this.#api.list(pathOf(place), since && { since: since.toISOString() })
    const marked = listed.map(readComment).filter(({ body }) => body.startsWith(markerOf(place.key)))
    if (marked.length === 0) return []
    const login = await this.#ownLogin()
    return marked.filter((comment) => comment.login === login).sort((a, b) => a.id - b.id)
  }

  async #ownLogin(): Promise<string> {
    this.#login ??= await this.#api.login().catch((error: unknown) => {
      if (error instanceof GitHubError && error.trouble !== 'no-time') return undefined
      throw error
    })
    this.#login ??= JOBS_BOT
    return this.#login
  }
}

function pathOf({ pullRequest }: CommentPlace): string {
  return `/issues/${pullRequest}/comments`
}

function holds({ body }: Comment, own: WrittenPart): boolean {
  return partsIn(body).some(({ id, stamp }) => id === own.id && stamp === own.stamp)
}

/** The author is null where the account is gone. */
function readComment(json: unknown): Comment {
  if (!isRecord(json) || typeof json['id'] !== 'number') throw unreadable()
  const { id, body, user, created_at: createdAt } = json
  const login = isRecord(user) ? user['login'] : undefined
  return {
    id,
    body: typeof body === 'string' ? body : '',
    login: typeof login === 'string' ? login : '',
    createdAt: typeof createdAt === 'string' ? createdAt : ''
  }
}
