import { type Needle, Needles } from './byte-search.ts'

/** Something in a file that should not be in a package. */
export type Hit = {
  /** From 1. */
  readonly line: number
  /** What it is, or `own`: one of the run's own credentials. */
  readonly what: 'own' | 'a private key' | 'a service account key' | 'the token of a checkout'
}

type Sign = Needle & {
  readonly what: Hit['what']
  /** What must stand right before and right after; both get at most CONTEXT_BYTES. */
  readonly before?: RegExp
  readonly after?: RegExp
}

const CONTEXT_BYTES = 64
const NEWLINE = 10
const NOTHING = Buffer.alloc(0)

/** The ends of the first line of a private key. The shortest sign of all says how far the search may leap. */
const KEY_LINE_ENDS = [' PRIVATE KEY-----', ' PRIVATE KEY BLOCK-----']

/** Credentials of others: what carries one is told, and not refused (docs/runner.md, Packing). */
const FOREIGN: readonly Sign[] = [
  ...KEY_LINE_ENDS.map((end) => ({
    what: 'a private key' as const,
    bytes: Buffer.from(end),
    before: /-----BEGIN( [A-Z0-9]+){0,3}$/
  })),
  { what: 'a service account key', bytes: Buffer.from('"service_account"'), before: /"type"\s*:\s*$/ },
  { what: 'the token of a checkout', bytes: Buffer.from('AUTHORIZATION: basic'), after: /^\s+[A-Za-z0-9+/]{8}/ }
]

/** Searches the content of files, one after the other, each given in pieces. */
export class ContentScan {
  readonly #needles: Needles<Sign>
  readonly #ahead: number
  #held = NOTHING
  #from = 0
  #linesBefore = 0
  readonly #seen = new Set<Hit['what']>()

  /** `credentials` are the run's own, in every form. */
  constructor(credentials: readonly Buffer[]) {
    const own = credentials.map((bytes) => ({ what: 'own' as const, bytes }))
    const signs = [...own, ...FOREIGN]
    this.#needles = new Needles(signs)
    this.#ahead = Math.max(...signs.map((sign) => sign.bytes.length)) + CONTEXT_BYTES
  }

  /** What is new in this piece: of each kind, the first in its file. The last piece of a file ends it. */
  look(piece: Buffer, isLast: boolean): readonly Hit[] {
    const lead = CONTEXT_BYTES + this.#ahead
    const isLarge = this.#held.length > 0 && piece.length > lead
    const atSeam = isLarge ? this.#acrossSeam(piece.subarray(0, lead)) : []
    const window = this.#held.length === 0 ? piece : Buffer.concat([this.#held, piece])
    const until = isLast ? window.length : Math.max(this.#from, window.length - this.#ahead)
    const hits = [...atSeam, ...this.#hits(window, until)]
    if (isLast) this.#begin()
    else this.#hold(window, until)
    return hits
  }

  /** Searches where two pieces meet, so that the whole of a large one need not be copied. */
  #acrossSeam(lead: Buffer): readonly Hit[] {
    const held = this.#held
    const hits = this.#hits(Buffer.concat([held, lead]), held.length + CONTEXT_BYTES)
    this.#linesBefore += newlinesIn(held, held.length)
    this.#held = NOTHING
    this.#from = CONTEXT_BYTES
    return hits
  }

  #hits(window: Buffer, until: number): readonly Hit[] {
    const hits: Hit[] = []
    for (let from = this.#from; ; ) {
      const match = this.#needles.next(window, from, until)
      if (!match) return hits
      const { at, needle } = match
      from = at + 1
      if (this.#seen.has(needle.what) || !isConfirmed(window, at, needle)) continue
      this.#seen.add(needle.what)
      hits.push({ line: this.#linesBefore + newlinesIn(window, at) + 1, what: needle.what })
    }
  }

  #begin(): void {
    this.#held = NOTHING
    this.#from = 0
    this.#linesBefore = 0
    this.#seen.clear()
  }

  /** Keeps what a match that is not whole yet may need. */
  #hold(window: Buffer, until: number): void {
    const cut = Math.max(0, until - CONTEXT_BYTES)
    this.#linesBefore += newlinesIn(window, cut)
    this.#held = Buffer.from(window.subarray(cut))
    this.#from = until - cut
  }
}

function isConfirmed(window: Buffer, at: number, { bytes, before, after }: Sign): boolean {
  const end = at + bytes.length
  const isAfter = (pattern: RegExp) => pattern.test(window.toString('latin1', end, end + CONTEXT_BYTES))
  const isBefore = (pattern: RegExp) => pattern.test(window.toString('latin1', Math.max(0, at - CONTEXT_BYTES), at))
  return (!before || isBefore(before)) && (!after || isAfter(after))
}

function newlinesIn(bytes: Buffer, end: number): number {
  let count = 0
  for (let at = 0; at < end; at++) if (bytes[at] === NEWLINE) count += 1
  return count
}
