import { checkPublishedCode, outcomeOf, untilActive } from './active.ts'
import { type Prepared, prepareApp } from './app.ts'
import { fingerprint, shown } from './draft.ts'
import { mainUrl, type Outcome } from './outcome.ts'
import type { App, Plan, SettingsChange } from './plan.ts'
import type { AppState, Draft, Need, Package, Platform, Tools } from './ports.ts'
import { type Publication, publishOnce } from './publish.ts'
import { appId, type Run } from './run.ts'
import { applySettings } from './settings-update.ts'
import { stepper } from './step.ts'
import { count, size } from './words.ts'

/** The deployment, top to bottom. Every step is one that the reader of the log sees. */
export async function deploy(plan: Plan, tools: Tools): Promise<Outcome> {
  const step = stepper(tools)
  const packing = startPacking(plan, tools)

  const connected = await step('Connect', () => connect(plan, tools), connectedLine)
  const run: Run = { plan, tools, step, ...connected }
  const prepared = await step('Read app', () => prepareApp(run), (result) => preparedLine(run.app, result))
  const code = await step('Package source', () => packing, packedLine)
  const draft = await step('Save draft', () => saveDraft(run, code), (saved) => `Saved draft ${shown(fingerprint(saved))}`)
  const putBack = await applySettings(run, prepared.state)
  const published = await step('Publish version', () => publish(run, { prepared, draft, putBack }), publishedLine)
  const state = await step('Check active version', () => checkActive(run, published, draft), activeLine)
  tools.ledger.close()
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
  return { platform, app: { organization: await platform.organization(plan.target.organization), name: plan.target.name } }
}

/** All that the plan will ask of the server, so that a server that lacks it is found out before the first write. */
function needs({ createApp, settings }: Plan): readonly Need[] {
  const changed = (Object.keys(settings) as (keyof SettingsChange)[]).map((setting) => ({ setting }))
  return ['save-code', 'publish', ...(createApp ? (['create-app'] as const) : []), ...changed]
}

async function saveDraft({ app, plan, platform, tools }: Run, code: Package): Promise<Draft> {
  const saved = await platform.saveDraft(app, { kind: 'compile', runtime: plan.source.runtime, archive: code.bytes })
  tools.report({ codeHash: saved.codeHash, imageRef: saved.imageRef, deployId: saved.deployId })
  return saved
}

type Ready = { readonly prepared: Prepared; readonly draft: Draft; readonly putBack: () => Promise<void> }

async function publish({ app, platform, tools }: Run, { prepared, draft, putBack }: Ready): Promise<Publication> {
  try {
    const published = await publishOnce(
      { app, platform, previousVersion: prepared.state.activeVersion, draft: fingerprint(draft) },
      tools
    )
    tools.report({ publishedVersion: published.version, changed: true })
    return published
  } catch (error) {
    await putBack()
    throw error
  }
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

function publishedLine({ version, recovered }: Publication): string {
  return `Published version ${version}${recovered ? ', found after its answer was lost' : ''}`
}

function activeLine({ activeVersion, publicUrls }: AppState): string {
  const url = mainUrl(publicUrls)
  return `Version ${activeVersion} is active${url ? ` at ${url}` : ''}`
}
