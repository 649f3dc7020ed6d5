/** The packed files' paths, to be asked many times. */
export class PathIndex {
  readonly #paths: ReadonlySet<string>
  readonly #byName = new Map<string, string[]>()

  /** @param paths Relative to the archive's root. */
  constructor(paths: readonly string[]) {
    this.#paths = new Set(paths)
    for (const path of this.#paths) {
      const name = lastPart(path)
      const same = this.#byName.get(name)
      if (same) same.push(path)
      else this.#byName.set(name, [path])
    }
  }

  has(path: string): boolean {
    return this.#paths.has(path)
  }

  /** The one path that is `path` under some directories; undefined where none or several are. */
  onlyOneEndingIn(path: string): string | undefined {
    const ending = `/${path}`
    const found = (this.#byName.get(lastPart(path)) ?? []).filter((packed) => packed.endsWith(ending))
    return found.length === 1 ? found[0] : undefined
  }
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
