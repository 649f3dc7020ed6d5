import { AuthError } from '../../model/errors.ts'
import type { Clock } from '../../model/ports/ports.ts'
import { isRecord } from '../../model/values/json.ts'
import { clockSkew } from '../calls/clock-skew.ts'
import { socketTrouble } from '../calls/connection-trouble.ts'
import { pauseMs, persist } from '../calls/retry.ts'
import type { HttpProxy } from '../network/proxy.ts'
import { ProxyError } from '../network/tunnel.ts'
import { type FormAnswer, postForm } from './form-post.ts'

export type ServiceAccount = {
  readonly id: string
  readonly secret: string
  /** The token endpoint's whole URL. */
  readonly url: string
}

export type MintedToken = {
  readonly token: string
  readonly expiresInMs: number
  /** A sentence where the endpoint's clock and the runner's are far apart. */
  readonly skew: string | undefined
}

type MintRequest = {
  readonly account: ServiceAccount
  readonly clock: Clock
  readonly stop: AbortSignal
  /** The longest that one request may take, in milliseconds. */
  readonly timeoutMs: number
  readonly proxy: HttpProxy | undefined
}

const TRIES = 4
const LONGEST_RETRY_AFTER_MS = 30_000
const MAX_ANSWER_BYTES = 64 * 1024
/** What first-party code assumes where the answer does not say (docs/platform.md, Tokens). */
const DEFAULT_LIFE_SECONDS = 300
/** RFC 6749 section 5.2. Any other word in an answer may be an echo of what we sent. */
const OAUTH_ERRORS = ['invalid_request', 'invalid_client', 'invalid_grant', 'unauthorized_client', 'invalid_scope']

const CHECK_ACCOUNT =
  'Check `service-account-id` and `service-account-secret`, and that the account belongs to the platform that `api-endpoint` names.'
const WHOLE_URL =
  'the token endpoint’s whole URL is meant, such as `https://id.dev.dodil.io/realms/dodil/protocol/openid-connect/token`.'
const CHECK_URL = `Check \`auth-url\`: ${WHOLE_URL}`
const LET_THROUGH = 'a proxy or the sign-in page of a network answers in its place: let the runner reach that host.'
const TRY_LATER = 'Run the job again; if it never worked, check `auth-url`.'

/** Nobody refused the credentials. */
const SILENT = 'the token endpoint does not answer'
const NO_TOKEN = 'the token endpoint gives no token'

const ENDPOINT = 'The token endpoint (input `auth-url`)'

/** A failure that may pass. */
class PassingTrouble extends AuthError {
  readonly retryAfterMs: number | undefined

  constructor(message: string, options: { cause?: unknown; hint?: string; retryAfterMs?: number | undefined } = {}) {
    super(message, { cause: options.cause, hint: options.hint ?? TRY_LATER, headline: SILENT })
    this.retryAfterMs = options.retryAfterMs
  }
}

/**
 * Exchanges the service account for a token (docs/platform.md, Tokens). Tries again where the endpoint is away,
 * never where it refuses. Throws AuthError, which holds nothing of the answer, ProxyError, or the stop's reason.
 */
export function mint(minting: MintRequest): Promise<MintedToken> {
  return persist(
    () => request(minting),
    minting.clock,
    (error, attempt) => {
      if (attempt >= TRIES) return undefined
      if (error instanceof PassingTrouble) return error.retryAfterMs ?? pauseMs(attempt)
      return error instanceof ProxyError && !error.final ? pauseMs(attempt) : undefined
    }
  )
}

async function request({ account, stop, timeoutMs, proxy }: MintRequest): Promise<MintedToken> {
  stop.throwIfAborted()
  const { id: client_id, secret: client_secret } = account
  const form = new URLSearchParams({ client_id, client_secret, grant_type: 'client_credentials' })
  const url = new URL(account.url)
  const timeout = AbortSignal.timeout(timeoutMs)
  const signal = AbortSignal.any([stop, timeout])
  try {
    return read(await postForm({ url, form, proxy, signal, maxBytes: MAX_ANSWER_BYTES }), url)
  } catch (error) {
    stop.throwIfAborted()
    if (error instanceof AuthError || error instanceof ProxyError) throw error
    throw timeout.aborted
      ? new PassingTrouble(`${ENDPOINT} did not answer: no answer in time.`, { cause: error })
      : away(error)
  }
}

/** What keeps the connection from being made will do so again only where it is a matter of certificates. */
function away(error: unknown): AuthError {
  const trouble = socketTrouble(error, 'auth-url')
  const says = `${ENDPOINT} did not answer: ${trouble.says}.`
  const options = { cause: error, hint: trouble.hint, headline: SILENT }
  return trouble.final ? new AuthError(says, options) : new PassingTrouble(says, options)
}

function read(answer: FormAnswer, { host }: URL): MintedToken {
  const { code, text } = answer
  if (code === 429 || code >= 500) {
    throw new PassingTrouble(`${ENDPOINT} answered HTTP ${code}.`, { retryAfterMs: retryAfterMs(answer) })
  }
  if (code >= 300 && code < 400) {
    throw new AuthError(`${ENDPOINT} answered with a redirect, which is not followed.`, {
      hint: CHECK_URL,
      headline: NO_TOKEN
    })
  }
  const fields = parse(text)
  if (code === 400 || code === 401 || code === 403) throw refused(code, fields)
  if (code !== 200 || fields === undefined) throw noTokenEndpoint(answer, host)
  return { ...minted(fields), skew: clockSkew(answer.date) }
}

function minted(answer: Readonly<Record<string, unknown>>): Omit<MintedToken, 'skew'> {
  const token = answer['access_token']
  if (typeof token !== 'string' || !isSendable(token)) {
    throw new AuthError(`${ENDPOINT} gave an answer without a usable token.`, { hint: CHECK_URL, headline: NO_TOKEN })
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

function noTokenEndpoint({ code, text }: FormAnswer, host: string): AuthError {
  const isPage = /^\s*</.test(text)
  const what = isPage ? 'a web page' : 'something that is no token'
  const hint = isPage ? notThatPage(code) : CHECK_URL
  return new AuthError(`The host in \`auth-url\`, ${host}, answered HTTP ${code} with ${what}.`, {
    hint,
    headline: NO_TOKEN
  })
}

/** Who has no such path says so; a page that is served for any path is somebody else's. */
function notThatPage(code: number): string {
  return code === 200
    ? `Most likely ${LET_THROUGH} Where \`auth-url\` is set, check it: ${WHOLE_URL}`
    : `${CHECK_URL} Where it is right, or not set, ${LET_THROUGH}`
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Seconds or a date (RFC 9110 section 10.2.3), as milliseconds from now. */
function retryAfterMs({ retryAfter }: FormAnswer): number | undefined {
  if (retryAfter === undefined) return undefined
  const ms = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now()
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), LONGEST_RETRY_AFTER_MS)
}
