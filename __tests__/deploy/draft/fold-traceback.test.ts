import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { foldedTraceback } from '../../../src/deploy/draft/fold-traceback.ts'

const HEAD = 'Traceback (most recent call last):'
const frame = (file: string, line = 7) => `  File "${file}", line ${line}, in f\n    x()`
const trace = (...files: string[]) => [HEAD, ...files.map((file) => frame(file)), "KeyError: 'titel'"].join('\n')

test.each([
  ['/opt/ignite/bootstrap.py', '/usr/lib/python3.12/runpy.py', '/app/handler.py', '/app/lib/shop.py'],
  ['/srv/worker.py', '<frozen importlib._bootstrap>', 'handler.py'],
  ['/opt/ignite/handler.py', '/app/handler.py', '/app/handler.py', '/opt/ignite/store.py']
])('begins at the handler: %s, %s, …', (...files) => {
  const own = files.findIndex((file) => /^(?:\/app\/)?handler\.py$/.test(file))
  const frames = own === 1 ? '1 frame' : `${own} frames`
  const { lines } = { lines: foldedTraceback(trace(...files)).split('\n') }
  expect(lines.slice(0, 3)).toEqual([HEAD, `  … ${frames} of the platform`, `  File "${files[own]}", line 7, in f`])
  expect(lines.at(-1)).toBe("KeyError: 'titel'")
})

test('begins at the first file that is of no library, where no handler is in it', () => {
  const text = foldedTraceback(trace('/usr/lib/python3.12/runpy.py', 'lib/shop.py', '/x/site-packages/y/z.py'))
  expect(text).toBe(
    [HEAD, '  … 1 frame of the platform', trace('lib/shop.py', '/x/site-packages/y/z.py').slice(HEAD.length + 1)].join(
      '\n'
    )
  )
})

test.each([
  ['one with a handler.py further down', trace('/app/handler.py', '/app/lib/handler.py', '/opt/ignite/store.py')],
  ['one that begins with the user’s frame', trace('handler.py', '/usr/lib/python3.12/json/__init__.py')],
  ['one of libraries alone', trace('/usr/lib/python3.12/runpy.py', '<string>')],
  ['a text without a traceback', 'exit status 1\n  File "x", line 1']
])('leaves %s as it is', (_what, text) => {
  expect(foldedTraceback(text)).toBe(text)
})

test('folds each of a chain', () => {
  const one = trace('/srv/worker.py', 'handler.py')
  const text = foldedTraceback(
    `${one}\n\nDuring handling of the above exception, another exception occurred:\n\n${one}\n`
  )
  expect(text.match(/… 1 frame of the platform/g)).toHaveLength(2)
  expect(text.match(/worker/g)).toBeNull()
})

test('loses nothing but lines before the first frame of the user', () => {
  const line = fc.oneof(fc.string(), fc.constantFrom(HEAD, frame('handler.py'), frame('/srv/worker.py'), 'E: x'))
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.join('\n')
      const kept = foldedTraceback(text)
      expect(kept.endsWith(lines.at(-1) ?? '')).toBe(true)
      expect(kept.split(HEAD).length).toBe(text.split(HEAD).length)
    })
  )
})
