import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import type { StreamName } from './commands.ts'

/** The runner's waits in milliseconds (ProcessInvoker.cs): SIGINT to SIGTERM, SIGTERM to SIGKILL, exit to open pipes. */
const graceAfterInterrupt = 7_500
const graceAfterTerminate = 2_500
const graceForOpenPipes = 5_000

export type ProcessEnd = {
  /** 128 + n after signal n, as .NET counts it. */
  readonly exitCode: number
  /** Whether a child of the process still held an output stream when the runner stopped waiting. */
  readonly pipesLeftOpen: boolean
  /** What the runner had to send, in that order, to stop it. */
  readonly signals: readonly NodeJS.Signals[]
}

type ProcessStart = {
  readonly script: string
  readonly workingDirectory: string
  readonly environment: Readonly<Record<string, string>>
  readonly onOutput: (stream: StreamName, chunk: Buffer) => void
  /** Factor for the three waits; 1 is the real runner. */
  readonly timeScale: number
}

/** One node process, started and stopped as the runner does. */
export class ActionProcess {
  readonly ended: Promise<ProcessEnd>
  readonly #child: ChildProcess
  readonly #timeScale: number
  readonly #over = new AbortController()
  readonly #signals: NodeJS.Signals[] = []

  constructor(start: ProcessStart) {
    this.#timeScale = start.timeScale
    this.#child = spawn(process.execPath, [start.script], {
      cwd: start.workingDirectory,
      env: { ...start.environment },
      stdio: ['ignore', 'pipe', 'pipe']
    })
    this.#child.stdout?.on('data', (chunk: Buffer) => start.onOutput('stdout', chunk))
    this.#child.stderr?.on('data', (chunk: Buffer) => start.onOutput('stderr', chunk))
    this.ended = this.#waitForEnd()
  }

  /** SIGINT, then SIGTERM, then SIGKILL, each to this process alone: its children get none. */
  async stop(): Promise<void> {
    this.#send('SIGINT')
    if (!(await this.#outlives(graceAfterInterrupt))) return
    this.#send('SIGTERM')
    if (!(await this.#outlives(graceAfterTerminate))) return
    this.#send('SIGKILL')
  }

  #send(signal: NodeJS.Signals): void {
    this.#signals.push(signal)
    this.kill(signal)
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal)
  }

  /** Nobody reads its output any more, as when the runner dies. */
  abandon(): void {
    this.#child.stdout?.destroy()
    this.#child.stderr?.destroy()
  }

  async #outlives(milliseconds: number): Promise<boolean> {
    const signal = this.#over.signal
    return delay(milliseconds * this.#timeScale, true, { signal }).catch(() => false)
  }

  async #waitForEnd(): Promise<ProcessEnd> {
    const closed = once(this.#child, 'close').then(() => false)
    // A start that fails rejects `exit` as well, which is the one that is reported.
    closed.catch(() => undefined)
    const [code, signal] = (await once(this.#child, 'exit')) as [number | null, NodeJS.Signals | null]
    this.#over.abort()
    const waited = new AbortController()
    const timer = delay(graceForOpenPipes * this.#timeScale, true, { signal: waited.signal })
    timer.catch(() => undefined)
    const pipesLeftOpen = await Promise.race([closed, timer])
    waited.abort()
    this.#child.stdout?.destroy()
    this.#child.stderr?.destroy()
    return { exitCode: code ?? 128 + constants.signals[signal ?? 'SIGKILL'], pipesLeftOpen, signals: this.#signals }
  }
}

export type Orphan = { readonly pid: number; readonly command: string }

/**
 * Kills what a step left running, found as the runner finds it: by RUNNER_TRACKING_ID in the environment. Reads
 * /proc, so elsewhere than on Linux it finds nothing.
 */
export function killOrphans(trackingId: string): readonly Orphan[] {
  const orphans: Orphan[] = []
  for (const entry of listProcesses()) {
    const environment = readProcess(entry, 'environ')
    if (!environment.includes(`RUNNER_TRACKING_ID=${trackingId}`)) continue
    orphans.push({ pid: Number(entry), command: readProcess(entry, 'cmdline').join(' ').trim() })
    process.kill(Number(entry), 'SIGKILL')
  }
  return orphans
}

function listProcesses(): readonly string[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
}

/** The NUL-separated texts of a /proc file; empty for a process that is gone or another user's. */
function readProcess(pid: string, file: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8').split('\0')
  } catch {
    return []
  }
}
