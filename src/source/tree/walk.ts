import { lstatSync, readdirSync, type Stats } from 'node:fs'
import { join, posix } from 'node:path'
import { promisify } from 'node:util'
import { SourceError } from '../../model/errors.ts'
import { contains, realOrSame } from '../files/containment.ts'
import { checkCount, checkDirectories, checkSizes } from '../files/contents.ts'
import { type Entry, listedFile, specialKind } from '../files/entry.ts'
import { naming } from '../files/file-faults.ts'
import { COMPILE_LIMITS, type Limits } from '../files/limits.ts'
import { decodeName, pathFault, printable, printableBytes, refuseTwins } from '../files/names.ts'
import { decide, NO_RULES, type Rules } from '../rules/decide.ts'
import { type Exclusion, exclusionOf, stricter } from '../rules/exclusions.ts'
import { IGNITE_IGNORE } from '../rules/ignite-rules.ts'
import { readIgnoreFile } from '../rules/ignore-file.ts'
import { badLink, followSymlink } from './symlinks.ts'

export type ListedTree = {
  /** In byte order of their paths. */
  readonly entries: readonly Entry[]
  /** Names of directories left out by default, each once. In byte order. */
  readonly skipped: readonly string[]
  /** Paths left out because they are likely to hold secrets; directories end with `/`. In byte order. */
  readonly withheld: readonly string[]
}

export type WalkRoot = {
  /** Absolute path of the directory, without symlinks. */
  readonly root: string
  /** The directory as the user wrote it. */
  readonly shownRoot: string
  /** Absolute paths of what is never packed. Those that do not lie inside the root mean nothing here. */
  readonly exclude: readonly string[]
  /** COMPILE_LIMITS where left out. */
  readonly limits?: Limits
  /** Rules besides those of the `.igniteignore` files in the tree. */
  readonly rules?: Rules
}

/** Something in the tree. `origin` differs from `path` below a symlink: it is where the thing really lies. */
type TreeNode = { readonly real: string; readonly path: string; readonly origin: string }

type Directory = TreeNode & {
  /** `dev:ino` of this directory and those above it, to see loops. */
  readonly chain: readonly string[]
  readonly rules: Rules
}

const HINT = 'Rename or remove it, or leave it out by an `.igniteignore`.'

const breathe = promisify(setImmediate)

/**
 * Lists the files of a directory that are to be packed. Symlinks inside the tree are followed; empty directories are no
 * part of a tree, since a package is its files alone. Throws SourceError naming the first thing that cannot be packed.
 */
export async function walk(place: WalkRoot): Promise<ListedTree> {
  return new Walk(place).run()
}

class Walk {
  readonly #place: WalkRoot & { readonly limits: Limits; readonly rules: Rules }
  readonly #entries: Entry[] = []
  readonly #skipped = new Set<string>()
  readonly #withheld: string[] = []
  readonly #pending: Directory[] = []
  #directories = 0

  constructor(place: WalkRoot) {
    const inside = (path: string) => path !== place.root && contains(place.root, path)
    const exclude = place.exclude.map(realOrSame).filter(inside)
    this.#place = { limits: COMPILE_LIMITS, rules: NO_RULES, ...place, exclude }
  }

  async run(): Promise<ListedTree> {
    const { root, shownRoot, limits, rules } = this.#place
    this.#enter({ real: root, path: '', origin: '', chain: [], rules }, lstatSync(root))
    for (let next = this.#pending.pop(); next; next = this.#pending.pop()) {
      this.#list(next)
      await breathe()
    }
    checkSizes(this.#entries, shownRoot, limits)
    const entries = inByteOrder(this.#entries, (entry) => entry.path)
    const withheld = inByteOrder(this.#withheld, (path) => path)
    const skipped = inByteOrder([...this.#skipped], (name) => name)
    const paths = entries.map((entry) => entry.path)
    refuseTwins(paths, shownRoot)
    return { entries, skipped, withheld }
  }

  #list(directory: Directory): void {
    const names = this.#names(directory)
    const rules = names.includes(IGNITE_IGNORE) ? this.#withIgnoreFile(directory) : directory.rules
    for (const name of names) if (name !== IGNITE_IGNORE) this.#take({ ...directory, rules }, name)
  }

  #names(directory: Directory): readonly string[] {
    const shownPath = this.#shownPath(directory.path)
    return naming(shownPath, () => readdirSync(directory.real, { encoding: 'buffer' })).map((bytes) => {
      const name = decodeName(bytes)
      if (name !== undefined) return name
      throw new SourceError(`\`${join(printable(shownPath), printableBytes(bytes))}\` has a name that is not UTF-8.`, {
        hint: 'Rename it.'
      })
    })
  }

  #withIgnoreFile({ real, path, rules }: Directory): Rules {
    const file = readIgnoreFile(join(real, IGNITE_IGNORE), this.#shownPath(below(path, IGNITE_IGNORE)))
    return file ? { ...rules, ignite: rules.ignite.with(path, file) } : rules
  }

  #take(directory: Directory, name: string): void {
    const path = below(directory.path, name)
    const origin = below(directory.origin, name)
    const found = { ...directory, real: join(directory.real, name), path, origin }
    if (this.#place.exclude.includes(found.real)) return
    const stats = naming(this.#shownPath(path), () => lstatSync(found.real))
    const byName = stricter(exclusionOf(path, stats.isFile()), exclusionOf(origin, stats.isFile()))
    if (!this.#decide(found, stats, byName)) return
    if (stats.isSymbolicLink()) this.#takeLink(found, byName)
    else this.#add(found, stats)
  }

  /** True where the thing is packed. A directory that is left out is entered if something below it may be packed. */
  #decide(found: Directory, stats: Stats, byName: Exclusion): boolean {
    const isDirectory = stats.isDirectory()
    const { exclusion, isIgnored, below } = decide(found.rules, { path: found.path, isDirectory, byName })
    const isPacked = exclusion === 'keep'
    const fault = isPacked || below ? pathFault(found.path) : undefined
    if (fault) throw new SourceError(`\`${printable(this.#shownPath(found.path))}\` ${fault}.`, { hint: HINT })
    if (isPacked && !isDirectory) return true
    if (below) this.#enter({ ...found, rules: below }, stats)
    else if (exclusion === 'withhold') this.#withheld.push(isDirectory ? `${found.path}/` : found.path)
    else if (isDirectory && byName === 'skip' && !isIgnored) this.#skipped.add(posix.basename(found.path))
    return false
  }

  /** A link is decided on once more as what it leads to: it may not carry a secret out under another name. */
  #takeLink(link: Directory, byName: Exclusion): void {
    const shownPath = this.#shownPath(link.path)
    const target = followSymlink({ real: link.real, shownPath }, this.#place)
    if (link.chain.includes(identity(target.stats)))
      throw badLink({ real: link.real, shownPath }, 'leads back to itself')
    const found = { ...link, real: target.real, origin: target.origin }
    const strictest = target.isSensitive ? stricter(byName, 'withhold') : byName
    if (this.#decide(found, target.stats, strictest)) this.#add(found, target.stats)
  }

  #add(found: Directory, stats: Stats): void {
    const shownPath = this.#shownPath(found.path)
    if (!stats.isFile()) {
      throw new SourceError(`\`${printable(shownPath)}\` is ${specialKind(stats)}, which cannot be packed.`, {
        hint: HINT
      })
    }
    const executable = (stats.mode & 0o100) !== 0
    this.#entries.push({ ...listedFile({ file: found.real, shownPath }, stats), path: found.path, executable })
    checkCount(this.#entries.length, this.#place.shownRoot, this.#place.limits)
  }

  #enter(found: Directory, stats: Stats): void {
    this.#directories += 1
    checkDirectories(this.#directories, this.#place.shownRoot, this.#place.limits)
    this.#pending.push({ ...found, chain: [...found.chain, identity(stats)] })
  }

  #shownPath(path: string): string {
    const root = this.#place.shownRoot
    return root === '.' && path !== '' ? path : join(root, path)
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
