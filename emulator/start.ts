import type { Variant, Variants } from './contract/variants.ts'
import { callerOf } from './ignite/api/access.ts'
import type { Ignite } from './ignite/api/handler-tools.ts'
import { createFailures } from './ignite/api/public/failures.ts'
import { publicServer } from './ignite/api/public/public-server.ts'
import { serviceHandlers } from './ignite/api/services.ts'
import { type EngineOptions, startEngine } from './ignite/engine.ts'
import type { KnownRepository } from './ignite/images/git.ts'
import type { KnownImage } from './ignite/images/image-registry.ts'
import { type JournalEntry, journalEntry } from './ignite/journal.ts'
import type { Watch } from './ignite/watch.ts'
import { hostInUrls, listen } from './ignite/web/http.ts'
import { TOKEN_PATH, tokenEndpoint } from './ignite/web/token-server.ts'
import { createTokens, type ServiceAccount, type StaticToken } from './ignite/web/tokens.ts'
import { loadSet } from './wire/descriptors/descriptors.ts'
import { parseFaultScript } from './wire/faults/fault-script.ts'
import type { FaultScript } from './wire/faults/faults.ts'
import { type GrpcServer, startGrpc } from './wire/server.ts'

export type EmulatorOptions = {
  readonly variants?: readonly Variant[]
  readonly permuteSeed?: number
  /** The script, or its JSON text. */
  readonly faults?: FaultScript | string
  /** Default 300. */
  readonly tokenTtlSeconds?: number
  /** Beside the default account. */
  readonly serviceAccounts?: readonly ServiceAccount[]
  readonly tokens?: readonly StaticToken[]
  /** Default 127.0.0.1. */
  readonly host?: string
  /** Ports: 0, the default, takes a free one. */
  readonly grpcPort?: number
  readonly authPort?: number
  readonly publicPort?: number
  /** Where apps, drafts, versions and executions are kept; by default they end with the emulator. */
  readonly data?: string
  /** Images of other registries, each built from a directory with a Dockerfile. */
  readonly images?: readonly KnownImage[]
  /** Repositories that builds may clone. */
  readonly repositories?: readonly KnownRepository[]
  /** How long an image may take until its health path answers; default 30. */
  readonly healthWaitSeconds?: number
  /** Whether a Dockerfile may install packages into this machine; default false. */
  readonly systemPackages?: boolean
  /** Public URLs with a host name for each app; default false. */
  readonly hostUrls?: boolean
  readonly watch?: Watch
  /** Told of every call when it has ended. */
  readonly onCall?: (entry: JournalEntry) => void
}

export type Emulator = AsyncDisposable & {
  /** `127.0.0.1:PORT`, plaintext. */
  readonly grpc: string
  /** `http://127.0.0.1:PORT`; the endpoint itself is `tokenUrl`. */
  readonly auth: string
  readonly tokenUrl: string
  /** Where the apps' public URLs start. */
  readonly public: string
  /** Every call that has ended, in that order. It grows. */
  readonly journal: readonly JournalEntry[]
  /** The method of every call that has arrived, in that order; those under way are among them. It grows. */
  readonly arrivals: readonly string[]
  /** A bearer for the organization; a negative `ttlSeconds` makes one that has expired. */
  mint(claims: { readonly org: string; readonly ttlSeconds: number }): string
  close(): Promise<void>
}

/** What has arrived, and what has ended. */
type Calls = { readonly arrivals: string[]; readonly journal: JournalEntry[] }

const LOOPBACK = '127.0.0.1'

const UNWATCHED: Watch = { answered: () => {}, printed: () => {} }

/** Always there, so that the first command needs no set-up. */
export const DEFAULT_ACCOUNT: ServiceAccount = { id: 'emulator-sa', secret: 'emulator-secret', organization: 'acme' }

/** Starts an Ignite in this process. Rejects when a port or the data directory is taken, or a fault names a method that does not exist. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { host = LOOPBACK, tokenTtlSeconds = 300 } = options
  await using starting = new AsyncDisposableStack()
  const tokens = createTokens(options.tokens ?? [], Date.now)
  const accounts = [DEFAULT_ACCOUNT, ...(options.serviceAccounts ?? [])]
  const variants = new Set(options.variants)
  const engine = starting.use(await startEngine(engineOptions(options, variants)))

  const endpoint = tokenEndpoint({ tokens, accounts, ttlSeconds: tokenTtlSeconds })
  const auth = starting.adopt(await listen(endpoint, host, options.authPort ?? 0), (it) => it.close())
  const { watch = UNWATCHED, hostUrls = false } = options
  const tokenUrl = auth.url + TOKEN_PATH
  const apps = publicServer({ ...engine, tokens, tokenUrl, failures: createFailures(), watch, variants })
  const web = starting.adopt(await listen(apps, host, options.publicPort ?? 0), (it) => it.close())

  const arrivals: string[] = []
  const journal: JournalEntry[] = []
  const ignite = { ...engine, variants, tokens, publicBase: web.url, hostUrls }
  const server = starting.adopt(await startServer(ignite, { arrivals, journal }, options), (it) => it.close())

  const running = starting.move()
  return {
    grpc: `${hostInUrls(host)}:${server.port}`,
    auth: auth.url,
    tokenUrl,
    public: web.url,
    journal,
    arrivals,
    mint: ({ org, ttlSeconds }) => tokens.mint({ organization: org, subject: 'minted', ttlSeconds }),
    close: () => running.disposeAsync(),
    [Symbol.asyncDispose]: () => running.disposeAsync()
  }
}

function startServer(ignite: Ignite, { arrivals, journal }: Calls, options: EmulatorOptions): Promise<GrpcServer> {
  const { variants, tokens } = ignite
  const { permuteSeed, host = LOOPBACK, grpcPort = 0 } = options
  return startGrpc({
    set: loadSet({ variants, permuteSeed }),
    handlers: serviceHandlers(ignite),
    variants,
    faults: faultScript(options.faults),
    authenticate: (metadata) => void callerOf(tokens, metadata),
    arrived: (method) => void arrivals.push(method),
    observe: (event) => {
      const entry = journalEntry(event)
      journal.push(entry)
      options.onCall?.(entry)
    },
    host,
    port: grpcPort
  })
}

function engineOptions(options: EmulatorOptions, variants: Variants): EngineOptions {
  const {
    data,
    images = [],
    repositories = [],
    healthWaitSeconds = 30,
    systemPackages = false,
    watch = UNWATCHED
  } = options
  return {
    path: process.env['PATH'] ?? '',
    images,
    repositories,
    healthWaitMs: healthWaitSeconds * 1000,
    systemPackages,
    watch,
    variants,
    ...(data === undefined ? {} : { data })
  }
}

function faultScript(faults: FaultScript | string = []): FaultScript {
  return typeof faults === 'string' ? parseFaultScript(faults, 'faults') : faults
}
