import { ExpectedError, StepError } from '../model/errors.ts'
import type { Step, Tools } from '../model/ports/ports.ts'
import { inTime, withShortDigests } from '../model/values/words.ts'

export function stepper({ log, clock, stop, timeline }: Pick<Tools, 'log' | 'clock' | 'stop' | 'timeline'>): Step {
  return async (name, work, done) => {
    const started = clock.now()
    try {
      stop.throwIfAborted()
      const result = await log.group(name, work)
      const ms = clock.now() - started
      const line = withShortDigests(done(result))
      log.info(line + inTime(ms))
      timeline({ name, line, ms, failed: false })
      return result
    } catch (cause) {
      const ms = clock.now() - started
      log.info(`${name} ${stop.aborted ? 'stopped' : 'failed'}${inTime(ms)}`)
      timeline({ name, line: 'failed', ms, failed: true })
      throw new StepError(name, stop.aborted && !(cause instanceof ExpectedError) ? stop.reason : cause)
    }
  }
}
