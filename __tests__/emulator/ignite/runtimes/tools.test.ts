import { execFileSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import { findPython } from '../../../../emulator/ignite/tools/interpreter.ts'
import { createTools } from '../../../../emulator/ignite/tools/tools.ts'
import { code, type Runtime, save } from '../support/compiling.ts'
import { drive } from '../support/driver.ts'
import { testWith } from '../support/test-with.ts'

test.each<[Runtime, string, RegExp]>([
  ['rust', 'fn main() {}', /^cargo is not on the PATH of the emulator: install Rust \(https:\/\/rustup\.rs\)$/],
  ['go', 'package main\nfunc main() {}', /^go is not on the PATH of the emulator: install Go/]
])(
  'without its toolchain a %s draft is saved, but not compiled, tested or published',
  async (runtime, source, says) => {
    await using ignite = await drive({ path: '/nonexistent' })
    await save(ignite, code(runtime, source))
    for (const method of ['CompileDraft', 'TestDraft', 'PublishDraft']) {
      const refused = { code: status.FAILED_PRECONDITION, message: expect.stringMatching(says) }
      await expect(ignite.greeter(method)).rejects.toMatchObject(refused)
    }
    expect(await ignite.greeter('GetDraftInfo')).toMatchObject({ draft: { status: 'VERSION_STATUS_DRAFT' } })
  }
)

testWith('cargo')('a tool is found at its absolute path, in the first directory that has it', async () => {
  const tools = createTools(`/nonexistent::${process.env['PATH']}`)
  expect(await tools.find('cargo')).toMatch(/^\/.*\/cargo$/)
  expect(await tools.find('python3')).toMatch(/^\/.*python3[.\d]*$/)
})

test('of a virtual environment the Python that it was made of is known, too', async () => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'conformance-')))
  try {
    execFileSync('python3', ['-m', 'venv', '--without-pip', folder])
    const { interpreter = '', base = '' } = (await findPython(path.join(folder, 'bin'))) ?? {}
    expect(path.dirname(interpreter)).toBe(path.join(folder, 'bin'))
    expect(base).toMatch(/^\/.*python3[.\d]*$/)
    expect(base).not.toContain(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
