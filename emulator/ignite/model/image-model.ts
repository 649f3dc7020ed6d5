import type { Env } from './model.ts'

/** The nouns of images, their builds and their secrets, as plain data. Times are milliseconds since the epoch. */

export type Command =
  | { readonly form: 'exec'; readonly args: readonly string[] }
  | { readonly form: 'shell'; readonly text: string }

/** What an image says of its container. */
export type ImageConfig = {
  readonly env: Env
  /** Absolute, as inside of a container. */
  readonly workdir: string
  /** As the Dockerfile has it; empty is root. */
  readonly user: string
  readonly entrypoint: Command | null
  readonly cmd: Command | null
  readonly exposed: readonly string[]
}

/** A directory on this machine that stands for a container image. */
export type Image = {
  /** `sha256:…` of its manifest: the same content and configuration have the same one. */
  readonly digest: string
  /** Where its root directory lies: a name below the data directory's `images`. */
  readonly place: string
  readonly config: ImageConfig
  readonly bytes: number
  readonly layers: number
}

export type BuildStatus = 'PENDING' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED'

/** The record of the build service. What must stay secret is not in it. */
export type Build = {
  readonly id: string
  readonly organization: string
  readonly name: string
  readonly dockerfile: string
  readonly status: BuildStatus
  readonly buildArgs: Env
  /** Empty until it has succeeded. */
  readonly imageRefs: readonly string[]
  readonly error: string
  readonly createdAtMs: number
  /** 0 is: not yet. */
  readonly startedAtMs: number
  readonly completedAtMs: number
  readonly metrics: BuildMetrics | null
}

/** In the proto's own words. */
type BuildMetrics = {
  readonly duration_ms: number
  readonly context_size_bytes: number
  readonly image_size_bytes: number
  readonly layer_count: number
  readonly cache_used: boolean
}

/** A context that was uploaded; its bytes are a file of the data directory. */
export type BuildContext = { readonly id: string; readonly organization: string; readonly bytes: number }

export type GitCredentials = { readonly username: string; readonly token: string }

/** What SaveBuildSecrets replaces, one an organization. */
export type BuildSecrets = { readonly git: GitCredentials | null; readonly args: Env }

export type RegistryCredentials = {
  readonly username: string
  readonly password: string
  /** Empty is Docker Hub. */
  readonly server: string
}

export type SecretValue =
  | ({ readonly type: 'git_secret' } & GitCredentials)
  | ({ readonly type: 'registry_secret' } & RegistryCredentials)

export type Secret = {
  readonly organization: string
  readonly name: string
  readonly value: SecretValue
  readonly createdAtMs: number
  readonly updatedAtMs: number
}
