import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'
import { status } from '@grpc/grpc-js'
import { smuggled } from '../../runner/runner.ts'
import type { StageResult } from '../../runner/stage.ts'
import { leaks } from '../e2e/support/leaks.ts'
import { Observer } from '../e2e/support/observing.ts'
import { HOSTILE, lineVectors, streamVectors } from '../log/support/hostile-text.ts'
import type { Call, Handler } from '../platform/support/fake-server.ts'
import type { Compile } from '../support/scripted-platform.ts'
import { type Compiled, type CompiledOptions, compiled, TOKEN } from './support/compiling.ts'
import { type Facts, faultCase } from './support/fault-case.ts'

/** A compile whose log is these chunks; it fails where there is an error. */
function saying(chunks: readonly Uint8Array[], error = ''): Compile {
  let isOver = false
  async function* log(): AsyncGenerator<Uint8Array> {
    for (const chunk of chunks) {
      yield chunk
      await sleep(1)
    }
    isOver = true
  }
  return { log, isOver: () => isOver, error }
}

function lines(texts: readonly string[]): readonly Buffer[] {
  return [Buffer.from(texts.map((text) => `${text}\n`).join(''))]
}

const OWN = ['add-mask', 'debug', 'notice', 'warning', 'error', 'group', 'endgroup']
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/

/** What a runner, and a reader, must not meet. Colours are taken out first. */
function harm({ main, post }: Pick<Compiled, 'main' | 'post'>): Facts {
  return {
    commands: [main, post].flatMap((stage) => smuggled(stage, { names: OWN })).length,
    controls: CONTROLS.test(stripVTControlCharacters(main.raw)),
    markup: /<img|@octocat|```/.test(main.summary ?? '')
  }
}
const HARMLESS = { commands: 0, controls: false, markup: false } as const

faultCase({
  number: 73,
  fault: 'invalid UTF-8, NUL, OSC 8, cursor moves, conceal, bidi in the log',
  expected: {
    ...HARMLESS,
    exit: 0,
    lines: ['bad \ufffd byte', 'zero', 'click', 'hidden', 'title;x', '<U+202E>gnp.exe', 'red', 'end']
  },
  run: async () => {
    const deployed = await compiled(
      saying([
        Buffer.concat([Buffer.from('bad '), Buffer.from([0xff]), Buffer.from(' byte\n')]),
        Buffer.from('\0ze\0ro\n\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007\n\u001b[2J\u001b[1;1H'),
        Buffer.from('\u001b[8mhidden\n\u009dtitle\u001b]0;\u0007;x\n\u202egnp.exe\n\u001b[31mred\nend\n')
      ])
    )
    const shown = deployed.shown.map((line) => stripVTControlCharacters(line))
    return { ...harm(deployed), exit: deployed.main.exitCode ?? -1, lines: shown }
  }
})

/** Where remote text appears, beside those of e2e/hostile-text.test.ts: a word of ours tells that it was shown. */
const PLACES: Readonly<Record<string, () => readonly [Compile, CompiledOptions?]>> = {
  'lines of a log': () => [saying(lines([...lineVectors, 'as text']))],
  'chunks of a log': () => [
    saying([...streamVectors.filter((chunks) => chunks.length < 100).flat(), ...lines(['', 'as text'])])
  ],
  'one log, a failing one': () => [saying([Buffer.from(`${HOSTILE}\nas text\n`)], 'exit status 1')],
  'the error of a draft': () => [saying(lines(['a']), `${HOSTILE} as text`)],
  'the output of a test': () => [
    saying(lines(['a'])),
    { ...TESTED, handlers: executed({ output: `${HOSTILE} as text` }) }
  ],
  'the error of a test': () => [
    saying(lines(['a'])),
    { ...TESTED, handlers: executed({ error: `${HOSTILE} as text` }) }
  ],
  'the id of a test': () => [
    saying(lines(['as text'])),
    { ...TESTED, handlers: { ...executed({}), TestDraft: () => ({ execution_id: HOSTILE }) } }
  ],
  'the details of CompileDraft': () => [saying([]), { handlers: { CompileDraft: refusing } }],
  'the details of a log': () => [
    saying(lines(['as text'])),
    { debug: true, handlers: { StreamCompileLogs: refusing, GetDraftInfo: () => COMPILED } }
  ],
  'the details of TestDraft': () => [saying(lines(['a'])), { ...TESTED, handlers: { TestDraft: refusing } }],
  'the details of GetExecution': () => [
    saying(lines(['a'])),
    { ...TESTED, handlers: { TestDraft: () => ({ execution_id: '1' }), GetExecution: refusing } }
  ],
  'the id of a compile': () => [
    saying([]),
    {
      handlers: {
        CompileDraft: () => ({ deploy_id: HOSTILE }),
        StreamCompileLogs: async function* () {
          yield { data: Buffer.from('as text\n').toString('base64') }
        },
        GetDraftInfo: () => COMPILED
      }
    }
  ],
  'a build': () => [
    saying([]),
    { inputs: BUILT, files: ['Dockerfile'], handlers: building({ error: `${HOSTILE} as text`, log: HOSTILE }) }
  ],
  'the image of a build': () => [
    saying([]),
    { inputs: BUILT, files: ['Dockerfile'], handlers: building({ imageRef: `as text ${HOSTILE}`, log: 'a\n' }) }
  ],
  'a git reference': () => [
    saying(lines(['a'])),
    {
      inputs: {
        code: '',
        'git-url': 'https://github.com/acme/web',
        'git-ref': `as text ${HOSTILE.replaceAll('\0', '')}`
      }
    }
  ]
}

const COMPILED = { draft: { status: 'VERSION_STATUS_COMPILED', code_hash: 'cafe0001', created_at_ms: '1000' } }
const TESTED: CompiledOptions = { inputs: { 'test-payload': '{}' } }
const BUILT = { 'dockerfile-path': 'Dockerfile', builder: 'build-service' }

function refusing(): never {
  throw { code: status.INVALID_ARGUMENT, details: `${HOSTILE} as text` }
}

function executed({ output = '', error = '' }: { readonly output?: string; readonly error?: string }) {
  const state = error === '' ? 'EXECUTION_STATUS_COMPLETED' : 'EXECUTION_STATUS_FAILED'
  const execution = { execution_id: '1', status: state, output: Buffer.from(output).toString('base64'), error }
  return { TestDraft: () => ({ execution_id: '1' }), GetExecution: () => ({ execution }) }
}

type Building = { readonly error?: string; readonly imageRef?: string; readonly log: string }

function building({ error = '', imageRef = '', log }: Building): Readonly<Record<string, Handler>> {
  let polls = 0
  const build = () => ({
    id: '1',
    status: polls++ === 0 ? 'BUILD_STATUS_RUNNING' : error === '' ? 'BUILD_STATUS_SUCCEEDED' : 'BUILD_STATUS_FAILED',
    image_refs: [imageRef],
    error
  })
  return {
    ListBuilds: () => ({ builds: [] }),
    CreateBuild: () => ({ build_id: '1' }),
    GetBuild: () => ({ build: build() }),
    CancelBuild: () => ({}),
    StreamBuildLogs: async function* () {
      yield { data: Buffer.from(log).toString('base64') }
    }
  }
}

for (const [place, made] of Object.entries(PLACES)) {
  faultCase({
    number: 74,
    fault: `every vector in ${place}`,
    expected: { ...HARMLESS, shown: true },
    run: async () => {
      const deployed = await compiled(...made())
      return { ...harm(deployed), shown: deployed.main.log.includes('as text') }
    }
  })
}

/** A log that tells our token in every form, between two words. */
function telling(token: string): readonly Buffer[] {
  const base64 = ['', 'a', 'ab'].map((before) => Buffer.from(`${before}${token}:`).toString('base64'))
  const half = Math.floor(token.length / 2)
  const [first, second] = [token.slice(0, half), token.slice(half)]
  const urls = [encodeURIComponent(token), token.replace('+', '%2b').replace('=', '%3d'), encodeURI(token)]
  const texts = [token, ...base64, ...urls, `${first}\u001b[31m${second}\u001b[0m`]
  return [
    ...lines(texts.map((text) => `< ${text} >`)),
    Buffer.from(`< ${first}`),
    Buffer.from(`${second} >\n< ${first}\u0000${second} >\n`)
  ]
}

const SPLIT = `${TOKEN}/+=`

for (const fails of [false, true]) {
  faultCase({
    number: 75,
    fault: `the log tells our token: raw, base64, URL, coloured, in two chunks; the compile ${fails ? 'fails' : 'succeeds'}`,
    expected: { exit: fails ? 1 : 0, leaks: 0, 'leaks in the file': 0, hidden: 10 },
    run: async () => {
      using observer = new Observer()
      let kept = ''
      const deployed = await compiled(saying(telling(SPLIT), fails ? `exit status 1, token ${SPLIT}` : ''), {
        inputs: { token: SPLIT },
        env: observer.env,
        look: ({ outputs }) => {
          kept = readFileSync(outputs['log_path'] ?? '', 'utf8')
        }
      })
      return {
        exit: deployed.main.exitCode ?? -1,
        leaks: leaks(deployed.main, observer.stages[0]!, [SPLIT]).length,
        'leaks in the file': [TOKEN, encodeURIComponent(SPLIT)].filter((form) => kept.includes(form)).length,
        hidden: stripVTControlCharacters(deployed.main.raw).match(/^\| < \S{0,4}\*\*\*\S{0,4} >$/gm)?.length ?? 0
      }
    }
  })
}

faultCase({
  number: 75,
  fault: 'the log tells our token in two lines, which is documented to be shown',
  expected: { exit: 0, lines: ['<', TOKEN.slice(0, 9), `${TOKEN.slice(9)} ***`] },
  run: async () => {
    const { main, shown } = await compiled(
      saying([Buffer.from(`<\n${TOKEN.slice(0, 9)}\n${TOKEN.slice(9)} ${TOKEN}\n`)])
    )
    return { exit: main.exitCode ?? -1, lines: shown }
  }
})

/** A token endpoint each of whose tokens is another one, good for two seconds. */
async function mintingEndpoint() {
  const minted: string[] = []
  const server = createServer((request, response) => {
    request.resume()
    const token = `minted-token-number-${minted.length + 1}-of-acme`
    minted.push(token)
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ access_token: token, token_type: 'Bearer', expires_in: 2 }))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`
  const close = () => new Promise<void>((closed) => void server.close(() => closed()).closeAllConnections())
  return { url, minted, [Symbol.asyncDispose]: close }
}

faultCase({
  number: 76,
  fault: 'the log says ##[stop-commands]x, then a token is minted, then the log tells it',
  expected: { ...HARMLESS, exit: 0, 'minted while the log ran': true, 'all masked': true, shown: 0 },
  run: async () => {
    await using endpoint = await mintingEndpoint()
    const bearers: string[] = []
    let isOver = false
    async function* log(): AsyncGenerator<Buffer> {
      const before = bearers.length
      yield* lines(['##[stop-commands]x', '::stop-commands::x'])
      while (new Set(bearers).size === new Set(bearers.slice(0, before)).size) await sleep(50)
      yield* lines(bearers)
      isOver = true
    }
    const compile = { log, isOver: () => isOver }
    const GetDraftInfo: Handler = ({ token = '' }: Call) => {
      bearers.push(token.replace('Bearer ', ''))
      const state = isOver ? 'COMPILED' : 'COMPILING'
      return { draft: { status: `VERSION_STATUS_${state}`, code_hash: 'cafe0001', created_at_ms: '1000' } }
    }
    const account = { 'service-account-id': 'sa', 'service-account-secret': 'its-secret', token: '' }
    const deployed = await compiled(compile, {
      handlers: { GetDraftInfo },
      inputs: { ...account, 'auth-url': endpoint.url }
    })
    const { commands, raw, exitCode = -1 } = deployed.main
    const masks = commands.filter(({ name }) => name === 'add-mask').map(({ data }) => data)
    const ours = raw.replace(/^::add-mask::.*$/gm, '')
    return {
      ...harm(deployed),
      exit: exitCode,
      'minted while the log ran': endpoint.minted.length > 1,
      'all masked': endpoint.minted.every((token) => masks.includes(token)),
      shown: endpoint.minted.filter((token) => ours.includes(token)).length
    }
  }
})

/** Five hundred errors as rustc and go write them, most of them nowhere in the repository. */
const ODD_PLACES = [
  ...['../secret.rs:1:1', '/etc/passwd:1:1', 'C:\\src\\main.rs:1:1', '/rustc/1.95/library/core/src/main.rs:4:2'],
  ...[
    'src/main.rs:0:0',
    'src/main.rs:1000000001:1',
    'src/main.rs:-1:3',
    'src/nowhere.rs:3:1',
    './src/lib.rs:7:9999999999'
  ]
]
const ERRORS = Array.from({ length: 500 }, (_, at) => {
  const place = at < 480 ? (ODD_PLACES[at % ODD_PLACES.length] ?? '') : `src/main.rs:${at}:5`
  return `error[E0425]: cannot find value number ${at}\n  --> ${place}\n   |\n`
})

faultCase({
  number: 78,
  fault: '500 errors of a compiler, outside the repository, absolute, of Windows, at lines 0, -1 and a billion',
  expected: {
    exit: 1,
    pinned: 9,
    'in the repository': 9,
    'sane lines': 9,
    'counts the rest': true,
    'in the summary': 500
  },
  run: async () => {
    const { main } = await compiled(saying(lines(ERRORS), 'exit status 101'), { files: ['src/main.rs', 'src/lib.rs'] })
    const pinned = main.annotations.filter(({ properties }) => 'file' in properties)
    return {
      exit: main.exitCode ?? -1,
      pinned: pinned.length,
      'in the repository': pinned.filter(({ properties }) =>
        /^crate\/src\/(?:main|lib)\.rs$/.test(properties['file'] ?? '')
      ).length,
      'sane lines': pinned.filter(({ properties }) => /^(?:[1-9]\d{0,5})?$/.test(properties['line'] ?? '')).length,
      'counts the rest': main.log.includes('491 more of these are in the log and in the job summary.'),
      'in the summary': main.summary?.match(/^- ❌ .*cannot find value number \d+/gm)?.length ?? 0
    }
  }
})

faultCase({
  number: 78,
  fault: 'every vector in the words of a compiler',
  expected: { ...HARMLESS, exit: 1, pinned: 9, 'in the repository': 9 },
  run: async () => {
    const said = lineVectors.map((vector, at) => `error: ${vector}\n  --> src/main.rs:${at + 1}:1\n   |\n`)
    const deployed = await compiled(saying(lines(said), 'exit status 101'), { files: ['src/main.rs'] })
    const pinned = deployed.main.annotations.filter(({ properties }) => 'file' in properties)
    return {
      ...harm(deployed),
      exit: deployed.main.exitCode ?? -1,
      pinned: pinned.length,
      'in the repository': pinned.filter(({ properties }) => properties['file'] === 'crate/src/main.rs').length
    }
  }
})

const MARKUP = [
  'a | b',
  '<img src=x>',
  '</code></pre><script>',
  '```',
  '@octocat',
  '[x](https://evil.example)',
  '**bold** www.evil.example'
]

faultCase({
  number: 79,
  fault: 'Markdown, HTML, ``` and a mention in the words of a compiler',
  expected: { exit: 1, 'live signs': [], listed: MARKUP.length },
  run: async () => {
    const said = MARKUP.map((words, at) => `error: words ${words}\n  --> src/main.rs:${at + 1}:1\n   |\n`)
    const { main } = await compiled(saying(lines(said), 'exit status 101'), { files: ['src/main.rs'] })
    return {
      exit: main.exitCode ?? -1,
      'live signs': liveSigns(main),
      listed: main.summary?.match(/^- ❌ .*words/gm)?.length ?? 0
    }
  }
})

const OWN_MARKUP = /<\/?(?:pre|code)>|<a href="https&#58;\/\/github\.com\/octo-org\/[^"<>]*">|<\/a>/g

/** Signs of markup in the lines of the summary that hold remote words, beside our own: code, and links to the commit. */
function liveSigns({ summary = '' }: StageResult): readonly string[] {
  const remote = summary.split('\n').filter((line) => line.includes('words'))
  const words = remote.map((line) => line.replace(OWN_MARKUP, '').replace(/^- ❌ /, ''))
  return [...new Set(words.flatMap((line) => line.match(/[<>|`*@[\]]|www\.|:\/\//g) ?? []))]
}
