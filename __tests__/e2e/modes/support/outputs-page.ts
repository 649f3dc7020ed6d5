import { writeFileSync } from 'node:fs'
import { OUTPUTS } from '../../../../src/action/outputs.ts'
import type { Mode } from '../../../../src/model/plan.ts'
import { type ExpectedEnd, type OutputName, type OutputRow, SET } from './output-row.ts'
import { OUTPUT_ROWS } from './output-rows.ts'

const PAGE = new URL('../../../../docs/outputs.md', import.meta.url)

const HEAD = `# The outputs of every mode

Every output is set in every run, however it ends; what is not known is empty. A step that fails has its outputs, too, for a
later one with \`if: always()\`. The rows are runs of the tests (\`__tests__/e2e/modes/outputs.test.ts\`), which compare each
output with what the platform holds; \`npm run outputs\` makes this page of them.

- \`status\` says what was done, \`reason_code\` why it ended so.
- \`changed\` says whether what is live was changed: the active version or its settings. It is empty where a call that
  changes it was not answered, and reading did not tell.
- \`active_version\` is what was read last, and empty from such a call on until it is read.
- \`url\` and \`public_url\` are the same, and \`public_urls\` a JSON array: all three are set where the table says so of \`url\`.
- \`code_hash\` is the platform's: of the draft that this run saved or published, of the version that it rolls back to, or in
  mode \`status\` of the active one. Images that are named or cloned have none.
- \`image_ref\`, \`deploy_id\` and \`build_id\` are set where an image, a compile or a build is part of the run; \`log_path\` where
  the platform's log was shown.
- \`deployment_id\` and \`comment_id\` are set where a deployment was made on GitHub, and a comment written.
- \`duration_ms\` and \`result\`, which holds all of them as JSON, what is empty as null ([schema](result.schema.json)), are always set.
`

const INTRODUCED: Readonly<Record<Mode, string>> = {
  deploy: 'Version 1 is live when the run begins, where there is an app.',
  preview: 'Version 1 is live when the run begins, where there is an app of the pull request.',
  draft: 'Version 1 is live when the run begins, where there is an app.',
  publish: 'Version 1 is live when the run begins, and a draft lies beside it.',
  rollback: 'Version 2 is live when the run begins, and it is told `version: previous`.',
  delete: 'Version 1 is live when the run begins. What is deleted has no URL any more.',
  status: 'Nothing is written.'
}

const COLUMNS: readonly OutputName[] = [
  'status',
  'reason_code',
  'changed',
  'published_version',
  'previous_version',
  'active_version',
  'code_hash',
  'url'
]

/** Said of all rows above, or as another column is. */
const UNSHOWN: readonly OutputName[] = [...COLUMNS, 'public_url', 'public_urls', 'duration_ms', 'result']

/** docs/outputs.md as the rows have it. */
export function outputsPage(): string {
  const modes = Object.keys(INTRODUCED) as readonly Mode[]
  return [HEAD, ...modes.map(chapter)].join('\n')
}

function chapter(mode: Mode): string {
  const rows = OUTPUT_ROWS.filter((row) => row.mode === mode).map(cells)
  const head = ['how the run ends', ...COLUMNS.map((name) => `\`${name}\``), 'others']
  const lines = [head, head.map(() => '---'), ...rows].map((each) => `| ${each.join(' | ')} |`)
  return `## Mode \`${mode}\`\n\n${INTRODUCED[mode]}\n\n${lines.join('\n')}\n`
}

function cells({ ending, ends }: OutputRow): readonly string[] {
  const others = OUTPUTS.filter((name) => !UNSHOWN.includes(name) && shownValue(ends, name) !== '')
  const told = others.map((name) =>
    shownValue(ends, name) === SET ? `\`${name}\`` : `\`${name}\`: ${shownValue(ends, name)}`
  )
  return [ending, ...COLUMNS.map((name) => shownValue(ends, name)), told.join(', ')]
}

function shownValue(ends: ExpectedEnd, name: OutputName): string {
  return ends[name as keyof ExpectedEnd] ?? ''
}

if (import.meta.main) writeFileSync(PAGE, outputsPage())
