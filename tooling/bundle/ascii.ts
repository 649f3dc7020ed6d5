/** Where a character written by its number would mean something else: behind a backslash, and in a raw template. */
const UNESCAPABLE = /\\[^\p{ASCII}]|\.raw\s*`[^`]*[^\p{ASCII}]/u

/**
 * Code with what is not ASCII written by its number. V8 keeps a text with one other character in it at two bytes a
 * character, and takes longer to read it: of most files that was a `’` or two.
 */
export function asciiOf(code: string): string {
  const [place] = UNESCAPABLE.exec(code) ?? []
  if (place !== undefined) throw new Error(`This cannot be written in ASCII: ${place}`)
  return code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
