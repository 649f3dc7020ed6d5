import { parseArgs } from 'node:util'
import { isVariant, VARIANTS, type Variant } from './contract/variants.ts'
import type { KnownRepository } from './ignite/images/git.ts'
import type { KnownImage } from './ignite/images/image-registry.ts'
import type { ServiceAccount, StaticToken } from './ignite/web/tokens.ts'
import type { EmulatorOptions } from './start.ts'

/** The command line cannot be used; the message says what to write. */
export class UsageError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
  }
}

/** What the command line asks for; the two files are not opened here. */
type Arguments = EmulatorOptions & {
  readonly help: boolean
  readonly faultsFile: string | undefined
  readonly journalFile: string | undefined
}

const FLAGS = {
  host: { type: 'string' },
  'grpc-port': { type: 'string' },
  'auth-port': { type: 'string' },
  'public-port': { type: 'string' },
  'permute-field-numbers': { type: 'string' },
  variant: { type: 'string', multiple: true },
  faults: { type: 'string' },
  'token-ttl': { type: 'string' },
  'service-account': { type: 'string', multiple: true },
  token: { type: 'string', multiple: true },
  journal: { type: 'string' },
  data: { type: 'string' },
  image: { type: 'string', multiple: true },
  'private-image': { type: 'string', multiple: true },
  repository: { type: 'string', multiple: true },
  'private-repository': { type: 'string', multiple: true },
  'health-wait': { type: 'string' },
  'allow-system-packages': { type: 'boolean' },
  'host-urls': { type: 'boolean' },
  help: { type: 'boolean' }
} as const

export const HELP = `An Ignite that runs on this machine.

npm run emulator -- [flags]

  --host HOST                   address to listen on (127.0.0.1)
  --grpc-port, --auth-port, --public-port N
                                ports (free ones)
  --variant NAME                how the platform behaves where it is unknown; repeatable
  --permute-field-numbers SEED  other field numbers, enum numbers and message names
  --faults FILE                 a fault script (JSON)
  --token-ttl SECONDS           life of a bearer (300)
  --service-account ID:SECRET:ORG
                                beside emulator-sa:emulator-secret:acme; repeatable
  --token TOKEN:ORG             an opaque bearer that is accepted; repeatable
  --data DIR                    keeps all that there is to keep there (in memory)
  --image REF=DIR, --private-image REF=DIR:USER:PASSWORD
                                an image of another registry: DIR holds a Dockerfile; repeatable
  --repository URL=DIR, --private-repository URL=DIR:USER:TOKEN
                                a git repository that builds may clone; repeatable
  --health-wait SECONDS         how long an image may take until its health path answers (30)
  --allow-system-packages       lets RUN install packages into this machine (apt-get, apk, yum)
  --host-urls                   public URLs with a host name for each app, APP-ORG.localhost
  --journal FILE                appends a line of JSON for every call
  --help

Variants:
${variantLines()}

When it is ready it says where it listens; where stdout is no terminal, in one line: {"grpc":"HOST:PORT","auth":"TOKEN URL","public":"URL"}
`

/** Reads the command line. Throws UsageError. */
export function readArguments(args: readonly string[]): Arguments {
  const values = parsed(args)
  return {
    help: values.help ?? false,
    faultsFile: values.faults,
    journalFile: values.journal,
    ...defined({
      host: values.host,
      data: values.data,
      systemPackages: values['allow-system-packages'],
      hostUrls: values['host-urls'],
      grpcPort: port('--grpc-port', values['grpc-port']),
      authPort: port('--auth-port', values['auth-port']),
      publicPort: port('--public-port', values['public-port']),
      permuteSeed: whole('--permute-field-numbers', values['permute-field-numbers'], 0xffffffff),
      healthWaitSeconds: whole('--health-wait', values['health-wait'], 3600),
      tokenTtlSeconds: whole('--token-ttl', values['token-ttl'], 86_400)
    }),
    variants: (values.variant ?? []).map(variant),
    serviceAccounts: (values['service-account'] ?? []).map(serviceAccount),
    tokens: (values.token ?? []).map(staticToken),
    images: [...(values.image ?? []).map(image), ...(values['private-image'] ?? []).map(privateImage)],
    repositories: [
      ...(values.repository ?? []).map(repository),
      ...(values['private-repository'] ?? []).map(privateRepository)
    ]
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS, strict: true, allowPositionals: false }).values
  } catch (cause) {
    throw new UsageError(`${cause instanceof Error ? cause.message : cause}. --help lists the flags.`, { cause })
  }
}

function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as typeof values & object
}

function port(flag: string, value: string | undefined): number | undefined {
  return whole(flag, value, 65_535)
}

function whole(flag: string, value: string | undefined, most: number): number | undefined {
  if (value === undefined) return undefined
  if (!/^\d+$/.test(value) || Number(value) > most) {
    throw new UsageError(`${flag} must be a whole number up to ${most}, but is ${JSON.stringify(value)}`)
  }
  return Number(value)
}

function variant(name: string): Variant {
  if (isVariant(name)) return name
  throw new UsageError(`there is no variant ${JSON.stringify(name)}. The variants are:\n${variantLines()}`)
}

/** The secret may hold colons, the id and the organization may not. */
function serviceAccount(value: string): ServiceAccount {
  const [, id, secret, organization] = /^([^:]+):(.+):([^:]+)$/.exec(value) ?? []
  if (!id || !secret || !organization) throw new UsageError('--service-account must be ID:SECRET:ORG')
  return { id, secret, organization }
}

function staticToken(value: string): StaticToken {
  const [, token, organization] = /^(\S+):([^:\s]+)$/.exec(value) ?? []
  if (!token || !organization) throw new UsageError('--token must be TOKEN:ORG')
  return { token, organization }
}

function image(value: string): KnownImage {
  const [ref, directory] = named(value, '--image must be REF=DIR')
  return { ref, directory }
}

function privateImage(value: string): KnownImage {
  const [ref, directory, username, password] = owned(value, '--private-image must be REF=DIR:USER:PASSWORD')
  return { ref, directory, private: { username, password } }
}

function repository(value: string): KnownRepository {
  const [url, directory] = named(value, '--repository must be URL=DIR')
  return { url, directory }
}

function privateRepository(value: string): KnownRepository {
  const [url, directory, username, token] = owned(value, '--private-repository must be URL=DIR:USER:TOKEN')
  return { url, directory, private: { username, token } }
}

function named(value: string, usage: string): readonly [string, string] {
  const [, name, directory] = /^([^=]+)=(.+)$/.exec(value) ?? []
  if (!name || !directory) throw new UsageError(usage)
  return [name, directory]
}

/** The last part may hold colons, the directory and the user may not. */
function owned(value: string, usage: string): readonly [string, string, string, string] {
  const [, name, directory, user, secret] = /^([^=]+)=([^:]+):([^:]+):(.+)$/.exec(value) ?? []
  if (!name || !directory || !user || !secret) throw new UsageError(usage)
  return [name, directory, user, secret]
}

function variantLines(): string {
  const width = Math.max(...Object.keys(VARIANTS).map((name) => name.length))
  return Object.entries(VARIANTS)
    .map(([name, meaning]) => `  ${name.padEnd(width)}  ${meaning}`)
    .join('\n')
}
