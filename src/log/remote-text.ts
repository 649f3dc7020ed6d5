/** Stands before each line of a remote log: nothing that follows it can be a `::` command, whatever .NET trims. */
export const GUTTER = '| '

/** In UTF-16 units. The runner has no limit, but it matches and masks each line as one string. */
export const MAX_LINE = 4000

const COLOURS_OFF = '\u001b[0m'

// The patterns are composed from ECMA-48's parts: escape sequences are introduced by ESC and a character, or by one C1
// control that means the same. None takes a line feed, so that a block of lines is cleaned as its lines would be.
const ESC = '\\u001b'
const CSI_REST = '[0-?]*[ -/]*[@-~]?'
const STRING_REST = `[^\\u0000-\\u0008\\u000a-\\u001f\\u007f-\\u009f]*(?:\\u0007|${ESC}\\\\|\\u009c)`
const AFTER_ESC = `(?:\\[${CSI_REST}|[P\\]X^_]${STRING_REST}|[ -/]*[0-~]?)`
const C1_SEQUENCE = `\\u009b${CSI_REST}|[\\u0090\\u0098\\u009d-\\u009f]${STRING_REST}`

/** A colour or style: numbers of up to three digits, none of them 8, which conceals. */
const COLOUR_AFTER_ESC = '\\[(?:(?!0*8[;m])[0-9]{0,3};){0,15}(?!0*8m)[0-9]{0,3}m'

// Each begins with a plain class or character: what is run over all of a log must not look ahead at every place.
const LINE_CONTROLS = '\\u0000-\\u0008\\u000e-\\u001a\\u001c-\\u001f\\u007f-\\u0084\\u0086-\\u009f'
const BLOCK_CONTROLS = '\\u0000-\\u0008\\u000b-\\u001a\\u001c-\\u001f\\u007f-\\u009f'
const CONTROLS = new RegExp(`${ESC}${AFTER_ESC}|${C1_SEQUENCE}|[${LINE_CONTROLS}]`, 'g')
const NO_COLOUR = `${ESC}(?!${COLOUR_AFTER_ESC})${AFTER_ESC}`
const CONTROLS_BUT_COLOURS = new RegExp(`${NO_COLOUR}|${C1_SEQUENCE}|[${BLOCK_CONTROLS}]`, 'g')
const COLOURS = new RegExp(`${ESC}${COLOUR_AFTER_ESC}`, 'g')
const COLOURED_LINE = new RegExp(`(${ESC}[^\\n]*)\\n`, 'g')

const LINE_BREAKS = /[\n\v\f\r\u0085\u2028\u2029]+/g
const BIDI = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069'
const BIDI_CONTROL = new RegExp(`[${BIDI}]`, 'g')
const NEEDS_STRIPPING = new RegExp(`[${BLOCK_CONTROLS}${ESC}\\u2028\\u2029${BIDI}]`)

// In text of characters up to U+00FF, V8 skips 16 at a time that are not in a class of up to 16, of which it compares the
// lower seven bits: two such searches, and three for one character, take a sixth of the time that the whole class takes.
const WIDE = /[\u0100-\uffff]/
const NARROW_CLASSES = [
  '\\u0000-\\u0008\\u000b-\\u000f\\u0080-\\u0088\\u008b-\\u008f',
  '\\u0010-\\u001f\\u0090-\\u009f'
].map((each) => new RegExp(`[${each}]`))
const OTHER_NARROW = ['\u007f', '\u0089', '\u008a']

/** Everything Unicode wants rendered as nothing, but the variation selectors that emoji are written with. */
const INVISIBLE = /(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu

// The runner searches `##[` by .NET's `IndexOf(string)`, which asks the culture: it may see nothing in characters that
// have no weight of their own, and so find a command that is not there byte for byte.
const WEIGHTLESS = '\\p{Default_Ignorable_Code_Point}\\p{Cf}\\p{M}'
const GAP = `[${WEIGHTLESS}]*`
const COMMAND_IN_BLOCK = new RegExp(`#${GAP}#(?=${GAP}\\[)`, 'gu')
/** The same, or a piece of it at an edge, which our own words or the next value could complete. */
const COMMAND_IN_VALUE = new RegExp(`#${GAP}#(?=${GAP}(?:\\[|$))|^${GAP}#(?=${GAP}\\[)`, 'gu')
/** The one character that .NET trims and `\s` does not know, U+0085, is gone before this is asked. */
const STARTS_COMMAND = new RegExp(`^[\\s${WEIGHTLESS}]*:${GAP}:`, 'u')

/**
 * One remote value as a single line without colours, to be put into a sentence of ours: a name, a version, a path, the
 * details of a gRPC status. At most 4,000 characters. Only a line that starts with other words is safe with it; for a
 * line of its own, see {@link ownLine}.
 */
export function cleanLine(text: string): string {
  const line = NEEDS_NO_CLEANING.test(text) ? text : cleaned(text)
  return line.length > MAX_LINE ? capped(line) : line
}

/** Printable ASCII without `#`: no control character, nothing invisible, and no `##[`. */
const NEEDS_NO_CLEANING = /^[ -"$-~]*$/

function cleaned(text: string): string {
  return text
    .toWellFormed()
    .replace(CONTROLS, '')
    .replace(/\r?\n$/, '')
    .replace(LINE_BREAKS, ' ⏎ ')
    .replaceAll('\t', ' ')
    .replace(INVISIBLE, codePointShown)
    .replace(COMMAND_IN_VALUE, '$&\\')
}

/** Text as one line of the job log that the runner takes for no command, wherever the text comes from. */
export function ownLine(text: string): string {
  const line = cleanLine(text)
  return STARTS_COMMAND.test(line) ? GUTTER + line : line
}

/**
 * Whole lines of a remote log, each ended by a line feed, as lines that hold no command (docs/runner.md, Commands) once
 * each has its gutter. Colours stay. Secrets are taken out by `redact` once escapes are gone, which may hide them, and
 * before a cut can halve them; it must leave line feeds alone.
 */
export function cleanLines(block: string, redact: (text: string) => string): string {
  const redacted = redact(needsStripping(block) ? strip(block) : block)
  // Broken after stripping, which may have joined the halves of a `##[`. Most blocks hold no `#` at all.
  const broken = redacted.includes('#') ? redacted.replace(COMMAND_IN_BLOCK, '$&\\') : redacted
  const cut = capLines(broken)
  return cut.includes('\u001b') ? cut.replace(COLOURED_LINE, `$1${COLOURS_OFF}\n`) : cut
}

/** Whether this is one line with its gutter, or else one that is as harmless: then it need not be cleaned again. */
export function isCleaned(line: string): boolean {
  return line.startsWith(GUTTER) && !/[\r\n]/.test(line) && line.search(COMMAND_IN_BLOCK) === -1
}

function needsStripping(block: string): boolean {
  if (WIDE.test(block)) return NEEDS_STRIPPING.test(block)
  return NARROW_CLASSES.some((each) => each.test(block)) || OTHER_NARROW.some((each) => block.includes(each))
}

function strip(block: string): string {
  return block
    .replace(CONTROLS_BUT_COLOURS, '')
    .replace(/[\u2028\u2029]/g, ' ')
    .replace(BIDI_CONTROL, codePointShown)
}

/** Cleaned text without the colours that {@link cleanLines} leaves. */
export function withoutColours(text: string): string {
  return text.includes('\u001b') ? text.replace(COLOURS, '') : text
}

function capLines(block: string): string {
  if (block.length <= MAX_LINE) return block
  let done = ''
  let copied = 0
  let start = 0
  while (block.length - start > MAX_LINE) {
    // All lines up to the last line feed that is near enough are short.
    const near = block.lastIndexOf('\n', start + MAX_LINE)
    if (near >= start) {
      start = near + 1
      continue
    }
    const end = block.indexOf('\n', start)
    if (end === -1) break
    done += block.slice(copied, start) + capped(block.slice(start, end))
    copied = end
    start = end + 1
  }
  return done + block.slice(copied)
}

function capped(line: string): string {
  const end = endOfCut(line, MAX_LINE)
  return `${line.slice(0, end)}… (${line.length - end} more)`
}

/** The place nearest before `limit` where no surrogate pair and no colour sequence is cut in two. */
function endOfCut(line: string, limit: number): number {
  const colour = line.lastIndexOf('\u001b', limit - 1)
  if (colour !== -1 && line.indexOf('m', colour) >= limit) return colour
  const isHighSurrogate = (line.charCodeAt(limit - 1) & 0xfc00) === 0xd800
  return isHighSurrogate ? limit - 1 : limit
}

function codePointShown(character: string): string {
  const hex = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
  return `<U+${hex}>`
}

/** A cleaned line as it was before the gutter was put before it. */
export function withoutGutter(line: string): string {
  return line.startsWith(GUTTER) ? line.slice(GUTTER.length) : line
}
