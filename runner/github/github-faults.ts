/** What goes wrong on purpose with a call. */
export type ApiFault =
  /** An answer of another hand. `isDone` is true where the call takes effect first. */
  | {
      readonly kind: 'answer'
      readonly code: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: string
      readonly isDone?: boolean
    }
  /** The connection ends without an answer. */
  | { readonly kind: 'cut'; readonly isDone?: boolean }
  /** No answer ever comes. */
  | { readonly kind: 'hang' }

export type ApiFaultRule = {
  readonly method?: string
  /** Of the path below the repository's. */
  readonly path?: RegExp
  /** Which of the calls that match, from 1; left out: all of them. */
  readonly calls?: readonly number[]
  readonly fault: ApiFault
}

/** Says of each call in its turn what goes wrong with it. */
export class ApiFaults {
  readonly #rules: readonly ApiFaultRule[]
  readonly #counts = new Map<ApiFaultRule, number>()

  constructor(rules: readonly ApiFaultRule[]) {
    this.#rules = rules
  }

  next(method: string, path: string): ApiFault | undefined {
    let found: ApiFault | undefined
    for (const rule of this.#rules) {
      if ((rule.method ?? method) !== method || rule.path?.test(path) === false) continue
      const count = (this.#counts.get(rule) ?? 0) + 1
      this.#counts.set(rule, count)
      if (!rule.calls || rule.calls.includes(count)) found ??= rule.fault
    }
    return found
  }
}
