import { parseArgs } from 'node:util'
import { type Broken, runCampaign } from './support/campaign.ts'
import { describeRun } from './support/describe-run.ts'

/** `npm run chaos -- --seed N --runs 200 [--only INDEX] [--at-once N]`; docs/chaos.md says what it proves. */
process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      runs: { type: 'string', default: '200' },
      only: { type: 'string' },
      'at-once': { type: 'string', default: '3' }
    }
  })
  const { seed, runs, only, 'at-once': atOnce } = values
  const indices = only === undefined ? Array.from({ length: whole(runs) }, (_, index) => index) : [whole(only)]
  const reasons = new Map<string, number>()
  const broken = await runCampaign({
    seed: whole(seed),
    indices,
    atOnce: whole(atOnce),
    tell: (evidence, found) => {
      const reason = evidence.main.outputs['reason_code'] ?? `exit ${evidence.main.exitCode}`
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
      print(`${found.length === 0 ? 'ok  ' : 'FAIL'} ${describeRun(evidence)}`)
      if (only !== undefined || found.length > 0) print(evidence.main.log, evidence.post.log)
      print(...found.map((each) => `     ${each.promise}: ${each.evidence}`))
      if (only !== undefined) for (const call of evidence.calls) print(JSON.stringify(call))
    }
  })
  print('', ...[...reasons].toSorted().map(([reason, count]) => `${String(count).padStart(5)} ${reason}`))
  return conclude(broken, { seed, indices })
}

function conclude(
  broken: readonly Broken[],
  { seed, indices }: { readonly seed: string; readonly indices: readonly number[] }
): number {
  print(`Seed ${seed}, ${indices.length} runs: ${broken.length === 0 ? 'all promises held' : 'PROMISES BROKEN'}`)
  for (const { index, promise, evidence } of broken) {
    const which = index === undefined ? `--runs ${indices.length}` : `--only ${index}`
    print(`${promise}: ${evidence}`, `    npm run chaos -- --seed ${seed} ${which}`)
  }
  return broken.length === 0 ? 0 : 1
}

function whole(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`${text} is not a whole number`)
  return number
}

function print(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`)
}
