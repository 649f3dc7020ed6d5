/** A line of what act prints with `--json`, as far as the tests read it. */
type Entry = {
  readonly msg: string
  /** The workflow and the job, the matrix's number with it. */
  readonly job?: string
  readonly step?: string
  readonly jobResult?: 'success' | 'failure' | 'skipped'
  /** What a step printed, as opposed to what act says of it. */
  readonly raw_output?: true
  /** Of a workflow command. */
  readonly command?: string
  readonly arg?: string
  readonly time?: string
}

/** What one run of act told. */
export class ActLog {
  readonly #entries: readonly Entry[]

  /** `json` has an object a line. */
  constructor(json: string) {
    const lines = json.split('\n').filter((line) => line !== '')
    this.#entries = lines.map((line) => JSON.parse(line))
  }

  /** How each job ended, by its name without the workflow's. */
  get jobs(): Readonly<Record<string, string>> {
    const ended = this.#entries.filter(({ jobResult }) => jobResult !== undefined)
    return Object.fromEntries(ended.map(({ job, jobResult }) => [nameOf(job), jobResult ?? '']))
  }

  /** The lines that the steps of that name printed, in all jobs. */
  printed(step: string): readonly string[] {
    const said = this.#entries.filter((entry) => entry.step === step && entry.raw_output === true)
    return said.map(({ msg }) => msg.trimEnd())
  }

  /** What was annotated at that level. */
  annotations(level: 'notice' | 'warning' | 'error'): readonly string[] {
    return this.#entries.filter(({ command }) => command === level).map(({ arg }) => arg ?? '')
  }

  /** The log of a job in the form in which GitHub keeps it. */
  keptOf(job: string): string {
    const lines = this.#entries
      .filter((entry) => nameOf(entry.job) === job)
      .flatMap(({ time = '', command, arg, msg }) => {
        const text = command === undefined ? msg : `##[${command}]${arg}`
        return text.split('\n').map((line) => `${time.replace('Z', '.0000000Z')} ${line}`)
      })
    return `\uFEFF${lines.join('\r\n')}`
  }

  /** The whole as somebody at a terminal reads it, with what act itself hides hidden. */
  get text(): string {
    return this.#entries
      .map(({ job, raw_output: raw, msg }) => `[${nameOf(job)}] ${raw ? '| ' : ''}${msg}`.trimEnd())
      .join('\n')
  }
}

function nameOf(job = ''): string {
  return job.slice(job.indexOf('/') + 1).trim()
}
