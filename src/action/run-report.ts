import type { RunFacts } from '../inputs/facts.ts'
import type { Request, SecretlessRun } from '../inputs/read-request.ts'
import { withoutColours, withoutGutter } from '../log/remote-text.ts'
import type { Comparison } from '../model/comparison.ts'
import { why } from '../model/errors.ts'
import type { GitHubNews } from '../model/github.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Mode } from '../model/plan.ts'
import type { StepRecord, TestRecord } from '../model/ports/ports.ts'
import { type Advise, annotationLines, besideWhatStays, explain, type Failure } from './failure.ts'
import type { RunnerLog } from './log.ts'
import { newsOf } from './news/github-news.ts'
import { Outputs } from './outputs.ts'
import type { Pinned } from './pinned/pinned.ts'
import { cleanedComparison, cleanedFailure } from './summary/cleaned-texts.ts'
import { renderSummary, type SummaryContent, writeSummary } from './summary/summary.ts'
import type { TimedStep } from './summary/timeline-chart.ts'
import { isDraftLeft, liveWords, SLOT } from './words/left-draft.ts'
import { outcomeNotice, SKIPPED } from './words/outcome-notice.ts'
import { purposeOf } from './words/purpose.ts'

/** In one line, which can be copied as it is. */
const UPLOAD =
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is GitHub’s
  "- { if: always(), uses: actions/upload-artifact@v7, with: { name: platform-log, path: '${{ steps.deploy.outputs.log_path }}' } }"

const NO_ADVICE: Advise = () => undefined

/** Gathers what a run does, and tells its end once: as outputs, as one red line where it failed, and as a summary. */
export class RunReport {
  /** How the summary names the app: as the user did, once that is known. */
  #app = 'Dodil Ignite'
  readonly outputs = new Outputs()
  #endpoint: string | undefined
  #mode: Mode | undefined
  #run: ReportedRun = { repositoryUrl: undefined, commit: undefined, tag: undefined, runUrl: undefined }
  #tellGitHub: ((news: GitHubNews) => Promise<void>) | undefined
  readonly #steps: TimedStep[] = []
  readonly #tests: TestRecord[] = []
  #comparison: Comparison | undefined
  readonly #log: RunnerLog
  readonly #elapsedMs: () => number

  readonly #pinned: Pinned
  /** Before there is a deployment, no failure is one of the platform. */
  #adviser: () => Promise<Advise> = async () => NO_ADVICE

  constructor(log: RunnerLog, pinned: Pinned, elapsedMs: () => number) {
    this.#log = log
    this.#pinned = pinned
    this.#elapsedMs = elapsedMs
  }

  /** From now on, a failure is looked up. Who knows failures is only asked for when there is one. */
  adviseBy(adviser: () => Promise<Advise>): void {
    this.#adviser = adviser
  }

  readonly timeline = (step: StepRecord): void => {
    const startedMs = this.#elapsedMs() - step.ms
    this.#steps.push({ ...step, line: this.#log.clean(step.line), startedMs })
  }

  readonly tested = (test: TestRecord): void => {
    this.#tests.push({ ...test, name: this.#log.clean(test.name), line: this.#log.clean(test.line) })
  }

  /** Who reads of a failure must know of which deployment: a job may have several. */
  names({ app, run }: { readonly app: string | undefined; readonly run: ReportedRun }): void {
    this.#app = this.#log.clean(app ?? this.#app)
    this.#run = run
  }

  /** Is told how the run ended before the summary is written, which holds what this warns of. */
  tellOn(github: (news: GitHubNews) => Promise<void>): void {
    this.#tellGitHub = github
  }

  /** Its texts come from the repository and from the platform. */
  readonly compared = (comparison: Comparison): void => {
    this.#comparison = cleanedComparison(comparison, this.#log)
  }

  /** The first line of the log: what goes where. */
  start({ plan, access: { endpoint } }: Request): void {
    const { organization, name } = plan.target
    this.#app = organization ? `${organization}/${name}` : name
    this.#endpoint = endpoint.name
    this.#mode = plan.mode
    this.#log.info(`${purposeOf(plan, this.#app)} Dodil Ignite at ${endpoint.name}`)
  }

  /** A run that was given no secrets is green: nobody can mend it in that pull request. */
  async end(end: Outcome | SecretlessRun): Promise<void> {
    if (!('secretless' in end)) return await this.#finish(end, undefined)
    this.#app = end.app
    this.#log.notice(SKIPPED[end.secretless])
    await this.#finish({ status: 'skipped', reason: 'no_credentials' }, undefined)
  }

  /** One error annotation, and the exit code; no stack trace unless step debug is on. */
  async fail(error: unknown): Promise<void> {
    // The failure is told in any case.
    const explained = explain(error, await this.#adviser().catch(() => NO_ADVICE))
    const told = this.#tellDraft(explained, error) ? besideWhatStays(explained) : explained
    const failure = this.#located(told)
    this.#log.again(failure.excerpt)
    const leftOut = this.#leftOutOf(failure, 'all')
    if (leftOut !== '') this.#log.info(leftOut)
    if (failure.snippet.length > 0) this.#log.info('What to add to the workflow:')
    for (const line of failure.snippet) this.#log.info(line)
    this.#log.error(failure.title, annotationLines(failure))
    if (failure.stack) this.#log.debug(failure.stack)
    process.exitCode = 1
    // The summary lists the errors that were found, with links, above what the tool ended with.
    await this.#finish({ status: 'failed', reason: failure.reason }, this.#pinned.hasErrors ? told : failure)
  }

  /** Where code was not made into a draft, the first error in it comes first: what the tool ends with says less. */
  #located(failure: Failure): Failure {
    if (failure.reason !== 'compile_failed' && failure.reason !== 'build_failed') return failure
    const [first = '', ...others] = failure.lines
    // What builds an image ends with its own error.
    const line = failure.reason === 'compile_failed' ? failure.known?.line : undefined
    const told = line && withoutGutter(withoutColours(line))
    return { ...failure, lines: [this.#pinned.withFirstError(first, told), ...others] }
  }

  /** The summary says above what stays live. False where there is nothing to tell. */
  #tellDraft({ reason }: Failure, error: unknown): boolean {
    const { facts } = this.outputs
    if (!isDraftLeft(facts, reason, error)) return false
    this.#log.notice(`${liveWords(facts)} ${SLOT}`, `The ${SLOT}`)
    return true
  }

  async #finish(outcome: Outcome, failure: Failure | undefined): Promise<void> {
    const ms = this.#elapsedMs()
    // First, because what keeps them from being written is told as the run's failure, once.
    this.#setOutputs(outcome, { ms, isFailure: failure !== undefined })
    this.#pinned.pin(this.#log, failure !== undefined)
    this.#tellWholeLog(failure !== undefined)
    this.#tellOutcome(outcome, ms)
    const story = this.#story(outcome, { ms, failure })
    await this.#tellOnGitHub(story)
    await writeSummary(renderSummary(story), (text) => this.#log.warning(text))
  }

  #story(
    outcome: Outcome,
    { ms, failure }: { readonly ms: number; readonly failure: Failure | undefined }
  ): SummaryContent {
    const { repositoryUrl, commit, tag } = this.#run
    return {
      app: this.#app,
      mode: this.#mode,
      endpoint: this.#endpoint,
      commit: { repositoryUrl, commit },
      tag: tag && this.#log.clean(tag),
      outcome,
      facts: this.outputs.facts,
      comparison: this.#comparison,
      steps: this.#steps,
      tests: this.#tests,
      diagnostics: this.#pinned.list({ repositoryUrl, commit }),
      leftOut: failure ? this.#leftOutOf(failure, 'skipped') : '',
      remarks: this.#log.remarks,
      failure: failure && cleanedFailure(failure, this.#log),
      ms
    }
  }

  /** A run that was given no secrets has a token that only reads. */
  async #tellOnGitHub(story: SummaryContent): Promise<void> {
    const { outcome, ms } = story
    if (!this.#tellGitHub || outcome.status === 'skipped') return
    await this.#tellGitHub(newsOf(story, this.#run.runUrl))
    // The ids that became known meanwhile are in `result`, too.
    this.#setOutputs(outcome, { ms, isFailure: story.failure !== undefined })
  }

  /** Where all that is of interest was shown, the file is nobody's concern. */
  #tellWholeLog(isFailed: boolean): void {
    const { keptAt, isCut } = this.#log
    if (keptAt === undefined || !(isFailed || isCut)) return
    this.#log.info(`The whole log of the platform, until the job ends: ${keptAt}`)
    this.#log.info('To keep it, give this step `id: deploy`, and add a step after it:')
    this.#log.info(UPLOAD)
  }

  #tellOutcome(outcome: Outcome, ms: number): void {
    const { facts } = this.outputs
    const notice = outcomeNotice({ app: this.#app, outcome, facts, comparison: this.#comparison, ms })
    if (notice) this.#log.outcome(notice)
  }

  /** What a compile or a build misses may be what was not packed. What may hold secrets is a remark by itself. */
  #leftOutOf({ reason }: Failure, which: 'all' | 'skipped'): string {
    const isOfCode = reason === 'compile_failed' || reason === 'build_failed'
    return isOfCode ? this.#log.clean(this.#pinned.leftOut(which)) : ''
  }

  /** A failure is told once: that its outputs cannot be written either is a detail. */
  #setOutputs(outcome: Outcome, { ms, isFailure }: { readonly ms: number; readonly isFailure: boolean }): void {
    try {
      this.outputs.finish(outcome, ms)
    } catch (error) {
      if (!isFailure) throw error
      this.#log.debug(`The outputs were not written: ${why(error)}`)
    }
  }
}

type ReportedRun = Pick<RunFacts, 'repositoryUrl' | 'commit' | 'tag' | 'runUrl'>
