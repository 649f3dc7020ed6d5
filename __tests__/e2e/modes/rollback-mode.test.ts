import { status } from '@grpc/grpc-js'
import { describe, expect, test } from '@jest/globals'
import type { EmulatorOptions } from '../../../emulator/start.ts'
import {
  callUrl,
  type Inputs,
  inputsFor,
  messagesOf,
  outputsOf,
  remote,
  run,
  runMain,
  theFailure,
  writesTo
} from '../../support/deploying.ts'
import { runJob } from '../support/job-end.ts'
import { callsOf, failingAt, type LiveApp, LOST_ANSWERS, liveApp, makeVersion, refusal } from '../support/live-app.ts'

const ROLLBACK = { mode: 'rollback', code: '', version: 'previous' }

type Twice = LiveApp & { readonly hashes: readonly [string, string] }

/** Version two of the greeter is live, version one is there. */
async function twoVersions(options: EmulatorOptions = {}): Promise<Twice> {
  await using starting = new AsyncDisposableStack()
  const live = starting.use(await liveApp(options, 'two'))
  const { versions } = await remote(live.emulator)
  const hashOf = (wanted: number) => versions.find(({ number }) => number === wanted)?.codeHash ?? ''
  const held = starting.move()
  const end = { [Symbol.asyncDispose]: () => held.disposeAsync() }
  return { ...live, hashes: [hashOf(1), hashOf(2)], ...end }
}

function rollback({ emulator, workspace }: LiveApp, inputs: Inputs = {}) {
  return run(workspace, { inputs: inputsFor(emulator, { ...ROLLBACK, ...inputs }) })
}

const platforms: readonly EmulatorOptions[] = [
  {},
  { variants: ['settings-replace', 'draft-cleared'] },
  { variants: ['settings-no-presence', 'public-urls-map'] },
  { variants: ['status-spelling', 'no-code-hash'] },
  ...[46, 47].map((permuteSeed) => ({ permuteSeed }))
]

describe('Mode rollback', () => {
  test.each(platforms)('on a platform with %j: makes the version before active again', async (options) => {
    await using live = await twoVersions(options)
    const { emulator, url, hashes } = live
    const before = writesTo(emulator).length
    const { main, post } = await rollback(live)
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    expect(outputsOf(main)).toMatchObject({
      status: 'rolled_back',
      reason_code: 'rolled_back',
      changed: 'true',
      published_version: '',
      previous_version: '2',
      active_version: '1',
      code_hash: hashes[0],
      url
    })
    expect(main.summary).toContain('### ↩️ greeter: rolled back, version 1 is live')
    expect(writesTo(emulator).slice(before)).toEqual(['ComputeService/RollbackApp'])
    expect(await callUrl(url)).toMatchObject({ version: 'one' })
    expect(post).toMatchObject({ exitCode: 0, raw: '' })
  })

  test('leaves nothing for post to undo when the job fails', async () => {
    await using live = await twoVersions()
    const { emulator, workspace, url } = live
    const { post } = await runJob(workspace, { inputs: inputsFor(emulator, ROLLBACK) }, { status: 'failure' })
    expect(post).toMatchObject({ exitCode: 0, raw: '' })
    expect(await callUrl(url)).toMatchObject({ version: 'one' })
  })

  test('tests the version before, where a payload is given', async () => {
    await using live = await twoVersions()
    const { emulator } = live
    const payload = { 'test-payload': '{"name": "Ada"}', 'test-expect': '{"version": "one"}' }
    const { main } = await rollback(live, payload)
    expect(main.outputs).toMatchObject({ status: 'rolled_back', test_status: 'passed' })
    expect(writesTo(emulator).slice(-2)).toEqual(['ComputeService/TestAppVersion', 'ComputeService/RollbackApp'])
    expect(main.summary).toContain('test-payload')
  })

  test('changes nothing where that test fails', async () => {
    await using live = await twoVersions()
    const { emulator, url } = live
    const { main } = await rollback(live, { 'test-payload': '{}', 'test-expect': '{"version": "two"}' })
    const { reason, title, message } = theFailure(main)
    expect({ reason, title }).toEqual({ reason: 'test_failed', title: 'Test version 1 failed' })
    expect(message).toContain('Version 2 stays active.')
    expect(main.summary).toContain('Nothing was changed; version 2 stays live')
    expect(main.outputs).toMatchObject({ changed: 'false', active_version: '2', test_status: 'failed' })
    expect(callsOf(emulator, 'RollbackApp')).toBe(0)
    expect(await callUrl(url)).toMatchObject({ version: 'two' })
  })

  test('goes to a version by its number, forwards too, and does nothing where that is active', async () => {
    await using live = await twoVersions()
    const { emulator, url } = live
    await rollback(live, { version: '1' })
    const again = await rollback(live, { version: '1', 'expected-code-hash': 'no-hash-of-it' })
    expect(outputsOf(again.main)).toMatchObject({
      status: 'unchanged',
      reason_code: 'unchanged',
      changed: 'false',
      previous_version: '1',
      active_version: '1',
      url
    })
    expect(callsOf(emulator, 'RollbackApp')).toBe(1)
    await rollback(live, { version: '2' })
    expect(await callUrl(url)).toMatchObject({ version: 'two' })
  })

  test('undoes the deployment that it names by its code', async () => {
    await using live = await twoVersions()
    const { url, hashes } = live
    const { main } = await rollback(live, { 'expected-code-hash': hashes[1] })
    expect(main.outputs['status']).toBe('rolled_back')
    expect(await callUrl(url)).toMatchObject({ version: 'one' })
  })

  test('leaves alone what another run has made active since', async () => {
    await using live = await twoVersions()
    const { emulator, workspace, url, hashes } = live
    makeVersion(workspace, 'three')
    await runMain(workspace, { inputs: inputsFor(emulator) })
    const { main } = await rollback(live, { 'expected-code-hash': hashes[1] })
    const { reason, message } = theFailure(main)
    expect(reason).toBe('rollback_refused')
    expect(message).toMatch(
      /^Version 3 of acme\/greeter is active, which holds \w+, not the expected \w+: it is left alone\./
    )
    expect(main.summary).toContain('it was not rolled back')
    expect(main.outputs).toMatchObject({ changed: 'false', active_version: '3' })
    expect(callsOf(emulator, 'RollbackApp')).toBe(0)
    expect(await callUrl(url)).toMatchObject({ version: 'three' })
  })

  test('cannot know the code that is active where the platform gives no hash', async () => {
    await using live = await twoVersions({ variants: ['no-code-hash'] })
    const { main } = await rollback(live, { 'expected-code-hash': 'cafe0001' })
    expect(theFailure(main).message).toContain('which the platform gives no hash of, not the expected cafe0001')
  })

  test.each([
    { version: '9', says: 'acme/greeter has no version 9. Write one of its versions into `version`: 1.' },
    { version: 'previous', says: 'Version 1 of acme/greeter is the first one: there is none before it.' }
  ])('to $version, which is not there, is refused', async ({ version, says }) => {
    await using live = await liveApp()
    const { main } = await rollback(live, { version })
    const { reason, message } = theFailure(main)
    expect({ reason, message: message.slice(0, says.length) }).toEqual({ reason: 'rollback_refused', message: says })
    expect(callsOf(live.emulator, 'RollbackApp')).toBe(0)
  })

  test.each([
    {
      inputs: { version: '' },
      says: /^`version` is missing: with `mode: rollback` it says which version is to be active again\./
    },
    { inputs: { version: 'v1' }, says: /^`version: v1` is not the number of a version\. Write a number/ },
    {
      inputs: { 'dry-run': 'true' },
      says: /^`dry-run` works with `mode: deploy` only\. Without it, `mode: rollback` is done\.$/
    },
    { inputs: { tier: 'large' }, says: /^`tier` means nothing with `mode: rollback`\. Remove it\.$/ },
    { inputs: { 'rollback-on-failure': 'true' }, says: /^`rollback-on-failure` means nothing with `mode: rollback`\./ }
  ])('with $inputs is refused before anything is sent', async ({ inputs, says }) => {
    await using live = await liveApp()
    const { emulator } = live
    const before = emulator.journal.length
    const { main } = await rollback(live, inputs as Inputs)
    expect(messagesOf(main, 'error')).toEqual([expect.stringMatching(says)])
    expect(emulator.journal).toHaveLength(before)
  })
})

describe('A rollback by its mode', () => {
  test.concurrent.each(LOST_ANSWERS)('whose answer is lost $how is made all the same', async ({ action, times }) => {
    await using live = await twoVersions(failingAt('RollbackApp', [1], { action }))
    const { main } = await rollback(live)
    expect(main.outputs).toMatchObject({ status: 'rolled_back', changed: 'true', active_version: '1' })
    expect(callsOf(live.emulator, 'RollbackApp')).toBe(times)
  })

  test.concurrent('whose answer is lost twice is not said to be made or not', async () => {
    await using live = await twoVersions(failingAt('RollbackApp', [1, 2], refusal(status.UNAVAILABLE)))
    const { main } = await rollback(live)
    const { reason, message } = theFailure(main)
    expect(reason).toBe('rollback_refused')
    expect(message).toMatch(/^It is not known whether version 1 of acme\/greeter is active: .* Version 2 was active at/)
    expect(main.outputs).toMatchObject({ changed: '', active_version: '2' })
  })

  test('that the platform refuses fails with its words', async () => {
    await using live = await twoVersions(failingAt('RollbackApp', [1], refusal()))
    const { main } = await rollback(live)
    const { reason, title, message } = theFailure(main)
    expect({ reason, title }).toEqual({ reason: 'rollback_refused', title: 'Roll back failed' })
    expect(message).toContain('Rolling acme/greeter back to version 1: FAILED_PRECONDITION: not on a Friday')
    expect(main.outputs).toMatchObject({ changed: 'false', active_version: '2' })
  })
})
