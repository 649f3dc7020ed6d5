import { expect, test } from '@jest/globals'
import { fleetTable } from '../../.github/actions/fleet-report/fleet-table.ts'

test('tells of each app how it ended, and of all how long they took', () => {
  const published = {
    status: 'published',
    reason_code: 'ok',
    published_version: '4',
    url: 'https://a',
    duration_ms: '1500'
  }
  const table = fleetTable([
    { app: 'a', wave: 1, result: published },
    { app: 'b', wave: 2, result: { status: 'failed', reason_code: 'compile_failed', duration_ms: 600 } },
    { app: 'c', wave: 3, result: undefined }
  ])
  expect(table.split('\n')).toEqual([
    '### Fleet: 3 apps, 1 failed, 1 not reached, 2.1 s',
    '',
    '| App | Wave | Status | Reason | Version | URL | Time |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    '| a | 1 | published | ok | 4 | https://a | 1.5 s |',
    '| b | 2 | failed | compile_failed |  |  | 0.6 s |',
    '| c | 3 | not reached |  |  |  |  |',
    ''
  ])
})

test('a cell cannot leave its row, nor be a link', () => {
  const result = { status: 'published', url: 'x | <img src=y>\n| [a](http://b)' }
  const row = fleetTable([{ app: 'a', wave: 1, result }]).split('\n')[4]
  expect(row).toBe('| a | 1 | published |  |  | x    img src=y     a (http://b) |  |')
})

test('without apps there is no table', () => {
  expect(fleetTable([])).toBe('### Fleet: no app has changed\n')
})
