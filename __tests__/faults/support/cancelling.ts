import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Emulator } from '../../../emulator/start.ts'
import type { Fault, ScriptedFault } from '../../../emulator/wire/faults/faults.ts'
import type { StepRun } from '../../../runner/runner.ts'
import { arrived, callsOf } from '../../e2e/support/live-app.ts'
import type { Inputs, Workspace } from '../../support/deploying.ts'

/** A moment of a run, and how to hold the run there. */
export type Moment = {
  readonly phase: string
  readonly faults?: readonly ScriptedFault[]
  readonly inputs?: (silent: string) => Inputs
  readonly debug?: boolean
  /** Makes the checkout such that the phase takes its time. */
  readonly prepare?: (workspace: Workspace) => void
  /** Resolves in the middle of the phase. */
  readonly reached: (step: StepRun, emulator: Emulator, silent: Silence) => Promise<unknown>
}

const HANG: Fault = { action: 'hang' }
const SLOW_IMAGE = 'FROM scratch\nRUN echo begun; sleep 30\n'
const IMAGE = { 'dockerfile-path': 'Dockerfile' }
const BY_SERVICE = { ...IMAGE, builder: 'build-service' }

/** From the first to the last. */
export const MOMENTS = {
  inputs: { phase: 'the inputs', debug: true, reached: (step) => step.line(/add-mask/) },
  token: {
    phase: 'the token',
    inputs: (silent) => ({ 'auth-url': `http://${silent}/token` }),
    reached: (_step, _emulator, { connected }) => connected
  },
  connect: {
    phase: 'the connecting',
    inputs: (silent) => ({ 'api-endpoint': silent }),
    reached: (_step, _emulator, { connected }) => connected
  },
  pack: {
    phase: 'the packing',
    prepare: (workspace) => workspace.write('greeter/large.bin', randomBytes(30_000_000)),
    reached: (step) => step.line(/^Deploying/)
  },
  read: { phase: 'GetApp', faults: [fault('GetApp', HANG)], reached: during('GetApp') },
  save: { phase: 'SaveDraft', faults: [fault('SaveDraft', HANG)], reached: during('SaveDraft') },
  compile: {
    phase: 'the compile’s log',
    inputs: () => IMAGE,
    prepare: slowImage,
    reached: (step) => step.line(/^\| .*begun/)
  },
  test: {
    phase: 'the test',
    inputs: () => ({ 'test-payload': '{}' }),
    prepare: (workspace) =>
      workspace.edit('handler.py', (text) =>
        text.replace('    name =', '    import time\n    time.sleep(20)\n    name =')
      ),
    reached: (_, emulator) => until(() => callsOf(emulator, 'TestDraft') > 0)
  },
  upload: {
    phase: 'the upload',
    inputs: () => BY_SERVICE,
    prepare: (workspace) => {
      slowImage(workspace)
      workspace.write('greeter/large.bin', randomBytes(5_000_000))
    },
    faults: [{ method: 'BuildService/UploadBuildContext', calls: [1], fault: HANG }],
    reached: during('BuildService/UploadBuildContext')
  },
  start: {
    phase: 'CreateBuild',
    inputs: () => BY_SERVICE,
    prepare: slowImage,
    faults: [{ method: 'BuildService/CreateBuild', calls: [1], fault: { action: 'delay', ms: 1500 } }],
    reached: during('BuildService/CreateBuild')
  },
  build: {
    phase: 'the build’s log',
    inputs: () => BY_SERVICE,
    prepare: slowImage,
    reached: (step) => step.line(/^\| .*begun/)
  },
  publish: {
    phase: 'a publish that answers within 5 s',
    faults: [fault('PublishDraft', { action: 'delay', ms: 2000 })],
    reached: during('PublishDraft')
  },
  longPublish: {
    phase: 'a publish that answers later',
    faults: [fault('PublishDraft', { action: 'delay', ms: 7500 })],
    reached: during('PublishDraft')
  },
  // The first reads the app, the second the app that was made, the third what is active right before the publish. The
  // fourth is asked beside the versions, which tell what was published.
  check: {
    phase: 'the check',
    faults: [fault('GetApp', HANG, 4)],
    reached: async (step, emulator) => {
      await step.line(/^Published version 1/)
      await arrived(emulator, 'GetApp', 4)
    }
  }
} as const satisfies Readonly<Record<string, Moment>>

function fault(method: string, what: Fault, call = 1): ScriptedFault {
  return { method: `ComputeService/${method}`, calls: [call], fault: what }
}

function slowImage(workspace: Workspace): void {
  workspace.write('greeter/Dockerfile', SLOW_IMAGE)
}

function during(method: string, call = 1): Moment['reached'] {
  return (_, emulator) => arrived(emulator, method, call)
}

export async function until(isReached: () => boolean): Promise<void> {
  while (!isReached()) await sleep(10)
}

export type Silence = AsyncDisposable & {
  readonly address: string
  /** Resolves with the first connection. */
  readonly connected: Promise<unknown>
}

/** A server that takes connections and says nothing. */
export async function silence(): Promise<Silence> {
  const server = createServer((socket) => socket.on('error', () => undefined).resume())
  const connected = new Promise((resolve) => server.once('connection', resolve))
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    address: `127.0.0.1:${address.port}`,
    connected,
    [Symbol.asyncDispose]: () => new Promise((closed) => server.close(() => closed()))
  }
}
