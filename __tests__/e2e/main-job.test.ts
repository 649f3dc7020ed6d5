import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/start.ts'
import { callUrl, type Deployed, inputsFor, messagesOf, outputsOf, ROOT, run, Workspace } from '../support/deploying.ts'
import { readResult } from '../support/result.ts'
import { constant, ownLog } from './support/golden.ts'

const workspace = new Workspace()
let emulator: Emulator
let first: Deployed
let second: Deployed
let answers: readonly unknown[]

beforeAll(async () => {
  emulator = await startEmulator()
  const inputs = inputsFor(emulator, { 'allow-unauthenticated': 'true', env: 'GREETING=Hello' })
  first = await run(workspace, { inputs })
  const one = await callUrl(first.main.outputs['public_url'])
  workspace.edit('handler.py', (text) => text.replace('VERSION = "one"', 'VERSION = "two"'))
  second = await run(workspace, { inputs })
  answers = [one, await callUrl(second.main.outputs['public_url'])]
})

afterAll(async () => {
  workspace[Symbol.dispose]()
  await emulator.close()
})

/** What can be sent to somebody as it is. */
function lastLine(version: number) {
  const says = `greeter: version ${version} is live at ${emulator.public}/acme/greeter (answers with 200, `
  return expect.stringMatching(new RegExp(`^${RegExp.escape(says)}[\\d.]+ m?s\\)$`))
}

describe('A greeter that is deployed, changed, and deployed again', () => {
  test('is published as version 1 and then as version 2', () => {
    expect(first.main).toMatchObject({ exitCode: 0, conclusion: 'success' })
    expect(second.main).toMatchObject({ exitCode: 0, conclusion: 'success' })
    expect(first.main.outputs).toMatchObject({ published_version: '1', previous_version: '', active_version: '1' })
    expect(second.main.outputs).toMatchObject({ published_version: '2', previous_version: '1', active_version: '2' })
  })

  test('answers at its public URL with the code of each version', () => {
    const greeting = { greeting: 'Hello, Ada!', app: 'acme/greeter' }
    expect(answers).toEqual([
      { ...greeting, version: 'one' },
      { ...greeting, version: 'two' }
    ])
  })

  test('leaves every output set by main, and all of them in `result`', () => {
    const url = `${emulator.public}/acme/greeter`
    const hash = expect.stringMatching(/^[0-9a-f]{8}$/)
    expect(outputsOf(second.main)).toEqual({
      published_version: '2',
      public_url: url,
      url,
      public_urls: JSON.stringify([url]),
      previous_version: '1',
      active_version: '2',
      changed: 'true',
      status: 'published',
      reason_code: 'ok',
      app_id: 'acme/greeter',
      code_hash: hash,
      image_ref: '',
      deploy_id: '',
      build_id: '',
      test_status: '',
      test_execution_ids: '',
      deployment_id: '',
      comment_id: '',
      log_path: '',
      duration_ms: expect.stringMatching(/^[1-9]\d*$/)
    })
    expect(readResult(second.main.outputs['result'])).toMatchObject({
      version: 2,
      published_version: 2,
      public_urls: [url],
      previous_version: 1,
      changed: true,
      image_ref: null,
      test_execution_ids: null
    })
    expect(outputsOf(first.main)).toMatchObject({ published_version: '1', previous_version: '' })
    expect(first.main.outputs['code_hash']).not.toBe(second.main.outputs['code_hash'])
  })

  test('prints a log that can be read in one glance, the first time', () => {
    expect(ownLog(first.main)).toMatchInlineSnapshot(`
"Deploying greeter from greeter (python, found by handler.py) to Dodil Ignite at 127.0.0.1:PORT
Connected as acme
##[group]Package source
    SIZE  handler.py
     SIZE  lib/greeting.py
##[endgroup]
Packed 2 files, SIZE, sha256 SHA256
acme/greeter does not exist yet
##[notice]acme/greeter can now be called by anyone, without a token.
Created acme/greeter with env (GREETING) and allow-unauthenticated
Saved draft HASH
Published version 1
Version 1 is active
http://127.0.0.1:PORT/acme/greeter answers with 200
##[notice]greeter: version 1 is live at http://127.0.0.1:PORT/acme/greeter (answers with 200, TIME)
"
`)
  })

  test('prints a shorter one, the second time', () => {
    expect(ownLog(second.main)).toMatchInlineSnapshot(`
"Deploying greeter from greeter (python, found by handler.py) to Dodil Ignite at 127.0.0.1:PORT
Connected as acme
##[group]Package source
    SIZE  handler.py
     SIZE  lib/greeting.py
##[endgroup]
Packed 2 files, SIZE, sha256 SHA256
Version 1 of acme/greeter is active
Saved draft HASH
Published version 2
Version 2 is active
http://127.0.0.1:PORT/acme/greeter answers with 200
##[notice]greeter: version 2 is live at http://127.0.0.1:PORT/acme/greeter (answers with 200, TIME)
"
`)
  })

  test('is told of in the summary', () => {
    expect(constant(first.main.summary ?? '')).toMatchInlineSnapshot(`
"### ✅ greeter: version 1 is live

<a href="http&#58;//127.0.0.1:PORT/acme/greeter">http&#58;//127.0.0.1:PORT/acme/greeter</a> · answers with 200 · the first version · commit <a href="https&#58;//github.com/octo-org/octo-app/commit/8f3c1d0a5b7e49260c4d8a1f6e2b93d57a0c4e18"><code>8f3c1d0</code></a> · TIME · at 127.0.0.1:PORT

- acme/greeter can now be called by anyone, without a token.

<details><summary>The first version: a new app, 2 files, env (GREETING) and allow-unauthenticated</summary>

| Change | What | From, to |
| --- | --- | --- |
| added | app <code>acme/greeter</code> |  |
| added | <code>handler.py</code> | SIZE |
| added | <code>lib/greeting.py</code> | SIZE |
| added | env <code>GREETING</code> |  |
| added | allow-unauthenticated | true: anyone may call the app, without a token |

</details>

<details><summary>Steps and digests</summary>

~~~mermaid
gantt
  dateFormat x
  axisFormat AXIS
  tickInterval TICKmillisecond
  todayMarker off
  Connect TIME :FROM, TO
  Package source TIME :FROM, TO
  Read app TIME :FROM, TO
  Create app TIME :FROM, TO
  Save draft TIME :FROM, TO
  Publish version TIME :FROM, TO
  Check active version TIME :FROM, TO
  Verify app TIME :FROM, TO
~~~

| Step | Result | Time |
| --- | --- | --- |
| Connect | Connected as acme | TIME |
| Package source | Packed 2 files, SIZE, sha256 SHA256 | TIME |
| Read app | acme/greeter does not exist yet | TIME |
| Create app | Created acme/greeter with env (GREETING) and allow-unauthenticated | TIME |
| Save draft | Saved draft HASH | TIME |
| Publish version | Published version 1 | TIME |
| Check active version | Version 1 is active | TIME |
| Verify app | http&#58;//127.0.0.1:PORT/acme/greeter answers with 200 | TIME |

- App: <code>acme/greeter</code>
- Active after this step: <code>version 1</code>
- Package, sha256: <code>SHA256</code>
- Code hash of the platform: <code>HASH</code>
- Outcome: <code>published, ok</code>

</details>
"
`)
  })

  test('says in the second summary what was active before', () => {
    expect(second.main.summary).toContain('### ✅ greeter: version 2 is live')
    expect(second.main.summary).toContain(' · before: version 1 · ')
  })

  test('raises notices on the first run alone, and no warning', () => {
    expect(messagesOf(first.main, 'notice')).toEqual([
      'acme/greeter can now be called by anyone, without a token.',
      lastLine(1)
    ])
    expect(messagesOf(first.main, 'warning')).toEqual([])
    expect(second.main.annotations).toEqual([
      {
        level: 'notice',
        message: lastLine(2),
        properties: { title: 'Deployed' }
      }
    ])
  })

  test('closes its state, so that post has nothing to do or say', () => {
    expect(JSON.parse(second.main.state['ignite_deploy'] ?? '')).toEqual({
      run: expect.any(String),
      closed: true,
      live: {
        app: { organization: 'acme', name: 'greeter' },
        publishedVersion: 2,
        previousVersion: 1,
        url: second.main.outputs['public_url']
      }
    })
    expect(second.post).toMatchObject({ exitCode: 0, raw: '', summary: undefined })
  })

  test('masks nothing that other jobs want to know', () => {
    const { public_url, published_version, app_id, result } = second.main.outputs
    expect(second.jobOutputs).toMatchObject({ public_url, published_version, app_id, result })
  })
})

test('the first command of the README prints both versions and exits 0', async () => {
  const command = promisify(execFile)
  const { stdout, stderr } = await command(process.execPath, [path.join(ROOT, 'examples/main-job.ts')], {
    cwd: tmpdir()
  })
  expect(stdout).toMatch(
    /Published version 1[\s\S]*200 .*"version": "one"[\s\S]*Published version 2[\s\S]*200 .*"version": "two"/
  )
  expect(stdout).toMatch(/previous_version: 1\n/)
  expect(stderr).toBe('')
})
