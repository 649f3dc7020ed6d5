import { secretForms } from '../model/values/secret-forms.ts'
import { cleanLine, withoutColours } from './remote-text.ts'

/** A shorter secret is left alone: masking it would tear ordinary words apart. */
const MIN_SECRET = 4

/** One line of a secret of several lines; `{` or `end` in a pretty-printed key is no secret. */
const MIN_SECRET_LINE = 6

/** The pattern finds this much of a form; the rest is compared. A pattern of whole keys would be huge. */
const PREFIX = 12

/**
 * Replaces known secrets by `***`: as they are, and in every other form (model/secret-forms.ts). It is for text
 * whose only escapes are colours, and a colour inside a secret does not hide it. A secret that the log breaks over two
 * lines is not found, except for those of its own lines that have 6 characters or more.
 */
export class Redactor {
  readonly #secrets = new Set<string>()
  /** Longest first. */
  #forms: readonly string[] = []
  #pattern: RegExp | undefined

  constructor(secrets: readonly string[] = []) {
    for (const secret of secrets) this.add(secret)
  }

  /** To be called with each minted token before its first use. */
  add(secret: string): void {
    const value = secret.toWellFormed().trim()
    if (this.#secrets.has(value)) return
    this.#secrets.add(value)
    const forms = new Set([...this.#forms, ...formsInLog(value)])
    this.#forms = [...forms].sort((a, b) => b.length - a.length)
    const prefixes = new Set(this.#forms.map((form) => escapeForPattern(form.slice(0, PREFIX))))
    this.#pattern = prefixes.size === 0 ? undefined : new RegExp([...prefixes].join('|'), 'g')
  }

  /** Takes one line or many; line feeds stay. A coloured line that holds a secret loses its colours. */
  redact(text: string): string {
    if (!text.includes('\u001b')) return this.#mask(text)
    const plain = withoutColours(text)
    if (this.#mask(plain) === plain) return text
    return text
      .split('\n')
      .map((line) => this.#maskColoured(line))
      .join('\n')
  }

  #maskColoured(line: string): string {
    const plain = withoutColours(line)
    const masked = this.#mask(plain)
    return masked === plain ? line : masked
  }

  #mask(text: string): string {
    const pattern = this.#pattern
    if (pattern === undefined) return text
    let masked = ''
    let end = 0
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const { index } = match
      const form = this.#forms.find((each) => text.startsWith(each, index))
      if (form !== undefined) {
        // One that begins inside another only makes the hole longer.
        if (index >= end) masked += `${text.slice(end, index)}***`
        end = Math.max(end, index + form.length)
      }
      pattern.lastIndex = index + 1
    }
    return end === 0 ? text : masked + text.slice(end)
  }
}

/** Line feeds stay, so a secret of several lines is found line by line; in a sentence of ours it is one line. */
function formsInLog(secret: string): readonly string[] {
  if (secret.length < MIN_SECRET) return []
  const lines = secret.split(/\r\n|\r|\n/).map((line) => line.trim())
  const parts = lines.length === 1 ? [] : lines.filter((line) => line.length >= MIN_SECRET_LINE)
  const ofOneLine = secretForms(secret).filter((form) => !/[\r\n]/.test(form))
  return [...parts, ...ofOneLine, cleanLine(secret)].filter((form) => form.length >= MIN_SECRET)
}

function escapeForPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
