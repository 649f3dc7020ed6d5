import type { Measured } from '../measuring/pairs.ts'

/** What came of a row. */
export type Result = {
  readonly id: string
  readonly what: string
  readonly date: string
  /** Why it was not run. */
  readonly lack?: string
  readonly figures: readonly Measured[]
  /** Of a goal that is missed. */
  readonly why?: string | undefined
}

export function isMissed({ value, goal }: Pick<Measured, 'value' | 'goal'>): boolean {
  return !(value <= goal)
}

/** As in `1.18`, `165`. */
export function short(value: number): string {
  if (value === 0) return '0'
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(Math.abs(value) >= 1 ? 3 : 2)
}
