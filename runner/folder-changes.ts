import { type FSWatcher, watch } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Editors write a file in several steps. */
const QUIET_MS = 200

const NOT_SOURCE = /(?:^|\/)(?:\.git|node_modules|__pycache__|target)(?:\/|$)/

/**
 * The changes of a folder, one for each burst, from the moment that this is made: what changes while the last one is
 * dealt with is not lost. Ends with `signal`.
 */
export class FolderChanges {
  readonly #watcher: FSWatcher
  readonly #signal: AbortSignal
  #changed = Promise.withResolvers<void>()

  constructor(folder: string, signal: AbortSignal) {
    this.#signal = signal
    this.#watcher = watch(folder, { recursive: true }, (_event, filename) => {
      if (!NOT_SOURCE.test(filename ?? '')) this.#changed.resolve()
    })
    this.#watcher.once('error', (error) => this.#changed.reject(error))
    signal.addEventListener('abort', () => this.#changed.resolve(), { once: true })
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<void> {
    while (true) {
      await this.#changed.promise
      if (this.#signal.aborted) return
      await sleep(QUIET_MS)
      this.#changed = Promise.withResolvers()
      yield
    }
  }

  [Symbol.dispose](): void {
    this.#watcher.close()
  }
}
