import type { Problem } from './errors.ts'
import type { CodeSource, Runtime } from './plan.ts'

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
  /** Names of the directories that are left out by default, such as `node_modules`. */
  readonly skipped: readonly string[]
  /** The directory on disk that the paths start in; undefined where they lie in an archive. */
  readonly root: string | undefined
  /** Left out because they are likely to hold secrets; directories end with `/`. */
  readonly withheld: readonly string[]
  /** Such files in an archive that the user made: they are sent. */
  readonly exposed: readonly string[]
  /** What was found in the files; it is sent. */
  readonly suspicious: readonly Suspicion[]
}

/** What lies at a path, found out before anything is sent. */
export type InspectedCode =
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
}) => Promise<InspectedCode>

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

export type ContextFormat = 'tar.gz' | 'zip'

/** A build context of any size: checked, and made while it is read. */
export type Context = Omit<Package, 'bytes' | 'digest'> & {
  readonly format: ContextFormat
  /** The same bytes at every call, or a SourceError where a file has changed since. */
  open(): {
    readonly chunks: AsyncIterable<Uint8Array>
    /** Hex sha256 of the tar, or of the whole .zip; to be asked after the last chunk. */
    digest(): string
  }
}

/** Checks a context, and reads all of it once. Throws SourceError. */
export type OpenContext = (source: ContextPath) => Promise<Context>
