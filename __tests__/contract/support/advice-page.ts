import { writeFileSync } from 'node:fs'
import { ADVICE } from '../../../src/platform/advice/advice.ts'
import type { AdviceRow } from '../../../src/platform/advice/advice-row.ts'
import { BUILD_ADVICE, GONE, secretAdvice, settingsAdvice, sizeAdvice } from '../../../src/platform/advice/calls.ts'
import { CONNECTION_ADVICE, HTTP_ADVICE, TLS_TOO_WEAK, TOO_LARGE } from '../../../src/platform/advice/connections.ts'
import { type CallAdvice, STATUS_ADVICE, TOO_MANY_ADVICE } from '../../../src/platform/advice/statuses.ts'

const PAGE = new URL('../../../docs/advice.md', import.meta.url)

const HEAD = `# What goes wrong

What a failed run says about its cure is found here, by the words that came with the failure. This page is made from the
rows in \`src/platform/advice/\` by \`npm run advice\`.

## The order

Evidence is read nearest first, and the first row that is found is the advice:

1. the words of your own program: its exception, its exit;
2. those of the compiler or the package manager;
3. those of the builder of the image;
4. those of the registry, and of the container that does not start or answer;
5. the platform's own words;
6. what is wrong with the connection, where the call did not get through;
7. what the call that failed, or the step, knows of itself;
8. the platform's status.

Rows match whole words of a sentence, never a part of a path, of an image or of an app's name. NAME stands for what the
words name: a module, a role, a file. Where a module or a file is missed, the code that was packed is looked at first: a name
that is nearly right, or a file that lies elsewhere or was left out, comes before the cure. Where a program fails in a
test, or does not compile, only 1 and 2 are read: it may say of its database what the platform says of a container.
`

/** docs/advice.md as the rows have it. */
export function advicePage(): string {
  const chapters = ADVICE.map(({ title, rows }) => `## ${title}\n\n${table(CAUSES, rows.map(cells))}`)
  return [HEAD, ...chapters, connections(), calls(), statuses()].join('\n')
}

const CAUSES = ['symptom', 'cause', 'cure']

function cells({ symptom, cause, cure, misspelt }: AdviceRow): readonly string[] {
  return [symptom, cause, misspelt === undefined ? cure : `${cure} ${misspelt}`]
}

function connections(): string {
  const made = CONNECTION_ADVICE.map(({ says, hint }) => [says, hint('api-endpoint')])
  const broken = [TLS_TOO_WEAK, TOO_LARGE].map(({ says, hint }) => [says, hint])
  const http = [
    ['the endpoint answered HTTP 429 or 5xx, not gRPC', HTTP_ADVICE.passing],
    ['the endpoint answered another HTTP status, not gRPC', HTTP_ADVICE.final]
  ]
  const note = 'The token endpoint has the same rows, with `auth-url` for `api-endpoint`.\n'
  return `## Connections\n\n${table(['cause', 'cure'], [...made, ...broken, ...http])}\n${note}`
}

function calls(): string {
  const archive = new Uint8Array(5_000_000)
  const rows = [
    ...callRows('Starting a build', BUILD_ADVICE),
    ...callRows('Saving the draft of 5 MB of code', sizeAdvice(archive, 'source')),
    ...callRows('Saving the draft of a context of 5 MB', sizeAdvice(archive, 'draftContext')),
    ...callRows('Starting a build of a context of 5 MB', sizeAdvice(archive, 'buildContext')),
    ...callRows('Anything about an app that was there', GONE),
    ...callRows('Changing `tier` and `ports`', settingsAdvice({ tier: 'small', ports: [80] })),
    ...callRows('Saving a draft with `git-secret-ref`', secretAdvice('git-secret-ref')),
    ...callRows('Saving a draft with `registry-secret-ref`', secretAdvice('registry-secret-ref'))
  ]
  return `## Calls\n\n${table(['call', 'status', 'cure'], rows)}`
}

function callRows(call: string, advice: CallAdvice): readonly (readonly string[])[] {
  return Object.entries(advice).map(([status, cure]) => [call, `\`${status}\``, cure])
}

function statuses(): string {
  const rows = Object.entries(STATUS_ADVICE).flatMap(([status, cure]) => (cure ? [[`\`${status}\``, cure]] : []))
  const often = ['`RESOURCE_EXHAUSTED` with `too many requests`, `rate limit exceeded`, …', TOO_MANY_ADVICE]
  return `## Statuses\n\n${table(['status', 'cause and cure'], [...rows, often])}`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(escaped).join(' | ')} |`)
  return `${lines.join('\n')}\n`
}

/** A bar ends a cell, and `<id>` would be a tag. */
function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|')
}

if (import.meta.main) writeFileSync(PAGE, advicePage())
