import { status } from '@grpc/grpc-js'
import type { Fault } from '../../../emulator/wire/faults/faults.ts'
import type { Draw } from './draw.ts'
import type { PlannedFault, SourceKind } from './plan.ts'

/** Methods of ComputeService and how often they are hit. */
const COMPUTE = {
  PublishDraft: 9,
  GetApp: 3,
  GetDraftInfo: 3,
  ListAppVersions: 4,
  SaveDraft: 3,
  TestDraft: 2,
  GetExecution: 2,
  UpdateAppConfig: 3,
  CreateApp: 2,
  RollbackApp: 4
} as const
const COMPILE = { CompileDraft: 2, StreamCompileLogs: 2 } as const
const BUILD = { CreateBuild: 3, GetBuild: 2, ListBuilds: 2, StreamBuildLogs: 2, CancelBuild: 2 } as const

const PUBLISH = 'ComputeService/PublishDraft'

/** What may be answered with any status after it has taken effect. */
const DEEDS: readonly string[] = [
  PUBLISH,
  ...['UpdateAppConfig', 'CreateApp', 'SaveDraft', 'RollbackApp'].map((name) => `ComputeService/${name}`),
  'BuildService/CreateBuild'
]

/** Text of a server that wants to be obeyed. */
const WORDS = ['', 'away', 'x ##[add-path]/tmp/evil', '\u0085::set-output name=status::owned', 'a\r::add-mask::a']

/** Says that the call took no effect; of a deed that is not believed. */
const VERDICTS = ['PERMISSION_DENIED', 'FAILED_PRECONDITION', 'INVALID_ARGUMENT', 'NOT_FOUND', 'ABORTED'] as const
/** Says nothing about it. */
const AMBIGUOUS = ['UNAVAILABLE', 'DEADLINE_EXCEEDED', 'CANCELLED'] as const
const ANY = [
  ...VERDICTS,
  ...AMBIGUOUS,
  ...(['UNKNOWN', 'INTERNAL', 'RESOURCE_EXHAUSTED', 'DATA_LOSS', 'ALREADY_EXISTS', 'UNAUTHENTICATED'] as const),
  ...(['OUT_OF_RANGE', 'UNIMPLEMENTED'] as const)
] as const

/** Streams of logs: what a server never closes is attached to until the run is over. */
const LOGS: Readonly<Partial<Record<SourceKind, string>>> = {
  dockerfile: 'ComputeService/StreamCompileLogs',
  'build-service': 'BuildService/StreamBuildLogs'
}

/**
 * The longest that a call takes effect after the client gave it up: well under the settle time, which is what publishing
 * once rests on.
 */
const LONGEST_DELAY_MS = 8_000

/**
 * Up to three faults, each on a method that the run is likely to call; often a publish that is slow enough to be hit, and
 * logs that are never closed.
 */
export function drawFaults(draw: Draw, source: SourceKind): readonly PlannedFault[] {
  const others = Array.from({ length: draw.one([0, 1, 1, 1, 2, 2, 3]) }, () => drawFault(draw, methodFor(draw, source)))
  const log = draw.chance(50) ? LOGS[source] : undefined
  const held = log === undefined ? [] : [{ method: log, call: 'all', fault: { action: 'hang-after' } } as const]
  return draw.chance(25) ? [...held, slowPublish(draw), ...others] : [...held, ...others]
}

/** One that takes long enough for another run to publish meanwhile. */
export function slowPublish(draw: Draw, least = 300): PlannedFault {
  return { method: PUBLISH, call: 1, fault: { action: 'delay', ms: draw.between(least, LONGEST_DELAY_MS) } }
}

function methodFor(draw: Draw, source: SourceKind): string {
  const compute = `ComputeService/${draw.weighted(COMPUTE)}`
  if (draw.chance(60)) return compute
  if (source === 'dockerfile') return `ComputeService/${draw.weighted(COMPILE)}`
  if (source === 'build-service') return `BuildService/${draw.weighted(BUILD)}`
  return compute
}

function drawFault(draw: Draw, method: string): PlannedFault {
  const isRead = /\/(Get|List)/.test(method)
  return { method, call: isRead ? draw.between(1, 5) : draw.one([1, 1, 1, 2]), fault: faultOn(draw, method) }
}

function faultOn(draw: Draw, method: string): Fault {
  const isStream = method.includes('/Stream')
  const action = draw.weighted<Fault['action']>({
    status: 5,
    'drop-before': 2,
    'drop-after': 4,
    delay: 4,
    hang: 1,
    'hang-after': DEEDS.includes(method) ? 1 : 0,
    'cut-stream': isStream ? 6 : 0
  })
  switch (action) {
    case 'status':
      return statusOn(draw, method)
    case 'delay':
      return { action, ms: draw.one([draw.between(50, 1_000), draw.between(1_000, LONGEST_DELAY_MS)]) }
    case 'cut-stream':
      return { action, messages: draw.between(1, 4) }
    default:
      return { action }
  }
}

function statusOn(draw: Draw, method: string): Fault {
  const details = draw.one(WORDS)
  if (DEEDS.includes(method) && draw.chance(50)) return answered(draw.one(ANY), { details, afterEffect: true })
  if (draw.chance(35)) return answered('UNAUTHENTICATED', { details, afterEffect: false })
  if (draw.chance(40)) return answered(draw.one(VERDICTS), { details, afterEffect: false })
  return answered(draw.one(AMBIGUOUS), { details, afterEffect: draw.chance(50) })
}

function answered(code: keyof typeof status, how: { readonly details: string; readonly afterEffect: boolean }): Fault {
  return { action: 'status', code: status[code], ...how }
}
