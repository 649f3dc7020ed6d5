import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Diagnostics } from '../../../src/log/diagnostics/diagnostics.ts'
import { hostileText } from '../support/hostile-text.ts'
import { diagnosticsOf, fixture, inShort } from './support/said.ts'

const chain = 'error python /workspace/app/lib/prices.py'

test.each([
  [
    'cargo-errors',
    [
      'error rustc src/main.rs:8:36 cannot find value `nmaes` in this scope [E0425]',
      'error rustc src/greeting.rs:2:22 mismatched types [E0308]',
      'error rustc src/greeting.rs:4:5 mismatched types [E0308]'
    ]
  ],
  ['cargo-syntax', ['error rustc src/main.rs:2:17 mismatched closing delimiter: `}`']],
  [
    'cargo-warnings',
    [
      'warning rustc /workspace/outer/src/lib.rs:2:9 unused variable: `x`',
      'warning rustc src/lib.rs:2:9 unused variable: `discount`'
    ]
  ],
  [
    'cargo-build-script',
    [
      'warning rustc /workspace/outer/src/lib.rs:2:9 unused variable: `x`',
      'error rustc build.rs:2:34 panicked: schema.json is needed: Os { code: 2, kind: NotFound, message: "No such file or directory" }'
    ]
  ],
  ['cargo-manifest', ['error rustc Cargo.toml:4:9 key with no value, expected `=`']],
  [
    'go-build',
    [
      'error go ./main.go:5:2 "os" imported and not used',
      'error go ./main.go:11:18 cannot use "three" (untyped string constant) as int value in variable declaration',
      'error go ./main.go:12:25 too many arguments in call to greet; have (string, int); want (string)',
      'error go ./main.go:12:33 undefined: nmae',
      'error go ./main.go:13:13 cannot use 1 (untyped int constant) as string value in argument to store.Save'
    ]
  ],
  [
    'go-package',
    [
      'error go store/store.go:4:2 declared and not used: value',
      'error go store/store.go:5:9 cannot use 3 (constant of type int) as error value in return statement: int does not implement error (missing method Error)'
    ]
  ],
  [
    'go-imports',
    [
      'error go main.go:6:2 no required module provides package github.com/nobody/nothing; to add it: go get github.com/nobody/nothing',
      'error go main.go:7:2 package strigns is not in std (/usr/local/go/src/strigns)'
    ]
  ],
  ['go-mod', ['error go go.mod:4 unknown directive: requier']],
  [
    'go-syntax',
    ['error go ./main.go:6:17 syntax error: unexpected newline in argument list; possibly missing comma or )']
  ],
  ['go-vet', ['error go main.go:6:14 fmt.Printf format %d has arg "three" of wrong type string']],
  ['go-vet-types', ['error go ./main.go:4:2 undefined: nmae']],
  [
    'deno-check',
    [
      "error deno file:///workspace/app/main.ts:4:29 Cannot find name 'nmae'. [TS2304]",
      "error deno file:///workspace/app/main.ts:7:7 Argument of type '(input: string) => string' is not assignable to parameter of type '(input: string) => number'. [TS2345]",
      "error deno file:///workspace/app/main.ts:8:29 Argument of type 'string' is not assignable to parameter of type 'number[]'. [TS2345]"
    ]
  ],
  [
    'deno-check-one',
    ["error deno file:///workspace/app/one.ts:1:7 Type 'string' is not assignable to type 'number'. [TS2322]"]
  ],
  [
    'deno-syntax',
    [
      "error deno file:///workspace/app/syn.ts:2:10 The module's source code could not be parsed: Expected ',', got 'numeric literal (1, 1)'"
    ]
  ],
  [
    'deno-module',
    ['error deno file:///workspace/app/mod.ts:1:19 Module not found "file:///workspace/app/nowhere.ts".']
  ],
  ['deno-import', ['error deno file:///workspace/app/bare.ts:1:19 Import "oak" not a dependency']],
  ['deno-uncaught', ['error deno file:///workspace/app/run.ts:2:9 Uncaught (in promise) TypeError: no price']],
  ['python-chain', [`${chain}:3 KeyError: 'price'`, `${chain}:5 ValueError: an item has no price`]],
  [
    'python-library',
    [
      'error python /usr/local/lib/python3.11/json/decoder.py:355 json.decoder.JSONDecodeError: Expecting value: line 1 column 10 (char 9)'
    ]
  ],
  [
    'python-syntax',
    [
      "error python /workspace/app/handler.py:5 SyntaxError: expected ':'",
      "error python ./handler.py:5 SyntaxError: expected ':'"
    ]
  ],
  [
    'python-group',
    [
      'error python /workspace/app/handler.py:8 ExceptionGroup: two (2 sub-exceptions)',
      "error python /workspace/app/handler.py:5 ValueError: invalid literal for int() with base 10: 'x0'",
      "error python /workspace/app/handler.py:5 ValueError: invalid literal for int() with base 10: 'x1'"
    ]
  ],
  ['python-recursion', ['error python /workspace/app/handler.py:2 RecursionError: maximum recursion depth exceeded']],
  ['python-warning', ["warning python /workspace/app/handler.py:3 DeprecationWarning: invalid escape sequence '\\d'"]],
  [
    'pip-no-version',
    ['error pip requirements.txt Could not find a version that satisfies the requirement numpy==99.9']
  ],
  ['pip-invalid', ["error pip requirements.txt:2 Invalid requirement: 'numpy=9'"]],
  [
    'pip-invalid-26',
    [
      "error pip requirements.txt:2 Invalid requirement: 'numpy=9': Expected semicolon (after name with no version specifier) or end"
    ]
  ],
  [
    'pip-conflict',
    [
      'error pip requirements.txt:3 Cannot install -r requirements.txt (line 3) and urllib3==2.0.0 because these package versions have conflicting dependencies'
    ]
  ],
  ['kaniko-parse', ['error docker Dockerfile:4 unknown instruction: RUNN']],
  ['kaniko-parse-old', ['error docker Dockerfile:20 Unknown flag: mount']],
  ['kaniko-run', ['error docker Dockerfile RUN npm ci --omit=dev &&     npm run build: npm error code EUSAGE']],
  [
    'buildkit-run',
    [
      'error pip requirements.txt Could not find a version that satisfies the requirement numpy==99.9',
      'error docker docker/Dockerfile:4 RUN pip install -r requirements.txt: ERROR: No matching distribution found for numpy==99.9'
    ]
  ],
  ['buildkit-parse', ['error docker Dockerfile:1 unknown instruction: FORM (did you mean FROM?)']],
  [
    'buildpacks-detect',
    [
      'error buildpacks - No buildpack groups passed detection.',
      'error buildpacks - failed to detect: no buildpacks participating'
    ]
  ],
  [
    'buildpacks-build',
    [
      'error pip requirements.txt Could not find a version that satisfies the requirement numpy==99.9',
      'error buildpacks - failed to build: exit status 1'
    ]
  ]
])('%s is understood', (name, expected) => {
  expect(diagnosticsOf(fixture(name)).map(inShort)).toEqual(expected)
})

test.each([
  ['a log without errors', ['Compiling app v0.1.0', 'Finished in 3 s', 'listening on :8080']],
  ['an error without a place', ['error: could not compile `app`', '']],
  ['the place of a note', ['error: linking failed', 'note: see', ' --> src/main.rs:1:1']],
  ['a place after a blank line', ['error: linking failed', '', ' --> src/main.rs:1:1']],
  ['a frame after a blank line', ['error: could not start', '', '    at file:///app/main.ts:1:1']],
  ['a frame far from its error', ['error: no', ...Array<string>(40).fill('source'), '    at file:///app/main.ts:1:1']],
  ['an arrow without its error', [' --> src/main.rs:1:1']],
  ["Go's own logger", ['main.go:12: listening', '2026/01/01 10:00:00 main.go:12:3: x']],
  ['a goroutine', ['\t/workspace/app/main.go:12 +0x1d']],
  ['a frame that no error leads to', ['    at file:///app/main.ts:1:1']],
  ['a name and a number that no rule follows', ['Dockerfile:12', 'ok']],
  ['words with File in them', ['File "x" was not found', 'ValueError: no']]
])('nothing is found in %s', (_name, lines) => {
  expect(diagnosticsOf(lines)).toEqual([])
})

test.each([
  [
    'a crate that there is not',
    [
      '    Updating crates.io index',
      'error: no matching package named `serd` found',
      'location searched: crates.io index'
    ],
    ['error rustc - no matching package named `serd` found']
  ],
  [
    'a target that is not installed',
    ["error[E0463]: can't find crate for `std`", '  |', '  = note: the `x` target may not be installed', '  = help: y'],
    ["error rustc - can't find crate for `std` [E0463]: the `x` target may not be installed"]
  ],
  [
    'a cause',
    [
      '   Compiling app v0.1.0 (/code)',
      'error: failed to parse manifest at `/code/Cargo.toml`',
      '',
      'Caused by:',
      '  no targets specified in the manifest',
      '  either src/lib.rs, src/main.rs, a [lib] section, or [[bin]] section must be present'
    ],
    ['error rustc - failed to parse manifest at `/code/Cargo.toml`: no targets specified in the manifest']
  ],
  [
    'a list',
    [
      '    Updating crates.io index',
      'error: rustc 1.85.0 is not supported by these:',
      '  clap@4.6.0 requires rustc 1.88'
    ],
    ['error rustc - rustc 1.85.0 is not supported by these: clap@4.6.0 requires rustc 1.88']
  ],
  [
    'two of them, and that there were two',
    ['    Updating crates.io index', 'error: one', '', 'error: two', 'error: could not compile `app` due to 2 errors'],
    ['error rustc - one', 'error rustc - two']
  ],
  ['another tool’s error', ['Building the image', 'error: failed to fetch x', ''], []]
])('an error of cargo’s without a place: %s', (_what, lines, expected) => {
  expect(diagnosticsOf(lines).map(inShort)).toEqual(expected)
})

test.each([
  [
    'the command’s own words',
    ['INFO[0001] RUN make', 'INFO[0001] Running: [/bin/sh -c make]', 'cc: error: no x.c', 'make: *** [all] Error 1'],
    'RUN make: cc: error: no x.c'
  ],
  ['of a silent command, how it ended', ['INFO[0001] RUN exit 3'], 'RUN exit 3: exit status 3'],
  ['not those of the command before', ['INFO[0001] RUN a', 'no', 'INFO[0002] RUN b'], 'RUN b: exit status 3'],
  ['no words of another instruction', ['INFO[0001] COPY a .', 'no'], 'COPY a .: exit status 3'],
  ['a long command is cut before them', [`INFO[0001] RUN ${'x'.repeat(200)}`, 'no'], `RUN ${'x'.repeat(116)}…: no`]
])('of a build that fails: %s', (_what, lines, says) => {
  const [found] = diagnosticsOf([...lines, 'error building image: exit status 3'])
  expect(found?.message).toBe(says)
  expect(found?.statement).toBe(
    /^INFO\[\d+\] (.*)$/.exec(lines.findLast((line) => /INFO\S+ [A-Z]{3,4} /.test(line)) ?? '')?.[1]
  )
})

test.each([
  ['a BuildKit step', '#12 0.345 '],
  ['a buildpack phase', '[builder] '],
  ['a time', '2026-01-01T10:00:00.123Z '],
  ['a time and a step', '2026-01-01T10:00:00Z #7 1.2 ']
])('%s before the words is no part of them', (_name, prefix) => {
  const lines = fixture('cargo-errors').map((line) => prefix + line)
  expect(diagnosticsOf(lines)).toEqual(diagnosticsOf(fixture('cargo-errors')))
})

test('a traceback that pip quotes, deeper in the line, is understood', () => {
  const lines = fixture('python-chain').map((line) => `      ${line}`)
  expect(diagnosticsOf(lines).map(inShort)).toEqual(diagnosticsOf(fixture('python-chain')).map(inShort))
})

test('of a deep traceback the innermost 50 frames are kept', () => {
  const frames = Array.from({ length: 80 }, (_, n) => `  File "/app/handler.py", line ${n + 1}, in f`)
  const [found] = diagnosticsOf(['Traceback (most recent call last):', ...frames, 'ValueError: deep'])
  expect([found?.place?.line, found?.callers?.length, found?.callers?.at(-1)?.line]).toEqual([80, 49, 31])
})

test.each([
  ['a name and a number that no rule follows', ['Dockerfile:12', 'ok']],
  ['a place long ago', ['Dockerfile:12', '--------------------', ...Array<string>(70).fill('ok')]]
])('%s is not where BuildKit failed', (_name, before) => {
  expect(diagnosticsOf([...before, 'ERROR: failed to solve: x']).map(inShort)).toEqual([
    'error docker Dockerfile failed to solve: x'
  ])
})

test("Kaniko's errors are placed in the Dockerfile that the build was told of", () => {
  const [found] = diagnosticsOf(fixture('kaniko-parse'), 'docker/api.Dockerfile')
  expect(found?.place).toEqual({ path: 'docker/api.Dockerfile', line: 4 })
})

test('a requirement of a requirement is placed where the file asks for it', () => {
  const lines = [
    'Collecting botocore==1.29.0 (from -r deps/prod.txt (line 3))',
    'ERROR: Could not find a version that satisfies the requirement jmespath<0 (from botocore) (from versions: 1.0)'
  ]
  expect(diagnosticsOf(lines).map(({ place }) => place)).toEqual([{ path: 'deps/prod.txt', line: 3 }])
})

test('a requirement is understood before hundreds of versions', () => {
  const versions = Array.from({ length: 900 }, (_, n) => `1.${n}`).join(', ')
  const said = `ERROR: Could not find a version that satisfies the requirement x==9 (from versions: ${versions})`
  expect(diagnosticsOf([said]).map(inShort)).toEqual([
    'error pip requirements.txt Could not find a version that satisfies the requirement x==9'
  ])
})

test('an invalid requirement whose line never comes is said without one', () => {
  const said = ["ERROR: Invalid requirement: 'x=1'", 'a', 'b', 'c', 'd', '(from line 2 of other.txt)']
  expect(diagnosticsOf(said).map(inShort)).toEqual(["error pip requirements.txt Invalid requirement: 'x=1'"])
  expect(diagnosticsOf(said.slice(0, 1)).map(inShort)).toEqual([
    "error pip requirements.txt Invalid requirement: 'x=1'"
  ])
})

test('what is said twice is kept once', () => {
  const lines = fixture('cargo-errors')
  expect(diagnosticsOf([...lines, ...lines])).toEqual(diagnosticsOf(lines))
})

test('after 1,000 diagnostics the others are only counted', () => {
  const diagnostics = new Diagnostics()
  for (let n = 1; n <= 1500; n++) diagnostics.read(`main.go:${n}:1: undefined: x\n`)
  diagnostics.read('main.go:1:1: undefined: x\n')
  const taken = diagnostics.take()
  expect([taken.length, diagnostics.dropped, taken.at(-1)?.place?.line]).toEqual([1000, 500, 1000])
})

test('taking begins anew', () => {
  const diagnostics = new Diagnostics()
  diagnostics.read(fixture('go-mod').join('\n'))
  expect(diagnostics.take()).toHaveLength(1)
  diagnostics.read('go.mod:4: unknown directive: requier\n')
  expect(diagnostics.take()).toHaveLength(1)
  expect(diagnostics.take()).toEqual([])
})

test('a message is clean', () => {
  const [found] = diagnosticsOf(['main.go:1:1: a\u200bb ##[error]c'])
  expect(found?.message).toBe('a<U+200B>b ##\\[error]c')
})

test('a long message is cut', () => {
  const [found] = diagnosticsOf([`main.go:1:1: ${'x'.repeat(3900)}`])
  expect(found?.message).toHaveLength(1000)
})

const pieces = [
  ...['cargo-errors', 'go-build', 'deno-check', 'deno-uncaught', 'python-group', 'pip-invalid-26', 'pip-conflict'],
  ...['kaniko-run', 'buildkit-run', 'buildkit-parse', 'buildpacks-build']
].flatMap(fixture)

test('lines cut, mixed and hostile never throw, and a message is one line', () => {
  const line = fc.oneof(fc.constantFrom(...pieces), hostileText)
  const cut = fc.tuple(line, line, fc.nat(40)).map(([one, two, at]) => one.slice(0, at) + two.slice(at / 2))
  fc.assert(
    fc.property(fc.array(fc.oneof(line, cut), { maxLength: 40 }), (lines) => {
      for (const { message } of diagnosticsOf(lines)) expect(message).not.toMatch(/[\n\r\u2028\u0085]/)
    }),
    { numRuns: 2000, seed: 20261121 }
  )
})

test.each([
  ['x'],
  [':1'],
  ['1:'],
  ['(from line 1 of '],
  ['-r x (line 1 '],
  ['error: '],
  ['ERROR: Cannot install a and '],
  ['Collecting a -r '],
  [' at file:///'],
  ['/a'],
  ['a.go:1:1: '],
  ['File "'],
  ["thread 'main' panicked at "],
  ['dockerfile parse error line 1'],
  ['INFO[0001] RUN '],
  ['\u001b[31m'],
  [' '],
  ['a.']
])('a 10 MB line of %j, whole or in pieces, is got over', (piece) => {
  const line = piece.repeat(Math.ceil(10e6 / piece.length))
  const diagnostics = new Diagnostics()
  diagnostics.read(`${line}\n`)
  for (let at = 0; at < line.length; at += 4000) diagnostics.read(`${line.slice(at, at + 4000)}\n`)
  expect(diagnostics.take().length + diagnostics.dropped).toBeLessThan(5001)
})
