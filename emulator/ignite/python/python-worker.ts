import { type ChildProcess, spawn } from 'node:child_process'
import type { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { LogLine } from '../model/model.ts'
import { type Answer, createConversation } from '../running/conversation.ts'
import { killGroup } from '../running/guarded-process.ts'
import { cutLines } from '../running/line-cutter.ts'
import type { Start } from '../running/runtime.ts'
import type { OnLog, Worker } from '../running/worker.ts'

const PROGRAM = fileURLToPath(new URL('worker.py', import.meta.url))

type PythonStart = Omit<Start, 'built' | 'code'> & { readonly parsed: boolean }

/** Starts one Python process for one code directory and one environment. */
export function startPythonWorker({ tool, directory, env, onLog, parsed }: PythonStart): Worker {
  // A process group of its own, so that what the handler started ends with it.
  const child = spawn(tool, [PROGRAM, directory, ...(parsed ? ['parsed'] : [])], {
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
    conversation.settleAll({ kind: 'failed', error: `the Python process ended: ${how}` })
  })
  return {
    get alive() {
      return !closing && child.exitCode === null && child.signalCode === null
    },
    close,
    run: conversation.run,
    load: conversation.load
  }
}

function readOutput(child: ChildProcess, onLog: OnLog, onAnswer: (answer: Answer) => void): void {
  // The private pipe carries what Python prints; the process's own streams what C code and other programs print.
  const cutters = {
    stdout: cutLines((line) => onLog('stdout', line)),
    stderr: cutLines((line) => onLog('stderr', line))
  }
  const answers = cutLines((line) => {
    const message = JSON.parse(line)
    if ('log' in message) return cutters[message.stream as LogLine['stream']].write(Buffer.from(message.log, 'base64'))
    cutters.stdout.end()
    cutters.stderr.end()
    onAnswer(message)
  })
  child.stdio[4]?.on('data', (chunk: Buffer) => answers.write(chunk))
  child.stdout?.on('data', (chunk: Buffer) => cutters.stdout.write(chunk))
  child.stderr?.on('data', (chunk: Buffer) => cutters.stderr.write(chunk))
  child.on('close', () => {
    cutters.stdout.end()
    cutters.stderr.end()
  })
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
