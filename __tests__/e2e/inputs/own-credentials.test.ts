import { expect, test } from '@jest/globals'
import { DEFAULT_ACCOUNT, startEmulator } from '../../../emulator/start.ts'
import { inputsFor, runMain, theFailure, writesTo } from '../../support/deploying.ts'
import { ImageWorkspace } from '../support/gated-build.ts'
import { leaks } from '../support/leaks.ts'
import { Observer } from '../support/observing.ts'

const { secret } = DEFAULT_ACCOUNT
const BASE64 = Buffer.from(`user:${secret}`).toString('base64')
/** Long enough to be a credential, and no real token. */
const JOB_TOKEN = 'ghs_0123456789abcdefghijABCDEFGHIJ'
/** One that encoders do not leave as it is. */
const ODD_TOKEN = 'ghs_0123456789/abc+"äß='
const IMAGE = { code: 'web', 'dockerfile-path': 'Dockerfile' }

test.each([
  { of: 'code', inputs: { code: 'greeter' }, file: 'greeter/lib/settings.txt', text: secret },
  {
    of: 'code, the job’s own token',
    inputs: { code: 'greeter', 'github-token': JOB_TOKEN },
    file: 'greeter/lib/settings.txt',
    text: JOB_TOKEN
  },
  {
    of: 'code, as JSON',
    inputs: { code: 'greeter', 'github-token': ODD_TOKEN },
    file: 'greeter/lib/settings.json',
    text: 'ghs_0123456789/abc+\\"\\u00e4\\u00df='
  },
  {
    of: 'a context, as a form',
    inputs: { ...IMAGE, 'github-token': ODD_TOKEN },
    file: 'web/settings.txt',
    text: 'ghs_0123456789%2fabc%2b%22%c3%a4%c3%9f%3d'
  },
  { of: 'a context for the draft', inputs: IMAGE, file: 'web/settings.txt', text: BASE64 },
  {
    of: 'a context for the build service',
    inputs: { ...IMAGE, builder: 'build-service' },
    file: 'web/settings.txt',
    text: secret
  }
])('case 41: a credential of this run in a file of $of is named by its place, and nothing is written', async (row) => {
  await using emulator = await startEmulator()
  using workspace = new ImageWorkspace()
  using observer = new Observer()
  workspace.write(row.file, `first\nkey = ${row.text}\n`)
  const main = await runMain(workspace, { inputs: inputsFor(emulator, row.inputs), env: observer.env })
  const failure = theFailure(main)
  expect(failure).toMatchObject({ reason: 'source_error', title: 'Package source failed' })
  expect(failure.message).toContain(`\`${row.file}:2\` holds a credential of this deployment.`)
  expect(leaks(main, observer.stages[0]!, [secret, BASE64, JOB_TOKEN])).toEqual([])
  expect(writesTo(emulator)).toEqual([])
})
