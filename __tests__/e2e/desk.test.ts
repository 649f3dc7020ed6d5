import { cpSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { type EmulatorOptions, startEmulator } from '../../emulator/start.ts'
import { callUrl, inputsFor, ROOT, run, theFailure, Workspace } from '../support/deploying.ts'

const ROLES = { customer: ['create_ticket', 'my_tickets'], agent: ['close_ticket', 'list_tickets'] } as const
type Role = keyof typeof ROLES

const platforms: readonly EmulatorOptions[] = [{}, { permuteSeed: 51 }, { variants: ['settings-no-presence'] }]

async function deploying(options: EmulatorOptions) {
  const emulator = await startEmulator(options)
  const workspace = new Workspace()
  cpSync(path.join(ROOT, 'examples/desk'), path.join(workspace.path, 'desk'), { recursive: true })
  return {
    emulator,
    /** Deploys the desk with the environment of one role, and tests it as another. */
    deploy: (role: Role, tested: Role = role) => {
      const tests = `desk/payloads/${tested}-*.json`
      const settings = { env: `APP_ROLE=${role}`, 'allow-unauthenticated': 'true' }
      const inputs = { app: `desk-${role}`, code: 'desk', 'test-payload-file': tests, ...settings }
      return run(workspace, { inputs: inputsFor(emulator, inputs) })
    },
    [Symbol.asyncDispose]: async () => {
      workspace[Symbol.dispose]()
      await emulator.close()
    }
  }
}

test.each(platforms)('One code base becomes two apps by its environment, on a platform with %j', async (options) => {
  await using desk = await deploying(options)
  const urls: string[] = []
  for (const role of ['customer', 'agent'] as const) {
    const { main } = await desk.deploy(role)
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    expect(main.log).toContain('from desk (python, found by handler.py)')
    expect(main.log).toContain('2 tests passed')
    urls.push(main.outputs['url'] ?? '')
  }
  const [customer, agent] = urls
  expect(await callUrl(customer, {})).toEqual({ role: 'customer', actions: ROLES.customer })
  expect(await callUrl(agent, {})).toEqual({ role: 'agent', actions: ROLES.agent })
  expect(await callUrl(customer, { action: 'list_tickets' })).toMatchObject({ error: 'customer may not list_tickets' })
  expect(await callUrl(agent, { action: 'close_ticket', number: 1 })).toMatchObject({ ticket: { state: 'closed' } })
  const saved = desk.emulator.journal.filter(({ method }) => method === 'ComputeService/SaveDraft')
  const [one, other] = saved.map(({ request }) => (request as { code: object }).code)
  expect(other).toEqual(one)
})

test('An app whose environment does not fit its tests is not published', async () => {
  await using desk = await deploying({})
  const { main } = await desk.deploy('customer', 'agent')
  const { reason, message } = theFailure(main)
  expect(reason).toBe('test_failed')
  expect(message).toBe(
    '$.role: expected "agent", got "customer". 2 of 2 tests failed: desk/payloads/agent-describe.json and desk/payloads/agent-list-tickets.json. Mend the code, or what `desk/payloads/agent-describe.expect.json` says of its output.'
  )
  expect(main.log).toMatch(/✗ desk\/payloads\/agent-describe\.json: .*\n {4}\$\.role: expected "agent", got "customer"/)
})
