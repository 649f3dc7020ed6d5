/** What the code that was packed tells of a file or a module that is missed. */
export type Sighting = {
  /** Sentences, with what to do. */
  readonly says: string
  /** False where it may be a chance that a name is like another. */
  readonly isSure: boolean
}

/** What is known of a failure by the words that came with it. */
export type KnownFailure = {
  /** Cause and cure, as sentences. */
  readonly advice: string
  /** The line by which it was known. */
  readonly line: string
  /** What is wrong in a few words, where that says more than the phase that ended. */
  readonly headline: string | undefined
}
