import type { App, Description, RegistryAccess } from '../plan.ts'
import type {
  AppCondition,
  AppLogLine,
  AppState,
  Build,
  CodeFile,
  Draft,
  Execution,
  Fingerprint,
  ListedApp,
  SecretKind,
  Version
} from '../platform-state.ts'
import type { BuildRequest, DraftCode } from '../requests.ts'
import type { SettingName, SettingsChange } from '../settings.ts'
import type { ContextFormat } from './packing-port.ts'

/** What the plan will need from the server, so that it can be refused before the first write. */
export type Need =
  | 'create-app'
  | 'save-code'
  | 'rust-target'
  | 'toolchain'
  | 'compile'
  | 'save-context'
  | 'save-git'
  | 'save-image'
  | 'registry-secret'
  | 'store-secret'
  | 'build-upload'
  | 'build-inline'
  | 'build-git'
  | 'build-platform'
  | 'build-no-cache'
  | 'input-schema'
  | 'output-schema'
  | 'dependencies'
  | 'test-draft'
  | 'test-version'
  | 'publish'
  | 'rollback'
  | 'delete-app'
  | 'list-apps'
  | SettingNeed

/** `isThere` once the app is known to be there: what only a new app can be given will not do then. */
type SettingNeed = { readonly setting: SettingName; readonly isThere?: true }

/** Ignite, as a deployment sees it. Reads are retried; nothing else is. */
export interface Platform {
  /** How the client came to the server's message types, for the log. */
  readonly described: string
  /** The organization to work in: the one asked for, else the token's. Throws AuthError when neither is known. */
  organization(asked: string | undefined): Promise<string>
  /** How long the credentials are good for, in milliseconds; undefined where they are renewed, or do not say. */
  accessLeftMs(): number | undefined
  /** Throws UnsupportedServerError naming each method or field that is missing. */
  require(needs: readonly Need[]): void
  /** What of the description this server takes as settings of the app, and not with its draft. */
  settingsIn(description: Description, isCompiled: boolean): SettingsChange
  readApp(app: App): Promise<AppState | undefined>
  /** Makes the app with the settings that the request type has; the caller applies the rest. */
  createApp(app: App, settings: SettingsChange): Promise<void>
  /**
   * Changes these settings and no others, whether the server merges or replaces. `read` is the app as it was read right
   * before, which the change was made from: what another hand changes between that and the call is lost where it replaces.
   */
  updateSettings(app: App, change: SettingsChange, read: AppState): Promise<void>
  saveDraft(app: App, code: DraftCode, description: Description): Promise<Draft>
  /** The id under which the compile's log is found; undefined where there is nothing to compile. */
  compileDraft(app: App): Promise<string | undefined>
  /** The log in pieces as they come. Ends when the server ends it; throws PlatformError when it breaks. */
  compileLog(deployId: string, stop: AbortSignal): AsyncIterable<Uint8Array>
  /** Starts the draft with a payload; gives the execution's id. */
  testDraft(app: App, payload: Uint8Array): Promise<string>
  /** The same for a version; undefined where the server does not offer it. */
  testVersion(app: App, version: number, payload: Uint8Array): Promise<string | undefined>
  readExecution(id: string): Promise<Execution>
  /**
   * What the app printed last, oldest first; undefined where the server does not offer it. Without an id, of all that it
   * ran. A log that can only be followed takes seconds.
   */
  readAppLog(app: App, executionId: string): Promise<readonly AppLogLine[] | undefined>
  /** How the app is deployed now; undefined where the server does not offer it. */
  readCondition(app: App): Promise<AppCondition | undefined>
  /** What happened to the app, oldest first, a line each; undefined where the server does not offer it. */
  readEvents(app: App): Promise<readonly string[] | undefined>
  /** What runs of the app, a line each; undefined where the server does not offer it. */
  readReplicas(app: App): Promise<readonly string[] | undefined>
  readDraft(app: App): Promise<Draft | undefined>
  /** None where the app does not exist. */
  readVersions(app: App): Promise<readonly Version[]>
  /** The files of a version; undefined where the server does not offer it. Ends with the signal's reason. */
  readCode(app: App, version: number, stop: AbortSignal): Promise<readonly CodeFile[] | undefined>
  /** Sent once, never retried. Gives the version number, or undefined where the answer holds none. */
  publishDraft(app: App, draft: Fingerprint, description?: string): Promise<number | undefined>
  /** Makes an earlier version the active one. */
  rollback(app: App, version: number): Promise<void>
  /** Removes the app with all that belongs to it. */
  deleteApp(app: App): Promise<void>
  /** Uploads a build context as it is made; gives its id. Sent once: a broken upload is an ambiguous PlatformError. */
  uploadContext(name: string, format: ContextFormat, chunks: AsyncIterable<Uint8Array>): Promise<string>
  /** Sent once, never retried. Gives the build's id. */
  createBuild(request: BuildRequest): Promise<string>
  readBuild(id: string): Promise<Build>
  /** The newest builds of the organization, newest first. */
  readBuilds(): Promise<readonly Build[]>
  /** The build's log from its first byte. Ends when the server ends it; throws PlatformError when it breaks. */
  buildLog(id: string, stop: AbortSignal): AsyncIterable<Uint8Array>
  /** A build that has ended is left as it is. */
  cancelBuild(id: string): Promise<void>
  /** Undefined where there is no secret of that name. Its value is not read. */
  readSecretKind(name: string): Promise<SecretKind | string | undefined>
  /** Creates the secret, or writes over it. */
  storeRegistrySecret(name: string, access: Extract<RegistryAccess, { kind: 'credentials' }>): Promise<void>
}

/** The platform, as who looks after all apps of an organization sees it. */
export interface ListingPlatform extends Platform {
  listApps(organization: string): Promise<readonly ListedApp[]>
}
