import type { GitHub } from '../../../runner/github/github-server.ts'
import type { ActionOptions, Inputs } from '../../support/deploying.ts'

export const HEAD = 'a'.repeat(40)
const MERGE = 'b'.repeat(40)

/** A job of pull request 7 of that GitHub, opened from a branch of the same repository. */
export function pullRequestJob(
  { context }: GitHub,
  inputs: Inputs,
  { head = {}, ...pull }: { readonly head?: object; readonly [name: string]: unknown } = {}
): ActionOptions {
  const { repository } = context
  return {
    inputs,
    github: {
      ...context,
      event_name: 'pull_request',
      ref: 'refs/pull/7/merge',
      sha: MERGE,
      head_ref: 'topic',
      base_ref: 'main'
    },
    event: {
      action: 'synchronize',
      pull_request: {
        number: 7,
        state: 'open',
        merged: false,
        title: 'Pull request 7',
        ...pull,
        head: { ref: 'topic', sha: HEAD, repo: { full_name: repository }, ...head }
      }
    }
  }
}

/** A job of a push to main. */
export function pushJob({ context }: GitHub, inputs: Inputs): ActionOptions {
  return { inputs, github: { ...context, sha: HEAD }, event: {} }
}

/** The comment as a reader sees it: links, code and entities as text. */
export function shownComment({ store }: GitHub, number = 7): string {
  return store
    .commentsOn(number)
    .map(({ body }) => shownMarkdown(body))
    .join('\n=====\n')
}

function shownMarkdown(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->\n*/g, '')
    .replace(/<a href="[^"]*">|<\/a>|<\/?code>/g, '')
    .replace(/&#(\d+);/g, (_, point) => String.fromCodePoint(Number(point)))
}

/** The states of each deployment, oldest first. */
export function statesOf({ store }: GitHub): readonly (readonly string[])[] {
  return [...store.deployments.values()].map(({ statuses }) => statuses.map(({ state }) => state))
}
