import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** What act takes of the environment: nothing that a job on GitHub would not have. */
type ActEnvironment = Readonly<Record<'PATH' | 'HOME' | 'XDG_CACHE_HOME' | 'XDG_CONFIG_HOME' | 'LANG', string>>

/**
 * act 0.2.89 does not wait for what a failing step has printed last (HostEnvironment returns before it has read its
 * terminal), and on a busy machine loses it: what fails stays a little longer.
 */
const LINGERING_BASH = `#!/bin/sh
'${pathOf('bash')}' "$@"
code=$?
[ "$code" = 0 ] || sleep 0.5
exit "$code"
`
const LINGERING_NODE = `--import=data:text/javascript,${encodeURIComponent(
  "process.on('exit', (code) => code && Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500))"
)}`

/** The folders of one run of act, which leaves megabytes in them, and the options that keep it to them and to this machine. */
export class ActHome implements Disposable {
  readonly #root = mkdtempSync(join(tmpdir(), 'ignite-act-'))

  constructor() {
    for (const folder of ['home', 'cache', 'programs']) mkdirSync(this.#at(folder))
    writeFileSync(this.#at('programs', 'bash'), LINGERING_BASH, { mode: 0o755 })
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
      ...['--env-file', devNull, '--input-file', devNull],
      ...['--env', `NODE_OPTIONS=${LINGERING_NODE}`]
    ]
  }

  /** `node` is the one that this runs on: act takes the first of the path, whatever action.yml says. */
  get env(): ActEnvironment {
    const home = this.#at('home')
    const path = [this.#at('programs'), dirname(process.execPath), process.env['PATH']].join(delimiter)
    return { PATH: path, HOME: home, XDG_CACHE_HOME: this.#at('cache'), XDG_CONFIG_HOME: home, LANG: 'C.UTF-8' }
  }

  [Symbol.dispose](): void {
    rmSync(this.#root, { recursive: true, force: true })
  }

  #at(...parts: readonly string[]): string {
    return join(this.#root, ...parts)
  }
}

function pathOf(program: string): string {
  const places = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, program))
  return places.find((file) => existsSync(file)) ?? program
}
