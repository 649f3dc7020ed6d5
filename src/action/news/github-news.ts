import type { GitHubNews } from '../../model/github.ts'
import { type Facts, mainUrl, type Outcome, type ReasonCode } from '../../model/outcome.ts'
import { duration } from '../../model/values/words.ts'
import { code, markdownLink, prose } from '../markdown.ts'
import { commitLink } from '../summary/commit-links.ts'
import { headline, resultOf, testResult } from '../summary/headline.ts'
import { renderComment, type SummaryContent } from '../summary/summary.ts'

/** How the run ended, for GitHub. `logUrl` is where its log is. The texts of the story are redacted and clean already. */
export function newsOf(story: SummaryContent, logUrl: string | undefined): GitHubNews {
  const { app, outcome, facts, failure, commit, tag, tests, ms } = story
  const url = failure === undefined ? mainUrl(facts.publicUrls ?? []) : undefined
  const result = resultOf(story)
  const commitCell = [commitLink(commit), tag === undefined ? '' : code(tag)]
  return {
    state: stateOf(outcome, facts),
    description: withCapital(result.words),
    url,
    ...(isLiveThough(story) && { isLive: true }),
    ...(isRemoval(story) && { isRemoved: true }),
    part: {
      title: headline(story),
      cells: {
        App: prose(app),
        Result: prose(`${result.sign} ${result.words}`),
        URL: url === undefined ? '' : markdownLink(url),
        Version: versionCell(facts),
        Commit: commitCell.filter((part) => part !== '').join(' '),
        Tests: testResult(tests),
        Time: duration(ms)
      },
      body: renderComment(story, logUrl === undefined ? '' : markdownLink(logUrl, 'The log of the run')),
      isOpen: failure !== undefined
    }
  }
}

/** It was published and stays live, whatever the run failed with. */
function isLiveThough({ outcome: { status }, facts: { publishedVersion, activeVersion } }: SummaryContent): boolean {
  return status === 'failed' && publishedVersion !== undefined && activeVersion === publishedVersion
}

/** What was to be removed and is not there is as good as removed. */
function isRemoval({ mode, outcome: { status } }: SummaryContent): boolean {
  return status === 'removed' || (mode === 'delete' && status === 'unchanged')
}

/** The one that is live after the run. */
function versionCell({ activeVersion }: Facts): string {
  return typeof activeVersion === 'number' ? String(activeVersion) : ''
}

/** What is wrong with what was to be deployed is a failure; with what deploys it, an error. */
const FAILURES: readonly ReasonCode[] = [
  'bad_input',
  'source_error',
  'app_missing',
  'draft_conflict',
  'compile_failed',
  'build_failed',
  'test_failed',
  'publish_failed',
  'verify_failed',
  'settings_failed'
]

function stateOf({ status, reason }: Outcome, { changed }: Facts): GitHubNews['state'] {
  // The deployment of the run that was faster is the one that is live.
  if (reason === 'superseded' || status === 'removed') return 'inactive'
  if (status !== 'failed') return 'success'
  if (reason === 'cancelled' && changed === false) return 'inactive'
  return FAILURES.includes(reason) ? 'failure' : 'error'
}

function withCapital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
