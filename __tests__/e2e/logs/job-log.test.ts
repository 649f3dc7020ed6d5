import { cpSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../emulator/start.ts'
import type { StageResult } from '../../../runner/stage.ts'
import { testWith } from '../../emulator/ignite/support/test-with.ts'
import { type Inputs, inputsFor, ROOT, runMain, Workspace } from '../../support/deploying.ts'
import { expectGolden } from '../support/golden.ts'

const DOCKERFILE = `FROM python:3.12-slim
WORKDIR /app
COPY check.py .
# Says what is missing before the image is pushed.
RUN python3 check.py
USER 65534
CMD ["python3", "server.py"]
`
const CHECK = `import sys

def check(settings):
    return settings["greeting"]

print("checking", file=sys.stderr)
check({})
`
const DIVIDES = 'def greeting(name):\n    share = 1 / len(name[3:])\n    return f"Hello, {name}, {share}!"\n'

/** Compilers say what is in the log; cargo, go and python3 are the real ones. */
describe('The whole log of a job', () => {
  let emulator: Emulator

  beforeAll(async () => {
    emulator = await startEmulator()
  })

  afterAll(async () => emulator.close())

  async function deployed(workspace: Workspace, inputs: Inputs): Promise<StageResult> {
    return await runMain(workspace, { inputs: inputsFor(emulator, inputs) })
  }

  /** An example, where people have their services. */
  function withExample(example: string, edits: Readonly<Record<string, readonly [string, string]>> = {}): Workspace {
    const workspace = new Workspace()
    const code = path.join(workspace.path, 'services', example)
    cpSync(path.join(ROOT, 'examples', example), code, { recursive: true })
    for (const [file, [from, to]] of Object.entries(edits)) {
      workspace.edit(path.join('../services', example, file), (text) => text.replace(from, to))
    }
    return workspace
  }

  testWith('cargo')('of a Rust program that is published', async () => {
    using workspace = withExample('rust-hello')
    const inputs = { app: 'rust', code: 'services/rust-hello', 'test-payload': '{"name":"Ada"}' }
    const main = await deployed(workspace, inputs)
    expectGolden('rust-good', main)
    expect(main.exitCode).toBe(0)
    expect(main.log).toMatch(new RegExp(`^\\| ${RegExp.escape('\u001b[')}.*Compiling`, 'm'))
  })

  testWith('cargo')('of a Rust program that does not compile', async () => {
    using workspace = withExample('rust-hello', { 'src/lib.rs': ['"version": VERSION', '"version": nowhere'] })
    expectGolden('rust-failing', await deployed(workspace, { app: 'rust-failing', code: 'services/rust-hello' }))
  })

  testWith('go')('of a Go program that does not compile', async () => {
    using workspace = withExample('go-hello', { 'main.go': ['fmt.Errorf', 'nowhere.Errorf'] })
    expectGolden('go-failing', await deployed(workspace, { app: 'go-failing', code: 'services/go-hello' }))
  })

  test('of a Dockerfile whose command fails', async () => {
    using workspace = new Workspace()
    mkdirSync(path.join(workspace.path, 'shop/docker'), { recursive: true })
    workspace.write('shop/docker/web.Dockerfile', DOCKERFILE)
    workspace.write('shop/check.py', CHECK)
    const inputs = { app: 'shop', code: 'shop', 'dockerfile-path': './docker/web.Dockerfile', builder: 'build-service' }
    expectGolden('dockerfile-failing', await deployed(workspace, inputs))
  })

  test('of a Python handler that raises in the test of its draft', async () => {
    using workspace = new Workspace()
    workspace.edit('lib/greeting.py', () => DIVIDES)
    expectGolden('python-traceback', await deployed(workspace, { 'test-payload': '{"name":"Ada"}' }))
  })
})
