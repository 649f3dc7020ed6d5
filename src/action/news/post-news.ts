import type { RunFacts } from '../../inputs/facts.ts'
import type { GitHubNews } from '../../model/github.ts'
import type { Aftermath, JobStatus } from '../../model/open-run.ts'
import { code, markdownLink, paragraph, prose } from '../markdown.ts'
import { commitLink } from '../summary/commit-links.ts'

/** What there is to tell after the job. The texts are redacted and clean already. */
type PostStory = {
  readonly app: string
  readonly aftermath: Aftermath
  readonly job: JobStatus | undefined
  readonly run: Pick<RunFacts, 'repositoryUrl' | 'commit' | 'tag' | 'runUrl'>
}

const SIGNS: Readonly<Record<Aftermath['end'], string>> = {
  live: '✅',
  'not-published': '🚫',
  'rolled-back': '↩️',
  replaced: '⚠️',
  unknown: '❌'
}

/** What became of the run, for GitHub. */
export function postNews({ app, aftermath: { line, end, url }, job, run }: PostStory): GitHubNews {
  const sign = SIGNS[end]
  const { runUrl, tag } = run
  return {
    state: stateOf(end, job),
    description: line,
    url: end === 'live' ? url : undefined,
    ...(end === 'rolled-back' && { isBack: true }),
    part: {
      title: prose(`${sign} ${app}: ${TITLES[end]}`),
      cells: {
        App: prose(app),
        Result: prose(`${sign} ${TITLES[end]}`),
        Commit: [commitLink(run), tag === undefined ? '' : code(tag)].filter((each) => each !== '').join(' ')
      },
      body: [paragraph(line), runUrl === undefined ? '' : markdownLink(runUrl, 'The log of the run')]
        .filter((each) => each !== '')
        .join('\n\n'),
      isOpen: end !== 'live'
    }
  }
}

const TITLES: Readonly<Record<Aftermath['end'], string>> = {
  live: 'the run ended early, its version is live',
  'not-published': 'the run ended early, nothing was published',
  'rolled-back': 'rolled back',
  replaced: 'another run’s version is live',
  unknown: 'what the run left open was not settled'
}

function stateOf(end: Aftermath['end'], job: JobStatus | undefined): GitHubNews['state'] {
  switch (end) {
    case 'live':
      return 'success'
    case 'rolled-back':
      return 'failure'
    case 'replaced':
      return 'inactive'
    case 'not-published':
      return job === 'cancelled' ? 'inactive' : 'error'
    case 'unknown':
      return 'error'
  }
}
