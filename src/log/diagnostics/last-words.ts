/** What a tool prints of its end that says nothing of the cause. */
const OF_THE_END =
  /complete log of this run can be found|^make(?:\[\d+\])?: \*\*\*|^npm (?:ERR!|error)\s*$|^\[notice\]|^ninja: build stopped|returned a non-zero code/i

/** A line of a cause, whichever tool says it. */
const OF_A_CAUSE =
  /error|fail|fatal|cannot|can't|could not|couldn't|unable to|not found|no such|denied|invalid|missing|unknown|unresolved|^E: /i

/** npm begins with the cause, and goes on with how it is used. */
const OF_NPM = /^npm (?:ERR!|error) (?!code|errno|syscall|path|dest|command)/

/** Of which the cause is one, nearly always. */
const MOST_KEPT = 30

/** What a command printed last. Its memory is bounded. */
export class LastWords {
  #lines: string[] = []

  /** Another command begins. */
  begin(): void {
    this.#lines = []
  }

  line(text: string): void {
    const words = text.trim()
    if (words === '' || OF_THE_END.test(words)) return
    this.#lines.push(words)
    if (this.#lines.length > MOST_KEPT) this.#lines.shift()
  }

  /** The last line that speaks of a failure, else the last one. Empty where nothing was printed. */
  get text(): string {
    const ofNpm = this.#lines.find((line) => OF_NPM.test(line))
    return ofNpm ?? this.#lines.findLast((line) => OF_A_CAUSE.test(line)) ?? this.#lines.at(-1) ?? ''
  }
}
