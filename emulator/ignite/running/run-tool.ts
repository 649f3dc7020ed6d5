import { stripVTControlCharacters } from 'node:util'
import { spawnGuarded } from './guarded-process.ts'
import { cutLines } from './line-cutter.ts'
import { type Preparation, PreparationError } from './runtime.ts'

/** Longer than any compile that somebody waits for; a download can hang for ever. */
const TIMEOUT_MINUTES = 15

type ToolRun = Pick<Preparation, 'directory' | 'tool' | 'say' | 'signal'> & {
  /** How a reader calls it: `cargo build`. */
  readonly name: string
  readonly args: readonly string[]
  /** Added to the emulator's own environment: mirrors, proxies and caches are configured there. */
  readonly env: Readonly<Record<string, string>>
}

/**
 * Runs a compiler in the code's directory, passes on its stderr, and gives its stdout. Throws PreparationError with the
 * compiler's last word on what is wrong.
 */
export async function runTool({ name, directory, tool, args, env, say, signal }: ToolRun): Promise<string> {
  const running = spawnGuarded([tool, ...args], { cwd: directory, env: { ...inherited(), ...env } })
  const late = AbortSignal.timeout(TIMEOUT_MINUTES * 60_000)
  const stop = AbortSignal.any([signal, late])
  stop.addEventListener('abort', running.kill)
  if (stop.aborted) running.kill()
  running.stdin.end()
  const reason = reasonFinder()
  const stdout: Buffer[] = []
  running.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
  running.stderr.on('data', (chunk: Buffer) => {
    reason.write(chunk)
    say(chunk)
  })
  const { succeeded, how } = await running.ended
  stop.removeEventListener('abort', running.kill)
  signal.throwIfAborted()
  if (late.aborted) throw new PreparationError(`${name} did not end within ${TIMEOUT_MINUTES} minutes`)
  if (!succeeded) throw new PreparationError(`${name} ended with ${how}${reason.found()}`)
  return Buffer.concat(stdout).toString()
}

function inherited(): Record<string, string> {
  const set = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return Object.fromEntries(set)
}

/** The last line that calls itself an error, else the last line at all. */
function reasonFinder(): { write(chunk: Uint8Array): void; found(): string } {
  let last = ''
  let lastError = ''
  const lines = cutLines((line) => {
    const text = stripVTControlCharacters(line).trim()
    if (text !== '') last = text
    if (/^error\b/i.test(text)) lastError = text.replace(/^error: /i, '')
  })
  return {
    write: lines.write,
    found: () => {
      lines.end()
      const said = lastError || last
      return said && `: ${said}`
    }
  }
}
