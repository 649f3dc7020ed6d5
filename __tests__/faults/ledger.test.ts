import { setTimeout as sleep } from 'node:timers/promises'
import { status } from '@grpc/grpc-js'
import { describe, expect, test } from '@jest/globals'
import { startEmulator } from '../../emulator/start.ts'
import type { StageResult } from '../../runner/stage.ts'
import { expectSaid, runJob } from '../e2e/support/job-end.ts'
import { callsOf, failingAt, liveApp, ROLLED_BACK, refusal } from '../e2e/support/live-app.ts'
import { Observer } from '../e2e/support/observing.ts'
import { compute } from '../emulator/ignite/support/client.ts'
import { ActingApp, callsTo, failing, inputsForActing } from '../support/acting-app.ts'
import { inputsFor, messagesOf, remote, startAction, theFailure, Workspace } from '../support/deploying.ts'
import { until } from './support/cancelling.ts'
import { expectGone } from './support/last-word.ts'

const GREETER = { organization_name: 'acme', app_name: 'greeter' }

/** Loaded before main: runs the program when main appends a text like that to one of the runner's files. */
function whenAppended(variable: string, text: RegExp, program: string): Readonly<Record<string, string>> {
  const hook = `
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
const { appendFileSync } = fs
let isDone = false
fs.appendFileSync = (file, text, ...rest) => {
  if (!isDone && file === process.env.${variable} && ${text}.test(String(text))) {
    isDone = true
    ${program}
  }
  return appendFileSync(file, text, ...rest)
}
syncBuiltinESMExports()`
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}` }
}

function both(observer: Observer, hook: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return { ...observer.env, NODE_OPTIONS: `${observer.env['NODE_OPTIONS']} ${hook['NODE_OPTIONS']}` }
}

/** What main left for post: a phase, or `closed`. */
function leftOpen({ state }: StageResult): string {
  return JSON.parse(state['ignite_deploy'] ?? '{}').open?.phase ?? 'closed'
}

// First, because it waits for a minute and the others fit into it.
test.concurrent('A publish of a killed run, of which only another run’s version appears, is not said to be settled', async () => {
  const app = new ActingApp()
  await using server = await app.serve({
    PublishDraft: async () => {
      app.publish('beef0001')
      await sleep(600_000, undefined, { ref: false })
      return {}
    }
  })
  using workspace = new Workspace()
  const inputs = inputsForActing(server, { 'rollback-on-failure': 'true', tier: 'large' })
  await using step = startAction(workspace, { inputs })
  await until(() => callsTo(server, 'PublishDraft') === 1)
  step.kill('SIGKILL')
  expect(leftOpen(await step.main)).toBe('publishing')
  const post = await step.post()
  expect(post.exitCode).toBe(0)
  expect(messagesOf(post, 'warning')).toEqual([
    expect.stringMatching(
      /^What the deployment left open was not settled: It is not known whether the draft was published: version 2, which appeared since, holds other code/
    )
  ])
  expect(app).toMatchObject({ active: 2, settings: { resource_tier: 'RESOURCE_TIER_LARGE' } })
  expect(callsTo(server, 'RollbackApp')).toBe(0)
})

describe('Settings that a failed run changed', () => {
  test.concurrent('are put back by post where main is stopped while it puts them back', async () => {
    const app = new ActingApp()
    await using server = await app.serve({
      PublishDraft: () => failing(status.FAILED_PRECONDITION),
      // The first makes the app public, the second would take that back.
      UpdateAppConfig: async ({ request }) => {
        if (callsTo(server, 'UpdateAppConfig') === 2) await sleep(600_000, undefined, { ref: false })
        app.change(request as never)
        return {}
      }
    })
    using workspace = new Workspace()
    const inputs = inputsForActing(server, { 'allow-unauthenticated': 'true' })
    await using step = startAction(workspace, { inputs })
    await until(() => callsTo(server, 'UpdateAppConfig') === 2)
    step.kill('SIGINT')
    const main = await step.main
    expect({ open: leftOpen(main), isPublic: app.settings['allow_unauthenticated'] }).toEqual({
      open: 'changed',
      isPublic: true
    })
    expect(messagesOf(main, 'warning')).toEqual([
      expect.stringMatching(
        /^It is not known whether the settings that this run changed were put back \(allow-unauthenticated\): GitHub stopped this step: the run was cancelled/
      )
    ])
    const post = await step.post()
    expectSaid(post, 'Nothing was published: version 1 stays active.')
    expect(messagesOf(post, 'notice')).toEqual([
      'The settings that this run changed were put back: allow-unauthenticated.'
    ])
    expect(app.settings['allow_unauthenticated']).toBe(false)
  })

  test.concurrent('are left by post where somebody has changed them since', async () => {
    await using live = await liveApp()
    const { emulator, workspace } = live
    using platform = compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 60 }) })
    const meanwhile = () => platform.call('UpdateAppConfig', { ...GREETER, resource_tier: 'RESOURCE_TIER_LARGE' })
    const inputs = inputsFor(emulator, { 'rollback-on-failure': 'true', tier: 'medium', 'health-path': '/live' })
    const { post } = await runJob(workspace, { inputs }, { status: 'failure', meanwhile })
    expectSaid(post, ROLLED_BACK)
    expect(messagesOf(post, 'notice')).toEqual([
      'Changed by another hand since, and left so: tier.',
      'The settings that this run changed were put back: health-path.'
    ])
    expect((await remote(emulator)).state).toMatchObject({
      activeVersion: 1,
      settings: { tier: 'large', healthPath: '/healthz' }
    })
  })
})

test('A disk that is full for the state right after a publish leaves the settings of the live version', async () => {
  await using live = await liveApp()
  const { emulator, workspace } = live
  const full = `throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })`
  const env = whenAppended('GITHUB_STATE', /"phase":"published"/, `isDone = false; ${full}`)
  const { main, post } = await runJob(workspace, { inputs: inputsFor(emulator, { tier: 'large' }), env }, {})
  expect(theFailure(main).message).toContain('The runner’s disk is full: ENOSPC')
  expect(main.outputs).toMatchObject({ changed: 'true', published_version: '2' })
  expect(main.log).not.toContain('put back')
  expect(leftOpen(main)).toBe('publishing')
  expectSaid(post, 'Version 2 of acme/greeter was published before the run ended.')
  expect((await remote(emulator)).state).toMatchObject({ activeVersion: 2, settings: { tier: 'large' } })
})

const THROWN: readonly { readonly how: string; readonly program: string; readonly says: string }[] = [
  {
    how: 'an error that is thrown in a timer',
    program: `setImmediate(() => { throw new TypeError('boom') })`,
    says: 'TypeError: boom'
  },
  { how: 'a promise that nobody awaits', program: `Promise.reject(new RangeError('boom'))`, says: 'RangeError: boom' },
  { how: 'what is no error', program: `Promise.reject('boom')`, says: 'thrown and not awaited: boom' }
]

describe('What nobody awaits ends the run', () => {
  test.concurrent.each(THROWN)('$how, when the draft is saved: nothing is published', async ({ program, says }) => {
    await using emulator = await startEmulator(failingAt('ListAppVersions', [2], { action: 'delay', ms: 1000 }))
    using workspace = new Workspace()
    using observer = new Observer()
    const env = both(observer, whenAppended('GITHUB_OUTPUT', /^code_hash<</, program))
    await using step = startAction(workspace, { inputs: inputsFor(emulator), env })
    const main = await step.main
    const { title, message } = theFailure(main)
    expect({ title, message }).toMatchObject({
      title: expect.stringMatching(/: a bug in the action$/),
      message: expect.stringContaining(says)
    })
    expect(main.outputs).toMatchObject({ reason_code: 'internal_error', status: 'failed', published_version: '' })
    expect(main.log).not.toMatch(/^Published version/m)
    expect(callsOf(emulator, 'PublishDraft')).toBe(0)
    expectGone(observer)
  })

  test.concurrent('when the publish is on its way: the state is left open, and post says what came of it', async () => {
    await using live = await liveApp(failingAt('PublishDraft', [2], { action: 'delay', ms: 1500 }))
    using observer = new Observer()
    const program = `setTimeout(() => { throw new TypeError('boom') }, 500)`
    const env = both(observer, whenAppended('GITHUB_STATE', /"phase":"publishing"/, program))
    const inputs = inputsFor(live.emulator, { 'rollback-on-failure': 'true', tier: 'large' })
    const { main, post } = await runJob(live.workspace, { inputs, env }, {})
    expect(theFailure(main).message).toContain('TypeError: boom')
    expect(main.outputs).toMatchObject({ reason_code: 'internal_error', status: 'failed' })
    expect(leftOpen(main)).toMatch(/^publish/)
    expectGone(observer)
    expectSaid(post, ROLLED_BACK)
    expect((await remote(live.emulator)).state).toMatchObject({ activeVersion: 1, settings: { tier: 'small' } })
  })

  test.concurrent('when settings were changed: they are not given up', async () => {
    await using live = await liveApp(failingAt('PublishDraft', [2], refusal()))
    const program = `setImmediate(() => { throw new TypeError('boom') })`
    const env = whenAppended('GITHUB_OUTPUT', /^changed<<[\s\S]*true/, program)
    const inputs = inputsFor(live.emulator, { 'allow-unauthenticated': 'false', tier: 'large' })
    const { main, post } = await runJob(live.workspace, { inputs, env }, {})
    expect(theFailure(main).message).toContain('TypeError: boom')
    expect(leftOpen(main)).toBe('changed')
    expectSaid(post, 'Nothing was published: version 1 stays active.')
    expect((await remote(live.emulator)).state).toMatchObject({
      activeVersion: 1,
      settings: { tier: 'small', allowUnauthenticated: true }
    })
  })
})
