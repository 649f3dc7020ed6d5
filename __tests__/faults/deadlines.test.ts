import { type Emulator, startEmulator } from '../../emulator/start.ts'
import type { StageResult } from '../runner/stage.ts'
import { type Inputs, inputsFor, messagesOf, startAction, Workspace } from '../support/deploying.ts'
import { ending, errorSays } from './ending.ts'
import { faultCase } from './fault-case.ts'
import { tcpProxy } from './tcp-proxy.ts'

/** All of them wait for `timeout-minutes`, of which the least is one. */
const TIMEOUT_MS = 100_000

const AT_LIMIT = 'The run took longer than 1 min 0 s. It was waiting for the platform: '

faultCase({
  number: 54,
  fault: 'a platform that takes connections and never says a word',
  timeoutMs: TIMEOUT_MS,
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
}

const TESTED: Inputs = { 'test-payload': '{"name":"Ada"}' }
const IMAGE: Inputs = { code: '.', 'dockerfile-path': 'Dockerfile' }

const hanging: readonly Hanging[] = [
  { method: 'ComputeService/GetApp', doing: 'Reading the app acme/greeter' },
  { method: 'ComputeService/CreateApp', doing: 'Creating the app acme/greeter' },
  { method: 'ComputeService/SaveDraft', doing: 'Saving the draft of acme/greeter' },
  { method: 'ComputeService/GetDraftInfo', doing: 'Reading the draft of acme/greeter' },
  { method: 'ComputeService/ListAppVersions', doing: 'Reading the versions of acme/greeter' },
  { method: 'ComputeService/TestDraft', doing: 'Testing the draft of acme/greeter', inputs: TESTED },
  { method: 'ComputeService/CompileDraft', doing: 'Compiling the draft of acme/greeter', inputs: IMAGE },
  { method: 'ComputeService/PublishDraft', doing: 'Publishing acme/greeter', isSettled: true },
  {
    method: 'BuildService/CreateBuild',
    doing: 'Starting the build of greeter',
    isSettled: true,
    inputs: { ...IMAGE, builder: 'build-service' }
  }
]

/** Deploys with every call of a method hanging. Only main: what post does of it is told by other cases. */
async function deploy({ method, inputs = {} }: Hanging): Promise<{ main: StageResult; emulator: Emulator }> {
  await using emulator = await startEmulator({ faults: [{ method, calls: 'all', fault: { action: 'hang' } }] })
  using workspace = new Workspace()
  workspace.write('Dockerfile', 'FROM scratch\n')
  const given = inputsFor(emulator, { 'timeout-minutes': '1', ...inputs })
  await using step = startAction(workspace, { inputs: given })
  return { main: await step.main, emulator }
}

function warningSays(main: StageResult, doing: string): string {
  const warnings = messagesOf(main, 'warning').join('\n')
  return warnings.includes(`${doing}: DEADLINE_EXCEEDED`) ? 'yes' : warnings
}

/** They run at the same time, all of them, because each takes a minute and nothing else. */
let started: readonly ReturnType<typeof deploy>[] | undefined

for (const [index, each] of hanging.entries()) {
  faultCase({
    number: 54,
    fault: `${each.method} hangs`,
    timeoutMs: TIMEOUT_MS,
    expected: { exit: 1, reason: 'timed_out', 'names the call': 'yes', 'publishes that took effect': 0 },
    run: async () => {
      started ??= hanging.map(deploy)
      const { main, emulator } = await started[index]!
      return {
        ...ending(main),
        'names the call': each.isSettled ? warningSays(main, each.doing) : errorSays(main, `${AT_LIMIT}${each.doing}`),
        'publishes that took effect': emulator.journal.filter(
          ({ method, outcome }) => method.endsWith('PublishDraft') && outcome === 'OK'
        ).length
      }
    }
  })
}
