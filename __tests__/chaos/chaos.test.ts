import { expect, test } from '@jest/globals'
import { runCampaign } from './support/campaign.ts'
import { describeRun } from './support/describe-run.ts'

/** Draws signals, rivals, twins, rollbacks, held logs and lost publishes, and nothing that waits for a minute. */
const SEED = Number(process.env['CHAOS_SEED'] ?? 1998)
const RUNS = Number(process.env['CHAOS_RUNS'] ?? 12)

/** Most of what a run takes is waiting. */
const AT_ONCE = 6
const MOST_MS = 60_000 + RUNS * 60_000

test(
  `${RUNS} runs of the seed ${SEED} keep every promise, whatever goes wrong`,
  async () => {
    const lines: string[] = []
    const made = new Set<number>()
    const broken = await runCampaign({
      seed: SEED,
      indices: Array.from({ length: RUNS }, (_, index) => index),
      atOnce: AT_ONCE,
      tell: (evidence) => {
        lines.push(describeRun(evidence))
        made.add(evidence.plan.index)
      }
    })
    expect({ broken, lines }).toEqual({ broken: [], lines })
    expect(made.size).toBe(RUNS)
  },
  MOST_MS
)
