/** What the fake GitHub holds of one repository. */
export type StoredComment = {
  readonly id: number
  readonly issue: number
  readonly login: string
  readonly createdAt: Date
  updatedAt: Date
  body: string
}

export type StoredStatus = {
  readonly id: number
  readonly state: string
  readonly description: string
  readonly logUrl: string
  readonly environmentUrl: string
  readonly createdAt: Date
}

export type StoredDeployment = {
  readonly id: number
  readonly ref: string
  readonly task: string
  readonly environment: string
  readonly isTransient: boolean
  readonly isProduction: boolean
  readonly description: string
  readonly payload: unknown
  readonly createdAt: Date
  /** Oldest first. */
  readonly statuses: StoredStatus[]
}

export type StoredPullRequest = {
  readonly number: number
  readonly headSha: string
  readonly headRef: string
  /** `owner/name` of the head's repository; undefined where it was deleted. */
  readonly headRepository: string | undefined
  readonly title: string
  readonly state: 'open' | 'closed'
  readonly isMerged: boolean
  readonly isLocked: boolean
  /** Commits that belong to it. */
  readonly commits: readonly string[]
}

export type StoredCheckRun = {
  readonly id: number
  /** The id of the deployment that the job's `environment:` made. */
  readonly deployment: number | undefined
}

/** A run of a workflow, on a commit. */
export type StoredRun = {
  readonly id: number
  /** The name of the workflow's file. */
  readonly workflow: string
  readonly sha: string
  readonly branch: string
  readonly event: string
  /** Null while it runs. */
  readonly conclusion: string | null
}

/** A job that has ended, of the first attempt at a run. */
export type StoredJob = {
  readonly id: number
  readonly run: number
  readonly name: string
  readonly conclusion: 'success' | 'failure'
  readonly log: string
}

export type StoredAsset = {
  readonly id: number
  readonly name: string
  readonly contentType: string
  readonly bytes: Buffer
}

export type StoredRelease = {
  readonly id: number
  readonly tag: string
  readonly title: string
  readonly body: string
  readonly createdAt: Date
  readonly assets: StoredAsset[]
  isDraft: boolean
}

/** All that the fake remembers. Ids are of one sequence, as on GitHub older ones are lower. */
export class GitHubStore {
  readonly comments = new Map<number, StoredComment>()
  readonly deployments = new Map<number, StoredDeployment>()
  readonly pullRequests = new Map<number, StoredPullRequest>()
  readonly checkRuns = new Map<number, StoredCheckRun>()
  readonly runs: StoredRun[] = []
  readonly jobs: StoredJob[] = []
  readonly releases = new Map<number, StoredRelease>()
  /** By the whole name, `refs/tags/v1`. */
  readonly refs = new Map<string, string>()
  #lastId = 1_000_000

  nextId(): number {
    this.#lastId += 1
    return this.#lastId
  }

  /** In the order in which they were written. */
  commentsOn(issue: number): readonly StoredComment[] {
    return [...this.comments.values()].filter((comment) => comment.issue === issue).sort((a, b) => a.id - b.id)
  }

  /** An open one of this repository's own branch, where nothing else is said. */
  openPullRequest(number: number, given: Partial<StoredPullRequest> = {}): StoredPullRequest {
    const pull: StoredPullRequest = {
      number,
      headSha: '1'.repeat(40),
      headRef: `topic-${number}`,
      headRepository: 'octo-org/octo-app',
      title: `Pull request ${number}`,
      state: 'open',
      isMerged: false,
      isLocked: false,
      commits: [],
      ...given
    }
    this.pullRequests.set(number, pull)
    return pull
  }

  addComment(issue: number, login: string, body: string): StoredComment {
    const now = new Date()
    const comment = { id: this.nextId(), issue, login, body, createdAt: now, updatedAt: now }
    this.comments.set(comment.id, comment)
    return comment
  }

  addDeployment(deployment: Omit<StoredDeployment, 'id' | 'createdAt' | 'statuses'>): StoredDeployment {
    const added = { ...deployment, id: this.nextId(), createdAt: new Date(), statuses: [] }
    this.deployments.set(added.id, added)
    return added
  }

  addRun(run: Omit<StoredRun, 'id'>): void {
    this.runs.push({ ...run, id: this.nextId() })
  }

  addJob(job: Omit<StoredJob, 'id'>): void {
    this.jobs.push({ ...job, id: this.nextId() })
  }

  addRelease(release: Omit<StoredRelease, 'id' | 'createdAt' | 'assets'>): StoredRelease {
    const added = { ...release, id: this.nextId(), createdAt: new Date(), assets: [] }
    this.releases.set(added.id, added)
    return added
  }

  /** A success ends the others of its environment that are neither transient nor of production, unless that is not wanted. */
  addStatus(
    deployment: StoredDeployment,
    status: Omit<StoredStatus, 'id' | 'createdAt'>,
    autoInactive: boolean
  ): StoredStatus {
    const added = { ...status, id: this.nextId(), createdAt: new Date() }
    deployment.statuses.push(added)
    if (autoInactive && status.state === 'success') {
      for (const other of this.deployments.values()) {
        const isMeant = other.environment === deployment.environment && other.id < deployment.id
        if (!isMeant || other.isTransient || other.isProduction || other.statuses.at(-1)?.state !== 'success') continue
        this.addStatus(other, { ...status, state: 'inactive', environmentUrl: '' }, false)
      }
    }
    return added
  }
}
