/** Why a call did not get through, and what mends it. */
export type ConnectionRow = {
  /** In the words of grpc-js, Node or OpenSSL, which are for the debug log alone. */
  readonly pattern: RegExp
  /** One line for the reader. */
  readonly says: string
  /** Finds what of those words the reader needs. */
  readonly detail?: RegExp
  /** With the name of the input that holds the address. */
  readonly hint: (input: string) => string
  /** False where no handler of the platform can have seen the call. */
  readonly mayHaveArrived: boolean
  /** True where trying again cannot help. */
  readonly final: boolean
}

const HOPELESS = { mayHaveArrived: false, final: true } as const
const PASSING = { mayHaveArrived: false, final: false } as const

/** The HTTP API has a host of its own. */
const GRPC_ADDRESS =
  'The address of gRPC is meant: set `api-endpoint: production` for `rpc.dodil.io:443`, or `api-endpoint: staging` for `rpc.dev.dodil.io:443`; the HTTP API has another, `https://api.dodil.io`.'

export const NO_GRPC = {
  pattern: /no application protocol|Protocol error/,
  says: 'the endpoint does not speak gRPC',
  hint: () => GRPC_ADDRESS,
  ...HOPELESS
} as const satisfies ConnectionRow

/** Where no row is found. */
export const NO_CONNECTION = {
  pattern: /^/,
  says: 'no connection to the endpoint comes about',
  hint: (input: string) => `Check \`${input}\`; a run with debug logging on shows what the connection ended with.`,
  ...PASSING
} as const satisfies ConnectionRow

/** The first that is found is the cause. */
export const CONNECTION_ADVICE: readonly ConnectionRow[] = [
  {
    pattern: /Name resolution failed|ENOTFOUND|EAI_AGAIN/,
    says: 'the name of the endpoint cannot be resolved',
    hint: (input) => `Check the spelling of \`${input}\`, and that the runner can resolve it.`,
    ...PASSING
  },
  {
    pattern: /ECONNREFUSED/,
    says: 'nothing listens at the endpoint',
    hint: (input) => `Check the host and port in \`${input}\`.`,
    ...PASSING
  },
  {
    pattern: /does not match certificate|ERR_TLS_CERT_ALTNAME_INVALID/,
    says: 'the certificate of the endpoint is for another name',
    detail: /is not (?:in the cert's altnames|cert's CN): ([^\n]{1,300}?)(?:\. Resolution note|\.?$)/,
    hint: (input) => `Write the name that the certificate has in \`${input}\`.`,
    ...HOPELESS
  },
  {
    pattern: /certificate has expired|CERT_HAS_EXPIRED|certificate is not yet valid|CERT_NOT_YET_VALID/,
    says: 'the certificate of the endpoint is out of date',
    hint: () => 'Have the certificate renewed, or check the clock of the runner.',
    ...HOPELESS
  },
  {
    pattern:
      /self[- ]signed certificate|unable to (?:verify the first certificate|get (?:local )?issuer)|SELF_SIGNED|UNABLE_TO_/,
    says: 'the certificate of the endpoint is signed by an authority that the runner does not know',
    hint: () =>
      'Set the environment variable NODE_EXTRA_CA_CERTS of the step to a file with that authority in PEM form.',
    ...HOPELESS
  },
  NO_GRPC,
  {
    pattern: /wrong version number|WRONG_VERSION_NUMBER|packet length too long|record layer failure/,
    says: 'the endpoint does not speak TLS',
    hint: (input) => `Check the port in \`${input}\`. Plaintext is \`http://host:port\`, on loopback only.`,
    ...HOPELESS
  },
  {
    pattern: /ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/,
    says: 'the endpoint cannot be reached from the runner',
    hint: (input) => `Check the host in \`${input}\`, and whether a firewall or a proxy stands between.`,
    ...PASSING
  },
  {
    pattern: /Failed to connect|before secure TLS connection|ECONNRESET|EPIPE|socket hang up/,
    says: 'the endpoint closes the connection at once',
    hint: (input) => `Check the port in \`${input}\`, and whether it wants \`https://\` or, on loopback, \`http://\`.`,
    ...PASSING
  }
]

/** What grpc-js writes of a call that was made and broke. What it was, the debug log tells. */
export const WORDS_OF_GRPC: readonly Pick<ConnectionRow, 'pattern' | 'says'>[] = [
  { pattern: /^Deadline exceeded(?: after \d|$)/, says: 'no answer came in time' },
  { pattern: /^Cancelled on client$/, says: 'the run was told to stop before an answer came' },
  { pattern: /^(?:Call cancelled$|Received RST_STREAM with code 8\b)/, says: 'the call was cancelled' },
  { pattern: /^Bandwidth exhausted or memory limit exceeded$/, says: 'there was too much traffic' },
  {
    pattern: /^(?:Received RST_STREAM|Write error: |Write failed with error |No status information received$)/,
    says: 'the connection broke'
  },
  { pattern: /^Response message parsing error/, says: 'the answer could not be read' }
]

export const TLS_TOO_WEAK = {
  says: 'the endpoint finds the encryption of the connection too weak',
  hint: 'Check the proxies and load balancers on the way: one of them ends TLS with an old version of it.',
  mayHaveArrived: true,
  final: true
} as const

/** What was sent is more than the server takes, in the words of grpc-js, Go or tonic. */
export const TOO_LARGE = {
  says: 'a message was larger than the receiver takes',
  hint: 'Make the package smaller: leave out what the app does not need with an `.igniteignore` file.',
  mayHaveArrived: true,
  final: true
} as const

/** What an HTTP status means that something before the platform answered with. */
export const HTTP_ADVICE = {
  passing: 'Something before the platform is overloaded or restarting. Run the job again.',
  final: `A web server, a proxy or a load balancer answers there. ${GRPC_ADDRESS}`
} as const
