import { ExpectedError, rootCause } from '../model/errors.ts'
import { mainUrl, type Outcome } from '../model/outcome.ts'
import { type App, mayRollBack, type Plan } from '../model/plan.ts'
import type { Platform } from '../model/platform-port.ts'
import type { AppState, Draft } from '../model/platform-state.ts'
import type { Step, TestRecord, Tools } from '../model/ports.ts'
import { type DraftCode, isImage, isMadeByDraft } from '../model/requests.ts'
import { appId, type Run } from '../model/run.ts'
import { count, duration } from '../model/words.ts'
import { checkRegistrySecret } from './code/prebuilt-image.ts'
import { startPreparing } from './code/prepare-code.ts'
import { compileDraft, type ReadyDraft } from './draft/compile.ts'
import { fingerprint, shownDraft } from './draft/draft.ts'
import { testDraft } from './draft/test-draft.ts'
import { checkPublishedCode, outcomeOf, untilActive } from './publish/active.ts'
import { reportBuilt, withBuildLog } from './publish/build-log.ts'
import { type Publication, publishOnce, SETTLE_MS } from './publish/publish.ts'
import { SettingsUpdate } from './settings/settings-update.ts'
import { type PreparedApp, prepareApp } from './start/app.ts'
import { needs } from './start/needs.ts'
import { stepper } from './step.ts'

/** The deployment, top to bottom. Every step is one that the reader of the log sees. */
export async function deploy(plan: Plan, tools: Tools): Promise<Outcome> {
  const step = stepper(tools)
  const prepareCode = startPreparing({ plan, tools })

  const connected = await step('Connect', () => connect(plan, tools), connectedLine)
  const run: Run = { plan, tools, ...connected }
  await checkRegistrySecret(run, step)
  const prepared = await step(
    'Read app',
    () => prepareApp(run),
    (result) => preparedLine(run.app, result)
  )
  const code = await prepareCode({ run, step, previousVersion: prepared.state.activeVersion })
  const saved = await step(
    'Save draft',
    () => saveDraft(run, code),
    (draft) => `Saved draft ${shownDraft(fingerprint(draft))}`
  )
  const { published, draft } = await orTellOfDraft(run, saved, () => makeLive({ run, step, prepared, code }, saved))
  const state = await step('Check active version', () => checkActive(run, published, draft), activeLine)
  if (!mayRollBack(plan.rollback)) tools.ledger.close()
  return outcomeOf(published, state, tools.log)
}

type Prospect = { readonly run: Run; readonly step: Step; readonly prepared: PreparedApp; readonly code: DraftCode }
type Live = { readonly published: Publication; readonly draft: Draft }

/** What happens to a draft that was saved. */
async function makeLive({ run, step, prepared, code }: Prospect, saved: Draft): Promise<Live> {
  const ready = isMadeByDraft(code)
    ? await step(
        isImage(code) ? 'Build draft' : 'Compile draft',
        () => compileDraft(run, saved, code),
        (made) => madeLine(made, code)
      )
    : { draft: saved, isMade: true }

  const settings = new SettingsUpdate(run, prepared.state)
  const published = await settings.orPutBack(async () => {
    if (run.plan.tests.cases.length > 0) await step('Test draft', () => testDraft(run, settings), testedLine)
    if (settings.isDue)
      await step(
        'Apply settings',
        () => settings.apply(),
        () => 'Settings applied and read back'
      )
    return await step(
      'Publish version',
      () => publish({ run, code, settings, highestAtStart: prepared.highestVersion }, ready),
      publishedLine
    )
  })
  return { published, draft: ready.draft }
}

/** A run that fails has changed the draft slot all the same, which the next `publish` by anyone would make live. */
async function orTellOfDraft<T>({ app, tools }: Run, saved: Draft, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const cause = rootCause(error)
    if (!(cause instanceof ExpectedError && cause.reason === 'draft_conflict')) {
      tools.log.notice(`This run changed the draft of ${appId(app)} to ${shownDraft(fingerprint(saved))}.`)
    }
    throw error
  }
}

async function connect(plan: Plan, tools: Tools): Promise<{ readonly platform: Platform; readonly app: App }> {
  const platform = await tools.connect()
  platform.require(needs(plan))
  warnOfExpiry(plan, platform, tools)
  return {
    platform,
    app: { organization: await platform.organization(plan.target.organization), name: plan.target.name }
  }
}

/** A rollback is made when the job has ended, and needs to be let in then. */
function warnOfExpiry({ rollback }: Plan, platform: Platform, { log, msLeft }: Tools): void {
  const accessMs = platform.accessLeftMs()
  if (!mayRollBack(rollback) || accessMs === undefined || accessMs >= msLeft()) return
  log.warning(
    `The token expires in ${duration(accessMs)}, and this run may take ${duration(msLeft())}: after that, nothing can be ` +
      'rolled back. Use a service account, whose tokens are renewed, or a token that lives longer.'
  )
}

async function saveDraft({ app, plan, platform, tools }: Run, code: DraftCode): Promise<Draft> {
  const saved = await platform.saveDraft(app, code, plan.description)
  tools.report({ codeHash: saved.codeHash, imageRef: saved.imageRef, deployId: saved.deployId })
  return saved
}

type Publishing = {
  readonly run: Run
  readonly code: DraftCode
  readonly settings: SettingsUpdate
  readonly highestAtStart: number
}

async function publish({ run, code, settings, highestAtStart }: Publishing, ready: ReadyDraft): Promise<Publication> {
  const { draft, isMade } = ready
  const settleMs = isMade ? SETTLE_MS : run.tools.msLeft()
  const saved = { fingerprint: fingerprint(draft), settleMs, builds: !isMade, highestAtStart }
  const publishing = publishOnce(run, settings.changed, saved)
  const published = isMade ? await publishing : await withBuildLog(run, code, publishing)
  run.tools.report({ publishedVersion: published.version, changed: true })
  if (!isMade) await reportBuilt(run, draft)
  return published
}

async function checkActive(run: Run, published: Publication, draft: Draft): Promise<AppState> {
  const [state] = await Promise.all([
    untilActive(run, published),
    checkPublishedCode(run, published, fingerprint(draft))
  ])
  run.tools.report({ activeVersion: state.activeVersion, publicUrls: state.publicUrls })
  return state
}

function connectedLine({ platform, app }: { readonly platform: Platform; readonly app: App }): string {
  return `Connected as ${app.organization} by ${platform.described}`
}

function preparedLine(app: App, { state, created }: PreparedApp): string {
  if (created) return `Created ${appId(app)}`
  return state.activeVersion > 0
    ? `Version ${state.activeVersion} of ${appId(app)} is active`
    : `${appId(app)} has no published version yet`
}

function madeLine({ draft: { status, deployId, imageRef }, isMade }: ReadyDraft, code: DraftCode): string {
  if (!isMade) return `Nothing to ${isImage(code) ? 'build' : 'compile'} yet`
  const made = isImage(code) ? `Built ${imageRef || 'the image'}, the draft is` : 'Compile ended with'
  return `${made} ${status}${deployId ? ` (${deployId})` : ''}`
}

function testedLine(records: readonly TestRecord[]): string {
  return `${count(records.length, 'test')} passed`
}

function publishedLine({ version, recovered }: Publication): string {
  return `Published version ${version}${recovered ? ', found after its answer was lost' : ''}`
}

function activeLine({ activeVersion, publicUrls }: AppState): string {
  const url = mainUrl(publicUrls)
  return `Version ${activeVersion} is active${url ? ` at ${url}` : ''}`
}
