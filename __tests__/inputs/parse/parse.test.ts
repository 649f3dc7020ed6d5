import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { meantBy } from '../../../src/inputs/meant-name.ts'
import { parseKeyValues } from '../../../src/inputs/parse/key-values.ts'
import { parseCount, parseMegabytes, parseMillicores, parseSeconds } from '../../../src/inputs/parse/parse-amounts.ts'
import {
  parseApp,
  parseBoolean,
  parseCodeHash,
  parseHealthPath,
  parseInteger,
  parseList,
  parsePorts,
  parseVersion
} from '../../../src/inputs/parse/parse-values.ts'

describe('booleans', () => {
  test.each(['true', 'True', 'TRUE'])('%s is true', (text) => {
    expect(parseBoolean(text)).toEqual({ value: true })
  })
  test.each(['false', 'False', 'FALSE'])('%s is false', (text) => {
    expect(parseBoolean(text)).toEqual({ value: false })
  })
  test.each(['yes', 'on', '1', 'tru', 'tRue', 'no', '0', 'y'])('%s is refused, with the values to use', (text) => {
    expect(parseBoolean(text)).toMatchObject({ fix: 'Write true or false.' })
  })
})

describe('numbers', () => {
  test.each(['1e3', '-1', '0x10', '1.5', '99999999999999999999', 'ten', '٣', '0', '1441'])('%s is refused', (text) => {
    expect(parseInteger(text, { min: 1, max: 1440 })).toHaveProperty('problem')
  })
  test.each([
    ['5', 5],
    ['05', 5],
    ['1440', 1440]
  ])('%s is %d', (text, value) => {
    expect(parseInteger(text, { min: 1, max: 1440 })).toEqual({ value })
  })
})

describe('amounts', () => {
  test.each([
    [parseMegabytes, '512', 512],
    [parseMegabytes, '0', 0],
    [parseMegabytes, '16', 16],
    [parseMillicores, '10', 10],
    [parseMillicores, '0', 0],
    [parseSeconds, '1', 1],
    [parseCount, '0', 0],
    [parseCount, '4294967295', 4_294_967_295]
  ])('%p takes %s', (parse, text, value) => {
    expect(parse(text)).toEqual({ value })
  })
  test.each([
    [parseMegabytes, '512Mi', 'is not a whole number of megabytes', 'Write 512.'],
    [parseMegabytes, '1.5 GB', 'is not a whole number of megabytes', 'Write 1536.'],
    [parseMegabytes, '2', 'is a number of megabytes, and no app runs with so few', 'Write 2048 for 2 GB, or 0 to'],
    [parseMegabytes, 'lots', 'is not a whole number of megabytes', 'Write it in digits; 0 leaves'],
    [parseMegabytes, '4294967296', 'is more than the platform can be told', 'Write 4294967295 at most.'],
    [parseMillicores, '500m', 'is not a whole number of thousandths of a CPU', 'Write 500.'],
    [parseMillicores, '0.25', 'is not a whole number of thousandths of a CPU', 'Write 250.'],
    [parseMillicores, '2', 'is a number of thousandths of a CPU, and no app', 'Write 2000 for 2 CPU, or 0 to'],
    [parseSeconds, '5m', 'is not a whole number of seconds', 'Write 300.'],
    [parseSeconds, '-1', 'is not a whole number of seconds', 'Write it in digits'],
    [parseSeconds, '900000h', 'is not a whole number of seconds', 'Write 3240000000.'],
    [parseSeconds, '9000000h', 'is not a whole number of seconds', 'Write it in digits'],
    [parseCount, '1.5', 'is not a whole number', 'Write it in digits'],
    [parseCount, '2k', 'is not a whole number', 'Write it in digits']
  ])('%p refuses %s, and says how to write it', (parse, text, problem, fix) => {
    expect(parse(text)).toEqual({
      problem: expect.stringMatching(`^${problem}`),
      fix: expect.stringMatching(`^${fix}`)
    })
  })
})

describe('versions', () => {
  test.each([
    ['7', 7],
    ['previous', 'previous'],
    ['4294967295', 4_294_967_295]
  ])('%s is %j', (text, value) => expect(parseVersion(text)).toEqual({ value }))
  test.each(['0', 'v7', '-1', 'Previous', 'latest', '4294967296', '1.0', '7 8'])('%s is refused', (text) => {
    expect(parseVersion(text)).toMatchObject({ fix: 'Write a number, for example 7, or previous.' })
  })
  test.each(['9f1c2a7e', 'sha256:ab', 'ghcr.io/acme/web@sha256:ab'])('%s may be a hash of code', (text) => {
    expect(parseCodeHash(text)).toEqual({ value: text })
  })
  test.each(['9f1c 2a7e', 'a\nb'])('%j is none', (text) => expect(parseCodeHash(text)).toHaveProperty('problem'))
})

describe('app names', () => {
  test.each([
    ['greeter', undefined, 'greeter'],
    ['acme:greeter', 'acme', 'greeter'],
    ['a', undefined, 'a'],
    ['my.app_1-x', undefined, 'my.app_1-x'],
    [`acme-corp:${'a'.repeat(63)}`, 'acme-corp', 'a'.repeat(63)]
  ])('%s is taken', (text, organization, name) => {
    expect(parseApp(text)).toEqual({ value: { organization, name } })
  })
  test.each([
    'Greeter',
    'grüßer',
    '-a',
    'a-',
    '../x',
    'a b',
    'a\nb',
    'a'.repeat(64),
    'a:b:c',
    ':a',
    'a:',
    'acme/gre/eter'
  ])('%j is refused', (text) => {
    expect(parseApp(text)).toMatchObject({ problem: 'is not the name of an app' })
  })
})

test.each([
  ['acme/sluggy', 'Write `app: acme:sluggy`.'],
  ['Sluggy', 'Write `app: sluggy`.'],
  ['Acme:Sluggy', 'Write `app: acme:sluggy`.'],
  ['https://x/y', expect.stringContaining('Write name or organization:name')]
])('Of the app %j it is said how to write it', (text, fix) => {
  expect(parseApp(text)).toEqual({ problem: 'is not the name of an app', fix })
})

describe('lists', () => {
  test('blank lines, comments, CRLF and repetitions are left out', () => {
    expect(parseList('8080\r\n\n # web\n9090 \n8080')).toEqual(['8080', '9090'])
  })
  test('a port that is none is named by its place', () => {
    expect(parsePorts('80\n70000')).toMatchObject({ problem: 'has an item that is no port (item 2)' })
  })
  test.each(['80,81', '80\n8080 , 9090'])('%j has several ports in one line', (text) => {
    expect(parsePorts(text)).toMatchObject({ problem: expect.stringContaining('has several ports in one line') })
  })
  test.each(['healthz', '/a b', '/\n', ''])('%j is no health path', (text) => {
    expect(parseHealthPath(text)).toHaveProperty('problem')
  })
})

describe('key/value lines', () => {
  test.each([
    ['A=1\nB=2', { A: '1', B: '2' }],
    ['A=x=y==', { A: 'x=y==' }],
    ['A="quoted" ', { A: '"quoted" ' }],
    ['A=', { A: '' }],
    ['# note\n\nA=#1', { A: '#1' }],
    ['A=1\r\nB=2\r\n', { A: '1', B: '2' }],
    ['KEY<<END\nl1\n\n l2=x\nEND\nB=2', { KEY: 'l1\n\n l2=x', B: '2' }],
    ['A=x<<y', { A: 'x<<y' }],
    ['GITHUB_TOKEN=x', { GITHUB_TOKEN: 'x' }],
    ['__proto__=x', { ['__proto__']: 'x' }],
    ['A=é😀', { A: 'é😀' }]
  ])('%j', (text, value) => {
    const parsed = parseKeyValues(text)
    expect(parsed).toHaveProperty('value')
    expect(Object.entries('value' in parsed ? parsed.value : {})).toEqual(Object.entries(value))
  })

  test.each([
    ['A=1\nA=2', 'names A twice (line 2)'],
    ['=1', 'has a key that cannot be a variable’s name (line 1)'],
    ['1A=1', 'has a key that cannot be a variable’s name (line 1)'],
    ['A B=1', 'has a key that cannot be a variable’s name (line 1)'],
    ['secretvalue', 'has a line without "=" (line 1)'],
    ['A<<END\nx', 'has a block for A that does not end (line 1)'],
    ['A<<\nx\n', 'has a block for A that does not end (line 1)'],
    ['A<B=secret', 'has a key that cannot be a variable’s name (line 1)'],
    ['A: secret', 'has a line with ":" in place of "=" (line 1)'],
    ['A: secret=', 'has a line with ":" in place of "=" (line 1)'],
    ['{"A": "secret"}', 'is written as JSON'],
    ['["A=secret"]', 'is written as JSON'],
    ['"A=secret"', 'has quotes before a key (line 1)'],
    ["'A'=secret", 'has quotes before a key (line 1)']
  ])('%j is refused without repeating a value', (text, problem) => {
    const parsed = parseKeyValues(text)
    expect(parsed).toMatchObject({ problem })
    expect(JSON.stringify(parsed)).not.toContain('secret')
  })

  test.each([
    ['A = b', ['keeps the space after "=" as part of the value of A: write KEY=VALUE.'], { A: ' b' }],
    ['A= b', [], { A: ' b' }],
    ['A =b', [], { A: 'b' }],
    [
      `A="b"\nB='c' `,
      ['keeps the quotes as part of the values of A and B: write KEY=VALUE without them.'],
      { A: '"b"', B: "'c' " }
    ],
    ['A="b\nB=c"', [], { A: '"b', B: 'c"' }],
    ['A<<END\n"b"\nEND', [], { A: '"b"' }]
  ])('%j is taken with the warnings %j', (text, warnings, value) => {
    expect(parseKeyValues(text)).toEqual({ value, warnings })
  })

  test.each([49, 50, 64, 96, 97, 512])(
    'of a secret of %d bytes that `openssl rand -base64` has wrapped, no text is shown',
    (bytes) => {
      fc.assert(
        fc.property(fc.uint8Array({ minLength: bytes, maxLength: bytes }), (secret) => {
          const text = Buffer.from(secret).toString('base64')
          const lines = text.match(/.{1,64}/g)!
          const parsed = parseKeyValues(`FIRST=1\nKEY=${lines.join('\n')}\nLAST=1`)
          expect(parsed).toMatchObject({
            problem: expect.stringContaining('(line 3)'),
            fix: expect.stringContaining('KEY<<END')
          })
          for (const line of lines.filter(({ length }) => length > 7))
            expect(JSON.stringify(parsed)).not.toContain(line)
        })
      )
    }
  )

  test('an empty value is the rest of nothing below a short line, a line with spaces, a comment or a block', () => {
    const long = 'x'.repeat(70)
    for (const above of ['A=1', `A=${long} y`, `# ${long}`, `#${long}`, `A<<END\n${long}\nEND`, `A=${long}\n`]) {
      expect(parseKeyValues(`${above}\nB=`)).toHaveProperty('value.B', '')
    }
    expect(parseKeyValues(`A=${long}\nB=`)).toMatchObject({ fix: expect.stringContaining('KEY<<END') })
  })

  test('lines of many spaces and many blocks are read in a time that grows as they do', () => {
    const spaces = ' '.repeat(2_000_000)
    expect(parseKeyValues(`A${spaces}x`)).toHaveProperty('problem')
    const blocks = Array.from({ length: 100_000 }, (_, at) => `A${at}<<END\n${at}\nEND`)
    expect(Object.keys((parseKeyValues(blocks.join('\n')) as { value: object }).value)).toHaveLength(100_000)
  })

  test('any values come through as they were written', () => {
    const key = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/)
    const value = fc.string({ unit: 'binary' }).map((text) => text.replace(/[\r\n]/g, ''))
    const entry = fc.tuple(key, fc.array(value, { minLength: 1, maxLength: 3 }))
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ([name]) => name }), (entries) => {
        const text = entries
          .map(([name, lines]) =>
            lines.length > 1 ? `${name}<<~END~\n${lines.join('\n')}\n~END~` : `${name}=${lines[0]}`
          )
          .join('\n')
        const parsed = parseKeyValues(text)
        expect('value' in parsed && Object.entries(parsed.value)).toEqual(
          entries.map(([name, lines]) => [name, lines.join('\n')])
        )
      })
    )
  })
})

test.each([
  ['ap', 'app'],
  ['codee', 'code'],
  ['evn', 'env'],
  ['service-acount-id', 'service-account-id'],
  ['allow-unauthenticate', 'allow-unauthenticated'],
  ['dockerfile', 'dockerfile-path'],
  ['image', 'image-ref'],
  ['path', 'code'],
  ['source', 'code'],
  ['dir', 'code'],
  ['directory', 'code'],
  ['context', 'code'],
  ['environment', 'env'],
  ['env-vars', 'env'],
  ['env_vars', 'env'],
  ['org', 'app'],
  ['service', 'app'],
  ['timeout', 'timeout-minutes'],
  ['secrets', 'env'],
  ['paylod', 'test-payload'],
  ['zzzzzz', undefined],
  ['file', undefined],
  ['tag', undefined],
  ['url', undefined],
  ['name', undefined],
  ['constructor', undefined]
])('%s probably means %s', (name, input) => {
  expect(meantBy(name)?.input).toBe(input)
})
