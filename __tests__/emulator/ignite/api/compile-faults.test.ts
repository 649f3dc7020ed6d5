import { status } from '@grpc/grpc-js'
import { expect } from '@jest/globals'
import { type EmulatorOptions, startEmulator } from '../../../../emulator/start.ts'
import { type Compute, compute } from '../support/client.ts'
import { code } from '../support/compiling.ts'
import { TALKATIVE_CRATE } from '../support/talkative-crate.ts'
import { testWith } from '../support/test-with.ts'

const testWithCargo = testWith('cargo')

const APP = { organization_name: 'acme', app_name: 'talkative' }
const METHOD = 'ComputeService/StreamCompileLogs'

async function compiled(faults: EmulatorOptions['faults'] = []) {
  const emulator = await startEmulator({ faults })
  const token = emulator.mint({ org: 'acme', ttlSeconds: 600 })
  const connect = () => compute(emulator, { token })
  using client = connect()
  await client.call('CreateApp', { organization_name: 'acme', name: 'talkative', code: code('rust', TALKATIVE_CRATE) })
  const { deploy_id } = (await client.call('CompileDraft', APP)) as { deploy_id: string }
  return { emulator, connect, deploy_id, [Symbol.asyncDispose]: emulator[Symbol.asyncDispose] }
}

/** The bytes of the messages that arrived until the stream ended, well or badly. */
async function received(client: Compute, deploy_id: string): Promise<{ messages: Buffer[]; error?: unknown }> {
  const messages: Buffer[] = []
  try {
    for await (const message of client.messages('StreamCompileLogs', { deploy_id })) {
      messages.push((message as { data: Buffer }).data)
    }
    return { messages }
  } catch (error) {
    return { messages, error }
  }
}

testWithCargo('the stream can be cut after every message, and told anew by the next call', async () => {
  const cut = (after: number) => ({
    method: METHOD,
    calls: [after + 1],
    fault: { action: 'cut-stream', messages: after } as const
  })
  await using run = await compiled(Array.from({ length: 200 }, (_, index) => cut(index + 1)))
  using whole = run.connect()
  const { messages: all, error } = await received(whole, run.deploy_id)
  expect({ error, enough: all.length > 10 }).toEqual({ error: undefined, enough: true })
  for (let after = 1; after <= all.length; after++) {
    using client = run.connect()
    const { messages, error } = await received(client, run.deploy_id)
    expect({ after, error }).toMatchObject({ error: { code: status.UNAVAILABLE } })
    expect({ after, messages }).toEqual({ after, messages: all.slice(0, after) })
  }
})

testWithCargo('the stream can be late, fail, or never come', async () => {
  await using run = await compiled([
    { method: METHOD, calls: [1], fault: { action: 'delay', ms: 50 } },
    {
      method: METHOD,
      calls: [2],
      fault: { action: 'status', code: status.INTERNAL, details: 'no', afterEffect: false }
    },
    { method: METHOD, calls: [3], fault: { action: 'hang' } }
  ])
  using client = run.connect()
  const late = await received(client, run.deploy_id)
  expect(Buffer.concat(late.messages).toString()).toContain('line 60 ')
  expect(await received(client, run.deploy_id)).toMatchObject({ messages: [], error: { code: status.INTERNAL } })
  const hanging = received(client, run.deploy_id)
  await run.emulator.close()
  expect(await hanging).toMatchObject({ messages: [], error: { code: status.UNAVAILABLE } })
})

testWithCargo('another organization may not read the log', async () => {
  await using run = await compiled()
  using stranger = compute(run.emulator, { token: run.emulator.mint({ org: 'other', ttlSeconds: 600 }) })
  expect(await received(stranger, run.deploy_id)).toMatchObject({ error: { code: status.PERMISSION_DENIED } })
})
