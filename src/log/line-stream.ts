/** In UTF-16 units. What is held of a line that does not end is never longer. */
const MAX_PENDING = 64 * 1024

/**
 * A line that is too long is cut at a space where its last part has one, else after another sign that no token holds, as
 * in JSON without spaces: half a token could not be redacted.
 */
const CUT_WINDOW = 4 * 1024
const LAST_OUTSIDE_TOKENS = /[^\w.~+/=%-][\w.~+/=%-]*$/

/** Stands at the start of each further part of a line that was too long. */
const CONTINUED = '… '

/**
 * Bytes of UTF-8 in any chunks to whole lines, ended where the runner's reader ends them: at LF, CRLF and a lone CR.
 * The lines do not depend on where the chunks are cut.
 */
export class LineStream {
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  #pending = ''
  #heldReturn = false

  /** The lines that this chunk completes, each ended by LF. Empty when there are none. */
  feed(chunk: Uint8Array): string {
    const text = this.#normalise(this.#decoder.decode(chunk, { stream: true }))
    if (this.#pending.length + text.length <= MAX_PENDING && !text.includes('\n')) {
      this.#pending += text
      return ''
    }
    return this.#take(this.#pending + text)
  }

  /** What is left when the bytes end, as whole lines. The stream can be fed anew afterwards. */
  flush(): string {
    const rest = this.#pending + this.#normalise(this.#decoder.decode())
    const complete = this.#heldReturn || (rest !== '' && !rest.endsWith('\n')) ? `${rest}\n` : rest
    this.#heldReturn = false
    return this.#take(complete)
  }

  /** Makes every line end an LF. A CR at the end is held back: an LF may follow in the next chunk. */
  #normalise(decoded: string): string {
    if (decoded === '') return ''
    const text = this.#heldReturn ? `\r${decoded}` : decoded
    this.#heldReturn = text.endsWith('\r')
    const settled = this.#heldReturn ? text.slice(0, -1) : text
    return settled.includes('\r') ? settled.replace(/\r\n?/g, '\n') : settled
  }

  #take(text: string): string {
    const folded = text.length > MAX_PENDING ? foldLongLines(text) : text
    const end = folded.lastIndexOf('\n') + 1
    this.#pending = folded.slice(end)
    return folded.slice(0, end)
  }
}

function foldLongLines(text: string): string {
  let folded = ''
  let start = 0
  while (start < text.length) {
    const lineFeed = text.indexOf('\n', start)
    const end = lineFeed === -1 ? text.length : lineFeed
    let room = MAX_PENDING
    while (end - start > room) {
      const cut = cutBefore(text, start + room)
      folded += `${text.slice(start, cut)}\n${CONTINUED}`
      start = cut
      room = MAX_PENDING - CONTINUED.length
    }
    folded += text.slice(start, end + 1)
    start = end + 1
  }
  return folded
}

function cutBefore(text: string, limit: number): number {
  const start = limit - CUT_WINDOW
  const window = text.slice(start, limit)
  const space = window.lastIndexOf(' ')
  const last = space === -1 ? window.search(LAST_OUTSIDE_TOKENS) : space
  const cut = last === -1 ? limit : start + last + 1
  const isHighSurrogate = (text.charCodeAt(cut - 1) & 0xfc00) === 0xd800
  return isHighSurrogate ? cut - 1 : cut
}
