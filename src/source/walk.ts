import { lstatSync, readdirSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { SourceError } from '../deploy/errors.ts'
import { contains, realOrSame } from './containment.ts'
import { checkCount, checkSizes, type SizedFile } from './contents.ts'
import { stricter, verdictOn } from './exclusions.ts'
import { COMPILE_LIMITS } from './limits.ts'
import { badLink, follow } from './links.ts'
import { decodeName, pathFault, refuseTwins, shown, shownBytes } from './names.ts'
import { readFailure } from './read-failure.ts'

/** A file to pack. The last four tell whether it is still the same file when it is read. */
export type Entry = SizedFile & {
  /** Absolute path of the file, without symlinks. */
  readonly file: string
  /** As the user would write the path, for texts. */
  readonly shownPath: string
  readonly executable: boolean
  readonly dev: number
  readonly ino: number
  readonly mtimeMs: number
}

export type Tree = {
  /** In byte order of their paths. */
  readonly entries: readonly Entry[]
  /** Paths left out because they are likely to hold secrets; directories end with `/`. In byte order. */
  readonly withheld: readonly string[]
}

export type Place = {
  /** Absolute path of the directory, without symlinks. */
  readonly root: string
  /** The directory as the user wrote it. */
  readonly shownRoot: string
  /** Absolute paths of what is never packed. Those that do not lie inside the root mean nothing here. */
  readonly exclude: readonly string[]
}

/** A directory of the tree. `origin` differs from `path` below a symlink: it is where the directory really lies. */
type Directory = {
  readonly real: string
  readonly path: string
  readonly origin: string
  /** `dev:ino` of this directory and those above it, to see loops. */
  readonly chain: readonly string[]
}

const breathe = promisify(setImmediate)

/**
 * Lists the files of a directory that are to be packed. Symlinks inside the tree are followed; empty directories are no
 * part of a tree, since a package is its files alone. Throws SourceError naming the first thing that cannot be packed.
 */
export async function walk(place: Place): Promise<Tree> {
  return new Walk(place).run()
}

/** An entry for a file that has just been looked at. */
export function entryOf(
  file: { readonly path: string; readonly real: string; readonly shownPath: string },
  stats: Stats
) {
  const { dev, ino, mtimeMs, size } = stats
  const executable = (stats.mode & 0o100) !== 0
  return { path: file.path, file: file.real, shownPath: file.shownPath, bytes: size, executable, dev, ino, mtimeMs }
}

/** What a thing is that is no file, directory or symlink. */
export function kindOf(stats: Stats): string {
  if (stats.isFIFO()) return 'a FIFO'
  if (stats.isSocket()) return 'a socket'
  return 'a device'
}

class Walk {
  readonly #place: Place
  readonly #entries: Entry[] = []
  readonly #withheld: string[] = []
  readonly #pending: Directory[] = []
  #directories = 0

  constructor(place: Place) {
    const inside = (path: string) => path !== place.root && contains(place.root, path)
    this.#place = { ...place, exclude: place.exclude.map(realOrSame).filter(inside) }
  }

  async run(): Promise<Tree> {
    const { root, shownRoot } = this.#place
    this.#enter({ real: root, path: '', origin: '', chain: [] }, lstatSync(root))
    for (let next = this.#pending.pop(); next; next = this.#pending.pop()) {
      for (const name of this.#names(next)) this.#take(next, name)
      await breathe()
    }
    checkSizes(this.#entries, shownRoot)
    const entries = inByteOrder(this.#entries, (entry) => entry.path)
    const withheld = inByteOrder(this.#withheld, (path) => path)
    const paths = entries.map((entry) => entry.path)
    refuseTwins(paths, shownRoot)
    return { entries, withheld }
  }

  #names(directory: Directory): readonly string[] {
    const shownPath = this.#shownPath(directory.path)
    return this.#reading(shownPath, () => readdirSync(directory.real, { encoding: 'buffer' })).map((bytes) => {
      const name = decodeName(bytes)
      if (name !== undefined) return name
      throw new SourceError(`\`${join(shown(shownPath), shownBytes(bytes))}\` has a name that is not UTF-8.`)
    })
  }

  #take(directory: Directory, name: string): void {
    const path = below(directory.path, name)
    const origin = below(directory.origin, name)
    const real = join(directory.real, name)
    if (this.#place.exclude.includes(real)) return
    const shownPath = this.#shownPath(path)
    const stats = this.#reading(shownPath, () => lstatSync(real))
    const verdict = stricter(verdictOn(path, stats.isFile()), verdictOn(origin, stats.isFile()))
    if (verdict === 'withhold') this.#withheld.push(stats.isDirectory() ? `${path}/` : path)
    if (verdict !== 'keep') return
    const fault = pathFault(path)
    if (fault) throw new SourceError(`\`${shown(shownPath)}\` ${fault}.`)
    const found = { real, path, origin, chain: directory.chain }
    if (stats.isSymbolicLink()) this.#takeLink(found, shownPath)
    else this.#add(found, stats)
  }

  #takeLink(link: Directory, shownPath: string): void {
    const target = follow({ real: link.real, shownPath }, this.#place)
    if (target.verdict === 'withhold') {
      this.#withheld.push(link.path)
      return
    }
    if (link.chain.includes(identity(target.stats)))
      throw badLink({ real: link.real, shownPath }, 'leads back to itself')
    this.#add({ ...link, real: target.real, origin: target.origin }, target.stats)
  }

  #add(found: Directory, stats: Stats): void {
    const shownPath = this.#shownPath(found.path)
    if (stats.isDirectory()) {
      this.#enter(found, stats)
    } else if (stats.isFile()) {
      this.#entries.push(entryOf({ ...found, shownPath }, stats))
      checkCount(this.#entries.length, this.#place.shownRoot)
    } else {
      throw new SourceError(`\`${shown(shownPath)}\` is ${kindOf(stats)}, which cannot be packed.`)
    }
  }

  #enter(found: Directory, stats: Stats): void {
    this.#directories += 1
    if (this.#directories > COMPILE_LIMITS.directories) {
      const root = shown(this.#place.shownRoot)
      throw new SourceError(`\`${root}\` holds more than ${COMPILE_LIMITS.directories} directories.`)
    }
    this.#pending.push({ ...found, chain: [...found.chain, identity(stats)] })
  }

  #shownPath(path: string): string {
    const root = this.#place.shownRoot
    return root === '.' && path !== '' ? path : join(root, path)
  }

  #reading<T>(shownPath: string, read: () => T): T {
    try {
      return read()
    } catch (error) {
      throw readFailure(error, shownPath)
    }
  }
}

function below(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`
}

function identity(stats: Stats): string {
  return `${stats.dev}:${stats.ino}`
}

/** JavaScript compares UTF-16 units, which is another order than that of the bytes; one character a byte is not. */
function inByteOrder<T>(items: readonly T[], pathOf: (item: T) => string): readonly T[] {
  const keyed = items.map((item) => ({ item, key: Buffer.from(pathOf(item)).toString('latin1') }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return keyed.map(({ item }) => item)
}
