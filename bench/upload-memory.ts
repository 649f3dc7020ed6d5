/**
 * How much memory the built action takes to deploy a context of 500 MB by the build service, and
 * how much one of 50 MB: the peak of main's resident set, as the kernel has it. Run `npm run build` before. The
 * emulator is a process of its own; it builds nothing but a copy. Usage: node bench/upload-memory.ts
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { makeBinary, makeTextTree } from './trees.ts'

const GOAL_MB = 200
const ROOT = path.resolve(import.meta.dirname, '..')
/** Prints the peak when the process ends; `resourceUsage` is in kibibytes. */
const PEAK = `process.on('exit', () => require('node:fs').writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)))`

const scratch = mkdtempSync(path.join(tmpdir(), 'bench-'))
const emulator = spawn(process.execPath, [path.join(ROOT, 'emulator/main.ts'), '--data', path.join(scratch, 'data')], {
  stdio: ['ignore', 'pipe', 'inherit']
})
try {
  const { grpc, auth } = await readyLine(emulator)
  const [small, large] = [50, 500].map((mb) => deploy(mb, { grpc, auth })) as [number, number]
  console.log(`P7 500 MB / 50 MB: ${(large / small).toFixed(2)}, goal 1.3`)
  console.log(`P7 peak at 500 MB: ${large.toFixed(0)} MB, goal ${GOAL_MB}`)
} finally {
  emulator.kill()
  await once(emulator, 'exit')
  rmSync(scratch, { recursive: true })
}

type Endpoints = { readonly grpc: string; readonly auth: string }

async function readyLine({ stdout }: ChildProcess): Promise<Endpoints> {
  for await (const line of createInterface({ input: stdout as NodeJS.ReadableStream })) return JSON.parse(line)
  throw new Error('the emulator did not start')
}

/** Deploys a context of that size, and gives the peak in MB. */
function deploy(mb: number, { grpc, auth }: Endpoints): number {
  const workspace = path.join(scratch, `${mb} MB`)
  makeContext(path.join(workspace, 'web'), mb * 1e6)
  const log = execFileSync(process.execPath, [path.join(ROOT, 'dist/main/index.js')], {
    env: { ...runnerEnvironment(workspace), ...inputs({ app: `web-${mb}`, 'api-endpoint': grpc, 'auth-url': auth }) }
  }).toString()
  console.log(/^Uploaded the context.*$/m.exec(log)?.[0])
  const peak = (Number(readFileSync(path.join(workspace, 'peak'), 'utf8')) * 1024) / 1e6
  console.log(`${mb} MB: peak ${peak.toFixed(0)} MB`)
  return peak
}

/** Half of it sources, half of it one large file, and an image that holds nothing of it. */
function makeContext(root: string, bytes: number): void {
  makeTextTree(root, { files: Math.round(bytes / 50_000), bytes: bytes / 2 })
  makeBinary(path.join(root, 'model.bin'), bytes / 2)
  const server = readFileSync(path.join(ROOT, 'examples/web/server.py'))
  writeFileSync(path.join(root, 'server.py'), server)
  writeFileSync(path.join(root, 'Dockerfile'), readFileSync(path.join(ROOT, 'examples/web/Dockerfile')))
}

function runnerEnvironment(workspace: string): Readonly<Record<string, string>> {
  const file = (name: string) => {
    writeFileSync(path.join(workspace, name), '')
    return path.join(workspace, name)
  }
  mkdirSync(path.join(workspace, 'temp'))
  writeFileSync(path.join(workspace, 'peak.cjs'), PEAK)
  return {
    PATH: process.env['PATH'] ?? '',
    NODE_OPTIONS: `--require "${path.join(workspace, 'peak.cjs')}"`,
    PEAK_FILE: path.join(workspace, 'peak'),
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: path.join(workspace, 'temp'),
    GITHUB_OUTPUT: file('output'),
    GITHUB_STATE: file('state'),
    GITHUB_STEP_SUMMARY: file('summary')
  }
}

function inputs(given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const all = {
    code: 'web',
    'dockerfile-path': 'Dockerfile',
    builder: 'build-service',
    'service-account-id': 'emulator-sa',
    'service-account-secret': 'emulator-secret',
    ...given
  }
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
}
