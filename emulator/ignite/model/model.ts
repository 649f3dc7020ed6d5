/** The domain's nouns as plain data. Times are milliseconds since the epoch. */

export const RUNTIMES = ['python', 'rust', 'go', 'deno'] as const
export type RuntimeName = (typeof RUNTIMES)[number]

/** The options stay as they were sent: the emulator only echoes them. */
type Runtime = { readonly name: RuntimeName; readonly options: object }

/** What a draft is made of, and a version a snapshot of. */
export type Code =
  | { readonly kind: 'SDK'; readonly runtime: Runtime; readonly bytes: Uint8Array }
  | { readonly kind: 'PREBUILT'; readonly imageRef: string; readonly registrySecretRef: string }
  | { readonly kind: 'UPLOAD_IMAGE'; readonly archive: Uint8Array; readonly dockerfilePath: string; readonly args: Env }
  | { readonly kind: 'GIT_IMAGE'; readonly git: GitImage; readonly args: Env }

export type SdkCode = Extract<Code, { kind: 'SDK' }>
export type ImageCode = Exclude<Code, SdkCode>

/** Code, and the image that it names or that was built from it: empty where there is none yet, or never will be. */
export type Artifact = { readonly code: Code; readonly imageRef: string }

type GitImage = {
  readonly url: string
  readonly reference: string
  readonly subPath: string
  readonly dockerfilePath: string
  readonly secretRef: string
}

export type Env = Readonly<Record<string, string>>

export type Limits = { readonly memory_mb: number; readonly cpu_millicores: number; readonly timeout_secs: number }
type Scaling = { readonly max_replicas: number; readonly reserved_capacity: number; readonly auto_mode: string }

/** In the proto's own words, so that requests and update masks need no translation. */
export type Settings = {
  readonly env: Env
  readonly resource_tier: string
  readonly description: string
  readonly ports: readonly number[]
  readonly health_path: string
  readonly allow_unauthenticated: boolean
  readonly input_schema: string
  readonly output_schema: string
  readonly mcp_enabled: boolean
  readonly limits: Limits | null
  readonly scaling: Scaling | null
  readonly storage_mode: string
  readonly ttl_secs: number
  readonly max_concurrency: number
}

export type AppKey = { readonly organization: string; readonly name: string }

export type App = AppKey & {
  readonly settings: Settings
  /** 0 is: never published. */
  readonly activeVersion: number
  readonly createdAtMs: number
}

/** The one mutable slot of an app. */
export type Draft = Artifact & {
  /** 8 hex characters; empty where no bytes were sent. */
  readonly codeHash: string
  readonly status: 'DRAFT' | 'COMPILING' | 'COMPILED' | 'FAILED'
  /** Empty until something is compiled or built. */
  readonly deployId: string
  readonly error: string
  readonly createdAtMs: number
}

/** Immutable. Whether it is the active one is the app's to say. */
export type Version = Artifact & {
  readonly number: number
  readonly codeHash: string
  readonly resourceTier: string
  readonly scaling: Scaling | null
  readonly createdAtMs: number
}

/** One run of a compiler, or a builder of images, for a draft. How it went is the draft's to say. */
export type Compile = {
  readonly deployId: string
  readonly app: AppKey
  readonly running: boolean
}

/** A piece of what a compiler or a build printed, cut anywhere. */
export type Output = { readonly timestampMs: number; readonly data: Buffer }

export type Execution = {
  readonly id: string
  readonly app: AppKey
  readonly status: 'PENDING' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'TIMEOUT'
  /** What the handler gave, or the JSON that tells of its failure. */
  readonly output: Buffer
  readonly error: string
}

export type LogLine = {
  readonly timestampMs: number
  readonly replicaId: string
  readonly stream: 'stdout' | 'stderr'
  readonly message: string
}

/** The platform's id of an app: `acme/greeter`. */
export function appId({ organization, name }: AppKey): string {
  return `${organization}/${name}`
}

/** Whether the platform's own runtimes run it, rather than a container. */
export function isSdk(code: Code): code is SdkCode {
  return code.kind === 'SDK'
}
