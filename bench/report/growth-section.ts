import { keptGrowth, PLOTS } from '../growth/kept-growth.ts'
import { short } from './result.ts'

const HEAD = `## Growth

CPU time and memory of one process as its work grows, from \`npm run bench -- growth\`, which may be told names of the table
(\`npm run bench -- growth files lines\`); the data is [growth.json](benchmarks/growth.json). The dashed lines are what grows in
proportion, through the last point. The exponent is that of the CPU time between the last two sizes: 1 is linear. Rules are
asked of 1,000 files.

What does not depend on the work is held in a few buffers. What grows is the list of the files and directories, some 170
bytes for each, and the room that V8 gives to young objects as it sees others stay: up to 64 MiB, which is most of what is
shown. Of logs it is that room alone, which grows until 20 million lines (245 MiB), and no more: 100 million take 270 MiB.
`

/** The plots, and a line a series. */
export function growthSection(): string {
  const images = Object.keys(PLOTS).map((name) => `![${name.replaceAll('-', ' ')}](benchmarks/${name}.svg)`)
  const rows = keptGrowth().map(({ id, of, date, points }) => {
    const [before, last] = points.slice(-2)
    if (!before || !last) return ''
    const exponent = Math.log(last.cpuMs / before.cpuMs) / Math.log(last.size / before.size)
    const peaks = points.map(({ peakMiB }) => peakMiB)
    const spent = `${short(last.cpuMs / 1000)} s | ${exponent.toFixed(2)} | ${Math.min(...peaks)} to ${Math.max(...peaks)} MiB`
    return `| \`${id}\` | ${last.size.toLocaleString('en-US')} ${of} | ${spent} | ${date} |`
  })
  const table = [
    '| name | at most | CPU time | exponent | peak | on |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows
  ]
  return [HEAD, ...images, '', ...table, ''].join('\n')
}
