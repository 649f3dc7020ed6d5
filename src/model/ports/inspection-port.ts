import type { Problem } from '../errors.ts'
import type { Runtime } from '../plan.ts'
import type { FoundCode, FoundContext } from './packing-port.ts'

/** What lies at a path, found out before anything is sent. */
export type InspectedCode =
  | { readonly problems: readonly Problem[] }
  | {
      readonly runtime: Runtime
      /** The file that told the runtime; undefined where the user named it. */
      readonly runtimeFrom: string | undefined
      readonly found: FoundCode
    }

/** Code on disk, as `code` names it. */
export type CodePath = {
  /** Absolute path. */
  readonly path: string
  /** The path as the user wrote it, for texts. */
  readonly shownPath: string
}

/** Code, and the runtime where the user named one. */
export type CodeQuestion = CodePath & { readonly runtime: Runtime | undefined }

/** Looks at code on disk and finds what is wrong with it, or what it is. A file that cannot be packed is a SourceError. */
export type Inspect = (code: CodeQuestion) => Promise<InspectedCode>

/** A context on disk. */
export type ContextPath = CodePath & {
  /** From the root of the context; undefined where buildpacks build the image. */
  readonly dockerfilePath: string | undefined
}

/** What is wrong with a context, or what it is. */
export type InspectedContext =
  | { readonly problems: readonly Problem[] }
  | {
      /** True where a Dockerfile lies at the root, also where none was asked for. */
      readonly hasDockerfile: boolean
      readonly found: FoundContext
    }

/** Looks at a context on disk. A file that cannot be packed is a SourceError. */
export type InspectContext = (source: ContextPath) => Promise<InspectedContext>
