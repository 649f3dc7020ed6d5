import type { RuntimeName, SdkCode } from '../model/model.ts'
import { type CodeFile, readArchive } from './archive.ts'

/** How a single source file is called once it is a code directory. */
const FILE_NAMES = {
  python: 'handler.py',
  deno: 'main.ts',
  rust: 'lib.rs',
  go: 'main.go'
} satisfies Record<RuntimeName, string>

/** The files of which one must lie in the archive, the usual one first. */
const ENTRY_FILES: Readonly<Record<RuntimeName, readonly string[]>> = {
  python: ['handler.py'],
  deno: ['main.ts', 'main.js'],
  rust: [],
  go: []
}

/** The files of code in whatever form it was sent. Throws ArchiveError. */
export async function codeFiles({ bytes, runtime }: SdkCode): Promise<readonly CodeFile[]> {
  return (await readArchive(bytes)) ?? [{ path: FILE_NAMES[runtime.name], content: Buffer.from(bytes) }]
}

/** What the runtime needs and the files lack; undefined when all is there. */
export function missingEntry(files: readonly CodeFile[], runtime: RuntimeName): string | undefined {
  const entries = ENTRY_FILES[runtime]
  return files.some((file) => entries.includes(file.path)) ? undefined : entries[0]
}
