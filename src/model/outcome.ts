export type ReasonCode =
  | 'ok'
  | 'recovered'
  | 'superseded'
  | 'unchanged'
  | 'planned'
  | 'no_credentials'
  | 'bad_input'
  | 'source_error'
  | 'auth_failed'
  | 'permission_denied'
  | 'app_missing'
  | 'draft_conflict'
  | 'compile_failed'
  | 'build_failed'
  | 'test_failed'
  | 'publish_failed'
  | 'publish_unknown'
  | 'verify_failed'
  | 'settings_failed'
  | 'rolled_back'
  | 'rollback_refused'
  | 'cancelled'
  | 'timed_out'
  | 'platform_unavailable'
  | 'unsupported_server'
  | 'internal_error'

type Status = 'published' | 'drafted' | 'unchanged' | 'planned' | 'rolled_back' | 'removed' | 'skipped' | 'failed'

/** What is known about a run so far. Every key but the last three is one output. */
export type Facts = {
  readonly publishedVersion?: number
  readonly publicUrls?: readonly PublicUrl[]
  /** Undefined where there was none; `unknown` from an answered publish on, until the versions show it. */
  readonly previousVersion?: number | 'unknown' | undefined
  /** `unknown` from a call on that changes it, until it is read; `none` where it is read that no version is active. */
  readonly activeVersion?: number | 'none' | 'unknown'
  /** Whether what is live was changed; `unknown` while a call that changes it has no answer. */
  readonly changed?: boolean | 'unknown'
  readonly appId?: string
  readonly codeHash?: string
  readonly imageRef?: string
  readonly deployId?: string
  readonly buildId?: string
  readonly testStatus?: 'passed' | 'failed'
  readonly testExecutionIds?: readonly string[]
  /** Of the deployment on GitHub, where one was made. */
  readonly deploymentId?: number
  /** Of the comment on the pull request, where there is one. */
  readonly commentId?: number
  /** Hex sha256 of what was packed. */
  readonly sourceDigest?: string
  /** The app's draft slot was filled by this run. */
  readonly isDraftSaved?: boolean
  /** What came of calling the version that is live, in a few words; left out where nothing called it. */
  readonly answer?: string
}

/** What tells a version's code from any other. */
export function codeFacts(version: { readonly codeHash: string; readonly imageRef?: string } | undefined): Facts {
  const { codeHash = '', imageRef } = version ?? {}
  return { codeHash, ...(imageRef !== undefined && { imageRef }) }
}

export type PublicUrl = {
  readonly url: string
  /** Undefined where the platform does not say which port a URL belongs to. */
  readonly port: number | undefined
}

/** How a run ended. */
export type Outcome = { readonly status: Status; readonly reason: ReasonCode }

/** The URL that people mean by "the app's URL": port 80's, else the first. */
export function mainUrl(urls: readonly PublicUrl[]): string | undefined {
  return (urls.find((each) => each.port === 80) ?? urls[0])?.url
}
