import type { Code } from '../model/model.ts'

/** Code in two columns: the bytes that were sent, and the rest as JSON. */
export type CodeColumns = { readonly code: string; readonly code_bytes: Uint8Array | null }

export function codeColumns(code: Code): CodeColumns {
  switch (code.kind) {
    case 'SDK': {
      const { bytes, ...rest } = code
      return { code: JSON.stringify(rest), code_bytes: bytes }
    }
    case 'UPLOAD_IMAGE': {
      const { archive, ...rest } = code
      return { code: JSON.stringify(rest), code_bytes: archive }
    }
    default:
      return { code: JSON.stringify(code), code_bytes: null }
  }
}

export function codeOf({ code, code_bytes }: CodeColumns): Code {
  const rest = JSON.parse(code) as Code
  const bytes = buffer(code_bytes ?? new Uint8Array())
  if (rest.kind === 'SDK') return { ...rest, bytes }
  return rest.kind === 'UPLOAD_IMAGE' ? { ...rest, archive: bytes } : rest
}

/** node:sqlite gives plain Uint8Arrays; the rest of the emulator works with Buffers. */
export function buffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
