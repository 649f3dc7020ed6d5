import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { JobStatus } from './inputs.ts'
import { readPairs } from './pairs.ts'
import { runAction } from './runner.ts'
import type { StageResult } from './stage.ts'
import { WebView } from './stage-log.ts'

const usage = `Runs an action's main and post as the GitHub runner would, and prints the log as its page shows it.

  node runner/cli.ts --action DIR [--with KEY=VALUE]... [--env KEY=VALUE]... [--workspace DIR]
                               [--post-status success|failure|cancelled]

Exit code: the step's; 2 when it could not be run.`

const text = { type: 'string' } as const
const list = { type: 'string', multiple: true, default: [] as string[] } as const
const options = { action: text, with: list, env: list, workspace: text, 'post-status': text } as const

const notAPair = (pair: string) => stopWith(`'${pair}' is not KEY=VALUE`)

function readStatus(status: string | undefined): JobStatus | undefined {
  if (status === undefined || status === 'success' || status === 'failure' || status === 'cancelled') return status
  return stopWith(`--post-status ${status} is none of success, failure, cancelled`)
}

function stopWith(problem: string): never {
  throw new Error(`${problem}\n\n${usage}`)
}

function describe({ outputs, summary }: StageResult): string {
  const values = Object.entries(outputs).map(([name, value]) => `  ${name}=${value}\n`)
  const sections = [values.length > 0 ? `\nOutputs\n${values.join('')}` : '', summary && `\nSummary\n\n${summary}`]
  return sections.join('')
}

async function run(): Promise<number> {
  const { values } = parseArgs({ options })
  const status = readStatus(values['post-status'])
  const view = new WebView()
  await using step = runAction({
    directory: resolve(values.action ?? stopWith('--action is missing')),
    inputs: readPairs(values.with, notAPair),
    env: readPairs(values.env, notAPair),
    ...(values.workspace === undefined ? {} : { workspace: resolve(values.workspace) }),
    onLine: (line) => {
      const shown = view.show(line)
      if (shown !== undefined) process.stdout.write(`${shown}\n`)
    }
  })
  process.once('SIGINT', () => step.cancel())
  const main = await step.main
  step.job.status = status ?? step.job.status
  const post = await step.post()
  process.stdout.write(describe(main) + describe(post))
  if (main.conclusion === 'success') return post.conclusion === 'failure' ? 1 : 0
  return main.exitCode || 1
}

try {
  process.exitCode = await run()
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 2
}
