import { saveState } from '@actions/core'
import type { Ledger, LiveVersion, OpenRun } from '../model/open-run.ts'
import { isRecord } from '../model/values/json.ts'

/** The one key under which main leaves what post must know. */
const STATE_KEY = 'ignite_deploy'

/**
 * `closed` is written too: the last append wins, and post then ends at once, unless the job fails and there is a live
 * version to speak of.
 */
type SavedState =
  | { readonly run: string; readonly closed: true; readonly live?: LiveVersion }
  | { readonly run: string; readonly closed: false; readonly open: OpenRun }

/** Writes state the moment something exists that post may have to settle: each write is one append to a file. */
export class RunnerLedger implements Ledger {
  readonly #run: string
  #open: OpenRun | undefined
  #live: LiveVersion | undefined

  constructor(run: string) {
    this.#run = run
  }

  get open(): OpenRun | undefined {
    return this.#open
  }

  write(open: OpenRun): void {
    this.#open = open
    this.#live = liveIn(open)
    save({ run: this.#run, closed: false, open: withoutSecrets(open) })
  }

  close(): void {
    this.#open = undefined
    save({ run: this.#run, closed: true })
  }

  /** To be called when the run ends well: post tells what it made live, should the job fail. */
  keepLive(): void {
    if (this.#open === undefined && this.#live) save({ run: this.#run, closed: true, live: this.#live })
  }
}

/** Undefined where nothing is published, as far as main knew. */
export function liveIn(open: OpenRun): LiveVersion | undefined {
  if (open.phase !== 'published') return undefined
  const { app, publishedVersion, previousVersion } = open
  return { app, publishedVersion, previousVersion }
}

function save(state: SavedState): void {
  saveState(STATE_KEY, JSON.stringify(state))
}

/** The environment's values may be secret, and the file is there to be read by every later step. */
function withoutSecrets(open: OpenRun): OpenRun {
  if (open.phase === 'building') return open
  const { envValues: _, ...rest } = open
  return rest
}

/**
 * What main left open. Undefined where the state is closed; a sentence where it is not ours to act on: a state from
 * another run, or one that a log may have forged.
 */
export function readOpenRun(text: string, run: string): OpenRun | string | undefined {
  const state = parse(text)
  if (!isRecord(state) || typeof state['run'] !== 'string') return 'The saved state is unreadable.'
  if (state['run'] !== run) return 'The saved state belongs to another run.'
  if (state['closed'] === true) return undefined
  return isOpenRun(state['open']) ? state['open'] : 'The saved state is not in the form that main writes.'
}

/** What main made live and post has nothing to do for; undefined where there is none, or it is another run's. */
export function readLive(text: string, run: string): LiveVersion | undefined {
  const state = parse(text)
  if (!isRecord(state) || state['run'] !== run || !isRecord(state['live'])) return undefined
  const { live } = state
  const isLive = isApp(live['app']) && isVersion(live['publishedVersion']) && isVersion(live['previousVersion'])
  return isLive ? (live as LiveVersion) : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isOpenRun(value: unknown): value is OpenRun {
  if (!isRecord(value) || !isApp(value['app']) || !isVersion(value['previousVersion'])) return false
  if (
    !isOptional(value['settingsBefore'], isRecord) ||
    !isOptional(value['settingsAfter'], isRecord) ||
    !isOptional(value['envChanged'], isNames)
  )
    return false
  if (!isOptional(value['payloadChecksum'], (checksum) => typeof checksum === 'string')) return false
  if (value['phase'] === 'building') return typeof value['buildId'] === 'string'
  if (value['phase'] === 'changed') return true
  if (!isOptional(value['builds'], (builds) => builds === true)) return false
  if (!isVersion(value['highestVersion']) || !isFingerprint(value['fingerprint'])) return false
  if (!isOptional(value['isGoingBack'], (goes) => goes === true)) return false
  return value['phase'] === 'publishing' || (value['phase'] === 'published' && isVersion(value['publishedVersion']))
}

function isOptional(value: unknown, is: (value: unknown) => boolean): boolean {
  return value === undefined || is(value)
}

function isApp(value: unknown): boolean {
  return isRecord(value) && typeof value['organization'] === 'string' && typeof value['name'] === 'string'
}

function isVersion(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((name) => typeof name === 'string')
}

function isFingerprint(value: unknown): boolean {
  if (!isRecord(value)) return false
  const texts = ['codeHash', 'imageRef', 'codeKind'].every((name) => typeof value[name] === 'string')
  return texts && typeof value['createdAtMs'] === 'number'
}
