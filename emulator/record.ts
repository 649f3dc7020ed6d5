import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** Where an emulator listens, in the words of the line that it prints. */
export type Addresses = { readonly grpc: string; readonly auth: string; readonly public: string }

/** One file a user; the emulator that started last has it. */
function file(): string {
  return join(tmpdir(), `ignite-emulator.${userInfo().uid}.json`)
}

/** Leaves the addresses where `npm run deploy` finds them, until disposed. */
export function leaveRecord(addresses: Addresses): Disposable {
  const text = JSON.stringify(addresses)
  try {
    rmSync(file(), { force: true })
    writeFileSync(file(), text, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    // It can be done without, and the emulator's addresses are in its first line.
    process.stderr.write(`emulator: ${error instanceof Error ? error.message : error}\n`)
  }
  return {
    [Symbol.dispose]: () => {
      if (recorded() === text) rmSync(file(), { force: true })
    }
  }
}

/** The addresses of the emulator that was started last; it may have died. */
export function readRecord(): Addresses | undefined {
  const text = recorded()
  return text === undefined ? undefined : (JSON.parse(text) as Addresses)
}

function recorded(): string | undefined {
  try {
    // Anybody may write into the temporary directory.
    return statSync(file()).uid === userInfo().uid ? readFileSync(file(), 'utf8') : undefined
  } catch {
    return undefined
  }
}
