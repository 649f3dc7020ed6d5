import { expect } from '@jest/globals'
import type { JobStatus } from '../../../runner/inputs.ts'
import type { StageResult } from '../../../runner/stage.ts'
import {
  type ActionOptions,
  expectOwnCommands,
  messagesOf,
  startAction,
  type Workspace
} from '../../support/deploying.ts'

/** What happens in the job between main and post. */
export type JobEnd = {
  /** `job.status` when post runs; left out, what main made of it. */
  readonly status?: JobStatus
  /** Other steps, and other runs. */
  readonly meanwhile?: () => Promise<unknown>
}

/** Main, the rest of the job, and post. Post must not print a command that is not ours. */
export async function runJob(
  workspace: Workspace,
  options: ActionOptions,
  { status, meanwhile }: JobEnd
): Promise<{ readonly main: StageResult; readonly post: StageResult }> {
  await using step = startAction(workspace, options)
  const main = await step.main
  await meanwhile?.()
  if (status) step.job.status = status
  const post = await step.post()
  for (const stage of [main, post]) expectOwnCommands(stage)
  return { main, post }
}

/** Post did its work, and says in the log and in the summary what came of it. */
export function expectSaid(post: StageResult, says: string): void {
  expect({ exitCode: post.exitCode, log: post.log }).toEqual({ exitCode: 0, log: post.log })
  expect(messagesOf(post, 'warning')).toContain(says)
  expect(messagesOf(post, 'error')).toEqual([])
  expect(post.summary).toContain(`### ${says}\n`)
}

/** Post said nothing. */
export function expectQuiet(post: StageResult): void {
  expect(post).toMatchObject({ exitCode: 0, summary: undefined, annotations: [] })
  expect(post.raw.replace(/^::add-mask::.*\n/gm, '')).toBe('')
}
