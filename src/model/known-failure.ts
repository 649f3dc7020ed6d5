/** What is known of a failure by the words that came with it. */
export type KnownFailure = {
  /** Cause and cure, as sentences. */
  readonly advice: string
  /** The line by which it was known. */
  readonly line: string
  /** What is wrong in a few words, where that says more than the phase that ended. */
  readonly headline: string | undefined
}
