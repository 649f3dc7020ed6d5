import { cpSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import { type EmulatorOptions, startEmulator } from '../../../emulator/start.ts'
import { compiled, compilerLines } from '../../faults/support/compiling.ts'
import { inputsFor, runMain, theFailure, Workspace } from '../../support/deploying.ts'

const SAID = `error[E0425]: cannot find value \`nowhere\` in this scope
  --> src/main.rs:15:8
   |
15 |     Ok(nowhere)
   |        ^^^^^^^ not found in this scope

error: could not compile \`crate\` (bin "crate") due to 1 previous error
`
const LAST = 'error: could not compile `crate` (bin "crate") due to 1 previous error'
const LINES = SAID.trimEnd().split('\n')

/** Of a compile that is over when it is asked for. */
function withLog(...chunks: string[]) {
  async function* log(): AsyncGenerator<Buffer> {
    for (const chunk of chunks) yield Buffer.from(chunk)
  }
  return { log, isOver: () => true, error: SAID }
}

function unavailable(): never {
  throw { code: status.NOT_FOUND, details: 'no log of this compile' }
}

test.concurrent.each([
  { log: 'nothing', compile: withLog(), says: LINES },
  { log: 'something else', compile: withLog('Compiling crate\n'), says: ['Compiling crate', ...LINES] },
  { log: 'the same', compile: withLog(SAID), says: LINES },
  {
    log: 'nothing, because there is none',
    compile: withLog(),
    handlers: { StreamCompileLogs: unavailable },
    says: LINES
  }
])(
  'A draft whose error has many lines, where the log says $log, shows them once and pins what they name',
  async ({ compile, handlers = {}, says }) => {
    const { main } = await compiled(compile, { files: ['src/main.rs'], handlers })
    expect(compilerLines(main)).toEqual(says)
    expect(theFailure(main).message).toBe(
      `crate/src/main.rs:15:8: cannot find value \`nowhere\` in this scope [E0425]. The code did not compile: ${LAST}`
    )
    expect(main.annotations.map(({ properties }) => [properties['file'], properties['line']])).toContainEqual([
      'crate/src/main.rs',
      '15'
    ])
    expect(main.log.includes('The log is not shown: Reading the compile log: NOT_FOUND')).toBe(
      'StreamCompileLogs' in handlers
    )
  }
)

test.concurrent('An error of one line where the log says nothing is the cause, and no log is pointed to', async () => {
  const { main } = await compiled({ ...withLog(), error: 'out of memory' })
  expect(theFailure(main).message).toBe('The code did not compile: out of memory')
})

test.concurrent('A build whose error has many lines shows them', async () => {
  const build = { id: '1', status: 'BUILD_STATUS_FAILED', error: 'one\r\ntwo\nexit status 1\n' }
  const handlers = {
    ListBuilds: () => ({ builds: [] }),
    CreateBuild: () => ({ build_id: '1' }),
    GetBuild: () => ({ build }),
    StreamBuildLogs: unavailable
  }
  const inputs = { 'dockerfile-path': 'Dockerfile', builder: 'build-service' }
  const { main } = await compiled(withLog(), { files: ['Dockerfile'], inputs, handlers })
  expect(compilerLines(main)).toEqual(['one', 'two', 'exit status 1'])
  expect(theFailure(main).message).toMatch(/^The image was not built: exit status 1\. Nothing was published\.$/)
})

/** Calls the function from a file that is not the user's, and has the name of one that is. */
const ELSEWHERE = `import json

scope = {}
exec(compile("def call(work):\\n    return work()\\n", "/opt/ignite/worker.py", "exec"), scope)


def handler(payload, ctx):
`

const RAISING: readonly {
  readonly raises: string
  readonly handler: string
  readonly shows: RegExp
  readonly pinned: readonly string[]
}[] = [
  {
    raises: 'in the user’s file, called by another one',
    handler: `${ELSEWHERE}    return scope["call"](lambda: json.loads(payload)["titel"])\n`,
    shows: /^\| {3}File ".*\/worker\.py", line 2/m,
    pinned: ["greeter/handler.py:8: KeyError: 'titel'"]
  },
  {
    raises: 'in another file, called by the user’s',
    handler: `${ELSEWHERE}    return scope["call"](None)\n`,
    shows: /^\| {3}File ".*\/worker\.py", line 2/m,
    pinned: ["greeter/handler.py:8: TypeError: 'NoneType' object is not callable"]
  },
  {
    raises: 'before the handler begins',
    handler: 'def handler(payload):\n    return {}\n',
    shows: /^\| TypeError: handler\(\) takes 1 positional argument but 2 were given$/m,
    pinned: []
  }
]

const PLACES: readonly EmulatorOptions[] = [{}, { variants: ['traceback-in-output'] }]

test.concurrent.each(PLACES.flatMap((platform) => RAISING.map((each) => ({ ...each, platform }))))(
  'What Python raises $raises is pinned to the user’s or nowhere, on a platform with $platform',
  async ({ handler, shows, pinned, platform }) => {
    await using emulator = await startEmulator(platform)
    using workspace = new Workspace()
    workspace.write('greeter/handler.py', handler)
    workspace.write('greeter/worker.py', 'def price(titel):\n    return titel.price\n'.repeat(60))
    const main = await runMain(workspace, { inputs: inputsFor(emulator, { 'test-payload': '{}' }) })
    expect(main.log).toMatch(shows)
    const found = main.annotations.filter(({ properties }) => 'file' in properties)
    expect(found.map(({ message }) => message)).toEqual(pinned)
  }
)

test.concurrent('Places count from the repository’s root, also where it is checked out below the workspace', async () => {
  await using emulator = await startEmulator()
  using workspace = new Workspace()
  mkdirSync(path.join(workspace.path, 'checkout/.git'), { recursive: true })
  cpSync(path.join(workspace.path, 'greeter'), path.join(workspace.path, 'checkout/services/greeter'), {
    recursive: true
  })
  const handler = 'import json\n\n\ndef handler(payload, ctx):\n    return json.loads(payload)["titel"]\n'
  workspace.write('checkout/services/greeter/handler.py', handler)
  const inputs = { code: 'checkout/services/greeter', 'test-payload': '{}' }
  const main = await runMain(workspace, { inputs: inputsFor(emulator, inputs) })
  const [found, ...others] = main.annotations.filter(({ properties }) => 'file' in properties)
  expect(found).toMatchObject({
    message: "services/greeter/handler.py:5: KeyError: 'titel'",
    properties: { file: 'services/greeter/handler.py', line: '5' }
  })
  expect(others).toEqual([])
  expect(main.log).toContain("##[error]services/greeter/handler.py:5: KeyError: 'titel'")
})

test.concurrent('A requirement that pip does not read is pinned to its line', async () => {
  await using emulator = await startEmulator()
  using workspace = new Workspace()
  workspace.write('greeter/requirements.txt', '# what it needs\nflask=3\n')
  const main = await runMain(workspace, { inputs: inputsFor(emulator, { 'test-payload': '{}' }) })
  expect(main.log).toMatch(/^\| pip install -r requirements\.txt failed: ERROR: Invalid requirement: /m)
  expect(main.annotations.map(({ properties }) => [properties['file'], properties['line']])).toContainEqual([
    'greeter/requirements.txt',
    '2'
  ])
})
