import type { WebAnswer, WebTrouble } from '../../model/ports/web-port.ts'
import { isRecord } from '../../model/values/json.ts'
import { reportedFailure } from '../draft/reported-failure.ts'

/** What one look at the app's URL found. */
export type Finding = {
  /**
   * `unsure`: the app answers, or whoever stands before it. `hopeless`: no waiting helps. Everything else but `well` may pass.
   */
  readonly kind: 'well' | 'unsure' | 'waiting' | 'hopeless'
  /** The same for answers that tell the reader the same. */
  readonly key: string
  /** Goes on after the URL: `answers with 200`. */
  readonly says: string
  /** What the answer holds: the first part of its body. */
  readonly text: string
  readonly hint: string
}

/** What was asked. */
type AskedApp = {
  /** What the platform's own probe asks must be open to everybody. */
  readonly isHealthPath: boolean
  readonly isImage: boolean
}

const LATER = 'Where it only takes longer, raise `verify-timeout-seconds`.'

/** How each trouble is said, and what helps where the connection does not tell. */
const TROUBLES: Readonly<Record<WebTrouble, { readonly says: string; readonly hint: string }>> = {
  unresolved: {
    says: 'does not resolve yet',
    hint: `The name of a new app can take a couple of minutes to resolve. ${LATER}`
  },
  closed: { says: 'accepts no connection yet', hint: LATER },
  tls: { says: 'has no certificate that can be trusted yet', hint: LATER },
  broken: { says: 'breaks the connection off', hint: LATER },
  silent: {
    says: 'does not answer',
    hint: `Something takes the connection and says nothing: let the app answer its health path without waiting for anything. ${LATER}`
  },
  circle: { says: 'redirects in a circle', hint: 'Name another path or URL in `verify-url`.' },
  proxy: { says: 'is not reached through the proxy', hint: 'Check the proxy, or set `verify-url: off`.' }
}

const ROUTER_HINT = `The platform knows the version as active, and its router does not lead there. ${LATER}`
const PROBE_HINT =
  'The app must listen on `$PORT`, and answer its health path with 2xx: set `health-path` where that is not `/healthz`.'
const LOAD_HINT = 'The platform loads the code before it answers: mend what keeps it from being loaded.'
const OWN_HINT = 'The app answers with an error of its own: its log, where it is shown, tells why.'

/** What routers say of an address that leads to no app (docs/platform.md, Who answers). */
const NO_ROUTE =
  /^\s*$|default backend|no (?:such )?(?:app|application|route|host|service|backend)\b|route not found|no route matched|unknown (?:host|domain|app)|\b(?:app|application|function) (?:\S{1,200} )?(?:was |is )?(?:not found|does not exist|unknown)\b/i

/** What is said where no instance is ready, by the platform or by the router before it. */
const NOT_READY =
  /^\s*$|probe failed|CrashLoopBackOff|CreateContainer|RunContainerError|ErrImagePull|ImagePullBackOff|no healthy upstream|no (?:available|ready) (?:server|instance|replica|endpoint|pod)|no endpoints|upstream connect error|service (?:temporarily )?unavailable/i

/** Undocumented by the platform: told by what the answers themselves show. */
export function findingIn(answer: WebAnswer, asked: AskedApp): Finding {
  if (answer.kind !== 'answered') {
    const { says, hint } = TROUBLES[answer.kind]
    const detail = answer.says === '' ? '' : ` (${answer.says})`
    return {
      kind: answer.isFinal ? 'hopeless' : 'waiting',
      key: answer.kind,
      says: says + detail,
      text: '',
      hint: answer.hint ?? hint
    }
  }
  return { key: String(answer.code), text: answer.text, hint: LATER, ...answered(answer, asked) }
}

type Answered = Extract<WebAnswer, { kind: 'answered' }>
type Told = Pick<Finding, 'kind' | 'says'> & Partial<Finding>

function answered(answer: Answered, asked: AskedApp): Told {
  const { code, leadsTo } = answer
  if (code >= 500) return failing(answer, asked)
  if (code >= 400) return refusing(answer, asked)
  if (leadsTo !== undefined) {
    return { kind: 'well', says: `answers with ${code}, which leads to ${leadsTo} and is not followed` }
  }
  return { kind: 'well', says: `answers with ${code}` }
}

/** A route, or the right of everybody to call, may be on its way still. */
function refusing({ code, isFromApp, text }: Answered, { isHealthPath }: AskedApp): Told {
  const says = `answers with ${code}`
  if (isFromApp || ![401, 403, 404].includes(code)) return { kind: 'well', says }
  if (code === 404) {
    return NO_ROUTE.test(text)
      ? { kind: 'waiting', key: 'no route', says: 'is not known to the router yet (404)', hint: ROUTER_HINT }
      : { kind: 'unsure', says: `${says}, which may be the router’s` }
  }
  return isHealthPath
    ? { kind: 'waiting', says: `${says}: the platform does not let everybody in yet`, hint: ROUTER_HINT }
    : { kind: 'unsure', says: `${says}, which may be the router’s` }
}

/** Errors of code that was never loaded, so that no handler ran. */
const NOT_LOADED = /^(?:SyntaxError|IndentationError|TabError|ImportError|ModuleNotFoundError)\b/

function failing(answer: Answered, { isImage, isHealthPath }: AskedApp): Told {
  const { code, isFromApp, text } = answer
  const ownError = reportedFailure(text)?.cause
  const words = inSentence(ownError ?? errorIn(text))
  // A handler is called without a payload here, which many take for an error: that it ran is what was to be seen.
  if (!isImage && isHealthPath && code === 500 && ownError !== undefined && !NOT_LOADED.test(ownError)) {
    return { kind: 'well', says: `answers with 500, since it was called without a payload: ${words}` }
  }
  const why = words === '' ? '' : `: ${words}`
  const says = `answers with ${code}`
  const unready = isImage ? PROBE_HINT : LOAD_HINT
  if (isFromApp) return { kind: 'waiting', says: `${says}, which is the app’s own${why}`, hint: OWN_HINT }
  if (code === 502 || code === 504) {
    return { kind: 'waiting', says: `${says}: the router gets no answer from the app${why}`, hint: unready }
  }
  if (code === 503 && NOT_READY.test(text)) {
    return { kind: 'waiting', key: 'not ready', says: `${says}: no instance of it is ready${why}`, hint: unready }
  }
  return { kind: 'waiting', says: says + why, hint: code === 503 ? unready : OWN_HINT }
}

/** Of a body, what stands in a sentence. A page is none. */
const MOST_WORDS = 300

function inSentence(said: string): string {
  const line = said.trim().split('\n', 1)[0]?.trim() ?? ''
  return line.startsWith('<') ? '' : line.slice(0, MOST_WORDS).replace(/[.\s]+$/, '')
}

/** The text of a JSON object that tells of an error, else the text as it is. */
export function errorIn(text: string): string {
  try {
    const value: unknown = JSON.parse(text)
    const fields = isRecord(value) ? value : {}
    const said = fields['error'] ?? fields['message'] ?? fields['detail']
    return typeof said === 'string' ? said : text
  } catch {
    return text
  }
}
