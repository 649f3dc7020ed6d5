import { expect, test } from '@jest/globals'
import { makePlan } from './support/plan.ts'

const PLANS = Array.from({ length: 400 }, (_, index) => makePlan(3, index))

test('The same seed and index give the same plan, and others give others', () => {
  expect(PLANS.map((_, index) => makePlan(3, index))).toEqual(PLANS)
  expect(new Set(PLANS.map((plan) => JSON.stringify({ ...plan, index: 0 }))).size).toBe(PLANS.length)
  expect(makePlan(4, 0)).not.toEqual({ ...PLANS[0], seed: 4 })
})

test('Every kind of trouble is planned somewhere, and runs without any as well', () => {
  const actions = new Set(PLANS.flatMap(({ faults }) => faults.map(({ fault }) => fault.action)))
  expect([...actions].toSorted()).toEqual([
    'cut-stream',
    'delay',
    'drop-after',
    'drop-before',
    'hang',
    'hang-after',
    'status'
  ])
  const signals = new Set(PLANS.map(({ interruption }) => interruption?.how))
  expect([...signals].toSorted()).toEqual(['SIGINT', 'SIGKILL', 'SIGTERM', 'cancel', undefined])
  const rivals = new Set(PLANS.map(({ rival }) => rival?.does))
  expect([...rivals].toSorted()).toEqual(['publish-between', 'publish-ours', 'save', 'save-and-publish', undefined])
  const sources = new Set(PLANS.map(({ source }) => source))
  expect([...sources].toSorted()).toEqual(['build-service', 'code', 'dockerfile', 'failing-code', 'same-code'])
  expect(PLANS.some(({ network }) => network.cutsAt.length > 0)).toBe(true)
  expect(PLANS.some(({ network }) => network.goneForPost)).toBe(true)
  expect(PLANS.some(({ platform }) => platform.tokenTtlSeconds < 10)).toBe(true)
  expect(PLANS.some(({ faults, interruption, rival }) => faults.length === 0 && !interruption && !rival)).toBe(true)
})
