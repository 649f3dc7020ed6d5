import { readFileSync } from 'node:fs'
import type { Environment } from '../inputs/input-reader.ts'
import { isRecord } from '../model/values/json.ts'
import { type Branch, isCommit, type PullRequest, readBranch, readPullRequest } from '../model/values/pull-request.ts'

/** What the event that started the workflow says of pull requests. */
type EventFacts = {
  /** The one that the event is about. */
  readonly pullRequest: PullRequest | undefined
  /** Of a run by `workflow_run`: the commit that the other workflow ran for. */
  readonly builtCommit: string | undefined
  /** And of which branch. */
  readonly builtBranch: Branch | undefined
  /** The number of the one that the run belongs to, also where the event says no more of it. */
  readonly pullRequestNumber: number | undefined
}

/** Nothing where there is no event, or none that can be read. */
export function readEventFacts(env: Environment): EventFacts {
  const event = readEvent(env['GITHUB_EVENT_PATH'])
  const { workflow_run: run } = event
  const pullRequest = readPullRequest(event['pull_request'], env['GITHUB_REPOSITORY'] ?? '')
  return {
    pullRequest,
    pullRequestNumber: pullRequest?.number ?? numberIn(event) ?? queued(env['GITHUB_REF']),
    builtCommit: builtIn(event),
    builtBranch: isRecord(run) ? readBranch(run['head_repository'], run['head_branch']) : undefined
  }
}

function readEvent(file: string | undefined): Readonly<Record<string, unknown>> {
  if (!file) return {}
  try {
    const event: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return isRecord(event) ? event : {}
  } catch {
    return {}
  }
}

/** Of a comment on a pull request, and of another workflow's run that has a single one; a fork's run names none. */
function numberIn({ issue, workflow_run: run }: Readonly<Record<string, unknown>>): number | undefined {
  if (isRecord(issue) && isRecord(issue['pull_request'])) return asNumber(issue['number'])
  const [only, ...others] = isRecord(run) && Array.isArray(run['pull_requests']) ? run['pull_requests'] : []
  return others.length === 0 && isRecord(only) ? asNumber(only['number']) : undefined
}

function builtIn({ workflow_run: run }: Readonly<Record<string, unknown>>): string | undefined {
  const sha = isRecord(run) ? run['head_sha'] : undefined
  return typeof sha === 'string' && isCommit(sha) ? sha : undefined
}

function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined
}

/** A merge queue's branch is named for its pull request. */
function queued(ref: string | undefined): number | undefined {
  const number = /^refs\/heads\/gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]+$/.exec(ref ?? '')?.[1]
  return number === undefined ? undefined : Number(number)
}
