import type { OpenRun } from '../../../../src/model/open-run.ts'
import type { Call, Deed, Live, RunEvidence } from './evidence-of-run.ts'
import type { Fault, Moment, Schedule } from './schedule.ts'
import { changedKeys, factsAt } from './truth.ts'

/** A schedule as a few lines to be read, without what is as usual. */
export function shownSchedule({ plan, world, faults, others, interruption, fullDiskAt, later }: Schedule): string {
  return [
    `plan: ${plan.code}, settings [${plan.settings}] (${plan.strategy}), tests ${plan.tests}, rollback ${plan.rollback}${plan.hasSchema ? ', input-schema' : ''}`,
    `world: versions ${world.versions}, ${flags(world) || 'nothing special'}`,
    ...faults.map((fault) => `fault: ${shownFault(fault)}`),
    ...others.map(({ what, at }) => `another: ${what} ${shownMoment(at)}`),
    ...(interruption ? [`run ${interruption.how} ${shownMoment(interruption.at)}`] : []),
    ...(fullDiskAt ? [`the disk is full from write ${fullDiskAt} of the ledger on`] : []),
    `later: ${later}`
  ].join('\n')
}

type Line = { readonly seq: number; readonly text: string }

/** The schedule, and what came of it, line by line in the order of things: what was sent, answered, done and said. */
export function shownRun(run: RunEvidence): string {
  const { main, post } = run
  const lines: readonly Line[] = [
    ...run.calls.flatMap(shownCall),
    ...run.deeds.map((deed) => ({ seq: deed.seq, text: `    done by ${deed.by}: ${deed.what}${shownChange(deed)}` })),
    ...run.claims.map(({ seq, stage, channel, text }) => ({ seq, text: `${stage} says (${channel}): ${text}` })),
    ...run.facts.map(({ seq, facts }) => ({ seq, text: `main reports ${JSON.stringify(facts)}` })),
    ...run.ledger.map(({ seq, entry }) => ({ seq, text: `main writes to the ledger: ${shownEntry(entry)}` })),
    ...(run.stopped ? [{ seq: run.stopped.seq, text: `    the run is ${run.stopped.reason}` }] : [])
  ]
  const ends = [
    { seq: main.seq, text: `main has ${main.how}` },
    ...(post ? [{ seq: post.seq, text: `post has ${post.how}` }] : [])
  ]
  return [
    shownSchedule(run.schedule),
    ...[...lines, ...ends].toSorted((a, b) => a.seq - b.seq).map(({ text }) => `  ${text}`),
    `claimed: ${main.failure?.reason ?? main.outcome?.reason ?? 'nothing'}, ${JSON.stringify(factsAt(run))}`,
    `true: ${shownLive(run.deeds.at(-1)?.after ?? run.start)}; versions ${shownVersions(run)}`
  ].join('\n')
}

/** Reads that were answered at once are not worth two lines. */
function shownCall({ seq, endSeq = seq, stage, method, nth, argument, end, answer }: Call): readonly Line[] {
  const name = `${method} ${nth}`
  const words = end === 'ok' ? '' : ` ${answer instanceof Error ? answer.message : ''}`
  if (method.startsWith('read')) return [{ seq: endSeq, text: `${stage} ${name}: ${end ?? 'under way'}${words}` }]
  return [
    { seq, text: `${stage} ${name}${argument === undefined ? '' : ` ${JSON.stringify(argument)}`}` },
    { seq: endSeq, text: `    ${name}: ${end ?? 'under way'}${words}` }
  ]
}

function shownChange(deed: Deed): string {
  if (!deed.after) return ' (the app is gone)'
  const changes = changedKeys(deed).map(
    (key) => `${key} ${deed.before?.[key] ?? 'unset'} -> ${deed.after?.[key] ?? 'unset'}`
  )
  return deed.before && changes.length > 0 ? ` (${changes.join(', ')})` : ''
}

function shownEntry(entry: OpenRun | 'closed'): string {
  if (entry === 'closed' || entry.phase === 'building') return entry === 'closed' ? entry : entry.phase
  const { app: _, fingerprint: __, phase, ...rest } = entry as OpenRun & { readonly fingerprint?: unknown }
  return `${phase} ${JSON.stringify(rest)}`
}

function shownLive(live: Live): string {
  return live
    ? Object.entries(live)
        .map(([key, value]) => `${key} ${value}`)
        .join(', ')
    : 'no app'
}

function shownVersions({ versions }: RunEvidence): string {
  return versions.map(({ number, content, by }) => `${number} (${content}, by ${by})`).join(', ')
}

function flags({ versions: _, ...rest }: Schedule['world']): string {
  const { hasHashes, ...others } = rest
  const set = Object.entries(others).flatMap(([name, isSet]) => (isSet ? [name] : []))
  return [...set, ...(hasHashes ? [] : ['no hashes'])].join(', ')
}

function shownFault({ stage, method, nth, times, how, ms, code }: Fault): string {
  const calls = times === 1 ? `${nth}` : `${nth} to ${nth + times - 1}`
  const late =
    ['lost', 'lost-done', 'late', 'taken-late', 'lost-taken', 'no-number', 'slow'].includes(how) && ms > 0
      ? ` ${ms} ms`
      : ''
  return `${stage} ${method} ${calls}: ${how}${how.startsWith('refused') ? ` ${code}` : ''}${late}`
}

function shownMoment({ stage, method, nth, where, plusMs }: Moment): string {
  return `when ${stage} ${method} ${nth} is ${where}${plusMs > 0 ? `, ${plusMs} ms later` : ''}`
}
