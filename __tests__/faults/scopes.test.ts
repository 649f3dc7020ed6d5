import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import type { StepRun } from '../../runner/runner.ts'
import type { StageResult } from '../../runner/stage.ts'
import { Observer } from '../e2e/support/observing.ts'
import { type FakeServer, fakeServer } from '../platform/support/fake-server.ts'
import { type Inputs, inputsWithToken, startAction, theFailure, Workspace } from '../support/deploying.ts'
import { silence } from './support/cancelling.ts'
import { endlessLogs, type Talker, type Turn } from './support/endless-logs.ts'
import { expectGone } from './support/last-word.ts'

const IMAGE: Inputs = { code: 'web', 'dockerfile-path': 'Dockerfile' }

type Stream = { readonly stream: string; readonly talker: Talker; readonly inputs: Inputs }

const COMPILE: Stream = { stream: 'a Rust draft’s compile', talker: 'draft', inputs: { code: 'crate' } }
const GO: Stream = { stream: 'a Go draft’s compile', talker: 'draft', inputs: { code: 'module' } }
const DRAFT_BUILD: Stream = { stream: 'an image draft’s build', talker: 'draft', inputs: IMAGE }
const SERVICE: Stream = {
  stream: 'a build of the build service',
  talker: 'build service',
  inputs: { ...IMAGE, builder: 'build-service' }
}
const PUBLISH: Stream = { stream: 'the build inside a publish', talker: 'publish', inputs: IMAGE }

type End = {
  readonly end: string
  readonly turn: Turn
  readonly stop?: (step: StepRun) => void
  readonly minutes?: string
  readonly reason: string
}

const FAILS = { end: 'its state says failed', turn: 'fails' } as const
const UNREADABLE: End = {
  end: 'its state cannot be read any more',
  turn: 'is unreadable',
  reason: 'platform_unavailable'
}
const REPLACED: End = { end: 'another run replaces the draft', turn: 'is replaced', reason: 'draft_conflict' }
const CANCELLED: End = {
  end: 'a signal ends it',
  turn: 'nothing',
  stop: (step) => step.kill('SIGINT'),
  reason: 'cancelled'
}
const OVERDUE: End = {
  end: 'the time is over',
  turn: 'nothing',
  minutes: '1',
  reason: 'timed_out'
}

const CASES: readonly (Stream & End)[] = [
  { ...COMPILE, ...FAILS, reason: 'compile_failed' },
  { ...COMPILE, ...UNREADABLE },
  { ...COMPILE, ...REPLACED },
  { ...COMPILE, ...CANCELLED },
  { ...COMPILE, ...OVERDUE },
  { ...GO, ...FAILS, reason: 'compile_failed' },
  { ...DRAFT_BUILD, ...FAILS, reason: 'build_failed' },
  { ...DRAFT_BUILD, ...UNREADABLE },
  { ...DRAFT_BUILD, ...REPLACED },
  { ...DRAFT_BUILD, ...CANCELLED },
  { ...DRAFT_BUILD, ...OVERDUE },
  { ...SERVICE, ...FAILS, reason: 'build_failed' },
  { ...SERVICE, ...UNREADABLE },
  { ...SERVICE, ...CANCELLED },
  { ...SERVICE, ...OVERDUE },
  { ...PUBLISH, ...FAILS, reason: 'build_failed' },
  { ...PUBLISH, ...UNREADABLE, reason: 'publish_failed' },
  { ...PUBLISH, ...REPLACED, reason: 'publish_failed' },
  { ...PUBLISH, ...CANCELLED },
  { ...PUBLISH, ...OVERDUE }
]

/** They run at the same time, all of them, because they wait most of theirs. */
let started: readonly Promise<StageResult>[] | undefined

test.concurrent.each(CASES.map((each, at) => ({ ...each, at })))(
  'Main leaves the log of $stream that never ends, where $end',
  async ({ at, reason }) => {
    started ??= CASES.map(deploy)
    expectFailed(await started[at]!, reason)
  }
)

async function deploy({ talker, inputs, turn, stop, minutes = '' }: Stream & End): Promise<StageResult> {
  await using server = await endlessLogs(talker, turn)
  using workspace = new Workspace()
  for (const [file, text] of FILES) {
    mkdirSync(path.dirname(path.join(workspace.path, file)), { recursive: true })
    workspace.write(file, text)
  }
  const named = { app: 'acme:app', 'timeout-minutes': minutes, ...inputs }
  return await observed(workspace, server, named, async (step) => {
    await step.line(/^\| working$/)
    stop?.(step)
  })
}

type Target = Pick<FakeServer, 'endpoint'>

/** Runs main, which is to be gone when it has said its last word. */
async function observed(
  workspace: Workspace,
  { endpoint }: Target,
  inputs: Inputs,
  meanwhile: (step: StepRun) => Promise<void> = async () => undefined
): Promise<StageResult> {
  using observer = new Observer()
  const target = { grpc: endpoint.authority, tokenUrl: '' }
  const named = inputsWithToken(target, 'a-token', { 'auth-url': '', ...inputs })
  await using step = startAction(workspace, { inputs: named, env: observer.env })
  await meanwhile(step)
  const main = await step.main
  expectGone(observer)
  return main
}

const FILES: readonly (readonly [string, string])[] = [
  ['crate/Cargo.toml', ''],
  ['module/main.go', ''],
  ['web/Dockerfile', 'FROM scratch\n']
]

function expectFailed(main: StageResult, reason: string): void {
  expect({ reason: theFailure(main).reason, log: main.log }).toEqual({ reason, log: main.log })
}

/** Of random bytes, which take their time to be packed. */
const LARGE_BYTES = 190_000_000

test.each(['code', 'image'])(
  'Main leaves the packing of 190 MB for %s where the connection fails beside it',
  async (kind) => {
    await using server = await fakeServer({ reflection: { versions: [] } })
    using workspace = new Workspace()
    const place = kind === 'code' ? 'greeter' : 'web'
    for (let at = 0; at < 10; at++) {
      mkdirSync(path.join(workspace.path, place), { recursive: true })
      workspace.write(path.join(place, `model-${at}.bin`), randomBytes(LARGE_BYTES / 10))
    }
    workspace.write(path.join(place, 'Dockerfile'), 'FROM scratch\n')
    const inputs = { app: 'acme:app', ...(kind === 'code' ? { code: 'greeter' } : IMAGE) }
    expectFailed(await observed(workspace, server, inputs), 'unsupported_server')
  }
)

test('Main leaves a token endpoint that says nothing where the platform cannot be used', async () => {
  await using server = await fakeServer({ reflection: { versions: [] } })
  await using silent = await silence()
  using workspace = new Workspace()
  const account = { token: '', 'service-account-id': 'me', 'service-account-secret': 'my-own-secret' }
  const inputs = { app: 'acme:app', ...account, 'auth-url': `http://${silent.address}/token` }
  expectFailed(await observed(workspace, server, inputs), 'unsupported_server')
})
