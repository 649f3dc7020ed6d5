import { checkPublishedCode, outcomeOf, untilActive } from './active.ts'
import { type Prepared, prepareApp } from './app.ts'
import { compileDraft, isCompiled } from './compile.ts'
import { fingerprint, shown } from './draft.ts'
import { testDraft } from './draft-test.ts'
import { needs } from './needs.ts'
import { mainUrl, type Outcome } from './outcome.ts'
import type { App, Plan } from './plan.ts'
import type { AppState, Draft, Package, Platform, TestRecord, Tools } from './ports.ts'
import { type Publication, publishOnce } from './publish.ts'
import { appId, type Run } from './run.ts'
import { SettingsUpdate } from './settings-update.ts'
import { stepper } from './step.ts'
import { count, enumerate, size } from './words.ts'

/** The deployment, top to bottom. Every step is one that the reader of the log sees. */
export async function deploy(plan: Plan, tools: Tools): Promise<Outcome> {
  const step = stepper(tools)
  const packing = startPacking(plan, tools)

  const connected = await step('Connect', () => connect(plan, tools), connectedLine)
  const run: Run = { plan, tools, ...connected }
  const prepared = await step(
    'Read app',
    () => prepareApp(run),
    (result) => preparedLine(run.app, result)
  )
  const code = await step('Package source', () => awaitPackage(packing, tools), packedLine)
  const saved = await step(
    'Save draft',
    () => saveDraft(run, code),
    (draft) => `Saved draft ${shown(fingerprint(draft))}`
  )
  const draft = isCompiled(run) ? await step('Compile draft', () => compileDraft(run, saved), compiledLine) : saved

  const settings = new SettingsUpdate(run, prepared.state)
  const published = await settings.orPutBack(async () => {
    if (plan.tests.cases.length > 0) await step('Test draft', () => testDraft(run, settings), testedLine)
    if (settings.isDue)
      await step(
        'Apply settings',
        () => settings.apply(),
        () => 'Settings applied and read back'
      )
    return await step('Publish version', () => publish(run, settings, draft), publishedLine)
  })
  const state = await step('Check active version', () => checkActive(run, published, draft), activeLine)
  if (!plan.rollback.onFailure && !plan.rollback.onCancel) tools.ledger.close()
  return outcomeOf(published, state, tools.log)
}

/** Packing needs no answer of the platform: it runs while the connection is made. Its failure is reported when awaited. */
function startPacking(plan: Plan, tools: Tools): Promise<Package> {
  const packing = tools.pack(plan.source)
  packing.catch(() => undefined)
  return packing
}

async function connect(plan: Plan, tools: Tools): Promise<{ readonly platform: Platform; readonly app: App }> {
  const platform = await tools.connect()
  platform.require(needs(plan))
  return {
    platform,
    app: { organization: await platform.organization(plan.target.organization), name: plan.target.name }
  }
}

async function awaitPackage(packing: Promise<Package>, { log }: Tools): Promise<Package> {
  const code = await packing
  for (const { path, bytes } of code.largest) log.info(`${size(bytes).padStart(9)}  ${path}`)
  for (const path of code.paths) log.debug(path)
  if (code.withheld.length > 0) {
    log.notice(`Left out, because they are likely to hold secrets: ${enumerate(code.withheld)}.`)
  }
  if (code.exposed.length > 0) {
    log.warning(
      `The archive holds files that are likely to hold secrets, and they are sent: ${enumerate(code.exposed)}.`
    )
  }
  return code
}

async function saveDraft({ app, plan, platform, tools }: Run, code: Package): Promise<Draft> {
  const { runtime, rustTarget, toolchain } = plan.source
  const saved = await platform.saveDraft(app, { kind: 'compile', runtime, rustTarget, toolchain, archive: code.bytes })
  tools.report({ codeHash: saved.codeHash, imageRef: saved.imageRef, deployId: saved.deployId })
  return saved
}

async function publish(run: Run, settings: SettingsUpdate, draft: Draft): Promise<Publication> {
  const published = await publishOnce(run, settings.changed, fingerprint(draft))
  run.tools.report({ publishedVersion: published.version, changed: true })
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

function preparedLine(app: App, { state, created }: Prepared): string {
  if (created) return `Created ${appId(app)}`
  return state.activeVersion > 0
    ? `Version ${state.activeVersion} of ${appId(app)} is active`
    : `${appId(app)} has no published version yet`
}

function packedLine(code: Package): string {
  return `Packed ${count(code.files, 'file')}, ${size(code.contentBytes)}, sha256 ${code.digest}`
}

function compiledLine({ status, deployId }: Draft): string {
  return `Compile ended with ${status}${deployId ? ` (${deployId})` : ''}`
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
