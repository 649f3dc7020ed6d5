import { createConversation } from '../running/conversation.ts'
import { spawnGuarded } from '../running/guarded-process.ts'
import { cutLines } from '../running/line-cutter.ts'
import type { Start } from '../running/runtime.ts'
import type { Outcome, Worker } from '../running/worker.ts'

/** Before an answer of the SDK's bootstrap.ts; all else on stdout is what the handler prints. */
const MARK = '\x1e'

/** Starts one Deno process, which answers one job after the other through the SDK that lies in the code. */
export function startDenoWorker(start: Omit<Start, 'built'> & { readonly entry: string }): Worker {
  const { tool, entry, directory, env, onLog } = start
  const args = ['run', '--quiet', '--no-prompt', '--allow-all', entry]
  const running = spawnGuarded([tool, ...args], { cwd: directory, env })
  const conversation = createConversation((line) => running.stdin.write(line), running.kill)
  const stdout = cutLines((line) => {
    const at = line.indexOf(MARK)
    if (at !== 0) onLog('stdout', at < 0 ? line : line.slice(0, at))
    if (at < 0) return
    const answer: Answer = JSON.parse(line.slice(at + 1))
    conversation.settle(answer.id, outcomeOf(answer))
  })
  const stderr = cutLines((line) => onLog('stderr', line))
  running.stdout.on('data', stdout.write)
  running.stderr.on('data', stderr.write)
  const ended = running.ended.then(({ how }) => {
    stdout.end()
    stderr.end()
    const error = `the Deno process ended: ${how}; its log has the reason`
    conversation.settleAll({ kind: 'failed', error, type: 'ProcessEnded', traceback: '' })
  })
  return {
    get alive() {
      return running.alive
    },
    close: () => {
      running.kill()
      return ended
    },
    run: conversation.run
  }
}

type Answer = { readonly id: string; readonly output?: string; readonly error?: string; readonly stack?: string }

function outcomeOf({ output, error = '', stack = '' }: Answer): Outcome {
  if (output === undefined) return { kind: 'failed', error, type: 'Error', traceback: stack }
  return { kind: 'completed', output: Buffer.from(output) }
}
