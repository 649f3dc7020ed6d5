import type { Row, Sides } from '../rows/row.ts'

/** What came of one figure: medians, and what is held against the goal with its spread. */
export type Measured = {
  readonly of: string
  readonly unit: string
  readonly goal: number
  readonly a: number
  readonly b: number | undefined
  readonly value: number
  readonly least: number
  readonly most: number
  readonly pairs: number
}

type Pair = { readonly a: readonly number[]; readonly b: readonly number[] | undefined }

/** A and B take turns, and the turns take turns, so that both see the same machine. */
export async function measure({ figures, pairs: enough }: Row, sides: Sides, pairs: number): Promise<Measured[]> {
  const taken: Pair[] = []
  for (let turn = 0; turn < Math.min(pairs, enough ?? pairs); turn++) taken.push(await takePair(sides, turn % 2 === 1))
  return figures.map(({ of, unit, goal, isAbsolute }, at) => {
    const a = taken.map((pair) => pair.a[at] ?? Number.NaN)
    const b = taken.flatMap((pair) => pair.b?.[at] ?? [])
    const values = b.length === 0 || isAbsolute ? a : a.map((value, turn) => value / (b[turn] ?? Number.NaN))
    const [value, least, most] = [median(values), Math.min(...values), Math.max(...values)]
    const medianOfB = b.length === 0 ? undefined : median(b)
    return { of, unit, goal, a: median(a), b: medianOfB, value, least, most, pairs: taken.length }
  })
}

async function takePair({ a, b }: Sides, isReversed: boolean): Promise<Pair> {
  if (b && isReversed) {
    const second = await b()
    return { a: await a(), b: second }
  }
  return { a: await a(), b: await b?.() }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((x, y) => x - y)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}
