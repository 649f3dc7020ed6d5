import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const MOST_COLOURS = 256

type Pixels = { readonly width: number; readonly height: number; readonly channels: number; readonly bytes: Buffer }

/** The same picture with a palette of its 256 most frequent colours, a third as large. Takes PNG as Chromium makes it. */
export function withPalette(png: Buffer): Buffer {
  const pixels = readPixels(png)
  const { palette, indexOf } = paletteOf(pixels)
  const { width, height } = pixels
  const lines = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) lines[y * (width + 1) + 1 + x] = indexOf(colourAt(pixels, y * width + x))
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap(channelsOf))),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0))
  ])
}

function readPixels(png: Buffer): Pixels {
  const data: Buffer[] = []
  for (let at = SIGNATURE.length; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  const [width, height, depth, kind] = [png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]]
  const channels = { 2: 3, 6: 4 }[kind ?? 0]
  if (depth !== 8 || channels === undefined || png[28] !== 0)
    throw new Error(`a PNG of another kind: ${kind}, ${depth} bits`)
  return { width, height, channels, bytes: unfiltered(inflateSync(Buffer.concat(data)), width * channels, channels) }
}

/** Takes back what each line's filter did to it (PNG, Filtering). */
function unfiltered(raw: Buffer, length: number, channels: number): Buffer {
  const height = raw.length / (length + 1)
  const bytes = Buffer.alloc(length * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (length + 1)] ?? 0
    for (let x = 0; x < length; x++) {
      const left = x < channels ? 0 : (bytes[y * length + x - channels] ?? 0)
      const up = y === 0 ? 0 : (bytes[(y - 1) * length + x] ?? 0)
      const corner = x < channels || y === 0 ? 0 : (bytes[(y - 1) * length + x - channels] ?? 0)
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0
      bytes[y * length + x] = (raw[y * (length + 1) + 1 + x] ?? 0) + guess
    }
  }
  return bytes
}

function paeth(left: number, up: number, corner: number): number {
  const [byLeft, byUp, byCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}

function paletteOf(pixels: Pixels) {
  const counts = new Map<number, number>()
  for (let at = 0; at < pixels.width * pixels.height; at++) {
    const colour = colourAt(pixels, at)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const palette = [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_COLOURS)
    .map(([colour]) => colour)
  const indexes = new Map(palette.map((colour, index) => [colour, index]))
  const indexOf = (colour: number): number => {
    const known = indexes.get(colour) ?? nearest(palette, colour)
    indexes.set(colour, known)
    return known
  }
  return { palette, indexOf }
}

function nearest(palette: readonly number[], colour: number): number {
  const distances = palette.map((each) => distance(channelsOf(each), channelsOf(colour)))
  return distances.indexOf(Math.min(...distances))
}

function distance(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + (value - (other[at] ?? 0)) ** 2, 0)
}

function colourAt({ bytes, channels }: Pixels, at: number): number {
  return bytes.readUIntBE(at * channels, 3)
}

function channelsOf(colour: number): readonly number[] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255]
}

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
