import './require-node.ts'
import { tmpdir } from 'node:os'
import { requireCommandFiles } from './action/command-files.ts'
import { RunnerLog } from './action/log.ts'
import { maskCredentials } from './action/mask.ts'
import { Pinned } from './action/pinned/pinned.ts'
import { readRunFacts } from './action/run-facts.ts'
import { RunReport } from './action/run-report.ts'
import { RunnerLedger } from './action/state.ts'
import { stopSwitch } from './action/stop.ts'
import { decorationBudget, openTelling } from './decorate.ts'
import { credentialsOf } from './inputs/credentials.ts'
import type { RunFacts } from './inputs/facts.ts'
import { readGitHub } from './inputs/github/read-github.ts'
import { shownAppIn } from './inputs/github/read-preview.ts'
import { InputReader } from './inputs/input-reader.ts'
import { networkWarnings } from './inputs/read-network.ts'
import { readRequest, type SecretlessRun } from './inputs/read-request.ts'
import { Redactor } from './log/redact.ts'
import { Stopped } from './model/errors.ts'
import type { Outcome } from './model/outcome.ts'
import { withPullRequestOf } from './preview-facts.ts'
import { RUN_TIME } from './run-clock.ts'
import { inspect } from './source/inspect.ts'
import { inspectContext } from './source/inspect-context.ts'

const { env } = process
/** Aborted when the deployment is over. */
const over = new AbortController()
/** For as long as the process lives: a signal must not kill it while it reports how the run ended either. */
const stop = stopSwitch()
const budget = decorationBudget()
const redactor = new Redactor()
const log = new RunnerLog(redactor, {
  temp: env['RUNNER_TEMP'] || tmpdir(),
  onKept: (file) => report.outputs.logKept(file),
  onRemoteLines: (lines) => pinned.read(lines)
})
const inputs = new InputReader(env, (text) => log.warning(text))
const pinned = new Pinned()
const report = new RunReport(log, pinned, RUN_TIME.now)
const tools = { inputs, log, redactor, pinned, report, budget, stop }

for (const event of ['uncaughtException', 'unhandledRejection'] as const) process.on(event, stop.fail)

try {
  // Set by sweep/action.yml alone.
  if (env['INPUT_SWEEP'] === 'true') {
    const { sweepPreviews } = await import('./sweep-previews.ts')
    await sweepPreviews({ inputs, log, redactor, stop, env })
  } else await report.end(await main())
} catch (error) {
  await report.fail(error)
}

/** How the run ended, or why it was left out. Throws what it failed with. */
async function main(): Promise<Outcome | SecretlessRun> {
  requireCommandFiles(env)
  for (const name of maskCredentials(inputs, redactor)) log.warning(`\`${name}\` is too short to be hidden in the log.`)
  const facts = await withPullRequestOf(readRunFacts(env, process.cwd()), { inputs, log, budget, stop: stop.signal })
  const surroundings = { workspace: facts.workspace, exclude: facts.temp ? [facts.temp] : [] }
  const packing = {
    ...surroundings,
    credentials: credentialsOf(inputs),
    stop: AbortSignal.any([stop.signal, over.signal])
  }
  for (const warning of networkWarnings(inputs)) log.warning(warning)
  report.names({ app: shownAppIn(inputs, facts), run: facts })
  const ledger = new RunnerLedger(facts.run)
  const telling = await openGitHub(facts, ledger)
  const request = await readRequest(inputs, facts, {
    code: (code) => inspect(code, packing),
    context: (context) => inspectContext(context, packing)
  })
  if ('secretless' in request) return request
  report.start(request)
  // Most of the action: a run that goes no further does without it, and nothing has been told or sent by then.
  const { deployed } = await import('./deployment.ts')
  for (const note of inputs.notes) log.info(note)
  // What is removed is no deployment.
  if (request.plan.mode !== 'delete') telling?.begin()
  const outcome = await deployed(request, { ...tools, facts, surroundings, ledger })
    // A connection that fails ends the packing beside it.
    .finally(() => over.abort())
  const { reason } = stop.signal
  if (stop.signal.aborted && !(reason instanceof Stopped)) throw reason
  return outcome
}

/** What is told on GitHub; undefined where nothing is. */
async function openGitHub(facts: RunFacts, ledger: RunnerLedger) {
  const request = readGitHub(inputs, facts)
  if (!request) return undefined
  const { report: tell } = report.outputs
  const telling = await openTelling({ request, inputs, facts, log, ledger, report: tell, budget, stop: stop.signal })
  report.tellOn(telling.end)
  return telling
}
