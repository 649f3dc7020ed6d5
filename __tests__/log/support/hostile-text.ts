import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { CommandReader, type OutputLine, registeredNames } from '../../../runner/commands.ts'

type Vectors = {
  readonly line_vectors: readonly { readonly in: string; readonly runner: string }[]
  readonly stream_vectors: readonly { readonly chunks?: readonly string[]; readonly chunks_hex?: readonly string[] }[]
}

const vectors = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../runner/support/log-injection-vectors.json'), 'utf8')
) as Vectors

/** Lines of which the real runner takes most for commands. */
export const lineVectors: readonly string[] = vectors.line_vectors.map((vector) => vector.in)

/** Streams as lists of chunks. The one that the file only describes is made here. */
export const streamVectors: readonly (readonly Uint8Array[])[] = vectors.stream_vectors.map((vector) => [
  ...(vector.chunks ?? []).map((chunk) => Buffer.from(chunk.startsWith('<10 MiB') ? 'x'.repeat(10 << 20) : chunk)),
  ...(vector.chunks_hex ?? []).map((chunk) => Buffer.from(chunk, 'hex'))
])

/** One text in which every known way to smuggle a command stands on a line of its own, ended in each way there is. */
export const HOSTILE = [
  ...lineVectors,
  '\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007',
  '\u001b[2J\u001b[1;1H\u001b[8mhidden',
  '\u202egnp.exe',
  '\u0000\u0000::error::x',
  '#\u001b[0m#\u0000[add-mask]greeter',
  '</code></pre><img src=x>| @octocat ```'
]
  .map((line, index) => line + (['\n', '\r', '\r\n', '\u0085', '\u2028'][index % 5] ?? ''))
  .join('')

/** What the runner makes of text that stands on its own lines. */
export function asTheRunnerReads(text: string | Uint8Array): OutputLine[] {
  const reader = new CommandReader()
  return [...reader.push('stdout', typeof text === 'string' ? Buffer.from(text) : text), ...reader.end()]
}

/** The lines that are more than text to the runner. */
export function commandsIn(text: string | Uint8Array): OutputLine[] {
  return asTheRunnerReads(text).filter((line) => line.kind !== 'text')
}

/**
 * The lines that are more than text to a runner whose .NET searches by the rules of a culture, and so reads nothing in
 * characters that have no weight of their own.
 */
export function commandsInCulture(text: string): OutputLine[] {
  return commandsIn(text.replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}\p{M}]/gu, ''))
}

const ESC = '\u001b'
const MARKS = ['::', ':', '##[', '##', '#', '[', ']', '\\', '%0A', ' ', '\t', 'word ', '| ', '…', 'é', '€', '😀']
const COMMANDS = [...registeredNames].flatMap((name) => [`::${name}::`, `##[${name}]`, name])
const BREAKS = ['\n', '\r', '\r\n', '\u0085', '\u2028', '\u2029', '\v', '\f']
const BLANKS = ['\u00a0', '\u2003', '\u3000', '\ufeff', '\u200b', '\u200d', '\u00ad', '\u0000', '\u0301', '\ufe0f']
/** What .NET may see nothing in when it searches. Most stand in the midst of a command. */
const WEIGHTLESS = ['\u034f', '\u0600', '\u2060', '\ufff9', '\u{e0100}', '\u{e0041}', '\u{1d173}', '\u200b', '\u00ad']
const GAPPED = WEIGHTLESS.flatMap((gap) => [gap, `#${gap}#[`, `##${gap}[`, `#${gap}`, `${gap}[error]`, `:${gap}:`])
const SEQUENCES = [
  ...['[31m', '[0m', '[m', '[8m', '[0;008;1m', '[1;31;42m', '[9999m', '[38;2;1;2;3m', '[2J', '[1', '[?25l', '[ q'],
  ...[']8;;https://evil.example', ']0;title\u0007', `]0;title${ESC}\\`, 'Pq', '_x', '(B', '7', '', '\\']
].map((rest) => ESC + rest)
const CONTROLS = [
  '\u0007',
  '\b',
  '\u007f',
  '\u009b31m',
  '\u009b',
  '\u009dx\u009c',
  '\u0090',
  '\u202e',
  '\u2066',
  '\u200f'
]
const BAD_BYTES = ['ff', 'c3', 'e282', 'eda080', 'edb080', 'f09f98', '80'].map((hex) => Buffer.from(hex, 'hex'))

const TOKENS: readonly Uint8Array[] = [
  ...[...MARKS, ...COMMANDS, ...BREAKS, ...BLANKS, ...GAPPED, ...SEQUENCES, ...CONTROLS].map((text) =>
    Buffer.from(text)
  ),
  ...BAD_BYTES
]

/** Bytes made of what is dangerous in a log, and valid UTF-8 only most of the time. */
export const hostileBytes: fc.Arbitrary<Uint8Array> = fc
  .array(fc.constantFrom(...TOKENS), { maxLength: 24 })
  .map((tokens) => Buffer.concat(tokens))

export const hostileText: fc.Arbitrary<string> = fc
  .tuple(
    hostileBytes.map((bytes) => bytes.toString()),
    fc.constantFrom('', '\ud83d', '\ude00')
  )
  .map(([text, surrogate]) => text + surrogate)

/** The same bytes in chunks of any sizes, empty ones too. */
export function cutInChunks(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b)
  return [...places, bytes.length].map((place, index) => bytes.subarray(places[index - 1] ?? 0, place))
}
