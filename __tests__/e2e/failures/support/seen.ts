import { tmpdir } from 'node:os'
import { stripVTControlCharacters } from 'node:util'
import type { StageResult } from '../../../../runner/stage.ts'
import { constant } from '../../support/golden.ts'

/** Lines of the summary that stand on the screen before one scrolls. */
const MOST_LINES = 14

/** The app of a row, whose number only keeps the rows apart. */
const ROW_APP = /\bgreeter\d+\b/g

export function rowApp(at: number): string {
  return `greeter${at}`
}

/** What differs from run to run only where nothing of a log is shown. */
const CHANGING: readonly (readonly [RegExp, string])[] = [
  [ROW_APP, 'greeter'],
  [/(?<=-)[0-9a-f]{16}\b/g, 'HASH'],
  [/\b(?:INSTANT|\d{4}-\d\d-\d\d)(?: \d\d:\d\d(?::\d\d)? UTC)?/g, 'INSTANT'],
  [/(?<=localhost:)\d+/g, 'PORT'],
  // The runner lists every input there is.
  [/(?<=valid inputs are )\[[^\]]*\]/g, '[…]'],
  // Which Python this is, and where its library lies.
  [/(?:\/[\w.]+)+\/python3[\w./-]*\.py:\d+/g, 'PYTHON'],
  [new RegExp(`\`${RegExp.escape(tmpdir())}\``, 'g'), '`TEMP`']
]

/** What somebody sees from the red line on: the annotations, and the first lines of the summary. */
export function seen(stage: StageResult): string {
  const parts = [...stage.annotations.map(annotation), `summary\n${indented(head(stage.summary ?? ''))}`]
  const text = constant(stripVTControlCharacters(parts.join('\n\n')))
  return CHANGING.reduce((changed, [pattern, word]) => changed.replace(pattern, word), text)
}

function annotation({ level, message, properties }: StageResult['annotations'][number]): string {
  const { file, line, col, title } = properties
  const place = [file, line, col].filter((part) => part !== undefined).join(':')
  const heading = [level, title, place].filter((part) => part !== undefined && part !== '').join(' · ')
  return `${heading}\n${indented(message)}`
}

/** Without what is folded away. */
function head(summary: string): string {
  const [open = ''] = summary.split('<details')
  return open.trimEnd().split('\n').slice(0, MOST_LINES).join('\n')
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '    ')
}
