import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { InputReader } from './action/input-reader.ts'
import { RunnerLog } from './action/log.ts'
import { mask, maskCredentials } from './action/mask.ts'
import { parseInteger } from './action/parse.ts'
import { type Access, readAccess } from './action/read-access.ts'
import { readPlan } from './action/read-plan.ts'
import { Redactor } from './action/redact.ts'
import { type RunFacts, readRunFacts } from './action/run-facts.ts'
import { RunReport } from './action/run-report.ts'
import { runnerLedger } from './action/state.ts'
import { type StopSwitch, stopSwitch } from './action/stop.ts'
import { deploy } from './deploy/deploy.ts'
import { InputError } from './deploy/errors.ts'
import type { Outcome } from './deploy/outcome.ts'
import type { Plan } from './deploy/plan.ts'

const redactor = new Redactor()
const log = new RunnerLog(redactor)
const report = new RunReport(log, () => performance.now())

for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error) => void report.fail(error))
}

using stop = stopSwitch()
try {
  await report.succeed(await run(stop))
} catch (error) {
  await report.fail(error)
}
