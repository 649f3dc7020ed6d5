import type { experimental } from './grpc.ts'

export type Connector = experimental.SecureConnector

/** The same connector, but for how it connects. */
export function connectingBy(connect: Connector['connect'], inner: Connector): Connector {
  return {
    connect,
    waitForReady: () => inner.waitForReady(),
    getCallCredentials: () => inner.getCallCredentials(),
    destroy: () => inner.destroy()
  }
}
