import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { BUNDLED, COMPILED } from '../scene/places.ts'

export type Program = {
  readonly command: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Default 0. */
  readonly exitCode?: number
}

export type Cost = {
  readonly ms: number
  /** Of the process and of its own children; NaN where there is no /proc. */
  readonly cpuMs: number
  readonly output: string
}

export type Child = ChildProcessByStdio<null, Readable, Readable>

/** A program of bench/programs: bundled where it holds a part of src/, else compiled. */
export function own(name: string, ...args: readonly (string | number)[]): Program {
  const bundle = path.join(BUNDLED, name, 'index.js')
  return node(existsSync(bundle) ? bundle : path.join(COMPILED, 'bench/programs', `${name}.js`), ...args)
}

export function node(...args: readonly (string | number)[]): Program {
  return { command: process.execPath, args: args.map(String) }
}

export function launch({ command, args, env }: Program): Child {
  const environment = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env }
  return spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: environment })
}

/** Runs it from start to end. Rejects with what it said where it ends otherwise than it should. */
export async function run(program: Program, consume?: (child: Child) => void): Promise<Cost> {
  const cpuBefore = childrenCpuMs()
  const start = performance.now()
  const child = launch(program)
  const said = { stdout: '', stderr: '' }
  child.stderr.on('data', (text) => {
    said.stderr += text
  })
  if (consume) consume(child)
  else {
    child.stdout.on('data', (text) => {
      said.stdout += text
    })
  }
  const [code] = await once(child, 'close')
  const cost = { ms: performance.now() - start, cpuMs: childrenCpuMs() - cpuBefore, output: said.stdout }
  if (code === (program.exitCode ?? 0)) return cost
  throw new Error(`${program.command} ${program.args.join(' ')} ended with ${code}:\n${said.stdout}${said.stderr}`)
}

/** `cutime` and `cstime` of this process, in clock ticks of 10 ms: of children that have ended. */
function childrenCpuMs(): number {
  if (!existsSync('/proc/self/stat')) return Number.NaN
  const stat = readFileSync('/proc/self/stat', 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[13]) + Number(fields[14])) * 10
}

/** Loaded before a program: writes the peak of its resident set when it ends, in KiB. */
const PEAK_HOOK = `--import=data:text/javascript,${encodeURIComponent(`
import { writeFileSync } from 'node:fs'
process.on('exit', () => writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)))`)}`

/** Runs a Node program, and tells its peak too. */
export async function runWithPeak(
  program: Program,
  consume?: (child: Child) => void
): Promise<Cost & { readonly peakMiB: number }> {
  const file = path.join(tmpdir(), `bench-peak-${process.pid}`)
  const args = [PEAK_HOOK, ...program.args]
  const cost = await run({ ...program, args, env: { ...program.env, PEAK_FILE: file } }, consume)
  const peakMiB = Number(readFileSync(file, 'utf8')) / 1024
  rmSync(file)
  return { ...cost, peakMiB }
}

/** A server that says its first line when it is ready. */
export type Server = AsyncDisposable & { readonly firstLine: string }

export async function serve(program: Program): Promise<Server> {
  const child = launch(program)
  child.stderr.pipe(process.stderr)
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const stop = async () => {
    const closed = once(child, 'close')
    child.kill()
    await closed
  }
  return { firstLine: line, [Symbol.asyncDispose]: stop }
}
