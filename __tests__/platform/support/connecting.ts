import type { status } from '@grpc/grpc-js'
import type { Link } from '../../../src/platform/calls/link.ts'
import { type Connection, type ConnectOptions, connect } from '../../../src/platform/connect.ts'
import { openChannel } from '../../../src/platform/network/channel.ts'
import { staticToken } from '../../../src/platform/token/token.ts'
import { SteppingClock } from '../../support/fakes.ts'
import { type FakeOptions, type FakeServer, fakeServer, type Handler } from './fake-server.ts'

/** Connects with whatever a test does not care about. */
export function connected(
  server: Pick<FakeServer, 'endpoint'>,
  options: Partial<ConnectOptions> = {}
): Promise<Connection> {
  return connect({
    endpoint: server.endpoint,
    descriptors: { kind: 'reflection' },
    token: staticToken('test-token'),
    version: '1.0.0',
    clock: new SteppingClock(),
    stop: new AbortController().signal,
    endsAt: Number.POSITIVE_INFINITY,
    debug: () => undefined,
    step: 'octo-org/octo-app/1/1/deploy/ignite',
    services: ['ComputeService'],
    ...options
  })
}

/** The link over which calls are made, without a schema. */
export function linked(server: Pick<FakeServer, 'endpoint'>, options: Partial<Link> = {}): Link & Disposable {
  const channel = openChannel({ endpoint: server.endpoint, version: '1.2.3', debug: () => undefined, early: false })
  const link: Link = {
    channel,
    token: staticToken('test-token'),
    clock: new SteppingClock(),
    stop: new AbortController().signal,
    endsAt: Number.POSITIVE_INFINITY,
    debug: () => undefined,
    step: 'octo-org/octo-app/1/1/deploy/ignite',
    ...options
  }
  return { ...link, [Symbol.dispose]: () => channel.close() }
}

/** A server and the platform that speaks to it, closed together. */
export async function platformOf(fake: FakeOptions, options: Partial<ConnectOptions> = {}) {
  const server = await fakeServer(fake)
  const platform = await connected(server, options)
  const close = async () => {
    platform.close()
    await server[Symbol.asyncDispose]()
  }
  return { server, platform, [Symbol.asyncDispose]: close }
}

export function refuses(code: status, details = 'no'): Handler {
  return () => {
    throw { code, details }
  }
}
