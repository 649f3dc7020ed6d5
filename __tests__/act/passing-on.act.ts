import { expect, test } from '@jest/globals'
import { remote } from '../support/deploying.ts'
import { ActScene } from './support/act-scene.ts'

test('the outputs of a composite action that wraps ours reach another job', async () => {
  await using scene = await ActScene.start()
  const log = await scene.run('wrapped.yml', { jobs: { deploy: 'success', tell: 'success' } })
  const { versions } = await remote(scene.emulator)
  expect(log.printed('Show')).toEqual([`version 1 of code ${versions[0]?.codeHash}`])
})

test('a reusable workflow gets the secret, and its caller the version', async () => {
  await using scene = await ActScene.start()
  const log = await scene.run('caller.yml', { jobs: { 'Deploy one app/deploy': 'success', tell: 'success' } })
  expect(log.printed('Show')).toEqual(['version 1'])
  expect((await remote(scene.emulator)).state?.activeVersion).toBe(1)
})

test('a tag publishes what another job drafted and tested', async () => {
  await using scene = await ActScene.start()
  const payload = { ref: 'refs/tags/v1.2.3' }
  const log = await scene.run('release.yml', { payload, jobs: { stage: 'success', publish: 'success' } })
  expect(log.printed('Show')).toEqual(['v1.2.3 is version 1'])
  expect(log.text.match(/tag <code>v1\.2\.3<\/code>/g)).toHaveLength(2)
  const methods = scene.emulator.journal.map(({ method }) => method)
  expect(methods.filter((method) => method.endsWith('/TestDraft'))).toHaveLength(1)
  expect(methods.filter((method) => method.endsWith('/SaveDraft'))).toHaveLength(1)
})

test('a workflow that is started by hand goes back to the version that it is told', async () => {
  await using scene = await ActScene.start()
  for (const _ of ['one', 'two', 'three']) await scene.run('deploy.yml', { jobs: { deploy: 'success' } })
  const byHand = { event: 'workflow_dispatch', payload: { inputs: { version: '1' } } }
  await scene.run('roll-back.yml', { ...byHand, jobs: { rollback: 'success' } })
  expect((await remote(scene.emulator)).state?.activeVersion).toBe(1)
})
