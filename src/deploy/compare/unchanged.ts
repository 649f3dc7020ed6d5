import { DeployError } from '../../model/errors.ts'
import type { Outcome } from '../../model/outcome.ts'
import type { DeployPlan } from '../../model/plan.ts'
import type { AppState, Draft, Version } from '../../model/platform-state.ts'
import { appId, type Run } from '../../model/ports/run.ts'
import { type DraftCode, isImage } from '../../model/requests.ts'
import { parseImageReference } from '../../model/values/image-reference.ts'
import { enumerate } from '../../model/values/words.ts'
import { all } from '../all.ts'
import { fingerprint, sameFingerprint } from '../draft/draft.ts'
import { changesLine } from './changes-line.ts'
import { runtimeChanges } from './runtime-changes.ts'
import { settingChanges } from './setting-changes.ts'

type ComparedDraft = {
  readonly draft: Draft
  readonly code: DraftCode
  /** What was compared already; nothing is compared again where that is the same draft. */
  readonly before?: Draft
}

type LiveApp = {
  readonly state: AppState
  /** Why the draft is not what is live, or may not be; none where it is. */
  readonly reasons: readonly string[]
}

/**
 * How the run ends where `skip-if-unchanged` is set and the draft and the settings are what is live already. Undefined
 * where they are not, and where that cannot be known: then the draft is published.
 */
export async function unchanged(run: Run<DeployPlan>, compared: ComparedDraft): Promise<Outcome | undefined> {
  const { draft, before } = compared
  if (!run.plan.skipIfUnchanged) return undefined
  if (before && sameFingerprint(fingerprint(before), fingerprint(draft))) return undefined
  const { state, reasons } = await run.step('Compare draft', () => lookAtLive(run, compared), comparedLine)
  if (reasons.length > 0) return undefined
  run.tools.report({ activeVersion: state.activeVersion, publicUrls: state.publicUrls })
  return { status: 'unchanged', reason: 'unchanged' }
}

function comparedLine({ state, reasons }: LiveApp): string {
  const { activeVersion } = state
  if (reasons.length === 0) return `Unchanged: version ${activeVersion} has this code and these settings`
  return activeVersion === 0 ? 'No version is active yet' : `Not as version ${activeVersion}: ${reasons.join('; ')}`
}

/** Read anew: what was active when the run began may not be by now. */
async function lookAtLive(run: Run<DeployPlan>, { draft, code }: ComparedDraft): Promise<LiveApp> {
  const { app, platform, plan } = run
  const [state, versions] = await all([platform.readApp(app), platform.readVersions(app)])
  if (!state) throw new DeployError('app_missing', `The app ${appId(app)} is gone. Nothing was published.`)
  const active = versions.find(({ number }) => number === state.activeVersion)
  if (!active) return { state, reasons: ['the platform does not list it'] }
  const other = isImage(code) ? otherImage(draft, code, active) : otherCode(draft, active)
  const changes = [...runtimeChanges(plan, active), ...settingChanges(plan, state.settings)]
  const unknown = changes.filter(({ kind }) => kind === 'unknown').map(({ name }) => name)
  const changed = changesLine(changes)
  return {
    state,
    reasons: [
      ...(other === undefined ? [] : [other]),
      ...(changed === '' ? [] : [`this run changes ${changed}`]),
      ...(unknown.length === 0 ? [] : [`the platform does not show ${enumerate(unknown)}`])
    ]
  }
}

const NO_HASH = 'the platform gives no hash of the code, so it may be other code'

function otherCode(draft: Draft, active: Version): string | undefined {
  if (draft.codeHash === '' || active.codeHash === '') return NO_HASH
  return draft.codeHash === active.codeHash ? undefined : 'other code'
}

/** Only a digest means the same image as before: a tag may be moved, and a build begins with images that may be. */
function otherImage(draft: Draft, code: DraftCode, active: Version): string | undefined {
  const reference = code.kind === 'prebuilt' ? code.imageRef : draft.imageRef
  if (parseImageReference(reference)?.digest === undefined)
    return 'an image without a digest may be another one each time'
  if (active.imageRef !== undefined) return active.imageRef === reference ? undefined : 'another image'
  return otherCode(draft, active)
}
