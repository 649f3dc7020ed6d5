import { AuthError } from '../../model/errors.ts'
import type { Clock } from '../../model/ports/ports.ts'
import { parseTokenUrl } from '../../model/values/endpoint.ts'
import type { TokenSource } from '../calls/token-source.ts'
import type { HttpProxy } from '../network/proxy.ts'
import { isTornJwt, readClaims } from './jwt.ts'
import { isSendable, type MintedToken, mint, type ServiceAccount } from './token-endpoint.ts'

/** The token that the user gave. Throws AuthError where it cannot be sent. */
export function staticToken(given: string, origin = '`token`'): TokenSource {
  const token = given.trim()
  if (!isSendable(token)) {
    const hint = 'Give the token alone, in one line, without quotes or blanks.'
    throw new AuthError(`${sentence(origin)} holds characters that no token has.`, {
      hint,
      headline: 'the token cannot be sent'
    })
  }
  const { expiresAt } = readClaims(token)
  return {
    expiresAt,
    held: () => token,
    bearer: async () => token,
    renew: async () => undefined,
    cure:
      `Give a new token in ${origin}, of the platform that \`api-endpoint\` names; or, since tokens end soon, ` +
      '`service-account-id` and `service-account-secret` in its place.',
    refusal: () => {
      if (isTornJwt(token))
        return `The token in ${origin} is no whole token: copy it again, from its first sign to its last.`
      return expiresAt !== undefined && expiresAt <= Date.now()
        ? `The token in ${origin} expired at ${new Date(expiresAt).toISOString()}: give a new one, or a service account.`
        : undefined
    }
  }
}

/** At the beginning of one. */
function sentence(words: string): string {
  return words.startsWith('`') ? `The input ${words}` : words.replace(/^t/, 'T')
}

export type AccountOptions = {
  readonly account: ServiceAccount
  readonly clock: Clock
  readonly stop: AbortSignal
  /** Called with each new token before its first use, so that it can be masked. */
  readonly onMint: (token: string) => void
  /** On the way to the token endpoint. */
  readonly proxy?: HttpProxy | undefined
  /** The longest that one request may take; 15 s when left out. */
  readonly timeoutMs?: number
}

/** The token endpoint knew the account. */
const OTHER_PLATFORM =
  'The token endpoint gave the token, and the platform does not know it: check that `auth-url` and `api-endpoint` are of one platform.'

const REQUEST_TIMEOUT_MS = 15_000
const LONGEST_MARGIN_MS = 60_000

/**
 * Tokens of a service account, minted when first asked for and again before they expire; calls at the same time share
 * one request. Throws AuthError where `auth-url` is not fit for a secret; see TokenSource for the rest.
 */
export function accountToken({
  account,
  clock,
  stop,
  onMint,
  proxy,
  timeoutMs = REQUEST_TIMEOUT_MS
}: AccountOptions): TokenSource {
  const url = usableUrl(account.url)
  let current: { readonly token: string; readonly staleAt: number } | undefined
  let flight: Promise<string> | undefined
  let skewed: string | undefined

  const held = () => (current !== undefined && clock.now() < current.staleAt ? current.token : undefined)
  const take = (asked: number, { token, expiresInMs, skew }: MintedToken) => {
    onMint(token)
    skewed = skew
    current = { token, staleAt: asked + expiresInMs - Math.min(LONGEST_MARGIN_MS, expiresInMs / 2) }
    return token
  }
  const bearer = async () => {
    const token = held()
    if (token !== undefined) return token
    // The life of a token counts from before the request, by a monotonic clock: the runner's may be wrong.
    flight ??= mint({ account: { ...account, url }, clock, stop, timeoutMs, proxy })
      .then(take.bind(undefined, clock.now()))
      .finally(() => {
        flight = undefined
      })
    return await flight
  }
  const renew = (refused: string) => {
    if (current?.token === refused) current = undefined
    return bearer()
  }
  return { expiresAt: undefined, held, bearer, renew, refusal: () => skewed, cure: OTHER_PLATFORM }
}

function usableUrl(text: string): string {
  const url = parseTokenUrl(text)
  if (typeof url === 'string') return url
  throw new AuthError(`The input \`auth-url\` cannot be used. ${url.problem}`, {
    hint: url.fix,
    headline: '`auth-url` cannot be used'
  })
}

/** The organization that the token is for, where it says so. */
export function organizationOf(token: string): string | undefined {
  return readClaims(token).organizations[0]
}
