import path from 'node:path'
import type { GitHubAccess } from '../../model/github.ts'
import type { RunFacts } from '../facts.ts'
import { ACCESS_INPUTS } from '../input-names.ts'
import type { InputReader } from '../input-reader.ts'
import { meantAmong } from '../meant-name.ts'
import { parseName } from '../parse/parse-values.ts'
import { type Access, readAccess } from '../read-access.ts'
import { readTimeoutMs } from '../read-timeout.ts'
import { readGitHubAccess } from './read-github.ts'

/** The inputs that sweep/action.yml declares. A test compares the two. */
export const SWEEP_INPUTS = [
  'organization',
  ...ACCESS_INPUTS,
  'dry-run',
  'timeout-minutes',
  'github-token',
  'sweep'
] as const

/** What to look for, where and as whom, and for how long. */
export type SweepRequest = {
  readonly organization: string | undefined
  readonly isDryRun: boolean
  readonly access: Access
  readonly github: GitHubAccess
  readonly timeoutMs: number
}

/** Undefined where something is wrong; the reader then holds all of it. */
export function readSweep(inputs: InputReader, facts: RunFacts): SweepRequest | undefined {
  // What is to be listed only would be removed.
  inputs.rejectUnknown(SWEEP_INPUTS, (name) => meantAmong(SWEEP_INPUTS, name))
  const organization = readOrganization(inputs)
  const isDryRun = inputs.boolean('dry-run') ?? false
  const timeoutMs = readTimeoutMs(inputs)
  const access = readAccess(inputs, facts, (file) => path.resolve(facts.workspace, file))
  const github = readGitHubAccess(inputs, facts)
  if (typeof github === 'string') {
    inputs.reject(
      ['github-token'],
      `Which pull requests are closed cannot be asked: ${github}.`,
      'Leave `github-token` out.'
    )
    return undefined
  }
  if (!access || inputs.problems.length > 0) return undefined
  return { organization, isDryRun, access, github, timeoutMs }
}

/** It is no input of the other action. */
function readOrganization(inputs: InputReader): string | undefined {
  const text = inputs.variable('INPUT_ORGANIZATION')
  const parsed = text === undefined ? undefined : parseName(text)
  if (parsed === undefined || 'value' in parsed) return parsed?.value
  inputs.reject(['organization'], '`organization` is not the name of an organization.', parsed.fix)
  return undefined
}
