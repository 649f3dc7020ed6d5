import { describe, expect, test } from '@jest/globals'
import type { GitHub } from '../../runner/github/github-server.ts'
import { markerOf, partsIn, renderBody } from '../../src/github/comment-body.ts'
import { Comments } from '../../src/github/comments.ts'
import type { CommentPart } from '../../src/model/github.ts'
import { apiOf, changes, judged } from './support/talking.ts'

const BOT = 'github-actions[bot]'
const PLACE = { pullRequest: 7, key: 'greeter', id: 'greeter' }

function partOf(words: string): CommentPart {
  return { title: words, cells: { App: words, Result: 'fine' }, body: `About ${words}.`, isOpen: false }
}

/** What a reader of the pull request finds, as it is now. */
function bodies({ store }: GitHub): readonly string[] {
  return store.commentsOn(7).map(({ body }) => body)
}

function idsOf(body: string | undefined): readonly string[] {
  return partsIn(body ?? '').map(({ id }) => id)
}

describe('one comment of a key', () => {
  test('is made by the first run and changed by the next', async () => {
    await using github = await judged()
    const first = await new Comments(apiOf(github)).put(PLACE, partOf('one'))
    const second = await new Comments(apiOf(github)).put(PLACE, partOf('two'))
    expect(second).toBe(first)
    expect(bodies(github)).toEqual([expect.stringContaining('About two.')])
    expect(bodies(github)[0]).not.toContain('one')
    expect(changes(github)).toEqual(['POST /issues/7/comments', `PATCH /issues/comments/${first}`])
  })

  test('92 is found among 350, on the fourth page', async () => {
    await using github = await judged()
    const { store } = github
    for (let n = 0; n < 320; n++) store.addComment(7, 'ada', `comment ${n}`)
    const id = await new Comments(apiOf(github)).put(PLACE, partOf('one'))
    for (let n = 0; n < 29; n++) store.addComment(7, 'ada', `comment ${n}`)
    expect(await new Comments(apiOf(github)).put(PLACE, partOf('two'))).toBe(id)
    expect(store.commentsOn(7)).toHaveLength(350)
    expect(store.comments.get(id)?.body).toContain('About two.')
  })

  test('92 is not taken from anybody else who wrote the marker, nor from an older one of ours with another key', async () => {
    await using github = await judged()
    const planted = github.store.addComment(7, 'mallory', `${markerOf('greeter')}\n\nfree money`)
    const other = github.store.addComment(7, BOT, `${markerOf('greeter-2')}\n\n`)
    const id = await new Comments(apiOf(github)).put(PLACE, partOf('one'))
    expect([planted.id, other.id]).not.toContain(id)
    expect(planted.body).toContain('free money')
    expect(bodies(github)).toHaveLength(3)
  })

  test('is that of the token’s own app', async () => {
    await using github = await judged({ login: 'shop[bot]' })
    github.store.addComment(7, BOT, `${markerOf('greeter')}\n\n`)
    const id = await new Comments(apiOf(github)).put(PLACE, partOf('one'))
    expect(github.store.comments.get(id)?.login).toBe('shop[bot]')
    expect(await new Comments(apiOf(github)).put(PLACE, partOf('two'))).toBe(id)
  })

  test('is that of the job’s bot where GitHub does not say whose the token is', async () => {
    await using github = await judged({
      faults: [{ path: /^graphql$/, fault: { kind: 'answer', code: 403, body: '{}' } }]
    })
    const id = await new Comments(apiOf(github)).put(PLACE, partOf('one'))
    expect(await new Comments(apiOf(github)).put(PLACE, partOf('two'))).toBe(id)
  })

  test('92 is made anew where it was deleted between the look and the change', async () => {
    await using github = await judged({
      onCall: ({ method }) => {
        if (method === 'PATCH') github.store.comments.clear()
      }
    })
    const first = await new Comments(apiOf(github)).put(PLACE, partOf('one'))
    const second = await new Comments(apiOf(github)).put(PLACE, partOf('two'))
    expect(second).not.toBe(first)
    expect(bodies(github)).toEqual([expect.stringContaining('About two.')])
  })

  test('92 is made once where a deleted one is still listed', async () => {
    await using github = await judged({
      faults: [{ method: 'PATCH', fault: { kind: 'answer', code: 404, body: '{"message": "Not Found"}' } }]
    })
    const listed = github.store.addComment(7, BOT, `${markerOf('greeter')}\n\n`)
    const id = await new Comments(apiOf(github)).put(PLACE, partOf('one'))
    expect(github.store.commentsOn(7).map((comment) => comment.id)).toEqual([listed.id, id])
    expect(github.store.comments.get(id)?.body).toContain('About one.')
  })

  test('92 is what is left of two, with the parts of both', async () => {
    await using github = await judged()
    const { store } = github
    for (const id of ['api', 'web']) {
      await new Comments(apiOf(github)).put({ ...PLACE, key: id, id }, partOf(id))
    }
    // As two jobs leave them that made one each at the same moment.
    for (const comment of store.comments.values()) {
      comment.body = comment.body.replace(/<!-- ignite-deploy \S+ -->/, markerOf('greeter'))
    }
    const [oldest] = store.commentsOn(7)
    expect(await new Comments(apiOf(github)).put(PLACE, partOf('greeter'))).toBe(oldest?.id)
    expect(bodies(github)).toHaveLength(1)
    expect(idsOf(bodies(github)[0])).toEqual(['api', 'greeter', 'web'])
  })
})

describe('several apps in one comment', () => {
  const write = (github: GitHub, id: string, words = id) =>
    new Comments(apiOf(github)).put({ ...PLACE, key: 'shop', id }, partOf(words))

  test('are rows of one table', async () => {
    await using github = await judged()
    for (const id of ['web', 'api']) await write(github, id)
    await write(github, 'web', 'web again')
    const [body = '', ...others] = bodies(github)
    expect(others).toEqual([])
    expect(body).toContain('| App | Result |\n| --- | --- |\n| api | fine |\n| web again | fine |')
    expect(body).toContain('<details><summary>api</summary>')
    expect(idsOf(body)).toEqual(['api', 'web'])
  })

  test('that write at the same time are all there in the end', async () => {
    await using github = await judged()
    await write(github, 'first')
    await Promise.all(['a', 'b'].map((id) => write(github, id)))
    expect(bodies(github)).toHaveLength(1)
    expect(idsOf(bodies(github)[0])).toEqual(['a', 'b', 'first'])
  })

  test('that make the comment at the same time leave one', async () => {
    await using github = await judged()
    await Promise.all(['a', 'b'].map((id) => write(github, id)))
    await write(github, 'c')
    expect(bodies(github)).toHaveLength(1)
    expect(idsOf(bodies(github)[0])).toEqual(['a', 'b', 'c'])
  })

  test('of which one was overwritten: it writes itself once more', async () => {
    let lost = false
    await using github = await judged({
      onCall: ({ method, path }) => {
        // Another job changes the comment after ours did, from what it read before.
        if (method !== 'GET' || !path.startsWith('/issues/comments/') || lost) return
        lost = true
        const [comment] = github.store.commentsOn(7)
        if (comment) comment.body = comment.body.replace(/<!-- part \S+ -->/g, '<!-- gone -->')
      }
    })
    await write(github, 'a')
    await write(github, 'b')
    expect(lost).toBe(true)
    expect(idsOf(bodies(github)[0])).toContain('b')
  })
})

describe('two runs of one app', () => {
  test('of which one wrote after the other: it has the last word', async () => {
    let isWritten = false
    await using github = await judged({
      onCall: ({ method, path }) => {
        if (method !== 'GET' || !path.startsWith('/issues/comments/') || isWritten) return
        isWritten = true
        const [comment] = github.store.commentsOn(7)
        if (comment) comment.body = renderBody('greeter', [{ ...partOf('later'), id: 'greeter', stamp: 'theirs' }])
      }
    })
    await new Comments(apiOf(github)).put(PLACE, partOf('first'))
    await new Comments(apiOf(github)).put(PLACE, partOf('earlier'))
    expect(isWritten).toBe(true)
    expect(bodies(github)).toEqual([expect.stringContaining('About later.')])
  })

  test('that make the comment at the same time: both name the one that is left', async () => {
    await using github = await judged({
      onCall: ({ method, query }) => {
        // The other run, which made an older comment at the same moment, has taken in ours by now.
        if (method !== 'GET' || !query.has('since')) return
        const [ours] = github.store.commentsOn(7)
        if (ours) github.store.comments.delete(ours.id)
        github.store.addComment(7, BOT, ours?.body ?? '')
      }
    })
    const id = await new Comments(apiOf(github)).put(PLACE, partOf('one'))
    expect(github.store.commentsOn(7).map((comment) => comment.id)).toEqual([id])
    expect(bodies(github)).toEqual([expect.stringContaining('About one.')])
  })
})

describe('trouble', () => {
  test.each([
    ['a 502 after the effect', { kind: 'answer', code: 502, isDone: true }],
    ['a 502 before it', { kind: 'answer', code: 502 }],
    ['a connection that is cut after the effect', { kind: 'cut', isDone: true }]
  ] as const)('%s leaves one comment', async (_, fault) => {
    await using github = await judged({ faults: [{ method: 'POST', path: /comments/, calls: [1], fault }] })
    const id = await new Comments(apiOf(github)).put(PLACE, partOf('one'))
    expect(github.store.commentsOn(7).map((comment) => comment.id)).toEqual([id])
  })

  test('a comment that GitHub will not take is an error in its words', async () => {
    await using github = await judged()
    github.store.openPullRequest(7, { isLocked: true })
    await expect(new Comments(apiOf(github)).put(PLACE, partOf('one'))).rejects.toMatchObject({
      trouble: 'refused',
      message: 'GitHub answered HTTP 403: Unable to create comment because issue is locked.'
    })
  })
})
