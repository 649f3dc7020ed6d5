import { withoutGutter } from '../../log/remote-text.ts'
import { why } from '../../model/errors.ts'
import type { Facts, Outcome } from '../../model/outcome.ts'
import type { TestRecord } from '../../model/ports/ports.ts'
import { count, duration } from '../../model/values/words.ts'
import { besideWhatStays, type Failure } from '../failure.ts'
import type { Remark } from '../log.ts'
import { block, code, details, paragraph, prose, table, unbroken } from '../markdown.ts'
import { summary } from '../toolkit.ts'
import { comparisonPart, comparisonTitle } from './comparison-part.ts'
import { belowHeadline, headline, type SummaryHead } from './headline.ts'
import { type TimedStep, timelineChart } from './timeline-chart.ts'

/** All that the summary tells of a run. The texts are redacted and clean already. */
export type SummaryContent = SummaryHead & {
  readonly steps: readonly TimedStep[]
  /** What compilers said, as inert Markdown; empty where they said nothing. */
  readonly diagnostics: string
  /** What was left out of the package, where that may be the cause; empty where it may not. */
  readonly leftOut: string
  readonly remarks: readonly Remark[]
}

/** The runner drops a summary over 1 MiB whole. */
const MOST_BYTES = 900 * 1024

/** Of one app's part of a comment, which may hold several. */
const MOST_COMMENT_BYTES = 20 * 1024

const MOST_COMMENT_DIAGNOSTICS = 10

/** Of a log's last lines in it: signs that Markdown would read take six bytes and more each. */
const MOST_EXCERPT_BYTES = 200 * 1024

/** What somebody reads who did not start the run: how it ended first, then the cause and the cure, the rest folded away. */
export function renderSummary(story: SummaryContent): string {
  const { failure, comparison, outcome } = story
  return fitted(
    [
      `### ${headline(story)}`,
      ...firstScreen(story),
      remarkList(story),
      failedTests(story),
      failure ? excerptPart(failure) : '',
      comparison ? comparisonPart(comparison, outcome.status === 'planned') : '',
      stepsPart(story)
    ],
    MOST_BYTES
  )
}

/** What the comment on a pull request shows, too: the least of the whole that tells what happened and what helps. */
export function renderComment(story: SummaryContent, last: string): string {
  const first = firstScreen({ ...story, diagnostics: firstLines(story.diagnostics) })
  return fitted([...first, failedTests(story), changesPart(story), last], MOST_COMMENT_BYTES).trimEnd()
}

/** A plan is what was asked for; of a deployment a line will do. */
function changesPart({ comparison, outcome }: SummaryContent): string {
  if (!comparison) return ''
  const whole = outcome.status === 'planned' ? comparisonPart(comparison, true) : ''
  return whole !== '' && Buffer.byteLength(whole) <= MOST_COMMENT_BYTES / 2
    ? whole
    : paragraph(comparisonTitle(comparison))
}

/** Of a list. */
function firstLines(list: string): string {
  const lines = list.split('\n')
  const rest = lines.length - MOST_COMMENT_DIAGNOSTICS
  return rest <= 0
    ? list
    : [...lines.slice(0, MOST_COMMENT_DIAGNOSTICS), `- and ${rest} more in the summary`].join('\n')
}

function firstScreen(story: SummaryContent): readonly string[] {
  const { failure, diagnostics, leftOut, facts } = story
  return [
    ...belowHeadline(story),
    diagnostics,
    failure ? causeAndCure(facts.publishedVersion === undefined ? besideWhatStays(failure) : failure) : '',
    leftOut === '' ? '' : paragraph(leftOut)
  ]
}

function failedTests({ tests }: SummaryContent): string {
  return tests.some(({ passed }) => !passed) ? testTable(tests) : ''
}

/** The parts that fit, each whole, so that no markup is left open. */
function fitted(parts: readonly string[], mostBytes: number): string {
  let text = ''
  let isWhole = true
  for (const part of parts.filter((each) => each !== '')) {
    const longer = text === '' ? part : `${text}\n\n${part}`
    if (Buffer.byteLength(longer) <= mostBytes) text = longer
    else isWhole = false
  }
  return isWhole ? `${text}\n` : `${text}\n\nThe rest is too long for this place; it is in the job log.\n`
}

/** A summary that cannot be written is no reason to fail a deployment. */
export async function writeSummary(text: string, warn: (text: string) => void): Promise<void> {
  try {
    await summary.addRaw(text).write({ overwrite: true })
  } catch (error) {
    warn(`The job summary was not written: ${why(error)}`)
  }
}

function causeAndCure({ lines, hint = '', snippet }: Failure): string {
  const paragraphs = [...lines, ...hint.split('\n')].filter((line) => line.trim() !== '').map(paragraph)
  return [...paragraphs, ...(snippet.length > 0 ? [block(snippet.join('\n'))] : [])].join('\n\n')
}

/** As many of the last lines as fit. */
function excerptPart({ excerpt, lines }: Failure): string {
  let room = MOST_EXCERPT_BYTES
  const from = excerpt.findLastIndex((line) => {
    room -= Buffer.byteLength(block(line))
    return room < 0
  })
  const kept = excerpt.slice(from + 1)
  const [only = '', ...others] = kept.map(withoutGutter)
  if (others.length === 0) {
    const isTold = only === '' || lines.some((line) => line.includes(only))
    return isTold ? '' : details('The last line of its log', block(only))
  }
  return details(`The last ${count(kept.length, 'line')} of its log`, block([only, ...others].join('\n')))
}

function remarkList({ remarks }: SummaryContent): string {
  return remarks.map(({ kind, text }) => `- ${kind === 'warning' ? '⚠️ ' : ''}${prose(text)}`).join('\n')
}

function testTable(tests: readonly TestRecord[]): string {
  return table(
    ['Test', 'Result', 'Time'],
    tests.map(({ name, passed, line, ms }) => [
      code(name),
      `${passed ? '✅' : '❌'}&nbsp;${prose(line)}`,
      unbroken(duration(ms))
    ])
  )
}

function stepsPart({ steps, tests, facts, outcome }: SummaryContent): string {
  const isGood = tests.length > 0 && tests.every(({ passed }) => passed)
  const parts = [
    steps.length > 0 ? timelineChart(steps) : '',
    steps.length > 0 ? stepTable(steps) : '',
    isGood ? testTable(tests) : '',
    identityList(facts, outcome)
  ]
  return details('Steps and digests', parts.filter((part) => part !== '').join('\n\n'))
}

function stepTable(steps: readonly TimedStep[]): string {
  return table(
    ['Step', 'Result', 'Time'],
    steps.map(({ name, line, ms, failed }) => [
      name,
      failed ? unbroken('❌ failed') : prose(line),
      unbroken(duration(ms))
    ])
  )
}

/** What tells this deployment from any other, whole. */
function identityList(facts: Facts, { status, reason }: Outcome): string {
  const { appId, codeHash, sourceDigest, imageRef, deployId, buildId, activeVersion } = facts
  const known: readonly (readonly [string, string | undefined])[] = [
    ['App', appId],
    ['Active after this step', typeof activeVersion === 'number' ? `version ${activeVersion}` : undefined],
    ['Package, sha256', sourceDigest],
    ['Code hash of the platform', codeHash],
    ['Image', imageRef],
    ['Compile', deployId],
    ['Build', buildId],
    ['Outcome', `${status}, ${reason}`]
  ]
  return known.flatMap(([name, value]) => (value ? [`- ${name}: ${code(value)}`] : [])).join('\n')
}
