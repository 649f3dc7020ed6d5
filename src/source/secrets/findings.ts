import { SourceError } from '../../model/errors.ts'
import type { Remark, Suspicion } from '../../model/ports/packing-port.ts'
import { secretForms } from '../../model/values/secret-forms.ts'
import { LfsPointers } from '../files/lfs-pointers.ts'
import { printable } from '../files/names.ts'
import { ContentScan } from './content-scan.ts'

/** Enough to see what is wrong with a tree. */
const MOST = 50

/** A shorter value is found by chance in any larger tree, and is no real credential. */
const SHORTEST_CREDENTIAL = 12

const HINT =
  'Remove it, and renew it where the file is committed: git keeps it. The app gets secrets of its own by the input `env`.'

/** What the content of a package gives away, or lacks. The run's own credentials end the packing at once. */
export class Findings {
  readonly suspicious: Suspicion[] = []
  readonly #scan: ContentScan
  readonly #pointers = new LfsPointers()
  readonly #credentials: readonly Buffer[]

  constructor(credentials: readonly string[]) {
    const real = credentials.filter((credential) => credential.trim().length >= SHORTEST_CREDENTIAL)
    this.#credentials = real.flatMap(secretForms).map((form) => Buffer.from(form))
    this.#scan = new ContentScan(this.#credentials)
  }

  /** Looks at the next piece of a file. Throws SourceError naming the place, never what stands there. */
  look(shownPath: string, piece: Buffer, isLast: boolean): void {
    this.#pointers.look(shownPath, piece, isLast)
    for (const { line, what } of this.#scan.look(piece, isLast)) {
      if (what === 'own') {
        const place = `\`${printable(shownPath)}:${line}\``
        throw new SourceError(`${place} holds a credential of this deployment.`, { hint: HINT })
      }
      if (this.suspicious.length < MOST) this.suspicious.push({ path: shownPath, line, what })
    }
  }

  /** To be asked after the last file. */
  remarks(): readonly Remark[] {
    return this.#pointers.remarks()
  }

  /** Names are part of a package as well. Throws SourceError without the name. */
  lookAtNames(paths: readonly string[]): void {
    const names = Buffer.from(paths.join('\n'))
    if (!this.#credentials.some((credential) => names.includes(credential))) return
    throw new SourceError('The name of a file holds a credential of this deployment.', { hint: HINT })
  }
}
