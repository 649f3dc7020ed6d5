import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { Parser, type ReadEntry } from 'tar'
import { readZip } from './zip.ts'

export type CodeFile = { readonly path: string; readonly content: Buffer }

/** The bytes are no archive that the platform takes. */
export class ArchiveError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
  }
}

/**
 * The files of a .tar.gz or .zip archive with normal relative paths; undefined when the bytes are neither, which is
 * a single source file. Throws ArchiveError for a broken archive, links and devices, and paths that leave the root.
 */
export async function readArchive(bytes: Uint8Array): Promise<readonly CodeFile[] | undefined> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const magic = buffer.toString('latin1', 0, 4)
  try {
    if (magic.startsWith('\x1f\x8b')) return (await readTar(await promisify(gunzip)(buffer))).map(checked)
    if (magic === 'PK\x03\x04' || magic === 'PK\x05\x06') return readZip(buffer).map(checked)
    return undefined
  } catch (cause) {
    if (cause instanceof ArchiveError) throw cause
    throw new ArchiveError(`the archive cannot be read: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}

async function readTar(bytes: Buffer): Promise<readonly CodeFile[]> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const files: Promise<CodeFile>[] = []
  const onReadEntry = (entry: ReadEntry) => {
    if (entry.type === 'File' || entry.type === 'OldFile') files.push(fileOf(entry))
    else if (entry.type === 'Directory' || entry.type === 'GNUDumpDir') entry.resume()
    else reject(new ArchiveError(`${entry.path} is a ${entry.type}: only files and directories are taken`))
  }
  const parser = new Parser({ strict: true, onReadEntry })
  parser.on('end', resolve)
  parser.on('error', reject)
  parser.end(bytes)
  await promise
  return Promise.all(files)
}

async function fileOf(entry: ReadEntry): Promise<CodeFile> {
  return { path: entry.path, content: await entry.concat() }
}

function checked(file: CodeFile): CodeFile {
  const path = file.path.replace(/^(\.\/+)+/, '')
  const escapes = path.startsWith('/') || path.includes('\\') || path.split('/').includes('..') || path.includes('\0')
  if (escapes || path === '') throw new ArchiveError(`the path ${JSON.stringify(file.path)} leaves the archive`)
  return { path, content: file.content }
}
