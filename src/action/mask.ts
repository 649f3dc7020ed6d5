import { givenCredentials } from '../inputs/credentials.ts'
import type { InputReader } from '../inputs/input-reader.ts'
import type { Redactor } from '../log/redact.ts'
import { setSecret } from './toolkit.ts'

/** A shorter text would hide digits and words all over the log, and make the runner drop job outputs. */
const SHORTEST = 4

/** The same for a value inside a secret that is JSON (docs/runner.md, Masks). */
const SHORTEST_LEAF = 6

/** What stands under such a name in a credential is printed by other tools, and no secret. */
const PUBLIC_NAME = /(id|mail|project|ur[il]|type|domain)$/i

/**
 * Hides a credential in the job log, and in whatever else we write. False where it is too short to be hidden. The runner
 * hides each line of a secret by itself: a `{` on a line of its own would hide every `{`, so short lines are left out.
 */
export function mask(secret: string, redactor: Redactor): boolean {
  const values = valuesOf(secret)
  for (const value of values) redactor.add(value)
  const lines = values.flatMap((value) => value.split(/[\r\n]+/)).map((line) => line.trim())
  const hidden = new Set(lines.filter((line) => line.length >= SHORTEST))
  for (const line of hidden) setSecret(line)
  return hidden.size > 0
}

/** JSON of several lines is hidden by its values alone: its lines are words of every other JSON. */
function valuesOf(secret: string): readonly string[] {
  const leaves = leavesOf(secret)
  return leaves.length > 0 && /[\r\n]/.test(secret) ? leaves : [secret, ...leaves]
}

/** The strings in a JSON object that may be secret. */
function leavesOf(secret: string): readonly string[] {
  if (!secret.trimStart().startsWith('{')) return []
  try {
    return secretsIn(JSON.parse(secret))
  } catch {
    return []
  }
}

function secretsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.length >= SHORTEST_LEAF ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => (PUBLIC_NAME.test(name) ? [] : secretsIn(member)))
}

/** Hides every credential that was given, before anything else is read or written. Gives those that are too short. */
export function maskCredentials(inputs: InputReader, redactor: Redactor): readonly string[] {
  // The runner hides the job's token itself; the summary is ours.
  redactor.add(inputs.text('github-token') ?? '')
  return givenCredentials(inputs).flatMap(([name, secret]) => (mask(secret, redactor) ? [] : [name]))
}
