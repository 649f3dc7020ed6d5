/** `KEY=VALUE` texts as a record; the first `=` splits. `refuse` is given what is no pair. */
export function readPairs(pairs: readonly string[], refuse: (pair: string) => never): Record<string, string> {
  const split = pairs.map((pair) => /^([^=]+)=(.*)$/s.exec(pair) ?? refuse(pair))
  return Object.fromEntries(split.map(([, key, value]) => [key, value]))
}
