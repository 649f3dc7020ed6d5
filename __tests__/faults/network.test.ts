import { constants } from 'node:http2'
import { startEmulator } from '../../emulator/start.ts'
import { inputsFor, remote, runMain, Workspace } from '../support/deploying.ts'
import { callsOf, ending, errorSays } from './support/ending.ts'
import { faultCase } from './support/fault-case.ts'
import { http2Front, type Meddling } from './support/http2-front.ts'

const PUBLISH = 'ComputeService/PublishDraft'

/** Deploys with something wrong with one call of a method, the first unless told. */
async function deployWith(meddling: Meddling, { method = PUBLISH, call = 1 } = {}) {
  await using emulator = await startEmulator()
  await using front = await http2Front(emulator.grpc, (name, n) =>
    name === method && n === call ? meddling : undefined
  )
  using workspace = new Workspace()
  const main = await runMain(workspace, { inputs: inputsFor({ ...emulator, grpc: front.address }) })
  const { versions } = await remote(emulator)
  return {
    main,
    facts: {
      ...ending(main),
      versions: versions.length,
      'publishes that arrived': callsOf(emulator, 'PublishDraft')
    }
  }
}

const CODES = [
  'NO_ERROR',
  'PROTOCOL_ERROR',
  'INTERNAL_ERROR',
  'FLOW_CONTROL_ERROR',
  'SETTINGS_TIMEOUT',
  'STREAM_CLOSED',
  'FRAME_SIZE_ERROR',
  'CANCEL',
  'COMPRESSION_ERROR',
  'CONNECT_ERROR',
  'ENHANCE_YOUR_CALM',
  'INADEQUATE_SECURITY',
  'HTTP_1_1_REQUIRED'
] as const

for (const name of CODES) {
  faultCase({
    number: 61,
    fault: `RST_STREAM ${name} after PublishDraft took effect`,
    expected: { exit: 0, reason: 'recovered', versions: 1, 'publishes that arrived': 1 },
    run: async () => (await deployWith({ kind: 'reset', code: constants[`NGHTTP2_${name}`], late: true })).facts
  })
}

faultCase({
  number: 61,
  fault: 'RST_STREAM REFUSED_STREAM for PublishDraft, which says that nothing was done',
  expected: { exit: 0, reason: 'ok', versions: 1, 'publishes that arrived': 1 },
  run: async () => (await deployWith({ kind: 'reset', code: constants.NGHTTP2_REFUSED_STREAM })).facts
})

for (const method of ['ComputeService/GetApp', 'ComputeService/SaveDraft', PUBLISH]) {
  const publishes = { versions: 1, 'publishes that arrived': 1 }
  faultCase({
    number: 61,
    fault: `GOAWAY, graceful, at ${method}`,
    expected: { exit: 0, reason: 'ok', ...publishes },
    run: async () => (await deployWith({ kind: 'goaway', code: 0, graceful: true }, { method })).facts
  })
  faultCase({
    number: 61,
    fault: `GOAWAY too_many_pings at ${method}, after it took effect`,
    expected: { exit: 0, reason: method === PUBLISH ? 'recovered' : 'ok', ...publishes },
    run: async () => {
      const code = constants.NGHTTP2_ENHANCE_YOUR_CALM
      return (await deployWith({ kind: 'goaway', code, debug: 'too_many_pings', graceful: false }, { method })).facts
    }
  })
}

for (const code of [302, 401, 403, 404, 413, 429, 500, 502, 503, 504]) {
  faultCase({
    number: 62,
    fault: `HTTP ${code} from a load balancer`,
    expected: { exit: 1, says: 'yes', 'publishes that arrived': 0 },
    run: async () => {
      await using emulator = await startEmulator()
      await using front = await http2Front(emulator.grpc, () => ({ kind: 'page', code }))
      using workspace = new Workspace()
      const main = await runMain(workspace, { inputs: inputsFor({ ...emulator, grpc: front.address }) })
      const says = errorSays(main, `the endpoint answered HTTP ${code}, not gRPC`)
      return { exit: ending(main).exit, says, 'publishes that arrived': callsOf(emulator, 'PublishDraft') }
    }
  })
}

faultCase({
  number: 62,
  fault: 'HTTP 504 from a load balancer after PublishDraft took effect',
  expected: { exit: 0, reason: 'recovered', versions: 1, 'publishes that arrived': 1 },
  run: async () => (await deployWith({ kind: 'page', code: 504, late: true })).facts
})

faultCase({
  number: 62,
  fault: 'HTTP 413 from a load balancer for SaveDraft',
  expected: { exit: 1, reason: 'source_error', versions: 0, 'publishes that arrived': 0, says: 'yes' },
  run: async () => {
    const { main, facts } = await deployWith({ kind: 'page', code: 413 }, { method: 'ComputeService/SaveDraft' })
    return { ...facts, says: errorSays(main, 'the endpoint answered HTTP 413, not gRPC') }
  }
})
