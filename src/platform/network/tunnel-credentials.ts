import { type Connector, connectingBy } from './connector.ts'
import { type CallCredentials, ChannelCredentials, type ChannelOptions } from './grpc.ts'
import type { HttpProxy } from './proxy.ts'
import { openTunnel } from './tunnel.ts'

type Way = {
  readonly proxy: HttpProxy
  /** Where the tunnel leads: `host:port`. */
  readonly authority: string
  /** Aborted when nobody waits for the connection any more. */
  readonly left: AbortSignal
}

/**
 * TLS to the endpoint, inside a tunnel that is asked for on each connection to the proxy. Of itself grpc-js takes 200 alone for a tunnel,
 * and waits for the answer without end.
 */
export class TunnelCredentials extends ChannelCredentials {
  readonly #way: Way
  readonly #tls = ChannelCredentials.createSsl()

  constructor(way: Way) {
    super()
    this.#way = way
  }

  _isSecure(): boolean {
    return true
  }

  _equals(other: ChannelCredentials): boolean {
    return this === other
  }

  _createSecureConnector(_: object, options: ChannelOptions, call?: CallCredentials): Connector {
    const { proxy, authority, left } = this.#way
    const tls = this.#tls._createSecureConnector({ scheme: 'dns', path: authority }, options, call)
    return connectingBy(async (toProxy) => await tls.connect(await openTunnel(proxy, authority, left, toProxy)), tls)
  }
}
