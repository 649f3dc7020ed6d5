import { readFileSync } from 'node:fs'

/** Undefined where the file cannot be read. */
export function readWhole(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}
