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

/** Whether the draft becomes an image, and is built instead of compiled. */
export function isImage({ kind }: DraftCode): boolean {
  return kind !== 'compile'
}

/** Whether the draft's own code is compiled, or its image built, by the draft. */
export function isMadeByDraft(code: DraftCode): boolean {
  return code.kind === 'compile' ? code.runtime !== 'python' : code.kind !== 'prebuilt'
}

/** The build service takes a context of less than 4 MB with the request itself (docs/platform.md, Builds). */
export const INLINE_BYTES = 4_000_000 - 64_000
