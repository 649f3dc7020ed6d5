import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { chunkNames, nameChunks } from '../../tooling/bundle/chunk-names.ts'

const directory = mkdtempSync(path.join(tmpdir(), 'chunk-names-'))
afterAll(() => rmSync(directory, { recursive: true }))

type Told = { readonly requests?: readonly string[]; readonly modules: readonly string[] }

function chunk(id: number, { requests = [], modules }: Told) {
  return {
    id,
    initial: requests.length === 0,
    files: [requests.length === 0 ? 'index.js' : `${id}.index.js`],
    origins: requests.map((request) => ({ request })),
    modules: modules.map((name) => ({ name }))
  }
}

const ENTRY = chunk(792, { modules: ['./build/main.js'] })
const PACKAGE = './node_modules/yaml/dist/index.js'

test('a chunk is called by the imports that it is read for, and whether it is ours', () => {
  const chunks = [
    ENTRY,
    chunk(1, { requests: ['./pack.js'], modules: ['./build/source/pack.js'] }),
    chunk(2, { requests: ['./sweep.js', '../deployment.js', './sweep.js'], modules: ['./build/deed.js', PACKAGE] }),
    chunk(3, { requests: ['./yaml-text.js'], modules: [PACKAGE] })
  ]
  expect([...chunkNames(chunks)].sort()).toEqual([
    ['1', 'pack'],
    ['2', 'deployment-sweep'],
    ['3', 'yaml-text-packages']
  ])
})

test('chunks for the same imports are told apart by what is in them, however webpack numbers and lists them', () => {
  const small = { requests: ['./read.js'], modules: ['./build/read.js'] }
  const large = { requests: ['./read.js'], modules: ['./build/gzip.js', './build/read.js'] }
  const mixed = { requests: ['./read.js'], modules: ['./build/read.js', './build/gzip.js'] }
  const inOneOrder = chunkNames([ENTRY, chunk(1, small), chunk(2, large)])
  const inAnother = chunkNames([chunk(5, mixed), ENTRY, chunk(7, small)])
  expect([inOneOrder.get('2'), inOneOrder.get('1')]).toEqual(['read', 'read-2'])
  expect([inAnother.get('5'), inAnother.get('7')]).toEqual(['read', 'read-2'])
})

test('what asks for a chunk, and the chunk itself, say its name, and a name that is not found is an error', () => {
  const chunks = [
    ENTRY,
    chunk(1, { requests: ['./pack.js'], modules: ['./build/pack.js'] }),
    chunk(2, { requests: ['./pack.js'], modules: [PACKAGE] })
  ]
  const asks = '__nccwpck_require__.e(/* import() */ 1); __nccwpck_require__.e(2); f(1)\n'
  writeFileSync(path.join(directory, 'index.js'), `${asks}return "" + chunkId + ".index.js";\n`)
  writeFileSync(
    path.join(directory, '1.index.js'),
    'export const id = 1;\nexport const ids = [1,2];\n__webpack_require__.e(2)\n'
  )
  writeFileSync(path.join(directory, '2.index.js'), 'export const id = 2;\nexport const ids = [2];\n')
  expect(nameChunks(chunks, directory).map(({ files }) => files)).toEqual([
    ['index.js'],
    ['pack.js'],
    ['pack-packages.js']
  ])
  expect(readdirSync(directory).sort()).toEqual(['index.js', 'pack-packages.js', 'pack.js'])
  const text = (file: string) => readFileSync(path.join(directory, file), 'utf8')
  expect(text('index.js')).toBe(
    '__nccwpck_require__.e(/* import() */ "pack"); __nccwpck_require__.e("pack-packages"); f(1)\nreturn chunkId + ".js";\n'
  )
  expect(text('pack.js')).toBe(
    'export const id = "pack";\nexport const ids = ["pack", "pack-packages"];\n__webpack_require__.e("pack-packages")\n'
  )
  writeFileSync(path.join(directory, 'index.js'), '__nccwpck_require__.e(3)')
  expect(() => nameChunks([ENTRY], directory)).toThrow('No chunk has the number 3.')
})
