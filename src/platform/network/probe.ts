import { ExpectedError } from '../../model/errors.ts'
import type { Web, WebAnswer, WebTrouble } from '../../model/ports/web-port.ts'
import type { ProxySettings } from '../../model/values/endpoint.ts'
import { duration } from '../../model/values/words.ts'
import { CONNECTION_ADVICE } from '../advice/connections.ts'
import { exchangeHttp } from './http-exchange.ts'
import { proxyFor } from './proxy.ts'
import { ProxyError } from './tunnel.ts'

type ProbeOptions = {
  readonly proxies: ProxySettings
  /** The action's own, for the user agent. */
  readonly version: string
  /** Aborted when the run is told to stop; its reason is thrown. */
  readonly stop: AbortSignal
}

/** A connection that nobody takes is told sooner than one whose answer takes its time. */
const CONNECT_MS = 10_000
const MAX_BYTES = 16 * 1024
const MOST_REDIRECTS = 5

/** The header that goes with what an app answered (docs/platform.md, Who answers). */
const FROM_APP = 'x-ignite-execution-id'

/** Asks as everybody asks: without a credential, directly or through the proxies that the environment names. */
export function openWeb(options: ProbeOptions): Web {
  const { stop } = options
  return {
    ask: async (url, timeoutMs) => {
      stop.throwIfAborted()
      const over = AbortSignal.timeout(Math.ceil(timeoutMs))
      try {
        return await followed(new URL(url), AbortSignal.any([stop, over]), options)
      } catch (error) {
        stop.throwIfAborted()
        return over.aborted ? silence(timeoutMs) : troubleOf(error)
      }
    }
  }
}

/** A redirect is followed to where the same people answer; what else it leads to is theirs to know. */
async function followed(url: URL, signal: AbortSignal, { proxies, version }: ProbeOptions): Promise<WebAnswer> {
  const headers = { accept: '*/*', 'user-agent': `ignite-deploy/${version}` }
  let at = url
  for (let redirects = 0; ; redirects++) {
    const { code, text, ...answer } = await exchangeHttp({
      ...{ url: at, method: 'GET', headers, signal, proxy: proxyFor(at, proxies) },
      ...{ maxBytes: MAX_BYTES, connectMs: CONNECT_MS, wantsBody: (status) => status >= 400 }
    })
    const next = code >= 300 && code < 400 ? URL.parse(answer.headers.location ?? '', at.href) : null
    if (next !== null && isSameSite(at, next)) {
      if (redirects === MOST_REDIRECTS) return { kind: 'circle', says: '', hint: undefined, isFinal: false }
      at = next
    } else {
      const isFromApp = answer.headers[FROM_APP] !== undefined
      // Without the query, which may hold what is nobody's to read.
      return { kind: 'answered', code, isFromApp, text, leadsTo: next ? `${next.origin}${next.pathname}` : undefined }
    }
  }
}

/** The same host, `www.` aside, and never from TLS to plaintext. */
function isSameSite(from: URL, to: URL): boolean {
  const name = ({ hostname }: URL): string => hostname.replace(/^www\./, '')
  if (name(from) !== name(to)) return false
  return to.protocol === from.protocol ? to.port === from.port : to.protocol === 'https:'
}

function silence(ms: number): WebAnswer {
  return { kind: 'silent', says: `within ${duration(ms)}`, hint: undefined, isFinal: false }
}

const KINDS: readonly (readonly [RegExp, WebTrouble])[] = [
  [/^(?:ENOTFOUND|EAI_)/, 'unresolved'],
  [/^(?:ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)/, 'closed'],
  [/^(?:CERT_|ERR_TLS|ERR_SSL|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/, 'tls']
]

function troubleOf(error: unknown): WebAnswer {
  if (error instanceof ExpectedError) {
    const isFinal = !(error instanceof ProxyError) || error.final
    return { kind: 'proxy', says: error.message.replace(/\.$/, ''), hint: error.hint, isFinal }
  }
  const { code = '', message } = error as NodeJS.ErrnoException
  const kind = KINDS.find(([pattern]) => pattern.test(code))?.[1] ?? 'broken'
  if (kind !== 'tls') return { kind, says: code, hint: undefined, isFinal: false }
  const row = CONNECTION_ADVICE.find(({ pattern }) => pattern.test(`${code}: ${message}`))
  return { kind, says: code, hint: row?.hint('verify-url'), isFinal: false }
}
