import { isRecord } from '../../model/values/json.ts'
import { type Answer, bytes, valueAt } from '../codec/answer.ts'

/**
 * A piece of a log. The message's shape is not public (docs/platform.md, Logs): bytes as they were written, or whole
 * lines, each a text or a message that holds one.
 */
export function logBytes(chunk: Answer): Uint8Array {
  const data = bytes(chunk, 'data')
  if (data.length > 0) return data
  const lines = valueAt(chunk, 'lines')
  const texts = Array.isArray(lines)
    ? lines.map(lineText)
    : [lineText(valueAt(chunk, 'line') ?? valueAt(chunk, 'message'))]
  return new TextEncoder().encode(
    texts
      .filter((line) => line !== undefined)
      .map((line) => `${line}\n`)
      .join('')
  )
}

/** The text of a line, which may be a message that holds it. */
export function lineText(line: unknown): string | undefined {
  if (typeof line === 'string') return line
  if (line instanceof Uint8Array) return new TextDecoder().decode(line)
  return isRecord(line) ? lineText(line['message'] ?? line['line'] ?? line['text']) : undefined
}
