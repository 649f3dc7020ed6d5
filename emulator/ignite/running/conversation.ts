import { type Job, type Outcome, overdue } from './worker.ts'

/** Jobs that are sent to a process as lines of JSON, and the outcomes that are waited for. */
export type Conversation = {
  run(job: Job): Promise<Outcome>
  /** The process has answered the job with this execution id. */
  settle(id: string, outcome: Outcome): void
  /** The process has ended. */
  settleAll(outcome: Outcome): void
}

/** `send` takes a line with its end; `giveUp` ends a process that does not answer in time. */
export function createConversation(send: (line: string) => void, giveUp: () => void): Conversation {
  const pending = new Map<string, (outcome: Outcome) => void>()
  return {
    run: async ({ ctx, payload, timeoutMs }) => {
      const { promise, resolve } = Promise.withResolvers<Outcome>()
      pending.set(ctx.execution_id, resolve)
      const timer = setTimeout(() => {
        resolve(overdue(timeoutMs))
        giveUp()
      }, timeoutMs)
      const request = { id: ctx.execution_id, ctx, payload: Buffer.from(payload).toString('base64') }
      send(`${JSON.stringify(request)}\n`)
      const outcome = await promise
      clearTimeout(timer)
      pending.delete(ctx.execution_id)
      return outcome
    },
    settle: (id, outcome) => pending.get(id)?.(outcome),
    settleAll: (outcome) => {
      for (const settle of pending.values()) settle(outcome)
    }
  }
}
