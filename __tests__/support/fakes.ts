import type { Comparison } from '../../src/model/comparison.ts'
import type { Ledger, OpenRun } from '../../src/model/open-run.ts'
import type { Facts } from '../../src/model/outcome.ts'
import type { App, DeployPlan } from '../../src/model/plan.ts'
import type {
  AppCondition,
  AppLogLine,
  AppState,
  Build,
  CodeFile,
  Draft,
  Execution,
  Version
} from '../../src/model/platform-state.ts'
import type { Platform } from '../../src/model/ports/platform-port.ts'
import type { Clock, Log, RemoteText, StepRecord, TestRecord, Tools } from '../../src/model/ports/ports.ts'
import type { Web, WebAnswer } from '../../src/model/ports/web-port.ts'
import type { BuildRequest, DraftCode } from '../../src/model/requests.ts'
import type { Settings, SettingsChange } from '../../src/model/settings.ts'

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
  description: '',
  tier: 'small',
  memory: 0,
  cpu: 0,
  timeoutSeconds: 0,
  reserved: 0,
  maxReplicas: 0,
  maxConcurrency: 0,
  storageMode: 'persistent',
  ttl: 0,
  mcpEnabled: false,
  autoMode: 'UNSPECIFIED',
  allowUnauthenticated: false,
  healthPath: '/healthz',
  ports: [80],
  inputSchema: '',
  outputSchema: ''
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

  accessMs: number | undefined

  accessLeftMs(): number | undefined {
    return this.accessMs
  }

  require(): void {}

  settingsIn(): SettingsChange {
    return {}
  }

  async readApp(): Promise<AppState | undefined> {
    this.calls.push('readApp')
    return this.state
  }

  async createApp(app: App): Promise<void> {
    this.calls.push('createApp')
    const id = `${app.organization}/${app.name}`
    this.state = { id, activeVersion: 0, publicUrls: [], settings: SETTINGS, shown: {} }
  }

  async updateSettings(_app: App, change: SettingsChange): Promise<void> {
    this.calls.push(`updateSettings ${Object.keys(change).join(',')}`)
    if (!this.state) throw new Error('no app')
    const env = this.mergesEnv && change.env ? { ...this.state.settings.env, ...change.env } : change.env
    this.state = { ...this.state, settings: { ...this.state.settings, ...change, ...(env && { env }) } }
  }

  async saveDraft(_app: App, code: DraftCode): Promise<Draft> {
    this.calls.push('saveDraft')
    this.codes.push(code)
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

  /** The files of every version; undefined is: the server does not offer them. */
  code: CodeFile[] | undefined

  async readCode(): Promise<readonly CodeFile[] | undefined> {
    return this.code
  }

  async publishDraft(): Promise<number | undefined> {
    this.calls.push('publishDraft')
    return this.onPublish ? await this.onPublish() : this.publishNow()
  }

  /** The id of the compile's log; undefined is: nothing to compile. */
  deployId: string | undefined
  /** Each attachment to the log takes the next one. */
  logs: (() => AsyncIterable<Uint8Array>)[] = []
  executions: Execution[] = []

  async compileDraft(): Promise<string | undefined> {
    this.calls.push('compileDraft')
    return this.deployId
  }

  async *compileLog(): AsyncIterable<Uint8Array> {
    this.calls.push('compileLog')
    const log = this.logs.shift()
    if (log) yield* log()
  }

  async testDraft(): Promise<string> {
    this.calls.push('testDraft')
    return `execution ${this.calls.length}`
  }

  /** Undefined is: the server does not offer it. */
  versionTest: string | undefined = 'version test'

  async testVersion(_app: App, version: number): Promise<string | undefined> {
    this.calls.push(`testVersion ${version}`)
    return this.versionTest
  }

  async readExecution(id: string): Promise<Execution> {
    this.calls.push('readExecution')
    const next = this.executions.length > 1 ? this.executions.shift() : this.executions[0]
    if (!next) throw new Error('no execution')
    return { ...next, id }
  }

  /** What the app printed; undefined where the server does not tell. */
  appLog: AppLogLine[] | undefined

  async readAppLog(): Promise<readonly AppLogLine[] | undefined> {
    return this.appLog && [...this.appLog]
  }

  /** Each look takes the next one, and stays with the last; undefined where the server does not tell. */
  conditions: AppCondition[] = []
  events: string[] | undefined
  replicas: string[] | undefined

  async readCondition(): Promise<AppCondition | undefined> {
    this.calls.push('readCondition')
    return this.conditions.length > 1 ? this.conditions.shift() : this.conditions[0]
  }

  async readEvents(): Promise<readonly string[] | undefined> {
    return this.events
  }

  async readReplicas(): Promise<readonly string[] | undefined> {
    return this.replicas
  }

  async rollback(_app: App, version: number): Promise<void> {
    this.calls.push(`rollback ${version}`)
    if (this.state) this.state = { ...this.state, activeVersion: version }
  }

  async deleteApp(): Promise<void> {
    this.calls.push('deleteApp')
    this.state = undefined
  }

  builds: Build[] = []
  /** What creating a build does, beyond adding it. */
  onBuild: ((build: Build) => Promise<void>) | undefined
  readonly requests: BuildRequest[] = []
  readonly codes: DraftCode[] = []
  readonly secrets = new Map<string, string>()

  async uploadContext(_name: string, _format: string, chunks: AsyncIterable<Uint8Array>): Promise<string> {
    this.calls.push('uploadContext')
    for await (const _ of chunks);
    return 'context-1'
  }

  async createBuild(request: BuildRequest): Promise<string> {
    this.calls.push('createBuild')
    this.requests.push(request)
    const id = `build-${this.builds.length + 1}`
    const imageRefs = request.tags.map((tag) => `registry.example/acme/${request.name}:${tag}`)
    const build: Build = {
      id,
      name: request.name,
      status: 'SUCCEEDED',
      imageRefs,
      createdAtMs: 1,
      error: '',
      metrics: undefined
    }
    this.builds.unshift(build)
    await this.onBuild?.(build)
    return id
  }

  async readBuild(id: string): Promise<Build> {
    this.calls.push('readBuild')
    const found = this.builds.find((build) => build.id === id)
    if (!found) throw new Error('no build')
    return found
  }

  async readBuilds(): Promise<readonly Build[]> {
    return this.builds
  }

  async *buildLog(): AsyncIterable<Uint8Array> {
    const log = this.logs.shift()
    if (log) yield* log()
  }

  async cancelBuild(id: string): Promise<void> {
    this.calls.push(`cancelBuild ${id}`)
    this.builds = this.builds.map((build) => (build.id === id ? { ...build, status: 'CANCELLED' } : build))
  }

  async readSecretKind(name: string): Promise<string | undefined> {
    return this.secrets.get(name)
  }

  async storeRegistrySecret(name: string): Promise<void> {
    this.calls.push(`storeRegistrySecret ${name}`)
    this.secrets.set(name, 'registry')
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

  remote(): RemoteText {
    const decoder = new TextDecoder()
    let line = ''
    const show = (text: string) => {
      line += text
      const lines = line.split('\n')
      line = lines.pop() ?? ''
      this.lines.push(...lines.map((each) => `| ${each}`))
    }
    return {
      write: async (chunk) => show(decoder.decode(chunk, { stream: true })),
      end: async () => {
        if (line !== '') show('\n')
      },
      tail: () => this.lines.filter((each) => each.startsWith('| '))
    }
  }
}

const NOT_COMPARED = { changes: [], same: 0 }

function recordingLedger(entries: (OpenRun | 'closed')[]): Ledger {
  let open: OpenRun | undefined
  return {
    get open() {
      return open
    },
    write: (run) => {
      open = run
      entries.push(run)
    },
    close: () => {
      open = undefined
      entries.push('closed')
    }
  }
}

export class RecordingTools implements Tools {
  readonly platform: Platform
  readonly web = new ScriptedWeb()
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
    skipped: [],
    root: '/app',
    withheld: [],
    exposed: [],
    suspicious: [],
    remarks: [],
    compare: async () => NOT_COMPARED
  })
  readonly openContext = async () => ({
    files: 1,
    contentBytes: this.contextBytes,
    largest: [],
    paths: ['Dockerfile'],
    skipped: [],
    root: '/app',
    withheld: [],
    exposed: [],
    suspicious: [],
    remarks: [],
    compare: async () => NOT_COMPARED,
    format: 'tar.gz' as const,
    open: () => ({ chunks: this.context(), digest: () => 'c0ffee00'.repeat(8) }),
    again: () => this.openContext()
  })
  /** What its files hold in all. */
  contextBytes = 1
  /** The bytes of the context. */
  context: () => AsyncIterable<Uint8Array> = async function* () {
    yield new Uint8Array([1])
  }
  readonly runTag = 'run-1-1'
  readonly runStep = 'acme/app/1/1/deploy/__dodil'
  readonly msLeft = () => 600_000
  readonly ledger: Ledger = recordingLedger(this.ledgerEntries)
  readonly report = (facts: Facts) => {
    this.facts = { ...this.facts, ...facts }
  }
  readonly tests: TestRecord[] = []
  readonly tested = (test: TestRecord) => void this.tests.push(test)
  readonly comparisons: Comparison[] = []
  readonly compared = (comparison: Comparison) => void this.comparisons.push(comparison)
  readonly timeline = (step: StepRecord) => void this.steps.push(step)
}

/** What an app answers that is well. */
export const WELL: WebAnswer = { kind: 'answered', code: 200, isFromApp: false, text: '', leadsTo: undefined }

/** Everybody who is asked answers the next of these, and stays with the last. */
export class ScriptedWeb implements Web {
  readonly asked: string[] = []
  answers: WebAnswer[] = [WELL]

  async ask(url: string): Promise<WebAnswer> {
    this.asked.push(url)
    return (this.answers.length > 1 ? this.answers.shift() : this.answers[0]) ?? WELL
  }
}

/** For plans whose source the tools of a test pack. */
export const NOWHERE = {
  pack: () => Promise.reject(new Error('nothing lies there')),
  open: () => Promise.reject(new Error('nothing lies there'))
}

export const PLAN: DeployPlan = {
  mode: 'deploy',
  target: { organization: undefined, name: 'greeter' },
  createApp: true,
  madeBy: 'octo-org/octo-app',
  source: {
    kind: 'code',
    path: '/app',
    shownPath: 'app',
    runtime: 'python',
    runtimeFrom: 'handler.py',
    rustTarget: undefined,
    toolchain: undefined,
    found: NOWHERE
  },
  description: { inputSchema: undefined, outputSchema: undefined, dependencies: [] },
  settings: {},
  envUpdateStrategy: 'merge',
  listed: undefined,
  tests: { cases: [], timeoutMs: 60_000 },
  verify: { target: { kind: 'auto' }, timeoutMs: 300_000 },
  rollback: { onFailure: false, onCancel: false },
  isDryRun: false,
  skipIfUnchanged: false
}
