import { type Emulator, type EmulatorOptions, startEmulator } from '../../../emulator/start.ts'
import { type Inputs, inputsFor } from '../../support/deploying.ts'
import { AUTHORITY, certificate } from './certificates.ts'
import { type ConnectProxy, type ConnectProxyOptions, connectProxy } from './connect-proxy.ts'
import { tcpProxy } from './tcp-proxy.ts'

export type FarPlatform = AsyncDisposable & {
  readonly emulator: Emulator
  readonly proxy: ConnectProxy
  /** For the names that only the proxy knows. */
  readonly inputs: (more?: Inputs) => Inputs
  /** What the runner has to trust. */
  readonly env: Readonly<Record<string, string>>
}

/**
 * The emulator as ignite.example.test and id.example.test, both with TLS: names that nobody resolves, so that only the
 * proxy leads there, beside the routes that are given.
 */
export async function farPlatform(
  proxyOptions: Partial<ConnectProxyOptions> = {},
  options: EmulatorOptions = {}
): Promise<FarPlatform> {
  await using starting = new AsyncDisposableStack()
  const emulator = starting.use(await startEmulator(options))
  const tokenUrl = new URL(emulator.tokenUrl)
  const tls = certificate('good')
  const api = starting.use(await tcpProxy({ target: emulator.grpc, tls }))
  const auth = starting.use(await tcpProxy({ target: tokenUrl.host, tls }))
  const routes = {
    'ignite.example.test:443': api.address,
    'id.example.test:443': auth.address,
    ...proxyOptions.routes
  }
  const proxy = starting.use(await connectProxy({ ...proxyOptions, routes }))
  const running = starting.move()
  const far = { grpc: 'ignite.example.test:443', tokenUrl: `https://id.example.test${tokenUrl.pathname}` }
  return {
    emulator,
    proxy,
    inputs: (more) => inputsFor(far, more),
    env: { NODE_EXTRA_CA_CERTS: AUTHORITY },
    [Symbol.asyncDispose]: () => running.disposeAsync()
  }
}
