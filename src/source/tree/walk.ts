import { existsSync, lstatSync, type Stats } from 'node:fs'
import { join, posix } from 'node:path'
import { promisify } from 'node:util'
import { SourceError } from '../../model/errors.ts'
import { inByteOrder } from '../files/byte-order.ts'
import { contains, entryIn, realOrSame, shownPathIn } from '../files/containment.ts'
import { checkCount, checkDirectories, checkSizes } from '../files/contents.ts'
import { type Entry, specialKind, type Tree, TreeEntry } from '../files/entry.ts'
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

type Found = TreeNode & { readonly above: Directory }

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
  /** What the entries keep, so that they do not keep the rules. */
  readonly #tree: Tree
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
    const { purpose, platform } = this.#place
    this.#tree = { root: place.root, shownRoot: place.shownRoot, purpose, platform }
    if (place.rulesFrom) this.#remarks.rules(place.rulesFrom)
  }

  async run(): Promise<ListedTree> {
    const { root, shownRoot, purpose, rules } = this.#place
    this.#enter({ real: root, path: '', origin: '' }, lstatSync(root), { chain: [], rules })
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
    const above = { ...directory, rules }
    for (const name of names) if (name !== IGNITE_IGNORE) this.#take(above, name)
  }

  #withIgnoreFile({ real, path, rules }: Directory): Rules {
    const file = readIgnoreFile(join(real, IGNITE_IGNORE), this.#shownPath(below(path, IGNITE_IGNORE)))
    if (!file) return rules
    this.#remarks.rules(file)
    return { ...rules, ignite: rules.ignite.with(path, file) }
  }

  #take(above: Directory, name: string): void {
    const path = below(above.path, name)
    const origin = above.origin === above.path ? path : below(above.origin, name)
    const found = { real: entryIn(above.real, name), path, origin, above }
    if (this.#scope.exclude.includes(found.real)) return
    const stats = naming(this.#shownPath(path), () => lstatSync(found.real))
    const ofPath = exclusionOf(path, stats.isFile())
    const byName = origin === path ? ofPath : stricter(ofPath, exclusionOf(origin, stats.isFile()))
    if (stats.isSymbolicLink()) {
      if (this.#decide(found, stats, byName)) this.#takeLink(found, byName)
    } else if (this.#decide(found, stats, byName)) this.#add(found, stats)
  }

  /** True where the thing is packed. A directory that is left out is entered if something below it may be packed. */
  #decide(found: Found, stats: Stats, named: Exclusion): boolean {
    const isDirectory = stats.isDirectory()
    const byName = isDirectory && isToolOutput(found) ? stricter(named, 'skip') : named
    const { exclusion, isIgnored, below } = decide(found.above.rules, { path: found.path, isDirectory, byName })
    const isPacked = exclusion === 'keep'
    const fault = isPacked || below ? pathFault(found.path) : undefined
    if (fault) throw new SourceError(`\`${printable(this.#shownPath(found.path))}\` ${fault}.`, { hint: HINT })
    if (isPacked && !isDirectory) return true
    if (isPacked) this.#packedDirectories.push(found.path)
    if (below) this.#enter(found, stats, { chain: found.above.chain, rules: below })
    else if (exclusion === 'withhold') this.#withheld.push(isDirectory ? `${found.path}/` : found.path)
    else if (isDirectory && byName === 'skip' && !isIgnored) this.#skipped.add(posix.basename(found.path))
    return false
  }

  /** A link is decided on once more as what it leads to: it may not carry a secret out under another name. */
  #takeLink(link: Found, byName: Exclusion): void {
    const shownPath = this.#shownPath(link.path)
    const target = followSymlink({ real: link.real, shownPath }, this.#scope)
    if (link.above.chain.includes(identity(target.stats)))
      throw badLink({ real: link.real, shownPath }, 'leads back to itself')
    const found = { ...link, real: target.real, origin: target.origin }
    const strictest = target.isSensitive ? stricter(byName, 'withhold') : byName
    if (this.#decide(found, target.stats, strictest)) this.#add(found, target.stats)
  }

  #add(found: Found, stats: Stats): void {
    const { shownRoot, purpose } = this.#place
    const shownPath = this.#shownPath(found.path)
    if (!stats.isFile()) {
      throw new SourceError(`\`${printable(shownPath)}\` is ${specialKind(stats)}, which cannot be packed.`, {
        hint: HINT
      })
    }
    const { platform } = this.#tree
    if (!mayBeReadByAll(stats, platform)) tryToOpen({ file: found.real, shownPath })
    this.#entries.push(new TreeEntry(this.#tree, found, stats))
    checkCount(this.#entries.length, shownRoot, LIMITS[purpose])
  }

  #enter({ real, path, origin }: TreeNode, stats: Stats, { chain, rules }: Pick<Directory, 'chain' | 'rules'>): void {
    this.#directories += 1
    checkDirectories(this.#directories, this.#place.shownRoot, LIMITS[this.#place.purpose])
    this.#pending.push({ real, path, origin, chain: [...chain, identity(stats)], rules })
  }

  #shownPath(path: string): string {
    return shownPathIn(this.#place.shownRoot, path)
  }
}

function isToolOutput({ real, path }: TreeNode): boolean {
  return isMadeByTool(posix.basename(path), {
    beside: (name) => existsSync(join(real, '..', name)),
    inside: (name) => existsSync(entryIn(real, name))
  })
}

/** Most files are such, and are not opened before they are read. Windows does not say it. */
function mayBeReadByAll({ mode }: Stats, platform: NodeJS.Platform): boolean {
  return platform !== 'win32' && (mode & 0o444) === 0o444
}

function withoutParents(paths: readonly string[], directories: readonly string[]): readonly string[] {
  const parents = new Set(paths.map((path) => path.slice(0, Math.max(0, path.lastIndexOf('/')))))
  return directories.filter((directory) => !parents.has(directory))
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
