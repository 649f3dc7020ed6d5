import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { writePage } from '../report/page.ts'
import { short } from '../report/result.ts'
import { Scene } from '../scene/scene.ts'
import { FOLDER, type Grown, keepGrown, keptGrowth, PLOTS, type Point } from './kept-growth.ts'
import { OTHER_SERIES } from './other-series.ts'
import { plot } from './plot.ts'
import type { Series, Spent } from './series.ts'
import { TREE_SERIES } from './tree-series.ts'

/** What is quick is done three times, and the quickest counts: the others were disturbed. */
const QUICK_MS = 3_000
const TIMES = 3

const ALL: readonly Series[] = [...TREE_SERIES, ...OTHER_SERIES]

/** Measures these series, or all, and draws them anew. */
export async function growth(ids: readonly string[]): Promise<void> {
  for (const series of ALL.filter(({ id }) => ids.length === 0 || ids.includes(id))) keepGrown(await grown(series))
  const kept = keptGrowth()
  for (const [name, shown] of Object.entries(PLOTS)) {
    const parts = shown.flatMap((id) => kept.filter((each) => each.id === id))
    writeFileSync(path.join(FOLDER, `${name}.svg`), plot(parts))
  }
  writePage()
}

async function grown({ id, of, sizes, prepare }: Series): Promise<Grown> {
  await using scene = new Scene()
  const work = await prepare(scene)
  const points: Point[] = []
  for (const size of sizes) {
    const point = { size, ...(await leastOf(() => work(size))) }
    console.log(`${size} ${of}: ${short(point.cpuMs)} ms of CPU, peak ${short(point.peakMiB)} MiB`)
    points.push(point)
  }
  return { id, of, date: new Date().toISOString().slice(0, 10), points }
}

async function leastOf(work: () => Promise<Spent>): Promise<Spent> {
  const first = await work()
  const taken = [first]
  while (first.cpuMs < QUICK_MS && taken.length < TIMES) taken.push(await work())
  return {
    cpuMs: Math.round(Math.min(...taken.map(({ cpuMs }) => cpuMs))),
    peakMiB: Math.round(Math.min(...taken.map(({ peakMiB }) => peakMiB)))
  }
}
