import { summary } from '@actions/core'
import { why } from '../model/errors.ts'
import { type Facts, mainUrl, type Outcome } from '../model/outcome.ts'
import type { StepRecord, TestRecord } from '../model/ports/ports.ts'
import { duration } from '../model/values/words.ts'
import type { Failure } from './failure.ts'
import type { Remark } from './log.ts'
import { block, code, markdownLink, prose } from './markdown.ts'

/** All that the summary tells of a run. The texts are redacted and clean already. */
type SummaryContent = {
  readonly app: string
  readonly outcome: Outcome
  readonly facts: Facts
  readonly steps: readonly StepRecord[]
  readonly tests: readonly TestRecord[]
  /** What compilers said, as inert Markdown; empty where they said nothing. */
  readonly diagnostics: string
  readonly remarks: readonly Remark[]
  readonly failure: Failure | undefined
  readonly ms: number
}

/** The runner drops a summary over 1 MiB whole. */
const MOST_BYTES = 900 * 1024

/** Of a log's last lines in it: signs that Markdown would read take six bytes and more each. */
const MOST_EXCERPT_BYTES = 200 * 1024

export function renderSummary(story: SummaryContent): string {
  const parts = [
    `### ${headline(story)}`,
    failureText(story),
    story.diagnostics,
    factTable(story),
    remarkList(story),
    testTable(story),
    stepTable(story)
  ]
  return fitted(parts.filter((part) => part !== ''))
}

/** The parts that fit, each whole, so that no markup is left open. */
function fitted(parts: readonly string[]): string {
  let text = ''
  let isWhole = true
  for (const part of parts) {
    const longer = text === '' ? part : `${text}\n\n${part}`
    if (Buffer.byteLength(longer) <= MOST_BYTES) text = longer
    else isWhole = false
  }
  return isWhole ? `${text}\n` : `${text}\n\nThe rest is too long for a summary; it is in the job log.\n`
}

/** A summary that cannot be written is no reason to fail a deployment. */
export async function writeSummary(text: string, warn: (text: string) => void): Promise<void> {
  try {
    await summary.addRaw(text).write({ overwrite: true })
  } catch (error) {
    warn(`The job summary was not written: ${why(error)}`)
  }
}

function headline({ app, outcome, facts, failure }: SummaryContent): string {
  if (failure) return prose(`${app}: ${failure.title}`)
  return prose(
    facts.publishedVersion === undefined
      ? `${app}: ${outcome.status}`
      : `${app}: version ${facts.publishedVersion} published`
  )
}

function failureText({ failure }: SummaryContent): string {
  if (!failure) return ''
  const snippet = failure.snippet.length > 0 ? block(failure.snippet.join('\n')) : ''
  const hint = failure.hint ? block(failure.hint) : ''
  return [block(failure.lines.join('\n')), hint, snippet, excerptBlock(failure)]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** As many of the last lines as fit. */
function excerptBlock({ excerpt }: Failure): string {
  let room = MOST_EXCERPT_BYTES
  const from = excerpt.findLastIndex((line) => {
    room -= Buffer.byteLength(block(line))
    return room < 0
  })
  const kept = excerpt.slice(from + 1)
  return kept.length > 0 ? block(kept.join('\n')) : ''
}

function factTable({ facts, outcome, ms }: SummaryContent): string {
  const url = facts.publicUrls && mainUrl(facts.publicUrls)
  const rows: (readonly [string, string | undefined])[] = [
    ['App', facts.appId && code(facts.appId)],
    ['URL', url && markdownLink(url)],
    ['Published version', facts.publishedVersion?.toString()],
    ['Active before', facts.previousVersion?.toString()],
    ['Active now', facts.activeVersion === 'unknown' ? undefined : facts.activeVersion?.toString()],
    ['Code hash', facts.codeHash && code(facts.codeHash)],
    ['Outcome', code(`${outcome.status}, ${outcome.reason}`)],
    ['Took', duration(ms)]
  ]
  return table(
    ['', ''],
    rows.flatMap(([name, value]) => (value ? [[name, value]] : []))
  )
}

function remarkList({ remarks }: SummaryContent): string {
  return remarks.map(({ kind, text }) => `- ${kind === 'warning' ? '⚠️ ' : ''}${prose(text)}`).join('\n')
}

function testTable({ tests }: SummaryContent): string {
  if (tests.length === 0) return ''
  return table(
    ['Test', 'Result', 'Time'],
    tests.map(({ name, passed, line, ms }) => [code(name), `${passed ? '✅' : '❌'} ${prose(line)}`, duration(ms)])
  )
}

function stepTable({ steps }: SummaryContent): string {
  if (steps.length === 0) return ''
  return table(
    ['Step', 'Result', 'Time'],
    steps.map(({ name, line, ms, failed }) => [name, failed ? '❌ failed' : prose(line), duration(ms)])
  )
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
