import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import path from 'node:path'
import { ActHome } from '../../../tooling/act/act-home.ts'
import { ActLog } from './act-log.ts'
import { runAct } from './act-process.ts'

const PROGRAMS = '.git/programs'

/** A folder that becomes a git repository, and whose workflows act runs. */
export class ActRepository implements Disposable {
  readonly path = mkdtempSync(path.join(tmpdir(), 'ignite-act-repository-'))

  constructor() {
    this.#git('init', '--quiet', '--initial-branch', 'main')
  }

  write(file: string, text: string): void {
    const where = path.join(this.path, file)
    mkdirSync(path.dirname(where), { recursive: true })
    writeFileSync(where, text)
  }

  /** What a job finds by that name before all else. */
  program(name: string, script: string): void {
    this.write(path.join(PROGRAMS, name), `#!/bin/sh\n${script}\n`)
    chmodSync(path.join(this.path, PROGRAMS, name), 0o755)
  }

  /** Commits all that lies there, and gives the commit. */
  commit(): string {
    // It is a whole clone at times, and nobody keeps it.
    this.#git('-c', 'core.looseCompression=0', 'add', '--all')
    this.#git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', 'commit', '--quiet', '--message', 'Work')
    return this.#git('rev-parse', 'HEAD').trim()
  }

  /** `options` are those of act. */
  async run(event: string, workflow: string, options: readonly string[], payload: object = {}) {
    using home = new ActHome()
    this.write('.git/event.json', JSON.stringify(payload))
    const workflows = ['--workflows', `.github/workflows/${workflow}`, '--eventpath', '.git/event.json']
    const args = [event, '--json', ...workflows, ...home.options, ...options]
    const env = { ...home.env, PATH: [path.join(this.path, PROGRAMS), home.env.PATH].join(path.delimiter) }
    const { exitCode, stdout, stderr } = await runAct(args, { cwd: this.path, env, cancelAt: undefined })
    return { exitCode, stderr, log: new ActLog(stdout) }
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true })
  }

  #git(...args: readonly string[]): string {
    // What this machine's user has set, such as hooks, is none of the repository's.
    const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' }
    return execFileSync('git', args, { cwd: this.path, env, encoding: 'utf8' })
  }
}
