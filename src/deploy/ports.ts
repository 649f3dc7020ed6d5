import type { Problem } from './errors.ts'
import type { Facts, PublicUrl } from './outcome.ts'
import type { App, CodeSource, Description, RegistryAccess, Runtime, RustTarget, SettingsChange, Tier } from './plan.ts'

/** The app's settings as the platform has them. */
export type Settings = {
  readonly env: Readonly<Record<string, string>>
  /** The platform's own name where it is none of ours. */
  readonly tier: Tier | string
  /** Undefined where the server's messages have no such field. */
  readonly allowUnauthenticated: boolean | undefined
  readonly healthPath: string | undefined
  readonly ports: readonly number[]
}

export type AppState = {
  readonly id: string
  /** 0 is: never published. */
  readonly activeVersion: number
  readonly publicUrls: readonly PublicUrl[]
  readonly settings: Settings
}

/** The one mutable draft slot of an app. */
export type Draft = {
  /** Without the enum's prefix, upper case: `DRAFT`, `COMPILING`, or whatever the server says. */
  readonly status: string
  /** Empty where the server gives none. */
  readonly codeHash: string
  readonly imageRef: string
  readonly codeKind: string
  readonly createdAtMs: number
  readonly deployId: string
  readonly error: string
}

export type Version = {
  readonly number: number
  readonly codeHash: string
  readonly createdAtMs: number
  readonly status: string
}

/** The bytes or the reference that a draft is made of. */
export type DraftCode = CompileCode | ContextCode | GitCode | PrebuiltCode

export type CompileCode = {
  readonly kind: 'compile'
  readonly runtime: Runtime
  readonly rustTarget: RustTarget | undefined
  readonly toolchain: string | undefined
  readonly archive: Uint8Array
}

/** An image that the platform builds from an archive. */
export type ContextCode = {
  readonly kind: 'context'
  readonly archive: Uint8Array
  /** Undefined is: buildpacks. */
  readonly dockerfilePath: string | undefined
  readonly buildArgs: Readonly<Record<string, string>>
}

/** An image that the platform builds from a repository. */
export type GitCode = {
  readonly kind: 'git'
  readonly url: string
  readonly reference: string | undefined
  readonly subPath: string | undefined
  readonly secretRef: string | undefined
  readonly dockerfilePath: string | undefined
  readonly buildArgs: Readonly<Record<string, string>>
}

export type PrebuiltCode = {
  readonly kind: 'prebuilt'
  readonly imageRef: string
  readonly registrySecretRef: string | undefined
}

/** What the build service is asked to build. It always needs a Dockerfile. */
export type BuildRequest = {
  readonly name: string
  readonly dockerfile: string
  readonly tags: readonly string[]
  readonly buildArgs: Readonly<Record<string, string>>
  readonly noCache: boolean
  readonly platform: string | undefined
  /** What is left of the run. */
  readonly timeoutSeconds: number
  readonly source:
    | { readonly kind: 'inline'; readonly archive: Uint8Array }
    | { readonly kind: 'uploaded'; readonly contextId: string }
    | {
        readonly kind: 'git'
        readonly url: string
        readonly reference: string | undefined
        readonly subPath: string | undefined
      }
}

/** A build of the build service. */
export type Build = {
  readonly id: string
  readonly name: string
  /** Without the enum's prefix, upper case: `PENDING`, `RUNNING`, `SUCCEEDED`, `FAILED`, `CANCELLED`, or others. */
  readonly status: string
  /** The references that the build pushed. */
  readonly imageRefs: readonly string[]
  readonly createdAtMs: number
  readonly error: string
  readonly metrics: BuildMetrics | undefined
}

export type BuildMetrics = {
  readonly durationMs: number
  readonly contextBytes: number
  readonly imageBytes: number
  readonly layers: number
  readonly cacheUsed: boolean
}

export type SecretKind = 'git' | 'registry'

/** One run of a draft's or a version's code. */
export type Execution = {
  readonly id: string
  /** Without the enum's prefix, upper case: `COMPLETED`, `FAILED`, `TIMEOUT`, or whatever the server says. */
  readonly status: string
  readonly output: Uint8Array
  readonly error: string
}

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
  | 'publish'
  | 'rollback'
  | { readonly setting: keyof SettingsChange }

/** Ignite, as a deployment sees it. Reads are retried; nothing else is. */
export interface Platform {
  /** How the client came to the server's message types, for the log. */
  readonly described: string
  /** The organization to work in: the one asked for, else the token's. Throws AuthError when neither is known. */
  organization(asked: string | undefined): Promise<string>
  /** Throws UnsupportedServerError naming each method or field that is missing. */
  require(needs: readonly Need[]): void
  readApp(app: App): Promise<AppState | undefined>
  /** Makes the app with the settings that the request type has; the caller applies the rest. */
  createApp(app: App, settings: SettingsChange): Promise<void>
  /** Changes these settings and no others, whether the server merges or replaces (DESIGN section 2). */
  updateSettings(app: App, change: SettingsChange): Promise<void>
  /** The description goes with the first request type that has a field for it. */
  saveDraft(app: App, code: DraftCode, description: Description): Promise<Draft>
  /** The id under which the compile's log is found; undefined where there is nothing to compile. */
  compileDraft(app: App): Promise<string | undefined>
  /** The log in pieces as they come. Ends when the server ends it; throws PlatformError when it breaks. */
  compileLog(deployId: string, stop: AbortSignal): AsyncIterable<Uint8Array>
  /** Starts the draft with a payload; gives the execution's id. */
  testDraft(app: App, payload: Uint8Array): Promise<string>
  readExecution(id: string): Promise<Execution>
  readDraft(app: App): Promise<Draft | undefined>
  /** None where the app does not exist. */
  readVersions(app: App): Promise<readonly Version[]>
  /** Sent once, never retried. Gives the version number, or undefined where the answer holds none. */
  publishDraft(app: App): Promise<number | undefined>
  /** Makes an earlier version the active one. */
  rollback(app: App, version: number): Promise<void>
  /** Uploads a build context as it is made; gives its id. Sent once: a broken upload is an ambiguous PlatformError. */
  uploadContext(name: string, chunks: AsyncIterable<Uint8Array>): Promise<string>
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

/** Code that is ready to be sent. */
export type Package = {
  readonly bytes: Uint8Array
  /** Hex sha256 of the tar, before compression. */
  readonly digest: string
  readonly files: number
  /** Sum of the files' sizes. */
  readonly contentBytes: number
  readonly largest: readonly { readonly path: string; readonly bytes: number }[]
  readonly paths: readonly string[]
  /** Left out because they are likely to hold secrets; directories end with `/`. */
  readonly withheld: readonly string[]
  /** Such files in an archive that the user made: they are sent. */
  readonly exposed: readonly string[]
  /** What was found in the files; it is sent. */
  readonly suspicious: readonly Suspicion[]
}

/** What lies at a path, found out before anything is sent. */
export type Inspected =
  | { readonly problems: readonly Problem[] }
  | {
      readonly runtime: Runtime
      /** The file that told the runtime; undefined where the user named it. */
      readonly runtimeFrom: string | undefined
    }

/** Looks at code on disk and finds what is wrong with it, or what it is. Never throws for what the user can mend. */
export type Inspect = (code: {
  readonly path: string
  readonly shownPath: string
  readonly runtime: Runtime | undefined
}) => Promise<Inspected>

/** Packs code from disk. Throws SourceError. */
export type Pack = (source: CodeSource) => Promise<Package>

/** Something in a file's content that should not leave the machine. */
export type Suspicion = {
  /** As the user would write it. */
  readonly path: string
  /** From 1. */
  readonly line: number
  /** For example `a private key`. */
  readonly what: string
}

/** A context on disk. */
export type ContextPath = {
  /** Absolute path. */
  readonly path: string
  /** The path as the user wrote it, for texts. */
  readonly shownPath: string
  /** From the root of the context; undefined where buildpacks build the image. */
  readonly dockerfilePath: string | undefined
}

/** What is wrong with a context, or what it is. */
export type InspectedContext =
  | { readonly problems: readonly Problem[] }
  | {
      /** True where a Dockerfile lies at the root, also where none was asked for. */
      readonly hasDockerfile: boolean
    }

/** Looks at a context on disk. Never throws for what the user can mend by an input. */
export type InspectContext = (source: ContextPath) => Promise<InspectedContext>

/** A build context of any size: checked, and made while it is read. */
export type Context = Omit<Package, 'bytes' | 'digest'> & {
  readonly format: 'tar.gz' | 'zip'
  /** The same bytes at every call, or a SourceError where a file has changed since. */
  open(): {
    readonly chunks: AsyncIterable<Uint8Array>
    /** Hex sha256 of the tar, or of the whole .zip; to be asked after the last chunk. */
    digest(): string
  }
}

/** Checks a context, and reads all of it once. Throws SourceError. */
export type OpenContext = (source: ContextPath) => Promise<Context>

/** What the reader of the job log sees. Every text is made harmless by the implementation. */
export interface Log {
  /** Details go in the group; it is opened by the first line inside, and always closed. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>
  /** One line: a line break in a name or an answer is shown, and makes no second one. So it is for the others. */
  info(text: string): void
  notice(text: string): void
  warning(text: string): void
  /** Shown under step debug only; may have several lines. */
  debug(text: string): void
  /** A place in the log for text that is not ours, of one stream. */
  remote(): RemoteText
}

/** Takes the bytes of a remote log and shows them as text, whatever they hold. */
export interface RemoteText {
  /** Resolves when more may come. */
  write(chunk: Uint8Array): Promise<void>
  /** Shows what is left, also of an unfinished line. */
  end(): Promise<void>
  /** The last lines that were shown. */
  tail(): readonly string[]
}

export interface Clock {
  /** Monotonic milliseconds. */
  now(): number
  /** Ends early when `wake` is aborted. Rejects with the stop signal's reason when the run is told to stop. */
  sleep(ms: number, wake?: AbortSignal): Promise<void>
}

/** What post must know about a run that may not have ended well. Holds no secret. */
export type OpenRun = Building | Changed | Publishing | Published

/** A build of the build service runs, and nothing is published yet. */
export type Building = {
  readonly phase: 'building'
  readonly app: App
  readonly previousVersion: number
  readonly buildId: string
}

/** Settings that are live were changed, and nothing is published yet. */
export type Changed = {
  readonly phase: 'changed'
  readonly app: App
  /** Active before this run; 0 is none. */
  readonly previousVersion: number
  /** What the settings were where this run changed them, without the environment's values. */
  readonly settingsBefore?: Omit<SettingsChange, 'env'>
  /** The names of the environment that this run changed. */
  readonly envChanged?: readonly string[]
}

export type Publishing = Omit<Changed, 'phase'> & {
  readonly phase: 'publishing'
  /** The highest version number before this run. */
  readonly highestVersion: number
  readonly fingerprint: Fingerprint
}

export type Published = Omit<Publishing, 'phase'> & {
  readonly phase: 'published'
  readonly publishedVersion: number
}

/** Tells one draft from another (DESIGN section 5.2). */
export type Fingerprint = Pick<Draft, 'codeHash' | 'imageRef' | 'codeKind' | 'createdAtMs'>

/** Carries what must be settled from main to post. */
export interface Ledger {
  write(run: OpenRun): void
  close(): void
}

/** Takes what becomes known, at once: an output is set as soon as its fact is. */
export type Report = (facts: Facts) => void

/** One test of the draft as the summary shows it. */
export type TestRecord = {
  readonly name: string
  readonly passed: boolean
  /** What came of it, in a few words. */
  readonly line: string
  readonly ms: number
}

/** One step as the summary shows it. */
export type StepRecord = {
  readonly name: string
  readonly line: string
  readonly ms: number
  readonly failed: boolean
}

export type Tools = {
  readonly connect: () => Promise<Platform>
  readonly pack: Pack
  readonly openContext: OpenContext
  /** Tells this run and attempt from all others, in a form that an image tag may have: `run-<id>-<attempt>`. */
  readonly runTag: string
  readonly log: Log
  readonly clock: Clock
  readonly ledger: Ledger
  readonly report: Report
  readonly timeline: (step: StepRecord) => void
  readonly tested: (test: TestRecord) => void
  /** What is left of `timeout-minutes`, in milliseconds. */
  readonly msLeft: () => number
  /** Aborted by a signal or by `timeout-minutes`; its reason is a Stopped. */
  readonly stop: AbortSignal
}
