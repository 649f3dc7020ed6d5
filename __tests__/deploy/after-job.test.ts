import { beforeEach, describe, expect, test } from '@jest/globals'
import { afterJob, isSettled, type PostContext } from '../../src/deploy/after-job.ts'
import { PlatformError } from '../../src/model/errors.ts'
import type { OpenRun } from '../../src/model/open-run.ts'
import type { Tests } from '../../src/model/plan.ts'
import { checksum } from '../../src/model/values/checksum.ts'
import { draft, MemoryPlatform, RecordingLog, SETTINGS, SteppingClock } from '../support/fakes.ts'

let platform: MemoryPlatform
let log: RecordingLog
/** What is found of the tests after the job. */
let tests: Tests | undefined | Promise<never>

const PAYLOAD = new TextEncoder().encode('{"name": "Ada"}')
const app = { organization: 'acme', name: 'greeter' }
const fingerprint = { codeHash: 'two', imageRef: '', codeKind: 'SDK', createdAtMs: 1 }
const publishing: OpenRun = { phase: 'publishing', app, previousVersion: 1, highestVersion: 1, fingerprint }
/** What the run made of it is what the platform has. */
const TIER = { settingsBefore: { tier: 'large' }, settingsAfter: { tier: 'small' } }
const published: OpenRun = { ...publishing, phase: 'published', publishedVersion: 2 }

beforeEach(() => {
  platform = new MemoryPlatform()
  log = new RecordingLog()
  tests = { cases: [{ name: 'ada.json', payload: PAYLOAD, expected: 'never' }], timeoutMs: 60_000 }
  platform.draft = draft({ codeHash: 'two' })
  platform.state = { id: 'acme/greeter', activeVersion: 0, publicUrls: [], settings: SETTINGS, shown: {} }
  platform.publishNow('one')
  platform.publishNow('two')
})

async function aftermath(open: OpenRun, job: PostContext['job'] = 'failure'): Promise<string> {
  const policy = { onFailure: true, onCancel: false }
  return (await afterJob({ open, job, policy, platform, log, clock: new SteppingClock(), tests: async () => tests }))
    .line
}

describe('after the job', () => {
  test('a failed job is rolled back to the version that was active before', async () => {
    expect(await aftermath(published)).toContain('Rolled back: version 1')
    expect(platform.state?.activeVersion).toBe(1)
  })

  test.each([
    ['success', false],
    ['cancelled', false],
    [undefined, false],
    ['failure', true]
  ] as const)('a job that ended with %s asks for a rollback: %s', (job, asked) => {
    expect(isSettled({ open: published, job, policy: { onFailure: true, onCancel: false } })).toBe(!asked)
  })

  test('a first deployment has nothing to roll back to', async () => {
    expect(await aftermath({ ...published, previousVersion: 0 })).toContain('it is the first')
    expect(platform.calls.join()).not.toContain('rollback')
  })

  test('a version of another run is left alone', async () => {
    platform.publishNow('three')
    expect(await aftermath(published)).toContain('Version 3, which another run made active, is left alone')
    expect(platform.calls.join()).not.toContain('rollback')
  })

  test('a rollback whose answer is lost is checked, and sent again', async () => {
    const rollback = platform.rollback.bind(platform)
    let sent = 0
    platform.rollback = async (...call) => {
      if (++sent === 2) await rollback(...call)
      throw new PlatformError('UNAVAILABLE', 'dropped', { ambiguous: true, reason: 'rollback_refused' })
    }
    expect(await aftermath(published)).toContain('Rolled back')
    expect(sent).toBe(2)
  })

  test.each([
    { kind: 'was lost', ambiguous: true },
    { kind: 'was given', ambiguous: false }
  ])('a version that another run publishes meanwhile is left alone: the answer $kind', async ({ ambiguous }) => {
    let sent = 0
    platform.rollback = async () => {
      sent++
      platform.publishNow('three')
      if (ambiguous) throw new PlatformError('UNAVAILABLE', 'dropped', { ambiguous, reason: 'rollback_refused' })
    }
    expect(await aftermath(published)).toContain('Version 3, which another run made active, is left alone')
    expect(sent).toBe(1)
    expect(platform.state?.activeVersion).toBe(3)
  })

  test.each([
    { code: 'NOT_FOUND', ambiguous: false, hint: 'Version 2 stays active. If version 1 is gone, run the job of its' },
    { code: 'UNAVAILABLE', ambiguous: true, hint: 'Version 2 was active at the last look. Look at the app’s versions' }
  ])('a rollback that ends with $code says what that leaves', async ({ code, ambiguous, hint }) => {
    platform.rollback = async () => {
      throw new PlatformError(code, 'no version 1', { ambiguous, reason: 'rollback_refused' })
    }
    await expect(aftermath(published)).rejects.toMatchObject({
      reason: 'rollback_refused',
      message: ambiguous
        ? 'It is not known whether version 1 of acme/greeter is active again: no version 1.'
        : 'Version 1 of acme/greeter was not made active again: no version 1.',
      hint: expect.stringContaining(hint)
    })
  })

  test('settings that cannot be put back do not turn the rollback into a failure', async () => {
    platform.updateSettings = async () => {
      throw new PlatformError('INTERNAL', 'no', { ambiguous: false, reason: 'settings_failed' })
    }
    expect(await aftermath({ ...published, ...TIER })).toContain('Rolled back')
    expect(log.lines).toContain('warning: The settings that this run changed were not put back (tier): no')
  })

  test('settings are put back where only the answer was lost', async () => {
    const updateSettings = platform.updateSettings.bind(platform)
    platform.updateSettings = async (...call) => {
      await updateSettings(...call)
      throw new PlatformError('UNAVAILABLE', 'dropped', { ambiguous: true, reason: 'settings_failed' })
    }
    await aftermath({ ...published, ...TIER })
    expect(log.lines).toEqual(['notice: The settings that this run changed were put back: tier.'])
  })

  test('settings that another hand changed since are left alone', async () => {
    if (platform.state) platform.state = { ...platform.state, settings: { ...platform.state.settings, tier: 'medium' } }
    await aftermath({ ...published, ...TIER })
    expect(log.lines).toEqual(['notice: Changed by another hand since, and left so: tier.'])
    expect(platform.state?.settings.tier).toBe('medium')
  })

  test('settings that the platform does not take back are not said to be put back', async () => {
    platform.updateSettings = async () => undefined
    await aftermath({ ...published, ...TIER })
    expect(log.lines).toEqual([
      'warning: The platform took the call, and did not take back what this run changed: tier.'
    ])
  })

  describe('with a test payload', () => {
    const tested: OpenRun = { ...published, payloadChecksum: checksum(PAYLOAD) }
    const ended = (status: string, error = '') => ({ id: '', status, error, output: new Uint8Array() })
    const testedVersions = () => platform.calls.filter((call) => call.startsWith('testVersion'))

    test.each([
      { execution: ended('COMPLETED'), says: 'notice: Tested version 1 with ada.json: completed.' },
      {
        execution: ended('FAILED', 'KeyError'),
        says: 'warning: Version 1 of acme/greeter is active again, but its test with ada.json failed: KeyError.'
      },
      {
        execution: ended('RUNNING'),
        says: 'warning: Version 1 of acme/greeter is active again, but its test with ada.json failed: The test did not end within 1 min 0 s.'
      }
    ])('the version is tested: $says', async ({ execution, says }) => {
      platform.executions = [execution]
      expect(await aftermath(tested)).toContain('Rolled back')
      expect(testedVersions()).toEqual(['testVersion 1'])
      expect(log.lines).toContain(says)
    })

    test('a test that cannot be made is a warning', async () => {
      expect(await aftermath(tested)).toContain('Rolled back')
      expect(log.lines.at(-1)).toContain('but its test with ada.json could not be made: no execution')
    })

    test.each([
      ['gone', undefined],
      ['left out', { cases: [], timeoutMs: 1 }],
      ['of a form that nothing is there to read', 'unreadable' as const],
      ['another', { cases: [{ name: 'ada.json', payload: new Uint8Array(), expected: undefined }], timeoutMs: 1 }]
    ])('a payload that is %s by then is said to be, and no test is made', async (_, now) => {
      tests = now === 'unreadable' ? Promise.reject(new Error('a chunk is missing')) : now
      expect(await aftermath(tested)).toContain('Rolled back')
      expect(testedVersions()).toEqual([])
      expect(log.lines.at(-1)).toContain('Version 1 is not tested')
    })

    test('a platform that offers no such test is rolled back without a word', async () => {
      platform.versionTest = undefined
      expect(await aftermath(tested)).toContain('Rolled back')
      expect(log.lines).toEqual([])
    })

    test('a run without a payload makes no test', async () => {
      await aftermath(published)
      expect(testedVersions()).toEqual([])
    })
  })

  test('a rollback that never shows is an error', async () => {
    platform.rollback = async () => undefined
    await expect(aftermath(published)).rejects.toMatchObject({ reason: 'rollback_refused' })
  })

  test('a publish that took effect without main knowing is found, and rolled back', async () => {
    expect(await aftermath(publishing)).toContain('Rolled back')
  })

  test('a publish that took effect is reported where no rollback is asked for', async () => {
    expect(await aftermath(publishing, 'cancelled')).toContain(
      'Version 2 of acme/greeter was published before the run ended'
    )
    expect(platform.state?.activeVersion).toBe(2)
  })

  test('a publish that never took effect leaves the active version as it is', async () => {
    expect(await aftermath({ ...publishing, highestVersion: 2, previousVersion: 2 })).toContain('Nothing was published')
    expect(platform.state?.activeVersion).toBe(2)
  })

  test('a publish that builds is looked for longer, and may still be under way', async () => {
    const building: OpenRun = { ...publishing, highestVersion: 2, previousVersion: 2, builds: true }
    expect(await aftermath(building)).toBe(
      'No version was published within 2 min 30 s after the run: version 2 stays active. The platform may still be ' +
        'building: look at the versions of acme/greeter before you deploy again, version 3 would be this run’s.'
    )
  })

  test('a version that was built more than a minute after the run is found', async () => {
    const clock = new SteppingClock()
    const readVersions = platform.readVersions.bind(platform)
    platform.readVersions = async () => {
      if (clock.now() > 100_000 && platform.versions.length === 2) platform.publishNow('two')
      return await readVersions()
    }
    const open: OpenRun = { ...publishing, highestVersion: 2, previousVersion: 2, builds: true }
    const policy = { onFailure: false, onCancel: false }
    const said = await afterJob({ open, job: 'failure', policy, platform, log, clock, tests: async () => tests })
    expect(said.line).toBe('Version 3 of acme/greeter was published before the run ended.')
  })

  test('settings without secrets are put back, environment names are listed', async () => {
    platform.state = { ...platform.state!, settings: { ...SETTINGS, tier: 'large', env: { KEY: 's3cret' } } }
    await aftermath({
      ...published,
      settingsBefore: { tier: 'small' },
      settingsAfter: { tier: 'large' },
      envChanged: ['KEY']
    })
    expect(platform.state?.settings).toEqual({ ...SETTINGS, env: { KEY: 's3cret' } })
    expect(log.lines.join('\n')).toContain('were put back: tier.')
    expect(log.lines.join('\n')).toContain('KEY')
    expect(log.lines.join('\n')).not.toContain('s3cret')
  })
})
