import { appendFileSync } from 'node:fs'
import { HELP, readArguments, UsageError } from './arguments.ts'
import { StoreError } from './ignite/sqlite/sqlite-store.ts'
import { type EmulatorOptions, startEmulator } from './start.ts'
import { FaultScriptError, readFaultScript } from './wire/faults/fault-script.ts'

await main(process.argv.slice(2))

/** One line of JSON on stdout says that the emulator is ready and where; everything else goes to stderr. */
async function main(args: readonly string[]): Promise<void> {
  try {
    const { help, faultsFile, journalFile, ...options } = readArguments(args)
    if (help) return void process.stdout.write(HELP)
    const faults = faultsFile === undefined ? [] : await readFaultScript(faultsFile)
    await run({ ...options, faults, ...(journalFile === undefined ? {} : journalTo(journalFile)) })
  } catch (error) {
    if (!isUsers(error)) throw error
    process.stderr.write(`emulator: ${error.message}\n`)
    process.exitCode = 2
  }
}

async function run(options: EmulatorOptions): Promise<void> {
  const stopped = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.resolve())
  await using emulator = await startEmulator(options)
  const { grpc, tokenUrl, public: web } = emulator
  process.stdout.write(`${JSON.stringify({ grpc, auth: tokenUrl, public: web })}\n`)
  await stopped.promise
}

function journalTo(file: string): Pick<EmulatorOptions, 'onCall'> {
  // A file that cannot be written is found now, not in the middle of a call.
  appendFileSync(file, '')
  return { onCall: (entry) => appendFileSync(file, `${JSON.stringify(entry)}\n`) }
}

/** A mistake in the command line or in a file that it names, as opposed to one of ours. */
function isUsers(error: unknown): error is Error {
  if (error instanceof UsageError || error instanceof FaultScriptError || error instanceof StoreError) return true
  return error instanceof Error && 'syscall' in error && (error.syscall === 'listen' || error.syscall === 'open')
}
