import type { CommentPart } from '../model/github.ts'
import { markerOf, partsIn, renderBody, united, type WrittenPart } from './comment-body.ts'
import type { GitHubClient } from './github-client.ts'
import { isAnsweredWith } from './github-error.ts'
import { makeOnce } from './make-once.ts'

/** Where a part is to stand. */
type CommentPlace = {
  readonly pullRequest: number
  readonly key: string
  /** Tells the app from the others of the comment. */
  readonly id: string
}

/** What is read of one, by GitHub's names. The author is null where the account is gone. */
type Comment = {
  readonly id: number
  readonly body?: string
  readonly user: { readonly login: string } | null
  readonly created_at: string
}

type Viewer = { readonly viewer: { readonly login: string } }

/** Whom the job's own token is for. */
const JOBS_BOT = 'github-actions[bot]'

/** How much older than ours a comment may be that another job made at the same time. */
const RACE_MS = 60_000

/** The comments of pull requests that this action writes: one of each key, found by its marker and its author. */
export class Comments {
  readonly #github: GitHubClient
  #login: string | undefined
  /** Those that were deleted since they were found: GitHub may list them for a while. */
  readonly #gone = new Set<number>()

  constructor(github: GitHubClient) {
    this.#github = github
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
    const body = renderBody(place.key, [own])
    const made = await makeOnce(
      this.#github,
      async () => await this.#create(place, body),
      async () => (await this.#find(place)).find((comment) => holds(comment, own))
    )
    this.#login ??= made.user?.login
    const since = new Date(Date.parse(made.created_at) - RACE_MS)
    const all = await this.#find(place, since)
    // Another job may have taken it into its own by now.
    return all.every(({ id }) => id === made.id) ? made.id : await this.#update(place, all, own)
  }

  /** The oldest of them takes in what the younger hold. */
  async #update(place: CommentPlace, found: readonly Comment[], own: WrittenPart): Promise<number> {
    const [oldest, ...younger] = found
    const id = oldest?.id ?? 0
    const before = found.flatMap(partsOf)
    try {
      await this.#write(place, id, [...before, own])
    } catch (error) {
      if (!isAnsweredWith(error, 404)) throw error
      this.#gone.add(id)
      return younger.length > 0 ? await this.#update(place, younger, own) : await this.#make(place, own)
    }
    for (const comment of younger) await this.#remove(comment)
    const now = partsOf(await this.#read(id))
    if (isLost(own, now, before)) await this.#write(place, id, [...now, own])
    return id
  }

  async #create({ pullRequest }: CommentPlace, body: string): Promise<Comment> {
    const { rest, repository } = this.#github
    return (await rest.issues.createComment({ ...repository, issue_number: pullRequest, body })).data
  }

  async #read(id: number): Promise<Comment> {
    const { rest, repository } = this.#github
    return (await rest.issues.getComment({ ...repository, comment_id: id })).data
  }

  async #write({ key }: CommentPlace, id: number, parts: readonly WrittenPart[]): Promise<void> {
    const { rest, repository } = this.#github
    await rest.issues.updateComment({ ...repository, comment_id: id, body: renderBody(key, united(parts)) })
  }

  async #remove({ id }: Comment): Promise<void> {
    const { rest, repository } = this.#github
    try {
      await rest.issues.deleteComment({ ...repository, comment_id: id })
    } catch (error) {
      // The other job did the same.
      if (!isAnsweredWith(error, 404)) throw error
    }
  }

  /** Ours of that key, oldest first. Anybody can write a comment that begins with the marker. */
  async #find({ pullRequest, key }: CommentPlace, since?: Date): Promise<readonly Comment[]> {
    const { rest, paginate, repository } = this.#github
    const listed = await paginate(rest.issues.listComments, {
      ...repository,
      issue_number: pullRequest,
      per_page: 100,
      ...(since && { since: since.toISOString() })
    })
    const marked = listed.filter(({ id, body }) => body?.startsWith(markerOf(key)) && !this.#gone.has(id))
    if (marked.length === 0) return []
    const login = await this.#ownLogin()
    return marked.filter(({ user }) => user?.login === login).sort((a, b) => a.id - b.id)
  }

  /** Whom the token is for, as REST names the authors of comments. */
  async #ownLogin(): Promise<string> {
    const asked = async () => (await this.#github.graphql<Viewer>('query { viewer { login } }')).viewer.login
    // Some tokens may not ask. Where no time is left for more, the next call says so.
    this.#login ??= await asked().catch(() => JOBS_BOT)
    return this.#login
  }
}

function partsOf({ body = '' }: Comment): readonly WrittenPart[] {
  return partsIn(body)
}

function holds(comment: Comment, own: WrittenPart): boolean {
  return partsOf(comment).some(({ id, stamp }) => id === own.id && stamp === own.stamp)
}

/** Another run of the same app that wrote since then is not undone: what it tells is newer. */
function isLost(own: WrittenPart, now: readonly WrittenPart[], before: readonly WrittenPart[]): boolean {
  const there = now.find(({ id }) => id === own.id)
  return there?.stamp !== own.stamp && (!there || before.some(({ stamp }) => stamp === there.stamp))
}
