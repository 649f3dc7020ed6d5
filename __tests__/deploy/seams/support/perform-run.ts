import { afterJob, isSettled, refusedRollback } from '../../../../src/deploy/after-job.ts'
import { deploy } from '../../../../src/deploy/deploy.ts'
import type { EndedJob, JobStatus } from '../../../../src/model/open-run.ts'
import type { Outcome } from '../../../../src/model/outcome.ts'
import type { DeployPlan } from '../../../../src/model/plan.ts'
import { RecordingTools } from '../../../support/fakes.ts'
import { CallLine } from './call-line.ts'
import { chosenPlan, wantedOf } from './chosen-plan.ts'
import type { MainEnd, PostEnd, RunEvidence } from './evidence-of-run.ts'
import { MAIN_MS, POST_MS } from './limits.ts'
import { ModelPlatform } from './model-platform.ts'
import { ModelWorld, OURS } from './model-world.ts'
import { doAsAnother } from './other-deeds.ts'
import { logOf, RunRecord } from './run-record.ts'
import type { Schedule } from './schedule.ts'
import { CallMoments, StageProcess } from './stage-process.ts'
import { VirtualTime } from './virtual-time.ts'

/** The steps of the job after this one. */
const BETWEEN_MS = 5_000
/** Everything that is late has come by then. */
const AFTERWARDS_MS = 5 * 60_000

/** One run of the story by a schedule: main, what comes between, and post, with all that was done and said. */
export async function performRun(schedule: Schedule): Promise<RunEvidence> {
  const scene = new Scene(schedule)
  return await scene.perform()
}

class Scene {
  readonly #schedule: Schedule
  readonly #time = new VirtualTime()
  readonly #moments = new CallMoments(this.#time)
  readonly #world: ModelWorld
  readonly #record: RunRecord
  readonly #plan: DeployPlan
  #stopped: RunEvidence['stopped']
  #ledgerWrites = 0

  constructor(schedule: Schedule) {
    this.#schedule = schedule
    this.#world = new ModelWorld(this.#time, schedule.world)
    this.#record = new RunRecord(this.#world)
    this.#plan = chosenPlan(schedule.plan)
    for (const { what, at } of schedule.others) this.#moments.on(at, () => doAsAnother(this.#world, what))
  }

  async perform(): Promise<RunEvidence> {
    const { claims, facts, ledger, calls, afterEnd } = this.#record
    const { plan, world } = this.#schedule
    const start = this.#world.live()
    const main = await this.#main()
    await this.#time.pass(BETWEEN_MS)
    const post = await this.#post(main)
    const runningBuilds = this.#world.buildsNow().flatMap(({ id, status }) => (status === 'RUNNING' ? [id] : []))
    await this.#time.pass(AFTERWARDS_MS)
    return {
      ...{ schedule: this.#schedule, start, main, post, claims, facts, ledger, calls, afterEnd },
      deeds: this.#world.deeds,
      stopped: this.#stopped,
      versions: this.#world.versions.map(({ number, content, by }) => ({ number, content, by })),
      runningBuilds,
      testsPassedSeq: this.#testsPassedSeq(),
      wanted: wantedOf(plan, world),
      ownContent: OURS
    }
  }

  async #main(): Promise<MainEnd> {
    const process = new StageProcess('main', this.#time, (reason) => {
      this.#stopped = { seq: this.#world.tick(), atMs: this.#time.nowMs, reason }
    })
    const { interruption } = this.#schedule
    if (interruption) this.#moments.on(interruption.at, () => process.interrupt(interruption.how))
    this.#time.after(MAIN_MS, () => process.interrupt('timed_out'))
    let result: { readonly outcome: Outcome } | { readonly error: unknown } | undefined
    deploy(this.#plan, this.#toolsOf(process)).then(
      (outcome) => (result = { outcome }),
      (error: unknown) => (result = { error })
    )
    await this.#time.passUntil(() => result !== undefined || process.isDead, 2 * MAIN_MS)
    const failure = result && 'error' in result ? this.#record.fail(process, result.error) : undefined
    process.hasEnded = true
    const how = process.isDead ? 'killed' : result === undefined ? 'hung' : failure ? 'failed' : 'returned'
    const outcome = result && 'outcome' in result ? result.outcome : undefined
    return { how, outcome, failure, seq: this.#world.tick(), atMs: this.#time.nowMs }
  }

  #toolsOf(process: StageProcess) {
    const record = this.#record
    const platform = this.#platformOf(process)
    const { clock } = process
    return {
      ...new RecordingTools(platform),
      log: logOf(record, process),
      clock,
      ledger: record.ledgerOf(process, () => this.#writeToDisk()),
      report: (facts: Parameters<RunRecord['report']>[1]) => record.report(process, facts),
      msLeft: () => Math.max(0, MAIN_MS - clock.now()),
      stop: process.signal
    }
  }

  #writeToDisk(): void {
    const { fullDiskAt } = this.#schedule
    if (fullDiskAt === undefined || ++this.#ledgerWrites < fullDiskAt) return
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  }

  #platformOf(process: StageProcess): ModelPlatform {
    const { faults, plan } = this.#schedule
    const { calls, errors } = this.#record
    const line = new CallLine({ world: this.#world, process, moments: this.#moments, faults, calls, errors })
    return new ModelPlatform(this.#world, line, plan.tests !== 'fail')
  }

  async #post(main: MainEnd): Promise<PostEnd | undefined> {
    const open = this.#record.ledger.findLast(({ seq }) => seq < main.seq)?.entry
    if (open === undefined || open === 'closed') return undefined
    const ended: EndedJob = { open, job: jobAfter(main, this.#schedule, this.#stopped), policy: this.#plan.rollback }
    if (isSettled(ended)) return undefined
    const process = new StageProcess('post', this.#time)
    const startedAtMs = this.#time.nowMs
    this.#time.after(POST_MS, () => process.interrupt('timed_out'))
    const log = logOf(this.#record, process)
    const tools = {
      platform: this.#platformOf(process),
      log,
      clock: process.clock,
      tests: async () => this.#plan.tests
    }
    let result: { readonly sentence: string } | { readonly error: unknown } | undefined
    afterJob({ ...ended, ...tools }).then(
      ({ line }) => (result = { sentence: line }),
      (error: unknown) => (result = { error: refusedRollback(error, ended) ?? error })
    )
    await this.#time.passUntil(() => result !== undefined, startedAtMs + 2 * POST_MS)
    const failure = result && 'error' in result ? this.#record.fail(process, result.error) : undefined
    const sentence = result && 'sentence' in result ? result.sentence : undefined
    if (sentence !== undefined) this.#record.say(process, 'sentence', sentence)
    process.hasEnded = true
    const how = result === undefined ? 'hung' : failure ? 'failed' : 'returned'
    return { how, sentence, failure, seq: this.#world.tick(), startedAtMs, atMs: this.#time.nowMs }
  }

  /** When main had read of every test that it passed. */
  #testsPassedSeq(): number | undefined {
    const { cases } = this.#plan.tests
    if (cases.length === 0) return undefined
    const read = this.#record.calls.find(({ stage, method, answer }) => {
      return stage === 'main' && method === 'readExecution' && (answer as { status?: string })?.status === 'COMPLETED'
    })
    return read?.doneSeq
  }
}

function jobAfter({ how }: MainEnd, { later }: Schedule, stopped: RunEvidence['stopped']): JobStatus {
  if (how === 'returned') return later
  return stopped?.reason === 'cancelled' || (how === 'killed' && later === 'cancelled') ? 'cancelled' : 'failure'
}
