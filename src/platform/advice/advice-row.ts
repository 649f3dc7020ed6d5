/** What a failure misses: a file of a build, or a module of a program. The code that was packed may tell why. */
export type Missing = 'file' | 'python' | 'node' | 'rust' | 'go'

/** One failure that is known by its words, and what mends it. */
export type AdviceRow = {
  /** Names the row in the tests. */
  readonly id: string
  /**
   * Stands in the words of whoever failed, never in a path or a name among them. Linear on any text. A group in it finds
   * what the failure is about, for which NAME stands in cause and cure.
   */
  readonly pattern: RegExp
  /** The words that a reader would know it by, as Markdown. */
  readonly symptom: string
  /** A sentence. */
  readonly cause: string
  /** What to do, in the words of this action's inputs. */
  readonly cure: string
  /** Goes on after the cure, where the code that was packed has no name that is nearly the one. */
  readonly misspelt?: string
  /** What is missing under the name that the pattern finds. */
  readonly misses?: Missing
  /** For the summary, where it says more than the phase that ended: goes on after the app's name and a colon. */
  readonly headline?: string
  /** The row counts only where one of these inputs is set. */
  readonly given?: readonly string[]
}

/** A name that is near a well-known one cannot be told from one’s own. */
export const MISSPELT = 'If the name is misspelt, correct it in the code.'

/** The rows of one speaker, the special before the general. */
export type AdviceChapter = {
  readonly title: string
  readonly rows: readonly AdviceRow[]
  /** True where a program may say the same of its own affairs: then only the platform's words are read for it. */
  readonly isOfPlatform: boolean
}

/** What belongs to the same path, host, image or app name as the words before it, or after it. */
const NAME_BEFORE = String.raw`(?<![\w/@-]|\w[.:])`
const NAME_AFTER = String.raw`(?![\w/@-]|[.:]\w)`

/** A chapter whose patterns match whole words of a sentence only. */
export function chapter(
  title: string,
  rows: readonly AdviceRow[],
  { isOfPlatform }: Pick<AdviceChapter, 'isOfPlatform'>
): AdviceChapter {
  const guarded = rows.map((row) => ({ ...row, pattern: outsideOfNames(row.pattern) }))
  return { title, rows: guarded, isOfPlatform }
}

function outsideOfNames({ source, flags }: RegExp): RegExp {
  return new RegExp(`${NAME_BEFORE}(?:${source})${NAME_AFTER}`, flags)
}
