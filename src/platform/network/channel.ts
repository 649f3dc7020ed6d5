import { globalAgent } from 'node:http'
import { Client, credentials, type ChannelOptions as GrpcOptions, setLogger } from '@grpc/grpc-js'
import type { Endpoint } from '../../model/values/endpoint.ts'
import type { HttpProxy } from './proxy.ts'

const MIB = 1024 * 1024

type ChannelOptions = {
  readonly endpoint: Endpoint
  readonly proxy?: HttpProxy | undefined
  /** The action's own, for the user agent. */
  readonly version: string
  readonly debug: (text: string) => void
}

/** The one channel of a run. Close it, or the process does not end. */
export class Channel {
  readonly #open: () => Client
  #client: Client

  constructor(open: () => Client) {
    this.#open = open
    this.#client = open()
  }

  get client(): Client {
    return this.#client
  }

  /**
   * Leaves the connection for a new one: a connection that died without a word looks alive for as long as nobody is
   * told. Calls that are under way stay where they are.
   */
  reconnect(): void {
    this.#client.close()
    this.#client = this.#open()
  }

  /** grpc-js asks proxies for tunnels by Node's own agent, and waits for their answer for ever, closed or not. */
  close(): void {
    this.#client.close()
    globalAgent.destroy()
  }
}

/** Nothing is sent yet. */
export function openChannel(options: ChannelOptions): Channel {
  const { endpoint, debug } = options
  if (!endpoint.secure && !endpoint.loopback) throw new Error('A bearer token is never sent over plaintext.')
  const log = (...parts: unknown[]) => debug(`grpc: ${parts.join(' ')}`)
  setLogger({ debug: log, info: log, error: log })
  return new Channel(() => openClient(options))
}

function openClient({ endpoint, proxy, version }: ChannelOptions): Client {
  const trust = endpoint.secure ? credentials.createSsl() : credentials.createInsecure()
  return new Client(`dns:${proxy ? authorityOf(proxy) : endpoint.authority}`, trust, {
    // DNS could otherwise impose a retry policy on PublishDraft.
    'grpc.service_config_disable_resolution': 1,
    // Servers allow one ping in five minutes; more ends every stream with too_many_pings (docs/runner.md, The channel).
    'grpc.keepalive_time_ms': 300_000,
    'grpc.keepalive_timeout_ms': 20_000,
    'grpc.initial_reconnect_backoff_ms': 250,
    'grpc.max_reconnect_backoff_ms': 4_000,
    'grpc.max_receive_message_length': 32 * MIB,
    'grpc-node.flow_control_window': 4 * MIB,
    'grpc.primary_user_agent': `ignite-deploy/${version}`,
    // Otherwise the next client would be given the connection that is to be left.
    'grpc.use_local_subchannel_pool': 1,
    // What grpc-js makes of the environment is not what everybody else does (docs/runner.md, The channel).
    'grpc.enable_http_proxy': 0,
    ...(proxy && tunnelling(proxy, endpoint))
  })
}

/** What grpc-js sets itself where it has found a proxy in the environment. */
function tunnelling({ credentials }: HttpProxy, { authority }: Endpoint): GrpcOptions {
  return {
    'grpc.http_connect_target': `dns:${authority}`,
    'grpc.default_authority': authority,
    ...(credentials === undefined ? {} : { 'grpc.http_connect_creds': credentials })
  }
}

function authorityOf({ host, port }: HttpProxy): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`
}
