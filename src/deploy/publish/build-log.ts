import { Backoff } from '../../model/backoff.ts'
import { PlatformError, why } from '../../model/errors.ts'
import type { Draft } from '../../model/platform-state.ts'
import type { RemoteText } from '../../model/ports/ports.ts'
import type { Run } from '../../model/ports/run.ts'
import { draftNotMade, hasFailed } from '../draft/compile.ts'
import type { ReadyDraft } from '../draft/finish-draft.ts'
import { follow } from '../log/follow.ts'

/** How soon the draft is read again for the id of a build that publishing starts. */
const PAUSES = { first: 250, most: 2_000 }

/**
 * Shows the log of what publishing builds, while it publishes: it is found by the draft's deploy id. The log's trouble is
 * no failure; the publish decides. Where it fails because the build did, the error is the build's.
 */
export async function withBuildLog<T>(run: Run, { isImage }: ReadyDraft, publishing: Promise<T>): Promise<T> {
  const over = new AbortController()
  const showing = showLog(run, over.signal)
  try {
    return await publishing
  } catch (error) {
    over.abort()
    throw await causeOf(error, { run, isImage, remote: await showing })
  } finally {
    over.abort()
    await showing
  }
}

/** What publishing built becomes known after it only, where the draft is still there to tell. */
export async function reportBuilt({ app, platform, tools }: Run, saved: Draft): Promise<void> {
  const draft = await platform.readDraft(app).catch(() => undefined)
  if (draft?.createdAtMs === saved.createdAtMs) tools.report({ imageRef: draft.imageRef, deployId: draft.deployId })
}

type FailedPublish = { readonly run: Run; readonly isImage: boolean; readonly remote: RemoteText }

async function causeOf(error: unknown, { run, isImage, remote }: FailedPublish): Promise<unknown> {
  if (!(error instanceof PlatformError) || error.ambiguous) return error
  const draft = await run.platform.readDraft(run.app).catch(() => undefined)
  return draft && hasFailed(draft) ? await draftNotMade({ draft, isImage }, remote) : error
}

/** Gives the log, which is empty where none was found. A build that was over before it was found is looked for once more. */
async function showLog({ app, platform, tools }: Run, over: AbortSignal): Promise<RemoteText> {
  const remote = tools.log.remote()
  try {
    for (const pause = new Backoff(PAUSES); ; ) {
      const isLast = over.aborted
      const deployId = (await platform.readDraft(app))?.deployId
      if (deployId) {
        const open = (stop: AbortSignal) => platform.compileLog(deployId, stop)
        await follow({ open, ended: async () => over.aborted, news: over }, remote, tools)
        return remote
      }
      if (isLast) return remote
      await tools.clock.sleep(pause.next(), over)
    }
  } catch (error) {
    tools.log.debug(`The log of the build is not shown: ${why(error)}`)
    return remote
  }
}
