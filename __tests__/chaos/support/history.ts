import type { Call, Evidence, HeldVersion, Message } from './evidence.ts'

/** A version, and who made it. */
export type Made = { readonly number: number; readonly by: Call['by'] }

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
  let active = 0
  for (const call of calls) {
    const activeBefore = active
    if (call.answer !== undefined) {
      if (call.method === 'PublishDraft') {
        active = Number(call.answer['published_version'])
        versions.push({ number: active, by: call.by })
      }
      if (call.method === 'RollbackApp') active = Number(call.request['version'])
    }
    moments.push({ call, active, activeBefore })
  }
  return { versions, active, moments }
}

/** Whether a version holds what the run deploys. Images are made by the run alone. */
export function isOurCode({ code }: HeldVersion, { ourCode }: Pick<Evidence, 'ourCode'>): boolean {
  return ourCode === undefined ? code.includes(IMAGE_REGISTRY) : code === ourCode
}

/** How the references of the emulator's images begin. */
const IMAGE_REGISTRY = 'registry.emulator/'

/** The version that was active right before this one was made: what a rollback of it goes back to. 0 is none. */
export function activeBefore(version: number, { moments }: History): number {
  return moments.find(({ call }) => isPublishOf(call, version))?.activeBefore ?? 0
}

function isPublishOf({ method, answer }: Call, version: number): boolean {
  return method === 'PublishDraft' && Number(answer?.['published_version']) === version
}

export function activeIn(call: Call | undefined): number {
  return Number((call?.answer?.['app'] as Message | undefined)?.['active_version'] ?? 0)
}
