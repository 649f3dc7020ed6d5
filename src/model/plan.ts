import type { FoundCode, FoundContext } from './ports/packing-port.ts'
import type { SettingsChange } from './settings.ts'
import type { Json } from './values/json.ts'
import type { Verification } from './verification.ts'

/** The runtimes that the platform compiles or packs by itself. */
export const RUNTIMES = ['python', 'rust', 'go', 'deno'] as const
export type Runtime = (typeof RUNTIMES)[number]

export const RUST_TARGETS = ['native', 'wasm'] as const
export type RustTarget = (typeof RUST_TARGETS)[number]

/** An app as the platform addresses it. */
export type App = { readonly organization: string; readonly name: string }

/** An app as the user names it: without an organization, the token's own is meant. */
type AppTarget = { readonly organization: string | undefined; readonly name: string }

/** `owner/repo`, or a pull request of it: `owner/repo#12`. */
export type MadeBy = string

/** Code on disk: a directory, a single file, or an archive. */
export type CodeSource = {
  readonly kind: 'code'
  /** Absolute path. */
  readonly path: string
  /** The path as the user wrote it, for texts. */
  readonly shownPath: string
  readonly runtime: Runtime
  /** The file that told the runtime; undefined where the user named it. */
  readonly runtimeFrom: string | undefined
  readonly rustTarget: RustTarget | undefined
  /** The version of the compiler, as the user wrote it. */
  readonly toolchain: string | undefined
  readonly found: FoundCode
}

/** Which way an image is built: the draft's own build, or the build service with its own options. */
export const BUILDERS = ['auto', 'draft', 'buildpacks', 'build-service'] as const
type Builder = (typeof BUILDERS)[number]

/** How an image is made, whatever it is made of. */
export type ImageBuild = {
  readonly builder: Builder
  /** Relative to the context; undefined is: buildpacks. */
  readonly dockerfilePath: string | undefined
  readonly buildArgs: Readonly<Record<string, string>>
  readonly platform: string | undefined
  readonly noCache: boolean
  readonly imageTags: readonly string[]
}

/** A directory or an archive on disk that an image is built from. */
export type ContextSource = {
  readonly kind: 'context'
  /** Absolute path. */
  readonly path: string
  /** The path as the user wrote it, for texts. */
  readonly shownPath: string
  readonly build: ImageBuild
  /** A Dockerfile lies at the root, and buildpacks are asked for. */
  readonly hasUnusedDockerfile: boolean
  readonly found: FoundContext
}

/** A repository that the platform clones and builds an image from. */
export type GitSource = {
  readonly kind: 'git'
  readonly url: string
  /** A branch, a tag or a commit; undefined is the repository's default branch. */
  readonly reference: string | undefined
  readonly subPath: string | undefined
  /** The name of a stored git secret. */
  readonly secretRef: string | undefined
  readonly build: ImageBuild
}

/** An image that is ready. */
export type ImageSource = {
  readonly kind: 'image'
  readonly reference: string
  readonly registry: RegistryAccess | undefined
}

/** How the platform is let into a registry: by a stored secret, or by credentials that are stored first. */
export type RegistryAccess =
  | { readonly kind: 'stored'; readonly secret: string }
  | { readonly kind: 'credentials'; readonly server: string; readonly username: string; readonly password: string }

export type Source = CodeSource | ContextSource | GitSource | ImageSource

/** What describes the app's input and output, and what its code depends on, beside the code itself. */
export type Description = {
  /** JSON Schema, as text. */
  readonly inputSchema: string | undefined
  readonly outputSchema: string | undefined
  readonly dependencies: readonly string[]
}

/** Variables that the app's code reads, some of which it may do without, and the file that lists them. */
export type ListedVariables = { readonly names: readonly string[]; readonly file: string }

export type EnvUpdateStrategy = 'merge' | 'overwrite'

/** One call of the draft before it is published. */
export type TestCase = {
  /** As the log and the summary name it: the file, or the input. */
  readonly name: string
  readonly payload: Uint8Array
  /** A JSON value that the output must contain; undefined where any output will do. */
  readonly expected: Json | undefined
  /** Where that is written, for texts: the input, or a file. */
  readonly expectedIn?: string
  /** The file in which this test may have an output of its own, where it has none yet. */
  readonly ownExpectation?: string
}
export type Tests = { readonly cases: readonly TestCase[]; readonly timeoutMs: number }

/** When post returns to the version that was active before. */
export type RollbackPolicy = { readonly onFailure: boolean; readonly onCancel: boolean }

/** Whether post may have to return to the version before. Not where nothing is published. */
export function mayRollBack(policy: RollbackPolicy | undefined): boolean {
  return policy !== undefined && (policy.onFailure || policy.onCancel)
}

/** Everything the user asked for, fully decided. Nothing after this reads an input. */
export type Plan = DeployPlan | DraftPlan | PublishPlan | RollbackPlan | DeletePlan | StatusPlan

export type Mode = Plan['mode']

export type DeployPlan = {
  /** A preview is the app of one pull request. */
  readonly mode: 'deploy' | 'preview'
  readonly target: AppTarget
  readonly createApp: boolean
  /** Who an app is made by (see MadeBy); undefined where the runner names no repository. */
  readonly madeBy: MadeBy | undefined
  readonly source: Source
  readonly description: Description
  readonly settings: SettingsChange
  readonly envUpdateStrategy: EnvUpdateStrategy
  readonly listed: ListedVariables | undefined
  readonly tests: Tests
  readonly verify: Verification
  readonly rollback: RollbackPolicy
  /** What would be changed is only told. */
  readonly isDryRun: boolean
  /** Nothing is published where the draft and the settings are what is live already. */
  readonly skipIfUnchanged: boolean
}

/** What saves a draft, and makes the app where it is missing. */
export type SavingPlan = Pick<
  DeployPlan,
  'target' | 'createApp' | 'madeBy' | 'source' | 'description' | 'settings' | 'envUpdateStrategy' | 'listed' | 'tests'
> &
  Partial<Pick<DeployPlan, 'isDryRun'>>

/** The settings and the tests, and whether what comes of them may have to be rolled back. */
export type TestingPlan = Pick<DeployPlan, 'settings' | 'envUpdateStrategy' | 'tests'> &
  Partial<Pick<DeployPlan, 'rollback'>>

/** What publishes. */
export type PublishingPlan = Pick<DeployPlan, 'rollback' | 'tests' | 'verify'>

/** The draft is saved and tested, and nothing is published. */
export type DraftPlan = SavingPlan & { readonly mode: 'draft' }

/** The draft that a run in mode draft left becomes a version. */
export type PublishPlan = Pick<
  DeployPlan,
  'target' | 'settings' | 'envUpdateStrategy' | 'listed' | 'description' | 'tests' | 'verify' | 'rollback'
> & {
  readonly mode: 'publish'
  /** The draft's hash, or its image reference. */
  readonly expectedCode: string
}

/** A version is made active that was so before. */
export type RollbackPlan = Pick<DeployPlan, 'target' | 'tests' | 'verify'> & {
  readonly mode: 'rollback'
  /** `previous` is the highest below the active one. */
  readonly version: number | 'previous'
  /** The hash of the version that must be active. */
  readonly expectedCode: string | undefined
}

/** An app is removed that runs of this repository made. */
export type DeletePlan = Pick<DeployPlan, 'target' | 'madeBy'> & { readonly mode: 'delete' }

/** The app is read and told of. */
export type StatusPlan = { readonly mode: 'status'; readonly target: AppTarget }

/** `auto` is the draft's own build, unless something is asked for that only the build service can do. */
export function wantsBuildService({ builder, platform, noCache, imageTags }: ImageBuild): boolean {
  return (
    builder === 'build-service' || (builder === 'auto' && (platform !== undefined || noCache || imageTags.length > 0))
  )
}
