import { unifiedDiff } from '../../log/unified-diff.ts'
import { type Change, type Comparison, type FileTexts, isChanged } from '../../model/comparison.ts'
import { count } from '../../model/values/words.ts'
import { code, details, fenced, prose, table } from '../markdown.ts'

/** Nobody reads more rows. */
const MOST_ROWS = 100

/** Of all differences of texts together: the rest of the summary must have room. */
const MOST_DIFF_BYTES = 200 * 1024

type ChangedText = { readonly name: string; readonly texts: FileTexts }

/**
 * What differs from the version that was active, with the differences of short texts; folded away after a deployment.
 * The texts are redacted and clean already.
 */
export function comparisonPart(comparison: Comparison, isPlan: boolean): string {
  const { changes, same } = comparison
  const rest = same === 0 ? '' : `${count(same, 'file')} ${same === 1 ? 'is' : 'are'} the same.`
  const parts = [changes.length > 0 ? changeTable(changes) : '', prose(rest), ...diffs(changes)]
  const body = parts.filter((part) => part !== '').join('\n\n')
  if (body === '') return ''
  return isPlan ? body : details(comparisonTitle(comparison), body)
}

/** What differs, in a line. */
export function comparisonTitle(comparison: Comparison): string {
  const { version, line } = comparison
  if (version === 0) return `The first version: ${line}`
  switch (isChanged(comparison)) {
    case true:
      return `Compared with version ${version}: ${line}`
    case false:
      return `Compared with version ${version}: nothing differs`
    default:
      return `Compared with version ${version}, as far as it can be: nothing differs`
  }
}

function changeTable(changes: readonly Change[]): string {
  const rows = changes.slice(0, MOST_ROWS).map((change) => [KINDS[change.kind], what(change), prose(change.detail)])
  const more = changes.length > MOST_ROWS ? [`${count(changes.length - MOST_ROWS, 'more change')} not shown.`] : []
  return [table(['Change', 'What', 'From, to'], rows), ...more].join('\n\n')
}

const KINDS: Readonly<Record<Change['kind'], string>> = {
  added: 'added',
  changed: 'changed',
  removed: 'removed',
  unknown: 'not compared'
}

function what({ part, name }: Change): string {
  switch (part) {
    case 'file':
      return code(name)
    case 'setting':
    case 'code':
      return prose(name)
    default:
      return `${part} ${code(name)}`
  }
}

/** As many as fit, each whole. */
function diffs(changes: readonly Change[]): readonly string[] {
  const texts = changes.flatMap(({ name, texts }) => (texts ? [{ name, texts }] : []))
  const shown: string[] = []
  let room = MOST_DIFF_BYTES
  for (const each of texts) {
    const diff = shownDiff(each)
    room -= Buffer.byteLength(diff)
    if (room < 0) break
    shown.push(diff)
  }
  const left = texts.length - shown.length
  return left === 0 ? shown : [...shown, `The differences of ${count(left, 'more file')} are not shown.`]
}

function shownDiff({ name, texts: { before, after } }: ChangedText): string {
  const diff = unifiedDiff(before, after)
  return diff === '' ? `${code(name)} differs in signs that are not shown.` : `${code(name)}\n\n${fenced('diff', diff)}`
}
