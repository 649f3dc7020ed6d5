import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../emulator/start.ts'
import { compute } from '../../emulator/ignite/support/client.ts'
import { inputsFor, messagesOf, startAction, Workspace } from '../../support/deploying.ts'
import { arrived } from '../support/live-app.ts'

/** A build that takes longer than any run of this test. */
const SLOW = 'FROM scratch\nRUN sleep 50\n'

function slowContext(): Workspace {
  const workspace = new Workspace()
  mkdirSync(path.join(workspace.path, 'web'))
  workspace.write('web/Dockerfile', SLOW)
  return workspace
}

async function statusesOf(emulator: Emulator): Promise<readonly string[]> {
  const token = emulator.mint({ org: 'acme', ttlSeconds: 60 })
  using builds = compute(emulator, { token, service: 'BuildService' })
  const answer = (await builds.call('ListBuilds', {})) as { builds: readonly { readonly status: string }[] }
  return answer.builds.map(({ status }) => status)
}

test.concurrent.each([
  { when: 'while it is started', method: 'CreateBuild' },
  { when: 'while it runs', method: 'StreamBuildLogs' }
])('A build of a run that is cancelled $when is cancelled, and post names it', async ({ method }) => {
  const fault = { action: 'delay', ms: 2500 } as const
  await using emulator = await startEmulator({ faults: [{ method: 'BuildService/CreateBuild', calls: [1], fault }] })
  using workspace = slowContext()
  const inputs = inputsFor(emulator, { code: 'web', 'dockerfile-path': 'Dockerfile', builder: 'build-service' })
  await using step = startAction(workspace, { inputs })
  await arrived(emulator, `BuildService/${method}`)
  step.cancel()
  const main = await step.main
  expect(main).toMatchObject({ conclusion: 'cancelled', exitCode: 1, outputs: { reason_code: 'cancelled' } })
  const post = await step.post()
  const build = main.outputs['build_id']
  expect(messagesOf(post, 'warning')).toEqual([
    `The run ended while the image was being built: the build ${build} is cancelled. Nothing was published.`
  ])
  expect(await statusesOf(emulator)).toEqual(['BUILD_STATUS_CANCELLED'])
})
