import { DeployError, ExpectedError, PlatformError, Stopped, why } from '../../model/errors.ts'
import type { Build } from '../../model/platform-state.ts'
import type { Run } from '../../model/ports/run.ts'
import type { BuildRequest } from '../../model/requests.ts'
import { isLost, lookAfter } from '../deed.ts'
import { concurrency, WAIT_FOR_EACH_OTHER } from '../draft/draft.ts'
import { poll } from '../poll.ts'

/** How long a build whose id was lost is looked for among the builds. */
const ADOPT_MS = 15_000
const PAUSES = { first: 500, most: 4_000 }

/** A build that was started; an adopted one is taken for ours until it names its images. */
type StartedBuild = { readonly id: string; readonly isAdopted: boolean }

/** CreateBuild is sent once. Without an answer that names the build, it is adopted where exactly one of our name is new. */
export async function startBuild(run: Run, request: BuildRequest): Promise<StartedBuild> {
  const { platform, tools } = run
  const before = new Set((await platform.readBuilds()).map((build) => build.id))
  tools.stop.throwIfAborted()
  try {
    return { id: await platform.createBuild(request), isAdopted: false }
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    const id = await begunAnyway(run, request.name, { before, error })
    if (id !== undefined) return { id, isAdopted: true }
    throw isLost(error) ? notAdopted(request.name, []) : error
  }
}

type Answered = { readonly before: ReadonlySet<string>; readonly error: PlatformError }

/** Any status may come after the effect. A refusal stays what it is where one look does not show one build of our name. */
async function begunAnyway(run: Run, name: string, { before, error }: Answered): Promise<string | undefined> {
  const ms = isLost(error) ? ADOPT_MS : lookAfter(error)
  if (ms > 0) run.tools.log.warning(`${why(error)}. It is not known whether the build began: reading the builds.`)
  try {
    return await adopt(run, name, { before, ms })
  } catch (trouble) {
    if (ms > 0 || !(trouble instanceof ExpectedError) || trouble instanceof Stopped) throw trouble
    return undefined
  }
}

type Adoption = { readonly before: ReadonlySet<string>; readonly ms: number }

async function adopt({ platform, tools }: Run, name: string, { before, ms }: Adoption): Promise<string | undefined> {
  const look = async () => {
    const added = (await platform.readBuilds()).filter((build) => build.name === name && !before.has(build.id))
    return added.length > 0 ? added : undefined
  }
  const [only, ...others] = (await poll(look, { clock: tools.clock, pauses: PAUSES, ms })) ?? []
  if (!only) return undefined
  if (others.length > 0) throw notAdopted(name, [only, ...others])
  tools.log.notice(`The build ${only.id} began after our call and is taken for this run’s.`)
  return only.id
}

function notAdopted(name: string, candidates: readonly Build[]): DeployError {
  const list = candidates.map(({ id, status }) => `${id} (${status})`).join(', ')
  return new DeployError(
    'build_failed',
    candidates.length === 0
      ? `The answer to starting the build of ${name} was lost, and no build of that name appeared.`
      : `The answer to starting the build of ${name} was lost, and several builds of that name began: ${list}.`,
    { hint: 'Nothing was published. Run the job again.' }
  )
}

/**
 * To be asked of an adopted build that has succeeded: the one build that was new may be another run's of the same app. A
 * build names its images only when it has succeeded, and a digest alone would not tell whose it is.
 */
export function checkOwn({ app }: Run, { id, imageRefs }: Build, tag: string): void {
  if (imageRefs.some((each) => each.endsWith(`:${tag}`))) return
  throw new DeployError(
    'build_failed',
    `The answer to starting the build was lost, and the build ${id}, which began after our call, is not this run’s: ` +
      `it has no image with the tag ${tag}, but ${imageRefs.join(', ') || 'none at all'}.`,
    {
      hint: `Nothing was published. Another run builds the same app. ${WAIT_FOR_EACH_OTHER}`,
      snippet: concurrency(app)
    }
  )
}
