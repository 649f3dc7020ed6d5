import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { secretForms } from '../../../src/model/values/secret-forms.ts'
import { Needles } from '../../../src/source/secrets/byte-search.ts'
import { ContentScan, type Hit } from '../../../src/source/secrets/content-scan.ts'
import { Findings } from '../../../src/source/secrets/findings.ts'
import { failureOf } from '../support/trees.ts'

const CREDENTIAL = 'ya29.a-credential/of+this=run?'
const FORMS = secretForms(CREDENTIAL).map((form) => Buffer.from(form))

/** Gives a content to a scan in pieces of a size. */
function hitsIn(content: string | Buffer, size = 1_000, forms = FORMS): readonly Hit[] {
  return given(new ContentScan(forms), Buffer.from(content as string), size)
}

function given(scan: ContentScan, bytes: Buffer, size: number): readonly Hit[] {
  const hits: Hit[] = []
  for (let at = 0; at < bytes.length; at += size) {
    hits.push(...scan.look(bytes.subarray(at, at + size), at + size >= bytes.length))
  }
  return hits
}

const KEY = '-----BEGIN PRIVATE KEY-----'

test.each([
  [KEY, 'a private key'],
  ['-----BEGIN RSA PRIVATE KEY-----', 'a private key'],
  ['-----BEGIN OPENSSH PRIVATE KEY-----', 'a private key'],
  ['-----BEGIN ENCRYPTED PRIVATE KEY-----', 'a private key'],
  ['-----BEGIN PGP PRIVATE KEY BLOCK-----', 'a private key'],
  ['"type": "service_account"', 'a service account key'],
  ['"type":\n  "service_account"', 'a service account key'],
  ['AUTHORIZATION: basic eC1hY2Nlc3MtdG9rZW4=', 'the token of a checkout']
])('%j is found', (text, what) => {
  for (const around of ['', 'x'.repeat(500)]) {
    expect(hitsIn(`${around}\n${text}${around}`).map((hit) => hit.what)).toEqual([what])
  }
})

test.each([
  '-----BEGIN PUBLIC KEY-----',
  '-----END PRIVATE KEY-----',
  'A PRIVATE KEY is secret',
  '"kind": "service_account"',
  'AUTHORIZATION: basic',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as it stands in the sources of a checkout
  'AUTHORIZATION: basic ${token}'
])('%j is nothing', (text) => {
  expect(hitsIn(`${text}\n`)).toEqual([])
})

test.each([
  ['as it is', CREDENTIAL],
  ['URL-encoded', encodeURIComponent(CREDENTIAL)],
  ['in base64', Buffer.from(CREDENTIAL).toString('base64')],
  ['in base64 behind one letter', Buffer.from(`u:${CREDENTIAL}`).toString('base64')],
  ['in base64 behind two letters', Buffer.from(`user:${CREDENTIAL}x`).toString('base64')],
  ['in base64 behind a name', Buffer.from(`x-access-token:${CREDENTIAL}`).toString('base64')],
  ['in base64url', Buffer.from(`??>${CREDENTIAL}>?`).toString('base64url')]
])('a credential of the run is found %s', (_, text) => {
  expect(hitsIn(`a\nb ${text} c`)).toEqual([{ line: 2, what: 'own' }])
})

test('a short credential is not searched for', () => {
  expect(() => new Findings(['short-value']).look('a', Buffer.from('short-value'), true)).not.toThrow()
  expect(() => new Findings(['short-value\n']).look('a', Buffer.from('short-value'), true)).not.toThrow()
  expect(() => new Findings(['short-values']).look('a', Buffer.from('short-values'), true)).toThrow('`a:1` holds')
})

test('whatever lies around it and however it is cut, a credential is found in its line', () => {
  const noise = fc.array(fc.constantFrom('\n', 'a', 'b'.repeat(150), ' PRIVATE', CREDENTIAL.slice(0, 9), 'é'), {
    maxLength: 40
  })
  fc.assert(
    fc.property(noise, noise, fc.constantFrom(...FORMS), fc.integer({ min: 1, max: 900 }), (a, b, form, size) => {
      const before = a.join('')
      const content = Buffer.concat([Buffer.from(before), form, Buffer.from(b.join(''))])
      expect(hitsIn(content, size)).toEqual([{ line: before.split('\n').length, what: 'own' }])
    }),
    { numRuns: 2_000 }
  )
})

test('a sign with its context is found however it is cut', () => {
  fc.assert(
    fc.property(fc.nat(900), fc.integer({ min: 1, max: 400 }), (lines, size) => {
      const content = `${'\n'.repeat(lines)}${KEY}\n${'b'.repeat(100)}\n"type" : "service_account"`
      expect(hitsIn(content, size)).toEqual([
        { line: lines + 1, what: 'a private key' },
        { line: lines + 3, what: 'a service account key' }
      ])
    }),
    { numRuns: 300 }
  )
})

test('one of a kind is told for each file, and files do not run into each other', () => {
  const scan = new ContentScan([])
  expect(given(scan, Buffer.from(`${KEY}\n${KEY}`), 7).length).toBe(1)
  expect(given(scan, Buffer.from(KEY), 1_000)).toEqual([{ line: 1, what: 'a private key' }])
  expect(given(scan, Buffer.from(KEY.slice(0, 14)), 1_000)).toEqual([])
  expect(given(scan, Buffer.from(KEY.slice(14)), 1_000)).toEqual([])
})

test('a search for many needles finds what a search for each finds', () => {
  const bytes = fc.array(fc.constantFrom(97, 98, 0), { maxLength: 60 }).map((all) => Buffer.from(all))
  const needle = fc.array(fc.constantFrom(97, 98), { minLength: 2, maxLength: 6 }).map((all) => Buffer.from(all))
  fc.assert(
    fc.property(
      bytes,
      fc.array(needle, { minLength: 1, maxLength: 4 }),
      fc.nat(9),
      fc.nat(60),
      (hay, needles, from, until) => {
        const found = new Needles(needles.map((each) => ({ bytes: each }))).next(hay, from, until)
        const places = needles
          .map((each) => hay.indexOf(each, from))
          .filter((at) => at >= 0 && at < until && at >= from)
        expect(found?.at).toBe(places.length > 0 ? Math.min(...places) : undefined)
      }
    ),
    { numRuns: 5_000 }
  )
})

test('what is suspicious is told by its place, up to a limit', () => {
  const findings = new Findings([])
  for (let number = 0; number < 60; number++) findings.look(`web/${number}`, Buffer.from(`\n\n${KEY}`), true)
  expect(findings.suspicious.length).toBe(50)
  expect(findings.suspicious[7]).toEqual({ path: 'web/7', line: 3, what: 'a private key' })
})

test('a credential of the run ends the search, and is in no text', async () => {
  const findings = new Findings([CREDENTIAL])
  const inContent = failureOf(Promise.try(() => findings.look('web/a', Buffer.from(`\n${CREDENTIAL}`), true)))
  expect(await inContent).toBe('SourceError: `web/a:2` holds a credential of this deployment.')
  const inName = failureOf(Promise.try(() => findings.lookAtNames(['a', `b-${CREDENTIAL}`])))
  expect(await inName).toBe('SourceError: The name of a file holds a credential of this deployment.')
})
