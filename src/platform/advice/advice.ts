import type { Speaker } from '../../model/errors.ts'
import type { AdviceChapter, AdviceRow } from './advice-row.ts'
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
  /** Why a file that a build looked for was not sent, as a sentence, where that can be known. */
  readonly whyMissed?: (path: string) => string | undefined
}

/** What mends the failure that a text tells of; undefined where it is none that is known. */
export function adviceFor(evidence: Evidence): string | undefined {
  const row = adviceRow(evidence)
  if (row === undefined) return undefined
  const path = row.missed
    ?.exec(evidence.text)
    ?.slice(1)
    .find((group) => group !== undefined)
  const reason = path === undefined ? undefined : evidence.whyMissed?.(path)
  return [row.cause, reason, row.cure].filter((part) => part !== undefined).join(' ')
}

/** Of what a program or its compiler says, only what is wrong with the code is recognised. */
export function adviceRow({ text, speaker, isGiven }: Evidence): AdviceRow | undefined {
  const end = text.slice(-MOST_READ)
  return ADVICE.filter(({ isOfPlatform }) => speaker === 'platform' || !isOfPlatform)
    .flatMap(({ rows }) => rows)
    .find(({ pattern, given }) => (given?.some(isGiven) ?? true) && pattern.test(end))
}
