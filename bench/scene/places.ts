import path from 'node:path'

export const ROOT = path.resolve(import.meta.dirname, '../..')

/** What is built and installed for the benchmarks; git and npm leave it alone. */
export const CACHE = path.join(ROOT, 'node_modules/.cache/bench')

/** Where the compiled programs lie, beside the compiled src/. */
export const COMPILED = path.join(CACHE, 'compiled')

/** Where those of them that are ours lie, each in one file. */
export const BUNDLED = path.join(CACHE, 'bundled')

export const MAIN = path.join(ROOT, 'dist/main/index.js')
export const POST = path.join(ROOT, 'dist/post/index.js')
