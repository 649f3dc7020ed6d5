import { summary } from '@actions/core'
import { type Facts, mainUrl, type Outcome } from '../deploy/outcome.ts'
import type { StepRecord, TestRecord } from '../deploy/ports.ts'
import { duration } from '../deploy/words.ts'
import type { Failure } from './failure.ts'
import type { Remark } from './log.ts'
import { block, code, link, prose } from './markdown.ts'

/** All that the summary tells of a run. The texts are redacted and clean already. */
export type Story = {
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

export function renderSummary(story: Story): string {
  const parts = [
    `### ${headline(story)}`,
    failureText(story),
    story.diagnostics,
    factTable(story),
    remarkList(story),
    testTable(story),
    stepTable(story)
  ]
  const text = `${parts.filter((part) => part !== '').join('\n\n')}\n`
  return Buffer.byteLength(text) <= MOST_BYTES ? text : `${parts[0]}\n\nThe summary was too long; see the job log.\n`
}

/** A summary that cannot be written is no reason to fail a deployment. */
export async function writeSummary(text: string, warn: (text: string) => void): Promise<void> {
  try {
    await summary.addRaw(text).write({ overwrite: true })
  } catch (error) {
    warn(`The job summary was not written: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function headline({ app, outcome, facts, failure }: Story): string {
  if (failure) return prose(`${app}: ${failure.title}`)
  return prose(
    facts.publishedVersion === undefined
      ? `${app}: ${outcome.status}`
      : `${app}: version ${facts.publishedVersion} published`
  )
}

function failureText({ failure }: Story): string {
  if (!failure) return ''
  const excerpt = failure.excerpt.length > 0 ? block(failure.excerpt.join('\n')) : ''
  const snippet = failure.snippet.length > 0 ? block(failure.snippet.join('\n')) : ''
  return [block(failure.lines.join('\n')), failure.hint ? block(failure.hint) : '', snippet, excerpt]
    .filter((part) => part !== '')
    .join('\n\n')
}

function factTable({ facts, outcome, ms }: Story): string {
  const url = facts.publicUrls && mainUrl(facts.publicUrls)
  const rows: (readonly [string, string | undefined])[] = [
    ['App', facts.appId && code(facts.appId)],
    ['URL', url && link(url)],
    ['Published version', facts.publishedVersion?.toString()],
    ['Active before', facts.previousVersion?.toString()],
    ['Active now', facts.activeVersion?.toString()],
    ['Code hash', facts.codeHash && code(facts.codeHash)],
    ['Outcome', code(`${outcome.status}, ${outcome.reason}`)],
    ['Took', duration(ms)]
  ]
  return table(
    ['', ''],
    rows.flatMap(([name, value]) => (value ? [[name, value]] : []))
  )
}

function remarkList({ remarks }: Story): string {
  return remarks.map(({ kind, text }) => `- ${kind === 'warning' ? '⚠️ ' : ''}${prose(text)}`).join('\n')
}

function testTable({ tests }: Story): string {
  if (tests.length === 0) return ''
  return table(
    ['Test', 'Result', 'Time'],
    tests.map(({ name, passed, line, ms }) => [code(name), `${passed ? '✅' : '❌'} ${prose(line)}`, duration(ms)])
  )
}

function stepTable({ steps }: Story): string {
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
