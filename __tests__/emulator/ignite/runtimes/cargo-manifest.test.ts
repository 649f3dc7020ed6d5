import { expect, test } from '@jest/globals'
import { namesCrates } from '../../../../emulator/ignite/rust/cargo-manifest.ts'

test.each([
  ['nothing', '[package]\nname = "x"', false],
  ['an empty section', '[dependencies]\n# serde = "1"\n\n[profile.release]\nlto = true', false],
  ['a crate', '[dependencies]\nserde = "1"', true],
  ['a crate with a section of its own', '[dependencies.serde]\nversion = "1"', true],
  ['a crate for a target', '[target.\'cfg(unix)\'.dependencies]\nlibc = "0.2"', true],
  ['a crate for the build', '[build-dependencies]\ncc = "1"', true],
  ['a crate of the workspace', '[workspace.dependencies]\nserde = "1"', true],
  ['a crate beside it', '[dependencies]\nlib = { path = "lib" }', false],
  ['a comment after the section', '[dependencies] # none\n', false]
])('a manifest with %s', (_what, manifest, expected) => {
  expect(namesCrates(manifest)).toBe(expected)
})
