import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Gutters } from '../../src/log/gutters.ts'
import { cleanLine, cleanLines, isCleaned, ownLine, withoutColours } from '../../src/log/remote-text.ts'
import { commandsIn, commandsInCulture, hostileText, lineVectors } from './support/hostile-text.ts'
import { referenceLine } from './support/remote-text-reference.ts'

const asIs = (text: string) => text
const cleanBlock: typeof cleanLines = (block, redact) =>
  new Gutters().before(cleanLines(block, redact)).bytes.toString()
const runs = { numRuns: 2000, seed: 20261121 }

test.each([
  ['a plain name', 'my-app', 'my-app'],
  ['colours', '\u001b[31mred\u001b[0m', 'red'],
  ['a hyperlink', '\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007', 'click'],
  ['a title without its end', 'a\u001b]0;title', 'a0;title'],
  ['NUL, backspace and C1', 'a\u0000b\bc\u0084d\u009be', 'abcd'],
  ['a line break at the end', 'failed\r\n', 'failed'],
  ['line breaks of every kind', 'a\nb\rc\u0085d\u2028e\u2029f\vg\fh\r\ni', 'a ⏎ b ⏎ c ⏎ d ⏎ e ⏎ f ⏎ g ⏎ h ⏎ i'],
  ['several line breaks', 'a\n\n\nb', 'a ⏎ b'],
  ['a tab', 'a\tb', 'a b'],
  ['bidi controls', '\u202egnp.exe', '<U+202E>gnp.exe'],
  ['zero-width characters', 'a\u200bb\u200dc\ufeffd\u00ade', 'a<U+200B>b<U+200D>c<U+FEFF>d<U+00AD>e'],
  ['invisible tags', 'a\u{e0041}', 'a<U+E0041>'],
  ['an emoji and its variation selector', '❤️ 😀', '❤️ 😀'],
  ['half an emoji', 'a\ud83d', 'a\ufffd'],
  ['a command of the old grammar', 'x ##[error]y', 'x ##\\[error]y'],
  ['one that stripping makes', '##\u001b[0m\u0000[error]y', '##\\[error]y'],
  ['the end of one that our words may begin', '#[error]y', '#\\[error]y'],
  ['the beginning of one that our words may end', 'y##', 'y##\\'],
  ['one that .NET may see through a variation selector', '#\ufe0f#\ufe0f[error]y', '#\ufe0f#\\\ufe0f[error]y'],
  ['one with a mark on its sign', 'x #\u0301#[error]y', 'x #\u0301#\\[error]y'],
  ['an attribute of Rust', 'a #[derive(Debug)]', 'a #[derive(Debug)]']
])('cleanLine: %s', (_name, text, expected) => {
  expect(cleanLine(text)).toBe(expected)
})

test('cleanLine cuts at 4,000 characters and says how many are missing', () => {
  expect(cleanLine('x'.repeat(4000))).toBe('x'.repeat(4000))
  expect(cleanLine('x'.repeat(4007))).toBe(`${'x'.repeat(4000)}… (7 more)`)
  expect(cleanLine(`${'x'.repeat(3999)}😀`)).toBe(`${'x'.repeat(3999)}… (2 more)`)
})

test('cleanLine loses no visible character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const expected = text.replace(/[\p{Default_Ignorable_Code_Point}\p{Cc}\\]|\s/gu, '')
      const shown = cleanLine(text).replace(/<U\+[0-9A-F]+>|[\p{Default_Ignorable_Code_Point}\p{Cc}⏎\\]|\s/gu, '')
      expect(shown).toBe(expected)
    }),
    runs
  )
})

test.each(lineVectors.map((line) => [line]))('vector %j is no command as a value or a line', (line) => {
  expect(commandsIn(`App name: ${cleanLine(line)}`)).toEqual([])
  expect(commandsIn(ownLine(line))).toEqual([])
  expect(commandsIn(ownLine(`::notice::${line}`))).toEqual([])
  expect(commandsIn(cleanBlock(`${line}\n`, asIs))).toEqual([])
})

test('values in a sentence of ours never make a command, alone or together', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (one, two) => {
      const [a, b] = [cleanLine(one), cleanLine(two)]
      const sentences = [`App: ${a}`, `Pull request #${a}`, `at ${a}[${b}]`, `from ${a}${b}`].join('\n')
      expect(commandsIn(sentences)).toEqual([])
      expect(commandsInCulture(sentences)).toEqual([])
    }),
    runs
  )
})

test('a line of its own never is a command and never is two lines', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const line = ownLine(text)
      expect(commandsIn(line)).toEqual([])
      expect(commandsInCulture(line)).toEqual([])
      expect(line).not.toMatch(/[\n\r]/)
    }),
    runs
  )
})

test('ownLine leaves indentation and ordinary words as they are', () => {
  expect(ownLine('  permissions: read')).toBe('  permissions: read')
  expect(ownLine('  ::error::x')).toBe('|   ::error::x')
  expect(ownLine('\ufe0f:\ufe0f:error::x')).toBe('| \ufe0f:\ufe0f:error::x')
})

test.each([
  ['keeps colours, and ends them with the line', '\u001b[1;31mred\n', '| \u001b[1;31mred\u001b[0m\n'],
  ['drops concealed text’s sequence, however 8 is written', '\u001b[8ma\u001b[0;008;1mb\n', '| ab\n'],
  ['drops absurd numbers', '\u001b[9999ma\u001b[1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1mb\n', '| ab\n'],
  ['drops cursor moves', 'a\u001b[2J\u001b[1;1Hb\u001b[?25l\n', '| ab\n'],
  ['keeps tabs and empty lines', 'a\tb\n\nc\n', '| a\tb\n| \n| c\n'],
  ['makes line separators spaces', 'a\u2028b\u2029c\n', '| a b c\n'],
  ['shows bidi controls', '\u202egnp.exe\n', '| <U+202E>gnp.exe\n'],
  ['breaks a command that stripping makes', '##\u001b[8m[error]x\n', '| ##\\[error]x\n'],
  [
    'breaks a command that .NET may see through a soft hyphen',
    'x #\u00ad#\u200b[error]\n',
    '| x #\u00ad#\\\u200b[error]\n'
  ],
  ['breaks the last two signs of many', '####[error]\n', '| ####\\[error]\n'],
  ['leaves signs alone that no bracket follows', '## a\n#\n#[b]\n', '| ## a\n| #\n| #[b]\n'],
  ['does not let a sequence go over a line feed', '\u001b]0;a\nb\u0007\n', '| 0;a\n| b\n'],
  ['leaves Chinese, Arabic and emoji alone', '部署 نشر ❤️ 👩‍💻\n', '| 部署 نشر ❤️ 👩‍💻\n']
])('cleanBlock %s', (_name, block, expected) => {
  expect(cleanBlock(block, asIs)).toBe(expected)
})

test('cleanBlock cuts long lines where nothing is halved, and leaves their neighbours', () => {
  const filler = 'x'.repeat(3998)
  expect(cleanBlock(`a\n${filler}\u001b[31mred\nb\n`, asIs)).toBe(`| a\n| ${filler}… (8 more)\n| b\n`)
  expect(cleanBlock(`${filler}a😀b\n`, asIs)).toBe(`| ${filler}a… (3 more)\n`)
  expect(cleanBlock(`${filler}😀b\n`, asIs)).toBe(`| ${filler}😀… (1 more)\n`)
  expect(cleanBlock(`\u001b[31m${filler}\n`, asIs)).toBe(`| \u001b[31m${filler.slice(3)}… (3 more)\u001b[0m\n`)
})

test('cleanBlock redacts what escapes had torn, before the cut', () => {
  const redact = (text: string) => text.replaceAll('secret', '***')
  expect(cleanBlock('se\u001b[2Jcr\u0000et\n', redact)).toBe('| ***\n')
  expect(cleanBlock(`${'x'.repeat(3997)}secret\n`, redact)).toBe(`| ${'x'.repeat(3997)}***\n`)
})

test('cleanBlock treats each character as a line by itself would, amid narrow and amid wide ones', () => {
  const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
  const lines = characters
    .filter((each) => each !== '\n' && each.isWellFormed())
    .flatMap((each) => [`a${each}[b`, `✓${each}[b`, each])
  expect(lines.filter((line) => cleanBlock(`${line}\n`, asIs) !== `${referenceLine(line)}\n`)).toEqual([])
})

test('cleanBlock gives what cleaning line by line gives', () => {
  const filler = fc.constantFrom('', '', '', 'x'.repeat(3990), '\u001b[31m€'.repeat(800))
  const line = fc.tuple(filler, hostileText).map(([long, text]) => long + text.toWellFormed().replace(/[\r\n]/g, ''))
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
      const block = lines.map((each) => `${each}\n`).join('')
      expect(cleanBlock(block, asIs)).toBe(lines.map((each) => `${referenceLine(each)}\n`).join(''))
    }),
    runs
  )
})

test('withoutColours takes out all that cleanBlock leaves of escapes, and nothing else', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const cleaned = cleanBlock(`${text.replace(/[\r\n]/g, '')}\n`, asIs)
      const pieces = cleaned.split('\u001b').map((piece, index) => (index === 0 ? piece : piece.replace(/^.*?m/, '')))
      expect(withoutColours(cleaned)).toBe(pieces.join(''))
    }),
    runs
  )
})

test('isCleaned knows every line of cleanBlock, and takes no line for one that the runner may obey', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (one, two) => {
      const block = cleanBlock(`${one.toWellFormed().replace(/[\r\n]/g, '')}\n`, asIs)
      expect(isCleaned(block.slice(0, -1))).toBe(true)
      for (const text of [two, `| ${two}`]) if (isCleaned(text)) expect(commandsInCulture(text)).toEqual([])
    }),
    runs
  )
})
