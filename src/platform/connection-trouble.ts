import type { ServiceError } from '@grpc/grpc-js'

/** Why a call did not get through, where grpc-js says it in words of its own (docs/runner.md 5.1). */
export type Trouble = {
  /** One line for the reader. */
  readonly says: string
  readonly hint: string
  /** False where no handler of the platform can have seen the call. */
  readonly mayHaveArrived: boolean
  /** True where trying again cannot help. */
  readonly final: boolean
}

type Row = Trouble & { readonly pattern: RegExp }

const CERTIFICATE = { mayHaveArrived: false, final: true } as const

const ROWS: readonly Row[] = [
  {
    pattern: /Name resolution failed|ENOTFOUND|EAI_AGAIN/,
    says: 'the name of the endpoint cannot be resolved',
    hint: 'Check the spelling of `api-endpoint`, and that the runner can resolve it.',
    mayHaveArrived: false,
    final: false
  },
  {
    pattern: /ECONNREFUSED/,
    says: 'nothing listens at the endpoint',
    hint: 'Check the host and port in `api-endpoint`.',
    mayHaveArrived: false,
    final: false
  },
  {
    pattern: /does not match certificate|ERR_TLS_CERT_ALTNAME_INVALID/,
    says: 'the certificate of the endpoint is for another name',
    hint: 'Write the name that the certificate has in `api-endpoint`.',
    ...CERTIFICATE
  },
  {
    pattern: /certificate has expired|CERT_HAS_EXPIRED|certificate is not yet valid/,
    says: 'the certificate of the endpoint is out of date',
    hint: 'Have the certificate renewed, or check the clock of the runner.',
    ...CERTIFICATE
  },
  {
    pattern: /self[- ]signed certificate|unable to verify the first certificate|unable to get (local )?issuer/,
    says: 'the certificate of the endpoint is signed by an authority that the runner does not know',
    hint: 'Set the environment variable NODE_EXTRA_CA_CERTS of the step to a file with that authority in PEM form.',
    ...CERTIFICATE
  },
  {
    pattern: /wrong version number|packet length too long|tlsv1 alert|EPROTO/,
    says: 'the endpoint does not speak TLS',
    hint: 'Check the port in `api-endpoint`. Plaintext is `http://host:port`, on loopback only.',
    ...CERTIFICATE
  },
  {
    pattern: /Protocol error|Parse Error|ERR_HTTP2/,
    says: 'the endpoint does not speak gRPC',
    hint: 'Check the port in `api-endpoint`: gRPC is meant, not the HTTP API.',
    mayHaveArrived: false,
    final: false
  }
]

const MESSAGE_SIZE = /Received message larger than max|message length too large/

/** Finds the reason in the details; undefined where the words are the platform's own. */
export function connectionTrouble({ details }: Pick<ServiceError, 'details'>): Trouble | undefined {
  const http = /^Received HTTP status code (\d+)/.exec(details)?.[1]
  if (http !== undefined) return answeredHttp(Number(http))
  if (MESSAGE_SIZE.test(details)) return TOO_LARGE
  return ROWS.find((row) => isOurs(details) && row.pattern.test(details))
}

/** Only what grpc-js wrote is explained: an app's own log may hold the same words. */
function isOurs(details: string): boolean {
  return /^(No connection established|Name resolution failed|Connection dropped|Received RST_STREAM)/.test(details)
}

const TOO_LARGE: Trouble = {
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
