import { networkInterfaces } from 'node:os'
import { startEmulator } from '../../emulator/start.ts'
import { CLOSED_ADDRESS } from '../e2e/support/answering.ts'
import { inputsFor, messagesOf, runMain, Workspace } from '../support/deploying.ts'
import { AUTHORITY, type CertificateName, certificate } from './support/certificates.ts'
import { ending, errorLines, errorSays } from './support/ending.ts'
import { faultCase } from './support/fault-case.ts'
import { type TcpProxy, tcpProxy } from './support/tcp-proxy.ts'

const RESOLVER = new URL('support/resolver.mjs', import.meta.url).href
const TRUSTING = { NODE_EXTRA_CA_CERTS: AUTHORITY }

type Env = Readonly<Record<string, string>>

/** Where the API and the token endpoint are, as a case has them: `host:port` of a proxy before each, or of nothing. */
type Places = { readonly api: string; readonly auth: string }

/** Deploys over TLS, each side with its certificate; `places` moves an address to where the fault is. */
async function deploy(
  certificates: { readonly api: CertificateName; readonly auth: CertificateName },
  env: Env,
  places: (behind: Places) => Places = (behind) => behind
) {
  await using emulator = await startEmulator()
  const tokenUrl = new URL(emulator.tokenUrl)
  await using api = await tcpProxy({ target: emulator.grpc, tls: certificate(certificates.api) })
  await using auth = await tcpProxy({ target: tokenUrl.host, tls: certificate(certificates.auth) })
  const local = ({ port }: TcpProxy) => `localhost:${port}`
  const at = places({ api: local(api), auth: local(auth) })
  using workspace = new Workspace()
  const inputs = inputsFor({ grpc: `https://${at.api}`, tokenUrl: `https://${at.auth}${tokenUrl.pathname}` })
  return await runMain(workspace, { inputs, env })
}

const GOOD = { api: 'good', auth: 'good' } as const

faultCase({
  number: 53,
  fault: 'an authority of one’s own, named in NODE_EXTRA_CA_CERTS',
  expected: { exit: 0, reason: 'ok' },
  run: async () => ending(await deploy(GOOD, TRUSTING))
})

type Trouble = {
  readonly fault: string
  readonly certificate?: CertificateName
  readonly env?: Env
  /** Where the address leads, when not to the certificate. */
  readonly address?: string
  readonly says: string
  /** The end of the hint. */
  readonly hint: (input: string) => string
}

const troubles: readonly Trouble[] = [
  {
    fault: 'a name that nobody resolves',
    address: 'nowhere.example.test:443',
    says: 'the name of the endpoint cannot be resolved',
    hint: (input) => `Check the spelling of \`${input}\``
  },
  {
    fault: 'a port where nothing listens',
    address: CLOSED_ADDRESS,
    says: 'nothing listens at the endpoint',
    hint: (input) => `Check the host and port in \`${input}\``
  },
  {
    fault: 'a certificate for another name',
    certificate: 'other-name',
    says: 'the certificate of the endpoint is for another name',
    hint: (input) => `Write the name that the certificate has in \`${input}\``
  },
  {
    fault: 'an expired certificate',
    certificate: 'expired',
    says: 'the certificate of the endpoint is out of date',
    hint: () => 'Have the certificate renewed, or check the clock of the runner.'
  },
  {
    fault: 'a self-signed certificate',
    certificate: 'self-signed',
    says: 'signed by an authority that the runner does not know',
    hint: () => 'NODE_EXTRA_CA_CERTS'
  },
  {
    fault: 'a self-signed certificate, with NODE_TLS_REJECT_UNAUTHORIZED=0',
    certificate: 'self-signed',
    env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' },
    says: 'signed by an authority that the runner does not know',
    hint: () => 'NODE_EXTRA_CA_CERTS'
  }
]

for (const { fault, certificate: name = 'good', env = {}, address, says, hint } of troubles) {
  for (const side of ['api', 'auth'] as const) {
    const input = side === 'api' ? 'api-endpoint' : 'auth-url'
    faultCase({
      number: 53,
      fault: `${input}: ${fault}`,
      expected: {
        exit: 1,
        reason: side === 'api' ? 'platform_unavailable' : 'auth_failed',
        says: 'yes',
        hint: 'yes',
        raw: 'no',
        lines: 1
      },
      run: async () => {
        const main = await deploy({ ...GOOD, [side]: name }, { ...TRUSTING, ...env }, (behind) =>
          address === undefined ? behind : { ...behind, [side]: address }
        )
        return {
          ...ending(main),
          says: errorSays(main, says),
          hint: errorSays(main, hint(input)),
          raw: hasRawWords(main.log),
          lines: errorLines(main)
        }
      }
    })
  }
}

/** What Node, OpenSSL and grpc-js write of a connection. */
function hasRawWords(log: string): 'yes' | 'no' {
  return /No connection established|Last error|Resolution note|Error:|SSL routines/.test(log) ? 'yes' : 'no'
}

faultCase({
  number: 53,
  fault: 'a port where nothing listens, with debug logging on: the words of libraries are there',
  expected: { exit: 1, reason: 'platform_unavailable', 'in the debug log': 'yes', elsewhere: 'no' },
  run: async () => {
    await using emulator = await startEmulator()
    using workspace = new Workspace()
    const inputs = inputsFor(emulator, { 'api-endpoint': CLOSED_ADDRESS })
    const main = await runMain(workspace, { inputs, debug: true })
    const lines = main.log.split('\n')
    const isDebug = (line: string) => line.startsWith('##[debug]')
    return {
      ...ending(main),
      'in the debug log': hasRawWords(lines.filter(isDebug).join('\n')),
      elsewhere: hasRawWords(lines.filter((line) => !isDebug(line)).join('\n'))
    }
  }
})

faultCase({
  number: 53,
  fault: 'a server that speaks plaintext where TLS is meant',
  expected: { exit: 1, reason: 'platform_unavailable', says: 'yes', raw: 'no', lines: 1 },
  run: async () => {
    await using emulator = await startEmulator()
    using workspace = new Workspace()
    const inputs = inputsFor(emulator, { 'api-endpoint': `https://${emulator.grpc}` })
    const main = await runMain(workspace, { inputs })
    const says = errorSays(main, 'the endpoint does not speak TLS')
    return { ...ending(main), says, raw: hasRawWords(main.log), lines: errorLines(main) }
  }
})

faultCase({
  number: 53,
  fault: 'auth-url: a server that speaks plaintext where TLS is meant',
  expected: { exit: 1, reason: 'auth_failed', says: 'yes', raw: 'no', lines: 1 },
  run: async () => {
    await using emulator = await startEmulator()
    using workspace = new Workspace()
    const inputs = inputsFor(emulator, { 'auth-url': emulator.tokenUrl.replace('http:', 'https:') })
    const main = await runMain(workspace, { inputs })
    const says = errorSays(main, 'the endpoint does not speak TLS')
    return { ...ending(main), says, raw: hasRawWords(main.log), lines: errorLines(main) }
  }
})

faultCase({
  number: 53,
  fault: 'NODE_TLS_REJECT_UNAUTHORIZED=0 and certificates that are good',
  expected: { exit: 0, reason: 'ok', warned: 'yes' },
  run: async () => {
    const main = await deploy(GOOD, { ...TRUSTING, NODE_TLS_REJECT_UNAUTHORIZED: '0' })
    const warned = messagesOf(main, 'warning').some((text) => text.includes('`NODE_TLS_REJECT_UNAUTHORIZED` is 0'))
    return { ...ending(main), warned: warned ? 'yes' : 'no' }
  }
})

type Resolved = { readonly fault: string; readonly host: string; readonly addresses: string }

const resolved: readonly Resolved[] = [
  { fault: 'the first of two addresses refuses', host: '127.0.0.1', addresses: '127.0.0.2 127.0.0.1' },
  { fault: 'the first of two addresses never answers', host: '127.0.0.1', addresses: '192.0.2.1 127.0.0.1' },
  { fault: 'the first of two addresses is IPv6, and refuses', host: '127.0.0.1', addresses: '::1 127.0.0.1' },
  ...(hasIPv6() ? [{ fault: 'a name with an IPv6 address only', host: '::1', addresses: '::1' }] : [])
]

for (const { fault, host, addresses } of resolved) {
  faultCase({
    number: 65,
    fault,
    expected: { exit: 0, reason: 'ok' },
    run: async () => {
      await using emulator = await startEmulator({ host })
      const named = (address: string) => address.replace(/127\.0\.0\.1|\[::1\]/, 'localhost')
      using workspace = new Workspace()
      const inputs = inputsFor({ grpc: named(emulator.grpc), tokenUrl: named(emulator.tokenUrl) })
      const env = { NODE_OPTIONS: `--import=${RESOLVER}`, RESOLVED_TO: addresses }
      return ending(await runMain(workspace, { inputs, env }))
    }
  })
}

function hasIPv6(): boolean {
  return Object.values(networkInterfaces()).some((each) => each?.some(({ address }) => address === '::1'))
}
