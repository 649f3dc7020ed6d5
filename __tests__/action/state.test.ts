import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { RunnerLedger, readLive, readOpenOnGitHub, readOpenRun } from '../../src/action/state.ts'
import type { OpenRun, PublishedRun } from '../../src/model/open-run.ts'

const RUN = 'acme/shop/1/1'
const PUBLISHED: PublishedRun = {
  phase: 'published',
  app: { organization: 'acme', name: 'greeter' },
  previousVersion: 3,
  highestVersion: 3,
  publishedVersion: 4,
  fingerprint: { codeHash: 'a', imageRef: '', codeKind: '', createdAtMs: 1 }
}
let file = ''

beforeEach(() => {
  file = path.join(mkdtempSync(path.join(tmpdir(), 'state-')), 'state')
  writeFileSync(file, '')
  process.env['GITHUB_STATE'] = file
})
afterEach(() => {
  delete process.env['GITHUB_STATE']
  rmSync(path.dirname(file), { recursive: true, force: true })
})

/** What post would be given: the last value wins. */
function saved(): string {
  return (
    readFileSync(file, 'utf8')
      .match(/^\{.*\}$/gm)
      ?.at(-1) ?? ''
  )
}

function ledgerAfter(open: OpenRun): RunnerLedger {
  const ledger = new RunnerLedger(RUN)
  ledger.write(open)
  return ledger
}

test('a version that is published and closed is kept for post to tell of, and is nothing to settle', () => {
  const ledger = ledgerAfter(PUBLISHED)
  ledger.close()
  ledger.keepLive()
  expect(readLive(saved(), RUN)).toEqual({
    app: { organization: 'acme', name: 'greeter' },
    publishedVersion: 4,
    previousVersion: 3
  })
  expect(readOpenRun(saved(), RUN)).toBeUndefined()
})

test('a run that is still open stays so', () => {
  ledgerAfter(PUBLISHED).keepLive()
  expect(readLive(saved(), RUN)).toBeUndefined()
  expect(readOpenRun(saved(), RUN)).toEqual(PUBLISHED)
})

test('a run that published nothing leaves nothing to tell of', () => {
  const ledger = ledgerAfter({ phase: 'changed', app: PUBLISHED.app, previousVersion: 3 })
  ledger.close()
  ledger.keepLive()
  expect(readLive(saved(), RUN)).toBeUndefined()
})

test.each([
  ['another run’s', JSON.stringify({ run: 'x', closed: true, live: PUBLISHED })],
  ['one in another form', JSON.stringify({ run: RUN, closed: true, live: { ...PUBLISHED, publishedVersion: '4' } })],
  ['no JSON', '{']
])('a live version is not read from %s', (_what, text) => {
  expect(readLive(text, RUN)).toBeUndefined()
})

test('what is begun on GitHub keeps the state open until it is told, and is kept beside all else', () => {
  const ledger = new RunnerLedger(RUN)
  ledger.keepGitHub({ isTold: false })
  ledger.write(PUBLISHED)
  ledger.keepGitHub({ isTold: false, deployment: 7 })
  expect(readOpenRun(saved(), RUN)).toEqual(PUBLISHED)
  ledger.close()
  ledger.keepLive()
  expect(saved()).toContain('"closed":false')
  expect(readOpenRun(saved(), RUN)).toBeUndefined()
  expect(readOpenOnGitHub(saved(), RUN)).toEqual({ isTold: false, deployment: 7 })
  ledger.keepGitHub({ isTold: true, deployment: 7, former: 6 })
  expect(saved()).toContain('"closed":true')
  expect(readLive(saved(), RUN)).toMatchObject({ publishedVersion: 4 })
  expect(readOpenOnGitHub(saved(), RUN)).toEqual({ isTold: true, deployment: 7, former: 6 })
})

test.each([
  ['another run’s', JSON.stringify({ run: 'x', closed: false, github: { isTold: false } })],
  ['one in another form', JSON.stringify({ run: RUN, closed: false, github: { isTold: false, deployment: '7' } })],
  ['one that is none', JSON.stringify({ run: RUN, closed: false })],
  ['one that is broken', '{']
])('%s is not acted on at GitHub', (_, text) => {
  expect(readOpenOnGitHub(text, RUN)).toBeUndefined()
  expect(readOpenRun(text, RUN)).toEqual(expect.any(String))
})
