import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { DEFAULT_ACCOUNT, type Emulator, startEmulator } from '../../../emulator/start.ts'
import { partsIn } from '../../../src/github/comment-body.ts'
import { judged } from '../../github/support/talking.ts'
import { HOSTILE } from '../../log/support/hostile-text.ts'
import { type ActionOptions, inputsFor, runMain, theFailure, Workspace } from '../../support/deploying.ts'
import { rendered } from '../../support/rendered-markdown.ts'
import { pullRequestJob } from '../support/on-github.ts'

const ASKED = { comment: 'true', 'github-deployment': 'true' }
let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())

const MARKUP = [
  '@octocat acme/shop#12 GH-12 a@b.example https://evil.example www.evil.example',
  '<img src=x onerror=y> [x](https://evil.example) ![x](https://evil.example) <https://evil.example>',
  '</code></pre></td></tr></table></details><b>| x | y |',
  '<!-- /part -->',
  '',
  '```',
  '~~~',
  '---',
  '# heading',
  '::error::x',
  '##[error]y'
].join('\n')
/** Every way that is known to smuggle a command, and out of Markdown. No variable holds NUL. */
const TEXT = `${MARKUP}\n${HOSTILE}\n${MARKUP}`.replaceAll('\0', '')
const LINE = TEXT.replace(/[\n\r]+/g, ' ')

/** Tags that summary and comment are made of. */
const OWN = /^<\/?(?:h3|p|strong|em|ul|li|table|thead|tbody|tr|th|td|details|summary|pre|br|hr|code|a)\b/
const PYTHON = (statement: string) => `TEXT = ${JSON.stringify(TEXT)}\ndef handler(payload, ctx):\n    ${statement}\n`

type Hostile = {
  readonly handler?: string
  readonly pull?: Readonly<Record<string, unknown>>
  readonly github?: Readonly<Record<string, string>>
  readonly event?: object
  readonly inputs?: Readonly<Record<string, string>>
}

const PLACES: readonly (readonly [string, Hostile])[] = [
  [
    'title, branch and label of the pull request',
    {
      pull: { title: TEXT, body: TEXT, labels: [{ name: TEXT }], head: { ref: TEXT }, user: { login: TEXT } },
      github: { head_ref: TEXT, base_ref: TEXT, actor: LINE, job: LINE, workflow: LINE }
    }
  ],
  [
    'message of the commit, and the tag',
    {
      event: { head_commit: { message: TEXT, author: { name: TEXT } }, ref: TEXT, release: { name: TEXT } },
      github: { event_name: 'push', ref_type: 'tag', ref: `refs/tags/${LINE}`, ref_name: TEXT }
    }
  ],
  [
    'key of the comment, and the environment',
    { inputs: { 'comment-key': LINE, 'github-environment': LINE.slice(0, 200) } }
  ],
  ['log of the app, which passes its test', { handler: PYTHON('print(TEXT)\n    return {"text": TEXT}') }],
  ['error of the app', { handler: PYTHON('raise ValueError(TEXT)') }],
  [
    'log of the app, which then dies',
    { handler: PYTHON('import os, sys; sys.stderr.write(TEXT); sys.stderr.flush(); os._exit(3)') }
  ],
  ['file and code that do not compile', { handler: `def handler(payload, ctx) "${LINE.replace(/["\\]/g, '')}"\n` }]
]

function jobOf(job: ActionOptions, { github = {}, event }: Hostile): ActionOptions {
  return { ...job, github: { ...job.github, ...github }, ...(event && { event }) }
}

test.each(PLACES)(
  'the %s leaves its place neither in the log nor in summary, comment and deployment',
  async (_, hostile) => {
    await using github = await judged()
    github.store.openPullRequest(7, { commits: ['b'.repeat(40)] })
    using workspace = new Workspace()
    if (hostile.handler) workspace.edit('handler.py', () => hostile.handler ?? '')
    const inputs = inputsFor(emulator, { ...ASKED, 'test-payload': '{}', ...hostile.inputs })
    // It throws where the runner saw a command that is not ours.
    const main = await runMain(workspace, jobOf(pullRequestJob(github, inputs, hostile.pull), hostile))
    const [{ body } = { body: '' }, ...others] = github.store.commentsOn(7)
    expect(others).toEqual([])
    expect(partsIn(body)).toHaveLength(1)
    for (const text of [body, main.summary ?? '']) {
      expect(text).not.toBe('')
      const { tags, references } = rendered(text)
      expect(references).toEqual([])
      expect(tags.filter((tag) => !OWN.test(tag))).toEqual([])
      for (const tag of tags.filter((each) => each.startsWith('<a '))) expect(tag).not.toContain('evil')
      expect(tags.filter((tag) => tag === '</details>')).toHaveLength(
        tags.filter((tag) => /^<details/.test(tag)).length
      )
    }
    for (const { statuses, description } of github.store.deployments.values()) {
      for (const told of [description, ...statuses.map((status) => status.description)]) {
        expect(told).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
        expect([...told].length).toBeLessThanOrEqual(140)
      }
    }
  }
)

test('no text of an app, a tag or a branch leaves its place in the comment, and no secret gets there', async () => {
  await using github = await judged()
  using workspace = new Workspace()
  const hostile = '@octocat <img src=x> [x](https://evil.example) ``` | ##[error]x <!-- /part -->'
  // The secret is put together there: as it is, it would not be packed.
  const { secret } = DEFAULT_ACCOUNT
  const says = [`${hostile}\n::error::y ${secret.slice(0, 4)}`, `${secret.slice(4)} ${hostile}`]
  const raises = `def handler(payload, ctx):\n    raise ValueError("".join(${JSON.stringify(says)}))\n`
  workspace.edit('handler.py', () => raises)
  const inputs = inputsFor(emulator, { ...ASKED, app: 'hostile', 'test-payload': '{}', 'comment-key': `${hostile}-->` })
  const job = pullRequestJob(github, inputs, { title: hostile, head: { ref: hostile } })
  const main = await runMain(workspace, {
    ...job,
    github: { ...job.github, head_ref: hostile, ref_type: 'tag', ref_name: hostile }
  })
  expect(theFailure(main).reason).toBe('test_failed')
  const [{ body } = { body: '' }] = github.store.commentsOn(7)
  const visible = body.replace(/<!-- (?:ignite-deploy|part) [^\s<>]+ -->|<!-- \/part -->/g, '')
  expect(visible).toContain('&#64;octocat')
  expect(visible).not.toMatch(/@octocat|<img|\]\(|```|<!--|##\[error/)
  expect(body).not.toContain(secret)
  for (const { statuses, description } of github.store.deployments.values()) {
    const told = [description, ...statuses.map((status) => status.description)]
    for (const each of told) expect(each).not.toMatch(new RegExp(`[\\r\\n]|${secret}`))
  }
})
