import { setSecret } from '@actions/core'
import type { InputReader } from './input-reader.ts'
import type { Redactor } from './redact.ts'

/** A shorter text would hide digits and words all over the log, and make the runner drop job outputs. */
const SHORTEST = 4

/** Hides a credential in the job log, and in whatever else we write. False where it is too short to be hidden. */
export function mask(secret: string, redactor: Redactor): boolean {
  if (secret.length < SHORTEST) return false
  redactor.add(secret)
  setSecret(secret)
  return true
}

/** Hides every credential that was given, before anything else is read or written. */
export function maskCredentials(inputs: InputReader, redactor: Redactor): readonly string[] {
  // The runner hides the job's token itself; the summary and the packages are ours.
  redactor.add(inputs.text('github-token') ?? '')
  const given: readonly (readonly [string, string | undefined])[] = [
    ['token', inputs.text('token')],
    ['service-account-secret', inputs.text('service-account-secret')],
    ['registry-password', inputs.text('registry-password')],
    ['DODIL_TOKEN', inputs.variable('DODIL_TOKEN')],
    ['DODIL_SA_SECRET', inputs.variable('DODIL_SA_SECRET')]
  ]
  return given.flatMap(([name, secret]) => (secret && !mask(secret, redactor) ? [name] : []))
}
