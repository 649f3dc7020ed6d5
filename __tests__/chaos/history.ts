import type { Call, Message } from './evidence.ts'

/** What one version holds, and who made it. */
export type Made = { readonly number: number; readonly code: string | undefined; readonly by: Call['by'] }

/** The app after a call. */
export type Moment = { readonly call: Call; readonly active: number; readonly activeBefore: number }

/** What became of the app, replayed from what the calls did, not from what they were told. */
export type History = {
  readonly versions: readonly Made[]
  readonly active: number
  readonly moments: readonly Moment[]
}

export function replay(calls: readonly Call[]): History {
  const versions: Made[] = []
  const moments: Moment[] = []
  let draft: string | undefined
  let active = 0
  for (const call of calls) {
    const activeBefore = active
    if (call.answer !== undefined) {
      if (call.method === 'SaveDraft') draft = codeOf(call)
      if (call.method === 'PublishDraft') {
        active = Number(call.answer['published_version'])
        versions.push({ number: active, code: draft, by: call.by })
      }
      if (call.method === 'RollbackApp') active = Number(call.request['version'])
    }
    moments.push({ call, active, activeBefore })
  }
  return { versions, active, moments }
}

/** What SaveDraft was sent, as one text: the hash of its bytes, or the reference of its image. */
export function codeOf({ request }: Pick<Call, 'request'>): string {
  return JSON.stringify(request['code'])
}

/** The codes that the run saved: more than one only where a call was sent twice, with the same. */
export function savedByRun(calls: readonly Call[]): ReadonlySet<string> {
  const saved = calls.filter(({ method, by }) => method === 'SaveDraft' && by !== 'other')
  return new Set(saved.map(codeOf))
}

/** The active version as the run was told it first: what a rollback goes back to. 0 is none. */
export function previousOf(calls: readonly Call[]): number {
  const told = calls.find(
    ({ method, by, answer, outcome }) => method === 'GetApp' && by === 'main' && answer && outcome === 'OK'
  )
  return activeIn(told)
}

export function activeIn(call: Call | undefined): number {
  return Number((call?.answer?.['app'] as Message | undefined)?.['active_version'] ?? 0)
}
