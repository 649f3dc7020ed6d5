import type { RunFacts } from '../../inputs/facts.ts'
import { code, markdownLink } from '../markdown.ts'

/** Where the code of a run lies on GitHub, for links in the summary. */
export type CommitPlace = Pick<RunFacts, 'repositoryUrl' | 'commit'>

const SHOWN_DIGITS = 7

/** The commit by its first digits, as a link; empty where it is not known. */
export function commitLink({ repositoryUrl, commit }: CommitPlace): string {
  if (repositoryUrl === undefined || commit === undefined) return ''
  return markdownLink(`${repositoryUrl}/commit/${commit}`, code(commit.slice(0, SHOWN_DIGITS)))
}

/** A file of the repository at the commit; undefined where that is not known. */
export function fileUrl({ repositoryUrl, commit }: CommitPlace, file: string, line?: number): string | undefined {
  if (repositoryUrl === undefined || commit === undefined) return undefined
  const place = file.split('/').map(encodeURIComponent).join('/')
  return `${repositoryUrl}/blob/${commit}/${place}${line === undefined ? '' : `#L${line}`}`
}
