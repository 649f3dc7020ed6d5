import { expect, test } from '@jest/globals'
import { Budget } from '../../src/github/budget.ts'
import { SteppingClock } from '../support/fakes.ts'

test('what is spent is gone, also where the work fails', async () => {
  const clock = new SteppingClock()
  const budget = new Budget(clock, 100)
  await budget.spend(() => clock.sleep(30))
  await expect(budget.spend(() => clock.sleep(30).then(() => Promise.reject(new Error('no'))))).rejects.toThrow('no')
  expect(budget.leftMs).toBe(40)
  await clock.sleep(1000)
  expect(budget.leftMs).toBe(40)
})

test('what runs at the same time is counted once, and while it runs', async () => {
  const clock = new SteppingClock()
  const budget = new Budget(clock, 100)
  const gate = Promise.withResolvers<void>()
  const long = budget.spend(() => gate.promise)
  await clock.sleep(30)
  expect(budget.leftMs).toBe(70)
  await budget.spend(() => clock.sleep(50))
  expect(budget.leftMs).toBe(20)
  gate.resolve()
  await long
  expect(budget.leftMs).toBe(20)
})
