import { expect, test } from '@jest/globals'
import { ActingApp, inputsForActing } from '../support/acting-app.ts'
import { runMain, theFailure, Workspace } from '../support/deploying.ts'

/** Of the greeter's handler, between frames of a platform that has a handler.py and an SDK of its own. */
const TRACEBACK = `Traceback (most recent call last):
  File "/opt/ignite/runtime/handler.py", line 40, in invoke
    result = handler(payload, ctx)
  File "/app/handler.py", line 11, in handler
    asked = json.loads(payload or b"{}")
  File "/opt/ignite/sdk/store.py", line 3, in get
    raise StoreError(key)
StoreError: 'titel'
`

const REPORT = { error: "'titel'", type: 'StoreError', traceback: TRACEBACK, execution_id: 'e-1', status: 500 }

test.each([
  ['as JSON with more in it, in the output', { output: JSON.stringify(REPORT) }],
  ['as JSON, in the error', { error: JSON.stringify(REPORT) }],
  ['as it is, in the error', { error: TRACEBACK }]
])('A traceback %s leads to the user’s line, never to one of the platform’s', async (_how, told) => {
  const { output = '', ...others } = { output: undefined, ...told }
  const execution = { execution_id: 'e-1', status: 'EXECUTION_STATUS_FAILED', ...others }
  await using server = await new ActingApp().serve({
    TestDraft: () => ({ execution_id: 'e-1' }),
    GetExecution: () => ({ execution: { ...execution, output: Buffer.from(output).toString('base64') } })
  })
  using workspace = new Workspace()
  const main = await runMain(workspace, { inputs: inputsForActing(server, { 'test-payload': '{}' }) })
  expect(theFailure(main).message).toMatch(/^StoreError: 'titel', handler\.py:11\. /)
  const pinned = main.annotations.filter(({ properties }) => 'file' in properties)
  expect(pinned.map(({ properties: { file, line } }) => `${file}:${line}`)).toEqual(['greeter/handler.py:11'])
  expect(main.log).toContain(
    '| Traceback (most recent call last):\n|   … 1 frame of the platform\n|   File "/app/handler.py", line 11, in handler\n'
  )
})
