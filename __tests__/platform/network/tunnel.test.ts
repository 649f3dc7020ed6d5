import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@jest/globals'
import { openTunnel } from '../../../src/platform/network/tunnel.ts'

/** A proxy that answers CONNECT with the status and then says `hello`. */
async function proxyAnswering(status: string) {
  const asked: { readonly authorization: string | undefined }[] = []
  const server = createServer().listen(0, '127.0.0.1')
  server.on('connect', (request, socket) => {
    asked.push({ authorization: request.headers['proxy-authorization'] })
    socket.end(`HTTP/1.1 ${status}\r\n\r\nhello`)
  })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { asked, port, [Symbol.asyncDispose]: () => new Promise<void>((closed) => server.close(() => closed())) }
}

test.each(['200 Connection established', '201 Created', '204 No Content', '299 Yes'])(
  'A proxy that answers %s gives a tunnel',
  async (status) => {
    await using proxy = await proxyAnswering(status)
    const way = { host: '127.0.0.1', port: proxy.port, credentials: 'ada:', variable: 'HTTPS_PROXY' }
    const socket = await openTunnel(way, 'id.example:443', AbortSignal.timeout(10_000))
    expect(String(await socket.setEncoding('utf8').toArray())).toBe('hello')
    expect(proxy.asked).toEqual([{ authorization: `Basic ${Buffer.from('ada:').toString('base64')}` }])
  }
)

test.each(['302 Found', '403 Forbidden', '503 Busy'])('A proxy that answers %s gives none', async (status) => {
  await using proxy = await proxyAnswering(status)
  const way = { host: '127.0.0.1', port: proxy.port, credentials: undefined, variable: 'HTTPS_PROXY' }
  const opened = openTunnel(way, 'id.example:443', AbortSignal.timeout(10_000))
  await expect(opened).rejects.toThrow(`does not connect to id.example:443 (HTTP ${status.slice(0, 3)})`)
})
