import { beforeEach, describe, expect, test } from '@jest/globals'
import { stepper } from '../../../src/deploy/step.ts'
import { verifyApp } from '../../../src/deploy/verify/verify-app.ts'
import { DeployError, PlatformError, rootCause, Stopped } from '../../../src/model/errors.ts'
import type { PublishedRun } from '../../../src/model/open-run.ts'
import type { TestCase } from '../../../src/model/plan.ts'
import type { WebAnswer, WebTrouble } from '../../../src/model/ports/web-port.ts'
import type { VerifiedTarget } from '../../../src/model/verification.ts'
import { MemoryPlatform, PLAN, RecordingTools, SETTINGS, WELL } from '../../support/fakes.ts'

const APP = { organization: 'acme', name: 'greeter' }
const URL = 'https://greeter-acme.example'
const TEST: TestCase = { name: 'ada.json', payload: new Uint8Array([1]), expected: undefined }

let platform: MemoryPlatform
let tools: RecordingTools

beforeEach(() => {
  platform = new MemoryPlatform()
  tools = new RecordingTools(platform)
  platform.versions = [{ number: 2, codeHash: '', createdAtMs: 5_000, status: 'ACTIVE' }]
  open({})
})

/** A public app whose version 2 is active. */
function open({ isPublic = true, isImage = true, urls = [URL] }): void {
  platform.state = {
    id: 'acme/greeter',
    activeVersion: 2,
    publicUrls: urls.map((url) => ({ url, port: undefined })),
    settings: { ...SETTINGS, allowUnauthenticated: isPublic, healthPath: '/live' },
    shown: {},
    isImage
  }
}

type Asked = {
  readonly target?: VerifiedTarget
  readonly test?: TestCase
  readonly timeoutMs?: number
  readonly onFailure?: boolean
  readonly version?: number
}

async function verify({
  target = { kind: 'auto' },
  test: asked,
  timeoutMs = 60_000,
  onFailure = false,
  version = 2
}: Asked) {
  const plan = { ...PLAN, verify: { target, timeoutMs }, rollback: { onFailure, onCancel: false } }
  const run = { app: APP, plan, platform, tools, step: stepper(tools) }
  if (!platform.state) throw new Error('no app')
  await verifyApp(run, { version, state: platform.state, test: asked })
}

async function failure(asked: Asked): Promise<DeployError> {
  const error = rootCause(await verify(asked).catch((thrown: unknown) => thrown))
  if (!(error instanceof DeployError)) throw new Error(`no failure: ${error}`)
  return error
}

function trouble(kind: WebTrouble, says = '', isFinal = false): WebAnswer {
  return { kind, says, hint: undefined, isFinal }
}

function answered(code: number, text = '', isFromApp = false): WebAnswer {
  return { kind: 'answered', code, isFromApp, text, leadsTo: undefined }
}

const UNREADY = answered(503, 'Readiness probe failed: HTTP probe failed with statuscode: 404')

describe('What is asked', () => {
  test.each<[string, Parameters<typeof open>[0], VerifiedTarget, readonly string[]]>([
    ['an image at its health path', {}, { kind: 'auto' }, [`${URL}/live`]],
    ['code that the platform runs at /', { isImage: false }, { kind: 'auto' }, [URL]],
    ['nothing', {}, { kind: 'off' }, []],
    ['a path', {}, { kind: 'path', path: '/ready?x=1' }, [`${URL}/ready?x=1`]],
    ['a URL', { isPublic: false }, { kind: 'url', url: 'https://shop.example/' }, ['https://shop.example/']],
    ['nobody of a private app', { isPublic: false }, { kind: 'auto' }, []],
    ['nobody without a URL', { urls: [] }, { kind: 'auto' }, []]
  ])('is %s', async (_what, app, target, asked) => {
    open(app)
    await verify({ target })
    expect(tools.web.asked).toEqual(asked)
    expect(tools.facts.answer).toBe(asked.length > 0 ? 'answers with 200' : undefined)
  })

  test('is port 80’s URL, whichever comes first', async () => {
    open({})
    platform.state = {
      ...platform.state!,
      publicUrls: [
        { url: `${URL}:8080/`, port: 8080 },
        { url: `${URL}/`, port: 80 }
      ]
    }
    await verify({})
    expect(tools.web.asked).toEqual([`${URL}/live`])
  })

  test('is not another run’s version', async () => {
    platform.state = { ...platform.state!, activeVersion: 3 }
    await verify({ version: 2 })
    expect([tools.web.asked, tools.steps]).toEqual([[], []])
  })

  test('of a path that cannot be asked is what auto would ask, with a warning', async () => {
    open({ isPublic: false })
    await verify({ target: { kind: 'path', path: '/x' } })
    expect(tools.log.lines).toContain(
      'warning: `verify-url: /x` is not asked, because acme/greeter wants a token of everybody who calls it: it is verified as with `verify-url: auto`.'
    )
    expect(tools.web.asked).toEqual([])
  })
})

describe('An app at its URL', () => {
  test('that is well at once is told in one line', async () => {
    await verify({})
    expect(tools.log.lines).toEqual([`${URL}/live answers with 200`])
  })

  test('that comes up slowly is told of in a line a change, with pauses that grow to 5 s', async () => {
    const unresolved = trouble('unresolved', 'ENOTFOUND')
    tools.web.answers = [
      ...[unresolved, unresolved, trouble('closed', 'ECONNREFUSED'), trouble('tls', 'CERT_HAS_EXPIRED')],
      ...[answered(404), UNREADY, UNREADY, answered(500, 'not yet', true), WELL]
    ]
    await verify({})
    expect(tools.log.lines).toEqual([
      `Waiting for ${URL}/live since version 2 is active, at most 1 min 0 s: it does not resolve yet (ENOTFOUND).`,
      'After 1.5 s: it accepts no connection yet (ECONNREFUSED).',
      'After 3.5 s: it has no certificate that can be trusted yet (CERT_HAS_EXPIRED).',
      'After 7.5 s: it is not known to the router yet (404).',
      'After 13 s: it answers with 503: no instance of it is ready: Readiness probe failed: HTTP probe failed with statuscode: 404.',
      'After 23 s: it answers with 500, which is the app’s own: not yet.',
      `${URL}/live answers with 200 (28 s)`
    ])
    expect(tools.facts.answer).toBe('answers with 200')
  })

  test('whose 404 may be the router’s is well when that has stayed for 15 s', async () => {
    tools.web.answers = [answered(404, '404 page not found')]
    await verify({})
    expect(tools.log.lines.slice(-2)).toEqual([
      `notice: ${URL}/live has answered with 404 for 15 s, and nothing tells whether that is the app or the router before it. Let \`verify-url\` name a path that the app answers with 2xx.`,
      `${URL}/live answers with 404, which may be the router’s (18 s)`
    ])
  })

  test('whose 404 goes away is asked on', async () => {
    tools.web.answers = [answered(404, '404 page not found'), UNREADY, WELL]
    await verify({})
    expect(tools.log.lines.at(-1)).toMatch(/answers with 200/)
  })

  test('that never comes up is a failure with what helps', async () => {
    tools.web.answers = [UNREADY]
    const error = await failure({ timeoutMs: 20_000 })
    expect(error).toMatchObject({ reason: 'verify_failed', speaker: 'platform' })
    expect(error.message).toBe(
      `Version 2 of acme/greeter was published and did not come up within 20 s: ${URL}/live answers with 503: no instance of it is ready: Readiness probe failed: HTTP probe failed with statuscode: 404.`
    )
    expect(error.hint).toContain('`health-path`')
    expect(tools.facts.answer).toBeUndefined()
  })

  test('is given up at once where no waiting helps', async () => {
    tools.web.answers = [trouble('proxy', 'The proxy wants a user', true)]
    const error = await failure({})
    expect(error.message).toMatch(/did not come up: .* is not reached through the proxy \(The proxy wants a user\)\.$/)
    expect(tools.clock.now()).toBe(0)
  })

  test('whose last look was cut short by our own end failed for the reason before', async () => {
    tools.web.answers = [UNREADY, trouble('silent', 'within 1.0 s')]
    expect((await failure({ timeoutMs: 3_000 })).message).toContain('no instance of it is ready')
  })

  test('keeps what the query says to itself', async () => {
    tools.web.answers = [UNREADY]
    const target = { kind: 'url', url: 'https://shop.example/x?key=marker#part' } as const
    const error = await failure({ target, timeoutMs: 5_000 })
    expect(error.message).toContain('https://shop.example/x answers')
    expect([error.message, ...tools.log.lines].join('\n')).not.toContain('marker')
    expect(tools.web.asked[0]).toBe(target.url)
  })

  test('that is told to stop ends as the stop says', async () => {
    tools.web.answers = [UNREADY]
    const stopped = new Stopped('cancelled', 'The run was cancelled.')
    tools.clock.sleep = async () => {
      tools.controller.abort(stopped)
      throw stopped
    }
    await expect(verify({ onFailure: true }).catch((error: unknown) => rootCause(error))).resolves.toBe(stopped)
  })
})

describe('What is shown of an app that does not come up', () => {
  test('is what runs, what happened, and what it printed since it was published', async () => {
    tools.web.answers = [UNREADY]
    platform.replicas = ['greeter-1: CRASHED']
    platform.events = ['10:00:00 Warning BackOff: it ended']
    platform.appLog = [
      { timestampMs: 4_999, executionId: '', text: 'of version 1' },
      { timestampMs: 5_000, executionId: '', text: 'begun' },
      { timestampMs: 5_001, executionId: '', text: 'listening on 3000' }
    ]
    const error = await failure({ timeoutMs: 1_000 })
    expect(tools.log.lines.slice(1, -1)).toEqual([
      'What runs of it, as the platform tells:',
      '| greeter-1: CRASHED',
      'What happened to it:',
      '| 10:00:00 Warning BackOff: it ended',
      'What it printed last:',
      '| begun',
      '| listening on 3000'
    ])
    expect(error.excerpt).toContain('| listening on 3000')
  })

  test('is its answer, where it printed nothing', async () => {
    tools.web.answers = [answered(503, JSON.stringify({ error: 'CrashLoopBackOff: it ended\nlast words' }))]
    platform.appLog = []
    await failure({ timeoutMs: 1_000 })
    expect(tools.log.lines).toEqual(
      expect.arrayContaining([
        'What it answered last:',
        '| last words',
        'It has printed nothing since version 2 was published.'
      ])
    )
  })

  test('is no failure of its own where the platform does not tell it', async () => {
    tools.web.answers = [UNREADY]
    platform.readEvents = async () => {
      throw new PlatformError('PERMISSION_DENIED', 'no', { ambiguous: false, reason: 'permission_denied' })
    }
    expect((await failure({ timeoutMs: 1_000 })).reason).toBe('verify_failed')
  })
})

describe('A private app with a payload', () => {
  const completed = { id: '', status: 'COMPLETED', output: new TextEncoder().encode('{"a":1}'), error: '' }

  beforeEach(() => open({ isPublic: false, isImage: false }))

  test('is called once, and has to answer as is expected', async () => {
    platform.executions = [{ ...completed, status: 'RUNNING' }, completed]
    await verify({ test: { ...TEST, expected: { a: 1 } } })
    expect(platform.calls.filter((call) => call.startsWith('testVersion'))).toEqual(['testVersion 2'])
    expect(tools.facts.answer).toBe('passed ada.json')
    expect(tools.log.lines).toEqual([
      '✓ ada.json: completed, as expected',
      '    output: {"a":1}',
      'Version 2 passed ada.json'
    ])
  })

  test('that answers otherwise is a failure', async () => {
    platform.executions = [completed]
    const error = await failure({ test: { ...TEST, expected: { a: 2 } } })
    expect(error.message).toBe(
      '$.a: expected 2, got 1. Version 2 of acme/greeter was published and does not pass ada.json.'
    )
    expect(error).toMatchObject({ reason: 'verify_failed', speaker: 'program' })
  })

  test('that raises shows its traceback', async () => {
    const error = 'Traceback (most recent call last):\n  File "handler.py", line 7, in handler\nKeyError: 1\n'
    platform.executions = [{ ...completed, status: 'FAILED', error }]
    expect((await failure({ test: TEST })).message).toMatch(/^KeyError: 1, handler\.py:7\. Version 2 /)
    expect(tools.log.lines).toContain('| KeyError: 1')
  })

  test('that does not end is a failure that names the input', async () => {
    platform.executions = [{ ...completed, status: 'RUNNING' }]
    expect((await failure({ test: TEST })).hint).toContain('`verify-timeout-seconds`')
  })

  test.each(['UNAVAILABLE', 'DEADLINE_EXCEEDED', 'PERMISSION_DENIED', 'INTERNAL'])(
    'that the platform does not call (%s) is not said to answer, nor not to: its state decides',
    async (code) => {
      const refused = new PlatformError(code, `Testing: ${code}: no`, { ambiguous: true, reason: 'test_failed' })
      platform.testVersion = async () => {
        throw refused
      }
      platform.conditions = [{ state: 'ACTIVE', shown: '{}' }]
      await verify({ test: TEST })
      expect(tools.log.lines).toEqual([
        `warning: It is not known whether version 2 of acme/greeter answers: Testing: ${code}: no`,
        'The platform says that the app is ACTIVE'
      ])
      expect(tools.facts.answer).toBeUndefined()
      platform.conditions = [{ state: 'FAILED', shown: '{}' }]
      expect((await failure({ test: TEST })).reason).toBe('verify_failed')
    }
  )

  test('that the platform says it cannot call is a failure', async () => {
    platform.testVersion = async () => {
      const words = 'Testing: FAILED_PRECONDITION: no replica is ready'
      throw new PlatformError('FAILED_PRECONDITION', words, { ambiguous: false, reason: 'test_failed' })
    }
    expect(await failure({ test: TEST })).toMatchObject({
      reason: 'verify_failed',
      message:
        'Version 2 of acme/greeter was published, and cannot be called: Testing: FAILED_PRECONDITION: no replica is ready.'
    })
  })

  test('on a server without such tests is verified by its state', async () => {
    platform.versionTest = undefined
    await verify({ test: TEST })
    expect(platform.calls).toContain('readCondition')
    expect(tools.facts.answer).toBeUndefined()
  })
})

describe('A private app without a payload', () => {
  beforeEach(() => open({ isPublic: false }))

  test('is verified by its state, and a notice says that nothing called it', async () => {
    platform.conditions = [{ state: 'ACTIVE', shown: '{}' }]
    await verify({})
    expect(tools.log.lines).toEqual([
      'notice: Nothing called version 2 of acme/greeter: it is private, and there is no payload to test it with. ' +
        'The platform says that it is ACTIVE. Set `test-payload` to have it called before and after it is published.',
      'The platform says that the app is ACTIVE'
    ])
  })

  test.each(['CREATED', 'SOMETHING_NEW', ''])(
    'whose state is %j is not broken by a word that nobody knows',
    async (state) => {
      platform.conditions = [{ state, shown: '{}' }]
      await verify({})
      expect(tools.log.lines[0]).toMatch(/^notice: Nothing called version 2/)
    }
  )

  test('that is under way is waited for', async () => {
    platform.conditions = ['DEPLOYING', 'FAILED', 'SERVING'].map((state) => ({ state, shown: '{}' }))
    await verify({})
    expect(tools.log.lines.at(-1)).toMatch(/^The platform says that the app is SERVING/)
  })

  test('that has failed is a failure, with all that the platform says', async () => {
    platform.conditions = [{ state: 'FAILED', shown: '{"deployment_state":"FAILED"}' }]
    const error = await failure({ timeoutMs: 30_000 })
    expect(error.message).toBe(
      'Version 2 of acme/greeter was published, and the platform says after 30 s that it is FAILED.'
    )
    expect(tools.log.lines).toContain('The platform says of the app: {"deployment_state":"FAILED"}')
  })

  test('whose state cannot be read is told of', async () => {
    platform.readCondition = async () => {
      throw new PlatformError('PERMISSION_DENIED', 'Reading: no', { ambiguous: false, reason: 'permission_denied' })
    }
    await verify({})
    expect(tools.log.lines[0]).toBe('The app’s state could not be read: Reading: no')
    expect(tools.log.lines[1]).toMatch(/^notice: Nothing called version 2/)
  })
})

describe('Where rollback-on-failure asks for it', () => {
  const PUBLISHED: PublishedRun = {
    phase: 'published',
    app: APP,
    previousVersion: 1,
    highestVersion: 1,
    publishedVersion: 2,
    fingerprint: { codeHash: 'aaaa0001', imageRef: '', codeKind: 'SDK', createdAtMs: 1 }
  }

  beforeEach(() => {
    tools.web.answers = [UNREADY]
    tools.ledger.write(PUBLISHED)
  })

  test('the version before is active again, the ledger closed, and the facts are true', async () => {
    const error = await failure({ onFailure: true, timeoutMs: 1_000 })
    expect(error.reason).toBe('verify_failed')
    expect(error.message).toMatch(/ Rolled back: version 1 of acme\/greeter is active again, instead of version 2\.$/)
    expect(tools.ledgerEntries.slice(1)).toEqual([{ ...PUBLISHED, isGoingBack: true }, 'closed'])
    expect(tools.facts).toMatchObject({ activeVersion: 1, changed: false })
    expect(tools.steps.map(({ name, failed }) => [name, failed])).toEqual([
      ['Verify app', true],
      ['Roll back', false]
    ])
  })

  test('it stays undone where it is refused: the ledger is open for post, and what was read is told', async () => {
    platform.rollback = async () => {
      throw new PlatformError('PERMISSION_DENIED', 'Rolling back: no', {
        ambiguous: false,
        reason: 'permission_denied'
      })
    }
    const error = await failure({ onFailure: true, timeoutMs: 1_000 })
    expect(error.reason).toBe('verify_failed')
    expect(error.message).toMatch(/ Version 1 of acme\/greeter was not made active again: Rolling back: no\.$/)
    expect(tools.ledger.open).toEqual({ ...PUBLISHED, isGoingBack: true })
    expect(tools.facts).toMatchObject({ activeVersion: 2, changed: true })
  })

  test('of a first version there is none to go back to, which is said', async () => {
    tools.ledger.write({ ...PUBLISHED, previousVersion: 0 })
    const error = await failure({ onFailure: true, timeoutMs: 1_000 })
    expect(error.message).toMatch(
      / Version 2 of acme\/greeter stays live: it is the first, so there is none to roll back to\.$/
    )
    expect(platform.calls).not.toContain('rollback 0')
    expect(tools.facts).toMatchObject({ activeVersion: 2, changed: true })
  })

  test('another run’s version is left alone, which is said', async () => {
    const readApp = platform.readApp.bind(platform)
    platform.readApp = async () => ({ ...(await readApp())!, activeVersion: 3 })
    const error = await failure({ onFailure: true, timeoutMs: 1_000 })
    expect(error.message).toMatch(/ Version 3, which another run made active, is left alone/)
    expect(tools.facts).toMatchObject({ activeVersion: 3, changed: true })
  })

  test('nothing is rolled back that is not in the ledger as this run’s own', async () => {
    tools.ledger.close()
    await failure({ onFailure: true, timeoutMs: 1_000 })
    expect(platform.calls.filter((call) => call.startsWith('rollback'))).toEqual([])
  })

  test('and where it does not, nothing is', async () => {
    await failure({ timeoutMs: 1_000 })
    expect(platform.calls.filter((call) => call.startsWith('rollback'))).toEqual([])
    expect(tools.ledger.open).toEqual(PUBLISHED)
  })
})
