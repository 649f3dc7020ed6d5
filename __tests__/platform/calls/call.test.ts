import { once } from 'node:events'
import type { JsonValue } from '@bufbuild/protobuf'
import { Metadata, status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import { PlatformError, Stopped, UnsupportedServerError } from '../../../src/model/errors.ts'
import { call } from '../../../src/platform/calls/call.ts'
import type { Manner } from '../../../src/platform/calls/link.ts'
import type { TokenSource } from '../../../src/platform/calls/token-source.ts'
import { text } from '../../../src/platform/codec/answer.ts'
import { bundledFiles } from '../../../src/platform/descriptors/bundled.ts'
import { buildSchema } from '../../../src/platform/descriptors/registry.ts'
import { staticToken } from '../../../src/platform/token/token.ts'
import { SteppingClock } from '../../support/fakes.ts'
import { linked } from '../support/connecting.ts'
import { fakeServer, type Handler } from '../support/fake-server.ts'

const schema = buildSchema(bundledFiles(), 'test')
const getApp = schema.method('ComputeService', 'GetApp')!
const READ: Manner = { doing: 'Reading the app', reason: 'app_missing', effect: 'read', capMs: 20_000 }

/** Fails so often, then answers. */
function failing(times: number, code: status, details = 'not now', metadata = new Metadata()): Handler {
  return () => {
    if (times-- > 0) throw Object.assign(new Error(details), { code, details, metadata })
    return { app: { id: 'acme/greeter' } }
  }
}

test.each([
  ['UNAVAILABLE', 'not now', 5],
  ['DEADLINE_EXCEEDED', 'slow', 5],
  ['RESOURCE_EXHAUSTED', 'too many requests', 5],
  ['ABORTED', 'conflict', 5],
  ['INTERNAL', 'Received RST_STREAM with code 2', 5],
  ['INTERNAL', 'a bug', 1],
  ['UNKNOWN', 'who knows', 1],
  ['NOT_FOUND', 'no app', 1],
  ['INVALID_ARGUMENT', 'bad name', 1],
  ['PERMISSION_DENIED', 'UMA authorization rejected', 1],
  ['FAILED_PRECONDITION', 'no', 1],
  ['UNIMPLEMENTED', 'no', 1]
] as const)('a read that fails with %s (%s) reaches the server %i times', async (name, details, times) => {
  await using server = await fakeServer({ handlers: { GetApp: failing(99, status[name], details) } })
  using link = linked(server)
  const error = await call(link, getApp, { app_name: 'a' }, READ).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(PlatformError)
  expect(error).toMatchObject({ code: name, message: expect.stringContaining(`Reading the app: ${name}: `) })
  expect(server.calls).toHaveLength(times)
})

test.each([
  ['replace', 'UNAVAILABLE', 'lost', 2],
  ['replace', 'DEADLINE_EXCEEDED', 'slow', 2],
  ['replace', 'ABORTED', 'conflict', 2],
  ['replace', 'RESOURCE_EXHAUSTED', 'rate limit exceeded', 2],
  ['replace', 'RESOURCE_EXHAUSTED', 'the quota of 5 apps is used up', 1],
  ['replace', 'INVALID_ARGUMENT', 'bad', 1],
  ['replace', 'INTERNAL', 'a bug', 1],
  ['write', 'UNAVAILABLE', 'lost', 1],
  ['write', 'ABORTED', 'conflict', 1],
  ['write', 'RESOURCE_EXHAUSTED', 'too many requests', 1],
  ['publish', 'UNAVAILABLE', 'lost', 1],
  ['publish', 'UNAUTHENTICATED', 'expired', 1]
] as const)(
  'a call with effect %s that fails with %s (%s) reaches the server %i times',
  async (effect, name, details, times) => {
    await using server = await fakeServer({ handlers: { GetApp: failing(99, status[name], details) } })
    using link = linked(server)
    await expect(call(link, getApp, {}, { ...READ, effect })).rejects.toMatchObject({ code: name })
    expect(server.calls).toHaveLength(times)
  }
)

test('a read goes on when the trouble has passed, after pauses that grow', async () => {
  await using server = await fakeServer({ handlers: { GetApp: failing(4, status.UNAVAILABLE) } })
  const clock = new SteppingClock()
  using link = linked(server, { clock })
  const answer = await call(link, getApp, {}, READ)
  expect(text(answer.get(answer.fields[0]!) as never, 'id')).toBe('acme/greeter')
  expect(clock.now()).toBeGreaterThan((0.5 + 1 + 2 + 4) * 750)
  expect(clock.now()).toBeLessThanOrEqual((0.5 + 1 + 2 + 4) * 1000)
})

test.each([
  ['1234', 2, 1234],
  ['9999999', 2, 30_000],
  ['-1', 1, 0]
])('a server that asks to wait %s ms is obeyed within reason', async (pushback, times, waited) => {
  const metadata = new Metadata()
  metadata.set('grpc-retry-pushback-ms', pushback)
  await using server = await fakeServer({ handlers: { GetApp: failing(1, status.UNAVAILABLE, 'later', metadata) } })
  const clock = new SteppingClock()
  using link = linked(server, { clock })
  await call(link, getApp, {}, READ).catch(() => undefined)
  expect(server.calls).toHaveLength(times)
  expect(clock.now()).toBe(waited)
})

test('a refused token is replaced once, and not for a publish', async () => {
  const token: TokenSource = {
    expiresAt: undefined,
    held: () => 'old',
    bearer: async () => 'old',
    renew: async (refused) => `new after ${refused}`.replaceAll(' ', '-'),
    refusal: () => undefined,
    cure: ''
  }
  const GetApp: Handler = ({ token }) => {
    if (token === 'Bearer new-after-old') return {}
    throw { code: status.UNAUTHENTICATED, details: 'expired' }
  }
  await using server = await fakeServer({ handlers: { GetApp } })
  using link = linked(server, { token })
  await call(link, getApp, {}, { ...READ, effect: 'write' })
  expect(server.calls.map((each) => each.token)).toEqual(['Bearer old', 'Bearer new-after-old'])

  await expect(call(link, getApp, {}, { ...READ, effect: 'publish' })).rejects.toMatchObject({ reason: 'auth_failed' })
  expect(server.calls).toHaveLength(3)
  using other = linked(server, { token: { ...token, renew: async () => 'wrong-too' } })
  await expect(call(other, getApp, {}, READ)).rejects.toMatchObject({ reason: 'auth_failed' })
  expect(server.calls).toHaveLength(5)
})

test('a token that cannot be replaced is not sent twice, and its age is told', async () => {
  await using server = await fakeServer({ handlers: { GetApp: failing(9, status.UNAUTHENTICATED, 'expired') } })
  const claims = Buffer.from(JSON.stringify({ exp: 1_000_000 })).toString('base64url')
  using link = linked(server, { token: staticToken(`x.${claims}.y`) })
  await expect(call(link, getApp, {}, READ)).rejects.toMatchObject({
    hint: expect.stringContaining('expired at 1970-01-12T13:46:40.000Z')
  })
  expect(server.calls).toHaveLength(1)
})

test('what the server’s type lacks is refused before anything is sent', async () => {
  await using server = await fakeServer({ handlers: { GetApp: () => ({}) } })
  using link = linked(server)
  const error = await call(link, getApp, { region: 'eu' }, READ).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(UnsupportedServerError)
  expect(error).toMatchObject({ message: expect.stringMatching(/GetApp.*`region`/) })
  expect(server.calls).toHaveLength(0)
})

test('an answer that cannot be read may have had its effect', async () => {
  await using server = await fakeServer({
    handlers: { GetApp: () => Buffer.from([0x0a, 0xff]) as unknown as JsonValue }
  })
  using link = linked(server)
  const error = await call(link, getApp, {}, { ...READ, effect: 'publish' }).catch((reason: unknown) => reason)
  expect(error).toMatchObject({ name: 'PlatformError', code: 'INTERNAL', ambiguous: true, reason: 'app_missing' })
})

test('a call that hangs ends at its own deadline, or when the run’s time is up', async () => {
  await using server = await fakeServer({ handlers: { GetApp: () => new Promise<JsonValue>(() => undefined) } })
  using capped = linked(server)
  await expect(call(capped, getApp, {}, { ...READ, effect: 'write', capMs: 30 })).rejects.toMatchObject({
    code: 'DEADLINE_EXCEEDED',
    ambiguous: true,
    reason: 'platform_unavailable'
  })
  using late = linked(server, { endsAt: 30 })
  await expect(call(late, getApp, {}, { ...READ, effect: 'write' })).rejects.toMatchObject({
    code: 'DEADLINE_EXCEEDED'
  })
})

/** A handler that hangs, and tells when it was called and when it was cancelled. */
function hanging() {
  const called = Promise.withResolvers<void>()
  const cancelled = Promise.withResolvers<void>()
  const handler: Handler = async (_, signal) => {
    called.resolve()
    await once(signal, 'abort')
    cancelled.resolve()
    return {}
  }
  return { handler, called: called.promise, cancelled: cancelled.promise }
}

test('the stop ends a call with its own reason, and the server hears of it', async () => {
  const { handler, called, cancelled } = hanging()
  await using server = await fakeServer({ handlers: { GetApp: handler } })
  const stop = new AbortController()
  using link = linked(server, { stop: stop.signal })
  const pending = expect(call(link, getApp, {}, READ)).rejects.toThrow(new Stopped('cancelled', 'told to stop'))
  await called
  stop.abort(new Stopped('cancelled', 'told to stop'))
  await pending
  await cancelled
  await expect(call(link, getApp, {}, READ)).rejects.toBeInstanceOf(Stopped)
  expect(server.calls).toHaveLength(1)
})

test('a publish in flight is left alone for its grace', async () => {
  const stop = new AbortController()
  const GetApp: Handler = async () => {
    stop.abort(new Stopped('cancelled', 'told to stop'))
    return { app: { id: 'published' } }
  }
  await using server = await fakeServer({ handlers: { GetApp } })
  using link = linked(server, { stop: stop.signal })
  const answer = await call(link, getApp, {}, { ...READ, effect: 'publish', graceMs: 60_000 })
  expect(text(answer.get(answer.fields[0]!) as never, 'id')).toBe('published')
})

test('a publish that outlasts its grace is cut off, and may have taken effect', async () => {
  const { handler, called, cancelled } = hanging()
  await using server = await fakeServer({ handlers: { GetApp: handler } })
  const stop = new AbortController()
  using link = linked(server, { stop: stop.signal })
  const pending = expect(call(link, getApp, {}, { ...READ, effect: 'publish', graceMs: 1 })).rejects.toMatchObject({
    code: 'DEADLINE_EXCEEDED',
    words: 'no answer came in time',
    ambiguous: true
  })
  await called
  stop.abort(new Stopped('cancelled', 'told to stop'))
  await pending
  await cancelled
})
