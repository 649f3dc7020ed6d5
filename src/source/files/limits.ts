/** What becomes of a source: code is compiled or packed by the platform, from a context an image is built. */
export type Purpose = 'code' | 'context'

/** What a source may be at most. Sizes are in bytes. */
export type Limits = {
  readonly files: number
  readonly directories: number
  readonly totalBytes: number
  readonly fileBytes: number
}

/**
 * Code above these is nearly always a mistake: build output, data or a dependency folder that was meant to stay out. Of
 * contexts, what the build service takes is not public (docs/platform.md, Builds).
 */
export const LIMITS: Readonly<Record<Purpose, Limits>> = {
  code: { files: 20_000, directories: 20_000, totalBytes: 200_000_000, fileBytes: 100_000_000 },
  context: { files: 100_000, directories: 100_000, totalBytes: 2 ** 31, fileBytes: 2 ** 31 }
}

/** For every path, wherever it goes. Linux has no longer names. */
export const PATH_LIMITS = { bytes: 1_024, nameBytes: 255, depth: 64 } as const
