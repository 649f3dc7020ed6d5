/** Compares dist/, as it was just built, with the committed one: the second half of `npm run check:dist`. */
import { execFileSync } from 'node:child_process'

// Not `git diff`: a chunk that is new is not in it.
const changed = execFileSync('git', ['status', '--porcelain', '--', 'dist'], { encoding: 'utf8' })
if (changed !== '') {
  process.stdout.write(`${changed}dist/ is not what src/ gives: run \`npm run build\` and commit it.\n`)
  process.exitCode = 1
}
