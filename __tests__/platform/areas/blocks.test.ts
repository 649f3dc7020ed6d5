import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { recut } from '../../../src/platform/areas/blocks.ts'

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return all
}

async function* given(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks
}

test('the bytes stay the same, in blocks of the size but for a shorter last one', async () => {
  const chunks = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(chunks, fc.integer({ min: 1, max: 50 }), async (original, size) => {
      const blocks = await collect(recut(given(original), size))
      expect(Buffer.concat(blocks)).toEqual(Buffer.concat(original))
      expect(blocks.slice(0, -1).every((block) => block.length === size)).toBe(true)
      expect(blocks.every((block) => block.length > 0 && block.length <= size)).toBe(true)
    })
  )
})

test('a source that uses its buffer again does not change what was cut', async () => {
  async function* reusing() {
    const buffer = new Uint8Array(3)
    for (let value = 1; value <= 4; value++) yield buffer.fill(value)
  }
  expect(Buffer.concat(await collect(recut(reusing(), 5)))).toEqual(Buffer.from([1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]))
})

test('leaving early closes the source', async () => {
  let closed = false
  async function* source() {
    try {
      for (;;) yield new Uint8Array(10)
    } finally {
      closed = true
    }
  }
  for await (const _ of recut(source(), 4)) break
  expect(closed).toBe(true)
})
