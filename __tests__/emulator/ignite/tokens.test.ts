import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { organizationId } from '../../../emulator/ignite/model/ids.ts'
import { listen } from '../../../emulator/ignite/web/http.ts'
import { TOKEN_PATH, tokenEndpoint } from '../../../emulator/ignite/web/token-server.ts'
import { createTokens, TokenError } from '../../../emulator/ignite/web/tokens.ts'

const NOW = Date.UTC(2026, 10, 21)
const CLAIMS = { organization: 'acme', subject: 'sa', ttlSeconds: 300 }
const ACCOUNT = { id: 'sa', secret: 'a secret&=', organization: 'acme' }

test('a minted token carries the organization with its id, and the times', () => {
  const token = createTokens([], () => NOW).mint(CLAIMS)
  expect(JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString())).toMatchObject({
    sub: 'sa',
    iat: NOW / 1000,
    exp: NOW / 1000 + 300,
    organization: { acme: { id: organizationId('acme') } }
  })
})

test('a token is good until it expires', () => {
  let now = NOW
  const tokens = createTokens([], () => now)
  const bearer = `Bearer ${tokens.mint(CLAIMS)}`
  now += 299_999
  expect(tokens.verify(bearer)).toEqual({ subject: 'sa', organization: 'acme' })
  now += 1
  expect(() => tokens.verify(bearer)).toThrow('the token has expired')
})

test.each([
  [undefined, /missing/],
  ['', /missing/],
  ['Basic YTpi', /Bearer/],
  ['Bearer', /Bearer/],
  ['Bearer opaque', /malformed or not signed/],
  ['Bearer a.b.c', /malformed or not signed/],
  [`Bearer ${createTokens([], () => NOW).mint(CLAIMS)}`, /malformed or not signed/]
])('%j is refused', (authorization, message) => {
  expect(() => createTokens([], () => NOW).verify(authorization)).toThrow(message)
})

test('a token that was changed anywhere is refused', () => {
  const tokens = createTokens([], () => NOW)
  const token = tokens.mint(CLAIMS)
  // The last character of the signature holds two bits that decode to nothing.
  fc.assert(
    fc.property(fc.nat(token.length - 2), fc.constantFrom(...'aZ09-_.'), (at, character) => {
      fc.pre(token[at] !== character)
      expect(() => tokens.verify(`Bearer ${token.slice(0, at)}${character}${token.slice(at + 1)}`)).toThrow(TokenError)
    })
  )
})

test('a static token is taken as it is', () => {
  const tokens = createTokens([{ token: 'opaque', organization: 'other' }], () => NOW)
  expect(tokens.verify('bearer opaque')).toMatchObject({ organization: 'other' })
})

async function post(fields: Record<string, string>, init: RequestInit & { path?: string } = {}) {
  const tokens = createTokens([], Date.now)
  const server = await listen(tokenEndpoint({ tokens, accounts: [ACCOUNT], ttlSeconds: 60 }), '127.0.0.1', 0)
  try {
    const body = new URLSearchParams(fields)
    const { path = TOKEN_PATH, ...rest } = init
    const response = await fetch(server.url + path, { method: 'POST', body, ...rest })
    const answer = (await response.json()) as Record<string, string>
    return { status: response.status, answer, tokens }
  } finally {
    await server.close()
  }
}

const GOOD = { client_id: 'sa', client_secret: ACCOUNT.secret, grant_type: 'client_credentials' }

test('a service account gets a bearer of its organization', async () => {
  const { status, answer, tokens } = await post(GOOD)
  expect({ status, answer }).toMatchObject({ status: 200, answer: { expires_in: 60, token_type: 'Bearer' } })
  expect(tokens.verify(`Bearer ${answer['access_token']}`)).toEqual({ subject: 'sa', organization: 'acme' })
})

test.each([
  [{ ...GOOD, client_secret: 'wrong' }, 401, 'invalid_client'],
  [{ ...GOOD, client_id: 'nobody' }, 401, 'invalid_client'],
  [{ grant_type: 'client_credentials' }, 401, 'invalid_client'],
  [{ ...GOOD, grant_type: 'password' }, 400, 'unsupported_grant_type'],
  [{}, 400, 'invalid_request']
])('%j is answered with %i %s', async (fields, status, error) => {
  expect(await post({ ...fields } as Record<string, string>)).toMatchObject({ status, answer: { error } })
})

test.each([
  [{ path: '/realms/other/protocol/openid-connect/token' }, 404],
  [{ method: 'GET', body: null }, 405],
  [{ body: '{}', headers: { 'content-type': 'application/json' } }, 415]
])('%j is answered with %i', async (init, status) => {
  expect(await post(GOOD, init)).toMatchObject({ status })
})
