/** Compares what was just built with what is committed of it: the second half of `npm run check:dist`. */
import { execFileSync } from 'node:child_process'

// Not `git diff`: a chunk that is new is not in it.
const changed = execFileSync('git', ['status', '--porcelain', '--', 'dist', 'docs/dependencies.md'], {
  encoding: 'utf8'
})
if (changed !== '') {
  process.stdout.write(`${changed}dist/ or its page is not what src/ gives: run \`npm run build\` and commit them.\n`)
  process.exitCode = 1
}
