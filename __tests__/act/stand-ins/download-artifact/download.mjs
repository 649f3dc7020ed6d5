import { cpSync, globSync } from 'node:fs'
import path from 'node:path'

const { ARTIFACTS, INPUT_NAME, INPUT_PATTERN, INPUT_PATH } = process.env
const names = INPUT_NAME ? [INPUT_NAME] : globSync(INPUT_PATTERN, { cwd: ARTIFACTS })
const flat = names.length === 1 || process.env['INPUT_MERGE-MULTIPLE'] === 'true'
for (const name of names) {
  cpSync(path.join(ARTIFACTS, name), flat ? INPUT_PATH : path.join(INPUT_PATH, name), { recursive: true })
}
