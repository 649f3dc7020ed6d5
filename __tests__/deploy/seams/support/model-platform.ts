import type { Description } from '../../../../src/model/plan.ts'
import type {
  AppCondition,
  AppState,
  Build,
  Draft,
  Execution,
  SecretKind,
  Version
} from '../../../../src/model/platform-state.ts'
import type { Platform } from '../../../../src/model/ports/platform-port.ts'
import type { BuildRequest, DraftCode } from '../../../../src/model/requests.ts'
import type { SettingsChange } from '../../../../src/model/settings.ts'
import type { CallLine, CallRequest } from './call-line.ts'
import { BUILD_MS, COMPILE_MS, EXECUTION_MS, type ModelWorld, OURS, Refusal, type StoredDraft } from './model-world.ts'

/** The port over a world in plain data. Every call goes through a line, on which anything can happen to it. */
export class ModelPlatform implements Platform {
  readonly described = 'the model'
  readonly #world: ModelWorld
  readonly #line: CallLine
  readonly #testsPass: boolean

  constructor(world: ModelWorld, line: CallLine, testsPass: boolean) {
    this.#world = world
    this.#line = line
    this.#testsPass = testsPass
  }

  async organization(asked: string | undefined): Promise<string> {
    return asked ?? 'acme'
  }

  accessLeftMs(): undefined {}

  require(): void {}

  settingsIn({ inputSchema }: Description): SettingsChange {
    return inputSchema !== undefined && this.#world.choice.schemaIsLive ? { inputSchema } : {}
  }

  async readAppLog(): Promise<undefined> {}

  async readCode(): Promise<undefined> {}

  async readEvents(): Promise<undefined> {}

  async readReplicas(): Promise<undefined> {}

  readCondition(): Promise<AppCondition> {
    return this.#read('readCondition', () => ({ state: this.#world.isDown() ? 'FAILED' : 'ACTIVE', shown: '{}' }))
  }

  readApp(): Promise<AppState | undefined> {
    return this.#read('readApp', () => {
      const { app } = this.#world
      return app && ({ ...app, publicUrls: [] } as unknown as AppState)
    })
  }

  createApp(_app: unknown, settings: SettingsChange): Promise<void> {
    return this.#write('createApp', settings, () => this.#world.create(settings))
  }

  updateSettings(_app: unknown, change: SettingsChange): Promise<void> {
    return this.#write('updateSettings', change, () => this.#world.update(change))
  }

  saveDraft(_app: unknown, code: DraftCode): Promise<Draft> {
    const world = this.#world
    const isBuiltByPublish = code.kind === 'git' || code.kind === 'context'
    const imageRef = code.kind === 'prebuilt' ? code.imageRef : ''
    const codeKind = code.kind === 'compile' ? 'SDK' : 'IMAGE'
    return this.#line.send({
      method: 'saveDraft',
      argument: code.kind,
      act: () => world.save(OURS, { isBuiltByPublish, imageRef, codeKind })
    })
  }

  compileDraft(): Promise<string | undefined> {
    const world = this.#world
    const act = () => {
      if (!world.draft) throw new Refusal('NOT_FOUND', 'there is no draft')
      if (world.draft.isBuiltByPublish) return undefined
      world.draft = { ...world.draft, deployId: 'compile-1', compiledAtMs: world.time.nowMs + COMPILE_MS }
      return 'compile-1'
    }
    return this.#line.send({ method: 'compileDraft', act })
  }

  compileLog(_id: string, stop: AbortSignal): AsyncIterable<Uint8Array> {
    return this.#log((this.#world.draft?.compiledAtMs ?? 0) - this.#world.time.nowMs, stop)
  }

  testDraft(): Promise<string> {
    return this.#start('testDraft', this.#testsPass)
  }

  testVersion(_app: unknown, version: number): Promise<string | undefined> {
    return this.#start('testVersion', !this.#world.isDown(version))
  }

  readExecution(id: string): Promise<Execution> {
    return this.#read('readExecution', () => {
      const found = this.#world.executions.get(id)
      if (!found) throw new Refusal('NOT_FOUND', 'no such execution')
      if (this.#world.time.nowMs - found.startedAtMs < EXECUTION_MS) return found
      return found.passes ? { ...found, status: 'COMPLETED' } : { ...found, status: 'FAILED', error: 'it failed' }
    })
  }

  readDraft(): Promise<Draft | undefined> {
    return this.#read('readDraft', () => this.#world.draft && this.#compiled(this.#world.draft))
  }

  readVersions(): Promise<readonly Version[]> {
    return this.#read('readVersions', () => this.#world.versions)
  }

  publishDraft(): Promise<number | undefined> {
    const world = this.#world
    return this.#line.send<number | undefined>({
      method: 'publishDraft',
      act: () => world.publish('main'),
      promised: () => {
        const { draft } = world
        if (!draft || !world.app) throw new Refusal('FAILED_PRECONDITION', 'there is no draft')
        const number = world.reserve()
        if (world.choice.isDraftCleared) world.draft = undefined
        return { answer: number, later: () => void world.publish('main', draft, number, true) }
      },
      workMs: world.draft?.isBuiltByPublish ? BUILD_MS : 0
    })
  }

  rollback(_app: unknown, version: number): Promise<void> {
    return this.#write('rollback', version, () => this.#world.rollBack(version))
  }

  deleteApp(): Promise<void> {
    const act = () => {
      this.#world.app = undefined
    }
    return this.#write('deleteApp', undefined, act)
  }

  uploadContext(): Promise<string> {
    return this.#line.send({ method: 'uploadContext', act: () => 'context-1' })
  }

  createBuild(request: BuildRequest): Promise<string> {
    const act = () => {
      const id = `build-${this.#world.builds.length + 1}`
      this.#world.startBuild(id, request.name, request.tags)
      return id
    }
    return this.#line.send({ method: 'createBuild', act })
  }

  readBuild(id: string): Promise<Build> {
    return this.#read('readBuild', () => {
      const found = this.#world.buildsNow().find((build) => build.id === id)
      if (!found) throw new Refusal('NOT_FOUND', 'no such build')
      return found
    })
  }

  readBuilds(): Promise<readonly Build[]> {
    return this.#read('readBuilds', () => this.#world.buildsNow())
  }

  buildLog(_id: string, stop: AbortSignal): AsyncIterable<Uint8Array> {
    return this.#log(BUILD_MS, stop)
  }

  cancelBuild(id: string): Promise<void> {
    return this.#write('cancelBuild', id, () => this.#world.cancelBuild(id))
  }

  readSecretKind(name: string): Promise<SecretKind | undefined> {
    return this.#read('readSecretKind', () => (this.#world.secrets.has(name) ? 'registry' : undefined))
  }

  storeRegistrySecret(name: string): Promise<void> {
    return this.#write('storeRegistrySecret', name, () => void this.#world.secrets.add(name))
  }

  #read<T>(method: CallRequest<T>['method'], read: () => T): Promise<T> {
    return this.#line.send({ method, read })
  }

  #write(method: CallRequest<void>['method'], argument: unknown, act: () => void): Promise<void> {
    return this.#line.send({ method, argument, act, promised: () => ({ answer: undefined, later: act }) })
  }

  #start(method: 'testDraft' | 'testVersion', passes: boolean): Promise<string> {
    const { executions, time } = this.#world
    const act = () => {
      const id = `execution-${executions.size + 1}`
      const output = new TextEncoder().encode('{}')
      executions.set(id, { id, status: 'RUNNING', output, error: '', startedAtMs: time.nowMs, passes })
      return id
    }
    return this.#line.send({ method, act })
  }

  #compiled(draft: StoredDraft): Draft {
    if (draft.compiledAtMs === undefined) return draft
    return { ...draft, status: this.#world.time.nowMs < draft.compiledAtMs ? 'COMPILING' : 'COMPILED' }
  }

  async *#log(ms: number, stop: AbortSignal): AsyncIterable<Uint8Array> {
    yield new TextEncoder().encode('working\n')
    const { promise, resolve } = Promise.withResolvers<void>()
    const takeBack = this.#world.time.after(ms, resolve)
    if (stop.aborted) resolve()
    stop.addEventListener('abort', () => resolve(), { once: true })
    await promise
    takeBack()
  }
}
