import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Facts, FaultRow } from './support/fault-case.ts'

/** The cases that the table has to have, from and to. Other tests have those between, by their numbers. */
const REQUIRED: readonly (readonly [number, number])[] = [
  [46, 87],
  [99, 103]
]

const root = path.resolve(import.meta.dirname, '../..')
const directory = mkdtempSync(path.join(tmpdir(), 'fault-table-'))
try {
  process.exitCode = main(path.join(directory, 'rows.jsonl'))
} finally {
  rmSync(directory, { recursive: true, force: true })
}

/** Runs the fault tests, prints the table, and gives the exit code: 1 also where a case of the list has no row. */
function main(file: string): number {
  const tests = spawnSync('npm', ['test', '--', '__tests__/faults', ...process.argv.slice(2)], {
    cwd: root,
    env: { ...process.env, FAULT_TABLE: file },
    stdio: 'inherit'
  })
  const rows = existsSync(file) ? readRows(file) : []
  for (const row of rows) process.stdout.write(`${line(row)}\n`)
  const missing = required().filter((number) => !rows.some((row) => row.number === number))
  const failed = rows.filter((row) => !isMet(row)).length
  process.stdout.write(`\n${rows.length} rows, ${failed} not as expected\n`)
  if (missing.length > 0) process.stdout.write(`Cases without a row: ${missing.join(', ')}\n`)
  return tests.status !== 0 || failed > 0 || missing.length > 0 ? 1 : 0
}

function readRows(file: string): readonly FaultRow[] {
  const rows = readFileSync(file, 'utf8').trimEnd().split('\n')
  return rows
    .map((row) => JSON.parse(row) as FaultRow)
    .toSorted((a, b) => a.number - b.number || compare(a.fault, b.fault))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function line(row: FaultRow): string {
  const mark = isMet(row) ? 'ok  ' : 'FAIL'
  return [`${mark} ${String(row.number).padStart(3)}`, row.fault, shown(row.expected), shown(row.seen)].join(' | ')
}

function isMet({ expected, seen }: FaultRow): boolean {
  return shown(expected) === shown(seen)
}

function shown(facts: Facts): string {
  const entries = Object.entries(facts).toSorted(([a], [b]) => compare(a, b))
  return entries.map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(' ') : value}`).join(', ')
}

function required(): readonly number[] {
  return REQUIRED.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index))
}
