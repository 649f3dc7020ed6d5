import type { Env } from '../../model/model.ts'
import { type Ending, spawnGuarded } from '../../running/guarded-process.ts'
import type { Site } from './site.ts'

type Run = Pick<Site, 'say' | 'signal'> & { readonly cwd: string; readonly env: Env }

/** Runs a command of a build, passes on what it prints, and says how it ended. Throws the signal's reason. */
export async function runCommand(command: readonly string[], { cwd, env, say, signal }: Run): Promise<Ending> {
  signal.throwIfAborted()
  const running = spawnGuarded(command, { cwd, env })
  signal.addEventListener('abort', running.kill)
  running.stdin.end()
  running.stdout.on('data', say)
  running.stderr.on('data', say)
  const ending = await running.ended
  signal.removeEventListener('abort', running.kill)
  signal.throwIfAborted()
  return ending
}
