import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import path from 'node:path'
import { createServer } from 'node:tls'
import { ROOT } from './places.ts'
import { listening, type Place } from './proxy.ts'

const CERTIFICATES = path.join(ROOT, '__tests__/faults/support/certificates')

/** What a client of a front has to trust. */
export const AUTHORITY = path.join(CERTIFICATES, 'authority.pem')

/** Speaks TLS before the target, which speaks that protocol in plaintext. */
export function tlsFront(target: string, protocol: 'h2' | 'http/1.1'): Promise<Place> {
  const [host, port] = target.split(':') as [string, string]
  const read = (name: string) => readFileSync(path.join(CERTIFICATES, name))
  const options = { key: read('leaf.key.pem'), cert: read('good.pem'), ALPNProtocols: [protocol], noDelay: true }
  const sockets = new Set<Socket>()
  const server = createServer(options, (client) => {
    const upstream = connect({ host, port: Number(port), noDelay: true })
    sockets.add(client).add(upstream)
    client.on('error', () => upstream.destroy())
    upstream.on('error', () => client.destroy())
    client.pipe(upstream).pipe(client)
  })
  return listening(server, sockets)
}
