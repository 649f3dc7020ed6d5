import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createHttp2Server, type ServerHttp2Stream } from 'node:http2'
import {
  type AddressInfo,
  connect as connectSocket,
  createServer as createSocketServer,
  type Server as SocketServer
} from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Metadata, type ServiceError, status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import { parseEndpoint } from '../../../src/model/values/endpoint.ts'
import { sizeAdvice } from '../../../src/platform/advice/calls.ts'
import { STATUS_ADVICE } from '../../../src/platform/advice/statuses.ts'
import { explained, isAmbiguous, isAnsweredWith } from '../../../src/platform/calls/call-failure.ts'
import { pauseBefore } from '../../../src/platform/calls/retry.ts'
import { connected } from '../support/connecting.ts'
import { fakeServer } from '../support/fake-server.ts'

const PUBLISH = { doing: 'Publishing acme/greeter', reason: 'publish_failed' } as const

function failed(name: keyof typeof status, details: string): ServiceError {
  return Object.assign(new Error(details), { code: status[name] as status, details, metadata: new Metadata() })
}

test.each([
  ['UNAUTHENTICATED', 'auth_failed', /other credentials, of the platform that `api-endpoint` names/],
  [
    'PERMISSION_DENIED',
    'permission_denied',
    /grant-role <service-account-id> ignite-authorization-service ignite\.app-developer`.* 5 minutes later/
  ],
  ['UNAVAILABLE', 'platform_unavailable', /Run the job again in some minutes; if it stays so, report it to Dodil/],
  ['DEADLINE_EXCEEDED', 'platform_unavailable', /`timeout-minutes`/],
  ['INVALID_ARGUMENT', 'publish_failed', /the input that its words speak of/],
  ['FAILED_PRECONDITION', 'publish_failed', /its words say why\. Run the job again once/],
  ['RESOURCE_EXHAUSTED', 'publish_failed', /^A quota of the organization is used up/]
] as const)('%s ends the run with %s and says what to do', (name, reason, hint) => {
  expect(explained(failed(name, 'the platform’s words'), PUBLISH)).toMatchObject({
    code: name,
    reason,
    message: `Publishing acme/greeter: ${name}: the platform’s words`,
    hint: expect.stringMatching(hint)
  })
})

test.each([
  'too many requests',
  'rate limit exceeded',
  'Throttled: 5 requests per second',
  'the request rate is too high',
  'please slow down'
])('RESOURCE_EXHAUSTED with the words %j speaks of the rate, and of no size', (words) => {
  const hints = sizeAdvice(new Uint8Array(5_000_000), 'source')
  const { hint } = explained(failed('RESOURCE_EXHAUSTED', words), { ...PUBLISH, hints })
  expect(hint).toMatch(/^The platform takes fewer requests at a time/)
})

test('RESOURCE_EXHAUSTED speaks of the size of an archive near the limit alone', () => {
  const hintAt = (bytes: number) => {
    const hints = sizeAdvice(new Uint8Array(bytes), 'source')
    return explained(failed('RESOURCE_EXHAUSTED', 'the app’s generate limit'), { ...PUBLISH, hints }).hint
  }
  expect(hintAt(10_000)).toMatch(/^A quota/)
  expect(hintAt(3_900_000)).toMatch(/^The request holds an archive of 3\.9 MB/)
})

test('every status but OK has a hint', () => {
  const without = Object.entries(STATUS_ADVICE).filter(([, hint]) => hint === undefined)
  expect(without).toEqual([['OK', undefined]])
})

test.each([
  ['UNAVAILABLE', 'Connection dropped', true],
  [
    'UNAVAILABLE',
    'No connection established. Last error: Error: connect ETIMEDOUT 10.0.0.1:443. Resolution note: ',
    false
  ],
  ['UNAVAILABLE', 'Name resolution failed for target dns:nope.invalid:443', false],
  ['UNAVAILABLE', 'Received HTTP status code 503', true],
  ['UNAUTHENTICATED', 'Received HTTP status code 401', false],
  ['DEADLINE_EXCEEDED', 'Deadline exceeded after 1s', true],
  ['CANCELLED', 'Call cancelled', true],
  ['INTERNAL', 'Received RST_STREAM with code 2 (Internal server error)', true],
  ['INTERNAL', 'Received RST_STREAM with code 0 (Call ended without gRPC status)', true],
  ['INTERNAL', 'Received RST_STREAM with code 2 triggered by internal client error: Protocol error', true],
  ['INTERNAL', 'Write error: write after end', true],
  ['INTERNAL', 'the database is gone', false],
  ['UNKNOWN', '', true],
  ['UNKNOWN', 'Received HTTP status code 500', true],
  ['UNKNOWN', 'handler failed', false],
  ['RESOURCE_EXHAUSTED', 'Bandwidth exhausted or memory limit exceeded', true],
  ['RESOURCE_EXHAUSTED', 'quota', false],
  ['FAILED_PRECONDITION', 'no draft', false],
  ['PERMISSION_DENIED', 'no', false],
  ['NOT_FOUND', 'no', false],
  ['ABORTED', 'conflict', false]
] as const)('%s with %j: may have taken effect: %s', (name, details, ambiguous) => {
  expect(isAmbiguous(failed(name, details))).toBe(ambiguous)
  expect(explained(failed(name, details), PUBLISH).ambiguous).toBe(ambiguous)
})

const NO_CONNECTION = (reason: string) => `No connection established. Last error: ${reason}. Resolution note: `

test.each([
  [NO_CONNECTION('Error: connect ECONNREFUSED 127.0.0.1:1'), 'nothing listens', /`api-endpoint`/],
  ['Name resolution failed for target dns:nope.invalid:443', 'cannot be resolved', /spelling/],
  [
    NO_CONNECTION(
      "Error [ERR_TLS_CERT_ALTNAME_INVALID]: Hostname/IP does not match certificate's altnames: Host: a. is not in b"
    ),
    'is for another name',
    /name that the certificate has/
  ],
  [NO_CONNECTION('Error: certificate has expired'), 'out of date', /renewed/],
  [
    NO_CONNECTION('Error: self-signed certificate; if the root CA is installed locally, try …'),
    'does not know',
    /NODE_EXTRA_CA_CERTS/
  ],
  [NO_CONNECTION('Error: unable to get local issuer certificate'), 'does not know', /NODE_EXTRA_CA_CERTS/],
  ['Received HTTP status code 404', 'answered HTTP 404, not gRPC', /proxy or a load balancer/],
  ['Received HTTP status code 502', 'answered HTTP 502, not gRPC', /Run the job again/],
  ['Received message larger than max (33554433 vs 33554432)', 'larger than the receiver takes', /igniteignore/],
  ['grpc: received message larger than max (5242880 vs. 4194304)', 'larger than the receiver takes', /igniteignore/],
  [
    'Error, decoded message length too large: found 5242880 bytes, the limit is: 4194304 bytes',
    'larger than the receiver takes',
    /igniteignore/
  ]
])('%j is explained in one line', (details, says, hint) => {
  const error = explained(failed('UNAVAILABLE', details), PUBLISH)
  expect(error.message).toContain(says)
  expect(error.message).not.toContain('\n')
  expect(error.hint).toMatch(hint)
})

test.each([
  [NO_CONNECTION('Error: certificate has expired'), false],
  [NO_CONNECTION('Error: self-signed certificate'), false],
  ['Received HTTP status code 403', false],
  ['Received message larger than max (33554433 vs 33554432)', false],
  ['Received HTTP status code 429', true],
  [NO_CONNECTION('Error: connect ECONNREFUSED 127.0.0.1:1'), true],
  ['Name resolution failed for target dns:nope.invalid:443', true]
])('after %j a read is worth another try: %s', (details, again) => {
  expect(pauseBefore(failed('UNAVAILABLE', details), 'read', 1) !== undefined).toBe(again)
})

test('the same words from an app’s own log are not taken for a connection’s trouble', () => {
  const error = explained(failed('UNAVAILABLE', 'deploy failed: connect ECONNREFUSED db:5432'), PUBLISH)
  expect(error.message).toBe('Publishing acme/greeter: UNAVAILABLE: deploy failed: connect ECONNREFUSED db:5432')
})

const RAW =
  /No connection established|Last error|Resolution note|Error:|SSL routines|RST_STREAM|Deadline exceeded|altnames/

test.each([
  [
    NO_CONNECTION(
      'Error: 404D:error:0A00010B:SSL routines:tls_validate_record_header:wrong version number:../x.c:77:\n'
    ),
    'the endpoint does not speak TLS'
  ],
  [NO_CONNECTION('Error: connect ECONNREFUSED 127.0.0.1:1'), 'nothing listens at the endpoint'],
  [NO_CONNECTION('Error: connect ETIMEDOUT 10.0.0.1:443'), 'the endpoint cannot be reached from the runner'],
  [NO_CONNECTION('Error: Error: read ECONNRESET'), 'the endpoint closes the connection at once'],
  [NO_CONNECTION('null'), 'no connection to the endpoint comes about'],
  [
    NO_CONNECTION(
      "Error [ERR_TLS_CERT_ALTNAME_INVALID]: Hostname/IP does not match certificate's altnames: Host: a. is not in the cert's altnames: DNS:b.example"
    ),
    'the certificate of the endpoint is for another name, DNS:b.example'
  ],
  ['Received RST_STREAM with code 2 (Internal server error)', 'the connection broke'],
  ['Received RST_STREAM with code 2 triggered by internal client error: read ECONNRESET', 'the connection broke'],
  ['Write error: write after end', 'the connection broke'],
  ['Deadline exceeded after 60.001s,remote_addr=10.0.0.1:443', 'no answer came in time']
])('the words of libraries in %j are for the debug log alone', (details, says) => {
  const error = explained(failed('UNAVAILABLE', details), PUBLISH)
  expect(error.message).toBe(`Publishing acme/greeter: UNAVAILABLE: ${says}`)
  expect(error.message).not.toMatch(RAW)
  expect(error.hint).not.toMatch(RAW)
  expect((error.cause as Error).message).toContain(details)
})

test('the platform keeps its own lines', () => {
  expect(explained(failed('INVALID_ARGUMENT', 'first\nsecond'), PUBLISH).message).toContain('first\nsecond')
  const similar = 'Deadline exceeded by the database: Error: no'
  expect(explained(failed('INTERNAL', similar), PUBLISH).message).toContain(similar)
})

function tokenFor(...organizations: readonly string[]) {
  const claims = { organization: Object.fromEntries(organizations.map((name) => [name, {}])) }
  const token = `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`
  return { held: () => token, refusal: () => undefined, cure: 'Give another.' }
}

test.each([
  ['PERMISSION_DENIED', ['globex'], 'no. The credentials belong to the organization globex, the app to acme'],
  ['NOT_FOUND', ['globex'], 'no. The credentials belong to the organization globex, the app to acme'],
  ['PERMISSION_DENIED', ['globex', 'acme'], 'no'],
  ['PERMISSION_DENIED', [], 'no'],
  ['INTERNAL', ['globex'], 'no']
] as const)('%s with credentials of %j says %j', (name, organizations, says) => {
  const { message, words } = explained(failed(name, 'no'), PUBLISH, { token: tokenFor(...organizations) })
  expect(message).toBe(`Publishing acme/greeter: ${name}: ${says}`)
  expect(words).toBe(says)
})

test('what was tried in vain says how often, and for how long', () => {
  const tried = (times: number) => explained(failed('UNAVAILABLE', 'no'), PUBLISH, { tried: { times, ms: 12_345 } })
  expect(tried(5).message).toBe('Publishing acme/greeter: UNAVAILABLE: no (tried 5 times in 12 s)')
  expect(tried(5).words).toBe('no')
  expect(tried(1).message).toBe('Publishing acme/greeter: UNAVAILABLE: no')
})

test('a refused token is spoken of as the one that was given', () => {
  const token = { held: () => undefined, refusal: () => undefined, cure: 'Give another.' }
  const hint = (refusal?: string) =>
    explained(failed('UNAUTHENTICATED', 'no'), PUBLISH, { token: { ...token, refusal: () => refusal } }).hint
  expect(hint()).toBe('Give another.')
  expect(hint('It expired: give a new one.')).toBe('It expired: give a new one.')
})

test('a text without end is cut, and its length told', () => {
  const { message } = explained(failed('INTERNAL', 'x'.repeat(1_000_000)), PUBLISH)
  expect(message.length).toBeLessThan(2_100)
  expect(message).toContain('(1000000 characters)')
})

test.each([' ', '\n', ' \n', 'error:', '.'])('a text of many %j is read in a time that grows as it does', (piece) => {
  for (const start of ['', 'No connection established. Last error: ', "is not in the cert's altnames: "]) {
    const details = `${start}${piece.repeat(2_000_000)}x`
    expect(explained(failed('UNAVAILABLE', details), PUBLISH).message.length).toBeLessThan(2_200)
  }
})

test('an empty reason and a status that nobody knows are said as such', () => {
  expect(explained(failed('ABORTED', ''), PUBLISH).message).toContain('the platform gave no reason')
  expect(explained(Object.assign(failed('UNKNOWN', 'x'), { code: 99 as status }), PUBLISH).code).toBe('UNKNOWN')
})

test('a load balancer’s 404 is no verdict of the platform', () => {
  expect(isAnsweredWith(explained(failed('UNIMPLEMENTED', 'no such method'), PUBLISH), 'UNIMPLEMENTED')).toBe(true)
  expect(
    isAnsweredWith(explained(failed('UNIMPLEMENTED', 'Received HTTP status code 404'), PUBLISH), 'UNIMPLEMENTED')
  ).toBe(false)
  expect(isAnsweredWith(explained(failed('NOT_FOUND', 'no'), PUBLISH), 'UNIMPLEMENTED')).toBe(false)
})

/** Listens on a free port while the test uses it. */
async function listening(
  server: SocketServer,
  scheme = ''
): Promise<AsyncDisposable & { endpoint: ReturnType<typeof endpointOf> }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { endpoint: endpointOf(`${scheme}127.0.0.1:${port}`), [Symbol.asyncDispose]: async () => void server.close() }
}

function endpointOf(text: string) {
  const endpoint = parseEndpoint(text)
  if ('problem' in endpoint) throw new Error(endpoint.problem)
  return endpoint
}

test('a web server on the port is told apart from gRPC', async () => {
  await using web = await listening(createServer((_, response) => response.end('hello')))
  const told = /: UNAVAILABLE: the endpoint does not speak gRPC$/
  await expect(connected(web)).rejects.toThrow(told)
  using unasked = await connected(web, { descriptors: { kind: 'bundled' } })
  await expect(unasked.readApp({ organization: 'acme', name: 'greeter' })).rejects.toThrow(told)
})

test('an HTTP/2 server that answers with pages is told apart from gRPC', async () => {
  const respond = (code: number) => (stream: ServerHttp2Stream) => {
    stream.respond({ ':status': code, 'content-type': 'text/html' })
    stream.end('<html>')
  }
  await using bad = await listening(createHttp2Server().on('stream', respond(404)))
  await expect(connected(bad)).rejects.toThrow(/answered HTTP 404, not gRPC/)
  await using odd = await listening(createHttp2Server().on('stream', respond(200)))
  await expect(connected(odd)).rejects.toThrow(/does not speak gRPC/)
})

test('TLS to a plaintext port, and plaintext to a port that hangs up, are explained', async () => {
  await using web = await listening(createServer(), 'https://')
  await expect(connected(web)).rejects.toMatchObject({
    message: expect.stringMatching(/^Connecting to 127\.0\.0\.1:\d+: UNAVAILABLE: the endpoint does not speak TLS$/),
    ambiguous: false
  })
  await using closing = await listening(createSocketServer((socket) => socket.destroy()))
  await expect(connected(closing)).rejects.toThrow(/closes the connection at once/)
})

test('a port where nothing listens is explained', async () => {
  const closed = createSocketServer()
  const { endpoint } = await listening(closed)
  await new Promise((resolve) => closed.close(resolve))
  const refused = await new Promise((resolve) =>
    connectSocket(Number(endpoint.authority.split(':')[1]), '127.0.0.1').on('error', resolve)
  )
  expect(refused).toMatchObject({ code: 'ECONNREFUSED' })
  await expect(connected({ endpoint })).rejects.toThrow(/nothing listens at the endpoint/)
})

test('a certificate that nobody knows is refused, with the way to make it known', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'certificate-'))
  const file = (name: string) => path.join(folder, name)
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1']
  const key = ['-newkey', 'rsa:2048', '-nodes', '-keyout', file('key'), '-out', file('certificate')]
  try {
    execFileSync('openssl', ['req', '-x509', ...key, ...subject], { stdio: 'ignore' })
    const certificate = { private_key: readFileSync(file('key')), cert_chain: readFileSync(file('certificate')) }
    await using server = await fakeServer({ certificate })
    const endpoint = endpointOf(`https://${server.endpoint.authority}`)
    await expect(connected({ endpoint })).rejects.toMatchObject({
      message: expect.stringContaining('signed by an authority that the runner does not know'),
      hint: expect.stringContaining('NODE_EXTRA_CA_CERTS')
    })
    expect(server.reflected).toEqual([])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
