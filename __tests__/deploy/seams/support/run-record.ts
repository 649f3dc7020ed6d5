import { ExpectedError, rootCause } from '../../../../src/model/errors.ts'
import type { Ledger, OpenRun } from '../../../../src/model/open-run.ts'
import type { Facts } from '../../../../src/model/outcome.ts'
import type { Log, RemoteText } from '../../../../src/model/ports/ports.ts'
import type { Call, Claim, FactClaim, Failure } from './evidence-of-run.ts'
import type { ModelWorld } from './model-world.ts'
import type { StageProcess } from './stage-process.ts'

/** All that the stages of a run say, in the order in which they say it. */
export class RunRecord {
  readonly world: ModelWorld
  readonly calls: Call[] = []
  readonly claims: Claim[] = []
  readonly facts: FactClaim[] = []
  readonly ledger: { readonly seq: number; readonly entry: OpenRun | 'closed' }[] = []
  readonly afterEnd: string[] = []
  readonly errors = new WeakMap<Error, number>()

  constructor(world: ModelWorld) {
    this.world = world
  }

  say({ name, isDead, hasEnded }: StageProcess, channel: Claim['channel'], text: string): void {
    if (isDead) return
    if (hasEnded) return void this.afterEnd.push(`${name} says: ${text}`)
    const { world } = this
    this.claims.push({ seq: world.tick(), atMs: world.time.nowMs, stage: name, channel, text })
  }

  report({ isDead, hasEnded }: StageProcess, facts: Facts): void {
    if (isDead) return
    if (hasEnded) return void this.afterEnd.push(`main reports ${JSON.stringify(facts)}`)
    this.facts.push({ seq: this.world.tick(), facts })
  }

  /** Writes as the runner's state does: only what is plain data comes through. */
  ledgerOf(process: StageProcess, check: () => void): Ledger {
    const write = (entry: OpenRun | 'closed'): void => {
      if (process.isDead) return
      check()
      this.ledger.push({ seq: this.world.tick(), entry: JSON.parse(JSON.stringify(entry, withoutValues)) })
      if (process.hasEnded) this.afterEnd.push(`main writes the ledger: ${entry === 'closed' ? entry : entry.phase}`)
    }
    let open: OpenRun | undefined
    return {
      get open() {
        return open
      },
      write: (entry) => {
        open = entry
        write(entry)
      },
      close: () => {
        open = undefined
        write('closed')
      }
    }
  }

  /** Tells the end of a stage as the entries do: the red line, and the reason. */
  fail(process: StageProcess, error: unknown): Failure {
    const cause = rootCause(error)
    const isExpected = cause instanceof ExpectedError
    const message =
      cause instanceof Error ? `${cause.message}${isExpected ? ` ${cause.hint ?? ''}` : ''}` : String(cause)
    this.say(process, 'error', message.trim())
    return {
      reason: isExpected ? cause.reason : 'internal_error',
      message,
      isExpected,
      isFullDisk: cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC',
      call: cause instanceof Error ? this.#callOf(cause) : undefined
    }
  }

  #callOf(error: Error): number | undefined {
    return this.errors.get(error) ?? (error.cause instanceof Error ? this.errors.get(error.cause) : undefined)
  }
}

/** The environment's values are never saved. */
function withoutValues(key: string, value: unknown): unknown {
  return key === 'envValues' ? undefined : value
}

/** What the reader of the log would see. */
export function logOf(record: RunRecord, process: StageProcess): Log {
  return {
    group: (_title, work) => work(),
    info: (text) => record.say(process, 'info', text),
    notice: (text) => record.say(process, 'notice', text),
    warning: (text) => record.say(process, 'warning', text),
    debug: () => undefined,
    remote: (): RemoteText => ({ write: async () => undefined, end: async () => undefined, tail: () => [] })
  }
}
