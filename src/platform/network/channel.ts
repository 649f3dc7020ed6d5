import type { Endpoint } from '../../model/values/endpoint.ts'
import { EarlyCredentials } from './early-credentials.ts'
import { ChannelCredentials, Client, setLogger } from './grpc.ts'
import type { HttpProxy } from './proxy.ts'
import { TunnelCredentials } from './tunnel-credentials.ts'

const MIB = 1024 * 1024

type ChannelOptions = {
  readonly endpoint: Endpoint
  readonly proxy?: HttpProxy | undefined
  /** The action's own, for the user agent. */
  readonly version: string
  readonly debug: (text: string) => void
  /** The first call may be made twice, so it is sent before the server has said anything. */
  readonly early: boolean
}

/** Makes a client. What is still connecting when the signal fires is given up. */
type OpenClient = (left: AbortSignal, isFirst: boolean) => Client

/** The one channel of a run. Close it, or the process does not end. */
export class Channel {
  readonly #open: OpenClient
  #leaving = new AbortController()
  #client: Client

  constructor(open: OpenClient) {
    this.#open = open
    this.#client = open(this.#leaving.signal, true)
  }

  get client(): Client {
    return this.#client
  }

  /**
   * Leaves the connection for a new one: a connection that died without a word looks alive for as long as nobody is
   * told. Calls that are under way stay where they are.
   */
  reconnect(): void {
    this.close()
    this.#leaving = new AbortController()
    this.#client = this.#open(this.#leaving.signal, false)
  }

  close(): void {
    this.#client.close()
    this.#leaving.abort()
  }
}

/** Nothing is sent yet. */
export function openChannel(options: ChannelOptions): Channel {
  const { endpoint, debug } = options
  if (!endpoint.secure && !endpoint.loopback) throw new Error('A bearer token is never sent over plaintext.')
  const log = (...parts: unknown[]) => debug(`grpc: ${parts.join(' ')}`)
  setLogger({ debug: log, info: log, error: log })
  return new Channel((left, isFirst) => {
    const trust = trusting(options, left)
    return openClient(options, isFirst && options.early ? new EarlyCredentials(trust) : trust)
  })
}

function trusting({ endpoint, proxy }: ChannelOptions, left: AbortSignal): ChannelCredentials {
  if (proxy) return new TunnelCredentials({ proxy, authority: endpoint.authority, left })
  return endpoint.secure ? ChannelCredentials.createSsl() : ChannelCredentials.createInsecure()
}

function openClient({ endpoint, proxy, version }: ChannelOptions, trust: ChannelCredentials): Client {
  const { authority } = endpoint
  return new Client(`dns:${proxy ? authorityOf(proxy) : authority}`, trust, {
    // DNS could otherwise impose a retry policy on PublishDraft.
    'grpc.service_config_disable_resolution': 1,
    // Servers allow one ping in five minutes; more ends every stream with too_many_pings (docs/runner.md, The channel).
    'grpc.keepalive_time_ms': 300_000,
    'grpc.keepalive_timeout_ms': 20_000,
    'grpc.initial_reconnect_backoff_ms': 250,
    'grpc.max_reconnect_backoff_ms': 4_000,
    'grpc.max_receive_message_length': 32 * MIB,
    // It is renewed by halves: of a log, half of it comes in a round trip (docs/runner.md, The channel).
    'grpc-node.flow_control_window': 8 * MIB,
    'grpc.primary_user_agent': `ignite-deploy/${version}`,
    // Otherwise the next client would be given the connection that is to be left.
    'grpc.use_local_subchannel_pool': 1,
    // What grpc-js makes of the environment is not what everybody else does (docs/runner.md, The channel).
    'grpc.enable_http_proxy': 0,
    // The proxy is what grpc-js connects to; the platform is what it speaks to.
    ...(proxy && { 'grpc.default_authority': authority })
  })
}

function authorityOf({ host, port }: HttpProxy): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`
}
