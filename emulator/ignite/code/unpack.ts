import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { CodeFile } from './archive.ts'

/** Writes files whose paths `readArchive` has checked, or that were never an archive's. */
export async function unpack(files: readonly CodeFile[], directory: string): Promise<void> {
  for (const { path, content } of files) {
    const target = join(directory, path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, content)
  }
}
