import { DEPLOY_ROWS } from './deploy-rows.ts'
import { LOG_ROWS } from './log-rows.ts'
import { MEMORY_ROWS } from './memory-rows.ts'
import { PACKING_ROWS } from './packing-rows.ts'
import type { Row } from './row.ts'
import { START_ROWS } from './start-rows.ts'
import { UPLOAD_ROWS } from './upload-rows.ts'
import { WAITING_ROWS } from './waiting-rows.ts'

/** In the order of the table. */
export const ROWS: readonly Row[] = [
  ...START_ROWS,
  ...PACKING_ROWS,
  ...MEMORY_ROWS,
  ...UPLOAD_ROWS,
  ...LOG_ROWS,
  ...DEPLOY_ROWS,
  ...WAITING_ROWS
]

/** Those of these letters and ids; all where none is named. Throws on one that there is not. */
export function chosenRows(names: readonly string[]): readonly Row[] {
  const meant = (name: string, row: Row) => row.id === name || (name.length === 1 && row.id.startsWith(name))
  for (const name of names) if (!ROWS.some((row) => meant(name, row))) throw new Error(`There is no row ${name}`)
  return names.length === 0 ? ROWS : ROWS.filter((row) => names.some((name) => meant(name, row)))
}
