import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../scene/places.ts'
import type { Series, Spent } from './series.ts'

export const FOLDER = path.join(ROOT, 'docs/benchmarks')
const KEPT = path.join(FOLDER, 'growth.json')

export type Point = Spent & { readonly size: number }
export type Grown = Pick<Series, 'id' | 'of'> & { readonly date: string; readonly points: readonly Point[] }

/** The plots, and the series that each shows. */
export const PLOTS = {
  growth: ['files', 'megabytes', 'lines', 'apps'],
  'growth-of-hard-cases': ['directory', 'deep', 'docker-rules', 'ignite-rules', 'one-file', 'diagnostics']
} as const

const ORDER: readonly string[] = Object.values(PLOTS).flat()

/** In place of the same series of another day. */
export function keepGrown(one: Grown): void {
  const others = keptGrowth().filter(({ id }) => id !== one.id)
  const all = [...others, one].toSorted((x, y) => ORDER.indexOf(x.id) - ORDER.indexOf(y.id))
  writeFileSync(KEPT, `${JSON.stringify(all, undefined, 2)}\n`)
}

export function keptGrowth(): readonly Grown[] {
  return existsSync(KEPT) ? JSON.parse(readFileSync(KEPT, 'utf8')) : []
}
