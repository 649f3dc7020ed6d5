/**
 * Sends a build context as a run does. Usage: upload send|overlapped|in-turn|pack HOST:PORT PLACE, where PLACE is a file
 * that is ready for `send`, else a directory.
 */
import { createReadStream } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { parseEndpoint } from '../../src/model/values/endpoint.ts'
import { connect } from '../../src/platform/connect.ts'
import { staticToken } from '../../src/platform/token/token.ts'
import { openedContext } from './opened-context.ts'

type Chunks = AsyncIterable<Uint8Array>

const [manner = '', address = '', place = ''] = process.argv.slice(2)

const ways: Readonly<Record<string, () => Promise<unknown>>> = {
  send: () => send(createReadStream(place, { highWaterMark: 512 * 1024 })),
  overlapped: async () => send((await openedContext(place)).open().chunks),
  'in-turn': async () => send(await gathered(place)),
  pack: () => gathered(place)
}
await ways[manner]?.()

/** What comes first is packed to its end, and sent then. */
async function gathered(root: string): Promise<Chunks> {
  const chunks = await Array.fromAsync((await openedContext(root)).open().chunks)
  return (async function* () {
    yield* chunks
  })()
}

async function send(chunks: Chunks): Promise<void> {
  const endpoint = parseEndpoint(address)
  if ('problem' in endpoint) throw new Error(endpoint.problem)
  using platform = await connect({
    endpoint,
    descriptors: { kind: 'bundled' },
    token: staticToken('test-token'),
    version: '0.0.0',
    clock: { now: () => performance.now(), sleep: (ms, stop) => setTimeout(ms, undefined, { signal: stop }) },
    stop: new AbortController().signal,
    endsAt: Number.POSITIVE_INFINITY,
    debug: () => undefined,
    step: 'o/r/1/1/deploy/ignite',
    services: ['BuildService']
  })
  await platform.uploadContext('web', 'tar.gz', chunks)
}
