import { expect, test } from '@jest/globals'
import { certificate } from '../../faults/support/certificates.ts'
import { farPlatform } from '../../faults/support/far-platform.ts'
import { messagesOf, runMain, theFailure, Workspace } from '../../support/deploying.ts'
import { pageServer } from '../../support/page-server.ts'

const URL = 'https://ignite.example.test:8443/live'
const AT = 'ignite.example.test:8443'

test.concurrent('An app that only the proxy leads to is asked through it', async () => {
  await using app = await pageServer(() => ({}), certificate('good'))
  await using far = await farPlatform({ routes: { [AT]: app.address } })
  using workspace = new Workspace()
  const env = { ...far.env, HTTPS_PROXY: `http://${far.proxy.address}` }
  const main = await runMain(workspace, { inputs: far.inputs({ 'verify-url': URL }), env })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect(main.log).toMatch(new RegExp(`^${RegExp.escape(URL)} answers with 200`, 'm'))
  expect(far.proxy.asked.filter((asked) => asked === AT)).toHaveLength(1)
  expect(app.asked.map(({ path, headers }) => [path, headers.authorization])).toEqual([['/live', undefined]])
})

test.concurrent('NO_PROXY is obeyed for an app as well', async () => {
  await using far = await farPlatform()
  using workspace = new Workspace()
  const env = { ...far.env, HTTPS_PROXY: `http://${far.proxy.address}`, NO_PROXY: AT }
  const inputs = far.inputs({ 'verify-url': URL, 'verify-timeout-seconds': '4' })
  const main = await runMain(workspace, { inputs, env })
  expect(theFailure(main)).toMatchObject({
    reason: 'verify_failed',
    message: expect.stringMatching(/ does not resolve yet \((ENOTFOUND|EAI_AGAIN)\)\./)
  })
  expect(far.proxy.asked).not.toContain(AT)
})

test.concurrent('A proxy that does not lead to the app is named', async () => {
  await using far = await farPlatform()
  using workspace = new Workspace()
  const env = { ...far.env, HTTPS_PROXY: `http://${far.proxy.address}` }
  const inputs = far.inputs({ 'verify-url': URL, 'verify-timeout-seconds': '4' })
  const main = await runMain(workspace, { inputs, env })
  const { message } = theFailure(main)
  expect(message).toContain(`is not reached through the proxy (The proxy ${far.proxy.address}`)
  expect(message).toContain(`does not connect to ${AT} (HTTP 502)`)
})

test.concurrent('A certificate that cannot be trusted is told, with the variable that mends it', async () => {
  await using app = await pageServer(() => ({}), certificate('self-signed'))
  await using far = await farPlatform({ routes: { [AT]: app.address } })
  using workspace = new Workspace()
  const env = { ...far.env, HTTPS_PROXY: `http://${far.proxy.address}` }
  const inputs = far.inputs({ 'verify-url': URL, 'verify-timeout-seconds': '4' })
  const main = await runMain(workspace, { inputs, env })
  const { message } = theFailure(main)
  expect(message).toContain('has no certificate that can be trusted yet (DEPTH_ZERO_SELF_SIGNED_CERT)')
  expect(message).toContain('NODE_EXTRA_CA_CERTS')
  expect(messagesOf(main, 'warning')).toEqual([])
})
