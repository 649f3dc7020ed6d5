import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../../emulator/start.ts'
import { alive } from '../../support/spawning.ts'
import { compute } from '../support/client.ts'
import { drive, GREETER } from '../support/driver.ts'
import { until } from '../support/until.ts'
import { DOCKERFILE, server, webFiles } from './support/building.ts'

const REF = 'ghcr.io/acme/web:1'
const CODE = { image: { prebuilt: { image_ref: REF } } }
const APP = { organization_name: 'acme', app_name: 'greeter' }

let directory: string

function writeImage(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text)
}

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'containers-test-'))
  writeImage(webFiles())
})
afterEach(() => rmSync(directory, { recursive: true }))

const USER = 'USER 65534'

test.each<[string, Record<string, string>, RegExp]>([
  [
    'no user',
    webFiles({}, DOCKERFILE.replace(USER, '')),
    /^CreateContainerConfigError: container has runAsNonRoot and image will run as root$/
  ],
  ['root', webFiles({}, DOCKERFILE.replace(USER, 'USER root')), /image will run as root$/],
  ['root by its number', webFiles({}, DOCKERFILE.replace(USER, 'USER 0:0')), /image will run as root$/],
  [
    'a user by name',
    webFiles({}, DOCKERFILE.replace(USER, 'USER app')),
    /image has non-numeric user \(app\), cannot verify user is non-root$/
  ],
  ['no command', webFiles({}, DOCKERFILE.replace(/CMD.*/, '')), /^RunContainerError: no command specified$/],
  [
    'a command that ends',
    webFiles({}, `${DOCKERFILE}CMD echo oh no >&2; exit 4`),
    /^CrashLoopBackOff: the container ended with exit code 4\noh no$/
  ],
  [
    'a health path that fails',
    webFiles({ health: 503 }),
    /^Readiness probe failed: \/healthz did not answer with 2xx within 0\.8 s: HTTP probe failed with statuscode: 503/
  ],
  [
    'a port of its own',
    webFiles({}, `${DOCKERFILE}CMD PORT=0 exec python3 server.py`),
    /^Readiness probe failed: .*: nothing listens on \$PORT/
  ]
])('an image with %s does not come up', async (_what, files, error) => {
  writeImage(files)
  await using ignite = await drive({ images: [{ ref: REF, directory }], healthWaitMs: 800 })
  await ignite.call('CreateApp', { ...GREETER, code: CODE })
  const tested = await ignite.execution('TestDraft')
  expect(tested).toMatchObject({ status: 'EXECUTION_STATUS_FAILED', error: expect.stringMatching(error) })
})

test.each([
  ['an entrypoint with the arguments of a command', 'ENTRYPOINT ["python3"]\nCMD ["server.py"]'],
  ['a shell', 'CMD exec python3 server.py'],
  ['an absolute path', 'CMD ["python3", "/app/server.py"]'],
  ['a program of the image', 'COPY --chmod=755 start.sh /bin/start\nENTRYPOINT ["/bin/start"]']
])('an image is started by %s', async (_what, command) => {
  writeImage({
    ...webFiles({}, DOCKERFILE.replace(/CMD.*/, command)),
    'start.sh': '#!/bin/sh\nexec python3 server.py\n'
  })
  await using ignite = await drive({ images: [{ ref: REF, directory }] })
  await ignite.call('CreateApp', { ...GREETER, code: CODE })
  expect(await ignite.execution('TestDraft')).toMatchObject({ status: 'EXECUTION_STATUS_COMPLETED' })
})

test('the health path and the environment of the app count, also when they change', async () => {
  writeImage(webFiles({ word: 'os.environ.get("OWN")', health: 404 }))
  await using ignite = await drive({ images: [{ ref: REF, directory }] })
  await ignite.call('CreateApp', { ...GREETER, code: CODE, health_path: '/other', env: { OWN: '1' } })
  const word = async () => JSON.parse((await ignite.execution('TestDraft')).output.toString()).word
  expect(await word()).toBe('1')
  await ignite.greeter('UpdateAppConfig', { env: { OWN: '2' } })
  expect(await word()).toBe('2')
})

test('a container that does not answer in time is a timeout, and what it prints is the app’s log', async () => {
  writeImage(
    webFiles({ word: 'print("asked", flush=True) or __import__("time").sleep(600 if self.command == "POST" else 0)' })
  )
  await using ignite = await drive({ images: [{ ref: REF, directory }] })
  await ignite.call('CreateApp', { ...GREETER, code: CODE, limits: { timeout_secs: 1 } })
  expect(await ignite.execution('TestDraft')).toMatchObject({ status: 'EXECUTION_STATUS_TIMEOUT' })
  const { lines } = (await ignite.greeter('GetAppLogs')) as { lines: object[] }
  expect(lines).toContainEqual(expect.objectContaining({ message: 'asked', replica_id: 'greeter-draft' }))
})

async function published({ open = false } = {}): Promise<Emulator> {
  const emulator = await startEmulator({ images: [{ ref: REF, directory }] })
  using client = compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 60 }) })
  await client.call('CreateApp', { ...GREETER, code: CODE })
  if (open) await client.call('UpdateAppConfig', { ...APP, allow_unauthenticated: true })
  await client.call('PublishDraft', APP)
  return emulator
}

test.each(['GET', 'POST', 'PUT', 'DELETE'])(
  'the public URL passes %s on with path, query, headers and body',
  async (method) => {
    await using emulator = await published({ open: true })
    const body = method === 'GET' ? {} : { body: 'sent' }
    const headers = { 'x-mine': 'yes', authorization: 'Bearer own', 'x-ignite-function-id': 'spoofed' }
    const response = await fetch(`${emulator.public}/acme/greeter/deep/path?a=1&b=2`, { method, headers, ...body })
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'x-own': 'yes',
      'x-ignite-version': '1',
      'access-control-allow-origin': '*'
    })
    expect(await response.json()).toMatchObject({
      method,
      path: '/deep/path?a=1&b=2',
      body: method === 'GET' ? '' : 'sent',
      headers: { 'x-mine': 'yes', authorization: 'Bearer own', 'x-ignite-function-id': 'acme/greeter' }
    })
  }
)

test('a private app wants the platform’s bearer, which the container does not get', async () => {
  await using emulator = await published()
  const url = `${emulator.public}/acme/greeter`
  expect((await fetch(url)).status).toBe(401)
  const headers = { authorization: `Bearer ${emulator.mint({ org: 'acme', ttlSeconds: 60 })}` }
  const answer = (await (await fetch(url, { headers })).json()) as { path: string; headers: object }
  expect(answer.path).toBe('/')
  expect(answer.headers).not.toHaveProperty('authorization')
})

test('an image that no longer comes up answers 503 with the reason', async () => {
  await using emulator = await published({ open: true })
  writeImage(webFiles({}, DOCKERFILE.replace(USER, 'USER app')))
  const response = await fetch(`${emulator.public}/acme/greeter`, { method: 'POST' })
  expect(response.status).toBe(503)
  expect(await response.json()).toEqual({ error: expect.stringContaining('CreateContainerConfigError') })
})

test('Invoke passes the verb, the path, the query and the headers on', async () => {
  await using emulator = await published()
  using client = compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 60 }) })
  const http = { verb: 'PUT', path: '/x', query: 'a=1', headers: { 'x-mine': 'yes' } }
  const frames = (await client.stream('Invoke', { ...APP, http, body: Buffer.from('sent') })) as { chunk?: Buffer }[]
  expect(frames[0]).toMatchObject({ head: { status: 200, headers: { 'x-own': 'yes' } } })
  const body = Buffer.concat(frames.flatMap(({ chunk }) => chunk ?? []))
  expect(JSON.parse(body.toString())).toMatchObject({
    method: 'PUT',
    path: '/x?a=1',
    body: 'sent',
    headers: { 'x-mine': 'yes' }
  })
})

test('containers end with the emulator', async () => {
  writeImage({ Dockerfile: DOCKERFILE, 'server.py': `import os\nprint(os.getpid(), flush=True)\n${server()}` })
  await using emulator = await published({ open: true })
  await fetch(`${emulator.public}/acme/greeter`)
  using client = compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 60 }) })
  const { lines } = (await client.call('GetAppLogs', APP)) as { lines: { message: string }[] }
  const pid = Number(lines[0]?.message)
  expect(alive(pid)).toBe(true)
  await emulator.close()
  await until(() => !alive(pid))
})
