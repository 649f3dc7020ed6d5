import { type ChildProcess, spawn } from 'node:child_process'
import type { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { LogLine } from '../model/model.ts'
import { createConversation } from '../running/conversation.ts'
import { killGroup } from '../running/guarded-process.ts'
import { cutLines } from '../running/line-cutter.ts'
import type { Start } from '../running/runtime.ts'
import type { OnLog, Outcome, Worker } from '../running/worker.ts'

const PROGRAM = fileURLToPath(new URL('worker.py', import.meta.url))

/** Starts one Python process for one code directory and one environment. */
export function startPythonWorker({ tool, directory, env, onLog }: Omit<Start, 'built'>): Worker {
  // A process group of its own, so that what the handler started ends with it.
  const child = spawn(tool, [PROGRAM, directory], {
    cwd: directory,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe']
  })
  const requests = child.stdio[3] as Writable
  // A worker that has died is reported by its end; the pipe's own error would say nothing more.
  requests.on('error', () => {})
  let closing = false
  const close = () => {
    closing = true
    killGroup(child)
    return ended
  }
  const conversation = createConversation(
    (line) => requests.write(line),
    () => void close()
  )
  readOutput(child, onLog, conversation.settle)
  const ended = endOf(child).then((how) => {
    const error = `the Python process ended: ${how}`
    conversation.settleAll({ kind: 'failed', error, type: 'ProcessEnded', traceback: '' })
  })
  return {
    get alive() {
      return !closing && child.exitCode === null && child.signalCode === null
    },
    close,
    run: conversation.run
  }
}

function readOutput(child: ChildProcess, onLog: OnLog, onAnswer: (id: string, outcome: Outcome) => void): void {
  // The private pipe carries what Python prints; the process's own streams what C code and other programs print.
  const cutters = {
    stdout: cutLines((line) => onLog('stdout', line)),
    stderr: cutLines((line) => onLog('stderr', line))
  }
  const answers = cutLines((line) => {
    const message = JSON.parse(line)
    if ('log' in message) return cutters[message.stream as LogLine['stream']].write(Buffer.from(message.log, 'base64'))
    const { id, output, error, type, traceback } = message
    cutters.stdout.end()
    cutters.stderr.end()
    onAnswer(id, output === undefined ? { kind: 'failed', error, type, traceback } : completed(output))
  })
  child.stdio[4]?.on('data', (chunk: Buffer) => answers.write(chunk))
  child.stdout?.on('data', (chunk: Buffer) => cutters.stdout.write(chunk))
  child.stderr?.on('data', (chunk: Buffer) => cutters.stderr.write(chunk))
  child.on('close', () => {
    cutters.stdout.end()
    cutters.stderr.end()
  })
}

function completed(output: string): Outcome {
  return { kind: 'completed', output: Buffer.from(output) }
}

/** How the process ended, once its pipes have been read to their end. */
function endOf(child: ChildProcess): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  child.on('error', (error) => resolve(error.message))
  // What the handler left running would keep the pipes open.
  child.on('exit', () => killGroup(child))
  child.on('close', (code, signal) => resolve(signal ?? `exit code ${code}`))
  return promise
}
