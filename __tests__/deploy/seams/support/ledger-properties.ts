import type { RunEvidence } from './evidence-of-run.ts'
import { allSaid, labelOf } from './sentences.ts'
import { factsAt, isIndistinct, isOverwrittenInTheMoment, leftSettings, ownPublishes } from './truth.ts'

/** The ledger as main left it for post. */
function lastEntry({ ledger, main }: RunEvidence) {
  return ledger.findLast(({ seq }) => seq < main.seq)?.entry
}

/** Where post will do nothing, nothing is left that it would have to do. */
export function closedOnlyWhenSettled(run: RunEvidence): readonly string[] {
  const entry = lastEntry(run)
  if ((entry !== undefined && entry !== 'closed') || run.main.failure?.isFullDisk) return []
  const how = entry ?? 'empty'
  const state = `The ledger is ${how}, and`
  return [...openBuilds(run), ...openPublishes(run), ...openSettings(run)].map((what) => `${state} ${what}`)
}

function openBuilds(run: RunEvidence): readonly string[] {
  // Killed between the answer and the write that follows it: nobody can know the build.
  if (run.main.how === 'killed' && lastEntry(run) === undefined) return []
  return run.calls.flatMap(({ method, end, answer, endSeq = run.main.seq }) => {
    const isOurs = method === 'createBuild' && end === 'ok' && endSeq < run.main.seq
    return isOurs && run.runningBuilds.includes(String(answer)) ? [`${answer} still runs.`] : []
  })
}

function openPublishes(run: RunEvidence): readonly string[] {
  const { main, schedule } = run
  const made = ownPublishes(run)
  const late = made.filter(({ seq }) => seq > main.seq).map(({ version }) => `version ${version} is still to come.`)
  const isAdopted = made.every(({ version }) => version !== factsAt(run).publishedVersion)
  if (
    schedule.plan.rollback === 'never' ||
    main.failure?.reason === 'draft_conflict' ||
    isAdopted ||
    wentBack(main) ||
    isIndistinct(run)
  ) {
    return late
  }
  return [...late, ...made.map(({ version }) => `version ${version} may have to be rolled back.`)]
}

/** Main has gone back by itself, or has said that there is nothing to go back from or to. */
function wentBack({ failure }: RunEvidence['main']): boolean {
  const ends = /Rolled back: |is active already|left alone|none to roll back to|no active version any more/
  return failure?.reason === 'verify_failed' && ends.test(failure.message)
}

/** A variable's old value may be secret, so post cannot put it back: that it stays is said. */
function openSettings(run: RunEvidence): readonly string[] {
  const { main } = run
  if (main.how === 'returned' || ownPublishes(run).length > 0) return []
  // What is live then is this run's code by another's hand, and stays.
  if (main.failure?.reason === 'draft_conflict' || main.failure?.reason === 'verify_failed') return []
  const said = allSaid(run)
  return leftSettings(run)
    .filter((key) => !(key.startsWith('env.') && said.includes(labelOf(key))) && !isOverwrittenInTheMoment(run, key))
    .map((key) => `${key} still has this run’s value.`)
}
