/**
 * What making a remote log harmless costs (docs/performance.md L1, L2, L3, L6): programs that receive a log by gRPC on
 * loopback and write it to a pipe, in turn, as ratios of whole processes. Usage: node bench/remote-log.ts [pairs]
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import * as core from '@actions/core'
import * as grpc from '@grpc/grpc-js'
import { Redactor } from '../src/action/redact.ts'
import { type Outlets, RemoteLog } from '../src/action/remote-log.ts'
import { WholeLog } from '../src/action/whole-log.ts'

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
  const { write, end } = writers[writer]()
  for await (const message of messages as AsyncIterable<Buffer>) await write(message)
  await end()
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
  const child = child_(['receive', port, JSON.stringify(run)])
  let said = ''
  child.stderr?.on('data', (text) => (said += text))
  if (run.slowReader) void readSlowly(child)
  else child.stdout?.resume()
  await once(child, 'close')
  return { ms: performance.now() - start, peakMiB: Number(said) }
}

async function readSlowly({ stdout }: ChildProcess): Promise<void> {
  for await (const _ of stdout ?? []) await sleep(2)
}

function child_(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [import.meta.filename, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
}

async function compare(): Promise<void> {
  const pairs = Number(process.argv[2] ?? 5)
  const server = child_(['serve'])
  const [port] = (await once(createInterface({ input: server.stdout! }), 'line')) as [string]
  const ratio = async (name: string, [a, b]: readonly [Run, Run], goal: number, of: (cost: Cost) => number) => {
    const ratios: number[] = []
    for (let pair = 0; pair < pairs; pair++) ratios.push(of(await cost(port, a)) / of(await cost(port, b)))
    ratios.sort((x, y) => x - y)
    const at = (part: number): string => (ratios[Math.floor((ratios.length - 1) * part)] ?? 0).toFixed(2)
    console.log(`${name}: median ${at(0.5)} (${at(0)} to ${at(1)}, ${pairs} pairs), goal ${goal}`)
  }
  const million: Flood = { lines: 1_000_000, linesPerMessage: 1000 }
  const single: Flood = { lines: 500_000, linesPerMessage: 1 }
  const run = (writer: Writer, flood: Flood): Run => ({ writer, ...flood })
  const ms = (each: Cost): number => each.ms
  const peak = (each: Cost): number => each.peakMiB
  const small: Flood = { ...million, lines: 200_000 }
  await ratio('L1 1 M lines, ours / raw', [run('ours', million), run('raw', million)], 1.9, ms)
  await ratio('   the same as shipped / raw', [run('shipped', million), run('raw', million)], 1.9, ms)
  await ratio('L2 1 M lines, ours / naive', [run('ours', million), run('naive', million)], 0.65, ms)
  await ratio('L3 500,000 messages, ours / raw', [run('ours', single), run('raw', single)], 1, ms)
  const five = { ...million, lines: 5_000_000 }
  await ratio('L6 peak memory, 5 M / 1 M lines', [run('shipped', five), run('shipped', million)], 1.3, peak)
  const slow = { ...run('shipped', small), slowReader: true }
  await ratio('L6 peak memory, slow / fast reader', [slow, run('shipped', small)], 1.3, peak)
  server.kill()
}

const [mode, port = '', run = '{}'] = process.argv.slice(2)
if (mode === 'serve') serve()
else if (mode === 'receive') await receive(port, JSON.parse(run) as Run)
else await compare()
