import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import { SourceError, Stopped, UnsupportedServerError } from '../../../src/model/errors.ts'
import type { Manner } from '../../../src/platform/calls/link.ts'
import { receive, sendAll } from '../../../src/platform/calls/streams.ts'
import { number, text } from '../../../src/platform/codec/answer.ts'
import type { Plain } from '../../../src/platform/codec/read.ts'
import { bundledFiles } from '../../../src/platform/descriptors/bundled.ts'
import { buildSchema } from '../../../src/platform/descriptors/registry.ts'
import { linked } from '../support/connecting.ts'
import { type FakeServer, fakeServer, type Handler } from '../support/fake-server.ts'

const schema = buildSchema(bundledFiles(), 'test')

/** No deadline: only a cancel ends it. */
const FOLLOW: Manner = {
  doing: 'Reading the log',
  reason: 'app_missing',
  effect: 'read',
  capMs: Number.POSITIVE_INFINITY
}
const logs = schema.method('ComputeService', 'StreamCompileLogs')!

/** Chunks without end, or so many and an error. */
function chunks(limit = Number.POSITIVE_INFINITY) {
  const cancelled = Promise.withResolvers<void>()
  const handler: Handler = async function* (_, signal) {
    signal.addEventListener('abort', () => cancelled.resolve())
    for (let index = 0; !signal.aborted; index++) {
      if (index === limit) throw { code: status.UNAVAILABLE, details: 'cut' }
      yield { data: Buffer.from(`${index}`).toString('base64') }
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { handler, cancelled: cancelled.promise }
}

test('leaving the loop over a stream cancels the call at the server', async () => {
  const { handler, cancelled } = chunks()
  await using server = await fakeServer({ handlers: { StreamCompileLogs: handler } })
  using link = linked(server)
  const seen: string[] = []
  for await (const chunk of receive(link, logs, { deploy_id: 'd' }, FOLLOW)) {
    seen.push(text(chunk, 'data'))
    if (seen.length === 3) break
  }
  expect(seen).toEqual(['0', '1', '2'])
  await cancelled
  expect(server.calls).toEqual([
    { method: 'StreamCompileLogs', request: { deploy_id: 'd' }, token: 'Bearer test-token' }
  ])
})

test('the stop ends a stream with its own reason, and the server hears of it', async () => {
  const { handler, cancelled } = chunks()
  await using server = await fakeServer({ handlers: { StreamCompileLogs: handler } })
  const stop = new AbortController()
  using link = linked(server, { stop: stop.signal })
  const follow = async () => {
    for await (const _ of receive(link, logs, {}, FOLLOW)) stop.abort(new Stopped('timed_out', 'time is up'))
  }
  await expect(follow()).rejects.toThrow('time is up')
  await cancelled
})

test('a stream that is cut gives what came, then the error', async () => {
  const { handler } = chunks(2)
  await using server = await fakeServer({ handlers: { StreamCompileLogs: handler } })
  using link = linked(server)
  const seen: string[] = []
  const follow = async () => {
    for await (const chunk of receive(link, logs, {}, FOLLOW)) seen.push(text(chunk, 'data'))
  }
  await expect(follow()).rejects.toMatchObject({ code: 'UNAVAILABLE', message: 'Reading the log: UNAVAILABLE: cut' })
  expect(seen).toEqual(['0', '1'])
})

const upload = schema.method('BuildService', 'UploadBuildContext')!
const SEND: Manner = {
  doing: 'Uploading',
  reason: 'build_failed',
  effect: 'write',
  capMs: Number.POSITIVE_INFINITY
}
const BLOCK = 512 * 1024

type Source = { taken: number; closed: boolean; requests: AsyncGenerator<Plain> }

/** So many blocks, with a count of those that were asked for; it knows whether it was left. */
function source(blocks: number, onTaken: (taken: number) => void | Promise<void> = () => undefined): Source {
  const state: Omit<Source, 'requests'> = { taken: 0, closed: false }
  async function* requests() {
    try {
      for (; state.taken < blocks; state.taken++) {
        await onTaken(state.taken)
        yield { chunk: new Uint8Array(BLOCK).fill(state.taken) }
      }
    } finally {
      state.closed = true
    }
  }
  return Object.assign(state, { requests: requests() })
}

/** How many requests the handler has seen, and what each brought. */
async function drained(requests: AsyncIterable<unknown> | undefined, onEach: () => unknown): Promise<number> {
  let bytes = 0
  for await (const request of requests!) {
    const { chunk } = request as { chunk: string }
    bytes += Buffer.byteLength(chunk, 'base64')
    await onEach()
  }
  return bytes
}

test('a client stream arrives whole and in order, with the token and the deadline of the run', async () => {
  const firsts: number[] = []
  const UploadBuildContext: Handler = async ({ requests, deadline }) => {
    for await (const request of requests!) firsts.push(Buffer.from((request as { chunk: string }).chunk, 'base64')[0]!)
    return { context_id: 'c', size_bytes: String(Math.round((deadline! - Date.now()) / 1000)) }
  }
  await using server = await fakeServer({ handlers: { UploadBuildContext } })
  using link = linked(server, { endsAt: 7_200_000 })
  const { requests } = source(40)
  const answer = await sendAll(link, upload, requests, SEND)
  expect(firsts).toEqual(Array.from({ length: 40 }, (_, index) => index))
  expect(text(answer, 'context_id')).toBe('c')
  expect(number(answer, 'size_bytes')).toBeGreaterThan(7_000)
  expect(number(answer, 'size_bytes')).toBeLessThanOrEqual(7_260)
  expect(server.calls).toEqual([expect.objectContaining({ token: 'Bearer test-token' })])
})

test('a slow server is not run ahead of: of 100 MB little waits in memory', async () => {
  const blocks = 200
  let seen = 0
  let ahead = 0
  const state = source(blocks, (taken) => {
    ahead = Math.max(ahead, taken - seen)
  })
  const UploadBuildContext: Handler = async ({ requests }) => {
    const bytes = await drained(requests, async () => {
      seen++
      for (let pause = 0; pause < 20; pause++) await turn()
    })
    return { size_bytes: String(bytes) }
  }
  await using server = await fakeServer({ handlers: { UploadBuildContext } })
  using link = linked(server)
  const answer = await sendAll(link, upload, state.requests, SEND)
  expect(number(answer, 'size_bytes')).toBe(blocks * BLOCK)
  expect(ahead * BLOCK).toBeLessThan(32 * 1024 * 1024)
})

/** A way to the server that can be cut, as a cable can. */
async function cable(server: Pick<FakeServer, 'endpoint'>) {
  const to = new URL(`http://${server.endpoint.authority}`)
  const sockets: Socket[] = []
  const proxy = createServer((near) => {
    const far = connect(Number(to.port), to.hostname)
    for (const socket of [near, far]) sockets.push(socket.on('error', () => undefined))
    near.pipe(far).pipe(near)
  })
  await once(proxy.listen(0, '127.0.0.1'), 'listening')
  const { port } = proxy.address() as AddressInfo
  const cut = () => {
    proxy.close()
    for (const socket of sockets) socket.destroy()
  }
  return { endpoint: { ...server.endpoint, authority: `127.0.0.1:${port}` }, cut, [Symbol.dispose]: cut }
}

test('an upload whose connection breaks half-way may have taken effect, and its source is closed', async () => {
  let seen = 0
  const begun = Promise.withResolvers<void>()
  const UploadBuildContext: Handler = async ({ requests }) => {
    await drained(requests, () => ++seen === 5 && begun.resolve())
    return {}
  }
  await using server = await fakeServer({ handlers: { UploadBuildContext } })
  using way = await cable(server)
  using link = linked(way)
  const state = source(1_000)
  const pending = sendAll(link, upload, state.requests, SEND).catch((error: unknown) => error)
  await begun.promise
  way.cut()
  expect(await pending).toMatchObject({
    name: 'PlatformError',
    code: 'UNAVAILABLE',
    ambiguous: true,
    reason: 'platform_unavailable'
  })
  expect(state.closed).toBe(true)
  expect(state.taken).toBeLessThan(200)
})

test('a server that refuses half-way is heard at once, and its source is closed', async () => {
  const UploadBuildContext: Handler = async ({ requests }) => {
    await requests![Symbol.asyncIterator]().next()
    throw { code: status.INVALID_ARGUMENT, details: 'no gzip' }
  }
  await using server = await fakeServer({ handlers: { UploadBuildContext } })
  using link = linked(server)
  const state = source(1_000)
  await expect(sendAll(link, upload, state.requests, SEND)).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
    ambiguous: false,
    reason: 'build_failed',
    message: 'Uploading: INVALID_ARGUMENT: no gzip'
  })
  expect(state.closed).toBe(true)
  expect(state.taken).toBeLessThan(200)
})

test('an answer before all was sent is no success', async () => {
  const UploadBuildContext: Handler = async ({ requests }) => {
    await requests![Symbol.asyncIterator]().next()
    return { context_id: 'too soon' }
  }
  await using server = await fakeServer({ handlers: { UploadBuildContext } })
  using link = linked(server)
  const state = source(1_000)
  await expect(sendAll(link, upload, state.requests, SEND)).rejects.toMatchObject({ ambiguous: true })
  expect(state.closed).toBe(true)
})

test('the stop ends an upload with its own reason, the server hears of it, and the source is closed', async () => {
  const stop = new AbortController()
  const cancelled = Promise.withResolvers<void>()
  const UploadBuildContext: Handler = async ({ requests }, signal) => {
    signal.addEventListener('abort', () => cancelled.resolve())
    await drained(requests, () => stop.abort(new Stopped('cancelled', 'told to stop')))
    return {}
  }
  await using server = await fakeServer({ handlers: { UploadBuildContext } })
  using link = linked(server, { stop: stop.signal })
  const state = source(1_000)
  await expect(sendAll(link, upload, state.requests, SEND)).rejects.toThrow('told to stop')
  await cancelled.promise
  expect(state.closed).toBe(true)
  await expect(sendAll(link, upload, source(1).requests, SEND)).rejects.toBeInstanceOf(Stopped)
  expect(server.calls).toHaveLength(1)
})

test('a source that fails ends the call with its own error', async () => {
  const begun = Promise.withResolvers<void>()
  const cancelled = Promise.withResolvers<void>()
  const UploadBuildContext: Handler = async ({ requests }, signal) => {
    signal.addEventListener('abort', () => cancelled.resolve())
    await drained(requests, begun.resolve)
    return {}
  }
  await using server = await fakeServer({ handlers: { UploadBuildContext } })
  using link = linked(server)
  const failing = source(9, async (taken) => {
    if (taken < 3) return
    await begun.promise
    throw new SourceError('a file vanished')
  })
  await expect(sendAll(link, upload, failing.requests, SEND)).rejects.toThrow(new SourceError('a file vanished'))
  await cancelled.promise
})

test('a server whose type lacks the field is told apart from a failed upload', async () => {
  await using server = await fakeServer({ handlers: { UploadBuildContext: () => ({}) } })
  using link = linked(server)
  async function* requests() {
    yield { piece: new Uint8Array(1) }
  }
  const error = await sendAll(link, upload, requests(), SEND).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(UnsupportedServerError)
  expect(error).toMatchObject({ message: expect.stringMatching(/UploadBuildContext.*`piece`/) })
})

test('an upload ends with the time of the run', async () => {
  const UploadBuildContext: Handler = () => new Promise(() => undefined)
  await using server = await fakeServer({ handlers: { UploadBuildContext } })
  using link = linked(server, { endsAt: 200 })
  const state = source(1_000)
  await expect(sendAll(link, upload, state.requests, SEND)).rejects.toMatchObject({
    code: 'DEADLINE_EXCEEDED',
    ambiguous: true
  })
  expect(state.closed).toBe(true)
  expect(state.taken).toBeLessThan(200)
})
