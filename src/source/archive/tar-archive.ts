import { Parser } from 'tar/parse'
import type { ReadEntry } from 'tar/read-entry'
import { SourceError } from '../../model/errors.ts'
import { printable } from '../files/names.ts'
import type { ArchiveEntry, LookAt } from './archive-entry.ts'

const KINDS: Readonly<Record<string, ArchiveEntry['kind']>> = {
  File: 'file',
  OldFile: 'file',
  ContiguousFile: 'file',
  Directory: 'directory',
  SymbolicLink: 'symlink',
  Link: 'hardlink'
}

/** Where GNU tar lays a sparse file for readers that do not know its records. */
const SPARSE_DIRECTORY = /(^|\/)GNUSparseFile\.\d+\//

type TarReading = {
  readonly shownPath: string
  readonly look: LookAt
  /** Called with the number of entries so far; throws where they are too many. */
  readonly count: (entries: number) => void
}

/** The entries of a tar archive that is not compressed. Throws SourceError where the archive is not sound. */
export async function tarEntries(
  tar: Iterable<Buffer> | AsyncIterable<Buffer>,
  reading: TarReading
): Promise<readonly ArchiveEntry[]> {
  const entries = new TarEntries(reading)
  for await (const chunk of tar) entries.write(chunk)
  return entries.end()
}

class TarEntries {
  readonly #parser = new Parser({ strict: true, zstd: false })
  readonly #entries: ArchiveEntry[] = []
  readonly #reading: TarReading
  #isFirst = true
  #isOver = false
  #isNextSparse = false
  #failure: unknown

  constructor(reading: TarReading) {
    this.#reading = reading
    this.#parser.on('entry', (entry: ReadEntry) => this.#take(entry))
    this.#parser.on('ignoredEntry', (entry: ReadEntry) => {
      if (entry.type === 'SparseFile') this.#sparse(entry)
      else this.#unsound(`\`${printable(entry.path)}\` is of a kind that is not known`)
    })
    this.#parser.on('meta', (records: string) => {
      this.#isNextSparse = records.includes(' GNU.sparse.')
    })
    this.#parser.on('eof', () => {
      this.#isOver = true
    })
    this.#parser.on('error', (error: Error) => this.#unsound(printable(error.message)))
  }

  write(chunk: Buffer): void {
    // The parser would unpack a second time what is compressed twice.
    if (this.#isFirst && chunk[0] === 0x1f && chunk[1] === 0x8b) this.#unsound('it is compressed twice')
    this.#isFirst = false
    // What follows the end the parser would only heap up.
    if (this.#failure === undefined && !this.#isOver) this.#parser.write(chunk)
    if (this.#failure !== undefined) throw this.#failure
  }

  end(): readonly ArchiveEntry[] {
    this.#parser.end()
    if (this.#failure !== undefined) throw this.#failure
    return this.#entries
  }

  #take(entry: ReadEntry): void {
    if (this.#isNextSparse || isNamedSparse(entry)) this.#sparse(entry)
    this.#isNextSparse = false
    const found = stated(entry)
    this.#entries.push(found)
    this.#attempt(() => this.#reading.count(this.#entries.length))
    entry.on('data', (content: Buffer) => this.#attempt(() => this.#reading.look(found, content, false)))
    entry.on('end', () => this.#attempt(() => this.#reading.look(found, Buffer.alloc(0), true)))
  }

  /** The parser calls back in the middle of its work, where nothing may be thrown. */
  #attempt(work: () => void): void {
    if (this.#failure !== undefined) return
    try {
      work()
    } catch (error) {
      this.#failure = error
    }
  }

  /** Sound, but a reader that knows its records sees another name and other contents than one that does not. */
  #sparse({ path }: ReadEntry): void {
    const entry = `The entry \`${printable(path.replace(SPARSE_DIRECTORY, '$1'))}\``
    this.#failure ??= new SourceError(
      `${entry} of \`${printable(this.#reading.shownPath)}\` is a sparse file, which not every program unpacks.`,
      { hint: 'Make the archive again without `--sparse` (`-S`), or point `code` at the directory.' }
    )
  }

  #unsound(fault: string): void {
    this.#failure ??= new SourceError(`\`${printable(this.#reading.shownPath)}\` is no sound tar archive: ${fault}.`)
  }
}

/** A damaged letter would hide which name the platform will read, so it makes the name one that is refused. */
function stated(entry: ReadEntry): ArchiveEntry {
  const path = entry.path.replaceAll('\uFFFD', '\0')
  return { path, kind: KINDS[entry.type] ?? 'special', bytes: entry.size, target: entry.linkpath }
}

function isNamedSparse({ path }: ReadEntry): boolean {
  return SPARSE_DIRECTORY.test(path)
}
