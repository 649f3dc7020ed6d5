import { beforeEach, describe, expect, test } from '@jest/globals'
import { type AfterJob, afterJob, isSettled } from '../../src/deploy/after-job.ts'
import { PlatformError } from '../../src/deploy/errors.ts'
import type { OpenRun } from '../../src/deploy/open-run.ts'
import { draft, MemoryPlatform, RecordingLog, SETTINGS, SteppingClock } from '../support/fakes.ts'

let platform: MemoryPlatform
let log: RecordingLog

const app = { organization: 'acme', name: 'greeter' }
const fingerprint = { codeHash: 'two', imageRef: '', codeKind: 'SDK', createdAtMs: 1 }
const publishing: OpenRun = { phase: 'publishing', app, previousVersion: 1, highestVersion: 1, fingerprint }
const published: OpenRun = { ...publishing, phase: 'published', publishedVersion: 2 }

beforeEach(() => {
  platform = new MemoryPlatform()
  log = new RecordingLog()
  platform.draft = draft({ codeHash: 'two' })
  platform.state = { id: 'acme/greeter', activeVersion: 0, publicUrls: [], settings: SETTINGS }
  platform.publishNow('one')
  platform.publishNow('two')
})

function aftermath(open: OpenRun, job: AfterJob['job'] = 'failure'): Promise<string> {
  const policy = { onFailure: true, onCancel: false }
  return afterJob({ open, job, policy, platform, log, clock: new SteppingClock() })
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
    expect(await aftermath({ ...published, previousVersion: 0 })).toContain('was the first')
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

  test('settings without secrets are put back, environment names are listed', async () => {
    platform.state = { ...platform.state!, settings: { ...SETTINGS, tier: 'large', env: { KEY: 's3cret' } } }
    await aftermath({ ...published, settingsBefore: { tier: 'small' }, envChanged: ['KEY'] })
    expect(platform.state?.settings).toEqual({ ...SETTINGS, env: { KEY: 's3cret' } })
    expect(log.lines.join('\n')).toContain('Put back: tier.')
    expect(log.lines.join('\n')).toContain('KEY')
    expect(log.lines.join('\n')).not.toContain('s3cret')
  })
})
