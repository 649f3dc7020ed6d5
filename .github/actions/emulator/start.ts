/** Installs what the emulator needs, starts it beside the job, and tells where it listens. */
import { execSync, spawn } from 'node:child_process'
import { appendFileSync, existsSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const { INPUT_FLAGS = '', RUNNER_TEMP = '', GITHUB_OUTPUT = '', GITHUB_STATE = '' } = process.env
const output = path.join(RUNNER_TEMP, 'emulator.json')
const log = path.join(RUNNER_TEMP, 'emulator.log')

// Under act, the workspace may have them already.
if (!existsSync('node_modules')) execSync('npm ci --ignore-scripts --no-audit --no-fund', { stdio: 'inherit' })
const emulator = spawn(process.execPath, ['emulator/main.ts', ...INPUT_FLAGS.split(/\s+/).filter(Boolean)], {
  detached: true,
  stdio: ['ignore', openSync(output, 'w'), openSync(log, 'w')]
})
emulator.unref()
appendFileSync(GITHUB_STATE, `pid=${emulator.pid}\n`)

while (!readFileSync(output, 'utf8').endsWith('\n')) {
  if (emulator.exitCode !== null) throw new Error(`The emulator ended:\n${readFileSync(log, 'utf8')}`)
  await delay(100)
}
const { grpc, auth } = JSON.parse(readFileSync(output, 'utf8')) as { readonly grpc: string; readonly auth: string }
appendFileSync(GITHUB_OUTPUT, `grpc=${grpc}\nauth=${auth}\n`)
process.stdout.write(`The emulator listens at ${grpc}\n`)
