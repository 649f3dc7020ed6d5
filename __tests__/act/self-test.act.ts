import { cpSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { ROOT } from '../support/deploying.ts'
import { ActRepository } from './support/act-repository.ts'

/** A copy of this clone. act leaves out what .gitignore names, so there is none, and node_modules is a link. */
function copyOfClone(): ActRepository {
  const repository = new ActRepository()
  const left = ['node_modules', '.git', '.gitignore', 'build'].map((name) => path.join(ROOT, name))
  cpSync(ROOT, repository.path, { recursive: true, filter: (file) => !left.includes(file) })
  repository.commit()
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(repository.path, 'node_modules'))
  return repository
}

test('the self-test deploys every source', async () => {
  using repository = copyOfClone()
  const { exitCode, log } = await repository.run('push', 'selftest.yml', ['--job', 'sources'])
  expect({ exitCode, errors: log.annotations('error') }).toEqual({ exitCode: 0, errors: [] })
  const answers = log
    .printed('Compare the outputs, and call the apps')
    .map((line) => line.replace(/ http\S+ (\d+) .*/, ' $1'))
  expect(answers.toSorted()).toEqual(
    ['buildpacks', 'code', 'dockerfile', 'git', 'image', 'service'].map((id) => `${id}: 200`)
  )
})

test('its job that fails on purpose goes back in post', async () => {
  using repository = copyOfClone()
  const { exitCode, log } = await repository.run('push', 'selftest.yml', ['--job', 'go-back'])
  expect(exitCode).toBe(1)
  expect(Object.values(log.jobs)).toEqual(['failure'])
  expect(log.annotations('warning')).toEqual([
    expect.stringMatching(/^Rolled back: version 1 .* instead of version 2\.$/)
  ])
})
