import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { installAct } from '../../../tooling/act/act-program.ts'

type ActOptions = {
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  /** What a step prints when somebody cancels the run. */
  readonly cancelAt: string | undefined
}

/** Runs act with `--json` to its end. */
export async function runAct(args: readonly string[], { cwd, env, cancelAt }: ActOptions) {
  const child = spawn(installAct(), args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const printed = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      printed[name] += text
    })
  }
  if (cancelAt !== undefined) {
    const line = JSON.stringify(`${cancelAt}\n`)
    child.stdout.on('data', function cancel() {
      if (!printed.stdout.includes(line)) return
      // Once: of a second signal, act takes the job for one that failed.
      child.stdout.off('data', cancel)
      child.kill('SIGINT')
    })
  }
  const [exitCode] = await once(child, 'close')
  return { exitCode, ...printed }
}
