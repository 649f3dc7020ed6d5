import { status } from '@grpc/grpc-js'
import type { JobStatus } from '../../../runner/inputs.ts'
import type { StepRun } from '../../../runner/runner.ts'
import type { StageResult } from '../../../runner/stage.ts'
import { failEach } from './support/failure-table.ts'
import { refusing } from './support/refusing.ts'

const SLOW_SAVE = { faults: [{ method: 'ComputeService/SaveDraft', calls: 'all', fault: { action: 'hang' } }] } as const

/** The runner sets its variables last, so a row changes them inside the process. */
function changing(code: string) {
  return { env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` } }
}

/** Post, after the rest of the job ended so. */
function after(ended: JobStatus): (step: StepRun) => Promise<StageResult> {
  return async (step) => {
    await step.main
    step.job.status = ended
    return await step.post()
  }
}

function whileSaving(stop: (step: StepRun) => void): (step: StepRun) => Promise<StageResult> {
  return async (step) => {
    await step.line(/^Created acme/)
    stop(step)
    return await step.main
  }
}

failEach('runner', [
  { what: 'a job that is cancelled', platform: SLOW_SAVE, stage: whileSaving((step) => step.cancel()) },
  { what: 'a step whose own timeout ends', platform: SLOW_SAVE, stage: whileSaving((step) => step.timeOut()) },
  { what: 'a disk that is full', options: changing("process.env.GITHUB_STATE = '/dev/full'") },
  { what: 'outputs that do not fit on the disk', options: changing("process.env.GITHUB_OUTPUT = '/dev/full'") },
  { what: 'a job that fails after the deployment', live: {}, stage: after('failure') },
  {
    what: 'the same, with a rollback',
    live: {},
    inputs: { 'rollback-on-failure': 'true' },
    files: { 'greeter/handler.py': 'def handler(payload, ctx):\n    return {"version": "two"}\n' },
    stage: after('failure')
  },
  {
    what: 'the same of a first deployment',
    inputs: { 'rollback-on-failure': 'true' },
    stage: after('failure')
  },
  {
    what: 'a rollback that is refused',
    live: {},
    inputs: { 'rollback-on-failure': 'true' },
    ...refusing('RollbackApp', status.NOT_FOUND, 'version not found'),
    stage: after('failure')
  }
])
