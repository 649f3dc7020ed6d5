/** In UTF-16 units. What is held of a line that does not end is never longer. */
const MAX_PENDING = 64 * 1024

/**
 * A line that is too long is cut at a space where its last part has one, else after another sign that no token holds, as
 * in JSON without spaces: half a token could not be redacted.
 */
const CUT_WINDOW = 4 * 1024
const LAST_OUTSIDE_TOKENS = /[^\w.~+/=%-][\w.~+/=%-]*$/

const LINE_END = /[\r\n]/g

/** Stands at the start of each further part of a line that was too long. */
const CONTINUED = '… '

/** So many lines of a progress bar are shown as they are; then each that has four times as many before it as the last. */
const FIRST_RETURNS = 3
const RARER = 4

/**
 * Bytes of UTF-8 in any chunks to whole lines, ended where the runner's reader ends them: at LF, CRLF and a lone CR. What
 * a lone CR ends would be written over on a terminal, as progress bars are: of a long run of such lines a few are kept, and
 * always what comes last. The lines do not depend on where the chunks are cut.
 */
export class LineStream {
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  #pending = ''
  #heldReturn = false
  /** How many lines in succession were ended by a lone CR. */
  #returns = 0
  /** How many there are when the next one after the first few is shown. */
  #nextShown = RARER

  /** The lines that this chunk completes, each ended by LF. Empty when there are none. */
  feed(chunk: Uint8Array): string {
    const text = this.#normalise(this.#decoder.decode(chunk, { stream: true }))
    if (this.#pending.length + text.length <= MAX_PENDING && !/[\r\n]/.test(text)) {
      this.#pending += text
      return ''
    }
    return this.#take(this.#pending + text)
  }

  /** What is left when the bytes end, as whole lines. The stream can be fed anew afterwards. */
  flush(): string {
    const rest = this.#pending + this.#normalise(this.#decoder.decode())
    const complete = this.#heldReturn || (rest !== '' && !/[\r\n]$/.test(rest)) ? `${rest}\n` : rest
    this.#heldReturn = false
    return this.#take(complete)
  }

  /** Makes every CRLF an LF. A CR at the end is held back: an LF may follow in the next chunk. */
  #normalise(decoded: string): string {
    if (decoded === '') return ''
    const text = this.#heldReturn ? `\r${decoded}` : decoded
    this.#heldReturn = text.endsWith('\r')
    const settled = this.#heldReturn ? text.slice(0, -1) : text
    return settled.includes('\r') ? settled.replaceAll('\r\n', '\n') : settled
  }

  #take(text: string): string {
    const folded = text.length > MAX_PENDING ? foldLongLines(text) : text
    const end = lastEnd(folded)
    this.#pending = folded.slice(end)
    return this.#withoutOverwritten(folded.slice(0, end))
  }

  #withoutOverwritten(lines: string): string {
    if (!lines.includes('\r')) {
      if (lines !== '') this.#returns = 0
      return lines
    }
    return lines.replace(/([^\r\n]*)([\r\n])/g, (line, words, end) => {
      if (end === '\n') {
        this.#returns = 0
        return line
      }
      return this.#isShown() ? `${words}\n` : ''
    })
  }

  #isShown(): boolean {
    this.#returns++
    if (this.#returns === 1) this.#nextShown = RARER
    if (this.#returns < this.#nextShown) return this.#returns <= FIRST_RETURNS
    this.#nextShown *= RARER
    return true
  }
}

function foldLongLines(text: string): string {
  let folded = ''
  let copied = 0
  let start = 0
  while (text.length - start > MAX_PENDING) {
    // All lines up to the last end that is near enough are short.
    const near = lastEnd(text.slice(start, start + MAX_PENDING + 1))
    if (near > 0) {
      start += near
      continue
    }
    const end = endOfLine(text, start)
    folded += text.slice(copied, start) + foldLine(text.slice(start, end))
    copied = end
    start = end + 1
  }
  return folded + text.slice(copied)
}

function foldLine(line: string): string {
  let folded = ''
  let start = 0
  let room = MAX_PENDING
  while (line.length - start > room) {
    const cut = cutBefore(line, start + room)
    folded += `${line.slice(start, cut)}\n${CONTINUED}`
    start = cut
    room = MAX_PENDING - CONTINUED.length
  }
  return folded + line.slice(start)
}

/** Where the last line ends that does; 0 where none does. */
function lastEnd(text: string): number {
  // A search from behind for what is not there takes ten times as long as one from before.
  const lastReturn = text.includes('\r') ? text.lastIndexOf('\r') : -1
  return Math.max(text.lastIndexOf('\n'), lastReturn) + 1
}

function endOfLine(text: string, start: number): number {
  LINE_END.lastIndex = start
  return LINE_END.exec(text)?.index ?? text.length
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
