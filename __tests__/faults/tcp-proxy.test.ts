import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect as connectTls } from 'node:tls'
import { expect, test } from '@jest/globals'
import { AUTHORITY, certificate } from './support/certificates.ts'
import { type TcpProxyOptions, tcpProxy } from './support/tcp-proxy.ts'

/** A server that says everything back, and a proxy before it. */
async function echoing(options: Omit<TcpProxyOptions, 'target'> = {}) {
  const server = createServer((socket) => socket.on('error', () => undefined).pipe(socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const proxy = await tcpProxy({ target: `127.0.0.1:${(server.address() as AddressInfo).port}`, ...options })
  const close = async () => {
    await proxy[Symbol.asyncDispose]()
    server.close()
  }
  return { proxy, [Symbol.asyncDispose]: close }
}

/** Says something and gives what came back by the end, and the error that ended it. */
async function exchange(socket: Socket, text: string, end = true): Promise<string> {
  let heard = ''
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.on('data', (piece) => {
    heard += piece
  })
  socket.on('error', (error: NodeJS.ErrnoException) => {
    heard += ` ${error.code}`
  })
  if (end) socket.end(text)
  else socket.write(text)
  await closed
  return heard
}

test('what goes in comes out', async () => {
  await using it = await echoing()
  expect(await exchange(connect(it.proxy.port), 'hello')).toBe('hello')
  expect(it.proxy.accepted).toBe(1)
})

test.each([
  { from: 'client', how: 'end', heard: '' },
  { from: 'server', how: 'end', heard: 'hel' },
  { from: 'server', how: 'reset', heard: /^(hel)? ECONNRESET$/ }
] as const)('a connection is cut by $how after so many bytes of the $from', async ({ from, how, heard }) => {
  await using it = await echoing({ cutAfter: { bytes: 3, from, how } })
  expect(await exchange(connect(it.proxy.port), 'hello', false)).toEqual(
    typeof heard === 'string' ? heard : expect.stringMatching(heard)
  )
})

test('a black hole takes everything and says nothing until it is healed', async () => {
  await using it = await echoing()
  it.proxy.blackHole()
  const exchanged = exchange(connect(it.proxy.port), 'hello')
  expect(await Promise.race([exchanged, sleep(100, 'silence')])).toBe('silence')
  it.proxy.heal()
  expect(await exchanged).toBe('hello')
})

test('what is refused is heard at once, and is taken again later at the same port', async () => {
  await using it = await echoing()
  const socket = connect(it.proxy.port)
  const open = exchange(socket, '', false)
  await once(socket, 'connect')
  await it.proxy.refuse()
  expect(await open).toBe(' ECONNRESET')
  expect(await exchange(connect(it.proxy.port), 'hello')).toBe(' ECONNREFUSED')
  await it.proxy.listen()
  expect(await exchange(connect(it.proxy.port), 'hello')).toBe('hello')
})

test('it speaks TLS before a plaintext target', async () => {
  await using it = await echoing({ tls: certificate('good'), delayMs: 1 })
  const ca = readFileSync(AUTHORITY)
  const socket = connectTls({
    port: it.proxy.port,
    host: '127.0.0.1',
    servername: 'localhost',
    ca,
    ALPNProtocols: ['h2']
  })
  await once(socket, 'secureConnect')
  expect(socket.alpnProtocol).toBe('h2')
  expect(await exchange(socket, 'hello')).toBe('hello')
})
