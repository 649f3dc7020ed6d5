import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { code, compile, exampleFiles, type Runtime, save } from '../support/compiling.ts'
import { type Driver, drive } from '../support/driver.ts'
import { tarball } from '../support/tarball.ts'
import { testWith } from '../support/test-with.ts'

const EXAMPLES = join(import.meta.dirname, '../../../../examples')

testWith('cargo')('rust-hello answers its payloads as expected', () =>
  answers({ example: 'rust-hello', runtime: 'rust' })
)
testWith('go')('go-hello answers its payloads as expected', () => answers({ example: 'go-hello', runtime: 'go' }))
test('python-hello answers its payloads as expected', () => answers({ example: 'python-hello', runtime: 'python' }))
testWith('deno')('deno-hello answers its payloads as expected', () =>
  answers({ example: 'deno-hello', runtime: 'deno' })
)
test.each(['customer', 'agent'])('desk answers the payloads of its role as expected (%s)', (role) =>
  answers({ example: 'desk', runtime: 'python', env: { APP_ROLE: role }, payloads: `${role}-` })
)

test.each([
  ['web', 'Dockerfile'],
  ['buildpacks-web', '']
])('%s is built with the Dockerfile %j and answers its payloads as expected', async (example, dockerfile_path) => {
  await using ignite = await drive()
  const archive = tarball(exampleFiles(example))
  await save(ignite, { image: { from_code: { archive, dockerfile_path } } })
  expect(await compile(ignite)).toMatchObject({ error: '' })
  await answersPayloads(ignite, example)
})

type Example = { example: string; runtime: Runtime; env?: Record<string, string>; payloads?: string }

async function answers({ example, runtime, env, payloads = '' }: Example): Promise<void> {
  await using ignite = await drive()
  await save(ignite, code(runtime, exampleFiles(example)))
  if (env) await ignite.greeter('UpdateAppConfig', { env })
  if (runtime !== 'python') await compile(ignite)
  await answersPayloads(ignite, example, payloads)
}

async function answersPayloads(ignite: Driver, example: string, payloads = ''): Promise<void> {
  const names = readdirSync(join(EXAMPLES, example, 'payloads')).filter((name) => name.startsWith(payloads))
  const expectations = names.filter((name) => name.endsWith('.expect.json'))
  expect(expectations).toHaveLength(2)
  for (const name of expectations) {
    const file = join(EXAMPLES, example, 'payloads', name)
    const payload = file.replace('.expect.json', '.json')
    expect(existsSync(payload)).toBe(true)
    const { output, error } = await ignite.execution('TestDraft', { payload: readFileSync(payload) })
    expect({ name, error, output: JSON.parse(output.toString()) }).toMatchObject({
      error: '',
      output: JSON.parse(readFileSync(file, 'utf8'))
    })
  }
}
