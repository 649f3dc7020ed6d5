export const LINE_FEED = 0x0a

/** Where the last whole line ends that fits in so many bytes. */
export function endWithin(lines: Buffer, room: number): number {
  if (lines.length <= room) return lines.length
  return room <= 0 ? 0 : lines.lastIndexOf(LINE_FEED, room - 1) + 1
}

/** How many lines end in these bytes. */
export function lineCount(lines: Uint8Array): number {
  let count = 0
  // A call of `indexOf` a line costs more than this.
  for (let at = 0; at < lines.length; at++) if (lines[at] === LINE_FEED) count++
  return count
}
