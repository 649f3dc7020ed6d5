import { cpSync } from 'node:fs'
import path from 'node:path'

const { CLONE, INPUT_PATH } = process.env
for (const part of ['action.yml', 'dist', 'package.json', '.github/actions', 'src']) {
  cpSync(path.join(CLONE, part), path.join(INPUT_PATH, part), { recursive: true })
}
