import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mapPath } from '../../../src/log/diagnostics/map-path.ts'
import { PathIndex } from '../../../src/log/diagnostics/path-index.ts'

const packed = [
  'src/main.rs',
  'src/lib.rs',
  'crates/a/src/lib.rs',
  'crates/b/src/lib.rs',
  'main.py',
  'lib/main.py',
  'docker/Dockerfile',
  'with space/main.ts',
  'node_modules/x/index.js',
  'a/deep/place/only.go'
]
const code = { root: 'services/api', paths: new PathIndex(packed) }

test.each([
  ['a path as it was packed', 'src/main.rs', 'src/main.rs'],
  ['one with ./', './src/main.rs', 'src/main.rs'],
  ['one that turns round', 'src/../src//main.rs', 'src/main.rs'],
  ['one that several end in, itself packed', 'src/lib.rs', 'src/lib.rs'],
  ['one that one ends in', 'only.go', 'a/deep/place/only.go'],
  ['a Dockerfile in a directory', 'Dockerfile', 'docker/Dockerfile'],
  ['an absolute one', '/workspace/app/src/main.rs', 'src/main.rs'],
  ['an absolute one that matches twice', '/workspace/lib/main.py', 'lib/main.py'],
  ['one at the root of the machine', '/main.py', 'main.py'],
  ['the usual directory of images', '/usr/src/app/main.py', 'main.py'],
  ['a URL', 'file:///app/src/main.rs', 'src/main.rs'],
  ['a URL with encoded signs', 'file:///app/with%20space/main.ts', 'with space/main.ts'],
  ['a library that was packed', '/app/node_modules/x/index.js', 'node_modules/x/index.js']
])('%s is found', (_name, written, path) => {
  expect(mapPath(written, code)).toBe(`services/api/${path}`)
})

test.each([
  ['one that several end in', 'lib.rs'],
  ['one above the root', '../main.py'],
  ['one above the root on a way round', 'src/../../main.py'],
  ['one above the root of the machine', '/../main.py'],
  ['one elsewhere', '/home/me/other.rs'],
  ['a directory', 'src'],
  ['nothing', ''],
  ['the root', '/'],
  ['Windows', 'C:\\app\\main.py'],
  ['Windows with slashes', 'C:/app/main.py'],
  ['Windows as a URL', 'file:///C:/app/main.py'],
  ['a share', '\\\\server\\main.py'],
  ['another host', 'file://server/main.py'],
  ['the web', 'https://example.com/main.py'],
  ['a package', 'npm:main.py'],
  ['a broken encoding', 'file:///app/%ff/main.py'],
  ['an encoded way out', 'file:///%2e%2e/%2e%2e/main.py'],
  ['the Rust registry', '/root/.cargo/registry/src/index-1949cf8c6b5b557f/x-1.0.0/src/lib.rs'],
  ['the Rust registry in an image', '/usr/local/cargo/registry/src/index-1949cf8c6b5b557f/x-1.0.0/src/main.rs'],
  ['a Rust git checkout', '/opt/cargo/git/checkouts/x-1/abc/src/main.rs'],
  ['the Rust library', '/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/src/lib.rs'],
  ['the Go library', '/usr/local/go/src/main.py'],
  ['a Go module', '/go/pkg/mod/github.com/x/y@v1.0.0/src/main.rs'],
  ['the Python library', '/opt/python/lib/python3.12/main.py'],
  ['a Python package', '/opt/venv/site-packages/main.py'],
  ['a package of npm', '/app/node_modules/y/main.py'],
  ['frozen Python', '<frozen importlib._bootstrap>'],
  ['a very long path', `/${'a/'.repeat(600)}main.py`]
])('%s is not', (_name, written) => {
  expect(mapPath(written, code)).toBeUndefined()
})

test.each([
  ['.', 'main.py'],
  ['', 'main.py'],
  ['./', 'main.py'],
  ['./api/', 'api/main.py'],
  ['..', undefined],
  ['a/../..', undefined],
  ['/elsewhere', undefined]
])('the root %j leads to %j', (root, path) => {
  expect(mapPath('main.py', { ...code, root })).toBe(path)
})

test('whatever is written, only packed files are named', () => {
  const parts = fc.constantFrom(
    '..',
    '.',
    '',
    'src',
    'main.rs',
    'lib',
    'main.py',
    'C:',
    '\\',
    '%2e%2e',
    '%',
    '~',
    '\u0000'
  )
  const start = fc.constantFrom('', '/', 'file:///', 'file://', 'https://', '../')
  const known = packed.map((path) => `services/api/${path}`)
  fc.assert(
    fc.property(start, fc.array(fc.oneof(parts, fc.string()), { maxLength: 8 }), (scheme, written) => {
      const path = mapPath(scheme + written.join('/'), code)
      if (path !== undefined) expect(known).toContain(path)
    }),
    { numRuns: 5000, seed: 20261121 }
  )
})
