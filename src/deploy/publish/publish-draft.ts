import type { PublishingPlan } from '../../model/plan.ts'
import type { Run } from '../../model/ports/run.ts'
import { LOOK_MS } from '../deed.ts'
import { fingerprint } from '../draft/draft.ts'
import type { ReadyDraft } from '../draft/finish-draft.ts'
import type { SettingsUpdate } from '../settings/change-settings.ts'
import type { PreparedApp } from '../start/app.ts'
import type { Publication } from './attempt.ts'
import { reportBuilt, withBuildLog } from './build-log.ts'
import { publishOnce } from './publish.ts'

type Prospect = {
  readonly app: Pick<PreparedApp, 'highestVersion'>
  readonly ready: ReadyDraft
  readonly settings: SettingsUpdate
}

/** Makes the draft a version. Where it is built only now, with the log of that in view. */
export function publishDraft(run: Run<PublishingPlan>, { app, ready, settings }: Prospect): Promise<Publication> {
  const { draft, isMade } = ready
  const publish = async (): Promise<Publication> => {
    const settleMs = isMade ? LOOK_MS : run.tools.msLeft()
    const publishing = publishOnce(run, settings.changed, {
      fingerprint: fingerprint(draft),
      settleMs,
      builds: !isMade,
      highestAtStart: app.highestVersion
    })
    if (isMade) return await publishing
    const published = await withBuildLog(run, ready, publishing)
    await reportBuilt(run, draft)
    return published
  }
  return run.step('Publish version', publish, publishedLine)
}

function publishedLine({ version, origin }: Publication): string {
  if (origin === 'adopted') return `Version ${version} holds this draft`
  const how = { answered: '', found: ', found after its answer was lost', unnamed: ', found among the versions' }
  return `Published version ${version}${how[origin]}`
}
