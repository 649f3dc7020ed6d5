import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import type { ProxySettings } from '../../../src/model/values/endpoint.ts'
import { openWeb } from '../../../src/platform/network/probe.ts'
import { CLOSED_ADDRESS } from '../../e2e/support/answering.ts'
import { type CertificateName, certificate } from '../../faults/support/certificates.ts'
import { connectProxy } from '../../faults/support/connect-proxy.ts'
import { pageServer } from '../../support/page-server.ts'

const DIRECTLY: ProxySettings = { proxy: undefined, noProxy: '' }

function web(proxies = DIRECTLY, stop = new AbortController().signal) {
  return openWeb({ proxies, version: '1.2.3', stop })
}

function throughProxy(address: string): ProxySettings {
  return { proxy: { name: 'HTTPS_PROXY', value: `http://${address}` }, noProxy: '' }
}

const ANSWERED = { kind: 'answered', isFromApp: false, text: '', leadsTo: undefined }

describe('What is asked', () => {
  test('is a GET that carries nothing of ours but who asks', async () => {
    await using app = await pageServer(() => ({ body: 'hello' }))
    expect(await web().ask(`${app.url}/live?x=1#part`, 5_000)).toEqual({ ...ANSWERED, code: 200 })
    expect(app.asked).toEqual([
      {
        path: '/live?x=1',
        method: 'GET',
        headers: { accept: '*/*', 'user-agent': 'ignite-deploy/1.2.3', host: app.address, connection: 'close' }
      }
    ])
  })

  test('is read no further than it is of use', async () => {
    await using app = await pageServer((path) => {
      return path === '/large' ? { code: 503, body: 'x'.repeat(1_000_000) } : 'endless'
    })
    expect(await web().ask(app.url, 5_000)).toEqual({ ...ANSWERED, code: 200 })
    const large = await web().ask(`${app.url}/large`, 5_000)
    expect(large).toEqual({ ...ANSWERED, code: 503, text: 'x'.repeat(16 * 1024) })
  })

  test('is known for the app’s answer by the platform’s header', async () => {
    await using app = await pageServer(() => ({ code: 404, headers: { 'x-ignite-execution-id': '01' }, body: 'none' }))
    expect(await web().ask(app.url, 5_000)).toEqual({ ...ANSWERED, code: 404, isFromApp: true, text: 'none' })
  })
})

test('A name below localhost is this machine, past every proxy', async () => {
  await using app = await pageServer(() => ({}))
  const url = app.url.replace('127.0.0.1', 'greeter-acme.localhost')
  expect(await web(throughProxy('127.0.0.1:1')).ask(url, 5_000)).toEqual({ ...ANSWERED, code: 200 })
  expect(app.asked[0]?.headers.host).toBe(new URL(url).host)
})

describe('A redirect', () => {
  test('is followed within the host', async () => {
    await using app = await pageServer((path) => {
      return path === '/in' ? { code: 204 } : { code: 302, headers: { location: path === '/' ? '/next' : 'in' } }
    })
    expect(await web().ask(app.url, 5_000)).toEqual({ ...ANSWERED, code: 204 })
    expect(app.asked.map(({ path }) => path)).toEqual(['/', '/next', '/in'])
  })

  test.each(['http://localhost', 'http://127.0.0.2', 'https://login.example.test'])(
    'to %s is not followed, and its query not told',
    async (origin) => {
      await using other = await pageServer(() => ({}))
      const port = new URL(other.url).port
      const location = `${origin}:${port}/sign-in?state=marker`
      await using app = await pageServer(() => ({ code: 302, headers: { location } }))
      const leadsTo = `${origin}:${port}/sign-in`
      expect(await web().ask(app.url, 5_000)).toEqual({ ...ANSWERED, code: 302, leadsTo })
      expect(other.asked).toEqual([])
    }
  )

  test('to another port of the host is not followed', async () => {
    await using other = await pageServer(() => ({}))
    await using app = await pageServer(() => ({ code: 307, headers: { location: `${other.url}/x` } }))
    expect(await web().ask(app.url, 5_000)).toEqual({ ...ANSWERED, code: 307, leadsTo: `${other.url}/x` })
    expect(other.asked).toEqual([])
  })

  test('in a circle comes to an end', async () => {
    await using app = await pageServer(() => ({ code: 301, headers: { location: '/' } }))
    expect(await web().ask(app.url, 5_000)).toMatchObject({ kind: 'circle' })
    expect(app.asked).toHaveLength(6)
  })

  test('that leads nowhere is an answer', async () => {
    await using app = await pageServer(() => ({ code: 302, headers: { location: 'http://[' } }))
    expect(await web().ask(app.url, 5_000)).toEqual({ ...ANSWERED, code: 302 })
  })
})

describe('No answer', () => {
  test('of a name that nobody knows is told', async () => {
    const answer = await web().ask('https://greeter-acme.invalid/', 20_000)
    expect(answer).toMatchObject({ kind: 'unresolved', says: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/) })
  })

  test('of a closed port is told', async () => {
    const answer = await web().ask(`http://${CLOSED_ADDRESS}/`, 5_000)
    expect(answer).toMatchObject({ kind: 'closed', says: 'ECONNREFUSED' })
  })

  test('of a connection that breaks is told', async () => {
    await using app = await pageServer(() => 'cut')
    expect(await web().ask(app.url, 5_000)).toMatchObject({ kind: 'broken', says: 'ECONNRESET' })
  })

  test('in time is told', async () => {
    await using app = await pageServer(() => 'hang')
    expect(await web().ask(app.url, 200)).toMatchObject({ kind: 'silent', says: 'within 200 ms' })
  })

  test.each<[CertificateName, string, string]>([
    ['self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'NODE_EXTRA_CA_CERTS'],
    ['good', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'NODE_EXTRA_CA_CERTS']
  ])('of a certificate that is %s is told, with what helps', async (name, says, hint) => {
    await using app = await pageServer(() => ({}), certificate(name))
    const answer = await web().ask(app.url, 5_000)
    expect(answer).toMatchObject({ kind: 'tls', says, hint: expect.stringContaining(hint), isFinal: false })
    expect(app.asked).toEqual([])
  })

  test('of a port that speaks no TLS is told', async () => {
    await using app = await pageServer(() => ({}))
    expect(await web().ask(`https://${app.address}/`, 5_000)).toMatchObject({ kind: 'tls' })
  })
})

describe('Through a proxy', () => {
  test('the name is the proxy’s to resolve, and loopback is asked directly', async () => {
    await using app = await pageServer(() => ({}), certificate('good'))
    await using proxy = await connectProxy({ routes: { 'ignite.example.test:443': app.address } })
    const asking = web(throughProxy(proxy.address))
    // Who signed it is not known here; that it is seen at all shows the way.
    expect(await asking.ask('https://ignite.example.test/', 5_000)).toMatchObject({ kind: 'tls' })
    expect(await asking.ask(app.url, 5_000)).toMatchObject({ kind: 'tls' })
    expect(proxy.asked).toEqual(['ignite.example.test:443'])
  })

  test.each([
    { code: 502, isFinal: false },
    { code: 403, isFinal: true },
    { code: 407, isFinal: true }
  ])('that answers $code, waiting is of use: not final is $isFinal', async ({ code, isFinal }) => {
    await using proxy = await connectProxy({ routes: {}, code })
    const answer = await web(throughProxy(proxy.address)).ask('https://ignite.example.test/', 5_000)
    expect(answer).toMatchObject({ kind: 'proxy', isFinal, says: expect.stringContaining(`HTTP ${code}`) })
  })

  test('that cannot be used is told', async () => {
    const proxies = { proxy: { name: 'HTTPS_PROXY', value: 'socks5://127.0.0.1:1' }, noProxy: '' }
    const answer = await web(proxies).ask('https://ignite.example.test/', 5_000)
    expect(answer).toMatchObject({ kind: 'proxy', isFinal: true, says: expect.stringContaining('`HTTPS_PROXY`') })
  })
})

test('Being told to stop ends the asking with the stop’s reason', async () => {
  await using app = await pageServer(() => 'hang')
  const stop = new AbortController()
  const asking = web(DIRECTLY, stop.signal).ask(app.url, 60_000)
  while (app.asked.length === 0) await sleep(5)
  const reason = new Error('stopped')
  stop.abort(reason)
  await expect(asking).rejects.toBe(reason)
  await expect(web(DIRECTLY, stop.signal).ask(app.url, 60_000)).rejects.toBe(reason)
})
