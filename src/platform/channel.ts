import { Client, credentials, setLogger } from '@grpc/grpc-js'
import type { Endpoint } from '../deploy/endpoint.ts'

const MIB = 1024 * 1024

export type ChannelOptions = {
  readonly endpoint: Endpoint
  /** The action's own, for the user agent. */
  readonly version: string
  readonly debug: (text: string) => void
}

/** Opens the one channel of a run; nothing is sent yet. Close it, or the process does not end. */
export function openChannel({ endpoint, version, debug }: ChannelOptions): Client {
  if (!endpoint.secure && !endpoint.loopback) throw new Error('A bearer token is never sent over plaintext.')
  const log = (...parts: unknown[]) => debug(`grpc: ${parts.join(' ')}`)
  setLogger({ debug: log, info: log, error: log })
  const trust = endpoint.secure ? credentials.createSsl() : credentials.createInsecure()
  return new Client(`dns:${endpoint.authority}`, trust, {
    // DNS could otherwise impose a retry policy on PublishDraft.
    'grpc.service_config_disable_resolution': 1,
    // Servers allow one ping in five minutes; more ends every stream with too_many_pings (docs/runner.md 5.4).
    'grpc.keepalive_time_ms': 300_000,
    'grpc.keepalive_timeout_ms': 20_000,
    'grpc.initial_reconnect_backoff_ms': 250,
    'grpc.max_reconnect_backoff_ms': 4_000,
    'grpc.max_receive_message_length': 32 * MIB,
    'grpc-node.flow_control_window': 4 * MIB,
    'grpc.primary_user_agent': `ignite-deploy/${version}`,
    ...(endpoint.loopback ? { 'grpc.enable_http_proxy': 0 } : {})
  })
}
