import { readFileSync } from 'node:fs'
import { ADVICE } from '../../src/platform/advice/advice.ts'
import { type ActionDescription, readActionDescription } from './action-description.ts'
import { inputTables } from './input-tables.ts'
import { table } from './table.ts'

export const README = new URL('../../README.md', import.meta.url)

/** What goes wrong most often, by the ids of its advice. */
const FREQUENT: readonly string[] = ['no-role', 'handler-file', 'python-module', 'listen', 'credentials-missing']

/** The parts that are made, each from what says it best. A comment of the page that bears the name begins it. */
const PARTS: Readonly<Record<string, (action: ActionDescription) => string>> = {
  inputs: inputTables,
  outputs: ({ outputs }) =>
    table(
      ['output', 'meaning'],
      Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description])
    ),
  advice: frequentFailures
}

/** The README with what is made in it made anew. */
export function currentReadme(): string {
  const action = readActionDescription()
  return Object.entries(PARTS).reduce(
    (page, [name, make]) => replacePart(page, name, make(action)),
    readFileSync(README, 'utf8')
  )
}

function replacePart(page: string, name: string, text: string): string {
  const begin = `<!-- ${name}: made by npm run readme -->\n`
  const end = `<!-- end of ${name} -->\n`
  const [before, rest] = page.split(begin)
  const [, after] = rest?.split(end) ?? []
  if (before === undefined || after === undefined) throw new Error(`README.md has no place for the part ${name}`)
  return `${before}${begin}\n${text}\n${end}${after}`
}

function frequentFailures(): string {
  const advice = ADVICE.flatMap(({ rows }) => rows)
  const rows = FREQUENT.map((id) => {
    const row = advice.find((each) => each.id === id)
    if (row === undefined) throw new Error(`there is no advice of the id ${id}`)
    return [row.symptom, row.cause, row.cure]
  })
  return table(['symptom', 'cause', 'cure'], rows)
}
