import { own, type Program, run } from '../measuring/process.ts'
import { binaryTree, textTree } from '../scene/packed-trees.ts'
import type { Scene } from '../scene/scene.ts'
import { missing } from '../tools/missing.ts'
import { type Row, ratio } from './row.ts'

const MANY = { files: 5_000, bytes: 60_000_000 }
const FEW = { files: 50, bytes: 200_000 }
const BINARY_BYTES = 100_000_000

const ms = (program: Program) => async () => [(await run(program)).ms]

function shell(script: string, root: string): Program {
  return { command: 'sh', args: ['-c', script, 'sh', root] }
}

/** Our packing of 5,000 files against a program over the same tree. */
function manyAgainst(program: (tree: { root: string; tar: string }) => Program): Row['prepare'] {
  return async (scene: Scene) => {
    const tree = await textTree(scene, MANY)
    return { a: ms(own('pack', tree.root)), b: ms(program(tree)) }
  }
}

const BESIDE_ZLIB =
  'compressing takes both cores for four fifths of the time; most of the rest is the start of Node, and what the system ' +
  'takes to list, open and read each file.'

export const PACKING_ROWS: readonly Row[] = [
  {
    id: 'P1',
    what: 'pack 5,000 files of 60 MB, with sha256 and the search for secrets / zlib alone over the ready tar',
    why: BESIDE_ZLIB,
    figures: [
      { of: 'time', unit: 'ms', goal: 0.62 },
      { of: 'CPU', unit: 'ms', goal: 1.15 }
    ],
    prepare: async (scene) => {
      const { root, tar } = await textTree(scene, MANY)
      const both = (program: Program) => async () => {
        const cost = await run(program)
        return [cost.ms, cost.cpuMs]
      }
      return { a: both(own('pack', root)), b: both(own('zlib-alone', tar)) }
    }
  },
  {
    id: 'P2',
    what: 'the same / tar --sort=name | gzip -6',
    why: BESIDE_ZLIB,
    figures: ratio(0.5),
    prepare: manyAgainst(({ root }) => shell('tar --sort=name -C "$1" -c . | gzip -6 > /dev/null', root))
  },
  {
    id: 'P3',
    what: 'the same / tar --sort=name | pigz -6',
    why: BESIDE_ZLIB,
    figures: ratio(1.05),
    lacks: () => missing('pigz'),
    prepare: manyAgainst(({ root }) => shell('tar --sort=name -C "$1" -c . | pigz -6 > /dev/null', root))
  },
  {
    id: 'P4',
    what: 'the same / node-tar with gzip and portable',
    why: BESIDE_ZLIB,
    figures: ratio(0.4),
    prepare: manyAgainst(({ root }) => own('node-tar', root))
  },
  {
    id: 'P5',
    what: 'pack a binary of 100 MB / zlib alone over the ready tar',
    figures: ratio(0.6),
    prepare: async (scene) => {
      const { root, tar } = await binaryTree(scene, BINARY_BYTES)
      return { a: ms(own('pack', root)), b: ms(own('zlib-alone', tar)) }
    }
  },
  {
    id: 'P6',
    what: 'pack 50 files of 200 kB / a Node process that compresses the ready tar',
    why:
      'beside the start of Node and compressing, it loads node:crypto for the hash, which takes as long as compressing, and the ' +
      'code that lists, reads and searches so few files runs before V8 has compiled it.',
    figures: ratio(1.3),
    prepare: async (scene) => {
      const { root, tar } = await textTree(scene, FEW)
      return { a: ms(own('pack', root)), b: ms(own('zlib-alone', tar)) }
    }
  }
]
