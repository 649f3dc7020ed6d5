/** Where GitHub's API is, and whose token asks. */
export type GitHubAccess = {
  /** `https://api.github.com`, or an Enterprise Server's `https://HOST/api/v3`. */
  readonly apiUrl: string
  readonly token: string
  /** `owner/name`, as GitHub spells it. */
  readonly repository: string
}

/** What a run tells on GitHub, beside its job. */
export type GitHubPlan = {
  readonly comment: CommentPlan | undefined
  readonly deployment: DeploymentPlan | undefined
  /** GitHub gives the run of a fork's pull request a token that only reads, whatever `permissions:` says. */
  readonly isForks: boolean
}

/** One comment on a pull request, in which this app has a part. */
export type CommentPlan = {
  /** Parts of one key stand in one comment. */
  readonly key: string
  /** Tells this app's part from the others of the comment, in every run. */
  readonly part: string
  /** Undefined: the pull request that the commit belongs to is looked for. */
  readonly pullRequest: number | undefined
  readonly commit: string | undefined
}

/** What GitHub calls a deployment: the record of one, with its states. */
export type DeploymentPlan = {
  /** A commit, so that nothing else is deployed by this name tomorrow. */
  readonly ref: string
  readonly environment: string
  /** Tells the deployments of one app from those of others in the same environment. */
  readonly task: string
  /** The environment will be gone one day, as that of a preview. */
  readonly isTransient: boolean
  readonly isProduction: boolean
  /** Of the job, where the runner tells it: by that GitHub says whether the job's `environment:` has made a deployment. */
  readonly checkRunId: string | undefined
  /** Where the log is. */
  readonly logUrl: string
}

/** As GitHub names them. */
export type DeploymentState = 'in_progress' | 'success' | 'failure' | 'error' | 'inactive'

/** What is begun on GitHub, and to be ended there whatever becomes of the run. */
export type OpenOnGitHub = {
  /** The deployment that was made. */
  readonly deployment?: number
  /** The deployment of the app that this one has taken the place of. */
  readonly former?: number | undefined
  /** Where the app is called, once the run has ended well. */
  readonly url?: string
  /** How the run ended is told there by now; a rollback would have to be told anew. */
  readonly isTold: boolean
}

/** One app's part of a comment. All texts are inert Markdown. */
export type CommentPart = {
  /** In one line. */
  readonly title: string
  /** Its row, by column, where the comment holds several apps. */
  readonly cells: Readonly<Record<string, string>>
  readonly body: string
  /** It is unfolded among several. */
  readonly isOpen: boolean
}

/** What is told on GitHub of a run that has ended. */
export type GitHubNews = {
  readonly state: Exclude<DeploymentState, 'in_progress'>
  /** In one line, without secrets. */
  readonly description: string
  /** Where the app is called; undefined where it cannot be. */
  readonly url: string | undefined
  /** The run's version is live although the run failed: what was live before is so no more. */
  readonly isLive?: true
  /** After a rollback: what was live before is live again. */
  readonly isBack?: true
  /** The app is no more, and all its deployments end. */
  readonly isRemoved?: true
  readonly part: CommentPart
}
