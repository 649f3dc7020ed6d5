/** What is asked, after publishing, to see that the app answers. */
export type VerifiedTarget =
  /** A public app's URL at the path that tells whether it is well; a private app by a test of the version. */
  | { readonly kind: 'auto' }
  | { readonly kind: 'off' }
  /** Of the app's own public URL. */
  | { readonly kind: 'path'; readonly path: string }
  /** Https, or http on this machine. */
  | { readonly kind: 'url'; readonly url: string }

/** How the version that became active is verified, and how long it may take until it is well. */
export type Verification = { readonly target: VerifiedTarget; readonly timeoutMs: number }
