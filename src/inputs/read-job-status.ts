import type { JobStatus } from '../model/open-run.ts'
import { mayRollBack, type RollbackPolicy } from '../model/plan.ts'
import type { InputReader } from './input-reader.ts'

const STATUSES: readonly JobStatus[] = ['success', 'failure', 'cancelled']

/**
 * How the job stands now: the runner evaluates `job-status` again for post. Undefined where it does not say, with a warning
 * where a rollback hangs on it.
 */
export function readJobStatus(inputs: InputReader, policy: RollbackPolicy): JobStatus | undefined {
  const text = inputs.text('job-status')
  const status = STATUSES.find((each) => each === text)
  if (status === undefined && mayRollBack(policy)) {
    const says = text === undefined ? 'is empty' : 'is none of success, failure and cancelled'
    inputs.warn(
      `\`job-status\` ${says}, so it is not known how the job ended, and nothing is rolled back. Leave \`job-status\` out ` +
        'of `with:`; a runner that does not fill it in by itself cannot roll back.'
    )
  }
  return status
}
