import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  CommandReader,
  commandProperty,
  LineSplitter,
  type OutputLine,
  parseCommand,
  splitLines
} from '../../runner/commands.ts'

type LineVector = { readonly in: string; readonly runner: string }
type StreamVector = { readonly chunks?: readonly string[]; readonly chunks_hex?: readonly string[] }

const vectors = JSON.parse(readFileSync(join(import.meta.dirname, 'support/log-injection-vectors.json'), 'utf8')) as {
  line_vectors: readonly LineVector[]
  stream_vectors: readonly StreamVector[]
}

const bytes = (text: string) => new TextEncoder().encode(text)

function read(...chunks: readonly string[]): OutputLine[] {
  const reader = new CommandReader()
  return [...chunks.flatMap((chunk) => reader.push('stdout', bytes(chunk))), ...reader.end()]
}

/** What the vector file's words say: the name (read from the line where the words leave it out) and the grammar. */
function expectedOf({ in: line, runner }: LineVector): { name: string; grammar: string } | undefined {
  if (runner.startsWith('text')) return undefined
  const name = /^cmd ([a-z-]+)/.exec(runner)?.[1] ?? /(?:##\[|::)([A-Za-z-]+)/.exec(line)?.[1]?.toLowerCase() ?? ''
  return { name, grammar: /\((V[12])\)/.exec(runner)?.[1]?.toLowerCase() ?? (line.includes('##[') ? 'v1' : 'v2') }
}

describe('parseCommand', () => {
  const commands = vectors.line_vectors.filter((vector) => vector.in !== '::error::first ##[add-mask]a')

  test.each(commands)('classifies $in as the runner does: $runner', (vector) => {
    const parsed = parseCommand(vector.in)
    expect(parsed && { name: parsed.name, grammar: parsed.grammar }).toEqual(expectedOf(vector))
  })

  test('covers every vector of the file', () => {
    expect(vectors.line_vectors).toHaveLength(32)
    expect(vectors.stream_vectors).toHaveLength(11)
  })

  test.each([
    ['::error::first ##[add-mask]a', 'error', 'first ##[add-mask]a', 'v2'],
    ['::unknown ##[add-mask]a', 'add-mask', 'a', 'v1'],
    ['::set-output name=version::1.2.3::rest', 'set-output', '1.2.3::rest', 'v2'],
    ['::set-output name=a::l1%0Al2', 'set-output', 'l1\nl2', 'v2'],
    ['::group::', 'group', '', 'v2'],
    ['::debug ::x', 'debug', 'x', 'v2'],
    ['##[debug]a%3Bb%5Dc%0Ad%2Ce%25', 'debug', 'a;b]c\nd%2Ce%', 'v1'],
    ['::debug::a%3Ab%2Cc%0dd%253A%5D', 'debug', 'a%3Ab%2Cc%0dd%3A%5D', 'v2']
  ])('reads name and data of %j', (line, name, data, grammar) => {
    expect(parseCommand(line)).toMatchObject({ name, data, grammar })
  })

  test.each([
    ['::error file=a%2Cb%3A1,line=3::x', { file: 'a,b:1', line: '3' }],
    ['::error   file=a::x', { file: 'a' }],
    ['::error file=a, line=3::x', { file: 'a', ' line': '3' }],
    ['::error file==a=b=,col=,==line=4,=,endColumn===::x', { file: 'a=b=', line: '4' }],
    ['::error file=a,FILE=b::x', { file: 'b' }],
    ['##[error file=a%3Bb%5D;line=3;title=a,b]x', { file: 'a;b]', line: '3', title: 'a,b' }],
    ['::error\u00a0file=a::x', undefined]
  ])('reads the properties of %j', (line, properties) => {
    expect(parseCommand(line)?.properties).toEqual(properties)
  })

  test('finds a property whatever its letter case', () => {
    expect(commandProperty(parseCommand('::error endLine=4::x')!, 'endline')).toBe('4')
  })

  test.each([...'\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2006\u200a\u2028\u2029\u202f\u205f\u3000'])(
    'skips the white space of .NET before :: (%j)',
    (space) => {
      expect(parseCommand(`${space}::error::x`)).toBeDefined()
    }
  )

  test.each([...'\u0000\u001b\u001c\u001f\u180e\u200b\u200e\u2060\ufeff|'])('does not skip %j before ::', (text) => {
    expect(parseCommand(`${text}::error::x`)).toBeUndefined()
  })

  test.each([
    '::',
    '::::',
    ':::error::x',
    '::error',
    '##[error',
    '##[]x',
    '##[ error]x',
    '::error,a=b::x',
    '::mas\u212a::x'
  ])('sees no command in %j', (line) => {
    expect(parseCommand(line)).toBeUndefined()
  })

  test('reads back what the toolkit would escape, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', minLength: 1 }), (data, title) => {
        fc.pre(!title.startsWith('='))
        const escapeData = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
        const property = escapeData(title).replaceAll(':', '%3A').replaceAll(',', '%2C')
        const parsed = parseCommand(`::notice col=1,title=${property},line=1::${escapeData(data)}`)
        expect(parsed?.data).toBe(data)
        expect(parsed?.properties['title']).toBe(title)
      })
    )
  })
})

describe('LineSplitter', () => {
  test.each([
    ['a\nb\r\nc\rd', ['a', 'b', 'c', 'd']],
    ['a\n\n\rb\r\r\n', ['a', '', '', 'b', '']],
    ['a\r', ['a']],
    ['\n', ['']],
    ['', []],
    ['a\u0085b\u2028c\u2029d\ve\ff\n', ['a\u0085b\u2028c\u2029d\ve\ff']],
    ['\ufeffa\n\ufeffb', ['a', '\ufeffb']]
  ])('cuts %j', (text, lines) => {
    expect(splitLines(text)).toEqual(lines)
  })

  test('gives the same lines however the bytes are cut into chunks', () => {
    const text = fc.array(fc.constantFrom('\r', '\n', '\r\n', 'a', '::', '€', '😀', '\u0085'), { maxLength: 12 })
    fc.assert(
      fc.property(text, fc.array(fc.nat(30), { maxLength: 6 }), (parts, cuts) => {
        const all = bytes(parts.join(''))
        const places = [0, ...cuts.toSorted((a, b) => a - b), all.length]
        const splitter = new LineSplitter()
        const lines = places.slice(1).flatMap((place, index) => splitter.push(all.subarray(places[index], place)))
        expect([...lines, ...splitter.end()]).toEqual(splitLines(parts.join('')))
      })
    )
  })

  test('holds a CR at the end of a chunk until it knows whether an LF follows', () => {
    const splitter = new LineSplitter()
    expect(splitter.push(bytes('a\r'))).toEqual([])
    expect(splitter.push(bytes('\nb\n'))).toEqual(['a', 'b'])
  })

  test('replaces invalid bytes and joins split characters', () => {
    const splitter = new LineSplitter()
    const lines = ['f09f98', '80', 'ff', '0a', 'e282'].flatMap((hex) => splitter.push(Buffer.from(hex, 'hex')))
    expect([...lines, ...splitter.end()]).toEqual(['😀\ufffd', '\ufffd'])
  })
})

describe('CommandReader', () => {
  test.each([
    [['progress 10%\r::error::x\n'], ['text', 'command']],
    [['foo ::set-out', 'put name=u::v\n'], ['text']],
    [
      ['foo \n:', ':error::x\n'],
      ['text', 'command']
    ],
    [
      ['a\r', '\nb\n'],
      ['text', 'text']
    ],
    [['\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007\n'], ['text']],
    [['\u001b[2J\u001b[1;1H\u001b[8mhidden\n'], ['text']],
    [['\u202egnp.exe\n'], ['text']],
    [['\u0000\u0000::error::x\n'], ['text']]
  ])('classifies the stream %j', (chunks, kinds) => {
    expect(vectors.stream_vectors).toContainEqual(expect.objectContaining({ chunks }))
    expect(read(...chunks).map((line) => line.kind)).toEqual(kinds)
  })

  test('keeps a line of 10 MiB in one piece', () => {
    const reader = new CommandReader()
    const chunk = new Uint8Array(65_536).fill(97)
    for (let sent = 0; sent < 160; sent += 1) expect(reader.push('stdout', chunk)).toEqual([])
    expect(reader.end().map((line) => line.text.length)).toEqual([10 * 1024 * 1024])
  })

  test('executes nothing between a stop token and its return, in both spellings and any letter case', () => {
    const kinds = (resume: string) =>
      read(`::stop-commands::Tok-1\n::error::x\n##[add-mask]a\n::stop-commands::b\n${resume}\n::error::y\n`).map(
        (line) => line.kind
      )
    const expected = ['stop', 'text', 'text', 'text', 'resume', 'command']
    expect(kinds('::Tok-1::')).toEqual(expected)
    expect(kinds('  ::TOK-1::rest')).toEqual(expected)
    expect(kinds('prefix ##[tok-1]')).toEqual(expected)
  })

  test('does not know a stop token any more after it was used', () => {
    expect(read('::stop-commands::tok\n::tok::\n::tok::\n').map((line) => line.kind)).toEqual([
      'stop',
      'resume',
      'text'
    ])
  })

  test('shares the stop state between the streams and keeps their lines apart', () => {
    const reader = new CommandReader()
    const lines = [
      ...reader.push('stdout', bytes('half ')),
      ...reader.push('stderr', bytes('::stop-commands::tok\n')),
      ...reader.push('stdout', bytes('line\n::error::x\n'))
    ]
    expect(lines.map(({ kind, stream, number, text }) => [kind, stream, number, text])).toEqual([
      ['stop', 'stderr', 1, '::stop-commands::tok'],
      ['text', 'stdout', 2, 'half line'],
      ['text', 'stdout', 3, '::error::x']
    ])
  })

  test.each(['', 'pause-logging', 'Group', 'stop-commands'])(
    'refuses the stop token %j and reads no further',
    (token) => {
      expect(read(`##[stop-commands]${token}\n::error::x\n`).map((line) => line.kind)).toEqual(['refused'])
    }
  )
})
