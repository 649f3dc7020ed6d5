import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { pathFault, twinsIn } from '../../../src/source/files/names.ts'
import { exclusionOf } from '../../../src/source/rules/exclusions.ts'
import { type FoundSource, findSource } from '../../../src/source/tree/find-source.ts'

/** Contents by path; a path that ends with `/` is a directory, `{ link }` a symlink, `{ mode, text }` a file with a mode. */
export type TreeSpec = Readonly<
  Record<string, string | Uint8Array | { readonly link: string } | { readonly mode: number; readonly text: string }>
>

/** A directory that is removed at the end of its scope. */
export class TemporaryTree implements Disposable {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'source-room-')))

  constructor(spec: TreeSpec = {}) {
    for (const [path, content] of Object.entries(spec)) this.add(path, content)
  }

  add(path: string, content: TreeSpec[string]): void {
    const place = join(this.root, path)
    mkdirSync(path.endsWith('/') ? place : dirname(place), { recursive: true })
    if (path.endsWith('/')) return
    if (typeof content === 'string' || ArrayBuffer.isView(content)) writeFileSync(place, content)
    else if ('link' in content) symlinkSync(content.link, place)
    else {
      writeFileSync(place, content.text)
      chmodSync(place, content.mode)
    }
  }

  at(path: string): string {
    return join(this.root, path)
  }

  remove(path: string): void {
    rmSync(this.at(path), { recursive: true })
  }

  replace(path: string, content: TreeSpec[string]): void {
    this.remove(path)
    this.add(path, content)
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true, force: true })
  }
}

const NOBODY = 65534

/** A path that cannot be read until the end of the scope. Root can read all, so for so long it is somebody else. */
export class DeniedPath implements Disposable {
  readonly #path: string
  readonly #mode: number
  readonly #isRoot = process.geteuid?.() === 0

  constructor(tree: TemporaryTree, path: string) {
    this.#path = tree.at(path)
    this.#mode = statSync(this.#path).mode
    chmodSync(tree.root, 0o755)
    chmodSync(this.#path, 0)
    if (this.#isRoot) process.seteuid?.(NOBODY)
  }

  [Symbol.dispose](): void {
    if (this.#isRoot) process.seteuid?.(0)
    chmodSync(this.#path, this.#mode)
  }
}

/** Where a file or directory of the tree was found. */
export function placeOf(tree: TemporaryTree, path: string): FoundSource {
  const place = findSource({ path: tree.at(path), shownPath: path }, { workspace: tree.root, exclude: [] })
  if ('problem' in place) throw new Error(place.problem.message)
  return place
}

/** What the promise was rejected with, as the reader sees it. */
export async function failureOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`
  }
  return 'no failure'
}

const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((each) => !each.includes('/') && pathFault(each) === undefined && exclusionOf(each, false) === 'keep')

/** Files that can lie in one tree: no path is a parent of another, and no two differ only in case or form. */
export const arbitraryTree = fc
  .array(
    fc.record({
      path: fc.array(name, { minLength: 1, maxLength: 8 }).map((parts) => parts.join('/')),
      content: fc.uint8Array({ maxLength: 2_000 })
    }),
    { maxLength: 8 }
  )
  .filter((files) => {
    const paths = files.map((file) => file.path)
    const isParent = (path: string) => paths.some((other) => other.startsWith(`${path}/`))
    return new Set(paths).size === paths.length && !paths.some(isParent) && twinsIn(paths).length === 0
  })
