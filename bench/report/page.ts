import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import path from 'node:path'
import { ROWS } from '../rows/all-rows.ts'
import { ROOT } from '../scene/places.ts'
import { growthSection } from './growth-section.ts'
import { profileSection } from './profile-section.ts'
import { isDisturbed, isMissed, type Result, short } from './result.ts'

const PAGE = path.join(ROOT, 'docs/benchmarks.md')
const KEPT = path.join(ROOT, 'docs/benchmarks/results.json')

const HEAD = `# Benchmarks

Made by \`npm run bench -- --write\`, which measures all of it again; \`npm run bench -- S P1\` measures some rows.
\`npm run bench -- install\` fetches what some rows are compared with (grpcurl, a client in Go, wrangler).

A and B are whole programs that take turns on one machine, and what counts is their ratio: milliseconds of one machine say
nothing of another. Each row shows the medians, the median of the ratios of the pairs with the least and the greatest, and
the goal, which is the most that it may be. B is the least that can be had, or what people would use otherwise; all of
it is in \`bench/\`. The round trips of a network are those of a proxy on the same machine that delays every chunk.
`

const DISTURBED = '\\* Other work took a part of the machine meanwhile: not a figure to go by.'

/** Puts a row into the page, in place of the same row of another day. */
export function keep(result: Result): void {
  const others = keptResults().filter(({ id, what }) => id !== result.id || what !== result.what)
  const order = ROWS.map(({ id, what }) => `${id} ${what}`)
  const known = [...others, result].filter(({ id, what }) => order.includes(`${id} ${what}`))
  const sorted = known.toSorted((x, y) => order.indexOf(`${x.id} ${x.what}`) - order.indexOf(`${y.id} ${y.what}`))
  writeFileSync(KEPT, `${JSON.stringify({ machine: machine(), results: sorted }, undefined, 2)}\n`)
  writePage()
}

/** Writes the page from what is kept. */
export function writePage(): void {
  const results = keptResults()
  const table = [
    '| row | A / B | | A | B | ratio, or A | goal | on |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...results.flatMap(tableRows)
  ]
  const reasons = results.filter(({ figures }) => figures.some(isMissed)).map(reasonOf)
  const misses = reasons.length === 0 ? [] : ['', '## Goals that are missed', '', ...reasons]
  const stars = results.some(isDisturbed) ? ['', DISTURBED] : []
  const text = [
    HEAD,
    `Measured on ${machine()}.`,
    '',
    ...table,
    ...stars,
    ...misses,
    '',
    profileSection(),
    growthSection()
  ].join('\n')
  writeFileSync(PAGE, text)
}

function keptResults(): readonly Result[] {
  return existsSync(KEPT) ? JSON.parse(readFileSync(KEPT, 'utf8')).results : []
}

function machine(): string {
  const { platform, arch, version } = process
  return `${cpus().length} cores (${platform}, ${arch}) with Node ${version.slice(1)}`
}

function tableRows(result: Result): readonly string[] {
  const { id, what, figures, lack } = result
  const date = result.date + (isDisturbed(result) ? ' \\*' : '')
  if (lack !== undefined) return [`| ${id} | ${cell(what)} | | | | not run: ${cell(lack)} | | ${date} |`]
  return figures.map((figure) => {
    const { of, unit, a, b, value, least, most, goal, pairs } = figure
    const spread = pairs > 1 ? ` (${short(least)} to ${short(most)})` : ''
    const held = isMissed(figure) ? `**${short(value)}**${spread}` : `${short(value)}${spread}`
    const other = b === undefined ? '' : `${short(b)} ${unit}`
    return `| ${id} | ${cell(what)} | ${of} | ${short(a)} ${unit} | ${other} | ${held} | ${goal} | ${date} |`
  })
}

function reasonOf(result: Result): string {
  const row = ROWS.find(({ id, what }) => id === result.id && what === result.what)
  const reason = row?.why ?? (isDisturbed(result) ? 'the machine had other work.' : 'not explained yet.')
  return `- **${result.id}** (${result.what}): ${reason}`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
