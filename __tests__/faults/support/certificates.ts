import { readFileSync } from 'node:fs'
import path from 'node:path'

const directory = path.join(import.meta.dirname, 'certificates')

/** The file of the authority, as NODE_EXTRA_CA_CERTS takes it. */
export const AUTHORITY = path.join(directory, 'authority.pem')

export type CertificateName = 'good' | 'other-name' | 'expired' | 'self-signed'

/** A certificate and its key, as PEM texts; certificates/README.md tells what each is for. */
export function certificate(name: CertificateName): { readonly key: string; readonly cert: string } {
  const read = (file: string) => readFileSync(path.join(directory, file), 'utf8')
  return { key: read('leaf.key.pem'), cert: read(`${name}.pem`) }
}
