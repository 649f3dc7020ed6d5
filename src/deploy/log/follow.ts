import { ExpectedError, why } from '../../model/errors.ts'
import type { RemoteText, Tools } from '../../model/ports.ts'
import { ReplayedLog } from './replayed-log.ts'

/** Remote work with a log: the log is for people, the state decides. */
export type FollowedWork = {
  readonly open: (stop: AbortSignal) => AsyncIterable<Uint8Array>
  /** Reads the state once. True when the work has ended, well or badly. */
  readonly ended: (logEnded: boolean) => Promise<boolean>
  /** Aborted when the state is worth a look before its time. */
  readonly news?: AbortSignal
}

/** How often the state is read while the log streams: it also notices a dead connection. */
const POLL_MS = 12_000
/** The platform may close the log before it reports the end. */
const AFTER_LOG_MS = [0, 250, 500, 1000, 2000] as const
/** What the log may still say when the state has already ended. */
const DRAIN_MS = 5_000
/** Between a log that broke and the next attachment: doubled each time, and short again after one that held. */
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 10_000
const HELD_MS = 30_000

/** How often a log that breaks is asked for before it counts as one that has ended. */
const MOST_BREAKS = 3
/** How often the rest of a log is asked for that broke when the work had ended. */
const LAST_TRIES = 3

/** Shows the log as it is made until the work has ended. A log that breaks is attached again; its trouble is no failure. */
export async function follow(followed: FollowedWork, remote: RemoteText, tools: Pick<Tools, 'clock' | 'log' | 'stop'>) {
  const { clock } = tools
  const log = new ReplayedLog(remote, tools.log)
  let pause = FIRST_PAUSE_MS
  for (let breaks = 0; ; ) {
    const since = clock.now()
    const attached = attach(followed, log, tools)
    if (await endsWhile(attached.over, followed, tools)) {
      await drain(attached, tools)
      break
    }
    if (attached.hasBroken()) breaks++
    if (attached.hasBroken() ? await followed.ended(breaks > MOST_BREAKS) : await endsSoon(followed, tools)) {
      if (attached.hasBroken()) await readRest(followed, log, tools)
      break
    }
    if (clock.now() - since >= HELD_MS) pause = FIRST_PAUSE_MS
    await clock.sleep(pause)
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
  }
  await log.close()
}

/** A log that broke may have more to say, although the work has ended meanwhile. */
async function readRest(
  followed: FollowedWork,
  log: ReplayedLog,
  tools: Pick<Tools, 'clock' | 'log' | 'stop'>
): Promise<void> {
  for (let left = LAST_TRIES; left > 0; left--) {
    const attached = attach(followed, log, tools)
    await drain(attached, tools)
    if (!attached.hasBroken()) return
  }
}

/** What the log still says is waited for, but not for ever. */
async function drain(attached: LogAttachment, { clock }: Pick<Tools, 'clock'>): Promise<void> {
  await clock.sleep(DRAIN_MS, attached.over)
  attached.leave()
  await attached.done
}

type LogAttachment = {
  /** Aborted when the log has ended or broken. */
  readonly over: AbortSignal
  readonly done: Promise<void>
  /** True where it did not come to its own end. */
  hasBroken(): boolean
  leave(): void
}

function attach(
  { open }: FollowedWork,
  log: ReplayedLog,
  { log: say, stop }: Pick<Tools, 'log' | 'stop'>
): LogAttachment {
  const leaving = new AbortController()
  const over = new AbortController()
  let isWhole = false
  const read = async (): Promise<void> => {
    try {
      log.attach()
      for await (const chunk of open(AbortSignal.any([leaving.signal, stop]))) await log.take(chunk)
      isWhole = true
    } catch (error) {
      if (!leaving.signal.aborted && !stop.aborted) tellTrouble(error, log, say)
    } finally {
      over.abort()
    }
  }
  return { over: over.signal, done: read(), hasBroken: () => !isWhole, leave: () => leaving.abort() }
}

/** The log's trouble is no failure, whosever it is: the state decides. */
function tellTrouble(error: unknown, log: ReplayedLog, say: Tools['log']): void {
  if (error instanceof ExpectedError) {
    say.debug(error.message)
    log.broke(error.message)
  } else say.warning(`The log is not shown further: ${why(error)}`)
}

/** True when the state has ended before the log did. */
async function endsWhile(
  over: AbortSignal,
  { ended, news }: FollowedWork,
  { clock, stop }: Pick<Tools, 'clock' | 'stop'>
) {
  while (!over.aborted) {
    await clock.sleep(POLL_MS, news && !news.aborted ? AbortSignal.any([over, news]) : over)
    stop.throwIfAborted()
    if (!over.aborted && (await ended(false))) return true
  }
  stop.throwIfAborted()
  return false
}

async function endsSoon({ ended }: FollowedWork, { clock }: Pick<Tools, 'clock'>): Promise<boolean> {
  for (const ms of AFTER_LOG_MS) {
    await clock.sleep(ms)
    if (await ended(true)) return true
  }
  return false
}
