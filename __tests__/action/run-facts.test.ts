import { expect, test } from '@jest/globals'
import { readRunFacts } from '../../src/action/run-facts.ts'
import { Workspace } from '../support/deploying.ts'

const HEAD = '1'.repeat(40)
const SHA = '2'.repeat(40)

test.each([
  { event: 'pull_request', head: HEAD, commit: HEAD },
  { event: 'pull_request_review', head: HEAD, commit: HEAD },
  { event: 'pull_request_target', head: HEAD, commit: SHA },
  { event: 'pull_request', head: '--upload-pack=x', commit: SHA },
  { event: 'push', head: undefined, commit: SHA }
])('By $event, with the head $head, a run is for the commit $commit', ({ event, head, commit }) => {
  using workspace = new Workspace()
  workspace.write('event.json', JSON.stringify(head ? { pull_request: { head: { sha: head } } } : {}))
  const env = { GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: `${workspace.path}/event.json`, GITHUB_SHA: SHA }
  expect(readRunFacts(env, '/w').commit).toBe(commit)
})

const FORKS = { sha: HEAD, repo: { full_name: 'someone/shop' } }
const OWN = { sha: HEAD, repo: { full_name: 'acme/shop' } }

test.each([
  { event: 'pull_request', head: FORKS, actor: 'ada', secretless: 'fork' },
  { event: 'pull_request_review', head: FORKS, actor: 'ada', secretless: 'fork' },
  { event: 'pull_request_review_comment', head: FORKS, actor: 'ada', secretless: 'fork' },
  { event: 'pull_request_review', head: OWN, actor: 'dependabot[bot]', secretless: 'dependabot' },
  { event: 'pull_request_review', head: OWN, actor: 'ada', secretless: undefined },
  { event: 'pull_request_target', head: FORKS, actor: 'ada', secretless: undefined },
  { event: 'push', head: undefined, actor: 'dependabot[bot]', secretless: undefined }
])('$event by $actor for $head is without secrets: $secretless', ({ event, head, actor, secretless }) => {
  using workspace = new Workspace()
  workspace.write('event.json', JSON.stringify(head ? { pull_request: { head } } : {}))
  const facts = readRunFacts(
    {
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: `${workspace.path}/event.json`,
      GITHUB_ACTOR: actor,
      GITHUB_REPOSITORY: 'acme/shop'
    },
    '/w'
  )
  expect(facts).toMatchObject({ secretless, isDependabots: actor === 'dependabot[bot]' })
})
