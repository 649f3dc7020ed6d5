import { setTimeout as sleep } from 'node:timers/promises'
import { type Child, own, type Program, run, runWithPeak, serve } from '../measuring/process.ts'
import type { Flood } from '../programs/log-wire.ts'
import { farAway } from '../scene/proxy.ts'
import type { Scene } from '../scene/scene.ts'
import { type Row, ratio } from './row.ts'

const MILLION: Flood = { lines: 1_000_000, linesPerMessage: 1000 }
const SINGLE: Flood = { lines: 500_000, linesPerMessage: 1 }
/** Of 63 bytes a line. */
const THIRTY_MB: Flood = { lines: 480_000, linesPerMessage: 1000 }
const TICKING: Flood = { lines: 2_000, linesPerMessage: 1, ticking: true }

type Writer = 'raw' | 'naive' | 'ours' | 'shipped'

export function logServer(scene: Scene): Promise<string> {
  return scene.once('log server', async () => scene.hold(await serve(own('log-server'))).firstLine)
}

type Reading = { readonly writer: Writer; readonly flood: Flood; readonly channel?: 'ours' | 'default' }

export function reading(address: string, { writer, flood, channel = 'ours' }: Reading): Program {
  return own('log-reader', writer, channel, address, JSON.stringify(flood))
}

const readAll = (child: Child): void => void child.stdout.resume()

async function readSlowly({ stdout }: Child): Promise<void> {
  for await (const _ of stdout) await sleep(2)
}

function writers(flood: Flood, a: Writer, b: Writer): Row['prepare'] {
  return async (scene) => {
    const address = await logServer(scene)
    const side = (writer: Writer) => async () => [(await run(reading(address, { writer, flood }), readAll)).ms]
    return { a: side(a), b: side(b) }
  }
}

/** From the server's sending to the line on our stdout, half and 99 of 100 of them. */
async function delays(program: Program): Promise<readonly number[]> {
  const ms: number[] = []
  const note = ({ stdout }: Child) =>
    void stdout.on('data', (text: Buffer) => {
      const now = process.hrtime.bigint()
      for (const [, sent] of text.toString().matchAll(/sent at (\d+)/g)) ms.push(Number(now - BigInt(sent ?? 0)) / 1e6)
    })
  await run(program, note)
  const sorted = ms.toSorted((x, y) => x - y)
  return [0.5, 0.99].map((part) => sorted[Math.floor(sorted.length * part)] ?? Number.NaN)
}

function peaks(a: (address: string) => Promise<number>, b: (address: string) => Promise<number>): Row['prepare'] {
  return async (scene) => {
    const address = await logServer(scene)
    return { a: async () => [await a(address)], b: async () => [await b(address)] }
  }
}

const peakOf =
  (flood: Flood, consume: (child: Child) => unknown = readAll) =>
  async (address: string) =>
    (await runWithPeak(reading(address, { writer: 'shipped', flood }), (child) => void consume(child))).peakMiB

const PEAKS: Row['figures'] = [{ of: '', unit: 'MiB', goal: 1.3 }]

export const LOG_ROWS: readonly Row[] = [
  {
    id: 'L1',
    what: 'a log of 1 M lines into a pipe, all of it shown by our writer / received and written as it is',
    figures: ratio(1.4),
    prepare: writers(MILLION, 'ours', 'raw')
  },
  {
    id: 'L1',
    what: 'the same as shipped, with a bounded log, the file and the search for diagnostics / as it is',
    why: 'each block is cleaned, searched for secrets and for the marks of diagnostics, and written to a file besides.',
    figures: ratio(1.4),
    prepare: writers(MILLION, 'shipped', 'raw')
  },
  {
    id: 'L2',
    what: 'the same, our writer / split, and one core.info a line',
    figures: ratio(0.45),
    prepare: writers(MILLION, 'ours', 'naive')
  },
  {
    id: 'L3',
    what: '500,000 messages of one line, our writer / as they are',
    why: 'what grpc-js does for each message is three quarters of A and half of B, so only the writes can be saved. Who takes a message in less time than the server sends one gets fewer at once, which costs more than it saves.',
    figures: ratio(0.6),
    prepare: writers(SINGLE, 'ours', 'raw')
  },
  {
    id: 'L4',
    what: 'a log of 30 MB at 40 ms, our channel / that of grpc-js by default',
    why: 'of A, the start of Node and three round trips (connecting, settings, the request) take over a third; then half of the window of 8 MiB comes in each round trip, as Node renews it by halves.',
    figures: ratio(0.03),
    pairs: 2,
    prepare: async (scene) => {
      const address = scene.hold(await farAway(await logServer(scene), 40)).address
      const side = (channel: 'ours' | 'default') => async () => {
        const program = reading(address, { writer: 'ours', flood: THIRTY_MB, channel })
        return [(await run(program, readAll)).ms]
      }
      return { a: side('ours'), b: side('default') }
    }
  },
  {
    id: 'L5',
    what: 'from the server’s sending to the line on stdout, a line each 2 ms, on loopback',
    figures: [
      { of: 'half of them', unit: 'ms', goal: 1, isAbsolute: true },
      { of: '99 of 100', unit: 'ms', goal: 5, isAbsolute: true }
    ],
    prepare: async (scene) => {
      const program = reading(await logServer(scene), { writer: 'shipped', flood: TICKING })
      return { a: () => delays(program) }
    }
  },
  {
    id: 'L6',
    what: 'peak memory of 5 M lines / of 1 M lines',
    why: 'nothing is held of what was written: V8 gives its young generation more room the more it collects, up to 128 MiB. 10 M lines take 175 MiB, 20 M 245, 60 M 240 and 100 M 270, with a heap of 149 MB from 20 M on. Received and written as it is, a log takes 105 and 145 MiB.',
    figures: PEAKS,
    prepare: peaks(peakOf({ ...MILLION, lines: 5_000_000 }), peakOf(MILLION))
  },
  {
    id: 'L6',
    what: 'peak memory of 140,000 lines with a slow reader / with a fast one',
    figures: PEAKS,
    prepare: peaks(peakOf({ ...MILLION, lines: 140_000 }, readSlowly), peakOf({ ...MILLION, lines: 140_000 }))
  }
]
