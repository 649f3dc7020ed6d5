/**
 * Measures what docs/benchmarks.md tells. Usage:
 *
 *   npm run bench                     all rows, in 5 pairs each
 *   npm run bench -- S P U L E W      the rows of these letters, or single ones, as in P1 L4
 *   npm run bench -- --pairs 11 P1    more pairs
 *   npm run bench -- --write          the same, into docs/benchmarks.md
 *   npm run bench -- profile          where the time of a deploy goes, into docs/benchmarks.md
 *   npm run bench -- growth           time and memory as the work grows, into docs/benchmarks/
 *   npm run bench -- install          what some rows compare with
 */
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { growth } from './growth/growth.ts'
import { measure } from './measuring/pairs.ts'
import { profile } from './profile/profile.ts'
import { keep } from './report/page.ts'
import { printed } from './report/printed.ts'
import type { Result } from './report/result.ts'
import { chosenRows } from './rows/all-rows.ts'
import type { Row } from './rows/row.ts'
import { compilePrograms } from './scene/compile.ts'
import { Scene } from './scene/scene.ts'
import { install } from './tools/install.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pairs: { type: 'string', default: '5' }, write: { type: 'boolean', default: false } }
})

if (positionals.includes('install')) install()
else {
  await compilePrograms()
  if (positionals[0] === 'growth') await growth(positionals.slice(1))
  else if (positionals[0] === 'profile') await profile(positionals.slice(1))
  else await bench(chosenRows(positionals))
}

async function bench(rows: readonly Row[]): Promise<void> {
  await using scene = new Scene()
  for (const row of rows) {
    const result = await resultOf(row, scene)
    console.log(printed(result))
    if (values.write) keep(result)
  }
}

async function resultOf(row: Row, scene: Scene): Promise<Result> {
  const { id, what } = row
  const told = () => ({ id, what, date: new Date().toISOString().slice(0, 10), load: loadavg()[0] ?? 0 })
  const lack = row.lacks?.()
  if (lack !== undefined) return { ...told(), lack, figures: [] }
  const sides = await row.prepare(scene)
  const figures = await measure(row, sides, Number(values.pairs))
  return { ...told(), figures }
}
