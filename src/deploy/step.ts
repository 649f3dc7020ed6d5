import { DeployError } from './errors.ts'
import type { Tools } from './ports.ts'
import { duration } from './words.ts'

/** A named part of the deployment failed; the cause says how. */
export class StepError extends Error {
  readonly step: string

  constructor(step: string, cause: unknown) {
    super(`${step} failed`, { cause })
    this.name = 'StepError'
    this.step = step
  }
}

/** Runs one named part: one log group, one timing, one place to fail. `done` says in a sentence what came of it. */
export type Step = <T>(name: string, work: () => Promise<T>, done: (result: T) => string) => Promise<T>

export function stepper({ log, clock, stop, timeline }: Pick<Tools, 'log' | 'clock' | 'stop' | 'timeline'>): Step {
  return async (name, work, done) => {
    const started = clock.now()
    try {
      stop.throwIfAborted()
      const result = await log.group(name, work)
      const ms = clock.now() - started
      log.info(`${done(result)} (${duration(ms)})`)
      timeline({ name, line: done(result), ms, failed: false })
      return result
    } catch (cause) {
      const ms = clock.now() - started
      log.info(`${name} ${stop.aborted ? 'stopped' : 'failed'} (${duration(ms)})`)
      timeline({ name, line: 'failed', ms, failed: true })
      throw new StepError(name, stop.aborted && !(cause instanceof DeployError) ? stop.reason : cause)
    }
  }
}
