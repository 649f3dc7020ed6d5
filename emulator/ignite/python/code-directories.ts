import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { codeFiles } from '../code-files.ts'
import type { AppKey, SdkCode } from '../model.ts'
import { unpack } from '../unpack.ts'

export type CodeDirectories = {
  /** Where the app's code lies; unpacked and prepared on the first call, and on the next one after a failure. */
  directory(app: AppKey, code: SdkCode): Promise<string>
  /** Removes all of them. */
  remove(): Promise<void>
}

/** Unpacks each code of each app once, into a temporary directory of the process. */
export async function createCodeDirectories(prepare: (directory: string) => Promise<void>): Promise<CodeDirectories> {
  const root = await mkdtemp(join(tmpdir(), 'ignite-emulator-'))
  const ready = new Map<string, Promise<string>>()
  return {
    directory: (app, code) => {
      const digest = createHash('sha256').update(code.bytes).digest('hex').slice(0, 16)
      const path = join(root, app.organization, app.name, digest)
      const made = ready.get(path) ?? make(path, code, prepare)
      ready.set(path, made)
      made.catch(() => ready.delete(path))
      return made
    },
    remove: () => rm(root, { recursive: true, force: true })
  }
}

async function make(path: string, code: SdkCode, prepare: (directory: string) => Promise<void>): Promise<string> {
  await mkdir(path, { recursive: true })
  await unpack(await codeFiles(code), path)
  await prepare(path)
  return path
}
