import { cpSync, statSync } from 'node:fs'
import path from 'node:path'

const { ARTIFACTS, INPUT_NAME, INPUT_PATH } = process.env
const files = INPUT_PATH.trim().split('\n')
for (const file of files) {
  const alone = statSync(file).isFile() ? path.basename(file) : ''
  cpSync(file, path.join(ARTIFACTS, INPUT_NAME, files.length > 1 ? file : alone), { recursive: true })
}
