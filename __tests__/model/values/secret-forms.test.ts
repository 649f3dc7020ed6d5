import { execFileSync } from 'node:child_process'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Redactor } from '../../../src/log/redact.ts'
import { secretForms } from '../../../src/model/values/secret-forms.ts'
import { Findings } from '../../../src/source/secrets/findings.ts'

type Encoder = readonly [name: string, encode: (secret: string) => string]

function quoted(secret: string): string {
  return JSON.stringify(secret).slice(1, -1)
}

function units(text: string, isUpper: boolean): string {
  return text
    .split('')
    .map((unit) => {
      const hex = unit.charCodeAt(0).toString(16).padStart(4, '0')
      return `\\u${isUpper ? hex.toUpperCase() : hex}`
    })
    .join('')
}

function numbered(pattern: RegExp, isUpper: boolean): Encoder[1] {
  return (secret) => quoted(secret).replace(pattern, (each) => units(each, isUpper))
}

function lowerHex(text: string): string {
  return text.replace(/%[0-9A-F]{2}/g, (escaped) => escaped.toLowerCase())
}

function form(secret: string): string {
  return new URLSearchParams({ a: secret }).toString().slice(2)
}

const ENCODERS: readonly Encoder[] = [
  ['as it is', (secret) => secret],
  ['in base64', (secret) => Buffer.from(secret).toString('base64')],
  ['in base64 behind a letter', (secret) => Buffer.from(`:${secret}:`).toString('base64')],
  ['in base64url behind a name', (secret) => Buffer.from(`user1:${secret}`).toString('base64url')],
  ['in a URL', encodeURIComponent],
  ['in a URL, in lower case', (secret) => lowerHex(encodeURIComponent(secret))],
  ['in a whole URL', encodeURI],
  ['in a form', form],
  ['in a form, in lower case', (secret) => lowerHex(form(secret))],
  ['in JSON', quoted],
  ['in ASCII JSON', numbered(/[\u0080-\uffff]/g, false)],
  ['in ASCII JSON, in upper case', numbered(/[\u0080-\uffff]/g, true)],
  ['in JSON for HTML', numbered(/[<>&\u2028\u2029]/g, false)],
  ['in ASCII JSON for HTML', numbered(/[<>&\u0080-\uffff]/g, false)],
  ['in JSON with escaped slashes', (secret) => quoted(secret).replaceAll('/', '\\/')]
]

const secret = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(...'aZ09_-.~!*\'()"\\/+=&<>?%$#@ :ä€ß'),
      fc.constantFrom('😀', '\u2028', 'u00e4', '%2F', '\\u'),
      fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 })
    ),
    minLength: 12,
    maxLength: 40
  })
  .map((text) => text.trim())
  .filter((text) => text.length >= 12)

test.each(ENCODERS)('any secret is found %s, in the log and in a package', (_, encode) => {
  fc.assert(
    fc.property(secret, (value) => {
      const text = `<${encode(value)}>`
      expect(secretForms(value).some((each) => text.includes(each))).toBe(true)
      expect(new Redactor([value]).redact(text)).toContain('***')
      expect(() => new Findings([value]).look('a', Buffer.from(text), true)).toThrow('`a:1` holds a credential')
    }),
    { numRuns: 100 }
  )
})

test('every form of any secret is found by both', () => {
  fc.assert(
    fc.property(secret, (value) => {
      const [redactor, findings, forms] = [new Redactor([value]), new Findings([value]), secretForms(value)]
      expect(new Set(forms).size).toBe(forms.length)
      for (const each of forms) {
        expect(redactor.redact(`<${each}>`)).toBe('<***>')
        expect(() => findings.look('a', Buffer.from(each), true)).toThrow('`a:1` holds a credential')
        expect(() => findings.lookAtNames([each])).toThrow('The name of a file holds a credential')
      }
    }),
    { numRuns: 100 }
  )
})

const PYTHON = `
import json, sys, urllib.parse
secret = json.load(sys.stdin)
quote = urllib.parse.quote
print(json.dumps([json.dumps(secret), quote(secret), quote(secret, safe=""), urllib.parse.quote_plus(secret)]))
`

test('what Python makes of a secret is found', () => {
  const value = 'p&ss w<rd/"+é==\\😀~(x)'
  const written: string[] = JSON.parse(
    execFileSync('python3', ['-X', 'utf8', '-c', PYTHON], { input: JSON.stringify(value) }).toString()
  )
  expect(written.length).toBe(4)
  for (const text of written) expect(new Redactor([value]).redact(text)).toMatch(/^"?\*\*\*"?$/)
})

test('a plain secret has few forms, and white space around it is none of them', () => {
  expect(secretForms(' dodil_sa_0123456789 \n').length).toBeLessThan(9)
  expect(secretForms('value\n')).toContain('value')
})
