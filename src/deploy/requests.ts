import type { Runtime, RustTarget } from './plan.ts'

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
