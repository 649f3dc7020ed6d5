import { execFile } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import { Workspace } from '../support/deploying.ts'
import { accessTo, judged } from './support/talking.ts'

const SRC = path.resolve(import.meta.dirname, '../../src')

/** A program that asks for pull request 7, in a process where nothing is loaded yet. */
function program(access: object): string {
  const from = (file: string) => JSON.stringify(pathToFileURL(path.join(SRC, file)).href)
  return `
    import { decorationBudget, readPullRequest } from ${from('decorate.ts')}
    import { InputReader } from ${from('inputs/input-reader.ts')}
    const stop = new AbortController().signal
    const { number } = await readPullRequest(7, {
      access: ${JSON.stringify(access)}, inputs: new InputReader(process.env), budget: decorationBudget(), stop
    })
    console.log(number, process.env.GITHUB_EVENT_PATH, process.env.HTTPS_PROXY)`
}

test.each([
  ['an event that is no JSON', 'broken.json', ''],
  ['an event whose file is missing', 'missing.json', ''],
  ['a proxy of another kind', 'event.json', 'socks5://127.0.0.1:1']
])('%s does not keep GitHub’s client from being loaded, and is there afterwards', async (_, event, proxy) => {
  await using github = await judged()
  using workspace = new Workspace()
  workspace.write('broken.json', '{"pull_request":')
  workspace.write('event.json', '{}')
  const file = path.join(workspace.path, event)
  // The client looks for the proxy to this address while it is loaded.
  const env = { GITHUB_API_URL: 'https://api.github.com', GITHUB_EVENT_PATH: file, HTTPS_PROXY: proxy }
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', program(accessTo(github))],
    { env }
  )
  expect(stdout).toBe(`7 ${file} ${proxy}\n`)
})
