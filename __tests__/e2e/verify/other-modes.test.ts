import { describe, expect, test } from '@jest/globals'
import type { StageResult } from '../../../runner/stage.ts'
import { callUrl, type Inputs, inputsFor, messagesOf, runMain, theFailure } from '../../support/deploying.ts'
import { deployedApp, type LiveApp, liveApp } from '../support/live-app.ts'

/** A run in another mode on the same app. */
async function inMode({ emulator, workspace }: LiveApp, inputs: Inputs) {
  const main = await runMain(workspace, { inputs: inputsFor(emulator, inputs) })
  return main
}

function lastLine(main: StageResult): string | undefined {
  return messagesOf(main, 'notice').at(-1)
}

const BACK = { mode: 'rollback', code: '', version: 'previous' }

describe('A run in another mode', () => {
  test.concurrent('publishes a draft that cannot be loaded, shows why, and goes back', async () => {
    await using live = await liveApp()
    live.workspace.edit('handler.py', () => 'import nowhere\n')
    const draft = await inMode(live, { mode: 'draft' })
    const main = await inMode(live, {
      ...{ mode: 'publish', code: '', 'expected-code-hash': draft.outputs['code_hash'] ?? '' },
      ...{ 'rollback-on-failure': 'true', 'verify-timeout-seconds': '4' }
    })
    const { reason, message } = theFailure(main)
    expect(reason).toBe('verify_failed')
    expect(message).toContain('Rolled back: version 1 of acme/greeter is active again, instead of version 2.')
    expect(main.log).toContain("ModuleNotFoundError: No module named 'nowhere'")
    expect(main.outputs).toMatchObject({ published_version: '2', active_version: '1', changed: 'false' })
    expect(await callUrl(live.url)).toMatchObject({ version: 'one' })
  })

  test.concurrent('rolls back to a version that answers, and says so', async () => {
    await using live = await liveApp()
    await inMode(live, {})
    const main = await inMode(live, BACK)
    expect(main.log).toMatch(/^http:\S+ answers with 200$/m)
    expect(lastLine(main)).toMatch(/^greeter: version 1 is live again at \S+ \(answers with 200, .+\)$/)
    expect(main.summary).toContain('answers with 200')
  })

  test.concurrent('rolls back a private app, and calls the version that became active', async () => {
    await using live = await deployedApp({}, { 'allow-unauthenticated': 'false' })
    await inMode(live, { 'allow-unauthenticated': 'false' })
    const main = await inMode(live, { ...BACK, 'test-payload': '{"name": "Ada"}' })
    expect(lastLine(main)).toMatch(/^greeter: version 1 is live again.* \(passed test-payload, .+\)$/)
  })

  test.concurrent('rolls back without a call where that is asked for', async () => {
    await using live = await liveApp()
    await inMode(live, {})
    expect(lastLine(await inMode(live, { ...BACK, 'verify-url': 'off' }))).toMatch(/ \(not called, .+\)$/)
  })

  test.concurrent('says of a version that does not answer what is live, and leaves it', async () => {
    await using live = await liveApp()
    const { workspace } = live
    workspace.edit('handler.py', () => 'import nowhere\n')
    await inMode(live, { 'verify-url': 'off' })
    workspace.edit('handler.py', () => 'def handler(event, context):\n    return {"version": "three"}\n')
    await inMode(live, {})
    const main = await inMode(live, { ...BACK, 'verify-timeout-seconds': '1' })
    expect(theFailure(main).reason).toBe('verify_failed')
    expect(main.outputs).toMatchObject({
      status: 'failed',
      active_version: '2',
      previous_version: '3',
      changed: 'true'
    })
    expect(main.summary).toContain('Version 2 is live after this step')
  })
})
