import { beforeEach, describe, expect, test } from '@jest/globals'
import { deleteApp } from '../../src/deploy/delete-app.ts'
import { draftOnly } from '../../src/deploy/draft-only.ts'
import { publishSaved } from '../../src/deploy/publish-saved.ts'
import { rollBackTo } from '../../src/deploy/roll-back.ts'
import { type ExpectedError, PlatformError, rootCause, Stopped } from '../../src/model/errors.ts'
import type { DeletePlan, DraftPlan, PublishPlan, RollbackPlan } from '../../src/model/plan.ts'
import { draft, MemoryPlatform, PLAN, RecordingTools, SETTINGS } from '../support/fakes.ts'

const MARK = 'Deployed by octo-org/octo-app (dodil/ignite-deploy)'
const LOST = new PlatformError('UNAVAILABLE', 'away', { ambiguous: true, reason: 'platform_unavailable' })
const { target, tests, verify, source: _, rollback, ...rest } = PLAN
const TESTS = { cases: [{ name: 'case 1', payload: new Uint8Array([1]), expected: undefined }], timeoutMs: 60_000 }

const ROLLBACK: RollbackPlan = { mode: 'rollback', target, version: 'previous', expectedCode: undefined, tests, verify }
const DELETE: DeletePlan = { mode: 'delete', target, madeBy: 'octo-org/octo-app' }
const DRAFT: DraftPlan = { ...PLAN, mode: 'draft' }
const PUBLISH: PublishPlan = { ...rest, mode: 'publish', target, tests, verify, rollback, expectedCode: 'two' }

let platform: MemoryPlatform
let tools: RecordingTools

beforeEach(() => {
  platform = new MemoryPlatform()
  platform.state = {
    id: 'acme/greeter',
    activeVersion: 0,
    publicUrls: [],
    settings: { ...SETTINGS, description: MARK },
    shown: {}
  }
  platform.publishNow('one')
  platform.publishNow('two')
  tools = new RecordingTools(platform)
})

async function failure(story: Promise<unknown>): Promise<ExpectedError> {
  const error = await story.then(
    () => new Error('it did not fail'),
    (cause: unknown) => rootCause(cause)
  )
  return error as ExpectedError
}

/** Another hand makes a version of its own. */
function publishTheirs(): void {
  platform.publishNow('theirs')
}

function callsOf(name: string): number {
  return platform.calls.filter((call) => call.startsWith(name)).length
}

function stopOn(method: 'rollback' | 'deleteApp'): void {
  platform[method] = async () => {
    tools.controller.abort(new Stopped('cancelled', 'The run was cancelled.'))
    throw tools.stop.reason
  }
}

describe('Mode rollback', () => {
  test('does not go back from what another run published since it began', async () => {
    platform.testVersion = async () => {
      publishTheirs()
      return 'execution'
    }
    platform.executions = [{ id: '', status: 'COMPLETED', output: new Uint8Array(), error: '' }]
    const { reason, message } = await failure(rollBackTo({ ...ROLLBACK, tests: TESTS }, tools))
    expect(reason).toBe('rollback_refused')
    expect(message).toBe(
      'Not rolled back to version 1 of acme/greeter: version 3, which another run made active, is left alone. Version 2 was active when this run began.'
    )
    expect(callsOf('rollback')).toBe(0)
    expect(tools.facts).toMatchObject({ activeVersion: 3 })
    expect(tools.facts.changed).toBeUndefined()
  })

  test('says which version another run made active right after the call', async () => {
    platform.rollback = async () => publishTheirs()
    expect((await failure(rollBackTo(ROLLBACK, tools))).message).toContain('version 3, which another run made active')
    expect(tools.facts).toMatchObject({ activeVersion: 3, changed: 'unknown' })
  })

  test('does not claim what the platform took and never shows', async () => {
    platform.rollback = async () => undefined
    expect((await failure(rollBackTo(ROLLBACK, tools))).message).toBe(
      'It is not known whether version 1 of acme/greeter is active: the platform took the call and does not show it. Version 2 was active at the last look.'
    )
    expect(tools.facts).toMatchObject({ activeVersion: 2, changed: 'unknown' })
  })

  test('that is stopped while the call is on its way says so, and leaves no state', async () => {
    stopOn('rollback')
    const { reason, message } = await failure(rollBackTo(ROLLBACK, tools))
    expect(reason).toBe('cancelled')
    expect(message).toBe(
      'The run was cancelled. The rollback of acme/greeter was sent and not answered: version 1 may be active.'
    )
    expect(tools.facts).toMatchObject({ changed: 'unknown', activeVersion: 'unknown' })
    expect(tools.ledgerEntries).toEqual([])
  })

  test('knows an image by its reference, where it has no hash', async () => {
    const imageRef = 'ghcr.io/acme/greeter@sha256:ab'
    platform.versions = platform.versions.map((version) => ({ ...version, codeHash: '', imageRef }))
    const other = await failure(rollBackTo({ ...ROLLBACK, expectedCode: 'ghcr.io/acme/other@sha256:ab' }, tools))
    expect(other.message).toContain(`Version 2 of acme/greeter is active, which holds ${imageRef}, not the expected`)
    expect(await rollBackTo({ ...ROLLBACK, expectedCode: imageRef }, tools)).toMatchObject({ status: 'rolled_back' })
    expect(tools.facts).toMatchObject({ codeHash: '', imageRef })
  })

  test('needs an active version', async () => {
    platform.state = { ...platform.state!, activeVersion: 0 }
    const { reason, message } = await failure(rollBackTo(ROLLBACK, tools))
    expect({ reason, message }).toEqual({
      reason: 'rollback_refused',
      message: 'acme/greeter has no active version: there is nothing to roll back.'
    })
  })

  test('does without the test that the platform does not offer only where none is asked for', async () => {
    platform.versionTest = undefined
    const { reason, hint } = await failure(rollBackTo({ ...ROLLBACK, tests: TESTS }, tools))
    expect({ reason, hint }).toEqual({
      reason: 'unsupported_server',
      hint: 'Version 2 stays active. To roll back without a test, leave the test inputs out.'
    })
    expect(await rollBackTo(ROLLBACK, tools)).toEqual({ status: 'rolled_back', reason: 'rolled_back' })
  })
})

describe('Mode delete', () => {
  test('does not delete an app a second time that another run has made or published meanwhile', async () => {
    let sent = 0
    platform.deleteApp = async () => {
      sent++
      publishTheirs()
      throw LOST
    }
    const { reason, message } = await failure(deleteApp(DELETE, tools))
    expect({ reason, message, sent }).toEqual({
      reason: 'draft_conflict',
      message: 'Another run has deployed acme/greeter while it was being deleted.',
      sent: 1
    })
    expect(tools.facts).toMatchObject({ activeVersion: 3, changed: 'unknown' })
  })

  test('takes an app for deleted that is gone, whoever deleted it', async () => {
    platform.deleteApp = async () => {
      platform.state = undefined
      throw new PlatformError('NOT_FOUND', 'gone', { ambiguous: false, reason: 'platform_unavailable' })
    }
    expect(await deleteApp(DELETE, tools)).toEqual({ status: 'removed', reason: 'ok' })
    expect(tools.facts).toMatchObject({ activeVersion: 'none', changed: true, publicUrls: [] })
  })

  test('does not claim what the platform took and never shows', async () => {
    platform.deleteApp = async () => undefined
    expect((await failure(deleteApp(DELETE, tools))).message).toBe(
      'It is not known whether acme/greeter was deleted: the platform took the call, and the app was there at the last look.'
    )
  })

  test('that is stopped while the call is on its way says so', async () => {
    stopOn('deleteApp')
    expect((await failure(deleteApp(DELETE, tools))).message).toBe(
      'The run was cancelled. The call that deletes acme/greeter was sent and not answered: it may be gone.'
    )
    expect(tools.facts).toMatchObject({ changed: 'unknown', activeVersion: 'unknown' })
  })

  test('deletes nothing for a run of no repository', async () => {
    expect((await failure(deleteApp({ ...DELETE, madeBy: undefined }, tools))).message).toBe(
      'acme/greeter is not deleted: octo-org/octo-app made it, and this run is of no repository that the runner names.'
    )
    expect(callsOf('deleteApp')).toBe(0)
  })

  test('deletes the app of a pull request of the repository', async () => {
    const description = MARK.replace('octo-app', 'octo-app#12')
    platform.state = { ...platform.state!, settings: { ...SETTINGS, description } }
    expect(await deleteApp(DELETE, tools)).toEqual({ status: 'removed', reason: 'ok' })
  })
})

describe('Mode draft', () => {
  const plan: DraftPlan = { ...DRAFT, tests: TESTS, settings: { tier: 'large', env: { ADDED: 'ours', KEPT: 'other' } } }

  beforeEach(() => {
    platform.mergesEnv = false
    platform.executions = [{ id: '', status: 'COMPLETED', output: new Uint8Array(), error: '' }]
    platform.state = { ...platform.state!, settings: { ...SETTINGS, env: { KEPT: 'live' } } }
  })

  test('has the variables that the app lacks there for the test alone', async () => {
    let seen: unknown
    platform.testDraft = async () => {
      seen = platform.state?.settings.env
      return 'execution'
    }
    expect(await draftOnly(plan, tools)).toEqual({ status: 'drafted', reason: 'ok' })
    expect(seen).toEqual({ KEPT: 'live', ADDED: 'ours' })
    expect(platform.state?.settings).toEqual({ ...SETTINGS, env: { KEPT: 'live' } })
    expect(tools.facts.changed).toBe(false)
    expect(tools.ledger.open).toBeUndefined()
  })

  test('says that they stay where the platform does not take them back', async () => {
    platform.mergesEnv = true
    expect(await draftOnly(plan, tools)).toEqual({ status: 'drafted', reason: 'ok' })
    expect(tools.log.lines.join('\n')).toContain('did not take back what this run changed: env (ADDED).')
    expect(tools.facts.changed).toBe(true)
  })
})

describe('Mode publish', () => {
  test.each([
    { now: { status: 'FAILED', error: 'cannot borrow' }, says: 'The draft cannot be published: cannot borrow.' },
    { now: { status: 'CANCELLED' }, says: 'The draft cannot be published: its status is CANCELLED.' },
    { now: { status: 'COMPILING' }, says: 'The draft is still being made: its status is COMPILING.' }
  ])('publishes no draft that is $now.status', async ({ now, says }) => {
    platform.draft = draft({ codeHash: 'two', ...now })
    const { reason, message } = await failure(publishSaved(PUBLISH, tools))
    expect({ reason, message }).toEqual({ reason: 'compile_failed', message: says })
    expect(callsOf('publishDraft')).toBe(0)
  })

  test('publishes no draft of no hash for another of none', async () => {
    platform.draft = draft({ codeHash: '' })
    const plan = { ...PUBLISH, expectedCode: 'three' }
    expect((await failure(publishSaved(plan, tools))).message).toBe(
      'acme/greeter holds another draft (without a hash), not the expected three. Not published.'
    )
  })

  test('changes settings alone where the active version holds the code', async () => {
    const plan: PublishPlan = { ...PUBLISH, settings: { tier: 'large' } }
    expect(await publishSaved(plan, tools)).toEqual({ status: 'unchanged', reason: 'unchanged' })
    expect(platform.state?.settings.tier).toBe('large')
    expect(tools.facts).toMatchObject({ changed: true, activeVersion: 2, codeHash: 'two' })
    expect(tools.ledger.open).toBeUndefined()
    expect(callsOf('publishDraft')).toBe(0)
  })
})
