import { createHash } from 'node:crypto'
import { mkdirSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../emulator/start.ts'
import {
  type Inputs,
  inputsFor,
  inputsWithToken,
  messagesOf,
  remote,
  run,
  runMain,
  theFailure,
  Workspace
} from '../../support/deploying.ts'
import { counting, type Listening } from '../support/answering.ts'
import { leaks } from '../support/leaks.ts'
import { Observer } from '../support/observing.ts'

/** Cases 1 to 27: what may be wrong, or odd, with an input. */
const workspace = new Workspace()
let nobody: Listening
let emulator: Emulator

/** A payload may have 4 MiB less 64 KiB. */
const LIMIT = 4_128_768
const BOM = '\ufeff'

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'notes.md': 'no code',
  'ok.json': '{}',
  'zero.json': '',
  'zero.txt': '',
  'bad.json': '{"token": "payload-of-mine",\n  oops}',
  'bad.expect.json': '{"a": 1,}',
  'checked.json': '{}',
  'checked.expect.json': '[1, 2',
  'bom.json': `${BOM}{"bom": true}`,
  'utf16.json': Buffer.from(`${BOM}{"a": 1}`, 'utf16le'),
  'latin1.json': Buffer.from('{"a": "é"}', 'latin1'),
  'large.txt': Buffer.alloc(LIMIT + 1, 'x'),
  'full.txt': Buffer.alloc(LIMIT, 'x'),
  'bytes.bin': Uint8Array.from({ length: 512 }, (_, i) => i % 256)
}

beforeAll(async () => {
  nobody = await counting()
  emulator = await startEmulator({ tokens: [{ token: 'abc', organization: 'acme' }] })
  mkdirSync(path.join(workspace.path, 'directory.json'))
  mkdirSync(path.join(workspace.path, 'ignored/.git'), { recursive: true })
  workspace.write('ignored/.git/config', '')
  workspace.write('ignored/.env', 'A=1')
  symlinkSync(tmpdir(), path.join(workspace.path, 'elsewhere'))
  mkdirSync(path.join(workspace.path, 'any'))
  workspace.write('any/handler.py', 'def handler(payload, ctx):\n    return len(payload)\n')
  for (const [file, content] of Object.entries(FILES)) workspace.write(file, content)
})

afterAll(async () => {
  workspace[Symbol.dispose]()
  await nobody[Symbol.asyncDispose]()
  await emulator.close()
})

/** A run that fails with one report before anybody is connected to. */
async function report(inputs: Inputs) {
  const endpoints = { grpc: nobody.address, tokenUrl: `http://${nobody.address}/token` }
  const before = nobody.connections()
  const { main, post } = await run(workspace, { inputs: inputsFor(endpoints, inputs) })
  expect(nobody.connections()).toBe(before)
  expect(main.state).toEqual({})
  expect(post).toMatchObject({ exitCode: 0, raw: '' })
  return { ...theFailure(main), main }
}

type Refused = { readonly number: number; readonly inputs: Inputs; readonly says: readonly string[] }

const BOOLEAN = 'is not a boolean. Write true or false.'
const NUMBER = 'is not a number that can be used here. Write a whole number from 1 to'
const NUMBERS = ['1e3', '-1', '0x10', '99999999999999999999', '1.5', '٣', '5 5']
const DURATIONS = ['10m', '-1s', '0', '60s', 'PT1M']
const NO_APP = 'is not the name of an app. Write name or organization:name;'
const NAMES = ['ünï', 'greeter\u200b', '‮greeter', '##[error]mine', '::error::mine', '.', '..', 'acme:', 'a::b']
const JSON_FIX = 'Write valid JSON;'
const UTF8 = 'Save the file as UTF-8.'

/** How a value is repeated: not where it could be mistaken for something else. */
function shown(value: string): string {
  return /^[\x20-\x7e]+$/.test(value) ? `: ${value}` : ''
}

const refused: readonly Refused[] = [
  ...['yes', 'on', '1', 'tru', 'y', 'tRUE'].map((value) => ({
    number: 1,
    inputs: { 'rollback-on-failure': value, 'rollback-on-cancel': value },
    says: [`\`rollback-on-failure: ${value}\` ${BOOLEAN}`, `\`rollback-on-cancel: ${value}\` ${BOOLEAN}`]
  })),
  {
    number: 4,
    inputs: { app: ' \n', code: '  ', 'service-account-id': '', 'service-account-secret': ' ' },
    says: [
      '`app` is missing. Write',
      'No source is given. Set `code`',
      'No credentials are given. Set `service-account-id`'
    ]
  },
  {
    number: 5,
    inputs: { 'test-paylod': '{}' },
    says: ['`test-paylod` is not an input of this action. Did you mean `test-payload`?']
  },
  { number: 5, inputs: { 'rollback-on-failures': 'true' }, says: ['Did you mean `rollback-on-failure`?'] },
  {
    number: 6,
    inputs: { 'image-ref': 'x' },
    says: ['`code` and `image-ref` are set together. Keep one of']
  },
  {
    number: 6,
    inputs: { token: 'hunter-token' },
    says: ['`token` and a service account are set together. Keep one of the two.']
  },
  { number: 7, inputs: { code: '' }, says: ['No source is given. Set `code` to the directory'] },
  {
    number: 8,
    inputs: { code: 'src/app' },
    says: ['`src/app` does not exist (looked at `WORKSPACE/src/app`). Give `code` a directory']
  },
  {
    number: 8,
    inputs: { 'test-payload-file': 'absent.json\nnone/*.json' },
    says: [
      'No file matches `absent.json` in `test-payload-file` (looked in WORKSPACE). Give',
      'No file matches `none/*.json`'
    ]
  },
  {
    number: 8,
    inputs: { 'working-directory': 'absent' },
    says: ['`greeter` does not exist (looked at `WORKSPACE/absent/greeter`)']
  },
  { number: 9, inputs: { code: 'greeter/handler.py/x' }, says: ['`greeter/handler.py/x` lies below a file'] },
  {
    number: 9,
    inputs: { code: 'notes.md' },
    says: [
      '`notes.md` has no name that tells a runtime (looked for handler.py, *.rs, *.go, *.ts). Point `code` at the directory of the app, or set `runtime` to rust'
    ]
  },
  {
    number: 9,
    inputs: { 'test-payload-file': 'directory.json' },
    says: ['No file matches `directory.json` in `test-payload-file`']
  },
  {
    number: 10,
    inputs: { code: 'ignored' },
    says: [
      'There is nothing to deploy: `ignored` holds no file that is packed. Left out, because they are likely to hold secrets: `.env`. '
    ]
  },
  { number: 11, inputs: { code: '../..' }, says: ['`../..` lies outside the workspace, at'] },
  { number: 11, inputs: { code: tmpdir() }, says: ['lies outside the workspace, at'] },
  { number: 11, inputs: { code: '.', 'working-directory': '..' }, says: ['`.` lies outside the workspace, at'] },
  { number: 12, inputs: { code: 'elsewhere' }, says: ['`elsewhere` lies outside the workspace, at'] },
  {
    number: 14,
    inputs: { 'test-payload-file': 'zero.json' },
    says: ['`zero.json` is not JSON (line 1, column 1). Write valid JSON;']
  },
  {
    number: 15,
    inputs: { 'test-payload': '{"token": "payload-of-mine",\n  oops}' },
    says: [`\`test-payload\` is not JSON (line 2, column 3). ${JSON_FIX}`]
  },
  {
    number: 15,
    inputs: { 'test-payload-file': 'bad.json' },
    says: [
      `\`bad.json\` is not JSON (line 2, column 3). ${JSON_FIX}`,
      `\`bad.expect.json\` is not JSON (line 1, column 9). ${JSON_FIX}`
    ]
  },
  {
    number: 15,
    inputs: { 'test-payload-file': 'checked.json' },
    says: [`\`checked.expect.json\` is not JSON (line 1, column 6). ${JSON_FIX}`]
  },
  {
    number: 15,
    inputs: { 'test-payload': '{}', 'test-expect': '{"payload-of-mine": nope}' },
    says: ['`test-expect` is not JSON (line 1, column 21).']
  },
  { number: 15, inputs: { 'test-expect': '{}' }, says: ['`test-expect` is set without a payload. Set `test-payload`'] },
  {
    number: 16,
    inputs: { 'test-payload-file': 'utf16.json' },
    says: [`\`utf16.json\` is not UTF-8 but UTF-16. ${UTF8}`]
  },
  { number: 16, inputs: { 'test-payload-file': 'latin1.json' }, says: [`\`latin1.json\` is not UTF-8. ${UTF8}`] },
  {
    number: 17,
    inputs: { 'test-payload-file': 'large.txt' },
    says: [`\`large.txt\` has ${LIMIT + 1} bytes; a payload may have ${LIMIT}.`]
  },
  ...NAMES.map((app) => ({ number: 19, inputs: { app }, says: [NO_APP] })),
  ...NUMBERS.map((value) => ({
    number: 20,
    inputs: { 'timeout-minutes': value, 'test-timeout-seconds': value, ports: value },
    says: [
      `\`timeout-minutes${shown(value)}\` ${NUMBER} 1440`,
      `\`test-timeout-seconds${shown(value)}\` ${NUMBER} 3600`,
      '` has an item that is no port (item 1). Write'
    ]
  })),
  ...DURATIONS.map((value) => ({
    number: 21,
    inputs: { 'timeout-minutes': value, 'test-timeout-seconds': value },
    says: [
      `\`timeout-minutes${shown(value)}\` ${NUMBER} 1440`,
      `\`test-timeout-seconds${shown(value)}\` ${NUMBER} 3600`
    ]
  })),
  {
    number: 22,
    inputs: { ports: '80\r\n# comment\r\nhttp\r\n' },
    says: ['`ports` has an item that is no port (item 2). Write one port']
  },
  {
    number: 23,
    inputs: { env: 'A=1\r\nB=2\r\nA=3' },
    says: ['`env` names A twice (line 3). Keep one of the two lines.']
  },
  { number: 23, inputs: { env: '=x' }, says: ['`env` has a key that cannot be a variable’s name (line 1). Use'] },
  {
    number: 23,
    inputs: { env: 'A B=hunter-two' },
    says: ['`env` has a key that cannot be a variable’s name (line 1). Use']
  },
  { number: 23, inputs: { env: 'A<<\nx' }, says: ['`env` has a block for A that does not end (line 1). Write A<<END'] },
  { number: 23, inputs: { env: 'hunter-two' }, says: ['`env` has a line without "=" (line 1). Write KEY=VALUE'] },
  ...['http://ignite.example', 'http://10.0.0.1:80', 'http://127.0.0.1.example:80'].map((endpoint) => ({
    number: 26,
    inputs: { 'api-endpoint': endpoint },
    says: [
      '`api-endpoint` cannot be used. Plaintext is refused: the token would be readable on the way. Write `https://host:port`.'
    ]
  })),
  ...['https://u:p@h', 'h:99999', 'h:0', 'ftp://h:1', 'https://h/path', 'h h:1', '[::1', '%6c:1'].map((endpoint) => ({
    number: 26,
    inputs: { 'api-endpoint': endpoint },
    says: ['`api-endpoint` cannot be used.']
  }))
]

describe('An error of one report, which names the input and the fix, with nothing sent', () => {
  test.each(refused)('case $number: $inputs', async ({ inputs, says }) => {
    const { title, message, reason } = await report(inputs)
    expect(reason).toBe('bad_input')
    const expected = says.map((line) => line.replace('WORKSPACE', workspace.path))
    const lines = message.split('\n').map((line) => line.replace(/^- /, ''))
    for (const each of expected) expect(lines).toContainEqual(expect.stringContaining(each))
    expect(lines).toHaveLength(says.length)
    for (const line of lines) expect(line).toMatch(/[.?] .+[.?]$/)
    const few = says.length === 1 ? 'An input is wrong' : `${says.length} inputs are wrong`
    expect(title).toBe(`${few}, nothing was sent`)
    expect(message).not.toMatch(/payload-of-mine|hunter|u:p@|##\[|::error/)
  })

  test('all of them together: one red line, and no text of a payload or of the environment anywhere', async () => {
    const everything: Inputs = {
      app: '../x',
      'create-app': 'on',
      'rollback-on-failure': 'yes',
      'rollback-on-cancel': '1',
      paylod: 'payload-of-mine',
      code: 'missing',
      'test-payload': '{"a": payload-of-mine}',
      'test-payload-file': 'bad.json\nlarge.txt\nabsent.json',
      'test-expect': 'payload-of-mine',
      'test-timeout-seconds': '0x10',
      'timeout-minutes': '10m',
      env: 'A=hunter-two\nhunter-three',
      ports: '1e3',
      'api-endpoint': 'https://hunter-user:hunter-password@h',
      'service-account-id': '',
      'service-account-secret': ''
    }
    using observer = new Observer()
    const { main, post } = await run(workspace, {
      inputs: inputsFor({ grpc: 'x', tokenUrl: 'x' }, everything),
      env: observer.env
    })
    const { message, reason, title } = theFailure(main)
    const named = message.split('\n').map((line) => line.match(/`([^`:]+)[`:]/)?.[1])
    const payloads = Array.from({ length: 3 }, () => 'test-payload-file')
    const unnamed = ['code', 'test-payload-file', 'service-account-id', 'service-account-secret']
    const names = Object.keys(everything).filter((name) => !unnamed.includes(name))
    expect(named.toSorted()).toEqual([...names, ...payloads, 'absent.json', 'missing'].toSorted())
    expect(title).toBe(`${named.length} inputs are wrong, nothing was sent`)
    expect(reason).toBe('bad_input')
    expect(leaks(main, observer.stages[0]!, ['payload-of-mine', 'hunter-'])).toEqual([])
    expect(post).toMatchObject({ exitCode: 0, raw: '' })
  })
})

async function deployed(app: string, inputs: Inputs) {
  const main = await runMain(workspace, { inputs: inputsFor(emulator, { app, code: 'any', ...inputs }) })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  const { state } = await remote(emulator, { organization: 'acme', name: app })
  const requests = emulator.journal.filter(({ method }) => method === 'ComputeService/TestDraft')
  const payloads = requests
    .map(({ request }) => request as { readonly app_name: string; readonly payload: object })
    .filter(({ app_name }) => app_name === app)
    .map(({ payload }) => payload)
  return { main, settings: state!.settings, payloads }
}

function bytesOf(content: string | Uint8Array): object {
  return { bytes: Buffer.byteLength(content), sha256: createHash('sha256').update(content).digest('hex') }
}

describe('A value that arrives as it was written', () => {
  test('case 2: an empty boolean is its default', async () => {
    const { main } = await deployed('case-2', {
      'create-app': '',
      'rollback-on-failure': '',
      'rollback-on-cancel': ' '
    })
    expect(main.state['ignite_deploy']).toContain('"closed":true')
  })

  test.each([' True ', 'TRUE', 'true'])('case 3: the boolean %j is true', async (value) => {
    const app = `case-3-${value.trim().toLowerCase()}-${value.length}`
    const { settings } = await deployed(app, { 'allow-unauthenticated': value })
    expect(settings.allowUnauthenticated).toBe(true)
  })

  test.each([{}, { 'test-payload': '' }, { 'test-payload-file': ' \n# none\n' }])(
    'case 13: a payload that is empty is none: %j',
    async (inputs) => {
      const { payloads, main } = await deployed(`case-13-${Object.keys(inputs).join()}x`, inputs)
      expect(payloads).toEqual([])
      expect(main.outputs).toMatchObject({ test_status: '', test_execution_ids: '' })
    }
  )

  test('cases 14, 16, 17 and 18: payloads from files', async () => {
    const { payloads } = await deployed('case-18', { 'test-payload-file': 'zero.txt\nbom.json\nfull.txt\nbytes.bin' })
    const contents = [FILES['zero.txt'], '{"bom": true}', FILES['full.txt'], FILES['bytes.bin']]
    expect(payloads).toEqual(contents.map((content) => bytesOf(content ?? '')))
  })

  test('case 18: an inline payload with CRLF, escapes of NUL and of half a pair, and an emoji', async () => {
    const payload = '\r\n{"a": "\\u0000 \\ud800 🚀",\r\n\t"b": [1,  2]}\r\n\r\n'
    expect((await deployed('case-18-inline', { 'test-payload': payload })).payloads).toEqual([bytesOf(payload)])
  })

  // src/inputs/read-tests.ts, inlineCase: the mark is accepted as JSON, and sent with it.
  test('case 16: an inline payload with a byte order mark arrives without it', async () => {
    const { payloads } = await deployed('case-16', { 'test-payload': `${BOM}{"a": 1}` })
    expect(payloads).toEqual([bytesOf('{"a": 1}')])
  })

  test('cases 20 and 21: numbers in white space', async () => {
    const { main } = await deployed('case-20', {
      'timeout-minutes': ' 5 ',
      'test-timeout-seconds': '\t10\n',
      ports: ' 5 '
    })
    expect(main.outputs['public_urls']).toBe(JSON.stringify([`${emulator.public}/acme/case-20-5`]))
  })

  test('case 22: a list with blanks, comments, CRLF and an item twice', async () => {
    const { settings } = await deployed('case-22', { ports: '\r\n80\r\n\r\n# the other\r\n  8080 \r\n80\r\n' })
    expect(settings.ports).toEqual([80, 8080])
  })

  test('case 23: variables with `=`, quotes, spaces, blocks, and names that look special', async () => {
    const env = [
      'EQUATION=a=b==',
      `QUOTED="it's" '\`x\`'`,
      '  SPACED =  two  words  ',
      'HASH=a # no comment',
      '# A=comment',
      'EMOJI=🚀 é \u2028',
      'DOLLAR=$HOME $(id) %25 %0A',
      'BLOCK<<END',
      'first',
      '  second = 2',
      '',
      'END',
      'EMPTY=',
      'LATER<<EOF',
      'EOF',
      '__proto__=x',
      'constructor=y',
      'GITHUB_TOKEN=z'
    ].join('\n')
    const { settings } = await deployed('case-23', { env })
    expect(Object.entries(settings.env ?? {}).toSorted()).toEqual(
      Object.entries({
        EQUATION: 'a=b==',
        QUOTED: `"it's" '\`x\`'`,
        SPACED: '  two  words  ',
        HASH: 'a # no comment',
        EMOJI: '🚀 é \u2028',
        DOLLAR: '$HOME $(id) %25 %0A',
        BLOCK: 'first\n  second = 2\n',
        EMPTY: '',
        LATER: '',
        ['__proto__']: 'x',
        constructor: 'y',
        GITHUB_TOKEN: 'z'
      }).toSorted()
    )
  })

  test('case 25: a secret of three letters is used, not hidden, and a warning says so', async () => {
    const inputs = inputsWithToken(emulator, 'abc', { app: 'acme:case-25', 'test-payload': '{"name": "abc"}' })
    const main = await runMain(workspace, { inputs })
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    expect(messagesOf(main, 'warning')).toContain('`token` is too short to be hidden in the log.')
    expect(main.commands.filter(({ name }) => name === 'add-mask')).toEqual([])
    expect(main.log).toContain('Hello, abc!')
  })

  test.each(['http://127.0.0.1:PORT', 'HTTP://LOCALHOST:PORT/', 'ｌｏｃａｌｈｏｓｔ:PORT', ' 127.1:PORT\n'])(
    'case 26: the endpoint %j',
    async (form) => {
      const port = emulator.grpc.split(':')[1] ?? ''
      const { main } = await deployed('case-26', { 'api-endpoint': form.replace('PORT', port) })
      expect(main.outputs['status']).toBe('published')
    }
  )

  test('case 26: the endpoint of an IPv6 loopback', async () => {
    await using six = await startEmulator({ host: '::1' })
    const main = await runMain(workspace, { inputs: inputsFor(six) })
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    expect(main.log).toContain('to Dodil Ignite at [::1]:')
  })
})
