import type { SecretlessCause } from '../../inputs/facts.ts'
import type { Comparison } from '../../model/comparison.ts'
import { type Facts, mainUrl, type Outcome } from '../../model/outcome.ts'
import { duration, withShortDigests } from '../../model/values/words.ts'

/** Why a run without credentials is green and has deployed nothing. */
export const SKIPPED: Readonly<Record<SecretlessCause, string>> = {
  fork:
    'Not deployed: this pull request comes from a fork, and GitHub gives such a run no secrets, so there are no ' +
    'credentials. To deploy it, merge it, or push its branch to this repository.',
  dependabot:
    'Not deployed: this pull request is Dependabot’s, and GitHub gives such a run none of the Actions secrets, so there ' +
    'are no credentials. To deploy it, store them as Dependabot secrets too, or merge it.'
}

/** What the run's page says of a run that ended well. */
type OutcomeNotice = { readonly title: string; readonly text: string }

type EndedRun = {
  readonly app: string
  readonly outcome: Outcome
  readonly facts: Facts
  readonly comparison: Comparison | undefined
  readonly ms: number
}

/** A line that can be sent to somebody, where nobody has to open the log. Undefined where there is nothing to say. */
export function outcomeNotice({ app, outcome, facts, comparison, ms }: EndedRun): OutcomeNotice | undefined {
  const { publishedVersion, activeVersion, publicUrls = [], changed, answer = 'not called' } = facts
  const url = mainUrl(publicUrls)
  const at = url ? ` at ${url}` : ''
  const live = liveNow(facts, 'is')
  const proof = `(${answer}, ${duration(ms)})`
  switch (`${outcome.status}, ${outcome.reason}`) {
    case 'published, ok':
    case 'published, recovered':
      return { title: 'Deployed', text: `${app}: version ${publishedVersion} is live${at} ${proof}` }
    case 'rolled_back, rolled_back':
      return { title: 'Rolled back', text: `${app}: version ${activeVersion} is live again${at} ${proof}` }
    case 'unchanged, unchanged':
      // Where there was nothing to delete, the step has said so.
      if (typeof activeVersion !== 'number') return undefined
      return { title: 'Unchanged', text: `${app}: nothing to publish, version ${activeVersion} stays live${at}` }
    case 'drafted, ok':
      return { title: 'Draft saved', text: `${app}: ${shownDraft(facts)} is saved, ${live} (${duration(ms)})` }
    case 'removed, ok':
      return { title: 'Deleted', text: `${app} is deleted with all its versions (${duration(ms)})` }
    case 'unchanged, ok':
      return { title: 'Status', text: `${app}: ${live}${at}` }
    case 'planned, planned':
      return { title: 'Dry run', text: `${app}: ${wouldChange(changed, comparison)}` }
    default:
      return undefined
  }
}

/** By what a later run is told to publish it. */
function shownDraft({ codeHash, imageRef }: Facts): string {
  const name = withShortDigests(codeHash || imageRef || '')
  return name === '' ? 'the draft' : `the draft ${name}`
}

/** Which version that is, as far as it was read. */
export function liveNow({ activeVersion }: Facts, verb: 'is' | 'stays'): string {
  return typeof activeVersion === 'number' ? `version ${activeVersion} ${verb} live` : 'no version is live'
}

/** What came of a dry run. */
export function wouldChange(changed: Facts['changed'], comparison: Comparison | undefined): string {
  const { version = 0, line = '' } = comparison ?? {}
  switch (changed) {
    case true:
      return version === 0 ? `a deploy would publish the first version: ${line}` : `a deploy would change ${line}`
    case false:
      return 'a deploy would change nothing'
    default:
      return 'whether a deploy would change anything is not known'
  }
}
