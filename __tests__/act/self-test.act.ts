import { expect, test } from '@jest/globals'
import { copyOfClone } from './support/own-workflows.ts'

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
