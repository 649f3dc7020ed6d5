export const BLOCK_BYTES = 512

const NAME_BYTES = 100
/** Eleven octal digits: 8 GiB less one byte. */
const LARGEST_OCTAL_SIZE = 0o77777777777

type TarFile = { readonly path: string; readonly bytes: number; readonly executable: boolean }

/**
 * The header of a file in a ustar archive, preceded by a PAX header where the path is long or not ASCII, or the file is
 * over 8 GiB. Time and owner are zero and the mode is 0644 or 0755, so that the bytes depend on the file alone.
 */
export function tarHeader({ path, bytes, executable }: TarFile): Buffer {
  return headerOf({ path, type: '0', mode: executable ? 0o755 : 0o644, bytes })
}

/** The same of a directory. */
export function directoryHeader(path: string): Buffer {
  return headerOf({ path: `${path}/`, type: '5', mode: 0o755, bytes: 0 })
}

type TarMember = { readonly path: string; readonly type: '0' | '5'; readonly mode: number; readonly bytes: number }

function headerOf({ path, type, mode, bytes }: TarMember): Buffer {
  const name = Buffer.from(path)
  const isAscii = name.length === path.length
  const records = [
    ...(isAscii && name.length <= NAME_BYTES ? [] : [paxRecord('path', path)]),
    ...(bytes <= LARGEST_OCTAL_SIZE ? [] : [paxRecord('size', String(bytes))])
  ]
  const header = block({ name, type, mode, size: Math.min(bytes, LARGEST_OCTAL_SIZE) })
  if (records.length === 0) return header
  const body = Buffer.concat(records)
  const pax = block({ name: Buffer.from('PaxHeader'), type: 'x', mode: 0o644, size: body.length })
  return Buffer.concat([pax, body, Buffer.alloc(paddingAfter(body.length)), header])
}

/** The header of a file of another size, which takes all else from a header that is there. */
export function fileHeaderLike(other: Buffer, bytes: number): Buffer {
  const header = Buffer.from(other)
  header.write('0', 156, 'latin1')
  header.fill(0, 157, 257)
  writeOctal(header, bytes, SIZE)
  return withChecksum(header)
}

/** How many zero bytes fill the last block of a file with so many bytes. */
export function paddingAfter(bytes: number): number {
  return (BLOCK_BYTES - (bytes % BLOCK_BYTES)) % BLOCK_BYTES
}

const SPACE = 0x20
const DIGIT_ZERO = 0x30

type Field = { readonly at: number; readonly digits: number }

const MODE: Field = { at: 100, digits: 7 }
const SIZE: Field = { at: 124, digits: 11 }
const CHECKSUM: Field = { at: 148, digits: 6 }

/** What is the same in every header. */
const TEMPLATE = Buffer.alloc(BLOCK_BYTES)
TEMPLATE.write('0000000', 108)
TEMPLATE.write('0000000', 116)
TEMPLATE.write('00000000000', 136)
TEMPLATE.write('ustar\x0000', 257)
TEMPLATE.write('0000000', 329)
TEMPLATE.write('0000000', 337)

function block(fields: { name: Buffer; type: '0' | '5' | 'x'; mode: number; size: number }): Buffer {
  const header = Buffer.from(TEMPLATE)
  fields.name.copy(header, 0, 0, NAME_BYTES)
  writeOctal(header, fields.mode, MODE)
  writeOctal(header, fields.size, SIZE)
  header[156] = fields.type.charCodeAt(0)
  return withChecksum(header)
}

/** The checksum is that of a header with spaces in its place. */
function withChecksum(header: Buffer): Buffer {
  for (let at = CHECKSUM.at; at < CHECKSUM.at + 8; at++) header[at] = SPACE
  let checksum = 0
  // An iterator takes three times as long, and there is a header for each file.
  for (let at = 0; at < BLOCK_BYTES; at++) checksum += header[at] as number
  writeOctal(header, checksum, CHECKSUM)
  return header
}

/** Ends it with a zero byte. To make a text of the number first takes twice as long. */
function writeOctal(header: Buffer, value: number, { at, digits }: Field): void {
  let rest = value
  for (let place = at + digits - 1; place >= at; place--) {
    header[place] = DIGIT_ZERO + (rest % 8)
    rest = Math.floor(rest / 8)
  }
  header[at + digits] = 0
}

/** `LENGTH KEY=VALUE\n`, where LENGTH counts its own digits too. */
function paxRecord(key: string, value: string): Buffer {
  const rest = ` ${key}=${value}\n`
  const bytes = Buffer.byteLength(rest)
  let length = bytes + String(bytes).length
  // The sum can have a digit more than the part it was counted from.
  length = bytes + String(length).length
  return Buffer.from(`${length}${rest}`)
}
