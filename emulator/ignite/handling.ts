import { status } from '@grpc/grpc-js'
import { StatusError } from '../contract.ts'
import { organizationId, ulid } from './ids.ts'
import { type App, appId, type Code, type Execution, type SdkCode } from './model.ts'
import type { Outcome } from './python/worker.ts'
import type { Python, Slot } from './python/workers.ts'
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
}

type Tools = { readonly store: Store; readonly python: Python; readonly now: () => number }

/** Both ways to run throw UNIMPLEMENTED or FAILED_PRECONDITION where this emulator cannot run such code. */
export function createHandling(tools: Tools): Handling {
  const { store, python, now } = tools
  return {
    call: async (work) => {
      const code = await runnable(work.code, python)
      const executionId = ulid(now())
      return { executionId, outcome: await runCode({ ...work, code }, executionId, { ...tools, onStart: () => {} }) }
    },
    start: async (work) => {
      const code = await runnable(work.code, python)
      const { organization, name } = work.app
      const id = ulid(now())
      const pending: Execution = {
        id,
        app: { organization, name },
        status: 'PENDING',
        output: Buffer.alloc(0),
        error: ''
      }
      store.putExecution(pending)
      const onStart = () => store.putExecution({ ...pending, status: 'RUNNING' })
      void runCode({ ...work, code }, id, { ...tools, onStart })
        .catch(asFailure)
        .then((outcome) => store.putExecution({ ...pending, ...resultOf(outcome) }))
      return id
    },
    stop: (app) => python.stop(app)
  }
}

function asFailure(error: unknown): Outcome {
  const known = error instanceof Error ? error : new Error(String(error))
  return { kind: 'failed', error: known.message, type: known.name, traceback: '' }
}

function resultOf(outcome: Outcome): Partial<Execution> {
  switch (outcome.kind) {
    case 'completed':
      return { status: 'COMPLETED', output: Buffer.from(outcome.output) }
    case 'failed':
      return { status: 'FAILED', error: outcome.traceback || outcome.error }
    case 'timeout':
      return { status: 'TIMEOUT', error: outcome.error }
  }
}

/** The code as something that this emulator runs. */
export function requireRunnable(code: Code): SdkCode {
  if (code.kind !== 'SDK') {
    throw new StatusError(status.UNIMPLEMENTED, `this emulator does not run images yet (${code.kind})`)
  }
  if (code.runtime.name !== 'python') {
    const details = `this emulator does not have the ${code.runtime.name} toolchain wired yet`
    throw new StatusError(status.FAILED_PRECONDITION, details)
  }
  return code
}

async function runnable(code: Code, python: Python): Promise<SdkCode> {
  const sdk = requireRunnable(code)
  if (await python.available()) return sdk
  throw new StatusError(status.FAILED_PRECONDITION, 'python3 is not on the PATH of the emulator')
}

function runCode(
  { app, code, slot, payload }: Work & { code: SdkCode },
  executionId: string,
  { store, python, now, onStart }: Tools & { onStart: () => void }
): Promise<Outcome> {
  const { limits, env } = app.settings
  return python.run({
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
