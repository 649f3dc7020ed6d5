import { cpSync } from 'node:fs'
import path from 'node:path'

const { ARTIFACTS, INPUT_NAME, INPUT_PATH } = process.env
cpSync(INPUT_PATH, path.join(ARTIFACTS, INPUT_NAME, path.basename(INPUT_PATH)))
