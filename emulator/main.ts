import { appendFileSync } from 'node:fs'
import { HELP, readArguments, UsageError } from './arguments.ts'
import { greeting, narrator } from './console.ts'
import { StoreError } from './ignite/sqlite/sqlite-store.ts'
import { leaveRecord } from './record.ts'
import { type EmulatorOptions, startEmulator } from './start.ts'
import { FaultScriptError, readFaultScript } from './wire/faults/fault-script.ts'

await main(process.argv.slice(2))

/** Says on stdout that the emulator is ready and where: to a terminal in words, else in one line of JSON. */
async function main(args: readonly string[]): Promise<void> {
  try {
    const { help, faultsFile, journalFile, ...options } = readArguments(args)
    if (help) return void process.stdout.write(HELP)
    const faults = faultsFile === undefined ? [] : await readFaultScript(faultsFile)
    const journal = journalFile === undefined ? undefined : journalTo(journalFile)
    await run({ ...options, faults }, journal)
  } catch (error) {
    if (!isUsers(error)) throw error
    process.stderr.write(`emulator: ${error.message}\n`)
    process.exitCode = 2
  }
}

type OnCall = NonNullable<EmulatorOptions['onCall']>

async function run(options: EmulatorOptions, journal: OnCall = () => {}): Promise<void> {
  const stopped = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.resolve())
  const terminal = process.stdout.isTTY ? narrator((line) => process.stdout.write(`${line}\n`)) : undefined
  const onCall: OnCall = (entry) => {
    journal(entry)
    terminal?.onCall(entry)
  }
  await using emulator = await startEmulator({ ...options, ...terminal, onCall })
  const { grpc, tokenUrl: auth, public: web } = emulator
  const addresses = { grpc, auth, public: web }
  using _record = leaveRecord(addresses)
  process.stdout.write(terminal ? greeting(emulator) : `${JSON.stringify(addresses)}\n`)
  await stopped.promise
}

function journalTo(file: string): OnCall {
  // A file that cannot be written is found now, not in the middle of a call.
  appendFileSync(file, '')
  return (entry) => appendFileSync(file, `${JSON.stringify(entry)}\n`)
}

/** A mistake in the command line or in a file that it names, as opposed to one of ours. */
function isUsers(error: unknown): error is Error {
  if (error instanceof UsageError || error instanceof FaultScriptError || error instanceof StoreError) return true
  return error instanceof Error && 'syscall' in error && (error.syscall === 'listen' || error.syscall === 'open')
}
