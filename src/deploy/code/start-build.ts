import { DeployError, PlatformError } from '../../model/errors.ts'
import type { Build } from '../../model/platform-state.ts'
import type { BuildRequest } from '../../model/requests.ts'
import type { Run } from '../../model/run.ts'
import { concurrency, WAIT_FOR_EACH_OTHER } from '../draft/draft.ts'
import { poll } from '../poll.ts'

/** How long a build whose id was lost is looked for among the builds. */
const ADOPT_MS = 15_000
const PAUSES = { first: 500, most: 4_000 }

/** A build that was started; an adopted one is taken for ours until it names its images. */
type StartedBuild = { readonly id: string; readonly isAdopted: boolean }

/** CreateBuild is sent once. When its answer is lost, the build is adopted where exactly one of our name is new. */
export async function startBuild(run: Run, request: BuildRequest): Promise<StartedBuild> {
  const { platform, tools } = run
  const before = new Set((await platform.readBuilds()).map((build) => build.id))
  tools.stop.throwIfAborted()
  try {
    return { id: await platform.createBuild(request), isAdopted: false }
  } catch (error) {
    if (!(error instanceof PlatformError && error.ambiguous)) throw error
    tools.log.warning(`${error.message}. It is not known whether the build began: reading the builds.`)
    return { id: await adopt(run, request.name, before), isAdopted: true }
  }
}

async function adopt({ platform, tools }: Run, name: string, before: ReadonlySet<string>): Promise<string> {
  let added: readonly Build[] = []
  const look = async () => {
    added = (await platform.readBuilds()).filter((build) => build.name === name && !before.has(build.id))
    return added.length > 0 ? added : undefined
  }
  await poll(look, { clock: tools.clock, pauses: PAUSES, ms: ADOPT_MS })
  const [only, ...others] = added
  if (!only || others.length > 0) throw notAdopted(name, added)
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
