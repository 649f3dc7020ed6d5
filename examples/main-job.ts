/**
 * The main job, on this machine: starts the emulator, deploys examples/greeter with the built action the way a runner
 * would, calls it, changes it, deploys again, and calls that. Prints what a user would see.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { WebView } from '../runner/stage-log.ts'
import { runAction } from '../runner/runner.ts'
import { DEFAULT_ACCOUNT, type Emulator, startEmulator } from '../emulator/start.ts'

const root = path.resolve(import.meta.dirname, '..')

function say(text: string): void {
  process.stdout.write(`\n\x1b[1m${text}\x1b[0m\n\n`)
}

/** Runs the action once, with its log as the web page shows it. */
async function deploy(emulator: Emulator, workspace: string): Promise<Readonly<Record<string, string>>> {
  const view = new WebView()
  await using step = runAction({
    directory: root,
    workspace,
    inputs: {
      app: 'greeter',
      code: 'greeter',
      'api-endpoint': emulator.grpc,
      'auth-url': emulator.tokenUrl,
      'service-account-id': DEFAULT_ACCOUNT.id,
      'service-account-secret': DEFAULT_ACCOUNT.secret,
      'allow-unauthenticated': 'true',
      env: 'GREETING=Hello'
    },
    onLine: (line) => {
      const shown = view.show(line)
      if (shown !== undefined) process.stdout.write(`${shown}\n`)
    }
  })
  const main = await step.main
  const post = await step.post()
  if (main.conclusion !== 'success' || post.conclusion !== 'success') throw new Error('The deployment failed; see above.')
  const { result, ...outputs } = main.outputs
  process.stdout.write(`\nOutputs:\n${Object.entries(outputs).map(([name, value]) => `  ${name}: ${value}\n`).join('')}`)
  process.stdout.write(`\nJob summary:\n\n${main.summary}\n`)
  return main.outputs
}

async function call(url: string | undefined): Promise<void> {
  const answer = await fetch(url ?? '', { method: 'POST', body: JSON.stringify({ name: 'Ada' }) })
  process.stdout.write(`POST ${url} {"name":"Ada"}\n${answer.status} ${await answer.text()}\n`)
}

const workspace = mkdtempSync(path.join(tmpdir(), 'ignite-main-job-'))
try {
  await using emulator = await startEmulator()
  cpSync(path.join(root, 'examples/greeter'), path.join(workspace, 'greeter'), { recursive: true })

  say('1. A first deployment')
  const first = await deploy(emulator, workspace)
  await call(first['public_url'])

  say('2. The greeter is changed, and deployed again')
  const handler = path.join(workspace, 'greeter/handler.py')
  writeFileSync(handler, readFileSync(handler, 'utf8').replace('VERSION = "one"', 'VERSION = "two"'))
  const second = await deploy(emulator, workspace)
  await call(second['public_url'])
} finally {
  rmSync(workspace, { recursive: true, force: true })
}
