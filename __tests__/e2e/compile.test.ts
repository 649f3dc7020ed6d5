import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect } from '@jest/globals'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../emulator/start.ts'
import { testWith } from '../emulator/ignite/support/test-with.ts'
import { compilerLines } from '../faults/support/compiling.ts'
import {
  callUrl,
  type Inputs,
  inputsFor,
  ROOT,
  remote,
  run,
  runMain,
  theFailure,
  Workspace
} from '../support/deploying.ts'
import { failingAt, refusal } from './support/live-app.ts'

type Language = {
  readonly example: string
  readonly tool: 'cargo' | 'go' | 'deno'
  readonly runtime: string
  readonly source: string
  /** What the compiler says of the example as it is, and of it with `broken`. */
  readonly says: RegExp
  readonly broken: readonly [from: string, to: string]
  readonly complains: RegExp
}

const LANGUAGES: readonly Language[] = [
  {
    example: 'rust-hello',
    tool: 'cargo',
    runtime: 'rust, found by Cargo.toml',
    source: 'src/lib.rs',
    says: /Compiling.* rust-hello v0\.1\.0/,
    broken: ['"version": VERSION', '"version": nowhere'],
    complains: /cannot find value `nowhere` in this scope/
  },
  {
    example: 'go-hello',
    tool: 'go',
    runtime: 'go, found by go.mod',
    source: 'main.go',
    says: /example\.com\/go-hello/,
    broken: ['fmt.Errorf', 'nowhere.Errorf'],
    complains: /undefined: nowhere/
  },
  {
    example: 'deno-hello',
    tool: 'deno',
    runtime: 'deno, found by deno.json',
    source: 'main.ts',
    says: /Check.* main\.ts/,
    broken: ['VERSION, app', 'nowhere, app'],
    complains: /nowhere/
  }
]

function copyExample(workspace: Workspace, example: string): void {
  cpSync(path.join(ROOT, 'examples', example), path.join(workspace.path, example), { recursive: true })
}

function edit(workspace: Workspace, file: string, from: string, to: string): void {
  const where = path.join(workspace.path, file)
  const text = readFileSync(where, 'utf8')
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`)
  writeFileSync(where, text.replace(from, to))
}

/** Makes version two of an example, and of what is expected of it. */
function makeSecond(workspace: Workspace, { example, source }: Language): void {
  const [, quote = '"'] = /(["'])one["']/.exec(readFileSync(path.join(workspace.path, example, source), 'utf8')) ?? []
  edit(workspace, path.join(example, source), `${quote}one${quote}`, `${quote}two${quote}`)
  edit(workspace, path.join(example, 'payloads/nobody.expect.json'), '"one"', '"two"')
}

function inputsOf(emulator: Emulator, example: string, inputs: Inputs = {}): Inputs {
  const tests = `${example}/payloads/*.json`
  return inputsFor(emulator, {
    app: example,
    code: example,
    'allow-unauthenticated': 'true',
    'test-payload-file': tests,
    ...inputs
  })
}

describe.each(LANGUAGES)('$example', (language) => {
  const { example, tool, runtime, source, says, broken, complains } = language
  const workspace = new Workspace()
  let emulator: Emulator

  beforeAll(async () => {
    copyExample(workspace, example)
    emulator = await startEmulator()
  })

  afterAll(async () => {
    workspace[Symbol.dispose]()
    await emulator.close()
  })

  testWith(tool)(`is saved, compiled, tested and published, twice; with a fault in ${source} it is not`, async () => {
    const first = await deployed()
    expect(first).toMatchObject({ published_version: '1', previous_version: '' })
    expect(await callUrl(first['url'])).toMatchObject({ greeting: 'Hello, Ada!', version: 'one' })

    makeSecond(workspace, language)
    const second = await deployed()
    expect(second).toMatchObject({ published_version: '2', previous_version: '1' })
    expect(second['deploy_id']).not.toBe(first['deploy_id'])
    expect(await callUrl(second['url'])).toMatchObject({ greeting: 'Hello, Ada!', version: 'two' })

    edit(workspace, path.join(example, source), ...broken)
    const { main, post } = await run(workspace, { inputs: inputsOf(emulator, example) })
    const failure = theFailure(main)
    expect(failure).toMatchObject({ reason: 'compile_failed', title: 'Compile draft failed' })
    expect(failure.message).toMatch(new RegExp(`^${example}/${source}:\\d+.*[.:] The code did not compile: `))
    expect(compilerLines(main).join('\n')).toMatch(complains)
    expect(main.summary).toContain('nowhere')
    expect(main.outputs).toMatchObject({
      published_version: '',
      previous_version: '2',
      active_version: '2',
      code_hash: expect.stringMatching(/^[0-9a-f]{8}$/),
      deploy_id: expect.stringMatching(/^\w{26}$/),
      test_status: ''
    })
    expect(post).toMatchObject({ exitCode: 0, raw: '' })
    const { state, versions } = await remote(emulator, { organization: 'acme', name: example })
    expect([state?.activeVersion, versions.length]).toEqual([2, 2])
    expect(await callUrl(second['url'])).toMatchObject({ version: 'two' })
  })

  async function deployed() {
    const main = await runMain(workspace, { inputs: inputsOf(emulator, example) })
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    expect(main.log).toContain(`Deploying ${example} from ${example} (${runtime}) to`)
    expect(compilerLines(main).join('\n')).toMatch(says)
    expect(main.log).toMatch(/^Compiled( \(|$)/m)
    expect(main.log).toContain('2 tests passed')
    expect(main.outputs['log_path']).toMatch(/platform\.log$/)
    return main.outputs
  }
})

const platforms: readonly EmulatorOptions[] = [
  ...[41, 42, 43, 44, 45].map((permuteSeed) => ({ permuteSeed })),
  { variants: ['compile-logs-live'] },
  { variants: ['compile-logs-lines', 'status-spelling'] },
  { variants: ['no-code-hash', 'draft-cleared'] },
  { variants: ['compile-logs-live', 'compile-logs-lines', 'payload-string'], permuteSeed: 46 }
]

testWith('cargo').each(platforms)('A Rust program is compiled on a platform with %j', async (platform) => {
  await using emulator = await startEmulator(platform)
  using workspace = new Workspace()
  copyExample(workspace, 'rust-hello')
  const main = await runMain(workspace, { inputs: inputsOf(emulator, 'rust-hello') })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  // Where only what comes from now on is told, what came before we asked is lost.
  const shown = platform.variants?.includes('compile-logs-live') ? /^[01]$/ : /^1$/
  const inside = compilerLines(main).join('\n')
  expect(timesOf(inside, /Compiling.* rust-hello/g)).toMatch(shown)
  expect(timesOf(inside, /Finished.* `release`/g)).toMatch(shown)
  expect(await callUrl(main.outputs['url'])).toMatchObject({ greeting: 'Hello, Ada!' })

  edit(workspace, 'rust-hello/src/lib.rs', '"version": VERSION', '"version": nowhere')
  const failed = await runMain(workspace, { inputs: inputsOf(emulator, 'rust-hello') })
  expect(theFailure(failed).reason).toBe('compile_failed')
  expect(timesOf(compilerLines(failed).join('\n'), /cannot find value `nowhere`/g)).toMatch(shown)
  expect((await remote(emulator, { organization: 'acme', name: 'rust-hello' })).versions).toHaveLength(1)
})

function timesOf(text: string, pattern: RegExp): string {
  return String(text.match(pattern)?.length ?? 0)
}

testWith('go')('A Go program that the platform compiles while it publishes is published', async () => {
  await using emulator = await startEmulator({ variants: ['compile-sdk-refused'] })
  using workspace = new Workspace()
  copyExample(workspace, 'go-hello')
  const main = await runMain(workspace, { inputs: inputsOf(emulator, 'go-hello', { 'test-payload-file': '' }) })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect(main.log).toContain('The platform compiles nothing for this draft: it is built when it is published.')
  expect(await callUrl(main.outputs['url'])).toMatchObject({ greeting: 'Hello, Ada!' })
})

testWith('wasm32-wasip1')('A Rust program is deployed as WebAssembly', async () => {
  await using emulator = await startEmulator()
  using workspace = new Workspace()
  copyExample(workspace, 'rust-hello')
  const main = await runMain(workspace, { inputs: inputsOf(emulator, 'rust-hello', { 'rust-target': 'wasm' }) })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect(await callUrl(main.outputs['url'])).toMatchObject({ greeting: 'Hello, Ada!' })
})

testWith('cargo')('A Rust draft that the platform refuses to compile is not published', async () => {
  await using emulator = await startEmulator(failingAt('CompileDraft', [1], refusal()))
  using workspace = new Workspace()
  copyExample(workspace, 'rust-hello')
  const main = await runMain(workspace, { inputs: inputsOf(emulator, 'rust-hello') })
  const { reason, message } = theFailure(main)
  expect(reason).toBe('compile_failed')
  expect(message).toContain('The platform does not compile this draft, and Rust must be compiled.')
  expect(emulator.journal.filter(({ method }) => /TestDraft|PublishDraft/.test(method))).toEqual([])
})
