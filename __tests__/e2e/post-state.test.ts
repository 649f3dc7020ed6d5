import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { callUrl, inputsFor, messagesOf, type Workspace } from '../support/deploying.ts'
import { expectQuiet, expectSaid, runJob } from './job-end.ts'
import { callsOf, type LiveApp, liveApp, ROLLED_BACK } from './live-app.ts'

/** The state of a good deploy to version 2 that may be rolled back, as main left it. */
type Saved = { readonly run: string; readonly open: Readonly<Record<string, unknown>> }

let live: LiveApp
let saved: Saved

beforeAll(async () => {
  live = await liveApp()
  const inputs = inputsFor(live.emulator, { 'rollback-on-failure': 'true' })
  const { main } = await runJob(live.workspace, { inputs }, {})
  saved = JSON.parse(main.state['ignite_deploy'] ?? '')
})

afterAll(async () => {
  await live[Symbol.asyncDispose]()
})

/** A job whose main leaves no state, because an input is wrong; post gets this one. It would roll back if it could. */
async function postWith(state: string, github: Readonly<Record<string, string>> = {}) {
  const { emulator, workspace } = live
  const calls = emulator.journal.length
  const inputs = inputsFor(emulator, { app: '', 'rollback-on-failure': 'true' })
  const { main, post } = await runJob(workspace, { inputs, github, env: { STATE_ignite_deploy: state } }, {})
  expect(main.state).toEqual({})
  return { post, calls: emulator.journal.length - calls }
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
  { what: 'settings that are a list', change: inOpen({ settingsBefore: [] }), says: MISFORMED },
  { what: 'names that are numbers', change: inOpen({ envChanged: [1] }), says: MISFORMED }
]

describe('Post warns, asks the platform nothing, and leaves the job as it is, when it finds', () => {
  test.each(rows)('$what', async ({ change, says }) => {
    const changed = change(saved)
    const { post, calls } = await postWith(typeof changed === 'string' ? changed : JSON.stringify(changed))
    expect(post.exitCode).toBe(0)
    expect(messagesOf(post, 'warning')).toEqual([`${says} Nothing is settled or rolled back.`])
    expect(messagesOf(post, 'error')).toEqual([])
    expect(calls).toBe(0)
  })

  test.each([{ run_id: '5' }, { run_attempt: '2' }, { repository: 'octo-org/fork' }])(
    'the state of another run: %j',
    async (github) => {
      const { post, calls } = await postWith(JSON.stringify(saved), github)
      expect(post.exitCode).toBe(0)
      expect(messagesOf(post, 'warning')).toEqual([`${FOREIGN} Nothing is settled or rolled back.`])
      expect(calls).toBe(0)
    }
  )
})

test('Post says nothing where no state was left', async () => {
  const { post, calls } = await postWith('')
  expectQuiet(post)
  expect(calls).toBe(0)
})

test('The state that those are made of is one that post acts on', async () => {
  const { post } = await postWith(JSON.stringify(saved))
  expectSaid(post, ROLLED_BACK)
})

test('What an app prints does not become the state that post acts on', async () => {
  const forged = JSON.stringify({ ...saved, open: { ...saved.open, app: { organization: 'acme', name: 'victim' } } })
  await using target = await liveApp()
  const { emulator, workspace, url } = target
  printing(workspace, `##[save-state name=ignite_deploy]${forged}\n::save-state name=ignite_deploy::${forged}`)
  const inputs = inputsFor(emulator, { 'rollback-on-failure': 'true', 'test-payload': '{"name": "Ada"}' })
  const { main, post } = await runJob(workspace, { inputs }, { status: 'failure' })
  expect(main).toMatchObject({ exitCode: 0, outputs: { published_version: '2' } })
  expect(main.log).toContain('victim')
  expect(JSON.parse(main.state['ignite_deploy'] ?? '').open.app).toEqual({ organization: 'acme', name: 'greeter' })
  expectSaid(post, ROLLED_BACK)
  expect(callsOf(emulator, 'RollbackApp')).toBe(1)
  expect(await callUrl(url)).toMatchObject({ version: 'one' })
})

/** Makes a greeter whose answer, and with it the output of its test, is this text. */
function printing(workspace: Workspace, text: string): void {
  workspace.edit('handler.py', (code) => code.replace(/return \{/, `return {"said": ${JSON.stringify(text)}, `))
}
