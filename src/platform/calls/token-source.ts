/** Gives the bearer token for each call. */
export interface TokenSource {
  /** When there will be no token any more, in epoch milliseconds; undefined where they are renewed, or do not say. */
  readonly expiresAt: number | undefined
  /** The token where it is at hand without asking anybody. */
  held(): string | undefined
  /** A token that has not expired, as far as is known. Throws AuthError or ProxyError. */
  bearer(): Promise<string>
  /** A token in place of one that the server refused; undefined where there is no other. */
  renew(refused: string): Promise<string | undefined>
  /** What is known of why the token may be refused, as a sentence. */
  refusal(): string | undefined
  /** What to do where it is refused and nothing more is known, as a sentence. */
  readonly cure: string
}
