import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { VERSION } from '../../src/version.ts'

const root = path.resolve(import.meta.dirname, '../..')
const buf = path.join(root, 'node_modules/@bufbuild/buf-linux-x64/bin/buf')
const files = globSync('proto/*.proto', { cwd: root })

/** Numbers below are upstream's: 0 is every enum's own. */
const FIRST_PLACEHOLDER = 1001

/** Every field and enum value: its number, and whether it is marked as a placeholder. */
function numbersIn(file: string): readonly { name: string; number: number; isMarked: boolean }[] {
  const text = readFileSync(path.join(root, file), 'utf8')
  return [...text.matchAll(/^ +(?:[\w<>, ]+ )?(\w+) = (\d+);(.*)$/gm)].map(([, name, number, rest]) => ({
    name: name!,
    number: Number(number),
    isMarked: /\/\/ ph\b/.test(rest!)
  }))
}

describe('proto/', () => {
  test('is split as upstream splits it', () => {
    expect(files.map((file) => path.basename(file)).sort()).toEqual([
      'ignite_build.proto',
      'ignite_common.proto',
      'ignite_compute.proto',
      'ignite_secret.proto'
    ])
  })

  test.each(files)('%s marks every placeholder, and keeps it away from upstream’s numbers', (file) => {
    const numbers = numbersIn(file)
    expect(numbers.length).toBeGreaterThan(10)
    for (const { name, number, isMarked } of numbers) {
      expect({ name, number, isMarked }).toEqual({ name, number, isMarked: number >= FIRST_PLACEHOLDER })
    }
  })

  test.each([
    ['AppMeta', { id: 1, name: 2, runtime: 3, limits: 4, env: 5, resource_tier: 9, scaling: 10, storage_mode: 11 }],
    ['AppMeta', { deployment_state: 15, version: 26, organization_name: 27, active_version: 28, description: 29 }],
    ['AppMeta', { input_schema: 30, output_schema: 31, mcp_enabled: 32, max_concurrency: 38, deployment_mode: 39 }],
    ['GetAppResponse', { app: 1 }],
    ['GetBuildResponse', { build: 1 }],
    ['BuildLogChunk', { data: 1, timestamp_ms: 2 }],
    ['UploadBuildContextRequest', { metadata: 1, chunk: 2 }],
    ['UploadBuildContextMetadata', { content_type: 1, name: 2, expected_size_bytes: 3 }],
    ['UploadBuildContextResponse', { context_id: 1, size_bytes: 2 }]
  ])('%s has the numbers that are documented', (message, fields) => {
    const text = files.map((file) => readFileSync(path.join(root, file), 'utf8')).join('\n')
    const body = new RegExp(`^message ${message} \\{$([^]*?)^\\}$`, 'm').exec(text)![1]!
    for (const [name, number] of Object.entries(fields)) expect(body).toMatch(new RegExp(`\\b${name} = ${number};`))
  })

  // buf comes as a package for Linux on x64; elsewhere the committed set is what counts.
  const testBuf = existsSync(buf) ? test : test.skip
  testBuf('dodil-ignite-v1.binpb is built from these files', () => {
    const args = ['build', 'proto', '--as-file-descriptor-set', '--exclude-source-info', '-o', '-#format=binpb']
    const built = execFileSync(buf, args, { cwd: root })
    expect(built.equals(readFileSync(path.join(root, 'proto/dodil-ignite-v1.binpb')))).toBe(true)
  })
})

test('the version of the action is the package’s', () => {
  expect(VERSION).toBe(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version)
})
