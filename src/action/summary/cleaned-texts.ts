import { withoutColours } from '../../log/remote-text.ts'
import type { Comparison } from '../../model/comparison.ts'
import type { Failure } from '../failure.ts'

/** Makes texts of the repository and of the platform harmless. */
type Cleaner = {
  readonly clean: (line: string) => string
  readonly cleanText: (text: string) => string
}

export function cleanedComparison(comparison: Comparison, cleaner: Cleaner): Comparison {
  const changes = comparison.changes.map(({ texts, ...change }) => ({
    ...change,
    name: cleaner.clean(change.name),
    detail: cleaner.clean(change.detail),
    ...(texts && { texts: { before: cleaner.cleanText(texts.before), after: cleaner.cleanText(texts.after) } })
  }))
  return { ...comparison, changes, line: cleaner.clean(comparison.line) }
}

export function cleanedFailure(failure: Failure, cleaner: Cleaner): Failure {
  const hint = failure.hint
    ?.split('\n')
    .map((line) => cleaner.clean(line))
    .join('\n')
  const lines = failure.lines.map((line) => cleaner.clean(line))
  return { ...failure, lines, hint, excerpt: failure.excerpt.map(withoutColours) }
}
