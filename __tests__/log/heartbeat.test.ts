import { expect, test } from '@jest/globals'
import { Heartbeat } from '../../src/log/heartbeat.ts'
import { SteppedTimers } from './support/stepped-timers.ts'

function beating() {
  const timers = new SteppedTimers()
  const told: number[] = []
  return { timers, told, heartbeat: new Heartbeat(timers, (ms) => void told.push(ms)) }
}

test('tells every 15 s of silence how long the work has gone on', () => {
  const { timers, told } = beating()
  timers.advance(14_999)
  expect(told).toEqual([])
  timers.advance(1)
  timers.advance(31_000)
  expect(told).toEqual([15_000, 30_000, 45_000])
})

test('waits 15 s from the last sign of life', () => {
  const { timers, told, heartbeat } = beating()
  timers.advance(10_000)
  heartbeat.sign()
  timers.advance(14_000)
  heartbeat.sign()
  timers.advance(14_999)
  expect(told).toEqual([])
  timers.advance(1)
  expect(told).toEqual([39_000])
})

test('is silent and leaves no timer when it has ended', () => {
  const { timers, told, heartbeat } = beating()
  timers.advance(20_000)
  heartbeat[Symbol.dispose]()
  expect(timers.waiting).toBe(0)
  timers.advance(60_000)
  expect(told).toEqual([15_000])
})

test('never asks for a time that has passed, which Node would print a warning for: a clock moves on while it is read', () => {
  const asked: number[] = []
  let run = () => {}
  let now = 0
  const timers = {
    now: () => {
      now += 2
      return now
    },
    after: (ms: number, then: () => void) => {
      asked.push(ms)
      run = then
      return { [Symbol.dispose]: () => undefined }
    }
  }
  using _ = new Heartbeat(timers, () => undefined)
  now = 14_999
  run()
  expect(asked).toHaveLength(2)
  expect(Math.min(...asked)).toBeGreaterThanOrEqual(0)
})
