import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import { compiled } from '../faults/support/compiling.ts'
import { expectGone } from '../faults/support/last-word.ts'
import { ActingApp, failing, inputsForActing } from '../support/acting-app.ts'
import { messagesOf, runMain, theFailure, Workspace } from '../support/deploying.ts'
import { Observer } from './support/observing.ts'

/** A compile that is over as soon as its log has been asked for. */
function quick() {
  let isOver = false
  async function* log(): AsyncGenerator<Buffer> {
    yield Buffer.from('compiled\n')
    isOver = true
  }
  return { log, isOver: () => isOver }
}

test('A new app that the platform makes public by itself is announced', async () => {
  let isCreated = false
  let version = 0
  const handlers = {
    CreateApp: () => {
      isCreated = true
      return {}
    },
    GetApp: () => {
      if (!isCreated) throw { code: status.NOT_FOUND, details: 'no app' }
      return { app: { id: 'acme/crate', active_version: version, allow_unauthenticated: true } }
    },
    ListAppVersions: () => ({ versions: version === 0 ? [] : [{ version, code_hash: 'cafe0001' }] }),
    PublishDraft: () => ({ published_version: ++version })
  }
  const { main } = await compiled(quick(), { handlers })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect(messagesOf(main, 'notice')).toContain('acme/crate can now be called by anyone, without a token.')
})

test.each([
  ['UNAVAILABLE', 'The answer to creating the app was lost'],
  ['INTERNAL', 'Creating the app was answered with INTERNAL'],
  ['ALREADY_EXISTS', 'Another run made the app at the same time']
] as const)('A new app that is public although the answer is %s is announced, too', async (code, how) => {
  const app = new ActingApp()
  Object.assign(app, { active: 0, versions: [] })
  let isCreated = false
  await using server = await app.serve({
    GetApp: () =>
      isCreated
        ? { app: { id: 'acme/greeter', active_version: app.active, ...app.settings } }
        : failing(status.NOT_FOUND),
    CreateApp: () => {
      isCreated = true
      app.settings = { ...app.settings, allow_unauthenticated: true }
      return failing(status[code])
    }
  })
  using workspace = new Workspace()
  const main = await runMain(workspace, { inputs: inputsForActing(server, { 'allow-unauthenticated': 'true' }) })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect(messagesOf(main, 'notice').slice(0, 2)).toEqual([
    'acme/greeter can now be called by anyone, without a token.',
    `${how}: acme/greeter is there now, and is used.`
  ])
})

test('The id of a test is an output also where what came of it cannot be read', async () => {
  const handlers = {
    TestDraft: () => ({ execution_id: 'exe_1' }),
    GetExecution: () => {
      throw { code: status.INTERNAL, details: 'the shelf fell over' }
    }
  }
  const { main } = await compiled(quick(), { handlers, inputs: { 'test-payload': '{}' } })
  expect(theFailure(main)).toMatchObject({ title: 'Test draft failed' })
  expect(main.outputs['test_execution_ids']).toBe('["exe_1"]')
})

/** The disk takes no outputs any more from the moment when there is a version. */
const FULL_DISK = `
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
const { appendFileSync } = fs
let isFull = false
fs.appendFileSync = (file, text, ...rest) => {
  isFull ||= String(text).startsWith('published_version<<')
  if (file !== process.env.GITHUB_OUTPUT || !isFull) return appendFileSync(file, text, ...rest)
  throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
}
syncBuiltinESMExports()
`

test('A disk that is full for the outputs after a publish is told once', async () => {
  using observer = new Observer()
  const hook = `--import=data:text/javascript,${encodeURIComponent(FULL_DISK)}`
  const env = { ...observer.env, NODE_OPTIONS: `${observer.env['NODE_OPTIONS']} ${hook}` }
  const { main } = await compiled(quick(), { env })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 1, log: main.log })
  expect(messagesOf(main, 'error')).toEqual([expect.stringContaining('The runner’s disk is full: ENOSPC')])
  expect(main.log).toContain('Published version 1')
  expect(main.summary?.match(/^### /gm)).toHaveLength(1)
  expectGone(observer)
})

test.each(['8640000000000001', '9223372036854775807', '-1'])(
  'A draft that says it was saved at %s ms, which is no time, is shown and replaced',
  async (created_at_ms) => {
    const app = new ActingApp()
    app.draft = { status: 'VERSION_STATUS_DRAFT', code_hash: 'beef0001', created_at_ms }
    await using server = await app.serve()
    using workspace = new Workspace()
    const main = await runMain(workspace, { inputs: inputsForActing(server) })
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    const shown = created_at_ms === '-1' ? '' : `, saved at ${Number(created_at_ms)}`
    expect(messagesOf(main, 'warning')).toEqual([
      `The app holds a draft that was never published (beef0001${shown}). It is replaced.`
    ])
  }
)
