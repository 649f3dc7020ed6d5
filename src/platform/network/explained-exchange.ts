import type { IncomingHttpHeaders } from 'node:http'
import type { Exchange, HttpAnswer } from '../../model/ports/http-port.ts'
import type { ProxySettings } from '../../model/values/endpoint.ts'
import { socketTrouble } from '../calls/connection-trouble.ts'
import { exchangeHttp } from './http-exchange.ts'
import { proxyFor } from './proxy.ts'
import { ProxyError } from './tunnel.ts'

/** HTTP by the environment's proxies. What a connection fails with is told in our words; `input` holds its address. */
export function explainedExchange(proxies: ProxySettings, input: string): Exchange {
  return async (request) => {
    const proxy = proxyFor(request.url, proxies)
    try {
      const reply = await exchangeHttp({ ...request, proxy })
      return { ...reply, headers: joined(reply.headers) }
    } catch (cause) {
      if (request.signal.aborted || cause instanceof ProxyError) throw cause
      const { says, hint } = socketTrouble(cause, input)
      throw new Error(`${says}. ${hint}`, { cause })
    }
  }
}

function joined(headers: IncomingHttpHeaders): HttpAnswer['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value])
  )
}
