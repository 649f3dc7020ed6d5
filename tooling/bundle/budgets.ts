import { statSync } from 'node:fs'
import path from 'node:path'

type Chunk = {
  readonly files: readonly string[]
  /** True of what is read at the start. */
  readonly initial: boolean
  /** The imports that it is read for. */
  readonly origins: readonly { readonly request?: string }[]
}

/** What a stage may read at most, in bytes: at its start, and for these imports. */
type Budget = { readonly what: string; readonly imports: readonly string[]; readonly bytes: number }

/** By the rows S5 of docs/benchmarks.md. */
export const BUDGETS: Readonly<Record<'main' | 'post', Budget>> = {
  main: { what: 'a plain deploy', imports: ['./deployment.js', './pack.js'], bytes: 1_800_000 },
  post: { what: 'an idle post', imports: [], bytes: 20_000 }
}

/** How many bytes of the files in `directory` the budget is about. Throws where there are more than it allows. */
export function checkBudget(chunks: readonly Chunk[], directory: string, { what, imports, bytes }: Budget): number {
  const isRead = ({ initial, origins }: Chunk) =>
    initial || origins.some(({ request = '' }) => imports.includes(request))
  const files = chunks.filter(isRead).flatMap(({ files }) => files)
  const unknown = imports.filter(
    (each) => !chunks.some(({ origins }) => origins.some(({ request }) => request === each))
  )
  if (unknown.length > 0)
    throw new Error(`No chunk is read for ${unknown.join(' and ')}: mend tooling/bundle/budgets.ts.`)
  const sum = files.reduce((total, file) => total + statSync(path.join(directory, file)).size, 0)
  if (sum > bytes) throw new Error(`${what} reads ${sum} bytes of ${files.join(', ')}, and may read ${bytes}.`)
  return sum
}
