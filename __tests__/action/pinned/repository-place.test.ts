import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { relativePlace, repositoryPlace } from '../../../src/action/pinned/repository-place.ts'

let workspace = ''

beforeAll(() => {
  workspace = mkdtempSync(path.join(tmpdir(), 'repository-place-'))
  for (const directory of ['plain/app', 'checkout/.git', 'checkout/services/api', 'linked/api']) {
    mkdirSync(path.join(workspace, directory), { recursive: true })
  }
  writeFileSync(path.join(workspace, 'linked/.git'), 'gitdir: ../.git/worktrees/linked')
})

afterAll(() => rmSync(workspace, { recursive: true, force: true }))

test.each([
  ['plain/app', 'plain/app'],
  ['', ''],
  ['checkout/services/api', 'services/api'],
  ['checkout', ''],
  ['linked/api', 'api'],
  ['..', undefined],
  ['../elsewhere', undefined]
])('%j of the workspace lies at %j of its repository', (directory, place) => {
  expect(repositoryPlace(path.join(workspace, directory), workspace)).toBe(place)
})

test.each([
  ['D:\\a\\repo', 'D:\\a\\repo\\services\\api', 'services/api'],
  ['D:\\a\\repo', 'D:\\a\\repo', ''],
  ['D:\\a\\repo', 'D:\\a', undefined],
  ['D:\\a\\repo', 'C:\\a\\repo\\services', undefined]
])('from %j to %j the way is %j on Windows', (from, to, place) => {
  expect(relativePlace(from, to, path.win32)).toBe(place)
})
