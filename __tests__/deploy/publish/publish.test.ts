import { beforeEach, describe, expect, test } from '@jest/globals'
import { LOOK_MS } from '../../../src/deploy/deed.ts'
import { deploy } from '../../../src/deploy/deploy.ts'
import { AuthError, DeployError, PlatformError, StepError, Stopped } from '../../../src/model/errors.ts'
import type { ReasonCode } from '../../../src/model/outcome.ts'
import type { AppState } from '../../../src/model/platform-state.ts'
import { draft, MemoryPlatform, PLAN, RecordingTools, SETTINGS } from '../../support/fakes.ts'

let platform: MemoryPlatform
let tools: RecordingTools

beforeEach(() => {
  platform = new MemoryPlatform()
  tools = new RecordingTools(platform)
})

const lost = () =>
  new PlatformError('UNAVAILABLE', 'Publishing acme/greeter: UNAVAILABLE: Connection dropped', {
    ambiguous: true,
    reason: 'publish_failed'
  })

const answer = (code: string, reason: ReasonCode) =>
  new PlatformError(code, `Reading the versions of acme/greeter: ${code}: restarting`, { ambiguous: false, reason })

const refused = () =>
  new PlatformError('FAILED_PRECONDITION', 'Publishing acme/greeter: FAILED_PRECONDITION: image cannot be pulled', {
    ambiguous: false,
    reason: 'publish_failed'
  })

const publishes = () => platform.calls.filter((call) => call === 'publishDraft').length

async function failure(): Promise<DeployError> {
  const error = await deploy(PLAN, tools).then(
    () => undefined,
    (cause: unknown) => cause
  )
  expect(error).toBeInstanceOf(StepError)
  return (error as StepError).cause as DeployError
}

describe('publishing', () => {
  test('sends one call and closes the state', async () => {
    expect(await deploy(PLAN, tools)).toEqual({ status: 'published', reason: 'ok' })
    expect(publishes()).toBe(1)
    expect(tools.ledgerEntries.map((entry) => (entry === 'closed' ? entry : entry.phase))).toEqual([
      'publishing',
      'published',
      'closed'
    ])
    expect(tools.facts).toMatchObject({ publishedVersion: 1, activeVersion: 1, changed: true })
    expect(tools.facts.previousVersion).toBeUndefined()
  })

  test('writes state before the call, with what was active', async () => {
    platform.state = { id: 'acme/greeter', activeVersion: 1, publicUrls: [], settings: SETTINGS, shown: {} }
    platform.versions = [{ number: 1, codeHash: 'old', createdAtMs: 1, status: 'ACTIVE' }]
    platform.onPublish = async () => {
      expect(tools.ledgerEntries.at(-1)).toMatchObject({ phase: 'publishing', previousVersion: 1, highestVersion: 1 })
      return platform.publishNow()
    }
    await deploy(PLAN, tools)
    expect(tools.facts).toMatchObject({ previousVersion: 1, publishedVersion: 2 })
  })

  describe('asks the platform how a private app is', () => {
    const looks = () => platform.calls.filter((call) => call === 'readCondition').length

    test('beside the look that shows the version active', async () => {
      platform.conditions = [{ state: 'ACTIVE', shown: '{}' }]
      await deploy(PLAN, tools)
      expect(looks()).toBe(1)
      expect(tools.log.lines).toContain('The platform says that the app is ACTIVE')
    })

    test('again where the version was not active yet', async () => {
      platform.conditions = ['FROM_BEFORE', 'SERVING'].map((state) => ({ state, shown: '{}' }))
      platform.onPublish = async () => {
        platform.publishNow()
        const active = platform.state as AppState
        platform.state = { ...active, activeVersion: 0 }
        platform.readCondition = async () => {
          platform.state = active
          return await MemoryPlatform.prototype.readCondition.call(platform)
        }
        return 1
      }
      await deploy(PLAN, tools)
      expect(looks()).toBe(2)
      expect(tools.log.lines).toContain('The platform says that the app is SERVING')
    })
  })

  test('does not say what was active before where it is stopped when it has the answer', async () => {
    platform.state = { id: 'acme/greeter', activeVersion: 1, publicUrls: [], settings: SETTINGS, shown: {} }
    platform.versions = [{ number: 1, codeHash: 'old', createdAtMs: 1, status: 'ACTIVE' }]
    const stopped = async () => {
      throw new Stopped('cancelled', 'stopped')
    }
    platform.onPublish = async () => {
      platform.publishNow('theirs')
      platform.readVersions = stopped
      platform.readApp = stopped
      return platform.publishNow()
    }
    await expect(deploy(PLAN, tools)).rejects.toMatchObject({ cause: { reason: 'cancelled' } })
    expect(tools.facts).toMatchObject({ publishedVersion: 3, changed: true, previousVersion: 'unknown' })
    expect(tools.ledgerEntries.at(-1)).toMatchObject({ phase: 'publishing' })
  })

  test('adopts the version when the answer was lost after the effect', async () => {
    platform.onPublish = async () => {
      platform.publishNow()
      throw lost()
    }
    expect(await deploy(PLAN, tools)).toEqual({ status: 'published', reason: 'recovered' })
    expect(publishes()).toBe(1)
    expect(platform.versions).toHaveLength(1)
  })

  test('finds a version that appears late among the versions', async () => {
    let reads = 0
    platform.onPublish = async () => {
      throw lost()
    }
    const readVersions = platform.readVersions.bind(platform)
    platform.readVersions = async () => {
      if (publishes() === 1 && ++reads === 3) platform.publishNow()
      return await readVersions()
    }
    expect(await deploy(PLAN, tools)).toMatchObject({ reason: 'recovered' })
    expect(publishes()).toBe(1)
  })

  test('publishes a second time only when no version appeared and the draft is unchanged', async () => {
    platform.onPublish = async () => {
      if (publishes() === 1) throw lost()
      return platform.publishNow()
    }
    expect(await deploy(PLAN, tools)).toEqual({ status: 'published', reason: 'ok' })
    expect(publishes()).toBe(2)
    expect(platform.versions).toHaveLength(1)
    expect(tools.clock.now()).toBeGreaterThan(30_000)
  })

  test('does not publish again when the draft is another one by then', async () => {
    platform.onPublish = async () => {
      platform.draft = draft({ codeHash: 'bbbb', createdAtMs: 5000 })
      throw lost()
    }
    expect(await failure()).toMatchObject({ reason: 'publish_unknown', message: expect.stringContaining('bbbb') })
    expect(publishes()).toBe(1)
    expect(tools.ledgerEntries.at(-1)).toMatchObject({ phase: 'publishing' })
  })

  test('says what to look at when two tries leave no trace', async () => {
    platform.onPublish = async () => {
      throw lost()
    }
    const error = await failure()
    expect(error).toMatchObject({ reason: 'publish_unknown', hint: expect.stringContaining('version 1') })
    expect(publishes()).toBe(2)
    expect(tools.ledgerEntries.at(-1)).toMatchObject({ phase: 'publishing' })
  })

  test.each([
    { why: 'the connection is lost', error: lost() },
    { why: 'the platform fails', error: answer('INTERNAL', 'platform_unavailable') },
    { why: 'the token has expired', error: answer('UNAUTHENTICATED', 'auth_failed') },
    { why: 'there is no other token', error: new AuthError('The token endpoint answered HTTP 503.') }
  ])('says so when the versions cannot be read either, and leaves it to post: $why', async ({ error }) => {
    platform.onPublish = async () => {
      platform.publishNow()
      platform.readVersions = async () => Promise.reject(error)
      throw lost()
    }
    const { reason, message } = await failure()
    expect({ reason, message }).toEqual({
      reason: 'publish_unknown',
      message: `The answer to publishing greeter was lost, and the versions cannot be read: ${error.message.replace(/\.$/, '')}.`
    })
    expect(publishes()).toBe(1)
    expect(tools.clock.now()).toBeGreaterThanOrEqual(LOOK_MS)
    expect(tools.ledgerEntries.at(-1)).toMatchObject({ phase: 'publishing' })
  })

  test('finds the version when the versions can be read again', async () => {
    let reads = 0
    platform.onPublish = async () => {
      const readVersions = platform.readVersions.bind(platform)
      platform.readVersions = async () =>
        ++reads < 3 ? Promise.reject(answer('INTERNAL', 'platform_unavailable')) : await readVersions()
      platform.publishNow()
      throw lost()
    }
    expect(await deploy(PLAN, tools)).toEqual({ status: 'published', reason: 'recovered' })
    expect(publishes()).toBe(1)
  })

  test('does not adopt a version of another run', async () => {
    platform.onPublish = async () => {
      platform.publishNow('other')
      throw lost()
    }
    expect(await failure()).toMatchObject({
      reason: 'publish_unknown',
      message: expect.stringContaining('other'),
      snippet: expect.arrayContaining(['  group: deploy-greeter'])
    })
    expect(publishes()).toBe(1)
  })

  test('gives up at once when the platform refuses, and closes the state', async () => {
    platform.onPublish = async () => {
      throw refused()
    }
    expect(await failure()).toMatchObject({ reason: 'publish_failed' })
    expect(publishes()).toBe(1)
    expect(tools.ledgerEntries.at(-1)).toBe('closed')
  })

  test('refuses a draft that another run replaced, and names both', async () => {
    platform.onSave = () => {
      platform.draft = draft({ codeHash: 'bbbb0002', createdAtMs: 1500 })
    }
    const error = await failure()
    expect(error.reason).toBe('draft_conflict')
    expect(error.message).toContain('aaaa0001')
    expect(error.message).toContain('bbbb0002')
    expect(error.hint).toMatch(/^Another run deploys the same app\. .* `concurrency:` to the workflow\.$/)
    expect(error.snippet).toEqual(['concurrency:', '  group: deploy-greeter', '  cancel-in-progress: false'])
    expect(publishes()).toBe(0)
  })

  test('is not started after the run was told to stop', async () => {
    platform.onSave = () => tools.controller.abort(new DeployError('cancelled', 'stopped'))
    expect(await failure()).toMatchObject({ reason: 'cancelled' })
    expect(publishes()).toBe(0)
  })

  test('is green with a warning when a newer version of another run is active', async () => {
    platform.onPublish = async () => {
      const own = platform.publishNow()
      platform.publishNow('other')
      return own
    }
    expect(await deploy(PLAN, tools)).toEqual({ status: 'published', reason: 'superseded' })
    expect(tools.log.lines.join('\n')).toContain('Version 2, published by another run, is active')
  })

  test('fails when the published version never becomes active', async () => {
    platform.onPublish = async () => {
      platform.versions = [{ number: 1, codeHash: 'aaaa0001', createdAtMs: 1, status: 'FAILED' }]
      return 1
    }
    expect(await failure()).toMatchObject({ reason: 'verify_failed' })
  })

  test('reports a published version that holds other code than the draft', async () => {
    platform.onPublish = async () => platform.publishNow('cccc')
    expect(await failure()).toMatchObject({ reason: 'draft_conflict', message: expect.stringContaining('cccc') })
    expect(tools.ledgerEntries.at(-1)).toBe('closed')
  })
})

describe('on a platform without hashes', () => {
  // Our own draft was saved at 1,000, and the version is made at 2,001.
  test.each([
    { other: draft({ createdAtMs: 1500 }), reports: true },
    { other: draft({ createdAtMs: 2500 }), reports: false },
    { other: draft({ createdAtMs: 1000, imageRef: 'built' }), reports: false },
    { other: undefined, reports: false }
  ])(
    'the draft that is found after publishing, $other.createdAtMs, is reported: $reports',
    async ({ other, reports }) => {
      platform.saveDraft = async () => {
        platform.draft = draft({ createdAtMs: 1000 })
        return platform.draft
      }
      platform.onPublish = async () => {
        const version = platform.publishNow('')
        platform.draft = other
        return version
      }
      if (reports) {
        expect(await failure()).toMatchObject({
          reason: 'draft_conflict',
          message: expect.stringContaining('may hold other code (without a hash, saved at 1970-01-01T00:00:01.500Z)')
        })
      } else expect(await deploy(PLAN, tools)).toEqual({ status: 'published', reason: 'ok' })
      expect(tools.facts).toMatchObject({ publishedVersion: 1, changed: true })
    }
  )
})

test('a run that fails when its draft is saved leaves that to be said', async () => {
  platform.onPublish = async () => {
    throw refused()
  }
  await failure()
  expect(tools.facts).toMatchObject({ isDraftSaved: true, changed: false })
})

describe('a token that is refused while publishing', () => {
  const unauthenticated = () =>
    new PlatformError('UNAUTHENTICATED', 'Publishing acme/greeter: UNAUTHENTICATED: token expired', {
      ambiguous: false,
      reason: 'auth_failed'
    })

  test('costs one more try, after the versions were read', async () => {
    platform.onPublish = async () => {
      if (publishes() === 1) throw unauthenticated()
      return platform.publishNow()
    }
    expect(await deploy(PLAN, tools)).toEqual({ status: 'published', reason: 'ok' })
    expect(platform.calls.slice(platform.calls.indexOf('publishDraft'), -1)).toContain('readVersions')
    expect(platform.versions).toHaveLength(1)
  })

  test('is an error of the credentials when it is refused again', async () => {
    platform.onPublish = async () => {
      throw unauthenticated()
    }
    expect(await failure()).toMatchObject({ reason: 'auth_failed' })
    expect(publishes()).toBe(2)
  })

  test('is an error of the credentials where there is no other token to read the versions with', async () => {
    platform.onPublish = async () => {
      platform.readVersions = async () => Promise.reject(answer('UNAUTHENTICATED', 'auth_failed'))
      throw unauthenticated()
    }
    expect(await failure()).toMatchObject({ reason: 'auth_failed', message: unauthenticated().message })
    expect(publishes()).toBe(1)
  })

  test('does not publish twice where the call had taken effect', async () => {
    platform.onPublish = async () => {
      platform.publishNow()
      throw unauthenticated()
    }
    expect(await deploy(PLAN, tools)).toEqual({ status: 'published', reason: 'recovered' })
    expect(publishes()).toBe(1)
  })
})

test('a draft that another run published is adopted, with a notice, and not published again', async () => {
  platform.state = { id: 'acme/greeter', activeVersion: 0, publicUrls: [], settings: SETTINGS, shown: {} }
  platform.onSave = () => void platform.publishNow('aaaa0001')
  expect(await deploy(PLAN, tools)).toEqual({ status: 'published', reason: 'recovered' })
  expect(publishes()).toBe(0)
  expect(tools.facts).toMatchObject({ publishedVersion: 1 })
  expect(tools.log.lines.join('\n')).toContain('Another run published this run’s draft as version 1')
})

describe('whether anything live was changed', () => {
  test.each([
    { when: 'the draft is refused', changed: undefined, onSave: refused },
    { when: 'the publish is refused', changed: false, onPublish: refused },
    { when: 'the answer to the publish stays lost', changed: 'unknown', onPublish: lost }
  ])('when $when: $changed', async ({ changed, onSave, onPublish }) => {
    if (onSave) {
      platform.onSave = () => {
        throw onSave()
      }
    }
    if (onPublish) platform.onPublish = async () => Promise.reject(onPublish())
    await failure()
    expect(tools.facts.changed).toBe(changed)
  })
})
