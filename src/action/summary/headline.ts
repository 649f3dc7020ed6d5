import type { Comparison } from '../../model/comparison.ts'
import { type Facts, mainUrl, type Outcome, type ReasonCode } from '../../model/outcome.ts'
import type { Mode } from '../../model/plan.ts'
import type { TestRecord } from '../../model/ports/ports.ts'
import { duration } from '../../model/values/words.ts'
import type { Failure } from '../failure.ts'
import { code, markdownLink, paragraph, prose, unbroken } from '../markdown.ts'
import { liveNow, wouldChange } from '../words/outcome-notice.ts'
import { type CommitPlace, commitLink } from './commit-links.ts'

/** What the first lines of a summary tell. The texts are redacted and clean already. */
export type SummaryHead = {
  readonly app: string
  /** Undefined where the run ended before it was read. */
  readonly mode: Mode | undefined
  /** Where it was deployed, as it is shown to people; undefined where that is not known. */
  readonly endpoint: string | undefined
  readonly outcome: Outcome
  readonly facts: Facts
  /** Undefined where nothing was compared. */
  readonly comparison: Comparison | undefined
  readonly failure: Failure | undefined
  readonly tests: readonly TestRecord[]
  readonly commit: CommitPlace
  /** The tag that was deployed. */
  readonly tag: string | undefined
  readonly ms: number
}

/** What is wrong, in a few words. A run that does not fail needs none. */
const FAILED: Readonly<Partial<Record<ReasonCode, string>>> = {
  source_error: 'its source cannot be deployed',
  auth_failed: 'the credentials are refused',
  permission_denied: 'the credentials lack a right',
  app_missing: 'there is no such app',
  draft_conflict: 'another run deploys the same app',
  compile_failed: 'the code does not compile',
  build_failed: 'the image cannot be built',
  test_failed: 'the draft does not pass its test',
  publish_failed: 'the platform did not publish it',
  publish_unknown: 'it is not known whether it was published',
  verify_failed: 'the new version does not come up',
  settings_failed: 'its settings were not applied',
  rollback_refused: 'it was not rolled back',
  cancelled: 'the run was stopped',
  timed_out: 'the run took too long',
  platform_unavailable: 'the platform does not answer',
  unsupported_server: 'the platform lacks what this run needs'
}

/** What stands below the headline: all that somebody wants to know who has ten seconds. */
export function belowHeadline(head: SummaryHead): readonly string[] {
  const { failure, facts, mode } = head
  const stays = failure === undefined || saysNothingSent(failure) ? '' : `**${paragraph(whatIsLive(facts, mode))}**`
  return [stays, keyFacts(head)]
}

/** In one line, inert. */
export function headline(head: SummaryHead): string {
  const { sign, words } = resultOf(head)
  const isPlan = head.failure === undefined && head.outcome.status === 'planned'
  return prose(`${sign} ${head.app}${isPlan ? ', ' : ': '}${words}`)
}

type Result = { readonly sign: string; readonly words: string }

/** How it ended, in a few words. */
export function resultOf({ outcome, facts, failure, comparison, mode }: SummaryHead): Result {
  const { publishedVersion, activeVersion } = facts
  if (failure) return { sign: '❌', words: whatFailed(failure) }
  switch (outcome.status) {
    case 'published':
      return outcome.reason === 'superseded'
        ? {
            sign: '⚠️',
            words: `version ${activeVersion}, by another run, is live instead of version ${publishedVersion}`
          }
        : { sign: '✅', words: `version ${publishedVersion} is live` }
    case 'drafted':
      return { sign: '📝', words: 'a draft is saved, nothing is published' }
    case 'rolled_back':
      return { sign: '↩️', words: `rolled back, version ${activeVersion} is live` }
    case 'removed':
      return { sign: '🗑️', words: 'deleted' }
    case 'planned':
      return { sign: '🔍', words: `dry run: ${wouldChange(facts.changed, comparison)}` }
    case 'unchanged':
      if (mode === 'delete') return { sign: '🗑️', words: 'does not exist, nothing is deleted' }
      return outcome.reason === 'unchanged'
        ? { sign: '✅', words: `unchanged, ${liveNow(facts, 'stays')}` }
        : { sign: 'ℹ️', words: liveNow(facts, 'is') }
    default:
      return { sign: '⏭️', words: 'not deployed' }
  }
}

function whatFailed({ headline, reason, title }: Failure): string {
  return headline ?? FAILED[reason] ?? withSmallStart(title)
}

/** Then nothing can have been changed. */
function saysNothingSent(failure: Failure): boolean {
  return whatFailed(failure).endsWith('nothing was sent')
}

function withSmallStart(title: string): string {
  return title.slice(0, 1).toLowerCase() + title.slice(1)
}

/** After this step: what a later one, or post, makes of it is told by that one. */
function whatIsLive(facts: Facts, mode: Mode | undefined): string {
  if (mode === 'rollback' || mode === 'delete') return whatTheCallLeft(facts)
  const { publishedVersion, previousVersion, activeVersion, changed } = facts
  if (publishedVersion !== undefined) {
    const now = typeof activeVersion === 'number' ? `version ${activeVersion} is` : 'it is not known which version is'
    return `Version ${publishedVersion} was published; ${now} live after this step`
  }
  if (activeVersion === 'unknown') return 'It is not known whether a version was published'
  const isThere = typeof previousVersion === 'number'
  const stays = isThere ? `version ${previousVersion} stays live` : 'nothing that is live was changed'
  if (changed === false) return `Nothing was published; ${stays}`
  const settings = changed === true ? 'settings of the app were changed' : 'whether settings were changed is not known'
  return `Nothing was published; ${isThere ? `${stays}, ` : ''}${settings}`
}

/** Of the one call that a rollback or a deletion is. */
function whatTheCallLeft({ activeVersion, changed }: Facts): string {
  switch (activeVersion) {
    case undefined:
      return changed === false ? 'Nothing was changed' : 'It is not known what was changed'
    case 'unknown':
      return 'It is not known which version is live'
    case 'none':
      return 'No version is live'
    default:
      return changed === false
        ? `Nothing was changed; version ${activeVersion} stays live`
        : `Version ${activeVersion} is live after this step`
  }
}

function keyFacts({ facts, failure, outcome, tests, endpoint, commit, tag, ms }: SummaryHead): string {
  const { publicUrls, publishedVersion, previousVersion, answer = 'not called' } = facts
  const url = failure === undefined && publicUrls ? mainUrl(publicUrls) : undefined
  const isSwitched = publishedVersion !== undefined || outcome.status === 'rolled_back'
  const before = typeof previousVersion === 'number' ? `before: version ${previousVersion}` : 'the first version'
  const known = [
    url === undefined ? '' : markdownLink(url),
    failure === undefined && isSwitched ? prose(answer) : '',
    failure === undefined && isSwitched ? before : '',
    commitPart(commit),
    tag === undefined ? '' : `tag ${code(tag)}`,
    failure === undefined ? testsPart(tests) : '',
    unbroken(duration(ms)),
    endpoint === undefined ? '' : prose(`at ${endpoint}`)
  ]
  return known.filter((part) => part !== '').join(' · ')
}

function commitPart(commit: CommitPlace): string {
  const link = commitLink(commit)
  return link === '' ? '' : `commit ${link}`
}

/** Empty where there were none. */
function testsPart(tests: readonly TestRecord[]): string {
  const result = testResult(tests)
  if (tests.length < 2) return result === '' ? '' : `the test ${result}`
  return result.replace(/(\d+) (passed|failed)$/, '$1 tests $2')
}

/** `passed`, `failed`, `3 passed`, `1 of 3 failed`; empty where there were none. */
export function testResult(tests: readonly TestRecord[]): string {
  const failed = tests.filter(({ passed }) => !passed).length
  const words = failed === 0 ? 'passed' : 'failed'
  if (tests.length < 2) return tests.length === 0 ? '' : words
  return `${failed === 0 ? '' : `${failed} of `}${tests.length} ${words}`
}
