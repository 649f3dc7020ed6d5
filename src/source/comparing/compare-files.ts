import { isUtf8 } from 'node:buffer'
import type { Change, FileComparison } from '../../model/comparison.ts'
import type { CodeFile } from '../../model/platform-state.ts'
import { size } from '../../model/values/words.ts'
import type { SizedFile } from '../files/contents.ts'
import { showableTexts } from './showable-texts.ts'

/** Files that are deployed. Their contents are read where they are asked for. */
type HeldFiles = {
  readonly files: readonly SizedFile[]
  /** Gives each content by its path. Throws SourceError where a file is another by now. */
  readonly read: (paths: ReadonlySet<string>) => Promise<ReadonlyMap<string, Buffer>>
}

/** A file that both have. */
type FilePair = { readonly held: SizedFile; readonly given: CodeFile }

/** A larger file is no text that somebody reads. */
const TEXT_BYTES = 64_000

/** Files that are deployed beside those of a version. Throws what reading them throws. */
export async function compareFiles(
  held: HeldFiles,
  version: readonly CodeFile[],
  credentials: readonly string[]
): Promise<FileComparison> {
  const given = new Map(version.map((file) => [file.path, file]))
  const pairs = held.files.flatMap((file): FilePair[] => {
    const other = given.get(file.path)
    given.delete(file.path)
    return other ? [{ held: file, given: other }] : []
  })
  const inBoth = new Set(pairs.map((pair) => pair.held.path))
  const added = held.files.filter(({ path }) => !inBoth.has(path)).map((file) => change('added', file))
  const removed = [...given.values()].map((file) => change('removed', file))
  const contents = await held.read(new Set(pairs.filter(isToRead).map((pair) => pair.held.path)))
  const changed = pairs.flatMap((pair) => difference(pair, contents.get(pair.held.path), credentials) ?? [])
  const changes = [...added, ...removed, ...changed].sort((a, b) => (a.name < b.name ? -1 : 1))
  return { changes, same: pairs.length - changed.length }
}

function change(kind: 'added' | 'removed', { path, bytes }: SizedFile): Change {
  return { kind, part: 'file', name: path, detail: size(bytes) }
}

/** Of files with other sizes only what may be shown. */
function isToRead(pair: FilePair): boolean {
  const { held, given } = pair
  return given.content !== undefined && (held.bytes === given.bytes || isShort(pair))
}

function isShort({ held, given }: FilePair): boolean {
  return held.bytes <= TEXT_BYTES && given.bytes <= TEXT_BYTES
}

/** Undefined where both are the same. */
function difference(pair: FilePair, content: Buffer | undefined, credentials: readonly string[]): Change | undefined {
  const { held, given } = pair
  const isSameSize = held.bytes === given.bytes
  const sizes = isSameSize ? `${size(held.bytes)}, the same size` : `${size(given.bytes)} → ${size(held.bytes)}`
  const changed: Change = { kind: 'changed', part: 'file', name: held.path, detail: sizes }
  const uncompared: Change = isSameSize ? { ...changed, kind: 'unknown', detail: `${sizes}, not compared` } : changed
  if (given.content === undefined || content === undefined) return uncompared
  if (content.equals(given.content)) return undefined
  // What is no text may have been given as one, with other signs in the place of its bytes.
  if (!isUtf8(content)) return uncompared
  if (!isShort(pair)) return changed
  const shown = showableTexts(held.path, { before: given.content, after: content }, credentials)
  return shown === 'secret'
    ? { ...changed, detail: `${sizes}, not shown: it may hold secrets` }
    : { ...changed, ...shown }
}
