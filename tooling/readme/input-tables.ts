import type { ActionDescription } from './action-description.ts'
import { FIRST_INPUTS, INPUT_GROUPS, type InputGroup } from './input-groups.ts'
import { table } from './table.ts'

/** The inputs of action.yml as the README shows them. Throws where one is in no group, or in two. */
export function inputTables(action: ActionDescription): string {
  const grouped = [...FIRST_INPUTS, ...INPUT_GROUPS.flatMap(({ inputs }) => inputs)]
  const wrong = [
    ...Object.keys(action.inputs).filter((name) => grouped.filter((each) => each === name).length !== 1),
    ...grouped.filter((name) => !(name in action.inputs))
  ]
  if (wrong.length > 0) throw new Error(`input-groups.ts must name each input of action.yml once: ${wrong.join(', ')}`)
  return [rows(FIRST_INPUTS, action), ...INPUT_GROUPS.map((group) => folded(group, action))].join('\n')
}

function folded({ title, introduction, inputs }: InputGroup, action: ActionDescription): string {
  const above = introduction === undefined ? '' : `${introduction}\n\n`
  return `<details>\n<summary>${title}</summary>\n\n${above}${rows(inputs, action)}\n</details>\n`
}

function rows(names: readonly string[], { inputs }: ActionDescription): string {
  const cells = names.map((name) => {
    const { description = '', required, default: value = '' } = inputs[name] ?? {}
    return [`\`${name}\``, required ? 'required' : shownDefault(value), description]
  })
  return table(['input', 'default', 'meaning'], cells)
}

/** A context of the runner's is not what somebody would write. */
function shownDefault(value: string): string {
  if (value === '') return ''
  return value.startsWith('$') ? "the runner's" : `\`${value}\``
}
