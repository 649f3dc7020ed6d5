import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { organizationId } from '../model/ids.ts'

export type Caller = { readonly subject: string; readonly organization: string }

/** `secret` is compared as it is; the organization is the one that the account's tokens carry. */
export type ServiceAccount = { readonly id: string; readonly secret: string; readonly organization: string }

/** An opaque bearer that is taken as it is and never expires. */
export type StaticToken = { readonly token: string; readonly organization: string }

/** A bearer that is missing, garbled, expired or not ours. Its message may be shown to the caller. */
export class TokenError extends Error {
  constructor(message: string) {
    super(message)
    this.name = new.target.name
  }
}

export type Tokens = {
  /** A JWT for the organization; a negative `ttlSeconds` makes one that has expired. */
  mint(claims: { organization: string; subject: string; ttlSeconds: number }): string
  /** Takes the value of an `authorization` header. Throws TokenError. */
  verify(authorization: string | undefined): Caller
}

/** Mints and checks bearers with a key that dies with the process. `now` is in milliseconds. */
export function createTokens(statics: readonly StaticToken[], now: () => number): Tokens {
  const key = randomBytes(32)
  const sign = (text: string) => createHmac('sha256', key).update(text).digest()
  return {
    mint: ({ organization, subject, ttlSeconds }) => {
      const issued = Math.floor(now() / 1000)
      const payload = {
        exp: issued + ttlSeconds,
        iat: issued,
        jti: randomUUID(),
        typ: 'Bearer',
        sub: subject,
        organization: { [organization]: { id: organizationId(organization) } }
      }
      const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(payload)}`
      return `${text}.${sign(text).toString('base64url')}`
    },
    verify: (authorization) => {
      const token = bearer(authorization)
      const known = statics.find((one) => one.token === token)
      if (known) return { subject: 'static-token', organization: known.organization }
      const [head, body, signature = ''] = token.split('.')
      if (!sameBytes(sign(`${head}.${body}`), Buffer.from(signature, 'base64url'))) {
        throw new TokenError('the token is malformed or not signed by this emulator')
      }
      return readClaims(body ?? '', now())
    }
  }
}

function bearer(authorization: string | undefined): string {
  if (!authorization) throw new TokenError('the authorization header is missing')
  const token = /^bearer +(\S+)$/i.exec(authorization)?.[1]
  if (!token) throw new TokenError('the authorization header is not "Bearer <token>"')
  return token
}

/** The signature has been checked: the claims are our own. */
function readClaims(body: string, now: number): Caller {
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString())
  if (claims.exp * 1000 <= now) throw new TokenError('the token has expired')
  return { subject: claims.sub, organization: Object.keys(claims.organization)[0] ?? '' }
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function sameBytes(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}
