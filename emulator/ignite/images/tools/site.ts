import type { ImageConfig } from '../../model/image-model.ts'
import type { Env } from '../../model/model.ts'

/** Where and of what an image is built. */
export type Site = {
  /** A directory with the build context. */
  readonly context: string
  /** A directory for what is needed only while it is built. */
  readonly scratch: string
  /** The directory that becomes the image's root; not there yet. */
  readonly root: string
  readonly args: Env
  /** The references that it is pushed to, for the log. */
  readonly references: readonly string[]
  /** What a command finds in its environment besides the image's own, when it runs in this root directory. */
  readonly environment: (root: string) => Promise<Env>
  /** Whether commands may install packages into this machine. */
  readonly systemPackages: boolean
  readonly say: (chunk: Uint8Array) => void
  readonly signal: AbortSignal
}

/** What has been built in the site's root. */
export type Built = { readonly config: ImageConfig; readonly layers: number }

export const EMPTY_CONFIG: ImageConfig = { env: {}, workdir: '/', user: '', entrypoint: null, cmd: null, exposed: [] }
