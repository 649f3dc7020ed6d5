import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { own, runWithPeak } from '../measuring/process.ts'
import { contextOf } from '../rows/memory-rows.ts'
import type { Scene } from '../scene/scene.ts'
import { makeBinary, makeTextTree } from '../scene/trees.ts'
import type { Series } from './series.ts'

/** A context may have 100,000 files, and one of them is the Dockerfile. */
const MOST_FILES = 99_999
const BYTES_A_FILE = 1_000
/** Beside many rules. */
const RULED_FILES = 1_000
/** A path may have 64 parts. */
const DEPTH = 60

/** Packs the contexts that `make` makes. */
function packed(name: string, make: (root: string, size: number) => void): Series['prepare'] {
  return async (scene: Scene) => async (size) => {
    const root = await scene.once(`${name} ${size}`, () => {
      const made = scene.at(`${name}-${size}`)
      mkdirSync(made, { recursive: true })
      writeFileSync(path.join(made, 'Dockerfile'), 'FROM scratch\n')
      make(made, size)
      return made
    })
    return await runWithPeak(own('read-context', root))
  }
}

function makeOneDirectory(root: string, files: number): void {
  for (let number = 0; number < files; number++) writeFileSync(path.join(root, `f${number}`), `${number}`)
}

/** Chains of directories, each with a file at its end. */
function makeDeepTree(root: string, directories: number): void {
  for (let chain = 0; chain < directories / DEPTH; chain++) {
    const way = path.join(root, `c${chain}`, ...Array.from({ length: DEPTH - 1 }, (_, depth) => `d${depth}`))
    mkdirSync(way, { recursive: true })
    writeFileSync(path.join(way, 'f'), `${chain}`)
  }
}

/** Half of the rules name a file that is there. */
function makeRules(root: string, rules: number): void {
  makeTextTree(root, { files: RULED_FILES, bytes: RULED_FILES * BYTES_A_FILE })
  const lines = Array.from({ length: rules }, (_, at) => (at % 2 === 0 ? `**/f${at / 2}.py` : `out-${at}/*.tmp`))
  writeFileSync(path.join(root, '.dockerignore'), `${lines.join('\n')}\n`)
}

/** The same in an `.igniteignore`. */
function makeIgniteRules(root: string, rules: number): void {
  makeTextTree(root, { files: RULED_FILES, bytes: RULED_FILES * BYTES_A_FILE })
  const lines = Array.from({ length: rules }, (_, at) => (at % 2 === 0 ? `f${at / 2}.py` : `out-${at}/*.tmp`))
  writeFileSync(path.join(root, '.igniteignore'), `${lines.join('\n')}\n`)
}

export const TREE_SERIES: readonly Series[] = [
  {
    id: 'files',
    of: 'files of 1 kB in a context',
    sizes: [10, 100, 1_000, 10_000, MOST_FILES],
    prepare: packed('files', (root, files) => makeTextTree(root, { files, bytes: files * BYTES_A_FILE }))
  },
  {
    id: 'megabytes',
    of: 'MB of a context, half of it in one file',
    sizes: [1, 10, 100, 300, 1_000],
    prepare: async (scene) => async (megabytes) => {
      const workspace = await contextOf(scene, megabytes)
      return await runWithPeak(own('read-context', path.join(workspace, 'web')))
    }
  },
  {
    id: 'directory',
    of: 'entries of one directory',
    sizes: [50, 500, 5_000, 50_000],
    prepare: packed('directory', makeOneDirectory)
  },
  {
    id: 'deep',
    of: 'directories in chains of 60',
    sizes: [60, 600, 6_000, 60_000],
    prepare: packed('deep', makeDeepTree)
  },
  {
    id: 'docker-rules',
    of: 'rules of a .dockerignore',
    sizes: [10, 100, 1_000, 10_000],
    prepare: packed('docker-rules', makeRules)
  },
  {
    id: 'ignite-rules',
    of: 'rules of an .igniteignore',
    sizes: [10, 100, 1_000, 10_000],
    prepare: packed('ignite-rules', makeIgniteRules)
  },
  {
    id: 'one-file',
    of: 'MB of one file',
    sizes: [1, 10, 100, 900],
    prepare: packed('one-file', (root, megabytes) => makeBinary(path.join(root, 'model.bin'), megabytes * 1e6))
  }
]
