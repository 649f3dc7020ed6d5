import { status } from '@grpc/grpc-js'
import { describe, expect, test } from '@jest/globals'
import type { Fault } from '../../../emulator/wire/faults/faults.ts'
import { callUrl, inputsFor, messagesOf, run, startAction, theFailure } from '../../support/deploying.ts'
import { expectSaid } from '../support/job-end.ts'
import { arrived, callsOf, failingAt, type LiveApp, liveApp, ROLLED_BACK, refusal } from '../support/live-app.ts'

const ASKED = { 'rollback-on-failure': 'true', 'verify-timeout-seconds': '1' }

/** Version one of the greeter is live, and the next one cannot be loaded. */
async function dying(method: string, fault: Fault, calls: readonly number[] = [1]): Promise<LiveApp> {
  const live = await liveApp(failingAt(method, calls, fault))
  live.workspace.edit('handler.py', () => 'import nowhere\n')
  return live
}

describe('A run that goes back because its version does not answer', () => {
  test.concurrent.each(['SIGKILL', 'cancel'] as const)('and is stopped meanwhile by %s: post ends it', async (how) => {
    await using live = await dying('RollbackApp', { action: 'delay', ms: 3_000 })
    const { emulator, workspace, url } = live
    await using step = startAction(workspace, { inputs: inputsFor(emulator, ASKED) })
    await arrived(emulator, 'RollbackApp')
    if (how === 'cancel') step.cancel()
    else step.kill()
    const main = await step.main
    const { open } = JSON.parse(main.state['ignite_deploy'] ?? '')
    expect(open).toMatchObject({ phase: 'published', isGoingBack: true, publishedVersion: 2, previousVersion: 1 })
    const post = await step.post()
    expect(post.exitCode).toBe(0)
    const says = messagesOf(post, 'warning').join('\n')
    // Main's own call may come first.
    expect(says).toMatch(
      /Rolled back: version 1 of acme\/greeter is active again|Version 1 is active already, not version 2/
    )
    expect(await callUrl(url)).toMatchObject({ version: 'one' })
  })

  test.concurrent('and is refused: post tries once more, whatever the job made of it', async () => {
    await using live = await dying('RollbackApp', refusal(status.PERMISSION_DENIED))
    const { emulator, workspace, url } = live
    await using step = startAction(workspace, { inputs: inputsFor(emulator, ASKED) })
    const main = await step.main
    const { reason, message } = theFailure(main)
    expect(reason).toBe('verify_failed')
    expect(message).toContain('Version 1 of acme/greeter was not made active again: ')
    expect(main.outputs).toMatchObject({ published_version: '2', active_version: '2', changed: 'true' })
    // As with `continue-on-error`.
    step.job.status = 'success'
    expectSaid(await step.post(), ROLLED_BACK)
    expect(callsOf(emulator, 'RollbackApp')).toBe(2)
    expect(await callUrl(url)).toMatchObject({ version: 'one' })
  })

  test.concurrent('on a first deploy says that there is none to go back to', async () => {
    await using live = await liveApp()
    const { emulator, workspace } = live
    workspace.edit('handler.py', () => 'import nowhere\n')
    const inputs = { app: 'other', 'allow-unauthenticated': 'true', ...ASKED }
    const { main, post } = await run(workspace, { inputs: inputsFor(emulator, inputs) })
    expect(theFailure(main).message).toContain(
      'Version 1 of acme/other stays live: it is the first, so there is none to roll back to.'
    )
    expect(main.outputs).toMatchObject({ active_version: '1', changed: 'true' })
    expect(messagesOf(post, 'warning')).toEqual([])
    expect(callsOf(emulator, 'RollbackApp')).toBe(0)
  })
})
