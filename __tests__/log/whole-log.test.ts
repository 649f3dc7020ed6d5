import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { WholeLog } from '../../src/log/whole-log.ts'

/** Windows has neither modes of files nor a limit of their size. */
const testWithModes = process.platform === 'win32' ? test.skip : test

let temp = ''
beforeEach(() => {
  temp = mkdtempSync(path.join(tmpdir(), 'whole-log-'))
})
afterEach(() => rmSync(temp, { recursive: true, force: true }))

function keeping(given: { temp?: string; most?: number } = {}) {
  const made: string[] = []
  const troubles: string[] = []
  const whole = new WholeLog({
    temp,
    ...given,
    onMade: (file) => void made.push(file),
    onTrouble: (text) => void troubles.push(text)
  })
  return { whole, made, troubles }
}

describe('the whole log', () => {
  test('is no file before there is text', () => {
    const { whole } = keeping()
    whole.section('Compile draft').note('Nothing yet.')
    expect(readdirSync(temp)).toEqual([])
    expect(whole.path).toBeUndefined()
    expect(whole.where).toBe('')
  })

  test('holds each stream under its title, with our words amid them, in one file', () => {
    const { whole, made, troubles } = keeping()
    const compile = whole.section('Compile draft')
    compile.note('Too early.')
    compile.write(Buffer.from('| a\n'))
    compile.note('The log was interrupted here.')
    compile.write(Buffer.from('| b\n'))
    whole.section('Publish version').write(Buffer.from('| c\n'))
    expect(readFileSync(whole.path!, 'utf8')).toBe(
      '== Compile draft ==\n| a\nThe log was interrupted here.\n| b\n== Publish version ==\n| c\n'
    )
    expect(made).toEqual([whole.path])
    expect(troubles).toEqual([])
    expect(whole.where).toBe(`The whole log is in ${whole.path}.`)
    expect(path.dirname(path.dirname(whole.path!))).toBe(temp)
  })

  testWithModes('is a file that only we can read', () => {
    const { whole } = keeping()
    whole.write(Buffer.from('| a\n'))
    expect(statSync(whole.path!).mode & 0o777).toBe(0o600)
    expect(statSync(path.dirname(whole.path!)).mode & 0o777).toBe(0o700)
  })

  test('ends with a whole line and a word on it when it is as long as it may be', () => {
    const { whole, troubles } = keeping({ most: 200 })
    for (let line = 0; line < 30; line++) whole.write(Buffer.from('| 567\n| 123\n'))
    const text = readFileSync(whole.path!, 'utf8')
    expect(text).toMatch(/^(\| 567\n\| 123\n)+(\| 567\n)?The log is longer than 200 B: its rest is not kept\.\n$/)
    expect(text.length).toBeLessThanOrEqual(200)
    expect(text.length).toBeGreaterThan(200 - 6)
    expect(whole.where).toBe(`Its first 200 B are in ${whole.path}.`)
    expect(troubles).toEqual([])
  })

  test.each([
    ['is not there', () => path.join(temp, 'missing'), 'ENOENT'],
    ['is a file', () => path.join(temp, 'file'), 'ENO(TDIR|ENT)']
  ])('is given up with one word where the temporary directory %s', (_name, directory, code) => {
    writeFileSync(path.join(temp, 'file'), '')
    const { whole, made, troubles } = keeping({ temp: directory() })
    for (let line = 0; line < 3; line++) whole.write(Buffer.from('| a\n'))
    expect(troubles).toEqual([expect.stringMatching(`^The whole log is not kept: ${code}`)])
    expect(made).toEqual([])
    expect(whole.where).toBe('')
  })

  testWithModes('is given up with one word where the disk takes no more', () => {
    const said = JSON.parse(
      // The limit of a file's size, in KiB, stands for a full disk: both refuse a write after taking a part of it.
      execFileSync('bash', ['-c', 'ulimit -f 4; exec "$0" "$@"', process.execPath, FULL_DISK, temp], {
        encoding: 'utf8'
      })
    )
    expect(said.troubles).toEqual([expect.stringMatching(/^The whole log in .* ends early: EFBIG/)])
    expect(said.where).toBe(`Its first part is in ${said.path}.`)
    expect(statSync(said.path).size).toBe(4096)
  })
})

const FULL_DISK = path.join(import.meta.dirname, 'support/full-disk.ts')
