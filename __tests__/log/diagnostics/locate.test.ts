import { expect, test } from '@jest/globals'
import type { Diagnostic } from '../../../src/log/diagnostics/diagnostic.ts'
import { locate } from '../../../src/log/diagnostics/locate.ts'
import { diagnosticsOf, fixture } from './support/said.ts'

function located(found: readonly Diagnostic[], files: Record<string, string | undefined>, root = 'app') {
  const paths = Object.keys(files)
  return locate(found, { root, paths, read: (path) => files[path] }).map(({ file, line, column }) =>
    [file, line, column].filter((part) => part !== undefined).join(':')
  )
}

test.each([
  [
    'cargo-errors',
    ['src/main.rs', 'src/greeting.rs'],
    ['src/main.rs:8:36', 'src/greeting.rs:2:22', 'src/greeting.rs:4:5']
  ],
  ['cargo-warnings', ['src/lib.rs'], ['', 'src/lib.rs:2:9']],
  ['go-package', ['store/store.go'], ['store/store.go:4:2', 'store/store.go:5:9']],
  ['deno-syntax', ['syn.ts'], ['syn.ts:2:10']],
  ['python-chain', ['handler.py', 'lib/prices.py'], ['lib/prices.py:3', 'lib/prices.py:5']],
  ['python-library', ['handler.py', 'json/decoder.py'], ['handler.py:6']],
  ['python-syntax', ['handler.py'], ['handler.py:5', 'handler.py:5']],
  ['pip-conflict', ['requirements.txt'], ['requirements.txt:3']],
  ['buildkit-parse', ['Dockerfile'], ['Dockerfile:1']],
  ['buildpacks-detect', ['main.py'], ['', '']]
])('%s is placed', (name, paths, expected) => {
  const files = Object.fromEntries(paths.map((path) => [path, undefined]))
  expect(located(diagnosticsOf(fixture(name)), files)).toEqual(expected.map((place) => place && `app/${place}`))
})

const HANDLER = 'import worker\n\n\ndef handler(payload):\n    return worker.price(payload["titel"])\n'

/** As the platform's own program calls a handler; a packed file may have the same name as it. */
function traceback(...frames: readonly (readonly [path: string, line: number, quoted?: string])[]): readonly string[] {
  const lines = frames.flatMap(([path, line, quoted]) => [
    `  File "${path}", line ${line}, in f`,
    ...(quoted === undefined ? [] : [`    ${quoted}`, '           ^^^^^^^^^'])
  ])
  return ['Traceback (most recent call last):', ...lines, "KeyError: 'titel'"]
}

const PLATFORM = ['/opt/ignite/worker.py', 2, 'result = handler(payload, ctx)'] as const
const FILES = { 'handler.py': HANDLER, 'worker.py': 'def price(titel):\n    return titel.price\n' }

test.each([
  ['a frame of the platform’s alone', [PLATFORM], ''],
  [
    'one before the user’s',
    [PLATFORM, ['/app/handler.py', 5, 'return worker.price(payload["titel"])']],
    'app/handler.py:5'
  ],
  [
    'one around the user’s',
    [['/app/handler.py', 5, 'return worker.price(payload["titel"])'], PLATFORM],
    'app/handler.py:5'
  ],
  ['the user’s file of that name', [['/app/worker.py', 2, 'return titel.price']], 'app/worker.py:2'],
  ['a line past the end of the user’s file', [['/opt/ignite/worker.py', 70, 'result = handler()']], ''],
  [
    'one that is not quoted, beside one that is',
    [
      ['/app/handler.py', 5, 'return worker.price(payload["titel"])'],
      ['/opt/ignite/worker.py', 2]
    ],
    'app/handler.py:5'
  ],
  [
    'a line with a secret, which the log hides',
    [['/app/handler.py', 5, 'return worker.price(***)']],
    'app/handler.py:5'
  ],
  [
    'a line that the log made harmless',
    [['/app/handler.py', 5, 'return worker.price\\(payload\\["titel"])']],
    'app/handler.py:5'
  ],
  ['none that is quoted', [['/app/handler.py', 5]], 'app/handler.py:5']
] as const)('of a traceback with %s, only what the user wrote is placed', (_name, frames, place) => {
  expect(located(diagnosticsOf(traceback(...frames)), FILES)).toEqual([place])
})

test('a requirement without a line is found in its file', () => {
  const found = diagnosticsOf(fixture('pip-no-version'))
  const text = '# what we need\nrequests==2.31.0\nnumpy == 99.9  # for later\n'
  expect(located(found, { 'requirements.txt': text }, '.')).toEqual(['requirements.txt:3'])
  expect(located(found, { 'requirements.txt': 'pandas\n' }, '.')).toEqual(['requirements.txt'])
})

test('the instruction at which Kaniko failed is found in the Dockerfile', () => {
  const text = 'FROM node:24-slim\nCOPY package.json .\nRUN npm ci --omit=dev && \\\n    npm run build\n'
  expect(located(diagnosticsOf(fixture('kaniko-run')), { Dockerfile: text }, '.')).toEqual(['Dockerfile:3'])
})

test('a file that cannot be read is named without a line', () => {
  const found = diagnosticsOf(fixture('pip-no-version'))
  const code = { root: '.', paths: ['requirements.txt'], read: () => undefined }
  expect(locate(found, code)).toMatchObject([{ file: 'requirements.txt', line: undefined }])
})

test.each([0, -1, 1e9, 1.5, Number.NaN, 2 ** 53])('line %d is no line', (line) => {
  const place = { path: 'main.py', line, column: 3 }
  const found: Diagnostic = { level: 'error', message: 'm', tool: 'python', place }
  expect(located([found], { 'main.py': '' }, '.')).toEqual(['main.py'])
})

test.each([0, -1, 1e9])('column %d is no column', (column) => {
  const place = { path: 'main.py', line: 2, column }
  const found: Diagnostic = { level: 'error', message: 'm', tool: 'python', place }
  expect(located([found], { 'main.py': '' }, '.')).toEqual(['main.py:2'])
})

test('what is not in the repository keeps the words of the tool', () => {
  const found = diagnosticsOf(fixture('cargo-warnings'))
  const code = { root: '.', paths: ['src/lib.rs'], read: () => undefined }
  expect(locate(found, code).map(({ written }) => written)).toEqual(['/workspace/outer/src/lib.rs:2', 'src/lib.rs:2'])
})
