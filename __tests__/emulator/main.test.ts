import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { COMPILE_CACHE } from '../support/compile-cache.ts'
import { compute } from './ignite/support/client.ts'
import { until } from './ignite/support/until.ts'
import { alive } from './support/spawning.ts'

const PROGRAM = join(import.meta.dirname, '../../emulator/main.ts')

/** What the emulator makes under it must be gone when it has ended. */
let scratch: string

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'emulator-main-'))
})
afterAll(() => rmSync(scratch, { recursive: true }))

const started = new Set<Started>()

// A test that fails half way must not leave an emulator behind, whose pipes would keep jest waiting.
afterEach(() => {
  for (const child of started) child.kill('SIGKILL')
  started.clear()
})

type Started = ChildProcessByStdio<null, Readable, Readable>

function start(...args: string[]): Started {
  const env = { ...process.env, ...COMPILE_CACHE, TMPDIR: scratch }
  const child = spawn(process.execPath, [PROGRAM, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  started.add(child)
  return child
}

async function ready(child: Started): Promise<{ grpc: string; auth: string; public: string }> {
  const [line] = await once(createInterface(child.stdout), 'line')
  return JSON.parse(line)
}

async function ended(child: Started) {
  const [stdout, stderr, [code, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit')
  ])
  return { stdout, stderr, code, signal }
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  'it says where it listens, serves, and ends cleanly at %s',
  async (signal) => {
    const journal = join(scratch, `${signal}.jsonl`)
    const child = start('--token', 'opaque:acme', '--service-account', 'me:se:cret:other', '--journal', journal)
    const where = await ready(child)
    expect(where).toEqual({
      grpc: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
      auth: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/realms\/dodil\/protocol\/openid-connect\/token$/),
      public: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/)
    })
    const body = new URLSearchParams({ client_id: 'me', client_secret: 'se:cret', grant_type: 'client_credentials' })
    expect((await fetch(where.auth, { method: 'POST', body })).status).toBe(200)
    using client = compute(where, { token: 'opaque' })
    await client.call('ListApps', { organization_name: 'acme' })
    child.kill(signal)
    expect(await ended(child)).toMatchObject({ code: 0, signal: null, stderr: '' })
    expect(JSON.parse(readFileSync(journal, 'utf8'))).toMatchObject({ method: 'ComputeService/ListApps', call: 1 })
    expect(readdirSync(scratch).filter((name) => name.startsWith('ignite-emulator-'))).toEqual([])
  }
)

test('its workers end when it is killed', async () => {
  const child = start('--token', 'opaque:acme')
  const where = await ready(child)
  using client = compute(where, { token: 'opaque' })
  const source = 'import os, time\nprint(os.getpid())\ndef handler(payload, ctx): time.sleep(600)'
  const code = { compile: { runtime: { python: {} }, source_code: Buffer.from(source) } }
  const app = { organization_name: 'acme', app_name: 'sleeper' }
  await client.call('CreateApp', { organization_name: 'acme', name: 'sleeper', code })
  await client.call('TestDraft', app)
  const pid = Number(await until(() => firstLine(() => client.call('GetAppLogs', app))))
  expect(alive(pid)).toBe(true)
  child.kill('SIGKILL')
  await until(() => !alive(pid))
})

async function firstLine(logs: () => Promise<object>): Promise<string | undefined> {
  const { lines } = (await logs()) as { lines: { message: string }[] }
  return lines[0]?.message
}

test.each([
  [['--variant', 'nope'], /there is no variant "nope"[\s\S]*draft-cleared/],
  [['--nope'], /Unknown option '--nope'/],
  [['positional'], /positional/],
  [['--grpc-port', '70000'], /--grpc-port must be a whole number up to 65535/],
  [['--token-ttl', '-5'], /--token-ttl/],
  [['--permute-field-numbers', 'x'], /--permute-field-numbers must be/],
  [['--service-account', 'id:secret'], /ID:SECRET:ORG/],
  [['--token', 'token'], /TOKEN:ORG/],
  [['--image', 'ghcr.io/acme/web:1'], /--image must be REF=DIR/],
  [['--private-image', 'ghcr.io/acme/web:1=dir:user'], /REF=DIR:USER:PASSWORD/],
  [['--repository', 'https://example.com/x'], /--repository must be URL=DIR/],
  [['--private-repository', 'https://example.com/x=dir'], /URL=DIR:USER:TOKEN/],
  [['--health-wait', 'x'], /--health-wait must be/],
  [['--journal', '/nonexistent/journal.jsonl'], /journal\.jsonl/],
  [['--faults', '/nonexistent/faults.json'], /faults\.json/]
])('%j ends with a text and 2', async (args, message) => {
  const { code, stdout, stderr } = await ended(start(...args))
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(message)
  expect(stderr).not.toMatch(/\n {4}at /)
})

test('a fault script is played', async () => {
  const file = join(scratch, 'faults.json')
  const fault = { method: 'ComputeService/HealthCheck', call: 'all', action: 'status', code: 'INTERNAL' }
  writeFileSync(file, JSON.stringify({ faults: [fault] }))
  const child = start('--faults', file)
  using client = compute(await ready(child), {})
  await expect(client.call('HealthCheck', {})).rejects.toThrow('INTERNAL')
  child.kill()
  await ended(child)
})

test('a private image is named on the command line', async () => {
  const directory = mkdtempSync(join(scratch, 'image-'))
  writeFileSync(join(directory, 'Dockerfile'), 'FROM scratch\nUSER 1\nCMD exit 5')
  const child = start('--token', 'opaque:acme', '--private-image', `ghcr.io/acme/web:1=${directory}:me:se:cret`)
  const where = await ready(child)
  using secrets = compute(where, { token: 'opaque', service: 'SecretService' })
  const registry_secret = { username: 'me', password: 'se:cret', server_address: 'ghcr.io' }
  await secrets.call('CreateSecret', { name: 'ghcr', value: { registry_secret } })
  using client = compute(where, { token: 'opaque' })
  const prebuilt = { image_ref: 'ghcr.io/acme/web:1', registry_secret_ref: 'ghcr' }
  await client.call('CreateApp', { organization_name: 'acme', name: 'web', code: { image: { prebuilt } } })
  const app = { organization_name: 'acme', app_name: 'web' }
  expect(await client.call('PublishDraft', app)).toMatchObject({ published_version: 1 })
  child.kill()
  await ended(child)
})

test('a port that is taken is said in one line', async () => {
  const first = start()
  const { grpc } = await ready(first)
  const { code, stderr } = await ended(start('--grpc-port', grpc.split(':')[1]!))
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('EADDRINUSE') })
  first.kill()
  await ended(first)
})

test('--help lists the flags and the variants', async () => {
  const { code, stdout } = await ended(start('--help'))
  expect(code).toBe(0)
  for (const word of ['--permute-field-numbers', '--journal', 'settings-mask']) expect(stdout).toContain(word)
})

test('SIGTERM to `npm run emulator` ends it and frees its ports', async () => {
  const env = { ...process.env, TMPDIR: scratch }
  const root = join(import.meta.dirname, '../..')
  const npm = spawn('npm', ['run', '-s', 'emulator'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  started.add(npm)
  const { public: url } = await ready(npm)
  expect((await fetch(url)).status).toBe(200)
  npm.kill('SIGTERM')
  await ended(npm)
  await until(async () => (await fetch(url).catch(() => undefined)) === undefined)
})

/** Runs the emulator on a terminal and writes what it shows to stdout. */
const ON_TERMINAL = 'import pty, sys; pty.spawn(sys.argv[1:])'

test('on a terminal it greets with what is needed, and tells of deploys, requests and prints', async () => {
  const env = { ...process.env, TMPDIR: scratch, TERM: 'dumb' }
  const args = ['-c', ON_TERMINAL, process.execPath, PROGRAM, '--token', 'opaque:acme']
  const child = spawn('python3', args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  started.add(child)
  let shown = ''
  child.stdout.on('data', (chunk) => {
    shown += String(chunk).replaceAll('\r\n', '\n')
  })
  await until(() => shown.includes('allow-unauthenticated: true'))
  const [, grpc = ''] = /^ {2}API +(127\.0\.0\.1:\d+)$/m.exec(shown) ?? []
  const [, web = ''] = /^ {2}apps +(http:\/\/127\.0\.0\.1:\d+) /m.exec(shown) ?? []
  expect(shown).toContain('  account   emulator-sa, secret emulator-secret, organization acme\n')
  expect(shown).toContain(`  with:\n    app: greeter\n    code: .\n    api-endpoint: ${grpc}\n    auth-url: http`)
  expect(shown).not.toContain('{"grpc"')
  using client = compute({ grpc }, { token: 'opaque' })
  const source = 'def handler(payload, ctx):\n  print("\\033[2Jhello")\n  return {}[payload.decode()]'
  const code = { compile: { runtime: { python: {} }, source_code: Buffer.from(source) } }
  const app = { organization_name: 'acme', app_name: 'shop' }
  await client.call('CreateApp', { organization_name: 'acme', name: 'shop', code, allow_unauthenticated: true })
  await client.call('UpdateAppConfig', { ...app, allow_unauthenticated: true })
  await client.call('PublishDraft', app)
  await fetch(`${web}/acme/shop`, { method: 'POST', body: 'titel' })
  const told = "acme/shop version 1 is published\nacme/shop | hello\nPOST /acme/shop 500 KeyError: 'titel'\n"
  await until(() => shown.includes('KeyError'))
  expect(shown.slice(shown.indexOf('acme/shop'))).toBe(told)
  child.kill('SIGKILL')
  await until(async () => (await fetch(web).catch(() => undefined)) === undefined)
})
