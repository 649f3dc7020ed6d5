import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import { type EmulatorOptions, startEmulator } from '../../emulator/start.ts'
import { inputsFor, runMain, Workspace } from '../support/deploying.ts'

const HANDLER = `
import json

def handler(payload, ctx):
    name = json.loads(payload)["name"]
    print("weighing", name)
    print("::error::not a command of", name)
    return {"name": name}
`

/** Two tests of a handler that prints; gives the lines of the step "Test draft". */
async function tested(options: EmulatorOptions) {
  await using emulator = await startEmulator(options)
  using workspace = new Workspace()
  workspace.write('greeter/handler.py', HANDLER)
  workspace.write('ada.json', '{"name": "Ada"}')
  workspace.write('bo.json', '{"name": "Bo"}')
  const inputs = inputsFor(emulator, { 'test-payload-file': 'ada.json\nbo.json' })
  const main = await runMain(workspace, { inputs })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  const [, group = ''] = /^##\[group\]Test draft\n([\s\S]*?)^##\[endgroup\]$/m.exec(main.log) ?? []
  const lines = group.trimEnd().split('\n')
  return { main, lines: lines.map((line) => line.replace(/ \(\d.*\)$/, '')) }
}

/** What a case prints stands before what came of it. */
function shownOf(file: string, name: string): readonly string[] {
  const output = `    output: {"name": "${name}"}`
  return [`| weighing ${name}`, `| ::error::not a command of ${name}`, `✓ ${file}: completed`, output]
}

test.each<EmulatorOptions>([{}, { permuteSeed: 7 }, { variants: ['reports-otherwise'] }])(
  'What each test prints is shown with it, on a platform with %j',
  async (options) => {
    const { lines } = await tested(options)
    expect(lines).toEqual([...shownOf('ada.json', 'Ada'), ...shownOf('bo.json', 'Bo')])
  }
)

test('A platform that does not tell what an app prints is no trouble, and nothing is said of it', async () => {
  const fault = { action: 'status', code: status.UNIMPLEMENTED, details: 'no logs here', afterEffect: false } as const
  const methods = ['ComputeService/GetAppLogs', 'ComputeService/StreamAppLogs']
  const { main, lines } = await tested({ faults: methods.map((method) => ({ method, calls: 'all', fault })) })
  const withoutPrint = [...shownOf('ada.json', 'Ada'), ...shownOf('bo.json', 'Bo')].filter(
    (line) => !line.startsWith('|')
  )
  expect(lines).toEqual(withoutPrint)
  expect(main.log).not.toMatch(/no logs here|What the app prints/)
  expect(main.annotations.filter(({ level }) => level !== 'notice')).toEqual([])
})
