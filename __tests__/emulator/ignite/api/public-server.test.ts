import { request } from 'node:http'
import { expect, test } from '@jest/globals'
import type { Answered, Watch } from '../../../../emulator/ignite/watch.ts'
import { type Emulator, startEmulator } from '../../../../emulator/start.ts'
import { compute } from '../support/client.ts'
import { pythonCode } from '../support/driver.ts'
import { until } from '../support/until.ts'

const SOURCE = [
  'import json',
  'def handler(payload, ctx):',
  '    payload = json.loads(payload)',
  '    if payload.get("fail"): print("<b>failing")',
  '    if payload.get("fail"): raise ValueError("asked to")',
  '    return payload.get("n", 0) + 1'
].join('\n')

async function published(emulator: Emulator, settings: object): Promise<void> {
  using client = compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 60 }) })
  await client.call('CreateApp', { organization_name: 'acme', name: 'greeter', code: pythonCode(SOURCE), ...settings })
  const app = { organization_name: 'acme', app_name: 'greeter' }
  await client.call('UpdateAppConfig', { ...app, allow_unauthenticated: true, ...settings })
  await client.call('PublishDraft', app)
}

const APP = { organization_name: 'acme', app_name: 'greeter' }
const PRIVATE = { allow_unauthenticated: false }

test('a POST runs the active version and says which one, with CORS open', async () => {
  await using emulator = await startEmulator()
  await published(emulator, {})
  const response = await fetch(`${emulator.public}/acme/greeter/any/path?x=1`, { method: 'POST', body: '{"n":1}' })
  expect([response.status, await response.json()]).toEqual([200, 2])
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/json',
    'access-control-allow-origin': '*',
    'x-ignite-version': '1',
    'x-ignite-execution-id': expect.stringMatching(/^01/)
  })
})

test('a GET is the platform’s health check, and a preflight allows content-type', async () => {
  await using emulator = await startEmulator()
  await published(emulator, {})
  const url = `${emulator.public}/acme/greeter`
  expect(await (await fetch(url)).json()).toEqual({ status: 'ok' })
  const preflight = await fetch(url, { method: 'OPTIONS' })
  expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type')
})

test('a handler that raises answers 500 with error, type and traceback', async () => {
  await using emulator = await startEmulator()
  await published(emulator, {})
  const response = await fetch(`${emulator.public}/acme/greeter`, { method: 'POST', body: '{"fail":1}' })
  expect([response.status, await response.json()]).toEqual([
    500,
    { error: 'asked to', type: 'ValueError', traceback: expect.stringContaining('handler.py') }
  ])
})

test('a private app wants a bearer of its own organization and has no CORS headers', async () => {
  await using emulator = await startEmulator()
  await published(emulator, PRIVATE)
  const attempt = async (org?: string) => {
    const authorization = org ? `Bearer ${emulator.mint({ org, ttlSeconds: 60 })}` : ''
    const headers: Record<string, string> = authorization ? { authorization } : {}
    const response = await fetch(`${emulator.public}/acme/greeter`, { method: 'POST', body: '{}', headers })
    return [response.status, response.headers.get('access-control-allow-origin')]
  }
  expect(await attempt()).toEqual([401, null])
  expect(await attempt('other')).toEqual([403, null])
  expect(await attempt('acme')).toEqual([200, null])
})

test.each<[number[], Record<string, number>]>([
  [[9090], { '/acme/greeter': 404, '/acme/greeter-80': 404, '/acme/greeter-9090': 200 }],
  [[80, 9090], { '/acme/greeter': 200, '/acme/greeter-80': 404, '/acme/greeter-9090': 200, '/acme/greeter-81': 404 }],
  [[80], { '/acme': 404, '/acme/draft': 404, '/other/greeter': 404 }]
])('with the ports %j the addresses answer %j', async (ports, expected) => {
  await using emulator = await startEmulator()
  using client = compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 60 }) })
  await client.call('CreateApp', { organization_name: 'acme', name: 'draft', code: pythonCode(SOURCE) })
  await published(emulator, { ports })
  const codeOf = async (path: string) => [path, (await fetch(emulator.public + path)).status]
  expect(Object.fromEntries(await Promise.all(Object.keys(expected).map(codeOf)))).toEqual(expected)
})

test('a handler that cannot be loaded is not healthy, and its failure says why', async () => {
  await using emulator = await startEmulator()
  using client = compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 60 }) })
  const code = pythonCode('import nowhere\ndef handler(payload, ctx): return 1')
  await client.call('CreateApp', { organization_name: 'acme', name: 'greeter', code })
  await client.call('UpdateAppConfig', { ...APP, allow_unauthenticated: true })
  await client.call('PublishDraft', APP)
  const response = await fetch(`${emulator.public}/acme/greeter`)
  expect([response.status, await response.json()]).toEqual([
    503,
    {
      error: "No module named 'nowhere'",
      type: 'ModuleNotFoundError',
      traceback: expect.stringContaining('File "handler.py", line 1')
    }
  ])
})

test('a 404 names the apps that there are, a 401 how to get in', async () => {
  await using emulator = await startEmulator()
  const nobody = await (await fetch(`${emulator.public}/acme/greter`)).json()
  expect(nobody).toEqual({ error: 'no app at this address: none is published yet' })
  await published(emulator, PRIVATE)
  const mistyped = await (await fetch(`${emulator.public}/acme/greter`)).json()
  expect(mistyped).toEqual({ error: 'no app at this address: the published apps are acme/greeter' })
  const { error } = (await (await fetch(`${emulator.public}/acme/greeter`)).json()) as { error: string }
  expect(error).toContain('allow-unauthenticated')
  const [, form = '', url = ''] = /curl (-d .*) (http\S+)$/.exec(error) ?? []
  expect([form, url]).toEqual([expect.stringContaining('-d client_id=ID'), emulator.tokenUrl])
})

async function atHost(emulator: Emulator, host: string, path: string, init: { method: string; body?: string }) {
  const { port } = new URL(emulator.public)
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>()
  const asked = request({ host: '127.0.0.1', port, path, method: init.method, headers: { host: `${host}:${port}` } })
  asked.on('error', reject)
  asked.on('response', async (answer) => {
    const body = Buffer.concat(await Array.fromAsync(answer as AsyncIterable<Buffer>)).toString()
    resolve({ status: answer.statusCode ?? 0, body })
  })
  asked.end(init.body)
  return promise
}

test('an app has a host name for each port, whose paths are its own; --host-urls makes them its public URLs', async () => {
  await using emulator = await startEmulator({ hostUrls: true })
  await published(emulator, { ports: [80, 8080] })
  using client = compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 60 }) })
  const { port } = new URL(emulator.public)
  expect(await client.call('GetApp', APP)).toMatchObject({
    app: { public_urls: [`http://greeter-acme.localhost:${port}`, `http://greeter-acme-8080.localhost:${port}`] }
  })
  const post = { method: 'POST', body: '{"n":4}' }
  for (const host of ['greeter-acme.localhost', 'Greeter-acme-8080.localhost']) {
    expect(await atHost(emulator, host, '/any', post)).toEqual({ status: 200, body: '5' })
  }
  expect((await atHost(emulator, 'greeter-acme-81.localhost', '/', post)).status).toBe(404)
  expect((await atHost(emulator, 'greeter-acme.localhost', '/acme/greeter', { method: 'GET' })).status).toBe(200)
})

test('the page at the root shows what there is of each app, and invokes one, also a private one', async () => {
  const answered: Answered[] = []
  const printed: string[] = []
  const watch: Watch = { answered: (each) => answered.push(each), printed: (_app, line) => printed.push(line) }
  await using emulator = await startEmulator({ watch })
  const page = async () => (await fetch(emulator.public)).text()
  expect(await page()).toContain('There is no app yet.')
  await published(emulator, {})
  await fetch(`${emulator.public}/acme/greeter/x`, { method: 'POST', body: '{"fail":1}' })
  {
    using client = compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 60 }) })
    const { execution_id } = (await client.call('TestDraft', { ...APP, payload: Buffer.from('[') })) as {
      execution_id: string
    }
    await until(async () => (await page()).includes(`<li>${execution_id} FAILED json.decoder.JSONDecodeError: `))
  }
  const shown = await page()
  const { port } = new URL(emulator.public)
  for (const text of [
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<a href="http://greeter-acme.localhost:${port}">`,
    '<li>1 (active), python, ',
    '<h3>Draft</h3><ul><li>python, DRAFT, ',
    '<h3>Last errors</h3><ul><li>POST /x 500 ValueError: asked to</li>',
    '<h3>Log</h3><pre>&lt;b&gt;failing</pre>'
  ]) {
    expect(shown).toContain(text)
  }
  expect(answered).toMatchObject([{ method: 'POST', path: '/x', code: 500, error: 'ValueError: asked to' }])
  expect(printed).toEqual(['<b>failing'])
  using client = compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 60 }) })
  await client.call('UpdateAppConfig', { ...APP, allow_unauthenticated: false })
  const body = new URLSearchParams({ app: 'acme/greeter', payload: '{"n":1}' })
  const invoked = await fetch(`${emulator.public}/-/invoke`, { method: 'POST', body })
  expect(await invoked.text()).toMatch(/<h1>POST \/acme\/greeter 200<\/h1>\s*<pre>2<\/pre>/)
  expect(await page()).toContain('private: its URL wants a bearer')
  const foreign = { method: 'POST', body, headers: { 'sec-fetch-site': 'cross-site' } }
  expect((await fetch(`${emulator.public}/-/invoke`, foreign)).status).toBe(403)
  expect((await fetch(`${emulator.public}/-/invoke`, { ...foreign, headers: {}, body: 'app=acme/no' })).status).toBe(
    404
  )
  // A name that somebody else's server made to mean this machine.
  expect((await atHost(emulator, 'evil.example', '/', { method: 'GET' })).status).toBe(404)
})
