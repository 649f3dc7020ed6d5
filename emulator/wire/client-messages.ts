import { createHash, type Hash } from 'node:crypto'

type Message = Record<string, unknown>
type Sum = { bytes: number; messages: number; readonly hash: Hash }

/**
 * Writes the messages of a client's stream into `request`, so that the journal shows them and none is kept: their fields as
 * they are, but for bytes, of which all messages' together become `{ messages, bytes, sha256 }`.
 */
export function summarise(request: Message): { add(message: Message): void } {
  const sums = new Map<string, Sum>()
  return {
    add: (message) => {
      for (const [name, value] of Object.entries(message)) {
        if (!(value instanceof Uint8Array)) {
          request[name] = value
          continue
        }
        const sum = sums.get(name) ?? { bytes: 0, messages: 0, hash: createHash('sha256') }
        sums.set(name, sum)
        sum.bytes += value.length
        sum.messages += 1
        sum.hash.update(value)
        request[name] = { messages: sum.messages, bytes: sum.bytes, sha256: sum.hash.copy().digest('hex') }
      }
    }
  }
}
