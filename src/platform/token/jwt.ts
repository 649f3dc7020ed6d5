import { isRecord } from '../../model/json.ts'

/** What we read of a token. Nothing is verified: the server does that. */
export type Claims = {
  readonly organization: string | undefined
  /** Epoch milliseconds. */
  readonly expiresAt: number | undefined
}

/** Reads the claims of a JWT; of any other token nothing is known. */
export function readClaims(token: string): Claims {
  const payload = parsePayload(token)
  const expires = payload['exp']
  return {
    organization: organizationIn(payload),
    expiresAt: typeof expires === 'number' ? expires * 1000 : undefined
  }
}

/**
 * The claim is an object keyed by name, of which the first counts; samples fall back to a flat `org_name`
 * (docs/platform.md, Tokens).
 */
function organizationIn(payload: Readonly<Record<string, unknown>>): string | undefined {
  const claim = payload['organization']
  const first = isRecord(claim) ? Object.keys(claim)[0] : Array.isArray(claim) ? claim[0] : claim
  return [first, payload['org_name']].find((name) => typeof name === 'string' && name !== '')
}

function parsePayload(token: string): Readonly<Record<string, unknown>> {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
    return isRecord(payload) ? payload : {}
  } catch {
    return {}
  }
}
