import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { FaultScriptError, parseFaultScript, readFaultScript } from '../../../emulator/wire/faults/fault-script.ts'
import { faultFor } from '../../../emulator/wire/faults/faults.ts'

const METHOD = 'ComputeService/PublishDraft'

test.each([
  [
    { action: 'status', code: 'UNAVAILABLE', details: 'try later' },
    { action: 'status', code: status.UNAVAILABLE, details: 'try later', afterEffect: false }
  ],
  [
    { action: 'status', code: 'ABORTED', after: true },
    { action: 'status', code: status.ABORTED, details: '', afterEffect: true }
  ],
  [{ action: 'drop-before' }, { action: 'drop-before' }],
  [{ action: 'drop-after' }, { action: 'drop-after' }],
  [
    { action: 'delay', ms: 0 },
    { action: 'delay', ms: 0 }
  ],
  [{ action: 'hang' }, { action: 'hang' }],
  [{ action: 'hang-after' }, { action: 'hang-after' }],
  [
    { action: 'cut-stream', after: 3 },
    { action: 'cut-stream', messages: 3 }
  ]
])('%j is read', (entry, fault) => {
  expect(parse({ method: METHOD, call: 1, ...entry })).toEqual([{ method: METHOD, calls: [1], fault }])
})

test.each([
  [{}, '`method` must be a service and a method, like "ComputeService/PublishDraft", but is missing'],
  [{ method: 'PublishDraft' }, 'but is "PublishDraft"'],
  [{ method: METHOD }, '`call` must be "all", a number from 1, or a list of such numbers, but is missing'],
  [{ method: METHOD, call: 0 }, '`call` must be'],
  [{ method: METHOD, call: [] }, '`call` must be'],
  [{ method: METHOD, call: [1, '2'] }, 'but is [1,"2"]'],
  [{ method: METHOD, call: 1.5 }, '`call` must be'],
  [{ method: METHOD, call: 1 }, '`action` must be one of status, drop-before'],
  [{ method: METHOD, call: 1, action: 'toString' }, 'but is "toString"'],
  [{ method: METHOD, call: 1, action: 'status' }, '`code` must be the name of a gRPC status'],
  [{ method: METHOD, call: 1, action: 'status', code: 14 }, '`code` must be'],
  [{ method: METHOD, call: 1, action: 'status', code: '14' }, '`code` must be'],
  [{ method: METHOD, call: 1, action: 'status', code: 'OK' }, 'other than OK'],
  [{ method: METHOD, call: 1, action: 'status', code: 'ABORTED', after: 'yes' }, '`after` must be true or false'],
  [{ method: METHOD, call: 1, action: 'status', code: 'ABORTED', details: 1 }, '`details` must be a text'],
  [{ method: METHOD, call: 1, action: 'delay' }, '`ms` must be a whole number from 0, but is missing'],
  [{ method: METHOD, call: 1, action: 'delay', ms: -1 }, '`ms` must be'],
  [{ method: METHOD, call: 1, action: 'cut-stream', after: 0 }, '`after` must be a whole number from 1'],
  [{ method: METHOD, call: 1, action: 'hang', ms: 1 }, 'unknown `ms`; it takes `method`, `call`, `action`'],
  [{ method: METHOD, call: 1, action: 'delay', msec: 1 }, 'unknown `msec`'],
  [[], 'must be an object'],
  [null, 'must be an object']
])('%j is refused, naming the entry', (entry, message) => {
  const text = JSON.stringify({ faults: [{ method: METHOD, call: 1, action: 'hang' }, entry] })
  expect(() => parseFaultScript(text, 'f.json')).toThrow(`f.json: faults[1]: `)
  expect(() => parseFaultScript(text, 'f.json')).toThrow(message)
})

test.each([
  ['{', 'f.json: is not JSON'],
  ['[]', 'f.json: must be an object with `faults`'],
  ['{}', 'f.json: `faults` must be a list'],
  ['{"faults":[],"fault":[]}', 'f.json: unknown `fault`; it takes `faults`']
])('the script %s is refused', (text, message) => {
  expect(() => parseFaultScript(text, 'f.json')).toThrow(message)
})

test('whatever JSON is given, it is read or refused with our own error', () => {
  const entry = fc.record(
    {
      method: fc.oneof(fc.constant(METHOD), fc.jsonValue()),
      call: fc.oneof(fc.constant('all'), fc.nat(), fc.array(fc.nat()), fc.jsonValue()),
      action: fc.oneof(fc.constantFrom('status', 'delay', 'hang', 'cut-stream', '__proto__'), fc.jsonValue()),
      code: fc.oneof(fc.constantFrom('ABORTED', 'OK', '__proto__'), fc.jsonValue()),
      ms: fc.oneof(fc.nat(), fc.jsonValue()),
      after: fc.oneof(fc.nat(), fc.boolean(), fc.jsonValue())
    },
    { requiredKeys: ['method', 'call', 'action'] }
  )
  fc.assert(
    fc.property(fc.array(entry), (faults) => {
      try {
        expect(parseFaultScript(JSON.stringify({ faults }), 'f')).toHaveLength(faults.length)
      } catch (error) {
        expect(error).toBeInstanceOf(FaultScriptError)
      }
    })
  )
})

test('of several faults for a call the first is taken', () => {
  const script = [
    ...parse({ method: METHOD, call: [2], action: 'hang' }),
    ...parse({ method: METHOD, call: 'all', action: 'drop-after' })
  ]
  expect(faultFor(script, METHOD, 1)).toEqual({ action: 'drop-after' })
  expect(faultFor(script, METHOD, 2)).toEqual({ action: 'hang' })
  expect(faultFor(script, 'ComputeService/GetApp', 1)).toBeUndefined()
})

test('a script is read from a file, and a file that is not there is named', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'faults-'))
  const path = join(directory, 'faults.json')
  await expect(readFaultScript(path)).rejects.toThrow(`${path}: cannot be read`)
  await writeFile(path, JSON.stringify({ faults: [{ method: METHOD, call: 'all', action: 'hang' }] }))
  expect(await readFaultScript(path)).toEqual([{ method: METHOD, calls: 'all', fault: { action: 'hang' } }])
  await rm(directory, { recursive: true })
})

function parse(entry: object) {
  return parseFaultScript(JSON.stringify({ faults: [entry] }), 'f.json')
}
