import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Compute } from '../../emulator/ignite/support/client.ts'
import type { HeldVersion } from './evidence.ts'

export type ReadPlatform = (client: Compute, method: string, request: object) => Promise<object>

type CodeFile = { readonly path: string; readonly content: Uint8Array }

/** The versions of an app with what they hold, as the platform gives it back: it has hashes on some platforms only. */
export async function readVersions(client: Compute, app: object, read: ReadPlatform): Promise<readonly HeldVersion[]> {
  type Listed = { readonly versions?: readonly { readonly version: number; readonly code_uri: string }[] }
  const { versions = [] } = (await read(client, 'ListAppVersions', app)) as Listed
  return await Promise.all(
    versions.map(async ({ version, code_uri: image }) => {
      if (image !== '') return { number: version, code: image }
      const { files = [] } = (await read(client, 'GetAppCode', { ...app, version })) as { files?: readonly CodeFile[] }
      return { number: version, code: asText(files) }
    })
  )
}

/** The same of a directory, without the files that no version of it may hold. */
export function codeIn(directory: string): string {
  const found = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = found.map(({ parentPath, name }) => path.relative(directory, path.join(parentPath, name)))
  const packed = paths.filter((file) => !/^\.|__pycache__/.test(file))
  return asText(packed.map((file) => ({ path: file, content: readFileSync(path.join(directory, file)) })))
}

function asText(files: readonly CodeFile[]): string {
  return files
    .map(({ path: file, content }) => `${file}\n${Buffer.from(content)}`)
    .toSorted()
    .join('\n')
}
