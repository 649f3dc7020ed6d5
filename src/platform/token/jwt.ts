import { isRecord } from '../../model/values/json.ts'

/** What we read of a token. Nothing is verified: the server does that. */
type Claims = {
  /** Those that the token is for, the one that counts first. */
  readonly organizations: readonly string[]
  /** Epoch milliseconds. */
  readonly expiresAt: number | undefined
}

/** Reads the claims of a JWT; of any other token nothing is known. */
export function readClaims(token: string): Claims {
  const payload = parsePayload(token)
  const expires = payload['exp']
  return {
    organizations: organizationsIn(payload),
    expiresAt: typeof expires === 'number' ? expires * 1000 : undefined
  }
}

/** The claim is an object keyed by name, of which the first counts; some fall back to a flat `org_name`. */
function organizationsIn(payload: Readonly<Record<string, unknown>>): readonly string[] {
  const claim = payload['organization']
  const names: readonly unknown[] = isRecord(claim) ? Object.keys(claim) : Array.isArray(claim) ? claim : [claim]
  return [...names, payload['org_name']].filter((name): name is string => typeof name === 'string' && name !== '')
}

/** True for a JWT of which a part was lost on its way, which its beginning tells. */
export function isTornJwt(token: string): boolean {
  return token.startsWith('eyJ') && (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token) || parsePayload(token) === NOTHING)
}

const NOTHING: Readonly<Record<string, unknown>> = {}

function parsePayload(token: string): Readonly<Record<string, unknown>> {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
    return isRecord(payload) ? payload : NOTHING
  } catch {
    return NOTHING
  }
}
