import { expect, test } from '@jest/globals'
import { neededPermissions, permissionLines } from '../../src/github/permissions.ts'

const WANTED = { name: 'pull-requests', level: 'write' }

test.each([
  ['issues=write; pull_requests=write', ['pull-requests: write']],
  // A call that reads asks for less than the one that comes after it.
  ['pull_requests=read; contents=read', ['pull-requests: write']],
  ['issues=write', ['issues: write']],
  ['checks=read,contents=write; metadata=read', ['checks: read', 'contents: write']],
  ['', ['pull-requests: write']],
  [undefined, ['pull-requests: write']],
  ['nonsense', ['pull-requests: write']]
])('by %j what is to be written is %j', (accepted, lines) => {
  const needed = neededPermissions(accepted, WANTED)
  expect(needed.map(({ name, level }) => `${name}: ${level}`)).toEqual(lines)
})

test('the lines keep what checking out the code needs', () => {
  expect(permissionLines([WANTED, { name: 'deployments', level: 'write' }])).toEqual([
    'permissions:',
    '  contents: read',
    '  pull-requests: write',
    '  deployments: write'
  ])
})
