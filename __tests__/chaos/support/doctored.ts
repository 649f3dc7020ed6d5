import { skippedStage } from '../../../runner/stage.ts'
import type { Call, Evidence, Holdings, Settings, Stage } from './evidence.ts'
import { makePlan } from './plan.ts'

const SETTINGS: Settings = { env: { MODE: 'old' }, resource_tier: 'RESOURCE_TIER_SMALL', ports: [80] }

/** A call that took effect, of main where nothing else is said. */
export function call(method: string, given: Partial<Call> = {}): Call {
  return { by: 'main', method, request: {}, answer: {}, outcome: 'OK', arrivedAtMs: 100, ...given }
}

/** PublishDraft that makes this version. */
export function publish(version: number, given: Partial<Call> = {}): Call {
  return call('PublishDraft', { answer: { published_version: version }, ...given })
}

export function save(code: string, given: Partial<Call> = {}): Call {
  return call('SaveDraft', { request: { code }, ...given })
}

/** The variables that are not named are as `holding` has them. */
export function readApp(active: number, given: Partial<Call> & { readonly env?: Settings['env'] } = {}): Call {
  const { env = SETTINGS.env, ...others } = given
  return call('GetApp', { answer: { app: { ...SETTINGS, env, active_version: active } }, ...others })
}

/** UpdateAppConfig that leaves these variables. */
export function update(env: Settings['env'], given: Partial<Call> = {}): Call {
  return call('UpdateAppConfig', { request: { env }, answer: { app: { ...SETTINGS, env } }, ...given })
}

export function stage(given: Partial<Stage> = {}): Stage {
  return {
    ...skippedStage,
    conclusion: 'success',
    exitCode: 0,
    startedAtMs: 0,
    lastLineAtMs: 900,
    endedAtMs: 1000,
    ...given
  }
}

export function failedMain(reason: string, given: Partial<Stage> = {}): Stage {
  const outputs = { status: 'failed', reason_code: reason }
  return stage({ exitCode: 1, annotations: [said('error', 'it failed')], outputs, ...given })
}

export function said(level: 'error' | 'warning' | 'notice', message: string): Stage['annotations'][number] {
  return { level, message, properties: {} }
}

/** Version 1 is old, all others hold what the run deploys. */
export function versions(highest: number): Holdings['versions'] {
  return Array.from({ length: highest }, (_, index) => ({ number: index + 1, code: index === 0 ? 'old' : 'new' }))
}

export function holding(activeVersion: number, given: Partial<Holdings> = {}): Holdings {
  return { activeVersion, versions: versions(activeVersion), settings: SETTINGS, runningBuilds: [], ...given }
}

/** Version 1, made by the test, before any run. */
export const PREPARED: readonly Call[] = [save('old', { by: 'other' }), publish(1, { by: 'other' })]

/** A run that publishes version 2 over version 1, where nothing went wrong. */
export const GOOD: Evidence = {
  plan: {
    ...makePlan(1, 0),
    inputs: { code: 'greeter', 'timeout-minutes': '3' },
    platform: { variants: [], permuteSeed: undefined, tokenTtlSeconds: 300 },
    interruption: undefined
  },
  calls: [...PREPARED, readApp(1), save('new'), publish(2), readApp(2)],
  ourCode: 'new',
  before: holding(1),
  after: holding(2),
  main: stage({
    log: 'Published version 2',
    outputs: {
      ...{ status: 'published', reason_code: 'ok', changed: 'true' },
      ...{ published_version: '2', active_version: '2', previous_version: '1' }
    }
  }),
  post: stage(),
  jobStatus: 'success',
  signalledAtMs: undefined,
  leaks: [],
  smuggled: [],
  digest: 'd1'
}

export function withInputs(inputs: Readonly<Record<string, string>>): Pick<Evidence, 'plan'> {
  return { plan: { ...GOOD.plan, inputs: { ...GOOD.plan.inputs, ...inputs } } }
}

export function withSignal(how: 'SIGINT' | 'SIGKILL' | 'cancel'): Pick<Evidence, 'plan' | 'signalledAtMs'> {
  const interruption = { how, at: { method: 'start', call: 0, plusMs: 0 } }
  return { plan: { ...GOOD.plan, interruption }, signalledAtMs: 500 }
}
