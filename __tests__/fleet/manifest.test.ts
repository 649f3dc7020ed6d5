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
  [manifest({ code: 'x' }), /^apps\[0\]: `app` is not the name of an app\. Write name or organization:name/],
  [manifest({ app: 'Shop', code: 'x' }), /^apps\[0\]: `app` is not the name of an app\. Write `app: shop`\.$/],
  [manifest({ app: 'a\n::notice::b', code: 'x' }), /^apps\[0\]: `app` is not the name of an app\. .*$/],
  [manifest({ app: 'a' }), /^a: set `code`, or `paths` to say with which files it changes\.$/],
  [manifest({ app: 'a', code: '.' }), /^a: `code` must be a folder below the repository, such as services\/a\.$/],
  [manifest({ app: 'a', code: './' }), /`code` must be a folder below/],
  [manifest({ app: 'a', code: 'x/..', paths: ['x'] }), /^a: `code` must be a folder below/],
  [manifest({ app: 'a', code: '../a' }), /`code` must be a folder below/],
  [manifest({ app: 'a', code: 7 }), /`code` must be a folder below/],
  [manifest({ app: 'a', code: 'a', wave: 4 }), /^a: `wave` must be one of 1, 2, 3\.$/],
  [manifest({ app: 'a', code: 'a', paths: [] }), /^a: `paths` must be a list of paths\.$/],
  [
    manifest({ app: 'a', code: 'a', paths: ['lib/**', '/lib', 'x/../../lib', '', './lib'] }),
    /^a: `paths` takes files .* no "lib\/\*\*"\.\n.* "\/lib"\.\n.* "x\/\.\.\/\.\.\/lib"\.\n.* no ""\.$/
  ],
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
    { app: 'c', code: 'c', paths: ['c', './lib/../lib/x.py'] }
  )
)
const changed = (files?: readonly string[]) => changedApps(apps, './fleet.json', files).map(({ app }) => app)

test('an app may change with every file', () => {
  const [app] = readManifest(manifest({ app: 'a', code: 'a', paths: ['.'] }))
  expect(changedApps(app ? [app] : [], 'fleet.json', ['README.md'])).toEqual([app])
})

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
