/**
 * What making a remote log harmless costs: programs that receive a log by gRPC on loopback and write it to a pipe, in
 * turn, as ratios of whole processes. Usage: node bench/remote-log.ts [pairs]
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import * as core from '@actions/core'
import * as grpc from '@grpc/grpc-js'
import { Redactor } from '../src/log/redact.ts'
import { type Outlets, RemoteLog } from '../src/log/remote-log.ts'
import { WholeLog } from '../src/log/whole-log.ts'

const METHOD = '/bench.Log/Read'
const LINE = '   Compiling some-crate v1.0.203 (/workspace/some-crate)      '
const SECRETS = ['a-bearer-token-of-forty-characters-or-so', 'registry-password']

/** Raw: no writer. Naive: what most actions do. Ours: all of the log is shown. Shipped: bounded, and with the file. */
type Writer = 'raw' | 'naive' | 'ours' | 'shipped'
type Flood = { readonly lines: number; readonly linesPerMessage: number }
type Run = Flood & { readonly writer: Writer; readonly slowReader?: boolean }
type Cost = { readonly ms: number; readonly peakMiB: number }

const asIs = (bytes: Buffer): Buffer => bytes

function serve(): void {
  const server = new grpc.Server()
  server.addService(
    {
      read: {
        path: METHOD,
        requestStream: false,
        responseStream: true,
        requestSerialize: asIs,
        requestDeserialize: asIs,
        responseSerialize: asIs,
        responseDeserialize: asIs
      }
    },
    { read: (call: grpc.ServerWritableStream<Buffer, Buffer>) => void pour(call) }
  )
  server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (_error, port) => console.log(port))
}

async function pour(call: grpc.ServerWritableStream<Buffer, Buffer>): Promise<void> {
  const { lines, linesPerMessage } = JSON.parse(call.request.toString()) as Flood
  const message = Buffer.from(`${LINE}\n`.repeat(linesPerMessage))
  for (let sent = 0; sent < lines; sent += linesPerMessage) {
    if (!call.write(message)) await once(call, 'drain')
  }
  call.end()
}

async function receive(port: string, { writer, ...flood }: Run): Promise<void> {
  const channel = { 'grpc-node.flow_control_window': 4 * 1024 * 1024 }
  const client = new grpc.Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), channel)
  const messages = client.makeServerStreamRequest(METHOD, asIs, asIs, Buffer.from(JSON.stringify(flood)))
  const log = writers[writer]()
  for await (const message of messages as AsyncIterable<Buffer>) await log.write(message)
  await log.end()
  client.close()
  process.stderr.write(String(process.resourceUsage().maxRSS / 1024))
}

type LogWriter = { write(message: Buffer): Promise<void> | void; end(): Promise<void> | void }

const writers: Record<Writer, () => LogWriter> = {
  raw: () => ({
    async write(message) {
      if (!process.stdout.write(message)) await once(process.stdout, 'drain')
    },
    end() {}
  }),
  naive: () => {
    let rest = ''
    return {
      write(message) {
        const lines = (rest + message.toString()).split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines) core.info(line)
      },
      end() {}
    }
  },
  ours: () => ours({ shown: { first: Number.POSITIVE_INFINITY, last: 0 } }),
  shipped: () => {
    const temp = mkdtempSync(path.join(tmpdir(), 'bench-'))
    process.once('exit', () => rmSync(temp, { recursive: true }))
    const whole = new WholeLog({ temp, onMade: () => undefined, onTrouble: (text) => console.error(text) })
    return ours({ keeper: whole.section('bench') })
  }
}

function ours(outlets: Pick<Outlets, 'shown' | 'keeper'>): RemoteLog {
  const redactor = new Redactor(SECRETS)
  return new RemoteLog({ sink: process.stdout, redact: (text) => redactor.redact(text), ...outlets })
}

async function cost(port: string, run: Run): Promise<Cost> {
  const start = performance.now()
  const child = launch(['receive', port, JSON.stringify(run)])
  let said = ''
  child.stderr.on('data', (text) => {
    said += text
  })
  if (run.slowReader) void readSlowly(child)
  else child.stdout.resume()
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${run.writer}: ${said}`)
  return { ms: performance.now() - start, peakMiB: Number(said) }
}

async function readSlowly({ stdout }: ChildProcessByStdio<null, Readable, Readable>): Promise<void> {
  for await (const _ of stdout) await sleep(2)
}

function launch(args: readonly string[]): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, [import.meta.filename, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
}

type Measure = {
  readonly name: string
  readonly a: Run
  readonly b: Run
  readonly goal: number
  readonly of: keyof Cost
}

const MILLION: Flood = { lines: 1_000_000, linesPerMessage: 1000 }
const SINGLE: Flood = { lines: 500_000, linesPerMessage: 1 }
const raw: Run = { writer: 'raw', ...MILLION }
const all: Run = { writer: 'ours', ...MILLION }
const shipped: Run = { writer: 'shipped', ...MILLION }
const short: Run = { ...shipped, lines: 140_000 }

const MEASURES: readonly Measure[] = [
  { name: 'L1 1 M lines, ours / raw', a: all, b: raw, goal: 1.9, of: 'ms' },
  { name: '   the same, as shipped / raw', a: shipped, b: raw, goal: 1.9, of: 'ms' },
  { name: 'L2 1 M lines, ours / naive', a: all, b: { writer: 'naive', ...MILLION }, goal: 0.65, of: 'ms' },
  {
    name: 'L3 500,000 one-line messages, ours / raw',
    a: { writer: 'ours', ...SINGLE },
    b: { writer: 'raw', ...SINGLE },
    goal: 1,
    of: 'ms'
  },
  {
    name: 'L6 peak memory, 5 M lines / 1 M lines',
    a: { ...shipped, lines: 5e6 },
    b: shipped,
    goal: 1.3,
    of: 'peakMiB'
  },
  { name: 'L6 peak memory, slow / fast reader', a: { ...short, slowReader: true }, b: short, goal: 1.3, of: 'peakMiB' }
]

async function compare(pairs: number): Promise<void> {
  const server = launch(['serve'])
  const [port] = (await once(createInterface({ input: server.stdout }), 'line')) as [string]
  for (const { name, a, b, goal, of } of MEASURES) {
    const ratios: number[] = []
    for (let pair = 0; pair < pairs; pair++) ratios.push((await cost(port, a))[of] / (await cost(port, b))[of])
    ratios.sort((x, y) => x - y)
    const at = (part: number): string => (ratios[Math.floor((ratios.length - 1) * part)] ?? 0).toFixed(2)
    console.log(`${name}: median ${at(0.5)} (${at(0)} to ${at(1)}, ${pairs} pairs), goal ${goal}`)
  }
  server.kill()
}

const [mode, port = '', run = '{}'] = process.argv.slice(2)
if (mode === 'serve') serve()
else if (mode === 'receive') await receive(port, JSON.parse(run) as Run)
else await compare(Number(mode ?? 5))
