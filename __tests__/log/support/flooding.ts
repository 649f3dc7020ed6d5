// Pushes a remote log of so many megabytes through the writer to a slow sink, and tells how much memory that took.
// Usage: flooding.ts lines|one-line MEGABYTES DIRECTORY

import { Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redactor } from '../../../src/log/redact.ts'
import { RemoteLog } from '../../../src/log/remote-log.ts'
import { WholeLog } from '../../../src/log/whole-log.ts'

const [shape = '', megabytes = '', temp = ''] = process.argv.slice(2)
const chunk = Buffer.from((shape === 'lines' ? `${'x'.repeat(99)}\n` : 'x'.repeat(100)).repeat(500))

let written = 0
let mostWaiting = 0
const sink: Writable = new Writable({
  write(block: Buffer, _encoding, done) {
    written += block.length
    mostWaiting = Math.max(mostWaiting, sink.writableLength)
    void sleep(1).then(() => done())
  }
})
const redactor = new Redactor(['a-bearer-token-of-some-length'])
const whole = new WholeLog({ temp, onMade: () => undefined, onTrouble: (text) => console.error(text) })
const log = new RemoteLog({ sink, redact: (text) => redactor.redact(text), keeper: whole.section('Flood') })

/** The memory of a process that has just begun grows in any case, up to what its collector is used to. */
async function push(bytes: number): Promise<number> {
  let most = 0
  for (let sent = 0; sent < bytes; sent += chunk.length) {
    await log.write(chunk)
    most = Math.max(most, process.memoryUsage.rss())
  }
  return most
}

const most = Number(megabytes) * 1e6
const early = await push(most / 5)
const late = await push((most * 4) / 5)
const waited = mostWaiting
await log.end()
console.log(JSON.stringify({ early, late, written, waited, lines: log.lines, path: whole.path }))
