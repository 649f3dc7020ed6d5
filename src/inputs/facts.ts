import type { Branch, PullRequest } from '../model/values/pull-request.ts'

/** What the runner says about this run, where it says it. */
export type RunFacts = {
  /** Tells one run and attempt from any other, so that foreign state is not acted on. */
  readonly run: string
  /** Tells this step of this run from any other. */
  readonly step: string
  /** The same in a form that an image tag may have. */
  readonly runTag: string
  readonly workspace: string
  /** Where temporary files go; never packed. */
  readonly temp: string | undefined
  /** The workflow's own repository, as `owner/name`. */
  readonly repository: string | undefined
  /** The same as a URL. */
  readonly repositoryUrl: string | undefined
  /** The page of this run and attempt. */
  readonly runUrl: string | undefined
  /** GitHub's API, which an Enterprise Server has elsewhere. */
  readonly apiUrl: string
  /**
   * The commit that the workflow runs for: on a pull request its head, not the merge that GitHub makes for the run. A run
   * by pull_request_target is for the base branch, with its secrets: the head may be anyone's code.
   */
  readonly commit: string | undefined
  /** Of a run by `workflow_run`: the commit that the other workflow ran for. */
  readonly builtCommit: string | undefined
  /** And of which branch. */
  readonly builtBranch: Branch | undefined
  /** The tag that the workflow runs for. Its name is anybody's text who may push one. */
  readonly tag: string | undefined
  /** The pull request that the event is about. */
  readonly pullRequest: PullRequest | undefined
  /** The number of the one that the run belongs to, also where the event says no more of it. */
  readonly pullRequestNumber: number | undefined
  /** Why GitHub gives this run none of the repository's secrets; undefined where it gives them, as far as is known. */
  readonly secretless: SecretlessCause | undefined
  /** GitHub gives a run that Dependabot starts the secrets that are stored for Dependabot, and no others. */
  readonly isDependabots: boolean
}

/** Whose pull request it is. */
export type SecretlessCause = 'fork' | 'dependabot'
