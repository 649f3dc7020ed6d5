import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../emulator/start.ts'
import type { GitHub, GitHubOptions } from '../../../runner/github/github-server.ts'
import { markerOf, renderBody } from '../../../src/github/comment-body.ts'
import { judged } from '../../github/support/talking.ts'
import { inputsFor, messagesOf, runMain, Workspace } from '../../support/deploying.ts'
import { rendered } from '../../support/rendered-markdown.ts'
import { pullRequestJob } from '../support/on-github.ts'

const BOT = 'github-actions[bot]'
const TOO_LONG = 'What there was to say is too long for this comment'
const workspace = new Workspace()
let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(async () => {
  workspace[Symbol.dispose]()
  await emulator.close()
})

/** A run that tells the comment `shop`. Gives the id that it reports. */
async function told(github: GitHub): Promise<number> {
  const inputs = inputsFor(emulator, { comment: 'true', 'comment-key': 'shop' })
  const main = await runMain(workspace, pullRequestJob(github, inputs))
  expect([main.exitCode, messagesOf(main, 'warning')]).toEqual([0, []])
  return Number(main.outputs['comment_id'])
}

/** Of this action, by whoever the token is for. */
function ours({ store }: GitHub) {
  return store.commentsOn(7).filter(({ login, body }) => login === BOT && body.startsWith(markerOf('shop')))
}

function chatter({ store }: GitHub, count: number): void {
  for (let n = 0; n < count; n++) store.addComment(7, 'ada', `comment ${n}`)
}

function bodyOf(...apps: readonly string[]): string {
  const part = (app: string) => ({ title: app, cells: { App: app }, body: `About ${app}.`, isOpen: false })
  return renderBody(
    'shop',
    apps.map((app) => ({ ...part(app), id: app, stamp: app }))
  )
}

describe('92 there is one correct comment', () => {
  test('of 350, where its marker is on the fourth page', async () => {
    await using github = await judged()
    chatter(github, 320)
    const first = await told(github)
    chatter(github, 29)
    expect(await told(github)).toBe(first)
    expect(github.store.commentsOn(7)).toHaveLength(350)
    expect(ours(github).map(({ id }) => id)).toEqual([first])
  })

  test('where two had the marker, with what both told', async () => {
    await using github = await judged()
    const oldest = github.store.addComment(7, BOT, bodyOf('api'))
    github.store.addComment(7, BOT, bodyOf('web'))
    expect(await told(github)).toBe(oldest.id)
    const [{ body } = { body: '' }, ...others] = ours(github)
    expect(others).toEqual([])
    for (const app of ['api', 'web', 'greeter']) expect(body).toContain(`| ${app} |`)
  })

  test('where another user wrote the marker', async () => {
    await using github = await judged()
    const planted = github.store.addComment(7, 'mallory', bodyOf('mallory'))
    const id = await told(github)
    expect(id).not.toBe(planted.id)
    expect(planted.body).toBe(bodyOf('mallory'))
    expect(ours(github).map((comment) => comment.id)).toEqual([id])
    expect(ours(github)[0]?.body).not.toContain('mallory')
  })

  test('where it was deleted between list and update', async () => {
    let isDeleted = false
    const options: GitHubOptions = {
      onCall: ({ method }) => {
        if (method !== 'PATCH' || isDeleted) return
        isDeleted = true
        github.store.comments.clear()
      }
    }
    await using github = await judged(options)
    const gone = github.store.addComment(7, BOT, bodyOf('greeter'))
    const id = await told(github)
    expect([isDeleted, id === gone.id]).toEqual([true, false])
    expect(ours(github).map((comment) => comment.id)).toEqual([id])
  })
})

test('93 a comment that would be over 65,536 characters is cut, and is whole Markdown', async () => {
  await using github = await judged()
  const apps = Array.from({ length: 5 }, (_, at) => `app-${at}`)
  const body = `<code>${'x'.repeat(11_600)}</code>`
  const parts = apps.map((app) => ({ id: app, stamp: app, title: app, cells: { App: app }, body, isOpen: false }))
  const before = renderBody('shop', parts)
  expect(before).not.toContain(TOO_LONG)
  github.store.addComment(7, BOT, before)
  await told(github)
  const after = ours(github)[0]?.body ?? ''
  expect([...after].length).toBeLessThanOrEqual(65_536)
  expect(after).toContain(TOO_LONG)
  for (const app of [...apps, 'greeter']) expect(after).toContain(`| ${app} |`)
  const { tags } = rendered(after)
  const count = (tag: string) => tags.filter((each) => each.startsWith(tag)).length
  expect([count('<details'), count('</details>'), count('<summary'), count('</summary>')]).toEqual([6, 6, 6, 6])
  expect([count('<a '), count('<table>')]).toEqual([count('</a>'), 1])
})
