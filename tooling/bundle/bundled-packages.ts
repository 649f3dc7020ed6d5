/** A module as webpack's stats tell of it. One that others were merged into holds them. */
type StatsModule = {
  /** Where it lies, absolute; null for what is no file. */
  readonly nameForCondition?: string | null
  readonly size: number
  /** Empty where it is in none. */
  readonly chunks: readonly (string | number)[]
  readonly modules?: readonly StatsModule[]
}

type Stats = {
  readonly chunks: readonly { readonly id: string | number; readonly files: readonly string[] }[]
  readonly modules: readonly StatsModule[]
}

/** A package whose code is in a bundle. */
export type BundledPackage = {
  /** Where it is installed, absolute. */
  readonly directory: string
  /** What of it is in the bundle, absolute. */
  readonly modules: readonly string[]
  /** How many bytes of it are in which file of the bundle. */
  readonly files: ReadonlyMap<string, number>
}

type Piece = {
  readonly directory: string
  readonly module: string
  readonly size: number
  readonly chunks: StatsModule['chunks']
}

/** What lies in a package lies in the innermost one. */
const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/

/** The packages in all chunks. */
export function packagesIn({ chunks, modules }: Stats): readonly BundledPackage[] {
  const fileOf = new Map(chunks.map(({ id, files: [file = ''] }) => [id, file]))
  const pieces = Map.groupBy(
    modules.flatMap((module) => piecesOf(module)),
    ({ directory }) => directory
  )
  return [...pieces].map(([directory, list]) => {
    const files = new Map<string, number>()
    for (const { size, chunks } of list)
      for (const file of chunks.map((chunk) => fileOf.get(chunk) ?? '')) files.set(file, (files.get(file) ?? 0) + size)
    return { directory, modules: list.map(({ module }) => module), files: new Map([...files].sort()) }
  })
}

/** Merged modules are in the chunks of the one that holds them. */
function piecesOf({ nameForCondition, size, chunks, modules }: StatsModule, holders = chunks): readonly Piece[] {
  if (modules) return modules.flatMap((module) => piecesOf(module, holders))
  const module = (nameForCondition ?? '').replaceAll('\\', '/')
  const [directory] = PACKAGE.exec(module) ?? []
  return directory === undefined || holders.length === 0 ? [] : [{ directory, module, size, chunks: holders }]
}
