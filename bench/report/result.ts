import { availableParallelism } from 'node:os'
import type { Measured } from '../measuring/pairs.ts'

/** What came of a row. */
export type Result = {
  readonly id: string
  readonly what: string
  readonly date: string
  /** How many processes wanted to run in the minute before the row ended, those of the row among them. */
  readonly load: number
  /** Why it was not run. */
  readonly lack?: string
  readonly figures: readonly Measured[]
}

/** Whether other work took a part of the machine: ours alone fills it once, and packing twice. */
export function isDisturbed({ load }: Pick<Result, 'load'>): boolean {
  return load > 2 * availableParallelism()
}

export function isMissed({ value, goal }: Pick<Measured, 'value' | 'goal'>): boolean {
  return !(value <= goal)
}

/** As in `1.18`, `165`. */
export function short(value: number): string {
  if (value === 0) return '0'
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(Math.abs(value) >= 1 ? 3 : 2)
}
