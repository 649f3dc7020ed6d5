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
