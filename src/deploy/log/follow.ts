import { Backoff } from '../../model/backoff.ts'
import type { RemoteText, Tools } from '../../model/ports/ports.ts'
import { LogAttachment, type OpenLog } from './log-attachment.ts'
import { ReplayedLog } from './replayed-log.ts'

/** Remote work with a log: the log is for people, the state decides. */
export type FollowedWork = {
  readonly open: OpenLog
  /** Reads the state once. True when the work has ended, well or badly. */
  readonly ended: (logEnded: boolean) => Promise<boolean>
  /** Aborted when the state is worth a look before its time. */
  readonly news?: AbortSignal
}

/** How often the state is read while the log streams: it also notices a dead connection. */
const POLL_MS = 15_000
/** The platform may close the log before it reports the end. */
const AFTER_LOG_MS = [0, 250, 500, 1000, 2000] as const
/** What the log may still say when the state has already ended. */
const DRAIN_MS = 5_000
/** Between a log that broke and the next attachment; short again after one that held. */
const PAUSES = { first: 500, most: 10_000 }
const HELD_MS = 30_000

/** How often a log that breaks is asked for before it counts as one that has ended. */
const MOST_BREAKS = 3
/** How often the rest of a log is asked for that broke when the work had ended. */
const LAST_TRIES = 3

type FollowTools = Pick<Tools, 'clock' | 'log' | 'stop'>

/** Shows the log as it is made until the work has ended. A log that breaks is attached again; its trouble is no failure. */
export async function follow(work: FollowedWork, remote: RemoteText, tools: FollowTools): Promise<void> {
  const log = new ReplayedLog(remote, tools.log)
  const pause = new Backoff(PAUSES)
  for (let breaks = 0; ; ) {
    const since = tools.clock.now()
    await using attached = new LogAttachment(work.open, log, tools)
    if (await endsWhile(attached.over, work, tools)) {
      await drain(attached, tools)
      break
    }
    if (attached.hasBroken) breaks++
    const end = attached.hasBroken ? await endAfterBreak(work, breaks) : await endAfterLog(work, tools)
    if (end === 'later') await readRest(work, log, tools)
    if (end !== 'not yet') break
    if (tools.clock.now() - since >= HELD_MS) pause.reset()
    await tools.clock.sleep(pause.next())
  }
  await log.close()
}

/** How the work stands when its log is over. `later`: it went on, so that the log may have more to say than was told. */
type WorkEnd = 'not yet' | 'with its log' | 'later'

async function endAfterBreak({ ended }: FollowedWork, breaks: number): Promise<WorkEnd> {
  return (await ended(breaks > MOST_BREAKS)) ? 'later' : 'not yet'
}

async function endAfterLog({ ended }: FollowedWork, { clock }: FollowTools): Promise<WorkEnd> {
  for (const [look, ms] of AFTER_LOG_MS.entries()) {
    await clock.sleep(ms)
    if (await ended(true)) return look === 0 ? 'with its log' : 'later'
  }
  return 'not yet'
}

/** What a log that is over before its work may have more to say is asked for once the work has ended. */
async function readRest({ open }: FollowedWork, log: ReplayedLog, tools: FollowTools): Promise<void> {
  for (let left = LAST_TRIES; left > 0; left--) {
    await using attached = new LogAttachment(open, log, tools)
    await drain(attached, tools)
    if (!attached.hasBroken) return
  }
}

/** What the log still says is waited for, but not for ever. */
async function drain({ over }: LogAttachment, { clock }: FollowTools): Promise<void> {
  await clock.sleep(DRAIN_MS, over)
}

/** True when the state has ended before the log did. */
async function endsWhile(over: AbortSignal, { ended, news }: FollowedWork, { clock, stop }: FollowTools) {
  while (!over.aborted) {
    await clock.sleep(POLL_MS, news && !news.aborted ? AbortSignal.any([over, news]) : over)
    stop.throwIfAborted()
    if (!over.aborted && (await ended(false))) return true
  }
  stop.throwIfAborted()
  return false
}
