import type { PublicUrl } from './outcome.ts'
import type { Settings } from './settings.ts'

export type AppState = {
  readonly id: string
  /** 0 is: never published. */
  readonly activeVersion: number
  readonly publicUrls: readonly PublicUrl[]
  readonly settings: Settings
  /** All that the platform showed, by its own names: a change of settings carries along what must not get lost by it. */
  readonly shown: Readonly<Record<string, unknown>>
  /** Whether it runs an image of its own, not code in a runtime of the platform's; undefined where that is not told. */
  readonly isImage?: boolean | undefined
}

/** An app as a list shows it. */
export type ListedApp = {
  readonly name: string
  /** Undefined where lists show none. */
  readonly description: string | undefined
}

/** How the platform says that an app is deployed. */
export type AppCondition = {
  /** Without the enum's prefix, upper case: `ACTIVE`, or whatever the server says; empty where it says nothing. */
  readonly state: string
  /** All that was answered, as JSON. */
  readonly shown: string
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
  /** Absent where the platform does not show it, and where the version is no image. */
  readonly imageRef?: string
  /** Absent where the platform does not show it, and where the version is an image. */
  readonly runtime?: VersionRuntime
}

/** What a version's code runs with, by the platform's own words. Empty is what it does not show. */
export type VersionRuntime = {
  readonly name: string
  /** Without the enum's prefix, upper case: `NATIVE`, `WASM`. */
  readonly target: string
  readonly toolchain: string
}

/** One file of a version, as the platform gives it back. */
export type CodeFile = {
  readonly path: string
  readonly bytes: number
  /** Undefined where the platform does not give it, as of binary files. */
  readonly content: Uint8Array | undefined
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

/** Whether it has succeeded, failed or been cancelled, as far as its status says. */
export function isFinished({ status }: Build): boolean {
  return /SUCCE|FAIL|ERROR|CANCEL/.test(status)
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

/** A line that an app printed. */
export type AppLogLine = {
  readonly timestampMs: number
  /** Empty where the server does not say which execution it belongs to. */
  readonly executionId: string
  readonly text: string
}

/** Tells one draft from another. */
export type Fingerprint = Pick<Draft, 'codeHash' | 'imageRef' | 'codeKind' | 'createdAtMs'>

export function highest(versions: readonly Version[]): number {
  return Math.max(0, ...versions.map((version) => version.number))
}

/** Whether it is the code that a user names: by its hash, or an image by its reference. */
export function isNamed({ codeHash, imageRef }: Pick<Version, 'codeHash' | 'imageRef'>, name: string): boolean {
  return name === codeHash || name === imageRef
}

/** A platform that gives no hash cannot contradict. */
export function contradicts(version: Version, draft: Fingerprint): boolean {
  return version.codeHash !== '' && draft.codeHash !== '' && version.codeHash !== draft.codeHash
}
