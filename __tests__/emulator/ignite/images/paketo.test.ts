import { expect, test } from '@jest/globals'
import { compile, logOf } from '../support/compiling.ts'
import { drive, GREETER } from '../support/driver.ts'
import { tarball } from '../support/tarball.ts'
import { server } from './support/building.ts'

function fromCode(files: Readonly<Record<string, string>>, dockerfile_path = '') {
  return { image: { from_code: { archive: tarball(files), dockerfile_path } } }
}

const NODE = `
import { createServer } from 'node:http'
createServer((request, response) => response.end('from node')).listen(process.env.PORT)
`

test.each<[string, Record<string, string>, RegExp, string]>([
  [
    'a Procfile',
    { Procfile: 'web: python3 app.py\n', 'app.py': server() },
    /procfile[\s\S]*web \(default\): python3 app.py/,
    '"word": "one"'
  ],
  [
    'package.json',
    { 'package.json': '{"type":"module","scripts":{"start":"node server.mjs"}}', 'server.mjs': NODE },
    /npm-install[\s\S]*web \(default\): npm start/,
    'from node'
  ],
  [
    'requirements.txt and server.py',
    { 'requirements.txt': '# none\n', 'server.py': server(), Dockerfile: 'NOPE' },
    /cpython[\s\S]*web \(default\): python3 server.py/,
    '"word": "one"'
  ]
])('%s is recognised, and the image runs', async (_what, files, log, output) => {
  await using ignite = await drive()
  await ignite.call('CreateApp', { ...GREETER, code: fromCode(files) })
  const draft = await compile(ignite)
  expect(draft).toMatchObject({ status: 'VERSION_STATUS_COMPILED', error: '' })
  expect(await logOf(ignite, draft.deploy_id)).toMatch(log)
  const execution = await ignite.execution('TestDraft', { payload: Buffer.from('{}') })
  expect({ error: execution.error, output: execution.output.toString() }).toEqual({
    error: '',
    output: expect.stringContaining(output)
  })
})

test.each([
  ['nothing that is known', { 'main.c': '' }, 'ERROR: No buildpack groups passed detection.'],
  ['a Dockerfile without its path', { Dockerfile: 'FROM scratch' }, 'ERROR: No buildpack groups passed detection.'],
  ['a broken package.json', { 'package.json': '{' }, 'ERROR: failed to detect: package.json is not JSON']
])('%s fails', async (_what, files, error) => {
  await using ignite = await drive()
  await ignite.call('CreateApp', { ...GREETER, code: fromCode(files) })
  const draft = await compile(ignite)
  expect(draft).toMatchObject({ status: 'VERSION_STATUS_FAILED', error })
  const log = await logOf(ignite, draft.deploy_id)
  expect(log).toContain('===> DETECTING')
  expect(log.trimEnd().split('\n').at(-1)).toBe(error)
})

test('a package that cannot be installed fails with the tool’s words', async () => {
  await using ignite = await drive()
  const files = { 'requirements.txt': './no-such-directory\n', 'server.py': '' }
  await ignite.call('CreateApp', { ...GREETER, code: fromCode(files) })
  const draft = await compile(ignite)
  expect(draft.error).toBe('ERROR: failed to build: executing lifecycle: failed with status code: 51')
  expect(await logOf(ignite, draft.deploy_id)).toMatch(
    /no-such-directory[\s\S]*\[builder\] ERROR: failed to build: exit status 1/
  )
})
