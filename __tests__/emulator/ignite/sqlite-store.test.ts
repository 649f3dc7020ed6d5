import { expect, test } from '@jest/globals'
import { openStore } from '../../../emulator/ignite/sqlite/sqlite-store.ts'

const KEY = { organization: 'acme', name: 'greeter' }

function line(message: string) {
  return { timestampMs: 1, replicaId: 'r', stream: 'stdout', message } as const
}

test('the newest log lines are given, and old ones are forgotten', () => {
  using store = openStore(':memory:')
  for (let number = 0; number < 10_050; number++) store.appendLog(KEY, line(String(number)))
  expect(store.logs(KEY, 2)).toEqual([line('10048'), line('10049')])
  expect(store.logs(KEY, 20_000).at(0)).toEqual(line('50'))
  expect(store.logs({ ...KEY, name: 'other' }, 10)).toEqual([])
})
