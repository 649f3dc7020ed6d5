import { startEmulator } from '../../emulator/start.ts'
import { inputsFor, remote, startAction, Workspace } from '../support/deploying.ts'
import { callsOf, ending } from './support/ending.ts'
import { faultCase } from './support/fault-case.ts'
import { tcpProxy } from './support/tcp-proxy.ts'

faultCase({
  number: 70,
  fault: 'a connection that goes nowhere without being closed: seen by the deadline of the next read, and left',
  expected: { exit: 0, reason: 'ok', versions: 1, 'calls of PublishDraft': 1, connections: 2 },
  run: async () => {
    const slow = { action: 'delay', ms: 1000 } as const
    const faults = [{ method: 'ComputeService/GetDraftInfo', calls: 'all', fault: slow } as const]
    await using emulator = await startEmulator({ faults })
    await using proxy = await tcpProxy({ target: emulator.grpc })
    using workspace = new Workspace()
    await using step = startAction(workspace, { inputs: inputsFor({ ...emulator, grpc: proxy.address }) })
    await step.line(/^Saved draft/)
    proxy.forget()
    const main = await step.main
    const { versions } = await remote(emulator)
    return {
      ...ending(main),
      versions: versions.length,
      'calls of PublishDraft': callsOf(emulator, 'PublishDraft'),
      connections: proxy.accepted
    }
  }
})
