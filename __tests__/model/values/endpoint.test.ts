import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { defaultTokenUrl, parseEndpoint, parseTokenUrl } from '../../../src/model/values/endpoint.ts'

const TLS = { secure: true, loopback: false }
const PLAINTEXT = { secure: false, loopback: true }

test.each([
  ['staging', { authority: 'rpc.dev.dodil.io:443', name: 'rpc.dev.dodil.io:443 (staging)', ...TLS }],
  ['production', { authority: 'rpc.dodil.io:443', name: 'rpc.dodil.io:443 (production)', ...TLS }],
  [' example.com:50051 ', { authority: 'example.com:50051', ...TLS }],
  ['https://example.com', { authority: 'example.com:443', ...TLS }],
  ['https://example.com/', { authority: 'example.com:443', ...TLS }],
  ['HTTPS://Example.COM:8443', { authority: 'example.com:8443', ...TLS }],
  ['https://127.0.0.1:8443', { authority: '127.0.0.1:8443', secure: true, loopback: true }],
  ['127.0.0.1:7000', { authority: '127.0.0.1:7000', ...PLAINTEXT }],
  ['127.8.9.1:7000', { authority: '127.8.9.1:7000', ...PLAINTEXT }],
  ['localhost:7000', { authority: 'localhost:7000', ...PLAINTEXT }],
  ['[::1]:443', { authority: '[::1]:443', ...PLAINTEXT }],
  ['http://[::1]:7000', { authority: '[::1]:7000', ...PLAINTEXT }],
  ['http://localhost', { authority: 'localhost:80', ...PLAINTEXT }],
  ['https://[2001:DB8::1]:443', { authority: '[2001:db8::1]:443', ...TLS }],
  ['bücher.example:443', { authority: 'xn--bcher-kva.example:443', ...TLS }],
  ['dns:443', { authority: 'dns:443', ...TLS }]
])('%j is read', (text, expected) => {
  expect(parseEndpoint(text)).toMatchObject(expected)
})

test.each([
  ['', /no port/],
  ['stagin', /no port/],
  ['example.com', /no port/],
  ['http://example.com:80', /Plaintext/],
  ['http://10.0.0.1:7000', /Plaintext/],
  ['http://localhost.example.com:7000', /Plaintext/],
  ['http://127.0.0.1.example.com:7000', /Plaintext/],
  ['https://user:secret@example.com', /user name/],
  ['user@example.com:443', /user name/],
  ['https://example.com/path', /path/],
  ['https://example.com?x=1', /path/],
  ['example.com:443/path', /path/],
  ['unix:/run/x.sock', /name scheme/],
  ['unix:///run/x.sock', /name scheme/],
  ['xds:///service', /name scheme/],
  ['dns:///example.com:443', /name scheme/],
  ['ftp://example.com', /another scheme/],
  ['example.com:0', /65535/],
  ['example.com:65536', /no address|65535/],
  ['example.com:port', /no port/],
  ['exa mple.com:443', /no port|no address|path/],
  ['https://:443', /no address/],
  ['https://%6c:443', /no address/]
])('%j is refused', (text, problem) => {
  expect(parseEndpoint(text)).toEqual({
    problem: expect.stringMatching(problem),
    fix: expect.stringContaining('Write')
  })
})

test('plaintext is never read for anything but loopback, whatever is written', () => {
  const host = fc.oneof(
    fc.domain(),
    fc.ipV4(),
    fc.ipV6().map((ip) => `[${ip}]`),
    fc.string()
  )
  fc.assert(
    fc.property(fc.constantFrom('', 'http://', 'https://'), host, fc.nat(70_000), (scheme, name, port) => {
      const endpoint = parseEndpoint(`${scheme}${name}:${port}`)
      if ('problem' in endpoint || endpoint.secure) return
      expect(endpoint.authority).toMatch(/^(127\.\d+\.\d+\.\d+|\[::1\]|localhost):\d+$/)
    })
  )
})

test('the two known platforms have their token endpoints, and no other has one', () => {
  const url = (text: string) => {
    const endpoint = parseEndpoint(text)
    return 'problem' in endpoint ? endpoint.problem : defaultTokenUrl(endpoint)
  }
  expect(url('staging')).toBe('https://id.dev.dodil.io/realms/dodil/protocol/openid-connect/token')
  expect(url('https://rpc.dodil.io')).toBe('https://id.dodil.io/realms/dodil/protocol/openid-connect/token')
  expect(url('127.0.0.1:7000')).toBeUndefined()
})

test.each(['https://id.example.com/token', 'http://127.0.0.1:8080/token', 'http://localhost/token'])(
  '%s takes a secret',
  (url) => {
    expect(parseTokenUrl(` ${url} `)).toBe(url)
  }
)

test.each([
  'http://id.example.com/token',
  'https://user:secret@id.example.com/token',
  'id.example.com/token',
  'file:///token'
])('%s takes no secret', (url) => {
  const refusal = parseTokenUrl(url)
  expect(refusal).toEqual({ problem: expect.any(String), fix: expect.stringContaining('https://') })
  expect(JSON.stringify(refusal)).not.toContain('secret@')
})
