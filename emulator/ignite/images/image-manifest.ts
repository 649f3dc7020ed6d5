import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readdir, readlink } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { ImageConfig } from '../model/image-model.ts'

/** The digest of an image, and how large its files are: the same files and configuration have the same digest. */
export async function manifestOf(root: string, config: ImageConfig): Promise<{ digest: string; bytes: number }> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const paths = entries.map((entry) => relative(root, join(entry.parentPath, entry.name))).sort()
  const files: unknown[] = []
  let bytes = 0
  for (const path of paths) {
    const { mode, size, ...stat } = await lstat(join(root, path)).then((it) => {
      return { mode: it.mode, size: it.size, isFile: it.isFile(), isLink: it.isSymbolicLink() }
    })
    if (stat.isFile) {
      bytes += size
      files.push([path, (mode & 0o111) !== 0, await sha256(join(root, path))])
    } else files.push([path, stat.isLink ? await readlink(join(root, path)) : '/'])
  }
  const digest = createHash('sha256').update(JSON.stringify({ config, files })).digest('hex')
  return { digest: `sha256:${digest}`, bytes }
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}
