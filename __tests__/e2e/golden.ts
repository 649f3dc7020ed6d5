import type { StageResult } from '../runner/stage.ts'

/** What differs from run to run, replaced by what it is. */
const CHANGING: readonly (readonly [RegExp, string])[] = [
  [/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT'],
  [/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'INSTANT'],
  [/\b[0-9a-f]{64}\b/g, 'SHA256'],
  [/(?<=Saved draft |<code>)[0-9a-f]{8}\b/g, 'HASH'],
  [/\b\d+(?:\.\d)? (?:ms|s)\b/g, 'TIME'],
  [/\b\d+(?:\.\d)? k?B\b/g, 'SIZE']
]

/** A text of a run as it is every time. */
export function constant(text: string): string {
  return CHANGING.reduce((changed, [pattern, word]) => changed.replace(pattern, word), text)
}

/** The log without what the runner prints before the stage starts. */
export function ownLog({ log }: StageResult): string {
  return constant(log.replace(/^##\[group\]Run [\s\S]*?##\[endgroup\]\n/, ''))
}
