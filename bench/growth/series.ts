import type { Scene } from '../scene/scene.ts'

/** What a piece of work took of a process. Its CPU time grows as the work does, whatever else the machine has to do. */
export type Spent = { readonly cpuMs: number; readonly peakMiB: number }

/** Work that is done in several sizes. */
export type Series = {
  readonly id: string
  /** Of what there is more and more. */
  readonly of: string
  readonly sizes: readonly number[]
  /** Prepares the work of all sizes; each is done whenever it is asked for. */
  readonly prepare: (scene: Scene) => Promise<(size: number) => Promise<Spent>>
}
