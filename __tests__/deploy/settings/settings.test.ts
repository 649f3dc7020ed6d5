import { describe, expect, test } from '@jest/globals'
import { deploy } from '../../../src/deploy/deploy.ts'
import { desired, difference, isSame, named } from '../../../src/deploy/settings/compare-settings.ts'
import { isShown, progressOf } from '../../../src/deploy/settings/read-back.ts'
import { PlatformError } from '../../../src/model/errors.ts'
import { MemoryPlatform, PLAN, RecordingTools, SETTINGS } from '../../support/fakes.ts'

const READ = { ...SETTINGS, env: { KEEP: 'k', CHANGE: 'old' } }

const refused = async (): Promise<never> => {
  throw new PlatformError('FAILED_PRECONDITION', 'no', { ambiguous: false, reason: 'publish_failed' })
}

describe('the settings that a run wants', () => {
  test('merge keeps the names that env does not have', () => {
    expect(desired(READ, { env: { CHANGE: 'new', ADD: 'a' } }, 'merge').env).toEqual({
      KEEP: 'k',
      CHANGE: 'new',
      ADD: 'a'
    })
  })
  test('overwrite removes them', () => {
    expect(desired(READ, { env: { ADD: 'a' } }, 'overwrite').env).toEqual({ ADD: 'a' })
  })
  test('what is not named stays', () => {
    expect(desired(READ, {}, 'overwrite')).toEqual(READ)
    expect(difference(READ, desired(READ, { tier: 'small', env: { KEEP: 'k' } }, 'merge'))).toEqual({})
  })
  test('the difference holds only what changes, and is named without values', () => {
    const wanted = desired(READ, { tier: 'large', env: { CHANGE: 's3cret' }, ports: [80] }, 'merge')
    const change = difference(READ, wanted)
    expect(Object.keys(change)).toEqual(['env', 'tier'])
    expect(named(change, READ)).toBe('env (CHANGE) and tier')
  })
  test.each([
    ['ports', [80, 443], [443, 80, 80], true],
    ['ports', [80], [80, 443], false],
    ['healthPath', '/live/', 'live', true],
    ['healthPath', '/live', '/ready', false],
    ['env', { A: ' x ' }, { A: 'x' }, true],
    ['env', { A: 'x' }, { A: 'x', B: '' }, false],
    ['inputSchema', '{"a": 1}', '{ "a":1 }', true],
    ['tier', 'small', 'large', false]
  ] as const)('%s as the platform means it: %j and %j', (name, one, other, same) => {
    expect(isSame(name, one as never, other as never)).toBe(same)
  })
})

describe('what is read after a change', () => {
  const asked = {
    before: READ,
    wanted: { ...READ, env: { ...READ.env, ADD: 'a' } },
    change: { env: { ...READ.env, ADD: 'a' } }
  }
  test('a variable that another hand adds is no fault', () => {
    expect(isShown(asked, { ...READ, env: { ...READ.env, ADD: 'a', OTHER: 'o' } })).toBe(true)
  })
  test.each([
    ['memory', 1024, 512, true, 'done'],
    ['memory', 512, 512, true, undefined],
    ['ttl', 60, 0, true, 'done'],
    ['reserved', 1, 1, false, undefined],
    ['reserved', 2, 1, false, 'otherwise']
  ] as const)('%s is to be 0, was %j and is shown as %j: %j, %j', (name, was, shown, isThere, progress) => {
    const before = { ...READ, [name]: was }
    const left = { before, wanted: { ...before, [name]: 0 }, change: { [name]: 0 } }
    const got = { ...before, [name]: shown }
    expect([isShown(left, got), progressOf(left, got)]).toEqual([isThere, progress])
  })
  test('nothing changed yet is waited for, another change is not', () => {
    expect(progressOf(asked, READ)).toBeUndefined()
    expect(progressOf(asked, { ...READ, env: { OTHER: 'o' } })).toBe('otherwise')
  })
})

describe('a deploy', () => {
  test('creates a missing app and gives it its settings before anything is published', async () => {
    const platform = new MemoryPlatform()
    const tools = new RecordingTools(platform)
    await deploy({ ...PLAN, settings: { env: { MODE: 'x' }, allowUnauthenticated: true } }, tools)
    const update = platform.calls.indexOf('updateSettings env,allowUnauthenticated')
    expect(platform.calls.indexOf('createApp')).toBeLessThan(update)
    expect(update).toBeLessThan(platform.calls.indexOf('publishDraft'))
    expect(platform.state?.settings).toMatchObject({ env: { MODE: 'x' }, allowUnauthenticated: true })
    expect(tools.log.lines.join('\n')).toContain('can now be called by anyone')
  })

  test('puts the settings back when publishing fails', async () => {
    const platform = new MemoryPlatform()
    platform.state = { id: 'acme/greeter', activeVersion: 0, publicUrls: [], settings: READ, shown: {} }
    platform.mergesEnv = false
    platform.onPublish = refused
    await expect(
      deploy({ ...PLAN, settings: { tier: 'large', env: { CHANGE: 'new' } } }, new RecordingTools(platform))
    ).rejects.toThrow()
    expect(platform.state.settings).toEqual(READ)
  })

  test('that sends a change again keeps what another hand set meanwhile', async () => {
    const platform = new MemoryPlatform()
    platform.state = { id: 'acme/greeter', activeVersion: 0, publicUrls: [], settings: READ, shown: {} }
    platform.mergesEnv = false
    const lost = new PlatformError('UNAVAILABLE', 'away', { ambiguous: true, reason: 'settings_failed' })
    const [update, read] = [platform.updateSettings.bind(platform), platform.readApp.bind(platform)]
    let sent = 0
    platform.updateSettings = async (app, change) => {
      sent += 1
      if (sent === 1) throw lost
      await update(app, change)
    }
    let looks = 0
    platform.readApp = async () => {
      if (sent !== 1) return read()
      looks += 1
      if (looks > 1) throw lost
      await update({ organization: 'acme', name: 'greeter' }, { env: { ...READ.env, THEIRS: 't' } })
      return read()
    }
    await deploy({ ...PLAN, settings: { env: { ADDED: 'a' } } }, new RecordingTools(platform))
    expect(sent).toBe(2)
    expect(platform.state.settings.env).toEqual({ ...READ.env, THEIRS: 't', ADDED: 'a' })
  })

  test('refuses to create an app where create-app is false', async () => {
    const platform = new MemoryPlatform()
    const deploying = deploy({ ...PLAN, createApp: false }, new RecordingTools(platform))
    await expect(deploying).rejects.toMatchObject({ cause: { reason: 'app_missing' } })
    expect(platform.calls).not.toContain('createApp')
  })
})

describe('settings that cannot be put back', () => {
  test('are named, and not said to have been put back', async () => {
    const platform = new MemoryPlatform()
    const tools = new RecordingTools(platform)
    platform.state = { id: 'acme/greeter', activeVersion: 0, publicUrls: [], settings: READ, shown: {} }
    platform.onPublish = refused
    await expect(deploy({ ...PLAN, settings: { env: { ADDED: 's3cret' } } }, tools)).rejects.toThrow()
    const text = tools.log.lines.join('\n')
    expect(text).toContain('The platform took the call, and did not take back what this run changed: env (ADDED).')
    expect(tools.ledgerEntries.slice(-2)).toMatchObject([{ phase: 'changed', envChanged: ['ADDED'] }, 'closed'])
    expect(text).not.toContain('were put back')
  })

  test('are named, variable by variable, where the app cannot be read', async () => {
    const platform = new MemoryPlatform()
    const tools = new RecordingTools(platform)
    platform.state = { id: 'acme/greeter', activeVersion: 0, publicUrls: [], settings: READ, shown: {} }
    platform.onPublish = () => {
      platform.readApp = refused
      return refused()
    }
    const settings = { env: { ADDED: 's3cret' }, tier: 'large' }
    await expect(deploy({ ...PLAN, settings }, tools)).rejects.toThrow()
    const text = tools.log.lines.join('\n')
    expect(text).toContain(
      'It is not known whether the settings that this run changed are back (env (ADDED) and tier): '
    )
    expect(tools.ledgerEntries.at(-1)).toMatchObject({ phase: 'changed', settingsBefore: { tier: READ.tier } })
  })

  test('are nothing of an app that this run has made', async () => {
    const platform = new MemoryPlatform()
    const tools = new RecordingTools(platform)
    platform.saveDraft = async () => {
      throw new Error('boom')
    }
    await expect(deploy({ ...PLAN, settings: { tier: 'large' } }, tools)).rejects.toThrow()
    expect(tools.ledgerEntries).toEqual([])
    expect(platform.state?.settings.tier).toBe('large')
  })
})
