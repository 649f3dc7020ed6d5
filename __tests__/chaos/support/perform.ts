import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DEFAULT_ACCOUNT } from '../../../emulator/start.ts'
import { type StepRun, smuggled } from '../../../runner/runner.ts'
import type { StageResult } from '../../../runner/stage.ts'
import { leaks } from '../../e2e/support/leaks.ts'
import { Observer, type Seen } from '../../e2e/support/observing.ts'
import { type Inputs, inputsFor, OWN_COMMANDS, startAction } from '../../support/deploying.ts'
import type { Call, Evidence, Holdings, Message, Runs, Stage } from './evidence.ts'
import { codeIn } from './held-code.ts'
import { compete, meddle } from './meddling.ts'
import { isByAction, shortName } from './moments.ts'
import type { ChaosPlan } from './plan.ts'
import { prepareScene, type Scene } from './scene.ts'

/** How one run of the action ended, and what was seen of it. */
type Ended = Pick<Evidence, 'plan' | 'main' | 'post' | 'jobStatus' | 'signalledAtMs'> & { readonly observer: Observer }

/** Makes a run happen as it is planned, with its twin, and gathers what can be known without asking the action. */
export async function perform(plan: ChaosPlan): Promise<Runs> {
  await using scene = await prepareScene(plan)
  using observer = new Observer()
  using observerOfTwin = new Observer()
  const before = await scene.read()
  const twin = performTwin(plan, scene, observerOfTwin)
  const ended = await performRun(plan, scene, observer)
  const other = await twin.ended()
  await sleep(longestDelay(plan))
  const after = await scene.read()
  const evidence = gather(scene, { before, after, ended, isOwn: scene.isOurs })
  if (!other) return [evidence]
  const isOwn: Scene['isOurs'] = (entry) => isByAction(entry) && !scene.isOurs(entry)
  return [evidence, gather(scene, { before, after, ended: other, isOwn })]
}

async function performRun(plan: ChaosPlan, scene: Scene, observer: Observer): Promise<Ended> {
  const run = new Watched(scene, { address: scene.proxy.address, inputs: plan.inputs, observer })
  await using step = run.step
  const meddling = meddle(plan, scene, step)
  const main = await run.timed(step.main)
  meddling.mainEnded()
  await meddling.rival
  if (plan.rival && plan.rival.at === undefined) await compete(plan.rival, scene)
  if (step.job.status === 'success') step.job.status = plan.jobEnds
  if (plan.network.goneForPost) await scene.proxy.refuse()
  const jobStatus = step.job.status
  const post = await run.timed(step.post())
  return { plan, main, post, jobStatus, signalledAtMs: meddling.signalledAtMs(), observer }
}

/** The other run starts at its moment, and goes on when this one has ended. A moment that never comes is no twin. */
function performTwin(plan: ChaosPlan, scene: Scene, observer: Observer) {
  const { twin } = plan
  let ended: Promise<Ended> | undefined
  const perform = async ({ inputs, jobEnds }: NonNullable<ChaosPlan['twin']>): Promise<Ended> => {
    const run = new Watched(scene, { address: scene.emulator.grpc, inputs, observer })
    await using step = run.step
    const main = await run.timed(step.main)
    if (step.job.status === 'success') step.job.status = jobEnds
    const jobStatus = step.job.status
    const post = await run.timed(step.post())
    const own = { ...plan, inputs, source: 'code', twin: undefined, interruption: undefined, jobEnds } as const
    return { plan: own, main, post, jobStatus, signalledAtMs: undefined, observer }
  }
  if (twin) {
    scene.moments.on(twin.at, () => {
      ended = perform(twin)
    })
  }
  return { ended: () => ended }
}

type Watching = { readonly address: string; readonly inputs: Inputs; readonly observer: Observer }

/** The runner's own words, before the process of post and after one that it stopped. */
const OF_THE_RUNNER = /^(Post job cleanup\.|##\[error\]The operation was canceled\.)$/

/** A run of the action whose stages' times are known. */
class Watched {
  readonly step: StepRun
  #lastLineAtMs: number | undefined

  constructor(scene: Scene, { address, inputs, observer }: Watching) {
    this.step = startAction(scene.workspace, {
      inputs: inputsFor({ grpc: address, tokenUrl: scene.emulator.tokenUrl }, inputs),
      env: observer.env,
      onLine: (line) => {
        if (!OF_THE_RUNNER.test(line)) this.#lastLineAtMs = Date.now()
      }
    })
  }

  async timed(stage: Promise<StageResult>): Promise<Stage> {
    const startedAtMs = Date.now()
    this.#lastLineAtMs = undefined
    const result = await stage
    return { ...result, startedAtMs, lastLineAtMs: this.#lastLineAtMs, endedAtMs: Date.now() }
  }
}

/** After it, a call that was given up has taken effect as well. */
function longestDelay({ faults }: ChaosPlan): number {
  return Math.max(0, ...faults.map(({ fault }) => (fault.action === 'delay' ? fault.ms : 0)))
}

type Seeing = {
  readonly before: Holdings
  readonly after: Holdings
  readonly ended: Ended
  /** Whether a call is this run's. */
  readonly isOwn: Scene['isOurs']
}

function gather(scene: Scene, { before, after, ended, isOwn }: Seeing): Evidence {
  const { observer, ...run } = ended
  const stages = { main: run.main, post: run.post }
  const { inputs } = run.plan
  return {
    ...{ ...run, before, after },
    calls: callsOf(scene, isOwn, run.post.startedAtMs),
    ourCode: isImage(run.plan) ? undefined : codeIn(path.join(scene.workspace.path, inputs['code'] ?? '')),
    leaks: leaksOf(after, stages, observer),
    smuggled: Object.values(stages).flatMap((stage) =>
      smuggled(stage, { names: OWN_COMMANDS }).map(({ text }) => text)
    ),
    digest: /sha256 ([0-9a-f]{64})/.exec(run.main.log)?.[1]
  }
}

function callsOf({ emulator }: Scene, isOwn: Scene['isOurs'], postStartedAtMs: number): readonly Call[] {
  // The journal is in the order of ends, and a call that hangs ends long after its effect.
  const done = emulator.journal.toSorted((one, other) => one.doneAtMs - other.doneAtMs)
  return done.map((entry) => {
    const { method, request, answer, outcome, arrivedAtMs } = entry
    const by = !isOwn(entry) ? 'other' : arrivedAtMs < postStartedAtMs ? 'main' : 'post'
    const known = { request: request as Message, answer: answer as Message | undefined }
    return { by, method: shortName(method), ...known, outcome, arrivedAtMs }
  })
}

const UNSEEN: Seen = {
  script: '',
  loaded: [],
  builtins: [],
  summary: '',
  output: '',
  state: '',
  environment: '',
  peakBytes: 0,
  summaries: 0,
  idleMs: 0
}

function leaksOf(
  { versions }: Holdings,
  stages: Readonly<Record<'main' | 'post', StageResult>>,
  observer: Observer
): readonly string[] {
  const secrets = [DEFAULT_ACCOUNT.secret]
  const ofStages = Object.entries(stages).flatMap(([name, stage]) => {
    const seen = observer.stages.find(({ script }) => script.includes(`/${name}/`)) ?? UNSEEN
    return leaks(stage, seen, secrets).map((leak) => `${leak} of ${name}`)
  })
  const archived = versions.map(({ code }) => code).join('\n')
  return [...ofStages, ...secrets.filter((secret) => archived.includes(secret)).map((it) => `${it} in an archive`)]
}

function isImage({ source }: ChaosPlan): boolean {
  return source === 'dockerfile' || source === 'build-service'
}
