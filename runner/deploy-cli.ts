import { readRecord } from '../emulator/record.ts'
import { startEmulator } from '../emulator/start.ts'
import { DEPLOY_HELP, DeployUsageError, readDeployArguments } from './deploy-arguments.ts'
import { deployFolder, type FolderDeployment } from './deploy-folder.ts'
import { FolderChanges } from './folder-changes.ts'

const write = (text: string) => void process.stdout.write(text)

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1
} catch (error) {
  if (!(error instanceof DeployUsageError)) throw error
  process.stderr.write(`deploy: ${error.message}\n`)
  process.exitCode = 2
}

async function main(args: readonly string[]): Promise<boolean> {
  // npm runs its scripts in the package's directory, and says where it was called.
  const { help, watch: again, source, inputs } = readDeployArguments(args, process.env['INIT_CWD'] ?? process.cwd())
  if (help) {
    write(DEPLOY_HELP)
    return true
  }
  const stopped = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort())
  await using own = await startUnlessRunning()
  const deployment = { source, inputs, emulator: own.addresses, write, signal: stopped.signal }
  using changes = again ? new FolderChanges(source, stopped.signal) : undefined
  const worked = await deployFolder(deployment)
  if (changes) await deployOnChange(deployment, changes)
  else if (own.isNew)
    write('\nThe emulator ends with this command. `npm run emulator` keeps one, and --watch goes on.\n')
  return worked
}

async function startUnlessRunning() {
  const addresses = readRecord()
  if (addresses && (await isEmulator(addresses.public))) {
    write(`Using the emulator at ${addresses.grpc}.\n\n`)
    return { addresses, isNew: false, [Symbol.asyncDispose]: async () => {} }
  }
  const started = await startEmulator()
  const { grpc, tokenUrl: auth, public: web } = started
  write(`No emulator is running: started one at ${grpc}.\n\n`)
  return { addresses: { grpc, auth, public: web }, isNew: true, [Symbol.asyncDispose]: () => started.close() }
}

/** Somebody else may have the port by now. */
async function isEmulator(url: string): Promise<boolean> {
  const page = await fetch(url).then(
    (answer) => answer.text(),
    () => ''
  )
  return page.includes('<title>Ignite emulator</title>')
}

async function deployOnChange(deployment: FolderDeployment, changes: AsyncIterable<unknown>): Promise<void> {
  const { source, signal } = deployment
  write(`\nWatching ${source}; Ctrl+C ends.\n`)
  for await (const _ of changes) {
    await deployFolder(deployment)
    if (!signal.aborted) write(`\nWatching ${source}; Ctrl+C ends.\n`)
  }
}
