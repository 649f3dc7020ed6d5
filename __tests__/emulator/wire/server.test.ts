import { once } from 'node:events'
import { createConnection } from 'node:net'
import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import { type Call, StatusError } from '../../../emulator/contract/contract.ts'
import type { Observed } from '../../../emulator/wire/exchange.ts'
import { startPair } from './support/client.ts'

const GET_APP = 'ComputeService/GetApp'
const SAVE = 'ComputeService/SaveDraft'
const LOGS = 'BuildService/StreamBuildLogs'
const UPLOAD = 'BuildService/UploadBuildContext'
const MEBIBYTE = 1024 * 1024

test.each(['ComputeService/GetApp', 'SecretService/ListSecrets', 'BuildService/GetBuild'])(
  '%s without a handler is UNIMPLEMENTED',
  async (method) => {
    const observed: Observed[] = []
    await using pair = await startPair({ observe: (event) => observed.push(event) })
    await expect(pair.call(method, {})).rejects.toMatchObject({ code: status.UNIMPLEMENTED })
    expect(observed).toMatchObject([{ method, call: 1, outcome: { code: status.UNIMPLEMENTED } }])
  }
)

test('streams without a handler are UNIMPLEMENTED too', async () => {
  await using pair = await startPair()
  expect(await pair.stream(LOGS, {})).toMatchObject({ messages: [], error: { code: status.UNIMPLEMENTED } })
  await expect(pair.upload(UPLOAD, [])).rejects.toMatchObject({ code: status.UNIMPLEMENTED })
})

test('a handler for a method that the schema lacks is refused at start', async () => {
  const handlers = { unary: { 'ComputeService/GetApps': async () => ({}) } }
  await expect(startPair({ handlers })).rejects.toThrow('ComputeService/GetApps')
})

test('a request over 4 MiB is RESOURCE_EXHAUSTED and does not reach the handler', async () => {
  const sizes: number[] = []
  const save = async (call: Call) => {
    sizes.push(JSON.stringify(call.request).length)
    return {}
  }
  await using pair = await startPair({ handlers: { unary: { [SAVE]: save } } })
  const request = (bytes: number) => ({ code: { compile: { source_code: Buffer.alloc(bytes).toString('base64') } } })
  await expect(pair.call(SAVE, request(4 * MEBIBYTE))).rejects.toMatchObject({ code: status.RESOURCE_EXHAUSTED })
  expect(sizes).toEqual([])
  await pair.call(SAVE, request(4 * MEBIBYTE - 100))
  expect(sizes).toHaveLength(1)
})

test('an answer may be larger', async () => {
  const content = Buffer.alloc(3 * MEBIBYTE, 1)
  const code = async () => ({ files: [{ path: 'a', content }] })
  await using pair = await startPair({ handlers: { unary: { 'ComputeService/GetAppCode': code } } })
  const answer = await pair.call('ComputeService/GetAppCode', {})
  expect(JSON.stringify(answer)).toContain(content.toString('base64'))
})

test.each<readonly [string, Error, object]>([
  [
    'a StatusError its status',
    new StatusError(status.NOT_FOUND, 'no app\n::error::'),
    { code: status.NOT_FOUND, details: 'no app\n::error::' }
  ],
  ['any other error INTERNAL', new TypeError('oops'), { code: status.INTERNAL, details: 'oops' }],
  [
    'half a surrogate pair a text',
    new StatusError(status.ABORTED, 'a\ud800b'),
    { code: status.ABORTED, details: 'a\ufffdb' }
  ]
])('of what handlers throw, %s becomes', async (_what, thrown, expected) => {
  const fail = async () => {
    throw thrown
  }
  const failing = {
    unary: { [GET_APP]: fail },
    serverStream: {
      [LOGS]: async function* () {
        yield {}
        throw thrown
      }
    },
    clientStream: { [UPLOAD]: fail }
  }
  await using pair = await startPair({ handlers: failing })
  await expect(pair.call(GET_APP, {})).rejects.toMatchObject(expected)
  await expect(pair.upload(UPLOAD, [])).rejects.toMatchObject(expected)
  expect((await pair.stream(LOGS, {})).error).toMatchObject(expected)
})

test('every call but HealthCheck is authenticated, and a refused one is not run', async () => {
  const asked: string[] = []
  const run: string[] = []
  const handle = async (call: Call) => {
    run.push(call.method)
    return {}
  }
  await using pair = await startPair({
    handlers: { unary: { [GET_APP]: handle, 'ComputeService/HealthCheck': handle } },
    authenticate: (metadata, method) => {
      asked.push(method)
      if (metadata.get('authorization')[0] !== 'Bearer good') throw new StatusError(status.UNAUTHENTICATED, 'no token')
    }
  })
  await expect(pair.call(GET_APP, {})).rejects.toMatchObject({ code: status.UNAUTHENTICATED, details: 'no token' })
  await pair.call('ComputeService/HealthCheck', {})
  await pair.call(GET_APP, {}, { token: 'good' })
  expect(run).toEqual(['ComputeService/HealthCheck', GET_APP])
  expect(asked).toEqual([GET_APP, GET_APP])
})

test('a call that is given up aborts its signal, and one that is answered does not', async () => {
  const signals: AbortSignal[] = []
  const { promise: aborted, resolve } = Promise.withResolvers<void>()
  const observed: Observed[] = []
  const handle = async (call: Call) => {
    signals.push(call.signal)
    if (call.request['app_name'] === 'quick') return {}
    await once(call.signal, 'abort')
    resolve()
    return {}
  }
  await using pair = await startPair({ handlers: { unary: { [GET_APP]: handle } }, observe: (e) => observed.push(e) })
  await pair.call(GET_APP, { app_name: 'quick' })
  await expect(pair.call(GET_APP, {}, { timeoutMs: 2000 })).rejects.toMatchObject({ code: status.DEADLINE_EXCEEDED })
  await aborted
  expect(signals.map((signal) => signal.aborted)).toEqual([false, true])
  await pair.call(GET_APP, { app_name: 'quick' })
  expect(observed.map(({ outcome }) => outcome)).toMatchObject([
    { code: status.OK },
    { code: status.CANCELLED },
    { code: status.OK }
  ])
})

test('a long stream arrives whole and in order', async () => {
  const lines = Array.from({ length: 3000 }, (_, line) => ({
    data: Buffer.from('x'.repeat(line % 100)),
    timestamp_ms: line
  }))
  const logs = async function* () {
    yield* lines
  }
  await using pair = await startPair({ handlers: { serverStream: { [LOGS]: logs } } })
  const { messages, error } = await pair.stream(LOGS, {})
  expect(error).toBeUndefined()
  expect(messages.map((message) => message['timestamp_ms'])).toEqual(lines.map((_, line) => String(line)))
})

test('an upload arrives message by message, and may be larger than 4 MiB in all', async () => {
  const upload = async (_call: Call, messages: AsyncIterable<Record<string, unknown>>) => {
    const kinds: unknown[] = []
    let size = 0
    for await (const message of messages) {
      kinds.push(message['payload'])
      if (Buffer.isBuffer(message['chunk'])) size += message['chunk'].length
    }
    return { context_id: kinds.join(), size_bytes: size }
  }
  await using pair = await startPair({ handlers: { clientStream: { [UPLOAD]: upload } } })
  const chunk = Buffer.alloc(2 * MEBIBYTE).toString('base64')
  const answer = await pair.upload(UPLOAD, [{ metadata: { name: 'x' } }, { chunk }, { chunk }, { chunk }])
  expect(answer).toEqual({ context_id: 'metadata,chunk,chunk,chunk', size_bytes: String(6 * MEBIBYTE) })
})

test('a chunk over 4 MiB is RESOURCE_EXHAUSTED', async () => {
  const upload = async (_call: Call, messages: AsyncIterable<Record<string, unknown>>) => {
    for await (const _ of messages);
    return {}
  }
  await using pair = await startPair({ handlers: { clientStream: { [UPLOAD]: upload } } })
  const chunk = Buffer.alloc(4 * MEBIBYTE).toString('base64')
  await expect(pair.upload(UPLOAD, [{ chunk }])).rejects.toMatchObject({ code: status.RESOURCE_EXHAUSTED })
})

test('a client may disappear in the middle of anything', async () => {
  await using pair = await startPair()
  for (const bytes of ['', 'GET / HTTP/1.1\r\n\r\n', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', '\u0000'.repeat(100)]) {
    const socket = createConnection(pair.port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(bytes)
    socket.resetAndDestroy()
    await once(socket, 'close')
  }
  await expect(pair.call(GET_APP, {})).rejects.toMatchObject({ code: status.UNIMPLEMENTED })
})

test('closing ends open calls and frees the port', async () => {
  const { promise: arrived, resolve } = Promise.withResolvers<void>()
  const wait = async (call: Call) => {
    resolve()
    await once(call.signal, 'abort')
    return {}
  }
  const pair = await startPair({ handlers: { unary: { [GET_APP]: wait } } })
  const open = pair.call(GET_APP, {}).catch((error: unknown) => error)
  await arrived
  await pair[Symbol.asyncDispose]()
  expect(await open).toBeInstanceOf(Error)
  await using again = await startPair({ port: pair.port })
  expect(again.port).toBe(pair.port)
  await expect(startPair({ port: pair.port })).rejects.toThrow('EADDRINUSE')
})
