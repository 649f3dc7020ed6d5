import { type AppKey, appId, type Env, type SdkCode } from '../model.ts'
import { type CodeDirectories, createCodeDirectories } from './code-directories.ts'
import { findPython } from './interpreter.ts'
import { installPackages, PackagesError } from './packages.ts'
import { type Job, type OnLog, type Outcome, startWorker, type Worker } from './worker.ts'

/** An app runs in at most three processes: the draft's, the active version's, and an older version's under test. */
export const SLOTS = ['draft', 'live', 'test'] as const
export type Slot = (typeof SLOTS)[number]

export type PythonRun = {
  readonly app: AppKey
  readonly slot: Slot
  readonly code: SdkCode
  readonly env: Env
  readonly job: Job
  /** Its turn has come and its process is there. */
  readonly onStart: () => void
  readonly onLog: OnLog
}

export type Python = {
  /** Whether there is a python3 to run anything with. */
  available(): Promise<boolean>
  /** Runs one job in the slot's process, one after the other; other code or another environment restarts it. */
  run(run: PythonRun): Promise<Outcome>
  /** Ends the app's processes. */
  stop(app: AppKey): Promise<void>
  /** Ends all processes and removes the unpacked code. What still waits is rejected. */
  close(): Promise<void>
}

type Seat = { queue: Promise<unknown>; tenant: { readonly identity: string; readonly worker: Worker } | undefined }

/** `path` is where python3, and the programs that handlers start, are looked for. */
export async function createPython(path: string): Promise<Python> {
  const closing = new AbortController()
  const interpreter = findPython(path)
  const directories = await createCodeDirectories(async (directory) =>
    installPackages((await interpreter) ?? 'python3', directory, closing.signal)
  )
  const seats = new Map<string, Seat>()
  const runNow = async (seat: Seat, run: PythonRun): Promise<Outcome> => {
    closing.signal.throwIfAborted()
    const settled = await settle(seat, { run, path, directories, python: (await interpreter) ?? 'python3' })
    if (!('worker' in settled)) return settled
    run.onStart()
    return settled.worker.run(run.job)
  }
  return {
    available: async () => (await interpreter) !== undefined,
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
      const all = [...seats.values()]
      await Promise.all(all.map((seat) => seat.tenant?.worker.close()))
      // A job that was being prepared may have started its process after that.
      await Promise.all(all.map((seat) => seat.queue))
      await Promise.all(all.map((seat) => seat.tenant?.worker.close()))
      await directories.remove()
    }
  }
}

function seatKey(app: AppKey, slot: Slot): string {
  return `${appId(app)} ${slot}`
}

type Start = {
  readonly run: PythonRun
  readonly path: string
  readonly directories: CodeDirectories
  readonly python: string
}

/** Gives the seat the process for this run, or the outcome when there can be none. */
async function settle(seat: Seat, { run, path, directories, python }: Start): Promise<{ worker: Worker } | Outcome> {
  try {
    const directory = await directories.directory(run.app, run.code)
    const env = { PATH: path, HOME: directory, LANG: 'C.UTF-8', ...run.env }
    const identity = JSON.stringify([directory, Object.entries(env).sort()])
    if (seat.tenant?.worker.alive && seat.tenant.identity === identity) return seat.tenant
    await seat.tenant?.worker.close()
    seat.tenant = { identity, worker: startWorker({ python, directory, env, onLog: run.onLog }) }
    return seat.tenant
  } catch (error) {
    if (!(error instanceof PackagesError)) throw error
    return { kind: 'failed', error: error.message, type: error.name, traceback: '' }
  }
}
