/**
 * What a source that is compiled or packed by the platform may be at most (docs/runner.md 3.3). Sizes are in bytes.
 * A tree above these is nearly always a mistake: build output, data or a dependency folder that was meant to stay out.
 */
export const COMPILE_LIMITS = {
  files: 20_000,
  directories: 20_000,
  totalBytes: 200_000_000,
  fileBytes: 100_000_000,
  pathBytes: 1_024,
  depth: 64
} as const
