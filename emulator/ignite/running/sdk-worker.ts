import type { Env } from '../model/model.ts'
import { createConversation } from './conversation.ts'
import { spawnGuarded } from './guarded-process.ts'
import { cutLines } from './line-cutter.ts'
import type { OnLog, Worker } from './worker.ts'

/** Before an answer of one of our SDKs; all else on stdout is what the handler prints. */
const MARK = '\x1e'

type Program = {
  readonly command: readonly string[]
  readonly directory: string
  readonly env: Env
  readonly onLog: OnLog
  /** How a reader calls it: `Go`. */
  readonly language: string
  /** What the code has to call or to name, or nothing answers. */
  readonly entry: string
}

/** Starts a process that answers one job after the other through one of our SDKs: jobs on stdin, answers on stdout. */
export function startSdkWorker({ command, directory, env, onLog, language, entry }: Program): Worker {
  const running = spawnGuarded(command, { cwd: directory, env })
  const conversation = createConversation((line) => running.stdin.write(line), running.kill)
  const stdout = cutLines((line) => {
    const at = line.indexOf(MARK)
    if (at !== 0) onLog('stdout', at < 0 ? line : line.slice(0, at))
    if (at >= 0) conversation.settle(JSON.parse(line.slice(at + 1)))
  })
  const stderr = cutLines((line) => onLog('stderr', line))
  running.stdout.on('data', stdout.write)
  running.stderr.on('data', stderr.write)
  const ended = running.ended.then(({ succeeded, how }) => {
    stdout.end()
    stderr.end()
    const why = succeeded ? `it has to come to ${entry}, and to stay there` : 'its log has the reason'
    conversation.settleAll({ kind: 'failed', error: `the ${language} process ended: ${how}; ${why}` })
  })
  return {
    get alive() {
      return running.alive
    },
    close: () => {
      running.kill()
      return ended
    },
    run: conversation.run,
    load: conversation.load
  }
}
