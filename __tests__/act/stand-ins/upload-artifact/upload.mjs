import { cpSync, statSync } from 'node:fs'
import path from 'node:path'

const { ARTIFACTS, INPUT_NAME, INPUT_PATH } = process.env
const file = statSync(INPUT_PATH).isFile() ? path.basename(INPUT_PATH) : ''
cpSync(INPUT_PATH, path.join(ARTIFACTS, INPUT_NAME, file), { recursive: true })
