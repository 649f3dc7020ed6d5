import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** What rows share: a directory that is removed at the end, and whatever is made once for several rows. */
export class Scene implements AsyncDisposable {
  readonly directory = mkdtempSync(path.join(tmpdir(), 'bench-'))
  readonly #held = new AsyncDisposableStack()
  readonly #made = new Map<string, Promise<unknown>>()

  /** A path of that name in the directory. */
  at(name: string): string {
    return path.join(this.directory, name)
  }

  /** Made by the first who asks. The type of a name is always the same. */
  once<T>(name: string, make: () => T | Promise<T>): Promise<T> {
    const made = this.#made.get(name) ?? (async () => await make())()
    this.#made.set(name, made)
    return made as Promise<T>
  }

  /** Closed at the end. */
  hold<T extends AsyncDisposable>(it: T): T {
    return this.#held.use(it)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#held.disposeAsync()
    rmSync(this.directory, { recursive: true, force: true })
  }
}
