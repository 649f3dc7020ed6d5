import { createHash, randomBytes } from 'node:crypto'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** An id as the platform's pages show them (`01J…`): a ULID, 48 bits of time and 80 of chance. */
export function ulid(now: number): string {
  const time = Array.from({ length: 10 }, (_, place) => CROCKFORD[Math.floor(now / 32 ** (9 - place)) % 32])
  const chance = Array.from(randomBytes(16), (byte) => CROCKFORD[byte % 32])
  return [...time, ...chance].join('')
}

/** The same organization has the same id in every process, so that recorded tests stay valid. */
export function organizationId(organization: string): string {
  const hex = createHash('sha256').update(organization).digest('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
}

/** The hash of a draft's bytes. The platform's algorithm is unknown; its example has 8 hex characters. */
export function codeHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 8)
}
