import path from 'node:path'
import type { RunnerLog } from './action/log.ts'
import type { Pinned } from './action/pinned/pinned.ts'
import type { RunReport } from './action/run-report.ts'
import type { RunnerLedger } from './action/state.ts'
import type { StopSwitch } from './action/stop.ts'
import { needs } from './deploy/start/needs.ts'
import type { Budget } from './github/budget.ts'
import type { RunFacts } from './inputs/facts.ts'
import type { InputReader } from './inputs/input-reader.ts'
import type { Request } from './inputs/read-request.ts'
import { isCheckedOut } from './inputs/source/read-git.ts'
import { Diagnostics, parsersFor } from './log/diagnostics/diagnostics.ts'
import type { Redactor } from './log/redact.ts'
import type { Outcome } from './model/outcome.ts'
import type { GitSource } from './model/plan.ts'
import type { Tools } from './model/ports/ports.ts'
import { openWeb } from './platform/network/probe.ts'
import { servicesFor } from './platform/requirements.ts'
import { isClosedNow } from './preview-facts.ts'
import { clockUntil } from './run-clock.ts'
import { openSession } from './session.ts'
import { listCheckout, NO_CHECKOUT } from './source/list-checkout.ts'
import type { Surroundings } from './source/tree/find-source.ts'
import { tell } from './stories.ts'
import { VERSION } from './version.ts'

/** What of a run its deployment works with. */
type Deployment = {
  readonly inputs: InputReader
  readonly facts: RunFacts
  readonly surroundings: Surroundings
  readonly ledger: RunnerLedger
  readonly log: RunnerLog
  readonly redactor: Redactor
  readonly pinned: Pinned
  readonly report: RunReport
  /** Of what is said to GitHub. */
  readonly budget: Budget
  readonly stop: StopSwitch
}

/** Does what is asked for. */
export async function deployed(request: Request, deployment: Deployment): Promise<Outcome> {
  const { facts, surroundings, inputs, ledger, pinned, report, budget, stop, log } = deployment
  const { plan, timeoutMs } = request
  pinned.listenWith(new Diagnostics(parsersFor(dockerfileOf(plan))))
  using connections = new DisposableStack()
  report.adviseBy(async () => {
    const { adviser } = await import('./adviser.ts')
    return adviser({ inputs, pinned, workspace: surroundings.workspace })
  })
  stop.limit(timeoutMs, {
    what: 'The run',
    hint: 'Raise `timeout-minutes`, or mend the step that took the time: the log has the time of each.'
  })
  if ('source' in plan && plan.source.kind === 'git') await pinCheckout(plan.source, deployment)
  const tools = toolsFor(request, deployment, connections)
  const outcome = await tell(plan, tools, () => isClosedNow(facts, { inputs, log, budget, stop: stop.signal }))
  if (outcome.reason !== 'superseded') ledger.keepLive()
  return outcome
}

/** Where an image is built with one that is named. */
function dockerfileOf(plan: Request['plan']): string | undefined {
  return 'source' in plan && 'build' in plan.source ? plan.source.build.dockerfilePath : undefined
}

/** What the stories work with. Its connections end with `connections`. */
function toolsFor(request: Request, deployment: Deployment, connections: DisposableStack): Tools {
  const { plan, access, timeoutMs } = request
  const { facts, surroundings, ledger, pinned, report, log, redactor } = deployment
  const stop = deployment.stop.signal
  const clock = clockUntil(stop)
  const endsAt = clock.now() + timeoutMs
  const services = servicesFor(needs(plan))
  const session = { access, timeoutMs, services, step: facts.step, clock, log, redactor, stop }
  return {
    connect: async () => connections.use(await openSession(session)),
    web: openWeb({ proxies: access.proxies, version: VERSION, stop }),
    pack: ({ found }) => pinned.packing(found.pack(), surroundings.workspace),
    openContext: ({ found }) => pinned.packing(found.open(), surroundings.workspace),
    runTag: facts.runTag,
    tag: facts.tag,
    runStep: facts.step,
    msLeft: () => endsAt - clock.now(),
    ledger,
    report: report.outputs.report,
    timeline: report.timeline,
    tested: report.tested,
    compared: report.compared,
    stop,
    clock,
    log
  }
}

/** What the build of a repository complains about is pinned where that repository is checked out. */
async function pinCheckout(source: GitSource, { facts, surroundings, pinned }: Deployment): Promise<void> {
  const { subPath = '.', build } = source
  const { dockerfilePath } = build
  const place = { path: path.join(surroundings.workspace, subPath), shownPath: subPath, dockerfilePath }
  const checkout = isCheckedOut(source, facts) ? listCheckout(place, surroundings) : NO_CHECKOUT
  await pinned.packing(checkout, surroundings.workspace)
}
