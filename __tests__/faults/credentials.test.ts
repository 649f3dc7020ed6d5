import { mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/start.ts'
import { expectQuiet } from '../e2e/support/job-end.ts'
import { type Inputs, inputsFor, messagesOf, outputsOf, run, Workspace } from '../support/deploying.ts'
import { type Facts, faultCase } from './support/fault-case.ts'

const FORK = { repo: { fork: true, full_name: 'someone/octo-app' } }
const OWN = { repo: { fork: false, full_name: 'octo-org/octo-app' } }
const NO_SECRETS = { 'service-account-id': '', 'service-account-secret': '' }

type Missing = {
  readonly fault: string
  readonly head?: object
  readonly event?: string
  readonly actor?: string
  readonly inputs?: Inputs
  readonly ends: 'skipped' | 'failed'
  readonly reason?: string
  readonly says: RegExp
}

const SAYS_FORK = /comes from a fork, and GitHub gives such a run no secrets.*merge it, or push its branch/
const SAYS_DEPENDABOT = /is Dependabot’s.*store them as Dependabot secrets too/
const SAYS_MISSING = /No credentials are given\. Set `service-account-id`/

/** What is wrong with the tree is nobody’s mistake in such a run. */
const TREE_FAULTS: readonly { readonly what: string; readonly inputs: Inputs }[] = [
  { what: 'a symlink that leads nowhere', inputs: { code: 'broken' } },
  { what: 'a directory that tells no runtime', inputs: { code: 'notes' } },
  { what: 'an archive that is none', inputs: { code: 'app.zip' } },
  { what: 'a Dockerfile that does not lie there', inputs: { 'dockerfile-path': 'docker/Dockerfile' } }
]

function makeFaults(workspace: Workspace): void {
  for (const directory of ['broken', 'notes']) mkdirSync(path.join(workspace.path, directory))
  workspace.write('broken/handler.py', '')
  symlinkSync('gone', path.join(workspace.path, 'broken/link'))
  workspace.write('notes/a.txt', '')
  workspace.write('app.zip', 'no archive')
}

const missing: readonly Missing[] = [
  { fault: 'a fork’s pull request', head: FORK, ends: 'skipped', says: SAYS_FORK },
  { fault: 'a pull request of a fork that is gone', head: { repo: null }, ends: 'skipped', says: SAYS_FORK },
  { fault: 'Dependabot’s pull request', head: OWN, actor: 'dependabot[bot]', ends: 'skipped', says: SAYS_DEPENDABOT },
  {
    fault: 'a fork’s pull request with the account’s id as a variable',
    head: FORK,
    inputs: { 'service-account-id': 'sa-1' },
    ends: 'skipped',
    says: SAYS_FORK
  },
  {
    fault: 'a fork’s pull request without anything that a secret or a variable, or a step before, would give',
    head: FORK,
    inputs: { app: '', code: '', 'env-update-strategy': 'overwrite', 'test-expect': '{}', 'test-payload': '' },
    ends: 'skipped',
    says: SAYS_FORK
  },
  {
    fault: 'a fork’s pull request whose tree lacks what a step before would make',
    head: FORK,
    inputs: { code: 'dist', 'test-payload-file': 'made/*.json', 'input-schema': 'made/schema.json' },
    ends: 'skipped',
    says: SAYS_FORK
  },
  ...TREE_FAULTS.map(({ what, inputs }) => ({
    fault: `a fork’s pull request with ${what}`,
    head: FORK,
    inputs,
    ends: 'skipped' as const,
    says: SAYS_FORK
  })),
  {
    fault: 'a fork’s pull request without a variable that a secret would give',
    head: FORK,
    inputs: { env: '', 'env-update-strategy': 'overwrite', 'registry-password': '', 'image-ref': '', code: 'greeter' },
    ends: 'skipped',
    says: SAYS_FORK
  },
  {
    fault: 'a review of a fork’s pull request',
    event: 'pull_request_review',
    head: FORK,
    ends: 'skipped',
    says: SAYS_FORK
  },
  {
    fault: 'a comment in a review of a fork’s pull request',
    event: 'pull_request_review_comment',
    head: FORK,
    ends: 'skipped',
    says: SAYS_FORK
  },
  {
    fault: 'a fork’s pull request with another input that is wrong',
    head: FORK,
    inputs: { tier: 'huge' },
    ends: 'failed',
    says: SAYS_MISSING
  },
  { fault: 'a pull request of the same repository', head: OWN, ends: 'failed', says: SAYS_MISSING },
  {
    fault: 'a pull request within a repository that is a fork',
    head: { repo: { ...OWN.repo, fork: true } },
    ends: 'failed',
    says: SAYS_MISSING
  },
  {
    fault: 'a fork’s pull request under pull_request_target',
    head: FORK,
    event: 'pull_request_target',
    ends: 'failed',
    says: SAYS_MISSING
  },
  {
    fault: 'a push by Dependabot',
    event: 'push',
    actor: 'dependabot[bot]',
    ends: 'failed',
    says: /No credentials are given\..*Dependabot started this run.*store them there too/
  },
  { fault: 'an event without a head', ends: 'failed', says: SAYS_MISSING }
]

for (const { fault, ends, ...row } of missing) {
  faultCase({
    number: 46,
    fault: `no credentials in ${fault}`,
    expected: {
      exit: ends === 'skipped' ? 0 : 1,
      status: ends,
      reason: ends === 'skipped' ? 'no_credentials' : 'bad_input',
      changed: 'false',
      'calls of the platform': 0
    },
    run: async () => {
      await using emulator: Emulator = await startEmulator()
      return await deployed(emulator, row)
    }
  })
}

async function deployed(
  emulator: Emulator,
  { head, event = 'pull_request', actor = 'octocat', inputs, says }: Omit<Missing, 'fault' | 'ends'>
): Promise<Facts> {
  using workspace = new Workspace()
  makeFaults(workspace)
  const { main, post } = await run(workspace, {
    inputs: inputsFor(emulator, { ...NO_SECRETS, ...inputs }),
    event: { pull_request: { number: 7, head } },
    github: { event_name: event, actor }
  })
  const { status = '', reason_code = '', changed = '' } = outputsOf(main)
  const said = [...messagesOf(main, 'notice'), ...messagesOf(main, 'error')]
  expect(said).toEqual([expect.stringMatching(says)])
  expect(main.summary).toMatch(
    status === 'skipped' ? /^### ⏭️ (greeter|The app): not deployed\n/ : /No credentials are given/
  )
  expectQuiet(post)
  const exit = main.exitCode ?? -1
  return { exit, status, reason: reason_code, changed, 'calls of the platform': emulator.journal.length }
}
