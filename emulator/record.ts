import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** Where an emulator listens, in the words of the line that it prints. */
export type Addresses = { readonly grpc: string; readonly auth: string; readonly public: string }

type EmulatorRecord = Addresses & { readonly pid: number }

/** One file a user: the emulator that is there first has it. */
function file(): string {
  return join(tmpdir(), `ignite-emulator.${userInfo().uid}.json`)
}

/** Leaves the addresses where `npm run deploy` finds them, until disposed. */
export function leaveRecord(addresses: Addresses): Disposable {
  if (readRecord() === undefined) write({ ...addresses, pid: process.pid })
  return {
    [Symbol.dispose]: () => {
      if (recorded()?.pid === process.pid) rmSync(file(), { force: true })
    }
  }
}

function write(record: EmulatorRecord): void {
  try {
    rmSync(file(), { force: true })
    writeFileSync(file(), JSON.stringify(record), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    // It can be done without: the emulator says where it listens.
    process.stderr.write(`emulator: ${error instanceof Error ? error.message : error}\n`)
  }
}

/** The addresses of the emulator that runs; undefined where there is none. */
export function readRecord(): Addresses | undefined {
  const record = recorded()
  return record && isAlive(record.pid) ? record : undefined
}

function recorded(): EmulatorRecord | undefined {
  try {
    // Anybody may write into the temporary directory.
    return statSync(file()).uid === userInfo().uid ? JSON.parse(readFileSync(file(), 'utf8')) : undefined
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
