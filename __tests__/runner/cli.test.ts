import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { fixture } from '../../runner/fixture.ts'

function cli(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [
    join(import.meta.dirname, '../../runner/cli.ts'),
    ...args
  ])
  return { status, stdout: stdout.toString(), stderr: stderr.toString() }
}

test('prints the log, the outputs and the summary, and exits as the step did', () => {
  using action = fixture({
    inputs: '  app: { required: true }',
    main: `console.log('::group::Deploy\\n' + process.env.INPUT_APP + process.env.STAGE + '\\n::endgroup::\\n::error::no')
           file('OUTPUT', 'url=https://x\\n'); file('STEP_SUMMARY', '# Deployed\\n'); process.exitCode = 3`,
    post: "console.log('bye')"
  })
  expect(cli('--action', action.directory, '--with', 'app=o:n=1', '--env', 'STAGE=!')).toEqual({
    status: 3,
    stdout: `▼ Run Fixture
  with:
    app: o:n=1
  env:
    STAGE: !
▼ Deploy
  o:n=1!
Error: no
Post job cleanup.
bye

Outputs
  url=https://x

Summary

# Deployed
`,
    stderr: ''
  })
})

test('gives post the status it is told, and fails with post', () => {
  using action = fixture({ post: 'process.exitCode = 1', runs: '  post-if: failure() || cancelled()\n' })
  expect(cli('--action', action.directory).status).toBe(0)
  expect(cli('--action', action.directory, '--post-status', 'cancelled').status).toBe(1)
})

test.each([
  [[], '--action is missing'],
  [['--action', '.', '--with', 'a'], "'a' is not KEY=VALUE"],
  [['--action', '.', '--post-status', 'x'], '--post-status x is none of'],
  [['--nonsense'], "Unknown option '--nonsense'"]
])('refuses %j', (args, problem) => {
  const { status, stderr } = cli(...args)
  expect(status).toBe(2)
  expect(stderr).toContain(problem)
})
