import { type Connection, type ConnectOptions, connect } from '../../src/platform/connect.ts'
import { staticToken } from '../../src/platform/token.ts'
import { SteppingClock } from '../support/fakes.ts'
import type { FakeServer } from './fake-server.ts'

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
    services: ['ComputeService'],
    ...options
  })
}
