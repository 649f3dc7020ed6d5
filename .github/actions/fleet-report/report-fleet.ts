import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type FleetRow, fleetTable } from './fleet-table.ts'

type Planned = { readonly app: string; readonly wave: number; readonly artifact: string }

const { INPUT_APPS = '[]', INPUT_RESULTS = '', GITHUB_STEP_SUMMARY = '' } = process.env
const planned = JSON.parse(INPUT_APPS) as readonly Planned[]
const rows = planned.map(({ app, wave, artifact }) => ({ app, wave, result: resultOf(artifact) }))
appendFileSync(GITHUB_STEP_SUMMARY, fleetTable(rows))

/** Undefined also where a job ended before its deployment had begun. */
function resultOf(artifact: string): FleetRow['result'] {
  const file = path.join(INPUT_RESULTS, `${artifact}.json`)
  const text = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  return text === '' ? undefined : JSON.parse(text)
}
