import { setTimeout as sleep } from 'node:timers/promises'
import type { JsonValue } from '@bufbuild/protobuf'
import { status } from '@grpc/grpc-js'
import { describe, expect, test } from '@jest/globals'
import { reportOtherwise } from '../../../emulator/wire/descriptors/other-reports.ts'
import { eventLine, itemsIn, replicaLine, textIn } from '../../../src/platform/areas/report-lines.ts'
import { platformOf, refuses } from '../support/connecting.ts'
import { messageType, withoutMethods } from '../support/descriptor-edits.ts'
import { descriptorSet, type Handler } from '../support/fake-server.ts'

const APP = { organization: 'acme', name: 'greeter' }
const ALL = ['GetAppState', 'GetAppEvents', 'ListAppReplicas', 'GetAppLogs', 'StreamAppLogs']

function otherwise() {
  const set = descriptorSet()
  reportOtherwise(set.file)
  return set
}

function answering(answer: JsonValue): Handler {
  return () => answer
}

describe('A server as proto/ has it', () => {
  test('tells the state by its enum, and all of it as JSON', async () => {
    const answer = { deployment_state: 'DEPLOYMENT_STATE_FAILED', message: 'it ended', ready_replicas: 0 }
    await using fake = await platformOf({ handlers: { GetAppState: answering(answer) } })
    expect(await fake.platform.readCondition(APP)).toEqual({
      state: 'FAILED',
      shown: '{"deployment_state":"FAILED","message":"it ended","ready_replicas":0}'
    })
  })

  test('tells nothing of an app whose state is not specified', async () => {
    await using fake = await platformOf({ handlers: { GetAppState: answering({}) } })
    expect((await fake.platform.readCondition(APP))?.state).toBe('')
  })

  test('tells events oldest first, and replicas, a line each', async () => {
    const at = Date.UTC(2026, 10, 21, 10, 0, 5)
    const events = [
      { timestamp_ms: String(at + 1000), type: 'Warning', reason: 'BackOff', message: 'it ended', count: 3 },
      { timestamp_ms: String(at), type: 'Normal', reason: 'Pulled', count: 1 }
    ]
    const replicas = [
      { replica_id: 'greeter-1', status: 'CRASHED', restart_count: 1, message: 'exit code 1' },
      { replica_id: 'greeter-2', status: 'RUNNING' }
    ]
    await using fake = await platformOf({
      handlers: { GetAppEvents: answering({ events }), ListAppReplicas: answering({ replicas }) }
    })
    expect(await fake.platform.readEvents(APP)).toEqual([
      '10:00:05 Normal Pulled',
      '10:00:06 Warning BackOff: it ended (3 times)'
    ])
    expect(await fake.platform.readReplicas(APP)).toEqual([
      'greeter-1: CRASHED, 1 restart: exit code 1',
      'greeter-2: RUNNING'
    ])
  })

  test('gives the log as it is kept', async () => {
    const lines = [{ timestamp_ms: '5', message: 'one' }, { message: 'two' }]
    await using fake = await platformOf({ handlers: { GetAppLogs: answering({ lines }) } })
    expect(await fake.platform.readAppLog(APP, '')).toEqual([
      { timestampMs: 5, executionId: '', text: 'one' },
      { timestampMs: 0, executionId: '', text: 'two' }
    ])
  })
})

describe('A server that tells it otherwise', () => {
  test('has its state in a message within, as a text', async () => {
    const handlers = { GetAppState: answering({ posture: { phase: 'DEPLOYMENT_STATE_ACTIVE', ready: 1 } }) }
    await using fake = await platformOf({ set: otherwise(), handlers })
    expect((await fake.platform.readCondition(APP))?.state).toBe('ACTIVE')
  })

  test('has what no name tells shown as JSON', async () => {
    const handlers = {
      GetAppEvents: answering({ items: [{ what: 'BackOff: it ended', at: '5' }] }),
      ListAppReplicas: answering({ pods: [{ pod: 'greeter-1', status: 'CRASHED', restarts: 2 }] })
    }
    await using fake = await platformOf({ set: otherwise(), handlers })
    expect(await fake.platform.readEvents(APP)).toEqual([expect.stringContaining('"what":"BackOff: it ended"')])
    expect(await fake.platform.readReplicas(APP)).toEqual(['greeter-1: CRASHED, 2 restarts'])
  })

  test('gives its log as the one list that it answers with', async () => {
    const set = descriptorSet()
    const list = messageType(set, 'GetAppLogsResponse').field.find(({ name }) => name === 'lines')!
    Object.assign(list, { name: 'entries', jsonName: 'entries' })
    await using fake = await platformOf({ set, handlers: { GetAppLogs: answering({ entries: [{ message: 'one' }] }) } })
    expect(await fake.platform.readAppLog(APP, '')).toEqual([{ timestampMs: 0, executionId: '', text: 'one' }])
  })

  test('has its log followed for as long as lines come, though it never ends', async () => {
    const ended = Promise.withResolvers<void>()
    async function* StreamAppLogs(_: unknown, signal: AbortSignal): AsyncGenerator<JsonValue> {
      yield { timestamp_ms: '5', line: 'one' }
      yield { timestamp_ms: '6', line: 'two' }
      signal.addEventListener('abort', () => ended.resolve(), { once: true })
      await ended.promise
    }
    await using fake = await platformOf({ set: otherwise(), handlers: { StreamAppLogs } })
    expect(await fake.platform.readAppLog(APP, '')).toEqual([
      { timestampMs: 5, executionId: '', text: 'one' },
      { timestampMs: 6, executionId: '', text: 'two' }
    ])
    await ended.promise
  })
})

test('a log of an app that prints all the time is left after a while', async () => {
  async function* StreamAppLogs(_: unknown, signal: AbortSignal): AsyncGenerator<JsonValue> {
    while (!signal.aborted) {
      yield { line: 'tick' }
      await sleep(200)
    }
  }
  await using fake = await platformOf({ set: otherwise(), handlers: { StreamAppLogs } })
  const lines = await fake.platform.readAppLog(APP, '')
  expect(new Set(lines?.map(({ text }) => text))).toEqual(new Set(['tick']))
}, 30_000)

test('what a server does not offer is not told, whether it lacks the method or refuses it', async () => {
  const set = descriptorSet()
  withoutMethods(set, ...ALL)
  const unimplemented = Object.fromEntries(ALL.slice(0, 4).map((name) => [name, refuses(status.UNIMPLEMENTED)]))
  const handlers = { GetApp: answering({}) }
  for (const options of [{ set, handlers }, { handlers: unimplemented }]) {
    await using fake = await platformOf(options)
    const { platform } = fake
    expect(await platform.readCondition(APP)).toBeUndefined()
    expect(await platform.readEvents(APP)).toBeUndefined()
    expect(await platform.readReplicas(APP)).toBeUndefined()
    expect(await platform.readAppLog(APP, '')).toBeUndefined()
  }
})

test('any other refusal is one', async () => {
  await using fake = await platformOf({ handlers: { GetAppEvents: refuses(status.PERMISSION_DENIED) } })
  await expect(fake.platform.readEvents(APP)).rejects.toMatchObject({ code: 'PERMISSION_DENIED' })
})

describe('A shape that nobody knows', () => {
  test.each<[unknown, string]>([
    ['just words', 'just words'],
    [{ a: { b: 1 } }, '{"a":{"b":1}}'],
    [{ data: new TextEncoder().encode('bytes') }, '{"data":"bytes"}'],
    [{ reason: 'Killed', timestamp_ms: 9e99 }, 'Killed'],
    [{ severity: 'high', note: 'out of memory' }, 'high out of memory']
  ])('of an event, %j, is %j', (item, line) => expect(eventLine(item)).toBe(line))

  test.each<[unknown, string]>([
    ['greeter-1', 'greeter-1'],
    [{ id: 'greeter-1' }, '{"id":"greeter-1"}'],
    [{ info: { phase: 'Running' } }, 'Running']
  ])('of a replica, %j, is %j', (item, line) => expect(replicaLine(item)).toBe(line))

  test.each<[Readonly<Record<string, unknown>>, readonly unknown[]]>([
    [{}, []],
    [{ next_cursor: '', list: ['b', 'a'] }, ['b', 'a']],
    [{ summary: 'fine' }, [{ summary: 'fine' }]],
    [{ list: [] }, []]
  ])('of an answer, %j, holds %j', (answer, items) => expect(itemsIn(answer)).toEqual(items))

  test('a text is found in the first message that has it', () => {
    expect(textIn({ a: { b: { state: 'deep' } }, c: { state: 'other' } }, ['state'])).toBe('deep')
    expect(textIn({ state: '', a: {} }, ['state'])).toBe('')
  })
})
