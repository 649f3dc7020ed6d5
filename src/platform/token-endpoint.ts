import { AuthError } from '../deploy/errors.ts'
import type { Clock } from '../deploy/ports.ts'
import { isRecord } from './codec/answer.ts'
import { pauseMs, persist } from './retry.ts'

export type ServiceAccount = {
  readonly id: string
  readonly secret: string
  /** The token endpoint's whole URL. */
  readonly url: string
}

export type Minted = { readonly token: string; readonly expiresInMs: number }

export type Minting = {
  readonly account: ServiceAccount
  readonly clock: Clock
  readonly stop: AbortSignal
  /** The longest that one request may take, in milliseconds. */
  readonly timeoutMs: number
}

const TRIES = 4
const LONGEST_RETRY_AFTER_MS = 30_000
const MAX_ANSWER_BYTES = 64 * 1024
/** What first-party code assumes where the answer does not say (docs/ignite-api.md section 5.2). */
const DEFAULT_LIFE_SECONDS = 300
/** RFC 6749 section 5.2. Any other word in an answer may be an echo of what we sent. */
const OAUTH_ERRORS = ['invalid_request', 'invalid_client', 'invalid_grant', 'unauthorized_client', 'invalid_scope']

const CHECK_ACCOUNT =
  'Check `service-account-id` and `service-account-secret`, and that the account belongs to the platform that `api-endpoint` names.'
const CHECK_URL =
  'Check `auth-url`: the token endpoint’s whole URL is meant, such as `https://id.dev.dodil.io/realms/dodil/protocol/openid-connect/token`.'
const TRY_LATER = 'Run the job again; if it never worked, check `auth-url`.'

/** A failure that may pass. */
class Passing extends AuthError {
  readonly retryAfterMs: number | undefined

  constructor(message: string, options: { cause?: unknown; retryAfterMs?: number | undefined } = {}) {
    super(message, { cause: options.cause, hint: TRY_LATER })
    this.retryAfterMs = options.retryAfterMs
  }
}

/**
 * Exchanges the service account for a token (docs/ignite-api.md section 5.1). Tries again where the endpoint is away,
 * never where it refuses. Throws AuthError, which holds nothing of the answer, or the stop's reason.
 */
export function mint(minting: Minting): Promise<Minted> {
  return persist(
    () => request(minting),
    minting.clock,
    (error, attempt) => {
      if (!(error instanceof Passing) || attempt >= TRIES) return undefined
      return error.retryAfterMs ?? pauseMs(attempt)
    }
  )
}

async function request({ account, stop, timeoutMs }: Minting): Promise<Minted> {
  stop.throwIfAborted()
  const { id: client_id, secret: client_secret, url } = account
  const body = new URLSearchParams({ client_id, client_secret, grant_type: 'client_credentials' })
  const timeout = AbortSignal.timeout(timeoutMs)
  try {
    const signal = AbortSignal.any([stop, timeout])
    return await read(await fetch(url, { method: 'POST', body, redirect: 'manual', signal }))
  } catch (error) {
    stop.throwIfAborted()
    if (error instanceof AuthError) throw error
    const reason = timeout.aborted ? 'no answer in time' : networkReason(error)
    throw new Passing(`The token endpoint (input \`auth-url\`) did not answer: ${reason}.`, { cause: error })
  }
}

async function read(response: Response): Promise<Minted> {
  const code = response.status
  if (code === 429 || code >= 500) {
    await response.body?.cancel()
    throw new Passing(`The token endpoint (input \`auth-url\`) answered HTTP ${code}.`, {
      retryAfterMs: retryAfter(response)
    })
  }
  if (code >= 300 && code < 400) {
    await response.body?.cancel()
    throw new AuthError(`The token endpoint (input \`auth-url\`) answered with a redirect, which is not followed.`, {
      hint: CHECK_URL
    })
  }
  const text = await limited(response)
  const answer = parse(text)
  if (code === 400 || code === 401 || code === 403) throw refused(code, answer)
  if (code !== 200 || answer === undefined) throw noTokenEndpoint(code, text)
  return minted(answer)
}

function minted(answer: Readonly<Record<string, unknown>>): Minted {
  const token = answer['access_token']
  if (typeof token !== 'string' || !isSendable(token)) {
    throw new AuthError('The token endpoint (input `auth-url`) gave an answer without a usable token.', {
      hint: CHECK_URL
    })
  }
  const seconds = Number(answer['expires_in'] ?? DEFAULT_LIFE_SECONDS)
  return { token, expiresInMs: (seconds > 0 ? seconds : DEFAULT_LIFE_SECONDS) * 1000 }
}

/** True for what can go into a header: visible ASCII (RFC 6750 section 2.1 allows less). */
export function isSendable(token: string): boolean {
  return /^[!-~]+$/.test(token)
}

function refused(code: number, answer: Readonly<Record<string, unknown>> | undefined): AuthError {
  const word = OAUTH_ERRORS.find((each) => each === answer?.['error'])
  const why = word === undefined ? `HTTP ${code}` : `HTTP ${code}, ${word}`
  return new AuthError(`The token endpoint refused the service account (${why}).`, { hint: CHECK_ACCOUNT })
}

function noTokenEndpoint(code: number, text: string): AuthError {
  const what = /^\s*</.test(text) ? 'a web page' : 'something that is no token'
  return new AuthError(`The address in \`auth-url\` answered HTTP ${code} with ${what}.`, { hint: CHECK_URL })
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** The answer's text, cut off at the limit: nothing that long is a token. */
async function limited(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk)
    length += chunk.length
    if (length > MAX_ANSWER_BYTES) break
  }
  return Buffer.concat(chunks).toString('utf8', 0, MAX_ANSWER_BYTES)
}

/** Seconds or a date (RFC 9110 section 10.2.3), as milliseconds from now. */
function retryAfter(response: Response): number | undefined {
  const header = response.headers.get('retry-after')
  if (header === null) return undefined
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), LONGEST_RETRY_AFTER_MS)
}

/** fetch says only "fetch failed"; its cause has the reason. */
function networkReason(error: unknown): string {
  const { cause = error } = error as { cause?: unknown }
  const { code, message } = cause as { code?: unknown; message?: unknown }
  return String(code ?? message ?? 'the connection failed').replace(/\s+/g, ' ')
}
