import type { ServiceError } from '@grpc/grpc-js'

/** Why a call did not get through, where grpc-js says it in words of its own (docs/runner.md, Calls that break). */
export type Trouble = {
  /** One line for the reader. */
  readonly says: string
  readonly hint: string
  /** False where no handler of the platform can have seen the call. */
  readonly mayHaveArrived: boolean
  /** True where trying again cannot help. */
  readonly final: boolean
}

type TroubleRow = Omit<Trouble, 'hint'> & {
  readonly pattern: RegExp
  /** With the name of the input that holds the address. */
  readonly hint: (input: string) => string
}

const HOPELESS = { mayHaveArrived: false, final: true } as const

const NO_GRPC: Trouble = {
  says: 'the endpoint does not speak gRPC',
  hint: 'Check the port in `api-endpoint`: gRPC is meant, not the HTTP API.',
  ...HOPELESS
}

const ROWS: readonly TroubleRow[] = [
  {
    pattern: /Name resolution failed|ENOTFOUND|EAI_AGAIN/,
    says: 'the name of the endpoint cannot be resolved',
    hint: (input) => `Check the spelling of \`${input}\`, and that the runner can resolve it.`,
    mayHaveArrived: false,
    final: false
  },
  {
    pattern: /ECONNREFUSED/,
    says: 'nothing listens at the endpoint',
    hint: (input) => `Check the host and port in \`${input}\`.`,
    mayHaveArrived: false,
    final: false
  },
  {
    pattern: /does not match certificate|ERR_TLS_CERT_ALTNAME_INVALID/,
    says: 'the certificate of the endpoint is for another name',
    hint: (input) => `Write the name that the certificate has in \`${input}\`.`,
    ...HOPELESS
  },
  {
    pattern: /certificate has expired|CERT_HAS_EXPIRED|certificate is not yet valid/,
    says: 'the certificate of the endpoint is out of date',
    hint: () => 'Have the certificate renewed, or check the clock of the runner.',
    ...HOPELESS
  },
  {
    pattern:
      /self[- ]signed certificate|unable to (verify the first certificate|get (local )?issuer)|SELF_SIGNED|UNABLE_TO_/,
    says: 'the certificate of the endpoint is signed by an authority that the runner does not know',
    hint: () =>
      'Set the environment variable NODE_EXTRA_CA_CERTS of the step to a file with that authority in PEM form.',
    ...HOPELESS
  },
  { pattern: /no application protocol|Protocol error/, ...NO_GRPC, hint: () => NO_GRPC.hint },
  {
    pattern: /wrong version number|packet length too long|record layer failure/,
    says: 'the endpoint does not speak TLS',
    hint: (input) => `Check the port in \`${input}\`. Plaintext is \`http://host:port\`, on loopback only.`,
    ...HOPELESS
  },
  {
    pattern: /Failed to connect|before secure TLS connection/,
    says: 'the endpoint closes the connection at once',
    hint: (input) => `Check the port in \`${input}\`, and whether it wants \`https://\` or, on loopback, \`http://\`.`,
    mayHaveArrived: false,
    final: false
  }
]

const MESSAGE_SIZE = /^(?:grpc: r|R)eceived message larger than max \((\d+) vs|message length too large/
/** No message is: the bytes are those of a web page, read as a length. */
const ABSURD_BYTES = 1024 ** 3

/** Finds the reason in the details; undefined where the words are the platform's own. */
export function connectionTrouble({ details }: Pick<ServiceError, 'details'>): Trouble | undefined {
  const http = /^Received HTTP status code (\d+)/.exec(details)?.[1]
  if (http !== undefined) return answeredHttp(Number(http))
  // grpc-js makes PERMISSION_DENIED of a stream that was reset so, which may also happen late.
  if (details === 'Protocol not secure enough') return TLS_TOO_WEAK
  const size = MESSAGE_SIZE.exec(details)
  if (size !== null) return Number(size[1] ?? 0) > ABSURD_BYTES ? NO_GRPC : TOO_LARGE
  const row = ROWS.find(({ pattern }) => isOurs(details) && pattern.test(details))
  return row && { ...row, hint: row.hint('api-endpoint') }
}

/** The same for a connection that is not gRPC's; the hint takes the name of the input that holds the address. */
export function socketTrouble(reason: string): Pick<TroubleRow, 'says' | 'hint' | 'final'> | undefined {
  return ROWS.find(({ pattern }) => pattern.test(reason))
}

/** Only what grpc-js wrote is explained: an app's own log may hold the same words. */
function isOurs(details: string): boolean {
  return /^(No connection established|Name resolution failed|Connection dropped|Received RST_STREAM)/.test(details)
}

const TLS_TOO_WEAK: Trouble = {
  says: 'the endpoint finds the encryption of the connection too weak',
  hint: 'Check the proxies and load balancers on the way: one of them ends TLS with an old version of it.',
  mayHaveArrived: true,
  final: true
}

/** What was sent is more than the server takes, in the words of grpc-js, Go or tonic. */
export const TOO_LARGE: Trouble = {
  says: 'a message was larger than the receiver takes',
  hint: 'Make the package smaller: leave out what the app does not need with an `.igniteignore` file.',
  mayHaveArrived: true,
  final: true
}

function answeredHttp(code: number): Trouble {
  return {
    says: `the endpoint answered HTTP ${code}, not gRPC`,
    hint:
      code >= 500 || code === 429
        ? 'Something before the platform is overloaded or restarting. Run the job again.'
        : 'Check `api-endpoint`: a proxy or load balancer answers there, or it is the HTTP API.',
    mayHaveArrived: code >= 500,
    final: code < 500 && code !== 429
  }
}
