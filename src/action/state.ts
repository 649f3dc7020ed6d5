import type { OpenOnGitHub } from '../model/github.ts'
import type { Ledger, LiveVersion, OpenRun } from '../model/open-run.ts'
import { isRecord } from '../model/values/json.ts'
import { saveState } from './toolkit.ts'

/** The one key under which main leaves what post must know. */
const STATE_KEY = 'ignite_deploy'

/**
 * `closed` is written too: the last append wins, and post then ends at once, unless the job fails and there is a live
 * version to speak of. It is true where nothing is open, neither on the platform nor on GitHub.
 */
type SavedState = {
  readonly run: string
  readonly closed: boolean
  readonly open?: OpenRun | undefined
  readonly live?: LiveVersion | undefined
  readonly github?: OpenOnGitHub | undefined
}

/** Writes state the moment something exists that post may have to settle: each write is one append to a file. */
export class RunnerLedger implements Ledger {
  readonly #run: string
  #open: OpenRun | undefined
  #live: LiveVersion | undefined
  #isLiveKept = false
  #github: OpenOnGitHub | undefined

  constructor(run: string) {
    this.#run = run
  }

  get open(): OpenRun | undefined {
    return this.#open
  }

  write(open: OpenRun): void {
    this.#open = open
    this.#live = liveIn(open)
    this.#save()
  }

  close(): void {
    this.#open = undefined
    this.#save()
  }

  /** To be called when the run ends well: post tells what it made live, should the job fail. */
  keepLive(): void {
    if (this.#open !== undefined || !this.#live) return
    this.#isLiveKept = true
    this.#save()
  }

  /** What is begun on GitHub, and to be ended there. */
  keepGitHub(github: OpenOnGitHub): void {
    this.#github = github
    this.#save()
  }

  #save(): void {
    const closed = this.#open === undefined && this.#github?.isTold !== false
    const open = this.#open && withoutSecrets(this.#open)
    const live = this.#isLiveKept ? this.#live : undefined
    save({ run: this.#run, closed, open, live, github: this.#github })
  }
}

/** Undefined where nothing is published, as far as main knew. */
export function liveIn(open: OpenRun): LiveVersion | undefined {
  if (open.phase !== 'published') return undefined
  const { app, publishedVersion, previousVersion, url } = open
  return { app, publishedVersion, previousVersion, url }
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
  if (state['closed'] === true || (state['open'] === undefined && isOpenOnGitHub(state['github']))) return undefined
  return isOpenRun(state['open']) ? state['open'] : 'The saved state is not in the form that main writes.'
}

/** What main made live and post has nothing to do for; undefined where there is none, or it is another run's. */
export function readLive(text: string, run: string): LiveVersion | undefined {
  const state = parse(text)
  if (!isRecord(state) || state['run'] !== run || !isRecord(state['live'])) return undefined
  const { live } = state
  const isLive = isApp(live['app']) && isVersion(live['publishedVersion']) && isVersion(live['previousVersion'])
  return isLive && isOptional(live['url'], isText) ? (live as LiveVersion) : undefined
}

/** What main began on GitHub; undefined where there is nothing, or it is another run's. */
export function readOpenOnGitHub(text: string, run: string): OpenOnGitHub | undefined {
  const state = parse(text)
  return isRecord(state) && state['run'] === run && isOpenOnGitHub(state['github']) ? state['github'] : undefined
}

function isOpenOnGitHub(value: unknown): value is OpenOnGitHub {
  if (!isRecord(value) || typeof value['isTold'] !== 'boolean') return false
  return (
    isOptional(value['url'], isText) &&
    isOptional(value['deployment'], isVersion) &&
    isOptional(value['former'], isVersion)
  )
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
  if (!isOptional(value['payloadChecksum'], isText) || !isOptional(value['url'], isText)) return false
  if (value['phase'] === 'building') return isText(value['buildId'])
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
  return isRecord(value) && isText(value['organization']) && isText(value['name'])
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function isVersion(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText)
}

function isFingerprint(value: unknown): boolean {
  if (!isRecord(value)) return false
  const texts = ['codeHash', 'imageRef', 'codeKind'].every((name) => isText(value[name]))
  return texts && typeof value['createdAtMs'] === 'number'
}
