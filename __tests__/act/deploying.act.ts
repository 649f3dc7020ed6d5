import { expect, test } from '@jest/globals'
import { callUrl, remote } from '../support/deploying.ts'
import { ActScene } from './support/act-scene.ts'

function outputIn(lines: readonly string[], name: string): string | undefined {
  return lines.find((line) => line.startsWith(`${name}=`))?.slice(name.length + 1)
}

test('a push deploys the code, and the next step has the outputs, also those in `result`', async () => {
  await using scene = await ActScene.start()
  const first = await scene.run('deploy.yml', { jobs: { deploy: 'success' } })
  expect(first.printed('Show')).toEqual(['version=1', `url=${scene.emulator.public}/acme/greeter`, 'status=published'])
  scene.workspace.edit('handler.py', (text) => text.replace('VERSION = "one"', 'VERSION = "two"'))
  scene.commit()
  const second = await scene.run('deploy.yml', { jobs: { deploy: 'success' } })
  expect(outputIn(second.printed('Show'), 'version')).toBe('2')
  expect(await callUrl(outputIn(second.printed('Show'), 'url'))).toMatchObject({ version: 'two' })
})

test('a step that fails later takes the version back in post', async () => {
  await using scene = await ActScene.start()
  await scene.run('deploy.yml', { jobs: { deploy: 'success' } })
  const log = await scene.run('checked.yml', { jobs: { deploy: 'failure' } })
  expect(log.annotations('warning')).toEqual([expect.stringContaining('instead of version 2')])
  const { state, versions } = await remote(scene.emulator)
  expect(state?.activeVersion).toBe(1)
  expect(versions.map(({ number }) => number).toSorted()).toEqual([1, 2])
})

test('a run that is cancelled while it watches the new version takes it back', async () => {
  await using scene = await ActScene.start()
  await scene.run('deploy.yml', { jobs: { deploy: 'success' } })
  const log = await scene.run('watched.yml', { cancelAt: 'watching', jobs: { deploy: 'failure' } })
  expect(log.annotations('warning')).toEqual([expect.stringContaining('instead of version 2')])
  expect(log.text).toContain('The job was cancelled')
  expect((await remote(scene.emulator)).state?.activeVersion).toBe(1)
})

test('a missing secret is named in one error, and nothing is sent', async () => {
  await using scene = await ActScene.start()
  const log = await scene.run('deploy.yml', { secrets: {}, jobs: { deploy: 'failure' } })
  expect(log.annotations('error')).toEqual([expect.stringContaining('service-account-secret')])
  expect(log.printed('Show')).toEqual([])
  expect(scene.emulator.journal).toEqual([])
})

test('a matrix deploys an app a job, each with its own settings', async () => {
  await using scene = await ActScene.start()
  await scene.run('matrix.yml', { jobs: { 'deploy-1': 'success', 'deploy-2': 'success' } })
  for (const name of ['api', 'web']) {
    const { state } = await remote(scene.emulator, { organization: 'acme', name })
    expect(state).toMatchObject({ activeVersion: 1, settings: { env: { ROLE: name } } })
  }
})

test('a Dockerfile is built, and what it serves answers', async () => {
  await using scene = await ActScene.start()
  for (const file of ['Dockerfile', 'server.py']) scene.workspace.copy(`examples/web/${file}`, `web/${file}`)
  scene.commit()
  await scene.run('image.yml', { jobs: { deploy: 'success' } })
  const answer = await callUrl(`${scene.emulator.public}/acme/web`)
  expect(answer).toMatchObject({ greeting: 'Hello, Ada!' })
})
