import { setTimeout as sleep } from 'node:timers/promises'
import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import { StatusError } from '../../../emulator/contract/contract.ts'
import type { Observed } from '../../../emulator/wire/exchange.ts'
import type { Fault, ScriptedFault } from '../../../emulator/wire/faults/faults.ts'
import { startPair } from './support/client.ts'

const PUBLISH = 'ComputeService/PublishDraft'
const LOGS = 'ComputeService/StreamCompileLogs'
const UPLOAD = 'BuildService/UploadBuildContext'
const DROPPED = { code: status.UNAVAILABLE, details: expect.stringMatching(/Connection dropped|ECONNRESET/) }

test.each<readonly [Fault, number]>([
  [{ action: 'drop-before' }, 0],
  [{ action: 'drop-after' }, 1]
])('%j cuts the connection, with the handler run %i times', async (fault, runs) => {
  await using pair = await publishing(on(PUBLISH, [1], fault))
  await expect(pair.call(PUBLISH, {})).rejects.toMatchObject(DROPPED)
  expect(pair.runs).toHaveLength(runs)
  expect(pair.observed.map(({ outcome }) => outcome)).toEqual(['dropped'])
  expect(await pair.call(PUBLISH, {})).toMatchObject({ published_version: runs + 1 })
})

test.each([
  [false, 0],
  [true, 1]
])('a status with after: %s is answered with the handler run %i times', async (afterEffect, runs) => {
  const fault = { action: 'status', code: status.ABORTED, details: 'naïve\n100%', afterEffect } as const
  await using pair = await publishing(on(PUBLISH, [1], fault))
  await expect(pair.call(PUBLISH, {})).rejects.toMatchObject({ code: status.ABORTED, details: 'naïve\n100%' })
  expect(pair.runs).toHaveLength(runs)
  expect(pair.observed[0]?.outcome).toEqual({ code: status.ABORTED, details: 'naïve\n100%' })
})

test.each<readonly [Fault, object | undefined]>([
  [{ action: 'drop-before' }, undefined],
  [{ action: 'drop-after' }, { published_version: 1 }],
  [{ action: 'status', code: status.ABORTED, details: '', afterEffect: false }, undefined],
  [{ action: 'status', code: status.ABORTED, details: '', afterEffect: true }, { published_version: 1 }]
])(
  'after %j an observer still knows whether the call took effect, from whom and when it came',
  async (fault, answer) => {
    const begun = Date.now()
    await using pair = await publishing(on(PUBLISH, [1], fault))
    await pair.call(PUBLISH, {}).catch(() => undefined)
    expect(pair.observed[0]?.answer).toEqual(answer)
    expect(pair.observed[0]?.agent).toMatch(/^grpc-node-js\//)
    expect(pair.observed[0]?.arrivedAtMs).toBeGreaterThanOrEqual(begun)
  }
)

test('a fault replaces also the answer of a handler that fails', async () => {
  const publish = async () => {
    throw new StatusError(status.FAILED_PRECONDITION, 'no draft')
  }
  const fault = { action: 'status', code: status.ABORTED, details: '', afterEffect: true } as const
  const faults = [on(PUBLISH, [1], fault), on(PUBLISH, [2], { action: 'drop-after' })]
  await using pair = await startPair({ faults, handlers: { unary: { [PUBLISH]: publish } } })
  await expect(pair.call(PUBLISH, {})).rejects.toMatchObject({ code: status.ABORTED })
  await expect(pair.call(PUBLISH, {})).rejects.toMatchObject(DROPPED)
  await expect(pair.call(PUBLISH, {})).rejects.toMatchObject({ code: status.FAILED_PRECONDITION })
})

test('a hanging call ends when the client gives up, without effect', async () => {
  await using pair = await publishing(on(PUBLISH, [1], { action: 'hang' }))
  await expect(pair.call(PUBLISH, {}, { timeoutMs: 2000 })).rejects.toMatchObject({ code: status.DEADLINE_EXCEEDED })
  await pair.call(PUBLISH, {})
  expect(pair.runs).toHaveLength(1)
  expect(pair.observed[0]?.outcome).toMatchObject({ code: status.CANCELLED })
})

test('a call that hangs after its effect has taken it, and a stream sends all and is never closed', async () => {
  const fault = { action: 'hang-after' } as const
  await using pair = await publishing(on(PUBLISH, [1], fault), on(LOGS, [1], fault))
  const hanging = pair.call(PUBLISH, {}, { timeoutMs: 3000 }).catch((error) => error)
  while (pair.runs.length === 0) await sleep(10)
  await pair.call(PUBLISH, {})
  expect(await hanging).toMatchObject({ code: status.DEADLINE_EXCEEDED })
  while (pair.observed.length < 2) await sleep(10)
  const [last, first] = pair.observed
  expect([first, last].map((each) => each?.call)).toEqual([1, 2])
  expect(first?.doneAtMs).toBeLessThanOrEqual(last?.doneAtMs ?? 0)
  const held = await pair.stream(LOGS, {}, { timeoutMs: 3000 })
  expect(held.messages).toHaveLength(LINES.length)
  expect(held.error).toMatchObject({ code: status.DEADLINE_EXCEEDED })
})

test('a delayed call takes effect although the client gave up', async () => {
  await using pair = await publishing(on(PUBLISH, [1], { action: 'delay', ms: 5000 }))
  await expect(pair.call(PUBLISH, {}, { timeoutMs: 1000 })).rejects.toMatchObject({ code: status.DEADLINE_EXCEEDED })
  expect(pair.runs).toHaveLength(0)
  while (pair.observed.length === 0) await sleep(10)
  expect(pair.runs).toHaveLength(1)
})

test('calls are counted for each method by itself', async () => {
  await using pair = await publishing(on(PUBLISH, [2, 3], { action: 'drop-before' }))
  await pair.call('ComputeService/HealthCheck', {}).catch(() => {})
  await pair.call(PUBLISH, {})
  await expect(pair.call(PUBLISH, {})).rejects.toMatchObject(DROPPED)
  await expect(pair.call(PUBLISH, {})).rejects.toMatchObject(DROPPED)
  await pair.call(PUBLISH, {})
  expect(pair.observed.map(({ method, call }) => `${method} ${call}`)).toEqual([
    'ComputeService/HealthCheck 1',
    ...[1, 2, 3, 4].map((call) => `${PUBLISH} ${call}`)
  ])
})

test('"all" hits every call', async () => {
  await using pair = await publishing(on(PUBLISH, 'all', { action: 'drop-before' }))
  for (let call = 0; call < 3; call += 1) await expect(pair.call(PUBLISH, {})).rejects.toMatchObject(DROPPED)
  expect(pair.runs).toHaveLength(0)
})

test.each([1, 3])(
  'cut-stream after %i gives the client so many messages, then cuts the connection',
  async (messages) => {
    await using pair = await publishing(on(LOGS, [1, 2, 3, 4, 5], { action: 'cut-stream', messages }))
    for (let call = 1; call <= 5; call += 1) {
      const cut = await pair.stream(LOGS, {})
      expect(cut.messages.map((message) => message['timestamp_ms'])).toEqual(LINES.slice(0, messages).map(String))
      expect(cut.error).toMatchObject(DROPPED)
    }
    expect((await pair.stream(LOGS, {})).messages).toHaveLength(LINES.length)
    expect(pair.closedLogs).toBe(6)
  }
)

test('a stream that ends before its cut ends well', async () => {
  await using pair = await publishing(on(LOGS, 'all', { action: 'cut-stream', messages: LINES.length + 1 }))
  expect(await pair.stream(LOGS, {})).toMatchObject({ messages: LINES.map(() => expect.anything()) })
})

test('drop-after on a stream sends every message and no end', async () => {
  await using pair = await publishing(on(LOGS, [1], { action: 'drop-after' }))
  const cut = await pair.stream(LOGS, {})
  expect(cut.messages).toHaveLength(LINES.length)
  expect(cut.error).toMatchObject(DROPPED)
})

test.each<readonly [Fault, number]>([
  [{ action: 'drop-before' }, 0],
  [{ action: 'drop-after' }, 1]
])('%j on an upload leaves the handler run %i times', async (fault, runs) => {
  await using pair = await publishing(on(UPLOAD, [1], fault))
  const messages = [{ metadata: { name: 'x' } }, { chunk: Buffer.alloc(1000).toString('base64') }]
  await expect(pair.upload(UPLOAD, messages)).rejects.toMatchObject(DROPPED)
  expect(pair.uploads).toHaveLength(runs)
  expect(await pair.upload(UPLOAD, messages)).toEqual({ context_id: 'c', size_bytes: '1000' })
})

test('an upload is cut after so many of its messages, and the handler fails', async () => {
  await using pair = await publishing(on(UPLOAD, [1], { action: 'cut-stream', messages: 2 }))
  const messages = [
    { metadata: { name: 'x' } },
    ...[1, 2, 3].map(() => ({ chunk: Buffer.alloc(10).toString('base64') }))
  ]
  await expect(pair.upload(UPLOAD, messages)).rejects.toMatchObject(DROPPED)
  expect(pair.uploads).toHaveLength(0)
  expect(pair.observed[0]).toMatchObject({ outcome: 'dropped', request: { chunk: { messages: 1, bytes: 10 } } })
  expect(await pair.upload(UPLOAD, messages)).toEqual({ context_id: 'c', size_bytes: '30' })
})

test.each<readonly [ScriptedFault, string]>([
  [on('ComputeService/Publish', [1], { action: 'hang' }), 'ComputeService/Publish, which the schema does not have'],
  [on(PUBLISH, [1], { action: 'cut-stream', messages: 1 }), 'which streams nothing']
])('a fault that cannot happen is refused at start', async (fault, message) => {
  await expect(startPair({ faults: [fault] })).rejects.toThrow(message)
})

const LINES = [1, 2, 3, 4, 5]

function on(method: string, calls: ScriptedFault['calls'], fault: Fault): ScriptedFault {
  return { method, calls, fault }
}

/** A server whose handlers note their effects, under one fault. */
async function publishing(...faults: readonly ScriptedFault[]) {
  const notes = { runs: [] as string[], uploads: [] as string[], observed: [] as Observed[], closedLogs: 0 }
  const pair = await startPair({
    faults,
    observe: (event) => notes.observed.push(event),
    handlers: {
      unary: {
        [PUBLISH]: async () => {
          notes.runs.push('published')
          return { published_version: notes.runs.length }
        }
      },
      serverStream: {
        [LOGS]: async function* () {
          try {
            for (const line of LINES) yield { timestamp_ms: line }
          } finally {
            notes.closedLogs += 1
          }
        }
      },
      clientStream: {
        [UPLOAD]: async (_call, messages) => {
          let size = 0
          for await (const { chunk } of messages) size += Buffer.isBuffer(chunk) ? chunk.length : 0
          notes.uploads.push('uploaded')
          return { context_id: 'c', size_bytes: size }
        }
      }
    }
  })
  return Object.assign(notes, pair)
}
