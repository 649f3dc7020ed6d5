import type { MadeBy } from '../../model/plan.ts'

/** The last line of an app's description, by which it tells whose runs made it (docs/decisions/0008). */
const MARK = /(?:^|\n)[ \t]*Deployed by (\S+) \(dodil\/ignite-deploy\)\s*$/

/** Who made the app, as its description says; undefined where it says nothing of it. */
export function makerIn(description: string | undefined): MadeBy | undefined {
  return MARK.exec(description ?? '')?.[1]
}

/** A description with the mark at its end; undefined where there is neither. */
export function withMark(description: string | undefined, madeBy: MadeBy | undefined): string | undefined {
  if (madeBy === undefined) return description
  const text = description?.replace(MARK, '').trimEnd() ?? ''
  return `${text}${text === '' ? '' : '\n\n'}Deployed by ${madeBy} (dodil/ignite-deploy)`
}

/** Whether the maker is this repository or a pull request of it, or this pull request. GitHub's names have no case. */
export function isMadeBy(description: string | undefined, madeBy: MadeBy): boolean {
  const [maker, wanted] = [makerIn(description)?.toLowerCase(), madeBy.toLowerCase()]
  return maker === wanted || (maker?.startsWith(`${wanted}#`) ?? false)
}

/** Whether it is a pull request, and not a repository as a whole. */
export function isPullRequest(madeBy: MadeBy | undefined): madeBy is MadeBy {
  return madeBy?.includes('#') ?? false
}

/** The number of the repository's pull request that made the app; undefined where it is none's. */
export function pullRequestIn(description: string | undefined, repository: string): number | undefined {
  const [maker, number = ''] = makerIn(description)?.split('#') ?? []
  const isOurs = maker?.toLowerCase() === repository.toLowerCase() && /^[1-9]\d{0,9}$/.test(number)
  return isOurs ? Number(number) : undefined
}
