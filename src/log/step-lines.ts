import { lineCount } from './whole-lines.ts'

/** As many lines as stand in the open where a step fails. */
export const MOST_OPEN = 40

type StepOutlet = {
  /** False where the text was taken, but no more should be sent now. */
  readonly write: (text: string | Uint8Array) => boolean
  /** Opens the group of the step: what is written from then on is folded away. */
  readonly fold: () => void
}

/**
 * What a step prints, until it is known where it belongs: in a group where the step goes well, in the open where it fails,
 * since nobody unfolds a group to look for a cause. So a few lines are held. More of them fold at once, and are shown as
 * they come.
 */
export class StepLines {
  readonly #outlet: StepOutlet
  #held: (string | Uint8Array)[] = []
  #lines = 0
  #state: 'held' | 'open' | 'folded' = 'held'

  constructor(outlet: StepOutlet) {
    this.#outlet = outlet
  }

  /** Whether a part of it stands in a group. */
  get isFolded(): boolean {
    return this.#state === 'folded'
  }

  /** Whether nothing of it is shown yet. */
  get isHeld(): boolean {
    return this.#state === 'held'
  }

  /** Takes whole lines. */
  write(text: string | Uint8Array): boolean {
    if (this.#state !== 'folded') this.#lines += lineCount(typeof text === 'string' ? Buffer.from(text) : text)
    if (this.#state !== 'folded' && this.#lines > MOST_OPEN) this.#fold()
    if (this.#state !== 'held') return this.#outlet.write(text)
    this.#held.push(text)
    return true
  }

  /** Shows what is held, and what comes, in the open: the step takes long, and somebody may be waiting. */
  release(): void {
    if (this.#state !== 'held') return
    this.#state = 'open'
    this.#flush()
  }

  /** Shows what is still held. */
  end(isFailed: boolean): void {
    if (this.#state !== 'held' || this.#held.length === 0) return
    if (isFailed) this.release()
    else this.#fold()
  }

  #fold(): void {
    this.#state = 'folded'
    this.#outlet.fold()
    this.#flush()
  }

  #flush(): void {
    for (const text of this.#held) this.#outlet.write(text)
    this.#held = []
  }
}
