/** JavaScript compares UTF-16 units, which is another order than that of the bytes; one character a byte is not. */
export function inByteOrder<T>(items: readonly T[], pathOf: (item: T) => string): readonly T[] {
  if (items.every((item) => isAscii(pathOf(item)))) {
    return items.toSorted((one, other) => order(pathOf(one), pathOf(other)))
  }
  const keyed = items.map((item) => ({ item, key: Buffer.from(pathOf(item)).toString('latin1') }))
  return keyed.toSorted((one, other) => order(one.key, other.key)).map(({ item }) => item)
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** Whether a character of it is one byte, each. */
export function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length
}
