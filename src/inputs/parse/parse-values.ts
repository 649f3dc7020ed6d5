/** A text read as a value, or what is wrong with it and what to write instead. Neither repeats a text that may be secret. */
export type ParsedValue<T> = AcceptedValue<T> | Refused

type AcceptedValue<T> = {
  readonly value: T
  /** What is taken, and was perhaps not meant so: sentences that go on after the input's name. */
  readonly warnings?: readonly string[]
}

export type Refused = {
  readonly problem: string
  readonly fix: string
  /** True where the input is well written, and the file that it names is not. */
  readonly isOfFile?: boolean
}

/** Any text, as YAML's forms are meant to give it. */
export function parseOneLine(text: string): ParsedValue<string> {
  if (/[\r\n]/.test(text)) return { problem: 'has several lines', fix: 'Write one line.' }
  if (!/^(?:".*"|'.*')$/.test(text)) return { value: text }
  return { problem: 'stands in quotes, which belong to the value', fix: 'Write it without them.' }
}

/** The YAML 1.2 core booleans, as the toolkit reads them. */
export function parseBoolean(text: string): ParsedValue<boolean> {
  if (/^(true|True|TRUE)$/.test(text)) return { value: true }
  if (/^(false|False|FALSE)$/.test(text)) return { value: false }
  return { problem: 'is not a boolean', fix: 'Write true or false.' }
}

/** A whole number in decimal digits, within the limits. */
export function parseInteger(
  text: string,
  limits: { readonly min: number; readonly max: number }
): ParsedValue<number> {
  const value = Number(text)
  if (/^[0-9]{1,15}$/.test(text) && value >= limits.min && value <= limits.max) return { value }
  return {
    problem: 'is not a number that can be used here',
    fix: `Write a whole number from ${limits.min} to ${limits.max}, in digits.`
  }
}

export function parseChoice<T extends string>(text: string, choices: readonly T[]): ParsedValue<T> {
  const value = choices.find((choice) => choice === text)
  return value === undefined
    ? { problem: 'is not one of the values that can be used here', fix: `Write one of: ${choices.join(', ')}.` }
    : { value }
}

/** One item a line; blank lines and `#` comments are left out, and an item that is named twice counts once. */
export function parseList(text: string): readonly string[] {
  const items = text.split(/\r\n?|\n/).map((line) => line.trim())
  return [...new Set(items.filter((item) => item !== '' && !item.startsWith('#')))]
}

/** The number of a version, which the platform counts from 1. */
export function parseVersion(text: string): ParsedValue<number | 'previous'> {
  if (text === 'previous') return { value: text }
  const parsed = parseInteger(text, { min: 1, max: 4_294_967_295 })
  if ('value' in parsed) return parsed
  return { problem: 'is not the number of a version', fix: 'Write a number, for example 7, or previous.' }
}

/** A hash of the platform's, or the reference of an image: what form they have is not known. */
export function parseCodeHash(text: string): ParsedValue<string> {
  if (/^\S+$/.test(text)) return { value: text }
  return {
    problem: 'has white space in it',
    fix: 'Write the output `code_hash` of the run that saved or published the code.'
  }
}

export function parsePorts(text: string): ParsedValue<readonly number[]> {
  const items = parseList(text)
  const joined = items.findIndex((item) => /^\d+(?:\s*,\s*\d+)+$/.test(item))
  if (joined >= 0) {
    const fix = 'Write one port from 1 to 65535 a line, in a block (|).'
    return { problem: `has several ports in one line (item ${joined + 1})`, fix }
  }
  const ports = items.map((item) => parseInteger(item, { min: 1, max: 65_535 }))
  if (ports.length === 0)
    return { problem: 'names no port', fix: 'Write one port from 1 to 65535 a line, or leave it out.' }
  const wrong = ports.findIndex((port) => !('value' in port))
  if (wrong >= 0)
    return { problem: `has an item that is no port (item ${wrong + 1})`, fix: 'Write one port from 1 to 65535 a line.' }
  return { value: ports.flatMap((port) => ('value' in port ? [port.value] : [])) }
}

const NAME = /^[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?$/

/** An app's name alone. */
export function parseName(text: string): ParsedValue<string> {
  if (NAME.test(text)) return { value: text }
  return {
    problem: 'is not the name of an app',
    fix: 'A name has a-z, 0-9, ".", "-" and "_", begins and ends with a letter or digit, and has at most 63 characters.'
  }
}

/** `org:name` or `name`. */
export function parseApp(
  text: string
): ParsedValue<{ readonly organization: string | undefined; readonly name: string }> {
  const names = namesIn(text)
  const [first = '', second] = names ?? []
  if (names) {
    return {
      value: second === undefined ? { organization: undefined, name: first } : { organization: first, name: second }
    }
  }
  const meant = text.toLowerCase().replace('/', ':')
  const fix = namesIn(meant)
    ? `Write \`app: ${meant}\`.`
    : 'Write name or organization:name; each may have a-z, 0-9, ".", "-" and "_", begins and ends with a letter or ' +
      'digit, and has at most 63 characters.'
  return { problem: 'is not the name of an app', fix }
}

function namesIn(text: string): readonly string[] | undefined {
  const names = text.split(':')
  return names.length <= 2 && names.every((name) => NAME.test(name)) ? names : undefined
}

export function parseHealthPath(text: string): ParsedValue<string> {
  if (/^\/[\x21-\x7e]*$/.test(text)) return { value: text }
  return { problem: 'is not a path', fix: 'Write a path that begins with "/", without spaces, for example /healthz.' }
}
