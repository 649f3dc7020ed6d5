import { AuthError } from '../model/errors.ts'
import type { App, Description } from '../model/plan.ts'
import type { AppState, Fingerprint } from '../model/platform-state.ts'
import type { ContextFormat } from '../model/ports/packing-port.ts'
import type { Need, Platform } from '../model/ports/platform-port.ts'
import type { BuildRequest, DraftCode } from '../model/requests.ts'
import type { SettingsChange } from '../model/settings.ts'
import { readCode } from './areas/app-code.ts'
import * as reports from './areas/app-reports.ts'
import * as apps from './areas/apps.ts'
import * as builds from './areas/builds.ts'
import { settingsIn, takersOf } from './areas/description.ts'
import * as drafts from './areas/drafts.ts'
import * as secrets from './areas/secrets.ts'
import type { Link } from './calls/link.ts'
import { Service } from './calls/service.ts'
import type { Schema } from './descriptors/registry.ts'
import { requireAll } from './require-all.ts'
import { organizationOf } from './token/token.ts'

/** Ignite behind the deploy room's port: says which service each call belongs to, and nothing else. */
export class Ignite implements Platform, Disposable {
  readonly described: string
  readonly #link: Link
  readonly #schema: Schema
  readonly #compute: Service
  readonly #builds: Service
  readonly #secrets: Service

  constructor(link: Link, schema: Schema) {
    this.described = schema.origin
    this.#link = link
    this.#schema = schema
    this.#compute = new Service(link, schema, 'ComputeService')
    this.#builds = new Service(link, schema, 'BuildService')
    this.#secrets = new Service(link, schema, 'SecretService')
  }

  async organization(asked: string | undefined): Promise<string> {
    const name = asked ?? organizationOf(await this.#link.token.bearer())
    if (name !== undefined) return name
    const hint = 'Write `app` as `organization:name`.'
    throw new AuthError('The token does not say which organization it is for.', { hint })
  }

  accessLeftMs(): number | undefined {
    const { expiresAt } = this.#link.token
    return expiresAt && Math.max(0, expiresAt - Date.now())
  }

  require(needs: readonly Need[]): void {
    requireAll(this.#schema, needs)
  }

  settingsIn(description: Description, isCompiled: boolean): SettingsChange {
    return settingsIn(description, takersOf(this.#compute), isCompiled)
  }

  readonly readApp = (app: App) => apps.readApp(this.#compute, app)
  readonly listApps = (organization: string) => apps.listApps(this.#compute, organization)
  readonly createApp = (app: App, settings: SettingsChange) => apps.createApp(this.#compute, app, settings)
  readonly updateSettings = (app: App, change: SettingsChange, read: AppState) =>
    apps.updateSettings(this.#compute, app, { change, read })
  readonly readVersions = (app: App) => apps.readVersions(this.#compute, app)
  readonly readCode = (app: App, version: number, stop: AbortSignal) => readCode(this.#compute, app, { version, stop })
  readonly publishDraft = (app: App, draft: Fingerprint, description?: string) =>
    apps.publishDraft(this.#compute, app, { draft, description })
  readonly rollback = (app: App, version: number) => apps.rollback(this.#compute, app, version)
  readonly deleteApp = (app: App) => apps.deleteApp(this.#compute, app)

  readonly saveDraft = (app: App, code: DraftCode, description: Description) =>
    drafts.saveDraft(this.#compute, app, { code, description })
  readonly readDraft = (app: App) => drafts.readDraft(this.#compute, app)
  readonly compileDraft = (app: App) => drafts.compileDraft(this.#compute, app)
  readonly compileLog = (deployId: string, stop: AbortSignal) => drafts.compileLog(this.#compute, deployId, stop)
  readonly testDraft = (app: App, payload: Uint8Array) => drafts.testDraft(this.#compute, app, payload)
  readonly testVersion = (app: App, version: number, payload: Uint8Array) =>
    apps.testVersion(this.#compute, app, { version, payload })
  readonly readAppLog = (app: App, executionId: string) => reports.readAppLog(this.#compute, app, executionId)
  readonly readCondition = (app: App) => reports.readCondition(this.#compute, app)
  readonly readEvents = (app: App) => reports.readEvents(this.#compute, app)
  readonly readReplicas = (app: App) => reports.readReplicas(this.#compute, app)
  readonly readExecution = (id: string) => drafts.readExecution(this.#compute, id)

  readonly uploadContext = (name: string, format: ContextFormat, chunks: AsyncIterable<Uint8Array>) =>
    builds.uploadContext(this.#builds, { name, format }, chunks)
  readonly createBuild = (request: BuildRequest) => builds.createBuild(this.#builds, request)
  readonly readBuild = (id: string) => builds.readBuild(this.#builds, id)
  readonly readBuilds = () => builds.readBuilds(this.#builds)
  readonly buildLog = (id: string, stop: AbortSignal) => builds.buildLog(this.#builds, id, stop)
  readonly cancelBuild = (id: string) => builds.cancelBuild(this.#builds, id)

  readonly readSecretKind = (name: string) => secrets.readSecretKind(this.#secrets, name)
  readonly storeRegistrySecret = (name: string, access: secrets.RegistryCredentials) =>
    secrets.storeRegistrySecret(this.#secrets, name, access)

  close(): void {
    this.#link.channel.close()
  }

  [Symbol.dispose](): void {
    this.close()
  }
}
