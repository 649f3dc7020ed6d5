/**
 * Sends logs over gRPC: the request tells how many lines, in messages of how many, and whether one comes each 2 ms with the
 * time of its sending. Prints its address.
 */
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import * as grpc from '@grpc/grpc-js'
import { asIs, type Flood, METHOD } from './log-wire.ts'

const LINE = '   Compiling some-crate v1.0.203 (/workspace/some-crate)      \n'
const TICK_MS = 2

type Call = grpc.ServerWritableStream<Buffer, Buffer>

async function pour(call: Call): Promise<void> {
  const flood = JSON.parse(call.request.toString()) as Flood
  for await (const message of flood.ticking ? ticks(flood) : blocks(flood)) {
    if (!call.write(message)) await once(call, 'drain')
  }
  call.end()
}

function* blocks({ lines, linesPerMessage, distinct }: Flood): Generator<Buffer> {
  const message = Buffer.from(LINE.repeat(linesPerMessage))
  for (let sent = 0; sent < lines; sent += linesPerMessage) {
    yield distinct ? Buffer.from(errors(sent, linesPerMessage)) : message
  }
}

/** What a Go compiler says of lines that are all wrong. */
function errors(from: number, count: number): string {
  const line = (_: unknown, at: number) => `./main.go:${from + at + 1}:2: undefined: name${from + at}\n`
  return Array.from({ length: count }, line).join('')
}

async function* ticks({ lines }: Flood): AsyncGenerator<Buffer> {
  for (let sent = 0; sent < lines; sent++) {
    await sleep(TICK_MS)
    yield Buffer.from(`sent at ${process.hrtime.bigint()}\n`)
  }
}

const server = new grpc.Server()
const read = {
  path: METHOD,
  requestStream: false,
  responseStream: true,
  requestSerialize: asIs,
  requestDeserialize: asIs,
  responseSerialize: asIs,
  responseDeserialize: asIs
}
server.addService({ read }, { read: (call: Call) => void pour(call) })
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (_error, port) =>
  console.log(`127.0.0.1:${port}`)
)
