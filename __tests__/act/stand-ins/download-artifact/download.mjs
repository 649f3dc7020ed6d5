import { cpSync } from 'node:fs'

const { ARTIFACTS, INPUT_PATH } = process.env
cpSync(ARTIFACTS, INPUT_PATH, { recursive: true })
