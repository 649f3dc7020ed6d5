import { appendFileSync, globSync, mkdtempSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const { GITHUB_OUTPUT, RUNNER_TEMP } = process.env
const subjects = globSync(process.env['INPUT_SUBJECT-PATH']).map((file) => path.basename(file))
if (subjects.length === 0) throw new Error('There is nothing to attest')
const bundle = path.join(mkdtempSync(path.join(RUNNER_TEMP, 'attest-')), 'attestation.json')
writeFileSync(bundle, `${JSON.stringify(subjects.sort())}\n`)
appendFileSync(GITHUB_OUTPUT, `bundle-path=${bundle}\n`)
