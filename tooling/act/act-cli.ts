/** Runs act with what the command line says, installed where it is missing: `npm run act -- push -C ../my-app`. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { ActHome } from './act-home.ts'
import { InstallError, installAct } from './act-program.ts'

try {
  process.exitCode = await run(installAct(), process.argv.slice(2))
} catch (error) {
  if (!(error instanceof InstallError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}

async function run(program: string, args: readonly string[]): Promise<number> {
  using home = new ActHome()
  // npm runs its scripts in the package's directory, and says where it was called.
  const cwd = process.env['INIT_CWD'] ?? process.cwd()
  const child = spawn(program, [...home.options, ...args], { cwd, env: home.env, stdio: 'inherit' })
  // A terminal's Ctrl+C reaches act as well: its jobs are cancelled, and the folders go when they have ended.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  const [code] = await once(child, 'close')
  return code ?? 1
}
