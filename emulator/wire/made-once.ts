type Known<Key, Value> = { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown }

/** `make`, which is asked once for each key: what it gave is in `known`. */
export function madeOnce<Key, Value>(known: Known<Key, Value>, make: (key: Key) => Value): (key: Key) => Value {
  return (key) => {
    const value = known.get(key) ?? make(key)
    known.set(key, value)
    return value
  }
}
