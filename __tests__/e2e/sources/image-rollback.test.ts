import { expect, test } from '@jest/globals'
import { type EmulatorOptions, startEmulator } from '../../../emulator/start.ts'
import { callUrl, type Inputs, inputsFor, remote } from '../../support/deploying.ts'
import { ImageWorkspace } from '../support/gated-build.ts'
import { expectSaid, runJob } from '../support/job-end.ts'

const WEB: Inputs = {
  app: 'web',
  code: 'web',
  'dockerfile-path': 'Dockerfile',
  'allow-unauthenticated': 'true',
  'rollback-on-failure': 'true'
}
const ROLLED_BACK = 'Rolled back: version 1 of acme/web is active again, instead of version 2.'

const platforms: readonly (EmulatorOptions & { readonly inputs: Inputs })[] = [
  { inputs: { builder: 'build-service' } },
  // A tag that both builds have must not be the one that is deployed.
  { inputs: { builder: 'build-service', 'image-tags': 'latest' } },
  { variants: ['build-digest'], inputs: { builder: 'build-service' } },
  { inputs: { builder: 'draft' } },
  { variants: ['compile-image-refused'], inputs: { builder: 'draft' } }
]

test.concurrent.each(platforms)('The first image runs again after a rollback: %j', async ({ inputs, ...options }) => {
  await using emulator = await startEmulator(options)
  using workspace = new ImageWorkspace()
  const given = inputsFor(emulator, { ...WEB, ...inputs })
  const first = await runJob(workspace, { inputs: given }, {})
  expect({ exitCode: first.main.exitCode, log: first.main.log }).toEqual({ exitCode: 0, log: first.main.log })
  const url = first.main.outputs['url']
  workspace.makeVersion('two')
  const meanwhile = async () => expect(await callUrl(url)).toMatchObject({ version: 'two' })
  const { main, post } = await runJob(workspace, { inputs: given }, { status: 'failure', meanwhile })
  expect(main.outputs).toMatchObject({ published_version: '2', previous_version: '1' })
  expect(main.outputs['image_ref']).not.toBe(first.main.outputs['image_ref'])
  expectSaid(post, ROLLED_BACK)
  expect(await callUrl(url)).toMatchObject({ version: 'one' })
  expect((await remote(emulator, { organization: 'acme', name: 'web' })).state?.activeVersion).toBe(1)
})

test.concurrent('The same code, built by two runs, gets two tags', async () => {
  await using emulator = await startEmulator()
  using workspace = new ImageWorkspace()
  const inputs = inputsFor(emulator, { ...WEB, builder: 'build-service' })
  const references: (string | undefined)[] = []
  for (const github of [{ run_id: '1' }, { run_id: '2' }, { run_id: '2', run_attempt: '2' }]) {
    const { main } = await runJob(workspace, { inputs, github }, {})
    references.push(main.outputs['image_ref'])
  }
  const tags = references.map((reference) => /:run-(\d+-\d+)-[0-9a-f]{16}$/.exec(reference ?? '')?.[1])
  expect(tags).toEqual(['1-1', '2-1', '2-2'])
})

test.concurrent('Two builds of one step’s run with other arguments are two images, and the first runs again', async () => {
  await using emulator = await startEmulator()
  using workspace = new ImageWorkspace()
  const inputs = (greeting: string) =>
    inputsFor(emulator, { ...WEB, builder: 'build-service', 'build-args': `GREETING=${greeting}` })
  const first = await runJob(workspace, { inputs: inputs('Hello') }, {})
  const url = first.main.outputs['url']
  const { main, post } = await runJob(workspace, { inputs: inputs('Good morning') }, { status: 'failure' })
  const references = [first.main.outputs['image_ref'], main.outputs['image_ref']]
  expect(new Set(references).size).toBe(2)
  for (const reference of references) expect(reference).toMatch(/:run-4294967297-1-[0-9a-f]{16}$/)
  expectSaid(post, ROLLED_BACK)
  expect(JSON.stringify(await callUrl(url))).toContain('Hello')
})
