import { expect, test } from '@jest/globals'
import { changedApps } from '../../.github/actions/fleet-plan/changed-apps.ts'
import { readManifest } from '../../.github/actions/fleet-plan/manifest.ts'

const manifest = (...apps: readonly unknown[]) => JSON.stringify({ apps })

test('an app is of the first wave and changes with its code, unless it says otherwise', () => {
  const text = manifest(
    { app: 'a', code: 'services/a' },
    { app: 'b', 'image-ref': 'x@sha256:1', wave: 3, paths: ['b', 'lib'] }
  )
  expect(readManifest(text)).toEqual([
    { app: 'a', code: 'services/a', wave: 1, paths: ['services/a'] },
    { app: 'b', 'image-ref': 'x@sha256:1', wave: 3, paths: ['b', 'lib'] }
  ])
})

test.each([
  ['{', /^The manifest is no JSON: /],
  ['null', /^The manifest has no list `apps`\.$/],
  [manifest(), /^The manifest has no list `apps`\.$/],
  [manifest(7), /^apps\[0\] is no object\.$/],
  [manifest({ code: 'x' }), /^apps\[0\] has no name: set `app`\.$/],
  [manifest({ app: 'a' }), /^a: set `code`, or `paths` to say with which files it changes\.$/],
  [manifest({ app: 'a', code: '.' }), /^a: `code` must be a folder below the repository, such as services\/a\.$/],
  [manifest({ app: 'a', code: './' }), /`code` must be a folder below/],
  [manifest({ app: 'a', code: 'x/..', paths: ['x'] }), /^a: `code` must be a folder below/],
  [manifest({ app: 'a', code: '../a' }), /`code` must be a folder below/],
  [manifest({ app: 'a', code: 7 }), /`code` must be a folder below/],
  [manifest({ app: 'a', code: 'a', wave: 4 }), /^a: `wave` must be one of 1, 2, 3\.$/],
  [manifest({ app: 'a', code: 'a', paths: [] }), /^a: `paths` must be a list of paths\.$/],
  [manifest({ app: 'a', code: 'a', env: 'X=1' }), /^a: `env` is not known\. What is: app, wave, paths, code, /],
  [manifest({ app: 'a', code: 'a', runtime: 3 }), /^a: `runtime` must be a text\.$/],
  [manifest({ app: 'a', code: 'a' }, { app: 'a', code: 'b' }), /^a is named twice\.$/],
  [manifest({ app: 'a' }, { app: 'b', code: 'b', wave: 0 }), /^a: set `code`.*\nb: `wave` must be one of 1, 2, 3\.$/]
])('%s is refused', (text, says) => {
  expect(() => readManifest(text)).toThrow(says)
})

const apps = readManifest(
  manifest(
    { app: 'a', code: './services/a/' },
    { app: 'ab', code: 'services/ab' },
    { app: 'c', code: 'c', paths: ['c', 'lib/x.py'] }
  )
)
const changed = (files?: readonly string[]) => changedApps(apps, './fleet.json', files).map(({ app }) => app)

test.each([
  [['services/a/handler.py'], ['a']],
  [['services/ab/handler.py', 'README.md'], ['ab']],
  [['lib/x.py'], ['c']],
  [['lib/x.pyi', 'services', 'd/c/x'], []],
  [['fleet.json'], ['a', 'ab', 'c']],
  [undefined, ['a', 'ab', 'c']]
])('%j changes %j', (files, expected) => {
  expect(changed(files)).toEqual(expected)
})
