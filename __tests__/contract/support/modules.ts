import path from 'node:path'

/** A source file as far as the rules of the house look at it. */
export type Module = {
  /** POSIX path from the root of the repository. */
  readonly file: string
  readonly imports: readonly Import[]
  /** Names that it exports by declaring them. */
  readonly exports: readonly string[]
}

export type Import = {
  /** The file that is imported, by its path from the root; a package by its name. */
  readonly target: string
  /** The names taken from it. Of a namespace, the members that are used. */
  readonly names: readonly string[]
}

const STATEMENT = /^(?:import|export)\b([^'"`;]*?)\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm
const DECLARATION =
  /^export (?:abstract )?(?:async )?(?:function\*?|const|let|class|type|interface|enum) (?:\{[^}]*\}|([\w$]+))/gm

/** Reads a file's imports and exports. What is written another way than the formatter writes it is not seen. */
export function readModule(file: string, text: string): Module {
  return {
    file,
    imports: [...text.matchAll(STATEMENT)].map((statement) => importOf(file, text, statement)),
    exports: [...text.matchAll(DECLARATION)].flatMap(([, name]) => (name ? [name] : []))
  }
}

function importOf(file: string, text: string, [statement, clause = '', from, bare, lazy]: RegExpMatchArray): Import {
  const specifier = from ?? bare ?? lazy ?? ''
  const target = specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : specifier
  const namespace = /\* as (\w+)/.exec(clause)?.[1]
  if (namespace) return { target, names: membersOf(namespace, text) }
  const inside = /\{([\s\S]*)\}/.exec(clause)?.[1] ?? ''
  const names = inside.split(',').map(
    (each) =>
      each
        .trim()
        .replace(/^type /, '')
        .split(/\s+as\s+/)[0] ?? ''
  )
  const lazily = lazy ? [...text.matchAll(/\(\{ ([\w, ]+) \}\) =>/g)].flatMap(([, list = '']) => list.split(', ')) : []
  return { target, names: [...names.filter((name) => name !== ''), ...lazily, ...destructured(text, statement)] }
}

/** `const { a } = await import('./b.ts')`. */
function destructured(text: string, statement: string): readonly string[] {
  if (!statement.startsWith('import(')) return []
  const before = text.slice(0, text.indexOf(statement))
  const [, list = ''] = /const \{ ([\w, ]+) \} = (?:await )?$/.exec(before) ?? []
  return list.split(', ').filter((name) => name !== '')
}

function membersOf(namespace: string, text: string): readonly string[] {
  return [...text.matchAll(new RegExp(`\\b${namespace}\\.(\\w+)`, 'g'))].map(([, name = '']) => name)
}
