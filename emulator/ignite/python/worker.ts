import { type ChildProcess, spawn } from 'node:child_process'
import type { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Env, LogLine } from '../model.ts'
import { cutLines } from './line-cutter.ts'

const PROGRAM = fileURLToPath(new URL('worker.py', import.meta.url))

export type Job = {
  readonly payload: Uint8Array
  /** What the handler gets as its second argument. */
  readonly ctx: { readonly execution_id: string; readonly function_id: string; readonly organization_id: string }
  readonly timeoutMs: number
}

export type Outcome =
  | { readonly kind: 'completed'; readonly output: string }
  | { readonly kind: 'failed'; readonly error: string; readonly type: string; readonly traceback: string }
  | { readonly kind: 'timeout'; readonly error: string }

export type OnLog = (stream: LogLine['stream'], line: string) => void

export type Worker = {
  /** Runs one job; the next may be sent after its outcome. A timeout ends the worker. */
  run(job: Job): Promise<Outcome>
  /** Kills the process and what it started. */
  close(): Promise<void>
  /** False once the process has ended or is being killed. */
  readonly alive: boolean
}

export type WorkerOptions = {
  readonly python: string
  readonly directory: string
  readonly env: Env
  readonly onLog: OnLog
}

/** Starts one Python process for one code directory and one environment. */
export function startWorker({ python, directory, env, onLog }: WorkerOptions): Worker {
  // A process group of its own, so that what the handler started ends with it.
  const child = spawn(python, [PROGRAM, directory], {
    cwd: directory,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe']
  })
  const requests = child.stdio[3] as Writable
  // A worker that has died is reported by its end; the pipe's own error would say nothing more.
  requests.on('error', () => {})
  const pending = new Map<string, (outcome: Outcome) => void>()
  readOutput(child, onLog, (id, outcome) => pending.get(id)?.(outcome))
  const ended = endOf(child).then((how) => {
    const outcome: Outcome = {
      kind: 'failed',
      error: `the Python process ended: ${how}`,
      type: 'ProcessEnded',
      traceback: ''
    }
    for (const settle of pending.values()) settle(outcome)
  })
  let closing = false
  const close = () => {
    closing = true
    killGroup(child)
    return ended
  }
  return {
    get alive() {
      return !closing && child.exitCode === null && child.signalCode === null
    },
    close,
    run: async ({ ctx, payload, timeoutMs }) => {
      const { promise, resolve } = Promise.withResolvers<Outcome>()
      pending.set(ctx.execution_id, resolve)
      const timer = setTimeout(() => {
        resolve({ kind: 'timeout', error: `the handler did not answer within ${timeoutMs / 1000} s` })
        void close()
      }, timeoutMs)
      const request = { id: ctx.execution_id, ctx, payload: Buffer.from(payload).toString('base64') }
      requests.write(`${JSON.stringify(request)}\n`)
      const outcome = await promise
      clearTimeout(timer)
      pending.delete(ctx.execution_id)
      return outcome
    }
  }
}

function readOutput(child: ChildProcess, onLog: OnLog, onAnswer: (id: string, outcome: Outcome) => void): void {
  // The private pipe carries what Python prints; the process's own streams what C code and other programs print.
  const cutters = {
    stdout: cutLines((line) => onLog('stdout', line)),
    stderr: cutLines((line) => onLog('stderr', line))
  }
  const answers = cutLines((line) => {
    const message = JSON.parse(line)
    if ('log' in message) return cutters[message.stream as LogLine['stream']].write(Buffer.from(message.log, 'base64'))
    const { id, output, error, type, traceback } = message
    cutters.stdout.end()
    cutters.stderr.end()
    onAnswer(id, output === undefined ? { kind: 'failed', error, type, traceback } : { kind: 'completed', output })
  })
  child.stdio[4]?.on('data', (chunk: Buffer) => answers.write(chunk))
  child.stdout?.on('data', (chunk: Buffer) => cutters.stdout.write(chunk))
  child.stderr?.on('data', (chunk: Buffer) => cutters.stderr.write(chunk))
  child.on('close', () => {
    cutters.stdout.end()
    cutters.stderr.end()
  })
}

/** How the process ended, once its pipes have been read to their end. */
function endOf(child: ChildProcess): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  child.on('error', (error) => resolve(error.message))
  // What the handler left running would keep the pipes open.
  child.on('exit', () => killGroup(child))
  child.on('close', (code, signal) => resolve(signal ?? `exit code ${code}`))
  return promise
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // ESRCH: the group is gone already.
  }
}
