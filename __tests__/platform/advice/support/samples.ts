import { CONTAINER_SAMPLES } from './container-samples.ts'
import { IMAGE_BUILDER_SAMPLES } from './image-builder-samples.ts'
import { IMAGE_PULL_SAMPLES } from './image-pull-samples.ts'
import { PLATFORM_SAMPLES } from './platform-samples.ts'
import { PROGRAM_SAMPLES } from './program-samples.ts'
import { TOOLCHAIN_SAMPLES } from './toolchain-samples.ts'

/** What a row of the advice must know, and what it must not take for it. */
export type Sample = {
  /** As the tool, the cluster or the platform says it. */
  readonly said: readonly string[]
  readonly nearMisses: readonly string[]
}

/** By the id of the row. */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  ...PROGRAM_SAMPLES,
  ...TOOLCHAIN_SAMPLES,
  ...IMAGE_BUILDER_SAMPLES,
  ...IMAGE_PULL_SAMPLES,
  ...CONTAINER_SAMPLES,
  ...PLATFORM_SAMPLES
}
