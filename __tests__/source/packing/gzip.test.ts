import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { gunzip } from '../../../src/source/archive/gunzip.ts'
import { OpenFile } from '../../../src/source/files/open-file.ts'
import { gzip } from '../../../src/source/packing/gzip.ts'
import { placeOf, TemporaryTree } from '../support/trees.ts'

async function zipped(slabs: readonly Uint8Array[], jobs?: number): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(gzip(slabs.map(Buffer.from), jobs === undefined ? {} : { jobs })))
}

async function unzipped(packed: Buffer): Promise<Buffer> {
  using tree = new TemporaryTree({ 'x.tgz': packed })
  using archive = new OpenFile(placeOf(tree, 'x.tgz'))
  return Buffer.concat(await Array.fromAsync(gunzip(archive, 1_000_000)))
}

const slabs = Array.from({ length: 11 }, (_, slab) =>
  Buffer.from(Array.from({ length: 100_000 + slab }, (_, at) => (at * at + slab) % 97))
)

test('the bytes do not depend on the number of jobs', async () => {
  const one = await zipped(slabs, 1)
  for (const jobs of [2, 3, 8]) expect((await zipped(slabs, jobs)).equals(one)).toBe(true)
})

test('the header holds no time, no name and no system', async () => {
  expect((await zipped(slabs)).subarray(0, 10).toString('hex')).toBe('1f8b08000000000000ff')
})

test('slabs of any number and size come back, from one member', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ minLength: 1, maxLength: 80_000 }), { maxLength: 6 }), async (parts) => {
      const packed = await zipped(parts)
      const content = Buffer.concat(parts)
      expect(gunzipSync(packed).equals(content)).toBe(true)
      expect((await unzipped(packed)).equals(content)).toBe(true)
    }),
    { numRuns: 50 }
  )
})

test('a slab is compressed with what lies before it', async () => {
  const noise = randomBytes(20_000)
  const twice = await zipped([noise, noise])
  const once = await zipped([noise])
  expect(twice.length).toBeLessThan(once.length * 1.2)
})

test('gzip and python read it', async () => {
  const packed = await zipped(slabs)
  const content = Buffer.concat(slabs)
  const options = { input: packed, maxBuffer: 1 << 24 }
  expect(execFileSync('gzip', ['-dc'], options).equals(content)).toBe(true)
  const script = 'import gzip,sys; sys.stdout.buffer.write(gzip.decompress(sys.stdin.buffer.read()))'
  expect(execFileSync('python3', ['-c', script], options).equals(content)).toBe(true)
})

test('slabs are taken only as fast as they are compressed', async () => {
  let taken = 0
  function* counted() {
    for (const slab of slabs) {
      taken += 1
      yield slab
    }
  }
  const chunks = gzip(counted(), { jobs: 2 })
  await chunks.next()
  await chunks.next()
  expect(taken).toBeLessThanOrEqual(4)
  await chunks.return(undefined)
})

test('a failure of the slabs is the failure of the stream', async () => {
  function* failing() {
    yield slabs[0] as Buffer
    yield slabs[1] as Buffer
    throw new Error('the disk is gone')
  }
  await expect(zipped(failing() as unknown as Uint8Array[])).rejects.toThrow('the disk is gone')
})
