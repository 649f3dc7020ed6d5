import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { status } from '@grpc/grpc-js'
import { describe, expect, test } from '@jest/globals'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../../emulator/start.ts'
import type { Fault, FaultScript } from '../../../emulator/wire/faults/faults.ts'
import { compute } from '../../emulator/ignite/support/client.ts'
import { until } from '../../emulator/ignite/support/until.ts'
import { makeTar } from '../../source/support/archives.ts'
import { callUrl, inputsFor, messagesOf, run, runMain, startAction, theFailure } from '../../support/deploying.ts'
import { ImageWorkspace } from '../support/gated-build.ts'

const SERVICE = {
  app: 'web',
  code: 'web',
  'dockerfile-path': 'Dockerfile',
  builder: 'build-service',
  'allow-unauthenticated': 'true'
}

function faultsAt(method: string, calls: readonly number[] | 'all', fault: Fault): FaultScript {
  return [{ method: `BuildService/${method}`, calls, fault }]
}

function callsOf({ journal }: Emulator, method: string) {
  return journal.filter((entry) => entry.method === `BuildService/${method}`)
}

function buildsOf(emulator: Emulator) {
  return compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 60 }), service: 'BuildService' })
}

async function idsOf(emulator: Emulator): Promise<readonly string[]> {
  using client = buildsOf(emulator)
  const { builds } = (await client.call('ListBuilds', {})) as { builds: readonly { id: string }[] }
  return builds.map(({ id }) => id)
}

describe('A build whose start was not answered', () => {
  test.concurrent('is adopted where it alone began after the call', async () => {
    await using emulator = await startEmulator({ faults: faultsAt('CreateBuild', [2], { action: 'drop-after' }) })
    using workspace = new ImageWorkspace()
    // One of the same name, from before, is no candidate.
    await runMain(workspace, { inputs: inputsFor(emulator, SERVICE) })
    workspace.makeVersion('two')
    const main = await runMain(workspace, { inputs: inputsFor(emulator, SERVICE) })
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    const [newest, ...older] = await idsOf(emulator)
    expect(older).toHaveLength(1)
    expect(main.outputs['build_id']).toBe(newest)
    expect(messagesOf(main, 'warning')).toEqual([expect.stringContaining('It is not known whether the build began')])
    expect(messagesOf(main, 'notice')).toContain(
      `The build ${newest} began after our call and is taken for this run’s.`
    )
    expect(callsOf(emulator, 'CreateBuild').map(({ outcome }) => outcome)).toEqual(['OK', 'DROPPED'])
    expect(await callUrl(main.outputs['url'])).toMatchObject({ version: 'two' })
  })

  test.concurrent('is adopted also where the platform says after the effect that it refuses', async () => {
    const fault = { action: 'status', code: status.PERMISSION_DENIED, details: 'no', afterEffect: true } as const
    await using emulator = await startEmulator({ faults: faultsAt('CreateBuild', [1], fault) })
    using workspace = new ImageWorkspace()
    const main = await runMain(workspace, { inputs: inputsFor(emulator, SERVICE) })
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    expect(await idsOf(emulator)).toEqual([main.outputs['build_id']])
    expect(callsOf(emulator, 'CreateBuild')).toHaveLength(1)
  })

  test.concurrent('is not guessed where two of the name began: the run lists both', async () => {
    // The second list comes after the answer was lost; there is time to start another build before it.
    const faults = [
      ...faultsAt('CreateBuild', [1], { action: 'drop-after' }),
      ...faultsAt('ListBuilds', [2], { action: 'delay', ms: 1500 })
    ]
    await using emulator = await startEmulator({ faults })
    using workspace = new ImageWorkspace()
    await using step = startAction(workspace, { inputs: inputsFor(emulator, SERVICE) })
    await until(() => callsOf(emulator, 'CreateBuild').length === 1)
    using others = buildsOf(emulator)
    await others.call('CreateBuild', { name: 'web', zipped_code: randomBytes(100) })
    const failure = theFailure(await step.main)
    expect(failure).toMatchObject({ reason: 'build_failed', title: 'Build image failed' })
    expect(failure.message).toContain('was lost, and several builds of that name began:')
    for (const id of await idsOf(emulator)) expect(failure.message).toContain(id)
    expect(callsOf(emulator, 'CreateBuild')).toHaveLength(2)
    expect(emulator.journal.map(({ method }) => method)).not.toContain('ComputeService/SaveDraft')
  })

  test.concurrent.each<EmulatorOptions>([{}, { variants: ['build-digest'] }])(
    'is not taken from another run, which its tag tells, on a platform with %j',
    async (platform) => {
      // Ours never begins; there is time for another run's before the builds are read.
      const faults = [
        ...faultsAt('CreateBuild', [1], { action: 'drop-before' }),
        ...faultsAt('ListBuilds', [2], { action: 'delay', ms: 1500 })
      ]
      await using emulator = await startEmulator({ ...platform, faults })
      using workspace = new ImageWorkspace()
      await using step = startAction(workspace, { inputs: inputsFor(emulator, SERVICE) })
      await until(() => callsOf(emulator, 'CreateBuild').length === 1)
      using others = buildsOf(emulator)
      const zipped_code = gzipSync(makeTar([{ path: 'Dockerfile', content: 'FROM scratch\nUSER 1\nCMD ["true"]\n' }]))
      await others.call('CreateBuild', { name: 'web', tags: ['run-7-1-0badcafe'], zipped_code })
      const failure = theFailure(await step.main)
      const [theirs] = await idsOf(emulator)
      expect(failure).toMatchObject({ reason: 'build_failed', title: 'Build image failed' })
      expect(failure.message).toContain(`the build ${theirs}, which began after our call, is not this run’s`)
      expect(failure.message).toContain('Another run builds the same app.')
      expect(emulator.journal.map(({ method }) => method)).not.toContain('ComputeService/SaveDraft')
    }
  )

  test.concurrent('and that did not begin ends the run: it is not sent twice', async () => {
    await using emulator = await startEmulator({ faults: faultsAt('CreateBuild', [1], { action: 'drop-before' }) })
    using workspace = new ImageWorkspace()
    const main = await runMain(workspace, { inputs: inputsFor(emulator, SERVICE) })
    const failure = theFailure(main)
    expect(failure.reason).toBe('build_failed')
    expect(failure.message).toContain(
      'The answer to starting the build of web was lost, and no build of that name appeared.'
    )
    expect(callsOf(emulator, 'CreateBuild')).toHaveLength(1)
  })
})

describe('An upload', () => {
  const large = { ...SERVICE, builder: 'auto' }

  function makeLarge(workspace: ImageWorkspace): void {
    writeFileSync(path.join(workspace.path, 'web/model.bin'), randomBytes(4_500_000))
  }

  test.each<[string, Fault]>([
    ['that is cut half-way', { action: 'cut-stream', messages: 5 }],
    ['whose answer is lost', { action: 'drop-after' }]
  ])('%s is sent again, whole, and leaves one build', async (_, fault) => {
    await using emulator = await startEmulator({ faults: faultsAt('UploadBuildContext', [1], fault) })
    using workspace = new ImageWorkspace()
    makeLarge(workspace)
    const main = await runMain(workspace, { inputs: inputsFor(emulator, large) })
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    expect(messagesOf(main, 'warning')).toEqual([
      expect.stringMatching(/^Uploading the build context web: .*The context is sent again from its beginning\.$/s)
    ])
    const uploads = callsOf(emulator, 'UploadBuildContext')
    expect(uploads.map(({ outcome }) => outcome)).toEqual(['DROPPED', 'OK'])
    expect(main.log).toMatch(/^Uploaded the context, sha256 [0-9a-f]{12}(?: \(|$)/m)
    expect(uploads[1]?.request).toMatchObject({ metadata: { name: 'web' }, chunk: { messages: 9 } })
    expect(await idsOf(emulator)).toHaveLength(1)
    expect(await callUrl(main.outputs['url'])).toMatchObject({ version: 'one' })
  })

  test('whose token is refused is sent again with a new one, once', async () => {
    const refusal: Fault = { action: 'status', code: status.UNAUTHENTICATED, details: 'expired', afterEffect: false }
    await using emulator = await startEmulator({ faults: faultsAt('UploadBuildContext', [1, 3, 4], refusal) })
    using workspace = new ImageWorkspace()
    makeLarge(workspace)
    const first = await run(workspace, { inputs: inputsFor(emulator, large) })
    expect({ exitCode: first.main.exitCode, log: first.main.log }).toEqual({ exitCode: 0, log: first.main.log })
    const second = await run(workspace, { inputs: inputsFor(emulator, large) })
    expect(theFailure(second.main).reason).toBe('auth_failed')
    const outcomes = callsOf(emulator, 'UploadBuildContext').map(({ outcome }) => outcome)
    expect(outcomes).toEqual(['UNAUTHENTICATED', 'OK', 'UNAUTHENTICATED', 'UNAUTHENTICATED'])
  })

  test('that is cut every time ends the run, and builds nothing', async () => {
    const faults = faultsAt('UploadBuildContext', 'all', { action: 'cut-stream', messages: 5 })
    await using emulator = await startEmulator({ faults })
    using workspace = new ImageWorkspace()
    makeLarge(workspace)
    const main = await runMain(workspace, { inputs: inputsFor(emulator, large) })
    const failure = theFailure(main)
    expect(failure).toMatchObject({ reason: 'platform_unavailable', title: 'Upload context failed' })
    expect(failure.message).toContain('Uploading the build context web')
    expect(callsOf(emulator, 'UploadBuildContext')).toHaveLength(3)
    expect(await idsOf(emulator)).toEqual([])
  })
})
