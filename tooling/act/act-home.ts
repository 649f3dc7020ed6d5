import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** What act takes of the environment: nothing that a job on GitHub would not have. */
type ActEnvironment = Readonly<Record<'PATH' | 'HOME' | 'XDG_CACHE_HOME' | 'XDG_CONFIG_HOME' | 'LANG', string>>

/** The folders of one run of act, which leaves megabytes in them, and the options that keep it to them and to this machine. */
export class ActHome implements Disposable {
  readonly #root = mkdtempSync(join(tmpdir(), 'ignite-act-'))

  constructor() {
    for (const folder of ['home', 'cache']) mkdirSync(this.#at(folder))
    // act reads all that lies where an action is, so it gets the action and not this clone.
    for (const part of ['action.yml', 'dist', 'sweep']) {
      cpSync(join(ROOT, part), this.#at('action', part), { recursive: true })
    }
  }

  /** Jobs run on this machine instead of in containers, and `dodil/ignite-deploy@v1` is this clone. */
  get options(): readonly string[] {
    return [
      ...['--platform', 'ubuntu-latest=-self-hosted'],
      ...['--local-repository', `dodil/ignite-deploy@v1=${this.#at('action')}`],
      ...['--action-cache-path', this.#at('cache')],
      ...['--no-cache-server', '--artifact-server-addr', '127.0.0.1'],
      // An app's own .env is no part of its workflow.
      ...['--env-file', devNull, '--input-file', devNull]
    ]
  }

  /** `node` is the one that this runs on: act takes the first of the path, whatever action.yml says. */
  get env(): ActEnvironment {
    const home = this.#at('home')
    const path = [dirname(process.execPath), process.env['PATH']].join(delimiter)
    return { PATH: path, HOME: home, XDG_CACHE_HOME: this.#at('cache'), XDG_CONFIG_HOME: home, LANG: 'C.UTF-8' }
  }

  [Symbol.dispose](): void {
    rmSync(this.#root, { recursive: true, force: true })
  }

  #at(...parts: readonly string[]): string {
    return join(this.#root, ...parts)
  }
}
