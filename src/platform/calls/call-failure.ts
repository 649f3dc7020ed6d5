import { PlatformError } from '../../model/errors.ts'
import type { ReasonCode } from '../../model/outcome.ts'
import { duration } from '../../model/values/words.ts'
import { TOO_LARGE, WORDS_OF_GRPC } from '../advice/connections.ts'
import { type CallAdvice, STATUS_ADVICE, type StatusName, TOO_MANY, TOO_MANY_ADVICE } from '../advice/statuses.ts'
import { type ServiceError, status } from '../network/grpc.ts'
import { isServiceError } from '../network/transport.ts'
import { readClaims } from '../token/jwt.ts'
import { clockSkew } from './clock-skew.ts'
import { connectionTrouble } from './connection-trouble.ts'
import type { TokenSource } from './token-source.ts'

type CallHistory = {
  /** What a refused call asks of the token that it was made with. */
  readonly token?: Pick<TokenSource, 'held' | 'refusal' | 'cure'>
  /** How often it was made, and for how long. */
  readonly tried?: { readonly times: number; readonly ms: number }
}

/** What a call was for, to say so when it fails. */
export type Purpose = {
  /** A participle and its object: `Saving the draft of acme/greeter`. */
  readonly doing: string
  /** The method of the call, where there is one: the name by which a right is granted, and by which support knows it. */
  readonly rpc?: string
  /** Why the run fails, where the status does not say it better. */
  readonly reason: ReasonCode
  /** What the reader can do, where this call knows better than the status alone. */
  readonly hints?: CallAdvice
}

const MAX_DETAILS = 2_000

/** What has nothing to do with what was called for. */
const HEADLINES: Partial<Record<StatusName, string>> = {
  ABORTED: 'another change came in between',
  INTERNAL: 'the platform failed inside',
  UNKNOWN: 'the platform failed inside',
  DATA_LOSS: 'the platform failed inside',
  RESOURCE_EXHAUSTED: 'a limit of the platform is reached'
}

/**
 * A failed call in the reader's words: ours for what happened on the way, the platform's own for the rest. What libraries
 * say of it stays in the cause, for the debug log.
 */
export function explained(error: ServiceError, purpose: Purpose, { token, tried }: CallHistory = {}): PlatformError {
  const code = statusName(error.code)
  const trouble = connectionTrouble(error)
  const said = trouble?.says ?? (bounded(ownWords(error.details)) || 'the platform gave no reason')
  const own = trouble === undefined || trouble === TOO_LARGE ? purpose.hints?.[code] : undefined
  const isTooMany = code === 'RESOURCE_EXHAUSTED' && TOO_MANY.test(error.details)
  const hint = isTooMany ? TOO_MANY_ADVICE : (own ?? trouble?.hint ?? STATUS_ADVICE[code])
  const doing = NAMED.includes(code) ? named(purpose) : purpose.doing
  const whose = MATTERS_WHOSE.includes(code) ? foreign(purpose, token?.held()) : ''
  return new PlatformError(code, `${doing}: ${code}: ${said}${whose}${often(tried)}`, {
    cause: error,
    words: said + whose,
    ambiguous: isAmbiguous(error),
    isUnreadable: trouble === TOO_LARGE,
    reason: reasonOf(code, purpose),
    headline: headlineOf(code, { isTooMany, isTooLarge: trouble === TOO_LARGE }),
    hint: code === 'UNAUTHENTICATED' ? refusedToken(error, token) : hint
  })
}

/** Whose cause lies with one method: a right that is lacking, a handler that hangs. */
const NAMED: readonly string[] = ['PERMISSION_DENIED', 'DEADLINE_EXCEEDED', 'CANCELLED']

/** Which an account gets for what is not its own. */
const MATTERS_WHOSE: readonly string[] = ['PERMISSION_DENIED', 'NOT_FOUND']

/** Whose the account is, where the app is another organization's. */
function foreign({ doing }: Purpose, token: string | undefined): string {
  const [own, ...others] = token === undefined ? [] : readClaims(token).organizations
  const [, asked] = / ([\w.-]+)\/[\w.-]+$/.exec(doing) ?? []
  if (own === undefined || asked === undefined || [own, ...others].includes(asked)) return ''
  return `. The credentials belong to the organization ${own}, the app to ${asked}`
}

/** What was tried in vain for a while is not mended by trying at once. */
function often(tried: CallHistory['tried']): string {
  return tried === undefined || tried.times < 2 ? '' : ` (tried ${tried.times} times in ${duration(tried.ms)})`
}

function refusedToken(error: ServiceError, token: CallHistory['token']): string {
  const cure = token?.cure ?? STATUS_ADVICE.UNAUTHENTICATED
  return token?.refusal() ?? [skewIn(error), cure].filter((part) => part !== undefined).join(' ')
}

/** `Saving the draft of acme/greeter (SaveDraft)`. */
export function named({ doing, rpc }: Pick<Purpose, 'doing' | 'rpc'>): string {
  return rpc === undefined ? doing : `${doing} (${rpc})`
}

/** By the server's clock, where something on the way says what time it is. */
function skewIn({ metadata }: ServiceError): string | undefined {
  return clockSkew(metadata?.get('date')[0]?.toString())
}

/**
 * True where the call may have taken effect. INTERNAL and UNKNOWN count where the transport made them, or where nothing was
 * said: a server that answers in words has ended its handler.
 */
export function isAmbiguous(error: ServiceError): boolean {
  const trouble = connectionTrouble(error)
  if (trouble !== undefined) return trouble.mayHaveArrived
  switch (error.code) {
    case status.UNAVAILABLE:
      return !error.details.startsWith('No connection established')
    case status.DEADLINE_EXCEEDED:
    case status.CANCELLED:
      return true
    case status.RESOURCE_EXHAUSTED:
      return error.details.startsWith('Bandwidth exhausted')
    case status.INTERNAL:
    case status.UNKNOWN:
      return error.details === '' || isBrokenStream(error)
    default:
      return false
  }
}

/** True where the platform itself answered with one of the codes, not something on the way to it. */
export function isAnsweredWith(error: unknown, ...codes: readonly StatusName[]): boolean {
  if (!(error instanceof PlatformError) || !codes.some((code) => code === error.code)) return false
  return !isServiceError(error.cause) || connectionTrouble(error.cause) === undefined
}

/** The stream was reset or ended without a status. */
export function isBrokenStream(error: ServiceError): boolean {
  return /^Received RST_STREAM|Call ended without gRPC status|^Response message parsing error|^Write error: /.test(
    error.details
  )
}

/** The name of a status code; a code that gRPC does not define reads as UNKNOWN, as the protocol says. */
export function statusName(code: number): StatusName {
  const name = status[code] as StatusName | undefined
  return name ?? 'UNKNOWN'
}

function headlineOf(code: StatusName, words: { isTooMany: boolean; isTooLarge: boolean }): string | undefined {
  if (words.isTooLarge) return 'the package is too large'
  return words.isTooMany ? 'the platform takes fewer requests at a time' : HEADLINES[code]
}

function reasonOf(code: StatusName, purpose: Purpose): ReasonCode {
  switch (code) {
    case 'UNAUTHENTICATED':
      return 'auth_failed'
    case 'PERMISSION_DENIED':
      return 'permission_denied'
    case 'UNAVAILABLE':
    case 'DEADLINE_EXCEEDED':
      return 'platform_unavailable'
    default:
      return purpose.reason
  }
}

/** What grpc-js says of a call that broke, said plainly. The platform's own words stay as they are. */
function ownWords(details: string): string {
  return WORDS_OF_GRPC.find(({ pattern }) => pattern.test(details))?.says ?? details
}

function bounded(text: string): string {
  return text.length > MAX_DETAILS ? `${text.slice(0, MAX_DETAILS)} … (${text.length} characters)` : text
}
