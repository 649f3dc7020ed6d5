import { keptProfile } from '../profile/kept-profile.ts'
import { short } from './result.ts'

/** Where the time of a deploy goes, before and after main was taken apart. */
export function profileSection(): string {
  const profile = keptProfile()
  if (!profile) return ''
  const { before, date, rows } = profile
  const head = `## Where a deploy’s time goes

A small deploy on loopback under V8’s CPU profiler, which makes all of it slower: medians of fifteen runs that take turns, in
milliseconds, from \`npm run bench -- profile\` (${date}). Before is \`${before}\`, whose main was one file; \`npm run bench -- profile
REVISION\` compares with another.
`
  const sum = (side: 'before' | 'after') => rows.reduce((total, row) => total + row[side], 0)
  const shown = [...rows, { share: 'together', before: sum('before'), after: sum('after') }]
  const table = shown.map((row) => `| ${row.share} | ${short(row.before)} | ${short(row.after)} |`)
  return [head, '| | before | now |', '| --- | --- | --- |', ...table, ''].join('\n')
}
