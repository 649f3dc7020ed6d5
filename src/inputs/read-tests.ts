import { globSync, statSync } from 'node:fs'
import path from 'node:path'
import { Problem } from '../model/errors.ts'
import type { TestCase, Tests } from '../model/plan.ts'
import type { Json } from '../model/values/json.ts'
import { type Environment, InputReader } from './input-reader.ts'
import { decodeText, parseJson } from './parse/json-text.ts'
import { type ParsedValue, parseInteger, parseList } from './parse/parse-values.ts'
import { MANIFEST, parseTestInput } from './settings/manifest.ts'
import { readWhole } from './whole-file.ts'

/** An hour: longer than any execution of the platform. */
const TIMEOUT_SECONDS = { min: 1, max: 3600 }
const DEFAULT_SECONDS = 60
/** The platform takes requests of 4 MiB; some of it is not payload. */
const MOST_BYTES = 4 * 1024 * 1024 - 64 * 1024
const EXPECT_SUFFIX = '.expect.json'

/** The tests of the draft. What is wrong with them is kept by the reader; a payload is never repeated. */
export async function readTests(inputs: InputReader, base: string): Promise<Tests> {
  const expected = inputs.read('test-expect', (text) => parseJson(text), inputs.raw('test-expect'))
  const seconds = inputs.read('test-timeout-seconds', (text) => parseInteger(text, TIMEOUT_SECONDS))
  const cases = [...inlineCase(inputs, expected), ...(await fileCases(inputs, { base, expected }))]
  if (
    cases.length === 0 &&
    expected !== undefined &&
    inputs.given(['test-payload', 'test-payload-file']).length === 0
  ) {
    inputs.rejectLacking(
      ['test-payload', 'test-expect'],
      '`test-expect` is set without a payload.',
      'Set `test-payload` or `test-payload-file`.'
    )
  }
  return { cases, timeoutMs: (seconds ?? DEFAULT_SECONDS) * 1000 }
}

/** The tests once more, after the job. Undefined where they cannot be read any more. */
export async function readTestsAgain(env: Environment, base: string): Promise<Tests | undefined> {
  const inputs = new InputReader(env)
  const tests = await readTests(inputs, base)
  return inputs.problems.length === 0 ? tests : undefined
}

/** An inline payload must be JSON, and is sent as it was written, but for a byte order mark. */
function inlineCase(inputs: InputReader, expected: Json | undefined): readonly TestCase[] {
  const text = inputs.raw('test-payload')
  if (text === undefined || inputs.read('test-payload', parseJson, text) === undefined) return []
  const payload = new TextEncoder().encode(text.replace(/^\ufeff/, ''))
  return [{ name: 'test-payload', payload, expected, expectedIn: 'test-expect' }]
}

type PayloadContext = { readonly base: string; readonly expected: Json | undefined }

async function fileCases(inputs: InputReader, around: PayloadContext): Promise<readonly TestCase[]> {
  const patterns = parseList(inputs.raw('test-payload-file') ?? '')
  const files = patterns.flatMap((pattern) => {
    const found = matching(pattern, around.base)
    if (found.length === 0) {
      reject(inputs, `No file matches \`${pattern}\` in \`test-payload-file\` (looked in ${around.base}).`)
    }
    return found
  })
  const cases = await Array.fromAsync(new Set(files), (file) => fileCase(inputs, file, around))
  return cases.flatMap((each) => each ?? [])
}

/** A path as it is, or the files that a glob names, in order; a file with what is expected is no payload. */
function matching(pattern: string, base: string): readonly string[] {
  const exact = path.resolve(base, pattern)
  const found = isFile(exact) ? [exact] : globSync(pattern, { cwd: base }).map((file) => path.resolve(base, file))
  return found.filter((file) => isFile(file) && !file.endsWith(EXPECT_SUFFIX)).sort()
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false
}

async function fileCase(
  inputs: InputReader,
  file: string,
  { base, expected }: PayloadContext
): Promise<TestCase | undefined> {
  const name = path.relative(base, file)
  const payload = readWhole(file)
  if (!payload) {
    reject(inputs, `\`${name}\` cannot be read.`)
    return undefined
  }
  if (payload.length > MOST_BYTES) {
    reject(inputs, `\`${name}\` has ${payload.length} bytes; a payload may have ${MOST_BYTES}.`)
    return undefined
  }
  const bytes = await payloadIn(inputs, { name, file }, payload)
  const ownFile = expectationOf(file)
  const own = siblingExpectation(inputs, ownFile, base)
  const shown = path.relative(base, ownFile)
  const origin = own === undefined ? { expectedIn: 'test-expect', ownExpectation: shown } : { expectedIn: shown }
  return bytes && { name, payload: bytes, expected: own ?? expected, ...origin }
}

type PayloadFile = { readonly name: string; readonly file: string }

/** A manifest stands for its sample payload. */
async function payloadIn(
  inputs: InputReader,
  { name, file }: PayloadFile,
  bytes: Uint8Array
): Promise<Uint8Array | undefined> {
  if (path.basename(file) !== MANIFEST) return file.endsWith('.json') ? jsonBytes(inputs, name, bytes) : bytes
  const text = decodeText(bytes)
  const sample = 'value' in text ? await parseTestInput(text.value) : text
  if ('value' in sample) return new TextEncoder().encode(sample.value)
  reject(inputs, `\`${name}\` ${sample.problem}.`, sample.fix)
  return undefined
}

function inText<T>(bytes: Uint8Array, parse: (text: string) => ParsedValue<T>): ParsedValue<T> {
  const decoded = decodeText(bytes)
  return 'value' in decoded ? parse(decoded.value) : decoded
}

/** A byte order mark is no JSON, and left out; all else is sent as it is. */
function jsonBytes(inputs: InputReader, name: string, bytes: Uint8Array): Uint8Array | undefined {
  const parsed = inText(bytes, parseJson)
  if ('value' in parsed) return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
  reject(inputs, `\`${name}\` ${parsed.problem}.`, parsed.fix)
  return undefined
}

/** `tests/b.expect.json` of `tests/b.json`. */
function expectationOf(file: string): string {
  return `${file.slice(0, file.length - path.extname(file).length)}${EXPECT_SUFFIX}`
}

function siblingExpectation(inputs: InputReader, sibling: string, base: string): Json | undefined {
  if (!isFile(sibling)) return undefined
  const parsed = inText(readWhole(sibling) ?? new Uint8Array(), parseJson)
  if ('value' in parsed) return parsed.value
  reject(inputs, `\`${path.relative(base, sibling)}\` ${parsed.problem}.`, parsed.fix)
  return undefined
}

const FILES = 'Give paths or globs of files, from `working-directory`, one a line.'

function reject(inputs: InputReader, message: string, fix = FILES): void {
  inputs.rejectFiles([new Problem({ inputs: ['test-payload-file'], message, fix })])
}
