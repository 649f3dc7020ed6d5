import { follow } from './follow.ts'
import type { Run } from './run.ts'

/** How often the draft is read for the id of a build that publishing starts. */
const LOOK_MS = 2_000

/**
 * Shows the log of what publishing builds, while it publishes: it is found by the draft's deploy id. The log's trouble is
 * no failure; the publish decides.
 */
export async function withBuildLog<T>(run: Run, publishing: Promise<T>): Promise<T> {
  const over = new AbortController()
  const showing = showLog(run, over.signal)
  try {
    return await publishing
  } finally {
    over.abort()
    await showing
  }
}

async function showLog({ app, platform, tools }: Run, over: AbortSignal): Promise<void> {
  try {
    while (!over.aborted) {
      const deployId = (await platform.readDraft(app))?.deployId
      if (deployId) {
        const open = (stop: AbortSignal) => platform.compileLog(deployId, stop)
        return await follow({ open, ended: async () => over.aborted, news: over }, tools.log.remote(), tools)
      }
      await tools.clock.sleep(LOOK_MS, over)
    }
  } catch (error) {
    tools.log.debug(`The log of the build is not shown: ${error instanceof Error ? error.message : String(error)}`)
  }
}
