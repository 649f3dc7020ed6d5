import { type Facts, mainUrl, type Outcome } from '../model/outcome.ts'
import { setOutput } from './toolkit.ts'

/** The outputs that action.yml declares. Every one is set in every run, empty where nothing is known. */
export const OUTPUTS = [
  'published_version',
  'public_url',
  'url',
  'public_urls',
  'previous_version',
  'active_version',
  'changed',
  'status',
  'reason_code',
  'app_id',
  'code_hash',
  'image_ref',
  'deploy_id',
  'build_id',
  'test_status',
  'test_execution_ids',
  'deployment_id',
  'comment_id',
  'log_path',
  'duration_ms',
  'result'
] as const

type OutputName = (typeof OUTPUTS)[number]
/** Null where it is known that there is nothing, and where it is not known any more. */
type OutputValue = string | number | boolean | readonly string[] | null
type OutputValues = Partial<Record<OutputName, OutputValue>>

/** The version of the JSON object in `result` (docs/result.schema.json). */
const RESULT_VERSION = 2

/**
 * Sets outputs as their facts become known, and all of them at the end. The last value of a name wins. A file that cannot
 * be written is no reason to stop in the middle of a deployment: only the end throws.
 */
export class Outputs {
  /** A run that says nothing of it has changed nothing. */
  #facts: Facts = { changed: false }
  #logPath = ''

  get facts(): Facts {
    return this.#facts
  }

  readonly report = (facts: Facts): void => {
    this.#facts = { ...this.#facts, ...facts }
    for (const [name, value] of Object.entries(outputValues(facts))) setEarly(name, textOf(value))
  }

  /** The file of the whole remote log exists. */
  readonly logKept = (path: string): void => {
    this.#logPath = path
    setEarly('log_path' satisfies OutputName, path)
  }

  /** Sets every output, and `result`, which holds them all. Throws where they cannot be written. */
  finish(outcome: Outcome, durationMs: number): void {
    const values: OutputValues = {
      ...outputValues(this.#facts),
      status: outcome.status,
      reason_code: outcome.reason,
      log_path: this.#logPath || null,
      duration_ms: Math.round(durationMs)
    }
    for (const name of OUTPUTS) setOutput(name, name === 'result' ? resultJson(values) : textOf(values[name] ?? null))
  }
}

function setEarly(name: string, value: string): void {
  try {
    setOutput(name, value)
  } catch {
    // It is set again at the end.
  }
}

function outputValues(facts: Facts): OutputValues {
  const url = facts.publicUrls && (mainUrl(facts.publicUrls) ?? null)
  const known: { readonly [name in OutputName]?: OutputValue | undefined } = {
    published_version: facts.publishedVersion,
    public_url: url,
    url,
    public_urls: facts.publicUrls?.map((each) => each.url),
    previous_version: read(facts.previousVersion),
    active_version: read(facts.activeVersion),
    changed: read(facts.changed),
    app_id: facts.appId,
    code_hash: facts.codeHash,
    image_ref: facts.imageRef,
    deploy_id: facts.deployId,
    build_id: facts.buildId,
    test_status: facts.testStatus,
    test_execution_ids: facts.testExecutionIds,
    deployment_id: facts.deploymentId,
    comment_id: facts.commentId
  }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
}

function read(fact: number | boolean | 'none' | 'unknown' | undefined): number | boolean | null | undefined {
  return fact === 'unknown' || fact === 'none' ? null : fact
}

/** As a workflow reads it: an array is JSON, and nothing is empty. */
function textOf(value: OutputValue): string {
  return Array.isArray(value) ? JSON.stringify(value) : String(value ?? '')
}

/** An empty text is nothing here too. */
function resultJson(values: OutputValues): string {
  const rest = OUTPUTS.filter((name) => name !== 'result').map((name) => [
    name,
    values[name] === '' ? null : (values[name] ?? null)
  ])
  return JSON.stringify({ version: RESULT_VERSION, ...Object.fromEntries(rest) })
}
