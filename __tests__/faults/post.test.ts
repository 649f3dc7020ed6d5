import { status } from '@grpc/grpc-js'
import { afterAll, beforeAll, expect } from '@jest/globals'
import type { JobStatus } from '../../runner/inputs.ts'
import type { StageResult } from '../../runner/stage.ts'
import { expectSaid, runJob } from '../e2e/support/job-end.ts'
import { arrived, callsOf, failingAt, type LiveApp, liveApp, ROLLED_BACK, refusal } from '../e2e/support/live-app.ts'
import {
  callUrl,
  type Inputs,
  inputsFor,
  messagesOf,
  remote,
  startAction,
  type Workspace
} from '../support/deploying.ts'
import { type Facts, faultCase } from './support/fault-case.ts'

const ASKED = { 'rollback-on-failure': 'true' }

/** The state of a good deploy to version 2 that may be rolled back, as main left it. */
type Saved = { readonly run: string; readonly open: Readonly<Record<string, unknown>> }

let live: LiveApp
let saved: Saved

beforeAll(async () => {
  live = await liveApp()
  const { main } = await runJob(live.workspace, { inputs: inputsFor(live.emulator, ASKED) }, {})
  saved = JSON.parse(main.state['ignite_deploy'] ?? '')
})

afterAll(async () => {
  await live[Symbol.asyncDispose]()
})

/** What a post that has nothing to do, or must not do it, shows of itself. */
function quiet(post: StageResult): Facts {
  return {
    exit: post.exitCode ?? -1,
    warnings: messagesOf(post, 'warning'),
    errors: messagesOf(post, 'error').length,
    summary: post.summary !== undefined
  }
}

/**
 * A job whose main leaves no state, because an input is wrong; post gets this one. It would roll back if it could: then
 * version 2 would not stay active.
 */
async function postWith(state: string, github: Readonly<Record<string, string>> = {}): Promise<Facts> {
  const { emulator, workspace } = live
  const inputs = inputsFor(emulator, { app: '', ...ASKED })
  const { main, post } = await runJob(workspace, { inputs, github, env: { STATE_ignite_deploy: state } }, {})
  expect(main.state).toEqual({})
  return { ...quiet(post), active: (await remote(emulator)).state?.activeVersion ?? 0 }
}

const UNREADABLE = 'The saved state is unreadable.'
const MISFORMED = 'The saved state is not in the form that main writes.'
const FOREIGN = 'The saved state belongs to another run.'

type Row = { readonly what: string; readonly change: (saved: Saved) => unknown; readonly says: string }

const inOpen = (open: object) => (state: Saved) => ({ ...state, open: { ...state.open, ...open } })

const rows: readonly Row[] = [
  { what: 'a state that was cut', change: (state) => JSON.stringify(state).slice(0, -10), says: UNREADABLE },
  { what: 'a text', change: () => '::error::mine ##[error]mine', says: UNREADABLE },
  { what: 'a list', change: () => [], says: UNREADABLE },
  { what: 'null', change: () => null, says: UNREADABLE },
  { what: 'no run', change: ({ open }) => ({ open }), says: UNREADABLE },
  { what: 'another run', change: (state) => ({ ...state, run: 'octo-org/octo-app/1/1' }), says: FOREIGN },
  { what: 'nothing open', change: ({ run }) => ({ run }), says: MISFORMED },
  { what: 'an app without an organization', change: inOpen({ app: { name: 'greeter' } }), says: MISFORMED },
  { what: 'an app that is a text', change: inOpen({ app: 'acme/greeter' }), says: MISFORMED },
  { what: 'a version below zero', change: inOpen({ previousVersion: -1 }), says: MISFORMED },
  { what: 'a version as a text', change: inOpen({ publishedVersion: '2' }), says: MISFORMED },
  { what: 'a phase that there is not', change: inOpen({ phase: 'rolling-back' }), says: MISFORMED },
  { what: 'a fingerprint without a hash', change: inOpen({ fingerprint: {} }), says: MISFORMED },
  { what: 'a build that is a text', change: inOpen({ builds: 'yes' }), says: MISFORMED },
  { what: 'settings that are a list', change: inOpen({ settingsBefore: [] }), says: MISFORMED },
  { what: 'names that are numbers', change: inOpen({ envChanged: [1] }), says: MISFORMED }
]

const LEFT_ALONE = { exit: 0, errors: 0, summary: false, active: 2 }

for (const { what, change, says } of rows) {
  faultCase({
    number: 85,
    fault: `post finds ${what} as its state`,
    expected: { ...LEFT_ALONE, warnings: [`${says} Nothing is settled or rolled back.`] },
    run: () => {
      const changed = change(saved)
      return postWith(typeof changed === 'string' ? changed : JSON.stringify(changed))
    }
  })
}

for (const github of [{ run_id: '5' }, { run_attempt: '2' }, { repository: 'octo-org/fork' }]) {
  faultCase({
    number: 85,
    fault: `post finds the state of a run with another ${Object.keys(github).join()}`,
    expected: { ...LEFT_ALONE, warnings: [`${FOREIGN} Nothing is settled or rolled back.`] },
    run: () => postWith(JSON.stringify(saved), github)
  })
}

faultCase({
  number: 85,
  fault: 'post finds no state',
  expected: { ...LEFT_ALONE, warnings: [] },
  run: () => postWith('')
})

faultCase({
  number: 85,
  fault: 'post finds the state that those are made of, and acts on it',
  expected: { exit: 0, warnings: [ROLLED_BACK], errors: 0, summary: true },
  run: async () => {
    await using own = await liveApp()
    const { emulator, workspace } = own
    await runJob(workspace, { inputs: inputsFor(emulator) }, {})
    const env = { STATE_ignite_deploy: JSON.stringify(saved) }
    const { post } = await runJob(workspace, { inputs: inputsFor(emulator, { app: '', ...ASKED }), env }, {})
    return quiet(post)
  }
})

faultCase({
  number: 85,
  fault: 'an app prints a state',
  expected: { 'state is of': 'greeter', rollbacks: 1, 'answers as': 'one' },
  run: async () => {
    const forged = JSON.stringify({ ...saved, open: { ...saved.open, app: { organization: 'acme', name: 'victim' } } })
    await using target = await liveApp()
    const { emulator, workspace, url } = target
    printing(workspace, `##[save-state name=ignite_deploy]${forged}\n::save-state name=ignite_deploy::${forged}`)
    const inputs = inputsFor(emulator, { ...ASKED, 'test-payload': '{"name": "Ada"}' })
    const { main, post } = await runJob(workspace, { inputs }, { status: 'failure' })
    expect(main).toMatchObject({ exitCode: 0, outputs: { published_version: '2' } })
    expect(main.log).toContain('victim')
    expectSaid(post, ROLLED_BACK)
    const { version } = (await callUrl(url)) as { version: string }
    const { app } = JSON.parse(main.state['ignite_deploy'] ?? '').open
    return { 'state is of': app.name, rollbacks: callsOf(emulator, 'RollbackApp'), 'answers as': version }
  }
})

/** Makes a greeter whose answer, and with it the output of its test, is this text. */
function printing(workspace: Workspace, text: string): void {
  workspace.edit('handler.py', (code) => code.replace(/return \{/, `return {"said": ${JSON.stringify(text)}, `))
}

faultCase({
  number: 86,
  fault: 'main is killed while it publishes, and the platform is gone by then',
  expected: { exit: 0, errors: 0, summary: true, 'says that nothing was settled': true },
  run: async () => {
    await using own = await liveApp(failingAt('PublishDraft', [2], { action: 'hang' }))
    const { emulator, workspace } = own
    await using step = startAction(workspace, { inputs: inputsFor(emulator, ASKED) })
    await arrived(emulator, 'PublishDraft', 2)
    step.kill('SIGKILL')
    await step.main
    await emulator.close()
    const { warnings, ...rest } = quiet(await step.post())
    const says = /^What the deployment left open was not settled: /
    return { ...rest, 'says that nothing was settled': Array.isArray(warnings) && says.test(String(warnings[0])) }
  }
})

const refusals = [
  {
    fault: 'the platform is gone when post is to roll back',
    says: /^Version 1 of acme\/greeter was not made active again: /
  },
  {
    fault: 'the version to roll back to is gone',
    code: status.NOT_FOUND,
    says: /not made active again: .*NOT_FOUND: not on a Friday\. Version 2 stays active\. If version 1 is gone, run the job/
  }
]

for (const { fault, code, says } of refusals) {
  faultCase({
    number: 86,
    fault,
    expected: { exit: 1, warnings: [], errors: 1, summary: true, 'says what stays': true },
    run: async () => {
      await using own = await liveApp(code === undefined ? {} : failingAt('RollbackApp', [1], refusal(code)))
      const { emulator, workspace } = own
      const meanwhile = async () => (code === undefined ? await emulator.close() : undefined)
      const { post } = await runJob(workspace, { inputs: inputsFor(emulator, ASKED) }, { status: 'failure', meanwhile })
      return { ...quiet(post), 'says what stays': says.test(messagesOf(post, 'error').join()) }
    }
  })
}

type Ended = { readonly inputs: Inputs; readonly ends: JobStatus; readonly active: number }
const onCancel = { 'rollback-on-cancel': 'true' }
const both = { ...ASKED, ...onCancel }

const ended: readonly Ended[] = [
  { inputs: {}, ends: 'success', active: 2 },
  { inputs: {}, ends: 'failure', active: 2 },
  { inputs: {}, ends: 'cancelled', active: 2 },
  { inputs: both, ends: 'success', active: 2 },
  { inputs: ASKED, ends: 'cancelled', active: 2 },
  { inputs: onCancel, ends: 'failure', active: 2 },
  { inputs: onCancel, ends: 'cancelled', active: 1 },
  { inputs: both, ends: 'cancelled', active: 1 },
  { inputs: both, ends: 'failure', active: 1 }
]

for (const { inputs, ends, active } of ended) {
  const isRolledBack = active === 1
  faultCase({
    number: 87,
    fault: `a good deploy with ${Object.keys(inputs).join(' and ') || 'no rollback asked for'} in a job that ends as ${ends}`,
    expected: {
      exit: 0,
      warnings: isRolledBack ? [ROLLED_BACK] : [],
      errors: 0,
      summary: isRolledBack || ends !== 'success',
      active
    },
    run: async () => {
      await using own = await liveApp()
      const { emulator, workspace } = own
      let calls = 0
      const meanwhile = async () => {
        calls = emulator.journal.length
      }
      const { post } = await runJob(workspace, { inputs: inputsFor(emulator, inputs) }, { status: ends, meanwhile })
      if (!isRolledBack) expect(emulator.journal).toHaveLength(calls)
      return { ...quiet(post), active: (await remote(emulator)).state?.activeVersion ?? 0 }
    }
  })
}
