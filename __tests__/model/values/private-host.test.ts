import { expect, test } from '@jest/globals'
import { isPrivateHost } from '../../../src/model/values/private-host.ts'

test.each([
  'localhost',
  'db.localhost',
  '127.0.0.1',
  '10.0.0.5',
  '172.16.0.1',
  '172.31.255.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '[::1]',
  '[fd00::1]',
  '[fe80::1]',
  'gitea',
  'git.corp',
  'git.acme.internal',
  'nas.local'
])('only its own network reaches %s', (host) => expect(isPrivateHost(host)).toBe(true))

test.each([
  'github.com',
  'ghcr.io',
  '8.8.8.8',
  '172.32.0.1',
  '100.128.0.1',
  '192.169.0.1',
  '[2606:50c0::1]',
  'localhost.example.com',
  'git.corporation.com',
  '10.example.com'
])('the internet may reach %s', (host) => expect(isPrivateHost(host)).toBe(false))
