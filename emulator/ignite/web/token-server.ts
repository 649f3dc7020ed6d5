import type { IncomingMessage } from 'node:http'
import { type Listener, readBody, sendJson } from './http.ts'
import type { ServiceAccount, Tokens } from './tokens.ts'

export const TOKEN_PATH = '/realms/dodil/protocol/openid-connect/token'

type Answer = { readonly code: number; readonly body: object }

/** The token endpoint as Keycloak speaks: form in, JSON out, client credentials only. */
export function tokenEndpoint(options: {
  readonly tokens: Tokens
  readonly accounts: readonly ServiceAccount[]
  readonly ttlSeconds: number
}): Listener {
  return async (request, response) => {
    const { code, body } = routing(request) ?? exchange(await form(request), options)
    sendJson(response, { code, body, headers: { 'cache-control': 'no-store' } })
  }
}

function routing(request: IncomingMessage): Answer | undefined {
  if (request.url?.split('?')[0] !== TOKEN_PATH) return { code: 404, body: { error: 'HTTP 404 Not Found' } }
  if (request.method !== 'POST') return { code: 405, body: { error: 'HTTP 405 Method Not Allowed' } }
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (type === 'application/x-www-form-urlencoded') return undefined
  return { code: 415, body: { error: 'HTTP 415 Unsupported Media Type' } }
}

async function form(request: IncomingMessage): Promise<URLSearchParams> {
  return new URLSearchParams((await readBody(request)).toString())
}

function exchange(
  fields: URLSearchParams,
  { tokens, accounts, ttlSeconds }: Parameters<typeof tokenEndpoint>[0]
): Answer {
  const grant = fields.get('grant_type')
  if (!grant) return refusal(400, 'invalid_request', 'Missing form parameter: grant_type')
  if (grant !== 'client_credentials') return refusal(400, 'unsupported_grant_type', 'Unsupported grant_type')
  const account = accounts.find(
    ({ id, secret }) => id === fields.get('client_id') && secret === fields.get('client_secret')
  )
  if (!account) return refusal(401, 'invalid_client', 'Invalid client or Invalid client credentials')
  const token = tokens.mint({ organization: account.organization, subject: account.id, ttlSeconds })
  return {
    code: 200,
    body: {
      access_token: token,
      expires_in: ttlSeconds,
      refresh_expires_in: 0,
      token_type: 'Bearer',
      'not-before-policy': 0,
      scope: 'profile email'
    }
  }
}

function refusal(code: number, error: string, description: string): Answer {
  return { code, body: { error, error_description: description } }
}
