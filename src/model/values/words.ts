/** `43 ms`, `2.4 s`, `12 s`, `3 min 5 s`. */
export function duration(ms: number): string {
  if (ms < 999.5) return `${Math.max(0, Math.round(ms))} ms`
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/** ` (2.4 s)`; empty below a second, which tells nobody anything. */
export function inTime(ms: number): string {
  return ms < 999.5 ? '' : ` (${duration(ms)})`
}

/** `2026-11-21T10:00:00Z`, of milliseconds since the epoch. A number that is no time of this calendar is shown as it is. */
export function shownTime(ms: number): string {
  const time = new Date(ms)
  return Number.isNaN(time.getTime()) ? String(ms) : time.toISOString().replace('.000Z', 'Z')
}

/** A text with each digest in it cut to 12 digits, which tell it from any other. */
export function withShortDigests(text: string): string {
  return text.replace(/\b([0-9a-f]{12})[0-9a-f]{20,116}\b/g, '$1')
}

/** `312 B`, `14.2 kB`, `3.1 MB`, `2.1 GB`; a kB is 1,000 bytes. What would be rounded to 1000.0 is one of the next unit. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 999_950) return `${(bytes / 1000).toFixed(1)} kB`
  if (bytes < 999_950_000) return `${(bytes / 1_000_000).toFixed(1)} MB`
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`
}

/** `1,234`. What knows the numbers of all languages takes longer to load than a file takes to pack. */
export function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** `1 file`, `1,234 files`. */
export function count(n: number, noun: string): string {
  return `${grouped(n)} ${noun}${n === 1 ? '' : 's'}`
}

/** `a`, `a and b`, `a, b and c`. */
export function enumerate(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** `a, b`; of more words than are shown, the first: `a, b and 4 more`. */
export function firstOf(words: readonly string[], shown: number): string {
  const first = words.slice(0, shown).join(', ')
  return words.length > shown ? `${first} and ${words.length - shown} more` : first
}
