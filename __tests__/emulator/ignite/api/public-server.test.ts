import { expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../../emulator/start.ts'
import { compute } from '../support/client.ts'
import { pythonCode } from '../support/driver.ts'

const SOURCE = [
  'import json',
  'def handler(payload, ctx):',
  '    payload = json.loads(payload)',
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
  [[80], { '/': 404, '/acme': 404, '/acme/draft': 404, '/other/greeter': 404 }]
])('with the ports %j the addresses answer %j', async (ports, expected) => {
  await using emulator = await startEmulator()
  using client = compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 60 }) })
  await client.call('CreateApp', { organization_name: 'acme', name: 'draft', code: pythonCode(SOURCE) })
  await published(emulator, { ports })
  const codeOf = async (path: string) => [path, (await fetch(emulator.public + path)).status]
  expect(Object.fromEntries(await Promise.all(Object.keys(expected).map(codeOf)))).toEqual(expected)
})
