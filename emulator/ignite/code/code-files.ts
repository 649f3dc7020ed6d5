import type { RuntimeName, SdkCode } from '../model/model.ts'
import { type CodeFile, readArchive } from './archive.ts'

/** How a single source file is called once it is a code directory. */
const FILE_NAMES = {
  python: 'handler.py',
  deno: 'main.ts',
  rust: 'main.rs',
  go: 'main.go'
} satisfies Record<RuntimeName, string>

/** The file that must lie at the archive's root, where the platform's pages name one. */
const ENTRY_FILES = { python: 'handler.py', deno: 'main.ts', rust: undefined, go: undefined } satisfies Record<
  RuntimeName,
  string | undefined
>

/** The files of code in whatever form it was sent. Throws ArchiveError. */
export async function codeFiles({ bytes, runtime }: SdkCode): Promise<readonly CodeFile[]> {
  return (await readArchive(bytes)) ?? [{ path: FILE_NAMES[runtime.name], content: Buffer.from(bytes) }]
}

/** What the runtime needs and the files lack; undefined when all is there. */
export function missingEntry(files: readonly CodeFile[], runtime: RuntimeName): string | undefined {
  const entry = ENTRY_FILES[runtime]
  return files.some((file) => file.path === entry) ? undefined : entry
}
