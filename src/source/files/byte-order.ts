/** JavaScript compares UTF-16 units, which is another order than that of the bytes; one character a byte is not. */
export function inByteOrder<T>(items: readonly T[], pathOf: (item: T) => string): readonly T[] {
  const keyed = items.map((item) => ({ item, key: bytesOf(pathOf(item)) }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return keyed.map(({ item }) => item)
}

/** Whether a character of it is one byte, each. */
export function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length
}

/** A character for each byte. An ASCII text is that itself, and takes no memory of its own. */
function bytesOf(text: string): string {
  return isAscii(text) ? text : Buffer.from(text).toString('latin1')
}
