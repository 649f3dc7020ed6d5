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
  /**
   * The commit that the workflow runs for: on a pull request its head, not the merge that GitHub makes for the run. A run
   * by pull_request_target is for the base branch, with its secrets: the head may be anyone's code.
   */
  readonly commit: string | undefined
  /** Why GitHub gives this run none of the repository's secrets; undefined where it gives them, as far as is known. */
  readonly secretless: SecretlessCause | undefined
  /** GitHub gives a run that Dependabot starts the secrets that are stored for Dependabot, and no others. */
  readonly isDependabots: boolean
}

/** Whose pull request it is. */
export type SecretlessCause = 'fork' | 'dependabot'
