/** The one of the names that is nearest, where it is near: a letter in three may be another, or as many as are told. */
export function nearest(
  name: string,
  names: readonly string[],
  most = Math.max(1, Math.floor(name.length / 3))
): string | undefined {
  const ranked = names.map((each) => ({ each, far: distance(name, each) })).sort((a, b) => a.far - b.far)
  const best = ranked[0]
  return best && best.far <= most ? best.each : undefined
}

/** How many letters must be put in, taken out, changed, or swapped with their neighbour. */
function distance(a: string, b: string): number {
  let before: readonly number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) {
      const isSwapped = i > 0 && a[i] === b[j - 1] && a[i - 1] === b[j]
      const swapped = isSwapped ? (before[j - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY
      const changed = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1)
      next.push(Math.min(changed, swapped, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
