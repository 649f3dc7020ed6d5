import type { Build, Draft, Execution, Version } from '../../../../src/model/platform-state.ts'
import type { Deed, Live } from './evidence-of-run.ts'
import type { WorldChoice } from './schedule.ts'
import type { VirtualTime } from './virtual-time.ts'

export type StoredSettings = { readonly env: Readonly<Record<string, string>> } & Readonly<Record<string, unknown>>

type StoredApp = { readonly id: string; readonly activeVersion: number; readonly settings: StoredSettings }
export type StoredDraft = Draft & {
  readonly content: string
  readonly isBuiltByPublish: boolean
  readonly compiledAtMs?: number
}
type StoredVersion = Version & { readonly content: string; readonly by: Deed['by'] }
export type StoredExecution = Execution & { readonly startedAtMs: number; readonly passes: boolean }
export type StoredBuild = Build & { readonly startedAtMs: number }

/** The platform says no. */
export class Refusal extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** The code that this run deploys. */
export const OURS = 'ours'
export const EXECUTION_MS = 500
export const COMPILE_MS = 4_000
export const BUILD_MS = 20_000
const EPOCH_MS = Date.UTC(2026, 10, 21)

const SETTINGS: StoredSettings = {
  env: { MODE: 'old', KEPT: 'kept' },
  tier: 'small',
  allowUnauthenticated: false,
  healthPath: '/healthz',
  ports: [80],
  inputSchema: ''
}

/** What the platform holds, as plain data, and a record of all that changed it. */
export class ModelWorld {
  readonly choice: WorldChoice
  readonly time: VirtualTime
  readonly deeds: Deed[] = []
  app: StoredApp | undefined
  draft: StoredDraft | undefined
  versions: readonly StoredVersion[] = []
  builds: readonly StoredBuild[] = []
  readonly executions = new Map<string, StoredExecution>()
  readonly secrets = new Set<string>()
  #seq = 0
  #stamp = 0
  #highest = 0

  constructor(time: VirtualTime, choice: WorldChoice) {
    this.time = time
    this.choice = choice
    if (choice.versions === 'no app') return
    this.app = { id: 'acme/greeter', activeVersion: 0, settings: SETTINGS }
    for (let left = choice.versions; left > 0; left--) {
      this.save(left === 1 && choice.isCodeOld ? OURS : `old ${left}`)
      this.publish('other')
    }
  }

  /** Whether a version, the active one where none is named, does not come up. */
  isDown(version = this.app?.activeVersion): boolean {
    const found = this.versions.find(({ number }) => number === version)
    return this.choice.isDead && found?.content === OURS
  }

  /** The next moment of the run. */
  tick(): number {
    return ++this.#seq
  }

  live(): Live {
    const { app } = this
    if (!app) return undefined
    const { env, ...rest } = app.settings
    const variables = Object.entries(env).map(([name, value]) => [`env.${name}`, value])
    const others = Object.entries(rest).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, JSON.stringify(value)]]
    )
    return Object.fromEntries([['active', String(app.activeVersion)], ...variables, ...others])
  }

  /** Does it, and records it where it could be done. */
  deed<T>(by: Deed['by'], what: string, act: () => T, details: Partial<Deed> = {}): T {
    const before = this.live()
    const { versions } = this
    const result = act()
    const after = this.live()
    const made = this.versions.find((version) => !versions.includes(version))
    const version = made && { version: made.number, content: made.content }
    this.deeds.push({ seq: this.tick(), atMs: this.time.nowMs, by, what, before, after, ...version, ...details })
    return result
  }

  create(settings: Readonly<Record<string, unknown>>): void {
    if (this.app) throw new Refusal('ALREADY_EXISTS', 'the app exists')
    this.app = { id: 'acme/greeter', activeVersion: 0, settings: { ...SETTINGS, env: {}, ...settings } }
  }

  update({ env, ...rest }: { readonly env?: Readonly<Record<string, string>> }): void {
    const app = this.#theApp()
    const merged = this.choice.mergesEnv ? { ...app.settings.env, ...env } : env
    this.app = { ...app, settings: { ...app.settings, ...rest, ...(env && { env: merged ?? env }) } }
  }

  save(content: string, given: Partial<StoredDraft> = {}): StoredDraft {
    this.#theApp()
    this.draft = {
      status: 'DRAFT',
      codeHash: this.choice.hasHashes ? `hash-${content.replaceAll(' ', '-')}` : '',
      imageRef: '',
      codeKind: 'SDK',
      createdAtMs: this.#now(),
      deployId: '',
      error: '',
      content,
      isBuiltByPublish: false,
      ...given
    }
    return this.draft
  }

  /** A number that no other version will have. */
  reserve(): number {
    return ++this.#highest
  }

  publish(by: Deed['by'], draft = this.draft, number = 0, isTaken = false): number {
    const app = this.#theApp()
    if (!draft) throw new Refusal('FAILED_PRECONDITION', 'there is no draft')
    const version = number || this.reserve()
    const { codeHash, content } = draft
    const made = { number: version, codeHash, createdAtMs: this.#now(), status: 'ACTIVE', content, by }
    this.versions = [made, ...this.versions].toSorted((a, b) => b.number - a.number)
    if (this.versions[0] === made) this.app = { ...app, activeVersion: version }
    if (this.choice.isDraftCleared && !isTaken) this.draft = undefined
    return version
  }

  rollBack(version: number): void {
    const app = this.#theApp()
    if (!this.versions.some(({ number }) => number === version)) throw new Refusal('NOT_FOUND', 'no such version')
    this.app = { ...app, activeVersion: version }
  }

  remove(): void {
    this.app = undefined
    this.draft = undefined
    this.versions = []
  }

  startBuild(id: string, name: string, tags: readonly string[]): void {
    const imageRefs = tags.map((tag) => `registry.example/acme/${name}:${tag}`)
    const startedAtMs = this.time.nowMs
    const build = { id, name, status: 'RUNNING', imageRefs, createdAtMs: this.#now(), error: '', metrics: undefined }
    this.builds = [{ ...build, startedAtMs }, ...this.builds]
  }

  /** Builds end by themselves. */
  buildsNow(): readonly StoredBuild[] {
    return this.builds.map((build) => {
      const isOver = build.status === 'RUNNING' && this.time.nowMs - build.startedAtMs >= BUILD_MS
      return isOver ? { ...build, status: 'SUCCEEDED' } : build
    })
  }

  cancelBuild(id: string): void {
    this.builds = this.buildsNow().map((build) =>
      build.id === id && build.status === 'RUNNING' ? { ...build, status: 'CANCELLED' } : build
    )
  }

  #theApp(): StoredApp {
    if (!this.app) throw new Refusal('NOT_FOUND', 'there is no such app')
    return this.app
  }

  /** By the platform's own clock; no two things are made at the same time. */
  #now(): number {
    this.#stamp = Math.max(this.#stamp + 1, EPOCH_MS + this.time.nowMs)
    return this.#stamp
  }
}
