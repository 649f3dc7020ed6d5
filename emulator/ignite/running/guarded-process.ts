import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import type { Env } from '../model/model.ts'

export type GuardedProcess = {
  readonly stdin: Writable
  readonly stdout: Readable
  readonly stderr: Readable
  /** How it ended, once its pipes have been read to their end. */
  readonly ended: Promise<Ending>
  /** False once it has ended or is being killed. */
  readonly alive: boolean
  /** Ends it and all that it started, at once. */
  kill(): void
}

export type Ending = { readonly succeeded: boolean; readonly how: string }

/** Descriptor 3 ends when the emulator does, however it does; then the group is killed. */
const GUARD = '(read -r _ <&3; kill -KILL 0) >/dev/null 2>&1 & exec 3<&-; exec "$@"'

/** Starts a program, given by its absolute path, in a process group that does not outlive the emulator. */
export function spawnGuarded(
  command: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: Env }
): GuardedProcess {
  const child = spawn('/bin/sh', ['-c', GUARD, 'guard', ...command], {
    cwd,
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe', 'pipe']
  })
  const { promise: ended, resolve } = Promise.withResolvers<Ending>()
  let killed = false
  const kill = () => {
    killed = true
    killGroup(child)
  }
  child.on('error', (error) => resolve({ succeeded: false, how: error.message }))
  // The guard and what the program left running would keep the pipes open.
  child.on('exit', kill)
  child.on('close', (code, signal) => resolve({ succeeded: code === 0, how: signal ?? `exit code ${code}` }))
  // A program need not read its input.
  child.stdin.on('error', () => {})
  return {
    stdin: child.stdin,
    stdout: child.stdout,
    stderr: child.stderr,
    ended,
    get alive() {
      return !killed && child.exitCode === null && child.signalCode === null
    },
    kill
  }
}

/** Ends a child that leads a process group, with the group. */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // ESRCH: the group is gone already.
  }
}
