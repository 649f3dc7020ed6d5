import path from 'node:path'

export const ROOT = path.resolve(import.meta.dirname, '../..')

/** What is built and installed for the benchmarks; git and npm leave it alone. */
export const CACHE = path.join(ROOT, 'node_modules/.cache/bench')

/** Where the compiled programs lie, beside the compiled src/. */
export const COMPILED = path.join(CACHE, 'compiled')

export const MAIN = path.join(ROOT, 'dist/main/index.js')
export const POST = path.join(ROOT, 'dist/post/index.js')
