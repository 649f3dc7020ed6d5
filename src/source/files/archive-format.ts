/** The archives that the platform takes as code (docs/platform.md, Code). */
export type ArchiveFormat = 'zip' | 'tar.gz'

const SUFFIXES = { zip: /\.zip$/i, 'tar.gz': /\.(tar\.gz|tgz)$/i } as const satisfies Record<ArchiveFormat, RegExp>
const OTHER_ARCHIVES = /\.(tar|tbz2?|txz|tzst|tar\.(bz2|xz|zst|br)|7z|rar|jar)$/i

/** How many bytes of a file tell what it is. */
export const MAGIC_BYTES = 4

/** What a file is by its first bytes; `fault` ends a sentence, where its name says something else. */
export function formatOf(name: string, head: Buffer): ArchiveFormat | 'source' | { readonly fault: string } {
  const named = formatByName(name)
  const found = formatByMagic(head)
  if (named === found) {
    return found ?? (OTHER_ARCHIVES.test(name) ? { fault: 'is an archive that the platform does not take' } : 'source')
  }
  if (found === undefined) return { fault: `is named like a .${named} file but is none` }
  return { fault: `is a .${found} file by its content but is not named so` }
}

function formatByName(name: string): ArchiveFormat | undefined {
  if (SUFFIXES.zip.test(name)) return 'zip'
  return SUFFIXES['tar.gz'].test(name) ? 'tar.gz' : undefined
}

/** `PK\x05\x06` starts a zip file without entries. */
function formatByMagic(head: Buffer): ArchiveFormat | undefined {
  const magic = head.toString('latin1')
  if (magic === 'PK\x03\x04' || magic === 'PK\x05\x06') return 'zip'
  return magic.startsWith('\x1f\x8b') ? 'tar.gz' : undefined
}
