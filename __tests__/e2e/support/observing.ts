import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** One stage, as its own process saw it. */
export type Seen = {
  readonly script: string
  /** URLs of the modules that were loaded, `node:` ones among them. */
  readonly loaded: readonly string[]
  /** Node's own modules that were loaded, as `NativeModule http2`. */
  readonly builtins: readonly string[]
  /** The runner's files before the runner has masked anything. */
  readonly summary: string
  readonly output: string
  readonly state: string
  readonly environment: string
  /** The most memory that it had. */
  readonly peakBytes: number
  /** How often the summary was written. */
  readonly summaries: number
  /** How long it waited for something between the last that it printed and its exit; a busy machine adds nothing. */
  readonly idleMs: number
}

const HOOK = pathToFileURL(path.join(import.meta.dirname, 'observer.mjs')).href

/** Looks into the stages of a run. Give `env` to the run, and read `stages` when they have ended. */
export class Observer implements Disposable {
  readonly #directory = mkdtempSync(path.join(tmpdir(), 'observed-'))
  readonly #file = path.join(this.#directory, 'stages.jsonl')

  get env(): Readonly<Record<string, string>> {
    return { NODE_OPTIONS: `--import=${HOOK}`, OBSERVED_IN: this.#file }
  }

  /** A stage that was killed is not among them. */
  get stages(): readonly Seen[] {
    if (!existsSync(this.#file)) return []
    return readFileSync(this.#file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  }

  [Symbol.dispose](): void {
    rmSync(this.#directory, { recursive: true, force: true })
  }
}
