import type { DeploymentPlan, DeploymentState } from '../model/github.ts'
import { isRecord } from '../model/values/json.ts'
import { type GitHubApi, unreadable } from './github-api.ts'
import { GitHubError } from './github-error.ts'
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

type Status = { readonly state: unknown; readonly description: unknown; readonly environmentUrl: unknown }

/** What GitHub takes of a description. */
const MOST_CHARACTERS = 140

/** So many deployments before ours are looked at for the one that it takes the place of: others may have failed. */
const LOOKED_AT = 4

/** GitHub's record of deployments. Every method throws GitHubError. */
export class Deployments {
  readonly #api: GitHubApi

  constructor(api: GitHubApi) {
    this.#api = api
  }

  /**
   * Makes one and gives its id. Without the first two options GitHub would merge the default branch into the ref, or wait
   * for the very job that deploys.
   */
  async create(plan: DeploymentPlan, stamp: string, description: string): Promise<number> {
    const { ref, environment, task, isTransient, isProduction } = plan
    const request = {
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
      this.#api,
      async () => {
        const { code, json } = await this.#api.create('/deployments', request)
        if (code === 202) throw merged(code)
        return idIn(json)
      },
      () => this.find(plan, stamp)
    )
  }

  /** The one that was made with that stamp; undefined where there is none. */
  async find({ environment, task }: DeploymentPlan, stamp: string): Promise<number | undefined> {
    const listed = await this.#api.get('/deployments', { environment, task })
    if (!Array.isArray(listed)) throw unreadable()
    const found = listed.filter(isRecord).find(({ payload }) => isRecord(payload) && payload['run'] === stamp)
    return found && idIn(found)
  }

  /** Others in the same environment are left as they are: they may be other apps'. */
  async tell(id: number, { state, description, logUrl, url }: StateChange): Promise<void> {
    const told = shortened(description)
    const status = {
      state,
      description: told,
      log_url: logUrl,
      auto_inactive: false,
      ...(url !== undefined && { environment_url: url })
    }
    await makeOnce(
      this.#api,
      async () => void (await this.#api.create(`/deployments/${id}/statuses`, status)),
      async () => {
        const [newest] = await this.#statuses(id)
        return newest?.state === state && newest.description === told ? true : undefined
      }
    )
  }

  /** The app's deployment that is shown as active beside ours is so no more. Gives its id; undefined where there is none. */
  async retireFormer(plan: DeploymentPlan, id: number): Promise<number | undefined> {
    for (const former of await this.#idsBefore(plan, id)) {
      const [newest] = await this.#statuses(former)
      if (newest?.state === 'inactive') return undefined
      if (newest?.state !== 'success') continue
      await this.tell(former, { state: 'inactive', description: 'Another version took its place', logUrl: plan.logUrl })
      return former
    }
    return undefined
  }

  /** After a rollback: what it told when it was active is told again. */
  async revive(id: number, description: string, logUrl: string): Promise<void> {
    const good = (await this.#statuses(id)).find(({ state }) => state === 'success')
    const url = typeof good?.environmentUrl === 'string' && good.environmentUrl !== '' ? good.environmentUrl : undefined
    await this.tell(id, { state: 'success', description, logUrl, url })
  }

  /** All of the plan's app in its environment, as when a preview is removed. */
  async retireAll(plan: Pick<DeploymentPlan, 'environment' | 'task' | 'logUrl'>, description: string): Promise<void> {
    const { environment, task, logUrl } = plan
    for (const id of await this.#ids({ environment, task })) {
      const [newest] = await this.#statuses(id)
      if (newest?.state !== 'inactive') await this.tell(id, { state: 'inactive', description, logUrl })
    }
  }

  /** Whether the job's own `environment:` has made one; undefined where that cannot be seen. */
  async hasOfJob(checkRunId: string): Promise<boolean | undefined> {
    try {
      const check = await this.#api.get(`/check-runs/${encodeURIComponent(checkRunId)}`)
      return isRecord(check) && isRecord(check['deployment'])
    } catch (error) {
      if (error instanceof GitHubError) return undefined
      throw error
    }
  }

  async #idsBefore({ environment, task }: DeploymentPlan, id: number): Promise<readonly number[]> {
    const listed = await this.#api.get('/deployments', { environment, task, per_page: String(LOOKED_AT + 1) })
    if (!Array.isArray(listed)) throw unreadable()
    return listed.map(idIn).filter((each) => each < id)
  }

  async #ids(query: Readonly<Record<string, string>>): Promise<readonly number[]> {
    return (await this.#api.list('/deployments', query)).map(idIn)
  }

  /** Newest first. */
  async #statuses(id: number): Promise<readonly Status[]> {
    const listed = await this.#api.get(`/deployments/${id}/statuses`)
    if (!Array.isArray(listed)) throw unreadable()
    return listed.filter(isRecord).map((status) => ({
      state: status['state'],
      description: status['description'],
      environmentUrl: status['environment_url']
    }))
  }
}

function idIn(json: unknown): number {
  if (!isRecord(json) || typeof json['id'] !== 'number') throw unreadable()
  return json['id']
}

function merged(code: number): GitHubError {
  const message = 'GitHub merged the default branch into the ref instead of making a deployment'
  return new GitHubError(message, { trouble: 'refused', code })
}

/** By code points: half of a pair would be refused. */
function shortened(text: string): string {
  const points = [...text]
  return points.length <= MOST_CHARACTERS ? text : `${points.slice(0, MOST_CHARACTERS - 1).join('')}…`
}
