import type { JobStatus } from '../model/open-run.ts'
import type { InputReader } from './input-reader.ts'

const STATUSES: readonly JobStatus[] = ['success', 'failure', 'cancelled']

/** How the job stands now: the runner evaluates `job-status` again for post. Undefined where it does not say. */
export function readJobStatus(inputs: InputReader): JobStatus | undefined {
  const text = inputs.text('job-status')
  return STATUSES.find((status) => status === text)
}
