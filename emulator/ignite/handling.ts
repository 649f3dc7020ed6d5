import type { Variants } from '../contract/variants.ts'
import { asFailure, pendingExecution, resultOf } from './execution-record.ts'
import { organizationId, ulid } from './model/ids.ts'
import { type App, type Artifact, appId, type Code, isSdk, type SdkCode } from './model/model.ts'
import type { Store } from './model/store.ts'
import type { Rollouts } from './rollouts.ts'
import { exceptionOf, failureLine, type OnLog, type Outcome, overdue } from './running/worker.ts'
import type { CodeRun, Slot, Workers, WorkerTools } from './running/workers.ts'
import { callHttp, type HttpAnswer, type HttpRequest } from './serving/http-call.ts'
import { isServingError, type Serving } from './serving/serving.ts'
import type { Watch } from './watch.ts'

const DEFAULT_TIMEOUT_SECONDS = 30

/** What runs, and where. */
type Place = { readonly app: App; readonly artifact: Artifact; readonly slot: Slot }

/** One request for one code or image of an app. */
type Work = Place & { readonly request: HttpRequest }

export type Handling = {
  /** Runs the handler and waits. Leaves no Execution record, as the platform's Invoke and public URLs do not. */
  call(work: Work): Promise<{ readonly executionId: string; readonly outcome: Outcome }>
  /** Whether the handler can be loaded: completed, or why not. */
  load(place: Place): Promise<Outcome>
  /** Has the app's image answer a request, whatever it is. Throws StatusError or ContainerError. */
  forward(place: Place, request: HttpRequest): Promise<{ readonly executionId: string; readonly answer: HttpAnswer }>
  /**
   * Starts the handler and gives the id of the Execution record that tells how it goes. It is pending until `made` gives
   * what is to run, where that is being built.
   */
  start(work: Work, made?: Promise<Artifact>): Promise<string>
  /** Ends what runs for the app. */
  stop(app: App): Promise<void>
  /** Whether such code has to be compiled, or built, before it can run. */
  isCompiled(code: Code): boolean
  /** Throws FAILED_PRECONDITION where this machine lacks what the code's language needs. */
  requireRunnable(code: Code): Promise<void>
  /** Ends all that runs, and resolves when it has been recorded. */
  close(): Promise<void>
}

type Tools = Omit<WorkerTools, 'places'> & {
  readonly store: Store
  readonly workers: Workers
  readonly serving: Serving
  readonly rollouts: Rollouts
  readonly variants: Variants
  readonly watch: Watch
  readonly now: () => number
}

/** Both ways to run throw FAILED_PRECONDITION where this machine cannot run such code. */
export function createHandling(tools: Tools): Handling {
  const { store, workers, serving, variants, now } = tools
  const recording = new Set<Promise<void>>()
  return {
    call: async (work) => {
      await requireRunnable(work.artifact.code, tools)
      const executionId = ulid(now())
      return { executionId, outcome: await runWork(work, executionId, { ...tools, onStart: () => {} }) }
    },
    load: (place) => loadWork(place, tools),
    forward: async (place, request) => {
      const executionId = ulid(now())
      const port = await portOf(place, tools)
      const headers = { ...request.headers, ...correlation(place.app, executionId) }
      const within = AbortSignal.timeout(timeoutOf(place.app))
      return { executionId, answer: await callHttp(port, { ...request, headers }, within) }
    },
    start: async (work, made = Promise.resolve(work.artifact)) => {
      await requireRunnable(work.artifact.code, tools)
      const pending = pendingExecution(work.app, ulid(now()))
      store.putExecution(pending)
      const onStart = () => store.putExecution({ ...pending, status: 'RUNNING' })
      const recorded = made
        .then((artifact) => runWork({ ...work, artifact }, pending.id, { ...tools, onStart }))
        .catch(asFailure)
        .then((outcome) => store.putExecution({ ...pending, ...resultOf(outcome, variants) }))
        .finally(() => recording.delete(recorded))
      recording.add(recorded)
      return pending.id
    },
    stop: async (app) => void (await Promise.all([workers.stop(app), serving.stop(app)])),
    isCompiled: (code) => (isSdk(code) ? tools.runtimes[code.runtime.name].compiled : code.kind !== 'PREBUILT'),
    requireRunnable: (code) => requireRunnable(code, tools),
    close: async () => {
      await Promise.all([workers.close(), serving.close()])
      await Promise.all(recording)
    }
  }
}

async function loadWork(place: Place, tools: Tools): ReturnType<Handling['load']> {
  const { code } = place.artifact
  await requireRunnable(code, tools)
  if (!isSdk(code)) throw new TypeError('an image is not loaded, it is started')
  const use: CodeRun['use'] = (worker) => worker.load(timeoutOf(place.app))
  const outcome = await tools.workers.run({ ...runOf({ ...place, code }, { ...tools, onStart: () => {} }), use })
  const { app } = place
  if (outcome.kind === 'completed') tools.rollouts.up(app)
  else {
    tools.rollouts.down(app, failureLine(outcome))
    // Python's own process would have printed it as it ended.
    const printed = exceptionOf(outcome)?.traceback.trimEnd().split('\n') ?? []
    for (const line of printed) logOf(place, tools)('stderr', line)
  }
  return outcome
}

/** Where the place's image listens. Throws StatusError or ContainerError. */
async function portOf(place: Place, tools: Tools): Promise<number> {
  const { app, slot } = place
  const isLive = slot === 'live'
  try {
    const port = await tools.serving.port({ ...place, onLog: logOf(place, tools) })
    if (isLive) tools.rollouts.up(app)
    return port
  } catch (error) {
    if (isLive && isServingError(error)) tools.rollouts.down(app, error.message)
    throw error
  }
}

async function requireRunnable(code: Code, { runtimes, tools }: Tools): Promise<void> {
  if (!isSdk(code)) return
  const runtime = runtimes[code.runtime.name]
  const tool = await tools.find(runtime.tool)
  await runtime.requireTarget?.(code, tool)
}

type Starting = Tools & { readonly onStart: () => void }

function runWork(work: Work, executionId: string, tools: Starting): Promise<Outcome> {
  const { code } = work.artifact
  return isSdk(code) ? runCode({ ...work, code }, executionId, tools) : runImage(work, executionId, tools)
}

function runCode(work: Work & { code: SdkCode }, executionId: string, tools: Starting): Promise<Outcome> {
  const { app, request } = work
  const ctx = {
    execution_id: executionId,
    function_id: appId(app),
    organization_id: organizationId(app.organization)
  }
  const use: CodeRun['use'] = (worker) => worker.run({ request, ctx, timeoutMs: timeoutOf(app) })
  return tools.workers.run({ ...runOf(work, tools), use })
}

function runOf(place: Place & { readonly code: SdkCode }, tools: Starting): Omit<CodeRun, 'use'> {
  const { app, slot, code } = place
  return { app, slot, code, env: app.settings.env, onStart: tools.onStart, onLog: logOf(place, tools) }
}

/** Anything but 2xx is a failure. */
async function runImage(work: Work, executionId: string, tools: Starting): Promise<Outcome> {
  const { app, request } = work
  const timeoutMs = timeoutOf(app)
  const headers = { ...request.headers, ...correlation(app, executionId) }
  const asked = `${request.method} ${request.path}`
  const within = AbortSignal.timeout(timeoutMs)
  try {
    const port = await portOf(work, tools)
    tools.onStart()
    const answer = await callHttp(port, { ...request, headers }, within)
    if (answer.code >= 200 && answer.code < 300) return completed(answer)
    return failed(`HTTP ${answer.code} from ${asked}: ${answer.body}`)
  } catch (error) {
    if (isServingError(error)) return failed(error.message)
    if (within.aborted) return overdue(timeoutMs)
    return failed(`${asked} got no answer: ${error instanceof Error ? error.message : error}`)
  }
}

function completed({ body, headers }: HttpAnswer): Outcome {
  return { kind: 'completed', output: body, contentType: String(headers['content-type'] ?? '') }
}

function failed(error: string): Outcome {
  return { kind: 'failed', error }
}

/** How the platform asks an app by itself, for a test or an asynchronous call. */
export function posted(body: Uint8Array): HttpRequest {
  return { method: 'POST', path: '/', headers: { 'content-type': 'application/json' }, body }
}

/** The headers by which the platform tells a container which run it serves; a caller cannot set them. */
function correlation(app: App, executionId: string): Readonly<Record<string, string>> {
  return {
    'x-ignite-execution-id': executionId,
    'x-ignite-function-id': appId(app),
    'x-ignite-organization-id': organizationId(app.organization)
  }
}

function timeoutOf({ settings: { limits } }: App): number {
  return (limits?.timeout_secs || DEFAULT_TIMEOUT_SECONDS) * 1000
}

function logOf({ app, slot }: Place, { store, watch, now }: Tools): OnLog {
  return (stream, message) => {
    store.appendLog(app, { timestampMs: now(), replicaId: `${app.name}-${slot}`, stream, message })
    watch.printed(app, message)
  }
}
