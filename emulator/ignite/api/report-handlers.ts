import { setTimeout as sleep } from 'node:timers/promises'
import type { Call, ServerStream, Unary } from '../../contract/contract.ts'
import type { App, LogLine } from '../model/model.ts'
import { appKey, number, text } from '../model/request-fields.ts'
import type { AppEvent } from '../rollouts.ts'
import { type Ignite, knownApp } from './handler-tools.ts'
import { deploymentState } from './messages/wire-words.ts'

const LOG_LIMIT = 1000
const LOOK_MS = 50

/**
 * The methods that tell how an app is. No page prints their shapes, so each answer has the names of both shapes that the
 * descriptors may have (the variant `reports-otherwise`); those that a shape lacks are not sent.
 */
export function reportHandlers(ignite: Ignite): Readonly<Record<string, Unary>> {
  const { store, variants } = ignite
  const logs: Unary = async ({ request }) => {
    const limit = Math.min(number(request, 'limit') || LOG_LIMIT, LOG_LIMIT)
    return { lines: linesOf(ignite, request, limit).map(lineMessage) }
  }
  return {
    'ComputeService/GetAppState': async ({ request }) => stateMessage(ignite, knownApp(store, appKey(request))),
    'ComputeService/GetAppEvents': async ({ request }) => {
      const events = ignite.rollouts.events(knownApp(store, appKey(request)))
      return bothNames('events', 'items', events.slice(-(number(request, 'limit') || LOG_LIMIT)).map(eventMessage))
    },
    'ComputeService/ListAppReplicas': async ({ request }) => {
      return bothNames('replicas', 'pods', replicaMessages(ignite, knownApp(store, appKey(request))))
    },
    // There the log can only be followed.
    ...(variants.has('reports-otherwise') ? {} : { 'ComputeService/GetAppLogs': logs })
  }
}

export function reportStreams(ignite: Ignite): Readonly<Record<string, ServerStream>> {
  return { 'ComputeService/StreamAppLogs': (call) => followedLog(ignite, call) }
}

/** From the first line that is kept, and on until the client leaves. */
async function* followedLog(ignite: Ignite, { request, signal }: Call): AsyncGenerator<object> {
  let told = 0
  while (!signal.aborted) {
    const lines = linesOf(ignite, request, Number.MAX_SAFE_INTEGER)
    for (const line of lines.slice(told)) yield lineMessage(line)
    told = lines.length
    await sleep(LOOK_MS, undefined, { signal }).catch(() => undefined)
  }
}

function linesOf({ store }: Ignite, request: Call['request'], limit: number): readonly LogLine[] {
  const replica = text(request, 'replica_id')
  return store.logs(knownApp(store, appKey(request)), limit).filter((line) => !replica || line.replicaId === replica)
}

/** Under both names that a line has in the shapes of the message: what the served one lacks is left out. */
function lineMessage({ timestampMs, replicaId, message, stream }: LogLine): object {
  return { timestamp_ms: timestampMs, replica_id: replicaId, message, line: message, stream }
}

function stateMessage({ rollouts, variants }: Ignite, app: App): object {
  const rollout = rollouts.of(app)
  const isDown = rollout !== undefined && !rollout.isUp
  const state = isDown ? 'DEPLOYMENT_STATE_FAILED' : deploymentState(app, variants)
  const ready = rollout?.isUp ? 1 : 0
  const posture = { phase: state, ready, detail: rollout?.why }
  return { deployment_state: state, message: rollout?.why, ready_replicas: ready, posture }
}

function eventMessage({ timestampMs, type, reason, message, count }: AppEvent): object {
  return { timestamp_ms: timestampMs, type, reason, message, count, what: `${reason}: ${message}`, at: timestampMs }
}

/** Where nothing was brought up yet, nothing runs. */
function replicaMessages({ rollouts }: Ignite, app: App): readonly object[] {
  const rollout = rollouts.of(app)
  if (!rollout) return []
  const { isUp, failures, why } = rollout
  const status = isUp ? 'RUNNING' : 'FAILED'
  const restarts = Math.max(0, failures - 1)
  return [
    { replica_id: `${app.name}-live`, status, restart_count: restarts, message: why, pod: `${app.name}-live`, restarts }
  ]
}

function bothNames(name: string, other: string, items: readonly object[]): object {
  return { [name]: items, [other]: items }
}
