import type { FileComparison } from '../comparison.ts'
import type { CodeFile } from '../platform-state.ts'

/** Code that is ready to be sent. */
export type Package = PackedContents & {
  readonly bytes: Uint8Array
  /** Hex sha256 of the tar, before compression. */
  readonly digest: string
}

/** What is sent, and what of it the reader of the log should know. */
export type PackedContents = {
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
  /** What else is likely to surprise. */
  readonly remarks: readonly Remark[]
  /** These files beside those of a version. Throws SourceError where one of them is another by now. */
  readonly compare: (files: readonly CodeFile[]) => Promise<FileComparison>
}

/** Something in a file's content that should not leave the machine. */
export type Suspicion = {
  /** As the user would write it. */
  readonly path: string
  /** From 1. */
  readonly line: number
  /** For example `a private key`. */
  readonly what: string
}

/** Sentences for the log. */
export type Remark = { readonly level: 'notice' | 'warning'; readonly text: string }

/** Code as the inspection found it: what is packed is what was looked at. */
export interface FoundCode {
  /** Looks once more where a file has changed since. Throws SourceError. */
  pack(): Promise<Package>
}

/** A context as the inspection found it. */
export interface FoundContext {
  /** Reads all of it once, and looks once more where a file has changed since. Throws SourceError. */
  open(): Promise<Context>
}

export type ContextFormat = 'tar.gz' | 'zip'

/** A build context of any size: checked, and made while it is read. */
export type Context = PackedContents & {
  readonly format: ContextFormat
  /** The same bytes at every call, or a FileChanged where a file has changed since. */
  open(): {
    readonly chunks: AsyncIterable<Uint8Array>
    /** Hex sha256 of the tar, or of the whole .zip; to be asked after the last chunk. */
    digest(): string
  }
  /** The context as it is by now, looked at and read from the start. Throws SourceError. */
  again(): Promise<Context>
}
