import {
  type ApiReply,
  type ApiRequest,
  NOT_FOUND,
  numberIn,
  type Repository,
  type Route,
  route
} from './github-routes.ts'
import type { StoredRun } from './github-store.ts'
import { jobAnswer, runAnswer, workflowAnswer } from './release-answers.ts'

/** What was run, as `gh` asks for it. */
export const RUN_ROUTES: readonly Route[] = [
  route('GET', '/actions/workflows/{workflow_id}', 'actions=read', getWorkflow),
  route('GET', '/actions/workflows/{workflow_id}/runs', 'actions=read', listRuns),
  route('GET', '/actions/runs/{run_id}/attempts/{attempt_number}/jobs', 'actions=read', listJobs),
  route('GET', '/actions/jobs/{job_id}/logs', 'actions=read', getLog)
]

/** By the name of its file, or by its number. */
function getWorkflow({ ids: [id = ''] }: ApiRequest, { store, place }: Repository): ApiReply {
  const file = fileOf(id, store.runs)
  return file === undefined ? NOT_FOUND : { code: 200, json: workflowAnswer(file, numberOf(file, store.runs), place) }
}

function listRuns({ ids: [id = ''], query }: ApiRequest, { store, place }: Repository): ApiReply {
  const asked = (name: string, ...values: readonly (string | null)[]) =>
    values.includes(query.get(name) ?? values[0] ?? '')
  const found = store.runs.filter(
    (run) =>
      run.workflow === fileOf(id, store.runs) &&
      asked('branch', run.branch) &&
      asked('event', run.event) &&
      asked('head_sha', run.sha) &&
      asked('status', ...(run.conclusion === null ? ['in_progress'] : ['completed', run.conclusion]))
  )
  const runs = found.toReversed().map((run) => runAnswer(run, numberOf(run.workflow, store.runs), place))
  return { code: 200, json: { total_count: runs.length, workflow_runs: runs } }
}

function listJobs({ ids: [run, attempt] }: ApiRequest, { store, place }: Repository): ApiReply {
  const found = store.jobs.filter((job) => job.run === Number(run) && attempt === '1')
  if (found.length === 0) return NOT_FOUND
  return { code: 200, json: { total_count: found.length, jobs: found.map((job) => jobAnswer(job, place)) } }
}

/** It lies elsewhere, and whoever has the address may read it. */
function getLog({ ids }: ApiRequest, { store, place }: Repository): ApiReply {
  const job = store.jobs.find(({ id }) => id === numberIn(ids))
  return job ? { code: 302, headers: { location: `${place.serverUrl}/job-logs/${job.id}` } } : NOT_FOUND
}

function fileOf(id: string, runs: readonly StoredRun[]): string | undefined {
  const files = filesOf(runs)
  return files.includes(id) ? id : files[Number(id) - 1]
}

function numberOf(file: string, runs: readonly StoredRun[]): number {
  return filesOf(runs).indexOf(file) + 1
}

function filesOf(runs: readonly StoredRun[]): readonly string[] {
  return [...new Set(runs.map(({ workflow }) => workflow))]
}
