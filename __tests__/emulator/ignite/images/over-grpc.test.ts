import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import { type EmulatorOptions, startEmulator } from '../../../../emulator/start.ts'
import { loadSet } from '../../../../emulator/wire/descriptors/descriptors.ts'
import { compute } from '../support/client.ts'
import { tarball } from '../support/tarball.ts'
import { until } from '../support/until.ts'
import { type BuildMessage, sha256 } from './support/building.ts'

const CHUNK = 512 * 1024
const ARCHIVE = tarball({ Dockerfile: 'FROM scratch\nCOPY . .\nRUN wc -c < big', big: randomBytes(3 * CHUNK) })

/** The messages that send the archive, each counted as it is taken. */
function* contextMessages(metadata: object = {}): Generator<object> {
  yield { metadata: { name: 'web', content_type: 'application/gzip', ...metadata } }
  for (let at = 0; at < ARCHIVE.length; at += CHUNK) yield { chunk: ARCHIVE.subarray(at, at + CHUNK) }
}

async function startBuilds(options: EmulatorOptions = {}) {
  const emulator = await startEmulator(options)
  const { permuteSeed } = options
  const set = loadSet({ variants: new Set(), permuteSeed })
  const token = emulator.mint({ org: 'acme', ttlSeconds: 60 })
  return { emulator, set, builds: compute(emulator, { token, set, service: 'BuildService' }) }
}

test.each([undefined, 11])('a context is uploaded, built and logged over gRPC (seed %p)', async (permuteSeed) => {
  const { emulator, builds } = await startBuilds(permuteSeed === undefined ? {} : { permuteSeed })
  await using _stopped = emulator
  using client = builds
  const expected_size_bytes = ARCHIVE.length
  const uploaded = await client.upload('UploadBuildContext', contextMessages({ expected_size_bytes }))
  const { context_id } = uploaded as { context_id: string }
  const request = {
    name: 'web',
    context_id,
    dockerfile: 'Dockerfile',
    tags: ['run-1', 'latest'],
    build_args: { A: '1' },
    no_cache: true,
    timeout_secs: 60,
    platform: 'linux/amd64'
  }
  const { build_id } = (await client.call('CreateBuild', request)) as { build_id: string }
  const chunks = (await client.stream('StreamBuildLogs', { build_id, from_start: true })) as { data: Buffer }[]
  expect(chunks.length).toBeGreaterThan(1)
  expect(Buffer.concat(chunks.map(({ data }) => data)).toString()).toMatch(new RegExp(`^${3 * CHUNK}$`, 'm'))
  const { build } = (await client.call('GetBuild', { build_id })) as { build: BuildMessage }
  expect(build).toMatchObject({ status: 'BUILD_STATUS_SUCCEEDED', metrics: { context_size_bytes: ARCHIVE.length } })
  const sent = { messages: Math.ceil(ARCHIVE.length / CHUNK), bytes: ARCHIVE.length, sha256: sha256(ARCHIVE) }
  expect(emulator.journal.slice(0, 2)).toMatchObject([
    {
      method: 'BuildService/UploadBuildContext',
      request: { metadata: { name: 'web', content_type: 'application/gzip', expected_size_bytes }, chunk: sent },
      outcome: 'OK'
    },
    { method: 'BuildService/CreateBuild', request: { ...request, source: 'context_id' }, outcome: 'OK' }
  ])
})

test('an upload that is cut half-way leaves nothing, and the next one is whole', async () => {
  const data = mkdtempSync(join(tmpdir(), 'over-grpc-test-'))
  const fault = { method: 'BuildService/UploadBuildContext', call: 1, action: 'cut-stream', after: 2 }
  try {
    const { emulator, builds } = await startBuilds({ data, faults: JSON.stringify({ faults: [fault] }) })
    await using _stopped = emulator
    using client = builds
    await expect(client.upload('UploadBuildContext', contextMessages())).rejects.toMatchObject({
      code: status.UNAVAILABLE
    })
    await until(() => readdirSync(join(data, 'uploads')).length === 0)
    expect(readdirSync(join(data, 'contexts'))).toEqual([])
    await client.upload('UploadBuildContext', contextMessages())
    expect(readdirSync(join(data, 'contexts'))).toHaveLength(1)
  } finally {
    rmSync(data, { recursive: true })
  }
})

test('an upload that is refused early is told so', async () => {
  const { emulator, builds } = await startBuilds()
  await using _stopped = emulator
  using client = builds
  await expect(client.upload('UploadBuildContext', contextMessages({ name: '' }))).rejects.toMatchObject({
    code: status.INVALID_ARGUMENT,
    details: 'metadata.name is required'
  })
  await client.upload('UploadBuildContext', contextMessages())
})

test('builds and contexts of another organization are not found', async () => {
  const { emulator, set, builds } = await startBuilds()
  await using _stopped = emulator
  using client = builds
  const { context_id } = (await client.upload('UploadBuildContext', contextMessages())) as { context_id: string }
  const { build_id } = (await client.call('CreateBuild', { name: 'web', context_id })) as { build_id: string }
  const token = emulator.mint({ org: 'other', ttlSeconds: 60 })
  using other = compute(emulator, { token, set, service: 'BuildService' })
  const notFound = { code: status.NOT_FOUND }
  await expect(other.call('GetBuild', { build_id })).rejects.toMatchObject(notFound)
  await expect(other.call('CancelBuild', { build_id })).rejects.toMatchObject(notFound)
  await expect(other.stream('StreamBuildLogs', { build_id })).rejects.toMatchObject(notFound)
  await expect(other.call('CreateBuild', { name: 'web', context_id })).rejects.toMatchObject(notFound)
  expect(await other.call('ListBuilds', {})).toEqual({ builds: [] })
  using nobody = compute(emulator, { set, service: 'BuildService' })
  await expect(nobody.upload('UploadBuildContext', contextMessages())).rejects.toMatchObject({
    code: status.UNAUTHENTICATED
  })
})
