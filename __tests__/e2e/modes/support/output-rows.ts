import { DELETE_ROWS, ROLLBACK_ROWS, STATUS_ROWS } from './app-rows.ts'
import { DEPLOY_ROWS } from './deploy-rows.ts'
import { DRAFT_ROWS, PUBLISH_ROWS } from './draft-rows.ts'
import type { OutputRow } from './output-row.ts'
import { PREVIEW_ROWS } from './preview-rows.ts'

/** How runs of every mode end, and the outputs of each. docs/outputs.md is made of them. */
export const OUTPUT_ROWS: readonly OutputRow[] = [
  ...DEPLOY_ROWS,
  ...PREVIEW_ROWS,
  ...DRAFT_ROWS,
  ...PUBLISH_ROWS,
  ...ROLLBACK_ROWS,
  ...DELETE_ROWS,
  ...STATUS_ROWS
]
