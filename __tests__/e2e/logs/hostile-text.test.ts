import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { status } from '@grpc/grpc-js'
import { describe, expect, test } from '@jest/globals'
import { startEmulator } from '../../../emulator/start.ts'
import { HOSTILE } from '../../log/support/hostile-text.ts'
import { fakeServer, type Handler } from '../../platform/support/fake-server.ts'
import {
  type ActionOptions,
  type Deployed,
  inputsFor,
  inputsWithToken,
  messagesOf,
  outputsOf,
  run,
  theFailure,
  Workspace
} from '../../support/deploying.ts'
import { answering } from '../support/answering.ts'
import { leaks } from '../support/leaks.ts'
import { Observer } from '../support/observing.ts'

const STATUSES = Object.values(status).filter((code) => typeof code === 'number' && code !== status.OK) as status[]

/** `run` throws where a command is in the log that is not the action's own. */
async function calmRun(workspace: Workspace, options: ActionOptions): Promise<Deployed> {
  const deployed = await run(workspace, options)
  for (const stage of [deployed.main, deployed.post]) {
    expect(stage.annotations.filter(({ properties }) => 'file' in properties)).toEqual([])
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(stage.raw).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/)
    expect(stage.summary ?? '').not.toMatch(/<img|@octocat|```/)
  }
  expect(Object.keys(outputsOf(deployed.main))).not.toContain('u')
  return deployed
}

describe('Details of a status that hold commands are shown as text', () => {
  const methods = ['GetApp', 'GetDraftInfo', 'CreateApp', 'UpdateAppConfig', 'SaveDraft', 'PublishDraft']

  test.each(methods)('of %s', async (method) => {
    const fault = { action: 'status', code: status.FAILED_PRECONDITION, details: HOSTILE, afterEffect: false } as const
    await using emulator = await startEmulator({
      faults: [{ method: `ComputeService/${method}`, calls: 'all', fault }]
    })
    using workspace = new Workspace()
    const inputs = inputsFor(emulator, { 'allow-unauthenticated': 'true' })
    const { main } = await calmRun(workspace, { inputs, debug: true })
    expect(theFailure(main).message).toMatch(/FAILED_PRECONDITION: ::error::x/)
    expect(main.log).toContain('::set-output name=version::1.2.3::rest')
  })

  test.each(STATUSES.filter((code) => [1, 2, 4, 13, 14].includes(code)))(
    'also in the warning of a publish that is adopted, with code %d',
    async (code) => {
      const fault = { action: 'status', code, details: HOSTILE, afterEffect: true } as const
      await using emulator = await startEmulator({
        faults: [{ method: 'ComputeService/PublishDraft', calls: [1], fault }]
      })
      using workspace = new Workspace()
      const { main } = await calmRun(workspace, { inputs: inputsFor(emulator) })
      expect(main.log).toContain('::error::x')
      expect(main.outputs['reason_code']).toBe('recovered')
      expect(messagesOf(main, 'warning')).toEqual([expect.stringContaining('::error::x')])
    }
  )

  test('without a token that the platform repeats', async () => {
    const token = 'an-opaque-token/of=acme'
    const basic = Buffer.from(`sa:${token}`).toString('base64')
    const details = `no such token: ${token}, ${encodeURIComponent(token)}, Basic ${basic}, \u001b[31m${token.slice(0, 9)}\u001b[0m${token.slice(9)}`
    const fault = { action: 'status', code: status.UNAUTHENTICATED, details, afterEffect: false } as const
    const faults = [{ method: 'ComputeService/GetApp', calls: 'all', fault }] as const
    await using emulator = await startEmulator({ tokens: [{ token, organization: 'acme' }], faults })
    using workspace = new Workspace()
    using observer = new Observer()
    const inputs = inputsWithToken(emulator, token, { app: 'acme:greeter' })
    const { main } = await calmRun(workspace, { inputs, env: observer.env, debug: true })
    expect(theFailure(main).message).toContain('no such token: ***, ***')
    expect(leaks(main, observer.stages[0]!, [token])).toEqual([])
  })
})

test('A secret that is not ASCII is hidden in whatever form the platform repeats it', async () => {
  const secret = 'schlüssel/mit+Ä=und😀'
  const account = { id: 'umlaut-sa', secret, organization: 'acme' }
  const escaped = JSON.stringify(secret).replace(/[\u0080-\uffff]/g, (unit) => `\\u${hex(unit)}`)
  const lower = encodeURIComponent(secret).replace(/%../g, (each) => each.toLowerCase())
  const details = `${escaped} ${JSON.stringify(secret)} ${lower} ${new URLSearchParams({ secret })}`
  const fault = { action: 'status', code: status.PERMISSION_DENIED, details, afterEffect: false } as const
  const faults = [{ method: 'ComputeService/GetApp', calls: 'all', fault }] as const
  await using emulator = await startEmulator({ serviceAccounts: [account], faults })
  using workspace = new Workspace()
  using observer = new Observer()
  const named = { 'service-account-id': account.id, 'service-account-secret': secret }
  const { main } = await calmRun(workspace, { inputs: inputsFor(emulator, named), env: observer.env, debug: true })
  expect(theFailure(main).message).toContain('PERMISSION_DENIED: "***" "***" *** secret=***')
  expect(leaks(main, observer.stages[0]!, [secret, escaped.slice(1, -1), lower])).toEqual([])
})

function hex(unit: string): string {
  return unit.charCodeAt(0).toString(16).padStart(4, '0')
}

describe('What the platform names is shown as text', () => {
  test('an organization, from the token to the public URL', async () => {
    const organization = 'a\u0085::set-output name=url::x\n::error::y\r##[add-mask]greeter\u001b[8m'
    await using emulator = await startEmulator()
    using workspace = new Workspace()
    const inputs = inputsWithToken(emulator, emulator.mint({ org: organization, ttlSeconds: 60 }))
    const { main } = await calmRun(workspace, { inputs })
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    expect(main.log).toContain('Connected as a ⏎ ::set-output name=url::x')
    expect(main.log).toContain('::error::y ⏎ ##\\[add-mask]greeter\n')
    expect(main.outputs['app_id']).toBe(`${organization}/greeter`)
  })

  // src/action/log.ts cuts our sentences at the line feeds of the values in them, instead of showing them as ⏎.
  test('an organization cannot write lines that read like ours', async () => {
    await using emulator = await startEmulator()
    using workspace = new Workspace()
    const organization = 'a\nPublished version 99\nb'
    const inputs = inputsWithToken(emulator, emulator.mint({ org: organization, ttlSeconds: 60 }))
    const { main } = await calmRun(workspace, { inputs })
    expect(main.log).not.toMatch(/^Published version 99/m)
  })

  test('ids, hashes, statuses, URLs, tiers and versions', async () => {
    let published = false
    const app = () => ({
      id: HOSTILE,
      name: HOSTILE,
      activeVersion: published ? 1 : 0,
      publicUrls: [`https://evil.example/${HOSTILE}`, HOSTILE],
      healthPath: HOSTILE,
      env: { [HOSTILE]: HOSTILE }
    })
    const draft = { draft: { codeHash: HOSTILE, imageRef: HOSTILE, deployId: HOSTILE, createdAtMs: '1000' } }
    const handlers: Record<string, Handler> = {
      GetApp: () => ({ app: app() }),
      GetDraftInfo: () => draft,
      ListAppVersions: () => ({ versions: published ? [{ version: 1, codeHash: HOSTILE, createdAtMs: '2000' }] : [] }),
      CreateApp: () => ({}),
      UpdateAppConfig: () => ({}),
      SaveDraft: () => draft,
      PublishDraft: () => {
        published = true
        return { publishedVersion: 1 }
      }
    }
    await using server = await fakeServer({ handlers })
    using workspace = new Workspace()
    const inputs = inputsWithToken({ grpc: server.endpoint.authority, tokenUrl: '' }, 'a-token', {
      app: 'acme:greeter'
    })
    const { main } = await calmRun(workspace, { inputs })
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    expect(main.outputs).toMatchObject({ app_id: HOSTILE, code_hash: HOSTILE, image_ref: HOSTILE, deploy_id: HOSTILE })
    expect(JSON.parse(main.outputs['public_urls'] ?? '')[1]).toBe(HOSTILE)
  })

  test('the answer of a token endpoint', async () => {
    await using endpoint = await answering({ code: 401, type: 'text/plain', body: HOSTILE })
    await using emulator = await startEmulator()
    using workspace = new Workspace()
    const inputs = inputsFor(emulator, { 'auth-url': `http://${endpoint.address}/` })
    const { main } = await calmRun(workspace, { inputs })
    expect(theFailure(main).reason).toBe('auth_failed')
  })
})

describe('What the checkout names is shown as text', () => {
  test.each(['a\n::error::x', '::set-output name=u::x', '##[add-mask]greeter', 'a\u001b[8mb', '\u0085::error::x'])(
    'a file %j in the package',
    async (name) => {
      await using emulator = await startEmulator()
      using workspace = new Workspace()
      writeFileSync(path.join(workspace.path, 'greeter', name), '')
      const { main } = await calmRun(workspace, { inputs: inputsFor(emulator), debug: true })
      if (main.exitCode === 0) return
      expect(theFailure(main).reason).toBe('source_error')
      expect(emulator.journal).toEqual([])
    }
  )

  test('the directory that `code` names', async () => {
    await using emulator = await startEmulator()
    using workspace = new Workspace()
    const code = '\u2003::error::x\r##[add-mask]greeter'
    mkdirSync(path.join(workspace.path, code))
    writeFileSync(path.join(workspace.path, code, 'handler.py'), 'def handler(payload, ctx): return 1\n')
    await calmRun(workspace, { inputs: inputsFor(emulator, { code: `./${code}` }) })
    const { main } = await calmRun(workspace, { inputs: inputsFor(emulator, { code: `${code}-missing` }) })
    expect(theFailure(main).reason).toBe('bad_input')
  })

  test('inputs that are wrong', async () => {
    await using emulator = await startEmulator()
    using workspace = new Workspace()
    const inputs = {
      app: HOSTILE.replaceAll('\0', ''),
      mode: '::error::x',
      '::set-output name=u::x\n': 'x',
      'api-endpoint': '##[error]x'
    }
    const { main } = await calmRun(workspace, { inputs: inputsFor(emulator, inputs) })
    expect(theFailure(main).reason).toBe('bad_input')
  })
})
