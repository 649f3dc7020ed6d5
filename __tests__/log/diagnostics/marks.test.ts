import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { hostileText } from '../support/hostile-text.ts'
import { diagnosticsOfEach, fixture, taken } from './support/said.ts'

const runs = { numRuns: 3000, seed: 20261129 }

const samples = readdirSync(path.join(import.meta.dirname, 'support/fixtures'))
  .filter((name) => name.endsWith('.txt'))
  .map((name) => fixture(path.parse(name).name))

/** What is nearly a mark, or begins, goes on with or ends what a parser is amid. */
const nearMisses = [
  ...[
    'error:x',
    'error',
    'errors: x',
    'warning',
    'error[E1]: x',
    'error: x:',
    'error: a: b',
    'warning[w]: x',
    'an error: x'
  ],
  ...[
    'error: could not compile `a`',
    '   Compiling a v1',
    ' Compiling a',
    '            Compiling a',
    '  Downloading a',
    '  Adding a'
  ],
  ...[
    'Caused by:',
    '  a cause',
    '  0: a cause',
    'note: x',
    'help: y',
    '  = note: z',
    ' --> src/a.rs:1:1',
    '--> a:x',
    ''
  ],
  ...[
    "thread 'main' panicked at build.rs:1:2:",
    "thread 'main' panicked at build.rs:",
    'a panicked at b.rs:1:2:',
    'words'
  ],
  ...[
    'main.go:1:2: x',
    'main.go:1: x',
    'a.go:x',
    'go.mod:4: x',
    'x/go.work:1:2: y',
    'vet: a.go:1:1: z',
    '\thave (int)'
  ],
  ...[
    'TS1 [ERROR]: x',
    'error: TS2 [WARN]: x',
    'TS2 [INFO]: x',
    'error: a at file:///b.ts:1:2',
    '    at file:///c.ts:3:4'
  ],
  ...['Traceback (most recent call last):', '  File "a.py", line 1', 'File "b.py", line x', '    x = 1', 'KeyError: 1'],
  ...[
    '  | Traceback (most recent call last):',
    '  |   File "c.py", line 2, in f',
    '  | ValueError: x',
    'a.py:1: UserWarning: x'
  ],
  ...[
    'Collecting a (from -r r.txt (line 3))',
    'Collecting a',
    'ERROR: Invalid requirement: x',
    '(from line 1 of r.txt)'
  ],
  ...['ERROR: Could not find a version that satisfies the requirement b (from a) (from versions: none)', 'ERROR: no'],
  ...[
    'INFO[0001] RUN make',
    'INFO[0002] COPY a b',
    'INFO[0003] Running',
    ' > [2/3] RUN make:',
    '------',
    '1.234 cc: error: x'
  ],
  ...[
    'Dockerfile:12',
    'Dockerfile:12 ',
    'a: Dockerfile:12',
    ' Dockerfile:12',
    '--------------------',
    'dockerfile PARSE Error LINE 3: x'
  ],
  ...['error building image: x', 'Error: error building image: y', 'ERROR: failed to solve: z', 'failed to solve: x'],
  ...['ERROR: failed to build: exit status 1', 'ERROR: No buildpack groups passed detection.', 'done']
]

/** What a parser is amid for long. */
const sequences = [
  ...[
    'Adding',
    'Blocking',
    'Building',
    'Checking',
    'Compiling',
    'Downloaded',
    'Downloading',
    'Fetching',
    'Locking'
  ].map((doing) => [`  ${doing} a`, 'error: no', '']),
  ['    Updating a', 'error: no', ''],
  ['error[E1]: no', '', 'words', 'Caused by:', '', '  a cause'],
  ['TS1 [WARN]: no', '  source', '    at file:///a.ts:1:2'],
  ['Dockerfile:12', '--------------------', ...Array<string>(70).fill('source'), 'ERROR: failed to solve: no'],
  ['Dockerfile:12', '--------------------', ...Array<string>(50).fill('source'), 'ERROR: failed to solve: no']
]

const run = fc
  .tuple(fc.constantFrom(...samples), fc.nat(), fc.integer({ min: 1, max: 30 }))
  .map(([lines, from, count]) => lines.slice(from % lines.length).slice(0, count))

const noise = fc.oneof(
  hostileText.map((text) => text.replaceAll('\n', ' ')),
  fc.constantFrom('added 12 packages', ' ', 'x'.repeat(3000))
)

const one = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...nearMisses) },
  fc.constantFrom(...samples.flat()),
  noise
)

const cut = fc.tuple(one, one, fc.nat(40)).map(([start, end, at]) => start.slice(0, at) + end.slice(at / 2))

const prefix = fc.constantFrom(
  '',
  '',
  '#12 0.345 ',
  '[builder] ',
  '2026-01-01T10:00:00Z ',
  '\u001b[1m',
  '\u001b[31merror\u001b[0m: '
)

const said = fc.oneof(
  { weight: 4, arbitrary: one.map((line) => [line]) },
  run,
  fc.constantFrom(...sequences),
  cut.map((line) => [line])
)

const lines = fc
  .array(fc.tuple(said, prefix), { maxLength: 30 })
  .map((all) => all.flatMap(([each, before]) => each.map((line) => before + line)))

test('lines that hold no mark are passed over, and what is found stays the same', () => {
  let found = 0
  fc.assert(
    fc.property(lines, fc.array(fc.nat(20), { maxLength: 10 }), (all, sizes) => {
      const expected = diagnosticsOfEach(all)
      expect(taken(blocksOf(all, sizes))).toEqual(expected)
      found += expected.length
    }),
    runs
  )
  // Else nothing was compared.
  expect(found).toBeGreaterThan(runs.numRuns)
})

/** Blocks of these sizes, and one of the rest. */
function blocksOf(all: readonly string[], sizes: readonly number[]): readonly (readonly string[])[] {
  const [size, ...others] = sizes
  return size === undefined ? [all] : [all.slice(0, size), ...blocksOf(all.slice(size), others)]
}
