import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import { startEmulator } from '../../emulator/start.ts'
import { inputsFor, run, Workspace } from '../support/deploying.ts'
import { makeVersion } from './support/live-app.ts'

test('a publish that is sent twice has one idempotency key, and that of another draft has another', async () => {
  const refused = { action: 'status', code: status.UNAUTHENTICATED, details: 'expired', afterEffect: false } as const
  const method = 'ComputeService/PublishDraft'
  await using emulator = await startEmulator({ faults: [{ method, calls: [1], fault: refused }] })
  using workspace = new Workspace()
  await run(workspace, { inputs: inputsFor(emulator) })
  makeVersion(workspace, 'two')
  await run(workspace, { inputs: inputsFor(emulator) })
  const publishes = emulator.journal.filter((entry) => entry.method === method)
  expect(publishes.map(({ outcome }) => outcome)).toEqual(['UNAUTHENTICATED', 'OK', 'OK'])
  const [first, again, next] = publishes.map(({ idempotencyKey }) => idempotencyKey)
  expect(first).toMatch(/^[0-9a-f]{64}$/)
  expect(again).toBe(first)
  expect(next).toMatch(/^[0-9a-f]{64}$/)
  expect(next).not.toBe(first)
  expect(emulator.journal.filter((entry) => entry.method !== method && entry.idempotencyKey !== '')).toEqual([])
})
