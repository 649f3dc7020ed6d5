import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@jest/globals'
import { AuthError, Stopped } from '../../../src/model/errors.ts'
import { type AccountOptions, accountToken, organizationOf, staticToken } from '../../../src/platform/token/token.ts'
import { SteppingClock } from '../../support/fakes.ts'

const SECRET = 'the secret & more'

type Answer = (response: ServerResponse, request: IncomingMessage) => void

/** A token endpoint that gives these answers in turn, the last one for ever. */
async function tokenEndpoint(...answers: readonly Answer[]) {
  const bodies: string[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const answer = answers[Math.min(bodies.length, answers.length - 1)]!
    bodies.push(Buffer.concat(chunks).toString())
    answer(response, request)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`
  const close = async () => {
    server.closeAllConnections()
    server.close()
  }
  return { url, bodies, [Symbol.asyncDispose]: close }
}

function source(url: string, options: Partial<AccountOptions> = {}) {
  const clock = new SteppingClock()
  const minted: string[] = []
  const stop = new AbortController()
  const account = { id: 'robot', secret: SECRET, url }
  const token = accountToken({ account, clock, stop: stop.signal, onMint: (each) => minted.push(each), ...options })
  return { token, clock, minted, stop }
}

function json(value: object, code = 200): Answer {
  return (response) => response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

function plain(code: number, body = '', headers: Record<string, string> = {}): Answer {
  return (response) => response.writeHead(code, headers).end(body)
}

let count = 0
const fresh: Answer = (response) =>
  json({ access_token: `token-${++count}`, expires_in: 300 })(response, undefined as never)

test('the account is exchanged as a form, when the token is first asked for', async () => {
  await using endpoint = await tokenEndpoint(json({ access_token: 'abc', expires_in: 300 }))
  const { token, minted } = source(endpoint.url)
  expect(token.held()).toBeUndefined()
  expect(endpoint.bodies).toEqual([])
  expect(await token.bearer()).toBe('abc')
  expect(Object.fromEntries(new URLSearchParams(endpoint.bodies[0]))).toEqual({
    client_id: 'robot',
    client_secret: SECRET,
    grant_type: 'client_credentials'
  })
  expect(minted).toEqual(['abc'])
  expect(token.held()).toBe('abc')
})

test('calls at the same time share one request, and each new token is told before it is given', async () => {
  await using endpoint = await tokenEndpoint(fresh)
  const { token, minted } = source(endpoint.url)
  const [first, second] = await Promise.all([token.bearer(), token.bearer()])
  expect(first).toBe(second)
  expect(endpoint.bodies).toHaveLength(1)
  expect(minted).toEqual([first])
})

test.each([
  [300, 240],
  [60, 30],
  [3600, 3540],
  [5, 2.5]
])('a token for %i s is used for %d s', async (expires_in, seconds) => {
  await using endpoint = await tokenEndpoint(
    json({ access_token: 'first', expires_in }),
    json({ access_token: 'second', expires_in })
  )
  const { token, clock } = source(endpoint.url)
  await token.bearer()
  await clock.sleep(seconds * 1000 - 1)
  expect(await token.bearer()).toBe('first')
  await clock.sleep(1)
  expect(await token.bearer()).toBe('second')
})

test.each([undefined, 0, -5, 'soon', null])('a life of %j is taken for five minutes', async (expires_in) => {
  await using endpoint = await tokenEndpoint(json({ access_token: 'a', expires_in }))
  const { token, clock } = source(endpoint.url)
  await token.bearer()
  await clock.sleep(239_999)
  expect(token.held()).toBe('a')
  await clock.sleep(1)
  expect(token.held()).toBeUndefined()
})

test('a refused token is replaced, unless somebody has already done so', async () => {
  await using endpoint = await tokenEndpoint(fresh)
  const { token } = source(endpoint.url)
  const first = await token.bearer()
  const second = await token.renew(first)
  expect(second).not.toBe(first)
  expect(await token.renew(first)).toBe(second)
  expect(endpoint.bodies).toHaveLength(2)
})

test.each([
  ['500 once', [plain(500), fresh], 2],
  ['503 three times', [plain(503), plain(503), plain(503), fresh], 4],
  ['429', [plain(429, '', { 'retry-after': '7' }), fresh], 2],
  ['a connection that breaks', [(response: ServerResponse) => response.destroy(), fresh], 2]
] as const)('%s is tried again', async (_, answers, times) => {
  await using endpoint = await tokenEndpoint(...answers)
  const { token } = source(endpoint.url)
  expect(await token.bearer()).toMatch(/^token-/)
  expect(endpoint.bodies).toHaveLength(times)
})

test.each([
  ['7', 7_000, 7_000],
  ['86400', 30_000, 30_000],
  [new Date(0).toUTCString(), 0, 0],
  ['later', 375, 500]
])('a Retry-After of %s is obeyed within reason', async (after, atLeast, atMost) => {
  await using endpoint = await tokenEndpoint(plain(429, '', { 'retry-after': after }), fresh)
  const { token, clock } = source(endpoint.url)
  await token.bearer()
  expect(clock.now()).toBeGreaterThanOrEqual(atLeast)
  expect(clock.now()).toBeLessThanOrEqual(atMost)
})

test('an endpoint that stays away is an error after four tries', async () => {
  await using endpoint = await tokenEndpoint(plain(503, 'maintenance'))
  const { token } = source(endpoint.url)
  await expect(token.bearer()).rejects.toThrow('The token endpoint (input `auth-url`) answered HTTP 503.')
  expect(endpoint.bodies).toHaveLength(4)
})

const ECHO: Answer = json({ error: SECRET, error_description: SECRET }, 401)

test.each([
  [
    'a refusal',
    json({ error: 'invalid_client', error_description: SECRET }, 401),
    /refused the service account \(HTTP 401, invalid_client\)/,
    /`service-account-id`/
  ],
  [
    'a refusal with 400',
    json({ error: 'unauthorized_client' }, 400),
    /\(HTTP 400, unauthorized_client\)/,
    /`service-account-secret`/
  ],
  ['a refusal that echoes the secret', ECHO, /refused the service account \(HTTP 401\)/, /`service-account-id`/],
  ['a refusal without JSON', plain(403, SECRET), /\(HTTP 403\)/, /`service-account-id`/],
  ['a page', plain(200, ` <!doctype html>${SECRET}`), /HTTP 200 with a web page/, /`auth-url`/],
  ['a missing page', plain(404, SECRET), /HTTP 404 with something that is no token/, /`auth-url`/],
  ['JSON that is no object', plain(200, '"abc"'), /no token/, /`auth-url`/],
  ['no token', json({ token_type: 'Bearer' }), /without a usable token/, /`auth-url`/],
  ['a token with a line break', json({ access_token: `a\nb${SECRET}` }), /without a usable token/, /`auth-url`/],
  ['a huge answer', plain(200, `{"access_token":"${'x'.repeat(70_000)}"}`), /something that is no token/, /`auth-url`/],
  [
    'a redirect',
    plain(302, '', { location: 'https://elsewhere.example' }),
    /redirect, which is not followed/,
    /`auth-url`/
  ]
] as const)('%s is one line that names the inputs, once', async (_, answer, message, hint) => {
  await using endpoint = await tokenEndpoint(answer)
  const { token, minted } = source(endpoint.url)
  const error = await token.bearer().catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(AuthError)
  expect(error).toMatchObject({
    reason: 'auth_failed',
    message: expect.stringMatching(message),
    hint: expect.stringMatching(hint)
  })
  expect((error as AuthError).message).not.toContain('\n')
  expect(`${error} ${(error as AuthError).hint}`).not.toContain(SECRET)
  expect(endpoint.bodies).toHaveLength(1)
  expect(minted).toEqual([])
})

test('an endpoint that hangs is given up, and one where nothing listens is named', async () => {
  await using endpoint = await tokenEndpoint(() => undefined)
  const { token } = source(endpoint.url, { timeoutMs: 20 })
  await expect(token.bearer()).rejects.toThrow('did not answer: no answer in time.')
  await endpoint[Symbol.asyncDispose]()
  await expect(source(endpoint.url).token.bearer()).rejects.toThrow(
    'did not answer: nothing listens at the endpoint (ECONNREFUSED).'
  )
})

test('the stop ends the waiting with its own reason', async () => {
  const asked = Promise.withResolvers<void>()
  await using endpoint = await tokenEndpoint(() => asked.resolve())
  const { token, stop } = source(endpoint.url)
  const pending = expect(token.bearer()).rejects.toBeInstanceOf(Stopped)
  await asked.promise
  stop.abort(new Stopped('cancelled', 'told to stop'))
  await pending
})

test('a failure is not remembered', async () => {
  await using endpoint = await tokenEndpoint(plain(401), fresh)
  const { token } = source(endpoint.url)
  await expect(token.bearer()).rejects.toBeInstanceOf(AuthError)
  expect(await token.bearer()).toMatch(/^token-/)
})

test('a secret is never sent over plaintext', () => {
  expect(() => source('http://id.example.com/token')).toThrow(/`auth-url`/)
})

test.each(['Bearer abc', 'a\nb', '', 'ключ', '"abc def"'])('the token %j cannot be sent', (given) => {
  expect(() => staticToken(given)).toThrow(AuthError)
})

test('a JWT of which a part is lost is told apart from a whole one, and from other tokens', () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const whole = `${part({ alg: 'RS256' })}.${part({ organization: { acme: {} } })}.c2lnbmF0dXJl`
  for (const token of [whole, 'opaque', 'a.b.c']) expect(staticToken(token).refusal()).toBeUndefined()
  for (const torn of [
    whole.slice(0, 30),
    whole.slice(0, whole.lastIndexOf('.')),
    whole.replace('.', ''),
    `${whole}...`
  ]) {
    expect(staticToken(torn).refusal()).toContain('is no whole token')
    expect(staticToken(torn, 'the variable `X`').cure).toContain(
      'Give a new token in the variable `X`, of the platform'
    )
  }
})

test('a static token is used as it is, cannot be renewed, and tells when it has expired', async () => {
  const jwt = (claims: object) => `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`
  const expired = staticToken(` ${jwt({ exp: 1 })}\n`)
  expect(await expired.bearer()).toBe(jwt({ exp: 1 }))
  expect(expired.held()).toBe(jwt({ exp: 1 }))
  expect(await expired.renew('x')).toBeUndefined()
  expect(expired.refusal()).toContain('1970-01-01T00:00:01.000Z')
  expect(staticToken(jwt({ exp: 99_999_999_999 })).refusal()).toBeUndefined()
  expect(staticToken('opaque').refusal()).toBeUndefined()
})

test.each<[object | string, string | undefined]>([
  [{ organization: { acme: { id: '1' }, other: { id: '2' } } }, 'acme'],
  [{ organization: {}, org_name: 'flat' }, 'flat'],
  [{ organization: ['listed'] }, 'listed'],
  [{ organization: 'plain' }, 'plain'],
  [{ org_name: 'flat' }, 'flat'],
  [{ org_name: 7 }, undefined],
  [{}, undefined],
  ['[]', undefined],
  ['no json', undefined]
])('the organization in %j is %j', (claims, expected) => {
  const payload = Buffer.from(typeof claims === 'string' ? claims : JSON.stringify(claims)).toString('base64url')
  expect(organizationOf(`h.${payload}.s`)).toBe(expected)
  expect(organizationOf('opaque')).toBeUndefined()
})
