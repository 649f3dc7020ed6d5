import type { Json } from '../../model/values/json.ts'
import type { ParsedValue } from './parse-values.ts'

/** JSON, or where it is wrong: line and column, never the text, which may hold secrets. */
export function parseJson(text: string): ParsedValue<Json> {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text
  try {
    return { value: JSON.parse(body) as Json }
  } catch {
    const at = firstFault(body)
    const before = body.slice(0, at).split('\n')
    return {
      problem: `is not JSON (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`,
      fix: 'Write valid JSON; in YAML, a block (|) keeps quotes as they are.'
    }
  }
}

/** UTF-8 text. Files of other encodings are named as such, since they look right in an editor. */
export function decodeText(bytes: Uint8Array): ParsedValue<string> {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  try {
    if (!utf16) return { value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    // Said below.
  }
  return { problem: `is not UTF-8${utf16 ? ' but UTF-16' : ''}`, fix: 'Save the file as UTF-8.' }
}

/** JSON's own grammar as one pattern a token; the first place where none fits, or where the text ends too early. */
const TOKEN =
  /(?:[{}[\]:,]|"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\d.\w])|(?:true|false|null)\b)/y

/**
 * Node's message names a place only for some faults, and shows the text around it. So the place is found by ourselves:
 * the longest beginning that some ending would complete.
 */
function firstFault(text: string): number {
  TOKEN.lastIndex = 0
  const grammar = new Grammar()
  for (;;) {
    const start = skipSpace(text, TOKEN.lastIndex)
    TOKEN.lastIndex = start
    const token = TOKEN.exec(text)?.[0]
    if (token === undefined || !grammar.takes(token)) return start
  }
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++
  return at
}

type TokenPlace = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'after'

/** Tells whether the next token may stand where it stands. */
class Grammar {
  readonly #open: ('{' | '[')[] = []
  #place: TokenPlace = 'value'

  takes(token: string): boolean {
    const inside = this.#open.at(-1)
    if (token === '}' || token === ']') return this.#closes(token === '}' ? '{' : '[')
    if (token === ',') return this.#goes('after', inside === '{' ? 'key' : 'value', inside !== undefined)
    if (token === ':') return this.#goes('colon', 'value')
    if (this.#place === 'key' || this.#place === 'key or end')
      return this.#goes(this.#place, 'colon', token.startsWith('"'))
    if (this.#place !== 'value' && this.#place !== 'value or end') return false
    if (token === '{' || token === '[') this.#open.push(token)
    this.#place = token === '{' ? 'key or end' : token === '[' ? 'value or end' : 'after'
    return true
  }

  #goes(from: TokenPlace, to: TokenPlace, allowed = true): boolean {
    if (this.#place !== from || !allowed) return false
    this.#place = to
    return true
  }

  #closes(opened: '{' | '['): boolean {
    const mayEnd = this.#place === 'after' || this.#place === (opened === '{' ? 'key or end' : 'value or end')
    if (!mayEnd || this.#open.at(-1) !== opened) return false
    this.#open.pop()
    this.#place = 'after'
    return true
  }
}
