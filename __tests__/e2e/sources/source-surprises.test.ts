import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../emulator/start.ts'
import type { StageResult } from '../../../runner/stage.ts'
import { callUrl, type Inputs, inputsFor, messagesOf, runMain, Workspace } from '../../support/deploying.ts'
import { ImageWorkspace } from '../support/gated-build.ts'

let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator()
})

afterAll(() => emulator.close())

async function deployed(workspace: Workspace, inputs: Inputs): Promise<StageResult> {
  const main = await runMain(workspace, { inputs: inputsFor(emulator, { 'allow-unauthenticated': 'true', ...inputs }) })
  if (main.exitCode !== 0) throw new Error(main.log)
  return main
}

test('a single file that is a link is started under the name that the user wrote', async () => {
  using workspace = new Workspace()
  workspace.write('app_v2.py', 'def handler(payload, ctx):\n    return {"version": "v2"}\n')
  symlinkSync('app_v2.py', path.join(workspace.path, 'handler.py'))
  const main = await deployed(workspace, { app: 'linked', code: 'handler.py' })
  expect(main.log).toContain('Packed 1 file, ')
  expect(await callUrl(main.outputs['url'])).toEqual({ version: 'v2' })
})

test('what is not in the package, or not as one thinks, is told with its cure', async () => {
  using workspace = new Workspace()
  for (const directory of ['.git', 'greeter/vendor', 'greeter/env', 'greeter/target'])
    mkdirSync(path.join(workspace.path, directory))
  workspace.write('.gitmodules', '[submodule "vendor"]\n\tpath = greeter/vendor\n\turl = https://example.com/v\n')
  workspace.write('greeter/model.bin', 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n')
  workspace.write('greeter/.env', 'KEY=1')
  workspace.write('greeter/.igniteignore', '!.git\n')
  workspace.write('greeter/env/pyvenv.cfg', '')
  workspace.write('greeter/target/report.txt', '')
  const main = await deployed(workspace, { app: 'surprises' })
  expect(main.log).toContain('Packed 4 files, ')
  expect(main.log).toContain('Left out by default: env. `!NAME` in an ignore file takes one back.')
  expect(messagesOf(main, 'warning')).toEqual([
    '`greeter/vendor` is an empty submodule. Set `submodules: true` of actions/checkout.',
    '`greeter/model.bin` is a pointer of Git LFS, not the file itself. Set `lfs: true` of actions/checkout.'
  ])
  expect(messagesOf(main, 'notice')).toEqual(
    expect.arrayContaining([
      'Left out, because they are likely to hold secrets: .env. `!NAME` in an ignore file, here `!.env`, takes one back.',
      'An ignore file asks for `.git`, which is never packed.'
    ])
  )
})

test('an archive with hard links is deployed', async () => {
  using workspace = new Workspace()
  execFileSync('sh', ['-c', 'cd greeter && ln handler.py again.py && tar -czf ../hard.tgz .'], { cwd: workspace.path })
  const main = await deployed(workspace, { app: 'hard', code: 'hard.tgz' })
  expect(main.log).toContain('Packed 3 files, ')
  expect(await callUrl(main.outputs['url'])).toMatchObject({ version: 'one' })
})

test('names that differ in case only are a warning in a context', async () => {
  using workspace = new ImageWorkspace()
  workspace.write('web/NOTES', 'upper')
  workspace.write('web/notes', 'lower')
  const main = await deployed(workspace, { app: 'web', code: 'web', 'dockerfile-path': 'Dockerfile' })
  expect(messagesOf(main, 'warning')).toEqual([
    '`NOTES` and `notes` in `web` differ only in case or in Unicode form. The image gets both; a checkout on Windows or macOS has one.'
  ])
  expect(await callUrl(main.outputs['url'])).toMatchObject({ version: 'one' })
})

test.each(['draft', 'build-service'])(
  'a Dockerfile finds the empty directories of its context, by %s',
  async (builder) => {
    using workspace = new ImageWorkspace()
    mkdirSync(path.join(workspace.path, 'web/uploads/new'), { recursive: true })
    const dockerfile = readFileSync(path.join(workspace.path, 'web/Dockerfile'), 'utf8')
    workspace.write('web/Dockerfile', dockerfile.replace('USER', 'COPY uploads uploads\nRUN test -d uploads/new\nUSER'))
    const inputs = { app: `empty-${builder}`, code: 'web', 'dockerfile-path': 'Dockerfile', builder }
    const main = await deployed(workspace, inputs)
    expect(await callUrl(main.outputs['url'])).toMatchObject({ version: 'one' })
  }
)
