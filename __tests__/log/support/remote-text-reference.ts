// The slow, obvious way to make a remote log harmless: one line at a time, one character at a time. It shares nothing
// with the block-wise writer but the rules of docs/decisions/0004-one-writer.md.

const ESC = '\u001b'

/** What the writer must print for these bytes, however they are cut into chunks. */
export function referenceLog(bytes: Uint8Array): string {
  const lines = Buffer.from(bytes)
    .toString('utf8')
    .split(/\r\n|\r|\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
    .flatMap(referenceFold)
    .map((line) => `${referenceLine(line)}\n`)
    .join('')
}

/** A line of more than 64 Ki characters, as the lines that it is cut into. */
export function referenceFold(line: string): string[] {
  if (line.length <= 65_536) return [line]
  const window = Array.from({ length: 4096 }, (_, at) => 65_535 - at)
  const last =
    window.find((at) => line[at] === ' ') ?? window.find((at) => !/[A-Za-z0-9_.~+/=%-]/.test(line[at] ?? '')) ?? 65_535
  const cut = isHigh(line[last]) ? last : last + 1
  return [line.slice(0, cut), ...referenceFold(`… ${line.slice(cut)}`)]
}

export function referenceLine(line: string): string {
  const text = referenceCap(withBrokenCommands(withoutControls(line)))
  return `| ${text}${text.includes(ESC) ? `${ESC}[0m` : ''}`
}

/** A backslash goes after the two `#` that a `[` follows, whatever has no weight of its own between the three. */
function withBrokenCommands(line: string): string {
  const characters = Array.from(line)
  const next = (from: number): number => {
    let at = from
    while (at < characters.length && /[\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}]/u.test(characters[at]!)) at++
    return at
  }
  const isBroken = (at: number): boolean => {
    if (characters[at] !== '#' || characters[next(at + 1)] !== '[') return false
    let before = at - 1
    while (before >= 0 && next(before) > before) before--
    return characters[before] === '#'
  }
  return characters.map((character, at) => (isBroken(at) ? '#\\' : character)).join('')
}

function referenceCap(text: string): string {
  if (text.length <= 4000) return text
  let end = isHigh(text[3999]) ? 3999 : 4000
  for (let at = 0; at < 4000; at++) {
    if (text[at] === ESC && text.indexOf('m', at) >= 4000) end = at
  }
  return `${text.slice(0, end)}… (${text.length - end} more)`
}

function withoutControls(line: string): string {
  let kept = ''
  let at = 0
  while (at < line.length) {
    const length = sequenceLength(line, at)
    const piece = line.slice(at, at + Math.max(length, 1))
    if (length === 0) kept += shown(piece)
    else if (isColour(piece)) kept += piece
    at += piece.length
  }
  return kept
}

function shown(character: string): string {
  const code = character.charCodeAt(0)
  if (code === 0x2028 || code === 0x2029) return ' '
  const isBidi =
    [0x061c, 0x200e, 0x200f].includes(code) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)
  return isBidi ? `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>` : character
}

/** How many characters from here are an escape sequence or a control; 0 is: this one is text. */
function sequenceLength(line: string, at: number): number {
  const first = line[at] ?? ''
  const second = line[at + 1] ?? ''
  if (first === ESC && second === '[') return 2 + csiLength(line, at + 2)
  if (first === '\u009b') return 1 + csiLength(line, at + 1)
  if (first === ESC && 'P]X^_'.includes(second) && second !== '') return 2 + stringLength(line, at + 2)
  if ('\u0090\u0098\u009d\u009e\u009f'.includes(first)) return 1 + stringLength(line, at + 1)
  if (first === ESC) {
    const end = skip(line, at + 1, ' ', '/')
    return end - at + (isBetween(line[end], '0', '~') ? 1 : 0)
  }
  return isControl(first) ? 1 : 0
}

function csiLength(line: string, start: number): number {
  const end = skip(line, skip(line, start, '0', '?'), ' ', '/')
  return end - start + (isBetween(line[end], '@', '~') ? 1 : 0)
}

/** 0 where the string has no end: then only what introduced it goes, and what it held is seen. */
function stringLength(line: string, start: number): number {
  let at = start
  while (at < line.length && !isControl(line[at])) at++
  if (line[at] === '\u0007' || line[at] === '\u009c') return at + 1 - start
  return line[at] === ESC && line[at + 1] === '\\' ? at + 2 - start : 0
}

function skip(line: string, start: number, low: string, high: string): number {
  let at = start
  while (isBetween(line[at], low, high)) at++
  return at
}

function isColour(sequence: string): boolean {
  if (!sequence.startsWith(`${ESC}[`) || !sequence.endsWith('m')) return false
  const numbers = sequence.slice(2, -1).split(';')
  return numbers.length <= 16 && numbers.every((each) => /^[0-9]{0,3}$/.test(each) && Number(each) !== 8)
}

function isControl(character: string | undefined): boolean {
  if (character === '\t') return false
  return isBetween(character, '\u0000', '\u001f') || isBetween(character, '\u007f', '\u009f')
}

function isBetween(character: string | undefined, low: string, high: string): boolean {
  return character !== undefined && character >= low && character <= high
}

function isHigh(character: string | undefined): boolean {
  return isBetween(character, '\ud800', '\udbff')
}
