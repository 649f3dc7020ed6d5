import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { CodeFile } from '../../../src/model/platform-state.ts'
import { makeTar, makeZip } from '../support/archives.ts'
import { openedIn, packedIn } from '../support/packing.ts'
import { arbitraryTree, failureOf, TemporaryTree } from '../support/trees.ts'

const CREDENTIAL = 'a-credential-of-this-run'

/** A file as the platform gives it: binary ones without their content. */
function given(path: string, content: string | Uint8Array): CodeFile {
  const bytes = Buffer.from(content)
  return { path, bytes: bytes.length, content: bytes.includes(0) ? undefined : bytes }
}

const lines = (count: number, last = 'end'): string => `${'line\n'.repeat(count - 1)}${last}\n`

describe('Files beside those of a version', () => {
  test('are added, changed, removed and the same', async () => {
    using tree = new TemporaryTree({
      'handler.py': 'two\n',
      'lib/new.py': 'new\n',
      'same.py': 'same\n',
      'long.txt': 'b'
    })
    const { compare } = await packedIn(tree)
    const version = [
      given('handler.py', 'one\n'),
      given('same.py', 'same\n'),
      given('old.py', 'old\n'),
      given('long.txt', 'aa')
    ]
    expect(await compare(version)).toEqual({
      same: 1,
      changes: [
        {
          kind: 'changed',
          part: 'file',
          name: 'handler.py',
          detail: '4 B, the same size',
          texts: { before: 'one\n', after: 'two\n' }
        },
        { kind: 'added', part: 'file', name: 'lib/new.py', detail: '4 B' },
        { kind: 'changed', part: 'file', name: 'long.txt', detail: '2 B → 1 B', texts: { before: 'aa', after: 'b' } },
        { kind: 'removed', part: 'file', name: 'old.py', detail: '4 B' }
      ]
    })
  })

  test('are the same as themselves, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTree, async (files) => {
        fc.pre(files.length > 0)
        using tree = new TemporaryTree({ 'handler.py': '' })
        for (const { path, content } of files) tree.add(path, content)
        const all = [{ path: 'handler.py', content: new Uint8Array() }, ...files]
        const { compare } = await packedIn(tree)
        const given = all.map(({ path, content }) => ({ path, bytes: content.length, content }))
        expect(await compare(given)).toEqual({ same: all.length, changes: [] })
      }),
      { numRuns: 20 }
    )
  })

  test('that are binary are told by their size alone', async () => {
    using tree = new TemporaryTree({
      'handler.py': '',
      'a.bin': 'a\0b',
      'b.bin': 'a\0b',
      'latin.txt': Buffer.from([0xe4])
    })
    const { compare } = await packedIn(tree)
    const version = [
      given('handler.py', ''),
      given('a.bin', 'a\0c'),
      given('b.bin', 'a\0bc'),
      { path: 'latin.txt', bytes: 1, content: Buffer.from('\uFFFD') }
    ]
    expect((await compare(version)).changes).toEqual([
      { kind: 'unknown', part: 'file', name: 'a.bin', detail: '3 B, the same size, not compared' },
      { kind: 'changed', part: 'file', name: 'b.bin', detail: '4 B → 3 B' },
      { kind: 'unknown', part: 'file', name: 'latin.txt', detail: '1 B, the same size, not compared' }
    ])
  })

  test.each([
    ['of 200 lines', lines(200), lines(3)],
    ['that had 200 lines', lines(3), lines(200)],
    ['of more than 64 kB', 'a'.repeat(64_001), 'b'],
    ['that is binary now', 'a\0', 'b']
  ])('show no text of a file %s', async (_, after, before) => {
    using tree = new TemporaryTree({ 'handler.py': after })
    const { compare } = await packedIn(tree)
    const [change] = (await compare([given('handler.py', before)])).changes
    expect(change).toMatchObject({ kind: 'changed', name: 'handler.py' })
    expect(change).not.toHaveProperty('texts')
  })

  test('show the text of a file with 199 lines', async () => {
    using tree = new TemporaryTree({ 'handler.py': lines(199) })
    const { compare } = await packedIn(tree)
    const { changes } = await compare([given('handler.py', lines(199, 'END'))])
    expect(changes).toMatchObject([{ texts: { before: lines(199, 'END'), after: lines(199) } }])
  })

  const KEY = '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n'
  test.each<[string, string, string, string]>([
    ['that is taken back', '.env', 'A=2\n', 'A=1\n'],
    ['below a directory of secrets', '.aws/config', 'a', 'b'],
    ['that holds a key', 'notes.txt', KEY, 'none\n'],
    ['that held a key', 'notes.txt', 'none\n', KEY],
    ['that held a credential of this run', 'notes.txt', 'none\n', `token: ${CREDENTIAL}\n`],
    ['that held one in base64', 'notes.txt', 'none\n', `${Buffer.from(CREDENTIAL).toString('base64')}\n`]
  ])('never show the text of a file %s', async (_, name, after, before) => {
    using tree = new TemporaryTree({
      'handler.py': '',
      [name]: after,
      '.igniteignore': '!.env\n!.aws/\n!.aws/config\n'
    })
    const { compare, paths } = await packedIn(tree, '.', { credentials: [CREDENTIAL] })
    expect(paths).toContain(name)
    const { changes } = await compare([given('handler.py', ''), given(name, before), given('.igniteignore', '')])
    const change = changes.find((each) => each.name === name)
    expect(change).toMatchObject({
      kind: 'changed',
      detail: expect.stringMatching(/, not shown: it may hold secrets$/)
    })
    expect(change).not.toHaveProperty('texts')
  })
})

describe('What is compared', () => {
  const version = [given('handler.py', 'one\n'), given('lib/b.py', 'b\n'), given('c.py', 'x\n')]
  const differs = {
    same: 1,
    changes: [
      { kind: 'changed', name: 'c.py', texts: { before: 'x\n', after: 'two\n' } },
      { kind: 'changed', name: 'handler.py', texts: { before: 'one\n', after: 'two\n' } }
    ]
  }

  test('may be a .tar.gz, whose hard links are files', async () => {
    using tree = new TemporaryTree({
      'code.tar.gz': gzipSync(
        makeTar([
          { path: './', type: '5' },
          { path: './handler.py', content: 'two\n' },
          { path: './lib/b.py', content: 'b\n' },
          { path: './c.py', type: '1', target: './handler.py' }
        ])
      )
    })
    const { compare } = await packedIn(tree, 'code.tar.gz', { runtime: 'python' })
    const { changes } = await compare(version)
    expect(changes).toMatchObject([
      { kind: 'changed', name: 'c.py', detail: '2 B → 4 B' },
      { kind: 'changed', name: 'handler.py', texts: { before: 'one\n', after: 'two\n' } }
    ])
  })

  test('may be a .zip', async () => {
    using tree = new TemporaryTree({
      'code.zip': makeZip([
        { path: 'handler.py', content: 'two\n' },
        { path: 'lib/', content: '', method: 0 },
        { path: 'lib/b.py', content: 'b\n', method: 0 },
        { path: 'c.py', content: 'two\n' }
      ])
    })
    const { compare } = await packedIn(tree, 'code.zip', { runtime: 'python' })
    expect(await compare(version)).toMatchObject(differs)
  })

  test('may be a context', async () => {
    using tree = new TemporaryTree({ Dockerfile: 'FROM a\n', 'a.py': 'a\n' })
    const { compare } = await openedIn(tree, '.', { dockerfilePath: 'Dockerfile' })
    expect(await compare([given('Dockerfile', 'FROM b\n'), given('a.py', 'a\n')])).toMatchObject({
      same: 1,
      changes: [{ name: 'Dockerfile', texts: { before: 'FROM b\n', after: 'FROM a\n' } }]
    })
  })

  test('is what was packed: a file that changed since is an error that names it', async () => {
    using tree = new TemporaryTree({ 'handler.py': 'two\n' })
    const { compare } = await packedIn(tree)
    tree.replace('handler.py', 'three\n')
    expect(await failureOf(compare([given('handler.py', 'one\n')]))).toBe(
      'FileChanged: `handler.py` changed while it was being packed.'
    )
  })
})
