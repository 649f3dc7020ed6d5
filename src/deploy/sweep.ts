import { clause, rootCause, Stopped } from '../model/errors.ts'
import type { App } from '../model/plan.ts'
import type { ListedApp } from '../model/platform-state.ts'
import type { ListingPlatform } from '../model/ports/platform-port.ts'
import type { Step, Tools } from '../model/ports/ports.ts'
import type { SweptPreview } from '../model/swept-preview.ts'
import { count } from '../model/values/words.ts'
import { pullRequestIn } from './settings/maker-mark.ts'
import { findApp } from './start/find-app.ts'
import { removeOwn } from './start/remove-app.ts'
import { stepper } from './step.ts'

type SweepPlan = {
  /** Undefined is the token's own. */
  readonly organization: string | undefined
  /** `owner/name`: previews of others are not looked at. */
  readonly repository: string
  /** Nothing is removed. */
  readonly isDryRun: boolean
}

type SweepTools = Pick<Tools, 'log' | 'clock' | 'stop' | 'timeline' | 'report'> & {
  readonly connect: () => Promise<ListingPlatform>
  /** Whether a pull request of the repository is closed. Throws where that cannot be told. */
  readonly isClosed: (number: number) => Promise<boolean>
}

type Preview = Pick<SweptPreview, 'app' | 'pullRequest'> & { readonly madeBy: string }

type Sweep = {
  readonly plan: SweepPlan
  readonly tools: SweepTools
  readonly platform: ListingPlatform
  readonly step: Step
}

/** Finds previews whose pull request is closed, and removes them. What cannot be known is left as it is. */
export async function sweep(plan: SweepPlan, tools: SweepTools): Promise<readonly SweptPreview[]> {
  const step = stepper(tools)
  const platform = await step(
    'Connect',
    () => connected(tools),
    ({ described }) => `Connected, by ${described}`
  )
  const run: Sweep = { plan, tools, platform, step }
  const found = await step(
    'Find previews',
    () => findPreviews(run),
    (previews) => `Found ${count(previews.length, 'preview')}`
  )
  const asked = await step('Ask GitHub', () => askAll(run, found), askedLine)
  const swept: SweptPreview[] = []
  for (const preview of asked) swept.push(await removeOrphan(run, preview))
  return swept
}

async function connected({ connect }: SweepTools): Promise<ListingPlatform> {
  const platform = await connect()
  platform.require(['list-apps', 'delete-app', { setting: 'description' }])
  return platform
}

/** By their description alone; where lists show none, it is read of each app. */
async function findPreviews({ plan, platform }: Sweep): Promise<readonly Preview[]> {
  const organization = await platform.organization(plan.organization)
  const previews: Preview[] = []
  for (const listed of await platform.listApps(organization)) {
    const app = { organization, name: listed.name }
    const pullRequest = pullRequestIn(await descriptionOf(platform, app, listed), plan.repository)
    if (pullRequest !== undefined) previews.push({ app, pullRequest, madeBy: `${plan.repository}#${pullRequest}` })
  }
  return previews
}

async function descriptionOf(platform: ListingPlatform, app: App, listed: ListedApp): Promise<string | undefined> {
  return listed.description ?? (await platform.readApp(app))?.settings.description
}

type Fate = Pick<SweptPreview, 'fate' | 'why'>
type AskedPreview = Preview & Fate

/** One after the other, as GitHub asks, and once for each pull request. */
async function askAll({ tools }: Sweep, previews: readonly Preview[]): Promise<readonly AskedPreview[]> {
  const answers = new Map<number, Fate>()
  const asked: AskedPreview[] = []
  for (const preview of previews) {
    const answer = answers.get(preview.pullRequest) ?? (await ask(tools, preview.pullRequest))
    answers.set(preview.pullRequest, answer)
    asked.push({ ...preview, ...answer })
  }
  return asked
}

async function ask({ isClosed, stop }: SweepTools, number: number): Promise<Fate> {
  try {
    return { fate: (await isClosed(number)) ? 'orphan' : 'open', why: '' }
  } catch (error) {
    stop.throwIfAborted()
    return { fate: 'unknown', why: clause(error) }
  }
}

function askedLine(asked: readonly AskedPreview[]): string {
  const orphans = asked.filter(({ fate }) => fate === 'orphan').length
  return `${count(orphans, 'preview')} of a pull request that is closed`
}

/** One that cannot be removed does not keep the others. */
async function removeOrphan(run: Sweep, preview: AskedPreview): Promise<SweptPreview> {
  const { app, pullRequest, madeBy, fate, why } = preview
  const { plan, tools, platform, step } = run
  if (fate !== 'orphan' || plan.isDryRun) return { app, pullRequest, fate, why }
  try {
    const removal = { app, plan: { mode: 'delete', target: app, madeBy }, platform, tools, step } as const
    await removeOwn(removal, await findApp(removal))
    return { app, pullRequest, fate: 'removed', why }
  } catch (error) {
    if (rootCause(error) instanceof Stopped) throw error
    return { app, pullRequest, fate: 'failed', why: clause(rootCause(error)) }
  }
}
