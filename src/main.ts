import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { InputReader } from './action/input-reader.ts'
import { RunnerLog } from './action/log.ts'
import { mask, maskCredentials } from './action/mask.ts'
import { readRequest, type Request } from './action/read-request.ts'
import { Redactor } from './action/redact.ts'
import { readRunFacts } from './action/run-facts.ts'
import { RunReport } from './action/run-report.ts'
import { runnerLedger } from './action/state.ts'
import { stopSwitch } from './action/stop.ts'
import { deploy } from './deploy/deploy.ts'
import type { Clock } from './deploy/ports.ts'
import { connect } from './platform/connect.ts'
import { accountToken, staticToken, type TokenSource } from './platform/token.ts'
import { inspect } from './source/inspect.ts'
import { packCode } from './source/pack.ts'
import { VERSION } from './version.ts'

const inputs = new InputReader(process.env)
const facts = readRunFacts(process.env, process.cwd())
const redactor = new Redactor()
const log = new RunnerLog(redactor)
const report = new RunReport(log, () => performance.now())
using stop = stopSwitch()
const clock: Clock = {
  now: () => performance.now(),
  sleep: (ms) => sleep(ms, undefined, { signal: stop.signal }).catch(() => stop.signal.throwIfAborted())
}
const surroundings = { workspace: facts.workspace, exclude: facts.temp ? [facts.temp] : [] }

for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => void report.fail(error))
}

try {
  await main()
} catch (error) {
  await report.fail(error)
}

async function main(): Promise<void> {
  for (const name of maskCredentials(inputs, redactor)) log.warning(`\`${name}\` is too short to be hidden in the log.`)
  const request = await readRequest(inputs, facts, (code) => inspect({ ...code, ...surroundings }))
  stop.limitMinutes(request.timeoutMinutes)
  report.start(request)
  const token = tokenSource(request)
  using connection = new DisposableStack()
  const outcome = await deploy(request.plan, {
    connect: async () => connection.use(await connect({ ...request.access, ...link(request), token })),
    pack: packCode({ ...surroundings, credentials: secretsOf(request) }),
    ledger: runnerLedger(facts.run),
    report: report.outputs.report,
    timeline: report.timeline,
    stop: stop.signal,
    log,
    clock
  })
  await report.succeed(outcome)
}

function link({ timeoutMinutes }: Request) {
  return {
    version: VERSION,
    services: ['ComputeService'] as const,
    endsAt: clock.now() + timeoutMinutes * 60_000,
    debug: (text: string) => log.debug(text),
    stop: stop.signal,
    clock
  }
}

function tokenSource({ access: { credentials } }: Request): TokenSource {
  if (credentials.kind === 'token') return staticToken(credentials.token)
  const { id, secret, tokenUrl } = credentials
  const onMint = (minted: string) => void mask(minted, redactor)
  return accountToken({ account: { id, secret, url: tokenUrl }, clock, stop: stop.signal, onMint })
}

function secretsOf({ access: { credentials } }: Request): readonly string[] {
  return [credentials.kind === 'token' ? credentials.token : credentials.secret]
}
