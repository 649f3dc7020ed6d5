import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Shorter ones are in many a package. */
const LINE_CHARACTERS = 40

/** Fewer may be chance. */
const LINES = 3

/**
 * Finds out whose code a text holds, by lines that are in one package alone: independent of what a bundler says of
 * itself.
 */
export class PackagesByText {
  /** Whose a line is; undefined where several have it. */
  readonly #owners = new Map<string, string | undefined>()

  /** @param packages Where they are installed, by their paths from the root. */
  constructor(root: string, packages: readonly string[]) {
    for (const place of packages) {
      const sources = globSync('**/*.{js,cjs,mjs}', {
        cwd: path.join(root, place),
        exclude: (name) => name === 'node_modules'
      })
      for (const source of sources) this.#learn(place, readFileSync(path.join(root, place, source), 'utf8'))
    }
  }

  /** The packages, by their paths from the root. */
  in(text: string): readonly string[] {
    const owners = [...new Set(linesOf(text))].flatMap((line) => this.#owners.get(line) ?? [])
    const counts = Map.groupBy(owners, (owner) => owner)
    return [...counts].filter(([, found]) => found.length >= LINES).map(([owner]) => owner)
  }

  #learn(place: string, source: string): void {
    for (const line of linesOf(source)) {
      const isOurs = !this.#owners.has(line) || this.#owners.get(line) === place
      this.#owners.set(line, isOurs ? place : undefined)
    }
  }
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length >= LINE_CHARACTERS)
}
