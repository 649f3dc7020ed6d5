import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DEFAULT_ACCOUNT } from '../../../emulator/start.ts'
import { type StepRun, smuggled } from '../../../runner/runner.ts'
import type { StageResult } from '../../../runner/stage.ts'
import { leaks } from '../../e2e/support/leaks.ts'
import { Observer, type Seen } from '../../e2e/support/observing.ts'
import { inputsFor, OWN_COMMANDS, startAction } from '../../support/deploying.ts'
import type { Call, Evidence, Holdings, Message, Stage } from './evidence.ts'
import { codeIn } from './held-code.ts'
import { isByAction, shortName } from './moments.ts'
import type { ChaosPlan, Interruption, Rival } from './plan.ts'
import { APP, otherCode, prepareScene, type Scene } from './scene.ts'

/** Makes a run happen as it is planned, and gathers what can be known of it without asking the action. */
export async function perform(plan: ChaosPlan): Promise<Evidence> {
  await using scene = await prepareScene(plan)
  using observer = new Observer()
  const before = await scene.read()
  const inputs = inputsFor({ grpc: scene.proxy.address, tokenUrl: scene.emulator.tokenUrl }, plan.inputs)
  await using step = startAction(scene.workspace, { inputs, env: observer.env })
  const meddling = meddle(plan, scene, step)
  const main = await timed(Date.now(), step.main)
  meddling.mainEnded()
  await meddling.rival
  if (plan.rival && plan.rival.at === undefined) await compete(plan.rival, scene)
  if (step.job.status === 'success') step.job.status = plan.jobEnds
  if (plan.network.goneForPost) await scene.proxy.refuse()
  const jobStatus = step.job.status
  const post = await timed(Date.now(), step.post())
  await sleep(longestDelay(plan))
  const after = await scene.read()
  const stages = { main, post }
  return {
    ...{ plan, before, after, main, post, jobStatus },
    calls: callsOf(scene, post.startedAtMs),
    signalledAtMs: meddling.signalledAtMs(),
    ourCode: isImage(plan) ? undefined : codeIn(path.join(scene.workspace.path, plan.inputs['code'] ?? '')),
    leaks: leaksOf(after, stages, observer),
    smuggled: Object.values(stages).flatMap((stage) =>
      smuggled(stage, { names: OWN_COMMANDS }).map(({ text }) => text)
    ),
    digest: /sha256 ([0-9a-f]{64})/.exec(main.log)?.[1]
  }
}

async function timed(startedAtMs: number, stage: Promise<StageResult>): Promise<Stage> {
  const result = await stage
  return { ...result, startedAtMs, endedAtMs: Date.now() }
}

type Meddling = {
  /** Resolves when the rival has done what it does; it does nothing more after main's end. */
  rival: Promise<void>
  mainEnded(): void
  signalledAtMs(): number | undefined
}

/** What happens while main runs: the network is cut, a signal comes, another client deploys. */
function meddle({ network, interruption, rival }: ChaosPlan, scene: Scene, step: StepRun): Meddling {
  let isMainRunning = true
  let signalledAtMs: number | undefined
  const meddling: Meddling = {
    rival: Promise.resolve(),
    mainEnded: () => {
      isMainRunning = false
    },
    signalledAtMs: () => signalledAtMs
  }
  for (const at of network.cutsAt) scene.moments.on(at, () => scene.proxy.cut('reset'))
  if (interruption) {
    scene.moments.on(interruption.at, () => {
      if (!isMainRunning) return
      signalledAtMs = Date.now()
      interrupt(step, interruption)
    })
  }
  if (rival?.at) {
    scene.moments.on(rival.at, () => {
      if (isMainRunning) meddling.rival = compete(rival, scene)
    })
  }
  return meddling
}

function interrupt(step: StepRun, { how }: Interruption): void {
  if (how === 'cancel') step.cancel()
  else step.kill(how)
}

/** What the platform refuses it, or loses, is the rival's own trouble. */
async function compete({ does, savesOurCode }: Rival, scene: Scene): Promise<void> {
  try {
    if (does !== 'publish-ours') {
      const code = savesOurCode ? await scene.ourCode() : otherCode('of a rival')
      await atMost(scene.client.call('SaveDraft', { ...APP, code }))
    }
    if (does !== 'save') await atMost(scene.client.call('PublishDraft', APP))
  } catch {
    return
  }
}

/** A fault may let a call hang for ever. */
async function atMost(call: Promise<object>): Promise<unknown> {
  return await Promise.race([call, sleep(15_000, undefined, { ref: false })])
}

/** After it, a call that was given up has taken effect as well. */
function longestDelay({ faults }: ChaosPlan): number {
  return Math.max(0, ...faults.map(({ fault }) => (fault.action === 'delay' ? fault.ms : 0)))
}

function callsOf({ emulator }: Scene, postStartedAtMs: number): readonly Call[] {
  return emulator.journal.map((entry) => {
    const { method, request, answer, outcome, arrivedAtMs } = entry
    const by = !isByAction(entry) ? 'other' : arrivedAtMs < postStartedAtMs ? 'main' : 'post'
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
  peakBytes: 0
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
