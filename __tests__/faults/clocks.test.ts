import { status } from '@grpc/grpc-js'
import { startEmulator } from '../../emulator/start.ts'
import { type Deployed, inputsFor, inputsWithToken, run, Workspace } from '../support/deploying.ts'
import { callsOf, ending, errorSays } from './support/ending.ts'
import { type Facts, faultCase } from './support/fault-case.ts'
import { http2Front } from './support/http2-front.ts'
import { tokenFront } from './support/token-front.ts'

const CLOCK_JUMP = new URL('support/clock-jump.mjs', import.meta.url).href
const TEN_MINUTES = 600_000

/** Deploys to a platform whose clock is ahead, as the dates in its answers tell; the action's jumps under way. */
async function deploy({ aheadMs = 0, jumpMs = 0 }): Promise<Deployed & { readonly published: number }> {
  const slow = { action: 'delay', ms: 1000 } as const
  await using emulator = await startEmulator({
    faults: [{ method: 'ComputeService/SaveDraft', calls: 'all', fault: slow }]
  })
  await using front = await http2Front(emulator.grpc, () => ({ kind: 'change', headers: dated(aheadMs) }))
  await using auth = await tokenFront(emulator.tokenUrl, () => ({ clockAheadMs: aheadMs }))
  using workspace = new Workspace()
  const env = { NODE_OPTIONS: `--import=${CLOCK_JUMP}`, CLOCK_JUMP_MS: String(jumpMs) }
  const inputs = inputsFor({ grpc: front.address, tokenUrl: auth.tokenUrl })
  const deployed = await run(workspace, { inputs, env })
  return { ...deployed, published: callsOf(emulator, 'PublishDraft') }
}

function dated(aheadMs: number) {
  return (headers: object) => ({ ...headers, date: new Date(Date.now() + aheadMs).toUTCString() })
}

const clocks = [
  { fault: 'the server’s clock is 10 minutes ahead', aheadMs: TEN_MINUTES },
  { fault: 'the server’s clock is 10 minutes behind', aheadMs: -TEN_MINUTES },
  { fault: 'the runner’s clock jumps 10 minutes ahead', jumpMs: TEN_MINUTES },
  { fault: 'the runner’s clock jumps 10 minutes back', jumpMs: -TEN_MINUTES }
]

for (const { fault, ...offsets } of clocks) {
  faultCase({
    number: 66,
    fault,
    expected: { exit: 0, reason: 'ok', 'calls of PublishDraft': 1, 'durations of a minute or less than none': 'no' },
    run: async () => {
      const { main, published } = await deploy(offsets)
      const ms = Number(main.outputs['duration_ms'])
      const odd = /-\d[\d.]* (ms|s|min)\b|\d min\b/.exec(`${main.log}${main.summary}`)?.[0]
      return {
        ...ending(main),
        'calls of PublishDraft': published,
        'durations of a minute or less than none': odd ?? (ms > 0 && ms < 60_000 ? 'no' : ms)
      }
    }
  })
}

/** Every GetApp is refused, and the dates are off. */
async function refused({
  aheadMs,
  withToken
}: {
  readonly aheadMs: number
  readonly withToken: boolean
}): Promise<Facts> {
  const fault = {
    action: 'status',
    code: status.UNAUTHENTICATED,
    details: 'token used too early',
    afterEffect: false
  } as const
  await using emulator = await startEmulator({ faults: [{ method: 'ComputeService/GetApp', calls: 'all', fault }] })
  await using front = await http2Front(emulator.grpc, () => ({ kind: 'change', headers: dated(aheadMs) }))
  await using auth = await tokenFront(emulator.tokenUrl, () => ({ clockAheadMs: aheadMs }))
  using workspace = new Workspace()
  const places = { grpc: front.address, tokenUrl: auth.tokenUrl }
  const inputs = withToken
    ? inputsWithToken(places, emulator.mint({ org: 'acme', ttlSeconds: 300 }))
    : inputsFor(places)
  const { main } = await run(workspace, { inputs })
  const skew = /The clock of the runner is \S+ min \d+ s (behind|ahead of) the server’s/.exec(main.log)?.[1]
  return {
    ...ending(main),
    says: errorSays(main, 'UNAUTHENTICATED: token used too early'),
    'the runner’s clock is': skew ?? 'not named',
    'calls of GetApp': callsOf(emulator, 'GetApp'),
    tokens: auth.requests()
  }
}

const refusals = [
  { fault: 'a service account, the server’s clock ahead', aheadMs: TEN_MINUTES, skew: 'behind' },
  { fault: 'a service account, the server’s clock behind', aheadMs: -TEN_MINUTES, skew: 'ahead of' },
  { fault: 'a service account, the clocks agree', aheadMs: 0, skew: 'not named' },
  { fault: 'a token, the server’s clock ahead', aheadMs: TEN_MINUTES, skew: 'behind', withToken: true }
]

for (const { fault, aheadMs, skew, withToken = false } of refusals) {
  faultCase({
    number: 50,
    fault: `UNAUTHENTICATED with a fresh token: ${fault}`,
    expected: {
      exit: 1,
      reason: 'auth_failed',
      says: 'yes',
      'the runner’s clock is': skew,
      'calls of GetApp': withToken ? 1 : 2,
      tokens: withToken ? 0 : 2
    },
    run: () => refused({ aheadMs, withToken })
  })
}
