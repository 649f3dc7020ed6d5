import type { Env } from '../model/model.ts'
import { type GuardedProcess, spawnGuarded } from './guarded-process.ts'
import { cutLines } from './line-cutter.ts'
import type { Start } from './runtime.ts'
import { type Job, type Outcome, overdue, type Worker } from './worker.ts'

/** As much as the emulator takes in a request. */
const MAX_OUTPUT_BYTES = 32 * 1024 * 1024
const KEPT_ERROR_LINES = 200

/**
 * Runs a compiled program once for every job. This contract is the emulator's own (docs/emulator.md): the payload is its
 * stdin, the context is in the environment, its output is stdout, its log is stderr, and any exit but 0 is a failure.
 */
export function programWorker({ built, directory, env, onLog }: Omit<Start, 'tool'>): Worker {
  let running: GuardedProcess | undefined
  let closed = false
  return {
    get alive() {
      return !closed
    },
    close: async () => {
      closed = true
      running?.kill()
      await running?.ended
    },
    run: async (job) => {
      running = spawnGuarded([built], { cwd: directory, env: { ...env, ...contextVariables(job.ctx) } })
      return outcomeOf(running, job, onLog)
    }
  }
}

function contextVariables(ctx: Job['ctx']): Env {
  return {
    IGNITE_EXECUTION_ID: ctx.execution_id,
    IGNITE_FUNCTION_ID: ctx.function_id,
    IGNITE_ORGANIZATION_ID: ctx.organization_id
  }
}

async function outcomeOf(running: GuardedProcess, job: Job, onLog: Start['onLog']): Promise<Outcome> {
  let late = false
  const timer = setTimeout(() => {
    late = true
    running.kill()
  }, job.timeoutMs)
  const errors: string[] = []
  const log = cutLines((line) => {
    onLog('stderr', line)
    errors.push(line)
    if (errors.length > KEPT_ERROR_LINES) errors.shift()
  })
  running.stderr.on('data', log.write)
  const output = collect(running)
  running.stdin.end(job.payload)
  const { succeeded, how } = await running.ended
  clearTimeout(timer)
  log.end()
  if (late) return overdue(job.timeoutMs)
  if (output.excessive) return failed(`the program wrote more than ${MAX_OUTPUT_BYTES} bytes`)
  return succeeded
    ? { kind: 'completed', output: Buffer.concat(output.chunks) }
    : failed(errors.join('\n').trim() || `the program ended with ${how}`)
}

function collect(running: GuardedProcess): { readonly chunks: readonly Buffer[]; readonly excessive: boolean } {
  const chunks: Buffer[] = []
  let size = 0
  running.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > MAX_OUTPUT_BYTES) running.kill()
    else chunks.push(chunk)
  })
  return {
    chunks,
    get excessive() {
      return size > MAX_OUTPUT_BYTES
    }
  }
}

function failed(error: string): Outcome {
  return { kind: 'failed', error, type: 'ProgramFailed', traceback: '' }
}
