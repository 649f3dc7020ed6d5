import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { COMPILE_CACHE } from '../../support/compile-cache.ts'

const PROGRAM = join(import.meta.dirname, '../../../emulator/main.ts')

/** An emulator in a process of its own, and where it listens. Disposing kills it. */
export type Started = AsyncDisposable & {
  readonly child: ChildProcessByStdio<null, Readable, null>
  readonly grpc: string
  readonly auth: string
  readonly public: string
}

export async function spawnEmulator(args: readonly string[], env: Record<string, string> = {}): Promise<Started> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...process.env, ...COMPILE_CACHE, ...env },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const [line] = await once(createInterface(child.stdout), 'line')
  return { child, ...JSON.parse(line), [Symbol.asyncDispose]: () => kill(child) }
}

/** Kills it without a warning. */
export function killed({ child }: Started): Promise<void> {
  return kill(child)
}

async function kill(child: Started['child']): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}

export function alive(pid: number): boolean {
  try {
    // A process that nobody has waited for yet is still listed.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
