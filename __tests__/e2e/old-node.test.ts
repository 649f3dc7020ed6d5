import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { ROOT } from '../support/deploying.ts'

/** The first line that a stage prints under a Node, and how it ends. */
function started(node: string, stage: string, options: readonly string[] = []) {
  const script = path.join(ROOT, 'dist', stage, 'index.js')
  const { status, stdout } = spawnSync(node, [...options, script], { env: {}, encoding: 'utf8', timeout: 30_000 })
  return { status, lines: stdout.trimEnd().split('\n') }
}

function saying(version: string) {
  const says = `::error title=Node is too old::This action needs Node 24 and was started by Node ${version} `
  return { status: 1, lines: [expect.stringContaining(says)] }
}

test.each(['16.20.2', '18.20.8', '20.20.2', '22.23.5'])(
  'A Node that says it is %s is told so, in main and in post',
  (version) => {
    const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' })`
    const options = [`--import=data:text/javascript,${encodeURIComponent(pretend)}`]
    for (const stage of ['main', 'post']) expect(started(process.execPath, stage, options)).toEqual(saying(version))
  }
)

/** Where a machine has one beside the Node of the tests. */
const old = ['/usr/bin/node', '/usr/local/bin/node'].flatMap((node) => {
  if (!existsSync(node)) return []
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim().slice(1)
  return Number(version.split('.')[0]) < 24 ? [{ node, version }] : []
})

if (old.length > 0) {
  test.each(old)('The old Node $version of this machine comes as far as to say so', ({ node, version }) => {
    for (const stage of ['main', 'post']) expect(started(node, stage)).toEqual(saying(version))
  })
}
