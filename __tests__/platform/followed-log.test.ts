import { EventEmitter } from 'node:events'
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'
import type { JsonValue } from '@bufbuild/protobuf'
import { status } from '@grpc/grpc-js'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type FollowedWork, follow } from '../../src/deploy/log/follow.ts'
import { RemoteLog } from '../../src/log/remote-log.ts'
import type { Clock } from '../../src/model/ports/ports.ts'
import type { Connection } from '../../src/platform/connect.ts'
import { RecordingLog } from '../support/fakes.ts'
import { connected } from './support/connecting.ts'
import { type FakeServer, fakeServer, type Handler } from './support/fake-server.ts'

const LINES = Array.from({ length: 200 }, (_, at) => `line ${at + 1} of 200 – ünïcödé 🚀 ${'.'.repeat(at % 7)}`)
const TEXT = Buffer.from(`${LINES.join('\n')}\n`)
const CHUNK_BYTES = Math.ceil(TEXT.length / LINES.length)
/** As many as there are lines, cut anywhere, in letters too. */
const CHUNKS = Array.from({ length: Math.ceil(TEXT.length / CHUNK_BYTES) }, (_, at) =>
  TEXT.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES)
)
const GAP = 'The log was interrupted here: lines may be missing, or shown twice.'

/** Ids whose log has been told to its end. */
const over = new Set<string>()
const attachments = new Map<string, number>()
let server: FakeServer
let platform: Connection

/** An id is `once-7` or `thrice-7`: how often its log breaks, the first time after seven chunks. */
async function* told(id: string): AsyncGenerator<JsonValue> {
  const [often, first = ''] = id.split('-')
  const attachment = attachments.get(id) ?? 0
  attachments.set(id, attachment + 1)
  const isBroken = attachment < (often === 'once' ? 1 : 3)
  const cut = isBroken ? (Number(first) * (attachment + 1)) % (CHUNKS.length + 1) : CHUNKS.length
  for (const chunk of CHUNKS.slice(0, cut)) yield { data: chunk.toString('base64') }
  // Whatever was sent before a status is thrown away with it where both arrive at once.
  await turn()
  if (isBroken) throw { code: status.UNAVAILABLE, details: 'the connection broke' }
  over.add(id)
}

beforeAll(async () => {
  const handlers: Record<string, Handler> = {
    StreamCompileLogs: ({ request }) => told((request as { deploy_id: string }).deploy_id),
    StreamBuildLogs: ({ request }) => told((request as { build_id: string }).build_id)
  }
  server = await fakeServer({ handlers })
  platform = await connected(server, { services: ['ComputeService', 'BuildService'] })
})

afterAll(async () => {
  platform.close()
  await server[Symbol.asyncDispose]()
})

/** Pauses are short; who waits for the log waits for it. */
const clock: Clock = {
  now: () => performance.now(),
  sleep: async (ms, wake) => {
    if (wake === undefined) return await turn()
    await wait(ms, undefined, { signal: wake }).catch(() => undefined)
  }
}

async function shown(id: string, open: FollowedWork['open']): Promise<readonly string[]> {
  const log = new RecordingLog()
  let text = ''
  const sink = Object.assign(new EventEmitter(), {
    write: (piece: string | Uint8Array) => {
      text += Buffer.from(piece).toString()
      return true
    }
  })
  const remote = new RemoteLog({ sink, redact: (line) => line })
  const tools = { clock, log, stop: new AbortController().signal }
  await follow({ open, ended: async (logEnded) => logEnded && over.has(id) }, remote, tools)
  return [...log.lines.filter((line) => line === GAP), ...text.trimEnd().split('\n')]
}

const LOGS: readonly (readonly [string, (id: string, stop: AbortSignal) => AsyncIterable<Uint8Array>])[] = [
  ['compile', (id, stop) => platform.compileLog(id, stop)],
  ['build', (id, stop) => platform.buildLog(id, stop)]
]
const ONCE = CHUNKS.map((_, cut) => `once-${cut + 1}`)
const THRICE = CHUNKS.map((_, cut) => `thrice-${cut + 1}`).filter((_, at) => at % 20 === 0)

test.each(LOGS)(
  'a %s log of 200 lines that breaks after any chunk is whole, and no line comes twice',
  async (kind, of) => {
    const whole = LINES.map((line) => `| ${line}`)
    for (const name of [...ONCE, ...THRICE]) {
      const id = `${name}-${kind}`
      expect({ id, lines: await shown(id, (stop) => of(id, stop)) }).toEqual({ id, lines: whole })
      expect(attachments.get(id)).toBe(name.startsWith('once') ? 2 : 4)
    }
  }
)
