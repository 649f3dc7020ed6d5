import type { JournalEntry } from '../../../emulator/ignite/journal.ts'
import type { Moment } from './plan.ts'

/** What the action calls itself. */
export function isByAction({ agent }: Pick<JournalEntry, 'agent'>): boolean {
  return agent.startsWith('ignite-deploy/')
}

/** `PublishDraft` of `ComputeService/PublishDraft`. */
export function shortName(method: string): string {
  return method.slice(method.indexOf('/') + 1)
}

/** Does things when their moments come. Those that never come are not done. */
export class Moments implements Disposable {
  readonly #isOurs: (entry: JournalEntry) => boolean
  readonly #calls = new Map<string, number>()
  readonly #timers = new Set<NodeJS.Timeout>()
  readonly #waiting: { readonly at: Moment; readonly act: () => void }[] = []

  /** @param isOurs Whether a call is the run's whose calls are counted. */
  constructor(isOurs: (entry: JournalEntry) => boolean) {
    this.#isOurs = isOurs
  }

  on(at: Moment, act: () => void): void {
    if (at.call === 0) this.#later(at, act)
    else this.#waiting.push({ at, act })
  }

  /** Told of every call of the platform when it has ended. */
  readonly ended = (entry: JournalEntry): void => {
    if (!this.#isOurs(entry)) return
    const method = shortName(entry.method)
    const call = (this.#calls.get(method) ?? 0) + 1
    this.#calls.set(method, call)
    for (const { at, act } of this.#waiting) if (at.method === method && at.call === call) this.#later(at, act)
  }

  #later({ plusMs }: Moment, act: () => void): void {
    this.#timers.add(setTimeout(act, plusMs))
  }

  [Symbol.dispose](): void {
    for (const timer of this.#timers) clearTimeout(timer)
  }
}
