import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { newsOf } from '../../src/action/news/github-news.ts'
import { postNews } from '../../src/action/news/post-news.ts'
import { renderSummary, type SummaryContent } from '../../src/action/summary/summary.ts'
import { markerOf, partsIn, renderBody } from '../../src/github/comment-body.ts'
import type { GitHubNews } from '../../src/model/github.ts'
import { hostileText } from '../log/support/hostile-text.ts'
import { rendered } from '../support/rendered-markdown.ts'

const LOG_URL = 'https://github.com/acme/shop/actions/runs/1'

/** What Markdown, HTML, GitHub and our own comment read. */
const MARKUP = [
  ...[
    '@octocat',
    '@acme/team',
    ' @a',
    '#12',
    'acme/shop#12',
    'GH-12',
    'a@b.example',
    'https://evil.example',
    'www.evil.example'
  ],
  ...[
    '[x](https://evil.example)',
    '![x](y)',
    '[x]: y',
    '<https://evil.example>',
    '<img src=x onerror=y>',
    '<b>',
    '</b>'
  ],
  ...[
    '</details>',
    '<details>',
    '</summary>',
    '<!--',
    '-->',
    '<!-- /part -->',
    '<!-- part x -->',
    markerOf('k'),
    '&#60;b&#62;'
  ],
  ...[
    '```',
    '`',
    '``',
    '~~~',
    '~~x~~',
    '**',
    '*',
    '__',
    '_',
    '|',
    '| --- |',
    '---',
    '===',
    '# ',
    '> ',
    '- ',
    '1. ',
    '+ ',
    '$x$',
    '\\'
  ],
  ...['\n', '\n\n', '\r', '\r\n', '    ', '\t', ':tada:', '<', '>', '&', '"', "'", '\u00a0', '\u200b', 'word']
]
const text = fc
  .oneof(
    hostileText,
    fc.array(fc.constantFrom(...MARKUP), { maxLength: 8 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary' })
  )
  // As the log leaves them: without controls, and without what .NET takes for line breaks.
  .map((each) => each.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\u2028\u2029]/gu, ''))
const TEXTS = [
  'app',
  'tag',
  'line',
  'hint',
  'headline',
  'snippet',
  'excerpt',
  'test',
  'said',
  'left',
  'warning',
  'change'
] as const
type Texts = Readonly<Record<(typeof TEXTS)[number], string>>
const anyTexts: fc.Arbitrary<Texts> = fc.record(
  Object.fromEntries(TEXTS.map((name) => [name, text])) as Record<(typeof TEXTS)[number], typeof text>
)
/** Begins and ends with a letter: that a paragraph is empty, or has blanks at its ends, changes no structure that counts. */
const HARMLESS = Object.fromEntries(TEXTS.map((name) => [name, 'x'])) as Texts

function storyOf(texts: Texts, isFailed: boolean): SummaryContent {
  const { app, tag, line, hint, headline, snippet, excerpt, said, left, warning, change } = texts
  return {
    app: `a${app}`,
    mode: 'preview',
    endpoint: `a${app}`,
    outcome: isFailed ? { status: 'failed', reason: 'test_failed' } : { status: 'planned', reason: 'ok' },
    facts: { publishedVersion: 4, previousVersion: 3, activeVersion: 4, changed: true, answer: `a${said}` },
    comparison: {
      version: 3,
      same: 1,
      line: `a${change}`,
      changes: [
        {
          kind: 'changed',
          part: 'file',
          name: `a${change}`,
          detail: `a${said}`,
          texts: { before: 'one', after: `two${change}` }
        }
      ]
    },
    failure: isFailed
      ? {
          reason: 'test_failed',
          title: `a${line}`,
          lines: [`a${line}`, `b${said}`],
          hint: `a${hint}`.replace(/[\r\n]/g, ' '),
          known: undefined,
          headline: `a${headline}`,
          excerpt: [`a${excerpt}`, `b${said}`],
          snippet: [`a${snippet}`],
          stack: undefined
        }
      : undefined,
    commit: { repositoryUrl: 'https://github.com/acme/shop', commit: 'a'.repeat(40) },
    steps: [],
    tests: [{ name: `a${texts.test}`, passed: !isFailed, line: `a${said}`, ms: 5 }],
    tag: `a${tag}`,
    diagnostics: '',
    leftOut: `a${left}`,
    remarks: [{ kind: 'warning', text: `a${warning}z` }],
    ms: 5
  }
}

function commentOf(key: string, news: readonly GitHubNews[]): string {
  return renderBody(
    key,
    news.map(({ part }, at) => ({ ...part, id: `app-${at}`, stamp: '1' }))
  )
}

/** Every text of a run is as inert as a word: the same tags, and nothing that GitHub would refer to. */
function expectInert(render: (texts: Texts) => string): void {
  const { tags, references } = rendered(render(HARMLESS))
  expect(references).toEqual([])
  fc.assert(
    fc.property(anyTexts, (texts) => {
      expect(rendered(render(texts))).toEqual({ tags, references: [] })
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 1000) }
  )
}

test.each([true, false])('the summary keeps its form, whatever the texts of a run are (failed: %j)', (isFailed) => {
  expectInert((texts) => renderSummary(storyOf(texts, isFailed)))
})

test.each([true, false])('the comment of one app keeps its form (failed: %j)', (isFailed) => {
  expectInert((texts) => commentOf(`k${texts.app}`, [newsOf(storyOf(texts, isFailed), LOG_URL)]))
})

test('the comment of several apps keeps its form, and each part is read as it was', () => {
  const news = (texts: Texts) => [
    newsOf(storyOf(texts, true), LOG_URL),
    newsOf(storyOf(HARMLESS, false), LOG_URL),
    postNews({
      app: `a${texts.app}`,
      aftermath: { line: `a${texts.line}`, end: 'rolled-back' },
      job: 'failure',
      run: { repositoryUrl: undefined, commit: undefined, tag: `a${texts.tag}`, runUrl: LOG_URL }
    })
  ]
  expectInert((texts) => {
    const body = commentOf(`k${texts.app}`, news(texts))
    expect(partsIn(body).map(({ id, body: words }) => [id, words])).toEqual(
      news(texts).map(({ part }, at) => [`app-${at}`, part.body.trim()])
    )
    return body
  })
})
