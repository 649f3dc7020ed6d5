import type { Scene } from '../scene/scene.ts'

/** One number that a row is about. */
export type Figure = {
  /** Empty where the row has one figure alone. */
  readonly of: string
  readonly unit: 'ms' | 'MB' | 'kB' | 'MiB' | 'RTT' | 'calls'
  /** It may be at most this: A / B, or A itself. */
  readonly goal: number
  /** The goal is for A itself. */
  readonly isAbsolute?: boolean
}

/** Both sides give a value for each figure. */
export type Sides = {
  readonly a: () => Promise<readonly number[]>
  readonly b?: () => Promise<readonly number[]>
}

/** A row of the table of goals. */
export type Row = {
  /** As in `P1`. Rows that measure the same in several ways share one. */
  readonly id: string
  /** What A and B are. */
  readonly what: string
  readonly figures: readonly Figure[]
  /** How many pairs are enough; all that were asked for where it is left out. */
  readonly pairs?: number
  /** Why this machine cannot run it; undefined where it can. */
  readonly lacks?: () => string | undefined
  /** Told where a goal is missed. */
  readonly why?: string
  readonly prepare: (scene: Scene) => Promise<Sides>
}

/** The one figure of most rows: milliseconds of whole processes, as a ratio. */
export function ratio(goal: number): readonly Figure[] {
  return [{ of: '', unit: 'ms', goal }]
}
