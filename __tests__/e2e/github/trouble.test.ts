import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../emulator/start.ts'
import type { ApiFault } from '../../../runner/github/github-faults.ts'
import type { GitHubOptions } from '../../../runner/github/github-server.ts'
import { AUTHORITY, type CertificateName, certificate } from '../../faults/support/certificates.ts'
import { connectProxy } from '../../faults/support/connect-proxy.ts'
import { judged } from '../../github/support/talking.ts'
import { type ActionOptions, inputsFor, messagesOf, run, Workspace } from '../../support/deploying.ts'
import { pullRequestJob, shownComment, statesOf } from '../support/on-github.ts'

const ASKED = { comment: 'true', 'github-deployment': 'true' }
let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())

function answer(code: number, message = '', headers: Readonly<Record<string, string>> = {}): ApiFault {
  return { kind: 'answer', code, headers, body: JSON.stringify({ message }) }
}

/** A run on a GitHub that fails so. Gives the warnings. */
async function warningsOf(
  app: string,
  options: GitHubOptions,
  change: (job: ActionOptions) => ActionOptions = (job) => job
) {
  await using github = await judged(options)
  using workspace = new Workspace()
  const { main, post } = await run(workspace, change(pullRequestJob(github, inputsFor(emulator, { ...ASKED, app }))))
  expect([main.exitCode, post.exitCode, main.outputs['status']]).toEqual([0, 0, 'published'])
  return messagesOf(main, 'warning')
}

describe('A good deploy stays green', () => {
  test.each<[string, ApiFault, RegExp]>([
    ['is not found', answer(404, 'Not Found'), /missing or out of date: GitHub answered HTTP 404: Not Found\.$/],
    [
      'asks to wait for two minutes (91)',
      answer(403, 'You have exceeded a secondary rate limit', { 'retry-after': '120' }),
      /rate limit/
    ],
    ['says that nothing is left of its limit', answer(429, 'API rate limit exceeded'), /HTTP 429/],
    ['is down', answer(503), /HTTP 503/],
    ['is a web page', { kind: 'answer', code: 200, body: '<html>' }, /another form than is documented/],
    ['is the web page of what stands before it', { kind: 'answer', code: 502, body: '<html>@octocat' }, /HTTP 502\.$/],
    ['hangs up', { kind: 'cut' }, /did not answer: the endpoint closes the connection at once/]
  ])('where the API %s', async (_, fault, says) => {
    const warnings = await warningsOf('green', { faults: [{ fault }] })
    expect(warnings).toEqual([expect.stringMatching(says), expect.stringMatching(says)])
  })

  test('88 where the token may not: one warning quotes what GitHub would take', async () => {
    const [warning, ...others] = await warningsOf('denied', { permissions: { pull_requests: 'write' } })
    expect(others).toEqual([])
    expect(warning).toContain('(x-accepted-github-permissions: deployments=write). Add `deployments: write`')
  })

  test.each([
    [404, 'Not Found', 'GitHub answered HTTP 404: Not Found'],
    [409, 'Conflict merging main into topic', 'GitHub answered HTTP 409: Conflict merging main into topic'],
    [422, 'Validation Failed', 'GitHub answered HTTP 422: Validation Failed'],
    [202, 'Auto-merged main into topic', 'GitHub merged the default branch into the ref instead of making a deployment']
  ])(
    '89 where making a deployment is answered with %d: it is told, and the comment is there',
    async (code, message, says) => {
      const faults = [{ method: 'POST', path: /^\/deployments$/, fault: answer(code, message) }]
      expect(await warningsOf('unmade', { faults })).toEqual([
        `The GitHub deployment is missing or out of date: ${says}.`
      ])
    }
  )

  test('90 where no state is taken: it is tried three times, and told', async () => {
    await using github = await judged({ faults: [{ method: 'POST', path: /statuses$/, fault: answer(502) }] })
    using workspace = new Workspace()
    const { main } = await run(workspace, pullRequestJob(github, inputsFor(emulator, { ...ASKED, app: 'stateless' })))
    expect(main.exitCode).toBe(0)
    expect(messagesOf(main, 'warning')).toEqual([
      expect.stringContaining('The GitHub deployment is missing or out of date')
    ])
    // Of the beginning and of the end.
    expect(github.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('statuses'))).toHaveLength(6)
    expect(statesOf(github)).toEqual([[]])
  })

  test('where nothing listens at its address', async () => {
    const nowhere = (job: ActionOptions) => ({ ...job, github: { ...job.github, api_url: 'http://127.0.0.1:1' } })
    const [warning] = await warningsOf('nowhere', {}, nowhere)
    expect(warning).toContain(
      'nothing listens at the endpoint (ECONNREFUSED). Check the host and port in `GITHUB_API_URL`'
    )
  })

  test.each<CertificateName>(['expired', 'self-signed', 'other-name', 'good'])(
    'where its certificate is not to be trusted: %s',
    async (name) => {
      // Of an authority that nobody named.
      const warnings = await warningsOf('distrusted', { tls: certificate(name) })
      expect(warnings).toHaveLength(2)
      for (const warning of warnings) expect(warning).toMatch(/GitHub’s API did not answer: .*certificate/)
    }
  )

  test.concurrent('where it never answers: all of it has 20 seconds', async () => {
    const warnings = await warningsOf('silent', { faults: [{ fault: { kind: 'hang' } }] })
    expect(warnings).toHaveLength(2)
    for (const warning of warnings) expect(warning).toContain('took longer than what is told there may take')
  })

  test.concurrent('where it does not tell whether the pull request is closed: the 20 seconds are those of the comment, too', async () => {
    await using github = await judged({ faults: [{ path: /^\/pulls/, fault: { kind: 'hang' } }] })
    using workspace = new Workspace()
    const { main } = await run(workspace, pullRequestJob(github, inputsFor(emulator, { app: 'slow', mode: 'preview' })))
    expect([main.exitCode, main.outputs['status']]).toEqual([0, 'published'])
    expect(main.log).toContain('Whether the pull request 7 is open could not be read: GitHub’s API took longer')
    expect(messagesOf(main, 'warning')).toEqual([
      expect.stringContaining('took longer than what is told there may take')
    ])
    expect(github.calls.map(({ path }) => path)).toEqual(['/pulls/7'])
  })
})

test('90 a state that was told although its answer was lost is told once', async () => {
  const fault = { kind: 'answer', code: 502, isDone: true } as const
  await using github = await judged({ faults: [{ method: 'POST', calls: [1, 3, 5], fault }] })
  using workspace = new Workspace()
  const { main } = await run(workspace, pullRequestJob(github, inputsFor(emulator, { ...ASKED, app: 'lossy' })))
  expect(messagesOf(main, 'warning')).toEqual([])
  expect(statesOf(github)).toEqual([['in_progress', 'success']])
  expect(github.store.commentsOn(7)).toHaveLength(1)
})

test('95 an Enterprise Server behind a proxy, with an authority of its own and without check-run-id, is told as well', async () => {
  await using github = await judged({ isEnterprise: true, tls: certificate('good') })
  const port = new URL(github.serverUrl).port
  await using proxy = await connectProxy({ routes: { 'id.example.test:443': `127.0.0.1:${port}` } })
  using workspace = new Workspace()
  const job = pullRequestJob(github, inputsFor(emulator, { ...ASKED, app: 'enterprise' }))
  const at = 'https://id.example.test'
  const places = { server_url: at, api_url: `${at}/api/v3`, graphql_url: `${at}/api/graphql` }
  const { main } = await run(workspace, {
    ...job,
    github: { ...job.github, ...places },
    env: { HTTPS_PROXY: `http://${proxy.address}`, NODE_EXTRA_CA_CERTS: AUTHORITY }
  })
  expect(messagesOf(main, 'warning')).toEqual([])
  expect(shownComment(github)).toContain('enterprise: version 1 is live')
  expect(github.store.commentsOn(7)[0]?.body).toContain('&#58;//id.example.test/octo-org/octo-app/actions/runs/')
  expect(statesOf(github)).toEqual([['in_progress', 'success']])
  // Each call was found below /api/v3, and none asked for the job's check run.
  expect(github.calls.filter(({ route, path }) => route === undefined && path !== 'graphql')).toEqual([])
  expect(github.calls.filter(({ path }) => path.startsWith('/check-runs'))).toEqual([])
  expect(new Set(proxy.asked)).toEqual(new Set(['id.example.test:443']))
})
