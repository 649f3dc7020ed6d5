import type { DeploymentPlan, DeploymentState } from '../model/github.ts'
import { isRecord } from '../model/values/json.ts'
import type { GitHubClient } from './github-client.ts'
import { GitHubError, unreadable } from './github-error.ts'
import { makeOnce } from './make-once.ts'

/** A state of a deployment, and what is told with it. */
type StateChange = {
  readonly state: DeploymentState
  /** In one line. */
  readonly description: string
  readonly logUrl: string
  /** Where the app is called; undefined where it cannot be. */
  readonly url?: string | undefined
}

/** What GitHub takes of a description. */
const MOST_CHARACTERS = 140

/** So many deployments beside ours are looked at for the one that it takes the place of: others may have failed. */
const LOOKED_AT = 29

/** GitHub's record of deployments. Every method throws GitHubError. */
export class Deployments {
  readonly #github: GitHubClient

  constructor(github: GitHubClient) {
    this.#github = github
  }

  /**
   * Makes one and gives its id. Without the first two options GitHub would merge the default branch into the ref, or wait
   * for the very job that deploys.
   */
  async create(plan: DeploymentPlan, stamp: string, description: string): Promise<number> {
    const { rest, repository } = this.#github
    const { ref, environment, task, isTransient, isProduction } = plan
    const request = {
      ...repository,
      ref,
      auto_merge: false,
      required_contexts: [],
      task,
      environment,
      transient_environment: isTransient,
      production_environment: isProduction,
      description: shortened(description),
      payload: { run: stamp }
    }
    return await makeOnce(
      this.#github,
      async () => {
        const { status, data } = await rest.repos.createDeployment(request)
        if (status === 202) throw merged()
        if (typeof data.id !== 'number') throw unreadable()
        return data.id
      },
      () => this.find(plan, stamp)
    )
  }

  /** The one that was made with that stamp; undefined where there is none. */
  async find({ environment, task }: DeploymentPlan, stamp: string): Promise<number | undefined> {
    const { rest, repository } = this.#github
    const { data } = await rest.repos.listDeployments({ ...repository, environment, task })
    return data.find(({ payload }) => isRecord(payload) && payload['run'] === stamp)?.id
  }

  /** Others in the same environment are left as they are: they may be other apps'. */
  async tell(id: number, { state, description, logUrl, url }: StateChange): Promise<void> {
    const { rest, repository } = this.#github
    const told = shortened(description)
    const status = {
      ...repository,
      deployment_id: id,
      state,
      description: told,
      log_url: logUrl,
      auto_inactive: false,
      ...(url !== undefined && { environment_url: url })
    }
    await makeOnce(
      this.#github,
      async () => void (await rest.repos.createDeploymentStatus(status)),
      async () => {
        const [newest] = await this.#statuses(id)
        return newest?.state === state && newest.description === told ? true : undefined
      }
    )
  }

  /**
   * The app's deployments that are shown as active beside ours, of which the end was just told and which is live, are so no
   * more: of two runs at once, the one that was made first may end last. Gives the newest; undefined where there is none.
   */
  async retireFormer(plan: DeploymentPlan, id: number): Promise<number | undefined> {
    const [ours] = await this.#statuses(id)
    // Another run has taken its place by now.
    if (ours?.state === 'inactive') return undefined
    let former: number | undefined
    for (const other of await this.#idsBeside(plan, id)) {
      const [newest, ...others] = await this.#statuses(other)
      // What took its place has ended those before it. One that was cancelled has taken no place.
      if (newest?.state === 'inactive' && others.some(({ state }) => state === 'success')) break
      if (newest?.state !== 'success' || !isEarlier([other, newest], [id, ours])) continue
      await this.tell(other, { state: 'inactive', description: 'Another version took its place', logUrl: plan.logUrl })
      former ??= other
    }
    return former
  }

  /** After a rollback: what it told when it was active is told again. */
  async revive(id: number, description: string, logUrl: string): Promise<void> {
    const good = (await this.#statuses(id)).find(({ state }) => state === 'success')
    await this.tell(id, { state: 'success', description, logUrl, url: good?.environment_url || undefined })
  }

  /** All of the plan's app in its environment, as when a preview is removed. */
  async retireAll(plan: Pick<DeploymentPlan, 'environment' | 'task' | 'logUrl'>, description: string): Promise<void> {
    const { rest, paginate, repository } = this.#github
    const { environment, task, logUrl } = plan
    for (const { id } of await paginate(rest.repos.listDeployments, {
      ...repository,
      environment,
      task,
      per_page: 100
    })) {
      const [newest] = await this.#statuses(id)
      if (newest?.state !== 'inactive') await this.tell(id, { state: 'inactive', description, logUrl })
    }
  }

  /** Whether the job's own `environment:` has made one; undefined where that cannot be seen. */
  async hasOfJob(checkRunId: string): Promise<boolean | undefined> {
    const { rest, repository } = this.#github
    try {
      const { data } = await rest.checks.get({ ...repository, check_run_id: Number(checkRunId) })
      return isRecord(data.deployment)
    } catch (error) {
      if (error instanceof GitHubError) return undefined
      throw error
    }
  }

  /** Newest first. */
  async #idsBeside({ environment, task }: DeploymentPlan, id: number): Promise<readonly number[]> {
    const { rest, repository } = this.#github
    const { data } = await rest.repos.listDeployments({ ...repository, environment, task, per_page: LOOKED_AT + 1 })
    return data.map((each) => each.id).filter((each) => each !== id)
  }

  /** Newest first. */
  async #statuses(id: number) {
    const { rest, repository } = this.#github
    return (await rest.repos.listDeploymentStatuses({ ...repository, deployment_id: id })).data
  }
}

type Told = readonly [deployment: number, status: { readonly created_at: string } | undefined]

/** By when it was told, and within a second by which was made first. */
function isEarlier([id, status]: Told, [ourId, ourStatus]: Told): boolean {
  const before = Date.parse(status?.created_at ?? '') - Date.parse(ourStatus?.created_at ?? '')
  return id < ourId ? !(before > 0) : before < 0
}

function merged(): GitHubError {
  const message = 'GitHub merged the default branch into the ref instead of making a deployment'
  return new GitHubError(message, { trouble: 'refused', code: 202 })
}

/** By code points: half of a pair would be refused. */
function shortened(text: string): string {
  const points = [...text]
  return points.length <= MOST_CHARACTERS ? text : `${points.slice(0, MOST_CHARACTERS - 1).join('')}…`
}
