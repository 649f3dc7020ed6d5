import type { Variant } from '../../../emulator/contract/variants.ts'
import type { Fault } from '../../../emulator/wire/faults/faults.ts'
import type { JobStatus } from '../../../runner/inputs.ts'
import type { Inputs } from '../../support/deploying.ts'
import { Draw } from './draw.ts'
import { drawFaults, slowPublish } from './plan-faults.ts'
import { drawInputs, drawInputsOfTwin } from './plan-inputs.ts'

/** A moment of a run: so long after the action's nth call of a method has ended. Call 0 is the start of main. */
export type Moment = { readonly method: string; readonly call: number; readonly plusMs: number }

/** `call` is the action's own nth call of the method, in main and post together, where nobody else calls it as well. */
export type PlannedFault = { readonly method: string; readonly call: number | 'all'; readonly fault: Fault }

export const SOURCES = ['code', 'same-code', 'failing-code', 'dockerfile', 'build-service'] as const
export type SourceKind = (typeof SOURCES)[number]

/** Another client of the same app. */
export type Rival = {
  /** `publish-between`: saves and publishes while this run's publish is under way, and lays this run's code back. */
  readonly does: 'save' | 'save-and-publish' | 'publish-ours' | 'publish-between'
  /** Whether what it saves is the code that the run deploys. */
  readonly savesOurCode: boolean
  /** Undefined is: between main and post. */
  readonly at: Moment | undefined
}

/** Another run of the action, with other code and settings, which may deploy to the same app at the same time. */
export type Twin = { readonly inputs: Inputs; readonly at: Moment; readonly jobEnds: JobStatus }

export type Interruption = { readonly how: 'cancel' | 'SIGINT' | 'SIGTERM' | 'SIGKILL'; readonly at: Moment }

export type Network = {
  readonly delayMs: number
  readonly cutsAt: readonly Moment[]
  /** Nothing can be reached any more when post runs. */
  readonly goneForPost: boolean
}

/** All that one run of the chaos is, decided before it begins. */
export type ChaosPlan = {
  readonly seed: number
  readonly index: number
  readonly platform: {
    readonly variants: readonly Variant[]
    readonly permuteSeed: number | undefined
    readonly tokenTtlSeconds: number
  }
  /** How many versions the app has; 0 is: there is no app. */
  readonly versionsBefore: number
  readonly source: SourceKind
  readonly inputs: Inputs
  readonly faults: readonly PlannedFault[]
  readonly network: Network
  readonly rival: Rival | undefined
  readonly twin: Twin | undefined
  readonly interruption: Interruption | undefined
  /** How the rest of the job ends where main went well. */
  readonly jobEnds: JobStatus
}

/** Changes what is published, or how it can be known; the other variants are the matrix test's. */
const VARIANTS: readonly Variant[] = [
  'draft-cleared',
  'draft-not-found',
  'no-code-hash',
  'status-spelling',
  'settings-replace',
  'settings-no-presence',
  'settings-mask',
  'reflection-one-file'
]

type Asked = Pick<ChaosPlan, 'source' | 'inputs' | 'versionsBefore'>

/** Where signals, cuts and rivals are most likely to hurt: around what changes something, and most of all publishing. */
function likelyCalls({ source, inputs, versionsBefore }: Asked): readonly Pick<Moment, 'method' | 'call'>[] {
  const isTested = 'test-payload' in inputs
  const isChanged = versionsBefore > 0 && SETTINGS.some((name) => name in inputs)
  // An image that the draft builds is read while it is built, and after.
  const beforePublish = { method: 'GetDraftInfo', call: source === 'dockerfile' ? 4 : 2 }
  return [
    { method: 'start', call: 0 },
    { method: 'GetApp', call: 1 },
    { method: 'SaveDraft', call: 1 },
    ...[beforePublish, beforePublish, beforePublish, beforePublish],
    { method: 'PublishDraft', call: 1 },
    { method: 'PublishDraft', call: 1 },
    ...(isTested ? [{ method: 'TestDraft', call: 1 }] : []),
    ...(isChanged
      ? [
          { method: 'UpdateAppConfig', call: 1 },
          { method: 'UpdateAppConfig', call: 1 }
        ]
      : []),
    ...(source === 'build-service'
      ? [
          { method: 'CreateBuild', call: 1 },
          { method: 'ListBuilds', call: 1 }
        ]
      : [])
  ]
}

const SETTINGS = ['env', 'tier', 'ports', 'health-path', 'allow-unauthenticated']

/** The nth run of a seed: always the same, whichever others are run. */
export function makePlan(seed: number, index: number): ChaosPlan {
  const draw = new Draw(seed * 100_003 + index)
  const source = draw.weighted<SourceKind>({
    code: 14,
    'same-code': 2,
    'failing-code': 2,
    dockerfile: 3,
    'build-service': 3
  })
  const other = source === 'code' ? draw.weighted({ none: 6, between: 2, twin: 2 }) : 'none'
  const drawn = drawFaults(draw, source)
  const faults = other === 'between' ? [slowPublish(draw, 2_500), ...drawn] : drawn
  const versionsBefore = draw.one([0, 1, 1, 2])
  const hangs = faults.some(({ fault }) => fault.action === 'hang' || fault.action === 'hang-after')
  const inputs = drawInputs(draw, { source, hangs, hasTwin: other === 'twin' })
  const calls = likelyCalls({ source, inputs, versionsBefore })
  const rival = draw.chance(30) && other !== 'twin' ? drawRival(draw, source, calls) : undefined
  return {
    ...{ seed, index, versionsBefore, source, inputs, faults },
    platform: drawPlatform(draw, other === 'twin'),
    network: drawNetwork(draw, calls),
    rival: other === 'between' ? drawBetween(draw) : rival,
    twin: other === 'twin' ? drawTwin(draw, calls) : undefined,
    interruption: draw.chance(other === 'none' ? 40 : 20) ? drawInterruption(draw, calls) : undefined,
    jobEnds: draw.one(['success', 'failure', 'failure', 'cancelled'])
  }
}

function drawPlatform(draw: Draw, hasTwin: boolean): ChaosPlan['platform'] {
  const replacing = hasTwin && draw.chance(50) ? (['settings-replace'] as const) : []
  const others = draw.chance(50) ? draw.some(VARIANTS, draw.between(1, 3)) : []
  return {
    variants: settingsOnce([...replacing, ...others]),
    permuteSeed: draw.chance(30) ? draw.between(1, 1000) : undefined,
    tokenTtlSeconds: draw.chance(25) ? draw.between(2, 5) : 300
  }
}

/** A platform has one way to change settings. */
function settingsOnce(variants: readonly Variant[]): readonly Variant[] {
  const first = variants.find((name) => name.startsWith('settings-'))
  return [...new Set(variants)].filter((name) => name === first || !name.startsWith('settings-'))
}

type Calls = ReturnType<typeof likelyCalls>

function drawMoment(draw: Draw, calls: Calls): Moment {
  const moment = draw.one(calls)
  const plusMs =
    moment.call === 0
      ? draw.between(0, 800)
      : draw.one([0, draw.between(0, 50), draw.between(0, 500), draw.between(0, 2500)])
  return { ...moment, plusMs }
}

function drawNetwork(draw: Draw, calls: Calls): Network {
  return {
    delayMs: draw.chance(20) ? draw.between(1, 80) : 0,
    cutsAt: draw.chance(20) ? Array.from({ length: draw.between(1, 2) }, () => drawMoment(draw, calls)) : [],
    goneForPost: draw.chance(5)
  }
}

function drawRival(draw: Draw, source: SourceKind, calls: Calls): Rival {
  const isCode = source === 'code' || source === 'same-code'
  return {
    does: draw.one(['save', 'save-and-publish', 'publish-ours']),
    savesOurCode: isCode && draw.chance(25),
    at: draw.chance(40) ? undefined : drawMoment(draw, calls)
  }
}

/** Between the last look before the publish and its effect. */
function drawBetween(draw: Draw): Rival {
  return {
    does: 'publish-between',
    savesOurCode: false,
    at: { method: 'GetDraftInfo', call: 2, plusMs: draw.between(150, 600) }
  }
}

function drawTwin(draw: Draw, calls: Calls): Twin {
  const at = draw.one([{ method: 'start', call: 0, plusMs: draw.between(0, 600) }, drawMoment(draw, calls)])
  return { inputs: drawInputsOfTwin(draw), at, jobEnds: draw.one(['success', 'success', 'failure', 'cancelled']) }
}

function drawInterruption(draw: Draw, calls: Calls): Interruption {
  return { how: draw.one(['cancel', 'cancel', 'SIGINT', 'SIGTERM', 'SIGKILL', 'SIGKILL']), at: drawMoment(draw, calls) }
}
