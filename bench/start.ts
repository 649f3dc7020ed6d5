/**
 * What starting costs, as ratios to an empty Node: a run whose inputs are wrong (at most 2.5), and a whole deploy to the
 * emulator. Another build of main may run beside them. Usage: node bench/start.ts [pairs] [path of another index.js]
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { DEFAULT_ACCOUNT, startEmulator } from '../emulator/start.ts'

const ROOT = path.resolve(import.meta.dirname, '..')
const [pairs = '15', other] = process.argv.slice(2)
const builds = [path.join(ROOT, 'dist/main/index.js'), ...(other === undefined ? [] : [path.resolve(other)])]

await using emulator = await startEmulator()
const temp = mkdtempSync(path.join(tmpdir(), 'start-'))
const files = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'].map(
  (name) => [name, path.join(temp, name)] as const
)
for (const [, file] of files) writeFileSync(file, '')
const env = {
  PATH: process.env['PATH'],
  ...Object.fromEntries(files),
  GITHUB_WORKSPACE: path.join(ROOT, 'examples'),
  GITHUB_REPOSITORY: 'owner/repository',
  GITHUB_RUN_ID: '1',
  RUNNER_TEMP: temp,
  INPUT_APP: 'greeter',
  INPUT_CODE: 'greeter',
  'INPUT_API-ENDPOINT': emulator.grpc,
  'INPUT_AUTH-URL': emulator.tokenUrl,
  'INPUT_SERVICE-ACCOUNT-ID': DEFAULT_ACCOUNT.id,
  'INPUT_SERVICE-ACCOUNT-SECRET': DEFAULT_ACCOUNT.secret
}

async function run(args: readonly string[], inputs = {}): Promise<number> {
  const start = performance.now()
  const [exitCode] = await once(spawn(process.execPath, args, { env: { ...env, ...inputs }, stdio: 'ignore' }), 'exit')
  if (exitCode !== ('INPUT_TIMEOUT-MINUTES' in inputs ? 1 : 0)) throw new Error(`${args} ended with ${exitCode}.`)
  return performance.now() - start
}

/** They take turns, so that all see the same machine. */
const ratios = new Map<string, number[]>()
for (let pair = 0; pair < Number(pairs); pair++) {
  const empty = await run(['-e', '0'])
  for (const build of builds) {
    const wrong = await run([build], { 'INPUT_TIMEOUT-MINUTES': 'soon' })
    const deploy = await run([build])
    for (const [what, ms] of [
      ['wrong input', wrong],
      ['deploy', deploy]
    ] as const) {
      const name = `${what}, ${path.relative(ROOT, build)}`
      ratios.set(name, [...(ratios.get(name) ?? []), ms / empty])
    }
  }
}
rmSync(temp, { recursive: true })

for (const [name, list] of ratios) {
  const sorted = list.toSorted((a, b) => a - b)
  const at = (part: number): string => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(2)
  console.log(`${name} / node -e 0: median ${at(0.5)} (quartiles ${at(0.25)} to ${at(0.75)}, ${pairs} pairs)`)
}
