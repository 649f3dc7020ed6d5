export const METHOD = '/bench.Log/Read'

/** What the log server is asked for. */
export type Flood = {
  readonly lines: number
  readonly linesPerMessage: number
  /** A line each 2 ms, which tells when it was sent. */
  readonly ticking?: boolean
  /** Each line is another error of a compiler. */
  readonly distinct?: boolean
}

export function asIs(bytes: Buffer): Buffer {
  return bytes
}
