import { existsSync, lstatSync, type Stats } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { promisify } from 'node:util'
import { SourceError } from '../../model/errors.ts'
import { inByteOrder } from '../files/byte-order.ts'
import { contains, realOrSame } from '../files/containment.ts'
import { checkCount, checkDirectories, checkSizes } from '../files/contents.ts'
import { type Entry, listedFile, specialKind } from '../files/entry.ts'
import { naming } from '../files/file-faults.ts'
import { LIMITS } from '../files/limits.ts'
import { pathFault, printable } from '../files/names.ts'
import { tryToOpen } from '../files/open-file.ts'
import { checkTwins } from '../files/twins.ts'
import { decide, NO_RULES, type Rules } from '../rules/decide.ts'
import { type Exclusion, exclusionOf, isMadeByTool, stricter } from '../rules/exclusions.ts'
import { IGNITE_IGNORE } from '../rules/ignite-rules.ts'
import { readIgnoreFile } from '../rules/ignore-file.ts'
import { entryNames } from './entry-names.ts'
import type { ListedTree, WalkRoot } from './listed-tree.ts'
import { badLink, followSymlink } from './symlinks.ts'
import { TreeRemarks } from './tree-remarks.ts'

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
 * part of code, which is its files alone. Throws SourceError naming the first thing that cannot be packed or read.
 */
export async function walk(place: WalkRoot): Promise<ListedTree> {
  return new Walk(place).run()
}

class Walk {
  readonly #place: Required<Pick<WalkRoot, 'purpose' | 'rules' | 'platform'>> & WalkRoot
  /** What symlinks may lead to. */
  readonly #scope: { readonly root: string; readonly exclude: readonly string[] }
  readonly #entries: Entry[] = []
  readonly #packedDirectories: string[] = []
  readonly #skipped = new Set<string>()
  readonly #withheld: string[] = []
  readonly #remarks = new TreeRemarks()
  readonly #pending: Directory[] = []
  #directories = 0

  constructor(place: WalkRoot) {
    const root = place.single?.workspace ?? place.root
    const inside = (path: string) => path !== root && contains(root, path)
    this.#scope = { root, exclude: place.exclude.map(realOrSame).filter(inside) }
    this.#place = { purpose: 'code', rules: NO_RULES, platform: process.platform, ...place }
    if (place.rulesFrom) this.#remarks.rules(place.rulesFrom)
  }

  async run(): Promise<ListedTree> {
    const { root, shownRoot, purpose, rules } = this.#place
    this.#enter({ real: root, path: '', origin: '', chain: [], rules }, lstatSync(root))
    for (let next = this.#pending.pop(); next; next = this.#pending.pop()) {
      this.#list(next)
      await breathe()
    }
    checkSizes(this.#entries, shownRoot, LIMITS[purpose])
    const entries = inByteOrder(this.#entries, (entry) => entry.path)
    const directories = purpose === 'context' ? this.#packedDirectories : []
    const packed = [...entries.map((entry) => entry.path), ...directories]
    return {
      entries,
      emptyDirectories: inByteOrder(withoutParents(packed, directories), same),
      skipped: inByteOrder([...this.#skipped], same),
      withheld: inByteOrder(this.#withheld, same),
      remarks: [...checkTwins(packed, shownRoot, purpose), ...this.#remarks.all(this.#place)]
    }
  }

  #list(directory: Directory): void {
    const { single } = this.#place
    const isSingle = single && directory.path === ''
    const names = isSingle ? [single.name] : entryNames(directory.real, this.#shownPath(directory.path))
    const rules = single || names.includes(IGNITE_IGNORE) ? this.#withIgnoreFile(directory) : directory.rules
    if (names.length === 0) this.#remarks.empty(directory.real, this.#shownPath(directory.path))
    for (const name of names) if (name !== IGNITE_IGNORE) this.#take({ ...directory, rules }, name)
  }

  #withIgnoreFile({ real, path, rules }: Directory): Rules {
    const file = readIgnoreFile(join(real, IGNITE_IGNORE), this.#shownPath(below(path, IGNITE_IGNORE)))
    if (!file) return rules
    this.#remarks.rules(file)
    return { ...rules, ignite: rules.ignite.with(path, file) }
  }

  #take(directory: Directory, name: string): void {
    const path = below(directory.path, name)
    const origin = below(directory.origin, name)
    const found = { ...directory, real: entryOf(directory.real, name), path, origin }
    if (this.#scope.exclude.includes(found.real)) return
    const stats = naming(this.#shownPath(path), () => lstatSync(found.real))
    const ofPath = exclusionOf(path, stats.isFile())
    const byName = origin === path ? ofPath : stricter(ofPath, exclusionOf(origin, stats.isFile()))
    if (stats.isSymbolicLink()) {
      if (this.#decide(found, stats, byName)) this.#takeLink(found, byName)
    } else if (this.#decide(found, stats, byName)) this.#add(found, stats)
  }

  /** True where the thing is packed. A directory that is left out is entered if something below it may be packed. */
  #decide(found: Directory, stats: Stats, named: Exclusion): boolean {
    const isDirectory = stats.isDirectory()
    const byName = isDirectory && isToolOutput(found) ? stricter(named, 'skip') : named
    const { exclusion, isIgnored, below } = decide(found.rules, { path: found.path, isDirectory, byName })
    const isPacked = exclusion === 'keep'
    const fault = isPacked || below ? pathFault(found.path) : undefined
    if (fault) throw new SourceError(`\`${printable(this.#shownPath(found.path))}\` ${fault}.`, { hint: HINT })
    if (isPacked && !isDirectory) return true
    if (isPacked) this.#packedDirectories.push(found.path)
    if (below) this.#enter({ ...found, rules: below }, stats)
    else if (exclusion === 'withhold') this.#withheld.push(isDirectory ? `${found.path}/` : found.path)
    else if (isDirectory && byName === 'skip' && !isIgnored) this.#skipped.add(posix.basename(found.path))
    return false
  }

  /** A link is decided on once more as what it leads to: it may not carry a secret out under another name. */
  #takeLink(link: Directory, byName: Exclusion): void {
    const shownPath = this.#shownPath(link.path)
    const target = followSymlink({ real: link.real, shownPath }, this.#scope)
    if (link.chain.includes(identity(target.stats)))
      throw badLink({ real: link.real, shownPath }, 'leads back to itself')
    const found = { ...link, real: target.real, origin: target.origin }
    const strictest = target.isSensitive ? stricter(byName, 'withhold') : byName
    if (this.#decide(found, target.stats, strictest)) this.#add(found, target.stats)
  }

  #add(found: Directory, stats: Stats): void {
    const { shownRoot, purpose, platform } = this.#place
    const shownPath = this.#shownPath(found.path)
    if (!stats.isFile()) {
      throw new SourceError(`\`${printable(shownPath)}\` is ${specialKind(stats)}, which cannot be packed.`, {
        hint: HINT
      })
    }
    const listed = listedFile({ file: found.real, shownPath }, stats, platform)
    if (!mayBeReadByAll(stats, platform)) tryToOpen(listed)
    const executable = isExecutable(stats, purpose, platform)
    this.#entries.push({ ...listed, path: found.path, executable })
    checkCount(this.#entries.length, shownRoot, LIMITS[purpose])
  }

  #enter(found: Directory, stats: Stats): void {
    this.#directories += 1
    checkDirectories(this.#directories, this.#place.shownRoot, LIMITS[this.#place.purpose])
    this.#pending.push({ ...found, chain: [...found.chain, identity(stats)] })
  }

  #shownPath(path: string): string {
    const root = this.#place.shownRoot
    return root === '.' && path !== '' ? path : join(root, path)
  }
}

function isToolOutput({ real, path }: TreeNode): boolean {
  return isMadeByTool(posix.basename(path), {
    beside: (name) => existsSync(join(real, '..', name)),
    inside: (name) => existsSync(join(real, name))
  })
}

/** Most files are such, and are not opened before they are read. Windows does not say it. */
function mayBeReadByAll({ mode }: Stats, platform: NodeJS.Platform): boolean {
  return platform !== 'win32' && (mode & 0o444) === 0o444
}

/** Windows does not say which files are programs; docker takes all of a context for such there. */
function isExecutable(stats: Stats, purpose: WalkRoot['purpose'], platform: NodeJS.Platform): boolean {
  return platform === 'win32' && purpose === 'context' ? true : (stats.mode & 0o100) !== 0
}

function withoutParents(paths: readonly string[], directories: readonly string[]): readonly string[] {
  const parents = new Set(paths.map((path) => path.slice(0, Math.max(0, path.lastIndexOf('/')))))
  return directories.filter((directory) => !parents.has(directory))
}

/** What `join` gives for the name of an entry, without a look at each part of the path. */
function entryOf(directory: string, name: string): string {
  return directory.endsWith(sep) ? directory + name : directory + sep + name
}

function below(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`
}

function identity(stats: Stats): string {
  return `${stats.dev}:${stats.ino}`
}

function same(path: string): string {
  return path
}
