import type { Facts } from '../../src/deploy/outcome.ts'
import type { App, Plan } from '../../src/deploy/plan.ts'
import type {
  AppState,
  Clock,
  Draft,
  Log,
  OpenRun,
  Platform,
  Settings,
  StepRecord,
  Tools,
  Version
} from '../../src/deploy/ports.ts'

/** A clock that only moves when somebody sleeps, so that waits of minutes take no time. */
export class SteppingClock implements Clock {
  #now = 0

  now(): number {
    return this.#now
  }

  async sleep(ms: number): Promise<void> {
    this.#now += ms
  }
}

export const SETTINGS: Settings = {
  env: {},
  tier: 'small',
  allowUnauthenticated: false,
  healthPath: '/healthz',
  ports: [80]
}

/** An app, its draft and its versions in plain memory, with a place to make each call misbehave. */
export class MemoryPlatform implements Platform {
  readonly described = 'memory'
  readonly calls: string[] = []
  state: AppState | undefined
  draft: Draft | undefined
  versions: Version[] = []
  /** Replaces a call when set; it may call through to `super`-like effects by `effects`. */
  onPublish: (() => Promise<number | undefined>) | undefined
  onSave: (() => void) | undefined
  mergesEnv = true

  async organization(asked: string | undefined): Promise<string> {
    return asked ?? 'acme'
  }

  require(): void {}

  async readApp(): Promise<AppState | undefined> {
    this.calls.push('readApp')
    return this.state
  }

  async createApp(app: App): Promise<void> {
    this.calls.push('createApp')
    this.state = { id: `${app.organization}/${app.name}`, activeVersion: 0, publicUrls: [], settings: SETTINGS }
  }

  async updateSettings(_app: App, _read: Settings, change: Partial<Settings>): Promise<void> {
    this.calls.push(`updateSettings ${Object.keys(change).join(',')}`)
    if (!this.state) throw new Error('no app')
    const env = this.mergesEnv && change.env ? { ...this.state.settings.env, ...change.env } : change.env
    this.state = { ...this.state, settings: { ...this.state.settings, ...change, ...(env && { env }) } }
  }

  async saveDraft(): Promise<Draft> {
    this.calls.push('saveDraft')
    this.draft = draft({ codeHash: 'aaaa0001', createdAtMs: 1000 })
    const saved = this.draft
    this.onSave?.()
    return saved
  }

  async readDraft(): Promise<Draft | undefined> {
    this.calls.push('readDraft')
    return this.draft
  }

  async readVersions(): Promise<readonly Version[]> {
    this.calls.push('readVersions')
    return this.versions
  }

  async publishDraft(): Promise<number | undefined> {
    this.calls.push('publishDraft')
    return this.onPublish ? await this.onPublish() : this.publishNow()
  }

  /** The effect of a publish. */
  publishNow(codeHash = this.draft?.codeHash ?? ''): number {
    const number = this.versions.length + 1
    this.versions = [{ number, codeHash, createdAtMs: 2000 + number, status: 'ACTIVE' }, ...this.versions]
    if (this.state) this.state = { ...this.state, activeVersion: number }
    return number
  }
}

export function draft(given: Partial<Draft> = {}): Draft {
  return {
    status: 'DRAFT',
    codeHash: '',
    imageRef: '',
    codeKind: 'SDK',
    createdAtMs: 0,
    deployId: '',
    error: '',
    ...given
  }
}

export class RecordingLog implements Log {
  readonly lines: string[] = []

  async group<T>(_title: string, work: () => Promise<T>): Promise<T> {
    return await work()
  }

  info(text: string): void {
    this.lines.push(text)
  }

  notice(text: string): void {
    this.lines.push(`notice: ${text}`)
  }

  warning(text: string): void {
    this.lines.push(`warning: ${text}`)
  }

  debug(): void {}
}

export class RecordingTools implements Tools {
  readonly platform: Platform
  readonly log = new RecordingLog()
  readonly clock = new SteppingClock()
  readonly ledgerEntries: (OpenRun | 'closed')[] = []
  readonly steps: StepRecord[] = []
  facts: Facts = {}
  readonly controller = new AbortController()
  readonly stop = this.controller.signal

  constructor(platform: Platform) {
    this.platform = platform
  }

  readonly connect = async () => this.platform
  readonly pack = async () => ({
    bytes: new Uint8Array([1]),
    digest: 'd'.repeat(64),
    files: 1,
    contentBytes: 1,
    largest: [],
    paths: ['handler.py'],
    withheld: [],
    exposed: []
  })
  readonly ledger = {
    write: (run: OpenRun) => void this.ledgerEntries.push(run),
    close: () => void this.ledgerEntries.push('closed')
  }
  readonly report = (facts: Facts) => {
    this.facts = { ...this.facts, ...facts }
  }
  readonly timeline = (step: StepRecord) => void this.steps.push(step)
}

export const PLAN: Plan = {
  target: { organization: undefined, name: 'greeter' },
  createApp: true,
  source: { kind: 'code', path: '/app', shownPath: 'app', runtime: 'python', runtimeFrom: 'handler.py' },
  settings: {},
  envUpdateStrategy: 'merge'
}
