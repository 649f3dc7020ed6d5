import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { findingIn } from '../../../src/deploy/verify/finding.ts'
import type { WebAnswer } from '../../../src/model/ports/web-port.ts'

type Answered = Extract<WebAnswer, { kind: 'answered' }>
const HEALTH = { isHealthPath: true, isImage: true }
const OTHER = { isHealthPath: false, isImage: true }

function answered(code: number, given: Partial<Answered> = {}): Answered {
  return { kind: 'answered', code, isFromApp: false, text: 'x', leadsTo: undefined, ...given }
}

describe('An answer', () => {
  test.each([
    { code: 200, kind: 'well', says: 'answers with 200' },
    { code: 204, kind: 'well', says: 'answers with 204' },
    { code: 304, kind: 'well', says: 'answers with 304' },
    { code: 400, kind: 'well', says: 'answers with 400' },
    { code: 405, kind: 'well', says: 'answers with 405' },
    { code: 429, kind: 'well', says: 'answers with 429' },
    { code: 404, kind: 'unsure', says: 'answers with 404, which may be the router’s' },
    { code: 401, kind: 'waiting', says: 'answers with 401: the platform does not let everybody in yet' },
    { code: 403, kind: 'waiting', says: 'answers with 403: the platform does not let everybody in yet' },
    { code: 500, kind: 'waiting', says: 'answers with 500: x' },
    { code: 502, kind: 'waiting', says: 'answers with 502: the router gets no answer from the app: x' },
    { code: 503, kind: 'waiting', says: 'answers with 503: x' },
    { code: 504, kind: 'waiting', says: 'answers with 504: the router gets no answer from the app: x' }
  ])('with $code at the health path is $kind', ({ code, kind, says }) => {
    expect(findingIn(answered(code), HEALTH)).toMatchObject({ kind, says })
  })

  const RAISED = '{"error":"\'name\'","type":"KeyError","traceback":"Traceback"}'

  test('of a handler that was called without a payload, and says so by its own error, is an answer', () => {
    expect(findingIn(answered(500, { text: RAISED }), { isHealthPath: true, isImage: false })).toMatchObject({
      kind: 'well',
      says: "answers with 500, since it was called without a payload: KeyError: 'name'"
    })
  })

  test.each([
    ['of an image', { text: RAISED }, { isHealthPath: true, isImage: true }],
    ['at a URL that was named', { text: RAISED }, { isHealthPath: false, isImage: false }],
    [
      'of code that cannot be loaded',
      { text: RAISED.replace('KeyError', 'ImportError') },
      { isHealthPath: true, isImage: false }
    ],
    ['in words that are no handler’s', { text: 'no database' }, { isHealthPath: true, isImage: false }]
  ])('with 500 %s is none yet', (_of, given, asked) => {
    expect(findingIn(answered(500, given), asked).kind).toBe('waiting')
  })

  test.each([401, 403, 404])('with %i at a path that was named may be the app’s', (code) => {
    expect(findingIn(answered(code), OTHER)).toMatchObject({
      kind: 'unsure',
      says: `answers with ${code}, which may be the router’s`
    })
  })

  test.each([401, 403, 404])('with %i is the app’s where the platform says that it comes from it', (code) => {
    const says = `answers with ${code}`
    expect(findingIn(answered(code, { isFromApp: true }), HEALTH)).toMatchObject({ kind: 'well', says })
  })

  test.each([
    '',
    ' \n',
    'default backend - 404',
    '{"error":"no app at this address: none is published yet"}',
    '{"message":"no Route matched with those values"}',
    'no such app',
    'app not found',
    '{"error":"application acme/greeter does not exist"}',
    'Function greeter was not found'
  ])('with 404 and %j is the router’s', (text) => {
    expect(findingIn(answered(404, { text }), OTHER)).toMatchObject({ kind: 'waiting', key: 'no route' })
  })

  test.each(['404 page not found\n', '{"error":"not found"}', 'The apple was not found', '<h1>Nothing here</h1>'])(
    'with 404 and %j may be either’s',
    (text) => expect(findingIn(answered(404, { text }), OTHER).kind).toBe('unsure')
  )

  test.each([
    ['', ''],
    ['no healthy upstream', ': no healthy upstream'],
    [
      '{"error":"Readiness probe failed: HTTP probe failed with statuscode: 404\\nlast words"}',
      ': Readiness probe failed: HTTP probe failed with statuscode: 404'
    ],
    [
      '{"error":"CrashLoopBackOff: the container ended with exit code 1"}',
      ': CrashLoopBackOff: the container ended with exit code 1'
    ]
  ])('with 503 and %j says that no instance is ready', (text, why) => {
    expect(findingIn(answered(503, { text }), HEALTH)).toMatchObject({
      kind: 'waiting',
      key: 'not ready',
      says: `answers with 503: no instance of it is ready${why}`,
      hint: expect.stringContaining('`$PORT`')
    })
  })

  test('with 503 of the app’s own is not taken for the platform’s', () => {
    const text = '{"error":"no healthy upstream"}'
    expect(findingIn(answered(503, { text, isFromApp: true }), HEALTH)).toMatchObject({
      key: '503',
      says: 'answers with 503, which is the app’s own: no healthy upstream'
    })
  })

  test('that tells of a Python exception names it, and where it was raised', () => {
    const traceback =
      'Traceback (most recent call last):\n  File "handler.py", line 3, in <module>\n    import nowhere\n'
    const text = JSON.stringify({ error: "No module named 'nowhere'", type: 'ModuleNotFoundError', traceback })
    const finding = findingIn(answered(503, { text }), { isHealthPath: true, isImage: false })
    expect(finding.says).toBe("answers with 503: ModuleNotFoundError: No module named 'nowhere', handler.py:3")
    expect(finding.hint).toContain('mend what keeps it from being loaded')
  })

  test('that is a page is not quoted', () => {
    expect(findingIn(answered(500, { text: '<!doctype html>\n<p>Oops' }), HEALTH).says).toBe('answers with 500')
  })

  test('that leads elsewhere is one, and says where', () => {
    const finding = findingIn(answered(302, { leadsTo: 'https://login.example.com/in' }), HEALTH)
    expect(finding).toMatchObject({
      kind: 'well',
      says: 'answers with 302, which leads to https://login.example.com/in and is not followed'
    })
  })
})

test('no answer has the words and the hint of what was in the way', () => {
  const trouble = { says: 'ENOTFOUND', hint: undefined, isFinal: false }
  expect(findingIn({ kind: 'unresolved', ...trouble }, HEALTH)).toEqual({
    kind: 'waiting',
    key: 'unresolved',
    says: 'does not resolve yet (ENOTFOUND)',
    text: '',
    hint: expect.stringMatching(/^The name of a new app can take a couple of minutes to resolve\./)
  })
  const closed = { ...trouble, says: '', hint: 'Open the port.', isFinal: true }
  expect(findingIn({ kind: 'closed', ...closed }, HEALTH)).toMatchObject({
    kind: 'hopeless',
    says: 'accepts no connection yet',
    hint: 'Open the port.'
  })
})

test('whatever is answered, a 5xx is never well, and what is said is one line', () => {
  const answer = fc.record({
    kind: fc.constant('answered' as const),
    code: fc.integer({ min: 200, max: 599 }),
    isFromApp: fc.boolean(),
    text: fc.oneof(
      fc.string(),
      fc.json(),
      fc.lorem({ mode: 'sentences' }).map((text) => text.replaceAll('.', '\n'))
    ),
    leadsTo: fc.constant(undefined)
  })
  fc.assert(
    fc.property(answer, fc.boolean(), fc.boolean(), (given, isHealthPath, isImage) => {
      const { kind, says } = findingIn(given, { isHealthPath, isImage })
      expect(says).not.toMatch(/[\r\n]/)
      expect(says.length).toBeLessThan(500)
      if (given.code > 500 || (given.code === 500 && isImage)) expect(kind).toBe('waiting')
      if (given.code < 400) expect(kind).toBe('well')
    })
  )
})
