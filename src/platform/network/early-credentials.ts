import http2 from 'node:http2'
import type { Socket } from 'node:net'
import { type Connector, connectingBy } from './connector.ts'
import { ChannelCredentials } from './grpc.ts'

type Asked = Parameters<ChannelCredentials['_createSecureConnector']>

/**
 * The same connections, and the first of them takes calls at once: grpc-js waits for the server's settings, a round trip
 * that HTTP/2 does not ask for (docs/runner.md, The channel). On the others a call that finds no connection was not sent.
 */
export class EarlyCredentials extends ChannelCredentials {
  readonly #inner: ChannelCredentials
  #isFirst = true

  constructor(inner: ChannelCredentials) {
    super()
    this.#inner = inner
  }

  _isSecure(): boolean {
    return this.#inner._isSecure()
  }

  _equals(other: ChannelCredentials): boolean {
    return this === other
  }

  _createSecureConnector(...asked: Asked): Connector {
    const inner = this.#inner._createSecureConnector(...asked)
    const connect = async (peer: Socket) => {
      const connected = await inner.connect(peer)
      if (this.#isFirst) hastenNextSession()
      this.#isFirst = false
      return connected
    }
    return connectingBy(connect, inner)
  }
}

/**
 * grpc-js opens its session by `http2.connect` in the turn in which it is given the socket, and takes calls at the first
 * `remoteSettings`, whose value it does not read. Node itself heeds the real settings when they come.
 */
function hastenNextSession(): void {
  const { connect } = http2
  const hastened = (...given: Parameters<typeof connect>) => {
    restore()
    const session = connect(...given)
    return session.once('connect', () => session.emit('remoteSettings', session.remoteSettings))
  }
  const restore = () => {
    if (http2.connect === hastened) Object.assign(http2, { connect })
  }
  Object.assign(http2, { connect: hastened })
  setImmediate(restore)
}
