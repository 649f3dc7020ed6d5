import { EventEmitter } from 'node:events'
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Redactor } from '../../src/log/redact.ts'
import { type Keeper, RemoteLog } from '../../src/log/remote-log.ts'
import { commandsIn, commandsInCulture, cutInChunks, hostileBytes, streamVectors } from './support/hostile-text.ts'
import { referenceLog } from './support/remote-text-reference.ts'

const asIs = (text: string) => text

/** A stdout that keeps what it gets, and is full when told so. */
class FakeSink extends EventEmitter {
  readonly writes: string[] = []
  full = false

  write(text: string | Uint8Array): boolean {
    this.writes.push(Buffer.from(text).toString())
    return !this.full
  }

  get text(): string {
    return this.writes.join('')
  }

  drain(): void {
    this.full = false
    this.emit('drain')
  }
}

async function logged(chunks: readonly Uint8Array[], redact = asIs): Promise<string> {
  const sink = new FakeSink()
  const log = new RemoteLog({ sink, redact })
  for (const chunk of chunks) await log.write(chunk)
  await log.end()
  return sink.text
}

/** Whether a promise is settled once all that can happen has happened. */
async function isSettled(promise: Promise<void>): Promise<boolean> {
  let settled = false
  const mark = promise.then(() => {
    settled = true
  })
  await turn()
  await turn()
  if (settled) await mark
  return settled
}

describe('what reaches the job log', () => {
  const FUZZ = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 100_000), seed: 20261121 }

  test(`is never a command and always the cleaned text, for ${FUZZ.numRuns} hostile streams (seed ${FUZZ.seed})`, async () => {
    let rawCommands = 0
    await fc.assert(
      fc.asyncProperty(hostileBytes, fc.array(fc.nat(), { maxLength: 6 }), async (bytes, cuts) => {
        const text = await logged(cutInChunks(bytes, cuts))
        const commands = [...commandsIn(text), ...commandsInCulture(text)]
        const reference = referenceLog(bytes)
        // Making an expectation takes longer than all that is expected here.
        if (commands.length > 0 || text !== reference) {
          expect({ commands, text }).toEqual({ commands: [], text: reference })
        }
        if (commandsIn(bytes).length > 0) rawCommands++
      }),
      FUZZ
    )
    // Where the streams were tame, the test would prove nothing.
    expect(rawCommands).toBeGreaterThan(FUZZ.numRuns / 3)
  })

  test.each(streamVectors.map((chunks, index) => [index, chunks] as const))(
    'of stream vector %d holds no command',
    async (_index, chunks) => {
      const text = await logged(chunks)
      expect(commandsIn(text)).toEqual([])
      expect(text === referenceLog(Buffer.concat(chunks))).toBe(true)
    }
  )

  test('is the same when each byte comes alone', async () => {
    const bytes = Buffer.from('10%\r::error::x\r\n\u001b[31m€ 😀\u001b[0m ##[group]y\nend')
    const single = Array.from(bytes, (_, index) => bytes.subarray(index, index + 1))
    expect(await logged(single)).toBe('| 10%\n| ::error::x\n| \u001b[31m€ 😀\u001b[0m ##\\[group]y\u001b[0m\n| end\n')
  })

  test('holds no secret, wherever chunks and colours cut it', async () => {
    const secret = 'hunter2-and-plus'
    const forms = [secret, Buffer.from(`id:${secret}`).toString('base64'), `hunter2\u001b[1m-and-\u001b[0mplus`]
    const redactor = new Redactor([secret])
    for (const form of forms) {
      const bytes = Buffer.from(`token=${form}\n`)
      for (let cut = 0; cut <= bytes.length; cut++) {
        const text = await logged([bytes.subarray(0, cut), bytes.subarray(cut)], (each) => redactor.redact(each))
        expect(text).toMatch(/^\| token=(aWQ6)?\*\*\*(.?==)?\n$/)
      }
    }
  })

  test('holds no half of a secret where a line of 64 KiB is cut', async () => {
    const redactor = new Redactor(['hunter2-and-plus'])
    for (const around of [' ', '"', '}😀']) {
      for (let before = 65_510; before < 65_540; before++) {
        const line = Buffer.from(`${'x'.repeat(before)}${around}hunter2-and-plus${around}${'y'.repeat(9000)}\n`)
        expect(/hunter|plus|\ufffd/.test(await logged([line], (text) => redactor.redact(text)))).toBe(false)
      }
    }
  })
})

describe('a remote log', () => {
  test('writes whole lines only, those of one turn at once', async () => {
    const sink = new FakeSink()
    const log = new RemoteLog({ sink, redact: asIs })
    await log.write(Buffer.from('a\nb'))
    await log.write(Buffer.from('\nc\nd'))
    expect(sink.writes).toEqual([])
    await turn()
    expect(sink.writes).toEqual(['| a\n| b\n| c\n'])
    await log.end()
    expect(sink.writes).toEqual(['| a\n| b\n| c\n', '| d\n'])
  })

  test('does not gather more than 64 KiB', async () => {
    const sink = new FakeSink()
    const log = new RemoteLog({ sink, redact: asIs })
    await log.write(Buffer.from('x\n'.repeat(32_767)))
    expect(sink.writes).toEqual([])
    await log.write(Buffer.from('x\n'))
    expect(sink.text).toBe('| x\n'.repeat(32_768))
    await turn()
    expect(sink.writes).toHaveLength(1)
  })

  test('lets the writer wait while the sink is full', async () => {
    const sink = new FakeSink()
    const log = new RemoteLog({ sink, redact: asIs })
    sink.full = true
    await log.write(Buffer.from('a\n'))
    await turn()
    const waiting = log.write(Buffer.from('b\n'))
    const ending = log.end()
    expect(await isSettled(waiting)).toBe(false)
    expect(await isSettled(ending)).toBe(false)
    sink.drain()
    expect(await isSettled(waiting)).toBe(true)
    expect(await isSettled(ending)).toBe(true)
    expect(sink.text).toBe('| a\n| b\n')
  })

  test('leaves alone what the sink holds', async () => {
    const held: (string | Uint8Array)[] = []
    const sink = { write: (text: string | Uint8Array) => held.push(text) > 0, once: () => undefined }
    const log = new RemoteLog({ sink, redact: asIs })
    const chunk = Buffer.from('a\n')
    for (const letter of 'abc') {
      chunk.write(letter)
      await log.write(chunk)
      if (letter === 'b') await turn()
    }
    await log.end()
    expect(held.map((each) => Buffer.from(each).toString())).toEqual(['| a\n| b\n', '| c\n'])
  })

  test('writes nothing when nothing came', async () => {
    const sink = new FakeSink()
    await new RemoteLog({ sink, redact: asIs }).end()
    expect(sink.writes).toEqual([])
  })

  test('takes a second stream after the end of the first', async () => {
    const sink = new FakeSink()
    const log = new RemoteLog({ sink, redact: asIs })
    await log.write(Buffer.from('cut off'))
    await log.end()
    await log.write(Buffer.from('again\n'))
    await log.end()
    expect(sink.text).toBe('| cut off\n| again\n')
  })

  test('knows how much came and what came last', async () => {
    const log = new RemoteLog({ sink: new FakeSink(), redact: asIs })
    for (let number = 1; number <= 100; number++) {
      await log.write(Buffer.from(`line ${number}\n`))
      if (number % 30 === 0) await turn()
    }
    await log.write(Buffer.from('##[error]end'))
    await log.end()
    expect(log.lines).toBe(101)
    expect(log.bytes).toBe(9 * 7 + 90 * 8 + 9 + 12)
    expect(log.tail()).toHaveLength(40)
    expect(log.tail()[0]).toBe('| line 62')
    expect(log.tail().at(-1)).toBe('| ##\\[error]end')
  })

  test('knows 40 lines that came last, however long they are', async () => {
    const log = new RemoteLog({ sink: new FakeSink(), redact: asIs })
    for (let line = 0; line < 50; line++) await log.write(Buffer.from(`\u001b[31m${'€'.repeat(5000)}\n`))
    await log.end()
    expect(log.tail()).toHaveLength(40)
    expect(new Set(log.tail()).size).toBe(1)
    expect(log.tail()[0]).toBe(`| \u001b[31m${'€'.repeat(3995)}… (1005 more)\u001b[0m`)
  })

  test('has fewer last lines than 40 when fewer came', async () => {
    const log = new RemoteLog({ sink: new FakeSink(), redact: asIs })
    expect(log.tail()).toEqual([])
    await log.write(Buffer.from('a\n\nb'))
    await log.end()
    expect(log.tail()).toEqual(['| a', '| ', '| b'])
  })
})

describe('a long remote log', () => {
  const shown = { first: 40, last: 20 }

  async function longLog(lines: number, keeper?: Keeper): Promise<{ readonly live: string; readonly all: string }> {
    const sink = new FakeSink()
    const log = new RemoteLog({ sink, redact: asIs, keeper, shown })
    for (let line = 0; line < lines; line++) {
      await log.write(Buffer.from(`line ${line % 10}\n`))
      await turn()
    }
    const live = sink.text
    await log.end()
    expect(log.lines).toBe(lines)
    return { live, all: sink.text }
  }

  test('is shown whole as long as its end is no longer than what is held', async () => {
    const { live, all } = await longLog(6)
    expect(live).toBe('| line 0\n| line 1\n| line 2\n| line 3\n')
    expect(all).toBe(`${live}| line 4\n| line 5\n`)
  })

  test('is shown without its middle, with a word when that begins and one where it was', async () => {
    const { live, all } = await longLog(1010)
    expect(live).toBe(
      '| line 0\n| line 1\n| line 2\n| line 3\nThe log is longer than 60 B: from here on, only its end will be shown.\n'
    )
    expect(all).toBe(`${live}Left out here: 1,004 lines, 9.0 kB.\n| line 8\n| line 9\n`)
  })

  test('is kept whole, and both words say where', async () => {
    let kept = ''
    const keeper = {
      where: 'The whole log is in ::error::/tmp/##[error].',
      write: (lines: Buffer) => {
        kept += lines
      }
    }
    const { all } = await longLog(20, keeper)
    expect(kept).toBe(Array.from({ length: 20 }, (_, line) => `| line ${line % 10}\n`).join(''))
    expect(all.match(/The whole log is in ::error::\/tmp\/##\\\[error\]\.$/gm)).toHaveLength(2)
    expect(commandsIn(all)).toEqual([])
  })

  test('takes a chunk of any size in pieces, and lets its writer wait for the sink between them', async () => {
    const sink = new FakeSink()
    const log = new RemoteLog({ sink, redact: asIs })
    sink.full = true
    const writing = log.write(Buffer.from('x\n'.repeat(500_000)))
    expect(await isSettled(writing)).toBe(false)
    expect(sink.text.length).toBeLessThan(300_000)
    sink.drain()
    await writing
    await log.end()
    expect(sink.text).toBe('| x\n'.repeat(500_000))
  })
})
