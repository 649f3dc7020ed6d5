import { expect, test } from '@jest/globals'
import { deploy } from '../../../src/deploy/deploy.ts'
import { PlatformError } from '../../../src/model/errors.ts'
import type { App } from '../../../src/model/plan.ts'
import { MemoryPlatform, PLAN, RecordingTools } from '../../support/fakes.ts'

const LOST = new PlatformError('UNAVAILABLE', 'away', { ambiguous: true, reason: 'platform_unavailable' })

/** Makes a public app when it is asked for the second time. */
class PublicAtTheSecond extends MemoryPlatform {
  override async createApp(app: App): Promise<void> {
    if (!this.calls.includes('createApp')) {
      this.calls.push('createApp')
      throw LOST
    }
    await super.createApp(app)
    if (this.state) this.state = { ...this.state, settings: { ...this.state.settings, allowUnauthenticated: true } }
  }
}

test('an app that the second call made is this run’s, and what is public is announced', async () => {
  const tools = new RecordingTools(new PublicAtTheSecond())
  await deploy(PLAN, tools)
  const log = tools.log.lines.join('\n')
  expect(log).toContain('Created acme/greeter')
  expect(log).toContain('can now be called by anyone')
  expect(log).not.toContain('was lost')
})

test('an app that the lost call made is used like one that was there', async () => {
  const platform = new MemoryPlatform()
  const create = platform.createApp.bind(platform)
  platform.createApp = async (app) => {
    await create(app)
    throw LOST
  }
  const tools = new RecordingTools(platform)
  await deploy(PLAN, tools)
  expect(tools.log.lines.join('\n')).toContain('The answer to creating the app was lost: acme/greeter is there now')
})

test('a new app is told of once, with the names of its settings and no value', async () => {
  const tools = new RecordingTools(new MemoryPlatform())
  await deploy({ ...PLAN, settings: { env: { API_KEY: 's3cret', MODE: 'fast' }, tier: 'small' } }, tools)
  const told = tools.log.lines.filter((line) => /[Cc]reated|Changed|s3cret/.test(line))
  expect(told).toEqual(['Created acme/greeter with env (API_KEY, MODE) and tier'])
})
