/** Trees to pack, the same on every machine: each byte comes from a fixed seed. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const WORDS = 4_000
const DIRECTORY_FILES = 40

/** Numbers from 0 to 1, in the order that the seed tells (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Files like sources: words of a vocabulary that follow Zipf's law, which deflate to about a third. */
export function makeTextTree(root: string, size: { readonly files: number; readonly bytes: number }): void {
  const random = randomFrom(size.files)
  const letters = () => String.fromCharCode(97 + Math.floor(random() ** 1.5 * 26))
  const words = Array.from({ length: WORDS }, () => Array.from({ length: 2 + random() * 9 }, letters).join(''))
  const average = size.bytes / size.files
  for (let number = 0; number < size.files; number++) {
    const directory = path.join(root, `d${Math.floor(number / DIRECTORY_FILES)}`)
    if (number % DIRECTORY_FILES === 0) mkdirSync(directory, { recursive: true })
    const bytes = Math.round(average * (0.2 + 1.6 * random()))
    const lines: string[] = []
    for (let written = 0; written < bytes; written += lines.at(-1)?.length ?? 1) {
      const line = Array.from({ length: 3 + random() * 9 }, () => words[Math.floor(WORDS ** random()) - 1])
      lines.push(`${' '.repeat(random() * 8)}${line.join(' ')};\n`)
    }
    writeFileSync(path.join(directory, `f${number}.py`), lines.join('').slice(0, bytes))
  }
}

/** One file of machine-code-like bytes: short runs that repeat with changes, which deflate to about a half. */
export function makeBinary(file: string, bytes: number): void {
  const random = randomFrom(bytes)
  const block = Buffer.alloc(1 << 20)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, '')
  for (let written = 0; written < bytes; written += block.length) {
    for (let at = 0; at < block.length; at += 8) {
      const isRepeated = at >= 4_096 && random() < 0.6
      if (isRepeated) block.copy(block, at, at - 8 * Math.ceil(random() * 400), at)
      block.writeUInt32LE((random() * 2 ** 32) >>> (isRepeated ? 24 : 0), at)
    }
    writeFileSync(file, block.subarray(0, Math.min(block.length, bytes - written)), { flag: 'a' })
  }
}
