import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Cloned, CloneOrder } from './support/clone-and-pack.ts'
import { arbitraryTree, TemporaryTree } from './support/trees.ts'

const script = join(import.meta.dirname, 'support/clone-and-pack.ts')

type Machine = {
  readonly umask: string
  readonly env: Readonly<Record<string, string>>
  readonly flags?: readonly string[]
}

const ONE: Machine = { umask: '022', env: { TZ: 'UTC', LC_ALL: 'C', LANG: 'C' } }
const OTHER: Machine = { umask: '077', env: { TZ: 'Asia/Kathmandu', LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' } }

function cloneAndPack(
  order: Omit<CloneOrder, 'root'>,
  { umask, env, flags = [] }: Machine,
  tree?: TemporaryTree
): Cloned {
  using fresh = new TemporaryTree()
  const input = JSON.stringify({ ...order, root: (tree ?? fresh).root })
  const command = `umask ${umask} && exec "$0" "$@"`
  const output = execFileSync('sh', ['-c', command, process.execPath, ...flags, script], {
    input,
    env: { PATH: process.env['PATH'], ...env }
  })
  return JSON.parse(output.toString()) as Cloned
}

test('case 42: two clones give the same bytes under another umask, time, time zone, locale and order', () => {
  const order = arbitraryTree
    .filter((files) => files.length > 0)
    .map((files) =>
      files.map(({ path, content }, at) => ({
        path,
        content: Buffer.from(content).toString('base64'),
        executable: at % 2 === 0
      }))
    )
  fc.assert(
    fc.property(order, (files) => {
      const one = cloneAndPack({ files, reversed: false, time: 1_000_000_000 }, ONE)
      const other = cloneAndPack({ files, reversed: true, time: 1_700_000_000 }, OTHER)
      expect(other.words).not.toBe(one.words)
      expect({ ...other, words: '' }).toEqual({ ...one, words: '' })
    }),
    { numRuns: 12 }
  )
})

test('cases 43 and 44: nothing is written to disk when code is packed, so no disk can be full', () => {
  using tree = new TemporaryTree({ 'handler.py': 'x', 'a/b': Buffer.alloc(3_000_000) })
  const order = { files: [], reversed: false, time: 0 }
  const free = cloneAndPack(order, ONE, tree)
  const flags = ['--permission', '--allow-fs-read=*', '--disable-warning=SecurityWarning']
  expect(cloneAndPack(order, { ...ONE, flags }, tree)).toEqual(free)
})
