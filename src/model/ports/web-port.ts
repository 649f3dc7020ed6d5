/** Why no answer came. */
export type WebTrouble =
  /** The name does not resolve. */
  | 'unresolved'
  /** Nothing accepts a connection. */
  | 'closed'
  /** There is a connection, and no TLS. */
  | 'tls'
  /** The connection broke before there was an answer. */
  | 'broken'
  /** Nothing came in time. */
  | 'silent'
  /** It redirects to itself, however often that is followed. */
  | 'circle'
  /** The proxy on the way leads nowhere. */
  | 'proxy'

/** What somebody who is asked by HTTP answered, or why nobody did. Its texts are remote. */
export type WebAnswer =
  | {
      readonly kind: 'answered'
      readonly code: number
      /** By the header that the platform gives to what an app answered; false where nothing tells. */
      readonly isFromApp: boolean
      /** The first part of the body. */
      readonly text: string
      /** Where a redirect leads that was not followed; undefined where the answer is none. */
      readonly leadsTo: string | undefined
    }
  | {
      readonly kind: WebTrouble
      /** In a few words, such as the error's code. */
      readonly says: string
      /** What to do about it, where the connection itself tells. */
      readonly hint: string | undefined
      /** True where no waiting helps. */
      readonly isFinal: boolean
    }

/** The web, as an app's own users reach it: no credential of this run goes there. */
export interface Web {
  /**
   * Asks for a page, at most for so many milliseconds. Redirects are followed within the same site. Rejects with the
   * stop's reason alone.
   */
  ask(url: string, timeoutMs: number): Promise<WebAnswer>
}
