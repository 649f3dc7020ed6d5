import { SourceError } from '../deploy/errors.ts'
import { shown } from './names.ts'

/** A shorter value is found by chance in any larger tree, and is no real credential. */
const SHORTEST = 12

/** Passes slabs on. Calls `found` where one of the credentials lies in them, also across two slabs. */
export function* guarded(
  slabs: Iterable<Buffer>,
  credentials: readonly string[],
  found: (credential: Buffer) => never
): Generator<Buffer> {
  const needles = searchable(credentials)
  const overlap = Math.max(0, ...needles.map((needle) => needle.length - 1))
  let tail = Buffer.alloc(0)
  for (const slab of slabs) {
    const seam = Buffer.concat([tail, slab.subarray(0, overlap)])
    for (const needle of needles) if (slab.includes(needle) || seam.includes(needle)) found(needle)
    tail = Buffer.from(slab.subarray(slab.length - Math.min(overlap, slab.length)))
    yield slab
  }
}

/** True where one of the credentials lies in the bytes. */
export function holdsCredential(bytes: Buffer, credentials: readonly string[]): boolean {
  return searchable(credentials).some((needle) => bytes.includes(needle))
}

/** Names the place only: the credential itself is in no text. */
export function credentialFound(shownPath: string): SourceError {
  return new SourceError(`\`${shown(shownPath)}\` holds a credential of this deployment.`, {
    hint: 'Remove it from the file; give the app its own secrets through `env`.'
  })
}

function searchable(credentials: readonly string[]): readonly Buffer[] {
  return credentials.filter((each) => each.length >= SHORTEST).map((each) => Buffer.from(each))
}
