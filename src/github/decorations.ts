import type {
  CommentPlan,
  DeploymentPlan,
  GitHubAccess,
  GitHubNews,
  GitHubPlan,
  OpenOnGitHub
} from '../model/github.ts'
import type { Exchange } from '../model/ports/http-port.ts'
import type { Clock, Log } from '../model/ports/ports.ts'
import type { Budget } from './budget.ts'
import { Comments } from './comments.ts'
import { Deployments } from './deployments.ts'
import { type GitHubClient, openGitHub } from './github-client.ts'
import { pullRequestWith } from './pull-requests.ts'
import { type Kind, tellFailures } from './tell-failures.ts'

type DecorationOptions = {
  readonly plan: GitHubPlan
  readonly access: GitHubAccess
  readonly exchange: Exchange
  /** Not ended by the run's end. */
  readonly clock: Clock
  /** What all that the run says to GitHub may take together. */
  readonly budget: Budget
  readonly log: Log
  /** The action's own, for the user agent. */
  readonly version: string
  /** Tells this step of this run from any other. */
  readonly stamp: string
  /** What an earlier stage of the run left open. */
  readonly open: OpenOnGitHub | undefined
  /** Keeps for post what is open on GitHub. */
  readonly keep: (open: OpenOnGitHub) => void
  /** Takes ids as they become known. */
  readonly report: (ids: { readonly deploymentId?: number; readonly commentId?: number }) => void
  /** Aborted when there is no time to tell anything: post does. */
  readonly stop: AbortSignal
}

/**
 * What a run tells on GitHub beside its job: a deployment with its states, and its part of a comment. Nothing of it fails
 * the run; what does not work is one warning.
 */
export class Decorations {
  readonly #options: DecorationOptions
  readonly #github: GitHubClient
  readonly #deployments: Deployments
  readonly #failures = new Map<Kind, unknown>()
  #open: OpenOnGitHub
  #beginning: Promise<void> | undefined
  #isOfJob = false

  constructor(options: DecorationOptions) {
    this.#options = options
    this.#open = options.open ?? { isTold: false }
    this.#github = openGitHub(options)
    this.#deployments = new Deployments(this.#github)
  }

  /** Makes the deployment while the run goes on. */
  begin(): void {
    const { deployment } = this.#options.plan
    this.#keep({})
    if (deployment) this.#beginning = this.#try('deployment', () => this.#makeDeployment(deployment))
  }

  /** Tells how the run ended. */
  async end(news: GitHubNews): Promise<void> {
    const { plan, stop, log } = this.#options
    const { deployment, comment } = plan
    await this.#beginning
    const tells = [
      async () => deployment && (await this.#try('deployment', () => this.#endDeployment(deployment, news))),
      async () => comment && (await this.#try('comment', () => this.#comment(comment, news)))
    ]
    // A preview may have so many deployments to end that no time is left for anything else.
    for (const tell of news.isRemoved ? tells.toReversed() : tells) await tell()
    if (stop.aborted) return
    this.#keep({ isTold: true })
    if (this.#isOfJob) log.notice(OF_JOB)
    tellFailures(this.#failures, plan, log)
  }

  async #makeDeployment(plan: DeploymentPlan): Promise<void> {
    const { stamp, report } = this.#options
    const { checkRunId, logUrl } = plan
    this.#isOfJob = checkRunId !== undefined && (await this.#deployments.hasOfJob(checkRunId)) === true
    if (this.#isOfJob) return
    const description = 'Deploying'
    const deployment = await this.#deployments.create(plan, stamp, description)
    this.#keep({ deployment })
    report({ deploymentId: deployment })
    await this.#deployments.tell(deployment, { state: 'in_progress', description, logUrl })
  }

  /** A run that was killed while it made one did not come to know its id. */
  async #endDeployment(plan: DeploymentPlan, news: GitHubNews): Promise<void> {
    const { open, stamp } = this.#options
    const { state, description, isLive, isBack, isRemoved } = news
    if (isRemoved) return await this.#deployments.retireAll(plan, description)
    const id = this.#open.deployment ?? (open && (await this.#deployments.find(plan, stamp)))
    if (id === undefined) return
    // A run may be killed while it tells, and post knows no address.
    if (news.url !== undefined) this.#keep({ url: news.url })
    const url = state === 'success' ? this.#open.url : undefined
    await this.#deployments.tell(id, { state, description, logUrl: plan.logUrl, url })
    // What its beginning lacked is made good.
    this.#failures.delete('deployment')
    const { former } = this.#open
    if (isBack && former !== undefined) await this.#deployments.revive(former, description, plan.logUrl)
    if (state === 'success' || isLive) this.#keep({ former: await this.#deployments.retireFormer(plan, id) })
  }

  async #comment({ key, part, pullRequest, commit }: CommentPlan, news: GitHubNews): Promise<void> {
    const { log, report } = this.#options
    const number = pullRequest ?? (commit === undefined ? undefined : await pullRequestWith(this.#github, commit))
    if (number === undefined) return log.info('No comment: no pull request belongs to this run.')
    report({ commentId: await new Comments(this.#github).put({ pullRequest: number, key, id: part }, news.part) })
  }

  #keep(change: Partial<OpenOnGitHub>): void {
    this.#open = { ...this.#open, ...change }
    this.#options.keep(this.#open)
  }

  async #try(kind: Kind, work: () => Promise<void>): Promise<void> {
    try {
      this.#options.stop.throwIfAborted()
      await work()
    } catch (error) {
      if (!this.#options.stop.aborted) this.#failures.set(kind, error)
    }
  }
}

const OF_JOB =
  'The job’s own `environment:` has made a deployment on GitHub, so `github-deployment` makes no second one. To show the ' +
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is GitHub’s
  'app’s address there, write `url: ${{ steps.deploy.outputs.url }}` under `environment:`, with the id of this step.'
