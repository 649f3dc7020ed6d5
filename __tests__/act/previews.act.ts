import { expect, test } from '@jest/globals'
import type { GitHub } from '../../runner/github/github-server.ts'
import { pullRequestJob, shownComment, statesOf } from '../e2e/support/on-github.ts'
import { judged } from '../github/support/talking.ts'
import { remote } from '../support/deploying.ts'
import { ActScene } from './support/act-scene.ts'

/** What a workflow is told of pull request 7. */
function pulled(github: GitHub, facts: Parameters<typeof pullRequestJob>[2] = {}) {
  return { event: 'pull_request', payload: pullRequestJob(github, {}, facts).event as object }
}

async function isThere({ emulator }: ActScene, name: string): Promise<boolean> {
  return (await remote(emulator, { organization: 'acme', name })).state !== undefined
}

test('a preview comes with its pull request, follows it, and goes with it', async () => {
  await using github = await judged()
  await using scene = await ActScene.start(github)
  const opened = await scene.run('preview.yml', { ...pulled(github), jobs: { preview: 'success' } })
  expect(opened.printed('Show')).toEqual(['acme/greeter-pr-7 published'])
  expect(shownComment(github)).toMatch(/^### ✅ greeter-pr-7: version 1 is live/)

  await scene.run('preview.yml', { ...pulled(github), jobs: { preview: 'success' } })
  expect(shownComment(github)).toMatch(/^### ✅ greeter-pr-7: version 2 is live/)

  github.store.openPullRequest(7, { state: 'closed' })
  const close = pulled(github, { state: 'closed' })
  const closing = { ...close, payload: { ...close.payload, action: 'closed' } }
  const closed = await scene.run('preview.yml', { ...closing, jobs: { preview: 'success' } })
  expect(closed.printed('Show')).toEqual(['acme/greeter-pr-7 removed'])
  expect(await isThere(scene, 'greeter-pr-7')).toBe(false)
  expect(shownComment(github)).toMatch(/^### 🗑️ greeter-pr-7: deleted/)
  expect(github.store.commentsOn(7)).toHaveLength(1)
  expect(statesOf(github)).toEqual([
    ['in_progress', 'success', 'inactive'],
    ['in_progress', 'success', 'inactive']
  ])
})

test('the pull request of a fork, which has no secrets, is skipped without a word to anybody', async () => {
  await using github = await judged()
  await using scene = await ActScene.start(github)
  const forked = pulled(github, { head: { repo: { full_name: 'ada/fork' } } })
  const log = await scene.run('preview.yml', { ...forked, secrets: {}, jobs: { preview: 'success' } })
  expect(log.printed('Show')).toEqual([' skipped'])
  expect(log.annotations('notice')).toHaveLength(1)
  expect([github.calls, scene.emulator.journal]).toEqual([[], []])
})

test('the sweep lists a deserted preview, and removes it where that is not dry', async () => {
  await using github = await judged()
  await using scene = await ActScene.start(github)
  await scene.run('preview.yml', { ...pulled(github), jobs: { preview: 'success' } })
  github.store.openPullRequest(7, { state: 'closed' })
  const sweep = async (dry: string) => {
    const byHand = { event: 'workflow_dispatch', payload: { inputs: { 'dry-run': dry } } }
    return (await scene.run('sweep.yml', { ...byHand, jobs: { sweep: 'success' } })).printed('Show')
  }
  expect(await sweep('true')).toEqual(['orphans=["acme/greeter-pr-7"]', 'removed=[]'])
  expect(await isThere(scene, 'greeter-pr-7')).toBe(true)
  expect(await sweep('false')).toEqual(['orphans=["acme/greeter-pr-7"]', 'removed=["acme/greeter-pr-7"]'])
  expect(await isThere(scene, 'greeter-pr-7')).toBe(false)
})
