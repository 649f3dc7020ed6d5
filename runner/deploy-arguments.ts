import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readPairs } from './pairs.ts'

export const DEPLOY_HELP = `Deploys a folder to an emulator on this machine with the built action, and calls it.

  npm run deploy -- DIR [--app NAME] [--with KEY=VALUE]... [--watch]

  DIR               the app: a folder (or a file) with handler.py, main.go, src/lib.rs and Cargo.toml, or main.ts
  --app NAME        its name; by default the folder's
  --with KEY=VALUE  an input of the action (README.md lists them), such as
                      --with runtime=python
                      --with env=MODE=test
                      --with dockerfile-path=Dockerfile
                      --with test-payload='{"name":"Ada"}'   (also what the app is called with; without it {})
  --watch           deploys again whenever a file of the folder changes, until Ctrl+C

An emulator that runs already (npm run emulator) is used. Otherwise one is started, and ends with this command.
Exit code: 0 when the app was deployed and answered, 1 when not, 2 when the command cannot be used.
`

/** The command line cannot be used; the message says what to write. */
export class DeployUsageError extends Error {
  constructor(message: string) {
    super(`${message}. --help shows how to use it.`)
    this.name = new.target.name
  }
}

type DeployArguments = {
  readonly help: boolean
  readonly watch: boolean
  /** What to deploy, as an absolute path. */
  readonly source: string
  readonly inputs: Readonly<Record<string, string>>
}

/** Reads the command line; relative paths start at `from`. Throws DeployUsageError. */
export function readDeployArguments(args: readonly string[], from: string): DeployArguments {
  const { values, positionals } = parsed(args)
  const [given, ...more] = positionals
  const help = values.help ?? false
  if (help) return { help, watch: false, source: '', inputs: {} }
  if (given === undefined) throw new DeployUsageError('name the folder to deploy')
  if (more.length > 0) throw new DeployUsageError(`name one folder, not ${positionals.join(' and ')}`)
  const source = path.resolve(from, given)
  if (!existsSync(source)) throw new DeployUsageError(`there is no ${source}`)
  const app = values.app ?? appNameOf(source)
  return { help, watch: values.watch ?? false, source, inputs: { app, ...pairs(values.with ?? []) } }
}

function parsed(args: readonly string[]) {
  const options = {
    app: { type: 'string' },
    with: { type: 'string', multiple: true },
    watch: { type: 'boolean' },
    help: { type: 'boolean' }
  } as const
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new DeployUsageError(error instanceof Error ? error.message : String(error))
  }
}

function pairs(given: readonly string[]): Readonly<Record<string, string>> {
  return readPairs(given, (pair) => {
    throw new DeployUsageError(`--with must be KEY=VALUE, but is ${pair}`)
  })
}

/** The folder's name, with what no app's name may hold left out. */
function appNameOf(source: string): string {
  const name = path
    .basename(source)
    .toLowerCase()
    .replace(/\.\w+$/, '')
  return (
    name
      .replace(/[^a-z0-9._-]+/g, '-')
      .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
      .slice(0, 63) || 'app'
  )
}
