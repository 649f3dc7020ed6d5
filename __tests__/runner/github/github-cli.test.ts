import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from '@jest/globals'

const CLI = path.resolve(import.meta.dirname, '../../../runner/github/github-cli.ts')

/** Starts it, and gives its lines until one matches. */
async function printed(args: readonly string[], until: RegExp, meanwhile?: (lines: readonly string[]) => void) {
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line)
      meanwhile?.(lines)
      if (until.test(line)) child.kill()
    })
  }
  await new Promise((ended) => child.on('close', ended))
  return lines
}

test('prints what a job needs to find it, and each call', async () => {
  const args = ['--repository', 'acme/shop', '--pull-request', '3', '--permission', 'issues=read', '--enterprise']
  let asked = false
  const lines = await printed(args, /^GET /, (soFar) => {
    const api = soFar.find((line) => line.startsWith('GITHUB_API_URL='))?.split('=')[1]
    if (asked || api === undefined) return
    asked = true
    void fetch(`${api}/repos/acme/shop/issues/3/comments`, { headers: { authorization: 'Bearer t' } }).catch(() => {})
  })
  expect(lines).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^GITHUB_API_URL=http:\/\/127\.0\.0\.1:\d+\/api\/v3$/),
      'GITHUB_REPOSITORY=acme/shop',
      'Pull request 3 is open.',
      'GET /issues/3/comments'
    ])
  )
})

test('says how it is used', async () => {
  expect((await printed(['--permission', 'issues'], /^never/)).join('\n')).toContain('must be NAME=read or NAME=write')
  expect((await printed(['--nonsense'], /^never/)).join('\n')).toContain('--enterprise')
})
