import { randomBytes } from 'node:crypto'
import { type Emulator, startEmulator } from '../../emulator/start.ts'
import type { StageResult } from '../../runner/stage.ts'
import { Observer } from '../e2e/support/observing.ts'
import { type Inputs, inputsFor, messagesOf, remote, startAction, Workspace } from '../support/deploying.ts'
import { ending, errorSays } from './support/ending.ts'
import { faultCase } from './support/fault-case.ts'
import { expectGone } from './support/last-word.ts'
import { publishing } from './support/publishing.ts'
import { tcpProxy } from './support/tcp-proxy.ts'

const AT_LIMIT = 'The run took longer than 1 min 0 s. It was waiting for the platform: '

faultCase({
  number: 54,
  fault: 'a platform that takes connections and never says a word',
  expected: { exit: 1, reason: 'timed_out', 'names the call': 'yes' },
  run: async () => {
    await using emulator = await startEmulator()
    await using proxy = await tcpProxy({ target: emulator.grpc })
    proxy.blackHole()
    using workspace = new Workspace()
    const inputs = inputsFor({ ...emulator, grpc: proxy.address }, { 'timeout-minutes': '1' })
    await using step = startAction(workspace, { inputs })
    const main = await step.main
    return { ...ending(main), 'names the call': errorSays(main, `${AT_LIMIT}Connecting to ${proxy.address}`) }
  }
})

type Hanging = {
  readonly method: string
  readonly doing: string
  readonly inputs?: Inputs
  /** Where the call itself is awaited a little longer, and what it did is then looked for. */
  readonly isSettled?: true
  /** Of a file that makes the context so large. */
  readonly contextBytes?: number
}

const TESTED: Inputs = { 'test-payload': '{"name":"Ada"}' }
/** One that CreateApp does not take. */
const SETTING: Inputs = { 'allow-unauthenticated': 'true' }
const IMAGE: Inputs = { code: '.', 'dockerfile-path': 'Dockerfile' }
const BY_SERVICE: Inputs = { ...IMAGE, builder: 'build-service' }

const hanging: readonly Hanging[] = [
  { method: 'ComputeService/GetApp', doing: 'Reading the app acme/greeter' },
  { method: 'ComputeService/CreateApp', doing: 'Creating the app acme/greeter' },
  { method: 'ComputeService/SaveDraft', doing: 'Saving the draft of acme/greeter' },
  { method: 'ComputeService/GetDraftInfo', doing: 'Reading the draft of acme/greeter' },
  { method: 'ComputeService/ListAppVersions', doing: 'Reading the versions of acme/greeter' },
  { method: 'ComputeService/TestDraft', doing: 'Testing the draft of acme/greeter', inputs: TESTED },
  { method: 'ComputeService/CompileDraft', doing: 'Compiling the draft of acme/greeter', inputs: IMAGE },
  { method: 'ComputeService/PublishDraft', doing: 'Publishing acme/greeter', isSettled: true },
  { method: 'ComputeService/GetExecution', doing: 'Reading the execution', inputs: TESTED },
  {
    method: 'ComputeService/UpdateAppConfig',
    doing: 'Changing the settings of acme/greeter',
    inputs: SETTING
  },
  {
    method: 'BuildService/CreateBuild',
    doing: 'Starting the build of greeter',
    isSettled: true,
    inputs: BY_SERVICE
  },
  { method: 'BuildService/GetBuild', doing: 'Reading the build', inputs: BY_SERVICE },
  {
    method: 'BuildService/UploadBuildContext',
    doing: 'Uploading the build context greeter',
    inputs: BY_SERVICE,
    contextBytes: 5_000_000
  }
]

/** Deploys with every call of a method hanging. Only main: what post does of it is told by other cases. */
async function deploy({
  method,
  inputs = {},
  contextBytes = 0
}: Hanging): Promise<{ main: StageResult; emulator: Emulator }> {
  await using emulator = await startEmulator({ faults: [{ method, calls: 'all', fault: { action: 'hang' } }] })
  using workspace = new Workspace()
  workspace.write('Dockerfile', 'FROM scratch\n')
  if (contextBytes > 0) workspace.write('large.bin', randomBytes(contextBytes))
  using observer = new Observer()
  const given = inputsFor(emulator, { 'timeout-minutes': '1', ...inputs })
  await using step = startAction(workspace, { inputs: given, env: observer.env })
  const main = await step.main
  expectGone(observer)
  return { main, emulator }
}

/** What was being done, and the call by its own name. */
function namesTheCall(main: StageResult, { method, doing, isSettled }: Hanging): string {
  const rpc = method.replace(/^.*\//, '')
  const said = messagesOf(main, isSettled ? 'warning' : 'error').join('\n')
  const before = isSettled ? doing : `${AT_LIMIT}${doing}`
  const after = isSettled ? ` (${rpc}): DEADLINE_EXCEEDED: no answer came in time. It is not known` : ` (${rpc}).`
  return said.includes(before) && said.includes(after) ? 'yes' : said
}

/** They run at the same time, all of them, because each takes a minute and nothing else. */
let started: readonly ReturnType<typeof deploy>[] | undefined

for (const [index, each] of hanging.entries()) {
  faultCase({
    number: 54,
    fault: `${each.method} hangs`,
    expected: { exit: 1, reason: 'timed_out', 'names the call': 'yes', 'publishes that took effect': 0 },
    run: async () => {
      started ??= hanging.map(deploy)
      const { main, emulator } = await started[index]!
      return {
        ...ending(main),
        'names the call': namesTheCall(main, each),
        'publishes that took effect': emulator.journal.filter(
          ({ method, outcome }) => method.endsWith('PublishDraft') && outcome === 'OK'
        ).length
      }
    }
  })
}

faultCase({
  number: 54,
  fault: 'a publish that is under way at the time limit is answered soon after',
  expected: {
    exit: 1,
    reason: 'timed_out',
    'published version': '1',
    changed: 'true',
    'says so': true,
    'says it was not answered': false,
    'post says': 'Version 1 of acme/greeter was published before the run ended.',
    versions: 1
  },
  run: async () => {
    // Longer than the run may take, and over before its 5 s of grace are, also where it publishes only after 4 s.
    await using emulator = await publishing({ action: 'delay', ms: 60_500 })
    using workspace = new Workspace()
    await using step = startAction(workspace, { inputs: inputsFor(emulator, { 'timeout-minutes': '1' }) })
    const main = await step.main
    const post = await step.post()
    return {
      ...ending(main),
      'published version': main.outputs['published_version'] ?? '',
      changed: main.outputs['changed'] ?? '',
      'says so': /^Published version 1 \(/m.test(main.log),
      'says it was not answered': main.log.includes('was sent and not answered'),
      'post says': messagesOf(post, 'warning').join('\n'),
      versions: (await remote(emulator)).versions.length
    }
  }
})
