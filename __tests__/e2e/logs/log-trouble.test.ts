import { expect, test } from '@jest/globals'
import { compiled } from '../../faults/support/compiling.ts'
import { messagesOf } from '../../support/deploying.ts'

const LINES = Array.from({ length: 200 }, (_, at) => `line ${at + 1} ${'x'.repeat(100)}`)

/** Loaded before main: brings the trouble about in that process alone. */
function hook(program: string): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(program)}` }
}

/** Has room for so many bytes of a file of that name: what does not fit whole is refused, however much comes at once. */
const FULL_DISK = `
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
const { openSync, writeSync } = fs
let log
let room = 5000
fs.openSync = (path, ...rest) => {
  const file = openSync(path, ...rest)
  if (String(path).endsWith('platform.log')) log = file
  return file
}
fs.writeSync = (file, ...rest) => {
  if (file !== log) return writeSync(file, ...rest)
  if (rest[0].length > room) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  const written = writeSync(file, ...rest)
  room -= written
  return written
}
syncBuiltinESMExports()
`

const TROUBLES = [
  {
    trouble: 'RUNNER_TEMP is not there',
    program: `process.env.RUNNER_TEMP = '/nowhere'`,
    warns: /^The whole log is not kept: ENOENT: /
  },
  {
    trouble: 'RUNNER_TEMP is a file',
    program: `process.env.RUNNER_TEMP = '/dev/null'`,
    warns: /^The whole log is not kept: ENOTDIR: /
  },
  {
    trouble: 'the disk is full',
    program: FULL_DISK,
    warns: /^The whole log in .*platform\.log ends early: ENOSPC: no space left on device, write$/
  }
]

test.concurrent.each(TROUBLES)(
  'Where $trouble, the deploy is good and the job log whole',
  async ({ program, warns }) => {
    let isOver = false
    async function* log(): AsyncGenerator<Buffer> {
      for (const line of LINES) {
        yield Buffer.from(`${line}\n`)
        await new Promise(setImmediate)
      }
      isOver = true
    }
    const { main, shown } = await compiled({ log, isOver: () => isOver }, { env: hook(program) })
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    expect(messagesOf(main, 'warning')).toEqual([expect.stringMatching(warns)])
    expect(shown.filter((line) => line.startsWith('line '))).toEqual(LINES)
  }
)
