import { expect, test } from '@jest/globals'
import type { RunFacts } from '../../../src/inputs/facts.ts'
import { readGitHub } from '../../../src/inputs/github/read-github.ts'
import { readPreview, withPreviewCommit, withPullRequest } from '../../../src/inputs/github/read-preview.ts'
import { InputReader } from '../../../src/inputs/input-reader.ts'
import { PUSH_FACTS } from '../support/run-facts.ts'

const SHA = PUSH_FACTS.commit
const HEAD = 'b'.repeat(40)
const HEAD_BRANCH = { repository: 'acme/shop', name: 'topic' }
const PULL = { number: 7, headSha: HEAD, head: HEAD_BRANCH, isFork: false, isClosed: false, isMerged: false }
const FACTS: RunFacts = { ...PUSH_FACTS, pullRequest: PULL, pullRequestNumber: 7 }

function readerOf(given: Readonly<Record<string, string>>): InputReader {
  const all = { app: 'greeter', mode: 'preview', 'github-token': 't', ...given }
  return new InputReader(
    Object.fromEntries(Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
  )
}

function problemsOf(inputs: InputReader): readonly string[] {
  return inputs.problems.map(({ text }) => text)
}

const APP = { organization: undefined, name: 'greeter' }

test.each([
  [{}, 'greeter-pr-7'],
  [{ 'preview-name': 'pr-{number}-{app}-{app}' }, 'pr-7-greeter-greeter']
])('the preview of %j is called %s, and is made by the pull request', (given, name) => {
  expect(readPreview(readerOf(given), FACTS, APP)).toEqual({
    target: { organization: undefined, name },
    madeBy: 'acme/shop#7'
  })
})

test.each([
  ['12', { pullRequestNumber: 12, pullRequest: undefined }],
  ['7', { pullRequestNumber: 7, pullRequest: PULL }]
])('`pr-number: %s` wins over the event', (number, expected) => {
  expect(withPullRequest(readerOf({ 'pr-number': number }), FACTS)).toMatchObject(expected)
})

test.each(['0', '#7', '7.0', '99999999999'])('`pr-number: %s` is no number of a pull request', (number) => {
  const inputs = readerOf({ 'pr-number': number })
  expect(withPullRequest(inputs, FACTS)).toBe(FACTS)
  expect(problemsOf(inputs)).toEqual([expect.stringContaining('is not the number of a pull request')])
})

test('it is of the commit that another workflow ran for, else of the head, else of the run’s', () => {
  const commitOf = (builtCommit: string | undefined, pull: typeof PULL | undefined) =>
    withPreviewCommit(readerOf({}), { ...FACTS, builtCommit }, pull).commit
  expect(commitOf('c'.repeat(40), PULL)).toBe('c'.repeat(40))
  expect(commitOf(undefined, PULL)).toBe(HEAD)
  expect(commitOf(undefined, undefined)).toBe(SHA)
})

test.each([
  [HEAD_BRANCH, []],
  [{ repository: 'mallory/shop', name: 'topic' }, [expect.stringContaining('names a pull request of another branch')]],
  [{ repository: 'acme/shop', name: 'other' }, [expect.stringContaining('names a pull request of another branch')]]
])('what another workflow built of %j is the preview of no other pull request', (builtBranch, problems) => {
  const inputs = readerOf({ 'pr-number': '7' })
  withPreviewCommit(inputs, { ...FACTS, builtBranch }, PULL)
  expect(problemsOf(inputs)).toEqual(problems)
})

test('what another workflow built of a repository that was deleted is the preview of no pull request', () => {
  const gone = { ...HEAD_BRANCH, repository: undefined }
  const inputs = readerOf({ 'pr-number': '7' })
  withPreviewCommit(inputs, { ...FACTS, builtBranch: gone }, { ...PULL, head: gone })
  expect(problemsOf(inputs)).toHaveLength(1)
})

test('what another workflow built is no preview where GitHub does not tell of its pull request', () => {
  const inputs = readerOf({ 'pr-number': '7' })
  withPreviewCommit(inputs, { ...FACTS, builtBranch: HEAD_BRANCH }, undefined)
  expect(problemsOf(inputs)).toEqual([expect.stringContaining('and GitHub did not tell')])
})

test.each<[Partial<RunFacts>, RegExp]>([
  [{ pullRequestNumber: undefined }, /is for a pull request, and the event of this run names none/],
  [{ repository: undefined }, /needs to know the repository \(GITHUB_REPOSITORY\)/]
])('without %j there is none', (facts, says) => {
  const inputs = readerOf({})
  expect(readPreview(inputs, { ...FACTS, ...facts }, APP)).toBeUndefined()
  expect(problemsOf(inputs)).toEqual([expect.stringMatching(says)])
})

test('its comment is made by itself, in a part that is the app’s; its deployment ends with it', () => {
  const plan = readGitHub(readerOf({ app: 'acme:greeter', 'github-deployment': 'true' }), FACTS)?.plan
  expect(plan).toMatchObject({
    comment: { key: 'acme:greeter', part: 'acme:greeter@staging', pullRequest: 7 },
    deployment: { environment: 'preview/greeter', task: 'deploy:greeter-pr-7', isTransient: true, isProduction: false }
  })
  expect(readGitHub(readerOf({ comment: 'false' }), FACTS)).toBeUndefined()
  expect(readGitHub(readerOf({}), { ...FACTS, pullRequestNumber: undefined })).toBeUndefined()
})
