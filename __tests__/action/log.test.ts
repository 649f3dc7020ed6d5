import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { RunnerLog } from '../../src/action/log.ts'
import { Redactor } from '../../src/log/redact.ts'
import { commandsIn, hostileText } from '../log/support/hostile-text.ts'
import { SteppedTimers } from '../log/support/stepped-timers.ts'

const SECRET = 'hunter2-and-plus'
let temp = ''
let printed = ''

beforeEach(() => {
  temp = mkdtempSync(path.join(tmpdir(), 'runner-log-'))
  printed = ''
  jest.spyOn(process.stdout, 'write').mockImplementation((text: string | Uint8Array) => {
    printed += Buffer.from(text).toString()
    return true
  })
})
afterEach(() => {
  jest.restoreAllMocks()
  rmSync(temp, { recursive: true, force: true })
})

function logging() {
  const timers = new SteppedTimers()
  const kept: string[] = []
  const log = new RunnerLog(new Redactor([SECRET]), { temp, timers, onKept: (file) => void kept.push(file) })
  return { log, timers, kept }
}

describe('a step without a sign of life', () => {
  test('tells its name and its time, and opens no group for that', async () => {
    const { log, timers } = logging()
    await log.group('Connect', async () => timers.advance(35_000))
    timers.advance(60_000)
    expect(printed).toBe('… Connect: 15 s\n… Connect: 30 s\n')
  })

  test('tells it between the lines of its group, where there are some', async () => {
    const { log, timers } = logging()
    await log.group('Compile draft', async () => {
      timers.advance(15_000)
      log.info('a')
      timers.advance(14_000)
      const remote = log.remote()
      await remote.write(Buffer.from('b\n'))
      await remote.end()
      timers.advance(15_000)
      log.info('c')
    })
    expect(printed).toBe(
      '… Compile draft: 15 s\n::group::Compile draft\na\n| b\n… Compile draft: 44 s\nc\n::endgroup::\n'
    )
  })

  test('is not told of after it has failed', async () => {
    const { log, timers } = logging()
    await expect(log.group('Connect', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(timers.waiting).toBe(0)
  })
})

describe('the whole remote log', () => {
  test('is what the job log shows of it, in a file that is told of as soon as it is there', async () => {
    const { log, kept } = logging()
    await log.group('Compile draft', async () => {
      log.info('before')
      const remote = log.remote()
      await remote.write(Buffer.from(`##[error]\u001b[31m${SECRET}\u001b[0m\n`))
      expect(kept).toEqual([])
      await remote.end()
      expect(kept).toEqual([log.keptAt])
      log.info('The log was interrupted here.')
      await remote.write(Buffer.from('again\n'))
      await remote.end()
    })
    log.info('after')
    const text = '| ##\\[error]***\nThe log was interrupted here.\n| again\n'
    expect(printed).toBe(`::group::Compile draft\nbefore\n${text}::endgroup::\nafter\n`)
    expect(readFileSync(log.keptAt!, 'utf8')).toBe(`== Compile draft ==\n${text}`)
  })

  test('is missed with one warning, and nothing else fails', async () => {
    const log = new RunnerLog(new Redactor(), { temp: path.join(temp, 'missing') })
    await log.group('Compile draft', async () => {
      const remote = log.remote()
      await remote.write(Buffer.from('a\n'))
      await remote.end()
      await remote.write(Buffer.from('b\n'))
      await remote.end()
    })
    expect(log.keptAt).toBeUndefined()
    expect(log.remarks).toEqual([
      { kind: 'warning', text: expect.stringMatching(/^The whole log is not kept: ENOENT/) }
    ])
    expect(printed).toMatch(/^::warning::.*\n::group::Compile draft\n\| a\n\| b\n::endgroup::\n$/)
  })

  test('is not kept where no place for it is given, as in post', async () => {
    const log = new RunnerLog(new Redactor())
    const remote = log.remote()
    await remote.write(Buffer.from('a\n'))
    await remote.end()
    expect(log.keptAt).toBeUndefined()
    expect(printed).toBe('| a\n')
  })
})

describe('the last lines of a remote log', () => {
  test('are shown again as they were, not cleaned twice', async () => {
    const { log } = logging()
    const remote = log.remote()
    await remote.write(Buffer.from(`\tx ##\n\u001b[31mred ##[error]\n${'y'.repeat(5000)}\na\u200bb\n`))
    await remote.end()
    const shown = printed
    log.again(remote.tail())
    expect(printed).toBe(shown + shown)
    expect(shown).toBe(
      `| \tx ##\n| \u001b[31mred ##\\[error]\u001b[0m\n| ${'y'.repeat(4000)}… (1000 more)\n| a\u200bb\n`
    )
  })

  test('are cleaned where they were not', () => {
    const { log } = logging()
    fc.assert(
      fc.property(fc.array(hostileText, { maxLength: 3 }), (lines) => {
        printed = ''
        log.again([...lines, ...lines.map((line) => `| ${line}`)])
        expect(commandsIn(printed)).toEqual([])
      }),
      { numRuns: 2000, seed: 20261121 }
    )
  })
})
