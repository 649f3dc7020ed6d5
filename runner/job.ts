import { delimiter, join } from 'node:path'
import type { StageEffects } from './effects.ts'
import {
  contextEnvironment,
  type GitHubContext,
  makeGitHubContext,
  makeHostEnvironment,
  makePlaces,
  makeRunnerContext,
  makeServiceEnvironment
} from './environment.ts'
import { createCommandFiles, NamedValues } from './files.ts'
import { type ActionFile, type Contexts, evaluateInputs, inputVariable, type JobStatus } from './inputs.ts'
import { Masks } from './masks.ts'
import type { StagePlan } from './stage.ts'
import { StageLog } from './stage-log.ts'

export type JobOptions = {
  /** Where action.yml lies. */
  readonly directory: string
  /** The step's `with:`. */
  readonly inputs?: Readonly<Record<string, string>>
  /** The job's and the step's `env:`. Nothing of this process's environment reaches the action. */
  readonly env?: Readonly<Record<string, string>>
  /** What the machine of a self-hosted runner sets for every process beside the runner's own; no workflow sees it. */
  readonly host?: Readonly<Record<string, string>>
  /** The workflow's secrets: masked before the step starts. The GitHub token always is. */
  readonly secrets?: readonly string[]
  /** Left out, an empty directory that is removed with the job. */
  readonly workspace?: string
  /** RUNNER_TEMP, which the steps of a job share; left out, a directory that is removed with the step. */
  readonly temp?: string
  readonly event?: unknown
  /** Values of the `github` context by their names there, `token` and `api_url` among them. */
  readonly github?: GitHubContext
  /** `job.check_run_id`. */
  readonly checkRunId?: string
  /** The step's `timeout-minutes`, fractions allowed, 360 by default; main and post have each their own clock. */
  readonly timeoutMinutes?: number
  /** Step debug logging: RUNNER_DEBUG, debug lines, echo of commands. */
  readonly debug?: boolean
  /** Factor for the runner's waits on signals and open pipes; 1, the default, is the real runner. */
  readonly timeScale?: number
}

/** What outlives a stage: contexts, secrets, state, outputs, and the environment that later steps get. */
export class Job {
  /** The object behind `job.status`: both stages' inputs are evaluated with what it says then. */
  readonly context: { status: JobStatus; readonly check_run_id: string | undefined }
  readonly #options: JobOptions
  readonly #action: ActionFile
  readonly #contexts: Contexts & { readonly github: GitHubContext; readonly runner: Readonly<Record<string, string>> }
  readonly #hostEnvironment: Readonly<Record<string, string>>
  readonly #serviceEnvironment = makeServiceEnvironment()
  readonly #masks = new Masks()
  readonly #outputs = new NamedValues()
  readonly #state = new NamedValues()
  readonly #environment = new Map<string, string>()
  readonly #path: string[] = []

  constructor(options: JobOptions, action: ActionFile, root: string) {
    const places = makePlaces(root, options)
    this.#options = options
    this.#action = action
    this.context = { status: 'success', check_run_id: options.checkRunId }
    this.#hostEnvironment = { ...options.host, ...makeHostEnvironment(places) }
    this.#contexts = {
      github: makeGitHubContext(places, options.github ?? {}, options.event ?? {}),
      runner: makeRunnerContext(places, options.debug ?? false),
      job: this.context,
      strategy: {},
      matrix: {}
    }
    for (const secret of this.#secrets()) this.#masks.add(secret)
  }

  /** By what the processes of this job are recognised. */
  get trackingId(): string {
    return this.#hostEnvironment['RUNNER_TRACKING_ID'] ?? ''
  }

  /** The outputs that later jobs would get, were each mapped by its name. */
  get outputs(): Readonly<Record<string, string>> {
    const outputs = Object.entries(this.#outputs.toRecord())
    return Object.fromEntries(outputs.filter(([, value]) => value !== '' && !this.#masks.hides(value)))
  }

  /** Evaluates the inputs, prints what the runner prints before a stage, and says what to run. */
  plan(stage: 'main' | 'post', script: string, onLine: (line: string) => void): StagePlan {
    const { directory, inputs = {}, env = {}, timeoutMinutes = 360, timeScale = 1, debug = false } = this.#options
    const log = new StageLog(this.#masks, onLine, debug)
    const { values, warnings } = evaluateInputs(this.#action, inputs, this.#contexts)
    const files = createCommandFiles(this.#contexts.runner['temp'] ?? '')
    for (const warning of warnings) log.issue('warning', warning)
    const ofStep = { ...Object.fromEntries(this.#environment), ...env, ...this.#stateEnvironment() }
    if (stage === 'post') log.output('Post job cleanup.')
    else printDetails(log, this.#action.name, values, ofStep)
    const ofInputs = Object.fromEntries([...values].map(([name, value]) => [inputVariable(name), value]))
    return {
      script: join(directory, script),
      environment: this.#processEnvironment({ ...ofStep, ...ofInputs }, files),
      files,
      effects: this.#effects(stage, log),
      displayName: this.#action.name,
      timeoutMinutes,
      timeScale
    }
  }

  #effects(stage: 'main' | 'post', log: StageLog): StageEffects {
    return {
      log,
      masks: this.#masks,
      workspace: this.#contexts.github['workspace'] ?? '',
      outputs: stage === 'main' ? this.#outputs : undefined,
      state: this.#state,
      jobEnvironment: this.#environment,
      jobPath: this.#path,
      failed: false,
      echo: this.#options.debug ?? false,
      summary: undefined
    }
  }

  /** In the runner's order: the contexts' variables cannot be overridden by the workflow. */
  #processEnvironment(
    ofStep: Readonly<Record<string, string>>,
    files: Readonly<Record<string, string>>
  ): Readonly<Record<string, string>> {
    const environment: Record<string, string> = { ...this.#hostEnvironment, ...ofStep }
    return {
      ...environment,
      PATH: [...this.#path, environment['PATH']].join(delimiter),
      ...contextEnvironment(this.#contexts),
      ...files,
      ...this.#serviceEnvironment
    }
  }

  #stateEnvironment(): Readonly<Record<string, string>> {
    const state = Object.entries(this.#state.toRecord())
    return Object.fromEntries(state.map(([name, value]) => [`STATE_${name}`, value]))
  }

  #secrets(): readonly string[] {
    const token = this.#contexts.github['token'] ?? ''
    const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
    return [token, basic, this.#serviceEnvironment['ACTIONS_RUNTIME_TOKEN'] ?? '', ...(this.#options.secrets ?? [])]
  }
}

function printDetails(
  log: StageLog,
  name: string,
  inputs: ReadonlyMap<string, string>,
  environment: Readonly<Record<string, string>>
): void {
  log.output(`##[group]Run ${name}`)
  if (inputs.size > 0) log.output('with:')
  for (const [input, value] of inputs) if (value !== '') log.output(`  ${input}: ${value}`)
  const variables = Object.entries(environment)
  if (variables.length > 0) log.output('env:')
  for (const [variable, value] of variables) log.output(`  ${variable}: ${value}`)
  log.output('##[endgroup]')
}
