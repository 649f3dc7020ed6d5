import type { Advise } from './action/failure.ts'
import type { RunnerLog } from './action/log.ts'
import { maskCredentials } from './action/mask.ts'
import { tellSweep, tellSweepFailure } from './action/news/sweep-report.ts'
import { readRunFacts } from './action/run-facts.ts'
import type { StopSwitch } from './action/stop.ts'
import { decorationBudget, readPullRequest } from './decorate.ts'
import { sweep } from './deploy/sweep.ts'
import { type Lack, lackOf } from './github/lack.ts'
import type { RunFacts } from './inputs/facts.ts'
import { readSweep, type SweepRequest } from './inputs/github/read-sweep.ts'
import type { InputReader } from './inputs/input-reader.ts'
import type { Redactor } from './log/redact.ts'
import { InputError } from './model/errors.ts'
import type { SweptPreview } from './model/swept-preview.ts'
import { adviceFor } from './platform/advice/advice.ts'
import { clockUntil } from './run-clock.ts'
import { openSession } from './session.ts'

type SweepTools = {
  readonly inputs: InputReader
  readonly log: RunnerLog
  readonly redactor: Redactor
  readonly stop: StopSwitch
  readonly env: NodeJS.ProcessEnv
}

/** With which pull requests are read. */
const WANTED = { name: 'pull-requests', level: 'read' }

/** The action in the folder sweep/: previews whose pull request is closed are removed. */
export async function sweepPreviews(tools: SweepTools): Promise<void> {
  const { inputs, log, redactor } = tools
  try {
    maskCredentials(inputs, redactor)
    const facts = readRunFacts(tools.env, process.cwd())
    const request = readSweep(inputs, facts)
    if (!request) throw new InputError(inputs.problems)
    await tellSweep(log, await swept(request, facts, tools))
  } catch (error) {
    const isGiven = (name: string): boolean => inputs.given([name]).length > 0
    const advise: Advise = (text, speaker) => adviceFor({ text, speaker, isGiven, lookUp: () => undefined })
    await tellSweepFailure(log, error, advise)
  }
}

async function swept(request: SweepRequest, facts: RunFacts, tools: SweepTools): Promise<readonly SweptPreview[]> {
  const { organization, isDryRun, access, github, timeoutMs } = request
  const { inputs, log, redactor, stop } = tools
  stop.limit(timeoutMs, { what: 'The sweep', hint: 'Raise `timeout-minutes`, or run it again for the rest.' })
  using connections = new DisposableStack()
  const clock = clockUntil(stop.signal)
  const session = { access, timeoutMs, step: facts.step, clock, log, redactor, stop: stop.signal }
  const plan = { organization, repository: github.repository, isDryRun }
  let lack: Lack | undefined
  const swept = await sweep(plan, {
    connect: async () => connections.use(await openSession({ ...session, services: ['ComputeService'] })),
    isClosed: async (number) => {
      const asking = { access: github, inputs, budget: decorationBudget(), stop: stop.signal }
      try {
        return (await readPullRequest(number, asking)).isClosed
      } catch (error) {
        const lacking = lackOf(error, WANTED)
        lack ??= lacking
        throw lacking ? new Error(lacking.words, { cause: error }) : error
      }
    },
    log,
    clock,
    stop: stop.signal,
    timeline: () => undefined,
    report: () => undefined
  })
  for (const line of lack?.lines ?? []) log.info(line)
  return swept
}
