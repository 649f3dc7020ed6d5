import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import type { Variant } from '../../emulator/contract/variants.ts'
import { startEmulator } from '../../emulator/start.ts'
import { exampleFiles } from './ignite/support/compiling.ts'
import { tarball } from './ignite/support/tarball.ts'

const run = promisify(execFile)
const PYTHON = 'python3'
const SCRIPT = join(import.meta.dirname, 'support/pages_flows.py')
const hasClient = spawnSync(PYTHON, ['-c', 'import grpc, grpc_reflection']).status === 0

/** Saves an image's code, tests it without a compile call, publishes it, and builds it with the build service. */
async function walked(...variants: Variant[]) {
  const scratch = mkdtempSync(join(tmpdir(), 'pages-flows-'))
  try {
    await using emulator = await startEmulator({ variants })
    writeFileSync(join(scratch, 'code.tar.gz'), tarball(exampleFiles('web')))
    const token = emulator.mint({ org: 'acme', ttlSeconds: 600 })
    const { stdout } = await run(PYTHON, [SCRIPT, emulator.grpc, token, join(scratch, 'code.tar.gz')])
    return { ...JSON.parse(stdout), calls: emulator.journal.map(({ method }) => method) }
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

function testWithClient(name: string, body: () => Promise<void>): void {
  if (hasClient) test(name, body)
  else test.skip(`${name} (skipped: ${PYTHON} has no grpc and grpc_reflection)`, body)
}

const ENDED = {
  execution: { status: 'EXECUTION_STATUS_COMPLETED' },
  published: 1,
  build: { status: 'BUILD_STATUS_SUCCEEDED', organization_id: 'acme' }
}

testWithClient('a Python client tests an image’s draft that nobody compiled', async () => {
  const { output, calls, ...told } = await walked()
  expect(told).toMatchObject({ ...ENDED, saved: { status: 'VERSION_STATUS_DRAFT' }, log: '' })
  expect(JSON.parse(output)).toEqual({ greeting: 'Hello, world!', version: 'one', app: 'acme/web' })
  expect(calls).not.toContain('ComputeService/CompileDraft')
})

testWithClient('under save-builds a Python client reads the compile log right after saving', async () => {
  const { calls, ...told } = await walked('save-builds')
  expect(told).toMatchObject({ ...ENDED, saved: { status: 'VERSION_STATUS_COMPILING' } })
  expect(told.log).toContain('COPY server.py .')
  expect(calls).not.toContain('ComputeService/CompileDraft')
})
