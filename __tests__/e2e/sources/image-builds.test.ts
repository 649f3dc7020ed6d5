import { describe, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../emulator/start.ts'
import { compute } from '../../emulator/ignite/support/client.ts'
import {
  callUrl,
  type Inputs,
  inputsFor,
  messagesOf,
  remote,
  run,
  runMain,
  startAction,
  theFailure
} from '../../support/deploying.ts'
import { ImageWorkspace } from '../support/gated-build.ts'

const DOCKERFILE = { app: 'web', code: 'web', 'dockerfile-path': 'Dockerfile', 'allow-unauthenticated': 'true' }
const SERVICE = { ...DOCKERFILE, builder: 'build-service' }
const WEB = { organization: 'acme', name: 'web' }

function inputsOf(emulator: Emulator, inputs: Inputs): Inputs {
  return inputsFor(emulator, inputs)
}

function methodsOf({ journal }: Emulator): readonly string[] {
  return journal.map(({ method }) => method.slice(method.indexOf('/') + 1))
}

/** What a group of the log holds. */
function groupOf(log: string, name: string): string {
  const [, inside = ''] = log.split(`##[group]${name}\n`)
  return inside.split('##[endgroup]')[0] ?? ''
}

test.concurrent('A draft that builds its image tells of a build, and which image came of it', async () => {
  await using emulator = await startEmulator()
  using workspace = new ImageWorkspace()
  const main = await runMain(workspace, { inputs: inputsOf(emulator, DOCKERFILE) })
  expect(groupOf(main.log, 'Build draft')).toContain('Building stage')
  const built = /^Built (\S+)/m.exec(main.log)?.[1]
  expect(built).toBe(main.outputs['image_ref'])
  expect(main.log).not.toMatch(/^(?:##\[group\])?Compile/m)
})

test.concurrent('Where saving starts the build, that one is followed, and no other is made', async () => {
  await using emulator = await startEmulator({ variants: ['save-builds'] })
  using workspace = new ImageWorkspace()
  workspace.gate()
  const tests = { 'test-payload': '{"name": "Eve"}', 'test-expect': '{"greeting": "Hello, Eve!"}' }
  await using step = startAction(workspace, { inputs: inputsOf(emulator, { ...DOCKERFILE, ...tests }) })
  await step.line(/^\| begun$/)
  workspace.open()
  const main = await step.main
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect(main.log.match(/^\| begun$/gm)).toHaveLength(1)
  expect(await callUrl(main.outputs['url'])).toMatchObject({ version: 'one' })
})

describe('Where the platform refuses to compile an image', () => {
  test.concurrent('it is built while it is published, with the log in view', async () => {
    await using emulator = await startEmulator({ variants: ['compile-image-refused'] })
    using workspace = new ImageWorkspace()
    workspace.gate()
    await using step = startAction(workspace, { inputs: inputsOf(emulator, DOCKERFILE) })
    await step.line(/^\| begun$/)
    expect(methodsOf(emulator)).not.toContain('PublishDraft')
    workspace.open()
    const main = await step.main
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    expect(main.log).toContain('The platform compiles nothing for this draft: it is built when it is published.')
    expect(main.log).toMatch(/^Nothing to build yet(?: \(|$)/m)
    expect(main.log).not.toMatch(/Compile (?:draft|ended)/)
    expect(main.log).toMatch(/\| INFO.*Building stage(?:.*\n)+?\| begun\n(?:… .*\n)*\| over\n/)
    expect(await callUrl(main.outputs['url'])).toMatchObject({ version: 'one' })
    expect(methodsOf(emulator).filter((method) => method === 'PublishDraft')).toHaveLength(1)
  })

  test.concurrent('a build that fails while it is published is the error', async () => {
    await using emulator = await startEmulator({ variants: ['compile-image-refused'] })
    using workspace = new ImageWorkspace()
    workspace.buildWith('echo "no ""space"; exit 3')
    const { main, post } = await run(workspace, { inputs: inputsOf(emulator, DOCKERFILE) })
    const failure = theFailure(main)
    expect(failure).toMatchObject({ reason: 'build_failed', title: 'Publish version failed' })
    expect(failure.message).toMatch(/(?:^|\. )The image was not built: error building image: .* exit status 3/)
    expect(main.log.split('##[endgroup]').at(-1)).toContain('| no space\n')
    expect(post).toMatchObject({ exitCode: 0, raw: '' })
    expect((await remote(emulator, WEB)).versions).toEqual([])
  })

  test.concurrent('a test of the draft says to test the published version instead', async () => {
    await using emulator = await startEmulator({ variants: ['compile-image-refused'] })
    using workspace = new ImageWorkspace()
    const main = await runMain(workspace, { inputs: inputsOf(emulator, { ...DOCKERFILE, 'test-payload': '{}' }) })
    const failure = theFailure(main)
    expect(failure).toMatchObject({ reason: 'test_failed', title: 'Test draft failed' })
    expect(failure.message).toContain('image is not built')
    expect(failure.message).toContain('test the published version in a later step, with `rollback-on-failure: true`')
    expect(failure.message).toContain('`builder: build-service`, which builds the image before the test')
    expect(methodsOf(emulator)).not.toContain('PublishDraft')
  })

  test.concurrent('the build service builds the image before the test', async () => {
    await using emulator = await startEmulator({ variants: ['compile-image-refused'] })
    using workspace = new ImageWorkspace()
    const tests = { 'test-payload': '{"name": "Eve"}', 'test-expect': '{"greeting": "Hello, Eve!"}' }
    const main = await runMain(workspace, { inputs: inputsOf(emulator, { ...SERVICE, ...tests }) })
    expect(main).toMatchObject({ exitCode: 0, outputs: { test_status: 'passed', published_version: '1' } })
  })
})

describe('A build that does not succeed ends the run with its error, and nothing is published', () => {
  test.each([
    { by: 'the draft', inputs: DOCKERFILE, step: 'Build draft', writes: ['CreateApp', 'SaveDraft', 'CompileDraft'] },
    { by: 'the build service', inputs: SERVICE, step: 'Build image', writes: ['CreateApp', 'CreateBuild'] }
  ])('one that fails, by $by', async ({ inputs, step, writes }) => {
    await using emulator = await startEmulator()
    using workspace = new ImageWorkspace()
    workspace.buildWith('echo "no ""space"; exit 3')
    const { main, post } = await run(workspace, { inputs: inputsOf(emulator, inputs) })
    const failure = theFailure(main)
    expect(failure).toMatchObject({ reason: 'build_failed', title: `${step} failed` })
    expect(failure.message).toMatch(/(?:^|\. )The image was not built: error building image: .* exit status 3/)
    expect(main.log.split('##[endgroup]').at(-1)).toContain('| no space\n')
    expect(main.log.split('| no space\n')).toHaveLength(2)
    expect(methodsOf(emulator).filter((method) => /^(?!List)(Create|Save|Compile|Publish)/.test(method))).toEqual(
      writes
    )
    expect(post).toMatchObject({ exitCode: 0, raw: '' })
  })

  test('one that somebody cancels', async () => {
    await using emulator = await startEmulator()
    using workspace = new ImageWorkspace()
    workspace.gate()
    await using step = startAction(workspace, { inputs: inputsOf(emulator, SERVICE) })
    await step.line(/^\| begun$/)
    using builds = buildsOf(emulator)
    const { builds: all } = (await builds.call('ListBuilds', {})) as { builds: { id: string }[] }
    await builds.call('CancelBuild', { build_id: all[0]?.id })
    const failure = theFailure(await step.main)
    expect(failure).toMatchObject({ reason: 'build_failed', title: 'Build image failed' })
    expect(failure.message).toContain('The image was not built: the build was cancelled')
    expect(await step.post()).toMatchObject({ exitCode: 0, raw: '' })
    expect(methodsOf(emulator)).not.toContain('SaveDraft')
  })
})

describe('A job that ends while the build service builds', () => {
  test.each(['cancel', 'SIGKILL'] as const)('by %s: the build is cancelled, and post says so', async (how) => {
    await using emulator = await startEmulator()
    using workspace = new ImageWorkspace()
    workspace.gate()
    await using step = startAction(workspace, { inputs: inputsOf(emulator, SERVICE) })
    await step.line(/^\| begun$/)
    if (how === 'cancel') step.cancel()
    else step.kill(how)
    const main = await step.main
    const id = main.outputs['build_id']
    expect(id).toMatch(/^bld_/)
    const post = await step.post()
    const said = `The run ended while the image was being built: the build ${id} is cancelled. Nothing was published.`
    expect({ exitCode: post.exitCode, log: post.log }).toEqual({ exitCode: 0, log: post.log })
    expect(messagesOf(post, 'warning')).toEqual([said])
    expect(post.summary).toContain('is cancelled. Nothing was published.')
    using builds = buildsOf(emulator)
    expect(await builds.call('GetBuild', { build_id: id })).toMatchObject({
      build: { status: 'BUILD_STATUS_CANCELLED' }
    })
    expect(methodsOf(emulator)).not.toContain('SaveDraft')
  })
})

function buildsOf(emulator: Emulator) {
  return compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 60 }), service: 'BuildService' })
}
