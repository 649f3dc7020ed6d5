import {
  CONNECTION_ADVICE,
  type ConnectionRow,
  HTTP_ADVICE,
  NO_CONNECTION,
  NO_GRPC,
  TLS_TOO_WEAK,
  TOO_LARGE
} from '../advice/connections.ts'
import type { ServiceError } from '../network/grpc.ts'

/** Why a call did not get through, where grpc-js says it in words of its own. */
type Trouble = Pick<ConnectionRow, 'says' | 'mayHaveArrived' | 'final'> & { readonly hint: string }

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
  if (size !== null) return Number(size[1] ?? 0) > ABSURD_BYTES ? ofApi(NO_GRPC, details) : TOO_LARGE
  const row = rowFor(details)
  return row && ofApi(row, details)
}

/** The same of what Node gives a connection up with that is not gRPC's; `input` holds its address. */
export function socketTrouble(error: unknown, input: string): Pick<Trouble, 'says' | 'hint' | 'final'> {
  const { code, message } = error as NodeJS.ErrnoException
  const reason = `${code}: ${message}`
  const row = rowOf(reason)
  const says = row.says + detailOf(row, reason) + (code === undefined ? '' : ` (${code})`)
  return { says, hint: row.hint(input), final: row.final }
}

/**
 * Only what grpc-js wrote is explained: an app's own log may hold the same words. Of a connection that was made and broke,
 * nothing but the wrong protocol is known: the call may have arrived.
 */
function rowFor(details: string): ConnectionRow | undefined {
  if (/^(?:No connection established|Name resolution failed)/.test(details)) return rowOf(details)
  const isOther = /^(?:Connection dropped|Received RST_STREAM)/.test(details) && NO_GRPC.pattern.test(details)
  return isOther ? { ...NO_GRPC, mayHaveArrived: true } : undefined
}

function rowOf(reason: string): ConnectionRow {
  return CONNECTION_ADVICE.find(({ pattern }) => pattern.test(reason)) ?? NO_CONNECTION
}

function ofApi({ hint, says, ...row }: ConnectionRow, details: string): Trouble {
  return { ...row, says: says + detailOf(row, details), hint: hint('api-endpoint') }
}

function detailOf({ detail }: Pick<ConnectionRow, 'detail'>, details: string): string {
  const found = detail?.exec(details)?.[1]
  return found === undefined ? '' : `, ${found}`
}

function answeredHttp(code: number): Trouble {
  const isPassing = code >= 500 || code === 429
  return {
    says: `the endpoint answered HTTP ${code}, not gRPC`,
    hint: isPassing ? HTTP_ADVICE.passing : HTTP_ADVICE.final,
    mayHaveArrived: code >= 500,
    final: !isPassing
  }
}
