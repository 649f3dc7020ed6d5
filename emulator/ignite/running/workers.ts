import { type AppKey, appId, type Env, type RuntimeName, type SdkCode } from '../model/model.ts'
import type { Tools } from '../tools/tools.ts'
import type { Places } from './places.ts'
import { PreparationError, type Runtime } from './runtime.ts'
import type { OnLog, Outcome, Worker } from './worker.ts'

/** An app's handlers run in at most three workers: the draft's, the active version's, and an older one's under test. */
export const SLOTS = ['draft', 'live', 'test'] as const
export type Slot = (typeof SLOTS)[number]

export type CodeRun = {
  readonly app: AppKey
  readonly slot: Slot
  readonly code: SdkCode
  readonly env: Env
  /** What is done with the worker. */
  readonly use: (worker: Worker) => Promise<Outcome>
  /** Its turn has come and its worker is there. */
  readonly onStart: () => void
  readonly onLog: OnLog
}

export type Workers = {
  /** Runs one job in the slot's worker, one after the other; other code or another environment replaces the worker. */
  run(run: CodeRun): Promise<Outcome>
  /** Ends the app's workers. */
  stop(app: AppKey): Promise<void>
  /** Ends all workers. What still waits is rejected. */
  close(): Promise<void>
}

export type WorkerTools = {
  readonly runtimes: Readonly<Record<RuntimeName, Runtime>>
  readonly tools: Tools
  readonly places: Places
}

type Seat = { queue: Promise<unknown>; tenant: { readonly identity: string; readonly worker: Worker } | undefined }

export function createWorkers(tooling: WorkerTools): Workers {
  const closing = new AbortController()
  const seats = new Map<string, Seat>()
  const runNow = async (seat: Seat, run: CodeRun): Promise<Outcome> => {
    closing.signal.throwIfAborted()
    const settled = await settle(seat, run, tooling)
    if (!('worker' in settled)) return settled
    run.onStart()
    return run.use(settled.worker)
  }
  return {
    run: (run) => {
      const key = seatKey(run.app, run.slot)
      const seat = seats.get(key) ?? { queue: Promise.resolve(), tenant: undefined }
      seats.set(key, seat)
      const outcome = seat.queue.then(() => runNow(seat, run))
      seat.queue = outcome.catch(() => {})
      return outcome
    },
    stop: async (app) => {
      const keys = SLOTS.map((slot) => seatKey(app, slot))
      await Promise.all(keys.map((key) => seats.get(key)?.tenant?.worker.close()))
      for (const key of keys) seats.delete(key)
    },
    close: async () => {
      closing.abort(new Error('the emulator is closing'))
      tooling.places.close()
      const all = [...seats.values()]
      await Promise.all(all.map((seat) => seat.tenant?.worker.close()))
      // A job that was being prepared may have started its worker after that.
      await Promise.all(all.map((seat) => seat.queue))
      await Promise.all(all.map((seat) => seat.tenant?.worker.close()))
    }
  }
}

function seatKey(app: AppKey, slot: Slot): string {
  return `${appId(app)} ${slot}`
}

/** Gives the seat the worker for this run, or the outcome when there can be none. */
async function settle(
  seat: Seat,
  run: CodeRun,
  { runtimes, tools, places }: WorkerTools
): Promise<{ worker: Worker } | Outcome> {
  try {
    const place = await places.ready(run.app, run.code)
    const env = { PATH: tools.path, HOME: place.directory, LANG: 'C.UTF-8', ...run.env }
    const identity = JSON.stringify([place.directory, Object.entries(env).sort()])
    if (seat.tenant?.worker.alive && seat.tenant.identity === identity) return seat.tenant
    await seat.tenant?.worker.close()
    const runtime = runtimes[run.code.runtime.name]
    const tool = await tools.find(runtime.tool)
    seat.tenant = { identity, worker: runtime.start({ ...place, code: run.code, tool, env, onLog: run.onLog }) }
    return seat.tenant
  } catch (error) {
    if (!(error instanceof PreparationError)) throw error
    return { kind: 'failed', error: error.message }
  }
}
