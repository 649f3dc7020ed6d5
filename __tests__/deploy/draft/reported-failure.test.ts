import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { reportedFailure } from '../../../src/deploy/draft/reported-failure.ts'
import { diagnosticsOf, inShort } from '../../log/diagnostics/support/said.ts'

const FRAMES = `Traceback (most recent call last):
  File "/opt/ignite/worker.py", line 70, in run
    result = handler(payload, ctx)
             ^^^^^^^^^^^^^^^^^^^^^
  File "/app/handler.py", line 7, in handler
    return {"title": payload["titel"]}
                     ~~~~~~~^^^^^^^^^
`
const KEY_ERROR = `${FRAMES}KeyError: 'titel'\n`

test.each([
  [
    'a report',
    { error: "'titel'", type: 'KeyError', traceback: KEY_ERROR },
    "KeyError: 'titel', handler.py:7",
    KEY_ERROR.trimEnd()
  ],
  [
    'frames alone',
    { error: 'no', type: 'ValueError', traceback: FRAMES },
    'ValueError: no, handler.py:7',
    `${FRAMES}ValueError: no`
  ],
  [
    'an exception without words',
    { error: '', type: 'ValueError', traceback: `${FRAMES}ValueError\n` },
    'ValueError, handler.py:7',
    `${FRAMES}ValueError`
  ],
  [
    'an exception of two lines',
    { error: 'no\nnever', type: 'ValueError', traceback: `${FRAMES}ValueError: no\nnever\n` },
    'ValueError: no, handler.py:7',
    `${FRAMES}ValueError: no\nnever`
  ],
  [
    'a report with more in it',
    { error: "'titel'", type: 'KeyError', traceback: KEY_ERROR, execution_id: 'e-1', status: 500 },
    "KeyError: 'titel', handler.py:7",
    KEY_ERROR.trimEnd()
  ],
  [
    'one that was raised in what the platform put beside the code',
    { error: 'gone', type: 'StoreError', traceback: `${FRAMES}  File "/opt/ignite/store.py", line 3, in get\n` },
    'StoreError: gone, handler.py:7',
    `${FRAMES}  File "/opt/ignite/store.py", line 3, in get\nStoreError: gone`
  ],
  ['an error alone, as of Go', { error: 'no price' }, 'no price', 'no price']
])('%s is read', (_name, report, cause, log) => {
  expect(reportedFailure(JSON.stringify(report))).toEqual({ cause, log })
})

test.each([
  ['as Python prints it', KEY_ERROR, "KeyError: 'titel', handler.py:7"],
  ['with an exception of two lines', `${FRAMES}ValueError: no\n::error::mine\n`, 'ValueError: no, handler.py:7'],
  [
    'with a cause',
    `${FRAMES}ValueError: no\n\nThe above exception was the direct cause of the following exception:\n\n${KEY_ERROR}`,
    "KeyError: 'titel', handler.py:7"
  ]
])('a traceback %s is read', (_name, text, cause) => {
  expect(reportedFailure(text)).toEqual({ cause, log: text })
})

test.each([
  [''],
  ['out of memory'],
  [FRAMES],
  ['{"greeting": "Hello"}'],
  ['{"error": "no such city", "status": 404}'],
  ['{"error": 7}'],
  ['{"error": ""}'],
  ['{"error": "x", "traceback": 3}'],
  ['[]'],
  ['null']
])('%j is no report', (text) => {
  expect(reportedFailure(text)).toBeUndefined()
})

test('a report is understood as its program’s own log would be', () => {
  const report = reportedFailure(JSON.stringify({ error: "'titel'", type: 'KeyError', traceback: KEY_ERROR }))
  const [found, ...others] = diagnosticsOf(report?.log.split('\n') ?? [])
  expect(found && inShort(found)).toBe("error python /app/handler.py:7 KeyError: 'titel'")
  expect(found?.callers?.map(({ path }) => path)).toEqual(['/opt/ignite/worker.py'])
  expect(others).toEqual([])
})

test('a cause is one line, whatever is reported', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', ':', '\n', ' ', '"', 'File "x", line 1', 'Traceback (most recent call last):')
  })
  const report = fc.record({ error: text, type: text, traceback: text }).map((value) => JSON.stringify(value))
  fc.assert(
    fc.property(fc.oneof(text, report, fc.json()), (given) => {
      expect(reportedFailure(given)?.cause ?? '').not.toContain('\n')
    }),
    { numRuns: 2000, seed: 20261129 }
  )
})
