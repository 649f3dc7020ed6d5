import { pauseAfter } from '../model/backoff.ts'
import type { GitHubClient } from './github-client.ts'
import { GitHubError } from './github-error.ts'

const TRIES = 3
const PAUSES = { first: 500, most: 2_000 }

/**
 * Makes something that must not be made twice: where the answer leaves open whether it was made, it is looked for first.
 * Throws GitHubError.
 */
export async function makeOnce<T>(
  { pause }: Pick<GitHubClient, 'pause'>,
  make: () => Promise<T>,
  find: () => Promise<T | undefined>
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await make()
    } catch (error) {
      if (!(error instanceof GitHubError) || error.trouble !== 'no-answer' || attempt >= TRIES) throw error
      await pause(pauseAfter(PAUSES, attempt))
      const found = await find()
      if (found !== undefined) return found
    }
  }
}
