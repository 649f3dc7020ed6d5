import { expect, test } from '@jest/globals'
import { readCargoManifest, withProgram } from '../../../../emulator/ignite/rust/cargo-manifest.ts'

test.each([
  ['nothing', '[package]\nname = "x"', []],
  ['an empty section', '[dependencies]\n# serde = "1"\n\n[profile.release]\nlto = true', []],
  ['a crate', '[dependencies]\nserde = "1"', ['serde']],
  ['two crates', '[dependencies]\nserde = { version = "1" }\nserde_json.workspace = true', ['serde', 'serde_json']],
  ['a crate with a section of its own', '[dependencies.serde]\nversion = "1"\nfeatures = []', ['serde']],
  ['a crate for a target', '[target.\'cfg(unix)\'.dependencies]\nlibc = "0.2"', ['libc']],
  ['a crate for the build', '[build-dependencies]\ncc = "1"', ['cc']],
  ['a crate of the workspace', '[workspace.dependencies]\nserde = "1"', ['serde']],
  ['a crate beside it', '[dependencies]\nlib = { path = "lib" }', []],
  ['the SDK', '[dependencies]\nignite = "0.1"', []],
  ['a comment after the section', '[dependencies] # none\n', []]
])('a manifest with %s', (_what, manifest, expected) => {
  expect(readCargoManifest(manifest).crates).toEqual(expected)
})

test('a manifest names the file of its library', () => {
  expect(readCargoManifest('[lib]\npath = "app.rs" # here\n[[bin]]\npath = "no.rs"').entry).toBe('app.rs')
})

test('the program is added to a manifest, and no line of it moves', () => {
  const manifest =
    '[package]\nname = "x" # mine\n[lib]\ncrate-type = ["cdylib"]\n[dependencies]\nignite = "1"\nserde = "1"'
  const made = withProgram(manifest, { bin: 'b', entry: 'src/lib.rs', sdk: '/sdk', emptyLibrary: '/nothing.rs' })
  expect(made.split('\n')).toEqual([
    '[package]',
    'name = "x" # mine',
    '#',
    '#',
    '[dependencies]',
    '#',
    'serde = "1"',
    '',
    '[lib]',
    'name = "nothing"',
    'path = "/nothing.rs"',
    '',
    '[[bin]]',
    'name = "b"',
    'path = "src/lib.rs"',
    '',
    '[dependencies.ignite]',
    'path = "/sdk"',
    ''
  ])
})
