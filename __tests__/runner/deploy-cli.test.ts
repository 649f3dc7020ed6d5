import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { readDeployArguments } from '../../runner/deploy-arguments.ts'
import { until } from '../emulator/ignite/support/until.ts'
import { spawnEmulator } from '../emulator/support/spawning.ts'
import { COMPILE_CACHE } from '../support/compile-cache.ts'
import { ROOT } from '../support/deploying.ts'

const HANDLER = 'def handler(payload, ctx):\n    return {"version": "one", "got": payload.decode()}\n'

let scratch: string
const running = new Set<ChildProcess>()

beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'deploy-tool-'))
  mkdirSync(path.join(scratch, 'My Shop'))
  writeFileSync(path.join(scratch, 'My Shop/handler.py'), HANDLER)
})
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(scratch, { recursive: true, force: true })
})

/** `npm run deploy`, as from a terminal in the scratch directory. Emulators are looked for there. */
function deploy(...args: string[]) {
  const env = { ...process.env, ...COMPILE_CACHE, TMPDIR: scratch, INIT_CWD: scratch }
  const child = spawn(process.execPath, [path.join(ROOT, 'runner/deploy-cli.ts'), ...args], { cwd: ROOT, env })
  running.add(child)
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(String(chunk)))
  return { child, output: () => said.join(''), code: once(child, 'close').then(([code]) => code as number) }
}

test('a folder is deployed and called; without an emulator one is started, and nothing is left', async () => {
  const tool = deploy('My Shop', '--with', 'test-payload={"name":"Ada"}')
  expect({ code: await tool.code, output: tool.output() }).toEqual({ code: 0, output: tool.output() })
  expect(tool.output()).toMatch(/^No emulator is running: started one at 127\.0\.0\.1:\d+\./)
  expect(tool.output()).toContain('1 test passed')
  expect(tool.output()).toMatch(
    /POST http:\/\/127\.0\.0\.1:\d+\/acme\/my-shop \{"name":"Ada"\}\n200 \{"version": "one", "got": "\{\\"name\\":\\"Ada\\"\}"\}\n/
  )
  expect(readdirSync(scratch)).toEqual(['My Shop'])
})

test('an app that fails is exit code 1, whether in its deployment or in its answer', async () => {
  writeFileSync(path.join(scratch, 'My Shop/handler.py'), 'def handler(payload, ctx):\n    raise KeyError("titel")\n')
  const answering = deploy('My Shop')
  expect(await answering.code).toBe(1)
  expect(answering.output()).toMatch(/\n500 \{"error":"'titel'","type":"KeyError","traceback":/)
  const deploying = deploy('My Shop', '--with', 'runtime=cobol')
  expect(await deploying.code).toBe(1)
  expect(deploying.output()).toContain('runtime')
  expect(deploying.output()).not.toContain('POST ')
})

test('a running emulator is used, and --watch deploys again on a change until it is ended', async () => {
  await using emulator = await spawnEmulator([], { TMPDIR: scratch })
  const tool = deploy('My Shop', '--app', 'shop', '--watch')
  await until(() => /Watching /.test(tool.output()))
  expect(tool.output()).toContain(`Using the emulator at ${emulator.grpc}.`)
  expect(tool.output()).toContain('Published version 1')
  writeFileSync(path.join(scratch, 'My Shop/handler.py'), HANDLER.replace('one', 'two'))
  await until(() => /200 \{"version": "two"/.test(tool.output()))
  expect(tool.output()).toContain('Published version 2')
  tool.child.kill('SIGINT')
  expect(await tool.code).toBe(0)
  const answer = await fetch(`${emulator.public}/acme/shop`, { method: 'POST', body: 'x' })
  expect(await answer.json()).toEqual({ version: 'two', got: 'x' })
})

test.each([
  [[], 'name the folder to deploy'],
  [['nowhere'], 'there is no /'],
  [['My Shop', 'other'], 'name one folder, not My Shop and other'],
  [['My Shop', '--with', 'runtime'], '--with must be KEY=VALUE, but is runtime'],
  [['My Shop', '--nope'], "Unknown option '--nope'"]
])('%j is exit code 2 with what to write', async (args, says) => {
  const tool = deploy(...args)
  expect(await tool.code).toBe(2)
  expect(tool.output()).toContain(says)
  expect(tool.output()).toContain('--help shows how to use it.')
})

test('--help tells how to use it', async () => {
  const tool = deploy('--help')
  expect(await tool.code).toBe(0)
  for (const word of ['DIR', '--app', '--with', '--watch', 'npm run emulator']) expect(tool.output()).toContain(word)
})

test.each([
  ['My Shop', 'my-shop'],
  ['..Ünï_Code--', 'n-_code'],
  ['app.py', 'app'],
  ['***', 'app']
])('the folder %j gives the app the name %j', (folder, app) => {
  const directory = path.join(scratch, folder)
  mkdirSync(directory, { recursive: true })
  expect(readDeployArguments([folder], scratch).inputs).toEqual({ app })
})
