import { expect, test } from '@jest/globals'
import type { JournalEntry } from '../../emulator/ignite/journal.ts'
import { startEmulator } from '../../emulator/start.ts'
import { AUTHORITY, certificate } from '../faults/support/certificates.ts'
import { connectProxy } from '../faults/support/connect-proxy.ts'
import { tcpProxy } from '../faults/support/tcp-proxy.ts'
import { inputsFor, run, Workspace } from '../support/deploying.ts'
import { silentFront } from './support/silent-front.ts'

const METHODS = [
  'GetApp',
  'GetDraftInfo',
  'ListAppVersions',
  'GetAppCode',
  'SaveDraft',
  'PublishDraft',
  'GetAppState',
  'GetAppLogs'
]

/** Every answer comes late, so that what is asked at once is under way at once. */
const LATE = METHODS.map((name) => ({
  method: `ComputeService/${name}`,
  calls: 'all' as const,
  fault: { action: 'delay' as const, ms: 300 }
}))

/** How many times the run waited for answers: a call is one further on than all that had been answered when it was sent. */
function roundTrips(calls: readonly JournalEntry[]): readonly (readonly string[])[] {
  const trips: JournalEntry[][] = []
  for (const call of calls.toSorted((a, b) => a.arrivedAtMs - b.arrivedAtMs)) {
    const before = trips.findLastIndex((trip) => trip.some(({ doneAtMs }) => doneAtMs <= call.arrivedAtMs))
    const trip = trips[before + 1] ?? []
    trips[before + 1] = [...trip, call]
  }
  return trips.map((trip) => trip.map(({ method }) => method.replace('ComputeService/', '')).toSorted())
}

const READS = ['GetApp', 'GetDraftInfo', 'ListAppVersions']
/** The code of the active version is read beside what has to be waited for. */
const PLAIN = [READS, ['GetAppCode', 'SaveDraft'], READS, ['PublishDraft'], READS]

test.each([
  {
    what: 'a private app',
    inputs: {},
    trips: [...PLAIN.slice(0, -1), ['GetApp', 'GetAppState', 'GetDraftInfo', 'ListAppVersions']]
  },
  {
    what: 'a public app, whose URL is asked when nothing else is',
    inputs: { 'allow-unauthenticated': 'true' },
    trips: PLAIN
  }
])('A plain deploy of $what waits for the platform five times', async ({ inputs, trips }) => {
  await using emulator = await startEmulator({ faults: LATE })
  using workspace = new Workspace()
  await run(workspace, { inputs: inputsFor(emulator, inputs) })
  const before = emulator.journal.length
  const { main } = await run(workspace, { inputs: inputsFor(emulator) })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  const seen = roundTrips(emulator.journal.slice(before))
  expect(seen).toEqual(trips)
})

test.each(['in plaintext', 'with TLS', 'with TLS through a proxy'])(
  'A deploy %s asks its first question before the server has said anything',
  async (how) => {
    await using emulator = await startEmulator()
    await using silent = await silentFront(emulator.grpc)
    await using secured = await tcpProxy({ target: silent.address, tls: certificate('good') })
    await using proxy = await connectProxy({ routes: { 'ignite.example.test:443': secured.address } })
    const grpc = how === 'in plaintext' ? silent.address : `https://localhost:${secured.port}`
    const isFar = how.endsWith('proxy')
    using workspace = new Workspace()
    const { main } = await run(workspace, {
      inputs: inputsFor({ ...emulator, grpc: isFar ? 'ignite.example.test:443' : grpc }, { 'timeout-minutes': '1' }),
      env: { NODE_EXTRA_CA_CERTS: AUTHORITY, ...(isFar && { HTTPS_PROXY: `http://${proxy.address}` }) }
    })
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  }
)
