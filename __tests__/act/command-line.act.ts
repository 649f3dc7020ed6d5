import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import { DEFAULT_ACCOUNT } from '../../emulator/start.ts'
import { ROOT, remote } from '../support/deploying.ts'
import { ActScene } from './support/act-scene.ts'

test('`npm run act` runs the workflow of a folder beside, and leaves nothing behind', async () => {
  await using scene = await ActScene.start()
  await using temp = folder()
  const [above, name] = [path.dirname(scene.workspace.path), path.basename(scene.workspace.path)]
  const args = ['push', '-C', name, '-W', '.github/workflows/deploy.yml', '--var', `DODIL_SA_ID=${DEFAULT_ACCOUNT.id}`]
  const { grpc, tokenUrl } = scene.emulator
  args.push('--var', `IGNITE_ENDPOINT=${grpc}`, '--var', `IGNITE_AUTH_URL=${tokenUrl}`)
  args.push('--secret', `DODIL_SA_SECRET=${DEFAULT_ACCOUNT.secret}`)
  const env = { ...process.env, INIT_CWD: above, TMPDIR: temp.path }
  const program = path.join(ROOT, 'tooling/act/act-cli.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args], { env })
  expect(stdout).toContain('greeter: version 1 is live')
  expect(stdout).not.toContain(DEFAULT_ACCOUNT.secret)
  expect((await remote(scene.emulator)).state?.activeVersion).toBe(1)
  expect(readdirSync(temp.path)).toEqual([])
})

test('`npm run act` fails where act does', async () => {
  await using scene = await ActScene.start()
  const env = { ...process.env, INIT_CWD: scene.workspace.path }
  const program = path.join(ROOT, 'tooling/act/act-cli.ts')
  const missing = promisify(execFile)(process.execPath, [program, 'push', '-W', 'missing.yml'], { env })
  await expect(missing).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('missing.yml') })
})

function folder(): AsyncDisposable & { readonly path: string } {
  const made = mkdtempSync(path.join(tmpdir(), 'act-temp-'))
  return { path: made, [Symbol.asyncDispose]: () => rm(made, { recursive: true }) }
}
