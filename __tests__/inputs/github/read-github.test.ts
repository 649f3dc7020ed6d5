import { expect, test } from '@jest/globals'
import type { RunFacts } from '../../../src/inputs/facts.ts'
import { readGitHub } from '../../../src/inputs/github/read-github.ts'
import { InputReader } from '../../../src/inputs/input-reader.ts'
import { PUSH_FACTS } from '../support/run-facts.ts'

const SHA = PUSH_FACTS.commit
const FACTS: RunFacts = { ...PUSH_FACTS, pullRequestNumber: 7 }

function read(given: Readonly<Record<string, string>>, facts: Partial<RunFacts> = {}) {
  const warnings: string[] = []
  const all = { app: 'greeter', 'github-token': 't', ...given }
  const env = Object.fromEntries(Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
  const inputs = new InputReader(env, (text) => void warnings.push(text))
  const request = readGitHub(inputs, { ...FACTS, ...facts })
  return { request, warnings, problems: inputs.problems.map(({ text }) => text) }
}

test.each([{}, { comment: 'auto' }, { comment: 'False', 'github-deployment': 'false' }])('%j asks nothing', (given) => {
  expect(read(given)).toEqual({ request: undefined, warnings: [], problems: [] })
})

test('a comment is the app’s own, in each place that it is deployed to', () => {
  const { request } = read({ comment: 'true' })
  expect(request?.plan).toEqual({
    comment: { key: 'greeter', part: 'greeter@staging', pullRequest: 7, commit: SHA },
    deployment: undefined,
    isForks: false
  })
  const elsewhere = read({
    comment: 'true',
    'comment-key': 'shop',
    'api-endpoint': 'https://Ignite.example.com'
  })
  expect(elsewhere.request?.plan.comment).toMatchObject({
    key: 'shop',
    part: 'greeter@ignite.example.com:443'
  })
})

test.each([
  [{}, 'staging', false],
  [{ 'api-endpoint': 'production' }, 'production', true],
  [{ 'api-endpoint': 'ignite.example.com:443' }, 'ignite.example.com:443', false],
  [{ 'github-environment': 'production' }, 'production', true],
  [{ 'github-environment': 'qa' }, 'qa', false]
])('a deployment of %j is in the environment %s', (given, environment, isProduction) => {
  const { request } = read({ 'github-deployment': 'true', ...given })
  expect(request?.plan.deployment).toMatchObject({ environment, isProduction, task: 'deploy:greeter', ref: SHA })
})

test('a dry run is no deployment, and may be told', () => {
  const { request } = read({ comment: 'true', 'github-deployment': 'true', 'dry-run': 'True' })
  expect(request?.plan).toMatchObject({ comment: { key: 'greeter' }, deployment: undefined })
})

test('the log is the job’s page, where the runner says which job it is', () => {
  const { request } = read({ 'github-deployment': 'true', 'check-run-id': '55' })
  expect(request?.plan.deployment?.logUrl).toBe('https://github.com/acme/shop/actions/runs/1/job/55')
  const unknown = read({ 'github-deployment': 'true' }).request
  expect(unknown?.plan.deployment?.logUrl).toBe('https://github.com/acme/shop/actions/runs/1/attempts/1')
})

test.each([
  [{ comment: 'yes' }, /`comment: yes` is none of auto, true and false/],
  [{ 'comment-key': 'k' }, /`comment-key` means nothing with `comment: auto`/],
  [{ comment: 'false', 'pr-number': '7' }, /`pr-number` means nothing with `comment: false`/],
  [{ 'github-environment': 'qa' }, /`github-environment` means nothing with `github-deployment: false`/],
  [{ 'github-deployment': 'yes' }, /`github-deployment: yes` is not a boolean/],
  [{ 'github-deployment': 'true', 'github-environment': 'x'.repeat(256) }, /more than 255 characters/]
])('%j is told to be wrong', (given, says) => {
  expect(read(given).problems).toEqual([expect.stringMatching(says)])
})

test.each<[Readonly<Record<string, string>>, Partial<RunFacts>, RegExp]>([
  [{ 'github-token': '' }, {}, /`github-token` is empty/],
  [{}, { repository: undefined }, /GITHUB_REPOSITORY/],
  [{}, { apiUrl: 'http://git.example.com/api/v3' }, /not https/],
  [{}, { apiUrl: 'nonsense' }, /not https/]
])('what cannot be asked is a warning: %j %j', (given, facts, says) => {
  const { request, warnings, problems } = read({ comment: 'true', ...given }, facts)
  expect([request, problems]).toEqual([undefined, []])
  expect(warnings).toEqual([expect.stringMatching(says)])
})

test('a deployment of no commit is a warning', () => {
  const { request, warnings } = read({ 'github-deployment': 'true' }, { commit: undefined })
  expect([request, warnings]).toEqual([undefined, [expect.stringMatching(/GITHUB_SHA/)]])
})

test('a fork’s run is known for one', () => {
  expect(read({ comment: 'true' }, { secretless: 'fork' }).request?.plan.isForks).toBe(true)
  expect(read({ comment: 'true' }, { secretless: 'dependabot' }).request?.plan.isForks).toBe(false)
})
