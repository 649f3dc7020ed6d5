import { execFile } from 'node:child_process'
import { cp, rm } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { promisify } from 'node:util'
import type { GitCredentials } from '../model/image-model.ts'
import { BuildError } from './tools/build-error.ts'

const run = promisify(execFile)

/** A repository that builds may clone: `directory` stands for the URL. */
export type KnownRepository = {
  readonly url: string
  readonly directory: string
  /** Who may clone it; without, everybody. */
  readonly private?: GitCredentials
}

export type GitOrder = {
  readonly url: string
  /** A branch, a tag or a commit; empty is what the repository has checked out. */
  readonly reference: string
  /** Of the repository; empty is its root. */
  readonly directory: string
  readonly credentials: GitCredentials | undefined
}

type CheckOut = {
  readonly repositories: readonly KnownRepository[]
  /** Not there yet. */
  readonly target: string
  /** A directory for the clone. */
  readonly scratch: string
  readonly signal: AbortSignal
}

/** Puts what the order names into `target`, without the history. Nothing comes from the network. Throws BuildError. */
export async function checkOut(order: GitOrder, { repositories, target, scratch, signal }: CheckOut): Promise<void> {
  const known = findRepository(order, repositories)
  const clone = join(scratch, 'clone')
  const git = async (...args: readonly string[]) =>
    (await run('git', ['-c', 'core.hooksPath=/dev/null', ...args], { signal })).stdout.trim()
  try {
    await git('clone', '--quiet', '--no-checkout', '--', known.directory, clone)
  } catch (cause) {
    throw failure(`the repository ${order.url} cannot be cloned`, cause)
  }
  const commit = await commitOf(order.reference, (...args) => git('-C', clone, ...args))
  if (!commit) throw failure(`couldn't find remote ref "${order.reference}"`)
  await git('-C', clone, 'checkout', '--quiet', '--detach', commit)
  await rm(join(clone, '.git'), { recursive: true })
  const part = join(clone, posix.join('/', order.directory))
  await cp(part, target, { recursive: true, verbatimSymlinks: true }).catch((cause) => {
    throw failure(`the repository has no directory ${order.directory}`, cause)
  })
}

function findRepository({ url, credentials }: GitOrder, repositories: readonly KnownRepository[]): KnownRepository {
  const known = repositories.find((repository) => plain(repository.url) === plain(url))
  if (!known) throw failure(`repository not found: ${url}`)
  const owner = known.private
  if (owner && (credentials?.username !== owner.username || credentials.token !== owner.token)) {
    throw failure(`authentication required: ${url}`)
  }
  return known
}

/** Hosts serve a repository under both names. */
function plain(url: string): string {
  return url.replace(/\/+$/, '').replace(/\.git$/, '')
}

async function commitOf(
  reference: string,
  git: (...args: readonly string[]) => Promise<string>
): Promise<string | undefined> {
  const names =
    reference === '' ? ['refs/remotes/origin/HEAD'] : [`refs/remotes/origin/${reference}`, `refs/tags/${reference}`]
  if (/^[0-9a-f]{7,40}$/.test(reference)) names.push(reference)
  for (const name of names) {
    const commit = await git('rev-parse', '--verify', '--quiet', `${name}^{commit}`).catch(() => '')
    if (commit) return commit
  }
  return undefined
}

function failure(why: string, cause?: unknown): BuildError {
  return new BuildError(`error resolving source context: ${why}`, { cause })
}
