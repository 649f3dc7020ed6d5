import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { InputError } from '../../../src/model/errors.ts'
import { proxyFor } from '../../../src/platform/network/proxy.ts'

const TARGET = new URL('https://rpc.dodil.io:443')

function named(value: string) {
  return { name: 'HTTPS_PROXY', value }
}

function isDirect(url: string, noProxy: string): boolean {
  return proxyFor(new URL(url), { proxy: named('http://proxy.corp:3128'), noProxy }) === undefined
}

test('without a proxy everything is direct', () => {
  expect(proxyFor(TARGET, { proxy: undefined, noProxy: '' })).toBeUndefined()
})

test.each([
  ['http://proxy.corp:3128', { host: 'proxy.corp', port: 3128, credentials: undefined }],
  ['http://proxy.corp', { host: 'proxy.corp', port: 80, credentials: undefined }],
  ['HTTP://proxy.corp/', { host: 'proxy.corp', port: 80, credentials: undefined }],
  ['proxy.corp:3128', { host: 'proxy.corp', port: 3128, credentials: undefined }],
  ['http://[fd00::1]:3128', { host: 'fd00::1', port: 3128, credentials: undefined }],
  ['http://ada@proxy.corp:3128', { host: 'proxy.corp', port: 3128, credentials: 'ada:' }],
  ['http://ada:p%40ss%3Aword@proxy.corp:3128', { host: 'proxy.corp', port: 3128, credentials: 'ada:p@ss:word' }],
  ['ada:secret@proxy.corp:3128', { host: 'proxy.corp', port: 3128, credentials: 'ada:secret' }]
])('%s is understood', (value, expected) => {
  expect(proxyFor(TARGET, { proxy: named(value), noProxy: '' })).toEqual({ ...expected, variable: 'HTTPS_PROXY' })
})

test.each([
  ['https://ada:hidden-word@proxy.corp:3128', '`https://`'],
  ['socks5://ada:hidden-word@proxy.corp:1080', '`socks5://`'],
  ['http://ada:hidden-word@:3128', 'does not hold the URL of a proxy'],
  ['http://ada:hidden-word%zz@proxy.corp', 'does not hold the URL of a proxy'],
  ['http://ada:hidden-word@proxy.corp:99999', 'does not hold the URL of a proxy']
])('%s is the user’s mistake, and its password is not repeated', (value, says) => {
  const refused = () => proxyFor(TARGET, { proxy: named(value), noProxy: '' })
  expect(refused).toThrow(InputError)
  expect(refused).toThrow(says)
  expect(refused).toThrow(/^(?!.*hidden-word).*`HTTPS_PROXY`.*`http:\/\/host:port`/)
})

test('a proxy that cannot be used is no trouble where it is not used', () => {
  const proxy = named('https://proxy.corp')
  expect(proxyFor(TARGET, { proxy, noProxy: 'dodil.io' })).toBeUndefined()
  expect(proxyFor(new URL('https://localhost:50051'), { proxy, noProxy: '' })).toBeUndefined()
})

test.each([
  ['https://rpc.dodil.io', '', false],
  ['https://rpc.dodil.io', 'rpc.dodil.io', true],
  ['https://rpc.dodil.io', 'dodil.io', true],
  ['https://rpc.dodil.io', '.dodil.io', true],
  ['https://dodil.io', '.dodil.io', false],
  ['https://dodil.io', 'dodil.io', true],
  ['https://notdodil.io', 'dodil.io', false],
  ['https://rpc.dodil.io', 'RPC.Dodil.IO', true],
  ['https://rpc.dodil.io', '*.dodil.io', true],
  ['https://a.rpc.dodil.io', '*.DODIL.io', true],
  ['https://dodil.io', '*.dodil.io', false],
  ['https://notdodil.io', '*.dodil.io', false],
  ['https://rpc.dodil.io', 'https://rpc.dodil.io/', true],
  ['https://rpc.dodil.io', 'https://rpc.dodil.io:443', true],
  ['https://rpc.dodil.io', 'http://*.dodil.io', true],
  ['https://rpc.dodil.io', 'https://rpc.dodil.io:8443', false],
  ['https://10.1.2.3', 'http://10.1.2.3', true],
  ['https://rpc.dodil.io', '*', true],
  ['https://rpc.dodil.io', 'a.example, *', true],
  ['https://rpc.dodil.io', 'foo,', false],
  ['https://rpc.dodil.io', ' foo , , rpc.dodil.io ', true],
  ['https://rpc.dodil.io', 'dodil.io:443', true],
  ['https://rpc.dodil.io', 'dodil.io:8443', false],
  ['https://rpc.dodil.io:8443', 'dodil.io:8443', true],
  ['https://10.1.2.3', '10.1.2.3', true],
  ['https://10.1.2.3', '2.3', false],
  ['https://10.1.2.3', '10.1.0.0/16', true],
  ['https://10.2.2.3', '10.1.0.0/16', false],
  ['https://10.1.2.3', '0.0.0.0/0', true],
  ['https://10.1.2.3', '10.1.0.0/33', false],
  ['https://10.1.2.3', 'fd00::/8', false],
  ['https://[fd00::7]', 'fd00::/8', true],
  ['https://[fd00::7]', 'fd00::7', true],
  ['https://[fd00::7]', '[fd00::7]', true],
  ['https://rpc.dodil.io', '10.0.0.0/8', false],
  ['https://localhost:1', '', true],
  ['https://127.9.9.9:1', '', true],
  ['https://[::1]:1', '', true],
  ['https://127.example.com', '', false]
])('%s with no_proxy %j is direct: %s', (url, noProxy, direct) => {
  expect(isDirect(url, noProxy)).toBe(direct)
})

const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/)
const host = fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => labels.join('.'))

test('blanks and empty entries change nothing, whatever the hosts are', () => {
  const gap = fc.constantFrom(',', ' ,', ', ', ',,', ' , ,')
  const property = fc.property(host, fc.array(host), gap, (target, entries, between) => {
    const url = `https://${target}`
    expect(isDirect(url, between + entries.join(between) + between)).toBe(isDirect(url, entries.join(',')))
    expect(isDirect(url, between)).toBe(false)
  })
  fc.assert(property)
})

test('a name and what lies below it are direct, and what only ends like it is not', () => {
  const property = fc.property(host, label, (name, below) => {
    expect(isDirect(`https://${name}`, name)).toBe(true)
    expect(isDirect(`https://${below}.${name}`, name)).toBe(true)
    expect(isDirect(`https://${below}${name}`, name)).toBe(false)
  })
  fc.assert(property)
})
