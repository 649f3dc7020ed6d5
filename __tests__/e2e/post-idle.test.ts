import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/start.ts'
import { type Inputs, inputsFor, ROOT, run, Workspace } from '../support/deploying.ts'
import { Observer } from './support/observing.ts'

const POST = path.join(ROOT, 'dist/post')
const PACKAGES = /node_modules\/(@actions|@grpc|@bufbuild)\//

// A post whose main published is looked at in bundle.test.ts.
describe('A post whose state is closed', () => {
  const failing: readonly { readonly what: string; readonly inputs: Inputs }[] = [
    { what: 'because the test failed', inputs: { 'test-payload': '{}', 'test-expect': '{"version": "none"}' } },
    { what: 'because the test failed, and settings were put back', inputs: { env: 'A=1', 'test-payload': '[]' } }
  ]

  test.each(failing)('$what, loads one file without a package, and no network', async ({ inputs }) => {
    await using emulator: Emulator = await startEmulator({ variants: ['settings-replace'] })
    using workspace = new Workspace()
    using observer = new Observer()
    const asked = { 'rollback-on-failure': 'true', 'rollback-on-cancel': 'true', ...inputs }
    // The environment of an app that is there is changed before its test; a new app is made with it.
    await run(workspace, { inputs: inputsFor(emulator) })
    const { main, post } = await run(workspace, { inputs: inputsFor(emulator, asked), env: observer.env })
    expect(main.outputs['reason_code']).toBe('test_failed')
    expect(post).toMatchObject({ exitCode: 0, raw: '', summary: undefined })
    const [, seen] = observer.stages
    const files = seen!.loaded.filter((url) => url.startsWith('file:') && !url.endsWith('observer.mjs'))
    expect(files.map((url) => path.basename(url))).toEqual(['index.js'])
    expect(seen!.builtins.filter((name) => /^NativeModule (http|http2|tls|net|dns)$/.test(name))).toEqual([])
  })

  test('has nothing of gRPC or of the toolkit in that file, which lie in others', () => {
    const texts = readdirSync(POST)
      .filter((file) => file.endsWith('.js'))
      .map((file) => ({ file, holds: PACKAGES.test(readFileSync(path.join(POST, file), 'utf8')) }))
    expect(texts.find(({ file }) => file === 'index.js')).toEqual({ file: 'index.js', holds: false })
    expect(texts.some(({ holds }) => holds)).toBe(true)
  })
})
