/**
 * Receives a log by gRPC and writes it to stdout. Usage: log-reader WRITER CHANNEL HOST:PORT FLOOD. Writers: `raw` changes
 * nothing, `naive` is what most actions do, `ours` shows all of the log, `shipped` is bounded, and keeps the file and the
 * diagnostics. Channels: `ours`, and `default`, that of grpc-js.
 */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as core from '@actions/core'
import { Client, credentials } from '@grpc/grpc-js'
import { Diagnostics } from '../../src/log/diagnostics/diagnostics.ts'
import { Redactor } from '../../src/log/redact.ts'
import { type Outlets, RemoteLog } from '../../src/log/remote-log.ts'
import { WholeLog } from '../../src/log/whole-log.ts'
import { parseEndpoint } from '../../src/model/values/endpoint.ts'
import { openChannel } from '../../src/platform/network/channel.ts'
import { CREDENTIALS } from './credentials.ts'
import { asIs, METHOD } from './log-wire.ts'

type LogWriter = { write(message: Buffer): Promise<void> | void; end(): Promise<void> | void }

const WRITERS: Readonly<Record<string, () => LogWriter>> = {
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
    const diagnostics = new Diagnostics()
    return ours({ keeper: whole.section('bench'), reader: (lines) => diagnostics.read(lines) })
  }
}

function ours(outlets: Pick<Outlets, 'shown' | 'keeper' | 'reader'>): RemoteLog {
  const redactor = new Redactor(CREDENTIALS)
  return new RemoteLog({ sink: process.stdout, redact: (text) => redactor.redact(text), ...outlets })
}

function clientOf(channel: string, address: string): Client {
  if (channel === 'default') return new Client(address, credentials.createInsecure())
  const endpoint = parseEndpoint(address)
  if ('problem' in endpoint) throw new Error(endpoint.problem)
  return openChannel({ endpoint, version: '0.0.0', debug: () => undefined, early: false }).client
}

const [writer = '', channel = '', address = '', flood = ''] = process.argv.slice(2)
const client = clientOf(channel, address)
const log = WRITERS[writer]?.() ?? ours({})
for await (const message of client.makeServerStreamRequest(METHOD, asIs, asIs, Buffer.from(flood))) {
  await log.write(message)
}
await log.end()
client.close()
