import type { Speaker } from '../../model/errors.ts'
import type { KnownFailure, Sighting } from '../../model/known-failure.ts'
import type { AdviceChapter, AdviceRow, Missing } from './advice-row.ts'
import { CONTAINERS } from './containers.ts'
import { IMAGE_BUILDERS } from './image-builders.ts'
import { IMAGE_PULLS } from './image-pulls.ts'
import { PLATFORM_WORDS } from './platform-words.ts'
import { PROGRAM } from './program.ts'
import { TOOLCHAINS } from './toolchains.ts'

/**
 * The nearest evidence first: a container that crashes because its program raised is mended in the program. The first row
 * that is found is the advice. What none of them knows is left to the call that failed, and last to its status.
 */
export const ADVICE: readonly AdviceChapter[] = [
  PROGRAM,
  TOOLCHAINS,
  IMAGE_BUILDERS,
  IMAGE_PULLS,
  CONTAINERS,
  PLATFORM_WORDS
]

/** In UTF-16 units: the end of a text, where the failure stands. */
const MOST_READ = 64 * 1024

export type Evidence = {
  /** A call's details, a draft's or test's error, the tail of a log. */
  readonly text: string
  readonly speaker: Speaker
  /** Whether the user set an input. */
  readonly isGiven: (input: string) => boolean
  /** What the code that was packed tells of a name that is missed; undefined where nothing. */
  readonly lookUp?: (misses: Missing, name: string) => Sighting | undefined
}

/** What mends the failure that a text tells of; undefined where it is none that is known. */
export function adviceFor(evidence: Evidence): KnownFailure | undefined {
  const found = findRow(evidence)
  if (found === undefined) return undefined
  const { row, match } = found
  // npm writes the slash of a scope as its URL has it.
  const name = match
    .slice(1)
    .find((group) => group !== undefined)
    ?.replace(/%2f/i, '/')
  return {
    advice: named(row, name, sightingOf(row, name, evidence)),
    line: lineAt(match.input, match.index),
    headline: row.headline
  }
}

/** Of what a program or its compiler says, only what is wrong with the code is recognised. */
export function adviceRow(evidence: Evidence): AdviceRow | undefined {
  return findRow(evidence)?.row
}

type FoundRow = { readonly row: AdviceRow; readonly match: RegExpExecArray }

function findRow({ text, speaker, isGiven }: Evidence): FoundRow | undefined {
  const end = text.slice(-MOST_READ)
  for (const { rows, isOfPlatform } of ADVICE) {
    if (isOfPlatform && speaker !== 'platform') continue
    for (const row of rows) {
      const match = (row.given?.some(isGiven) ?? true) ? row.pattern.exec(end) : null
      if (match) return { row, match }
    }
  }
  return undefined
}

function sightingOf({ misses }: AdviceRow, name: string | undefined, { lookUp }: Evidence): Sighting | undefined {
  return misses === undefined || name === undefined ? undefined : lookUp?.(misses, name)
}

/** What was seen in the code comes before what helps most, and where it is sure in its place. */
function named(row: AdviceRow, name: string | undefined, seen: Sighting | undefined): string {
  const words = [row.cause, ...cures(row, seen)].join(' ')
  return name !== undefined && PLAIN_NAME.test(name) ? words.replaceAll('NAME', () => name) : words
}

function cures({ cure, misspelt }: AdviceRow, seen: Sighting | undefined): readonly string[] {
  if (seen === undefined) return misspelt === undefined ? [cure] : [cure, misspelt]
  return seen.isSure ? [seen.says] : [seen.says, `Otherwise, ${cure.slice(0, 1).toLowerCase()}${cure.slice(1)}`]
}

/** Any other may be words of somebody else's, and is named in the line above. */
const PLAIN_NAME = /^@?\w[\w.+/-]{0,99}$/

function lineAt(text: string, index: number): string {
  const begin = text.lastIndexOf('\n', index) + 1
  const end = text.indexOf('\n', index)
  return text.slice(begin, end === -1 ? undefined : end)
}
