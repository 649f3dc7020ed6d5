import { type Violation, violations } from './check.ts'
import type { Evidence } from './evidence.ts'
import { perform } from './perform.ts'
import { makePlan } from './plan.ts'
import { sameTreeSameDigest } from './trace-promises.ts'

export type Campaign = {
  readonly seed: number
  /** The runs to make, by their index. */
  readonly indices: readonly number[]
  /** How many at the same time. */
  readonly atOnce: number
  /** Told of each run when it has ended, and of its twin after it. */
  readonly tell: (evidence: Evidence, broken: readonly Violation[]) => void
}

export type Broken = Violation & {
  /** Undefined where it takes several runs to see it. */
  readonly index: number | undefined
}

/** Makes the runs and gives all that they broke. A run that cannot be made ends it all. */
export async function runCampaign({ seed, indices, atOnce, tell }: Campaign): Promise<readonly Broken[]> {
  const runs: Evidence[] = []
  const broken: Broken[] = []
  const waiting = [...indices]
  const worker = async () => {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
      for (const evidence of await perform(makePlan(seed, index))) {
        const found = violations(evidence)
        tell(evidence, found)
        runs.push(evidence)
        broken.push(...found.map((violation) => ({ ...violation, index: evidence.plan.index })))
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const across = sameTreeSameDigest(runs).map((evidence) => ({ promise: '8 same tree, same bytes', evidence }))
  return [...broken, ...across.map((violation) => ({ ...violation, index: undefined }))]
}
