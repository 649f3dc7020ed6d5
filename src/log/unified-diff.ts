/** How many lines that are the same are shown around those that are not. */
const CONTEXT = 3

const NO_END = '\n\\ No newline at end of file'

type Line = { readonly sign: ' ' | '-' | '+'; readonly text: string }

/** Lines from `start` to before `end`. */
type Hunk = { readonly start: number; readonly end: number }

/**
 * Two texts as a unified diff without the lines that name the files; empty where they are the same. It takes the time
 * and the memory of one text's lines times the other's.
 */
export function unifiedDiff(before: string, after: string): string {
  const lines = merged(linesOf(before), linesOf(after))
  return hunksOf(lines)
    .map((hunk) => shownHunk(lines, hunk))
    .join('\n')
}

function linesOf(text: string): readonly string[] {
  const lines = text.split('\n')
  const last = lines.pop() ?? ''
  return last === '' ? lines : [...lines, last + NO_END]
}

/** Both in one, with as many lines as can be that are the same. */
function merged(before: readonly string[], after: readonly string[]): readonly Line[] {
  const width = after.length + 1
  // For each place in both: how many lines are the same from there on.
  const same = new Uint32Array((before.length + 1) * width)
  const from = (old: number, fresh: number) => same[old * width + fresh] ?? 0
  for (let old = before.length - 1; old >= 0; old--) {
    for (let fresh = after.length - 1; fresh >= 0; fresh--) {
      same[old * width + fresh] =
        before[old] === after[fresh]
          ? from(old + 1, fresh + 1) + 1
          : Math.max(from(old + 1, fresh), from(old, fresh + 1))
    }
  }
  const lines: Line[] = []
  for (let old = 0, fresh = 0; old < before.length || fresh < after.length; ) {
    const isSame = old < before.length && before[old] === after[fresh]
    const isGone = old < before.length && (fresh === after.length || from(old + 1, fresh) >= from(old, fresh + 1))
    if (isSame) lines.push({ sign: ' ', text: before[old] ?? '' })
    else if (isGone) lines.push({ sign: '-', text: before[old] ?? '' })
    else lines.push({ sign: '+', text: after[fresh] ?? '' })
    if (isSame || isGone) old++
    if (isSame || !isGone) fresh++
  }
  return lines
}

/** Lines that differ with those around them; what would meet or overlap is one hunk. */
function hunksOf(lines: readonly Line[]): readonly Hunk[] {
  const hunks: Hunk[] = []
  for (const [at, { sign }] of lines.entries()) {
    if (sign === ' ') continue
    const start = Math.max(0, at - CONTEXT)
    const end = Math.min(lines.length, at + CONTEXT + 1)
    const last = hunks.at(-1)
    if (last && start <= last.end) hunks[hunks.length - 1] = { start: last.start, end }
    else hunks.push({ start, end })
  }
  return hunks
}

function shownHunk(lines: readonly Line[], { start, end }: Hunk): string {
  const shown = lines.slice(start, end)
  const range = (other: Line['sign'], sign: string) => {
    const before = lines.slice(0, start).filter((line) => line.sign !== other).length
    const count = shown.filter((line) => line.sign !== other).length
    return `${sign}${count === 0 ? before : before + 1},${count}`
  }
  const head = `@@ ${range('+', '-')} ${range('-', '+')} @@`
  return [head, ...shown.map(({ sign, text }) => sign + text)].join('\n')
}
