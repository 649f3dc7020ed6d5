import { expect, test } from '@jest/globals'
import { ADVICE, adviceFor, adviceRow, type Evidence } from '../../../src/platform/advice/advice.ts'
import { SAMPLES } from './support/samples.ts'

const ROWS = ADVICE.flatMap(({ rows, isOfPlatform }) => rows.map((row) => ({ ...row, isOfPlatform })))

/** Said by the platform, of a run with the inputs that the row wants. */
function said(text: string, given: readonly string[] = []): Evidence {
  return { text, speaker: 'platform', isGiven: (input) => given.includes(input) }
}

function saidByProgram(text: string): Evidence {
  return { ...said(text), speaker: 'program' }
}

test('every row has its samples and three near misses, and every sample its row', () => {
  expect(Object.keys(SAMPLES).toSorted()).toEqual(ROWS.map(({ id }) => id).toSorted())
  for (const { said: real, nearMisses } of Object.values(SAMPLES)) {
    expect(real.length).toBeGreaterThan(0)
    expect(nearMisses.length).toBeGreaterThanOrEqual(3)
  }
})

test.each(ROWS.flatMap(({ id, given }) => (SAMPLES[id]?.said ?? []).map((text) => [id, text, given] as const)))(
  '%s: %s',
  (id, text, given) => {
    expect(adviceRow(said(text, given))?.id).toBe(id)
    expect(adviceRow(said(`| some line before\n| ${text}\n| and one after`, given))?.id).toBe(id)
  }
)

/** Whether the pattern finds a name, for which NAME stands in the advice. */
function findsName({ pattern }: Pick<(typeof ROWS)[number], 'pattern'>): boolean {
  return (new RegExp(`${pattern.source}|`).exec('')?.length ?? 0) > 1
}

test.each(
  ROWS.filter(findsName).flatMap(({ id, given }) => (SAMPLES[id]?.said ?? []).map((text) => [id, text, given] as const))
)('%s says what it is about: %s', (_id, text, given) => {
  expect(adviceFor(said(text, given))?.advice).not.toMatch(/\bNAME\b/)
})

test.each(
  ROWS.flatMap(({ id, pattern }) => (SAMPLES[id]?.nearMisses ?? []).map((text) => [id, text, pattern] as const))
)('not %s: %s', (_id, text, pattern) => {
  expect(text).not.toMatch(pattern)
})

test.each(
  ROWS.filter(({ isOfPlatform }) => isOfPlatform).flatMap(({ id }) => (SAMPLES[id]?.said ?? []).map((text) => [text]))
)('%j of a program has no advice of the platform’s, which may say the same', (text) => {
  const row = adviceRow(saidByProgram(text))
  expect(ROWS.find(({ id }) => id === row?.id)?.isOfPlatform ?? false).toBe(false)
})

test.each([["ModuleNotFoundError: No module named 'numpy'"], ["error[E0463]: can't find crate for `core`"]])(
  '%j of a program has the advice that mends its code',
  (text) => {
    expect(adviceFor(saidByProgram(text))).toEqual(adviceFor(said(text)))
    expect(adviceFor(saidByProgram(text))).toBeDefined()
  }
)

test.each([
  [''],
  ['error[E0425]: cannot find value `x` in this scope'],
  ['connect ECONNREFUSED 127.0.0.1:8080'],
  ['"POST / HTTP/1.1" 200'],
  ['ValueError: an item has no price']
])('%j has no advice', (text) => {
  expect(adviceFor(said(text, ['image-ref', 'registry-server']))).toBeUndefined()
})

test('names of apps, files and images are no evidence, whatever they are', () => {
  const names = Object.values(SAMPLES).flatMap(({ said: real }) => real.map((text) => slug(text)))
  for (const name of names) {
    const words = `Publishing acme/${name}: no, code/${name}.py and ghcr.io/acme/${name}:1 are refused, as is "${name}.json"`
    expect({ name, row: adviceRow(said(words, ['image-ref', 'registry-server']))?.id }).toEqual({
      name,
      row: undefined
    })
  }
})

/** As much of a text as an app's name may hold. */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 63)
}

test.each([
  [
    'the program before the container',
    "pod app: CrashLoopBackOff\n| ModuleNotFoundError: No module named 'flask'",
    'python-module'
  ],
  ['the compiler before the builder', 'error building image: exit status 1\nmissing go.sum entry for x', 'go-sum'],
  ['the container before the platform', 'the app has no draft: OOMKilled', 'memory'],
  ['the special before the general', "ModuleNotFoundError: No module named 'handler'", 'handler-file']
])('%s', (_order, text, id) => {
  expect(adviceRow(said(text))?.id).toBe(id)
})

test('the credentials of a registry are asked for where none are set, and doubted where some are', () => {
  const text = 'pull access denied for a/b'
  expect(adviceRow(said(text, ['image-ref']))?.id).toBe('credentials-missing')
  expect(adviceRow(said(text, ['image-ref', 'registry-server']))?.id).toBe('credentials-refused')
  expect(adviceRow(said(text, ['code']))).toBeUndefined()
})

/** Finds out nothing but what it was asked. */
function lookingUp(isSure: boolean) {
  return (misses: string, name: string) => ({ says: `The ${misses} ${name} was looked for.`, isSure })
}

test.each(
  (SAMPLES['copy-source']?.said ?? []).filter((text) => !text.includes('no source files')).map((text) => [text])
)('of a file that is missed, what was seen of it is all that is said: %s', (text) => {
  expect(adviceFor({ ...said(text), lookUp: lookingUp(true) })?.advice).toBe(
    'The Dockerfile copies a file that the build context does not hold. The file requirements.txt was looked for.'
  )
  expect(adviceFor(said(text))?.advice).toContain(' does not hold. Paths after COPY ')
})

test.each([
  ["ModuleNotFoundError: No module named 'pricse.list'", 'python', 'pricse.list'],
  ["Error: Cannot find module './pricse'", 'node', './pricse'],
  ["Error: Cannot find module '@acme/pricse'", 'node', '@acme/pricse'],
  ['use of unresolved module or unlinked crate `rnad`', 'rust', 'rnad'],
  ['main.go:2:8: no required module provides package github.com/gogle/uuid; to add it:', 'go', 'github.com/gogle/uuid']
])('of a module that is missed, what was seen comes before what helps most: %s', (text, misses, name) => {
  const seen = adviceFor({ ...said(text), lookUp: lookingUp(false) })?.advice
  expect(seen).toMatch(/ was looked for\. Otherwise, [a-z]/)
  expect(seen).toContain(` The ${misses} ${name} was looked for. `)
  expect(adviceFor({ ...said(text), lookUp: lookingUp(true) })?.advice).not.toContain('Otherwise')
})

test.each([
  ["ModuleNotFoundError: No module named 'numpy'", 'the package of `numpy`'],
  ['batch assignment failed: ignite.model-user role not found', ' ignite-authorization-service ignite.model-user`'],
  ['role not found', ' ignite-authorization-service NAME`'],
  ["error[E0463]: can't find crate for `serde`", '`cargo add serde`'],
  ["Error: Cannot find module 'a$&b`c'", 'Name `NAME` under']
])('the name in %j stands in the cure, where it is one', (text, says) => {
  expect(adviceFor(said(text))?.advice).toContain(says)
})

test('the line that was recognised is told, and what it says in a few words', () => {
  const found = adviceFor(said('| one\n| Liveness probe failed: no\n| three'))
  expect(found).toMatchObject({
    line: '| Liveness probe failed: no',
    headline: 'the app does not answer its health check'
  })
})

test('only the end of a long text is read', () => {
  expect(adviceFor(said(`CrashLoopBackOff${' '.repeat(65_537)}`))).toBeUndefined()
})

test.each([
  ['pull '],
  ['git secret '],
  ['registry-secret'],
  ['POST / '],
  ['failed '],
  ['/healthz '],
  ['dial tcp a:'],
  ['build-arg '],
  ['handler.py '],
  ['not found '],
  ['tag '],
  ['listen '],
  ['of type git '],
  ['ENOTFOUND a'],
  ['manifest for a'],
  ['panic: '],
  ['CrashLoopBackOf'],
  ["Cannot find module '/"],
  ['failed to solve: '],
  ['probe failed '],
  ['/']
])('a 10 MB text of %j is got over', (piece) => {
  expect(() => adviceFor(said(piece.repeat(10e6 / piece.length), ['image-ref', 'registry-server']))).not.toThrow()
})
