import { expect, test } from '@jest/globals'
import type { Variant } from '../../../emulator/contract/variants.ts'
import { startEmulator } from '../../../emulator/start.ts'
import {
  callUrl,
  type Deployed,
  type Inputs,
  inputsFor,
  messagesOf,
  remote,
  run,
  theFailure,
  type Workspace
} from '../../support/deploying.ts'
import { ImageWorkspace } from '../support/gated-build.ts'
import { expectQuiet } from '../support/job-end.ts'
import { callsOf } from '../support/live-app.ts'

/** Long enough for a slow machine to start a server in, which is never well. */
const TIMEOUT = '8'

const IMAGE = { app: 'web', code: 'web', 'dockerfile-path': 'Dockerfile' }

/** An app that is published, is active, and answers nobody. */
type DeadApp = {
  readonly what: string
  readonly inputs: Inputs
  readonly kill: (workspace: Workspace) => void
  readonly headline: string
  /** In the red line. */
  readonly says: RegExp
  readonly helps: string
  /** In the app's own log, or in what the platform tells of it. */
  readonly shows: readonly RegExp[]
}

const DEAD: readonly DeadApp[] = [
  {
    what: 'a server that serves /health while /healthz is probed',
    inputs: IMAGE,
    kill: (workspace) => workspace.edit('../web/server.py', (text) => text.replace('"/healthz"', '"/health"')),
    headline: 'the app does not answer its health check',
    says: /answers with 503: no instance of it is ready: Readiness probe failed: \/healthz did not answer with 2xx/,
    helps: 'An app that serves `/health` fails: set `health-path: /health`.',
    shows: [/^\| .*"GET \/healthz HTTP\/1\.1" 404 -$/m, /^\| .*Readiness probe failed/m]
  },
  {
    what: 'a Python syntax error',
    inputs: {},
    kill: (workspace) => workspace.edit('handler.py', (text) => text.replace('(payload, ctx)', '(payload, ctx')),
    headline: 'the new version does not come up',
    says: /answers with 503: SyntaxError: '\(' was never closed/,
    helps: 'mend what keeps it from being loaded',
    shows: [/^\| {5}def handler\(payload, ctx:$/m, /^\| SyntaxError: '\(' was never closed$/m]
  },
  {
    what: 'an image that exits at once',
    inputs: IMAGE,
    kill: (workspace) =>
      workspace.edit('../web/server.py', (text) => `raise SystemExit("no DATABASE_URL is set")\n${text}`),
    headline: 'the container does not start',
    says: /answers with 503: no instance of it is ready: CrashLoopBackOff: the container ended with exit code 1/,
    helps: 'start it as the platform does: `docker run --rm --user 65534 --env PORT=8080 IMAGE`',
    shows: [/^\| no DATABASE_URL is set$/m, /CrashLoopBackOff/]
  }
]

const SHAPES: readonly (readonly Variant[])[] = [[], ['reports-otherwise']]
const ROWS = DEAD.flatMap((dead) => SHAPES.map((variants) => ({ ...dead, variants })))

function expectDead({ main }: Deployed, { says, helps, shows }: DeadApp): void {
  const { reason, message, title } = theFailure(main)
  expect({ reason, title }).toEqual({ reason: 'verify_failed', title: 'Verify app failed' })
  expect(message).toMatch(says)
  expect(message).toContain(helps)
  for (const shown of shows) expect(main.log).toMatch(shown)
  expect(main.log).not.toContain('answers with 200')
}

test.concurrent.each(ROWS)('$what ends red with the cause in the log, on a platform with $variants', async (dead) => {
  await using emulator = await startEmulator({ healthWaitSeconds: 1, variants: dead.variants })
  using workspace = new ImageWorkspace()
  dead.kill(workspace)
  const inputs = { ...dead.inputs, 'allow-unauthenticated': 'true', 'verify-timeout-seconds': TIMEOUT }
  const deployed = await run(workspace, { inputs: inputsFor(emulator, inputs) })
  expectDead(deployed, dead)
  const { main, post } = deployed
  expect(main.outputs).toMatchObject({ published_version: '1', active_version: '1', changed: 'true' })
  expect(main.summary).toMatch(new RegExp(`^### ❌ \\w+: ${dead.headline}\n`))
  expect(messagesOf(post, 'notice')).toEqual([expect.stringMatching(/^Version 1 of acme\/\w+ stays live\./)])
})

test.concurrent.each(DEAD)('$what is rolled back at once', async (dead) => {
  await using emulator = await startEmulator({ healthWaitSeconds: 1 })
  using workspace = new ImageWorkspace()
  const inputs = inputsFor(emulator, { ...dead.inputs, 'allow-unauthenticated': 'true', env: 'MODE=old' })
  const before = await run(workspace, { inputs })
  const url = before.main.outputs['url']
  expect(await callUrl(url)).toMatchObject({ version: 'one' })

  dead.kill(workspace)
  const asked = { ...inputs, env: 'MODE=new', 'verify-timeout-seconds': TIMEOUT, 'rollback-on-failure': 'true' }
  const deployed = await run(workspace, { inputs: asked })
  expectDead(deployed, dead)
  const { main, post } = deployed
  const app = { organization: 'acme', name: dead.inputs['app'] ?? 'greeter' }
  const says = `Rolled back: version 1 of acme/${app.name} is active again, instead of version 2.`
  expect(theFailure(main).message).toContain(says)
  expect(main.log).toContain(`${says}\n`)
  expect(main.outputs).toMatchObject({ published_version: '2', active_version: '1', changed: 'false' })
  expect(main.summary).toContain('**Version 2 was published; version 1 is live after this step**')
  expect(await callUrl(url)).toMatchObject({ version: 'one' })
  const { state } = await remote(emulator, app)
  expect(state).toMatchObject({ activeVersion: 1, settings: { env: { MODE: 'old' } } })

  expectQuiet(post)
  expect(callsOf(emulator, 'RollbackApp')).toBe(1)
  expect(JSON.parse(main.state['ignite_deploy'] ?? '')).toEqual({ run: expect.any(String), closed: true })
})
