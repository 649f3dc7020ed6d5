import './require-node.ts'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { requireCommandFiles } from './action/command-files.ts'
import { RunnerLog } from './action/log.ts'
import { maskCredentials } from './action/mask.ts'
import { Pinned } from './action/pinned/pinned.ts'
import { readRunFacts } from './action/run-facts.ts'
import { RunReport } from './action/run-report.ts'
import { RunnerLedger } from './action/state.ts'
import { stopSwitch } from './action/stop.ts'
import { decorationBudget, openTelling } from './decorate.ts'
import { needs } from './deploy/start/needs.ts'
import { credentialsOf } from './inputs/credentials.ts'
import type { RunFacts } from './inputs/facts.ts'
import { readGitHub } from './inputs/github/read-github.ts'
import { InputReader } from './inputs/input-reader.ts'
import { networkWarnings } from './inputs/read-network.ts'
import { type Request, readRequest, type SecretlessRun } from './inputs/read-request.ts'
import { isCheckedOut } from './inputs/source/read-git.ts'
import { Redactor } from './log/redact.ts'
import { Stopped } from './model/errors.ts'
import type { Outcome } from './model/outcome.ts'
import type { GitSource } from './model/plan.ts'
import type { Tools } from './model/ports/ports.ts'
import { adviceFor } from './platform/advice/advice.ts'
import { openWeb } from './platform/network/probe.ts'
import { servicesFor } from './platform/requirements.ts'
import { isClosedNow, withPullRequestOf } from './preview-facts.ts'
import { clockUntil } from './run-clock.ts'
import { openSession } from './session.ts'
import { inspect } from './source/inspect.ts'
import { inspectContext } from './source/inspect-context.ts'
import { listCheckout, NO_CHECKOUT } from './source/list-checkout.ts'
import { whereModule } from './source/missing-module.ts'
import type { Surroundings } from './source/tree/find-source.ts'
import { whyLeftOut } from './source/why-left-out.ts'
import { tell } from './stories.ts'
import { VERSION } from './version.ts'

const { env } = process
/** Aborted when the deployment is over: a connection that fails ends the packing beside it. */
const over = new AbortController()
/** For as long as the process lives: a signal must not kill it while it reports how the run ended either. */
const stop = stopSwitch()
const budget = decorationBudget()
const redactor = new Redactor()
const log = new RunnerLog(redactor, {
  temp: env['RUNNER_TEMP'] || tmpdir(),
  onKept: (file) => report.outputs.logKept(file),
  onRemoteLine: (line) => pinned.line(line)
})
const inputs = new InputReader(env, (text) => log.warning(text))
const isGiven = (name: string): boolean => inputs.given([name]).length > 0
const pinned = new Pinned()
const report = new RunReport(log, pinned, {
  elapsedMs: () => performance.now(),
  advise: (text, speaker) =>
    adviceFor({
      text,
      speaker,
      isGiven,
      lookUp: (misses, name) => {
        // What the platform clones by itself is not what was packed.
        const packed = isGiven('code') ? pinned.packed : undefined
        if (packed === undefined) return undefined
        const place = { ...packed, workspace: env['GITHUB_WORKSPACE'] || process.cwd() }
        if (misses !== 'file') return whereModule(misses, name, place)
        const says = whyLeftOut(name, place)
        return says === undefined ? undefined : { says, isSure: true }
      }
    })
})

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
  report.names({ app: inputs.text('app'), run: facts })
  const ledger = new RunnerLedger(facts.run)
  const telling = await openGitHub(facts, ledger)
  const request = await readRequest(inputs, facts, {
    code: (code) => inspect(code, packing),
    context: (context) => inspectContext(context, packing)
  })
  if ('secretless' in request) return request
  report.start(request)
  for (const note of inputs.notes) log.info(note)
  // What is removed is no deployment.
  if (request.plan.mode !== 'delete') telling?.begin()
  const outcome = await deployed(request, { facts, surroundings, ledger })
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

type Deployment = {
  readonly facts: RunFacts
  readonly surroundings: Surroundings
  readonly ledger: RunnerLedger
}

async function deployed(request: Request, { facts, surroundings, ledger }: Deployment): Promise<Outcome> {
  const { plan, access, timeoutMs } = request
  using connections = new DisposableStack()
  connections.defer(() => over.abort())
  stop.limit(timeoutMs, {
    what: 'The run',
    hint: 'Raise `timeout-minutes`, or mend the step that took the time: the log has the time of each.'
  })
  const clock = clockUntil(stop.signal)
  const endsAt = clock.now() + timeoutMs
  const services = servicesFor(needs(plan))
  if ('source' in plan && plan.source.kind === 'git') await pinCheckout(plan.source, facts, surroundings)
  const tools: Tools = {
    connect: async () =>
      connections.use(
        await openSession({ access, timeoutMs, services, step: facts.step, clock, log, redactor, stop: stop.signal })
      ),
    web: openWeb({ proxies: access.proxies, version: VERSION, stop: stop.signal }),
    pack: ({ found }) => pinned.packing(found.pack(), surroundings),
    openContext: ({ found, build }) =>
      pinned.packing(found.open(), { ...surroundings, dockerfile: build.dockerfilePath }),
    runTag: facts.runTag,
    tag: facts.tag,
    runStep: facts.step,
    msLeft: () => endsAt - clock.now(),
    ledger,
    report: report.outputs.report,
    timeline: report.timeline,
    tested: report.tested,
    compared: report.compared,
    stop: stop.signal,
    clock,
    log
  }
  const outcome = await tell(plan, tools, () => isClosedNow(facts, { inputs, log, budget, stop: stop.signal }))
  if (outcome.reason !== 'superseded') ledger.keepLive()
  return outcome
}

/** What the build of a repository complains about is pinned where that repository is checked out. */
async function pinCheckout(source: GitSource, facts: RunFacts, surroundings: Surroundings): Promise<void> {
  const { subPath = '.', build } = source
  const { dockerfilePath } = build
  const place = { path: path.join(surroundings.workspace, subPath), shownPath: subPath, dockerfilePath }
  const checkout = isCheckedOut(source, facts) ? listCheckout(place, surroundings) : NO_CHECKOUT
  await pinned.packing(checkout, { ...surroundings, dockerfile: dockerfilePath })
}
