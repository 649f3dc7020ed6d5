import type { Command } from '../../model/image-model.ts'

/** The value of a variable; undefined where it is not set. */
export type Scope = (name: string) => string | undefined

const VARIABLE = /\\(?<escaped>.)|\$(?:(?<name>\w+)|\{(?<braced>\w+)(?:(?<operator>:[-+])(?<word>[^}]*))?\})/gs
const PIECE =
  /(?<space>\s+)|'(?<single>[^']*)'|"(?<double>(?:\\.|[^"\\])*)"|(?<plain>(?:\\.|\$\{[^}]*\}|[^\s'"\\])+)|(?<rest>.)/gs

/** The words of an instruction, without their quotes and with the values of the variables. */
export function words(text: string, scope: Scope): readonly string[] {
  const found: string[] = []
  let open: string | undefined
  for (const { groups = {} } of text.matchAll(PIECE)) {
    const { space, single, double, plain, rest } = groups
    if (space !== undefined) {
      if (open !== undefined) found.push(open)
      open = undefined
    } else open = (open ?? '') + (single ?? expand(double ?? plain ?? rest ?? '', scope))
  }
  return open === undefined ? found : [...found, open]
}

/** The whole text as one word. */
export function oneWord(text: string, scope: Scope): string {
  return words(text, scope).join(' ')
}

function expand(text: string, scope: Scope): string {
  return text.replace(VARIABLE, (...match) => {
    const { escaped, name, braced = '', operator, word = '' } = match.at(-1) as Record<string, string | undefined>
    if (escaped !== undefined) return escaped
    const value = scope(name ?? braced)
    if (operator === ':-') return value || expand(word, scope)
    if (operator === ':+') return value ? expand(word, scope) : ''
    return value ?? ''
  })
}

/** `KEY=VALUE …`, or the old `KEY VALUE` of one variable, whose value is all that follows. */
export function assignments(text: string, scope: Scope): Readonly<Record<string, string>> {
  const [, key = '', value = ''] = /^([^\s=]+)\s+([\s\S]*)$/.exec(text) ?? []
  if (key) return { [key]: oneWord(value, scope) }
  return Object.fromEntries(
    words(text, scope).map((word) => {
      const at = word.indexOf('=')
      return at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1)]
    })
  )
}

/** `NAME` and `NAME=DEFAULT`, several of them. */
export function declarations(text: string, scope: Scope): readonly (readonly [string, string | undefined])[] {
  return words(text, scope).map((word) => {
    const at = word.indexOf('=')
    return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)]
  })
}

/** A JSON list of texts, or the text for a shell. */
export function commandOf(text: string): Command {
  const args = jsonList(text)
  return args ? { form: 'exec', args } : { form: 'shell', text }
}

/** Undefined where the text is not a JSON list of texts: then it is a plain one that begins with a bracket. */
export function jsonList(text: string): readonly string[] | undefined {
  if (!text.startsWith('[')) return undefined
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) && list.every((arg) => typeof arg === 'string') ? list : undefined
  } catch {
    return undefined
  }
}
