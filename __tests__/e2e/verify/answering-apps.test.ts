import { describe, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../emulator/start.ts'
import { ActingApp, inputsForActing } from '../../support/acting-app.ts'
import {
  type Inputs,
  inputsFor,
  messagesOf,
  runMain,
  startAction,
  theFailure,
  Workspace
} from '../../support/deploying.ts'
import { type Page, pageServer } from '../../support/page-server.ts'
import { ImageWorkspace } from '../support/gated-build.ts'
import { callsOf } from '../support/live-app.ts'

const IMAGE_REF = `registry.example/shop@sha256:${'a'.repeat(64)}`
const PUBLIC = { 'allow-unauthenticated': 'true' }
const RESOLVER = new URL('../support/late-resolver.mjs', import.meta.url).href

/** A deploy that is green, and its last line: what it took is another text every time. */
async function green(emulator: Emulator, workspace: Workspace, inputs: Inputs, env: Inputs = {}) {
  const main = await runMain(workspace, { inputs: inputsFor(emulator, inputs), env })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  const last = messagesOf(main, 'notice')
    .at(-1)
    ?.replace(/, [\d.]+ m?s\)$/, ', TIME)')
  expect(main.log.trimEnd().split('\n').at(-1)).toBe(`##[notice]${messagesOf(main, 'notice').at(-1)}`)
  return { main, last }
}

describe('A public app', () => {
  test.concurrent('that takes its time to start is waited for', async () => {
    await using emulator = await startEmulator()
    using workspace = new ImageWorkspace()
    workspace.edit('../web/server.py', (text) => `import time\ntime.sleep(2)\n${text}`)
    const image = { app: 'web', code: 'web', 'dockerfile-path': 'Dockerfile' }
    const { main, last } = await green(emulator, workspace, { ...image, ...PUBLIC })
    expect(main.log).toMatch(/^http:\S+\/acme\/web\/healthz answers with 200 \(\d/m)
    expect(last).toBe(`web: version 1 is live at ${emulator.public}/acme/web (answers with 200, TIME)`)
    expect(main.summary).toContain(' · answers with 200 · ')
  })

  test.concurrent('whose route is not there yet is waited for, and what comes meanwhile is told', async () => {
    await using emulator = await startEmulator({ variants: ['slow-routes'] })
    using workspace = new Workspace()
    const { main } = await green(emulator, workspace, PUBLIC)
    const group = /##\[group\]Verify app\n([\s\S]*?)##\[endgroup\]\n(.*)\n/.exec(main.log)
    expect(group?.[1]).toBe(
      `Waiting for ${emulator.public}/acme/greeter since version 1 is active, at most 5 min 0 s: it is not known to the router yet (404).\n`
    )
    expect(group?.[2]).toMatch(/^http:\S+\/acme\/greeter answers with 200( \([\d.]+ s\))?$/)
  })

  test.concurrent('whose name does not resolve yet is waited for', async () => {
    await using emulator = await startEmulator()
    await using app = await pageServer(() => ({}))
    using workspace = new Workspace()
    const url = app.url.replace('127.0.0.1', 'localhost')
    const env = { NODE_OPTIONS: `--import=${RESOLVER}`, LATE_BY: '2' }
    const { main } = await green(emulator, workspace, { ...PUBLIC, 'verify-url': url }, env)
    expect(main.log).toContain('it does not resolve yet (ENOTFOUND).\n')
    expect(app.asked).toHaveLength(1)
  })

  test.concurrent('is asked at a path that is named, which may refuse', async () => {
    await using emulator = await startEmulator()
    using workspace = new ImageWorkspace()
    const image = { app: 'web', code: 'web', 'dockerfile-path': 'Dockerfile' }
    const { last } = await green(emulator, workspace, { ...image, ...PUBLIC, 'verify-url': '/nowhere?x=1' })
    expect(last).toBe(`web: version 1 is live at ${emulator.public}/acme/web (answers with 404, TIME)`)
  })

  test.concurrent('is not asked where that is off, and the last line says so', async () => {
    await using emulator = await startEmulator()
    using workspace = new Workspace()
    workspace.edit('handler.py', () => 'def handler(payload, ctx')
    const { main, last } = await green(emulator, workspace, { ...PUBLIC, 'verify-url': 'off' })
    expect(last).toBe(`greeter: version 1 is live at ${emulator.public}/acme/greeter (not called, TIME)`)
    expect(main.log).not.toContain('Verify app')
    expect(main.summary).toContain(' · not called · ')
  })
})

describe('A URL that is named', () => {
  test.concurrent('is asked without a credential of ours, until it answers', async () => {
    await using emulator = await startEmulator()
    await using app = await pageServer((_, nth) => ({ code: nth < 3 ? 503 : 200 }))
    using workspace = new Workspace()
    const { main } = await green(emulator, workspace, { 'verify-url': `${app.url}/live?key=marker` })
    expect(main.log).toMatch(/^http:\S+\/live answers with 200/m)
    expect(app.asked).toHaveLength(3)
    for (const { headers, path } of app.asked) {
      expect(Object.keys(headers).toSorted()).toEqual(['accept', 'connection', 'host', 'user-agent'])
      expect(path).toBe('/live?key=marker')
    }
    expect(main.summary).not.toContain('marker')
    expect(callsOf(emulator, 'GetAppState')).toBe(0)
  })

  test.concurrent('that stays not found, in words that tell nothing, is said to be unknown', async () => {
    await using emulator = await startEmulator()
    await using app = await pageServer(() => ({ code: 404, body: '404 page not found' }))
    using workspace = new Workspace()
    const { main, last } = await green(emulator, workspace, { 'verify-url': `${app.url}/live?key=marker` })
    expect(messagesOf(main, 'notice')).toContain(
      `${app.url}/live has answered with 404 for 15 s, and nothing tells whether that is the app or the router before it. ` +
        'Let `verify-url` name a path that the app answers with 2xx.'
    )
    expect(last).toContain('(answers with 404, which may be the router’s, ')
  })

  test.concurrent('that leads to another site is answered, and what it leads to is not asked', async () => {
    await using emulator = await startEmulator()
    await using other = await pageServer(() => ({}))
    const location = other.url.replace('127.0.0.1', 'localhost')
    await using app = await pageServer(() => ({ code: 302, headers: { location: `${location}/in?state=marker` } }))
    using workspace = new Workspace()
    const { main, last } = await green(emulator, workspace, { 'verify-url': app.url })
    expect(last).toContain(`(answers with 302, which leads to ${location}/in and is not followed, TIME)`)
    expect(other.asked).toEqual([])
    expect(main.log.replace(/^##\[group\]Run[\s\S]*?##\[endgroup\]/, '')).not.toContain('marker')
  })

  test.concurrent.each<readonly [string, Page, string]>([
    ['breaks off', 'cut', 'breaks the connection off (ECONNRESET)'],
    ['fails', { code: 500, body: 'no database' }, 'answers with 500: no database'],
    ['hides a command', { code: 500, body: '::set-output name=url::x\r\n##[error]x' }, 'answers with 500: ::set-output']
  ])('that %s makes the run red in time', async (_how, page, says) => {
    await using emulator = await startEmulator()
    await using app = await pageServer(() => page)
    using workspace = new Workspace()
    const inputs = { 'verify-url': app.url, 'verify-timeout-seconds': '4' }
    const main = await runMain(workspace, { inputs: inputsFor(emulator, inputs) })
    expect(theFailure(main)).toMatchObject({ reason: 'verify_failed', message: expect.stringContaining(says) })
    expect(main.outputs['url']).toBe(`${emulator.public}/acme/greeter`)
  })

  test.concurrent('is given up when the job is cancelled, and post says what stays', async () => {
    await using emulator = await startEmulator()
    const asked = Promise.withResolvers<void>()
    await using app = await pageServer(() => {
      asked.resolve()
      return 'hang'
    })
    using workspace = new Workspace()
    await using step = startAction(workspace, { inputs: inputsFor(emulator, { 'verify-url': app.url }) })
    await asked.promise
    step.cancel()
    const main = await step.main
    expect(main).toMatchObject({ conclusion: 'cancelled', outputs: { reason_code: 'cancelled', active_version: '1' } })
    const post = await step.post()
    expect(messagesOf(post, 'notice')).toEqual([
      'Version 1 of acme/greeter stays live. It is the first one, so there is none to go back to.'
    ])
  })
})

describe('A platform that says neither the runtime nor the mode of an app', () => {
  test.each([
    { what: 'code at /', inputs: {}, path: '/' },
    { what: 'an image at its health path', inputs: { code: '', 'image-ref': IMAGE_REF }, path: '/healthz' }
  ])('is asked for $what', async ({ inputs, path }) => {
    await using page = await pageServer(() => ({}))
    const app = new ActingApp()
    app.settings = { ...app.settings, allow_unauthenticated: true, public_urls: [page.url] }
    await using server = await app.serve()
    using workspace = new Workspace()
    const main = await runMain(workspace, { inputs: inputsForActing(server, inputs) })
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    expect(page.asked.map((each) => each.path)).toEqual([path])
  })
})
