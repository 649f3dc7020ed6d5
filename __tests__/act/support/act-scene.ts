import { execFileSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { devNull } from 'node:os'
import path from 'node:path'
import { expect } from '@jest/globals'
import { DEFAULT_ACCOUNT, type Emulator, type EmulatorOptions, startEmulator } from '../../../emulator/start.ts'
import type { GitHub } from '../../../runner/github/github-server.ts'
import { ActHome } from '../../../tooling/act/act-home.ts'
import { Workspace } from '../../support/deploying.ts'
import { ActLog } from './act-log.ts'
import { runAct } from './act-process.ts'

const REPOSITORY = path.resolve(import.meta.dirname, '../repository')
const SECRETS = { DODIL_SA_SECRET: DEFAULT_ACCOUNT.secret, GITHUB_TOKEN: 'ghs_token' }

type Triggered = {
  /** By which event; a push where nothing is said. */
  readonly event?: string
  /** What GitHub would tell of that event. */
  readonly payload?: object
  readonly secrets?: Readonly<Record<string, string>>
  /** What a step prints when somebody cancels the run. */
  readonly cancelAt?: string
  /** What act is told besides. */
  readonly options?: readonly string[]
  /** How its jobs end. */
  readonly jobs: Readonly<Record<string, 'success' | 'failure'>>
}

/** A user's repository with a commit, an Ignite, and a GitHub where a test has one. */
export class ActScene implements AsyncDisposable {
  readonly workspace: Workspace
  readonly emulator: Emulator
  readonly #github: GitHub | undefined

  private constructor(workspace: Workspace, emulator: Emulator, github: GitHub | undefined) {
    this.workspace = workspace
    this.emulator = emulator
    this.#github = github
    cpSync(REPOSITORY, this.workspace.path, { recursive: true })
    this.#git('init', '--quiet', '--initial-branch', 'main')
    this.#git('remote', 'add', 'origin', 'https://github.com/octo-org/octo-app.git')
    this.commit()
  }

  /** @param known What the emulator knows of the world, for the path of the repository. */
  static async start(github?: GitHub, known: (repository: string) => EmulatorOptions = () => ({})): Promise<ActScene> {
    const workspace = new Workspace()
    return new ActScene(workspace, await startEmulator(known(workspace.path)), github)
  }

  /** All that lies there. */
  commit(): void {
    this.#git('add', '--all')
    this.#git(
      '-c',
      'user.name=Ada',
      '-c',
      'user.email=ada@example.org',
      'commit',
      '--quiet',
      '--allow-empty',
      '--message',
      'Work'
    )
  }

  /** Runs a workflow to its end, and looks at how its jobs ended. */
  async run(workflow: string, { event = 'push', payload = {}, jobs, ...given }: Triggered): Promise<ActLog> {
    using home = new ActHome()
    this.workspace.write('.git/event.json', JSON.stringify(payload))
    const { secrets = SECRETS, cancelAt, options = [] } = given
    const args = [
      ...[event, '--json', '--workflows', `.github/workflows/${workflow}`, '--eventpath', '.git/event.json'],
      ...pairs('--var', this.#variables),
      ...pairs('--env', this.#env),
      ...pairs('--secret', secrets),
      ...options
    ]
    const { exitCode, stdout, stderr } = await runAct([...home.options, ...args], {
      cwd: this.workspace.path,
      env: home.env,
      cancelAt
    })
    const log = new ActLog(stdout)
    const text = `${log.text}\n${stderr}`
    const isRed = Object.values(jobs).includes('failure')
    expect({ exitCode, jobs: log.jobs, text }).toEqual({ exitCode: isRed ? 1 : 0, jobs, text })
    return log
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.emulator.close()
    this.workspace[Symbol.dispose]()
  }

  get #variables() {
    const { grpc, tokenUrl } = this.emulator
    return { IGNITE_ENDPOINT: grpc, IGNITE_AUTH_URL: tokenUrl, DODIL_SA_ID: DEFAULT_ACCOUNT.id }
  }

  /** act takes from there where GitHub's API is. */
  get #env(): Readonly<Record<string, string>> {
    const context = Object.entries(this.#github?.context ?? {})
    return Object.fromEntries(context.map(([name, value]) => [`GITHUB_${name.toUpperCase()}`, value]))
  }

  #git(...args: readonly string[]): void {
    // What this machine's user has set, such as hooks, is none of the scene's.
    const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' }
    execFileSync('git', args, { cwd: this.workspace.path, env })
  }
}

function pairs(option: string, values: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => [option, `${name}=${value}`])
}
