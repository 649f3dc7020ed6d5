/** The runtimes that the platform compiles or packs by itself. */
export const RUNTIMES = ['python', 'rust', 'go', 'deno'] as const
export type Runtime = (typeof RUNTIMES)[number]

export const RUST_TARGETS = ['native', 'wasm'] as const
export type RustTarget = (typeof RUST_TARGETS)[number]

export const TIERS = ['small', 'medium', 'large', 'xlarge'] as const
export type Tier = (typeof TIERS)[number]

/** An app as the platform addresses it. */
export type App = { readonly organization: string; readonly name: string }

/** An app as the user names it: without an organization, the token's own is meant. */
export type AppTarget = { readonly organization: string | undefined; readonly name: string }

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
}

export type Source = CodeSource

/** What the user asked the app's settings to be. A key that is absent is left as it is on the platform. */
export type SettingsChange = {
  readonly env?: Readonly<Record<string, string>>
  readonly tier?: Tier
  readonly allowUnauthenticated?: boolean
  readonly healthPath?: string
  readonly ports?: readonly number[]
}

export type EnvUpdateStrategy = 'merge' | 'overwrite'

/** One call of the draft before it is published. */
export type TestCase = {
  /** As the log and the summary name it: the file, or the input. */
  readonly name: string
  readonly payload: Uint8Array
  /** A JSON value that the output must contain; undefined where any output will do. */
  readonly expected: Json | undefined
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

export type Tests = { readonly cases: readonly TestCase[]; readonly timeoutMs: number }

/** When post returns to the version that was active before. */
export type RollbackPolicy = { readonly onFailure: boolean; readonly onCancel: boolean }

/** Everything the user asked for, fully decided. Nothing after this reads an input. */
export type Plan = {
  readonly target: AppTarget
  readonly createApp: boolean
  readonly source: Source
  readonly settings: SettingsChange
  readonly envUpdateStrategy: EnvUpdateStrategy
  readonly tests: Tests
  readonly rollback: RollbackPolicy
}
