import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { InstallError, installAct } from '../../tooling/act/act-program.ts'

let root: string
let cache: string

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'install-act-'))
  cache = path.join(root, 'cache')
})
afterEach(() => rmSync(root, { recursive: true }))

/** A path on which `go` is that script, beside the system's own programs; it keeps what it was asked for. */
function withGo(script: string): { readonly cache: string; readonly env: { readonly PATH: string } } {
  const bin = path.join(root, 'bin')
  mkdirSync(bin)
  writeFileSync(path.join(bin, 'go'), `#!/bin/sh\necho "$@" >> '${root}/asked'\n${script}\n`, { mode: 0o755 })
  return { cache, env: { PATH: `${bin}:/usr/bin:/bin` } }
}

test('act is compiled once, at a version that is pinned', () => {
  const options = withGo('echo act > "$GOBIN/act"')
  const program = installAct(options)
  expect(readFileSync(program, 'utf8')).toBe('act\n')
  expect(installAct(options)).toBe(program)
  expect(readFileSync(path.join(root, 'asked'), 'utf8')).toMatch(/^install github\.com\/nektos\/act@v\d+\.\d+\.\d+\n$/)
  expect(readdirSync(path.dirname(program))).toEqual(['act'])
})

test('what Go did not finish is no act', () => {
  const options = withGo('echo half > "$GOBIN/act"; exit 1')
  expect(() => installAct(options)).toThrow(InstallError)
  expect(() => installAct(options)).toThrow('is compiled by Go, but it failed: see above')
  const [version = ''] = readdirSync(cache)
  expect(readdirSync(path.join(cache, version))).toEqual([])
})

test('without Go, it says what to install', () => {
  const env = { PATH: path.join(root, 'nothing') }
  expect(() => installAct({ cache, env })).toThrow(/^act v[\d.]+ is compiled by Go, but there is none: install it/)
})
