import { gzipSync } from 'node:zlib'
import { Header } from 'tar'

type Entry = { readonly type?: 'File' | 'Directory' | 'SymbolicLink' | 'Link'; readonly content?: string | Buffer }

/** A .tar.gz of these entries, whatever their paths are. */
export function tarball(entries: Readonly<Record<string, string | Buffer | Entry>>): Buffer {
  const blocks = Object.entries(entries).flatMap(([path, entry]) => {
    const { type = 'File', content = '' } =
      typeof entry === 'string' || Buffer.isBuffer(entry) ? { content: entry } : entry
    const body = Buffer.from(content)
    const header = new Header({
      path,
      type,
      size: body.length,
      mode: 0o644,
      ...(type.endsWith('Link') && { linkpath: '/etc' })
    })
    const block = Buffer.alloc(512)
    header.encode(block, 0)
    return [block, body, Buffer.alloc((512 - (body.length % 512)) % 512)]
  })
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]))
}
