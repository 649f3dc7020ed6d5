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

  test('shows what it holds with it, and what comes after that at once, in the open', async () => {
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
    expect(printed).toBe('… Compile draft: 15 s\na\n| b\n… Compile draft: 44 s\nc\n')
  })

  test('tells it between the lines of its group, where there are many', async () => {
    const { log, timers } = logging()
    await log.group('Compile draft', async () => {
      for (let line = 1; line <= 41; line++) log.info(`line ${line}`)
      timers.advance(15_000)
      log.info('last')
    })
    expect(printed).toMatch(
      /^::group::Compile draft\nline 1\n[\s\S]*line 41\n… Compile draft: 15 s\nlast\n::endgroup::\n$/
    )
  })

  test('is not told of after it has failed', async () => {
    const { log, timers } = logging()
    await expect(log.group('Connect', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(timers.waiting).toBe(0)
  })
})

describe('the lines of a step', () => {
  const failing = () => Promise.reject(new Error('no'))

  test('are folded away where it goes well', async () => {
    const { log } = logging()
    await log.group('Package source', async () => {
      log.info('a')
      expect(printed).toBe('')
    })
    expect(printed).toBe('::group::Package source\na\n::endgroup::\n')
  })

  test('stand in the open where it fails, and are not said again', async () => {
    const { log } = logging()
    const remote = log.remote()
    await expect(
      log.group('Compile draft', async () => {
        log.info('a')
        await remote.write(Buffer.from('b\n'))
        await remote.end()
        await failing()
      })
    ).rejects.toThrow('no')
    log.again(remote.tail())
    expect(printed).toBe('a\n| b\n')
  })

  test('are folded as soon as they are many, and the last of them said again where it fails', async () => {
    const { log } = logging()
    const remote = log.remote()
    await expect(
      log.group('Compile draft', async () => {
        for (let line = 1; line <= 41; line++) log.info(`line ${line}`)
        expect(printed).toMatch(/^::group::Compile draft\nline 1\n[\s\S]*line 41\n$/)
        await remote.write(Buffer.from('b\n'))
        await remote.end()
        await failing()
      })
    ).rejects.toThrow('no')
    log.again(remote.tail())
    expect(printed).toMatch(/\nline 41\n\| b\n::endgroup::\n\| b\n$/)
  })

  test('are said again after a step that follows, and goes well', async () => {
    const { log } = logging()
    const remote = log.remote()
    const verify = async () => {
      for (let line = 1; line <= 41; line++) log.info(`line ${line}`)
      await remote.write(Buffer.from('b\n'))
      await remote.end()
      await failing()
    }
    await expect(log.group('Verify app', verify)).rejects.toThrow('no')
    await log.group('Roll back', async () => undefined)
    log.again(remote.tail())
    expect(printed).toMatch(/\n\| b\n::endgroup::\n\| b\n$/)
  })

  test('are folded from the 41st on where it was slow', async () => {
    const { log, timers } = logging()
    await log.group('Compile draft', async () => {
      log.info('line 1')
      timers.advance(15_000)
      for (let line = 2; line <= 41; line++) log.info(`line ${line}`)
    })
    expect(printed).toMatch(
      /^line 1\n… Compile draft: 15 s\nline 2\n[\s\S]*line 40\n::group::Compile draft\nline 41\n::endgroup::\n$/
    )
  })

  test('do not hold a notice or a warning back', async () => {
    const { log } = logging()
    await log.group('Connect', async () => {
      log.info('a')
      log.warning('b')
    })
    expect(printed).toBe('::warning::b\n::group::Connect\na\n::endgroup::\n')
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

/** A step with more lines than stand in the open. */
async function foldedFailure(log: RunnerLog): Promise<void> {
  const work = async (): Promise<void> => {
    for (let line = 1; line <= 41; line++) log.info('x')
    throw new Error('no')
  }
  await log.group('Compile draft', work).catch(() => undefined)
}

describe('the last lines of a remote log', () => {
  test('are shown again as they were, not cleaned twice', async () => {
    const { log } = logging()
    const remote = log.remote()
    await foldedFailure(log)
    printed = ''
    await remote.write(Buffer.from(`\tx ##\n\u001b[31mred ##[error]\n${'y'.repeat(5000)}\na\u200bb\n`))
    await remote.end()
    const shown = printed
    log.again(remote.tail())
    expect(printed).toBe(shown + shown)
    expect(shown).toBe(
      `| \tx ##\n| \u001b[31mred ##\\[error]\u001b[0m\n| ${'y'.repeat(4000)}… (1000 more)\n| a\u200bb\n`
    )
  })

  test('are cleaned where they were not', async () => {
    const { log } = logging()
    await foldedFailure(log)
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

describe('a text of many lines for places other than the log', () => {
  test('stays one, without secrets and without what only a terminal sees', () => {
    const { log } = logging()
    const text = `def main():\n\tkey = "${SECRET}"\n\u001b[31mred\u001b[0m\r\n  ::error::x ##[error]y\n`
    expect(log.cleanText(text)).toBe('def main():\n\tkey = "***"\nred\n  ::error::x ##\\[error]y\n')
    expect(log.cleanText('no end')).toBe('no end')
    expect(log.cleanText('')).toBe('')
  })

  test('has as many lines as before, whatever it holds', () => {
    const { log } = logging()
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(log.cleanText(text).split('\n')).toHaveLength(text.split('\n').length)
      })
    )
  })
})
