import { status } from '@grpc/grpc-js'
import { StatusError } from '../contract.ts'
import { organizationId, ulid } from './ids.ts'
import { type App, appId, type Code, type Execution, type SdkCode } from './model.ts'
import type { Outcome } from './running/worker.ts'
import type { Slot, Workers, WorkerTools } from './running/workers.ts'
import type { Store } from './store.ts'

const DEFAULT_TIMEOUT_SECONDS = 30

/** One payload for one code of an app. */
export type Work = {
  readonly app: App
  readonly code: Code
  readonly slot: Slot
  readonly payload: Uint8Array
}

export type Handling = {
  /** Runs the handler and waits. Leaves no Execution record, as the platform's Invoke and public URLs do not. */
  call(work: Work): Promise<{ readonly executionId: string; readonly outcome: Outcome }>
  /** Starts the handler and gives the id of the Execution record that tells how it goes. */
  start(work: Work): Promise<string>
  /** Ends what runs for the app. */
  stop(app: App): Promise<void>
  /** Whether such code has to be compiled, or built, before it can run. */
  isCompiled(code: Code): boolean
  /** The code as something that this emulator can run now. Throws UNIMPLEMENTED or FAILED_PRECONDITION. */
  requireRunnable(code: Code): Promise<SdkCode>
  /** Ends all that runs, and resolves when it has been recorded. */
  close(): Promise<void>
}

type Tools = Omit<WorkerTools, 'places'> & {
  readonly store: Store
  readonly workers: Workers
  readonly now: () => number
}

/** Both ways to run throw UNIMPLEMENTED or FAILED_PRECONDITION where this emulator cannot run such code. */
export function createHandling(tools: Tools): Handling {
  const { store, workers, now } = tools
  const recording = new Set<Promise<void>>()
  return {
    call: async (work) => {
      const code = await requireRunnable(work.code, tools)
      const executionId = ulid(now())
      return { executionId, outcome: await runCode({ ...work, code }, executionId, { ...tools, onStart: () => {} }) }
    },
    start: async (work) => {
      const code = await requireRunnable(work.code, tools)
      const pending = pendingExecution(work.app, ulid(now()))
      store.putExecution(pending)
      const onStart = () => store.putExecution({ ...pending, status: 'RUNNING' })
      const recorded = runCode({ ...work, code }, pending.id, { ...tools, onStart })
        .catch(asFailure)
        .then((outcome) => store.putExecution({ ...pending, ...resultOf(outcome) }))
        .finally(() => recording.delete(recorded))
      recording.add(recorded)
      return pending.id
    },
    stop: (app) => workers.stop(app),
    isCompiled: (code) => code.kind !== 'SDK' || tools.runtimes[code.runtime.name].compiled,
    requireRunnable: (code) => requireRunnable(code, tools),
    close: async () => {
      await workers.close()
      await Promise.all(recording)
    }
  }
}

function pendingExecution({ organization, name }: App, id: string): Execution {
  return { id, app: { organization, name }, status: 'PENDING', output: Buffer.alloc(0), error: '' }
}

function asFailure(error: unknown): Outcome {
  const known = error instanceof Error ? error : new Error(String(error))
  return { kind: 'failed', error: known.message, type: known.name, traceback: '' }
}

function resultOf(outcome: Outcome): Partial<Execution> {
  switch (outcome.kind) {
    case 'completed':
      return { status: 'COMPLETED', output: outcome.output }
    case 'failed':
      return { status: 'FAILED', error: outcome.traceback || outcome.error }
    case 'timeout':
      return { status: 'TIMEOUT', error: outcome.error }
  }
}

async function requireRunnable(code: Code, { runtimes, tools }: Tools): Promise<SdkCode> {
  if (code.kind !== 'SDK') {
    throw new StatusError(status.UNIMPLEMENTED, `this emulator does not run images yet (${code.kind})`)
  }
  await tools.find(runtimes[code.runtime.name].tool)
  return code
}

function runCode(
  { app, code, slot, payload }: Work & { code: SdkCode },
  executionId: string,
  { store, workers, now, onStart }: Tools & { onStart: () => void }
): Promise<Outcome> {
  const { limits, env } = app.settings
  return workers.run({
    app,
    slot,
    code,
    env,
    onStart,
    onLog: (stream, message) =>
      store.appendLog(app, { timestampMs: now(), replicaId: `${app.name}-${slot}`, stream, message }),
    job: {
      payload,
      timeoutMs: (limits?.timeout_secs || DEFAULT_TIMEOUT_SECONDS) * 1000,
      ctx: {
        execution_id: executionId,
        function_id: appId(app),
        organization_id: organizationId(app.organization)
      }
    }
  })
}
