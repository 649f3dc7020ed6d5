/** JavaScript compares UTF-16 units, which is another order than that of the bytes; one character a byte is not. */
export function inByteOrder<T>(items: readonly T[], pathOf: (item: T) => string): readonly T[] {
  const keyed = items.map((item) => ({ item, key: Buffer.from(pathOf(item)).toString('latin1') }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return keyed.map(({ item }) => item)
}
