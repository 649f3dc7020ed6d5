import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Failure } from '../../../src/action/failure.ts'
import { renderSummary } from '../../../src/action/summary/summary.ts'
import type { ReasonCode } from '../../../src/model/outcome.ts'

type Story = Parameters<typeof renderSummary>[0]

const COMMIT = '0123456789abcdef0123456789abcdef01234567'
const LIVE: Story = {
  app: 'greeter',
  mode: 'deploy',
  endpoint: 'rpc.dodil.io:443 (production)',
  outcome: { status: 'published', reason: 'ok' },
  facts: {
    appId: 'acme/greeter',
    publishedVersion: 4,
    previousVersion: 3,
    activeVersion: 4,
    changed: true,
    publicUrls: [{ url: 'https://greeter.acme.dodil.run', port: 80 }],
    answer: 'answers with 200'
  },
  comparison: undefined,
  failure: undefined,
  commit: { repositoryUrl: 'https://github.com/acme/shop', commit: COMMIT },
  steps: [],
  tests: [],
  tag: undefined,
  diagnostics: '',
  leftOut: '',
  remarks: [],
  ms: 42_000
}

function failing(reason: ReasonCode, failure: Partial<Failure> = {}, facts: Story['facts'] = {}): Story {
  return {
    ...LIVE,
    outcome: { status: 'failed', reason },
    facts: { appId: 'acme/greeter', previousVersion: 3, activeVersion: 3, changed: false, ...facts },
    failure: {
      reason,
      title: 'Compile draft failed',
      lines: ['The code did not compile: exit status 101'],
      hint: undefined,
      known: undefined,
      headline: undefined,
      excerpt: [],
      snippet: [],
      stack: undefined,
      ...failure
    }
  }
}

/** As a reader sees it: links and entities as text. */
function seen(story: Story): readonly string[] {
  return renderSummary(story)
    .replace(/<a href="[^"]*">|<\/a>|<\/?code>/g, '')
    .replace(/&#(\d+);/g, (_, point) => String.fromCodePoint(Number(point)))
    .split('\n\n')
}

describe('the first lines of a summary', () => {
  test('say what is live, where, what was before, of which commit, and how long it took', () => {
    expect(seen(LIVE).slice(0, 2)).toEqual([
      '### ✅ greeter: version 4 is live',
      'https://greeter.acme.dodil.run · answers with 200 · before: version 3 · commit 0123456 · 42&nbsp;s · at rpc.dodil.io:443 (production)'
    ])
    expect(renderSummary(LIVE)).toContain('<a href="https&#58;//greeter.acme.dodil.run/">')
    expect(renderSummary(LIVE)).toContain(
      `<a href="https&#58;//github.com/acme/shop/commit/${COMMIT}"><code>0123456</code></a>`
    )
  })

  test('say which tag it is, and how its tests went', () => {
    const test = { name: 'a.json', passed: true, line: 'fine', ms: 5 }
    const told = (tests: Story['tests']) => seen({ ...LIVE, tag: 'v1.2.0', tests })[1]
    expect(told([test])).toContain('commit 0123456 · tag v1.2.0 · the test passed · 42&nbsp;s')
    expect(told([test, test, test])).toContain('3 tests passed')
    expect(renderSummary({ ...LIVE, tag: '<b>|@all' })).toContain('<code>&#60;b&#62;&#124;&#64;all</code>')
  })

  test('say that a version is the first', () => {
    const { previousVersion: _, ...facts } = LIVE.facts
    expect(seen({ ...LIVE, facts })[1]).toMatch(/^https\S+ · answers with 200 · the first version · commit/)
  })

  test('say that nothing called it', () => {
    const { answer: _, ...facts } = LIVE.facts
    expect(seen({ ...LIVE, facts })[1]).toMatch(/^https\S+ · not called · before: version 3/)
  })

  test('say that another run’s version is live', () => {
    const outcome = { status: 'published', reason: 'superseded' } as const
    const facts = { ...LIVE.facts, activeVersion: 5 }
    expect(seen({ ...LIVE, outcome, facts })[0]).toBe(
      '### ⚠️ greeter: version 5, by another run, is live instead of version 4'
    )
  })

  test('say that nothing was deployed', () => {
    const outcome = { status: 'skipped', reason: 'no_credentials' } as const
    const told = seen({
      ...LIVE,
      outcome,
      facts: {},
      endpoint: undefined,
      commit: { repositoryUrl: undefined, commit: undefined }
    })
    expect(told.slice(0, 2)).toEqual(['### ⏭️ greeter: not deployed', '42&nbsp;s'])
  })

  test.each<[boolean | 'unknown', number, string]>([
    [true, 3, 'a deploy would change 2 files and tier'],
    [true, 0, 'a deploy would publish the first version: 2 files and tier'],
    [false, 3, 'a deploy would change nothing'],
    ['unknown', 3, 'whether a deploy would change anything is not known']
  ])('say what a deploy would change: %j since version %d', (changed, version, says) => {
    const outcome = { status: 'planned', reason: 'planned' } as const
    const comparison = { version, line: '2 files and tier', changes: [], same: 0 }
    expect(seen({ ...LIVE, outcome, comparison, facts: { changed, activeVersion: version } })[0]).toBe(
      `### 🔍 greeter, dry run: ${says}`
    )
  })

  test('say that nothing had to be published, and where what is live is', () => {
    const outcome = { status: 'unchanged', reason: 'unchanged' } as const
    const { publishedVersion: _, ...facts } = LIVE.facts
    expect(seen({ ...LIVE, outcome, facts }).slice(0, 2)).toEqual([
      '### ✅ greeter: unchanged, version 4 stays live',
      'https://greeter.acme.dodil.run · commit 0123456 · 42&nbsp;s · at rpc.dodil.io:443 (production)'
    ])
  })

  test.each<[Story['facts'], string]>([
    [{}, 'Nothing was published; version 3 stays live'],
    [{ changed: true }, 'Nothing was published; version 3 stays live, settings of the app were changed'],
    [{ changed: 'unknown' }, 'Nothing was published; version 3 stays live, whether settings were changed is not known'],
    [{ changed: 'unknown', activeVersion: 'unknown' }, 'It is not known whether a version was published'],
    [{ publishedVersion: 4, activeVersion: 4 }, 'Version 4 was published; version 4 is live after this step'],
    [
      { publishedVersion: 4, activeVersion: 'unknown' },
      'Version 4 was published; it is not known which version is live after this step'
    ]
  ])('say of a failure what is live: %j', (facts, says) => {
    const [headline, live, known] = seen(failing('compile_failed', {}, facts))
    expect(headline).toBe('### ❌ greeter: the code does not compile')
    expect(live).toBe(`**${says}**`)
    expect(known).toMatch(/^commit 0123456 · 42&nbsp;s/)
  })

  test('say what the words of a failure tell, before the phase that ended', () => {
    const headline = 'the app does not answer its health check'
    expect(seen(failing('test_failed', { headline }))[0]).toBe(`### ❌ greeter: ${headline}`)
    expect(seen(failing('test_failed'))[0]).toBe('### ❌ greeter: the draft does not pass its test')
  })

  test('name the step of a failure that is no known one', () => {
    const failure = { title: 'Save draft failed: a bug in the action' }
    expect(seen(failing('internal_error', failure))[0]).toBe('### ❌ greeter: save draft failed: a bug in the action')
  })
})

describe('a failure in the summary', () => {
  test('has its places, its cause and its cure as text that wraps, and then what is folded away', () => {
    const parts = seen({
      ...failing('compile_failed', {
        hint: 'Nothing was published. Add `serde` to Cargo.toml.',
        excerpt: ['| error: no', '| note: x'],
        snippet: ['concurrency:', '  group: a']
      }),
      diagnostics: '- ❌ main.rs:1 rustc: no',
      leftOut: 'Left out of what was sent: target.',
      remarks: [{ kind: 'warning', text: 'careful' }]
    })
    expect(parts.slice(3, 12)).toEqual([
      '- ❌ main.rs:1 rustc: no',
      'The code did not compile: exit status 101',
      'Add serde to Cargo.toml.',
      '<pre>concurrency:\n  group: a</pre>',
      'Left out of what was sent: target.',
      '- ⚠️ careful',
      '<details><summary>The last 2 lines of its log</summary>',
      '<pre>error: no\nnote: x</pre>',
      '</details>'
    ])
  })

  test('has no line of the log that is told above, and says of one that it is one', () => {
    const last = (excerpt: readonly string[]) =>
      seen(failing('test_failed', { lines: ['Probe failed: no. '], excerpt })).join('\n')
    expect(last(['| Probe failed: no'])).not.toContain('of its log')
    expect(last(['| Probe failed: yes'])).toContain('The last line of its log')
    expect(last(['| Probe failed: no', '| b'])).toContain('The last 2 lines of its log')
  })

  test('says once that nothing was sent', () => {
    const text = seen(failing('bad_input', { title: 'An input is wrong, nothing was sent' })).join('\n')
    expect(text).not.toContain('Nothing was published')
  })

  test('shows the tests where one failed, and folds them where all passed', () => {
    const tests = [{ name: 'a.json', passed: true, line: 'completed', ms: 3 }]
    const isOpen = (story: Story) => {
      const text = renderSummary(story)
      return text.indexOf('| Test |') < text.indexOf('<details>')
    }
    expect(isOpen({ ...LIVE, tests })).toBe(false)
    expect(isOpen({ ...failing('test_failed'), tests: [{ ...tests[0]!, passed: false }] })).toBe(true)
  })
})

test('the digests are whole in what is folded away, and no table has an empty head', () => {
  const sourceDigest = 'd'.repeat(64)
  const text = renderSummary({ ...LIVE, facts: { ...LIVE.facts, sourceDigest } })
  expect(text.slice(text.indexOf('<details>'))).toContain(`- Package, sha256: <code>${sourceDigest}</code>`)
  expect(text).not.toMatch(/^\|\s*\|/m)
})

test('no words from elsewhere become markup, wherever they stand', () => {
  const sign = fc.constantFrom(
    '~~~',
    '```',
    '<img>',
    '</details>',
    '| a |',
    '\n---\n',
    '=====',
    '- x',
    '# h',
    '`',
    '@a',
    'http://e',
    '\n\n'
  )
  const words = fc.array(sign, { minLength: 1, maxLength: 6 }).map((signs) => `${signs.join('')}`)
  fc.assert(
    fc.property(words, (text) => {
      const clean = text.replaceAll('\n', ' ')
      const told = renderSummary({
        ...failing('publish_failed', { lines: [clean], hint: clean, excerpt: [`| ${clean}`], snippet: [clean] }),
        app: clean,
        leftOut: clean,
        remarks: [{ kind: 'notice', text: clean }],
        tests: [{ name: clean, passed: false, line: clean, ms: 1 }],
        steps: [{ name: 'Publish version', line: clean, ms: 1, startedMs: 0, failed: true }]
      })
      const own = told
        .replace(/<\/?(?:code|pre|details|summary|a)(?: href="[^"]*")?>/g, 'tag')
        .replace(/&#\d+;/g, 'sign')
      expect(own).not.toMatch(/[<>`@]|:\/\//)
      expect(own.match(/~~~/g)).toHaveLength(2)
      expect(own.match(/^\s*(?:={2,}|-{2,})\s*$/gm)).toBeNull()
    })
  )
})
