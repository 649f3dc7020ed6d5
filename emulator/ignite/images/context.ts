import { open, readFile } from 'node:fs/promises'
import { extract, type ReadEntry } from 'tar'
import { ArchiveError, readArchive } from '../code/archive.ts'
import { unpack } from '../code/unpack.ts'
import { BuildError } from './tools/build-error.ts'

const NO_ARCHIVE = 'error resolving source context: the build context is neither a .tar.gz nor a .zip archive'

/** Unpacks a .tar.gz or .zip file into a directory; of a .tar.gz no more than a piece is in memory. Throws BuildError. */
export async function unpackContext(file: string, directory: string): Promise<void> {
  const magic = await firstBytes(file)
  if (magic.startsWith('\x1f\x8b')) return unpackTar(file, directory)
  const files = magic.startsWith('PK') ? await readArchive(await readFile(file)).catch(unreadable) : undefined
  if (!files) throw new BuildError(NO_ARCHIVE)
  await unpack(files, directory)
}

async function firstBytes(path: string): Promise<string> {
  await using file = await open(path)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
  return buffer.toString('latin1', 0, bytesRead)
}

async function unpackTar(file: string, cwd: string): Promise<void> {
  const refused: string[] = []
  const filter = (path: string, entry: unknown) => {
    const { type } = entry as ReadEntry
    const isPlain = type === 'File' || type === 'OldFile' || type === 'Directory'
    if (!isPlain) refused.push(`${path} is a ${type}: only files and directories are taken`)
    else if (path.startsWith('/') || path.split('/').includes('..')) refused.push(`${path} leaves the archive`)
    return refused.length === 0
  }
  await extract({ file, cwd, filter, strict: true }).catch(unreadable)
  if (refused[0] !== undefined) throw new BuildError(`error resolving source context: ${refused[0]}`)
}

function unreadable(cause: unknown): never {
  const said = cause instanceof Error ? cause.message : String(cause)
  const why = cause instanceof ArchiveError ? said : `the archive cannot be read: ${said}`
  throw new BuildError(`error resolving source context: ${why}`, { cause })
}
