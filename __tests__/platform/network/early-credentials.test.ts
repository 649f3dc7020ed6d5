import { once } from 'node:events'
import http2 from 'node:http2'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { connectivityState, Metadata } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import { type Endpoint, parseEndpoint } from '../../../src/model/values/endpoint.ts'
import { reflect } from '../../../src/platform/descriptors/reflection.ts'
import { type Channel, openChannel } from '../../../src/platform/network/channel.ts'
import { type FakeServer, fakeServer } from '../support/fake-server.ts'

const SERVICE = 'dodil.ignite.v1.ComputeService'

type Front = AsyncDisposable & {
  readonly endpoint: Endpoint
  /** Ends all that is open, and from now on every connection at its first bytes. */
  shut(): void
}

async function frontOf({ endpoint }: FakeServer): Promise<Front> {
  const open = new Set<Socket>()
  let isShut = false
  const server = createServer((client) => {
    open.add(client.on('error', () => undefined))
    if (isShut) return void client.once('data', () => client.destroy())
    const far = connect(Number(endpoint.authority.split(':')[1]), '127.0.0.1').on('error', () => client.destroy())
    client.on('close', () => far.destroy()).pipe(far)
    far.pipe(client)
  })
  const shut = () => {
    isShut = true
    for (const socket of open) socket.destroy()
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const front = parseEndpoint(`127.0.0.1:${(server.address() as AddressInfo).port}`)
  if ('problem' in front) throw new Error(front.problem)
  const close = async () => {
    shut()
    server.close()
  }
  return { endpoint: front, shut, [Symbol.asyncDispose]: close }
}

function ask({ client }: Channel) {
  const signal = AbortSignal.timeout(60_000)
  return reflect({ client, metadata: new Metadata(), deadline: Date.now() + 60_000, signal, services: [SERVICE] })
}

/** A call on a connection that is known to be lost takes a new one. */
async function seen({ client }: Channel): Promise<void> {
  const channel = client.getChannel()
  if (channel.getConnectivityState(false) !== connectivityState.READY) return
  await new Promise((resolve) => channel.watchConnectivityState(connectivityState.READY, Date.now() + 60_000, resolve))
}

test.each([
  ['one that broke', seen],
  ['one that was left', (channel: Channel) => channel.reconnect()]
])('On a connection after %s nothing is sent before the server has spoken', async (_, lose) => {
  await using server = await fakeServer({})
  await using front = await frontOf(server)
  const channel = openChannel({ endpoint: front.endpoint, version: '1.2.3', debug: () => undefined, early: true })
  try {
    expect(await ask(channel)).toMatchObject({ version: 'grpc.reflection.v1' })
    front.shut()
    await lose(channel)
    await expect(ask(channel)).rejects.toMatchObject({ details: expect.stringMatching(/^No connection established/) })
  } finally {
    channel.close()
  }
})

test('A first connection on which the server says nothing may have had the call', async () => {
  await using server = await fakeServer({})
  await using front = await frontOf(server)
  front.shut()
  const channel = openChannel({ endpoint: front.endpoint, version: '1.2.3', debug: () => undefined, early: true })
  try {
    await expect(ask(channel)).rejects.toMatchObject({ details: expect.not.stringMatching(/^No connection/) })
  } finally {
    channel.close()
  }
})

test('Other sessions of the process are opened as ever', async () => {
  const { connect: untouched } = http2
  await using server = await fakeServer({})
  const channel = openChannel({ endpoint: server.endpoint, version: '1.2.3', debug: () => undefined, early: true })
  try {
    await ask(channel)
    expect(http2.connect).toBe(untouched)
  } finally {
    channel.close()
  }
})
