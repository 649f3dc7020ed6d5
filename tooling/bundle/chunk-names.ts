import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A chunk as webpack's stats tell of it. */
type Chunk = {
  readonly id: string | number
  /** True of what is read at the start. */
  readonly initial: boolean
  readonly files: readonly string[]
  /** The imports that it is read for. */
  readonly origins: readonly { readonly request?: string }[]
  readonly modules: readonly { readonly name: string }[]
}

type Names = ReadonlyMap<string, string>

/** Where code asks for a chunk, where the entry says which file that is, and where a chunk says which it is. */
const ASKED = /(?<=__(?:nccwpck|webpack)_require__\.e\((?:\/\* import\(\) \*\/ )?)\d+(?=\))/g
const FILE = 'return "" + chunkId + ".index.js"'
const SAID = /^export const id = (?<id>\d+);\nexport const ids = \[(?<ids>[\d,]+)\];/

/**
 * Names the chunks in `directory` by what they are read for, and says which files they have then. webpack numbers a chunk
 * by the modules at its roots, and takes others for them where modules import each other in circles and were read in
 * another order: two builds of the same code differed.
 */
export function nameChunks<C extends Chunk>(chunks: readonly C[], directory: string): readonly C[] {
  const names = chunkNames(chunks)
  return chunks.map((chunk) => {
    const [file = ''] = chunk.files
    const name = names.get(String(chunk.id))
    const target = name === undefined ? file : `${name}.js`
    const code = askingByName(readFileSync(path.join(directory, file), 'utf8'), names)
    rmSync(path.join(directory, file))
    writeFileSync(path.join(directory, target), name === undefined ? finding(code) : saying(code, names), {
      flag: 'wx'
    })
    return { ...chunk, files: [target] }
  })
}

/** `pack` for the code of ours that `import('./pack.ts')` loads, `pack-packages` for the packages that it needs. */
export function chunkNames(chunks: readonly Chunk[]): Names {
  const later = chunks.filter(({ initial }) => !initial)
  const alike = Map.groupBy(later, (chunk) => {
    const requests = chunk.origins.map(({ request = '' }) => path.basename(request, '.js'))
    const isOurs = chunk.modules.some(({ name }) => !name.includes('node_modules/'))
    return [...[...new Set(requests)].sort(), ...(isOurs ? [] : ['packages'])].join('-')
  })
  const named = [...alike].flatMap(([name, list]) =>
    list.toSorted(byModules).map(({ id }, at) => [String(id), at === 0 ? name : `${name}-${at + 1}`] as const)
  )
  return new Map(named)
}

function byModules(one: Chunk, other: Chunk): number {
  const [a, b] = [one, other].map(({ modules }) =>
    modules
      .map(({ name }) => name)
      .sort()
      .join('\n')
  )
  return a === b ? 0 : String(a) < String(b) ? -1 : 1
}

function askingByName(code: string, names: Names): string {
  return code.replace(ASKED, (id) => named(id, names))
}

function finding(entry: string): string {
  if (!entry.includes(FILE)) throw new Error('The entry does not say how the file of a chunk is called.')
  return entry.replace(FILE, 'return chunkId + ".js"')
}

/** A chunk that holds all of another one says that it is both. */
function saying(chunk: string, names: Names): string {
  const { id, ids } = SAID.exec(chunk)?.groups ?? {}
  if (id === undefined || ids === undefined) throw new Error(`A chunk does not say which it is: ${chunk.slice(0, 80)}`)
  const held = ids.split(',').map((each) => named(each, names))
  return chunk.replace(SAID, `export const id = ${named(id, names)};\nexport const ids = [${held.join(', ')}];`)
}

function named(id: string, names: Names): string {
  const name = names.get(id)
  if (name === undefined) throw new Error(`No chunk has the number ${id}.`)
  return JSON.stringify(name)
}
